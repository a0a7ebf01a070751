"""Who wrote the story: what the page says to machines, and the line near the headline that says it to readers."""

from __future__ import annotations

import re
from functools import partial

from converter import article as model
from converter.article import inlines, plain_text
from converter.prose.authors import LABEL, all_names, names_of
from converter.prose.byline import find_byline_rule, is_label
from converter.prose.lines import words as word_set
from converter.readers.html.data import says_author
from converter.readers.html.page import words as words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.article import Inlines
    from converter.readers.html.data import Data
    from converter.readers.html.page import Run

_META = (
    "author",
    "article:author",
    "article:author:name",
    "og:article:author",
    "og:author",
    "book:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "authors",
    "dc.creator",
    "dcterms.creator",
    "dc:creator",
    "dc.contributor.author",
    "citation_author",
    "cxenseparse:author",
    "news_authors",
    "article.author",
    "twitter:data1",
)
_ELSEWHERE = ("comments", "related", "navigation", "advertisement", "subscribe", "consent", "form", "tags")
"""Kinds of furniture that name other people."""
_BEFORE, _LONG = 12, 160
_MOST = 160
"""Letters: a byline is no longer."""
_EDGES = " \t\n ,;:|·•/()[]-–—>»"
_SEPARATOR = re.compile(r"[|·•–—»/]|\s-\s|\d")
_SMALL = word_set(
    "and und et y e og och en i in im for für at of the with mit bei chez pour para de da van von reporter editor "
    "writer correspondent staff special"
)


def find_bylines(
    data: Data, runs: Sequence[Run], headline: Run | None, site: str | None, words: Callable[[Run], Inlines]
) -> tuple[tuple[model.Byline, ...], list[str]]:
    """Return the bylines as they stand on the page, else of the authors that it states, and the authors' names.

    Runs that a byline is made of whole are taken; of a line that says more, the byline is the part with the names.
    """
    top, rest = _near(runs, headline)
    near = [*top, *rest]
    names = _stated(data)
    if not names or all(_bare(name) == _bare(site or "") for name in names):
        names = _marked(top) or names or _marked(rest)
    found = list(_shown(near, names, words))
    if not found:  # Machines are told of an editor at times where readers are told of the author.
        marked = _marked(top)
        found = list(_shown(near, marked, words))
        names = marked if found else names
    if found:
        shown = "\n".join(plain_text(byline) for byline in found)
        unseen = [name for name in names if _pattern(name).search(shown) is None]
        if unseen:
            found.append(model.Byline(inlines(", ".join(unseen)), inferred="html-author"))
        return tuple(found), names
    if names:
        return (model.Byline(inlines(", ".join(names)), inferred="html-author"),), names
    for run in top:
        names = all_names([run.text]) if LABEL.match(run.text) and len(run.text) <= _MOST and not run.is_taken else []
        if names and all(map(_may_be_name, names)):
            found = list(_shown([run], names, words))
            if found:
                return tuple(found), names
    return _by_rule(near, headline, words)


def _by_rule(
    near: Sequence[Run], headline: Run | None, words: Callable[[Run], Inlines]
) -> tuple[tuple[model.Byline, ...], list[str]]:
    """Return the byline that the rules for plain text know."""
    after_headline, label = headline is not None, False
    for run in near:
        if run.role in ("byline", "head", "date", "story") and run.text and len(run.text) <= _MOST and not run.is_taken:
            rule = find_byline_rule(run.text, after_headline=after_headline, after_label=label)
            if rule and rule != "byline-label" and (run.role != "story" or LABEL.match(run.text)):
                run.is_taken = True
                return (model.Byline(words(run), inferred=rule),), all_names([run.text])
            label = rule == "byline-label"
        after_headline = False
    return (), []


def _stated(data: Data) -> list[str]:
    """Return the names in the first of the page's statements that names somebody."""
    fields = [data.names("author"), data.names("creator"), *_metas(data)]
    for stated in (*fields, data.items.get("author", [])[:1]):
        names = all_names(stated)
        if names:
            return names
    return []


def _metas(data: Data) -> Iterator[list[str]]:
    for name in _META:
        if name != "twitter:data1" or "by" in (data.first("twitter:label1") or "").lower():
            yield data.all(name)


def _near(runs: Sequence[Run], headline: Run | None) -> tuple[list[Run], list[Run]]:
    """Return the runs between the headline and the first paragraphs, then those right above it; and all that follow."""
    at = next((at for at, run in enumerate(runs) if run is headline), -1)
    prose = (here for here, run in enumerate(runs) if here > at and run.role == "story" and len(run.text) > _LONG)
    first = next(prose, len(runs))
    return [*runs[at + 1 : first], *reversed(runs[max(0, at - _BEFORE) : max(0, at)])], list(runs[first:])


def _marked(near: Sequence[Run]) -> list[str]:
    """Return the names in the first lines that say that they hold an author."""
    found: list[str] = []
    last = -1
    for at, run in enumerate(near):
        if found and at > last + 3:
            break
        texts = [text for text in _marked_texts(run) if 0 < len(text) <= 100]
        if texts:
            names = all_names([text for text in texts if all(map(_may_be_name, names_of(text)))])
            if names:
                found += names
                last = at
    return list(dict.fromkeys(found))


def _may_be_name(text: str) -> bool:
    parts = text.split()
    return len(parts) <= 6 and (len(parts) == 1 or not any(part[0].islower() and len(part) > 3 for part in parts))


def _marked_texts(run: Run) -> Iterator[str]:
    if run.role in _ELSEWHERE or (run.role == "story" and len(run.text) > _MOST):
        return
    inner = [
        element
        for piece in run.pieces
        if not isinstance(piece, str)
        for element in piece.iter()
        if says_author(element)
    ]
    for element in inner:
        if not any(other is not element and other in element.iter() for other in inner):
            yield " ".join("".join(words_of([element])).split())
    if not inner and run.role != "sidebar":
        nodes = [node for node in list(run.ancestors())[:3] if says_author(node.element)]
        if nodes and sum(len(other.text) for other in nodes[0].runs()) <= 200:
            yield run.text


def _shown(near: Sequence[Run], names: Sequence[str], words: Callable[[Run], Inlines]) -> Iterator[model.Byline]:
    """Yield the lines with the names, those that stand together."""
    left = list(names)
    last: int | None = None
    for at, run in enumerate(near):
        if (last is not None and at > last + 3) or not left:
            return
        if run.is_taken or run.role in _ELSEWHERE or not 0 < len(run.text) <= _MOST + sum(map(len, names)):
            continue
        signed = signature(run.text, left, partial(_says_byline, run))
        if signed is None or (run.role == "story" and not (signed[1] and LABEL.match(run.text))):
            continue
        shown, is_whole = signed
        last = at
        left = [name for name in left if _pattern(name).search(shown) is None]
        if not is_whole:
            if run.role != "story":
                run.role = "byline"
            yield model.Byline(inlines(shown), inferred="html-byline")
            continue
        run.is_taken = True
        label = near[at - 1] if at and is_label(near[at - 1].text) and not near[at - 1].is_taken else None
        if label is not None:
            label.is_taken = True
            yield model.Byline(inlines(*words(label), " ", *words(run)), inferred="html-byline")
        else:
            yield model.Byline(words(run), inferred="html-byline")


def _says_byline(run: Run) -> bool:
    return run.role in ("byline", "date") or any(_marked_texts(run))


def _pattern(name: str) -> re.Pattern[str]:
    blank = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![^\W_])(?:{blank})(?![^\W_])" if name[:1] < "\u0e00" else blank, re.IGNORECASE)


def signature(text: str, names: Sequence[str], is_sure: Callable[[], bool]) -> tuple[str, bool] | None:
    """Return the byline in a line that holds some of the names, and whether it is the whole line; None where it is
    no byline: the names stand in a sentence or in another name. `is_sure`: whether the page calls the line one.
    """
    spans = [match.span() for name in names for match in [_pattern(name).search(text)] if match]
    if not spans:
        return None
    start, end = min(spans)[0], max(span[1] for span in spans)
    before, after = text[:start], text[end:].strip()
    if end - start > sum(map(len, names)) + 40:
        return None
    label = _label(before)
    if label is None:
        return None
    if after.endswith((".", "?", "!")) and len(after.split()) > 4 and not re.search(r"\d", after):
        return None
    if after and after[0] not in _EDGES:
        first = after.split()[0].strip(".,")
        is_prose = first[:1].islower() and first not in _SMALL and not re.search(r"\d", after[:24])
        if is_prose or first[:1] >= "\u0e00" or not (label or is_sure()):
            return None
    if text[end : end + 1] == ")" and "(" in text[start:end]:
        end += 1
    is_whole = (
        len(before.strip(_EDGES)) <= len(label.strip(_EDGES))
        and len(after) <= 60
        and not re.search(r"\d|@|\b(?:follow|share|updated|published|comments?|read)\b", after, re.IGNORECASE)
    )
    return (text, True) if is_whole else (f"{label}{text[start:end]}".strip(), False)


def _label(before: str) -> str | None:
    """Return the label at the end of what stands before a name, empty where there is none; None where there are other
    words.
    """
    words = before.split()
    for count in (4, 3, 2, 1):
        label = " ".join(words[-count:]).lstrip(_EDGES) + " "
        if count <= len(words) and LABEL.fullmatch(label):
            return label
    cut = max((match.end() for match in _SEPARATOR.finditer(before)), default=0)
    return None if before[cut:].strip(_EDGES) else ""


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))

"""Who wrote the story: what the page says to machines, and the line near the headline that says it to readers.

Machines are often told of the outlet where readers are told of a person: then readers are believed.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice

from converter import model
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.readers.html.labelled import labelled_names, reporters_in, signers_in
from converter.readers.html.marked import ELSEWHERE, LONGEST, linked_names, marked_names, marked_texts
from converter.readers.html.persons import is_house, is_like_person, without_houses
from converter.text.bylines.authors import LABEL, all_names
from converter.text.bylines.byline import find_byline_rule, is_label
from converter.text.lines import words as word_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.model.inline import Inlines
    from converter.readers.html.data import Data
    from converter.readers.html.page import Run
    from converter.readers.html.surroundings import Surroundings

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
_ABOVE, _BEHIND = 12, 12
"""Lines above the headline, and behind the story, that may hold the byline."""
_EDGES = " \t\n ,;:|·•/()[]-–—>»"
_SEPARATOR = re.compile(r"[|·•–—»/]|\s-\s|\d")
_SMALL = word_set(
    "and und et y e og och en i in im for für at of the with mit bei chez pour para de da van von reporter editor "
    "writer correspondent staff special"
)


def find_bylines(
    data: Data, around: Surroundings, houses: Sequence[str], words: Callable[[Run], Inlines]
) -> tuple[tuple[model.Byline, ...], list[str]]:
    """Return the bylines as they stand on the page, else of the authors that it states, and the authors' names.

    Runs that a byline is made of whole are taken; of a line that says more, the byline is the part with the names.
    `houses` are the names of the site and its publisher, who are no authors where the page names a person.
    """
    between, rest = around.between, around.story
    top = [*between, *islice(around.above, _ABOVE)]
    foot = list(islice((run for run in around.behind if run.text and run.role != "hidden"), _BEHIND))
    near = [*top, *rest]
    stated = _stated(data)
    persons = without_houses(houses, stated)
    marked = [] if persons else marked_names(top) or marked_names(rest) or marked_names(foot, at_foot=True)
    names = persons or without_houses(houses, marked) or without_houses(houses, linked_names(between))
    found = list(_shown([*near, *foot], names, words))
    if not found:  # Machines are told of an editor at times where readers are told of the author.
        names = without_houses(houses, marked_names(top)) or names
        found = list(_shown(near, names, words))
    if not names:
        names = (
            labelled_names(top, around.runs, len(between))
            or labelled_names(foot, around.runs)
            or reporters_in(rest[:1])
            or signers_in(rest)
        )
        found = list(_shown([*top, *foot], names, words))
    if not names and (stated or marked):
        found = list(_shown([*top, *foot], stated or marked, words))
        names = (stated or marked) if found or data.names("author") or all(map(_is_person, stated)) else []
    if found:
        shown = "\n".join(plain_text(byline) for byline in found)
        unseen = [name for name in names if _pattern(name).search(shown) is None]
        if unseen:
            found.append(model.Byline(inlines(", ".join(unseen)), inferred="html-author"))
        return tuple(found), names
    if names:
        return (model.Byline(inlines(", ".join(names)), inferred="html-author"),), names
    return _by_rule(near, around.headline, houses, words)


def _is_person(name: str) -> bool:
    return is_like_person(name) and not is_house(name)


def _by_rule(
    near: Sequence[Run], headline: Run | None, houses: Sequence[str], words: Callable[[Run], Inlines]
) -> tuple[tuple[model.Byline, ...], list[str]]:
    """Return the byline that the rules for plain text know."""
    after_headline, label = headline is not None, False
    for run in near:
        if (
            run.role in ("byline", "head", "date", "story")
            and run.text
            and len(run.text) <= LONGEST
            and not run.is_taken
        ):
            rule = find_byline_rule(run.text, after_headline=after_headline, after_label=label)
            if rule and rule != "byline-label" and (run.role != "story" or LABEL.match(run.text)):
                names = all_names([run.text])
                if names and all(is_house(name, houses) for name in names) and not LABEL.match(run.text):
                    continue
                run.is_taken = True
                return (model.Byline(words(run), inferred=rule),), names
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


def _shown(near: Sequence[Run], names: Sequence[str], words: Callable[[Run], Inlines]) -> Iterator[model.Byline]:
    """Yield the lines with the names, those that stand together."""
    left = list(names)
    last: int | None = None
    for at, run in enumerate(near):
        if (last is not None and at > last + 3) or not left:
            return
        if run.is_taken or run.role in ELSEWHERE or not 0 < len(run.text) <= LONGEST + sum(map(len, names)):
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
    return run.role in ("byline", "date") or any(marked_texts(run))


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
    if before.rstrip(" :：/")[-2:] in ("作者", "记者", "記者"):
        return before.rstrip(" :：/")[-2:] + " "
    cut = max((match.end() for match in _SEPARATOR.finditer(before)), default=0)
    return None if before[cut:].strip(_EDGES) else ""

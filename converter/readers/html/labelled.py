"""Names in a line that has the form of a byline: behind a label, behind or before a date, or alone beside one."""

from __future__ import annotations

import re

from converter.readers.html.marked import ELSEWHERE_AT_FOOT, LONGEST, lines_of
from converter.readers.html.persons import is_like_person, may_be_name
from converter.text.bylines.authors import LABEL, all_names, names_of
from converter.text.bylines.name_alone import is_name_alone
from converter.text.dates import moments
from converter.text.places import PLACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.readers.html.page import Run

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOUNS = ("author", "auteur", "autor", "writer")
_LABEL_WITHIN = re.compile(
    r"(?:(?<=\d)|(?<=\d )|(?<=\d\w )|(?<=[|•·/–—-])\s*|^\W+|(?<=\b[AP]M )|(?<=\bUhr )|(?<=\b[A-Z]{3} ))"
    r"(?:by|von|par|por|door|av|af|di|автор)\s+(?=\w)|\b(?:autor(?:/-?in|in|en)?|author|auteur|autore)s?\s*:\s*",
    re.IGNORECASE,
)
"""A label in the midst of a line: behind a date, a clock or what parts the line; anywhere with a colon."""
_HAN = "[\u4e00-\u9fff·]"
_WRITER = "作者|记者|記者|执笔|執筆|著者|筆者"
_DENSE_LABEL = re.compile(
    rf"(?:{_WRITER}|(?:^|\s)文)\s*[:：/／=＝]\s*({_HAN}{{2,12}})(?=$|[\s|，,。】）)])"
    rf"|(?:{_WRITER})\s+({_HAN}{{2,4}}(?:[\s、]{_HAN}{{2,4}})*)(?:\s*(?:报道|報道|摄|文))?$"
    rf"|(?:^|[\s|])(?:{_WRITER})({_HAN}{{2,3}})(?=$|[\s|])"
    r"|(?:^|[\s\]\)])([가-힣]{2,4})\s?(?:[가-힣]{0,2}기자|특파원|논설위원|칼럼니스트)(?=$|[\s=|·])"
)
_IN_STORY = re.compile(
    rf".{{0,24}}[（(](?:[\u4e00-\u9fff]{{0,4}})(?:记者|記者)\s*({_HAN}{{2,4}}(?:[\s、]{_HAN}{{2,4}})*)(?:[\s，,].{{0,12}})?[)）]"
    r"|[\[(【].{1,20}[\])】]\s*([가-힣]{2,4})\s?(?:[가-힣]{0,2}기자|특파원)\s*="
)
"""How a story's first words name its reporter: `样报讯（记者 李样本）`, `[서울=견본통신] 김견본 기자 =`."""
_DENSE_LINE = 80
"""Letters of a line in which a Chinese label stands, at most."""
_SIGNATURE, _OPENING = 30, 12
"""Letters of a line of a Chinese or Korean story that signs it, at most; lines of the story that are asked."""
_BEFORE_DATE = (
    re.compile(r"(?:原创\s+)?([^\W\d_][^\d|•·,–—:]{1,60}?)\s*[|•·,–—-]?\s*(?=\d)"),
    re.compile(r"([^\W\d_][^\d|•·,–—:]{1,60}?)\s*[|•·,–—-]?\s+(?=[^\W\d_]+\.? \d)"),
)
"""What stands before a date in figures, or before one whose month is a word."""
_TOGETHER = 3
"""Names in a line without any label, at most."""
_READ = 6000
"""Letters of the story that are asked whether it speaks of somebody of that name."""


def labelled_names(place: Sequence[Run], runs: Sequence[Run], alone: int = 0) -> list[str]:
    """Return the names in the first line that names somebody as a byline does: with a label at its start or behind a
    date; of the first `alone` lines also before a date, or alone beside one.
    """
    for at, run in enumerate(place):
        if run.is_taken or run.role in ELSEWHERE_AT_FOOT or not 0 < len(run.text) <= LONGEST:
            continue
        text = lines_of(run.pieces)
        for candidates in (_with_label(text), _with_label_within(text), _with_dense_label(text)):
            names = [name for name in all_names(candidates) if may_be_name(name)]
            if names:
                return names
        if run.inside.tag not in _HEADINGS and not text.endswith((":", "：")):
            names = _before_date(text)
            if not names and at < alone and _is_beside_date(place, at):
                names = names_of(text)
            if names and len(names) <= _TOGETHER and all(_is_alone(name, runs) for name in names):
                return names
    return []


def reporters_in(story: Sequence[Run]) -> list[str]:
    """Return the reporters whom the first words of a Chinese or Korean story name."""
    for run in story:
        if run.text:
            found = _IN_STORY.match(run.text)
            return all_names(re.split(r"[\s、]+", found[1] or found[2])) if found else []
    return []


def signers_in(story: Sequence[Run]) -> list[str]:
    """Return the names of a line of a Chinese or Korean story that is there for them: below an opening or a summary."""
    for run in story[:_OPENING]:
        text = run.text.rstrip()
        found = _DENSE_LABEL.search(text) if len(text) <= _SIGNATURE else None
        if found and found.end() == len(text):
            names = [name for name in all_names(_with_dense_label(text)) if may_be_name(name)]
            if names:
                return names
    return []


def _before_date(text: str) -> list[str]:
    for pattern in _BEFORE_DATE:
        found = pattern.match(text)
        if found and moments.find_date(text[found.end(1) :], "en-US"):
            names = names_of(found[1])
            if names and all(map(is_like_person, names)):
                return names
    return []


def _is_alone(name: str, runs: Sequence[Run]) -> bool:
    return (
        is_like_person(name)
        and name.casefold() not in PLACES
        and is_name_alone(name, "\n".join(run.text for run in runs if run.role == "story")[:_READ])
    )


def _with_label(text: str) -> list[str]:
    label = LABEL.match(text)
    if not label or "edit" in label.group().lower():
        return []
    rest = text[label.end() :]
    if label.group().rstrip()[-1:] in ":：":
        return [text]
    is_noun = label.group().casefold().strip().rstrip("s").startswith(_NOUNS)
    return [text] if _is_signed(rest) and not (is_noun and len(names_of(rest)[0].split()) == 1) else []


def _with_label_within(text: str) -> list[str]:
    for found in _LABEL_WITHIN.finditer(text):
        rest = text[found.end() :]
        if found[0].rstrip()[-1:] == ":" or _is_signed(rest):
            return [rest]
    return []


def _with_dense_label(text: str) -> list[str]:
    found = _DENSE_LABEL.search(text) if len(text) <= _DENSE_LINE else None
    return re.split(r"[\s、]+", next(filter(None, found.groups())))[:4] if found else []


def _is_signed(rest: str) -> bool:
    """Return whether what follows a label are names, with nothing behind them that is a sentence's."""
    names = names_of(rest)
    if not names or not all(map(may_be_name, names)):
        return False
    first, last = names[0], names[-1]
    behind = rest[rest.rfind(last) + len(last) :].strip()
    has_figures = bool(re.search(r"\d", behind[:40]))
    if rest.rstrip()[-1:] in ".!?…" and not has_figures:
        return False
    if len(first.split()) == 1 or not first[:1].isupper():
        return not behind or has_figures or behind[0] in "|•·"
    return True


def _is_beside_date(place: Sequence[Run], at: int) -> bool:
    beside = [run.text for run in (*place[max(0, at - 1) : at], *place[at + 1 : at + 2])]
    return any(moments.is_date_line(text) for text in beside if len(text) <= LONGEST)

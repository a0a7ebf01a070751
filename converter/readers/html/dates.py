"""The date that a page shows, where it states none to machines."""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise

from converter.readers.html.story import length_of
from converter.text.bylines.authors import LABEL
from converter.text.dates import moments
from converter.text.lines import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from converter.readers.html.page import Run
    from converter.readers.html.surroundings import Surroundings

_STATING = ("datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "content")
_ELSEWHERE = ("comments", "related", "advertisement", "subscribe", "consent", "form", "tags", "embargo")
_WHOLE = ("body", "html")
_OF_DATES = ("date", "byline", "after", "page-data")
_ABOVE, _LINE = 40, 200
_SHORT, _BELOW, _FOOT, _RIGHT_ABOVE, _WITH = 60, 8, 12, 4, 4
"""Letters of a line in which a year may have two figures; lines of the story below its first paragraph, behind it, and
right above the headline, that are there for its date; blocks around such a line of which one holds the headline too.
"""
_OPENING = re.compile(r"\(?([^()–—]{6,24}?)(?:\)|\s*(?:--|[–—]|\s-\s|:\s))")
"""The date that a story opens with, as a wire's does: `April 17, 2015 -- `, `(18.01.2018) `."""
_CHANGED = re.compile(r"updat|modif|rich-snippet-hidden", re.IGNORECASE)
_POSTED = re.compile(
    r"\W*(?:veröffentlicht|erschienen|erstellt|gespeichert|eingestellt|posted|published|publi[ée]|publicado|pubblicato|"
    r"geplaatst|gepubliceerd|publicerad|publisert|opublikowan|opublik|zveřejněn|опублик|发布|發布|発表|掲載|등록)",
    re.IGNORECASE,
)
"""What a line behind the story begins with that says when it was published."""
_LABELS = words("date datum fecha data дата veröffentlicht published erschienen stand dato päivämäärä")
"""Labels that stand in a line of their own above a date."""


def dates_shown(around: Surroundings, lang: str) -> tuple[Iterator[str], Iterator[str]]:
    """Return the dates between the headline and the first paragraphs; and those elsewhere: in the story's own lines and
    right behind it, above, the nearest first, then below.

    Of each place the dates in attributes for machines come first, then those in words; below the story, in lines
    that are there for it.
    """
    # A page's own top may say today's date: what stands nearest to the story is asked first.
    between = around.between if around.headline is not None else around.between[::-1]
    above = [run for run in (around.headline, *islice(around.above, _ABOVE)) if run is not None]
    blocks = {node for node in (around.headline.ancestors() if around.headline else ()) if node.tag not in _WHOLE}
    with_headline = [run for run in above[:_RIGHT_ABOVE] if not blocks.isdisjoint(list(run.ancestors())[:_WITH])]
    own = [run for run in around.runs[around.first + 1 :][:_BELOW] if _is_for_date(run)]
    behind = [run for run in islice(around.behind, _FOOT) if _is_for_date(run) or _says_posted(run)]
    labelled = [run for before, run in pairwise(around.runs) if _is_labelled(before, run)]
    return chain(_dates(between, lang), _opening(around.story[:1], lang)), chain(
        _dates(own, lang),
        _dates(with_headline, lang),
        _dates(behind, lang),
        _dates(above, lang),
        _dates(labelled, lang),
        _dates(around.runs[around.first :], lang, only=_OF_DATES),
    )


def shows_day(around: Surroundings, date: str) -> bool:
    """Return whether the page shows the date's month and day, without a year, between headline and story."""
    day = re.compile(rf"(?<!\d)0?{int(date[5:7])} ?[-/.月] ?0?{int(date[8:10])}(?:(?=\d\d:\d)|(?!\d|[-/.]\d))")
    return any(len(run.text) <= _LINE and day.search(run.text) for run in around.between)


def _is_for_date(run: Run) -> bool:
    return run.role in _OF_DATES or (len(run.text) <= _LINE and moments.is_date_line(run.text))


def _says_posted(run: Run) -> bool:
    return bool(LABEL.match(run.text) or _POSTED.match(run.text))


def _is_labelled(label: Run, run: Run) -> bool:
    """Return whether the line stands below one that says that it is a date."""
    return label.text.casefold().strip(" :") in _LABELS and run.role not in ("comments", "related")


def _opening(story: Sequence[Run], lang: str) -> Iterator[str]:
    for run in story:
        found = _OPENING.match(run.text)
        date = moments.find_date(found[1], lang) if found else None
        if date and moments.is_date_line(found[1]):  # type: ignore[index]
            yield date


def _dates(place: Sequence[Run], lang: str, only: tuple[str, ...] = ()) -> Iterator[str]:
    lines = [run for run in place if run.role not in _ELSEWHERE and not run.inside.in_figure]
    firm, changed = _stated(lines, lang)
    yield from firm
    lines = [run for run in lines if length_of(run.text) <= _LINE and (not only or run.role in only)]
    for run in lines:
        found = moments.find_date(_unchanged(run), lang)
        if found:
            yield found
    for run in lines:
        found = moments.find_short_date(run.text, lang) if len(run.text) <= _SHORT else None
        if found:
            yield found
    yield from changed


def _unchanged(run: Run) -> str:
    """Return the words of a line, without the parts that say that they hold the time of the last change."""
    changed = [
        element
        for piece in run.pieces
        if not isinstance(piece, str)
        for element in piece.iter("span", "time", "abbr")
        if _CHANGED.search(element.get("class") or "")
    ]
    text = run.text
    for element in changed:
        without = text.replace(" ".join("".join(map(str, element.itertext())).split()), " ", 1)
        text = without if moments.find_date(without) else text
    return text


def _stated(lines: list[Run], lang: str) -> tuple[list[str], list[str]]:
    """Return the dates that elements state beside their words; and those of them that are of the last change."""
    firm: list[str] = []
    changed: list[str] = []
    for run in lines:
        for element in _elements(run):
            for name in _STATING if element.tag != "abbr" else (*_STATING, "title"):
                text = element.get(name)
                found = moments.moment(text, lang) if text and any(map(str.isdigit, text)) else None
                if not found or len(found) < len("2019-11-20"):
                    continue
                said = " ".join("".join(map(str, element.itertext())).split()) if element.tag == "time" else ""
                shown = moments.find_date(said, lang) if len(said) <= _SHORT else None
                if shown and abs(_day(shown) - _day(found)) > 1:
                    found = shown  # Readers are believed; a day's difference is one of time zones.
                is_change = _CHANGED.search(element.get("class") or "") or moments.says_change(said)
                (changed if is_change else firm).append(found)
    return firm, changed


def _day(date: str) -> int:
    """Return a number that grows by one from day to day within a month."""
    return int(date[:4]) * 372 + int(date[5:7]) * 31 + int(date[8:10])


def _elements(run: Run) -> Iterator[_Element]:
    for piece in run.pieces:
        if not isinstance(piece, str):
            yield from piece.iter("time", "abbr", "span", "em", "small", "i", "b")
    yield run.inside.element

"""The date that a page shows, where it states none to machines."""

from __future__ import annotations

from itertools import chain

from converter.prose import moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from converter.readers.html.page import Run

_STATING = ("datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "content")
_ELSEWHERE = ("comments", "related", "advertisement", "subscribe", "consent", "form", "tags")
_OF_DATES = ("date", "byline", "after")
_ABOVE, _PROSE, _LINE = 40, 160, 200


def dates_shown(runs: Sequence[Run], headline: Run | None, lang: str) -> tuple[Iterator[str], Iterator[str]]:
    """Return the dates between the headline and the first paragraphs; and those elsewhere: above, the nearest first,
    then below.

    Of each place the dates in attributes for machines come first, then those in words; below the story, in lines
    that are there for it.
    """
    at = next((at for at, run in enumerate(runs) if run is headline), None)
    start = 0 if at is None else at + 1
    first = _first_prose(runs, start)
    # A page's own top may say today's date: what stands nearest to the story is asked first.
    between = _dates(runs[start:first] if at is not None else runs[start:first][::-1], lang)
    above = _dates(runs[max(0, start - _ABOVE) : start][::-1], lang)
    return between, chain(above, _dates(runs[first:], lang, only=_OF_DATES))


def _dates(place: Sequence[Run], lang: str, only: tuple[str, ...] = ()) -> Iterator[str]:
    lines = [run for run in place if run.role not in _ELSEWHERE and not run.inside.in_figure]
    yield from _stated(lines, lang)
    for run in lines:
        if len(run.text) <= _LINE and (not only or run.role in only):
            found = moments.find_date(run.text, lang)
            if found:
                yield found


def _first_prose(runs: Sequence[Run], start: int) -> int:
    prose = (at for at, run in enumerate(runs) if at >= start and run.role == "story" and len(run.text) > _PROSE)
    return next(prose, len(runs))


def _stated(lines: list[Run], lang: str) -> Iterator[str]:
    """Yield the dates that elements state beside their words."""
    for run in lines:
        for element in _elements(run):
            for name in _STATING if element.tag != "abbr" else (*_STATING, "title"):
                text = element.get(name)
                found = moments.moment(text, lang) if text and any(map(str.isdigit, text)) else None
                if found and len(found) >= len("2019-11-20"):
                    yield found


def _elements(run: Run) -> Iterator[_Element]:
    for piece in run.pieces:
        if not isinstance(piece, str):
            yield from piece.iter("time", "abbr", "span", "em", "small", "i", "b")
    yield run.inside.element

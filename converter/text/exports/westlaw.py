"""Westlaw: where the paper printed it and its number above, the index below.

NewsRoom
3/5/12 Sample Times (Eastmere, Ohio) A1
2012 WLNR 1234567

Sample Times
Copyright (c) 2012 Sample Times

March 5, 2012

Section: News

Bridge at Eastmere opens again

Ann Example

… the story …

---- Index References ----

Company: SAMPLE BRIDGES LTD

Language: EN
Word Count: 532
END OF DOCUMENT
"""

from __future__ import annotations

from converter.text.bylines.byline import find_byline_rule
from converter.text.bylines.name_alone import is_name_alone
from converter.text.exports.fields import date_in, is_copyright, is_empty
from converter.text.exports.nexis import is_end
from converter.text.exports.record import Record, Sheet
from converter.text.patterns import Pattern

_NUMBER = Pattern(r"(?P<number>(?:19|20)\d\d WLNR \d{3,9})")
_INDEX = Pattern(r"-{3,} ?Index References ?-{3,}")
_CODE = Pattern(r"Language: ?(?P<lang>[A-Z]{2})")
_SECTION = "Section:"
_NUMBER_LINES, _HEAD_LINES = 8, 12
_LONGEST_HEADLINE = 200
_LEAST_LEFT = 2


def number_in(line: str) -> str:
    """Return the number that Westlaw gives a document and a line says alone, or an empty string."""
    match = _NUMBER.fullmatch(line.strip()) if " WLNR " in line else None
    return match["number"] if match else ""


def is_numbered(line: str) -> bool:
    """Return whether a line says the number of a document."""
    return bool(number_in(line))


def find(lines: list[str]) -> Record | None:
    """Return the record that the lines are, or None."""
    filled = [at for at, line in enumerate(lines) if not is_empty(line)]
    numbered = next((at for at in filled[:_NUMBER_LINES] if number_in(lines[at])), None)
    if numbered is None:
        return None
    below = next((at for at in filled if _INDEX.fullmatch(lines[at].strip())), None)
    ended = next((at for at in filled if at > numbered and is_end(lines[at])), None)
    if below is None and ended is None:
        return None
    end = min(at for at in (below, ended) if at is not None)
    sheet = Sheet(lines)
    sheet.furniture(0, numbered + 1, "database-number")
    head = [at for at in filled if numbered < at < end][:_HEAD_LINES]
    rights = [at for at in head[:_HEAD_LINES] if is_copyright(lines[at])]
    for at in rights:
        sheet.furniture(at, at + 1, "database-copyright", "copyright")
    others = [at for at in head if at not in rights]
    day = next((at for at in others[: _LEAST_LEFT + 1] if date_in(lines[at]) is not None), None)
    start = (rights[-1] if rights else numbered) + 1
    if day is not None:
        sheet.furniture(numbered, day + 1, "database-paper")
        start = _end_of_head(sheet, [at for at in others if at > day], day, end)
    sheet.furniture(end, len(lines), "database-number")
    code = next((match["lang"] for at in filled if at > end and (match := _CODE.fullmatch(lines[at].strip()))), None)
    return Record(
        *sheet.parted(start, end),
        code.lower() if code else None,
        date_in(lines[day]) if day is not None else None,
        sheet.text(others[0]) if day is not None and others[0] < day else "",
        " ".join(map(sheet.text, rights)),
        number_in(lines[numbered]),
        "westlaw",
    )


def _end_of_head(sheet: Sheet, below: list[int], day: int, end: int) -> int:
    """Find section, headline and byline below the day; return the line behind them."""
    while below and sheet.text(below[0]).startswith(_SECTION):
        sheet.furniture(below[0], below[0] + 1, "database-field")
        day, below = below[0], below[1:]
    if len(below) < _LEAST_LEFT or len(sheet.text(below[0])) > _LONGEST_HEADLINE:
        return day + 1
    sheet.whole(below[0], below[0] + 1, "headline", "database-headline")
    text = sheet.text(below[1])
    story = "\n".join(sheet.lines[below[1] + 1 : end])
    if find_byline_rule(text, after_headline=True, after_label=False) is None and not is_name_alone(text, story):
        return below[0] + 1
    sheet.whole(below[1], below[1] + 1, "byline", "database-byline")
    return below[1] + 1

"""Tables with their columns aligned, as in a wire story."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from converter.writers.text.wrapping import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.model.block import Alignment, Cell, Row

_GAP = "  "
_WIDEST = 100
"""A cell that takes more columns does not widen the others' column: one long text must not push a whole table apart."""


class _Place:
    """One cell in the grid: the columns from `start` up to `end`."""

    __slots__ = ("align", "end", "is_last", "start", "words")

    def __init__(self, start: int, end: int, words: str, align: Alignment | None) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.align = align
        self.is_last = False


def table_lines(rows: tuple[Row, ...], words_of: Callable[[Cell], str]) -> list[str]:
    """Return one line a row: each column as wide as its widest cell, two spaces between columns.

    A cell over several columns takes their width together; below a cell over
    several rows its place stays empty.
    """
    grid = _grid(rows, words_of)
    # Only columns in which some cell begins are columns to a reader, whatever the spans say.
    starts = sorted({place.start for row in grid for place in row})
    for row in grid:
        for place in row:
            place.start, place.end = bisect_left(starts, place.start), bisect_left(starts, place.end)
    widths = _widths(grid, len(starts))
    lefts = [0, *accumulate(width + len(_GAP) for width in widths)]
    return [_line(row, lefts) for row in grid]


def _grid(rows: tuple[Row, ...], words_of: Callable[[Cell], str]) -> list[list[_Place]]:
    reaching: list[tuple[int, int, int]] = []
    """Cells from above: first column, column after the last, how many more rows; from left to right."""
    grid: list[list[_Place]] = []
    for row in rows:
        places: list[_Place] = []
        below = [(start, end, left - 1) for start, end, left in reaching if left > 1]
        column = passed = 0
        for cell in row.cells:
            while passed < len(reaching) and reaching[passed][0] <= column:
                column = max(column, reaching[passed][1])
                passed += 1
            end = column + cell.colspan
            places.append(_Place(column, end, words_of(cell), cell.align))
            if cell.rowspan > 1:
                below.append((column, end, cell.rowspan - 1))
            column = end
        if places:
            places[-1].is_last = True
        grid.append(places)
        reaching = sorted(below)
    return grid


def _widths(grid: list[list[_Place]], count: int) -> list[int]:
    widths = [0] * count
    places = [place for row in grid for place in row]
    # Single cells first: a wide one then only adds to its last column what is missing.
    for place in sorted(places, key=lambda place: place.end - place.start):
        span = place.end - place.start
        if span > 1 and place.is_last:
            continue  # It runs on: nothing follows in its row.
        missing = columns(place.words) - sum(widths[place.start : place.end]) - len(_GAP) * (span - 1)
        if missing > 0:
            widths[place.end - 1] = min(widths[place.end - 1] + missing, _WIDEST)
    return widths


def _line(places: list[_Place], lefts: list[int]) -> str:
    pieces: list[str] = []
    taken = 0
    for place in places:
        size = columns(place.words)
        spare = max(0, lefts[place.end] - lefts[place.start] - len(_GAP) - size)
        before = {"end": spare, "center": spare // 2}.get(place.align or "start", 0)
        # Where a cell before it ran over, the gap at least stays.
        space = max(lefts[place.start] + before - taken, len(_GAP) if pieces else 0)
        pieces.append(" " * space + place.words)
        taken += space + size
    return "".join(pieces).rstrip(" ")

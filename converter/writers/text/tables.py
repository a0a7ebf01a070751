"""Tables with their columns aligned, as in a wire story."""

from __future__ import annotations

from converter.writers.text.wrapping import columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.article import Alignment, Cell, Row

_GAP = "  "


class _Place:
    """One cell in the grid."""

    __slots__ = ("align", "column", "is_last", "span", "words")

    def __init__(self, column: int, span: int, words: str, align: Alignment | None) -> None:
        self.column = column
        self.span = span
        self.words = words
        self.align = align
        self.is_last = False


def table_lines(rows: tuple[Row, ...], words_of: Callable[[Cell], str]) -> list[str]:
    """Return one line a row: each column as wide as its widest cell, two spaces between columns.

    A cell over several columns takes their width together; below a cell over
    several rows its place stays empty.
    """
    grid = _grid(rows, words_of)
    widths = _widths(grid)
    return [_line(row, widths) for row in grid]


def _grid(rows: tuple[Row, ...], words_of: Callable[[Cell], str]) -> list[list[_Place]]:
    taken: dict[int, int] = {}
    """Column → how many more rows a cell from above reaches down."""
    grid: list[list[_Place]] = []
    for row in rows:
        places: list[_Place] = []
        column = 0
        below = {reached: left - 1 for reached, left in taken.items() if left > 1}
        for cell in row.cells:
            while column in taken:
                column += 1
            places.append(_Place(column, cell.colspan, words_of(cell), cell.align))
            if cell.rowspan > 1:
                below.update((column + step, cell.rowspan - 1) for step in range(cell.colspan))
            column += cell.colspan
        if places:
            places[-1].is_last = True
        grid.append(places)
        taken = below
    return grid


def _widths(grid: list[list[_Place]]) -> list[int]:
    places = [place for row in grid for place in row]
    widths = [0] * max((place.column + place.span for place in places), default=0)
    # Single cells first: a wide one then only adds to its last column what is missing.
    for place in sorted(places, key=lambda place: place.span):
        if place.span > 1 and place.is_last:
            continue  # It runs on: nothing follows in its row.
        there = widths[place.column : place.column + place.span]
        missing = columns(place.words) - sum(there) - len(_GAP) * (place.span - 1)
        if missing > 0:
            widths[place.column + place.span - 1] += missing
    return widths


def _line(places: list[_Place], widths: list[int]) -> str:
    line = ""
    lefts = [sum(widths[:column]) + len(_GAP) * column for column in range(len(widths) + 1)]
    for place in places:
        width = lefts[place.column + place.span] - lefts[place.column] - len(_GAP)
        spare = max(0, width - columns(place.words))
        before = {"end": spare, "center": spare // 2}.get(place.align or "start", 0)
        line += " " * (lefts[place.column] + before - columns(line)) + place.words
    return line.rstrip(" ")

"""Where the cells of a table stand: rows → columns, with what spans over rows and columns counted."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def columns(rows: Iterable[Sequence[tuple[int, int]]]) -> list[list[int]]:
    """Return the first column, from 0, of each cell of each row; a cell is given as its rowspan and colspan."""
    placed: list[list[int]] = []
    taken: dict[int, int] = {}
    """Column → how many rows more a cell above takes it for."""
    for cells in rows:
        at = 0
        here: list[int] = []
        new: dict[int, int] = {}
        for rowspan, colspan in cells:
            while any(taken.get(column, 0) for column in range(at, at + colspan)):
                at += 1
            here.append(at)
            new |= dict.fromkeys(range(at, at + colspan), rowspan)
            at += colspan
        placed.append(here)
        taken = {column: left - 1 for column, left in (taken | new).items() if left > 1}
    return placed

"""Tables: lines that stand under each other in columns, as they are, or as cells where tabs say which.

Tabs part cells for sure where each line has as many of them and no column is
empty. Blanks do not: `New  York` may be one cell or two, so such lines keep
their columns as they were typed. Nor does a tab behind a bullet or a number,
which is the indent of a list (`docs/decisions/0105-tabs-part-cells.md`).
"""

from __future__ import annotations

from converter.model.block import Cell, Paragraph, Preformatted, Row, Table
from converter.model.inline import inlines
from converter.text.lines import has_digit
from converter.text.patterns import Pattern

_LIST_MARK = Pattern(r"\W*|\(?(?:\d{1,3}|\w)[.)]")
_MOST_CELLS = 2_000
"""More are data, not a table of a story; as lines they take a tenth of the memory."""


def table_of(lines: str) -> Table | Preformatted:
    """Return the table that the lines are; what they hold but for the tabs is in its cells, in order."""
    rows = [[cell.strip(" ") for cell in line.split("\t")] for line in lines.split("\n")]
    if not _are_cells(rows):
        return Preformatted(inlines(lines), inferred="table-columns")
    first, *others = rows
    if _is_head(first, others):
        return Table(_body(others), head=(_row(first, header=True),), inferred="table-tabs")
    return Table(_body(rows), inferred="table-tabs")


def _are_cells(rows: list[list[str]]) -> bool:
    """Return whether the tabs of the rows part cells: as many in each, at least two, in columns that all have some."""
    count = len(rows[0])
    return (
        count > 1
        and len(rows) * count <= _MOST_CELLS
        and all(len(row) == count for row in rows)
        and all(any(column) for column in zip(*rows, strict=True))
        and not all(_LIST_MARK.fullmatch(row[0]) for row in rows)
    )


def _is_head(first: list[str], others: list[list[str]]) -> bool:
    """Return whether the first row says what the figures below it are: words alone, where all others have figures."""
    return (
        len(others) > 1
        and all(cell and not has_digit(cell) for cell in first[1:])
        and all(has_digit(cell) for row in others for cell in row[1:])
    )


def _body(rows: list[list[str]]) -> tuple[Row, ...]:
    return tuple(_row(row) for row in rows)


def _row(cells: list[str], *, header: bool = False) -> Row:
    return Row(tuple(Cell((Paragraph(inlines(cell)),) if cell else (), header) for cell in cells))

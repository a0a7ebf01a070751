"""Tables as GitHub writes them: a head of one row, then rows of cells that hold one line each (GFM §4.10)."""

from __future__ import annotations

from converter import model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Blocks, Cell, Table

_DELIMITERS = {None: "---", "start": ":--", "center": ":-:", "end": "--:"}


def is_simple(table: Table) -> bool:
    """Return whether nothing but a caption's place is lost when it is written with bars."""
    rows = (*table.head, *table.body)
    columns = {len(row.cells) for row in rows}
    return (
        len(columns) == 1
        and len(table.head) <= 1
        and not table.foot
        and all(_is_simple(cell) for row in rows for cell in row.cells)
        and all(cell.header and cell.scope in (None, "col") for row in table.head for cell in row.cells)
        and not any(cell.header for row in table.body for cell in row.cells)
        and all(len({row.cells[at].align for row in table.body}) <= 1 for at in range(columns.pop()))
    )


def _is_simple(cell: Cell) -> bool:
    match cell.blocks:
        case () | (model.Paragraph(id=None, lang=None, dir=None),):
            return cell.rowspan == cell.colspan == 1
        case _:
            return False


def grid(table: Table) -> tuple[list[list[Blocks]], int]:
    """Return the rows, the head's first and all of one length, and how many things bars cannot say.

    Without a head the first row is empty. A cell over several columns is followed by empty ones.
    """
    rows = [*table.head, *table.body, *table.foot]
    simple = is_simple(table)
    if not table.head:
        rows.insert(0, model.Row(()))
    made: list[list[Blocks]] = []
    for row in rows:
        cells: list[Blocks] = []
        for cell in row.cells:
            cells += [cell.blocks, *[()] * (cell.colspan - 1)]
        made.append(cells)
    width = max(map(len, made), default=0)
    if not width:
        return [], 0
    return [cells + [()] * (width - len(cells)) for cells in made], 0 if simple else 1


def pipe_table(cells: list[list[str]], table: Table) -> list[str]:
    """Return the lines of a table whose first row is the head."""
    first = (table.body or table.head or table.foot)[0].cells
    aligned = [cell.align for cell in first for _ in range(cell.colspan)]
    aligned += [None] * (len(cells[0]) - len(aligned))
    lines = [f"| {' | '.join(row)} |" for row in cells]
    lines.insert(1, f"| {' | '.join(_DELIMITERS[each] for each in aligned[: len(cells[0])])} |")
    return lines

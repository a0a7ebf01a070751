"""Tables: cells in their grid, with header scopes and spans as tags."""

from __future__ import annotations

import re
from bisect import bisect_left

from converter.model.block import (
    Figure,
    Foreign,
    Furniture,
    Heading,
    List,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from converter.model.words import has_words, plain_text
from converter.typeset.tables import Box, TableShape, table_slabs
from converter.writers.pdf import looks as mark
from converter.writers.pdf.tags import Element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Block, Blocks, Cell, Row
    from converter.model.inline import Inlines
    from converter.typeset.lines import SetText
    from converter.typeset.slabs import Align
    from converter.writers.pdf.setter import Setter

_LINE_PT = 12.0
_PADDING_PT = 3.5
_GUTTER_PT = 16.0
_NUMBER = re.compile(r"[(+\-−–]?[$€£¥]?\d[\d.,’'  ]*[%‰)*]?|[-–—−]|n/?a")
_SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


class _Slot:
    """A cell with its place in the grid."""

    __slots__ = ("cell", "column", "columns", "row", "rows")

    def __init__(self, cell: Cell, row: int, column: int, rows: int, columns: int) -> None:
        self.cell = cell
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns


def set_table(setter: Setter, table: Table, element: Element, x_pt: float, measure_pt: float) -> None:
    """Set the table under its element. Spans that reach out of their part of the table are cut to it."""
    role, edge = setter.looks.roles["table"], setter.looks.rules["table-edge"]
    setter.stack.space(role.before_pt)
    if has_words(table.caption):
        caption = Element("Caption", element)
        setter.place(
            setter.runs(table.caption, "table-title", caption, lang=table.lang), "table-title", x_pt, measure_pt
        )
        setter.stack.keep_with_next()
    head = _lay_out(table.head, 0)
    body = _lay_out(table.body, len(head))
    foot = _lay_out(table.foot, len(head) + len(body))
    slots = head + body + foot
    # A table with a head must have a body (ISO 32000-1, table 337), so one without is all body.
    kinds = ["THead"] * len(head) + ["TBody"] * len(body) + ["TFoot"] * len(foot) if body else ["TBody"] * len(slots)
    head_rows = len(head) if body else 0
    count = max(slot.column + slot.columns for row in slots for slot in row)
    if not table.head and not any(slot.cell.header for row in slots for slot in row):
        setter.context.notice("table-without-header", setter.where, writer="pdf")
    numeric = [_is_numeric(slots, column, head_rows) for column in range(count)]
    boxes: list[Box] = []
    group: Element | None = None
    covered = _columns_covered(slots)
    for row, (kind, in_row) in enumerate(zip(kinds, slots, strict=True)):
        if group is None or group.kind != kind:
            group = Element(kind, element)
        line = Element("TR", group)
        for slot in in_row:
            boxes.append(_box(setter, slot, line, kind, table, numeric))
        # All rows are equally wide (ISO 14289-1, 7.5): a short one gets empty cells.
        for _ in range(count - covered[row]):
            Element("TD", line)
    leading = _LINE_PT * setter.room
    shape = TableShape(leading, _PADDING_PT, min(_GUTTER_PT, measure_pt * 0.3 / max(1, count - 1)), edge.weight_pt,
                       setter.looks.rules["table-head"].weight_pt, edge.colour)  # fmt: skip
    page = setter.page
    height = page.height_pt - page.top_pt - page.bottom_pt
    setter.stack.add(table_slabs(boxes, len(kinds), head_rows, x_pt, measure_pt, height, shape))
    setter.stack.space(role.after_pt)


def _lay_out(rows: tuple[Row, ...], first: int) -> list[list[_Slot]]:
    """Return each row's cells at the columns that spans from above leave free (the table model of HTML).

    A row without any cell of its own is left out, and the spans that cross it are shorter by it.
    """
    kept = [index for index, row in enumerate(rows) if row.cells]
    taken: set[tuple[int, int]] = set()
    out: list[list[_Slot]] = []
    for down, index in enumerate(kept):
        column = 0
        in_row: list[_Slot] = []
        for cell in rows[index].cells:
            while (down, column) in taken:
                column += 1
            height = bisect_left(kept, index + cell.rowspan) - down
            width = 1
            while width < cell.colspan and (down, column + width) not in taken:
                width += 1
            taken.update((down + below, column + right) for below in range(height) for right in range(width))
            in_row.append(_Slot(cell, first + down, column, height, width))
            column += width
        out.append(in_row)
    return out


def _columns_covered(slots: list[list[_Slot]]) -> list[int]:
    """Return how many columns each row fills, with the cells that reach into it from above."""
    covered = [0] * len(slots)
    for in_row in slots:
        for slot in in_row:
            for row in range(slot.row, slot.row + slot.rows):
                covered[row] += slot.columns
    return covered


def _is_numeric(slots: list[list[_Slot]], column: int, head_rows: int) -> bool:
    words = [
        " ".join(plain_text(slot.cell.blocks).split())
        for row in slots[head_rows:]
        for slot in row
        if slot.column == column and slot.columns == 1 and not slot.cell.header
    ]
    filled = [text for text in words if text]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)


def _box(setter: Setter, slot: _Slot, line: Element, kind: str, table: Table, numeric: list[bool]) -> Box:
    cell = slot.cell
    is_header = cell.header or kind == "THead"
    parts = []
    if is_header:
        scope = _SCOPES[cell.scope] if cell.scope else "Column" if kind == "THead" else "Row"
        parts.append(f"/Scope/{scope}")
    if slot.rows > 1:
        parts.append(f"/RowSpan {slot.rows}")
    if slot.columns > 1:
        parts.append(f"/ColSpan {slot.columns}")
    element = Element("TH" if is_header else "TD", line, attributes=f"<</O/Table{''.join(parts)}>>" if parts else "")
    align: Align = cell.align or ("end" if slot.columns == 1 and numeric[slot.column] else "start")
    if slot.columns > 1 and kind == "THead" and cell.align is None:
        align = "center"
    texts = _texts(setter, cell.blocks, element, mark.STRONG if is_header and kind == "THead" else 0, table)
    return Box(texts, slot.row, slot.column, slot.rows, slot.columns, align)


def _texts(setter: Setter, blocks: Blocks, element: Element, marks: int, table: Table) -> list[SetText]:
    """Return the cell's blocks as texts, one under the other; what is nested deeper is set as paragraphs."""
    texts: list[SetText] = []
    printed = [block for block in blocks if not isinstance(block, Furniture | Foreign)]
    if any(not isinstance(block, Paragraph | Heading | Preformatted) for block in printed):
        setter.context.notice("nesting-flattened", setter.where, what="blocks in a table's cell", depth=1, writer="pdf")
    lines = [line for block in printed for line in _lines_of(block)]
    for lang, content in lines:
        if not has_words(content):
            continue
        owner = element if len(lines) == 1 else Element("P", element, lang=lang)
        runs = setter.runs(content, "table", owner, marks, lang or table.lang)
        if runs:
            texts.append(setter.words(runs))
    return texts


def _lines_of(block: Block) -> list[tuple[str | None, Inlines]]:
    """Return the texts of a block with their language, in reading order."""
    match block:
        case Paragraph() | Heading() | Preformatted():
            return [(block.lang, block.content)]
        case Quote():
            return [*(line for inner in block.blocks for line in _lines_of(inner)), (block.lang, block.attribution)]
        case List():
            return [line for item in block.items for inner in item.blocks for line in _lines_of(inner)]
        case Table():
            rows = (*block.head, *block.body, *block.foot)
            cells = [line for row in rows for cell in row.cells for inner in cell.blocks for line in _lines_of(inner)]
            return [(block.lang, block.caption), *cells]
        case Figure():
            return [(block.lang, block.caption), (block.lang, block.credit)]
        case Note():
            return [line for inner in block.blocks for line in _lines_of(inner)]
        case _:
            return []

"""Tables: rows and cells with their spans, over one grid of columns."""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.model.words import plain_text
from converter.writers.docx.blocks import blocks, ended
from converter.writers.docx.markup import escape_value, twips
from converter.writers.docx.paragraphs import Form, Place, framed, paragraph
from converter.writers.docx.styles import colour, eighths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.block import Cell, Row, Table
    from converter.writers.docx.story import Story

_MOST_COLUMNS = 63
"""What Word takes; more make a file that it does not open."""
_NARROW, _WIDE = 4, 40
"""Characters between which a column's words decide its share of the width."""
_MOST_DIGITS = 40
"""Characters of what is taken for a number."""
_CHARACTER_TWIPS = 100
"""Of an average character of the role `table`; a guess on the safe side, as no font is at hand."""
_GAP_TWIPS = 270
"""Between two columns, as in the table style."""
_ALIGNED = {"start": "left", "center": "center", "end": "right"}
# Digits with their marks, signs, units of money and per cent; an empty dash stands for a missing number.
_NUMBER = r"[\s+\-−–—±<>~≈$€£¥₹%‰.,:/'’()\d\u00a0\u202f]*\d[\s.,:/'’)%‰$€£¥₹\d\u00a0\u202f]*|[-–—]"


class Placed(Value):
    """A cell on the grid, or the rest of one that began in a row above."""

    cell: Cell | None
    """None: where a row is too short, or goes on from above."""
    start: int
    stop: int
    """The first column after it."""
    begins_span: bool = False
    goes_on: bool = False


def table(story: Story, block: Table, place: Place) -> str:
    """Return the caption's paragraph and the table.

    More columns than Word takes are written as a paragraph for each cell,
    with a notice.
    """
    title = paragraph(story, Form("TableTitle"), block.caption, place) if block.caption else ended(story)
    title += story.marked(block.id, "")
    grid = _grid(block)
    if grid is None:
        story.context.notice("table-too-wide", columns=_MOST_COLUMNS, writer="docx")
        return title + _as_paragraphs(story, block, place)
    columns = grid[0][-1].stop if grid and grid[0] else 0
    if not columns:
        return title
    head_count = _head_count(block)
    width = twips(place.room_pt(story))
    numeric = _numeric_columns(grid, head_count)
    layout = _Layout(
        widths=tuple(_widths(grid, columns, width, numeric)),
        numeric=numeric,
        head_count=head_count,
        foot_start=len(grid) - len(block.foot),
        place=Place("TableText", "TableText", depth=place.depth + 1, lang=place.lang, dir=place.dir),
    )
    from_right = (place.dir or story.article.dir) == "rtl"
    written = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="NewsTable"/>{"<w:bidiVisual/>" if from_right else ""}',
        f'<w:tblW w:w="{width}" w:type="dxa"/>',
        f'<w:tblInd w:w="{twips(place.indent_pt)}" w:type="dxa"/>' if place.indent_pt else "",
        '<w:tblLayout w:type="fixed"/>',
        # ECMA-376-1 §17.4.56: no bands, no first or last column; the head only where there is one.
        f'<w:tblLook w:val="{"0620" if head_count else "0600"}" w:firstRow="{int(head_count > 0)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{escape_value(plain_text(block.caption))}"/>' if block.caption else "",
        "</w:tblPr><w:tblGrid>",
        *(f'<w:gridCol w:w="{share}"/>' for share in layout.widths),
        "</w:tblGrid>",
    ]
    for number, row in enumerate(grid):
        header = "<w:tblHeader/>" if number < head_count else ""
        cells = "".join(_cell(story, at, layout, number) for at in row)
        written.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
    written.append("</w:tbl>")
    story.gap_pt = story.style.role("table").after_pt
    return title + "".join(written)


class _Layout(Value):
    """What all cells of one table share."""

    widths: tuple[int, ...]
    """Of each column, in twips."""
    numeric: frozenset[int]
    """Columns that hold only numbers, which are set right."""
    head_count: int
    foot_start: int
    place: Place


def _cell(story: Story, at: Placed, layout: _Layout, row: int) -> str:
    span = at.stop - at.start
    width = sum(layout.widths[at.start : at.stop])
    is_head = row < layout.head_count
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + ('<w:vMerge w:val="restart"/>' if at.begins_span else "<w:vMerge/>" if at.goes_on else "")
        + _rules(story, layout, row)
        # The last column's words end where the rules do.
        + ('<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' if at.stop == len(layout.widths) else "")
        + ('<w:vAlign w:val="bottom"/>' if is_head else "")
    )
    cell = at.cell
    content = ""
    if cell is not None:
        aligned = _alignment(at, cell, layout)
        style = "TableHeading" if cell.header or is_head else "TableText"
        inside = layout.place.replace(style=style, first_style=style, aligned=aligned, width_pt=width / 20)
        content = blocks(story, cell.blocks, inside) + ended(story)
    if not content.endswith("</w:p>"):  # A cell ends in a paragraph (ECMA-376-1 §17.4.65).
        content += framed(story, Form("TableText"), "", layout.place)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _alignment(at: Placed, cell: Cell, layout: _Layout) -> str:
    """Return what the source says; else numbers stand right, and what spans several columns of them in the middle."""
    if cell.align:
        return _ALIGNED[cell.align]
    if not layout.numeric.issuperset(range(at.start, at.stop)):
        return ""
    return "right" if at.stop - at.start == 1 else "center"


def _rules(story: Story, layout: _Layout, row: int) -> str:
    """Return the rule under a head of several rows, or above a foot; the style knows the first row only."""
    side = "bottom" if 1 < layout.head_count == row + 1 else "top" if 0 < row == layout.foot_start else ""
    if not side:
        return ""
    rule = story.style.rule("table-head")
    line = f'w:val="single" w:sz="{eighths(rule)}" w:space="0" w:color="{colour(rule.colour)}"'
    return f"<w:tcBorders><w:{side} {line}/></w:tcBorders>"


def _as_paragraphs(story: Story, block: Table, place: Place) -> str:
    inner = place.replace(style="TableText", first_style="TableText")
    return "".join(
        blocks(story, cell.blocks, inner) + ended(story)
        for row in (*block.head, *block.body, *block.foot)
        for cell in row.cells
    )


# ── The grid ────────────────────────────────────────────────────────────────


def _grid(block: Table) -> list[list[Placed]] | None:
    """Return the rows, each as long as the others, or None when there are more columns than Word takes.

    A column is where some cell begins or ends, so a span of a thousand over
    nothing is one column.
    """
    rows: list[list[Placed]] = []
    for group in (block.head, block.body, block.foot):
        for row in _placed(group):
            if len(row) > _MOST_COLUMNS:
                return None
            rows.append(row)
    edges = sorted({0} | {edge for row in rows for at in row for edge in (at.start, at.stop)})
    if len(edges) - 1 > _MOST_COLUMNS:
        return None
    index = {edge: number for number, edge in enumerate(edges)}
    return [_filled(row, index) for row in rows]


def _filled(row: list[Placed], index: dict[int, int]) -> list[Placed]:
    out: list[Placed] = []
    column = 0
    for at in row:
        start, stop = index[at.start], index[at.stop]
        if start > column:
            out.append(Placed(None, column, start))
        out.append(at.replace(start=start, stop=stop))
        column = stop
    if column < len(index) - 1:
        out.append(Placed(None, column, len(index) - 1))
    return out


def _placed(rows: tuple[Row, ...]) -> Iterator[list[Placed]]:
    """Yield where the cells of each row stand; spans end with the group, and never cover another cell."""
    running: list[tuple[int, int, int]] = []
    """Start, stop and rows left of each span from above, in order of start."""
    for number, row in enumerate(rows):
        left = len(rows) - number
        placed = [Placed(None, start, stop, goes_on=True) for start, stop, _ in running]
        after = [(start, stop, rest - 1) for start, stop, rest in running if rest > 1]
        column = 0
        for cell in row.cells:
            start = _free(column, running)
            stop = min([start + cell.colspan, *(begin for begin, _, _ in running if begin > start)])
            depth = min(cell.rowspan, left)
            placed.append(Placed(cell, start, stop, begins_span=depth > 1))
            if depth > 1:
                after.append((start, stop, depth - 1))
            column = stop
        yield sorted(placed, key=lambda at: at.start)
        running = sorted(after)


def _free(column: int, running: list[tuple[int, int, int]]) -> int:
    for start, stop, _ in running:
        if start <= column < stop:
            column = stop
    return column


def _head_count(block: Table) -> int:
    """Return how many rows are repeated on each page: the head's, or those at the top that hold only headers."""
    if block.head:
        return len(block.head)
    rows = 0
    for row in block.body:
        if not row.cells or not all(cell.header and cell.scope in (None, "col", "colgroup") for cell in row.cells):
            break
        rows += 1
    return rows if rows < len(block.body) else 0


def _numeric_columns(grid: list[list[Placed]], head_rows: int) -> frozenset[int]:
    """Return the columns whose cells below the head hold only numbers."""
    words: dict[int, list[str]] = {}
    for row in grid[head_rows:]:
        for at in row:
            if at.cell is not None and at.stop - at.start == 1:
                words.setdefault(at.start, []).append(plain_text(at.cell.blocks).strip())
    return frozenset(
        column for column, texts in words.items() if any(texts) and all(not text or _is_number(text) for text in texts)
    )


def _is_number(text: str) -> bool:
    # The pattern takes time with the square of the length, and no number is long.
    return len(text) <= _MOST_DIGITS and re.fullmatch(_NUMBER, text) is not None


def _widths(grid: list[list[Placed]], columns: int, total: int, numeric: frozenset[int]) -> list[int]:
    """Return the width of each column in twips, `total` together.

    Where the words fit in one line each, the columns of words share what is
    over, but the last column, so that the table reaches both edges. Where they
    do not, the width is shared by the longest cells, within bounds.
    """
    longest = [_NARROW] * columns
    for row in grid:
        for at in row:
            if at.cell is not None and at.stop - at.start == 1:
                lines = plain_text(at.cell.blocks).splitlines()
                longest[at.start] = max(longest[at.start], *map(len, lines)) if lines else longest[at.start]
    weights = [float(length * _CHARACTER_TWIPS + _GAP_TWIPS) for length in longest]
    over = total - sum(weights)
    if over >= 0:
        wordy = [column for column in range(columns) if column not in numeric] or list(range(columns))
        sharing = [column for column in wordy if column < columns - 1] or wordy
        together = sum(weights[column] for column in sharing)
        for column in sharing:
            weights[column] += over * weights[column] / together
    else:
        weights = [float(min(length, _WIDE)) for length in longest]
    edges = [0.0]
    for weight in weights:
        edges.append(edges[-1] + weight)
    places = [round(total * edge / edges[-1]) for edge in edges]
    return [places[column + 1] - places[column] for column in range(columns)]

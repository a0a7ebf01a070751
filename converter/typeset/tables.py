"""Tables: widths of columns from what stands in them, and each row as a slab."""

from __future__ import annotations

from converter.typeset.linebreak import FORBIDDEN, FORCED
from converter.typeset.lines import break_lines
from converter.typeset.slabs import RuleMark, Slab, TextMark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.typeset.lines import SetText
    from converter.typeset.slabs import Align, Mark


_KEPT_WHOLE = 0.4
"""A table that takes up no more than this share of a page is not broken."""


class Box:
    """One cell: its texts one below the other, its place in the grid, and how it is aligned."""

    __slots__ = ("align", "column", "columns", "row", "rows", "texts")

    def __init__(
        self, texts: list[SetText], row: int, column: int, rows: int = 1, columns: int = 1, align: Align = "start"
    ) -> None:
        self.texts = texts
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
        self.align = align


class TableShape:
    """The lengths that a table is set with, in points."""

    __slots__ = ("colour", "edge_pt", "gutter_pt", "head_rule_pt", "leading_pt", "padding_pt")

    def __init__(
        self, leading_pt: float, padding_pt: float, gutter_pt: float, edge_pt: float, head_rule_pt: float, colour: str
    ) -> None:
        self.leading_pt = leading_pt
        self.padding_pt = padding_pt
        self.gutter_pt = gutter_pt
        self.edge_pt = edge_pt
        self.head_rule_pt = head_rule_pt
        self.colour = colour


def table_slabs(
    boxes: list[Box], rows: int, head_rows: int, x_pt: float, measure_pt: float, page_pt: float, shape: TableShape
) -> list[Slab]:
    """Return a slab a row, more only for a row taller than `page_pt`; the head is kept with the first row and repeats.

    The boxes come row by row, and each row's from left to right.
    """
    widths = _column_widths(boxes, measure_pt, shape.gutter_pt)
    lefts = [x_pt]
    for width in widths:
        lefts.append(lefts[-1] + width + shape.gutter_pt)
    for box in boxes:
        for text in box.texts:
            break_lines(text, _width_of(box, widths, shape.gutter_pt))
    heights = _row_heights(boxes, rows, page_pt, shape)
    by_row: list[list[Box]] = [[] for _ in range(rows)]
    for box in boxes:
        by_row[box.row].append(box)
    slabs: list[Slab] = []
    head: list[Slab] = []
    joined = {row for box in boxes for row in range(box.row, box.row + box.rows - 1)}
    for row in range(rows):
        drops = [0.0] * len(by_row[row])
        if row < head_rows:
            # Heads stand on the line under them.
            drops = [sum(heights[row : row + box.rows]) - _height_of(box, shape) for box in by_row[row]]
        made = _row_slabs(by_row[row], drops, heights[row], lefts, widths, page_pt, shape)
        if row == 0:
            made[0].marks.insert(0, RuleMark(x_pt, 0.0, measure_pt, shape.edge_pt, shape.colour))
        last = made[-1]
        if row == head_rows - 1:
            last.marks.append(RuleMark(x_pt, last.height_pt, measure_pt, shape.head_rule_pt, shape.colour))
        if row == rows - 1:
            last.marks.append(RuleMark(x_pt, last.height_pt, measure_pt, shape.edge_pt, shape.colour))
        if row < head_rows:
            head += made
        elif sum(slab.height_pt for slab in head) < page_pt / 3:
            for slab in made:
                slab.repeats = tuple(head)
        last.keeps = row < head_rows or row in joined or row in (head_rows, rows - 2)
        slabs += made
    if sum(slab.height_pt for slab in slabs) <= page_pt * _KEPT_WHOLE:
        for slab in slabs[:-1]:
            slab.keeps = True
    return slabs


def _row_heights(boxes: list[Box], rows: int, page_pt: float, shape: TableShape) -> list[float]:
    heights = [shape.leading_pt + shape.padding_pt] * rows
    for box in boxes:
        if box.rows == 1:
            heights[box.row] = max(heights[box.row], _height_of(box, shape))
    for box in boxes:
        if box.rows > 1:
            short = _height_of(box, shape) - sum(heights[box.row : box.row + box.rows])
            if short > 0:
                # A cell that no page can hold needs all its room in the row that it starts in, where it can be cut.
                at = box.row + box.rows - 1 if _height_of(box, shape) < page_pt / 2 else box.row
                heights[at] += short
    return heights


def _height_of(box: Box, shape: TableShape) -> float:
    return sum(len(text.lines) for text in box.texts) * shape.leading_pt + shape.padding_pt


def _width_of(box: Box, widths: list[float], gutter: float) -> float:
    return sum(widths[box.column : box.column + box.columns]) + gutter * (box.columns - 1)


def _row_slabs(
    boxes: list[Box],
    drops: list[float],
    height: float,
    lefts: list[float],
    widths: list[float],
    page_pt: float,
    shape: TableShape,
) -> list[Slab]:
    lines_of = [[(text, number) for text in box.texts for number in range(len(text.lines))] for box in boxes]
    fit = max(1, int((page_pt - shape.padding_pt) / shape.leading_pt))
    if height <= page_pt:
        fit = max([1, *map(len, lines_of)])
    slabs: list[Slab] = []
    start = 0
    while True:
        marks: list[Mark] = []
        for box, lines, drop in zip(boxes, lines_of, drops, strict=True):
            marks += _box_marks(box, lines[start : start + fit], drop, lefts, widths, shape)
        start += fit
        if all(start >= len(lines) for lines in lines_of):
            left = height - sum(slab.height_pt for slab in slabs)
            slabs.append(Slab(min(max(left, shape.leading_pt + shape.padding_pt), page_pt), marks))
            return slabs
        slabs.append(Slab(fit * shape.leading_pt + shape.padding_pt, marks))


def _box_marks(
    box: Box,
    lines: list[tuple[SetText, int]],
    drop: float,
    lefts: list[float],
    widths: list[float],
    shape: TableShape,
) -> list[Mark]:
    marks: list[Mark] = []
    room = _width_of(box, widths, shape.gutter_pt)
    for index, (text, number) in enumerate(lines):
        look = text.owners[0].look.base
        baseline = (shape.leading_pt + shape.padding_pt - look.ascent_pt - look.descent_pt) / 2 + look.ascent_pt
        free = room - text.lines[number].width_pt
        x = lefts[box.column] + {"start": 0.0, "center": free / 2, "end": free}[box.align]
        marks.append(TextMark(text, number, x, baseline + drop + index * shape.leading_pt))
    return marks


def _column_widths(boxes: list[Box], measure: float, gutter: float) -> list[float]:
    """Return the widths: what the cells would like where that fits, else by what they need at least."""
    count = max((box.column + box.columns for box in boxes), default=1)
    gutter_total = gutter * (count - 1)
    room = max(measure - gutter_total, 1.0)
    wanted, least = [0.0] * count, [0.0] * count
    # Narrow cells first: a wide one only adds what they leave short.
    for box in sorted(boxes, key=lambda box: (box.columns, box.row, box.column)):
        natural, smallest = _needs(box)
        _spread(wanted, box, natural, gutter)
        _spread(least, box, smallest, gutter)
    if sum(wanted) <= room:
        ragged = [column for column in range(count) if not _is_right_aligned(boxes, column)] or [0]
        extra = room - sum(wanted)
        # What is over goes to the first column, as in a newspaper; to all columns of words where those are many.
        takers = ragged[:1] if len(ragged) < 3 else ragged
        return [width + (extra / len(takers) if column in takers else 0.0) for column, width in enumerate(wanted)]
    if sum(least) >= room:
        return [room * width / sum(least) for width in least]
    return _share(wanted, least, room)


def _share(wanted: list[float], least: list[float], room: float) -> list[float]:
    """Return widths that add up to the room: narrow columns as they like, the wide ones share what is left."""
    widths = list(least)
    open_columns = sorted(range(len(wanted)), key=lambda column: wanted[column])
    left = room
    while open_columns:
        column = open_columns[0]
        # What the others need at least is theirs.
        fair = min(left / len(open_columns), left - sum(least[other] for other in open_columns[1:]))
        if wanted[column] > fair:
            break
        widths[column] = wanted[column]
        left -= wanted[column]
        open_columns.pop(0)
    over = left - sum(least[column] for column in open_columns)
    claims = sum(wanted[column] - least[column] for column in open_columns)
    for column in open_columns:
        widths[column] = least[column] + over * (wanted[column] - least[column]) / claims
    return widths


def _is_right_aligned(boxes: list[Box], column: int) -> bool:
    own = [box.align == "end" for box in boxes if box.column == column and box.columns == 1]
    return bool(own) and all(own)


def _spread(widths: list[float], box: Box, needed: float, gutter: float) -> None:
    columns = range(box.column, box.column + box.columns)
    short = needed - sum(widths[column] for column in columns) - gutter * (box.columns - 1)
    if short > 0:
        for column in columns:
            widths[column] += short / box.columns


def _needs(box: Box) -> tuple[float, float]:
    """Return the cell's width in one line, and that of its longest word."""
    natural = smallest = 0.0
    for text in box.texts:
        line = unit = 0.0
        for word, end in zip(text.words, text.ends, strict=True):
            natural = max(natural, line + word.solid_pt)
            smallest = max(smallest, unit + word.solid_pt)
            line += word.width_pt
            unit = unit + word.width_pt if end == FORBIDDEN else 0.0
            if end == FORCED:
                line = 0.0
    # A hair more, so that rounding never breaks a line that fits.
    return natural + 0.01, smallest + 0.01

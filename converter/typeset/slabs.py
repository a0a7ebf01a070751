"""Slabs: the strips that a page is piled up from, and the baseline grid that they keep.

A slab is never broken: a line of text, a row of a table, a picture. What it
shows are its marks, placed from its top left corner. All vertical space
between two lines of body text is made a whole number of grid lines.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.typeset.lines import SetText

    Mark: TypeAlias = "TextMark | RuleMark | PictureMark"
    Align: TypeAlias = Literal["start", "center", "end"]


_LEAST_GAP_PT = 0.001
"""Less than this is no gap, and cannot be stretched."""


class TextMark:
    """One line of a text: `x_pt` is where its first word starts, `baseline_pt` how far below the slab's top."""

    __slots__ = ("baseline_pt", "line", "text", "x_pt")

    def __init__(self, text: SetText, line: int, x_pt: float, baseline_pt: float) -> None:
        self.text = text
        self.line = line
        self.x_pt = x_pt
        self.baseline_pt = baseline_pt


class RuleMark:
    """A horizontal line; `y_pt` is its middle."""

    __slots__ = ("colour", "weight_pt", "width_pt", "x_pt", "y_pt")

    def __init__(self, x_pt: float, y_pt: float, width_pt: float, weight_pt: float, colour: str) -> None:
        self.x_pt = x_pt
        self.y_pt = y_pt
        self.width_pt = width_pt
        self.weight_pt = weight_pt
        self.colour = colour


class PictureMark:
    """A picture, owned by whoever will draw it."""

    __slots__ = ("height_pt", "owner", "width_pt", "x_pt", "y_pt")

    def __init__(self, owner: object, x_pt: float, y_pt: float, width_pt: float, height_pt: float) -> None:
        self.owner = owner
        self.x_pt = x_pt
        self.y_pt = y_pt
        self.width_pt = width_pt
        self.height_pt = height_pt


class Ribbon:
    """A bar at the left of all slabs that carry it, unbroken over the space between them."""

    __slots__ = ("colour", "weight_pt", "x_pt")

    def __init__(self, x_pt: float, weight_pt: float, colour: str) -> None:
        self.x_pt = x_pt
        self.weight_pt = weight_pt
        self.colour = colour


class Slab:
    """One strip of a page."""

    __slots__ = ("gap_pt", "height_pt", "keeps", "marks", "on_grid", "repeats", "ribbon")

    def __init__(self, height_pt: float, marks: list[Mark], *, on_grid: bool = False, keeps: bool = False) -> None:
        self.height_pt = height_pt
        self.marks = marks
        self.on_grid = on_grid
        """Whether its top lies on a line of the grid."""
        self.keeps = keeps
        """Whether it stays on one page with the next slab."""
        self.gap_pt = 0.0
        """Space above it, none at the top of a page."""
        self.ribbon: Ribbon | None = None
        self.repeats: tuple[Slab, ...] = ()
        """The table's head, drawn again above it where it starts a page."""


def text_slabs(
    text: SetText,
    x_pt: float,
    leading_pt: float,
    measure_pt: float,
    *,
    align: Align = "start",
    on_grid: bool = False,
    hangs: bool = False,
) -> list[Slab]:
    """Return a slab a line, kept together so that two lines at least stand on either side of a page's end.

    Where it `hangs`, a quotation mark that begins a line stands outside the
    measure, so that the letters of all lines begin below each other.
    """
    if not text.lines:
        return []
    look = text.owners[0].look.base
    # The line's box is the leading; ascent and descent share what is over.
    baseline = (leading_pt - look.ascent_pt - look.descent_pt) / 2 + look.ascent_pt
    count = len(text.lines)
    slabs = []
    for number, line in enumerate(text.lines):
        x = x_pt + line.indent_pt
        if align != "start":
            x += (measure_pt - line.width_pt) * (0.5 if align == "center" else 1)
        elif hangs:
            x -= _outside_pt(text, line.start)
        keeps = number == 0 < count - 1 or number == count - 2
        slabs.append(Slab(leading_pt, [TextMark(text, number, x, baseline)], on_grid=on_grid, keeps=keeps))
    return slabs


_HANGING = frozenset("\"'“‘„‚")


def _outside_pt(text: SetText, at: int) -> float:
    """Return the width of the quotation mark that a word begins with, 0 for a word that begins otherwise."""
    shaped = text.words[at].shaped
    if shaped.text[:1] not in _HANGING or shaped.clusters is not None or text.levels is not None:
        return 0.0
    look = text.owners[at].look
    return shaped.glyphs[0].advance * look.size_pt / shaped.face.units


class Stack:
    """Slabs in order, with the space between them: of two spaces that meet, the larger counts."""

    def __init__(self) -> None:
        self.slabs: list[Slab] = []
        self._gap_pt = 0.0

    def space(self, length_pt: float) -> None:
        """Leave at least this much above the next slab."""
        self._gap_pt = max(self._gap_pt, length_pt)

    def add(self, slabs: list[Slab]) -> None:
        """Put the slabs below what is there."""
        if slabs:
            slabs[0].gap_pt = max(slabs[0].gap_pt, self._gap_pt)
            self._gap_pt = 0.0
            self.slabs += slabs

    def keep_with_next(self) -> None:
        """Keep the last slab on one page with what comes next."""
        if self.slabs:
            self.slabs[-1].keeps = True


def hold_grid(slabs: list[Slab], grid_pt: float) -> None:
    """Stretch or shrink the gaps around slabs that are off the grid, so that they take up whole lines together.

    Each stretch of slabs between two lines on the grid is rounded to the
    nearest whole line, and its gaps change in proportion.
    """
    stretch: list[Slab] = []
    for slab in slabs:
        stretch.append(slab)
        if slab.on_grid:
            if len(stretch) > 1 or slab.gap_pt:
                _round_up(stretch, grid_pt)
            stretch = []


def _round_up(stretch: list[Slab], grid_pt: float) -> None:
    gaps = sum(slab.gap_pt for slab in stretch)
    if gaps < _LEAST_GAP_PT:
        return
    total = gaps + sum(slab.height_pt for slab in stretch[:-1])
    missing = round(total / grid_pt) * grid_pt - total
    if missing < -gaps * 0.3:
        missing += grid_pt  # Never much tighter than the style asks.
    factor = (gaps + missing) / gaps
    for slab in stretch:
        slab.gap_pt *= factor

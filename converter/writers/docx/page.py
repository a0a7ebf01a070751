"""The sheet, and what stands on it beside the story: masthead, running head, footer."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.style import PAPERS
from converter.writers.docx.markup import run, twips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.style import Page

_HEADER_PT = 36.0
"""From the edge of the sheet to the running head, and from the footer to the other edge."""
_LEAST_SIDE_PT = 42.0
"""15 mm: a margin that a printer and a thumb need."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


_NO_CAPITALS = '<w:rPr><w:caps w:val="0"/></w:rPr>'


class Sheet(Value):
    """The sheet with its margins, in points."""

    width_pt: float
    height_pt: float
    side_pt: float
    top_pt: float
    bottom_pt: float
    header_pt: float = _HEADER_PT

    @property
    def measure_pt(self) -> float:
        """Return the width of the text."""
        return self.width_pt - 2 * self.side_pt

    @property
    def depth_pt(self) -> float:
        """Return the height of the text."""
        return self.height_pt - self.top_pt - self.bottom_pt


def sheet_of(page: Page, paper: str | None) -> Sheet:
    """Return the sheet: another paper keeps the measure while its margins stay wide enough, and shares the rest."""
    if paper is None:
        return Sheet(page.width_pt, page.height_pt, page.side_pt, page.top_pt, page.bottom_pt)
    width, height = PAPERS[paper]
    side = max(_LEAST_SIDE_PT, (width - page.measure_pt) / 2)
    return Sheet(width, height, side, page.top_pt, page.bottom_pt)


def section(sheet: Sheet, references: str, *, from_right: bool) -> str:
    """Return `w:sectPr`; `references` are its finished header and footer references."""
    side = twips(sheet.side_pt)
    edge = twips(sheet.header_pt)
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{twips(sheet.width_pt)}" w:h="{twips(sheet.height_pt)}"/>'
        f'<w:pgMar w:top="{twips(sheet.top_pt)}" w:right="{side}" w:bottom="{twips(sheet.bottom_pt)}" w:left="{side}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        "<w:titlePg/>" + ("<w:bidi/>" if from_right else "") + "</w:sectPr>"
    )


def header(style_id: str, left: str, right: str, *, from_right: bool) -> str:
    """Return a header part of one line: words at the left, a tab, words at the right."""
    if from_right and right[:1].isdigit():
        # After Arabic letters, 2024-05-22 would be shown as 22-05-2024 (UAX #9, W2).
        right = f"\N{LEFT-TO-RIGHT MARK}{right}"
    # The date is not in capitals, even where the words beside it are.
    return _furniture("hdr", style_id, run(left) if left else "", run(right, _NO_CAPITALS) if right else "", from_right)


def blank_header() -> str:
    """Return a header part without words; without it, LibreOffice draws the running head's rule on a first page too."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}><w:p/></w:hdr>"


def footer(left: str, *, from_right: bool) -> str:
    """Return the footer part: identity at the left, page of pages at the right."""
    number = _field("PAGE") + run(" / ") + _field("NUMPAGES")
    return _furniture("ftr", "Footer", run(left) if left else "", number, from_right)


def _furniture(element: str, style_id: str, left: str, right: str, from_right: bool) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style_id}"/>{"<w:bidi/>" if from_right else ""}</w:pPr>'
    tab = "<w:r><w:tab/></w:r>" if right else ""
    return f"{DECLARATION}<w:{element} {NAMESPACES}><w:p>{properties}{left}{tab}{right}</w:p></w:{element}>"


def _field(name: str) -> str:
    """Return a field with `1` as what it said last; Word and LibreOffice count anew when they lay the page out."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

"""The lines of a PDF's pages, with their place and size, as PDFium reads them."""

from __future__ import annotations

from converter.core.values import Value
from converter.readers.pdf.characters import characters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

    from converter.core.limits import Limits

_OVERLAP = 0.5
"""The share of their height by which two pieces of one line overlap."""
_COLUMN_GAP = 2.5
"""In heights of a letter: pieces on one level that are farther apart stand in two columns."""


class Line(Value):
    """One line on a page; lengths in points, from the page's lower left corner."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Return the height of its letters, about the size of the type."""
        return self.top - self.bottom


def lines_of(document: PdfDocument, limits: Limits) -> Iterator[Line]:
    """Yield the lines of all pages, in the order of the file's text. Raises LimitExceeded over `blocks`."""
    count = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        try:
            pieces = list(_pieces(text, number))
        finally:
            text.close()
            page.close()
        for line in _joined(pieces):
            count += 1
            limits.require("blocks", count, "the number of lines")
            yield line


def _pieces(text: PdfTextPage, page: int) -> Iterator[Line]:
    """Yield what PDFium takes for lines; a letter's place is that of its type, whatever its own shape."""
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    words: list[str] = []
    bounds: list[tuple[float, float, float, float]] = []
    for at, char in (*characters_of(text), (-1, "\n")):
        if char in "\r\n":
            shown = "".join(words)
            if shown.strip(" ") and bounds:
                left, bottom, right, top = zip(*bounds, strict=True)
                yield Line(page, shown, min(left), max(right), min(bottom), max(top))
            words, bounds = [], []
            continue
        words.append(char)
        if char != " " and raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            bounds.append((box.left, box.bottom, box.right, box.top))


def _joined(pieces: list[Line]) -> Iterator[Line]:
    """Yield the lines that pieces of text make: those that follow one another on one level."""
    last: Line | None = None
    for piece in pieces:
        if last is not None and _are_one_line(last, piece):
            gap = piece.left - last.right > 0.12 * last.height
            is_apart = gap and not last.text.endswith(" ") and not piece.text.startswith(" ")
            last = Line(
                last.page,
                last.text + (" " if is_apart else "") + piece.text,
                min(last.left, piece.left),
                max(last.right, piece.right),
                min(last.bottom, piece.bottom),
                max(last.top, piece.top),
            )
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _are_one_line(last: Line, piece: Line) -> bool:
    overlap = min(last.top, piece.top) - max(last.bottom, piece.bottom)
    return (
        overlap >= _OVERLAP * min(last.height, piece.height)
        and piece.left >= last.left
        and piece.left - last.right <= _COLUMN_GAP * max(last.height, piece.height)
    )

"""The outline: one entry a heading, nested by level, so that a reader can jump."""

from __future__ import annotations

from converter.writers.pdf.document import number, text_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.writers.pdf.document import PdfFile
    from converter.writers.pdf.tags import Element


class Entry:
    """One heading: its level from 1, its words as printed, its element."""

    __slots__ = ("element", "kids", "level", "number", "words")

    def __init__(self, level: int, words: str, element: Element) -> None:
        self.level = level
        self.words = words
        self.element = element
        self.kids: list[Entry] = []
        self.number = 0


def write_outline(file: PdfFile, headings: list[Entry], pages: list[int]) -> int | None:
    """Write the outline and return its number, or None for an article without headings."""
    if not headings:
        return None
    top = _nest(headings)
    root = file.reserve()
    for entry in headings:
        entry.number = file.reserve()
    _write_level(file, top, root, pages, depth=1)
    shown = len(top) + sum(len(entry.kids) for entry in top)
    file.put(root, f"<</Type/Outlines/First {top[0].number} 0 R/Last {top[-1].number} 0 R/Count {shown}>>")
    return root


def _nest(headings: list[Entry]) -> list[Entry]:
    top: list[Entry] = []
    path: list[Entry] = []
    for entry in headings:
        while path and path[-1].level >= entry.level:
            path.pop()
        (path[-1].kids if path else top).append(entry)
        path.append(entry)
    return top


def _write_level(file: PdfFile, entries: list[Entry], parent: int, pages: list[int], depth: int) -> None:
    for index, entry in enumerate(entries):
        page, top_pt = entry.element.place or (0, 0.0)
        parts = [
            f"<</Title{text_string(entry.words)}/Parent {parent} 0 R",
            f"/Dest[{pages[page]} 0 R/XYZ null {number(top_pt)} null]",
        ]
        if index:
            parts.append(f"/Prev {entries[index - 1].number} 0 R")
        if index + 1 < len(entries):
            parts.append(f"/Next {entries[index + 1].number} 0 R")
        if entry.kids:
            # Open at the first level (positive: what is shown), closed below (negative: what would be).
            count = len(entry.kids) if depth == 1 else -len(entry.kids)
            parts.append(f"/First {entry.kids[0].number} 0 R/Last {entry.kids[-1].number} 0 R/Count {count}")
        file.put(entry.number, "".join(parts) + ">>")
        _write_level(file, entry.kids, entry.number, pages, depth + 1)

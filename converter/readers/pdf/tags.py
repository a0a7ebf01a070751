"""The structure that a tagged PDF states (ISO 32000-1 §14.7 and §14.8): its elements, with the words of each.

PDFium gives the elements of one page at a time, each at its own place among
its parent's children. So an element that goes on over pages is found again
by its place, and its words are put together.
"""

from __future__ import annotations

from converter.readers.pdf.characters import characters_of
from converter.readers.pdf.layout import appended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from pypdfium2 import PdfDocument, PdfTextPage

    from converter.core.limits import Limits

_LEAST_TAGGED = 0.6
"""The share of the letters that the structure must hold to be believed: the rest are running heads and page numbers."""
_MOST_NAME = 4096


class Words:
    """The words of one piece of marked content."""

    __slots__ = ("is_apart", "opens_line", "text")

    def __init__(self, *, opens_line: bool, is_apart: bool) -> None:
        self.text = ""
        self.opens_line = opens_line
        """Whether a line of the page ends before it."""
        self.is_apart = is_apart
        """Whether a gap on the page stands before it."""


class Tag:
    """An element of the structure."""

    __slots__ = ("alt", "children", "kind")

    def __init__(self, kind: str, alt: str = "") -> None:
        self.kind = kind
        """Its standard type (`P`, `H1`, `LI`), as far as the file maps its own to one."""
        self.alt = alt
        self.children: dict[int, Tag | list[Words]] = {}
        """By their place: elements, and words; those of several pages stand one after the other."""

    def in_order(self) -> Iterator[Tag | Words]:
        """Yield the children in order."""
        for _, child in sorted(self.children.items()):
            if isinstance(child, Tag):
                yield child
            else:
                yield from child


class Structure:
    """What the file states of itself."""

    def __init__(self) -> None:
        self.root = Tag("Document")
        self.outside: list[str] = []
        """Lines that no element holds: running heads, page numbers."""
        self.inside_letters = 0

    def is_believable(self) -> bool:
        """Return whether most of the words stand in elements."""
        outside = sum(map(len, self.outside))
        return self.inside_letters > 0 and self.inside_letters >= _LEAST_TAGGED * (self.inside_letters + outside)


def structure_of(document: PdfDocument, limits: Limits) -> Structure | None:
    """Return the structure, or None where the file states none that holds its text.

    Raises LimitExceeded over `blocks` and `xml_depth`.
    """
    from pypdfium2 import raw

    if not raw.FPDFCatalog_IsTagged(document):
        return None
    found = Structure()
    count = 0

    def take(element: Any, into: Tag, at: int, depth: int, words: dict[int, Words]) -> None:
        nonlocal count
        count += 1
        limits.require("blocks", count, "the number of elements")
        limits.require("xml_depth", depth, "the nesting of elements")
        tag = into.children.get(at)
        if not isinstance(tag, Tag):
            kind = _said(raw.FPDF_StructElement_GetType, element)
            tag = Tag(kind, _said(raw.FPDF_StructElement_GetAltText, element))
            into.children[at] = tag
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
            if child:
                take(child, tag, place, depth + 1, words)
                continue
            said = words.pop(raw.FPDF_StructElement_GetChildMarkedContentID(element, place), None)
            if said is not None:
                found.inside_letters += len(said.text)
                held = tag.children.setdefault(place, [])
                if isinstance(held, list):
                    held.append(said)

    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        tree = raw.FPDF_StructTree_GetForPage(page)
        try:
            words, outside = _words(text)
            for at in range(raw.FPDF_StructTree_CountChildren(tree) if tree else 0):
                element = raw.FPDF_StructTree_GetChildAtIndex(tree, at)
                if element:
                    take(element, found.root, at, 1, words)
            # What is marked, but by no element.
            found.outside += outside + [said.text for said in words.values()]
        finally:
            if tree:
                raw.FPDF_StructTree_Close(tree)
            text.close()
            page.close()
    return found if found.is_believable() else None


def _words(text: PdfTextPage) -> tuple[dict[int, Words], list[str]]:
    """Return number of a piece of marked content → its words; and the lines of what is in none."""
    import ctypes

    from pypdfium2 import raw

    found: dict[int, Words] = {}
    outside: list[str] = []
    numbers: dict[int, int] = {}
    last, line = -1, ""
    ends_line = is_apart = True
    opens_outside = True
    for at, char in characters_of(text):
        if char in "\r\n":
            ends_line = opens_outside = True
            continue
        item = raw.FPDFText_GetTextObject(text, at)
        if not item:
            is_apart = is_apart or char == " "
            if last < 0:
                line = " "
            continue
        key = ctypes.addressof(item.contents)
        number = numbers.get(key)
        if number is None:
            number = numbers[key] = raw.FPDFPageObj_GetMarkedContentID(item)
        if number < 0:
            if opens_outside or last >= 0:
                outside.append("")
                line = ""
            outside[-1] += line + char
            line, opens_outside = "", False
        else:
            words = found.get(number)
            if words is None:
                words = found[number] = Words(opens_line=ends_line, is_apart=is_apart)
                words.text = char
            elif ends_line:
                words.text = appended(words.text, char)
            else:
                words.text += (" " if is_apart and not words.text.endswith(" ") else "") + char
        last, ends_line, is_apart = number, False, False
    return found, [each for each in outside if each.strip()]


def _said(function: Callable[..., int], element: Any) -> str:
    """Return a text that PDFium gives in UTF-16 with a zero at its end."""
    import ctypes

    size = function(element, None, 0)
    if not 2 < size <= _MOST_NAME:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\0", "")

"""Tags: the structure tree that a reader follows, and the parent tree that leads back to it.

Only standard structure types are used, so there is no role map. Marked
content is counted from 0 on each page in the order of drawing, which is the
order of reading: ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.
"""

from __future__ import annotations

import re

from converter.writers.pdf.document import text_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.writers.pdf.document import PdfFile


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*(?![A-Za-z0-9])")


def language_of(tag: str | None) -> str | None:
    """Return as much of a language tag as readers understand: language, script, region, variants; None without."""
    # RFC 5646 §2.1: what follows a subtag of one letter is private or an extension.
    found = _LANGUAGE.match(tag) if tag else None
    return found[0] if found else None


class Element:
    """One structure element. Inline ones join the tree when they first get content, so that order is drawing order."""

    __slots__ = (
        "actual_text",
        "alternative",
        "attributes",
        "expansion",
        "href",
        "id",
        "is_joined",
        "kids",
        "kind",
        "lang",
        "link",
        "number",
        "parent",
        "place",
        "target",
    )

    def __init__(
        self,
        kind: str,
        parent: Element | None,
        *,
        inline: bool = False,
        lang: str | None = None,
        attributes: str = "",
        alternative: str | None = None,
        actual_text: str | None = None,
        expansion: str | None = None,
        href: str | None = None,
        target: str | None = None,
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.lang = language_of(lang)
        self.attributes = attributes
        """The value of `/A`, as PDF syntax."""
        self.alternative = alternative
        self.actual_text = actual_text
        self.expansion = expansion
        self.href = href
        """Of a link to somewhere else: a safe absolute address."""
        self.target = target
        """Of a link inside the file: the id of a block."""
        self.id: str | None = None
        self.kids: list[Element | tuple[int, int] | Annotation] = []
        """Elements, marked content as (page, MCID), annotations."""
        self.place: tuple[int, float] | None = None
        """Page and height of its first content, for destinations."""
        self.number = 0
        self.link: Element | None = self if kind == "Link" else (parent.link if parent is not None else None)
        """The link that it is or stands in."""
        self.is_joined = parent is None
        if not inline:
            self.join()

    def join(self) -> None:
        """Put the element among its parent's kids, once."""
        if not self.is_joined and self.parent is not None:
            self.is_joined = True
            self.parent.join()
            self.parent.kids.append(self)

    def own(self, page: int, mcid: int, top_pt: float) -> None:
        """Take the marked content as the element's next."""
        self.join()
        self.kids.append((page, mcid))
        here: Element | None = self
        while here is not None and here.place is None:
            here.place = (page, top_pt)
            here = here.parent


class Annotation:
    """A link's annotation on one page, already an object of the file."""

    __slots__ = ("number", "page")

    def __init__(self, number: int, page: int) -> None:
        self.number = number
        self.page = page


def write_tree(
    file: PdfFile, document: Element, pages: list[int], owners: list[list[Element]], annotations: list[Element]
) -> int:
    """Write the structure tree and return the number of its root.

    `pages` are the pages' object numbers, `owners` each page's elements by
    MCID, `annotations` the links by `/StructParent` less the count of pages.
    """
    root = file.reserve()
    _number_all(file, document)
    identified: list[Element] = []
    _write_elements(file, document, root, pages, identified)
    rows = []
    for page, elements in enumerate(owners):
        if elements:
            rows.append(f"{page}[{' '.join(f'{element.number} 0 R' for element in elements)}]")
    for index, element in enumerate(annotations):
        rows.append(f"{len(pages) + index} {element.number} 0 R")
    parents = file.add(f"<</Nums[{' '.join(rows)}]>>")
    ids = ""
    if identified:
        identified.sort(key=lambda element: element.id or "")
        names = " ".join(f"{text_string(element.id or '')} {element.number} 0 R" for element in identified)
        ids = f"/IDTree<</Names[{names}]>>"
    file.put(
        root,
        f"<</Type/StructTreeRoot/K {document.number} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(pages) + len(annotations)}{ids}>>",
    )
    return root


def _number_all(file: PdfFile, top: Element) -> None:
    stack = [top]
    while stack:
        element = stack.pop()
        element.number = file.reserve()
        stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


def _write_elements(file: PdfFile, top: Element, root: int, pages: list[int], identified: list[Element]) -> None:
    stack = [top]
    while stack:
        element = stack.pop()
        parent = element.parent.number if element.parent is not None else root
        file.put(element.number, _body(element, parent, pages))
        if element.id is not None:
            identified.append(element)
        stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


def _body(element: Element, parent: int, pages: list[int]) -> str:
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotation):
            kids.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {pages[kid.page]} 0 R>>")
        elif kid[0] == own:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    # `/Type` is optional (ISO 32000-1, table 323), and left out: there is one of these for every block.
    parts = [f"<</S/{element.kind}/P {parent} 0 R"]
    if own is not None:
        parts.append(f"/Pg {pages[own]} 0 R")
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if element.lang is not None:
        parts.append(f"/Lang{text_string(element.lang)}")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    if element.alternative is not None:
        parts.append(f"/Alt{text_string(element.alternative)}")
    if element.actual_text is not None:
        parts.append(f"/ActualText{text_string(element.actual_text)}")
    if element.expansion is not None:
        parts.append(f"/E{text_string(element.expansion)}")
    if element.id is not None:
        parts.append(f"/ID{text_string(element.id)}")
    parts.append(">>")
    return "".join(parts)

"""The page as a tree of what stands on it: blocks, and runs of words and inline markup between them."""

from __future__ import annotations

from lxml import etree

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.io.xml import first_words
from converter.render.html_read import BLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from lxml.etree import _Element

    from converter.core.limits import Limits

    Piece: TypeAlias = str | _Element

SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "title",
        "link",
        "meta",
        "base",
        "noframes",
        "param",
        "source",
        "track",
        "col",
        "colgroup",
        "rp",
    ]
)
"""Elements whose text is nothing that a reader of the page sees."""

# What a form holds, and what an old browser shows in place of a clip: words of the page, but none of a paragraph.
_APART = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "embed",
        "iframe",
        "input",
        "label",
        "map",
        "math",
        "noscript",
        "object",
        "optgroup",
        "option",
        "select",
        "svg",
        "textarea",
        "video",
    ]
)


class Run:
    """Words and inline markup that stand together between two blocks: a paragraph, whether marked as one or not."""

    __slots__ = ("inside", "is_taken", "link_length", "pieces", "role", "rule", "text")

    def __init__(self, pieces: list[Piece], text: str, link_length: int, inside: Node) -> None:
        self.pieces = pieces
        self.text = text
        """The words, white space collapsed."""
        self.link_length = link_length
        """How many characters of them are a link."""
        self.inside = inside
        self.role = "furniture"
        """`story`, or the kind of furniture that it is."""
        self.rule = "html-page"
        """The rule that says so."""
        self.is_taken = False
        """Whether it stands in the article's head, and so not in its body."""

    def ancestors(self) -> Iterator[Node]:
        """Yield the blocks around it, the nearest first."""
        node: Node | None = self.inside
        while node is not None:
            yield node
            node = node.parent


class Node:
    """A block, with the blocks and runs in it."""

    __slots__ = ("children", "element", "in_figure", "in_link", "parent", "tag")

    def __init__(self, element: _Element, tag: str, parent: Node | None) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.children: list[Node | Run] = []
        self.in_figure: bool = tag in ("figure", "figcaption") or (parent is not None and parent.in_figure)
        self.in_link: bool = tag == "a" or (parent is not None and parent.in_link)

    def runs(self) -> Iterator[Run]:
        """Yield the runs in it, in the order of the page."""
        return (found for found in self._walk() if isinstance(found, Run))

    def nodes(self) -> Iterator[Node]:
        """Yield the block itself and those in it, each before what it holds."""
        return (found for found in self._walk() if isinstance(found, Node))

    def _walk(self) -> Iterator[Node | Run]:
        stack: list[Node | Run] = [self]
        while stack:
            found = stack.pop()
            yield found
            if isinstance(found, Node):
                stack += reversed(found.children)


def parse(text: str, limits: Limits | None) -> _Element:
    """Return the page's root. Raises LimitExceeded for one too deep or large, UnreadableInput for what is no page.

    Without `limits` none are counted: for a page that was within them before.
    """
    # Our own page of a long story holds a text longer than libxml2 takes otherwise; the input is within our limit.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise UnreadableInput("is no HTML page") from error
    if root is None:
        raise UnreadableInput("is no HTML page")
    if limits is not None:
        _require_within(root, limits)
    for fault in parser.error_log:
        if fault.type_name in _BEYOND:
            raise LimitExceeded(
                f"HTML beyond what libxml2 takes: {first_words(fault.message)}", where=f"line {fault.line}"
            )
    return root


_BEYOND = ("ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR", "ERR_NO_MEMORY")


def _require_within(root: _Element, limits: Limits) -> None:
    depth = count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        count += 1
        where = f"line {element.sourceline}"
        limits.require("xml_depth", depth, "the nesting of elements", where=where)
        limits.require("xml_attributes", len(element.attrib), "the number of attributes", where=where)
    limits.require("xml_elements", count, "the number of elements")


def blocks_of(root: _Element) -> Node:
    """Return the tree of blocks and runs of the page's body."""
    body = root.find("body")
    holders = _holders(root)
    return _node(body if body is not None else root, None, holders)


def _holders(root: _Element) -> set[_Element]:
    """Return the elements that begin a line of their own: blocks, and inline ones that hold a block (`a`, `span`)."""
    found: set[_Element] = set()
    for element in root.iter(etree.Element):
        if element.tag in BLOCKS or element.tag in _APART:
            parent: _Element | None = element
            while parent is not None and parent not in found:
                found.add(parent)
                parent = parent.getparent()
    return found


def _node(element: _Element, parent: Node | None, holders: set[_Element]) -> Node:
    node = Node(element, element.tag, parent)
    pieces: list[Piece] = []

    def close() -> None:
        run = _run(pieces, node)
        if run is not None:
            node.children.append(run)
        pieces.clear()

    if element.text:
        pieces.append(element.text)
    for child in element:
        if child.tag in SILENT:
            pass
        elif child in holders:
            close()
            node.children.append(_node(child, node, holders))
        else:
            if child.tag == "br" and _ends_in_break(pieces):
                close()  # Two breaks are how old pages end a paragraph.
            else:
                pieces.append(child)
        if child.tail:
            pieces.append(child.tail)
    close()
    return node


def _ends_in_break(pieces: list[Piece]) -> bool:
    for piece in reversed(pieces):
        if not isinstance(piece, str):
            return bool(piece.tag == "br")
        if piece.strip():
            return False
    return False


def _run(pieces: list[Piece], inside: Node) -> Run | None:
    text = " ".join("".join(words(pieces)).split())
    if not text and not any(
        piece.strip(" \t\n\r\f") if isinstance(piece, str) else _has_picture(piece) or _has_blanks(piece)
        for piece in pieces
    ):
        return None
    length = len(text) if inside.in_link else sum(len(" ".join(part.split())) for part in _linked(pieces))
    return Run(list(pieces), text, length, inside)


def _has_picture(element: _Element) -> bool:
    return element.tag == "img" or element.find(".//img") is not None


def _has_blanks(element: _Element) -> bool:
    """Return whether there is a blank in it that is no layout: no page is without no-break spaces."""
    return bool("".join(_text(element)).strip(" \t\n\r\f"))


def words(pieces: list[Piece]) -> list[str]:
    """Return the text of the pieces, a break as a line end."""
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            found.append(piece)
        else:
            _gather(piece, found)
    return found


def _text(element: _Element) -> list[str]:
    found: list[str] = []
    _gather(element, found)
    return found


def _gather(element: _Element, found: list[str]) -> None:
    if element.tag in SILENT:
        return
    if element.tag == "br":
        found.append("\n")
    if element.text:
        found.append(element.text)
    for child in element:
        _gather(child, found)
        if child.tail:
            found.append(child.tail)


def _linked(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        if not isinstance(piece, str):
            for element in piece.iter("a"):
                yield "".join(_text(element))

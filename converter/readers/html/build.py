"""The page's tree → blocks: the story in its structure, all else as furniture in its place."""

from __future__ import annotations

import re
from itertools import groupby

from converter import model
from converter.model.block import Block, Blocks
from converter.model.checks import is_xml_text
from converter.model.inline import Inlines
from converter.model.media import type_of
from converter.readers.html.inline import Words, direction_of
from converter.readers.html.page import Node, Run, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from converter.formats.records import Context

_SPACES = re.compile("[ \t\n\r\f]+")
_LAYOUT_CELL = 400
"""Letters: a table with a longer cell than this lays out a page, and holds no data."""


class Builder:
    """Makes the blocks of one page."""

    def __init__(self, context: Context, resolve: Callable[[str], str | None]) -> None:
        self._context = context
        self._resolve = resolve
        self._pictures = 0
        self._with_story: set[Node] = set()

    def body(self, root: Node) -> Blocks:
        """Return the blocks of the page, furniture that stands together joined."""
        self._with_story = {node for run in root.runs() if run.role == "story" for node in run.ancestors()}
        return joined(self._blocks(root))

    def words(self, run: Run) -> Inlines:
        """Return a run's inlines."""
        return Words(self._resolve, keep_spaces=run.inside.tag == "pre").inlines(run.pieces)

    def _blocks(self, node: Node) -> Iterator[Block]:
        if node not in self._with_story:
            yield from self._furniture(node.runs())
            return
        match node.tag:
            case "ul" | "ol" | "menu":
                yield from self._list(node)
            case "table" if _is_data(node):
                yield from self._table(node)
            case "blockquote":
                quoted = joined(self._children(node))
                cite = node.element.get("cite")
                yield model.Quote(quoted, cite=self._resolve(cite) if cite else None)
            case "figure":
                yield from self._figure(node)
            case _:
                yield from self._children(node)

    def _children(self, node: Node) -> Iterator[Block]:
        for child in node.children:
            if isinstance(child, Node):
                yield from self._blocks(child)
            elif child.role == "story":
                yield from self._pictures_of(child)
                yield from self._paragraph(child, node)
            else:
                yield from self._furniture([child])

    def _paragraph(self, run: Run, node: Node) -> Iterator[Block]:
        content = self.words(run)
        if not content:
            return
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield model.Heading(content, max(1, int(node.tag[1]) - 1))
        elif node.tag == "pre":
            yield model.Preformatted(content)
        elif node.tag == "figcaption" or node.tag == "caption":
            yield model.Figure(caption=content)
        else:
            lang = node.element.get("lang")
            yield model.Paragraph(
                content,
                lang=lang if lang and model.matches("language tag", lang) else None,
                dir=direction_of(node.element),
            )

    def _furniture(self, runs: Iterable[Run]) -> Iterator[Block]:
        for run in runs:
            if run.is_taken:
                continue
            content = model.inlines(_plain(run))
            if content:
                kind, rule = (run.role, run.rule) if run.text else ("blank", "invisible-line")
                yield model.Furniture((model.Paragraph(content),), kind, rule=rule)

    def _list(self, node: Node) -> Iterator[Block]:
        items: list[model.Item] = []
        for child in node.children:
            blocks = joined(self._blocks(child) if isinstance(child, Node) else self._children_of_run(child, node))
            if blocks:
                items.append(model.Item(blocks))
        start = node.element.get("start") or ""
        if items:
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1
            yield model.List(tuple(items), node.tag == "ol", number)

    def _children_of_run(self, run: Run, node: Node) -> Iterator[Block]:
        return self._paragraph(run, node) if run.role == "story" else self._furniture([run])

    def _table(self, node: Node) -> Iterator[Block]:
        caption: Inlines = ()
        head: list[model.Row] = []
        body: list[model.Row] = []
        foot: list[model.Row] = []
        for part in node.children:
            if isinstance(part, Run):
                yield from self._children_of_run(part, node)
            elif part.tag == "caption":
                for run in part.runs():
                    caption = model.inlines(*caption, *([" "] if caption else []), *self.words(run))
            elif part.tag == "tr":
                row = self._row(part)
                (head if not body and _is_head(row) else body).extend([row] if row.cells else [])
            else:
                rows = {"thead": head, "tfoot": foot}.get(part.tag, body)
                for child in part.children:
                    if isinstance(child, Node) and child.tag == "tr":
                        row = self._row(child)
                        (head if not body and _is_head(row) else rows).extend([row] if row.cells else [])
                    else:
                        yield from (
                            self._blocks(child) if isinstance(child, Node) else self._children_of_run(child, part)
                        )
        if body or head or foot:
            if not body:
                head, body = [], head
            yield model.Table(tuple(body), tuple(head), tuple(foot), caption)
        elif caption:  # A tag that nobody closed has put the rows into the caption.
            yield model.Figure(caption=caption)

    def _row(self, node: Node) -> model.Row:
        cells = []
        for child in node.children:
            if isinstance(child, Run):
                blocks, element = joined(self._children_of_run(child, node)), None
            else:
                blocks, element = joined(self._children(child)), child.element
            if element is None and not blocks:
                continue
            is_head = element is not None and element.tag == "th"
            spans = [_span(element, name) for name in ("rowspan", "colspan")]
            cells.append(model.Cell(blocks, is_head, rowspan=spans[0], colspan=spans[1]))
        return model.Row(tuple(cells))

    def _figure(self, node: Node) -> Iterator[Block]:
        captions: list[Run] = []
        pictures: list[_Element] = []
        others: list[Block] = []
        for run in node.runs():
            pictures += _pictures(run)
            if run.text and run.role == "story":
                captions.append(run)
            elif run.text:
                others += self._furniture([run])
        if not pictures and not any(run.inside.tag == "figcaption" for run in captions):
            yield from self._children(node)
            return
        caption: Inlines = ()
        for run in captions:
            caption = model.inlines(*caption, *([" "] if caption else []), *self.words(run))
        if not pictures:
            yield model.Figure(caption=caption)
        for at, picture in enumerate(pictures):
            yield self._picture(picture, caption if at == 0 else ())
        yield from others

    def _pictures_of(self, run: Run) -> Iterator[Block]:
        for picture in _pictures(run):
            yield self._picture(picture, ())

    def _picture(self, element: _Element, caption: Inlines) -> Block:
        self._pictures += 1
        self._context.limits.require("images", self._pictures, "the number of pictures")
        src = (element.get("data-src") or element.get("src") or "").strip()
        alt = " ".join((element.get("alt") or "").split())
        media = (self._reference(src, element),) if src and is_xml_text(src) else ()
        return model.Figure(media=media, caption=caption, alt=alt if alt and is_xml_text(alt) else None)

    def _reference(self, src: str, element: _Element) -> model.MediaReference:
        content = None if src.startswith("data:") else self._context.media.find(src)
        if src.startswith("data:"):
            return _embedded(src, self._context) or model.MediaReference(src[:200])
        sizes = [_pixels(element, name) for name in ("width", "height")]
        if content is None:
            return model.MediaReference(self._resolve(src) or src, width=sizes[0], height=sizes[1])
        digest = self._context.media.keep(content)
        return model.MediaReference(
            src, type_of(content), sha256=digest, size_bytes=len(content), width=sizes[0], height=sizes[1]
        )


def joined(blocks: Iterable[Block]) -> Blocks:
    """Return the blocks, those of one kind of furniture by one rule that stand together as one."""
    out: list[Block] = []
    for kind, group in groupby(blocks, _furniture_of):
        together = list(group)
        if kind is None or len(together) == 1:
            out += together
        else:
            inside = tuple(each for block in together if isinstance(block, model.Furniture) for each in block.blocks)
            out.append(model.Furniture(inside, kind[0], rule=kind[1]))
    return tuple(out)


def _furniture_of(block: Block) -> tuple[str, str | None] | None:
    return (block.kind, block.rule) if isinstance(block, model.Furniture) else None


def _plain(run: Run) -> str:
    """Return the words of furniture, without its markup: a page's menus have hundreds of links that lead elsewhere."""
    return _SPACES.sub(" ", "".join(words(run.pieces))).strip(" ")


def _is_data(node: Node) -> bool:
    """Return whether the table holds data, and does not lay out a page."""
    inside = [found for found in node.nodes() if found is not node]
    cells = [found for found in inside if found.tag in ("td", "th")]
    rows = [found for found in inside if found.tag == "tr"]
    if any(found.tag == "table" for found in inside) or len(cells) < 4 or len(rows) < 2:
        return False
    return all(sum(len(run.text) for run in cell.runs()) <= _LAYOUT_CELL for cell in cells)


def _is_head(row: model.Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _span(element: _Element | None, name: str) -> int:
    text = (element.get(name) or "") if element is not None else ""
    return min(int(text), 1000) if text.isascii() and text.isdigit() and len(text) < 9 and int(text) else 1


def _pixels(element: _Element, name: str) -> int | None:
    text = (element.get(name) or "").removesuffix("px")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else None


def _pictures(run: Run) -> list[_Element]:
    """Return the pictures in a run, without the invisible ones that count readers."""
    found = [
        picture
        for piece in run.pieces
        if not isinstance(piece, str)
        for picture in ([piece] if piece.tag == "img" else piece.iter("img"))
    ]
    return [
        picture
        for picture in found
        if _pixels(picture, "width") != 1 and (picture.get("src") or picture.get("data-src"))
    ]


def _embedded(src: str, context: Context) -> model.MediaReference | None:
    """Return the reference to a picture that the page holds itself (RFC 2397), kept; None for what is no picture."""
    import base64
    import binascii

    head, _, data = src.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return None
    try:
        content = base64.b64decode(data, validate=False)
    except (binascii.Error, ValueError):
        return None
    context.limits.require("image_bytes", len(content), "a picture")
    kind = type_of(content)
    if kind is None:
        return None
    return model.MediaReference("data:", kind, sha256=context.media.keep(content), size_bytes=len(content))

"""The document's body → blocks: paragraphs by the role of their style, lists, tables, figures, notes."""

from __future__ import annotations

from converter import model
from converter.model.block import Block, Blocks
from converter.model.checks import is_xml_text
from converter.model.inline import Inlines, inlines
from converter.model.media import type_of
from converter.model.words import plain_text
from converter.readers.docx.inline import MC, Words, joined, note_id
from converter.readers.docx.parts import R, W
from converter.readers.docx.styles import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.readers.docx.inline import Piece
    from converter.readers.docx.parts import Package
    from converter.readers.docx.styles import Styles

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
_RULE = "{urn:schemas-microsoft-com:office:office}hr"
"""Of a shape that is a rule across the page."""
_TRANSPARENT = (
    "sdt",
    "sdtContent",
    "customXml",
    "smartTag",
    "ins",
    "moveTo",
    "body",
    "txbxContent",
    "footnote",
    "endnote",
    "comment",
    "hdr",
    "ftr",
)


class Line:
    """One paragraph on its way: what it says, and as what."""

    def __init__(self, role: str, content: Inlines = (), **facts: object) -> None:
        self.role = role
        """`p`, `heading`, `item`, `table`, `figure`, or a role of `styles.ROLES`."""
        self.content = content
        self.blocks: Blocks = ()
        self.level = 1
        self.list: tuple[str, int] | None = None
        self.ordered = False
        self.dir: Literal["ltr", "rtl"] | None = None
        for name, fact in facts.items():
            setattr(self, name, fact)


class Reading:
    """The reading of one part: the document, a header, the footnotes."""

    def __init__(
        self, package: Package, part: str, styles: Styles, context: Context, notes: frozenset[str] = frozenset()
    ) -> None:
        """`notes` are the ids of the notes that the part may refer to."""
        self._package = package
        self._relations = package.relations(part)
        self._styles = styles
        self._context = context
        self.words = Words(self._relations, styles.name, notes)
        self._pictures = 0

    def lines(self, holder: _Element) -> list[Line]:
        """Return the lines of a part's root or of any holder of paragraphs."""
        return list(self._lines(holder))

    def _lines(self, holder: _Element) -> Iterator[Line]:
        for child in holder:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child)
            elif tag == f"{W}tbl":
                yield Line("table", blocks=(self._table(child),))
            elif tag == f"{MC}AlternateContent":
                first = next((each for each in child if each.tag in (f"{MC}Choice", f"{MC}Fallback")), None)
                if first is not None:
                    yield from self._lines(first)
            elif tag == f"{W}altChunk":
                self._context.notice("markup-dropped", what="altChunk (a document inside)", count=1)
            elif isinstance(tag, str) and (tag.removeprefix(W) in _TRANSPARENT or child.find(f".//{W}p") is not None):
                yield from self._lines(child)  # Also what no version of the schema has: its paragraphs are the story's.

    def _paragraph(self, element: _Element) -> Iterator[Line]:
        style = value(element.find(f"{W}pPr/{W}pStyle")) or self._styles.default
        role, level = self._styles.role(style), self._styles.level(style)
        number = self._styles.number(element, style)
        pieces = self.words.pieces(element)
        direction = element.find(f"{W}pPr/{W}bidi")
        facts = {"dir": "rtl" if direction is not None and (value(direction) or "1") not in ("0", "false") else None}
        drawn = [line for piece in pieces if piece.kind == "drawing" for line in self._drawing(piece)]
        content = _trimmed(joined(piece.content for piece in pieces if piece.kind == "words"))
        if role is None and level is not None:
            line = Line("heading", content, level=min(level, 6), **facts)
        elif role is None and number is not None:
            line = Line("item", content, list=number, ordered=self._styles.is_ordered(number), **facts)
        else:
            dateline = _dateline(pieces) if role is None else ()
            if dateline:
                yield Line("dateline", dateline)
                content = _trimmed(
                    joined(piece.content for piece in pieces if piece.kind == "words" and piece.style != "dateline")
                )
            line = Line(role or "p", content, **facts)
        yield from drawn
        if line.content or role == "break":
            yield line

    def _drawing(self, piece: Piece) -> Iterator[Line]:
        element = piece.element
        assert element is not None
        for box in element.iter(f"{W}txbxContent"):
            yield from self._lines(box)
        if any(shape.get(_RULE) in ("t", "true") for shape in element.iter(f"{V}rect")):
            yield Line("break")
        described = next(iter(element.iter(f"{WP}docPr")), None)
        alt = (described.get("descr") or "").strip() if described is not None else ""
        for blip in [*element.iter(f"{A}blip"), *element.iter(f"{V}imagedata")]:
            relation = self._relations.get(blip.get(f"{R}embed") or blip.get(f"{R}link") or blip.get(f"{R}id") or "")
            if relation is None:
                continue
            yield Line("figure", blocks=(self._figure(relation.target, alt, kept=not relation.external),))

    def _figure(self, target: str, alt: str, *, kept: bool) -> model.Figure:
        self._pictures += 1
        self._context.limits.require("images", self._pictures, "the number of pictures")
        content = self._package.content(target) if kept else None
        reference = model.MediaReference(target)
        if content is not None:
            self._context.limits.require("image_bytes", len(content), f"the picture {target}")
            reference = reference.replace(
                type=type_of(content), sha256=self._context.media.keep(content), size_bytes=len(content)
            )
        return model.Figure(media=(reference,), alt=alt if alt and is_xml_text(alt) else None)

    def _table(self, element: _Element) -> model.Table:
        rows = list(_inside(element, "tr"))
        grid: list[list[tuple[_Element, int, int]]] = []
        for row in rows:
            at = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            cells = []
            for cell in _inside(row, "tc"):
                width = max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
                cells.append((cell, at, width))
                at += width
            grid.append(cells)
        head: list[model.Row] = []
        body: list[model.Row] = []
        for number, (row, cells) in enumerate(zip(rows, grid, strict=True)):
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None and not body
            made = []
            for cell, at, width in cells:
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None and value(merge) != "restart" and not _has_text(cell):
                    continue
                spans = 1
                if merge is not None and value(merge) == "restart":
                    spans += _merged_below(grid[number + 1 :], at)
                blocks = assemble(self.lines(cell))
                made.append(model.Cell(blocks, is_head, rowspan=spans, colspan=width))
            if made:
                (head if is_head else body).append(model.Row(tuple(made)))
        if not body:
            head, body = [], head
        return model.Table(tuple(body), tuple(head))


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _inside(child, name)


def _has_text(cell: _Element) -> bool:
    """Return whether a cell holds words; one that another covers may, though Word does not show them."""
    return next(cell.iter(f"{W}t"), None) is not None


def _merged_below(rows: list[list[tuple[_Element, int, int]]], at: int) -> int:
    count = 0
    for cells in rows:
        found = next((cell for cell, start, _ in cells if start == at), None)
        merge = found.find(f"{W}tcPr/{W}vMerge") if found is not None else None
        if found is None or merge is None or value(merge) == "restart" or _has_text(found):
            break
        count += 1
    return count


def _number(element: _Element | None, default: int) -> int:
    text = value(element) or ""
    return min(int(text), 1000) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _dateline(pieces: list[Piece]) -> Inlines:
    """Return the words in the character style Dateline that open a paragraph."""
    opening: list[Inlines] = []
    for piece in pieces:
        if piece.kind != "words" or piece.style != "dateline":
            break
        opening.append(piece.content)
    return joined(iter(opening))


def _trimmed(content: Inlines) -> Inlines:
    """Return the content without blanks and breaks at its ends."""
    items = list(content)
    while items and (
        isinstance(items[0], model.LineBreak) or (isinstance(items[0], str) and not items[0].strip(" \t"))
    ):
        del items[0]
    while items and (
        isinstance(items[-1], model.LineBreak) or (isinstance(items[-1], str) and not items[-1].strip(" \t"))
    ):
        del items[-1]
    if items and isinstance(items[0], str):
        items[0] = items[0].lstrip(" \t")
    if items and isinstance(items[-1], str):
        items[-1] = items[-1].rstrip(" \t")
    return inlines(*items)


# ── Lines → blocks ──────────────────────────────────────────────────────────


def assemble(lines: Iterable[Line]) -> Blocks:
    """Return the blocks of the lines: items in their lists, captions under their figures, attributions under quotes."""
    out: list[Block] = []
    items: list[Line] = []
    for line in lines:
        if line.role == "item":
            items.append(line)
            continue
        out += _lists(items)
        items = []
        last = out[-1] if out else None
        match line.role:
            case "table" | "figure":
                table = line.blocks[0]
                if isinstance(table, model.Table) and isinstance(last, model.Paragraph) and last.id == "table-title":
                    out[-1] = table.replace(caption=last.content)
                else:
                    out += line.blocks
            case "heading":
                out.append(model.Heading(line.content, line.level, dir=line.dir))
            case "quote":
                said = (model.Paragraph(line.content, dir=line.dir),)
                if isinstance(last, model.Quote) and not last.attribution:
                    out[-1] = last.replace(blocks=(*last.blocks, *said))
                else:
                    out.append(model.Quote(said))
            case "attribution" if isinstance(last, model.Quote) and not last.attribution:
                out[-1] = last.replace(attribution=line.content)
            case "caption" | "credit" if isinstance(last, model.Figure) and not last.caption:
                out[-1] = last.replace(caption=line.content)
            case "figure-description":
                out.append(model.Figure(alt=plain_text(model.Paragraph(line.content))))
            case "table-title":
                out.append(model.Paragraph(line.content, id="table-title"))
            case "pre":
                out.append(model.Preformatted(line.content))
            case "break":
                out.append(model.ThematicBreak(line.content))
            case "note":
                out.append(model.Note((model.Paragraph(line.content),), "editor"))
            case "imprint" | "status":
                out.append(model.Furniture((model.Paragraph(line.content),), "imprint", rule="docx-style"))
            case _:
                out.append(model.Paragraph(line.content, dir=line.dir))
    out += _lists(items)
    return tuple(
        block.replace(id=None) if isinstance(block, model.Paragraph) and block.id == "table-title" else block
        for block in out
    )


def _lists(items: list[Line]) -> list[Block]:
    """Return the lists of items that stand together, deeper ones inside the item above."""
    out: list[Block] = []
    at = 0
    while at < len(items):
        first = items[at]
        assert first.list is not None
        name, level = first.list
        made: list[model.Item] = []
        while at < len(items):
            line = items[at]
            assert line.list is not None
            if line.list[1] < level or (
                line.list[1] == level and (line.list[0] != name or line.ordered != first.ordered)
            ):
                break
            if line.list[1] > level and made:
                end = at
                while end < len(items) and items[end].list is not None and items[end].list[1] > level:  # type: ignore[index]
                    end += 1
                made[-1] = model.Item((*made[-1].blocks, *_lists(items[at:end])))
                at = end
                continue
            made.append(model.Item((model.Paragraph(line.content, dir=line.dir),)))
            at += 1
        out.append(model.List(tuple(made), first.ordered))
    return out


def notes_of(reading: Reading, root: _Element, kind: str, references: list[tuple[str, str]]) -> list[Block]:
    """Return the notes of a part that the text refers to, in the order of the references, then those it never does."""
    found = {
        element.get(f"{W}id") or "": element
        for element in root
        if element.tag == f"{W}{kind}" and element.get(f"{W}type") in (None, "normal")
    }
    order = [identifier for each, identifier in references if each == kind and identifier in found]
    out: list[Block] = []
    for identifier in dict.fromkeys([*order, *found]):
        blocks = assemble(reading.lines(found[identifier]))
        if not blocks:
            continue
        if kind == "comment":
            out.append(model.Note(blocks, "editor", inferred="docx-comment"))
        else:
            out.append(model.Note(blocks, "footnote", id=note_id(kind, identifier) if identifier in order else None))
    return out

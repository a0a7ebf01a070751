"""Blocks: sections by their headings, everything else in its place; footnotes at the back."""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.io.markup import element, start, text
from converter.model.words import has_words
from converter.render.html_write import language_tag
from converter.render.links import picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks, Cell, Figure, Row
    from converter.writers.jats.inlines import Text

    Attributes = tuple[tuple[str, object], ...]

    class _Placed(Protocol):
        """Every block."""

        @property
        def id(self) -> str | None: ...
        @property
        def lang(self) -> str | None: ...


_ALIGN = {"start": "left", "center": "center", "end": "right"}


class Body:
    """Writes the blocks of one article."""

    def __init__(self, lines_of: Text, context: Context) -> None:
        self._text = lines_of
        self._context = context
        self._where = ""
        self._notes: list[str] = []
        self.ids: set[str] = set()
        """Those of what has been written."""

    def sections(self, blocks: Blocks, indent: str) -> list[str]:
        """Return the lines of a body: a heading opens a section, which the next one of its level closes."""
        lines: list[str] = []
        opened: list[int] = []
        for number, block in enumerate(blocks, 1):
            self._where = f"block {number}"
            if isinstance(block, model.Heading):
                while opened and opened[-1] >= block.level:
                    opened.pop()
                    lines.append(f"{indent}{'  ' * len(opened)}</sec>")
                inner = indent + "  " * len(opened)
                lines.append(inner + start("sec", *self._placed(block), ("sec-type", f"level-{block.level}")))
                lines.append(f"{inner}  {element('title', self._text.marked(block.content, self._where))}")
                opened.append(block.level)
            else:
                lines += self._block(block, indent + "  " * len(opened))
        while opened:
            opened.pop()
            lines.append(f"{indent}{'  ' * len(opened)}</sec>")
        return lines

    def paragraphs(self, blocks: Blocks, indent: str, where: str) -> list[str]:
        """Return the lines of what holds paragraphs alone: any other block stands in one."""
        self._where = where
        return self._in_paragraphs(blocks, indent, ("p",))

    def footnotes(self, indent: str) -> list[str]:
        """Return the lines of the group of footnotes, or nothing without any."""
        if not self._notes:
            return []
        return [f"{indent}<fn-group>", *(f"{indent}  {note}" for note in self._notes), f"{indent}</fn-group>"]

    # ── Blocks ──────────────────────────────────────────────────────────────

    def _blocks(self, blocks: Iterable[Block], indent: str) -> list[str]:
        return [line for block in blocks for line in self._block(block, indent)]

    def _in_paragraphs(self, blocks: Blocks, indent: str, allowed: tuple[str, ...]) -> list[str]:
        lines: list[str] = []
        for block in blocks:
            made = self._block(block, indent)
            if made and not made[0].lstrip().startswith(
                tuple(f"<{name}{end}" for name in allowed for end in (">", " "))
            ):
                made = (
                    [f"{indent}<p>{made[0].lstrip()}", *made[1:-1], f"{made[-1]}</p>"]
                    if len(made) > 1
                    else [f"{indent}<p>{made[0].lstrip()}</p>"]
                )
            lines += made
        return lines

    def _block(self, block: Block, indent: str) -> list[str]:
        match block:
            case model.Paragraph():
                return [indent + element("p", self._words(block.content), *self._placed(block))]
            case model.Heading():
                self._text.folded += 1
                kind = ("content-type", f"heading-{block.level}")
                return [indent + element("p", self._words(block.content), *self._placed(block), kind)]
            case model.Quote():
                lines = self._blocks(block.blocks, indent + "  ")
                if block.attribution:
                    lines.append(f"{indent}  {element('attrib', self._words(block.attribution))}")
                return [indent + start("disp-quote", *self._placed(block)), *lines, f"{indent}</disp-quote>"]
            case model.List():
                return self._list(block, indent)
            case model.Table():
                return self._table(block, indent)
            case model.Figure():
                return self._figure(block, indent)
            case model.Preformatted():
                return [indent + element("preformat", self._text.plain(block.content), *self._placed(block))]
            case model.ThematicBreak():
                words = self._words(block.content) if has_words(block.content) else "* * *"
                return [indent + element("p", words, *self._placed(block), ("content-type", "break"))]
            case model.Note():
                return self._note(block, indent)
            case model.Foreign():
                self._context.notice("foreign-as-text", self._where, type=block.type, writer="jats")
                return [
                    indent + element("code", self._words(block.content), *self._placed(block), ("language", block.type))
                ]
            case model.Furniture():
                return []
            case _:
                assert_never(block)

    def _words(self, content: model.Inlines) -> str:
        return self._text.marked(content, self._where)

    def _list(self, block: model.List, indent: str) -> list[str]:
        if not block.items:  # JATS has no list without an entry.
            return []
        if block.ordered and block.start != 1:
            self._lost("List.start", str(block.start))
        kind = ("list-type", "order" if block.ordered else "bullet")
        lines = [indent + start("list", *self._placed(block), kind)]
        for item in block.items:
            inner = self._in_paragraphs(item.blocks, indent + "    ", ("p", "list"))
            lines += [f"{indent}  <list-item>", *(inner or [f"{indent}    <p/>"]), f"{indent}  </list-item>"]
        return [*lines, f"{indent}</list>"]

    def _note(self, block: model.Note, indent: str) -> list[str]:
        if block.kind == "footnote":
            placed = self._placed(block)
            inner = [line.strip() for line in self._in_paragraphs(block.blocks, "", ("p",))]
            self._notes.append(element("fn", "".join(inner) or "<p/>", *placed))
            return []
        placed = (*self._placed(block), ("content-type", block.kind))
        return [
            indent + start("boxed-text", *placed),
            *self._blocks(block.blocks, indent + "  "),
            f"{indent}</boxed-text>",
        ]

    def _figure(self, block: Figure, indent: str) -> list[str]:
        inner = indent + "  "
        lines: list[str] = []
        if block.caption:
            lines.append(f"{inner}<caption>{element('p', self._words(block.caption))}</caption>")
        described = element("alt-text", text(block.alt)) if block.alt else ""
        named = False
        for reference in block.media:
            address = picture(reference.src)
            if address is None or named:
                self._lost("Figure.media", reference.src)
                continue
            named = True
            family, _, kind = (reference.type or "").partition("/")
            name = "media" if family in ("video", "audio") else "graphic"
            typed = (("mimetype", family or None), ("mime-subtype", kind or None))
            lines.append(inner + element(name, described, ("xlink:href", address), *typed))
        if described and not named:
            lines.append(inner + described)
        if block.credit:
            lines.append(inner + element("attrib", self._words(block.credit)))
        if not lines:
            return []
        return [indent + start("fig", *self._placed(block)), *lines, f"{indent}</fig>"]

    # ── Tables ──────────────────────────────────────────────────────────────

    def _table(self, block: model.Table, indent: str) -> list[str]:
        inner = indent + "  "
        lines = [indent + start("table-wrap", *self._placed(block))]
        if block.caption:
            lines.append(f"{inner}<caption>{element('p', self._words(block.caption))}</caption>")
        parts = [("thead", block.head), ("tfoot", block.foot), ("tbody", block.body)]
        rows = [(name, [row for row in part if row.cells]) for name, part in parts]
        if not rows[2][1]:  # A table without a body is none; its rows stand there, whatever they are.
            every = [row for _, part in (rows[0], rows[1]) for row in part]
            rows = [("tbody", every)]
        if rows[-1][1]:
            lines.append(f"{inner}<table>")
            for name, part in rows:
                lines += self._rows(name, part, inner + "  ")
            lines.append(f"{inner}</table>")
        elif not block.caption:
            return []
        return [*lines, f"{indent}</table-wrap>"]

    def _rows(self, name: str, rows: list[Row], indent: str) -> list[str]:
        if not rows:
            return []
        made = [f"{indent}  {element('tr', ''.join(map(self._cell, row.cells)))}" for row in rows]
        return [f"{indent}<{name}>", *made, f"{indent}</{name}>"]

    def _cell(self, cell: Cell) -> str:
        match cell.blocks:
            case (model.Paragraph(id=None, lang=None) as only,):
                content = self._words(only.content)
            case _:
                inner = self._in_paragraphs(cell.blocks, "", ("p", "list", "preformat", "code"))
                content = "".join(line.strip() if line.startswith(" ") else line for line in inner)
        return element(
            "th" if cell.header else "td",
            content,
            ("scope", cell.scope if cell.header else None),
            ("rowspan", cell.rowspan if cell.rowspan != 1 else None),
            ("colspan", cell.colspan if cell.colspan != 1 else None),
            ("align", _ALIGN[cell.align] if cell.align else None),
        )

    def _placed(self, block: _Placed) -> Attributes:
        if block.id:
            self.ids.add(block.id)
        tag = language_tag(block.lang)
        if block.lang and tag is None:
            self._lost("Block.lang", block.lang)
        return (("id", block.id), ("xml:lang", tag))

    def _lost(self, field: str, value: str) -> None:
        self._context.notice("value-not-carried", self._where, field=field, value=value, writer="jats")

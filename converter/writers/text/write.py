"""The story in order: a warning where it may not be used, head, body."""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.model.block import Furniture
from converter.model.inline import Ref
from converter.model.traversal import walk
from converter.model.words import has_words
from converter.render.visible_text import opening_paragraph
from converter.writers.text.tables import table_lines
from converter.writers.text.words import Words, mark
from converter.writers.text.wrapping import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks, Cell, Figure, List, Note, Quote, Table
    from converter.model.inline import Inlines
    from converter.writers.text.options import TextOptions

_INDENT = "    "


def write(article: Article, options: TextOptions, context: Context) -> bytes:
    """Return the text: a headline, who wrote it, the story; UTF-8, LF, a line end at the end.

    Furniture is never printed. Paragraphs are one line each, unless a line
    break is part of their words or the caller asks for wrapped lines.
    """
    setter = _Setter(article, options)
    pieces = [piece for piece in (*_warnings(article), *setter.head(), *setter.body()) if piece]
    parting = "\n\n" if options.blank_lines else "\n"
    _notice_losses(article, setter.words, context)
    text = parting.join("\n".join(lines) for lines in pieces)
    return f"{text}\n".encode() if text else b""


def _warnings(article: Article) -> list[list[str]]:
    """Return what must not be missed in a text that carries no metadata."""
    lines: list[str] = []
    if article.status == "canceled":
        lines.append("[CANCELED: not for publication]")
    if article.status == "withheld":
        lines.append("[WITHHELD: not for publication]")
    lines += [
        f"[EMBARGOED until {date.value or 'further notice'}]" for date in article.head.dates if date.kind == "embargoed"
    ]
    return [[line] for line in lines]


def _notice_losses(article: Article, words: Words, context: Context) -> None:
    if words.folded:
        context.notice("markup-folded", count=words.folded, writer="text")
    if words.unlinked:
        context.notice("link-targets-omitted", count=words.unlinked)


class _Setter:
    """Sets one article; each piece is the lines of one block."""

    def __init__(self, article: Article, options: TextOptions) -> None:
        self._article = article
        self._width = options.wrap
        self.words = Words(links=options.links)
        self._marks: dict[str, str] = {}
        for value in walk(article.body):
            if isinstance(value, Ref):
                self._marks.setdefault(value.target, mark(value))

    def head(self) -> list[list[str]]:
        """Return kicker, headlines, bylines and standfirst; the short headline says the main one again."""
        head = self._article.head
        pieces = [
            self._text(headline.content)
            for kind in ("kicker", "main", "sub", "other")
            for headline in head.headlines
            if headline.kind == kind
        ]
        pieces += self._blocks(head.abstract.blocks) if head.abstract else []
        pieces += [self._text(byline.content) for byline in head.bylines]
        return pieces

    def body(self) -> list[list[str]]:
        """Return the blocks of the story; the dateline runs into its first paragraph."""
        blocks = tuple(block for block in self._article.body if not isinstance(block, Furniture))
        dateline = self._article.head.dateline
        if dateline is None or not has_words(dateline.content):
            return self._blocks(blocks)
        words = self.words.line(dateline.content)
        at = opening_paragraph(blocks)
        if at is None:
            return [self._lines(words), *self._blocks(blocks)]
        first = blocks[at]
        assert isinstance(first, model.Paragraph)
        opening = f"{words.rstrip()} {self.words.lines(first.content)}"
        return [*self._blocks(blocks[:at]), self._lines(opening), *self._blocks(blocks[at + 1 :])]

    # ── Blocks ──────────────────────────────────────────────────────────────

    def _blocks(self, blocks: Blocks, indent: str = "") -> list[list[str]]:
        return [lines for block in blocks if (lines := self._block(block, indent))]

    def _block(self, block: Block, indent: str) -> list[str]:
        match block:
            case model.Paragraph() | model.Heading():
                return self._text(block.content, indent)
            case model.Quote():
                return self._quote(block, indent + _INDENT)
            case model.List():
                return self._list(block, indent)
            case model.Table():
                return self._table(block, indent)
            case model.Figure():
                return self._figure(block, indent)
            case model.Preformatted():
                return [f"{indent}{line}" for line in self.words.verbatim(block.content).split("\n")]
            case model.ThematicBreak():
                return [indent + (self.words.line(block.content).strip() or "* * *")]
            case model.Note():
                return self._note(block, indent)
            case model.Furniture() | model.Foreign():
                return []
            case _:
                assert_never(block)

    def _quote(self, block: Quote, indent: str) -> list[str]:
        lines = self._joined(block.blocks, indent)
        if block.attribution:
            words = self.words.line(block.attribution)
            lines += self._lines(words if words.lstrip()[:1] in "—–―-" else f"— {words}", indent)
        return lines

    def _list(self, block: List, indent: str) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, block.start):
            sign = f"{number}. " if block.ordered else "- "
            hanging = indent + " " * len(sign)
            inner = self._joined(item.blocks, hanging)
            lines += (
                [indent + sign + inner[0].removeprefix(hanging), *inner[1:]] if inner else [(indent + sign).rstrip()]
            )
        return lines

    def _table(self, block: Table, indent: str) -> list[str]:
        caption = self._text(block.caption, indent) if block.caption else []
        rows = (*block.head, *block.body, *block.foot)
        if block.inferred == "table-tabs":  # What a text had with tabs goes out with them, and is read as it was.
            return [*caption, *(indent + "\t".join(map(self._cell, row.cells)) for row in rows)]
        return [*caption, *(f"{indent}{line}".rstrip(" ") for line in table_lines(rows, self._cell))]

    def _cell(self, cell: Cell) -> str:
        return " ".join(line.strip() for line in self._joined(cell.blocks, "", width=0))

    def _figure(self, block: Figure, indent: str) -> list[str]:
        """Return the alternative text, for who cannot see the picture, then the caption and its credit."""
        lines = self._lines(f"[{' '.join(block.alt.split())}]", indent) if block.alt and block.alt.strip() else []
        words = " ".join(self.words.line(part) for part in (block.caption, block.credit) if part)
        return lines + (self._lines(words, indent) if words else [])

    def _note(self, block: Note, indent: str) -> list[str]:
        sign = self._marks.get(block.id or "")
        lines = self._joined(block.blocks, indent)
        if not sign or not lines:
            return lines
        return [f"{indent}{sign} {lines[0].removeprefix(indent)}", *lines[1:]]

    def _joined(self, blocks: Blocks, indent: str, width: int | None = None) -> list[str]:
        """Return the lines of blocks that belong together, and so are never parted by a blank line."""
        kept, self._width = self._width, self._width if width is None else width
        lines = [line for piece in self._blocks(blocks, indent) for line in piece]
        self._width = kept
        return lines

    def _text(self, content: Inlines, indent: str = "") -> list[str]:
        return self._lines(self.words.lines(content), indent)

    def _lines(self, words: str, indent: str = "") -> list[str]:
        return [
            piece for line in words.split("\n") if words.strip() for piece in wrapped(line, self._width, indent, indent)
        ]

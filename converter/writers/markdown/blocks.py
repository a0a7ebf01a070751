"""Blocks: each a list of lines; a blank line parts one from the next."""

from __future__ import annotations

import re
from typing import assert_never

from converter import model
from converter.io.markup import start
from converter.model.words import plain_text
from converter.render.html_write import Xhtml, language_tag
from converter.render.links import picture
from converter.writers.markdown.escape import in_angles
from converter.writers.markdown.inlines import fence_around
from converter.writers.markdown.tables import grid, is_simple, pipe_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks, Figure, Heading, List, Note, Quote, Table
    from converter.model.inline import Inlines
    from converter.writers.markdown.inlines import Text

_LARGEST_NUMBER = 999_999_999
"""A list item's number has at most nine digits (CommonMark 0.31 §5.2)."""


class Body:
    """Writes the blocks of one article."""

    def __init__(self, article: Article, text: Text, context: Context, pointed_at: set[str], *, html: bool) -> None:
        """`pointed_at` are the ids that something in the article leads to."""
        self._text = text
        self._context = context
        self._pointed_at = pointed_at
        self._html = html
        self._xhtml = Xhtml(article, context, "markdown")
        self._where = ""
        self.notes: dict[str, Note] = {}
        """Label → the footnote that stands at the end."""

    def blocks(self, blocks: Blocks, where: str | None = None) -> list[list[str]]:
        """Return the blocks of a body or abstract; notices name them as `block N`, from 1, or as `where`."""
        made: list[list[str]] = []
        for number, block in enumerate(blocks, 1):
            self._where = where or f"block {number}"
            made += self._sequence((block,), made)
        return made

    def paragraph(self, content: Inlines, where: str) -> list[list[str]]:
        """Return a paragraph of the head, or nothing where it has no words."""
        self._where = where
        return self._lines(self._text.paragraph(content, where))

    def heading(self, level: int, content: Inlines, where: str) -> list[list[str]]:
        """Return a heading, or nothing where it has no words."""
        words = re.sub(r"(?:(?<=[ \t])|^)(?=#+$)", r"\\", self._text.line(content, where))
        return [[f"{'#' * level} {words}"]] if words else []

    def definitions(self) -> list[list[str]]:
        """Return the footnotes that were pointed at."""
        made: list[list[str]] = []
        while len(made) < len(self.notes):  # A note may hold another one.
            label, note = list(self.notes.items())[len(made)]
            made.append(_hung(f"[^{label}]: ", _flat(self._within(note, None, self._sequence(note.blocks))), "    "))
        return made

    # ── Blocks ──────────────────────────────────────────────────────────────

    def _sequence(self, blocks: Iterable[Block], before: list[list[str]] | None = None) -> list[list[str]]:
        """Return blocks that follow each other; two lists side by side have other signs, else they would be one."""
        made: list[list[str]] = []
        last = before[-1] if before else None
        for block in blocks:
            for lines in self._placed(block, last):
                made.append(lines)
                last = lines
        return made

    def _placed(self, block: Block, last: list[str] | None) -> list[list[str]]:
        if isinstance(block, model.Note) and block.kind == "footnote" and block.id in self._text.labels:
            self.notes[self._text.labels[block.id]] = block
            return []
        name = block.id if block.id in self._pointed_at else None
        if block.id and name is None:
            self._text.lost["id"] += 1
        is_alone = name is block.lang is block.dir is None
        return self._within(block, name, self._block(block, last if is_alone else None))

    def _within(self, block: Block, name: str | None, inner: list[list[str]]) -> list[list[str]]:
        """Return a block between tags that say its language, its direction and its name, where it has one."""
        tag = language_tag(block.lang)
        if block.lang and tag is None:
            self._lost("Block.lang", block.lang)
        if name is tag is block.dir is None:
            return inner
        if not self._html:
            self._text.lost["mark"] += 1
            return inner
        opened = start("div", ("id", name), ("lang", tag), ("dir", block.dir))
        return [[opened, "", *_flat(inner), "", "</div>"]] if inner else []

    def _block(self, block: Block, last: list[str] | None) -> list[list[str]]:
        match block:
            case model.Paragraph():
                return self._lines(self._text.paragraph(block.content, self._where))
            case model.Heading():
                return self._heading(block)
            case model.Quote():
                return self._quote(block)
            case model.List():
                return self._list(block, last)
            case model.Table():
                return self._table(block)
            case model.Figure():
                return self._figure(block)
            case model.Preformatted():
                return [self._fenced(self._text.code(block.content), "")]
            case model.ThematicBreak():
                return [["***"]]
            case model.Note():
                self._text.lost["mark"] += block.kind == "footnote"  # Nothing leads to it.
                return self._sequence(block.blocks)
            case model.Foreign():
                self._context.notice("foreign-as-text", self._where, type=block.type, writer="markdown")
                name = block.type.partition("/")[2].partition("+")[0]
                name = name if re.fullmatch("[a-z0-9.-]+", name) else ""
                return [self._fenced(self._text.code(block.content), name)]
            case model.Furniture():
                return []
            case _:
                assert_never(block)

    def _lines(self, words: str) -> list[list[str]]:
        return [words.split("\n")] if words else []

    def _heading(self, block: Heading) -> list[list[str]]:
        if block.level == 6:
            self._context.notice("heading-level-folded", self._where, level=6, writer="markdown")
        return self.heading(min(block.level + 1, 6), block.content, self._where)

    def _quote(self, block: Quote) -> list[list[str]]:
        inner = self._sequence(block.blocks)
        if block.attribution:
            # The model keeps the attribution without its dash; a reader of print expects one.
            dash = "" if plain_text(block.attribution).lstrip()[:1] in "—–―-" else "— "
            words = self._text.paragraph(block.attribution, self._where)
            inner += self._lines(words if not words else dash + words)
        return [[f"> {line}" if line else ">" for line in _flat(inner)]] if inner else []

    def _list(self, block: List, last: list[str] | None) -> list[list[str]]:
        number = block.start
        if block.ordered and number + len(block.items) > _LARGEST_NUMBER:
            self._lost("List.start", str(number))
            number = 1
        # After a list of the same kind a list goes on, unless its sign is another one (§5.3).
        first, second = (".", ")") if block.ordered else ("-", "+")
        goes_on = last is not None and re.match(r"\d{1,9}\.(?: |$)" if block.ordered else "-(?: |$)", last[0])
        sign = second if goes_on else first
        items = [self._sequence(item.blocks) for item in block.items]
        is_tight = all(len(item) <= 1 or (len(item) == 2 and _interrupts(*item)) for item in items)
        lines: list[str] = []
        for at, item in enumerate(items):
            if lines and not is_tight:
                lines.append("")
            mark = f"{number + at}{sign}" if block.ordered else sign
            parts = [line for part in item for line in part] if is_tight else _flat(item)
            lines += _item(mark, parts)
        return [lines] if lines else []

    def _figure(self, block: Figure) -> list[list[str]]:
        made: list[list[str]] = []
        for reference in block.media:
            address = picture(reference.src)
            if address is None or made:
                self._lost("Figure.media", reference.src)
                continue
            alt = self._text.line((" ".join(block.alt.split()),) if block.alt and block.alt.strip() else (), "figure")
            family = (reference.type or "image").partition("/")[0]
            if family in ("video", "audio"):  # An image would show none of it.
                made.append([f"[{alt or family}]({in_angles(address)})"])
            else:
                made.append([f"![{alt}]({in_angles(address)})"])
        if block.alt and not made:
            self._lost("Figure.alt", block.alt)
        credit = block.credit
        words = model.inlines(*block.caption, *([" "] if block.caption and credit else []), *credit)
        return made + self._lines(self._text.paragraph(words, self._where))

    def _fenced(self, words: str, kind: str) -> list[str]:
        fence = fence_around(words, 3)
        return [fence + kind, *words.split("\n"), fence]

    # ── Tables ──────────────────────────────────────────────────────────────

    def _table(self, block: Table) -> list[list[str]]:
        if self._html and not is_simple(block):
            # A blank line would end the block of HTML, so line ends in words are written by their number.
            return [[line.replace("\n", "&#10;") for line in self._xhtml.body((_bare(block),), where=self._where)]]
        made = self._lines(self._text.paragraph(block.caption, self._where))
        self._text.lost["mark"] += bool(block.caption)
        rows, folded = grid(block)
        self._text.lost["mark"] += folded
        cells = [[self._cell(blocks) for blocks in row] for row in rows]
        return made + ([pipe_table(cells, block)] if cells else [])

    def _cell(self, blocks: Blocks) -> str:
        match blocks:
            case (model.Paragraph() as only,):
                return self._text.cell(only.content, self._where)
            case _:
                from converter.newsformats.words import texts_in

                words = [self._text.cell(content, self._where) for content in texts_in(blocks)]
                return " ".join(filter(None, words))

    def _lost(self, field: str, value: str) -> None:
        self._context.notice("value-not-carried", self._where, field=field, value=value, writer="markdown")


def _bare(block: Table) -> Table:
    return block.replace(id=None, lang=None, dir=None)


def _flat(parts: list[list[str]]) -> list[str]:
    """Return the lines of blocks with a blank line between each two."""
    lines: list[str] = []
    for part in parts:
        lines += [""] * bool(lines) + part
    return lines


def _hung(mark: str, lines: list[str], indent: str) -> list[str]:
    """Return the lines behind a mark, the others indented."""
    first, *rest = lines or [""]
    return [(mark + first).rstrip(" "), *(indent + line if line else "" for line in rest)]


def _item(mark: str, lines: list[str]) -> list[str]:
    """Return an entry of a list. One that opens with a mark of its own begins on the next line (§5.2)."""
    if not lines:
        return [mark]
    indent = " " * (len(mark) + 1)
    if re.match(r"[-+*]|\d{1,9}[.)]", lines[0]):
        return [mark, *(indent + line if line else "" for line in lines)]
    return _hung(f"{mark} ", lines, indent)


def _interrupts(first: list[str], second: list[str]) -> bool:
    """Return whether the second is a list that needs no blank line between it and the first (§5.2)."""
    return first[0][:1] != "<" and re.match(r"(?:[-+]|1[.)]) +\S", second[0]) is not None

"""Blocks written in NITF, by themselves or in NewsML-G2.

One stands on a line of its own; nothing is indented inside a block of text.
`converter.newsformats.nitf_body` reads them.
"""

from __future__ import annotations

import re
from typing import assert_never

from converter import model
from converter.core.errors import CannotWrite
from converter.formats.losses import folded, lost
from converter.io.markup import element, empty, start
from converter.model.words import has_words
from converter.newsformats.losses import language, not_carried
from converter.render.links import live, picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks, Cell, Figure, MediaReference, Row
    from converter.newsformats.nitf_marks import Text

    Attributes = tuple[tuple[str, object], ...]

    class _Placed(Protocol):
        """Every block."""

        @property
        def id(self) -> str | None: ...
        @property
        def lang(self) -> str | None: ...
        @property
        def dir(self) -> str | None: ...


NITF = "http://iptc.org/std/NITF/2006-10-18/"
VERSION = "-//IPTC//DTD NITF 3.6//EN"
"""What the schema fixes `nitf/@version` to."""

LOST = (
    lost(
        "Quote.speaker ThematicBreak.content Quotation.speaker Quotation.verb Quotation.speaker_name "
        "Quotation.quotation Block.dir Span.dir"
    ),
)
LOSSES = (
    *LOST,
    lost("Quote.cite", when="it may not be live", code="value-not-carried"),
    lost("Figure.media", when="it may not be named", code="value-not-carried"),
    lost("Figure.alt", when="there is no picture", code="value-not-carried"),
    folded("Foreign", into="its text", code="foreign-as-text", each=True),
    folded("Link.href", into="the words alone", when="it may not be live", code="link-as-text"),
    lost("Block.lang", when="it is no well-formed language tag", code="value-not-carried"),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
"""What a body in NITF does not carry, for the declarations of formats that have one; `LOST` is what it never does."""

_ALIGN = {"start": "left", "center": "center", "end": "right"}
_MANY = 50
"""So many columns are said by their number, not one by one."""


class Body:
    """Writes the blocks of one article."""

    def __init__(self, text: Text, context: Context, writer: str = "nitf") -> None:
        self._text = text
        self._writer = writer
        self._context = context
        self._where = ""
        self._lede = False

    def content(self, blocks: Blocks, indent: str) -> list[str]:
        """Return the lines of a body; its first paragraph is the lede. Notices name the blocks from 1."""
        self._lede = True
        lines: list[str] = []
        for number, block in enumerate(blocks, 1):
            self._where = f"block {number}"
            lines += self._block(block, indent)
        return lines

    def summary(self, blocks: Blocks, indent: str) -> list[str]:
        """Return the lines of an abstract."""
        self._lede, self._where = False, "head/abstract"
        return self._blocks(blocks, indent)

    def _blocks(self, blocks: Iterable[Block], indent: str) -> list[str]:
        return [line for block in blocks for line in self._block(block, indent)]

    def _block(self, block: Block, indent: str) -> list[str]:
        match block:
            case model.Paragraph():
                return self._paragraph(block, indent)
            case model.Heading():
                level = None if block.level == 1 else f"h{block.level + 1}"
                return self._line("hl2", block, block.content, indent, ("class", level))
            case model.Quote():
                return self._quote(block, indent)
            case model.List():
                return self._list(block, indent)
            case model.Table():
                return self._table(block, indent)
            case model.Figure():
                return self._figure(block, indent)
            case model.Preformatted():
                words = self._text.plain(block.content, self._where)
                return [indent + element("pre", words, *self._placed(block))]
            case model.ThematicBreak():
                return [indent + empty("hr", *self._placed(block))]
            case model.Note():
                return self._note(block, indent)
            case model.Foreign():
                self._context.notice("foreign-as-text", self._where, type=block.type, writer=self._writer)
                return self._line("p", block, block.content, indent, ("class", f"foreign {block.type}"))
            case model.Furniture():
                return []
            case _:
                assert_never(block)

    def _line(
        self, name: str, block: _Placed, content: model.Inlines, indent: str, *attributes: tuple[str, object]
    ) -> list[str]:
        """Return a block of text; none for a blank, which NITF's rules refuse."""
        words = self._text.enriched(content, self._where)
        if not words.replace("&#13;", "").strip():
            return []
        return [indent + element(name, words, *attributes, *self._placed(block))]

    def _paragraph(self, block: model.Paragraph, indent: str) -> list[str]:
        lines = self._line("p", block, block.content, indent, ("lede", "true" if self._lede else None))
        self._lede = self._lede and not lines
        return lines

    def _quote(self, block: model.Quote, indent: str) -> list[str]:
        cite = live(block.cite) if block.cite else None
        if block.cite and cite is None:
            self._lost("Quote.cite", block.cite)
        inner = indent + "  "
        lines = self._around("block", block.blocks, inner) if block.blocks or block.attribution else []
        if block.attribution:
            lines.append(inner + element("credit", self._text.enriched(block.attribution, self._where)))
        return [indent + start("bq", ("quote-source", cite), *self._placed(block)), *lines, f"{indent}</bq>"]

    def _around(self, name: str, blocks: Blocks, indent: str, *attributes: tuple[str, object]) -> list[str]:
        """Return an element around blocks: on one line when they make one line or none."""
        lines = self._blocks(blocks, "")
        if len(lines) <= 1:
            return [indent + element(name, "".join(lines), *attributes)]
        return [indent + start(name, *attributes), *self._blocks_again(lines, indent + "  "), f"{indent}</{name}>"]

    def _blocks_again(self, lines: list[str], indent: str) -> list[str]:
        return [indent + line for line in lines]

    def _list(self, block: model.List, indent: str) -> list[str]:
        if not block.items:  # NITF has no list without an entry.
            return []
        name = "ol" if block.ordered else "ul"
        number = block.start if block.ordered and block.start != 1 else None
        return [
            indent + start(name, ("seqnum", number), *self._placed(block)),
            *(line for item in block.items for line in self._around("li", item.blocks, indent + "  ")),
            f"{indent}</{name}>",
        ]

    def _note(self, block: model.Note, indent: str) -> list[str]:
        if block.kind == "footnote":
            opened, closed = start("fn", *self._placed(block)), "</fn>"
        else:
            nature = "editorsnote" if block.kind == "editor" else "undef"
            kind = (("type", "std"), ("noteclass", nature), ("class", block.kind))
            opened, closed = start("note", *kind, *self._placed(block)), "</note>"
        lines = self._around("body.content", block.blocks, "")
        if len(lines) == 1:
            return [indent + opened + lines[0] + closed]
        return [indent + opened, *(f"{indent}  {line}" for line in lines), indent + closed]

    # ── Tables ──────────────────────────────────────────────────────────────

    def _table(self, block: model.Table, indent: str) -> list[str]:
        inner = indent + "  "
        lines = [indent + start("table", *self._placed(block))]
        if block.caption:
            lines.append(inner + element("caption", self._text.enriched(block.caption, self._where)))
        rows = (*block.head, *block.body, *block.foot)
        columns = max((sum(cell.colspan for cell in row.cells) for row in rows), default=0)
        if columns > _MANY:
            lines.append(f'{inner}<colgroup><col span="{columns}"/></colgroup>')
        elif columns:
            lines.append(f"{inner}<colgroup>{'<col/>' * columns}</colgroup>")
        for name, part in (("thead", block.head), ("tfoot", block.foot), ("tbody", block.body)):
            lines += self._rows(name, part, inner)
        return [*lines, f"{indent}</table>"]

    def _rows(self, name: str, rows: tuple[Row, ...], indent: str) -> list[str]:
        written = [element("tr", "".join(map(self._cell, row.cells))) for row in rows if row.cells]
        if len(written) <= 1:
            return [indent + element(name, row) for row in written]
        return [f"{indent}<{name}>", *(f"{indent}  {row}" for row in written), f"{indent}</{name}>"]

    def _cell(self, cell: Cell) -> str:
        match cell.blocks:
            case (model.Paragraph(id=None, lang=None, dir=None) as only,):
                content = self._text.enriched(only.content, self._where)
            case _:
                content = "".join(self._blocks(cell.blocks, ""))
        return element(
            "th" if cell.header else "td",
            content,
            ("class", cell.scope if cell.header else None),
            ("rowspan", cell.rowspan if cell.rowspan != 1 else None),
            ("colspan", cell.colspan if cell.colspan != 1 else None),
            ("align", _ALIGN[cell.align] if cell.align else None),
        )

    # ── Figures ─────────────────────────────────────────────────────────────

    def _figure(self, block: Figure, indent: str) -> list[str]:
        """Return the media; a caption without a picture is a paragraph that says so, as `media` must have one."""
        references = [reference for reference in block.media if self._may_be_named(reference)]
        caption = self._text.enriched(block.caption, self._where)
        credit = self._text.enriched(block.credit, self._where)
        if not references:
            if block.alt:
                self._lost("Figure.alt", block.alt)
            lines: list[str] = []
            for kind, words in (("caption", caption), ("credit", credit)):
                if words.strip():
                    named = "credit alone" if kind == "credit" and not lines else kind
                    lines.append(indent + element("p", words, ("class", named), *self._placed(block)))
                    block = block.replace(id=None)
            return lines
        alt = block.alt if block.alt and block.alt.strip() else None
        family = (references[0].type or "image/").partition("/")[0]
        if family not in ("image", "video", "audio"):
            family = "other"
        if family == "image" and alt is None:
            self._context.notice("alternative-text-missing", self._where, src=references[0].src)
            family = "other"  # The rules ask an image for its description, and none is made up.
        inner = indent + "  "
        made = [indent + start("media", ("media-type", family), *self._placed(block))]
        made += (inner + line for line in self._metadata(references))
        made += (inner + self._reference(reference, alt) for reference in references)
        if caption.strip():
            made.append(inner + element("media-caption", element("p", caption)))
        if credit.strip():
            made.append(inner + element("media-producer", credit))
        return [*made, f"{indent}</media>"]

    def _may_be_named(self, reference: MediaReference) -> bool:
        allowed = picture(reference.src) is not None
        if not allowed:
            self._lost("Figure.media", reference.src)
        return allowed

    def _metadata(self, references: list[MediaReference]) -> list[str]:
        """Return what `media-reference` has no attribute for; those of a second rendition are called `….2`."""
        lines = []
        for number, reference in enumerate(references, 1):
            end = "" if number == 1 else f".{number}"
            for name, value in (("sha256", reference.sha256), ("bytes", reference.size_bytes)):
                if value is not None:
                    lines.append(empty("media-metadata", ("name", name + end), ("value", value)))
        return lines

    def _reference(self, reference: MediaReference, alt: str | None) -> str:
        return empty(
            "media-reference",
            ("source", picture(reference.src)),
            ("mime-type", reference.type),
            ("alternate-text", alt),
            ("width", reference.width),
            ("height", reference.height),
        )

    # ── What a block may say of itself ──────────────────────────────────────

    def _placed(self, block: _Placed) -> Attributes:
        if block.id is block.lang is block.dir is None:
            return ()
        return (
            ("id", block.id),
            ("xml:lang", language(block.lang, self._where, self._context, self._writer, "Block.lang")),
        )

    def _lost(self, field: str, value: str) -> None:
        not_carried(self._context, self._where, field, value, self._writer)


def body_content(article: Article, lines_of: Text, body: Body, demanded_by: str) -> list[str]:
    """Return the lines of `body.content`. Raises CannotWrite when there is nothing to print at all."""
    lines = body.content(article.body, "  ")
    if not any(map(_prints, lines)):
        # A flash has a headline only; it is its own content.
        headline = article.head.headline()
        if headline is None or not has_words(headline.content):
            raise CannotWrite(
                f"{demanded_by} demands content, and the article has neither text nor picture nor headline to print",
                where="body",
            )
        lines = ["  " + element("hl2", lines_of.enriched(headline.content, "head/headline.main"), ("class", "h1"))]
    return ["<body.content>", *lines, "</body.content>"]


def _prints(line: str) -> bool:
    """Return whether a line shows anything: words, or a picture. Values hold no angle brackets."""
    return re.search(r">[^<]*[^<\s]|<media ", line.replace("&#13;", "")) is not None

"""The body of an article as XHTML: what NewsML-G2, ninjs and HTML carry.

One serialiser for all of them, so that a reader of one reads all. What it
writes is inert by construction: a fixed set of elements and attributes,
addresses through `converter.render.links`, words through `converter.io.markup`.
`schemas/xhtml-profile.xsd` says exactly what can come out.

Blocks stand on lines of their own, indented by two spaces; nothing is
indented inside a block of text, where white space would be words.
"""

from __future__ import annotations

import re
from typing import assert_never

from converter import model
from converter.formats.losses import folded, lost
from converter.io.markup import element, empty, start, text
from converter.model.article import values_in
from converter.model.block import Note
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.render.links import live, picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks, Cell, Figure, Item, MediaReference, Row
    from converter.model.inline import Inline, Inlines

    class _Placed(Protocol):
        """Every block."""

        @property
        def id(self) -> str | None: ...
        @property
        def lang(self) -> str | None: ...
        @property
        def dir(self) -> str | None: ...


NAMESPACE = "http://www.w3.org/1999/xhtml"

LOSSES = (
    folded("Heading.level", into="level 5", when="it is 6", code="heading-level-folded"),
    folded("Foreign", into="its text", code="foreign-as-text", each=True),
    folded("Link.href", into="the words alone", when="it may not be live", code="link-as-text"),
    lost("Quote.cite", when="it may not be live", code="value-not-carried"),
    lost("Figure.media", when="it is a second one, or may not be named", code="value-not-carried"),
    lost("Block.lang Span.lang", when="it is no well-formed language tag", code="value-not-carried"),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
"""What an XHTML body does not carry, for the declarations of the formats that have one."""

# RFC 5646 §2.1: what is well-formed. `x` and `i` in lower case, as §2.1.1 recommends: not every validator folds case.
_LANGUAGE_TAG = (
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-x(?:-[A-Za-z0-9]{1,8})+)?|x(?:-[A-Za-z0-9]{1,8})+|i-[A-Za-z]+"
)

# WHATWG HTML §2.3.5: no month without its year, and three digits of a second.
_HTML_TIME = (
    r"\d{4}(?:-\d\d)?|--\d\d-\d\d|\d{4}-\d\d-\d\d"
    r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?"
)


def language_tag(tag: str | None) -> str | None:
    """Return the tag when it is well-formed by RFC 5646, else None: then it says nothing to anybody."""
    return tag if tag is not None and re.fullmatch(_LANGUAGE_TAG, tag) else None


class Xhtml:
    """Writes the blocks and inlines of one article, and says through the context what is folded or lost."""

    def __init__(
        self,
        article: Article,
        context: Context,
        writer: str,
        address: Callable[[MediaReference], str | None] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """`address` gives where a picture or clip is to be had, None where it is not named; by default its `src`.

        `whole` is for a page by itself: a link to what is not on it is its words, and a date that HTML does not
        know, such as a month without its year, is no value.
        """
        self._address = address or (lambda reference: picture(reference.src))
        self._context = context
        self._writer = writer
        self._where = ""
        self._notes: set[str] = set()
        if notes := values_in(article).get(Note):
            self._notes = {note.id for note in notes if note.id} & _printed_ids(article.body)
        self._targets = _printed_ids(article.body) if whole else None

    def body(self, blocks: Blocks, indent: str = "", where: str | None = None) -> list[str]:
        """Return the lines of the top blocks of a body; notices name them as `block N`, from 1, or as `where`.

        Each line is its indentation and then markup, so that a format without
        indentation (ninjs) joins the lines with their leading spaces taken off.
        """
        lines: list[str] = []
        for number, block in enumerate(blocks, 1):
            self._where = where or f"block {number}"
            lines += self._block(block, indent)
        return lines

    def inlines(self, content: Inlines, where: str) -> str:
        """Return the markup of inlines; notices name `where`."""
        self._where = where
        return self._inlines(content)

    # ── Blocks ──────────────────────────────────────────────────────────────

    def _blocks(self, blocks: Iterable[Block], indent: str) -> list[str]:
        return [line for block in blocks for line in self._block(block, indent)]

    def _block(self, block: Block, indent: str) -> list[str]:
        match block:
            case model.Paragraph():
                return [indent + element("p", self._inlines(block.content), *self._placed(block))]
            case model.Heading():
                name = f"h{min(block.level + 1, 6)}"  # h1 is the headline's.
                if block.level == 6:
                    self._context.notice("heading-level-folded", self._where, level=6, writer=self._writer)
                return [indent + element(name, self._inlines(block.content), *self._placed(block))]
            case model.Quote():
                return self._quote(block, indent)
            case model.List():
                return self._list(block, indent)
            case model.Table():
                return self._table(block, indent)
            case model.Figure():
                return self._figure(block, indent)
            case model.Preformatted():
                words = self._inlines(block.content)
                # An HTML parser drops a line feed that opens a pre.
                return [indent + element("pre", "\n" * words.startswith("\n") + words, *self._placed(block))]
            case model.ThematicBreak():
                mark = plain_text(block.content) or None
                return [indent + empty("hr", *self._placed(block), ("data-mark", mark))]
            case model.Note():
                kind = "note" if block.kind == "footnote" else f"note {block.kind}"
                return self._around("aside", block.blocks, indent, ("class", kind), *self._placed(block))
            case model.Foreign():
                self._context.notice("foreign-as-text", self._where, type=block.type, writer=self._writer)
                attributes = (("class", "foreign"), *self._placed(block), ("data-type", block.type))
                return [indent + element("p", self._inlines(block.content), *attributes)]
            case model.Furniture():
                return []
            case _:
                assert_never(block)

    def _around(self, name: str, blocks: Blocks, indent: str, *attributes: tuple[str, object]) -> list[str]:
        """Return an element around blocks: on one line when they are one paragraph or none."""
        printed = [block for block in blocks if not isinstance(block, model.Furniture)]
        if len(printed) <= 1 and all(isinstance(block, model.Paragraph) for block in printed):
            return [indent + element(name, "".join(self._blocks(printed, "")), *attributes)]
        return [
            indent + start(name, *attributes),
            *self._blocks(printed, indent + "  "),
            f"{indent}</{name}>",
        ]

    def _quote(self, block: model.Quote, indent: str) -> list[str]:
        cite = live(block.cite) if block.cite else None
        if block.cite and cite is None:
            self._lost("Quote.cite", block.cite)
        inner = indent + "  "
        lines = self._blocks(block.blocks, inner)
        if block.attribution:
            # The model keeps the attribution without its dash; a reader of print expects one.
            dash = "" if plain_text(block.attribution).lstrip()[:1] in "—–―-" else "— "
            lines.append(inner + element("footer", dash + self._inlines(block.attribution)))
        opened = start("blockquote", ("cite", cite), *self._placed(block), ("data-speaker", block.speaker))
        return [indent + opened, *lines, f"{indent}</blockquote>"]

    def _list(self, block: model.List, indent: str) -> list[str]:
        name = "ol" if block.ordered else "ul"
        number = block.start if block.ordered and block.start != 1 else None
        return [
            indent + start(name, ("start", number), *self._placed(block)),
            *(line for item in block.items for line in self._item(item, indent + "  ")),
            f"{indent}</{name}>",
        ]

    def _item(self, item: Item, indent: str) -> list[str]:
        return self._around("li", item.blocks, indent)

    def _table(self, block: model.Table, indent: str) -> list[str]:
        inner = indent + "  "
        lines = [indent + start("table", *self._placed(block))]
        if block.caption:
            lines.append(inner + element("caption", self._inlines(block.caption)))
        for name, rows in (("thead", block.head), ("tbody", block.body), ("tfoot", block.foot)):
            lines += self._rows(name, rows, inner)
        return [*lines, f"{indent}</table>"]

    def _rows(self, name: str, rows: tuple[Row, ...], indent: str) -> list[str]:
        written = [element("tr", "".join(map(self._cell, row.cells))) for row in rows]
        if len(written) <= 1:
            return [indent + element(name, row) for row in written]
        return [f"{indent}<{name}>", *(f"{indent}  {row}" for row in written), f"{indent}</{name}>"]

    def _cell(self, cell: Cell) -> str:
        match cell.blocks:
            case (model.Paragraph(id=None, lang=None, dir=None) as only,):
                content = self._inlines(only.content)
            case _:
                content = "".join(self._blocks(cell.blocks, ""))
        return element(
            "th" if cell.header else "td",
            content,
            ("scope", cell.scope if cell.header else None),
            ("rowspan", cell.rowspan if cell.rowspan != 1 else None),
            ("colspan", cell.colspan if cell.colspan != 1 else None),
            ("class", f"align-{cell.align}" if cell.align else None),
        )

    def _figure(self, block: Figure, indent: str) -> list[str]:
        inner = indent + "  "
        media = self._media(block)
        lines = [inner + medium for medium in media]
        words = self._inlines(block.caption)
        if block.credit:
            words += " " * bool(words) + element("span", self._inlines(block.credit), ("class", "credit"))
        if words:
            lines.append(inner + element("figcaption", words))
        label = None if media else block.alt
        return [indent + start("figure", *self._placed(block), ("aria-label", label)), *lines, f"{indent}</figure>"]

    def _media(self, block: Figure) -> list[str]:
        """Return the element of the first rendition that may be named; the others are said to be lost."""
        written: list[str] = []
        for reference in block.media:
            address = self._address(reference)
            if address is None or written:
                self._lost("Figure.media", reference.src)
            else:
                written.append(self._medium(reference, address, block.alt))
        return written

    def _medium(self, reference: MediaReference, address: str, alt: str | None) -> str:
        kept = (
            ("width", reference.width),
            ("height", reference.height),
            ("data-type", reference.type),
            ("data-bytes", reference.size_bytes),
            ("data-sha256", reference.sha256),
        )
        family = (reference.type or "").partition("/")[0]
        if family in ("video", "audio"):
            size = kept if family == "video" else kept[2:]
            return element(family, "", ("src", address), ("controls", "controls"), ("aria-label", alt), *size)
        return empty("img", ("src", address), ("alt", alt or ""), *kept)

    def _placed(self, block: _Placed) -> tuple[tuple[str, object], ...]:
        if block.id is block.lang is block.dir is None:
            return ()
        return (("id", block.id), *self._language(block.lang, "Block.lang"), ("dir", block.dir))

    def _language(self, tag: str | None, part: str) -> tuple[tuple[str, object], ...]:
        if tag is not None and language_tag(tag) is None:
            self._lost(part, tag)
            return ()
        return (("lang", tag), ("xml:lang", tag))

    def _lost(self, what: str, value: str) -> None:
        self._context.notice("value-not-carried", self._where, field=what, value=value, writer=self._writer)

    # ── Inlines ─────────────────────────────────────────────────────────────

    def _inlines(self, content: Inlines) -> str:
        return "".join([text(item) if isinstance(item, str) else self._inline(item) for item in content])

    def _inline(self, item: Inline) -> str:
        match item:
            case str():
                return text(item)
            case model.Emphasis():
                return element("em", self._inlines(item.content))
            case model.Strong():
                return element("strong", self._inlines(item.content))
            case model.Underline():
                return element("u", self._inlines(item.content))
            case model.Strike():
                return element("s", self._inlines(item.content))
            case model.Subscript():
                return element("sub", self._inlines(item.content))
            case model.Superscript():
                return element("sup", self._inlines(item.content))
            case model.Code():
                return element("code", self._inlines(item.content))
            case model.Link():
                return self._link(item)
            case model.Ref():
                if not self._is_there(f"#{item.target}"):
                    self._context.notice("link-as-text", self._where, href=f"#{item.target}")
                    return self._inlines(item.content)
                role = "doc-noteref" if item.target in self._notes else None
                target = f"#{item.target}"
                return element("a", self._inlines(item.content), ("href", target), ("class", "ref"), ("role", role))
            case model.Quotation():
                # An XHTML q would print marks of its own beside those that are typed.
                return element(
                    "span",
                    self._inlines(item.content),
                    ("class", "q"),
                    ("data-speaker", item.speaker),
                    ("data-verb", item.verb),
                    ("data-speaker-name", item.speaker_name),
                    ("data-quotation", item.quotation),
                )
            case model.Mention():
                return element("span", self._inlines(item.content), ("class", "mention"), ("data-ref", item.ref))
            case model.Time():
                if item.datetime is None or not self._is_known(item.datetime):
                    # Without a value, `time` would have to be one itself.
                    return element("span", self._inlines(item.content), ("class", "time"))
                return element("time", self._inlines(item.content), ("datetime", item.datetime))
            case model.Abbreviation():
                return element("abbr", self._inlines(item.content), ("title", item.title))
            case model.Span():
                return element(
                    "span", self._inlines(item.content), *self._language(item.lang, "Span.lang"), ("dir", item.dir)
                )
            case model.Ruby():
                reading = f"<rp>(</rp><rt>{self._inlines(item.reading)}</rt><rp>)</rp>"
                return element("ruby", self._inlines(item.content) + reading)
            case model.LineBreak():
                return "<br/>"
            case model.Char():
                return "\N{REPLACEMENT CHARACTER}"
            case _:
                assert_never(item)

    def _link(self, item: model.Link) -> str:
        address = live(item.href)
        if address is None or not self._is_there(address):
            self._context.notice("link-as-text", self._where, href=item.href)
            return self._inlines(item.content)
        return element("a", self._inlines(item.content), ("href", address), ("title", item.title))

    def _is_known(self, value: str) -> bool:
        """Return whether a date may be written as a value; one that HTML does not know is not carried by a page."""
        if self._targets is None or re.fullmatch(_HTML_TIME, value):
            return True
        self._lost("Time.datetime", value)
        return False

    def _is_there(self, address: str) -> bool:
        return self._targets is None or address[:1] != "#" or address[1:] in self._targets


def _printed_ids(blocks: Blocks) -> set[str]:
    """Return the ids of the blocks that are printed: all but those of furniture and in it."""
    furniture = [block for block in walk(blocks) if isinstance(block, model.Furniture)]
    return _ids(blocks) - _ids(furniture)


def _ids(blocks: Iterable[Block]) -> set[str]:
    return {name for value in walk(tuple(blocks)) if (name := getattr(value, "id", None)) is not None}

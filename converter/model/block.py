"""Blocks: what stands in a body, in a quotation, a list item, a table cell, a note."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.checks import require, require_all, require_count, require_one_of, require_text
from converter.model.inline import Char, require_inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.model.inline import Direction, Inlines

    NoteKind: TypeAlias = Literal["footnote", "editor", "correction", "credit", "contact"]
    HeaderScope: TypeAlias = Literal["col", "row", "colgroup", "rowgroup"]
    Alignment: TypeAlias = Literal["start", "center", "end"]


class BaseBlock(Value, kw_only=True):
    """What stands in a body. All blocks may say their own language and direction."""

    id: str | None = None
    """Unique in the article; a `Ref` or a link's `#fragment` points at it."""
    lang: str | None = None
    """The language of the words (BCP 47); without it, that of what is around."""
    dir: Direction | None = None
    """The base direction of the words; without it, that of what is around."""

    def _check(self) -> None:
        if self.id is None and self.lang is None and self.dir is None:  # As nearly always.
            return
        require(self, "id", "id")
        require(self, "language tag", "lang")
        require_one_of(self, "dir", (None, "ltr", "rtl"))


class Paragraph(BaseBlock):
    """A paragraph (`p`)."""

    content: Inlines

    def _check(self) -> None:
        BaseBlock._check(self)
        require_inlines(self, "content")


class Heading(BaseBlock):
    """A crosshead inside the story (`heading`); the headline stands in the head."""

    content: Inlines
    level: int = 1
    """1 is the highest level inside the body, 6 the lowest."""
    inferred: str | None = None
    """The rule that took the line for a heading."""

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        require_count(self, "level", 1, 6)
        require(self, "token", "inferred")


class Quote(BaseBlock):
    """Quoted words set off from the story (`quote`)."""

    _reading = ("blocks", "attribution")

    blocks: Blocks
    attribution: Inlines = ()
    """Who said it, as printed, without the dash that a writer sets."""
    speaker: str | None = None
    cite: str | None = None
    """The address of the document that the words come from."""

    def _check(self) -> None:
        super()._check()
        require_all(self, "blocks", BaseBlock)
        require_inlines(self, "attribution")
        require_text(self, "speaker", "cite")


class Item(Value):
    """One entry of a list (`item`)."""

    blocks: Blocks

    def _check(self) -> None:
        require_all(self, "blocks", BaseBlock)


class List(BaseBlock):
    """A list (`list`)."""

    items: tuple[Item, ...]
    ordered: bool = False
    """Whether the entries are numbered."""
    start: int = 1
    """The number of the first entry of a numbered list."""
    inferred: str | None = None
    """The rule that took the lines for a list."""

    def _check(self) -> None:
        super()._check()
        require_all(self, "items", Item)
        require_one_of(self, "ordered", (False, True))
        require_count(self, "start")
        require(self, "token", "inferred")


class Cell(Value):
    """One cell of a table (`cell`)."""

    blocks: Blocks
    header: bool = False
    scope: HeaderScope | None = None
    """What a header cell is the header of; none where the source does not say."""
    rowspan: int = 1
    colspan: int = 1
    align: Alignment | None = None

    def _check(self) -> None:
        require_all(self, "blocks", BaseBlock)
        require_one_of(self, "header", (False, True))
        require_one_of(self, "scope", (None, "col", "row", "colgroup", "rowgroup"))
        require_count(self, "rowspan", 1, 1000)
        require_count(self, "colspan", 1, 1000)
        require_one_of(self, "align", (None, "start", "center", "end"))


class Row(Value):
    """One row of a table (`row`)."""

    cells: tuple[Cell, ...]

    def _check(self) -> None:
        require_all(self, "cells", Cell)


class Table(BaseBlock):
    """A table (`table`): head rows, body rows, foot rows."""

    _reading = ("caption", "head", "body", "foot")

    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    caption: Inlines = ()
    inferred: str | None = None
    """The rule that took the lines for a table."""

    def _check(self) -> None:
        super()._check()
        for part in ("body", "head", "foot"):
            require_all(self, part, Row)
        require_inlines(self, "caption")
        require(self, "token", "inferred")


class MediaReference(Value):
    """A picture, clip or sound by its address and digest (`media`); the bytes lie beside the article."""

    src: str
    """The address as found in the source."""
    type: str | None = None
    """The media type (RFC 6838), such as `image/jpeg`."""
    sha256: str | None = None
    """Of the bytes, where they were kept."""
    size_bytes: int | None = None
    width: int | None = None
    """In pixels."""
    height: int | None = None
    """In pixels."""

    def _check(self) -> None:
        require_text(self, "src")
        require(self, "token", "type")
        require(self, "SHA-256", "sha256")
        for field in ("size_bytes", "width", "height"):
            require_count(self, field)


class Figure(BaseBlock):
    """A picture or clip with its caption and credit (`figure`)."""

    media: tuple[MediaReference, ...] = ()
    """One reference for each rendition of the same picture; none where the source has only the caption."""
    caption: Inlines = ()
    credit: Inlines = ()
    alt: str | None = None
    """The alternative text: what the picture shows, for who cannot see it."""
    inferred: str | None = None
    """The rule that took the lines for a caption or credit."""

    def _check(self) -> None:
        super()._check()
        require_all(self, "media", MediaReference)
        require_inlines(self, "caption", "credit")
        require_text(self, "alt")
        require(self, "token", "inferred")


class Preformatted(BaseBlock):
    """Text whose white space and line ends count (`pre`)."""

    content: Inlines
    inferred: str | None = None

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        require(self, "token", "inferred")


class ThematicBreak(BaseBlock):
    """A break between parts of the story, often a rule or three asterisks (`break`)."""

    content: Inlines = ()
    """The mark as typed (`***`), where there was one. Writers draw their own."""

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")


class Note(BaseBlock):
    """A footnote or an editorial line about the story (`note`): printed, but not the story itself."""

    blocks: Blocks
    kind: NoteKind = "footnote"
    """`editor` (an editor's note), `correction`, `credit` (who reported and edited), `contact` (whom to ask)."""
    inferred: str | None = None

    def _check(self) -> None:
        super()._check()
        require_all(self, "blocks", BaseBlock)
        require_one_of(self, "kind", ("footnote", "editor", "correction", "credit", "contact"))
        require(self, "token", "inferred")


class Furniture(BaseBlock):
    """Site or wire text that is not the story ("Read More"), kept in its place and never printed (`furniture`)."""

    blocks: Blocks
    kind: str
    """The family: `related`, `share`, `advertisement`, `subscribe`, `endmark`, `wire-header`, `database`, …"""
    rule: str | None = None
    """The name of the rule that knew it."""

    def _check(self) -> None:
        super()._check()
        require_all(self, "blocks", BaseBlock)
        require(self, "token", "kind", "rule")


class Foreign(BaseBlock):
    """Markup that nothing else here can say, kept as its text (`foreign`)."""

    content: Inlines
    """The markup as found: text and `Char` only."""
    type: str
    """Its media type (RFC 6838), such as `text/html`."""

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        if not all(isinstance(item, str | Char) for item in self.content):
            raise ValueError("Foreign.content holds text and characters only")
        require(self, "token", "type")


Block: TypeAlias = (
    Paragraph | Heading | Quote | List | Table | Figure | Preformatted | ThematicBreak | Note | Furniture | Foreign
)
Blocks: TypeAlias = tuple[Block, ...]

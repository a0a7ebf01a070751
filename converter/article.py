"""The article: what every reader makes and every writer gets.

An `Article` is a tree of frozen values. Blocks and inlines are closed unions:
a `match` that ends in `assert_never` is checked by mypy, so a new kind of
block is an error in every writer until it is handled.

Three rules hold for every value, whoever builds it:

- Text is never rewritten: what the source said, character for character.
- Inlines are in *normal form*: no empty text, and no two texts side by side.
  So two articles with the same words compare equal.
- Text holds only what XML 1.0 can hold; any other character is a `Char`.

A constructor raises `ValueError` for anything else. `schemas/article.xsd` is
the same model as a schema, and `converter.canonical` goes between the two.
"""

from __future__ import annotations

import re
from operator import attrgetter

from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any, Literal, TypeAlias

    Direction: TypeAlias = Literal["ltr", "rtl"]
    Status: TypeAlias = Literal["usable", "withheld", "canceled"]
    HeadlineKind: TypeAlias = Literal["main", "sub", "kicker", "short", "other"]
    PartyRole: TypeAlias = Literal["provider", "creator", "contributor", "source", "copyright-holder"]
    RightsKind: TypeAlias = Literal["notice", "usage", "data-mining"]
    DateKind: TypeAlias = Literal["created", "published", "modified", "embargoed"]
    EntityKind: TypeAlias = Literal["person", "organisation", "place", "event"]
    RevisionKind: TypeAlias = Literal["created", "update", "correction", "withdrawal"]
    NoteKind: TypeAlias = Literal["footnote", "editor", "correction", "credit", "contact"]
    HeaderScope: TypeAlias = Literal["col", "row", "colgroup", "rowgroup"]
    Alignment: TypeAlias = Literal["start", "center", "end"]

_DAY_OF_YEAR = r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
"""Month and day of every year: no 29 February."""
_LEAP_YEAR = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"

_PATTERNS = {
    # RFC 5646 §2.1, by shape only: a registry of subtags would go stale.
    "language tag": r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    # An XML name without colon, in ASCII, so that it is a fragment in every output format too.
    "id": r"[A-Za-z_][A-Za-z0-9_.\-]*",
    # RFC 3987 §2.2 by shape: a scheme, a colon, something without white space after it.
    "absolute IRI": r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+",
    "token": r"[^ \t\r\n]+(?: [^ \t\r\n]+)*",
    "SHA-256": r"[0-9a-f]{64}",
    # ISO 8601-1 §5.2 and, for a date without its year, XML Schema's gMonthDay and gMonth. Never padded, and always a
    # day that there is, from the year 1.
    "date": (
        r"(?!0000)(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?"
        rf"|(?:[0-9]{{4}}-{_DAY_OF_YEAR}|{_LEAP_YEAR}-02-29)"
        r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+\-](?:0[0-9]|1[0-4]):[0-5][0-9])?)?)"
        rf"|--(?:(?:0[1-9]|1[0-2])|{_DAY_OF_YEAR}|02-29)"
    ),
}


_EXAMPLES = {
    "language tag": "en-GB",
    "absolute IRI": "https://example.com/a",
    "date": "2025-03-14 or 2025-03-14T09:30:00Z",
}
"""What a person is shown who gave something else."""


def matches(kind: str, value: str) -> bool:
    """Return whether `value` has the shape of `kind`, a key of the patterns above, and XML 1.0 can hold it."""
    fits = _fits.get(kind)
    if fits is None:  # Nothing is compiled before the first value of its kind.
        fits = _fits[kind] = re.compile(_PATTERNS[kind]).fullmatch
    return fits(value) is not None and is_xml_text(value)


_fits: dict[str, Callable[[str], object]] = {}


# XML 1.0 production 2, Char: the complement, range by range. `re` takes 6 ms to compile the negated class.
_NOT_XML = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


def is_xml_text(text: str) -> bool:
    """Return whether XML 1.0 can hold every character of `text` (production 2, `Char`)."""
    return text.isprintable() or re.search(_NOT_XML, text) is None


def _require_text(owner: Value, *fields: str) -> None:
    for field in fields:
        value = getattr(owner, field)
        if value is not None and not (isinstance(value, str) and is_xml_text(value)):
            raise ValueError(f"{type(owner).__name__}.{field} must be text that XML 1.0 can hold, not {value!r}")


def _require(owner: Value, kind: str, *fields: str) -> None:
    for field in fields:
        value = getattr(owner, field)
        if value is not None and not (isinstance(value, str) and matches(kind, value)):
            wanted = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
            example = f", such as {_EXAMPLES[kind]}" if kind in _EXAMPLES else ""
            raise ValueError(f"{type(owner).__name__}.{field} must be {wanted}{example}; it is {value!r}")


def _require_one_of(owner: Value, field: str, choices: tuple[object, ...]) -> None:
    value = getattr(owner, field)
    if value not in choices:
        there_are = ", ".join(str(choice) for choice in choices if choice is not None)
        raise ValueError(f"{type(owner).__name__}.{field} must be one of {there_are}, not {value!r}")


def _require_count(owner: Value, field: str, least: int = 0, most: int | None = None) -> None:
    value = getattr(owner, field)
    if value is None:
        return
    # Eighteen digits are a count in every language and schema processor.
    if type(value) is not int or not least <= value <= (10**18 if most is None else most):
        end = "" if most is None else f" to {most}"
        raise ValueError(f"{type(owner).__name__}.{field} must be a whole number from {least}{end}")


def _require_inlines(owner: Value, *fields: str) -> None:
    for field in fields:
        content = getattr(owner, field)
        if not isinstance(content, tuple):
            raise ValueError(f"{type(owner).__name__}.{field} must be a tuple of inlines, not {content!r}")
        after_text = False
        for item in content:
            if isinstance(item, str):
                if not item or after_text or not (item.isprintable() or is_xml_text(item)):
                    raise ValueError(
                        f"{type(owner).__name__}.{field} is not in normal form at {item!r}: "
                        "no empty text, no two texts side by side, no character that XML 1.0 cannot hold "
                        "(converter.article.inlines makes it so)"
                    )
                after_text = True
            elif isinstance(item, _Inline):
                after_text = False
            else:
                raise ValueError(f"{type(owner).__name__}.{field} holds {item!r}, which is no inline")


def _require_all(owner: Value, field: str, kind: type | tuple[type, ...]) -> None:
    content = getattr(owner, field)
    if not isinstance(content, tuple) or (content and not all(isinstance(item, kind) for item in content)):
        raise ValueError(f"{type(owner).__name__}.{field} must be a tuple of its kind of value, not {content!r}")


# ── Inlines ─────────────────────────────────────────────────────────────────


class _Inline(Value):
    """What stands inside a block of text. Plain text is a `str` in the tuple."""


class _Marked(_Inline):
    """An inline that holds others."""

    content: Inlines
    """The marked words."""

    def _check(self) -> None:
        _require_inlines(self, "content")


class Emphasis(_Marked):
    """Stressed words (`em`)."""


class Strong(_Marked):
    """Words of strong importance (`strong`)."""


class Underline(_Marked):
    """Underlined words (`u`)."""


class Strike(_Marked):
    """Words struck out (`s`)."""


class Subscript(_Marked):
    """Below the line (`sub`)."""


class Superscript(_Marked):
    """Above the line (`sup`)."""


class Code(_Marked):
    """Computer text (`code`)."""


class Link(_Inline):
    """Words that lead somewhere (`link`). A link or a `Ref` never stands inside a link."""

    content: Inlines
    href: str
    """The target as found in the source: any scheme, or relative. Writers decide what is safe to print."""
    title: str | None = None
    """The target's title, where the source gives one."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require_text(self, "href", "title")
        _require_no_link(self)


class Ref(_Inline):
    """A pointer to a note or another block of the same article (`ref`)."""

    content: Inlines
    """The mark as printed, such as `1` or `*`."""
    target: str
    """The `id` of what it points at; it need not exist."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require(self, "id", "target")
        _require_no_link(self)


class Quotation(_Inline):
    """Words that somebody said or wrote, with their quotation marks as typed (`q`)."""

    content: Inlines
    speaker: str | None = None
    """The speaker's words as printed in the attribution ("the ministry", "she")."""
    verb: str | None = None
    """The verb of the attribution as printed ("said")."""
    speaker_name: str | None = None
    """The fuller name that the article gave this speaker earlier. Never for a pronoun."""
    quotation: int | None = None
    """One number for all pieces of one quotation, from 1; none where it is in one piece."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require_text(self, "speaker", "verb", "speaker_name")
        _require_count(self, "quotation", 1)


class Mention(_Inline):
    """Words that name a person, organisation, place or event (`mention`)."""

    content: Inlines
    ref: str | None = None
    """The `id` of the `Entity` in the head."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require(self, "id", "ref")


class Time(_Inline):
    """Words that name a date or time (`time`)."""

    content: Inlines
    datetime: str | None = None
    """Their value; may be partial or lack its year: `2024-05`, `--05-22`."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require(self, "date", "datetime")


class Abbreviation(_Inline):
    """A short form (`abbr`)."""

    content: Inlines
    title: str | None = None
    """The full form."""

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require_text(self, "title")


class Span(_Inline):
    """Words in another language or direction (`span`)."""

    content: Inlines
    lang: str | None = None
    dir: Direction | None = None

    def _check(self) -> None:
        _require_inlines(self, "content")
        _require(self, "language tag", "lang")
        _require_one_of(self, "dir", (None, "ltr", "rtl"))


class Ruby(_Inline):
    """Words with their reading beside them (`ruby`)."""

    content: Inlines
    reading: Inlines
    """What stands beside the base text (`rt`)."""

    def _check(self) -> None:
        _require_inlines(self, "content", "reading")


class LineBreak(_Inline):
    """A line end that belongs to the text, as in verse or an address (`br`)."""


class Char(_Inline):
    """One character that XML 1.0 cannot hold, kept by its number (`char code="U+0001"`)."""

    code: int
    """The code point. Lone surrogates are no characters and are refused."""

    def _check(self) -> None:
        _require_count(self, "code")
        if not (0 <= self.code < 0x20 or self.code in (0xFFFE, 0xFFFF)) or self.code in (0x9, 0xA, 0xD):
            raise ValueError(f"Char.code must be a character that XML 1.0 cannot hold, not {self.code:#x}")


Inline: TypeAlias = (
    str
    | Emphasis
    | Strong
    | Underline
    | Strike
    | Subscript
    | Superscript
    | Code
    | Link
    | Ref
    | Quotation
    | Mention
    | Time
    | Abbreviation
    | Span
    | Ruby
    | LineBreak
    | Char
)
Inlines: TypeAlias = tuple[Inline, ...]


def inlines(*pieces: Inline) -> Inlines:
    """Return the pieces as inlines in normal form: texts joined, empty ones gone, unholdable characters as `Char`.

    Raises ValueError for a lone surrogate, which is no character.
    """
    out: list[Inline] = []
    for piece in pieces:
        if not isinstance(piece, str):
            out.append(piece)
            continue
        for part in [piece] if is_xml_text(piece) else re.split(f"({_NOT_XML})", piece):
            if len(part) == 1 and not is_xml_text(part):
                out.append(Char(ord(part)))
            elif part and out and isinstance(out[-1], str):
                out[-1] += part
            elif part:
                out.append(part)
    return tuple(out)


def _require_no_link(owner: Link | Ref) -> None:
    if any(isinstance(value, Link | Ref) for item in owner.content for value in walk(item)):
        raise ValueError(f"{type(owner).__name__} holds another link")


# ── Blocks ──────────────────────────────────────────────────────────────────


class _Block(Value, kw_only=True):
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
        _require(self, "id", "id")
        _require(self, "language tag", "lang")
        _require_one_of(self, "dir", (None, "ltr", "rtl"))


class Paragraph(_Block):
    """A paragraph (`p`)."""

    content: Inlines

    def _check(self) -> None:
        _Block._check(self)
        _require_inlines(self, "content")


class Heading(_Block):
    """A crosshead inside the story (`heading`); the headline stands in the head."""

    content: Inlines
    level: int = 1
    """1 is the highest level inside the body, 6 the lowest."""
    inferred: str | None = None
    """The rule that took the line for a heading."""

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        _require_count(self, "level", 1, 6)
        _require(self, "token", "inferred")


class Quote(_Block):
    """Quoted words set off from the story (`quote`)."""

    blocks: Blocks
    attribution: Inlines = ()
    """Who said it, as printed, without the dash that a writer sets."""
    speaker: str | None = None
    cite: str | None = None
    """The address of the document that the words come from."""

    def _check(self) -> None:
        super()._check()
        _require_all(self, "blocks", _Block)
        _require_inlines(self, "attribution")
        _require_text(self, "speaker", "cite")


class Item(Value):
    """One entry of a list (`item`)."""

    blocks: Blocks

    def _check(self) -> None:
        _require_all(self, "blocks", _Block)


class List(_Block):
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
        _require_all(self, "items", Item)
        _require_one_of(self, "ordered", (False, True))
        _require_count(self, "start")
        _require(self, "token", "inferred")


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
        _require_all(self, "blocks", _Block)
        _require_one_of(self, "header", (False, True))
        _require_one_of(self, "scope", (None, "col", "row", "colgroup", "rowgroup"))
        _require_count(self, "rowspan", 1, 1000)
        _require_count(self, "colspan", 1, 1000)
        _require_one_of(self, "align", (None, "start", "center", "end"))


class Row(Value):
    """One row of a table (`row`)."""

    cells: tuple[Cell, ...]

    def _check(self) -> None:
        _require_all(self, "cells", Cell)


class Table(_Block):
    """A table (`table`): head rows, body rows, foot rows."""

    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    caption: Inlines = ()
    inferred: str | None = None
    """The rule that took the lines for a table."""

    def _check(self) -> None:
        super()._check()
        for part in ("body", "head", "foot"):
            _require_all(self, part, Row)
        _require_inlines(self, "caption")
        _require(self, "token", "inferred")


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
        _require_text(self, "src")
        _require(self, "token", "type")
        _require(self, "SHA-256", "sha256")
        for field in ("size_bytes", "width", "height"):
            _require_count(self, field)


class Figure(_Block):
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
        _require_all(self, "media", MediaReference)
        _require_inlines(self, "caption", "credit")
        _require_text(self, "alt")
        _require(self, "token", "inferred")


class Preformatted(_Block):
    """Text whose white space and line ends count (`pre`)."""

    content: Inlines
    inferred: str | None = None

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        _require(self, "token", "inferred")


class ThematicBreak(_Block):
    """A break between parts of the story, often a rule or three asterisks (`break`)."""

    content: Inlines = ()
    """The mark as typed (`***`), where there was one. Writers draw their own."""

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")


class Note(_Block):
    """A footnote or an editorial line about the story (`note`): printed, but not the story itself."""

    blocks: Blocks
    kind: NoteKind = "footnote"
    """`editor` (an editor's note), `correction`, `credit` (who reported and edited), `contact` (whom to ask)."""
    inferred: str | None = None

    def _check(self) -> None:
        super()._check()
        _require_all(self, "blocks", _Block)
        _require_one_of(self, "kind", ("footnote", "editor", "correction", "credit", "contact"))
        _require(self, "token", "inferred")


class Furniture(_Block):
    """Site or wire text that is not the story ("Read More"), kept in its place and never printed (`furniture`)."""

    blocks: Blocks
    kind: str
    """The family: `related`, `share`, `advertisement`, `subscribe`, `endmark`, `wire-header`, `database`, …"""
    rule: str | None = None
    """The name of the rule that knew it."""

    def _check(self) -> None:
        super()._check()
        _require_all(self, "blocks", _Block)
        _require(self, "token", "kind", "rule")


class Foreign(_Block):
    """Markup that nothing else here can say, kept as its text (`foreign`)."""

    content: Inlines
    """The markup as found: text and `Char` only."""
    type: str
    """Its media type (RFC 6838), such as `text/html`."""

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        if not all(isinstance(item, str | Char) for item in self.content):
            raise ValueError("Foreign.content holds text and characters only")
        _require(self, "token", "type")


Block: TypeAlias = (
    Paragraph | Heading | Quote | List | Table | Figure | Preformatted | ThematicBreak | Note | Furniture | Foreign
)
Blocks: TypeAlias = tuple[Block, ...]


# ── Head ────────────────────────────────────────────────────────────────────


class _Stated(Value, kw_only=True):
    """A statement about the article, with how we know it when the source did not simply say so."""

    inferred: str | None = None
    """The rule that guessed it."""
    given: str | None = None
    """Who gave it beside the source: `meta` (the caller), `sidecar`, `archive`."""

    def _check(self) -> None:
        _require(self, "token", "inferred", "given")


class Headline(_Stated):
    """A headline (`headline`). An article without one has none."""

    content: Inlines
    kind: HeadlineKind = "main"
    """`sub` is the deck below it, `kicker` stands above it, `short` is for small screens."""

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        _require_one_of(self, "kind", ("main", "sub", "kicker", "short", "other"))


class Byline(_Stated):
    """One line that says who wrote the story, as printed (`byline`)."""

    content: Inlines

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")


class Dateline(_Stated):
    """Where and when the story was filed, as printed, with its dash (`dateline`). It runs into the first paragraph."""

    content: Inlines
    place: str | None = None
    """The place alone, repeated from the words."""
    date: str | None = None
    """The date's value, perhaps without its year: `--05-22`."""
    agency: str | None = None
    """The agency alone, repeated from the words, such as `AP`."""

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        _require_text(self, "place", "agency")
        _require(self, "date", "date")


class Abstract(_Stated):
    """The standfirst or summary (`abstract`)."""

    blocks: Blocks

    def _check(self) -> None:
        super()._check()
        _require_all(self, "blocks", _Block)


class Slug(_Stated):
    """The desk's short name of the story (`slug`)."""

    text: str
    separator: str | None = None
    """What parts its words, where it is known (`-`)."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "text", "separator")


class Party(_Stated):
    """A person or organisation in a role (`party`)."""

    name: str
    role: PartyRole
    uri: str | None = None
    """An identifier that is an absolute IRI."""
    literal: str | None = None
    """An identifier that is none."""
    job: str | None = None
    """The job title as printed."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "name", "literal", "job")
        _require_one_of(self, "role", ("provider", "creator", "contributor", "source", "copyright-holder"))
        _require(self, "absolute IRI", "uri")


class Rights(_Stated):
    """A statement of rights (`rights`)."""

    content: Inlines = ()
    """The words; for `data-mining` a PLUS address, `allowed`, `prohibited`, or free text."""
    kind: RightsKind = "notice"
    href: str | None = None
    """Where the terms stand."""
    lang: str | None = None

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")
        _require_one_of(self, "kind", ("notice", "usage", "data-mining"))
        _require_text(self, "href")
        _require(self, "language tag", "lang")


class Date(_Stated):
    """A date of the story (`date`); the record's times belong to `Revision`."""

    kind: DateKind
    value: str | None
    """As precise as the source is; none only for `embargoed`: until further notice."""

    def _check(self) -> None:
        super()._check()
        _require_one_of(self, "kind", ("created", "published", "modified", "embargoed"))
        _require(self, "date", "value")
        if self.value is None and self.kind != "embargoed":
            raise ValueError(f"Date {self.kind} needs a value")


class Urgency(_Stated):
    """The editorial urgency (`urgency`), 1 the most urgent, 9 the least (IPTC Newscodes `edurgency`)."""

    value: int

    def _check(self) -> None:
        super()._check()
        _require_count(self, "value", 1, 9)


class Genre(_Stated):
    """What kind of story it is (`genre`)."""

    name: str
    code: str | None = None
    scheme: str | None = None
    """The alias or address of the code's vocabulary."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "name")
        _require(self, "token", "code", "scheme")


class Subject(_Stated):
    """What the story is about, by a vocabulary (`subject`)."""

    name: str
    code: str | None = None
    scheme: str | None = None
    """The alias or address of the code's vocabulary: `medtop`, `subj`, an IRI."""
    lang: str | None = None
    """The language of the name."""
    creator: str | None = None
    """Who assigned it."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "name", "creator")
        _require(self, "token", "code", "scheme")
        _require(self, "language tag", "lang")


class Keyword(_Stated):
    """A free keyword (`keyword`)."""

    text: str

    def _check(self) -> None:
        super()._check()
        _require_text(self, "text")


class Entity(_Stated):
    """A person, organisation, place or event that the story is about or names (`entity`)."""

    name: str
    kind: EntityKind
    uri: str | None = None
    id: str | None = None
    """What a `Mention` in the text refers to."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "name")
        _require_one_of(self, "kind", ("person", "organisation", "place", "event"))
        _require(self, "absolute IRI", "uri")
        _require(self, "id", "id")


class Related(_Stated):
    """Another story (`related`)."""

    title: str
    href: str | None = None
    rel: str = "seeAlso"
    """An IPTC item relation, by its code."""

    def _check(self) -> None:
        super()._check()
        _require_text(self, "title", "href")
        _require(self, "token", "rel")


class AltId(_Stated):
    """Another identifier of the story (`altid`)."""

    value: str
    scheme: str | None = None

    def _check(self) -> None:
        super()._check()
        _require_text(self, "value")
        _require(self, "token", "scheme")


class EdNote(_Stated):
    """A note from one desk to another, not for print (`ednote`)."""

    content: Inlines

    def _check(self) -> None:
        super()._check()
        _require_inlines(self, "content")


class Revision(_Stated):
    """One step in the life of the record (`revision`)."""

    version: int
    time: str | None = None
    """A full date-time with a zone where the record's times are to be written."""
    kind: RevisionKind = "created"
    note: Inlines = ()
    """What changed, in words."""

    def _check(self) -> None:
        super()._check()
        _require_count(self, "version", 1)
        _require(self, "date", "time")
        _require_one_of(self, "kind", ("created", "update", "correction", "withdrawal"))
        _require_inlines(self, "note")


class Property(_Stated):
    """What has no field of its own: kept under a namespaced name, never dropped (`property`)."""

    name: str
    """`namespace:name`, such as `wire:category` or `replaced:headline`."""
    content: Inlines = ()

    def _check(self) -> None:
        super()._check()
        _require(self, "token", "name")
        _require_inlines(self, "content")


class Head(Value):
    """All that is said about the article, in the order of the canonical form."""

    headlines: tuple[Headline, ...] = ()
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    abstract: Abstract | None = None
    slug: Slug | None = None
    parties: tuple[Party, ...] = ()
    rights: tuple[Rights, ...] = ()
    dates: tuple[Date, ...] = ()
    urgency: Urgency | None = None
    genres: tuple[Genre, ...] = ()
    subjects: tuple[Subject, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    entities: tuple[Entity, ...] = ()
    related: tuple[Related, ...] = ()
    altids: tuple[AltId, ...] = ()
    ednotes: tuple[EdNote, ...] = ()
    revisions: tuple[Revision, ...] = ()
    properties: tuple[Property, ...] = ()

    def _check(self) -> None:
        defaults = type(self)._defaults
        for field, kind in HEAD_KINDS.items():
            held = getattr(self, field)
            if held is defaults[field]:  # As most are.
                continue
            if defaults[field] == ():
                _require_all(self, field, kind)
            elif held is not None and type(held) is not kind:
                raise ValueError(f"Head.{field} must be a {kind.__name__}, not {held!r}")

    def headline(self, kind: HeadlineKind = "main") -> Headline | None:
        """Return the first headline of the kind, or None: an article may have none."""
        return next((headline for headline in self.headlines if headline.kind == kind), None)

    def date(self, kind: DateKind) -> Date | None:
        """Return the first date of the kind, or None."""
        return next((date for date in self.dates if date.kind == kind), None)

    def parties_in(self, role: PartyRole) -> tuple[Party, ...]:
        """Return the parties in the role, in order."""
        return tuple(party for party in self.parties if party.role == role)


HEAD_KINDS: dict[str, type[Value]] = {
    "headlines": Headline,
    "bylines": Byline,
    "dateline": Dateline,
    "abstract": Abstract,
    "slug": Slug,
    "parties": Party,
    "rights": Rights,
    "dates": Date,
    "urgency": Urgency,
    "genres": Genre,
    "subjects": Subject,
    "keywords": Keyword,
    "entities": Entity,
    "related": Related,
    "altids": AltId,
    "ednotes": EdNote,
    "revisions": Revision,
    "properties": Property,
}
"""Field of `Head` → class of what it holds."""


# ── Provenance and the whole ────────────────────────────────────────────────


class Remark(Value):
    """A notice of the reader as the canonical form keeps it (`remark`); its words live in `converter.notices`."""

    code: str
    where: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Names and values, in the order of the names."""

    def _check(self) -> None:
        _require(self, "token", "code")
        _require_text(self, "where")
        if not isinstance(self.facts, tuple) or not all(map(_is_fact, self.facts)):
            raise ValueError(f"Remark.facts must be pairs of a name and a text, not {self.facts!r}")
        if len(self.facts) > 1 and list(self.facts) != sorted(self.facts, key=lambda fact: fact[0]):
            raise ValueError(f"Remark.facts must be pairs in the order of their names, not {self.facts!r}")


def _is_fact(value: object) -> bool:
    match value:
        case (str(name), str(text)):
            return isinstance(value, tuple) and matches("id", name) and is_xml_text(text)
        case _:
            return False


class Provenance(Value):
    """Where the article came from and what read it (`provenance`)."""

    name: str | None = None
    """The source's file name, without folders."""
    media_type: str | None = None
    size_bytes: int | None = None
    sha256: str | None = None
    charset: str | None = None
    """The character encoding that the bytes were read in."""
    container: str | None = None
    """The SHA-256 of the file that the source was a member of."""
    member: str | None = None
    """The source's place in that file."""
    reader: str | None = None
    """The name of the reader."""
    tool: str | None = None
    """The program and its version."""
    characters: int | None = None
    """How many characters are printed: head and body without furniture."""
    words: int | None = None
    """How many runs without white space are printed."""
    blocks: int | None = None
    """How many blocks of text are printed."""
    remarks: tuple[Remark, ...] = ()

    def _check(self) -> None:
        _require_text(self, "name", "member")
        _require(self, "token", "media_type", "charset", "reader", "tool")
        _require(self, "SHA-256", "sha256", "container")
        for field in ("size_bytes", "characters", "words", "blocks"):
            _require_count(self, field)
        _require_all(self, "remarks", Remark)


class Article(Value):
    """A news article."""

    body: Blocks = ()
    head: Head = Head()
    guid: str | None = None
    """What names the story over all its versions: an absolute IRI. A reader leaves it out when the source has none."""
    version: int = 1
    """Counts the story's corrections, from 1."""
    status: Status = "usable"
    """As IPTC's publishing status: `usable`, `withheld`, `canceled`."""
    lang: str | None = None
    """RFC 5646 tag; none when it is not known."""
    dir: Direction | None = None
    provenance: Provenance = Provenance()

    def _check(self) -> None:
        if type(self.head) is not Head or type(self.provenance) is not Provenance:
            raise ValueError("Article.head must be a Head and Article.provenance a Provenance")
        _require(self, "absolute IRI", "guid")
        _require_count(self, "version", 1)
        _require_one_of(self, "status", ("usable", "withheld", "canceled"))
        _require(self, "language tag", "lang")
        _require_one_of(self, "dir", (None, "ltr", "rtl"))
        global _proved
        last = _proved  # Once: another thread may put its own there.
        if last is not None and last[0] is self.head and last[1] is self.body:
            return
        _require_all(self, "body", _Block)
        seen: set[str] = set()
        for name in _ids((self.head, self.body)):
            if name in seen:
                raise ValueError(f"the id {name!r} stands twice in the article")
            seen.add(name)
        _proved = self.head, self.body


_proved: tuple[Head, Blocks] | None = None
"""The content that was found in order last: an article on its way changes its other fields many times."""


# ── Walking ─────────────────────────────────────────────────────────────────


def _ids(value: object) -> Iterator[str]:
    """Yield the ids of the values in it, in any order."""
    stack: list[Any] = [value]
    while stack:
        here = stack.pop()
        kind = type(here)
        if kind is tuple:
            stack += here
        elif kind is not str and isinstance(here, Value):
            name = getattr(here, "id", None)
            if name is not None:
                yield name
            stack += filter(None, (_children.get(kind) or children_of(kind))(here))


def walk(value: object) -> Iterator[Value | str]:
    """Yield the value and all values and texts in it, in document order; attributes are not texts."""
    stack: list[Any] = [value]
    while stack:
        here = stack.pop()
        kind = type(here)
        children = _children.get(kind)  # Nearly all are of a class that was met before, or plain texts and tuples.
        if children is not None:
            yield here
            stack += filter(None, children(here))
        elif kind is str or isinstance(here, str):
            yield here
        elif isinstance(here, tuple):
            stack += here[::-1]
        elif isinstance(here, Value):
            yield here
            stack += filter(None, children_of(kind)(here))


# The fields that hold words or values, in reading order, where the order of the constructor is another one.
_CHILDREN: dict[type[Value], tuple[str, ...]] = {
    Article: ("head", "body"),
    Quote: ("blocks", "attribution"),
    Table: ("caption", "head", "body", "foot"),
    Slug: ("text",),
    Keyword: ("text",),
    AltId: ("value",),
    Related: ("title",),
    Party: ("name",),
    Genre: ("name",),
    Subject: ("name",),
    Entity: ("name",),
    Head: tuple(HEAD_KINDS),
}
_WORDED = ("content", "reading", "blocks", "items", "cells", "media", "caption", "credit", "note")


_children: dict[type[Value], Callable[[Value], tuple[object, ...]]] = {}


def children_of(kind: type[Value]) -> Callable[[Value], tuple[object, ...]]:
    """Return what gives the words and values in a value of this class, the last first."""
    children = _children.get(kind)
    if children is None:
        fields = _CHILDREN.get(kind) or tuple(field for field in _WORDED if field in kind._fields)
        # With `_nothing` there are two at least, of which no function of ours need make a tuple.
        children = _children[kind] = attrgetter(*fields[::-1], "_nothing", "_nothing")
    return children


def values_in(article: Article) -> Mapping[type[Value | str], list[Any]]:
    """Return class → the values of it in head and body, in document order: where a class is not, nobody need look."""
    global _values
    last = _values
    if last is None or last[0] is not article.head or last[1] is not article.body:
        there: dict[type[Value | str], list[Any]] = {}
        for value in walk((article.head, article.body)):
            there.setdefault(str if isinstance(value, str) else type(value), []).append(value)
        last = _values = article.head, article.body, there
    return last[2]


_values: tuple[Head, Blocks, Mapping[type[Value | str], list[Any]]] | None = None
"""The content that was asked for last, and its values: each writer asks for the same."""


def plain_text(value: object) -> str:
    """Return the words of a value or a tuple of values: a `LineBreak` as a line feed, a `Char` as its character."""
    if type(value) is tuple and len(value) == 1 and isinstance(value[0], str):
        return value[0]  # As most paragraphs are.
    if isinstance(value, Article):
        there = values_in(value)
        if LineBreak not in there and Char not in there:
            return "".join(there.get(str, ()))
    out: list[str] = []
    for item in walk(value):
        if isinstance(item, str):
            out.append(item)
        elif isinstance(item, LineBreak):
            out.append("\n")
        elif isinstance(item, Char):
            out.append(chr(item.code))
    return "".join(out)


def has_words(value: object) -> bool:
    """Return whether a value or a tuple of values holds anything to print; a `Char` does: it is shown by a sign."""
    return any(
        isinstance(item, Char) or (isinstance(item, str) and not item.isspace() and item) for item in walk(value)
    )


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the story in order, furniture and notes left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Quote):
            yield from paragraphs_in(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from paragraphs_in(item.blocks)

"""Inlines: what stands inside a block of text. Plain text is a `str` in the tuple."""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.model.checks import NOT_XML, is_xml_text, require, require_count, require_one_of, require_text
from converter.model.traversal import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Direction: TypeAlias = Literal["ltr", "rtl"]


def require_inlines(owner: Value, *fields: str) -> None:
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
                        "(converter.model.inlines makes it so)"
                    )
                after_text = True
            elif isinstance(item, BaseInline):
                after_text = False
            else:
                raise ValueError(f"{type(owner).__name__}.{field} holds {item!r}, which is no inline")


class BaseInline(Value):
    """What stands inside a block of text. Plain text is a `str` in the tuple."""


class _Marked(BaseInline):
    """An inline that holds others."""

    content: Inlines
    """The marked words."""

    def _check(self) -> None:
        require_inlines(self, "content")


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


class Link(BaseInline):
    """Words that lead somewhere (`link`). A link or a `Ref` never stands inside a link."""

    content: Inlines
    href: str
    """The target as found in the source: any scheme, or relative. Writers decide what is safe to print."""
    title: str | None = None
    """The target's title, where the source gives one."""

    def _check(self) -> None:
        require_inlines(self, "content")
        require_text(self, "href", "title")
        require_no_link(self)


class Ref(BaseInline):
    """A pointer to a note or another block of the same article (`ref`)."""

    content: Inlines
    """The mark as printed, such as `1` or `*`."""
    target: str
    """The `id` of what it points at; it need not exist."""

    def _check(self) -> None:
        require_inlines(self, "content")
        require(self, "id", "target")
        require_no_link(self)


class Quotation(BaseInline):
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
        require_inlines(self, "content")
        require_text(self, "speaker", "verb", "speaker_name")
        require_count(self, "quotation", 1)


class Mention(BaseInline):
    """Words that name a person, organisation, place or event (`mention`)."""

    content: Inlines
    ref: str | None = None
    """The `id` of the `Entity` in the head."""

    def _check(self) -> None:
        require_inlines(self, "content")
        require(self, "id", "ref")


class Time(BaseInline):
    """Words that name a date or time (`time`)."""

    content: Inlines
    datetime: str | None = None
    """Their value; may be partial or lack its year: `2024-05`, `--05-22`."""

    def _check(self) -> None:
        require_inlines(self, "content")
        require(self, "date", "datetime")


class Abbreviation(BaseInline):
    """A short form (`abbr`)."""

    content: Inlines
    title: str | None = None
    """The full form."""

    def _check(self) -> None:
        require_inlines(self, "content")
        require_text(self, "title")


class Span(BaseInline):
    """Words in another language or direction (`span`)."""

    content: Inlines
    lang: str | None = None
    dir: Direction | None = None

    def _check(self) -> None:
        require_inlines(self, "content")
        require(self, "language tag", "lang")
        require_one_of(self, "dir", (None, "ltr", "rtl"))


class Ruby(BaseInline):
    """Words with their reading beside them (`ruby`)."""

    content: Inlines
    reading: Inlines
    """What stands beside the base text (`rt`)."""

    def _check(self) -> None:
        require_inlines(self, "content", "reading")


class LineBreak(BaseInline):
    """A line end that belongs to the text, as in verse or an address (`br`)."""


class Char(BaseInline):
    """One character that XML 1.0 cannot hold, kept by its number (`char code="U+0001"`)."""

    code: int
    """The code point. Lone surrogates are no characters and are refused."""

    def _check(self) -> None:
        require_count(self, "code")
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
        for part in [piece] if is_xml_text(piece) else re.split(f"({NOT_XML})", piece):
            if len(part) == 1 and not is_xml_text(part):
                out.append(Char(ord(part)))
            elif part and out and isinstance(out[-1], str):
                out[-1] += part
            elif part:
                out.append(part)
    return tuple(out)


def require_no_link(owner: Link | Ref) -> None:
    if any(isinstance(value, Link | Ref) for item in owner.content for value in walk(item)):
        raise ValueError(f"{type(owner).__name__} holds another link")

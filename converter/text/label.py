"""Role: what a piece of a text is to its story."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.text.notes import Kind as NoteKind

    Kind: TypeAlias = Literal[
        "headline", "standfirst", "byline", "dateline", "paragraph", "table", "break", "caption", "note", "furniture"
    ]


class FoundDateline(Value):
    """A dateline that was taken off a paragraph."""

    text: str
    rule: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None


class Role(Value):
    """A piece and what it is."""

    kind: Kind
    text: str
    line: int
    rule: str = ""
    """The rule that said so; empty for a paragraph, which nothing said."""
    family: str = ""
    """Of furniture: its kind."""
    note_kind: NoteKind = "editor"
    """Of a note: its kind."""
    dateline: FoundDateline | None = None
    """Of a paragraph: the dateline that opened it and is no part of `text`; of a dateline alone: itself."""

"""What a caller may choose about a PDF. Light: help and docs read it without loading the writer."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class PdfOptions(Value):
    """The options of the PDF writer."""

    paper: Literal["a4", "a5", "letter", "legal"] = "a4"
    """The sheet. The measure stays the same; the margins share what is over."""
    columns: Literal["1", "2", "3"] = "1"
    """How many columns the story runs in, under a head that takes the whole width; narrow ones want `hyphenate`."""
    hyphenate: bool = False
    """Let lines end inside words, by the language's dictionary; needs the extra `hyphenation`."""

"""What a caller may say about the text that is written: `--set text.NAME=VALUE`.

The text reader has options too; no name stands in both.
"""

from __future__ import annotations

from converter.core.values import Value

_NARROWEST = 20


class TextOptions(Value):
    """Options of the text writer."""

    wrap: int = 0
    """Break lines before this many columns; 0: a paragraph is one line, however long."""
    blank_lines: bool = False
    """Part paragraphs by blank lines."""
    links: bool = False
    """Print where a link leads, in angle brackets after its words."""

    def _check(self) -> None:
        if self.wrap != 0 and self.wrap < _NARROWEST:
            raise ValueError(f"wrap must be 0 or at least {_NARROWEST} columns, not {self.wrap}")

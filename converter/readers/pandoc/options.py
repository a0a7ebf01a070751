"""What a caller may say about a text that pandoc reads: `--set rst.NAME=VALUE`."""

from __future__ import annotations

from converter.core.values import Value


class CharsetOptions(Value):
    """Options of the readers of text."""

    charset: str = ""
    """The charset of the bytes, such as `windows-1251`; empty: byte-order mark, UTF-8, or one that is sure."""

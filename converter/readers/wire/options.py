"""Options of the reader of wire stories."""

from __future__ import annotations

from converter.core.values import Value


class WireOptions(Value):
    """Options of the reader of wire stories."""

    charset: str = ""
    """The charset of the text, such as `latin-1`; empty: UTF-8, or one that is sure."""

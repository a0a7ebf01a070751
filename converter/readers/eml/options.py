"""Options of the mail reader."""

from __future__ import annotations

from converter.core.values import Value


class EmlOptions(Value):
    """Options of the mail reader."""

    charset: str = ""
    """The charset of the text, where the message says none or a wrong one."""

"""What a caller may say about a text: `--set text.NAME=VALUE`."""

from __future__ import annotations

from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class TextOptions(Value):
    """Options of the text reader; every default is found out from the text itself."""

    charset: str = ""
    """The charset of the bytes, such as `windows-1251`; empty: byte-order mark, UTF-8, or one that is sure."""
    layout: Literal["auto", "lines", "blank", "indented"] = "auto"
    """`lines`: each line is a paragraph; `blank`: blank lines part them; `indented`: wrapped wire text, indents open them."""
    headline: Literal["auto", "first", "none"] = "auto"
    """`first`: the first line that is neither wire header nor furniture is the headline; `none`: there is none."""
    furniture: bytes = b""
    """A TOML file of furniture rules beside the built-in ones."""

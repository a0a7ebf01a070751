"""What a caller may say about a text: `--set text.NAME=VALUE`."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from converter.formats.records import File


class TextOptions(Value):
    """Options of the text reader; every default is found out from the text itself."""

    charset: str = ""
    """The charset of the bytes, such as `windows-1251`; empty: byte-order mark, UTF-8, or one that is sure."""
    layout: Literal["auto", "lines", "blank", "wrapped", "indented"] = "auto"
    """`lines`, `blank`: each line is a paragraph; `wrapped`, `indented`: joined up to a blank line, or to an indent."""
    headline: Literal["auto", "first", "none"] = "auto"
    """`first`: the first line that is neither wire header nor furniture is the headline; `none`: there is none."""
    database: Literal["auto", "none"] = "auto"
    """`auto`: the labels of LexisNexis, Factiva, ProQuest and scrapers say what each line is; `none`: they do not."""
    furniture: File | None = None
    """A TOML file of furniture rules beside the built-in ones: docs/how-to/add-furniture-rules.md."""

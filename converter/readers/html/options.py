"""What a caller may say about a page: `--set html.NAME=VALUE`."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from converter.formats.records import File


class HtmlOptions(Value):
    """Options of the HTML reader."""

    charset: str = ""
    """The charset of the bytes; empty: byte-order mark, what the page declares, UTF-8, or one that is sure."""
    story: Literal["auto", "all"] = "auto"
    """`auto`: find the story in the page, all else is furniture; `all`: the whole page is the story."""
    furniture: File | None = None
    """A TOML file of furniture rules beside the built-in ones: docs/how-to/add-furniture-rules.md."""
    base: str = ""
    """The page's own address, against which its links are resolved where it does not say one itself."""

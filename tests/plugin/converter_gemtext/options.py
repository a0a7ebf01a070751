"""What a user may set: `--set gemtext.links=none`."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class GemtextOptions(Value):
    """How the story is written as Gemtext."""

    links: Literal["after", "none"] = "after"
    """Where the targets of links go: `after` their block, or nowhere."""

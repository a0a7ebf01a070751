"""What a caller may say about NewsML-G2: `--set newsml.NAME=VALUE`."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class NewsmlOptions(Value):
    """Options of the NewsML-G2 writer."""

    body: Literal["xhtml", "nitf"] = "xhtml"
    """The story's markup: XHTML, which every receiver reads, or the body of NITF 3.6."""
    furniture: bool = True
    """Carry site furniture (“Read More”) as extension properties, which nobody prints; `no`: leave it out."""

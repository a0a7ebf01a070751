"""What a user may ask of a DOCX."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class DocxOptions(Value):
    """Options of the DOCX writer."""

    paper: Literal["a4", "a5", "letter", "legal"] | None = None
    """The sheet; without it, the house style's."""
    source_line: bool = True
    """Whether the last line says which file the story came from, and what it lacked."""

    def _check(self) -> None:
        if self.paper not in (None, "a4", "a5", "letter", "legal"):
            raise ValueError(f"paper must be a4, a5, letter or legal, not {self.paper!r}")
        if self.source_line not in (True, False):
            raise ValueError(f"source_line must be yes or no, not {self.source_line!r}")

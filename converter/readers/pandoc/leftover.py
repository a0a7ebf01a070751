"""What pandoc leaves of a source: what is in none of its trees, and a reader of ours looks up beside it."""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter import model
    from converter.model.article import Status


class Leftover(Value):
    """What of the document is not in the tree."""

    roles: tuple[tuple[str, str], ...] = ()
    """The first paragraphs that the source names a role for: their words, white space folded, and the role."""
    rule: str | None = None
    """The rule by which they are known, or None where the source says it itself."""
    descriptions: tuple[tuple[str, str], ...] = ()
    """Picture's path → what it shows."""
    dates: tuple[model.Date, ...] = ()
    keywords: tuple[model.Keyword, ...] = ()
    properties: tuple[model.Property, ...] = ()
    lang: str | None = None
    status: Status = "usable"

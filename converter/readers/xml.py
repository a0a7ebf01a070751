"""Our canonical XML, read back: the identical article, with the provenance that it brings."""

from __future__ import annotations

from converter import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Article
    from converter.formats import Context, NoOptions


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article of a canonical document, provenance included: this file is a carrier, not a new source.

    Raises UnreadableInput when it is not well-formed or over a limit, and
    InvalidDocument when `schemas/article.xsd` or the model refuses it.
    """
    return canonical.parse(source, context.limits)


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like a canonical document."""
    return canonical.looks_canonical(source)

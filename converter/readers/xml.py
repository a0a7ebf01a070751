"""Our canonical XML, read back: the identical article, with the provenance that it brings."""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.model import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context, NoOptions
    from converter.model.article import Article


_STARTS = (b"\xef\xbb\xbf<", b"\xff\xfe<\0", b"\xfe\xff\0<")  # With a byte-order mark, in UTF-8 and UTF-16.


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article of a canonical document, provenance included: this file is a carrier, not a new source.

    Raises UnreadableInput when it is not well-formed, over a limit, or XML of
    another kind, and InvalidDocument when `schemas/article.xsd` or the model refuses it.
    A DOCTYPE is a notice: it is never fetched.
    """
    if not canonical.looks_canonical(source):
        from converter.io.xml import parse

        root = str(parse(source, context.limits).tag)
        if root != f"{{{canonical.NAMESPACE}}}article":
            raise UnreadableInput(f"is XML, but no canonical article: its root element is {root[:200]}")
    article = canonical.parse(source, context.limits)
    if b"<!DOCTYPE" in source.replace(b"\0", b""):  # In UTF-16 too.
        from converter.io.xml import parse

        if parse(source, context.limits).getroottree().docinfo.doctype:  # type: ignore[attr-defined]
            context.notice("doctype-ignored")
    return article


def sniff(source: bytes) -> bool | None:
    """Return True for bytes that begin like a canonical document, None for other XML, False for what is none."""
    if canonical.looks_canonical(source):
        return True
    return None if source.startswith(_STARTS) or source.lstrip().startswith(b"<") else False

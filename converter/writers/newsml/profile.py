"""Our profile of NewsML-G2: exactly what the writer may emit, proved before the bytes leave it."""

from __future__ import annotations

from converter.errors import InternalError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import XMLSchema

_schema: XMLSchema | None = None


def require_valid(content: bytes) -> None:
    """Raise InternalError, naming element and line, unless `schemas/newsml-profile.xsd` holds the document valid."""
    from lxml import etree

    global _schema
    if _schema is None:
        from converter.resources import schema_path

        _schema = etree.XMLSchema(file=schema_path("newsml-profile.xsd"))
    # Our own bytes, so no limit but that of memory; entities and network stay off all the same.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InternalError(f"the NewsML-G2 is not well-formed: {error.msg}", where=f"line {error.lineno}") from error
    if not _schema.validate(root):
        fault = _schema.error_log[0]  # type: ignore[index]
        raise InternalError(f"the NewsML-G2 breaks its profile: {fault.message[:300]}", where=f"line {fault.line}")

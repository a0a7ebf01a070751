"""Our profile of NewsML-G2: exactly what the writer may emit, proved before the bytes leave it."""

from __future__ import annotations

from converter.core.errors import InternalError
from converter.model.schema import find_fault


def require_valid(content: bytes) -> None:
    """Raise InternalError, naming element and line, unless `schemas/newsml-profile.xsd` holds the document valid."""
    from lxml import etree

    # Our own bytes, so no limit but that of memory; entities and network stay off all the same.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InternalError(f"the NewsML-G2 is not well-formed: {error.msg}", where=f"line {error.lineno}") from error
    fault = find_fault(root, "newsml-profile.xsd")
    if fault is not None:
        words, line = fault
        raise InternalError(f"the NewsML-G2 breaks its profile: {words[:300]}", where=f"line {line}")

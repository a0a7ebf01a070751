"""Parsing XML that somebody else wrote: no network, no entities, within the limits.

Every XML that comes from outside goes through `parse`; nothing else in the
product calls lxml's parser on input (`docs/explanation/threats.md`).
"""

from __future__ import annotations

from lxml import etree

from converter.errors import UnreadableInput
from converter.limits import Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(content: bytes, limits: Limits, *, keep_comments: bool = False) -> _Element:
    """Return the root element. Comments and processing instructions are left out unless asked for.

    Raises UnreadableInput with the line for XML that is not well-formed or
    declares entities, and LimitExceeded for what is too deep or too large.
    A DOCTYPE without declarations of its own is passed over, never fetched.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not keep_comments,
        remove_pis=not keep_comments,
    )
    limits.require("input_bytes", len(content), f"XML of {len(content):,} bytes")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        message = (error.msg or "not well-formed").rpartition(", line ")[0] or error.msg or "not well-formed"
        raise UnreadableInput(f"not well-formed XML: {message[:200]}", where=f"line {line}") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None:
        for entity in dtd.iterentities():  # type: ignore[union-attr]
            raise UnreadableInput(f'declares entity "{entity.name}": documents with entities are refused')
    _require_within(root, limits)
    return root


def _require_within(root: _Element, limits: Limits) -> None:
    depth = count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        count += 1
        if depth > limits.xml_depth:
            limits.require("xml_depth", depth, "the nesting of elements", where=f"line {element.sourceline}")
        if len(element.attrib) > limits.xml_attributes:
            limits.require(
                "xml_attributes", len(element.attrib), "the number of attributes", where=f"line {element.sourceline}"
            )
    limits.require("xml_elements", count, "the number of elements")

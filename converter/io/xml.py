"""Parsing XML that somebody else wrote: no network, no entities, within the limits.

Every XML that comes from outside goes through `parse`; nothing else in the
product calls lxml's parser on input (`docs/explanation/threats.md`).
"""

from __future__ import annotations

import re

from lxml import etree

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(content: bytes, limits: Limits, *, keep_comments: bool = False) -> _Element:
    """Return the root element. Comments and processing instructions are left out unless asked for.

    Raises UnreadableInput with the line for XML that is not well-formed,
    declares entities or refers to one that lies elsewhere (its text would be
    lost), and LimitExceeded for what is too deep or too large.
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
        if "ntity" in message:  # Such as one that grows too much: the declaration is the fault.
            _require_no_declaration(content)
        if getattr(error, "code", None) == _RESOURCE_LIMIT:
            if "depth" in message:
                limits.require("xml_depth", _MOST_DEPTH + 1, "the nesting of elements", where=f"line {line}")
            raise LimitExceeded(
                f"XML beyond what libxml2 takes: {first_words(message)}", where=f"line {line}"
            ) from error
        raise UnreadableInput(f"not well-formed XML: {message[:200]}", where=f"line {line}") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None:
        for entity in dtd.iterentities():  # type: ignore[union-attr]
            _require_no_declaration(content)  # lxml keeps no line for declarations.
            raise _declares(entity.name)
    for reference in root.iter(etree.Entity):
        raise UnreadableInput(
            f'refers to entity "{(reference.text or "").strip("&;")}" of a DTD: documents with entities are refused',
            where=f"line {reference.sourceline}",
        )
    _require_within(root, limits)
    return root


def parse_html(text: str, limits: Limits) -> _Element:
    """Return the root of HTML as a browser would read it, whatever its faults; within the limits, without network."""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(f"<div>{text}</div>".encode(), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"not readable as HTML: {(error.msg or '')[:200]}") from error
    _require_within(root, limits)
    return root


def _require_no_declaration(content: bytes) -> None:
    """Raise UnreadableInput, with its line, for the first entity that a search finds declared."""
    found = re.search(rb"<!ENTITY\s+(?:%\s+)?([^\s%]+)\s", content)
    if found:
        line = content.count(b"\n", 0, found.start()) + 1
        raise _declares(found[1].decode("utf-8", "replace"), f"line {line}")


def _declares(name: str, where: str = "") -> UnreadableInput:
    return UnreadableInput(f'declares entity "{name[:100]}": documents with entities are refused', where=where)


# xmlParserErrors in libxml2's xmlerror.h: XML_ERR_RESOURCE_LIMIT, such as 256 nested elements or 10 MB of one text.
_RESOURCE_LIMIT = 114
_MOST_DEPTH = 256


def first_words(message: str) -> str:
    """Return what libxml2 says of a fault, without the flag of its own that it names as a way out."""
    return re.split(r", (?:use|try) XML_", message)[0].removeprefix("Resource limit exceeded: ")[:200]


def _require_within(root: _Element, limits: Limits) -> None:
    depth = count = namespaces = 0
    for event, found in etree.iterwalk(root, events=("start-ns", "start", "end")):
        if event == "end":
            depth -= 1
        elif event == "start-ns":  # Those of an element come before it.
            namespaces += 1
        else:
            depth += 1
            count += 1
            attributes = len(found.attrib) + namespaces
            namespaces = 0
            if depth > limits.xml_depth:
                limits.require("xml_depth", depth, "the nesting of elements", where=f"line {found.sourceline}")
            if attributes > limits.xml_attributes:
                limits.require(
                    "xml_attributes", attributes, "the number of attributes", where=f"line {found.sourceline}"
                )
    limits.require("xml_elements", count, "the number of elements")

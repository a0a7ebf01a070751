"""`newsMessage`: NewsML-G2's envelope, each item in it a source of its own.

Its header is transport: when it was sent and to whom. Only its catalogs matter
to the items, so each takes them along. What is no item of NewsML-G2 is passed
over, and counted.
"""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.formats.records import Member
from converter.io.xml_root import root_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from lxml.etree import _Element

    from converter.formats.records import Context, NoOptions

_G2 = "http://iptc.org/std/nar/2006-10-01/"
_ITEMS = tuple(f"{{{_G2}}}{kind}Item" for kind in ("news", "package", "concept", "knowledge", "planning", "catalog"))
_CATALOGS = (f"{{{_G2}}}catalogRef", f"{{{_G2}}}catalog")


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like a NewsML-G2 message."""
    return root_of(source) == (_G2, "newsMessage")


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the items, in order. Raises UnreadableInput for what is no message, or holds none."""
    from lxml import etree

    from converter.io.xml import parse

    root = parse(source.read(), context.limits, keep_comments=True)
    if root.tag != f"{{{_G2}}}newsMessage":
        raise UnreadableInput(f"is XML, but no NewsML-G2 message: its root element is {str(root.tag)[:200]}")
    catalogs = [child for header in root.iter(f"{{{_G2}}}header") for child in header if child.tag in _CATALOGS]
    passed: list[str] = []
    count = 0
    for item_set in root.iter(f"{{{_G2}}}itemSet"):
        for item in item_set:
            if item.tag in _ITEMS:
                count += 1
                context.limits.require("members", count, "the number of items")
                yield Member("", _alone(item, catalogs), ending=".xml", passed=tuple(passed))
                passed = []
            elif isinstance(item.tag, str):
                passed.append(f"a {etree.QName(item).localname}, which is no item")
    if not count:
        raise UnreadableInput("is a NewsML-G2 message without an item")


def _alone(item: _Element, catalogs: list[_Element]) -> bytes:
    """Return an item as a document of its own, with the catalogs of its message behind those that it has."""
    import copy

    from lxml import etree

    alone = copy.deepcopy(item)
    alone.tail = None
    place = sum(child.tag in _CATALOGS for child in alone)
    for number, catalog in enumerate(catalogs):
        added = copy.deepcopy(catalog)
        added.tail = None
        alone.insert(place + number, added)
    return etree.tostring(alone, encoding="utf-8", xml_declaration=True)

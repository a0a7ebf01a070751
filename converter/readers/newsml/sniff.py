"""Knowing NewsML-G2 by the namespace of its root element."""

from __future__ import annotations

from converter.io.xml_root import root_of

G2 = "http://iptc.org/std/nar/2006-10-01/"


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like a NewsML-G2 document: an item, or a message around one."""
    root = root_of(source)
    return root is not None and root[0] == G2

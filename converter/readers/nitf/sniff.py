"""Knowing NITF by its root element."""

from __future__ import annotations

from converter.io.xml_root import root_of

NITF = "http://iptc.org/std/NITF/2006-10-18/"


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like an NITF document, with its namespace or, as in the DTDs, with none."""
    root = root_of(source)
    return root is not None and root[0] in ("", NITF) and root[1].lower() == "nitf"

"""Is this a Word document? Asked to hold a name's extension against the bytes."""

from __future__ import annotations


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes are a package with a Word document in it; None where only the package can be seen."""
    if not source.startswith(b"PK\x03\x04"):
        return False
    return True if b"word/document.xml" in source or b"word/document2.xml" in source else None

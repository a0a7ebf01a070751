"""Is this a PDF? Asked to hold a name's extension against the bytes."""

from __future__ import annotations


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes begin as a PDF does, within its first kilobyte (ISO 32000-1, annex H, 3.4.1)."""
    return b"%PDF-" in source[:1024]

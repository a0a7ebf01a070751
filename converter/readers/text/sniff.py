"""Is this plain text? Asked to hold a name's extension against the bytes."""

from __future__ import annotations

from converter.io.magic import kind_of


def sniff(source: bytes) -> bool | None:
    """Return False for another format, known by its sign, else None: any bytes may be text in some charset."""
    return None if kind_of(source) is None else False

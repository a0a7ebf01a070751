"""Is this plain text? Asked to hold a name's extension against the bytes."""

from __future__ import annotations

# Formats that begin with their own sign and are no text, whatever the name says.
_SIGNS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf",
    b"\x1f\x8b",
    b"BZh",
    b"\x7fELF",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a",
    b"<?xml ",
    b"\xef\xbb\xbf<?xml ",
)
_MARKUP = (b"<!doctype html", b"<html")


def sniff(source: bytes) -> bool | None:
    """Return False for another format, known by its sign, else None: any bytes may be text in some charset."""
    if source.startswith(_SIGNS) or source[:64].lstrip().lower().startswith(_MARKUP):
        return False
    return None

"""Signs: how files of other kinds begin, so that a name is never believed against the bytes."""

from __future__ import annotations

OLD_OFFICE = "an old Office document (such as DOC)"
_SIGNS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP package (such as DOCX, ODT or EPUB)"),
    (b"PK\x05\x06", "an empty ZIP package"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"<?xml", "XML"),
    (b"\xef\xbb\xbf<?xml", "XML"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
)
"""How files of other kinds begin, in lower case where letters count."""
_BEGINNINGS = tuple(sign for sign, _ in _SIGNS)


def kind_of(source: bytes) -> str | None:
    """Return what the bytes are by the sign that files of some kinds begin with, in words."""
    start = source[:64].lstrip()
    if not source.startswith(_BEGINNINGS) and not start.lower().startswith(_BEGINNINGS):
        return None
    for sign, words in _SIGNS:
        if source.startswith(sign) or start[: len(sign)].lower() == sign:
            return words
    return None

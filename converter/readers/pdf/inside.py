"""The canonical form that a PDF of ours carries as its source (ISO 32000-1 §7.11.4; PDF/A-3, AFRelationship Source)."""

from __future__ import annotations

import hashlib
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from converter.formats.records import Context

_NAME = "canonical.xml"
_CHECKSUM = re.compile(rb"/CheckSum\s*(?:<([0-9A-Fa-f\s]+)>|\(((?:\\.|[^\\()])*)\))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def find_canonical(document: PdfDocument, source: bytes, context: Context) -> bytes | None:
    """Return the bytes of the canonical form, checked against the digest that the file states, or None."""
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if attachment.get_name() != _NAME:
            continue
        content = bytes(attachment.get_data())
        stated = _CHECKSUM.search(source)
        if stated is not None and hashlib.md5(content, usedforsecurity=False).digest() != _bytes_of(stated):
            context.notice("carried-damaged", reason="its MD5 is not the one that the PDF states for it")
            return None
        return content
    return None


def _bytes_of(found: re.Match[bytes]) -> bytes:
    """Return the bytes of a hexadecimal or literal string (ISO 32000-1 §7.3.4)."""
    if found[1] is not None:
        return bytes.fromhex(found[1].decode("ascii"))

    def unescaped(escape: re.Match[bytes]) -> bytes:
        what = escape[1]
        if what[:1].isdigit():
            return bytes([int(what, 8) & 0xFF])
        return _ESCAPES.get(what, b"" if what in (b"\n", b"\r") else what)

    return re.sub(rb"\\([0-7]{1,3}|.)", unescaped, found[2], flags=re.DOTALL)

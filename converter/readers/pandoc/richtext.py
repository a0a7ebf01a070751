"""A Rich Text file as pandoc reads it right: characters by their Unicode numbers alone (RTF 1.9.1, “Unicode RTF”).

Pandoc takes a byte of any code page but Windows-1252 for one of that, and
after `\\u8222?` it takes the letter behind the substitute for one, too
(jgm/pandoc issue 8264). Both are written here as `\\u8222 ?`.
"""

from __future__ import annotations

import re

_PAGE = re.compile(rb"\\ansicpg(\d+)")
_COUNT = re.compile(rb"\\uc(?!1\b)\d+")
_PIECE = re.compile(rb"\\u(-?\d+) ?(\\'[0-9a-fA-F]{2}|[^\\{}\s])|((?:\\'[0-9a-fA-F]{2})+)")
_KNOWN = ("1252", "0")


def plain_numbers(source: bytes) -> bytes:
    """Return the file with every character beyond ASCII as its number and a question mark in its place."""
    if b"\\bin" in source or _COUNT.search(source):
        return source  # Lengths in bytes, or substitutes of other lengths: pandoc must see them as they are.
    page = _PAGE.search(source)
    codec = f"cp{page[1].decode('ascii')}" if page and page[1].decode("ascii") not in _KNOWN else None

    def numbered(found: re.Match[bytes]) -> bytes:
        if found[1] is not None:
            return b"\\u%s ?" % found[1]
        if codec is None:
            return found[0]
        octets = bytes.fromhex(found[3].replace(b"\\'", b"").decode("ascii"))
        try:
            text = octets.decode(codec)
        except (UnicodeDecodeError, LookupError):
            return found[0]
        return b"".join(b"\\u%d ?" % ord(each) for each in text)

    made = _PIECE.sub(numbered, source)
    return _PAGE.sub(rb"\\ansicpg1252", made, count=1) if codec and made != source else made

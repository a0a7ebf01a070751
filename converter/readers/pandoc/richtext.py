"""A Rich Text file as pandoc reads it right: characters by their Unicode numbers alone (RTF 1.9.1, “Unicode RTF”), and
footnotes as every reader knows them.

Pandoc takes a byte of any code page but Windows-1252 for one of that, and
after `\\u8222?` it takes the letter behind the substitute for one, too
(jgm/pandoc issue 8264). Both are written here as `\\u8222 ?`.

It passes over a footnote that is marked as one that may be passed over,
`{\\*\\footnote …}`, as it writes them itself and LibreOffice does.
"""

from __future__ import annotations

import re

_PAGE = re.compile(rb"\\ansicpg(\d+)")
_COUNT = re.compile(rb"\\uc(?!1\b)\d+")
_PIECE = re.compile(rb"\\u(-?\d+) ?(\\'[0-9a-fA-F]{2}|[^\\{}\s])|((?:\\'[0-9a-fA-F]{2})+)")
_KNOWN = ("1252", "0")
_STARRED = re.compile(rb"\{\s*\\\*\s*\\footnote(?![a-z])")


def plain(source: bytes) -> bytes:
    """Return the file with its footnotes and characters as pandoc knows them."""
    if b"\\bin" in source:
        return source  # Lengths in bytes: pandoc must see them as they are.
    return _plain_numbers(_STARRED.sub(rb"{\\footnote", source))


def _plain_numbers(source: bytes) -> bytes:
    """Return the file with every character beyond ASCII as its number and a question mark in its place."""
    if _COUNT.search(source):
        return source  # Substitutes of other lengths: pandoc must see them as they are.
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

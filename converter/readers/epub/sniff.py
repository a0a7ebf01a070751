"""Is this an EPUB of ours? One without the canonical XML inside is anybody's."""

from __future__ import annotations


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes are an EPUB that carries a canonical article. Names of members are never compressed."""
    start = source[:100]
    return start.startswith(b"PK\x03\x04") and b"mimetypeapplication/epub+zip" in start and _NAME in source


_NAME = b"EPUB/canonical-article.xml"

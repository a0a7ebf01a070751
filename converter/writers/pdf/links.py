"""Links: which addresses are made live, and how they are written. Everything else stays text."""

from __future__ import annotations

import re

_SCHEMES = ("http", "https", "mailto", "tel")
# What a browser drops before it looks at a scheme: controls, white space, format characters.
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_SAFE = "!#$%&'()*+,-./:;=?@_~"


def safe_address(href: str) -> str | None:
    """Return the address as 7-bit text, percent-encoded, or None when it is not to be made live.

    Live are only http, https, mailto and tel, compared after dropping what a
    reader would drop too.
    """
    bare = _IGNORED.sub("", href)
    scheme, colon, rest = bare.partition(":")
    if not colon or scheme.lower() not in _SCHEMES or not rest:
        return None
    if scheme.lower() in ("http", "https") and not rest.startswith("//"):
        return None
    # RFC 3986 §2.1; the text is kept where it already is encoded.
    encoded = "".join(
        character
        if character.isascii() and (character.isalnum() or character in _SAFE)
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in rest
    )
    return f"{scheme.lower()}:{encoded}"


def fragment_of(href: str) -> str | None:
    """Return the id that `#id` points at inside the article, or None."""
    bare = _IGNORED.sub("", href)
    return bare[1:] if bare.startswith("#") and len(bare) > 1 else None

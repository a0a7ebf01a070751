"""Addresses: which may be live in an output, and how they are written.

An allow-list (`docs/explanation/threats.md`): `http`, `https`, `mailto`,
`tel`, and fragments of the same document. The scheme must stand as it is at
the very beginning, so that no control character, space or reference can hide
another one.
"""

from __future__ import annotations

import re

_LIVE = r"(?:https?://(?=[^/?#\s])|mailto:|tel:|#)\S"
# Names that are no links, such as `urn:newsml:…`, wherever a format keeps an identifier as a URI.
_IDENTIFIERS = r"(?:https?://(?=[^/?#\s])|urn:|tag:|info:|doi:|did:|ark:|isbn:|mailto:)\S"
# RFC 3986 §2 with the letters of RFC 3987 §2.2: all else is percent-encoded.
_OUTSIDE = r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%\u00a0-\U0010ffff]|%(?![0-9A-Fa-f]{2})"
_AUTHORITY = r"//(?:[^@/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^:@/?#\[\]]*)(?::\d{1,5})?(?=[/?#]|$)"


def live(href: str) -> str | None:
    """Return the address as it may be written into a link, or None when the words must stand alone.

    Characters that no address may hold are percent-encoded, as a browser would.
    """
    return _written(href.strip(), _LIVE)


def identifier(iri: str) -> str | None:
    """Return the IRI as it may be written where a format wants a URI that names something, or None."""
    return _written(iri, _IDENTIFIERS)


def picture(src: str) -> str | None:
    """Return the address of a picture or clip as it may be written: `http`, `https`, or relative; else None."""
    address = src.strip()
    if re.match(r"https?:", address, re.IGNORECASE):
        return _written(address, _LIVE)
    # A colon before the first slash would make a scheme of what stands before it; `//host` and `\\host` are no files.
    if not address or _has_controls(address) or re.match(r"[^/?#]*:|[/\\]{2}|#", address):
        return None
    return _encoded(address)


def _written(address: str, allowed: str) -> str | None:
    if _has_controls(address) or not re.match(allowed, address, re.IGNORECASE):
        return None
    if address[0] == "#":
        return _encoded(address)
    scheme, _, rest = address.partition(":")
    if not rest.startswith("//"):
        return f"{scheme}:{_encoded(rest)}"
    authority = re.match(_AUTHORITY, rest)
    if authority is None or _encoded(authority[0], "[]") != authority[0]:
        return None
    return f"{scheme}:{authority[0]}{_encoded(rest[authority.end() :])}"


def _has_controls(address: str) -> bool:
    return re.search(r"[\x00-\x1f\x7f-\x9f]", address) is not None


def _encoded(address: str, also: str = "") -> str:
    """Return the address with what may not stand in it percent-encoded, a second `#` too; `also` may stand in it."""
    encoded = re.sub(
        _OUTSIDE,
        lambda found: found[0] if found[0] in also else "".join(f"%{byte:02X}" for byte in found[0].encode()),
        address,
    )
    before, hash_sign, after = encoded.partition("#")
    return before + hash_sign + after.replace("#", "%23")

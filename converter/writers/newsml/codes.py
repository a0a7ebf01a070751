"""Identifiers: QCodes whose alias the item's catalog declares, URIs, and literals for the rest."""

from __future__ import annotations

import re

from converter.model.checks import matches
from converter.newsformats.catalog import SCHEMES
from converter.render.links import identifier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.head import Genre, Party, Subject

    Attribute = tuple[str, object]

OURS = "urn:converter:article:1#"
"""The canonical namespace as a prefix of URIs, for what no vocabulary of IPTC names."""


def one_line(words: str) -> str:
    """Return the words as G2's normalised string: a tab or line end is a space."""
    return re.sub(r"[\t\n\r]", " ", words)


def coded(concept: Subject | Genre) -> tuple[Attribute, ...]:
    """Return the attribute that identifies a subject or genre; none when it has only a name.

    A QCode when the scheme is an alias of the catalog, a URI when it is an
    address, else a literal: an undeclared alias would resolve to nothing.
    """
    code, scheme = concept.code, concept.scheme
    if code is None:
        return ()
    if scheme is None:
        return (("literal", code),)
    if scheme in SCHEMES and " " not in code and (scheme != "medtop" or re.fullmatch(r"[0-9]{8}", code)):
        return (("qcode", f"{scheme}:{code}"),)
    address = identifier(scheme + code) if matches("absolute IRI", scheme) else None
    return (("uri", address),) if address else (("literal", f"{scheme}:{code}"),)


def known_as(party: Party) -> tuple[Attribute, ...]:
    """Return the attribute that identifies a party: its URI, else its literal; none when it has only a name."""
    address = identifier(party.uri) if party.uri else None
    if address:
        return (("uri", address),)
    literal = party.uri or party.literal
    return (("literal", one_line(literal)),) if literal and literal.strip() else ()


def in_our_namespace(path: str, token: str) -> str:
    """Return a URI of ours for a token that is no URI: `…#rel/furniture`."""
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-._~") else _percent(c) for c in token)
    return f"{OURS}{path}/{safe}"


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())

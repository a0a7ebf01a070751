"""Identifiers: NITF names a source of codes (`idsrc`) and a value in it."""

from __future__ import annotations

from converter.newsformats.catalog import shortened
from converter.render.links import identifier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.model.head import Party

    Attributes = tuple[tuple[str, str | None], ...]

REFERENCE = "ref"
"""The source of a value that is the `id` of another element of the same document."""


def from_address(iri: str) -> tuple[str, str]:
    """Return source and value of an address: the alias of a scheme of IPTC's catalog and its code, else `uri`."""
    address = identifier(iri)
    if address is None:
        return "iri", iri
    return shortened(address) or ("uri", address)


def of_party(who: Party, source: str | None) -> tuple[str, str] | None:
    """Return source and value of a party's identifier; a literal's source is the document's own (`regsrc`)."""
    if who.uri:
        return from_address(who.uri)
    if who.literal and who.literal.strip():
        return source or "literal", who.literal
    return None


def attributes(tag: str, identified: tuple[str, str] | None) -> Attributes:
    """Return the two attributes as the element spells them: a `location` has other names for them."""
    source, value = identified or (None, None)
    if tag == "location":
        return (("location-code", value), ("code-source", source))
    return (("idsrc", source), ("value", value))


def source_of(article: Article) -> str | None:
    """Return what the provider's own identifiers are known by: its short name, else its name."""
    provider = next(iter(article.head.parties_in("provider")), None)
    if provider is None:
        return None
    return (provider.literal or provider.name).strip() or None

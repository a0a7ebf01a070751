"""Identifiers: QCodes whose alias the item's catalog declares, URIs, and literals for the rest."""

from __future__ import annotations

import re

from converter.article import matches
from converter.links import identifier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Genre, Party, Subject

    Attribute = tuple[str, object]

CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
OURS = "urn:converter:article:1#"
"""The canonical namespace as a prefix of URIs, for what no vocabulary of IPTC names."""

# The aliases that the catalog declares; a judge compares them with it.
_CATALOG_41 = """
    altidrole aoprop app aspfacet aspfacetvalue acdc authoritystatus catinat chprop cinat colsp colin ctech
    cptdefrole cptnoterole crel conf ciprol cwarn ctrol cpnat cpprole drol digsrctype dimensionunit ednoterole
    dummy erol encd entityprop ecirol edconf eocstat eorol eprol eregrol fisymtype frmt gen genre hashscope
    hashtype hopaction hatarget howextr howpr ikos imgregrole imgregtype impt isrol irel irep lbtyp lrol
    loutorient loctyp medtop mtyp medtype nprt nrol ncostat nityp nmsig nprod nprov ninat not oito pgrmod plinat
    prio prodgenre prop prov stat rtype rcalctype rel rnd riaspect rightsprop riscope role1 rscaleunit scn sev
    sig pst1 subj squ timeunit tone tpctyp trustindicator urgy useracttype valfmt vcdc videodef ivqu sov why
    wldreg a1312cat a1312prio a1312svc a1312vers bcp47 cusip figi gics isin mic iso3166-1a2 iso3166-1a3
    iso3166-2 iso4217a iso4217n parasport secst sedol ticker tidm dbpedia freebase geonames geonameshttps
    googletopicsv1 googletopicsv2 iabcontent20 iabcontent21 iabcontent22 iabcontent30 iabaudience10
    iabadproduct10 iabadproduct20 mb-artist mb-label mb-recording mb-release mb-releasegroup mb-work plus skos
    wikidata
"""
_ALIASES = frozenset(_CATALOG_41.split())


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
    if scheme in _ALIASES and " " not in code and (scheme != "medtop" or re.fullmatch(r"[0-9]{8}", code)):
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

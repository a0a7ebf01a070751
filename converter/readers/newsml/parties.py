"""Persons and organisations in their roles."""

from __future__ import annotations

from converter.model.checks import matches
from converter.model.head import Party
from converter.newsformats.catalog import spelt_out
from converter.newsformats.kept import leftover
from converter.readers.newsml.codes import ours
from converter.render.html_read import local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.readers.newsml.codes import Codes

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ATTRIBUTES = frozenset(("uri", "qcode", "literal"))
_CHILDREN = frozenset(("name", "note"))


def party(element: _Element, role: str, codes: Codes) -> tuple[Party | None, bool]:
    """Return the party, and whether its element says more than that; None for one without name and identifier."""
    uri, literal = identifiers(element, codes)
    names = [one_spaced(text_in(child)) for child in element if local(child) == "name"]
    name = next(filter(None, names), None)
    job = None
    more = leftover(element, _ATTRIBUTES, _CHILDREN) or len(names) > 1
    for note in element:
        if local(note) == "note":
            if job is None and ours(note.get("roleuri"), "party") == "job":
                job = one_spaced(text_in(note)) or None
            else:
                more = True
    if literal == name:  # What has only a name is its own literal in NewsML-G2.
        literal = None
    if name is None and (uri or literal):
        # Whoever is known by a code alone is called by it.
        qcode = element.get("qcode")
        name = qcode.partition(":")[2] if qcode else literal or ""
        literal = None if name == literal else literal
    kind: Any = role
    return (Party(name or "", kind, uri=uri, literal=literal, job=job) if name or uri else None), more


def identifiers(element: _Element, codes: Codes) -> tuple[str | None, str | None]:
    """Return the address and the literal by which an element is identified."""
    uri = (element.get("uri") or "").strip() or None
    literal = one_spaced(element.get("literal") or "") or None
    qcode = (element.get("qcode") or "").strip()
    if qcode and uri is None:
        scheme, code = codes.of_qcode(qcode)
        known = spelt_out(scheme, code) if scheme else None
        if known is None and scheme and matches("absolute IRI", scheme):
            known = scheme + code
        uri = known
        literal = literal or (None if known else qcode)
    if uri is not None and not matches("absolute IRI", uri):
        uri, literal = None, literal or uri
    return uri, literal


def name_of(element: _Element, lang: str | None) -> tuple[str, str | None, int]:
    """Return an element's name in the language of the item or else its first, that language, and how many it has."""
    names = [child for child in element if local(child) == "name" and text_in(child).strip()]
    if not names:
        return "", None, 0
    spoken = (lang or "").lower().split("-")[0]
    chosen = next((each for each in names if (each.get(_XML_LANG) or "").lower().split("-")[0] == spoken), names[0])
    return one_spaced(text_in(chosen)), chosen.get(_XML_LANG), len(names)

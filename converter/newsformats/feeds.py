"""RSS, Atom and WordPress exports: which documents they are, and where their entries stand."""

from __future__ import annotations

from converter.io.xml_root import root_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RSS1 = "http://purl.org/rss/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"
WORDPRESS = "http://wordpress.org/export/"
"""The beginning of the namespace of WordPress's own elements; its versions end it."""

_ROOTS = (("", "rss"), (ATOM, "feed"), (ATOM, "entry"), (RDF, "RDF"))


def is_feed(source: bytes) -> bool:
    """Return whether the bytes begin like RSS, Atom, or a WordPress export, which is RSS."""
    return root_of(source) in _ROOTS


def entries_of(root: _Element) -> list[_Element]:
    """Return the items or entries of a feed, in its order; of a lone Atom entry, itself."""
    if root.tag == f"{{{ATOM}}}entry":
        return [root]
    if root.tag == f"{{{ATOM}}}feed":
        return list(root.iterfind(f"{{{ATOM}}}entry"))
    if root.tag == f"{{{RDF}}}RDF":
        return list(root.iterfind(f"{{{RSS1}}}item"))
    return [*root.iterfind("channel/item"), *root.iterfind("item")]


def post_type_of(entry: _Element) -> str:
    """Return what WordPress says an item is, such as `post` or `attachment`; empty for any other feed."""
    for child in entry:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag.startswith("{" + WORDPRESS) and tag.endswith("}post_type"):
            return (child.text or "").strip()
    return ""

"""Text of NITF: its marks and names as inlines, those of our writer as they were.

Of anybody's NITF the words are kept whatever happens: an element that nothing
here knows gives its children.
"""

from __future__ import annotations

import re

from lxml import etree

from converter import model
from converter.model.checks import matches
from converter.model.head import Entity
from converter.model.inline import inlines
from converter.newsformats.catalog import SCHEMES
from converter.newsformats.dates import extended
from converter.render.html_read import Hypertext, as_language, local, text_in
from converter.render.whitespace import one_spaced, unwrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.inline import Inline, Inlines

ENTITIES: dict[str, Any] = {"person": "person", "org": "organisation", "location": "place", "event": "event"}
"""Element → kind of entity."""
BLOCKS = frozenset(
    ["p", "hl1", "hl2", "table", "nitf-table", "media", "ol", "ul", "dl", "bq", "fn", "note", "pre", "hr", "block"]
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XHTML = "http://www.w3.org/1999/xhtml"
_MARKS: dict[str, type[Any]] = {
    **dict.fromkeys(("strong", "bold", "b"), model.Strong),
    **dict.fromkeys(("u", "underline", "underscore"), model.Underline),
    **dict.fromkeys(("s", "strike", "strikethrough"), model.Strike),
    "code": model.Code,
    **dict.fromkeys(("sub", "subscript"), model.Subscript),
    **dict.fromkeys(("sup", "super", "superscript"), model.Superscript),
}
"""The class of an `em` → what it is; any other class, and none, is stressed text."""


class Text:
    """Reads the text of one document, and gathers the entities that it names with an identifier."""

    def __init__(self, context: Context, ids: set[str]) -> None:
        self.ids = ids
        self.entities: list[Entity] = []
        self._hypertext = Hypertext(context, ids=ids)

    def line(self, element: _Element, without: Iterable[_Element] = ()) -> Inlines:
        """Return an element's words with their marks, without the file's layout; blocks in it parted by blanks."""
        return unwrapped(self.content(element, without))

    def content(self, element: _Element, without: Iterable[_Element] = ()) -> Inlines:
        """Return an element's words with their marks as they stand."""
        pieces: list[Inline] = [element.text or ""]
        for child in element:
            if local(child) and child not in without:
                if local(child) in BLOCKS:
                    pieces += ["\n", *self.content(child, without), "\n"]
                else:
                    if local(child) == "frac" and isinstance(pieces[-1], str) and pieces[-1][-1:].isdigit():
                        pieces.append(" ")  # Two and a half are not twenty-one halves.
                    pieces += self.inline(child)
            pieces.append(child.tail or "")
        return inlines(*pieces)

    def inline(self, element: _Element) -> Inlines:
        """Return one element of text."""
        name = local(element)
        if etree.QName(element).namespace == _XHTML:
            return self._hypertext.inline(element)
        if name == "br":
            return (model.LineBreak(),)
        if name == "frac":
            return self._fraction(element)
        content = self.content(element)
        made = self._marked(element, name, content)
        lang = as_language(element.get(_XML_LANG))
        return (model.Span(made, lang),) if lang else made

    def _marked(self, element: _Element, name: str, content: Inlines) -> Inlines:
        kind = (element.get("class") or "").strip().lower()
        if name == "em":
            return (_MARKS.get(kind, model.Emphasis)(content),) if content else ()
        if name in ("sub", "sup"):
            return (_MARKS[name](content),)
        if name == "a" and element.get("href") is not None:
            return self._link(element, content, kind)
        if name == "q":
            return (model.Quotation(content),)
        if name == "chron":
            norm = element.get("norm")
            return (model.Time(content, extended(norm) if norm else None),)
        if name == "classifier" and element.get("type") == "abbr":
            return (model.Abbreviation(content, element.get("value")),)
        if name == "classifier" and element.get("type") == "mention":
            ref = element.get("value")
            return (model.Mention(content, ref if ref and matches("id", ref) else None),)
        if name in ENTITIES:
            return (model.Mention(content, self._known(element, name)),)
        return content

    def _link(self, element: _Element, content: Inlines, kind: str) -> Inlines:
        href = element.get("href") or ""
        try:
            if kind == "ref" and href.startswith("#") and matches("id", href[1:]):
                return (model.Ref(content, href[1:]),)
            return (model.Link(content, href, element.get("title")),)
        except ValueError:  # A link in a link.
            return content

    def _fraction(self, element: _Element) -> Inlines:
        parts = [(local(child), one_spaced(text_in(child))) for child in element if local(child)]
        words = [text for _, text in parts]
        if len(words) == 2 and parts[1][0] == "denom":
            words.insert(1, "/")
        return inlines("".join(words))

    def _known(self, element: _Element, name: str) -> str | None:
        """Return the id of the entity that a mention is of; one with an address of its own becomes an entity."""
        source, value = identified(element)
        if source == "ref":
            return value if value and matches("id", value) else None
        address = address_of(source, value)
        if address is None:
            return None
        for entity in self.entities:
            if entity.uri == address:
                return entity.id
        number = len(self.entities) + 1
        while f"e{number}" in self.ids:
            number += 1
        self.ids.add(f"e{number}")
        self.entities.append(Entity(one_spaced(text_in(element)), ENTITIES[name], address, f"e{number}"))
        return f"e{number}"


def identified(element: _Element) -> tuple[str | None, str | None]:
    """Return the source and value by which an element is identified."""
    if local(element) == "location":
        return element.get("code-source"), element.get("location-code")
    return element.get("idsrc"), element.get("value")


def address_of(source: str | None, value: str | None) -> str | None:
    """Return the address that source and value stand for, or None: a source is a scheme's alias or its address."""
    if not source or not value:
        return None
    if source in ("uri", "iri"):
        address: str | None = value
    elif source in SCHEMES:
        address = SCHEMES[source] + value
    else:
        address = source + value if re.fullmatch(r"https?://.*[/#=]", source) else None
    return address if address and matches("absolute IRI", address) else None

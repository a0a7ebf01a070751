"""What a document says that the article has no field for: kept as properties, word for word, never dropped.

A property is called by the format and the path of the element
(`newsml:itemMeta/service`). An element without attributes and children is its
words; any other is its markup, so that a program can still read it.
"""

from __future__ import annotations

import copy
import re

from lxml import etree

from converter.model.head import Property
from converter.model.inline import inlines
from converter.render.html_read import local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.formats.records import Context


class Kept:
    """Gathers the properties of one document."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self.properties: list[Property] = []

    def keep(self, element: _Element, path: str) -> None:
        """Keep an element as its words or its markup."""
        plain = not element.attrib and not len(element)
        self.say(path, one_spaced(text_in(element)) if plain else markup_of(element))

    def say(self, path: str, words: str) -> None:
        """Keep words under a path; blanks say nothing."""
        if words.strip():
            self.properties.append(Property("_".join(f"{self._reader}:{path}".split()), inlines(words)))

    def tell(self, context: Context) -> None:
        """Say what was kept so, by name."""
        if self.properties:
            names = ", ".join(dict.fromkeys(each.name.removeprefix(f"{self._reader}:") for each in self.properties))
            context.notice("kept-as-properties", count=len(self.properties), names=names)


def markup_of(element: _Element) -> str:
    """Return an element's markup without the file's layout and without the namespaces that it does not use."""
    alone = copy.deepcopy(element)
    alone.tail = None
    etree.cleanup_namespaces(alone)
    markup = etree.tostring(alone, encoding="unicode")
    own = etree.QName(element).namespace
    if own:
        markup = markup.replace(f' xmlns="{own}"', "", 1)
    markup = re.sub(r">[ \t]*[\r\n]\s*<", "><", markup)
    return one_spaced(markup)


def leftover(element: _Element, attributes: frozenset[str], children: frozenset[str] = frozenset()) -> bool:
    """Return whether an element says more than these attributes and children, by their local names."""
    if any(etree.QName(name).localname not in attributes for name in map(str, element.attrib)):
        return True
    return any(local(child) and local(child) not in children for child in element)

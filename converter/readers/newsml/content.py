"""`contentSet`: the story's body, in the best of the forms that the item carries, or the pictures that are the item."""

from __future__ import annotations

from lxml import etree

from converter.model.block import Figure, Foreign, MediaReference
from converter.model.head import Head
from converter.model.inline import inlines
from converter.newsformats.kept import leftover, markup_of
from converter.newsformats.nitf_head import Reading
from converter.newsformats.rendered import fragment, paragraphs
from converter.readers.newsml.record import etree_name
from converter.render.html_read import XHTML, Hypertext, as_count, local, text_in, without_title
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Blocks
    from converter.model.head import Entity, Headline, Property
    from converter.newsformats.kept import Kept

_HELD = frozenset(("href", "residref", "contenttype", "size", "width", "height"))
"""What a reference to a rendition holds."""


class Content:
    """What an item's content says: its blocks, and the head that a body in NITF brings."""

    def __init__(self, context: Context, lang: str | None, ids: set[str], kept: Kept) -> None:
        self._context = context
        self._kept = kept
        self._lang = lang
        self._ids = ids
        self.body: Blocks = ()
        self._root: _Element | None = None
        self.head = Head()
        self.entities: list[Entity] = []
        self.properties: list[Property] = []
        self.titles: list[str] = []
        """What the body is called in its own form."""

    def read(self, content_set: _Element) -> None:
        """Take the first form there is of: XHTML, NITF, plain text, any other XML, pictures and clips."""
        parts = [part for part in content_set if etree_name(part) in ("inlineXML", "inlineData", "remoteContent")]
        ranked = sorted(parts, key=self._rank)
        if not ranked:
            return
        taken = ranked[0]
        if etree_name(taken) == "remoteContent":
            self.body = (Figure(tuple(map(_rendition, ranked))),)
            for part in ranked:
                if leftover(part, _HELD):
                    self._kept.keep(part, "contentSet/remoteContent")
            return
        self._reader_of(taken)(taken)
        for other in ranked[1:]:
            self._context.notice("content-alternative-omitted", type=_type(other), taken=_type(taken))

    def _rank(self, part: _Element) -> int:
        name = etree_name(part)
        if name == "remoteContent":
            return 5
        if name == "inlineData":
            if part.get("encoding"):
                return 4
            return 1 if "html" in _type(part) else 2
        inner = next(iter(part), None)
        if inner is None:
            return 4
        namespace = etree.QName(inner).namespace
        return 0 if namespace == XHTML or local(inner) == "html" else 1 if local(inner) == "nitf" else 3

    def _reader_of(self, part: _Element) -> Callable[[_Element], None]:
        rank = self._rank(part)
        if rank == 0:
            return self._xhtml
        if rank == 1:
            return self._nitf if etree_name(part) == "inlineXML" else self._markup
        return self._plain if rank == 2 else self._foreign

    def _xhtml(self, part: _Element) -> None:
        root = part[0]
        for child in root:
            if local(child) == "head":  # Its title is the record's name again.
                self.titles += (one_spaced(text_in(title)) for title in child if local(title) == "title")
                for title in [title for title in child if local(title) == "title"]:
                    child.remove(title)
                if not len(child):
                    root.remove(child)
        self._root = root
        self.body = Hypertext(self._context, lang=self._lang, ids=self._ids).blocks(root)

    def without_title(self, headline: Headline | None) -> Blocks:
        """Return the body without an `h1` that only repeats the headline."""
        return self.body if self._root is None else without_title(self.body, self._root, headline)

    def _markup(self, part: _Element) -> None:
        root = fragment(text_in(part), self._context, is_xml=False)
        self.body = Hypertext(self._context, lang=self._lang, ids=self._ids).blocks(root)

    def _nitf(self, part: _Element) -> None:
        reading = Reading(self._context, self._ids)
        reading.read(part[0])
        for inner in part[0]:
            if local(inner) == "head":  # Its metadata would repeat the item's.
                for field in inner:
                    reading.kept.keep(field, f"head/{etree_name(field)}")
        self.body, self.head = reading.body, reading.head
        self.entities = list(reading.text.entities)
        self.properties = reading.kept.properties

    def _plain(self, part: _Element) -> None:
        self.body = paragraphs(text_in(part))

    def _foreign(self, part: _Element) -> None:
        inner = next(iter(part), None)
        words = text_in(part) if inner is None else markup_of(inner)
        kind = " ".join((part.get("contenttype") or "application/xml").split()) or "application/xml"
        self.body = (Foreign(inlines(words), kind),) if words.strip() else ()


def _type(part: _Element) -> str:
    return (part.get("contenttype") or etree_name(part)).strip()


def _rendition(part: _Element) -> MediaReference:
    address = part.get("href") or part.get("residref") or ""
    return MediaReference(
        address.strip(),
        " ".join((part.get("contenttype") or "").split()) or None,
        None,
        as_count(part.get("size")),
        as_count(part.get("width")),
        as_count(part.get("height")),
    )

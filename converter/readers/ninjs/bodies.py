"""The body, in the best of the forms that the object has: XHTML, HTML, NITF, plain text, in this order."""

from __future__ import annotations

import re

from converter.io.xml import parse
from converter.model.block import Figure, MediaReference
from converter.model.checks import matches
from converter.model.head import Head
from converter.model.inline import inlines
from converter.newsformats.nitf_head import Reading
from converter.newsformats.rendered import fragment, paragraphs
from converter.render.html_read import Hypertext, local, without_title, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Blocks
    from converter.model.inline import Inlines
    from converter.readers.ninjs.fields import Fields

_HELD = frozenset(("name", "href", "contenttype", "mimetype", "sizeinbytes", "width", "height"))
"""What a reference holds of a rendition; its name says only which one it is."""
_RANKS = ("xhtml", "html", "nitf", "plain")


class Text:
    """One text of an object: its role, its kind, its value."""

    def __init__(self, role: str, kind: str, value: str) -> None:
        self.role = role
        self.kind = kind
        self.value = value


def texts(item: Fields, name: str, old: str) -> list[Text]:
    """Return the texts of a list (`bodies`, 2.x and 3.x) or of keys with an ending (`body_xhtml`, 1.x)."""
    found = []
    for each in item.objects(name):
        value = each.take("value")
        if isinstance(value, str) and value.strip():
            kind = each.text("contentType")
            found.append(Text(each.text("role"), _kind(kind, value, guess=name == "bodies"), value))
    for ending, value in item.beginning(f"{old}_"):
        if value.strip():
            role, _, kind = ending.rpartition("_")
            known = kind in ("xhtml", "text", "html", "nitf", "plain", "richtext")
            kind = _kind(kind if known else "", value, guess=True)
            found.append(Text(role if known else ending, kind, value))
    return found


def _kind(said: str, value: str, *, guess: bool) -> str:
    """Return the kind of a text by its content type or the ending of its key, else perhaps by its markup."""
    said = said.partition(";")[0].strip().lower()
    if "xhtml" in said:
        return "xhtml"
    if "nitf" in said:
        return "nitf"
    if said in ("text/plain", "text", "plain") and not re.search(r"</(?:p|div|h[1-6])>", value):
        return "plain"
    if "html" in said or said == "richtext":
        return "html"
    return "html" if guess and re.search(r"<(?:p|div|br|h[1-6]|em|strong|a)\b[^>]*>", value) else "plain"


class Body:
    """Reads the texts of one object."""

    def __init__(self, context: Context, lang: str | None, ids: set[str]) -> None:
        self._context = context
        self._ids = ids
        self._hypertext = Hypertext(context, lang=lang, ids=ids)
        self.head = Head()
        self.entities: list[Any] = []
        self.properties: list[Any] = []
        self.dir: Any = None
        self._last: _Element | None = None
        self._root: _Element | None = None
        """The markup that the body was read from."""

    def line(self, text: Text) -> Inlines:
        """Return one line of text."""
        if text.kind in ("xhtml", "html"):
            return self._hypertext.line(fragment(text.value, self._context, is_xml=text.kind == "xhtml"))
        return inlines(text.value)

    def blocks(self, text: Text) -> Blocks:
        """Return the blocks of a text."""
        if text.kind == "plain":
            return paragraphs(text.value)
        if text.kind == "nitf":
            root = parse(text.value.encode(), self._context.limits)
            if local(root) == "nitf":
                return self._nitf(root)
            return Reading(self._context, self._ids, "ninjs").body_of.blocks(root)
        root = fragment(text.value, self._context, is_xml=text.kind == "xhtml")
        inner = next(iter(root), None)
        alone = len(root) == 1 and not (root.text or "").strip()
        if alone and inner is not None and local(inner) == "div" and set(inner.attrib) == {"dir"}:
            self.dir = inner.get("dir") if inner.get("dir") in ("ltr", "rtl") else None
            root = inner  # As our writer says the direction of a whole body.
        self._last = root
        return self._hypertext.blocks(root)

    def without_title(self, body: Blocks, head: Head) -> Blocks:
        """Return the body without an `h1` that only repeats the headline, which is all that a flash has."""
        return body if self._root is None else without_title(body, self._root, head.headline())

    def _nitf(self, root: _Element) -> Blocks:
        reading = Reading(self._context, self._ids, "ninjs")
        reading.read(root)
        self.head, self.entities = reading.head, reading.text.entities
        self.properties = reading.kept.properties
        return reading.body

    def best(self, found: list[Text]) -> Blocks:
        """Return the body of the best kind; another with other words is left out with a notice."""
        if not found:
            return ()
        ranked = sorted(found, key=lambda text: _RANKS.index(text.kind))
        body = self.blocks(ranked[0])
        self._root = self._last
        words = _folded(words_of(body))
        for other in ranked[1:]:
            if _folded(re.sub(r"<[^>]*>", " ", other.value) if other.kind != "plain" else other.value) != words:
                said = f"{other.kind} ({other.role})" if other.role else other.kind
                self._context.notice("content-alternative-omitted", type=said, taken=ranked[0].kind)
        return body


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", words)


def renditions(item: Fields) -> tuple[tuple[MediaReference, ...], Any]:
    """Return the renditions of a picture or clip, and all that is said of them if it is more than a reference holds.

    1.x has them by name, later versions in a list.
    """
    whole = item.take("renditions")
    found = list(whole.values()) if isinstance(whole, dict) else whole if isinstance(whole, list) else []
    made = []
    more = bool(whole) and not found
    for each in found:
        if not isinstance(each, dict) or not isinstance(each.get("href"), str):
            more = True
            continue
        more = more or bool({key.lower() for key in each} - _HELD)
        kind = each.get("contentType") or each.get("mimetype") or each.get("contenttype")
        made.append(
            MediaReference(
                item.held(each["href"].strip()),
                kind if isinstance(kind, str) and matches("token", kind) else None,
                None,
                _count(each.get("sizeInBytes", each.get("sizeinbytes"))),
                _count(each.get("width")),
                _count(each.get("height")),
            )
        )
    return tuple(made), whole if more else None


def _count(value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= 10**18 else None


def figure(media: tuple[MediaReference, ...], caption: Inlines, credit: str) -> Figure:
    """Return a picture with its caption and credit."""
    return Figure(media, caption, inlines(credit))

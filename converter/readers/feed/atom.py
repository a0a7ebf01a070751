"""An entry of Atom (RFC 4287)."""

from __future__ import annotations

from converter.model.checks import matches
from converter.model.head import Keyword, Party, Rights, Subject
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.newsformats.feeds import ATOM
from converter.newsformats.kept import leftover
from converter.newsformats.rendered import paragraphs
from converter.readers.feed.rss import iso
from converter.render.html_read import as_language, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.model.block import Blocks
    from converter.readers.feed.entry import Entry

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_feed(feed: _Element, entry: Entry) -> None:
    """Take what the feed says of all its entries: who publishes them, in which language, with which rights."""
    entry.lang = entry.lang or as_language(feed.get(_XML_LANG))
    title = feed.find(f"{{{ATOM}}}title")
    rights = feed.find(f"{{{ATOM}}}rights")
    identity = one_spaced(feed.findtext(f"{{{ATOM}}}id") or "")
    if title is not None and one_spaced(text_in(title)):
        uri = identity if matches("absolute IRI", identity) else None
        entry.parties.append(Party(one_spaced(text_in(title)), "provider", uri=uri))
    if rights is not None and one_spaced(text_in(rights)):
        entry.rights.append(Rights(inlines(one_spaced(text_in(rights)))))


def read_entry(element: _Element, entry: Entry) -> None:
    """Take an entry; what has no field is kept."""
    entry.lang = as_language(element.get(_XML_LANG)) or entry.lang
    for child in element:
        name = str(child.tag).rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name and not (str(child.tag).startswith(f"{{{ATOM}}}") and _take(name, child, entry)):
            entry.kept.keep(child, name)
    for link in element.iterfind(f"{{{ATOM}}}link"):
        if link.get("rel", "alternate") == "alternate":
            entry.named(link.get("href") or "")
    if not entry.body and entry.abstract:
        entry.body, entry.abstract = entry.abstract, ()


def _take(name: str, child: _Element, entry: Entry) -> bool:
    """Return whether an element has its place in the article, whole."""
    words = one_spaced(text_in(child))
    match name:
        case "title":
            entry.headline(_text(child, entry))
        case "id":
            entry.named(words)
        case "link" if child.get("rel") == "enclosure":
            return entry.medium(child.get("href"), child.get("type"), child.get("length"))
        case "link":
            return child.get("rel", "alternate") == "alternate"
        case "author" | "contributor":
            who = one_spaced(child.findtext(f"{{{ATOM}}}name") or "")
            uri = one_spaced(child.findtext(f"{{{ATOM}}}uri") or "")
            if who:
                role = "creator" if name == "author" else "contributor"
                known = uri if matches("absolute IRI", uri) else None
                entry.parties.append(Party(who, role, uri=known))  # type: ignore[arg-type]
            return bool(who) and not leftover(child, frozenset(), frozenset(("name", "uri")))
        case "published" | "updated":
            entry.date("published" if name == "published" else "modified", iso(words), name, words)
        case "category":
            return _category(child, entry)
        case "summary":
            entry.abstract = _text(child, entry)
        case "content":
            if child.get("src"):
                return False
            entry.body = _text(child, entry)
        case "rights":
            entry.rights = [Rights(inlines(plain_text(_text(child, entry))))]
        case _:
            return False
    return True


def _text(child: _Element, entry: Entry) -> Blocks:
    """Return a text construct by its type (RFC 4287 §3.1): plain unless it says html or xhtml."""
    kind = (child.get("type") or "text").lower()
    if "xhtml" in kind:
        return entry.xhtml(child)
    if kind in ("html", "text/html"):
        return entry.html(text_in(child))
    return paragraphs(text_in(child))


def _category(child: _Element, entry: Entry) -> bool:
    term, label, scheme = ((child.get(name) or "").strip() for name in ("term", "label", "scheme"))
    if scheme and matches("token", scheme) and matches("token", term):
        entry.subjects.append(Subject(label or term, term, scheme))
    elif label or term:
        entry.keywords.append(Keyword(label or term))
        return not scheme and (not label or label == term)
    return True

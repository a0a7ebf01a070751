"""An item of RSS, with the modules that news sites and WordPress use."""

from __future__ import annotations

from converter.model.checks import matches
from converter.model.head import Keyword, Party, Rights, Subject
from converter.model.inline import inlines
from converter.newsformats.dates import from_mail
from converter.newsformats.feeds import CONTENT, DC, MEDIA, WORDPRESS, post_type_of
from converter.newsformats.kept import leftover
from converter.render.html_read import as_language, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.readers.feed.entry import Entry

_STATES = {"publish": "usable", "draft": "withheld", "pending": "withheld", "private": "withheld", "future": "withheld"}


def read_channel(channel: _Element, entry: Entry) -> None:
    """Take what the feed says of all its items: who publishes them, in which language, with which rights."""
    title = uri = ""
    for child in channel:
        match _name(child):
            case "title":
                title = one_spaced(text_in(child))
            case "link":
                uri = uri or one_spaced(text_in(child))
            case "language" | "dc:language":
                entry.lang = entry.lang or as_language(text_in(child))
            case "copyright" | "dc:rights" if one_spaced(text_in(child)):
                entry.rights.append(Rights(inlines(one_spaced(text_in(child)))))
    if title:
        entry.parties.append(Party(title, "provider", uri=uri if matches("absolute IRI", uri) else None))


def read_item(item: _Element, entry: Entry) -> None:
    """Take an item; what has no field is kept."""
    texts: dict[str, str] = {}
    for child in item:
        name = _name(child)
        if name in ("description", "content:encoded", "excerpt:encoded"):
            texts.setdefault(name, text_in(child))
        elif name and not _take(name, child, entry):
            entry.kept.keep(child, name.replace(":", "-"))
    is_post = bool(post_type_of(item))
    content = texts.get("content:encoded", "")
    description = texts.get("description", "")
    summary = texts.get("excerpt:encoded", "")
    if content.strip():
        entry.body = entry.html(content, is_post=is_post)
        summary = summary if summary.strip() else description
    else:
        entry.body = entry.html(description)
    entry.abstract = entry.html(summary, is_post=is_post)
    link = next((one_spaced(text_in(child)) for child in item if _name(child) == "link"), "")
    entry.named(link)


def _take(name: str, child: _Element, entry: Entry) -> bool:
    """Return whether an element has its place in the article, whole."""
    words = one_spaced(text_in(child))
    match name:
        case "title":
            entry.headline(entry.html(words))
        case "link":
            return True  # After the guid, which goes before it.
        case "guid":
            entry.named(words, permanent=child.get("isPermaLink") != "false" or "://" in words)
        case "author" | "dc:creator":
            if words:
                entry.parties.append(Party(words, "creator"))
        case "pubDate":
            entry.date("published", from_mail(words), name, words)
        case "dc:date" | "dcterms:modified":
            entry.date("published" if name == "dc:date" else "modified", iso(words), name.replace(":", "-"), words)
        case "category":
            _category(words, child, entry)
        case "dc:subject":
            entry.keywords += (Keyword(word) for word in [words] if word)
        case "enclosure":
            return entry.medium(child.get("url"), child.get("type"), child.get("length"))
        case "media:content":
            caption = next((text_in(inner) for inner in child.iter(f"{{{MEDIA}}}description")), "")
            taken = entry.medium(child.get("url"), child.get("type"), child.get("fileSize"), caption)
            return taken and not leftover(child, frozenset(("url", "type", "fileSize")), frozenset(("description",)))
        case "wp:status":
            entry.status = _STATES.get(words, "usable")
            return words in _STATES
        case "wp:post_type":
            return words in ("post", "page")
        case _:
            return False
    return True


def _category(words: str, child: _Element, entry: Entry) -> None:
    """Take a category: WordPress's tags are keywords, and so is a word that no vocabulary has."""
    domain, code = (child.get("domain") or "").strip(), (child.get("nicename") or "").strip()
    if not words:
        return
    if domain in ("", "post_tag") or not matches("token", domain):
        entry.keywords.append(Keyword(words))
    else:
        entry.subjects.append(Subject(words, code if code and matches("token", code) else None, domain))


def _name(child: _Element) -> str:
    """Return an element's name with the prefix that its module usually has."""
    if not isinstance(child.tag, str):
        return ""
    namespace, _, local = child.tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    known = {DC: "dc:", CONTENT: "content:", MEDIA: "media:", "http://purl.org/dc/terms/": "dcterms:"}
    if namespace.startswith(WORDPRESS):
        return f"excerpt:{local}" if namespace.endswith("/excerpt/") else f"wp:{local}"
    return known.get(namespace, "") + local


def iso(words: str) -> str | None:
    """Return a date in ISO 8601, perhaps with a blank between day and time, or None."""
    words = words.replace(" ", "T", 1)
    return words if matches("date", words) else None

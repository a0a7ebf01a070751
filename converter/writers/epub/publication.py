"""The package document: what the publication says of itself, its parts and their order (EPUB 3.3 §5)."""

from __future__ import annotations

from converter.core import spelling
from converter.core.errors import CannotWrite
from converter.io.markup import element, empty, start, text
from converter.model.words import plain_text
from converter.newsformats.dates import instant, truncated
from converter.render.html_write import language_tag
from converter.writers.epub.accessibility import statements
from converter.writers.epub.pages import NAVIGATION, SHEET, STORY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.article import Article

CANONICAL = "canonical-article.xml"
"""Where the canonical XML lies, beside this document."""
TERM = "article-converter:sha256"
"""The property that states its SHA-256."""
_PREFIX = "article-converter: urn:converter:epub:1#"
_DC = "http://purl.org/dc/elements/1.1/"
_OPF = "http://www.idpf.org/2007/opf"


def package_document(
    article: Article, title: str, media: list[tuple[str, str]], digest: str | None, context: Context
) -> str:
    """Return the document. `media` are name and media type; `digest` that of the canonical XML, if it goes along.

    Raises CannotWrite without an identity, or without the time of the record.
    """
    tag = language_tag(article.lang)
    if tag is None:
        context.notice("language-unidentified", "lang", lang=article.lang or "none")
    attributes = (("unique-identifier", "id"), ("xml:lang", tag or "und"), ("dir", article.dir), ("prefix", _PREFIX))
    manifest = [
        empty("item", ("id", "nav"), ("href", NAVIGATION), ("media-type", _XHTML), ("properties", "nav")),
        empty("item", ("id", "story"), ("href", STORY), ("media-type", _XHTML)),
        empty("item", ("id", "style"), ("href", SHEET), ("media-type", "text/css")),
        *(
            empty("item", ("id", f"media-{number}"), ("href", name), ("media-type", kind))
            for number, (name, kind) in enumerate(media, 1)
        ),
    ]
    progression = ("page-progression-direction", "rtl" if article.dir == "rtl" else None)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        start("package", ("xmlns", _OPF), ("version", "3.0"), *attributes),
        f'  <metadata xmlns:dc="{_DC}">',
        *(f"    {line}" for line in _metadata(article, title, tag or "und", context)),
        *(f"    {line}" for line in statements(article, [kind for _, kind in media], context.record)),
        *(f"    {line}" for line in _carried(digest)),
        "  </metadata>",
        "  <manifest>",
        *(f"    {line}" for line in manifest),
        "  </manifest>",
        f"  {start('spine', progression)}",
        '    <itemref idref="story"/>',
        "  </spine>",
        "</package>",
        "",
    ]
    return "\n".join(lines)


_XHTML = "application/xhtml+xml"


def _metadata(article: Article, title: str, tag: str, context: Context) -> Iterator[str]:
    head = article.head
    if article.guid is None:
        raise CannotWrite("an EPUB must have an identity", where="guid", hint="give it with " + spelling.meta("guid"))
    yield element("dc:identifier", text(article.guid), ("id", "id"))
    yield from _titles(article, title)
    yield element("dc:language", tag)
    yield element("meta", _modified(context), ("property", "dcterms:modified"))
    for role, name, code in (("creator", "creator", "aut"), ("contributor", "contributor", "ctb")):
        for number, party in enumerate(head.parties_in(role), 1):  # type: ignore[arg-type]
            if party.name.strip():
                yield element(f"dc:{name}", text(party.name), ("id", f"{role}-{number}"))
                refined = (("refines", f"#{role}-{number}"), ("property", "role"), ("scheme", "marc:relators"))
                yield element("meta", code, *refined)
    providers = [party.name for party in head.parties_in("provider")] or [context.record.provider or ""]
    yield from _texts("publisher", providers)
    published = head.date("published")
    day = truncated(published.value) if published and published.value else None
    if day:
        yield element("dc:date", day if instant(day) or "T" not in day else day[:10])
    yield from _texts("description", [plain_text(head.abstract)] if head.abstract else [])
    yield from _texts("subject", [*(each.name for each in head.subjects), *(each.text for each in head.keywords)])
    yield from _texts("source", [party.name for party in head.parties_in("source")])
    yield from _texts("rights", [plain_text(each) for each in head.rights if each.kind != "data-mining"])


def _titles(article: Article, title: str) -> Iterator[str]:
    """Yield the title that counts, then the others; what each is, is said of it."""
    titles = [("main", title)]
    for kind, named in (("sub", "subtitle"), ("short", "short")):
        others = (" ".join(plain_text(each).split()) for each in article.head.headlines if each.kind == kind)
        titles += [(named, words) for words in others if words]
    for number, (kind, words) in enumerate(titles, 1):
        yield element("dc:title", text(words), ("id", f"title-{number}"))
        yield element("meta", kind, ("refines", f"#title-{number}"), ("property", "title-type"))


def _texts(name: str, values: list[str]) -> Iterator[str]:
    for value in values:
        if words := " ".join(value.split()):
            yield element(f"dc:{name}", text(words))


def _modified(context: Context) -> str:
    """Return the time of the record in UTC to the second, as EPUB wants it (§5.5.5)."""
    from datetime import UTC, datetime

    way_out = "give it with " + spelling.meta("version_created", "2024-05-24T10:30:00+03:00") + spelling.EPOCH
    record = context.record
    moment = instant(record.version_created)
    if moment is None:
        raise CannotWrite("an EPUB must say when it was made, and no time of the record is known", hint=way_out)
    if record.from_file_time:
        context.notice("time-of-file", time=moment)
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError as error:
        raise CannotWrite(f"{moment} is no time in UTC that can be written", hint=way_out) from error


def _carried(digest: str | None) -> Iterator[str]:
    """Yield the record of the publication: the canonical XML, which is no part of what is read (§5.5.7)."""
    if digest is not None:
        yield empty(
            "link", ("rel", "record"), ("href", CANONICAL), ("media-type", "application/xml"), ("id", "canonical")
        )
        yield element("meta", digest, ("refines", "#canonical"), ("property", TERM))

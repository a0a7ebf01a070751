"""The item in order: the document, the item in it, record, rights, story, content; then the article of them."""

from __future__ import annotations

from converter.conversion.identity import uuid_from
from converter.core.errors import UnreadableInput
from converter.model.article import Article
from converter.model.block import Figure
from converter.model.checks import matches
from converter.model.head import Abstract, AltId, Head, Related
from converter.model.words import has_words
from converter.newsformats.dialects import parse_dialects
from converter.newsformats.furniture import put_back
from converter.newsformats.kept import Kept
from converter.newsformats.nitf_head import joined, with_entities
from converter.newsformats.sources import opened
from converter.readers.newsml.codes import Codes, is_iptc_catalog
from converter.readers.newsml.content import Content
from converter.readers.newsml.knowledge import ITEMS, Knowledge
from converter.readers.newsml.record import Record, etree_name, read_record, revisions, version_of
from converter.readers.newsml.rights import read_publication, read_rights
from converter.readers.newsml.sniff import G2
from converter.readers.newsml.story import Story
from converter.render.display_title import label
from converter.render.html_read import as_language, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.inline import Inlines
    from converter.readers.newsml.options import NewsmlReaderOptions

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEMS = ("newsItem", "packageItem", *ITEMS)
_ROOT_ATTRIBUTES = frozenset(
    ("guid", "version", "lang", "dir", "standard", "standardversion", "conformance", "schemaLocation", "schema")
)


def read(source: bytes, options: NewsmlReaderOptions, context: Context) -> Article:
    """Return the article of a NewsML-G2 document that holds one item.

    An item that is no story (a concept, a plan) is read as one, with a notice.
    Raises UnreadableInput for what is no XML, no NewsML-G2, or a message of
    several items.
    """
    given = parse_dialects(options.dialects.content, options.dialects.name) if options.dialects else ()
    root = opened(source, context)
    item = _item_of(root)
    codes, kept, ids = Codes(item, given), Kept("newsml"), set[str]()
    parts: dict[str, list[_Element]] = {}
    for part in item:
        parts.setdefault(etree_name(part), []).append(part)
    record = Record()
    for meta in parts.pop("itemMeta", ()):
        record = read_record(meta, codes, kept)
    story = Story(as_language(item.get(_XML_LANG)), ids)
    for meta in parts.pop("contentMeta", ()):
        story.read(meta, codes, kept)
    dates, provider = list(story.dates), record.provider
    for publication in parts.pop("pubHistory", ()):
        published, provider = read_publication(publication, provider, kept)
        dates = [*published, *dates]
    if record.embargo:
        dates.append(record.embargo)
    holders, rights = [], []
    for info in parts.pop("rightsInfo", ()):
        more_holders, more_rights = read_rights(info, codes, kept)
        holders += more_holders
        rights += more_rights
    content = Content(context, story.lang, ids, kept)
    lang = story.language
    for content_set in parts.pop("contentSet", ()):
        content.read(content_set)
        lang = lang or _language_of(content_set)
    knowledge = Knowledge(story, codes)
    if etree_name(item) in ITEMS:
        context.notice("item-is-no-story", item=etree_name(item))
        knowledge.read(parts, record.title, kept)
    related = [*record.related, *story.related, *knowledge.related]
    for group_set in parts.pop("groupSet", ()):
        related += _package(group_set, kept, context)
    _keep_others(item, parts, kept)
    version = _version(item, context)
    history, ednotes = revisions(record, version)
    guid, altids = _identity(item, provider.name if provider else None, context)
    head = Head(
        headlines=(*((knowledge.headline,) if knowledge.headline else ()), *story.headlines),
        bylines=tuple(story.bylines),
        dateline=story.dateline,
        abstract=_abstract(story),
        slug=story.slug,
        parties=(*((provider,) if provider else ()), *story.parties, *holders),
        rights=tuple(rights),
        dates=tuple(dates),
        urgency=story.urgency,
        genres=tuple(story.genres),
        subjects=tuple(story.subjects),
        keywords=tuple(story.keywords),
        entities=with_entities(story.entities, content.entities),
        related=tuple(related),
        altids=(*story.altids, *altids),
        ednotes=tuple(ednotes),
        revisions=tuple(history),
    )
    head = joined(head, content.head)
    body = (*_body(head, content, story), *knowledge.body)
    article = Article(
        body,
        head,
        guid=guid,
        version=version,
        status=record.status,
        lang=lang or as_language(item.get(_XML_LANG)) or knowledge.lang,
        dir=_direction(item),
    )
    title = record.title.removeprefix("WITHDRAWN: ")
    if title != label(article):
        kept.say("itemMeta/title", title)
    for other in content.titles:
        if other not in (title, label(article)):
            kept.say("contentSet/title", other)
    properties = (*story.properties, *content.properties, *kept.properties)
    codes.tell(context)
    kept.tell(context)
    return article.replace(head=head.replace(properties=properties))


def _item_of(root: _Element) -> _Element:
    name = etree_name(root)
    if root.tag == f"{{{G2}}}newsMessage":
        items = [item for item in root.iter() if isinstance(item.tag, str) and etree_name(item) in _ITEMS]
        if len(items) != 1:
            raise UnreadableInput(
                f"is a NewsML-G2 message of {len(items)} items, not one",
                hint="convert FILE gives an output for each, converter.read_all an article",
            )
        return items[0]
    if not str(root.tag).startswith(f"{{{G2}}}"):
        raise UnreadableInput(f"is XML, but no NewsML-G2: its root element is {str(root.tag)[:200]}")
    if name not in _ITEMS:
        raise UnreadableInput(f"is a NewsML-G2 {name[:100]}, which is no item", hint=f"there are: {', '.join(_ITEMS)}")
    return root


# ── Identity ────────────────────────────────────────────────────────────────


def _identity(item: _Element, provider: str | None, context: Context) -> tuple[str | None, list[AltId]]:
    """Return the guid; an id that is no IRI is kept beside the one that is made from it."""
    guid = (item.get("guid") or "").strip()
    altids: list[AltId] = []
    version = (item.get("version") or "").strip()
    if version and version_of(item) is None:
        altids.append(AltId(one_spaced(version), "version"))
    if not guid or matches("absolute IRI", guid):
        return guid or None, altids
    altids.append(AltId(one_spaced(guid)))
    if provider is None:
        return None, altids
    made = uuid_from(f"{provider}\n{guid}".encode())
    context.notice("guid-made-from-id", "guid", guid=made, id=guid)
    return made, altids


def _version(item: _Element, context: Context) -> int:
    version = version_of(item)
    if version is None:
        context.notice("version-assumed", "version")
    return version or 1


def _direction(item: _Element) -> Any:
    direction = item.get("dir")
    return direction if direction in ("ltr", "rtl") else None


def _language_of(content_set: _Element) -> str | None:
    for part in content_set:
        if lang := as_language(part.get(_XML_LANG)):
            return lang
    return None


# ── The story's words ───────────────────────────────────────────────────────


def _abstract(story: Story) -> Any:
    return Abstract(tuple(story.abstract)) if story.abstract else None


def _body(head: Head, content: Content, story: Story) -> Any:
    """Return the body: without the headline again, a picture with its caption, furniture in its place."""
    headline = head.headline()
    body = content.without_title(headline)
    captions = [caption for caption in story.captions if has_words(caption)]
    credit: Inlines | None = story.credit
    if len(body) == 1 and isinstance(body[0], Figure) and body[0].media and not body[0].caption:
        figure = body[0].replace(credit=story.credit)
        if captions:
            figure = figure.replace(caption=captions[0])
        body, captions, credit = (figure,), captions[1:], None
    body += tuple(Figure((), caption) for caption in captions)
    if credit and has_words(credit):
        body += (Figure((), (), credit),)
    return put_back(body, story.furniture)


# ── Packages, and what has no field ─────────────────────────────────────────


def _package(group_set: _Element, kept: Kept, context: Context) -> list[Related]:
    """Return the references of a package, in order; its groups, and what a reference says besides, are kept."""
    made: list[Related] = []
    groups = [group for group in group_set if etree_name(group) == "group"]
    for group in groups:
        for reference in group:
            if etree_name(reference) != "itemRef":
                continue
            address = next(
                (value for name in ("href", "residref", "guidref", "persistidref") if (value := reference.get(name))),
                None,
            )
            titles = [
                one_spaced(text_in(child))
                for name in ("title", "headline")
                for child in reference
                if etree_name(child) == name
            ]
            made.append(Related(next(filter(None, titles), ""), address, "part"))
    context.notice("package-flattened", count=len(groups))
    kept.keep(group_set, "groupSet")
    return made


def _keep_others(item: _Element, parts: dict[str, list[_Element]], kept: Kept) -> None:
    for name, elements in parts.items():
        for element in elements:
            if not name or (name == "catalogRef" and is_iptc_catalog(element.get("href") or "")):
                continue
            kept.keep(element, name)
    for attribute, value in item.attrib.items():
        name = str(attribute).rpartition("}")[2]
        if name not in _ROOT_ATTRIBUTES:
            kept.say(f"@{name}", str(value))

"""`contentMeta`: what the story says of itself. Administrative properties first, then descriptive ones."""

from __future__ import annotations

from converter.io.markup import element, empty, start, text
from converter.model.checks import matches
from converter.model.head import Subject
from converter.model.words import has_words, plain_text
from converter.newsformats.furniture import furniture_in
from converter.newsformats.losses import language, not_carried
from converter.newsformats.words import texts_in
from converter.render.html_write import language_tag
from converter.render.links import identifier, live
from converter.writers.newsml.codes import coded, in_our_namespace, one_line
from converter.writers.newsml.parties import party
from converter.writers.newsml.rights import story_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Entity, Genre, Head
    from converter.writers.newsml.codes import Attribute
    from converter.writers.newsml.labels import Labels
    from converter.writers.newsml.options import NewsmlOptions

_HEADLINES = {"kicker": 1, "main": 2, "sub": 3, "short": 4, "other": 5}
"""Kind → rank, in the order in which a page shows them."""
_NATURES = {"person": "person", "organisation": "organisation", "place": "geoArea", "event": "event"}
"""Kind of entity → concept nature (IPTC NewsCodes `cpnat`)."""


def content_meta(article: Article, options: NewsmlOptions, labels: Labels, context: Context) -> list[str]:
    """Return the lines of `contentMeta`; none when there is nothing to say."""
    lines = [
        *_administrative(article.head, context),
        *_descriptive(article, labels, context),
        *_extensions(article, options, context),
    ]
    return ["<contentMeta>", *(f"  {line}" for line in lines), "</contentMeta>"] if lines else []


# ── Administrative: any of them before any descriptive one ──────────────────


def _administrative(head: Head, context: Context) -> Iterator[str]:
    if head.urgency:
        yield element("urgency", str(head.urgency.value))
    yield from _story_dates(head, context)
    if head.dateline and head.dateline.place and head.dateline.place.strip():
        yield from _named("located", head.dateline.place)
    for role, name in (("source", "infoSource"), ("creator", "creator"), ("contributor", "contributor")):
        for who in head.parties_in(role):  # type: ignore[arg-type]
            yield from party(name, who, context)
    for altid in head.altids:
        if altid.value.strip():
            yield element("altId", text(altid.value), ("typeuri", _address_of(altid.scheme, "altid")))


def _story_dates(head: Head, context: Context) -> Iterator[str]:
    for kind, name in (("created", "contentCreated"), ("modified", "contentModified")):
        first = True
        for date in head.dates:
            if date.kind != kind or date.value is None:
                continue
            where = f"head/date.{kind}"
            if not first:
                not_carried(context, where, f"Date.{kind}", date.value, "newsml")
                continue
            said = story_date(date.value, where, context)
            if said is not None:
                first = False
                yield element(name, said)


def _address_of(scheme: str | None, path: str) -> str | None:
    if scheme is None:
        return None
    return (identifier(scheme) if matches("absolute IRI", scheme) else None) or in_our_namespace(path, scheme)


def _named(tag: str, name: str, *attributes: Attribute, spoken: str | None = None) -> list[str]:
    words = element("name", text(one_line(name)), ("xml:lang", spoken))
    return [start(tag, *attributes), f"  {words}", f"</{tag}>"]


# ── Descriptive ─────────────────────────────────────────────────────────────


def _descriptive(article: Article, labels: Labels, context: Context) -> Iterator[str]:
    head = article.head
    tag = language_tag(article.lang)
    if tag:
        yield empty("language", ("tag", tag))
    for genre in head.genres:
        yield from _concept("genre", genre, context)
    for keyword in head.keywords:
        if keyword.text.strip():
            yield element("keyword", text(one_line(keyword.text)))
    for subject in head.subjects:
        yield from _concept("subject", subject, context)
    for entity in head.entities:
        yield from _entity(entity)
    if head.slug and head.slug.text.strip():
        yield element("slugline", text(one_line(head.slug.text)), ("separator", head.slug.separator))
    yield from _headlines(head, labels)
    if head.dateline and has_words(head.dateline.content):
        yield element("dateline", labels.label(head.dateline.content, "head/dateline"))
    bylines = [byline for byline in head.bylines if has_words(byline.content)]
    for rank, byline in enumerate(bylines, 1):
        yield element("by", labels.label(byline.content, "head/byline"), ("rank", rank))
    if head.abstract:
        summaries = labels.paragraphs(head.abstract.blocks, "head/abstract")
        for rank, words in enumerate(summaries, 1):
            several = rank if len(summaries) > 1 else None
            yield element("description", words, ("role", "drol:summary"), ("rank", several))


def _concept(tag: str, concept: Subject | Genre, context: Context) -> list[str]:
    attributes = coded(concept)
    spoken = creator = None
    if isinstance(concept, Subject):
        spoken = language(concept.lang, "head/subject", context, "newsml", "Subject.lang")
        creator = identifier(concept.creator) if concept.creator else None
        if concept.creator and creator is None:
            not_carried(context, "head/subject", "Subject.creator", concept.creator, "newsml")
    if concept.name.strip():
        return _named(tag, concept.name, *attributes, ("creatoruri", creator), spoken=spoken)
    return [empty(tag, *attributes, ("creatoruri", creator))] if attributes else []


def _entity(entity: Entity) -> list[str]:
    attributes: tuple[Attribute, ...] = (("type", f"cpnat:{_NATURES[entity.kind]}"),)
    address = identifier(entity.uri) if entity.uri else None
    attributes += (("uri", address), ("literal", one_line(entity.uri) if entity.uri and not address else None))
    attributes += (("id", entity.id),)
    if entity.name.strip():
        return _named("subject", entity.name, *attributes)
    return [empty("subject", *attributes)] if entity.uri else []


def _headlines(head: Head, labels: Labels) -> Iterator[str]:
    for kind, rank in _HEADLINES.items():
        role = None if kind == "main" else in_our_namespace("headline", kind)
        for headline in head.headlines:
            if headline.kind == kind and has_words(headline.content):
                words = labels.label(headline.content, f"head/headline.{kind}")
                yield element("headline", words, ("roleuri", role), ("rank", rank))


# ── Extensions: what G2 has no property for, where nobody prints it ─────────


def _extensions(article: Article, options: NewsmlOptions, context: Context) -> Iterator[str]:
    for prop in article.head.properties:
        relation, value = in_our_namespace("rel", "property"), plain_text(prop.content)
        yield empty("contentMetaExtProperty", ("reluri", relation), ("literal", prop.name), ("value", value))
    for related in article.head.related:
        address = live(related.href) if related.href else None
        if address is not None and not address.startswith("#"):
            continue  # It is a link in itemMeta.
        if related.href:
            context.notice("link-as-text", "head/related", href=related.href)
        words = related.title if related.title.strip() else related.href or ""
        if words.strip():
            relation = in_our_namespace("rel", "related")
            yield empty("contentMetaExtProperty", ("reluri", relation), ("literal", related.rel), ("value", words))
    yield from _furniture(article, options, context)


def _furniture(article: Article, options: NewsmlOptions, context: Context) -> Iterator[str]:
    found = list(furniture_in(article.body))
    if not options.furniture:
        if found:
            context.notice("furniture-omitted", count=len(found), writer="newsml")
        return
    for block, place in found:
        value = "\n".join(plain_text(content) for content in texts_in(block.blocks, furniture=True))
        yield start("contentMetaExtProperty", ("reluri", in_our_namespace("rel", "furniture")), ("value", value))
        yield f"  <note>Page furniture {place} of the source; not part of the story.</note>"
        yield "</contentMetaExtProperty>"

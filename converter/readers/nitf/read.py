"""The document in order: head, body, and the article of them."""

from __future__ import annotations

from converter.conversion.identity import uuid_from
from converter.core.errors import UnreadableInput
from converter.model.article import Article
from converter.model.block import Heading
from converter.model.checks import matches
from converter.model.head import AltId, Head
from converter.model.words import plain_text
from converter.newsformats.furniture import put_back
from converter.newsformats.nitf_head import Reading, joined, with_entities
from converter.newsformats.sources import opened
from converter.readers.nitf.docdata import Docdata
from converter.readers.nitf.sniff import NITF
from converter.render.display_title import label
from converter.render.html_read import as_language, local, words_of
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.formats.records import Context, NoOptions
    from converter.model.head import Party

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KNOWN = frozenset(("version", "change.date", "change.time", "baselang", "lang", "schemaLocation", "xmlns"))


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article of an NITF document. Raises UnreadableInput for what is no XML or no NITF."""
    root = opened(source, context)
    if root.tag not in ("nitf", f"{{{NITF}}}nitf") and str(root.tag).lower() != "nitf":
        raise UnreadableInput(f"is XML, but no NITF: its root element is {str(root.tag)[:200]}")
    ids: set[str] = set()
    reading = Reading(context, ids)
    found = Docdata(reading.kept, ids)
    for part in root:
        if local(part) == "head":
            found.read(part)
    reading.read(root)
    for part in root:
        if local(part) not in ("head", "body", ""):
            reading.kept.keep(part, local(part))
    for name, value in root.attrib.items():
        if str(name).rpartition("}")[2] not in _KNOWN:
            reading.kept.say(f"@{str(name).rpartition('}')[2]}", str(value))
    version = found.version
    if version is None:
        context.notice("version-assumed", "version")
    revisions, ednotes = found.history(version or 1)
    head = joined(
        Head(
            headlines=tuple(found.headlines),
            slug=found.slug,
            parties=tuple(found.parties),
            rights=tuple(found.rights),
        ),
        reading.head,
    )
    head = head.replace(parties=tuple(_with_short_name(who, found.source) for who in head.parties))
    guid, altids = _identity(found, head, context)
    head = head.replace(
        dates=tuple(found.dates),
        urgency=found.urgency,
        genres=tuple(found.genres),
        subjects=tuple(found.subjects),
        keywords=tuple(found.keywords),
        entities=with_entities(found.entities, reading.text.entities),
        related=tuple(found.related),
        altids=(*found.altids, *altids),
        ednotes=tuple(ednotes),
        revisions=tuple(revisions),
    )
    body = reading.body
    headline = head.headline()
    words = " ".join(plain_text(headline.content).split()) if headline else None
    if len(body) == 1 and isinstance(body[0], Heading) and words_of(body) == words:
        body = ()  # A flash: its headline was its content.
    article = Article(
        put_back(body, found.furniture),
        head,
        guid=guid,
        version=version or 1,
        status=found.status,
        lang=_language(root),
        dir=found.dir,
    )
    title = found.title.removeprefix("WITHDRAWN: ")
    if title != label(article):
        reading.kept.say("head/title", title)
    reading.kept.tell(context)
    properties = (*found.properties, *reading.kept.properties)
    return article.replace(head=head.replace(properties=properties))


def _with_short_name(who: Party, source: str) -> Party:
    """Return a provider that is known by its address with the short name that its ids are registered by."""
    known = who.role != "provider" or who.uri is None or who.literal is not None or source in ("", who.name)
    return who if known else who.replace(literal=source)


def _identity(found: Docdata, head: Head, context: Context) -> tuple[str | None, list[AltId]]:
    """Return the guid; an id that is no IRI is kept beside the one that is made from it and the provider."""
    if not found.guid or matches("absolute IRI", found.guid):
        return found.guid or None, []
    kept = [AltId(one_spaced(found.guid))]
    provider = next((who.name for who in head.parties_in("provider")), found.source)
    if not provider:
        return None, kept
    made = uuid_from(f"{provider}\n{found.guid}".encode())
    context.notice("guid-made-from-id", "guid", guid=made, id=found.guid)
    return made, kept


def _language(root: _Element) -> str | None:
    body = next((part for part in root if local(part) == "body"), None)
    said = (body.get(_XML_LANG) if body is not None else None, root.get(_XML_LANG), root.get("baselang"))
    return next((lang for tag in said if (lang := as_language(tag))), None)

"""The story's metadata: rights, notes, words as printed, and concepts."""

from __future__ import annotations

import re

from converter.model.checks import matches
from converter.model.head import Party
from converter.model.inline import Mention
from converter.model.traversal import walk
from converter.model.words import has_words
from converter.newsformats.catalog import spelt_out
from converter.newsformats.life import UNSAID, is_withdrawn, present_revision
from converter.newsformats.losses import not_carried
from converter.newsformats.words import marks_in, shown, texts_in
from converter.render.links import identifier, live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Blocks
    from converter.model.head import Entity, Genre, Head, Subject
    from converter.model.inline import Inlines
    from converter.render.html_write import Xhtml

    Object = dict[str, object]

_HEADLINES = ("kicker", "main", "sub", "short", "other")
"""In the order in which a page shows them."""
_LISTS = {"person": "people", "organisation": "organisations", "place": "places", "event": "events"}
_XHTML = "application/xhtml+xml"


# ── Rights ──────────────────────────────────────────────────────────────────


def rights(article: Article, context: Context) -> Object:
    """Return holder, notice and terms; a term on data mining is one of the terms."""
    made: Object = {}
    if article.head.urgency:
        made["urgency"] = article.head.urgency.value
    holders = [who for who in article.head.parties_in("copyright-holder") if who.name.strip()]
    if holders:
        made["copyrightHolder"] = holders[0].name
        for who in holders[1:]:
            not_carried(context, "head/party.copyright-holder", "Party.copyright-holder", who.name, "ninjs")
    notices: list[str] = []
    terms: list[str] = []
    linked = None
    for right in article.head.rights:
        where = f"head/rights.{right.kind}"
        text = _plain(right.content, where, context).strip()
        address = live(right.href) if right.href else None
        if right.href and (address is None or address.startswith("#") or right.kind == "notice"):
            not_carried(context, where, "Rights.href", right.href, "ninjs")
        elif address:
            linked = linked or address
            terms.append(f"{text} {address}".strip())
            continue
        if text:
            (notices if right.kind == "notice" else terms).append(_plus(text) if right.kind == "data-mining" else text)
    for key, texts, field in (
        ("copyrightNotice", notices, "Rights.notice"),
        ("usageTerms", terms, "Rights.usage"),
    ):
        if texts:
            made[key] = _joined(texts, f"head/{field.lower()}", field, context)
    if linked:
        made["rightsInfo"] = {"linkedRights": linked}
    return made


def _plus(words: str) -> str:
    """Return the PLUS term for data mining that our two words mean; any other words stand as they are."""
    known = {"allowed": "DMI-ALLOWED", "prohibited": "DMI-PROHIBITED"}.get(words.lower())
    return f"http://ns.useplus.org/ldf/vocab/{known}" if known else words


def editors_note(article: Article, context: Context, *, withdrawn: bool) -> Object:
    """Return the desk's notes as the one that ninjs has; a correction or withdrawal always says something."""
    revision = present_revision(article)
    notes: list[str] = []
    if revision is not None and has_words(revision.note):
        notes.append(_plain(revision.note, "head/revision", context))
    notes += [_plain(note.content, "head/ednote", context) for note in article.head.ednotes if has_words(note.content)]
    kind = "withdrawal" if withdrawn else revision.kind if revision is not None and article.version > 1 else "created"
    if not notes and kind in UNSAID:
        context.notice("change-unexplained", "head/revision", kind=kind)
        notes.append(UNSAID[kind])
    _notice_history(article, context)
    notes = list(dict.fromkeys(notes))
    return {"edNote": _joined(notes, "head/ednote", "EdNote", context, "\n")} if notes else {}


def _notice_history(article: Article, context: Context) -> None:
    """Say what of the history has no place: its first time and its present entry have one."""
    present = present_revision(article)
    for revision in article.head.revisions:
        is_first = revision.version == 1 and revision.kind == "created" and not revision.note
        if revision is not present and not is_first:
            not_carried(context, "head/revision", "Revision", f"{revision.version} {revision.kind}", "ninjs")
    if present is not None and present.kind == "correction" and not is_withdrawn(article):
        context.notice(
            "value-folded", "head/revision", field="Revision.kind", value="correction", written="edNote", writer="ninjs"
        )


# ── Words ───────────────────────────────────────────────────────────────────


def words(article: Article, xhtml: Xhtml, context: Context) -> Object:
    """Return headlines, byline, slug, place and descriptions."""
    head = article.head
    made: Object = {}
    headlines = [
        value
        for kind in _HEADLINES
        for headline in head.headlines
        if headline.kind == kind
        for value in _worded({"role": kind}, headline.content, f"head/headline.{kind}", xhtml)
    ]
    if headlines:
        made["headlines"] = headlines
    bylines = [_plain(byline.content, "head/byline", context).strip() for byline in head.bylines]
    if bylines := [line for line in bylines if line]:
        made["by"] = _joined(bylines, "head/byline", "Byline", context)
    if head.slug and head.slug.text.strip():
        made["slugline"] = head.slug.text
    if head.dateline and head.dateline.place and head.dateline.place.strip():
        made["located"] = head.dateline.place
    descriptions = _summary(head.abstract.blocks, xhtml, context) if head.abstract else []
    if head.dateline:
        opening: Object = {"role": "dateline", "contentType": "text/plain"}
        descriptions += _worded(opening, head.dateline.content, "head/dateline", xhtml)
    if descriptions:
        made["descriptions"] = descriptions
    return made


def _worded(opening: Object, content: Inlines, where: str, xhtml: Xhtml) -> list[Object]:
    """Return the words as plain text and, if they have marks, once more as XHTML; none for a blank."""
    plain = shown(content)
    if not plain.strip():
        return []
    made = [_plain_value(opening, plain)]
    if marks_in(content):
        made.append({**opening, "contentType": _XHTML, "value": xhtml.inlines(content, where)})
    return made


def _plain_value(opening: Object, text: str) -> Object:
    """Return the value; text that speaks of markup is not said to be free of it, which receivers doubt."""
    if re.search(r"</(?:p|div|h[1-6]|section)>", text):
        opening = {key: value for key, value in opening.items() if key != "contentType"}
    return {**opening, "value": text}


def _summary(blocks: Blocks, xhtml: Xhtml, context: Context) -> list[Object]:
    texts = [text for content in texts_in(blocks) if (text := shown(content)).strip()]
    if not texts:
        return []
    opening: Object = {"role": "summary", "contentType": "text/plain"}
    made = [_plain_value(opening, "\n\n".join(texts))]
    lines = xhtml.body(blocks, where="head/abstract")
    if any(re.search(r"<(?!/?p>)", line) for line in lines):
        made.append({**opening, "contentType": _XHTML, "value": "".join(line.lstrip(" ") for line in lines)})
    return made


# ── Concepts ────────────────────────────────────────────────────────────────


def concepts(article: Article, context: Context) -> Object:
    """Return people, organisations, places, events, subjects, genres and sources."""
    head = article.head
    made: dict[str, list[Object]] = {}
    for role in ("creator", "contributor"):
        for who in head.parties_in(role):
            if known := _party(who, context):
                made.setdefault("people", []).append(_ordered(known, ("rel", role)))
    mentioned = _mentioned(article)
    for entity in head.entities:
        value = _entity(entity, mentioned, context)
        if value:
            made.setdefault(_LISTS[entity.kind], []).append(value)
    subjects = [*_subjects(head.subjects, context), *_keywords(head)]
    genres = [value for genre in head.genres if (value := _coded(genre, "head/genre", context))]
    return {
        **{key: made[key] for key in _LISTS.values() if key in made},
        **({"subjects": subjects} if subjects else {}),
        **({"genres": genres} if genres else {}),
        **sources(head, context),
    }


def _mentioned(article: Article) -> frozenset[str]:
    return frozenset(value.ref for value in walk(article) if isinstance(value, Mention) and value.ref)


def _party(who: Party, context: Context) -> Object:
    """Return name and identifiers: an address that is none of ours to write is a literal; none for a nameless one."""
    address = identifier(who.uri) if who.uri else None
    literal = who.literal
    if who.uri and address is None:
        if literal:
            not_carried(context, f"head/party.{who.role}", "Party.uri", who.uri, "ninjs")
        literal = literal or who.uri
    return _known(who.name, address, literal)


def _known(name: str, uri: str | None, literal: str | None) -> Object:
    pairs = (("name", name if name.strip() else None), ("uri", uri), ("literal", literal or None))
    return {key: value for key, value in pairs if value}


def _ordered(known: Object, *more: tuple[str, object]) -> Object:
    """Return the object with `more` after its name."""
    name = {"name": known["name"]} if "name" in known else {}
    return {**name, **dict(more), **{key: value for key, value in known.items() if key != "name"}}


def _entity(entity: Entity, mentioned: frozenset[str], context: Context) -> Object:
    """Return the object; its `id` is the literal that mentions in the body name it by."""
    where = "head/entity"
    address = identifier(entity.uri) if entity.uri else None
    if entity.uri and address is None:
        not_carried(context, where, "Entity.uri", entity.uri, "ninjs")
    if entity.id and entity.id not in mentioned:
        not_carried(context, where, "Entity.id", entity.id, "ninjs")
    known = _known(entity.name, address, entity.id if entity.id in mentioned else None)
    return _ordered(known, ("rel", "about")) if known else {}


def _subjects(subjects: Iterable[Subject], context: Context) -> list[Object]:
    made = []
    for subject in subjects:
        value = _coded(subject, "head/subject", context)
        if not value:
            continue
        more = {"creator": subject.creator} if subject.creator else {}
        made.append({**_ordered(value, ("rel", "about")), **more})
    return made


def _keywords(head: Head) -> list[Object]:
    return [{"name": keyword.text, "rel": "keyword"} for keyword in head.keywords if keyword.text.strip()]


def _coded(concept: Subject | Genre, where: str, context: Context) -> Object:
    """Return name and identifier: the address of a code whose scheme has one, else a literal."""
    code, scheme = concept.code, concept.scheme
    address = None
    if code is not None and scheme is not None and " " not in code:
        if scheme != "medtop" or re.fullmatch(r"[0-9]{8}", code):
            address = spelt_out(scheme, code)
        if address is None and matches("absolute IRI", scheme):
            address = scheme + code
        address = identifier(address) if address else None
    literal = None
    if code is not None and address is None:
        literal = f"{scheme}:{code}" if scheme else code
    elif code is None and scheme is not None:
        not_carried(context, where, f"{type(concept).__name__}.scheme", scheme, "ninjs")
    return _known(concept.name, address, literal)


def sources(head: Head, context: Context) -> Object:
    """Return who sends the record and where its information comes from."""
    providers = list(head.parties_in("provider"))
    if not providers and context.record.provider:
        providers = [Party(context.record.provider, "provider")]
    made = []
    for role, parties in (("provider", providers), ("source", head.parties_in("source"))):
        for who in parties:
            if known := _party(who, context):
                made.append(_ordered(known, ("role", role)))
    return {"infoSources": made} if made else {}


# ── What is folded ──────────────────────────────────────────────────────────


def _plain(content: Inlines, where: str, context: Context) -> str:
    if count := marks_in(content):
        context.notice("markup-folded", where, count=count, writer="ninjs")
    return shown(content)


def _joined(texts: list[str], where: str, field: str, context: Context, by: str = " ") -> str:
    if len(texts) > 1:
        context.notice("values-joined", where, count=len(texts), field=field, writer="ninjs")
    return by.join(texts)

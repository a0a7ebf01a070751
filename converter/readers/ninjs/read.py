"""The object in order: record, rights, words, concepts, body, related stories; then the article of them."""

from __future__ import annotations

import re

from converter.conversion.identity import uuid_from
from converter.core.errors import UnreadableInput
from converter.io.json import parse_json
from converter.model.article import Article
from converter.model.checks import matches
from converter.model.head import (
    Abstract,
    AltId,
    Byline,
    Date,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Head,
    Headline,
    Keyword,
    Party,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import Mention, inlines
from converter.model.traversal import walk
from converter.model.words import has_words, plain_text
from converter.newsformats.catalog import shortened
from converter.newsformats.kept import Kept
from converter.newsformats.nitf_head import joined, with_entities
from converter.newsformats.roles import headline_kind
from converter.readers.ninjs.bodies import Body, Text, figure, renditions, texts
from converter.readers.ninjs.fields import Fields, as_iri, as_text
from converter.render.display_title import label
from converter.render.html_read import as_count, as_language
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.formats.records import Context, NoOptions
    from converter.model.block import Block

_KINDS: dict[str, Any] = {"people": "person", "organisations": "organisation", "places": "place", "events": "event"}
_OLD = {"people": "person", "organisations": "organisation", "places": "place", "events": "event"}
_PLUS = r"http://ns\.useplus\.org/ldf/vocab/DMI-[A-Z\-]+"
_GENERIC = ("", "text", "richtext", "plain", "html", "xhtml", "main", "simple")
"""Roles that say how a text is written, not what it is."""
_PICTURES = ("picture", "graphic", "video", "audio")


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article of a ninjs object.

    Raises UnreadableInput for what is no JSON, is JSON of another kind, or
    says one thing twice.
    """
    value = parse_json(source, context.limits)
    if not isinstance(value, dict):
        raise UnreadableInput(
            f"is JSON, but no ninjs: {'an array' if isinstance(value, list) else 'no object'}",
            hint="records of another kind are read from a .jsonl, one a line",
        )
    if not any(key.lower() in ("uri", "bodies", "headlines", "headline", "versioncreated") for key in value):
        raise UnreadableInput(
            "is JSON, but no ninjs: it has neither uri nor headline nor body",
            hint="a record of another kind is read from a .jsonl, one a line",
        )
    return _Reading(Fields(value), context).article()


class _Reading:
    """One object on its way to an article."""

    def __init__(self, item: Fields, context: Context) -> None:
        self._item = item
        self._context = context
        self._kept = Kept("ninjs")
        self._ids: set[str] = set()
        self._lang = as_language(item.text("language"))
        self._body = Body(context, self._lang, self._ids)

    def article(self) -> Article:
        """Return the article."""
        item = self._item
        self._standard()
        version, altids = self._version()
        status: Any = item.text("pubStatus")
        if status not in ("usable", "withheld", "canceled"):
            self._kept.say("pubStatus", status)
            status = "usable"
        body = list(self._body.best(texts(item, "bodies", "body")))
        mentioned = {value.ref for value in walk(tuple(body)) if isinstance(value, Mention) and value.ref}
        parties, entities = self._people(mentioned)
        subjects, keywords = self._subjects()
        rights, holders = self._rights()
        revisions, ednotes = self._history(version, status)
        title = item.text("title").removeprefix("WITHDRAWN: ")
        head = Head(
            headlines=tuple(self._headlines()),
            bylines=tuple(self._bylines()),
            parties=(*self._sources("provider"), *parties, *self._other_sources, *holders),
            rights=tuple(rights),
            dates=tuple(self._dates()),
            urgency=self._urgency(),
            genres=tuple(self._genres()),
            subjects=tuple(subjects),
            keywords=tuple(keywords),
            slug=Slug(slug) if (slug := item.text("slugline")) else None,
            altids=tuple(altids),
            ednotes=tuple(ednotes),
            revisions=tuple(revisions),
        )
        abstract, dateline, captions = self._descriptions()
        media, whole = renditions(item)
        if whole is not None:
            self._kept.say("renditions", as_text(whole))
        if media:
            body.insert(0, figure(media, captions.pop(0) if captions else (), ""))
        body += (figure((), caption, "") for caption in captions)
        related, pictures = self._associations()
        body += pictures
        head = head.replace(
            abstract=Abstract(tuple(abstract)) if abstract else None,
            dateline=dateline,
            entities=with_entities(entities, self._body.entities),
            related=tuple(related),
        )
        head = joined(head, self._body.head)
        guid, more = self._identity(head)
        head = head.replace(altids=(*head.altids, *more, *self._altids()))
        article = Article(
            self._body.without_title(tuple(body), head),
            head,
            guid=guid,
            version=version,
            status=status,
            lang=self._lang,
            dir=self._body.dir,
        )
        if title != label(article):
            self._kept.say("title", title)
        item.keep(self._kept, "")
        if item.replaced:
            self._context.notice("character-replaced", count=item.replaced, writer="the head")
        self._kept.tell(self._context)
        return article.replace(head=head.replace(properties=(*self._body.properties, *self._kept.properties)))

    # ── The record ──────────────────────────────────────────────────────────

    def _standard(self) -> None:
        """Pass over what only says that this is ninjs."""
        for name in ("standard", "$standard", "$schema"):
            self._item.take(name)
        for name, usual in (("type", "text"), ("profile", "article"), ("representationType", "full")):
            if (said := self._item.text(name)) != usual:
                self._kept.say(name, said)

    def _version(self) -> tuple[int, list[AltId]]:
        said = self._item.text("version").strip()
        version = as_count(said, 1)
        if version is None:
            self._context.notice("version-assumed", "version")
            return 1, [AltId(said, "version")] if said else []
        return version, []

    def _identity(self, head: Head) -> tuple[str | None, list[AltId]]:
        said = self._item.text("uri").strip()
        if not said or as_iri(said):
            return as_iri(said), []
        kept = [AltId(one_spaced(said))]
        provider = next((who.name for who in head.parties_in("provider")), None)
        if provider is None:
            return None, kept
        made = uuid_from(f"{provider}\n{said}".encode())
        self._context.notice("guid-made-from-id", "guid", guid=made, id=said)
        return made, kept

    def _altids(self) -> list[AltId]:
        """Return the other identifiers: in a list by role, or an object of names (1.x)."""
        found = self._item.take("altIds")
        made = []
        if isinstance(found, dict):
            found = [{"role": key, "value": value} for key, value in found.items()]
        for each in found if isinstance(found, list) else []:
            if isinstance(each, dict) and isinstance(each.get("value"), str):
                role = self._item.held(str(each.get("role") or ""))
                value = self._item.held(each["value"])
                made.append(AltId(value, role if matches("token", role) else None))
            else:
                self._kept.say("altIds", as_text(each))
        return made

    def _time(self, *names: str) -> str | None:
        said = self._item.text(*names).strip()
        if said and not matches("date", said):
            self._kept.say(names[0], said)
            return None
        return said or None

    def _history(self, version: int, status: str) -> tuple[list[Revision], list[EdNote]]:
        """Return the history as far as an object says it; ninjs does not tell a correction from an update."""
        first, created = self._time("firstCreated"), self._time("versionCreated")
        notes = [line for line in self._item.text("edNote").split("\n") if line.strip()]
        kind: Any = "withdrawal" if status == "canceled" else "created" if version == 1 else "update"
        note = inlines(notes.pop(0)) if notes and kind == "withdrawal" else ()
        made = []
        if first and (version > 1 or kind == "withdrawal" or first != created):
            made.append(Revision(1, first, "created"))
        if not (version == 1 and kind == "created" and made) and (created or kind != "created"):
            made.append(Revision(version, created, kind, note))
        return made, [EdNote(inlines(line)) for line in notes]

    def _dates(self) -> list[Date]:
        made = []
        if created := self._time("contentCreated"):
            made.append(Date("created", created))
        if said := self._item.text("embargoedUntil", "embargoed").strip():
            # One that is not understood holds until further notice: it must not run out unread.
            is_understood = matches("date", said)
            if not is_understood:
                self._kept.say("embargoedUntil", said)
            made.append(Date("embargoed", said if is_understood else None))
        return made

    def _urgency(self) -> Urgency | None:
        said = self._item.text("urgency")
        value = as_count(said, 1, 9)
        if value is None:
            self._kept.say("urgency", said)
        return Urgency(value) if value else None

    # ── Words ───────────────────────────────────────────────────────────────

    def _headlines(self) -> list[Headline]:
        found = texts(self._item, "headlines", "headline")
        if lone := self._item.text("headline"):
            found.insert(0, Text("main", "plain", lone))
        made: list[Headline] = []
        for text in found:
            content = self._body.line(text)
            first = not any(each.kind == "main" for each in made)
            kind: Any = headline_kind(text.role) if text.role else "main" if first else "other"
            same = next((each for each in made if each.kind == kind and _same(each.content, content)), None)
            if same is not None:  # The same once more, with its marks.
                made[made.index(same)] = same.replace(content=content) if text.kind != "plain" else same
            elif has_words(content):
                made.append(Headline(content, kind))
        return made

    def _bylines(self) -> list[Byline]:
        line = self._item.text("by", "byline")
        return [Byline(inlines(line))] if line.strip() else []

    def _descriptions(self) -> tuple[list[Block], Dateline | None, list[Any]]:
        """Return the summary, the dateline, and the captions of pictures; a description of another role is kept."""
        summary: list[Block] = []
        dateline: Dateline | None = None
        captions: list[Any] = []
        for text in texts(self._item, "descriptions", "description"):
            role = text.role.lower()
            if role == "dateline":
                content = self._body.line(text)
                if dateline is None or (text.kind != "plain" and _same(dateline.content, content)):
                    dateline = Dateline(content)
                    continue
            elif role == "caption" or (role in _GENERIC and self._item.has("renditions")):
                line = self._body.line(text)
                if not any(_same(line, other) for other in captions):
                    captions.append(line)
                continue
            elif role in _GENERIC or role in ("summary", "lead", "abstract"):
                blocks = list(self._body.blocks(text))
                if not _same(tuple(summary), tuple(blocks)):
                    summary += blocks
                elif text.kind != "plain":
                    summary = blocks
                continue
            self._kept.say(f"descriptions/{text.role or 'description'}", text.value)
        located = self._item.text("located")
        if located and dateline is not None:
            dateline = dateline.replace(place=located)
        else:
            self._kept.say("located", located)
        return summary, dateline, captions

    # ── Rights ──────────────────────────────────────────────────────────────

    def _rights(self) -> tuple[list[Rights], list[Party]]:
        item = self._item
        made: list[Rights] = []
        if notice := item.text("copyrightNotice"):
            made.append(Rights(inlines(notice)))
        linked = ""
        info = item.take("rightsInfo")
        if isinstance(info, dict):
            linked = info.pop("linkedRights", None) or info.pop("linkedrights", None) or ""
            linked = item.held(linked) if isinstance(linked, str) else ""
        if info:
            self._kept.say("rightsInfo", as_text(info))
        words = item.text("usageTerms")
        terms = re.findall(_PLUS, words)
        words = one_spaced(re.sub(_PLUS, "", words))
        if linked and linked in words:
            words = one_spaced(words.replace(linked, "", 1))
        if words or linked:
            made.append(Rights(inlines(words), "usage", href=linked or None))
        made += (Rights(inlines(term), "data-mining") for term in terms)
        holder = item.text("copyrightHolder")
        return made, [Party(holder, "copyright-holder")] if holder.strip() else []

    # ── Concepts ────────────────────────────────────────────────────────────

    def _people(self, mentioned: set[str]) -> tuple[list[Party], list[Entity]]:
        parties: list[Party] = []
        entities: list[Entity] = []
        for key, kind in _KINDS.items():
            for each in self._item.objects(key, _OLD[key]):
                rel = each.text("rel")
                name, uri, literal = self._known(each)
                if rel in ("creator", "contributor"):
                    role: Any = rel
                    parties.append(Party(name, role, uri=uri, literal=literal or None))
                else:
                    known = literal if literal in mentioned and literal not in self._ids else None
                    if known:
                        self._ids.add(known)
                    elif literal:
                        self._kept.say(f"{key}/literal", literal)
                    if rel not in ("", "about", "mentions"):
                        self._kept.say(f"{key}/rel", rel)
                    if name or uri:
                        entities.append(Entity(name or (uri or ""), kind, uri, known))
                each.keep(self._kept, f"{key}/")
                self._item.replaced += each.replaced
        return parties, entities

    def _known(self, each: Fields) -> tuple[str, str | None, str]:
        """Return name, address and literal; a scheme and a code (1.x) are an address when the scheme is one."""
        name, address, literal = each.text("name"), each.text("uri"), each.text("literal")
        scheme, code = each.text("scheme"), each.text("code")
        if not address and code:
            address = scheme + code if as_iri(scheme) else code if as_iri(code) else ""
            literal = literal or ("" if address else f"{scheme}:{code}" if scheme else code)
        uri = as_iri(address)
        return name, uri, literal or (address if uri is None else "")

    def _coded(self, each: Fields) -> tuple[str, str | None, str | None]:
        """Return name, code and scheme of a concept."""
        name, address, literal = self._known(each)
        if address:
            known = shortened(address)
            if known:
                return name, known[1], known[0]
            found = re.fullmatch(r"(.*[/#:])([^/#:\s]+)", address)
            return (name, found[2], found[1]) if found else (name, address, None)
        scheme, _, code = literal.partition(":")
        if matches("token", scheme) and matches("token", code):
            return name, code, scheme
        return name, literal if matches("token", literal) else None, None

    def _subjects(self) -> tuple[list[Subject], list[Keyword]]:
        subjects: list[Subject] = []
        keywords: list[Keyword] = []
        for each in self._item.objects("subjects", "subject"):
            rel = each.text("rel")
            creator = each.text("creator")
            name, code, scheme = self._coded(each)
            if rel == "keyword" and code is None:
                keywords.append(Keyword(name))
            elif name or code:
                subjects.append(Subject(name, code, scheme, creator=creator or None))
                if rel not in ("", "about"):
                    self._kept.say("subjects/rel", rel)
            each.keep(self._kept, "subjects/")
            self._item.replaced += each.replaced
        return subjects, keywords

    def _genres(self) -> list[Genre]:
        made = []
        for each in self._item.objects("genres", "genre"):
            name, code, scheme = self._coded(each)
            if name or code:
                made.append(Genre(name, code, scheme))
            each.keep(self._kept, "genres/")
        return made

    def _sources(self, role: str) -> list[Party]:
        """Return the providers; the other sources are put by, as the item names them together."""
        providers: list[Party] = []
        self._other_sources: list[Party] = []
        for each in self._item.objects("infoSources", "infosource"):
            said = each.text("role", "rel")
            name, uri, literal = self._known(each)
            kind: Any = "provider" if said == role else "source"
            if name or uri or literal:
                literal = "" if literal == name else literal
                who = Party(name or literal, kind, uri=uri, literal=literal if name and literal else None)
                (providers if kind == "provider" else self._other_sources).append(who)
            if said not in ("provider", "source", ""):
                self._kept.say("infoSources/role", said)
            each.keep(self._kept, "infoSources/")
        return providers

    # ── Other objects ───────────────────────────────────────────────────────

    def _associations(self) -> tuple[list[Related], list[Block]]:
        """Return related stories and pictures; 1.x has them by name, later versions in a list."""
        found = self._item.take("associations")
        if isinstance(found, dict):
            found = [{"name": key, **each} for key, each in found.items() if isinstance(each, dict)]
        related: list[Related] = []
        pictures: list[Block] = []
        for value in found if isinstance(found, list) else []:
            if not isinstance(value, dict):
                self._kept.say("associations", as_text(value))
                continue
            each = Fields(value)
            media = renditions(each)[0] if each.text("type") in _PICTURES else ()
            name, rel, address = each.text("name"), each.text("rel"), each.text("uri")
            if media:
                captions = texts(each, "descriptions", "description")
                caption = self._body.line(captions[0]) if captions else inlines(each.text("headline"))
                pictures.append(figure(media, caption, each.text("byline", "by")))
                if each.rest() or rel or name or address:
                    self._kept.say("associations", as_text(value))
                continue
            title = "" if name == address else name
            relation = rel if rel and matches("token", rel) else "seeAlso"
            related.append(Related(title, address or None, relation))
            if each.rest() or value.get("type") or value.get("renditions"):
                self._kept.say("associations", as_text(value))
            self._item.replaced += each.replaced
        return related, pictures


def _same(first: object, second: object) -> bool:
    words = re.sub(r"\s+", "", plain_text(first))
    return bool(words) and words == re.sub(r"\s+", "", plain_text(second))

"""`head` of NITF: what the record is, when, what the story is about, and what our writer keeps in `meta`."""

from __future__ import annotations

import re

from converter.model.block import Furniture, Paragraph
from converter.model.checks import matches
from converter.model.head import (
    AltId,
    Date,
    EdNote,
    Entity,
    Genre,
    Headline,
    Keyword,
    Party,
    Property,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.newsformats.dates import extended
from converter.newsformats.furniture import Placed
from converter.newsformats.kept import leftover
from converter.newsformats.named import and_address, and_name, terms_of
from converter.newsformats.nitf_text import ENTITIES, address_of, identified
from converter.render.html_read import as_count, local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.newsformats.kept import Kept

_STATES = ("usable", "withheld", "canceled")
_REVISION = r"(\d{1,18}): (created|update|correction|withdrawal)(?:: (.*))?"


class Docdata:
    """What `head` says, field by field."""

    def __init__(self, kept: Kept, ids: set[str]) -> None:
        self._kept = kept
        self._ids = ids
        self.title = ""
        self.guid = ""
        self.source = ""
        self.version: int | None = None
        self.status: Any = "usable"
        self.dir: Any = None
        self.headlines: list[Headline] = []
        self.slug: Slug | None = None
        self.parties: list[Party] = []
        self.rights: list[Rights] = []
        self.dates: list[Date] = []
        self.urgency: Urgency | None = None
        self.genres: list[Genre] = []
        self.subjects: list[Subject] = []
        self.keywords: list[Keyword] = []
        self.entities: list[Entity] = []
        self.related: list[Related] = []
        self.altids: list[AltId] = []
        self.notes: list[str] = []
        self.correction = ""
        self.revisions: list[Revision] = []
        self.properties: list[Property] = []
        self.furniture: list[Placed] = []

    def read(self, head: _Element) -> None:
        """Take what `head` says; what has no field is kept."""
        for element in head:
            name = local(element)
            match name:
                case "title" if not self.title:
                    self.title = one_spaced(text_in(element))
                case "meta":
                    self._meta(element)
                case "tobject":
                    self._topics(element)
                case "docdata":
                    self._docdata(element)
                case "revision-history":
                    self._revision(element)
                case _ if name:
                    self._kept.keep(element, f"head/{name}")

    # ── What our writer keeps in `meta` ─────────────────────────────────────

    def _meta(self, element: _Element) -> None:
        name = element.get("name") or element.get("http-equiv") or ""
        content = element.get("content") or ""
        first, _, more = name.partition(".")
        match first:
            case "furniture":
                blocks = tuple(Paragraph(inlines(line)) for line in content.split("\n"))
                self.furniture.append(Placed(Furniture(blocks, "unknown"), ""))
            case "dir" if content in ("ltr", "rtl"):
                self.dir = content
            case "dataMining":
                self.rights.append(Rights(inlines(content), "data-mining"))
            case "contentCreated" | "contentModified" if matches("date", content):
                self.dates.append(Date("created" if first == "contentCreated" else "modified", content))
            case "infoSource" | "creator" | "contributor":
                role: Any = "source" if first == "infoSource" else first
                words, address = and_address(content)
                known = address if address and matches("absolute IRI", address) else None
                self.parties.append(Party(words if known or not address else content, role, uri=known))
            case "related":
                words, address = and_address(content)
                self.related.append(Related(words, address, more or "seeAlso"))
            case "altid":
                scheme, value = and_name(content)
                self.altids.append(AltId(value, scheme))
            case "property":
                key, words = and_name(content)
                if key is not None:
                    self.properties.append(Property(key, inlines(words)))
                else:
                    self._kept.say("head/meta/property", content)
            case "headline" if more in ("sub", "kicker", "short", "other"):
                kind: Any = more
                self.headlines.append(Headline(inlines(content), kind))
            case _:
                self._kept.say(f"head/meta/{name or 'unnamed'}", content)

    # ── Topics ──────────────────────────────────────────────────────────────

    def _topics(self, element: _Element) -> None:
        if element.get("tobject.type") not in (None, "news"):
            self._kept.say("head/tobject", element.get("tobject.type") or "")
        for topic in element:
            name = local(topic)
            if name == "tobject.property" and topic.get("tobject.property.type"):
                self.genres.append(Genre(topic.get("tobject.property.type") or ""))
            elif name == "tobject.subject":
                self._subject(topic)
            elif name:
                self._kept.keep(topic, f"head/{name}")

    def _subject(self, topic: _Element) -> None:
        """Take a topic by its most particular name; the old codes of IPTC are no Media Topics."""
        said = {str(key).rpartition(".")[2]: str(value) for key, value in topic.attrib.items()}
        code, source = said.get("refnum") or None, said.get("ipr") or None
        scheme = "subj" if source and source.upper() == "IPTC" else source
        names = [said[part] for part in ("detail", "matter", "type") if said.get(part, "").strip()]
        usable = code is not None and matches("token", code)
        self.subjects.append(
            Subject(
                names[0] if names else "",
                code if usable else None,
                scheme if usable and scheme and matches("token", scheme) else None,
            )
        )
        if len(names) > 1 or said.get("code") or not usable:
            self._kept.keep(topic, "head/tobject.subject")

    # ── The record ──────────────────────────────────────────────────────────

    def _docdata(self, element: _Element) -> None:
        status = (element.get("management-status") or "").strip()
        if status in _STATES:
            self.status = status
        elif status not in ("", "embargoed"):
            self._kept.say("head/docdata/management-status", status)
        for name in ("management-doc-idref", "management-idref-status"):
            self._kept.say(f"head/docdata/{name}", element.get(name) or "")
        released = False
        for field in element:
            name = local(field)
            released = released or name == "date.release"
            if name and not self._field(name, field):
                self._kept.keep(field, f"head/docdata/{name}")
        if status == "embargoed" and not released:
            self.dates.append(Date("embargoed", None))

    def _field(self, name: str, element: _Element) -> bool:
        """Return whether an element of `docdata` has its place in the article, whole."""
        match name:
            case "correction":
                self.correction = self.correction or (element.get("info") or "")
                same = element.get("id-string") in (None, self.guid) or not self.guid
                return same and bool(element.get("info"))
            case "doc-id":
                if self.guid or not element.get("id-string"):
                    return False
                self.guid = (element.get("id-string") or "").strip()
                self.source = (element.get("regsrc") or "").strip()
            case "urgency":
                value = as_count(element.get("ed-urg"), 1, 9)
                if value is None or self.urgency:
                    return False
                self.urgency = Urgency(value)
            case "date.issue" | "date.release":
                return self._date("published" if name == "date.issue" else "embargoed", element)
            case "ed-msg":
                self.notes.append(element.get("info") or "")
                return element.get("msg-type") in (None, "ednote") and bool(element.get("info"))
            case "du-key":
                return self._key(element)
            case "doc.copyright":
                if element.get("holder"):
                    self.parties.append(Party(element.get("holder") or "", "copyright-holder"))
                return not element.get("year") and bool(element.get("holder"))
            case "doc.rights":
                return self._terms(element)
            case "key-list":
                self.keywords += (Keyword(key) for word in element if (key := word.get("key") or ""))
                return all(local(word) in ("keyword", "") for word in element)
            case "identified-content":
                for each in element:
                    self._entity(each)
            case _:
                return False
        return True

    def _date(self, kind: Any, element: _Element) -> bool:
        norm = element.get("norm")
        value = extended(norm) if norm else None
        if value is None and kind != "embargoed":
            return False
        # An embargo that is not understood holds until further notice: it must not run out unread.
        self.dates.append(Date(kind, value))
        return value is not None or not norm

    def _key(self, element: _Element) -> bool:
        version = (element.get("version") or "").strip()
        self.version = as_count(version, 1)
        if version and self.version is None:
            self.altids.append(AltId(version, "version"))
        if element.get("key") and self.slug is None:
            self.slug = Slug(element.get("key") or "")
        return not leftover(element, frozenset(("key", "version", "id")))

    def _terms(self, element: _Element) -> bool:
        words = element.get("limitations") or ""
        if words.strip():
            said, address = terms_of(words)
            self.rights.append(Rights(inlines(said), "usage", href=address))
        return not leftover(element, frozenset(("owner", "limitations")))

    def _entity(self, element: _Element) -> None:
        name = local(element)
        words = one_spaced(text_in(element))
        source, value = identified(element)
        address = address_of(source, value)
        if name not in ENTITIES or not (words or address):
            if name:
                self._kept.keep(element, f"head/identified-content/{name}")
            return
        mark = element.get("id")
        known = mark if mark and matches("id", mark) and mark not in self._ids else None
        if known:
            self._ids.add(known)
        self.entities.append(Entity(words, ENTITIES[name], address, known))
        plain = frozenset(("id", "idsrc", "value", "location-code", "code-source"))
        if (value and address is None) or leftover(element, plain):
            self._kept.keep(element, f"head/identified-content/{name}")

    def _revision(self, element: _Element) -> None:
        """Take an entry of the history as our writer has it; any other is kept."""
        found = re.fullmatch(_REVISION, element.get("comment") or "", re.DOTALL)
        norm = element.get("norm")
        time = extended(norm) if norm else None
        if found is None or (norm and time is None) or not int(found[1]) > 0:
            self._kept.keep(element, "head/revision-history")
            return
        kind: Any = found[2]
        self.revisions.append(Revision(int(found[1]), time, kind, inlines(found[3] or "")))

    def history(self, version: int) -> tuple[list[Revision], list[EdNote]]:
        """Return the revisions, and the desk's notes that are not about this version."""
        present = next((each for each in reversed(self.revisions) if each.version == version), None)
        revisions, notes = list(self.revisions), list(dict.fromkeys(filter(str.strip, self.notes)))
        if present is None and (version > 1 or self.correction):
            kind: Any = "correction" if self.correction else "update"
            present = Revision(version, None, "withdrawal" if self.status == "canceled" else kind)
            revisions.append(present)
        said = plain_text(present.note) if present else ""
        if present and not said and (self.correction or present.kind == "withdrawal"):
            said = self.correction or (notes[0] if notes else "")
            revisions[revisions.index(present)] = present.replace(note=inlines(said))
        return revisions, [EdNote(inlines(note)) for note in notes if note != said]

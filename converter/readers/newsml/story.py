"""`contentMeta`: what the story says of itself."""

from __future__ import annotations

import re

from converter.model.block import Furniture, Paragraph
from converter.model.checks import matches
from converter.model.head import (
    AltId,
    Byline,
    Date,
    Dateline,
    Entity,
    Genre,
    Headline,
    Keyword,
    Property,
    Related,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import inlines
from converter.model.words import has_words, plain_text
from converter.newsformats.furniture import Placed
from converter.newsformats.kept import leftover
from converter.newsformats.roles import headline_kind
from converter.readers.newsml.codes import OURS, ours
from converter.readers.newsml.labels import label
from converter.readers.newsml.parties import identifiers, name_of, party
from converter.readers.newsml.record import etree_name
from converter.render.html_read import as_count, as_language, local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.model.head import Party
    from converter.model.inline import Inlines
    from converter.newsformats.kept import Kept
    from converter.readers.newsml.codes import Codes

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NATURES: dict[str, Any] = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "geoArea": "place",
    "poi": "place",
    "event": "event",
}
_WORDS = frozenset(("a", "inline", "span", "ruby", "br"))
_LABELLED = frozenset(("rank", "lang", "dir"))


class Story:
    """What `contentMeta` says, field by field."""

    def __init__(self, lang: str | None, ids: set[str]) -> None:
        self.lang = lang
        self._ids = ids
        self.language: str | None = None
        self.headlines: list[Headline] = []
        self.bylines: list[Byline] = []
        self.dateline: Dateline | None = None
        self.abstract: list[Paragraph] = []
        self.captions: list[Inlines] = []
        self.credit: Inlines = ()
        self.slug: Slug | None = None
        self.parties: list[Party] = []
        self.dates: list[Date] = []
        self.urgency: Urgency | None = None
        self.genres: list[Genre] = []
        self.subjects: list[Subject] = []
        self.keywords: list[Keyword] = []
        self.entities: list[Entity] = []
        self.altids: list[AltId] = []
        self.properties: list[Property] = []
        self.related: list[Related] = []
        self.furniture: list[Placed] = []
        self._located: list[_Element] = []

    def read(self, meta: _Element, codes: Codes, kept: Kept) -> None:
        """Take what `contentMeta` says; what has no field is kept."""
        for element in meta:
            name = etree_name(element)
            if name and not self._take(name, element, codes):
                kept.keep(element, f"contentMeta/{name}")
        self._place(kept)

    def _take(self, name: str, element: _Element, codes: Codes) -> bool:
        """Return whether the element has its place in the article, whole."""
        match name:
            case "urgency":
                value = as_count(text_in(element), 1, 9)
                if value is None or self.urgency:
                    return False
                self.urgency = Urgency(value)
            case "contentCreated" | "contentModified":
                value_text = "".join(text_in(element).split())
                if not matches("date", value_text):
                    return False
                self.dates.append(Date("created" if name == "contentCreated" else "modified", value_text))
            case "located":
                self._located.append(element)
            case "infoSource" | "creator" | "contributor":
                who, more = party(element, "source" if name == "infoSource" else name, codes)
                self.parties += [who] if who else []
                return who is not None and not more
            case "altId":
                return self._altid(element, codes)
            case "language":
                if self.language is not None or not as_language(element.get("tag")):
                    return False
                self.language = as_language(element.get("tag"))
                return not leftover(element, frozenset(("tag",)))
            case "genre":
                return self._genre(element, codes)
            case "keyword":
                self.keywords.append(Keyword(one_spaced(text_in(element))))
                return not leftover(element, frozenset(("rank",)))
            case "subject":
                return self.subject(element, codes)
            case "slugline":
                if self.slug is not None:
                    return False
                self.slug = Slug(one_spaced(text_in(element)), element.get("separator"))
                return not leftover(element, frozenset(("separator", "rank", "lang", "dir")))
            case "headline":
                return self._headline(element, codes)
            case "dateline":
                if self.dateline is not None:
                    return False
                self.dateline = Dateline(label(element))
                return not leftover(element, _LABELLED, _WORDS)
            case "by":
                self.bylines.append(Byline(label(element)))
                return not leftover(element, _LABELLED, _WORDS)
            case "creditline":
                if self.credit:
                    return False
                self.credit = label(element)
            case "description":
                return self._description(element, codes)
            case "contentMetaExtProperty":
                return self._extension(element)
            case _:
                return False
        return True

    # ── Words ───────────────────────────────────────────────────────────────

    def _headline(self, element: _Element, codes: Codes) -> bool:
        content = label(element)
        if not has_words(content):
            return True
        spoken = as_language(element.get(_XML_LANG))
        kind: Any = ours(element.get("roleuri"), "headline")
        known = kind in ("sub", "kicker", "short", "other")
        if not known and not element.get("role") and not element.get("roleuri"):
            # One in another language than the first is another headline, not a second main one.
            known = not any(each.kind == "main" for each in self.headlines) or spoken in (None, self.lang)
            kind = "main" if known else "other"
        if not known:
            field = codes.field_of(element)
            known = field is not None and field.startswith("headline.")
            found = codes.split(element, "role")
            kind = (field or "").partition(".")[2] if known else headline_kind(found[1] if found else "")
        self.headlines.append(Headline(content, kind))
        return known and not leftover(element, _LABELLED | {"role", "roleuri"}, _WORDS)

    def _description(self, element: _Element, codes: Codes) -> bool:
        content = label(element)
        if not has_words(content):
            return True
        role, field = codes.split(element, "role"), codes.field_of(element)
        if role == ("drol", "caption") or field == "caption":
            self.captions.append(content)
        elif role is None or role == ("drol", "summary") or field == "abstract":
            self.abstract.append(Paragraph(content))
        else:
            return False
        return not leftover(element, _LABELLED | {"role", "roleuri"}, _WORDS)

    def _place(self, kept: Kept) -> None:
        """Give the dateline its place, when it names what the story is located at; any other place is kept."""
        for element in self._located:
            name, _, count = name_of(element, self.lang)
            words = " ".join(plain_text(self.dateline.content).split()) if self.dateline else ""
            is_bare = count == 1 and not leftover(element, frozenset(), frozenset(("name",)))
            fits = is_bare or name.casefold() in words.casefold()
            if self.dateline and name and self.dateline.place is None and fits:
                self.dateline = self.dateline.replace(place=name)
                if is_bare:
                    continue
            kept.keep(element, "contentMeta/located")

    # ── Concepts ────────────────────────────────────────────────────────────

    def _altid(self, element: _Element, codes: Codes) -> bool:
        value = one_spaced(text_in(element))
        if not value:
            return False
        scheme = ours(element.get("typeuri"), "altid")
        if scheme is None:
            found = codes.split(element, "type")
            scheme = None
            if found is not None:
                scheme = (element.get("typeuri") or "").strip() or f"{found[0]}:{found[1]}"
        self.altids.append(AltId(value, scheme if scheme and matches("token", scheme) else None))
        return not leftover(element, frozenset(("type", "typeuri")))

    def _genre(self, element: _Element, codes: Codes) -> bool:
        scheme, code = _coded(element, codes)
        name, _, count = name_of(element, self.lang)
        if not name and code is None:
            return False
        self.genres.append(Genre(name, code, scheme))
        return count < 2 and not leftover(element, frozenset(("qcode", "uri", "literal")), frozenset(("name",)))

    def subject(self, element: _Element, codes: Codes) -> bool:
        """Take what the story is about: an entity by its nature, else a subject; return whether that is all of it."""
        name, spoken, count = name_of(element, self.lang)
        kind = codes.split(element, "type")
        nature: Any = _NATURES.get(kind[1]) if kind and kind[0] == "cpnat" else codes.kind_of(element)
        identified = frozenset(("qcode", "uri", "literal", "type", "typeuri", "id", "creatoruri"))
        more = leftover(element, identified, frozenset(("name",))) or count > 1
        if nature is not None:
            uri, literal = identifiers(element, codes)
            mark = element.get("id")
            known = mark if mark and matches("id", mark) and mark not in self._ids else None
            if known:
                self._ids.add(known)
            if literal and not uri and not element.get("qcode") and matches("absolute IRI", literal):
                uri, literal = literal, None
            if not name and not uri and not literal:
                return False
            self.entities.append(Entity(name or (literal or "").rpartition(":")[2] or _last(uri), nature, uri, known))
            return not more and (literal is None or literal == name)
        scheme, code = _coded(element, codes)
        if not name and code is None:
            return False
        creator = element.get("creatoruri")
        self.subjects.append(Subject(name, code, scheme, as_language(spoken), creator or None))
        abstract = kind is None or kind == ("cpnat", "abstract")
        return not more and abstract and not element.get("id")

    # ── Extensions of ours ──────────────────────────────────────────────────

    def _extension(self, element: _Element) -> bool:
        relation = (element.get("reluri") or "").removeprefix(f"{OURS}rel/")
        value, name = element.get("value") or "", element.get("literal") or ""
        if relation == element.get("reluri"):
            return False
        if relation == "property" and matches("token", name):
            self.properties.append(Property(name, inlines(value)))
        elif relation == "related" and matches("token", name):
            self.related.append(Related(value, rel=name))
        elif relation == "furniture":
            note = next((one_spaced(text_in(child)) for child in element if local(child) == "note"), "")
            blocks = tuple(Paragraph(inlines(line)) for line in value.split("\n"))
            self.furniture.append(Placed(Furniture(blocks, "unknown"), note))
        else:
            return False
        return True


def _coded(element: _Element, codes: Codes) -> tuple[str | None, str | None]:
    """Return scheme and code of a concept; a literal is a code without scheme, or with the scheme before its colon."""
    if element.get("qcode") or element.get("uri"):
        found = codes.split(element, "qcode")
        scheme, code = found if found else (None, None)
    else:
        literal = (element.get("literal") or "").strip(" \t\r\n")
        before, _, after = literal.partition(":")
        split = matches("token", before) and matches("token", after)
        scheme, code = (before, after) if split else (None, literal or None)
    return (_token(scheme) if code else None), _token(code)


def _token(text: str | None) -> str | None:
    """Return a code or scheme with single blanks in it, as the model has it; None for nothing."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ") or None if text else None


def _last(uri: str | None) -> str:
    """Return the last part of an address, by which something without a name is called."""
    return (uri or "").rstrip("/#").rpartition("/")[2].rpartition("#")[2]

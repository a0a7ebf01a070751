"""`body.head` of NITF: headlines, byline, dateline and summary as a page prints them, and who is named there."""

from __future__ import annotations

import re

from converter.model.block import Note
from converter.model.head import Abstract, Byline, Dateline, Head, Headline, Party, Rights
from converter.model.inline import inlines
from converter.model.words import has_words, plain_text
from converter.newsformats.dates import extended
from converter.newsformats.kept import Kept
from converter.newsformats.nitf_body import Body
from converter.newsformats.nitf_text import Text, address_of, identified
from converter.render.html_read import local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks
    from converter.model.head import Entity


class Reading:
    """What the body of one `nitf` element says."""

    def __init__(self, context: Context, ids: set[str], reader: str = "nitf") -> None:
        self.kept = Kept(reader)
        self.text = Text(context, ids)
        self.body_of = Body(self.text, self.kept, context)
        self.head = Head()
        self.body: Blocks = ()

    def read(self, nitf: _Element) -> None:
        """Take the body of a `nitf` element: its head, its content, and what ends it."""
        blocks: list[Block] = []
        for body in nitf:
            if local(body) != "body":
                continue
            for part in body:
                if local(part) == "body.head":
                    blocks += self._head(part)
                elif local(part) == "body.content":
                    blocks += self.body_of.blocks(part)
                elif local(part) == "body.end":
                    blocks += self._end(part)
                elif local(part):
                    self.kept.keep(part, local(part))
        self.body = tuple(blocks)

    def _head(self, element: _Element) -> list[Block]:
        headlines: list[Headline] = []
        bylines: list[Byline] = []
        parties: list[Party] = []
        rights: list[Rights] = []
        dateline: Dateline | None = None
        abstract: list[Block] = []
        notes: list[Block] = []
        for part in element:
            match local(part):
                case "hedline":
                    headlines += self._headlines(part)
                case "byline":
                    bylines.append(Byline(inlines(one_spaced(text_in(part)))))
                    parties += self._authors(part)
                case "distributor":
                    parties += _provider(part)
                case "dateline" if dateline is None:
                    dateline = self._dateline(part)
                case "abstract":
                    abstract += self.body_of.blocks(part)
                case "note":
                    kind: Any = "editor"
                    notes.append(Note(self.body_of.blocks(part), kind))
                case "rights":
                    parties += (Party(text, "copyright-holder") for text in _texts(part, "rights.owner"))
                    rights += self._rights(part)
                case name if name:
                    self.kept.keep(part, f"body.head/{name}")
        self.head = Head(
            headlines=tuple(headlines),
            bylines=tuple(byline for byline in bylines if has_words(byline.content)),
            dateline=dateline,
            abstract=Abstract(tuple(abstract)) if abstract else None,
            parties=tuple(parties),
            rights=tuple(rights),
        )
        return notes

    def _headlines(self, element: _Element) -> list[Headline]:
        made: list[Headline] = []
        for line in element:
            kind: Any = "main"
            if local(line) == "hl2":
                said = (line.get("class") or "").strip()
                kind = said if said in ("main", "kicker", "short", "other") else "sub"
            elif local(line) != "hl1":
                continue
            content = self.text.line(line)
            if has_words(content):
                made.append(Headline(content, kind))
        return made

    def _authors(self, element: _Element) -> list[Party]:
        """Return the persons that a byline marks, each with the job that stands behind its name."""
        made: list[Party] = []
        for child in element:
            if local(child) == "person":
                job = next((one_spaced(text_in(inner)) for inner in child.iter("{*}function")), None)
                name = one_spaced(text_in(child))
                if job and name.endswith(job):
                    name = name.removesuffix(job).rstrip(" ,")
                role: Any = "contributor" if child.get("class") == "contributor" else "creator"
                uri, literal = _identifiers(child)
                if name:
                    made.append(Party(name, role, uri=uri, literal=literal, job=job))
            elif local(child) == "byttl" and made and made[-1].job is None:
                made[-1] = made[-1].replace(job=one_spaced(text_in(child)) or None)
        return made

    def _dateline(self, element: _Element) -> Dateline:
        content = inlines(one_spaced(text_in(element)))  # Which words are the place is said apart.
        place = next(iter(_texts(element, "location")), None)
        norm = next((date.get("norm") for date in element.iter("{*}story.date") if date.get("norm")), None)
        return Dateline(content, place, extended(norm) if norm else None)

    def _rights(self, element: _Element) -> list[Rights]:
        made = []
        direct = one_spaced(" ".join([element.text or "", *(child.tail or "" for child in element)]))
        if direct:
            made.append(Rights(inlines(direct)))
        for part in element:
            name = local(part)
            if name == "rights.limitations" and one_spaced(text_in(part)):
                made.append(Rights(inlines(one_spaced(text_in(part))), "usage"))
            elif name and name not in ("rights.owner", "rights.limitations"):
                self.kept.keep(part, f"rights/{name}")
        return made

    def _end(self, element: _Element) -> list[Block]:
        blocks: list[Block] = []
        for part in element:
            if local(part) and one_spaced(text_in(part)):
                blocks.append(Note(self.body_of.blocks(part), "credit"))
        return blocks


def _texts(element: _Element, name: str) -> list[str]:
    texts = (one_spaced(text_in(child)) for child in element if local(child) == name)
    return [text for text in texts if text]


def _provider(element: _Element) -> list[Party]:
    made = []
    for org in element:
        uri, literal = _identifiers(org) if local(org) == "org" else (None, None)
        name = one_spaced(text_in(org)) if local(org) == "org" else ""
        if name or uri or literal:
            literal = None if name == literal else literal
            made.append(Party(name or literal or "", "provider", uri=uri, literal=literal if name else None))
    if not made and one_spaced(text_in(element)):
        made.append(Party(one_spaced(text_in(element)), "provider"))
    return made


def _identifiers(element: _Element) -> tuple[str | None, str | None]:
    """Return the address and the literal by which a person or organisation is identified."""
    source, value = identified(element)
    address = address_of(source, value)
    if address is not None:
        return address, None
    return None, one_spaced(value or "") or None


def joined(first: Head, second: Head) -> Head:
    """Return the first head with what the second says besides: of a field that holds one value the first's stands.

    The words of the second that the first has are not repeated; a headline
    with other words is another one.
    """
    fields: dict[str, Any] = {}
    for field in ("bylines", "parties", "rights"):
        present = getattr(first, field)
        known = {_key(value) for value in present}
        fields[field] = (*present, *(value for value in getattr(second, field) if _key(value) not in known))
    headlines = {_folded(headline) for headline in first.headlines}
    others = [headline for headline in second.headlines if _folded(headline) not in headlines]
    if first.headline() is not None:
        others = [each.replace(kind="other") if each.kind == "main" else each for each in others]
    fields["headlines"] = (*first.headlines, *others)
    fields["dateline"] = first.dateline or second.dateline
    if first.abstract is None:
        fields["abstract"] = second.abstract
    elif second.abstract is not None and _folded(second.abstract) not in _folded(first.abstract):
        fields["abstract"] = Abstract((*first.abstract.blocks, *second.abstract.blocks))
    return first.replace(**fields)


def with_entities(known: list[Entity], found: list[Entity]) -> tuple[Entity, ...]:
    """Return the entities that metadata names, with those of the text: one of the same name gets what it lacks."""
    made = list(known)
    for entity in found:
        for place, other in enumerate(made):
            if (other.kind, other.name, other.uri, other.id) == (entity.kind, entity.name, other.uri, None) and (
                other.uri in (None, entity.uri)
            ):
                made[place] = other.replace(uri=entity.uri, id=entity.id)
                break
        else:
            made.append(entity)
    return tuple(made)


def _key(value: Any) -> tuple[str, str]:
    """Return what a value is in its field: its role or kind, and its words."""
    return str(getattr(value, "role", None) or getattr(value, "kind", "")), _folded(value)


def _folded(value: Any) -> str:
    return re.sub(r"\s+", "", plain_text(value)).casefold()

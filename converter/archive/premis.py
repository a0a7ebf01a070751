"""PREMIS 3.0 (Library of Congress): stories, versions, files, events and agents as one XML document.

The document is held to `schemas/premis-profile.xsd` before it is returned;
how our words become PREMIS's stands in `docs/how-to/exchange.md`.
"""

from __future__ import annotations

from converter.archive import access, logbook
from converter.archive.packs.store import whole_of
from converter.archive.resolving import no_such_story
from converter.archive.story import CANONICAL, SOURCE, Story, is_tombstone
from converter.conversion.provenance import holdable
from converter.core.errors import ArchiveError, FixityError, InternalError
from converter.core.values import Value
from converter.model.schema import find_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from converter.archive.events import Agent, Event
    from converter.archive.inventory import Inventory
    from converter.archive.store import Store

NAMESPACE = "http://www.loc.gov/premis/v3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_VOCABULARIES = "http://id.loc.gov/vocabulary/preservation/"
_ALGORITHMS = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha512": "SHA-512"}
"""OCFL's names → the terms of the vocabulary cryptographicHashFunctions; others keep their own."""
_FORMATS = {
    ".xml": "application/xml",
    ".jsonl": "application/jsonl",
    ".json": "application/json",
    ".txt": "text/plain",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_UNKNOWN = "application/octet-stream"


def premis(store: Store, ids: Iterable[str], *, now: str, acts: Mapping[str, list[Event]] | None = None) -> bytes:
    """Return the PREMIS document of stories, each with all its versions.

    `now` decides whether an embargo still holds; `acts` is what the logbook
    says of the stories, if the caller has read it already. The same archive
    gives the same bytes. Raises ArchiveError for a story that is not there, FixityError.
    """
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}premis", {"version": "3.0"}, nsmap={"premis": NAMESPACE, "xsi": _XSI})
    events: list[tuple[Event, Links]] = []
    agents: dict[tuple[str, str, str | None], Agent] = {}
    ids = sorted(set(ids))
    known = logbook.by_id(store, ids) if acts is None else acts
    for id in ids:
        described = _Described(store, id, now, known[id])
        for each in described.objects():
            root.append(each)
        events += described.events()
    for event, links in events:
        root.append(_event(event, links))
        agents |= {(each.name, each.kind, each.version): each for each in event.agents}
    for key in sorted(agents, key=lambda key: (key[0], key[1], key[2] or "")):
        root.append(_agent(agents[key]))
    if not len(root):
        raise ArchiveError("there is nothing to describe", where=store.place)
    etree.indent(root)
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
    require_valid(content)
    return content


def require_valid(content: bytes) -> None:
    """Raise InternalError, naming element and line, unless `schemas/premis-profile.xsd` holds the document valid."""
    from lxml import etree

    # Our own bytes, so no limit but that of memory; entities and network stay off all the same.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    fault = find_fault(etree.fromstring(content, parser), "premis-profile.xsd")
    if fault is not None:
        words, line = fault
        raise InternalError(f"the PREMIS is not valid: {words[:300]}", where=f"line {line}")


class Links(Value):
    """What an event is about: identifier type, identifier and role of each object, in order."""

    objects: tuple[tuple[str, str, str | None], ...]


class _Described:
    """One story, described."""

    def __init__(self, store: Store, id: str, now: str, acts: list[Event]) -> None:
        found = store.find(id)
        if found is None:
            raise no_such_story(store, id)
        self.store = store
        self.id = id
        self.now = now
        self.inventory: Inventory = found
        self._whole = whole_of(store, id)
        self.stories = {version: Story(store, found, version) for version in found.versions}
        self.places = {path: digest for digest, paths in found.manifest.items() for path in paths}
        self._made: dict[str, list[Event]] = {}
        """Version → the events that made it."""
        seen: set[str] = set()
        for version, story in self.stories.items():
            self._made[version] = [each for each in story.events if each.id not in seen]
            seen |= {each.id for each in story.events}
        self._acts = acts

    # ── Objects ──

    def objects(self) -> Iterator[etree._Element]:
        """Yield the story, its versions, its files."""
        yield self._entity()
        for version in self.inventory.versions:
            yield self._representation(version)
        for path in sorted(self.places):
            yield self._file(path)

    def _entity(self) -> etree._Element:
        made = _object("intellectualEntity", "URI", self.id)
        for kind, value in self._properties():
            _add(
                made,
                "significantProperties",
                ("significantPropertiesType", kind),
                ("significantPropertiesValue", value),
            )
        versions = [("OCFL version", f"{self.id}#{version}") for version in self.inventory.versions]
        _relate(made, "structural", "is represented by", versions)
        _link_events(made, self._acts)
        return made

    def _properties(self) -> Iterator[tuple[str, str]]:
        if is_tombstone(self.inventory):
            yield "purged", "yes"
            return
        head = self.stories[self.inventory.head]
        if CANONICAL in head.files:
            yield "status", access.status_of(head.article)
            for each in access.of_article(head.article, self.now):
                if each.kind == "embargoed":
                    yield "embargoed until", each.what
        if head.hold:
            yield "hold", head.hold
        if head.retain_until:
            yield "retain until", head.retain_until

    def _representation(self, version: str) -> etree._Element:
        made = _object("representation", "OCFL version", f"{self.id}#{version}")
        story = self.stories[version]
        if CANONICAL in story.files:
            for kind, value in (("status", story.article.status), ("version", str(story.article.version))):
                _add(
                    made,
                    "significantProperties",
                    ("significantPropertiesType", kind),
                    ("significantPropertiesValue", value),
                )
        _relate(made, "structural", "represents", [("URI", self.id)])
        parts = sorted({self.inventory.manifest[digest][0] for digest in story.files.values()})
        _relate(made, "structural", "has part", [("OCFL content path", f"{self.id}#{path}") for path in parts])
        names = list(self.inventory.versions)
        if before := names[: names.index(version)]:
            _relate(made, "derivation", "has source", [("OCFL version", f"{self.id}#{before[-1]}")])
        _link_events(made, self._made[version])
        return made

    def _file(self, path: str) -> etree._Element:
        made = _object("file", "OCFL content path", f"{self.id}#{path}")
        traits = _sub(made, "objectCharacteristics")
        _sub(traits, "compositionLevel", "0")
        fixity = {self.inventory.algorithm: self.places[path]}
        for algorithm, block in self.inventory.fixity.items():
            for digest, paths in block.items():
                if path in paths:
                    fixity[algorithm] = digest
        for algorithm, digest in sorted(fixity.items(), reverse=True):
            each = _sub(traits, "fixity")
            _term(each, "messageDigestAlgorithm", _ALGORITHMS.get(algorithm, algorithm), "cryptographicHashFunctions")
            _sub(each, "messageDigest", digest.lower())
        _sub(traits, "size", str(self._size(path)))
        name, number, original = self._format(path)
        designation = _sub(_sub(traits, "format"), "formatDesignation")
        _sub(designation, "formatName", name)
        if number:
            _sub(designation, "formatVersion", number)
        if original:
            _sub(made, "originalName", original)
        location = _sub(_sub(made, "storage"), "contentLocation")
        _sub(location, "contentLocationType", "OCFL content path")
        _sub(location, "contentLocationValue", path)
        return made

    def _size(self, path: str) -> int:
        content = self._whole.read(path)
        if content is None:
            raise FixityError("is missing", where=path, source=self.id)
        return len(content)

    def _format(self, path: str) -> tuple[str, str, str]:
        """Return a content's media type, the version of its format, and the name that it came with, or nothing."""
        version, logical = next(
            (version, logical)
            for version, story in self.stories.items()
            for logical, digest in story.files.items()
            if digest == self.places[path]
        )
        extension = logical[logical.rfind(".") :].lower() if "." in logical else ""
        name = _FORMATS.get(extension, _UNKNOWN)
        story = self.stories[version]
        if logical == CANONICAL:
            return name, "1", ""
        if logical.startswith(SOURCE) and CANONICAL in story.files:
            provenance = story.article.provenance
            return provenance.media_type or name, "", provenance.name or ""
        return name, "", ""

    # ── Events ──

    def events(self) -> list[tuple[Event, Links]]:
        """Return the events that made versions, oldest first, then the acts that made none."""
        found = []
        for version, events in self._made.items():
            files = self.stories[version].files
            for event in events:
                links: list[tuple[str, str, str | None]] = [("OCFL version", f"{self.id}#{version}", None)]
                for part in event.parts:
                    if part.path in files:
                        place = self.inventory.manifest[files[part.path]][0]
                        links.append(("OCFL content path", f"{self.id}#{place}", part.role))
                found.append((event, Links(tuple(links))))
        return found + [(event, Links((("URI", self.id, None),))) for event in self._acts]


def _event(event: Event, links: Links) -> etree._Element:
    from lxml import etree

    made = etree.Element(f"{{{NAMESPACE}}}event")
    _add(made, "eventIdentifier", ("eventIdentifierType", "URI"), ("eventIdentifierValue", event.id))
    _term(made, "eventType", event.type, "eventType")
    _sub(made, "eventDateTime", event.at)
    if event.detail:
        _add(made, "eventDetailInformation", ("eventDetail", event.detail))
    outcome = _sub(made, "eventOutcomeInformation")
    _term(outcome, "eventOutcome", event.outcome, "eventOutcome")
    for name, text in event.facts:
        _add(outcome, "eventOutcomeDetail", ("eventOutcomeDetailNote", f"{name}: {text}"))
    for agent in event.agents:
        link = _add(
            made,
            "linkingAgentIdentifier",
            ("linkingAgentIdentifierType", "local"),
            ("linkingAgentIdentifierValue", _agent_id(agent)),
        )
        role = "executing program" if agent.kind == "software" else "implementer"
        _term(link, "linkingAgentRole", role, "eventRelatedAgentRole")
    for kind, id, role_of in links.objects:
        link = _add(
            made, "linkingObjectIdentifier", ("linkingObjectIdentifierType", kind), ("linkingObjectIdentifierValue", id)
        )
        if role_of:
            _term(link, "linkingObjectRole", role_of, "eventRelatedObjectRole")
    return made


def _agent(agent: Agent) -> etree._Element:
    from lxml import etree

    made = etree.Element(f"{{{NAMESPACE}}}agent")
    _add(made, "agentIdentifier", ("agentIdentifierType", "local"), ("agentIdentifierValue", _agent_id(agent)))
    _sub(made, "agentName", agent.name)
    _term(made, "agentType", agent.kind, "agentType")
    if agent.version:
        _sub(made, "agentVersion", agent.version)
    return made


def _agent_id(agent: Agent) -> str:
    return f"{agent.name} {agent.version}" if agent.version else agent.name


# ── Elements ────────────────────────────────────────────────────────────────


def _object(kind: str, id_type: str, id: str) -> etree._Element:
    from lxml import etree

    made = etree.Element(f"{{{NAMESPACE}}}object", {f"{{{_XSI}}}type": f"premis:{kind}"}, nsmap={"premis": NAMESPACE})
    _add(made, "objectIdentifier", ("objectIdentifierType", id_type), ("objectIdentifierValue", id))
    return made


def _sub(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    from lxml import etree

    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if text is not None:
        made.text = holdable(text)
    return made


def _add(parent: etree._Element, name: str, *children: tuple[str, str]) -> etree._Element:
    made = _sub(parent, name)
    for child, text in children:
        _sub(made, child, text)
    return made


def _term(parent: etree._Element, name: str, text: str, vocabulary: str) -> None:
    made = _sub(parent, name, text)
    made.set("authority", vocabulary)
    made.set("authorityURI", _VOCABULARIES + vocabulary)


def _relate(parent: etree._Element, kind: str, sub_kind: str, objects: Iterable[tuple[str, str]]) -> None:
    made = _sub(parent, "relationship")
    _term(made, "relationshipType", kind, "relationshipType")
    _term(made, "relationshipSubType", sub_kind, "relationshipSubType")
    for id_type, id in objects:
        _add(
            made,
            "relatedObjectIdentifier",
            ("relatedObjectIdentifierType", id_type),
            ("relatedObjectIdentifierValue", id),
        )


def _link_events(parent: etree._Element, events: Iterable[Event]) -> None:
    for event in events:
        _add(
            parent,
            "linkingEventIdentifier",
            ("linkingEventIdentifierType", "URI"),
            ("linkingEventIdentifierValue", event.id),
        )

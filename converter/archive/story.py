"""A story as the archive has it: one object's version, read when asked."""

from __future__ import annotations

from functools import cached_property

from converter.archive import events as stored_events
from converter.archive.events import Event
from converter.archive.resolving import no_such_story
from converter.core.errors import ArchiveError
from converter.core.limits import Limits
from converter.core.spelling import Spelt
from converter.formats.records import Record
from converter.model import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from converter.archive.inventory import Inventory
    from converter.archive.store import Store
    from converter.model.article import Article

CANONICAL = "canonical.xml"
TOMBSTONE = "tombstone.json"
SOURCE, MEDIA, RENDITION = "source/", "media/", "rendition/"

_AS_ARCHIVED = Limits().replace(input_bytes=1 << 40, xml_elements=1 << 40, xml_depth=canonical.MOST_NESTED)
"""What was archived under raised limits must be read again."""


RELATIONS = ("revision-of", "revised-by", "possible-revision-of")
"""How a story may stand to another, by the names of the facts that say so."""


class Purged(ArchiveError):
    """The story was here, and was purged: only its tombstone is left."""


class Story:
    """One version of a story; nothing is read before it is asked for, and each thing once.

    What it reads is checked against the inventory: FixityError for bytes that
    are not what was stored.
    """

    def __init__(self, store: Store, inventory: Inventory, version: str | None = None) -> None:
        inventory.version(version)
        self._store = store
        self.inventory = inventory
        self.id = inventory.id
        self.version = version or inventory.head
        """The version of the object, `v2`; the story's own number is `article.version`."""

    @cached_property
    def files(self) -> dict[str, str]:
        """Return logical path → digest, by path."""
        return self.inventory.version(self.version).files()

    def read(self, path: str) -> bytes:
        """Return the bytes of a logical path."""
        return self._store.read(self.id, path, self.version, seen=self.inventory)

    @cached_property
    def canonical(self) -> bytes:
        """Return the canonical form. Raises ArchiveError where the object holds no story of ours."""
        if TOMBSTONE in self.files:
            raise _purged(self.id)
        if CANONICAL not in self.files:
            raise ArchiveError(f"holds no {CANONICAL}: another tool made it, and it is no story", where=self.id)
        return self.read(CANONICAL)

    @cached_property
    def article(self) -> Article:
        """Return the article."""
        return canonical.parse(self.canonical, _AS_ARCHIVED)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return what was done to the story, up to this version, oldest first."""
        if stored_events.FILE not in self.files:
            return ()
        try:
            return stored_events.parse_all(self.read(stored_events.FILE))
        except ValueError as error:
            raise ArchiveError(f"{stored_events.FILE}: {error}", where=self.id) from error

    @cached_property
    def source_path(self) -> str | None:
        """Return the logical path of the source, or None."""
        return next((path for path in self.files if path.startswith(SOURCE)), None)

    @cached_property
    def media(self) -> Mapping[str, bytes]:
        """Return SHA-256 → bytes of the pictures and clips."""
        paths = [path for path in self.files if path.startswith(MEDIA)]
        return {path.removeprefix(MEDIA).partition(".")[0]: self.read(path) for path in paths}

    @property
    def ingestions(self) -> tuple[Event, ...]:
        """Return the events by which sources came in, oldest first."""
        return tuple(event for event in self.events if event.type == "ingestion")

    @property
    def record(self) -> Record:
        """Return the record of this version, as it was settled when the version was made."""
        return next((record_from(event) for event in reversed(self.events) if event.fact("record.generator")), Record())

    def last_fact(self, name: str) -> str | None:
        """Return what the last event that speaks of it says, or None: the state of a hold, of a retention."""
        return next((text for event in reversed(self.events) if (text := event.fact(name)) is not None), None)

    @property
    def hold(self) -> str | None:
        """Return why the story is held, or None."""
        return self.last_fact("hold") or None

    @property
    def retain_until(self) -> str | None:
        """Return the date to which the story must be kept, or None."""
        return self.last_fact("retain-until") or None

    def links(self, relation: str) -> tuple[str, ...]:
        """Return the stories in a relation to this one: `revision-of`, `revised-by`, `possible-revision-of`."""
        return links_in(self.events, relation)


def links_in(events: Iterable[Event], relation: str) -> tuple[str, ...]:
    """Return the stories that the events put in a relation to theirs; a later fact `not-revision-of` ends one."""
    found: dict[str, None] = {}
    for event in events:
        found.update(dict.fromkeys(event.facts_of(relation)))
        for id in event.facts_of(f"not-{relation}"):
            found.pop(id, None)
    return tuple(found)


def _purged(id: str) -> Purged:
    return Purged("was purged", where=id, hint=Spelt("Archive.history", "convert archive show") + " says when and why")


def is_tombstone(inventory: Inventory) -> bool:
    """Return whether the story was purged."""
    return TOMBSTONE in inventory.version().files()


def find_story(store: Store, id: str, version: str | None = None) -> Story | None:
    """Return the story of exactly that id, or None. Raises Purged for one that is no more."""
    inventory = store.find(id)
    if inventory is None:
        return None
    if is_tombstone(inventory):
        raise _purged(id)
    return Story(store, inventory, version)


def get_story(store: Store, id: str, version: str | None = None) -> Story:
    """Return the story of exactly that id. Raises ArchiveError where there is none, Purged for one that is no more."""
    found = find_story(store, id, version)
    if found is None:
        raise no_such_story(store, id)
    return found


# ── The record, as an event holds it ────────────────────────────────────────


def record_facts(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the facts by which an event holds the record of the version that it made."""
    facts = [
        ("record.version_created", record.version_created),
        ("record.first_created", record.first_created),
        ("record.from_file_time", "yes" if record.from_file_time else None),
        ("record.provider", record.provider),
        ("record.generator", record.generator),
        ("record.generator_version", record.generator_version),
    ]
    return tuple((name, text) for name, text in facts if text is not None)


def record_from(event: Event) -> Record:
    """Return the record that an event holds."""
    return Record(
        version_created=event.fact("record.version_created"),
        first_created=event.fact("record.first_created"),
        from_file_time=event.fact("record.from_file_time") == "yes",
        provider=event.fact("record.provider"),
        generator=event.fact("record.generator") or Record().generator,
        generator_version=event.fact("record.generator_version") or "",
    )

"""Copying a whole object into a store: it is made there, brought up to date, or found to be another.

Replication and the import of bags both copy; what is copied comes as a
`Whole`, from another root or from a bag.
"""

from __future__ import annotations

from converter.archive import inventory as inventories
from converter.archive import logbook
from converter.archive.inventory import NewVersion, number
from converter.archive.packs.store import whole_of
from converter.archive.store import Conflict
from converter.core.errors import ArchiveError, FixityError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Literal, Protocol, TypeAlias

    from converter.archive.events import Event
    from converter.archive.inventory import Inventory
    from converter.archive.store import Note, Store

    Tell: TypeAlias = Callable[[str], Event]
    """Version → the event of its copy."""

    Word: TypeAlias = Literal["copied", "extended", "unchanged", "ahead", "purged"]

    class Whole(Protocol):
        """A whole object, to be copied."""

        @property
        def inventory(self) -> Inventory:
            """Of its head."""

        @property
        def content(self) -> bytes:
            """The bytes of that inventory."""

        def files(self) -> Iterator[tuple[str, bytes]]:
            """Yield path in the object → bytes, of all files. Raises FixityError, UnreadableInput."""

        def read(self, path: str) -> bytes | None:
            """Return one file of the object, checked, or None where it has none."""


_TRIES = 10


class Copied(Value):
    """What came of a copy."""

    word: Word
    """`copied`: it is new there; `extended`: its later versions are; `unchanged`: nothing was to be done; `ahead`: the
    store has it with later versions; `purged`: the purge at its origin was carried out there too."""
    versions: tuple[str, ...] = ()
    """The versions that are new in the store."""


class Diverged(ArchiveError):
    """The store has an object of that id with another history."""


def copy(store: Store, whole: Whole, *, how: str, tell: Tell, purges: bool = False) -> Copied:
    """Bring an object into a store, and return what was done; each version is durable when it is, with its event.

    `how` is the ledger's word for a new one, `tell` makes the event that the
    logbook gets. Nothing that the store has is ever replaced, but with
    `purges`, which puts the object, of which versions or all content were
    purged, in the place of what the store has. Raises Diverged, FixityError.
    """
    id = whole.inventory.id
    for _ in range(_TRIES):
        try:
            store.settle(id)  # A copy that was killed may be there, and not yet acknowledged.
            before = store.find(id)
            versions = tuple(whole.inventory.versions)
            if before is None:
                store.adopt(id, whole.files(), how=how, notes=_notes(id, versions, tell))
                return Copied("copied", versions)
            if purges and before != whole.inventory and not _is_part(store, before, whole):
                store.replace(id, _anew(whole), before, how="purged", notes=_notes(id, versions, tell))
                return Copied("purged", versions)
            return _extended(store, before, whole, tell)
        except Conflict:
            continue
    raise ArchiveError("other writers are always first", source=id, where=store.place)


def _notes(id: str, versions: Iterable[str], tell: Tell) -> list[Note]:
    return [logbook.note_of(id, tell(version)) for version in versions]


def _is_part(store: Store, before: Inventory, whole: Whole) -> bool:
    """Return whether what the store has is the beginning of the whole, or the whole the beginning of it."""
    return _version_inventory(whole, before.head) == _stored(store, before) or whole.content == _stored(
        store, before, whole.inventory.head
    )


def _extended(store: Store, before: Inventory, whole: Whole, tell: Tell) -> Copied:
    """Put the versions that the store lacks, each so that its inventory is the very same."""
    id, head = before.id, whole.inventory.head
    if whole.content == _stored(store, before, head):
        return Copied("unchanged" if before.head == head else "ahead")
    if before.head not in whole.inventory.versions or _version_inventory(whole, before.head) != _stored(store, before):
        raise Diverged(
            "is there with another history",
            source=id,
            hint="compare them: " + Spelt("Archive.history", f"convert archive history {store.place} {id}"),
        )
    done: list[str] = []
    current = before
    for name in whole.inventory.versions:
        if number(name) <= number(before.head):
            continue
        content = _version_inventory(whole, name)
        new = _new_version(whole, current, name)
        if new is None or content != inventories.after(current, id, new)[0].serialise():
            raise Diverged(
                f"is there as {current.head}; another tool made {name}, which cannot be put behind it", source=id
            )
        store.put(id, new, current, notes=_notes(id, [name], tell))
        done.append(name)
        found = store.find(id)
        if found is None or whole_of(store, id).content != content:
            # In a bucket, where others have left bytes under the name of a file.
            raise Diverged(f"is there as {name} by now, written otherwise", source=id)
        current = found
    return Copied("extended", tuple(done))


def _stored(store: Store, before: Inventory, version: str | None = None) -> bytes | None:
    """Return the inventory of a version that the store has, of its head as of any other."""
    whole = whole_of(store, before.id)
    if version is None or version == before.head:
        return whole.content
    return whole.read(f"{version}/{inventories.FILE}")


def _version_inventory(whole: Whole, version: str) -> bytes | None:
    return whole.content if version == whole.inventory.head else whole.read(f"{version}/{inventories.FILE}")


def _new_version(whole: Whole, before: Inventory | None, name: str) -> NewVersion | None:
    """Return what makes the version on the head before it; None where the origin does not say who made it and why."""
    version = whole.inventory.versions[name]
    content = _version_inventory(whole, name)
    if version.user is None or version.message is None or content is None:
        return None
    fixity = {
        path: digest for digest, paths in inventories.parse(content).fixity.get("sha256", {}).items() for path in paths
    }
    known = before.manifest if before else {}
    files: dict[str, bytes | str] = {}
    sums: dict[str, str] = {}
    for path, digest in version.files().items():
        if digest in known:
            files[path] = digest
            continue
        place = whole.inventory.manifest[digest][0]
        read = whole.read(place)
        if read is None:
            raise FixityError("is missing", where=place, source=whole.inventory.id)
        files[path] = read
        if place in fixity and place == f"{name}/{whole.inventory.content_directory}/{path}":
            sums[path] = fixity[place]
    return NewVersion(version.created, version.message, version.user, files, sums)


def _anew(whole: Whole) -> tuple[NewVersion, ...]:
    """Return all versions of the whole, each with its contents."""
    made: list[NewVersion] = []
    current: Inventory | None = None
    for name in whole.inventory.versions:
        new = _new_version(whole, current, name)
        if new is None:
            raise Diverged(f"another tool made {name}, which cannot be made again", source=whole.inventory.id)
        made.append(new)
        current, _ = inventories.after(current, whole.inventory.id, new)
    return tuple(made)

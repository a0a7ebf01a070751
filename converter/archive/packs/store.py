"""`PackedStore`: a store that finds packed stories as if they were loose, and takes one out before it goes on.

Everything that reads or changes stories goes through it and knows nothing of
packs; `verify` and `repair` look at the files below.
"""

from __future__ import annotations

from contextlib import suppress

from converter.archive import logbook, objects
from converter.archive.agents import PROGRAM, agents
from converter.archive.events import SUCCESS, Event
from converter.archive.packs import form
from converter.archive.packs.library import Packs
from converter.archive.store import Conflict
from converter.core.errors import ArchiveError, FixityError
from converter.core.spelling import meta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converter.archive.copying import Whole
    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.ledger import Line
    from converter.archive.packs.library import PackedObject
    from converter.archive.store import Group, Mend, Note, Receipt, Store
    from converter.archive.tree import Tree


class PackedStore:
    """A store with its packs (`converter.archive.store.Store`)."""

    def __init__(self, loose: Store) -> None:
        self.loose = loose
        """The store without its packs."""
        self.packs = Packs(loose.tree, loose.path)

    @property
    def place(self) -> str:
        """The root as the caller named it."""
        return self.loose.place

    @property
    def tree(self) -> Tree:
        """The root's files."""
        return self.loose.tree

    @property
    def writable(self) -> bool:
        """Whether puts are possible."""
        return self.loose.writable

    # ── Reading ─────────────────────────────────────────────────────────────

    def find(self, id: str) -> Inventory | None:
        """Return the inventory of an object's head, loose or packed, or None."""
        found = self.loose.find(id)
        if found is not None:
            return found
        packed = self.packed(id)
        return packed.inventory if packed else None

    def packed(self, id: str) -> PackedObject | None:
        """Return a packed object, whether or not a loose one went on from it."""
        # A root that is only read has no places for ids: to look for a pack would be to walk all of it.
        return self.packs.find(id) if self.writable and not form.is_pack(id) else None

    def whole(self, id: str) -> Whole | None:
        """Return an object whole, loose or packed, or None."""
        from converter.archive.snapshot import Snapshot

        return Snapshot(self.loose, id) if self.loose.find(id) is not None else self.packed(id)

    def path(self, id: str) -> str:
        """Return the object's folder, relative to the root; of a packed one, the folder of its pack."""
        if self.loose.find(id) is None and (packed := self.packed(id)) is not None:
            return self.loose.path(packed.pack)
        return self.loose.path(id)

    def read(self, id: str, path: str, version: str | None = None, *, seen: Inventory | None = None) -> bytes:
        """Return the bytes of a logical path, checked."""
        if seen is not None:
            # Mostly it is loose, and then one look is enough.
            with suppress(ArchiveError, FixityError):
                return self.loose.read(id, path, version, seen=seen)
        if self.loose.find(id) is None and (packed := self.packed(id)) is not None:
            place, digest = packed.inventory.content_path(path, version)
            content = packed.read(place)
            if content is None or objects.digest_of(packed.inventory.algorithm, content) != digest.lower():
                raise FixityError("is not what the inventory says", where=f"{packed.pack}/{place}", source=id)
            return content
        return self.loose.read(id, path, version)

    def ids(self) -> Iterator[str]:
        """Yield the id of every loose object but packs, by its place, then of every packed one, by its pack."""
        yield from (id for id in self.loose.ids() if not form.is_pack(id))
        if self.writable:
            yield from (id for id in self.packs.ids() if self.loose.find(id) is None)

    def ledger(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines of the ledger from a position on."""
        return self.loose.ledger(start)

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log."""
        return self.loose.log(log)

    # ── Changing ────────────────────────────────────────────────────────────

    def put(self, id: str, new: NewVersion, after: Inventory | None, *, notes: Sequence[Note] = ()) -> Receipt:
        """Store a version on the head that the caller saw; of a packed object, after it was taken out."""
        require_story_id(id, new)
        self.take_out(id, after, new.created)
        return self.loose.put(id, new, after, notes=notes)

    def group(self, size: int = 64) -> Group:
        """Return a group of puts that are flushed together."""
        return _Group(self, self.loose.group(size))

    def replace(
        self,
        id: str,
        new: NewVersion | tuple[NewVersion, ...],
        after: Inventory,
        *,
        how: str,
        notes: Sequence[Note] = (),
    ) -> Receipt:
        """Put one version, or several, in the place of the whole object; a purge takes it out of every pack first."""
        at = (new[-1] if isinstance(new, tuple) else new).created
        self.take_out(id, after, at)
        if how == "purged":
            self._drop(id, at)
        return self.loose.replace(id, new, after, how=how, notes=notes)

    def remove(self, id: str, after: Inventory, *, how: str, at: str = "") -> Receipt:
        """Take a loose object away."""
        return self.loose.remove(id, after, how=how, at=at)

    def adopt(self, id: str, files: Iterable[tuple[str, bytes]], *, how: str, notes: Sequence[Note] = ()) -> Receipt:
        """Store a whole object. Raises Conflict when it is there, loose or packed."""
        if self.packed(id) is not None:
            raise Conflict(f"{id} is there, in a pack", where=self.place)
        return self.loose.adopt(id, files, how=how, notes=notes)

    def take_out(self, id: str, after: Inventory | None, at: str) -> None:
        """Make an object loose again, all of its versions, when it is packed and the caller saw it so.

        A kill after it leaves the object in both places, and the next `pack` removes the loose one again.
        """
        if after is None or self.loose.find(id) is not None:
            return
        packed = self.packed(id)
        if packed is None or packed.inventory != after:
            return  # The loose store says that there is a conflict.
        kind, detail = "replication", f"taken out of {packed.pack} to go on"
        event = Event(
            id=logbook.act_id(id, after.head, kind, at, detail),
            type=kind,
            at=at,
            outcome=SUCCESS,
            detail=detail,
            agents=agents(PROGRAM),
            facts=(("version", after.head), ("continues", f"{packed.pack}#{id}")),
        )
        with suppress(Conflict):  # Another writer took it out.
            self.loose.adopt(id, packed.files(), how="adopted", notes=[logbook.note_of(id, event)])

    def _drop(self, id: str, at: str) -> None:
        """Make every pack anew that has the object, without it."""
        if not self.writable:
            return
        for number in self.packs.with_id(id):
            while True:
                inventory = self.loose.find(form.pack_id(number))
                index = self.packs.index(number)
                if inventory is None or index is None or id not in index:
                    break
                kept = [each for other in index if other != id and (each := self.packs.read(number, other)) is not None]
                pack = form.pack_id(number)
                try:
                    self.loose.replace(pack, form.version_of(pack, kept, at=at), inventory, how="purged")
                except Conflict:
                    continue
                break

    # ── Our own files ───────────────────────────────────────────────────────

    def settle(self, id: str) -> None:
        """Wait until no put of the object is on its way."""
        self.loose.settle(id)

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to one of our logs, durably."""
        self.loose.append(log, lines)

    def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep files in our area's quarantine."""
        return self.loose.set_aside(name, files)

    def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
        """Mend what a crash left, and nothing else."""
        return self.loose.repair(dry_run=dry_run)

    def close(self) -> None:
        """Let go of the writer's staging and locks."""
        self.loose.close()


class _Group:
    """A group of the loose store; an object that goes on is taken out of its pack first."""

    def __init__(self, store: PackedStore, group: Group) -> None:
        self._store, self._group = store, group

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> tuple[Receipt, ...]:
        """Stage a version; return the receipts of what is acknowledged by it."""
        require_story_id(id, new)
        self._store.take_out(id, after, new.created)
        return self._group.put(id, new, after)

    def flush(self) -> tuple[Receipt, ...]:
        """Make all that waits durable and return its receipts."""
        return self._group.flush()

    def __enter__(self) -> _Group:
        self._group.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._group.__exit__(*exception)


def require_story_id(id: str, new: NewVersion) -> None:
    """Raise ArchiveError for a story whose guid is the id of a pack: a document may say what it likes."""
    if form.is_pack(id) and form.ZIP not in new.files:
        raise ArchiveError(
            "is no id of a story: packs are called so", source=id, hint="give it another with " + meta("guid")
        )


def whole_of(store: Store, id: str) -> Whole:
    """Return an object of a store, whole, loose or packed. Raises ArchiveError where it is not."""
    from converter.archive.snapshot import Snapshot

    found = store.whole(id) if isinstance(store, PackedStore) else Snapshot(store, id)
    if found is None:
        raise ArchiveError("no such object", source=id)
    return found

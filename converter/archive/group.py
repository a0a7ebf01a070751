"""`FolderGroup`: puts of a folder store that share their flushes.

A put of a new object costs some fifteen flushes by itself. A group stages its
objects unflushed in one folder, flushes the whole file system once, renames
them all, flushes once more, and writes one piece of the ledger: Git's batch
mode has the same idea (`core.fsyncMethod`). One folder, and not one for each
put, because ext4 looks for every new file through the inodes that were freed
in the last five seconds: what a put makes and removes costs more than it does.
"""

from __future__ import annotations

import itertools
import os

from converter.archive import inventory as inventories
from converter.archive.disk import Unsettled, writing
from converter.archive.store import Conflict
from converter.core.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.folder import FolderStore
    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.root import Root
    from converter.archive.staging import Act
    from converter.archive.store import Receipt


class FolderGroup:
    """A group; see `converter.archive.store.Group` for what it promises."""

    def __init__(self, store: FolderStore, root: Root, size: int) -> None:
        self._store, self._root, self._size = store, root, size
        self._folder = ""
        """Where in staging what waits lies, as long as anything does."""
        self._waiting: dict[str, Act] = {}
        """Object id → what is to be done with it."""
        self._count = itertools.count(1)
        self._receipts: list[Receipt] = []
        """Of what is acknowledged and was not returned yet: an error may have come between."""

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> tuple[Receipt, ...]:
        """Stage a version; return the receipts of what has been acknowledged on the way. Raises Conflict."""
        self._store.require_writable()
        # An update holds its object's lock from the look at the head to the ledger: others would wait for the group.
        if after is not None or self._root.durability == "each":
            self._flush()
            self._receipts.append(self._store.put(id, new, after))
            return self._given()
        if id in self._waiting:
            self._flush()
        if self._store.find(id) is not None:
            raise Conflict(f"{id} is there by now", where=self._store.place)
        made, written = inventories.after(None, id, new)
        act = self._store.act_of("new", made, "put").replace(staged=f"obj{next(self._count)}")
        self._root.goal(id)  # An id that can have no place is refused before anything is written.
        with writing(self._store.place):
            self._folder = self._folder or self._store.enter().begin()
            try:
                self._root.stage(self._folder, act, (made,), written, flush=False)
            except (OSError, ConverterError):
                self._root.drop(os.path.join(self._folder, act.staged))
                raise
        self._waiting[id] = act
        if len(self._waiting) >= self._size:
            self._flush()
        return self._given()

    def flush(self) -> tuple[Receipt, ...]:
        """Make all that waits durable and return its receipts, in order. Raises Conflict with those that lost."""
        self._flush()
        return self._given()

    def _given(self) -> tuple[Receipt, ...]:
        receipts, self._receipts = tuple(self._receipts), []
        return receipts

    def _flush(self) -> None:
        folder, waiting = self._take()
        if not waiting:
            self._discard(folder)
            return
        with writing(self._store.place):
            try:
                self._store.enter().declare(folder, waiting)
                self._flush_staged(folder)
            except OSError:
                self._root.drop(folder)
                raise
            with self._store.quiet(*(each.id for each in waiting)):
                try:
                    stored = [each for each in waiting if self._publish(folder, each)]
                    self._flush_published(stored)
                    self._receipts += self._root.acknowledge(stored) if stored else ()
                except Unsettled:
                    raise  # The ledger may have the lines: a sweep looks.
                except (OSError, ConverterError):
                    self._root.undo(folder, *waiting)
                    raise
            # Not for an interruption: it may have come between the ledger's lines and the receipts.
            self._root.drop(folder)
        lost = tuple(each.id for each in waiting if each not in stored)
        if lost:
            conflict = Conflict(f"{lost[0]} was stored by another writer first", where=self._store.place)
            conflict.ids = lost
            raise conflict

    def _publish(self, folder: str, act: Act) -> bool:
        try:
            self._root.publish(folder, act, flush=False)
        except Conflict:
            return False
        return True

    def _take(self) -> tuple[str, list[Act]]:
        """Return the folder of what waits, and what waits; the next put begins anew."""
        taken = self._folder, list(self._waiting.values())
        self._folder, self._waiting = "", {}
        return taken

    def _discard(self, folder: str) -> None:
        if folder:
            self._root.drop(folder)

    def _flush_staged(self, folder: str) -> None:
        if self._root.flush and not self._root.disk.flush_all(self._root.area):
            self._root.disk.flush_tree(folder)

    def _flush_published(self, acts: list[Act]) -> None:
        if self._root.flush and not self._root.disk.flush_all(self._root.area):
            for folder in sorted({each for act in acts for each in self._root.above(self._root.goal(act.id))}):
                self._root.disk.flush(folder)

    def __enter__(self) -> FolderGroup:
        return self

    def __exit__(self, *exception: object) -> None:
        if exception[0] is None:
            self.flush()
            return
        self._discard(self._take()[0])

"""The folder of a root as its writers see it: locks, the steps of a put, the way back from each, the ledger.

`FolderStore`, its groups and `repair` are made of these steps. The order of
flushes in them is the promise of durability: `docs/explanation/archive.md`.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack, contextmanager, suppress

from converter.archive import inventory as inventories
from converter.archive.disk import Unsettled
from converter.archive.layout import require_inside
from converter.archive.ledger import LedgerFiles, Line, whole
from converter.archive.staging import LOCK, Staging
from converter.archive.store import AREA, Conflict, Receipt
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError, ConverterError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from converter.archive.disk import Disk
    from converter.archive.inventory import Inventory
    from converter.archive.layout import Layout
    from converter.archive.staging import Act
    from converter.archive.store import Durability, Note

_OBJECT_DECLARATION = "0=ocfl_object_1.1"


class Root:
    """One root on a disk. Every fault of the disk is OSError here; the store makes it CannotWrite."""

    def __init__(self, place: str, layout: Layout | None, disk: Disk, durability: Durability) -> None:
        self.place = place
        self.path = os.path.abspath(place)
        self.area = os.path.join(self.path, *AREA.split("/"))
        self.layout = layout
        self.disk = disk
        self.durability = durability
        self.flush = durability != "none"
        self.tree = FolderTree(self.path)
        self.ledger = LedgerFiles(self.area, disk)
        self._exchanged: set[str] = set()
        """The puts whose staged object has changed names with the one in its place: nothing on the disk tells."""

    def full(self, path: str) -> str:
        """Return the path in the file system of a path in the root."""
        return os.path.join(self.path, *path.split("/"))

    def goal(self, id: str) -> str:
        """Return where an object's folder is to be. Raises ArchiveError for an id that can have none."""
        assert self.layout is not None, "a root without a layout is only read"
        return self.full(self.layout.path(id))

    # ── Locks: sweep before objects before logs before ledger ───────────────

    @contextmanager
    def locked(self, *ids: str) -> Iterator[None]:
        """Hold the locks of objects, taken in ascending order: so two groups cannot wait for each other.

        Whoever gets a lock that a dead writer had must not build on what that one did before it is in the ledger: use
        `has_dead_writers` while holding it.
        """
        with ExitStack() as stack:
            for path in sorted({lock_of(self.area, id) for id in ids}):
                stack.enter_context(self.disk.locked(path))
            yield

    def lock_file(self, name: str) -> str:
        """Return the path of a lock file."""
        return _lock_file(self.area, name)

    def has_dead_writers(self, own: Staging) -> bool:
        """Return whether a writer's staging is there that nobody holds. An answer too many does no harm."""
        staging = os.path.join(self.area, "staging")
        for name in os.listdir(staging):
            path = os.path.join(staging, name)
            if path != own.path and self.disk.is_free(os.path.join(path, LOCK)):
                return True
        return False

    # ── The steps of a put ──────────────────────────────────────────────────

    def stage(
        self,
        folder: str,
        act: Act,
        made: Sequence[Inventory],
        written: Mapping[str, bytes],
        *,
        flush: bool | None = None,
    ) -> None:
        """Write what the put publishes: a whole object, of an update the version's folder and the two root files.

        `made` is the inventory of each version that is put, the head the last.
        """
        require_paths(written)
        flush = self.flush if flush is None else flush
        root: dict[str, bytes] = {}
        versions: dict[str, bytes] = {}
        for each in made:
            content = each.serialise()
            root = {
                inventories.FILE: content,
                f"{inventories.FILE}.{each.algorithm}": inventories.sidecar(content, each.algorithm),
            }
            versions |= {f"{each.head}/{path}": content for path, content in root.items()}
        if act.kind == "update":
            inner = {path.partition("/")[2]: content for path, content in {**written, **versions}.items()}
            self.disk.write_tree(os.path.join(folder, act.head), inner, flush=flush)
            for path, content in root.items():
                self.disk.write(os.path.join(folder, path), content, flush=flush)
        else:
            declaration = {_OBJECT_DECLARATION: f"{_OBJECT_DECLARATION[2:]}\n".encode()}
            files = {**written, **versions, **root, **declaration}
            self.disk.write_tree(os.path.join(folder, act.staged), files, flush=flush)

    def stage_whole(self, folder: str, act: Act, files: Mapping[str, bytes]) -> None:
        """Write an object as another root has it, and verify it there. Raises FixityError with the first finding."""
        from converter.archive.object_check import check_object

        require_paths(files)
        self.disk.write_tree(os.path.join(folder, act.staged), files, flush=self.flush)
        for found in check_object(FolderTree(folder), act.staged).findings:
            if found.kind == "error":
                raise FixityError(found.words, where=found.path.removeprefix(f"{act.staged}/"))

    def publish(self, folder: str, act: Act, *, flush: bool | None = None) -> None:
        """Put what is staged in its place; the caller holds the object's lock. Raises Conflict for a second `v1`."""
        flush = self.flush if flush is None else flush
        goal, staged = self.goal(act.id), os.path.join(folder, act.staged)
        match act.kind:
            case "new":
                self._place(staged, goal, act)
            case "update":
                self._extend(folder, goal, act, flush=flush)
            case "replace":
                if self.disk.exchange(staged, goal):
                    self._exchanged.add(folder)
                else:
                    self.disk.rename(goal, os.path.join(folder, "old"))
                    self.disk.rename(staged, goal)
            case "remove":
                self.disk.rename(goal, os.path.join(folder, "old"))
        if flush:
            if act.kind in ("replace", "remove"):
                self.disk.flush(folder)
            # Not only the parent: a folder above may be one that another writer made and has not flushed yet.
            for above in self.above(goal):
                self.disk.flush(above)

    def _place(self, staged: str, goal: str, act: Act) -> None:
        while True:
            self.disk.make_folders(os.path.dirname(goal), self.path)
            try:
                return self.disk.rename(staged, goal)
            except FileNotFoundError:
                # Repair removes empty folders, also one that was made for this one; but what is staged must be there.
                if not os.path.isdir(staged):
                    raise
            except OSError as error:
                if os.path.isdir(goal):
                    raise Conflict(f"{act.id} was stored by another writer first", where=self.place) from error
                raise

    def _extend(self, folder: str, goal: str, act: Act, *, flush: bool) -> None:
        names = sorted(each for each in os.listdir(folder) if each.startswith(inventories.FILE))
        for name in names:  # The way back, if the ledger cannot be written: no space is needed to go it.
            self.disk.link(os.path.join(goal, name), os.path.join(folder, f"before.{name}"))
        self.disk.rename(os.path.join(folder, act.head), os.path.join(goal, act.head))  # The commit point.
        if flush:
            self.disk.flush(goal)
        for name in names:  # `inventory.json` before its sidecar: the reader's rule knows this order.
            self.disk.rename(os.path.join(folder, name), os.path.join(goal, name))
        if flush:
            self.disk.flush(goal)

    def withdraw(self, folder: str, act: Act) -> None:
        """Take back what `publish` did, as far as it came; the caller holds the lock, and the ledger has no line."""
        goal, staged, old = self.goal(act.id), os.path.join(folder, act.staged), os.path.join(folder, "old")
        match act.kind:
            case "new":
                if not os.path.isdir(staged) and os.path.isdir(goal):
                    self.disk.rename(goal, staged)
                self.remove_empty(os.path.dirname(goal))
            case "update":
                moved = os.path.join(folder, act.head)
                if not os.path.isdir(moved):
                    for name in sorted(os.listdir(folder), reverse=True):  # The sidecar first: `publish` backwards.
                        if name.startswith("before."):
                            self.disk.rename(
                                os.path.join(folder, name), os.path.join(goal, name.removeprefix("before."))
                            )
                    self.disk.rename(os.path.join(goal, act.head), moved)
            case "replace":
                if os.path.isdir(old):
                    if os.path.isdir(goal):
                        self.disk.rename(goal, staged)
                    self.disk.rename(old, goal)
                elif folder in self._exchanged:
                    self.disk.exchange(staged, goal)
            case "remove":
                if os.path.isdir(old):
                    self.disk.rename(old, goal)

    def undo(self, folder: str, *acts: Act) -> None:
        """Withdraw a folder's puts and remove the folder; what cannot be undone now, a sweep finds and finishes."""
        is_undone = True
        for each in acts:
            try:
                self.withdraw(folder, each)
            except OSError:
                is_undone = False
        if is_undone:
            self.drop(folder)

    def acknowledge(self, acts: Sequence[Act], notes: Sequence[Note] = ()) -> tuple[Receipt, ...]:
        """Append to the logs and then to the ledger, and return what is durable by that."""
        lines = [Line(each.at, each.id, each.head, each.inventory, each.how, "") for each in acts]
        with self.noted(notes), self.disk.locked(self.lock_file("ledger")):
            self.ledger.append(lines, flush=self.flush)
        return tuple(Receipt(each.id, each.head, each.inventory, each.how) for each in acts)

    # ── Logs ────────────────────────────────────────────────────────────────

    @contextmanager
    def noted(self, notes: Sequence[Note]) -> Iterator[None]:
        """Have notes in their logs before what follows is done, and out of them again where it fails.

        The caller has a staging that tells of the notes: whoever finds it after a kill has them completed.
        """
        if not notes:
            yield
            return
        with self.disk.locked(self.lock_file("logs")):
            before: dict[str, int] = {}
            try:
                for log, line in notes:
                    self._append(log, [line], before)
                yield
            except Unsettled:
                raise
            except (OSError, ConverterError):
                for path, size in before.items():
                    try:
                        self.disk.cut(path, size)
                    except OSError as second:
                        raise Unsettled(second.errno, second.strerror, path) from second
                raise

    def note(self, notes: Sequence[Note]) -> None:
        """Append notes to their logs."""
        with self.noted(notes):
            pass

    def missing(self, notes: Sequence[Note]) -> list[Note]:
        """Return those of the notes that their logs lack."""
        return [(log, line) for log, line in notes if line not in self.log(log)]

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log; nothing where there is no such log."""
        with suppress(FileNotFoundError):
            yield from whole(self.tree.pieces(f"{AREA}/{require_inside(log)}"))

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to a log, whole or not at all."""
        with self.disk.locked(self.lock_file("logs")):
            self._append(log, lines, {})

    def _append(self, log: str, lines: Sequence[bytes], before: dict[str, int]) -> None:
        """Append to a log whose lock is held; note its size before the first time."""
        path = os.path.join(self.area, *require_inside(log).split("/"))
        self.disk.make_folders(os.path.dirname(path), self.area)
        self.disk.mend_lines(path)
        if path not in before and os.path.exists(path):
            before[path] = os.stat(path).st_size
        is_new = self.disk.append(path, b"".join(each + b"\n" for each in lines), flush=self.flush)
        if is_new:
            before[path] = 0
        if self.flush:  # Each time: whoever made the file may have died before it flushed the folder.
            for folder in self.above(path):
                self.disk.flush(folder)

    def holds(self, act: Act) -> bool:
        """Return whether the object has the version that the act was to put."""
        try:
            with open(os.path.join(self.goal(act.id), act.head, inventories.FILE), "rb") as file:
                return hashlib.sha512(file.read()).hexdigest() == act.inventory
        except OSError:
            return False

    def above(self, path: str) -> Iterator[str]:
        """Yield the folders above a path, the root as the last."""
        while path != self.path:
            path = os.path.dirname(path)
            yield path

    def remove_empty(self, folder: str) -> list[str]:
        """Remove a folder and those above it while they are empty; return which. A writer that fills one, wins."""
        removed: list[str] = []
        while folder != self.path and self.disk.remove_folder(folder):
            removed.append(folder)
            folder = os.path.dirname(folder)
        return removed

    def drop(self, folder: str) -> None:
        """Remove a folder in staging; what cannot be removed now, a later sweep removes."""
        self._exchanged.discard(folder)
        with suppress(OSError):
            self.disk.remove_tree(folder)


def lock_of(area: str, id: str) -> str:
    """Return the path of an object's lock file, one of 256."""
    return _lock_file(area, hashlib.sha256(id.encode()).hexdigest()[:2])


def _lock_file(area: str, name: str) -> str:
    # They are never deleted: who waits at one must not wait at a ghost.
    return os.path.join(area, "locks", f"{name}.lock")


def require_paths(written: Mapping[str, bytes]) -> None:
    """Raise ArchiveError for a path that leads out of the object, or is a file and a folder (OCFL 1.1 §3.5.3.1)."""
    for path in written:
        parent = require_inside(path)
        while parent := parent.rpartition("/")[0]:
            if parent in written:
                raise ArchiveError(f"{parent!r} cannot be a file and a folder")

"""`FolderStore`: an OCFL 1.1 storage root on a file system.

How a put survives a kill at any moment of it is told in
`docs/explanation/archive.md`; in short: a new object is made whole in staging
and renamed to its place, which is atomic and fails where one is already; a
later version is renamed into its object, and its own inventory is what makes
it complete. The line in the ledger is the acknowledgement.
"""

from __future__ import annotations

import hashlib
import os
import threading
from contextlib import ExitStack, contextmanager, suppress

from converter.archive import inventory as inventories
from converter.archive import layout as layouts
from converter.archive import objects
from converter.archive.disk import Disk, writing
from converter.archive.layout import Layout, require_inside
from converter.archive.ledger import LedgerFiles, Line, whole
from converter.archive.staging import Act, Staging
from converter.archive.store import AREA, Conflict, Mend, ReadOnly, Receipt
from converter.archive.tree import FolderTree
from converter.errors import ArchiveError, CannotWrite, FixityError
from converter.files import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.store import Durability, Group
    from converter.archive.tree import Tree

DECLARATION = "0=ocfl_1.1"
_OBJECT_DECLARATION = "0=ocfl_object_1.1"
_OLDER = ("0=ocfl_1.0",)


class FolderStore:
    """A root in a folder. Made by `create` or `open`; a store may be used by several threads."""

    def __init__(self, place: str, layout: Layout | None, *, durability: Durability, private: bool) -> None:
        self._place = place
        self._root = os.path.abspath(place)
        self._area = os.path.join(self._root, *AREA.split("/"))
        self._layout = layout
        self._durability = durability
        self._flush = durability != "none"
        self._disk = Disk(private=private)
        self._tree = FolderTree(self._root)
        self._ledger = LedgerFiles(self._area, self._disk)
        self._staging: Staging | None = None
        self._guard = threading.Lock()

    @classmethod
    def create(
        cls, place: str, *, layout: Layout | None = None, durability: Durability = "each", private: bool = False
    ) -> FolderStore:
        """Make a root in a folder that is empty or missing, and return it open; one that is a root already is opened.

        It is a put: a kill leaves a folder that the next `create` completes. Raises ArchiveError for a folder that
        holds anything else or a root of another layout, CannotWrite.
        """
        layout = layout or Layout()
        root = os.path.abspath(place)
        area = os.path.join(root, *AREA.split("/"))
        disk = Disk(private=private)
        with writing(place):
            if os.path.lexists(os.path.join(root, DECLARATION)):
                store = cls.open(place, durability=durability)
                if store._layout != layout:
                    raise ArchiveError("is an archive of another layout", where=place)
                return store
            _require_unused(root, place)
            above = root
            while not os.path.isdir(above):
                above = os.path.dirname(above)
            disk.make_folders(os.path.join(area, "staging"), above)
            disk.make_folder(os.path.join(area, "locks"))
            with disk.locked(os.path.join(area, "locks", "sweep.lock")):
                files = {f"{AREA}/ledger.jsonl": b"", **layout.files(), DECLARATION: f"{DECLARATION[2:]}\n".encode()}
                for path, content in files.items():  # The declaration is the last of them.
                    if path == DECLARATION:
                        for folder in _up(os.path.join(area, "staging"), os.path.dirname(above)):
                            disk.flush(folder)
                    _install(disk, area, root, path, content)
                disk.flush(root)
        return cls(place, layout, durability=durability, private=private)

    @classmethod
    def open(cls, place: str, *, durability: Durability = "each") -> FolderStore:
        """Return the root in a folder; one of a layout or version that we do not write is only read.

        Raises ArchiveError for what is no root.
        """
        root = os.path.abspath(place)
        tree = FolderTree(root)
        if not os.path.isdir(root):
            raise ArchiveError("is no folder", where=place)
        layout = None
        if tree.exists(DECLARATION):
            layout = layouts.read(tree)
        elif not any(tree.exists(each) for each in _OLDER):
            way_out = "its init was interrupted: run it again" if tree.exists(AREA) else "make one with init"
            raise ArchiveError("is no archive", where=place, hint=way_out)
        try:
            private = os.stat(os.path.join(root, *AREA.split("/"))).st_mode & 0o077 == 0
        except FileNotFoundError:
            private = False
        return cls(place, layout, durability=durability, private=private)

    # ── Reading ─────────────────────────────────────────────────────────────

    @property
    def place(self) -> str:
        """The root as the caller named it."""
        return self._place

    @property
    def tree(self) -> Tree:
        """The root's files, to be read."""
        return self._tree

    @property
    def writable(self) -> bool:
        """Whether puts are possible."""
        return self._layout is not None

    @property
    def layout(self) -> Layout | None:
        """Where objects lie, or None for a root that is only read."""
        return self._layout

    def path(self, id: str) -> str:
        """Return the object's folder, relative to the root. Raises ArchiveError for an id that can have none."""
        if self._layout is not None:
            return self._layout.path(id)
        for folder in objects.folders(self._tree):
            found = objects.head(self._tree, folder)
            if found is not None and found[0].id == id:
                return folder
        raise ArchiveError(f"holds no {id}", where=self._place)

    def find(self, id: str) -> Inventory | None:
        """Return the inventory of an object's head, or None. Raises FixityError."""
        found = self._find(id)
        return found[0] if found else None

    def _find(self, id: str) -> tuple[Inventory, bytes] | None:
        try:
            folder = self.path(id)
        except ArchiveError:
            return None
        found = objects.head(self._tree, folder)
        if found is not None and found[0].id != id:
            raise FixityError(f"is of {found[0].id}, in the place of {id}", where=f"{folder}/{inventories.FILE}")
        return found

    def read(self, id: str, path: str, version: str | None = None) -> bytes:
        """Return the bytes of a logical path, checked. Raises FixityError, ArchiveError."""
        for attempt in (1, 2):
            found = self.find(id)
            if found is None:
                raise ArchiveError(f"holds no {id}", where=self._place)
            try:
                return objects.content(self._tree, self.path(id), found, path, version)
            except FixityError:
                # A purge may have taken the object from under us: then its inventory is another now.
                if attempt == 2 or self.find(id) == found:
                    raise
        raise AssertionError

    def ids(self) -> Iterator[str]:
        """Yield the id of every object, by its place in the root. Raises FixityError at one that has no inventory."""
        for folder in objects.folders(self._tree):
            found = objects.head(self._tree, folder)
            if found is not None:
                yield found[0].id

    def ledger(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines of the ledger from a position on. Raises FixityError."""
        return self._ledger.read(start)

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log; nothing where there is no such log."""
        try:
            yield from whole(self._tree.pieces(f"{AREA}/{require_inside(log)}"))
        except FileNotFoundError:
            return

    # ── Puts ────────────────────────────────────────────────────────────────

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> Receipt:
        """Store a version on the head that the caller saw. Raises Conflict, CannotWrite, ReadOnly."""
        self._require_writable()
        self.path(id)  # An id that can have no place is refused before anything is written.
        with writing(self._place):
            staging = self._enter()
            with self._locked(id):
                before = self._require_head(id, after)
                made, written = inventories.after(before, id, new)
                content = made.serialise()
                act = Act("update" if before else "new", id, made.head, _sha512(content), "put", new.created)
                folder = staging.begin(act)
                try:
                    self._stage(folder, made, content, written)
                    self._publish(folder, act)
                    return self._acknowledge(act)
                finally:
                    with suppress(OSError):
                        self._disk.remove_tree(folder)

    def group(self, size: int = 64) -> Group:
        """Return a group of puts that are flushed together."""
        from converter.archive.group import FolderGroup

        self._require_writable()
        return FolderGroup(self, size)

    def replace(self, id: str, new: NewVersion, after: Inventory, *, how: str) -> Receipt:
        """Put the new version in the place of the whole object, as its `v1`."""
        raise NotImplementedError

    def remove(self, id: str, after: Inventory, *, how: str) -> Receipt:
        """Take the whole object away."""
        raise NotImplementedError

    def adopt(self, id: str, files: Iterable[tuple[str, bytes]], *, how: str) -> Receipt:
        """Store a whole object, all its versions."""
        raise NotImplementedError

    def _stage(self, folder: str, made: Inventory, content: bytes, written: Mapping[str, bytes]) -> None:
        """Write what the put publishes: `obj` for a new object, else the version's folder and the two root files."""
        for path in written:
            require_inside(path)
        side, name = inventories.sidecar(content, made.algorithm), f"{inventories.FILE}.{made.algorithm}"
        root = {inventories.FILE: content, name: side}
        version = {f"{made.head}/{inventories.FILE}": content, f"{made.head}/{name}": side}
        if inventories.number(made.head) == 1:
            declaration = {_OBJECT_DECLARATION: f"{_OBJECT_DECLARATION[2:]}\n".encode()}
            self._disk.write_tree(
                os.path.join(folder, "obj"), {**written, **version, **root, **declaration}, flush=self._flush
            )
        else:
            inner = {path.partition("/")[2]: each for path, each in {**written, **version}.items()}
            self._disk.write_tree(os.path.join(folder, made.head), inner, flush=self._flush)
            for path, each in root.items():
                self._disk.write(os.path.join(folder, path), each, flush=self._flush)

    def _publish(self, folder: str, act: Act) -> None:
        """Rename what is staged to its place. Raises Conflict when an object is there already."""
        goal = os.path.join(self._root, *self.path(act.id).split("/"))
        if act.kind == "new":
            while True:
                self._disk.make_folders(os.path.dirname(goal), self._root)
                try:
                    self._disk.rename(os.path.join(folder, "obj"), goal)
                    break
                except FileNotFoundError:
                    # Repair removes empty folders, also one that was made for this; but what is staged must be there.
                    if not os.path.isdir(os.path.join(folder, "obj")):
                        raise
                except OSError as error:
                    if os.path.isdir(goal):
                        raise Conflict(f"{act.id} was stored by another writer first", where=self._place) from error
                    raise
            if self._flush:
                for above in _up(os.path.dirname(goal), os.path.dirname(self._root)):
                    self._disk.flush(above)
            return
        self._disk.rename(os.path.join(folder, act.head), os.path.join(goal, act.head))
        if self._flush:
            self._disk.flush(goal)
        for name in sorted(os.listdir(folder)):  # `inventory.json` before its sidecar.
            if name.startswith(inventories.FILE):
                self._disk.rename(os.path.join(folder, name), os.path.join(goal, name))
        if self._flush:
            self._disk.flush(goal)

    def _acknowledge(self, *acts: Act) -> Receipt:
        lines = [Line(each.at, each.id, each.head, each.inventory, each.how, "") for each in acts]
        with self._disk.locked(os.path.join(self._area, "locks", "ledger.lock")):
            self._ledger.append(lines, flush=self._flush)
        return Receipt(acts[-1].id, acts[-1].head, acts[-1].inventory, acts[-1].how)

    def _require_head(self, id: str, after: Inventory | None) -> Inventory | None:
        """Return the head; the caller holds the object's lock. Raises Conflict when it is not what the caller saw."""
        found = self._find(id)
        head = found[0] if found else None
        if head != after:
            raise Conflict(f"{id} is at {head.head if head else 'no version'} by now", where=self._place)
        return head

    # ── Our own files ───────────────────────────────────────────────────────

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to one of our logs, durably."""
        path = os.path.join(self._area, *require_inside(log).split("/"))
        with writing(path):
            self._enter()
            with self._disk.locked(os.path.join(self._area, "locks", "logs.lock")):
                self._disk.make_folders(os.path.dirname(path), self._area)
                self._disk.mend_lines(path)
                if self._disk.append(path, b"".join(each + b"\n" for each in lines), flush=self._flush) and self._flush:
                    for folder in _up(os.path.dirname(path), self._root):
                        self._disk.flush(folder)

    def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep files in `quarantine/NAME/`, whole or not at all; return that folder, relative to the root."""
        contents = {require_inside(path): content for path, content in files}
        place = f"{AREA}/quarantine/{require_inside(name)}"
        goal = os.path.join(self._root, *place.split("/"))
        with writing(goal):
            staging = self._enter()
            folder = staging.begin(Act("new", "", "", "", "set aside", ""))
            try:
                self._disk.write_tree(os.path.join(folder, "files"), contents, flush=self._flush)
                self._disk.make_folders(os.path.dirname(goal), self._area)
                self._disk.rename(os.path.join(folder, "files"), goal)
                if self._flush:
                    for above in _up(os.path.dirname(goal), self._root):
                        self._disk.flush(above)
            finally:
                with suppress(OSError):
                    self._disk.remove_tree(folder)
        return place

    def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
        """Mend what a crash left, and nothing else."""
        return ()

    def close(self) -> None:
        """Let go of the writer's staging and its lock."""
        with self._guard:
            staging, self._staging = self._staging, None
        if staging is not None:
            with suppress(OSError):
                staging.close()

    # ── Locks ───────────────────────────────────────────────────────────────

    def _require_writable(self) -> None:
        if self._layout is None:
            raise ReadOnly("is of a layout or a version of OCFL that is only read", where=self._place)

    def _enter(self) -> Staging:
        """Return this process's staging; the first call makes it."""
        with self._guard:
            if self._staging is None or self._staging.process != os.getpid():
                self._disk.make_folders(os.path.join(self._area, "staging"), self._root)
                self._disk.make_folders(os.path.join(self._area, "locks"), self._root)
                self._staging = Staging(self._area, self._disk)
            return self._staging

    @contextmanager
    def _locked(self, *ids: str) -> Iterator[None]:
        """Hold the locks of objects, taken in ascending order: so two groups cannot wait for each other."""
        names = sorted({hashlib.sha256(id.encode()).hexdigest()[:2] for id in ids})
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(self._disk.locked(os.path.join(self._area, "locks", f"{name}.lock")))
            yield


def _sha512(content: bytes) -> str:
    return hashlib.sha512(content).hexdigest()


def _up(folder: str, end: str) -> Iterator[str]:
    """Yield a folder and those above it, up to `end`, which is not one of them."""
    while folder != end and folder != os.path.dirname(folder):
        yield folder
        folder = os.path.dirname(folder)


def _require_unused(root: str, place: str) -> None:
    """Raise ArchiveError unless the folder is missing, empty, or what a kill left of an init."""
    try:
        names = os.listdir(root)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(reason(error), where=place) from error
    unfinished = os.path.isdir(os.path.join(root, *AREA.split("/")))
    others = sorted(each for each in names if not unfinished or each not in ("extensions", layouts.FILE))
    if others:
        raise ArchiveError(f"is no archive, and holds {others[0]!r}", where=place, hint="name an empty folder")


def _install(disk: Disk, area: str, root: str, path: str, content: bytes) -> None:
    """Put a file of the root in its place: it is written in staging, as a half one would make the root invalid."""
    goal = os.path.join(root, *path.split("/"))
    if os.path.lexists(goal):
        return
    disk.make_folders(os.path.dirname(goal), root)
    staged = os.path.join(area, "staging", f"init-{os.urandom(6).hex()}")
    disk.write(staged, content, flush=True)
    disk.rename(staged, goal)
    disk.flush(os.path.dirname(goal))

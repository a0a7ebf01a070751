"""`FolderStore`: an OCFL 1.1 storage root on a file system.

How a put survives a kill at any moment of it is told in
`docs/explanation/archive.md`; in short: a new object is made whole in staging
and renamed to its place, which is atomic and fails where one is already; a
later version is renamed into its object, and its own inventory is what makes
it complete. The line in the ledger is the acknowledgement.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress

from converter.archive import inventory as inventories
from converter.archive import layout as layouts
from converter.archive import objects
from converter.archive.disk import Disk, Unsettled, disk_like, is_on_network, writing
from converter.archive.layout import Layout, require_inside
from converter.archive.network_lock import Claim
from converter.archive.root import Root
from converter.archive.staging import RESTORED, Act, Staging
from converter.archive.store import AREA, DECLARATION, DECLARATIONS, Conflict, ReadOnly, Receipt, init
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError, CannotWrite, ConverterError, FixityError
from converter.io.files import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.ledger import Line
    from converter.archive.staging import Kind
    from converter.archive.store import Durability, Group, Mend, Note
    from converter.archive.tree import Tree


class FolderStore:
    """A root in a folder. Made by `create` or `open`; a store may be used by several threads, a group by one."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._staging: Staging | None = None
        self._claim: Claim | None = None
        self._guard = threading.Lock()

    @classmethod
    def create(
        cls, place: str, *, layout: Layout | None = None, durability: Durability = "each", private: bool = False
    ) -> FolderStore:
        """Make a root in a folder that is empty or missing, and return it open; one that is a root already is opened.

        It is a put: a kill leaves a folder that the next `create` completes. Raises ArchiveError for a folder that
        holds anything else or a root of another layout than was asked for, CannotWrite.
        """
        root = Root(place, layout or Layout(), Disk(private=private), durability)
        with writing(place):
            if not _is_declared(root):
                _require_unused(root)
                if _initialise(root):
                    return cls(root)
        store = cls.open(place, durability=durability)
        if layout is not None and store.layout != layout:
            raise ArchiveError("is an archive of another layout", where=place)
        return store

    @classmethod
    def open(cls, place: str, *, durability: Durability = "each") -> FolderStore:
        """Return the root in a folder; one of a layout or version that we do not write is only read.

        Raises ArchiveError for what is no root.
        """
        tree = FolderTree(os.path.abspath(place))
        if not os.path.isdir(place):
            if os.path.lexists(place):
                raise ArchiveError("is no folder", where=place)
            raise ArchiveError("no such folder", where=place, hint=init(place) + " makes an archive")
        layout = None
        if tree.exists(DECLARATION):
            layout = layouts.read(tree)
        elif not any(tree.exists(each) for each in DECLARATIONS):
            is_begun = tree.exists(AREA)
            way_out = init(place) + (" was interrupted: run it again" if is_begun else " makes one")
            raise ArchiveError("is no archive", where=place, hint=way_out)
        return cls(Root(place, layout, disk_like(os.path.join(place, *AREA.split("/"))), durability))

    # ── Reading ─────────────────────────────────────────────────────────────

    @property
    def place(self) -> str:
        """The root as the caller named it."""
        return self._root.place

    @property
    def tree(self) -> Tree:
        """The root's files, to be read."""
        return self._root.tree

    @property
    def writable(self) -> bool:
        """Whether puts are possible."""
        return self._root.layout is not None

    @property
    def layout(self) -> Layout | None:
        """Where objects lie, or None for a root that is only read."""
        return self._root.layout

    def path(self, id: str) -> str:
        """Return the object's folder, relative to the root. Raises ArchiveError for an id that can have none."""
        if self._root.layout is not None:
            return self._root.layout.path(id)
        for folder in objects.folders(self.tree):
            found = objects.head(self.tree, folder)
            if found is not None and found[0].id == id:
                return folder
        raise ArchiveError(f"holds no {id}", where=self.place)

    def find(self, id: str) -> Inventory | None:
        """Return the inventory of an object's head, or None. Raises FixityError."""
        return objects.find(self, self.tree, id)

    def read(self, id: str, path: str, version: str | None = None, *, seen: Inventory | None = None) -> bytes:
        """Return the bytes of a logical path, checked. Raises FixityError, ArchiveError."""
        return objects.read(self, self.tree, id, path, version, seen)

    def ids(self) -> Iterator[str]:
        """Yield the id of every object, by its place in the root. Raises FixityError at one that has no inventory."""
        with _reading(self.place):
            for folder in objects.folders(self.tree):
                found = objects.head(self.tree, folder)
                if found is not None:
                    yield found[0].id

    def ledger(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines of the ledger from a position on. Raises FixityError."""
        with _reading(self._root.area):
            yield from self._root.ledger.read(start)

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log; nothing where there is no such log."""
        with _reading(self._root.area):
            yield from self._root.log(log)

    # ── Puts ────────────────────────────────────────────────────────────────

    def put(self, id: str, new: NewVersion, after: Inventory | None, *, notes: Sequence[Note] = ()) -> Receipt:
        """Store a version on the head that the caller saw. Raises Conflict, CannotWrite, ReadOnly."""
        with self._changing(id, after) as staging:
            made, written = inventories.after(after, id, new)
            act = self.act_of("update" if after else "new", made, "put", notes)
            with self._act(staging, act) as folder:
                self._root.stage(folder, act, (made,), written)
                return self._finish(folder, act)

    def group(self, size: int = 64) -> Group:
        """Return a group of puts that are flushed together."""
        from converter.archive.group import FolderGroup

        return FolderGroup(self, self._root, size)

    def replace(
        self,
        id: str,
        new: NewVersion | tuple[NewVersion, ...],
        after: Inventory,
        *,
        how: str,
        notes: Sequence[Note] = (),
    ) -> Receipt:
        """Put one version, or several, in the place of the whole object, in one step."""
        with self._changing(id, after) as staging:
            made: list[Inventory] = []
            written: dict[str, bytes] = {}
            for each in new if isinstance(new, tuple) else (new,):
                inventory, contents = inventories.after(made[-1] if made else None, id, each)
                made.append(inventory)
                written |= contents
            act = self.act_of("replace", made[-1], how, notes)
            with self._act(staging, act) as folder:
                self._root.stage(folder, act, made, written)
                return self._finish(folder, act)

    def remove(self, id: str, after: Inventory, *, how: str, at: str = "") -> Receipt:
        """Take the whole object away; the ledger says `how`, and when: by default, when its head was put."""
        with self._changing(id, after) as staging:
            content = self.tree.read(f"{self.path(id)}/{inventories.FILE}")
            when = at or after.version().created
            act = Act("remove", id, after.head, inventories.sha512(content), how, when)
            with self._act(staging, act) as folder:
                receipt = self._finish(folder, act)
                self._root.remove_empty(os.path.dirname(self._root.goal(id)))
                return receipt

    def adopt(self, id: str, files: Iterable[tuple[str, bytes]], *, how: str, notes: Sequence[Note] = ()) -> Receipt:
        """Store a whole object, all its versions, as another root or a bag has it.

        It is verified where it is staged, before it can be seen. Raises FixityError, Conflict when it is there.
        """
        from converter.archive.repair import acts_of

        with self._changing(id, None) as staging:
            contents = dict(files)
            content = contents.get(inventories.FILE, b"")
            try:
                found = inventories.parse(content)
            except ArchiveError as error:
                raise FixityError(error.what, where=inventories.FILE) from error
            if found.id != id:
                raise FixityError(f"is of {found.id}, not of {id}", where=inventories.FILE)
            created = found.version().created
            act = Act("new", id, found.head, inventories.sha512(content), how, created, tuple(notes))
            with self._act(staging, act) as folder:
                self._root.stage_whole(folder, act, contents)
                return self._finish(folder, act, lambda: acts_of(self._root, self.path(id), found, how, found.versions))

    def restore(self, id: str, files: Iterable[tuple[str, bytes]], *, notes: Sequence[Note] = ()) -> None:
        """Put a whole object, as a copy of the root has it, in the place of a damaged or missing one.

        The ledger gets no line: what it acknowledged is what the files must hold, and the caller has looked. They are
        verified where they are staged. Raises FixityError, CannotWrite, ReadOnly.
        """
        self.require_writable()
        goal = self._root.goal(id)
        with writing(self.place), self.quiet(id) as staging:
            contents = dict(files)
            content = contents[inventories.FILE]
            found = inventories.parse(content)
            kind: Kind = "replace" if os.path.lexists(goal) else "new"
            created = found.version().created
            act = Act(kind, id, found.head, inventories.sha512(content), RESTORED, created, tuple(notes))
            with self._act(staging, act) as folder:
                self._root.stage_whole(folder, act, contents)
                self._root.publish(folder, act)
                self._root.note(notes)

    def settle(self, id: str) -> None:
        """Wait until no put of the object is on its way; what a dead writer left of one is finished or undone."""
        if self.writable:
            with self.quiet(id):
                pass

    @staticmethod
    def act_of(kind: Kind, made: Inventory, how: str, notes: Sequence[Note] = ()) -> Act:
        """Return what a put of the inventory's head is to do."""
        digest = inventories.sha512(made.serialise())
        return Act(kind, made.id, made.head, digest, how, made.version().created, tuple(notes))

    @contextmanager
    def _changing(self, id: str, after: Inventory | None) -> Iterator[Staging]:
        """Hold the object's lock while it is at the head that the caller saw. Raises Conflict when it is not."""
        self.require_writable()
        self.path(id)  # An id that can have no place is refused before anything is written.
        with writing(self.place), self.quiet(id) as staging:
            self._require_head(id, after, staging)
            yield staging

    @contextmanager
    def quiet(self, *ids: str) -> Iterator[Staging]:
        """Hold the locks of objects that no dead writer has left half-way."""
        from converter.archive.repair import sweep

        with writing(self.place):
            while True:
                staging = self.enter()
                with self._root.locked(*ids):
                    if not self._root.has_dead_writers(staging):
                        yield staging
                        return
                # Its lock is free since it died, perhaps between its rename and the ledger: that comes first.
                sweep(self._root)

    def _require_head(self, id: str, after: Inventory | None, staging: Staging) -> None:
        from converter.archive.repair import roll_forward

        head = self.find(id)
        if head is not None and head == after:
            following = os.path.join(self._root.goal(id), inventories.following(head))
            if os.path.lexists(following):
                # A power cut may leave this without anything in staging that tells of it.
                folder = staging.begin(Act("update", "", "", "", "repair", ""))
                done = list(roll_forward(self._root, self._root.goal(id), folder))
                self._root.drop(folder)
                if not done:
                    where = f"{self.path(id)}/{inventories.following(head)}"
                    raise FixityError("is there, and no version of the object", where=where)
                head = self.find(id)
        if head != after:
            at = head.head if head else "no version"
            raise Conflict(f"{id} is at {at} by now", where=self.place)

    @contextmanager
    def _act(self, staging: Staging, act: Act) -> Iterator[str]:
        """Give a put its folder; whatever ends it, what it left is gone, or lies there for a sweep."""
        folder = staging.begin(act)
        try:
            yield folder
        except Unsettled:
            raise  # The ledger may have the line: a sweep looks.
        except (OSError, ConverterError):
            self._root.undo(folder, act)
            raise
        # Not for an interruption: it may have come between the ledger's line and the receipt.
        self._root.drop(folder)

    def _finish(self, folder: str, act: Act, lines: Callable[[], Sequence[Act]] | None = None) -> Receipt:
        self._root.publish(folder, act)
        return self._root.acknowledge(lines() if lines else (act,), act.notes)[-1]

    # ── Our own files ───────────────────────────────────────────────────────

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to one of our logs, durably."""
        with writing(self.place):
            self.enter()
            self._root.append(log, lines)

    def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep files in `quarantine/NAME/`, whole or not at all; return that folder, relative to the root.

        The same files a second time are kept once; others get a name of their own, `NAME-2`.
        """
        contents = {require_inside(path): content for path, content in files}
        root = self._root
        with writing(self.place):
            folder = self.enter().begin(Act("new", "", "", "", "set aside", ""))
            try:
                root.disk.write_tree(os.path.join(folder, "files"), contents, flush=root.flush)
                count = 1
                while True:
                    place = f"{AREA}/quarantine/{require_inside(name)}{f'-{count}' if count > 1 else ''}"
                    goal = root.full(place)
                    root.disk.make_folders(os.path.dirname(goal), root.area)
                    try:
                        root.disk.rename(os.path.join(folder, "files"), goal)
                        break
                    except OSError:
                        if not os.path.isdir(goal):
                            raise
                        if all(_holds(os.path.join(goal, path), content) for path, content in contents.items()):
                            break
                        count += 1
                if root.flush:
                    for above in root.above(goal):
                        root.disk.flush(above)
            finally:
                root.drop(folder)
        return place

    def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
        """Mend what a crash left, and nothing else; return what was done. Raises ReadOnly, CannotWrite."""
        from converter.archive import repair

        self.require_writable()
        with writing(self.place):
            if dry_run:
                return tuple(repair.survey(self._root))
            staging = self.enter(swept=False)
            return tuple(repair.mend(self._root, staging))

    def close(self) -> None:
        """Let go of the writer's staging and its lock."""
        with self._guard:
            staging, self._staging = self._staging, None
            claim, self._claim = self._claim, None
        if staging is not None:
            from converter.archive.repair import sweep

            with suppress(OSError):  # Else the next writer sweeps.
                if staging.close():
                    sweep(self._root)
        if claim is not None:
            claim.close()

    def __enter__(self) -> FolderStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ── Being a writer ──────────────────────────────────────────────────────

    def require_writable(self) -> None:
        """Raise ReadOnly for a root that is only read."""
        if not self.writable:
            raise ReadOnly("is of a layout or a version of OCFL that is only read", where=self.place)

    def enter(self, *, swept: bool = True) -> Staging:
        """Return this process's staging. The first call makes it, and settles what dead writers left."""
        from converter.archive.repair import sweep

        root = self._root
        with self._guard:
            if self._staging is None or self._staging.process != os.getpid():
                for name in ("staging", "locks"):
                    root.disk.make_folders(os.path.join(root.area, name), root.path)
                self._claim = Claim(root.area, root.disk) if is_on_network(root.path) else None
                self._staging = Staging(root.area, root.disk)
                if swept and root.layout is not None:
                    sweep(root)
            return self._staging


@contextmanager
def _reading(place: str) -> Iterator[None]:
    """Turn the system's faults into ArchiveError: of the path that the fault names, else of the place."""
    try:
        yield
    except OSError as error:
        where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else place
        raise ArchiveError(f"cannot be read: {reason(error)}", where=where) from error


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False


# ── Init ────────────────────────────────────────────────────────────────────


def _require_unused(root: Root) -> None:
    """Raise ArchiveError unless the folder is missing, empty, what a kill left of an init, or a root by now."""
    try:
        names = os.listdir(root.path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(reason(error), where=root.place) from error
    unfinished = ("extensions", layouts.FILE) if os.path.isdir(root.area) else ()
    others = sorted(set(names) - set(unfinished))
    if names == ["extensions"] and not unfinished and not os.listdir(root.full("extensions")):
        return  # Killed between the first folder and the second.
    if others and not _is_declared(root):  # What another has made since we looked, it may have put into as well.
        raise ArchiveError(f"is no archive, and holds {others[0]!r}", where=root.place, hint="name an empty folder")


def _is_declared(root: Root) -> bool:
    return os.path.lexists(root.full(DECLARATION))


def _initialise(root: Root) -> bool:
    """Make the root; return whether nobody else has meanwhile."""
    assert root.layout is not None
    disk, staging = root.disk, os.path.join(root.area, "staging")
    above = root.path
    while not os.path.isdir(above):
        above = os.path.dirname(above)
    disk.make_folders(staging, above)
    disk.make_folder(os.path.join(root.area, "locks"))
    with disk.locked(root.lock_file("sweep")):
        if _is_declared(root):  # Its ledger is not ours to empty.
            return False
        for name in os.listdir(staging):  # Of an earlier init; nobody else writes here before the declaration is there.
            disk.remove(os.path.join(staging, name))
        for path, content in {f"{AREA}/ledger.jsonl": b"", **root.layout.files()}.items():
            _install(root, path, content)
        if root.flush:
            folder = staging
            while True:
                disk.flush(folder)
                if folder == above:
                    break
                folder = os.path.dirname(folder)
        # The last: a folder with the declaration is a root that needs nothing more.
        _install(root, DECLARATION, f"{DECLARATION[2:]}\n".encode())
    return True


def _install(root: Root, path: str, content: bytes) -> None:
    """Put a file of the root in its place: it is written in staging, as a half one would make the root invalid."""
    goal = root.full(path)
    if _holds(goal, content):
        return
    root.disk.make_folders(os.path.dirname(goal), root.path)
    staged = os.path.join(root.area, "staging", f"init-{os.urandom(6).hex()}")
    root.disk.write(staged, content, flush=root.flush)
    root.disk.rename(staged, goal)
    if root.flush:
        root.disk.flush(os.path.dirname(goal))

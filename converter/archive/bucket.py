"""`BucketStore`: an OCFL root in an object store (S3), by conditional puts.

There is no rename, no lock and no staging. What decides between writers is
one key: the inventory of the version after the head. Who creates it has put
that version, once its contents are there, and whoever comes along can finish
what is left to do, which is the same for all: sidecars, the root inventory by
a swap, the line in the ledger. A removal or replacement claims the same key
with a note of what it does, so that no put can come between.
"""

from __future__ import annotations

import re

from converter.archive import inventory as inventories
from converter.archive import layout as layouts
from converter.archive import objects
from converter.archive.bucket_files import connect
from converter.archive.bucket_notes import BucketNotes
from converter.archive.bucket_objects import BucketObjects
from converter.archive.inventory import FILE, Inventory, NewVersion, following, number, sha512
from converter.archive.layout import Layout, require_inside
from converter.archive.ledger import Line, file_name
from converter.archive.root import require_paths
from converter.archive.store import AREA, DECLARATION, DECLARATIONS, Conflict, Mend, ReadOnly, Receipt, init
from converter.core.errors import ArchiveError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converter.archive.bucket_files import Bucket
    from converter.archive.store import Group, Note
    from converter.archive.tree import Tree

_OBJECT = "0=ocfl_object_1.1"
_VERSION_INVENTORY = re.compile(r"(v\d+)/inventory\.json")
SWEPT_AFTER_S = 24 * 3600.0
"""What a writer uploaded and nobody refers to is swept when it is so old: younger, its writer may still be at it."""


class BucketStore:
    """A root in a bucket. Made by `create` or `open`; several clients may write, on several machines."""

    def __init__(
        self, place: str, bucket: Bucket, layout: Layout | None, *, swept_after_s: float = SWEPT_AFTER_S
    ) -> None:
        self._place, self._bucket, self._layout = place, bucket, layout
        self._objects = BucketObjects(bucket)
        self._notes = BucketNotes(bucket, self._objects.ledger)
        self._swept_after_s = swept_after_s

    @classmethod
    def create(cls, place: str, *, layout: Layout | None = None, bucket: Bucket | None = None) -> BucketStore:
        """Make a root below a prefix that is unused, and return it open; one that is a root already is opened.

        A kill leaves what the next `create` completes. Raises ArchiveError for a prefix that holds anything else,
        or a root of another layout than was asked for.
        """
        bucket = bucket or connect(place)
        names = {each.name for each in bucket.entries("")}
        if DECLARATION in names:
            store = cls.open(place, bucket=bucket)
            if layout is not None and store.layout != layout:
                raise ArchiveError("is an archive of another layout", where=place)
            return store
        if others := sorted(names - {"extensions", layouts.FILE}):
            raise ArchiveError(f"is no archive, and holds {others[0]!r}", where=place, hint="name an unused prefix")
        layout = layout or Layout()
        bucket.create(f"{AREA}/{file_name(1)}", b"")
        for path, content in {**layout.files(), DECLARATION: f"{DECLARATION[2:]}\n".encode()}.items():
            bucket.put(path, content)
        return cls(place, bucket, layout)

    @classmethod
    def open(cls, place: str, *, bucket: Bucket | None = None, swept_after_s: float = SWEPT_AFTER_S) -> BucketStore:
        """Return the root below a prefix. Raises ArchiveError where none is."""
        bucket = bucket or connect(place)
        names = {each.name for each in bucket.entries("")}
        if DECLARATIONS.isdisjoint(names):
            raise ArchiveError("is no archive", where=place, hint=init(place) + " makes one")
        layout = layouts.read(bucket) if DECLARATION in names else None
        return cls(place, bucket, layout, swept_after_s=swept_after_s)

    # ── Reading ─────────────────────────────────────────────────────────────

    @property
    def place(self) -> str:
        """The root as the caller named it."""
        return self._place

    @property
    def tree(self) -> Tree:
        """The root's keys, to be read."""
        return self._bucket

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
        for folder, found in self._heads():
            if found.id == id:
                return folder
        raise ArchiveError(f"holds no {id}", where=self._place)

    def find(self, id: str) -> Inventory | None:
        """Return the inventory of an object's head, or None. Raises FixityError."""
        return objects.find(self, self._bucket, id, in_bucket=True)

    def read(self, id: str, path: str, version: str | None = None, *, seen: Inventory | None = None) -> bytes:
        """Return the bytes of a logical path, checked. Raises FixityError, ArchiveError."""
        return objects.read(self, self._bucket, id, path, version, seen)

    def ids(self) -> Iterator[str]:
        """Yield the id of every object, by its place in the root. Raises FixityError at one that has no inventory."""
        for _, found in self._heads():
            yield found.id

    def _heads(self) -> Iterator[tuple[str, Inventory]]:
        for folder in self._folders():
            found = objects.head(self._bucket, folder, in_bucket=True)
            if found is not None:
                yield folder, found[0]

    def _folders(self) -> Iterator[str]:
        """Yield every folder with an object's declaration: one listing, a thousand keys a request."""
        for key in self._bucket.keys(""):
            folder, _, name = key.path.rpartition("/")
            if name.startswith(objects.DECLARATION) and not folder.startswith("extensions/"):
                yield folder

    def ledger(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines of the ledger from a position on. Raises FixityError."""
        return self._objects.ledger.read(start)

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log; nothing where there is no such log."""
        return self._notes.log(log).read()

    # ── Puts ────────────────────────────────────────────────────────────────

    def put(self, id: str, new: NewVersion, after: Inventory | None, *, notes: Sequence[Note] = ()) -> Receipt:
        """Store a version on the head that the caller saw. Raises Conflict, CannotWrite, ReadOnly."""
        folder, since = self._changing(id, after)
        made, written = inventories.after(after, id, new)
        uploaded, (made,) = self._objects.upload(folder, written, (made,))
        content = made.serialise()
        promise = self._notes.promise(id, made.head, sha512(content), notes)
        decided = self._bucket.create(f"{folder}/{made.head}/{FILE}", content)
        if not decided or not self._objects.finish(folder, content, "put", since):
            self._objects.settle(folder)
            self._objects.lose(folder, uploaded)
            self._notes.drop(promise)
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        self._notes.keep(promise, notes)
        return Receipt(id, made.head, sha512(content))

    def group(self, size: int = 64) -> Group:
        """Return a group; here each of its puts is acknowledged at once, as there is nothing to flush."""
        return BucketGroup(self)

    def replace(
        self,
        id: str,
        new: NewVersion | tuple[NewVersion, ...],
        after: Inventory,
        *,
        how: str,
        notes: Sequence[Note] = (),
    ) -> Receipt:
        """Put one version, or several, in the place of the whole object."""
        folder, _ = self._changing(id, after)
        made: list[Inventory] = []
        written: dict[str, bytes] = {}
        for each in new if isinstance(new, tuple) else (new,):
            inventory, contents = inventories.after(made[-1] if made else None, id, each)
            made.append(inventory)
            written |= contents
        if len(made) > number(after.head):
            raise ArchiveError(f"{id} cannot be replaced by more versions than it has")
        _, renamed = self._objects.upload(folder, written, made)
        act = {
            "act": "replace",
            "after": sha512(self._bucket.read(f"{folder}/{FILE}")),
            "how": how,
            "versions": {each.head: each.serialise().decode() for each in renamed},
        }
        digest = sha512(renamed[-1].serialise())
        promise = self._notes.promise(id, made[-1].head, digest, notes)
        if not self._objects.claim(folder, after, act) or not self._objects.replace(folder, act, following(after)):
            # What was uploaded stays for a sweep: another replacement may have the same bytes, and need them.
            self._notes.drop(promise)
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        self._notes.keep(promise, notes)
        return Receipt(id, made[-1].head, digest, how)

    def remove(self, id: str, after: Inventory, *, how: str, at: str = "") -> Receipt:
        """Take the whole object away; the ledger says `how`, and when: by default, when its head was put."""
        folder, _ = self._changing(id, after)
        digest = sha512(self._bucket.read(f"{folder}/{FILE}"))
        act = {
            "act": "remove",
            "at": at or after.version().created,
            "head": after.head,
            "how": how,
            "id": id,
            "inv": digest,
        }
        if not self._objects.claim(folder, after, act):
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        self._objects.remove(folder, act, following(after))
        return Receipt(id, after.head, digest, how)

    def adopt(self, id: str, files: Iterable[tuple[str, bytes]], *, how: str, notes: Sequence[Note] = ()) -> Receipt:
        """Store a whole object, all its versions, as another root or a bag has it, verified before it is uploaded.

        Raises FixityError; ArchiveError for one whose versions have no inventories of their own (OCFL lets other tools
        leave them out): they are what decides between writers here.
        """
        from converter.archive.object_check import check_object
        from converter.archive.tree import MemoryTree

        contents = dict(files)
        require_paths(contents)
        for each in check_object(MemoryTree(contents), "").findings:
            if each.kind == "error":
                raise FixityError(each.words, where=each.path)
        found = inventories.parse(contents[FILE])
        if found.id != id:
            raise FixityError(f"is of {found.id}, not of {id}", where=FILE)
        claims = [f"{head}/{FILE}" for head in found.versions]
        if missing := [path for path in claims if path not in contents]:
            raise ArchiveError(f"{id} lacks {missing[0]}, without which a bucket cannot hold it")
        folder, since = self._changing(id, None)
        side = f"{FILE}.{found.algorithm}"
        # The first version's inventory is what decides: until it is there, the rest is nothing.
        for path, content in contents.items():
            if path in (claims[0], FILE, side) or path.startswith(objects.DECLARATION):
                continue
            place = f"{folder}/{path}"
            if not self._bucket.create(place, content) and self._bucket.read(place) != content:
                raise Conflict(f"{id} is being stored by another writer", where=self._place)
        promise = self._notes.promise(id, found.head, sha512(contents[FILE]), notes)
        if not self._bucket.create(f"{folder}/{claims[0]}", contents[claims[0]]):
            self._notes.drop(promise)
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        for path in claims:
            self._objects.finish(folder, contents[path], how, since)
        self._notes.keep(promise, notes)
        return Receipt(id, found.head, sha512(contents[FILE]), how)

    def settle(self, id: str) -> None:
        """Finish what a writer, dead or not, has decided and not yet acknowledged."""
        if self.writable:
            self._objects.settle(self.path(id))

    def _changing(self, id: str, after: Inventory | None) -> tuple[str, int]:
        """Return the folder of an object that is at the head that the caller saw, and the ledger's length before.

        Raises Conflict when it is at another.
        """
        self._require_writable()
        folder = self.path(id)
        acts = self._objects.settle(folder)
        since = self._objects.ledger.learn()
        if acts:
            raise Conflict(f"{id} is being replaced or removed", where=self._place, hint="repair finishes what is old")
        head = self.find(id)
        if head != after:
            raise Conflict(f"{id} is at {head.head if head else 'no version'} by now", where=self._place)
        return folder, since

    # ── Our own files ───────────────────────────────────────────────────────

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to one of our logs, durably."""
        self._notes.log(log).append(lambda last: lines)

    def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep files in `quarantine/NAME/`; return that folder. The same files a second time are kept once.

        The last of them is uploaded last: where it is, all are.
        """
        contents = {require_inside(path): content for path, content in files}
        count = 1
        while True:
            place = f"{AREA}/quarantine/{require_inside(name)}{f'-{count}' if count > 1 else ''}"
            there = [each.path.removeprefix(f"{place}/") for each in self._bucket.keys(place)]
            if all(path in contents and self._objects.read(f"{place}/{path}") == contents[path] for path in there):
                for path, content in contents.items():
                    self._bucket.put(f"{place}/{path}", content)
                return place
            count += 1

    def close(self) -> None:
        """Nothing is held."""

    def __enter__(self) -> BucketStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
        """Finish what was decided, remove what was uploaded in vain and is old; return what was done."""
        from converter.archive.bucket_repair import mend

        self._require_writable()
        done = tuple(mend(self._objects, self._swept_after_s, dry_run=dry_run))
        return (*done, *self._notes.mend(self._swept_after_s, dry_run=dry_run))

    def _require_writable(self) -> None:
        if not self.writable:
            raise ReadOnly("is of a layout or a version of OCFL that is only read", where=self._place)


class BucketGroup:
    """A group of a bucket's puts: each is acknowledged when it returns."""

    def __init__(self, store: BucketStore) -> None:
        self._store = store

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> tuple[Receipt, ...]:
        """Store a version and return its receipt. Raises Conflict."""
        return (self._store.put(id, new, after),)

    def flush(self) -> tuple[Receipt, ...]:
        """Return nothing: nothing waits."""
        return ()

    def __enter__(self) -> BucketGroup:
        return self

    def __exit__(self, *exception: object) -> None:
        return

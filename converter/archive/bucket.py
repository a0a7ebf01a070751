"""`BucketStore`: an OCFL root in an object store (S3), by conditional puts.

There is no rename, no lock and no staging. What decides between writers is
one key: the inventory of the version after the head. Who creates it has put
that version, once its contents are there, and whoever comes along can finish
what is left to do, which is the same for all: sidecars, the root inventory by
a swap, the line in the ledger. A removal or replacement claims the same key
with a note of what it does, so that no put can come between.
"""

from __future__ import annotations

import json
import re
import time

from converter.archive import inventory as inventories
from converter.archive import layout as layouts
from converter.archive import objects
from converter.archive.bucket_files import connect
from converter.archive.bucket_logs import BucketLedger, BucketLog
from converter.archive.inventory import FILE, Inventory, NewVersion, following, number, sha512, sidecar
from converter.archive.layout import Layout, require_inside
from converter.archive.ledger import Line, file_name
from converter.archive.root import require_paths
from converter.archive.store import AREA, Conflict, Mend, ReadOnly, Receipt
from converter.errors import ArchiveError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from converter.archive.bucket_files import Bucket, Key
    from converter.archive.store import Group
    from converter.archive.tree import Tree

DECLARATION = "0=ocfl_1.1"
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
        self._ledger = BucketLedger(bucket, f"{AREA}/{file_name(1)}")
        self._swept_after_s = swept_after_s

    @classmethod
    def create(cls, place: str, *, layout: Layout | None = None, bucket: Bucket | None = None) -> BucketStore:
        """Make a root below a prefix that is unused, and return it open; one that is a root already is opened.

        A kill leaves what the next `create` completes. Raises ArchiveError for a prefix that holds anything else.
        """
        bucket, layout = bucket or connect(place), layout or Layout()
        names = {each.name for each in bucket.entries("")}
        if DECLARATION in names:
            store = cls.open(place, bucket=bucket)
            if store.layout != layout:
                raise ArchiveError("is an archive of another layout", where=place)
            return store
        if others := sorted(names - {"extensions", layouts.FILE}):
            raise ArchiveError(f"is no archive, and holds {others[0]!r}", where=place, hint="name an unused prefix")
        bucket.create(f"{AREA}/{file_name(1)}", b"")
        for path, content in {**layout.files(), DECLARATION: f"{DECLARATION[2:]}\n".encode()}.items():
            bucket.put(path, content)
        return cls(place, bucket, layout)

    @classmethod
    def open(cls, place: str, *, bucket: Bucket | None = None, swept_after_s: float = SWEPT_AFTER_S) -> BucketStore:
        """Return the root below a prefix. Raises ArchiveError where none is."""
        bucket = bucket or connect(place)
        names = {each.name for each in bucket.entries("")}
        if DECLARATION not in names and "0=ocfl_1.0" not in names:
            raise ArchiveError("is no archive", where=place, hint="make one with init")
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
        for folder, found in self._objects():
            if found.id == id:
                return folder
        raise ArchiveError(f"holds no {id}", where=self._place)

    def find(self, id: str) -> Inventory | None:
        """Return the inventory of an object's head, or None. Raises FixityError."""
        try:
            folder = self.path(id)
        except ArchiveError:
            return None
        found = objects.head(self._bucket, folder, in_bucket=True)
        if found is None:
            return None
        if found[0].id != id:
            raise FixityError(f"is of {found[0].id}, in the place of {id}", where=f"{folder}/{FILE}")
        return found[0]

    def read(self, id: str, path: str, version: str | None = None) -> bytes:
        """Return the bytes of a logical path, checked. Raises FixityError, ArchiveError."""
        found = self._get(id)
        while True:
            try:
                return objects.content(self._bucket, self.path(id), found, path, version)
            except FixityError:
                # A purge may have taken the object from under us: then its inventory is another now.
                now = self._get(id)
                if now == found:
                    raise
                found = now

    def _get(self, id: str) -> Inventory:
        found = self.find(id)
        if found is None:
            raise ArchiveError(f"holds no {id}", where=self._place)
        return found

    def ids(self) -> Iterator[str]:
        """Yield the id of every object, by its place in the root. Raises FixityError at one that has no inventory."""
        for _, found in self._objects():
            yield found.id

    def _objects(self) -> Iterator[tuple[str, Inventory]]:
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
        return self._ledger.read(start)

    def log(self, log: str) -> Iterator[bytes]:
        """Yield the lines of a log; nothing where there is no such log."""
        return self._log(log).read()

    # ── Puts ────────────────────────────────────────────────────────────────

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> Receipt:
        """Store a version on the head that the caller saw. Raises Conflict, CannotWrite, ReadOnly."""
        folder = self._changing(id, after)
        made, written = inventories.after(after, id, new)
        uploaded, (made,) = self._upload(folder, written, (made,))
        content = made.serialise()
        decided = self._bucket.create(f"{folder}/{made.head}/{FILE}", content)
        if not decided or not self._finish(folder, content, "put"):
            self._settle(folder)
            self._lose(folder, uploaded)
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        return Receipt(id, made.head, sha512(content))

    def group(self, size: int = 64) -> Group:
        """Return a group; here each of its puts is acknowledged at once, as there is nothing to flush."""
        return BucketGroup(self)

    def replace(self, id: str, new: NewVersion | tuple[NewVersion, ...], after: Inventory, *, how: str) -> Receipt:
        """Put one version, or several, in the place of the whole object."""
        folder = self._changing(id, after)
        made: list[Inventory] = []
        written: dict[str, bytes] = {}
        for each in new if isinstance(new, tuple) else (new,):
            inventory, contents = inventories.after(made[-1] if made else None, id, each)
            made.append(inventory)
            written |= contents
        if len(made) > number(after.head):
            raise ArchiveError(f"{id} cannot be replaced by more versions than it has")
        uploaded, renamed = self._upload(folder, written, made)
        act = {
            "act": "replace",
            "after": _digest_of(self._bucket, folder),
            "how": how,
            "versions": {each.head: each.serialise().decode() for each in renamed},
        }
        if not self._claim(folder, after, act) or not self._replace(folder, act, following(after)):
            self._lose(folder, uploaded)
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        return Receipt(id, made[-1].head, sha512(renamed[-1].serialise()), how)

    def remove(self, id: str, after: Inventory, *, how: str, at: str = "") -> Receipt:
        """Take the whole object away; the ledger says `how`, and when: by default, when its head was put."""
        folder = self._changing(id, after)
        digest = _digest_of(self._bucket, folder)
        act = {
            "act": "remove",
            "at": at or after.version().created,
            "head": after.head,
            "how": how,
            "id": id,
            "inv": digest,
        }
        if not self._claim(folder, after, act):
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        self._remove(folder, act, following(after))
        return Receipt(id, after.head, digest, how)

    def adopt(self, id: str, files: Iterable[tuple[str, bytes]], *, how: str) -> Receipt:
        """Store a whole object, all its versions, as another root or a bag has it, verified before it is uploaded.

        Raises FixityError; ArchiveError for one whose versions have no inventories of their own (OCFL lets other tools
        leave them out): they are what decides between writers here.
        """
        from converter.archive.object_check import check_object

        contents = dict(files)
        require_paths(contents)
        for each in check_object(_Files(contents), "").findings:
            if each.kind == "error":
                raise FixityError(each.words, where=each.path)
        found = inventories.parse(contents[FILE])
        if found.id != id:
            raise FixityError(f"is of {found.id}, not of {id}", where=FILE)
        claims = [f"{head}/{FILE}" for head in found.versions]
        if missing := [path for path in claims if path not in contents]:
            raise ArchiveError(f"{id} lacks {missing[0]}, without which a bucket cannot hold it")
        folder = self._changing(id, None)
        side = f"{FILE}.{found.algorithm}"
        # The first version's inventory is what decides: until it is there, the rest is nothing.
        for path, content in contents.items():
            if path in (claims[0], FILE, side) or path.startswith(objects.DECLARATION):
                continue
            place = f"{folder}/{path}"
            if not self._bucket.create(place, content) and self._bucket.read(place) != content:
                raise Conflict(f"{id} is being stored by another writer", where=self._place)
        if not self._bucket.create(f"{folder}/{claims[0]}", contents[claims[0]]):
            raise Conflict(f"{id} was stored by another writer first", where=self._place)
        for path in claims:
            self._finish(folder, contents[path], how)
        return Receipt(id, found.head, sha512(contents[FILE]), how)

    def settle(self, id: str) -> None:
        """Finish what a writer, dead or not, has decided and not yet acknowledged."""
        if self.writable:
            self._settle(self.path(id))

    # ── What decides, and what anybody can finish ───────────────────────────

    def _changing(self, id: str, after: Inventory | None) -> str:
        """Return the folder of an object that is at the head that the caller saw. Raises Conflict when it is not."""
        if not self.writable:
            raise ReadOnly("is of a layout or a version of OCFL that is only read", where=self._place)
        folder = self.path(id)
        acts = self._settle(folder)
        if acts:
            raise Conflict(f"{id} is being replaced or removed", where=self._place, hint="repair finishes what is old")
        head = self.find(id)
        if head != after:
            raise Conflict(f"{id} is at {head.head if head else 'no version'} by now", where=self._place)
        return folder

    def _settle(self, folder: str) -> list[tuple[str, dict[str, Any]]]:
        """Finish what was decided; return the acts that claim the object: version's name, what it is."""
        keys = {each.path.removeprefix(f"{folder}/") for each in self._bucket.keys(folder)}
        if not keys:
            return []
        acts: list[tuple[str, dict[str, Any]]] = []
        claims = sorted((match[1] for path in keys if (match := _VERSION_INVENTORY.fullmatch(path))), key=number)
        found = objects.head(self._bucket, folder, in_bucket=True)
        for name in claims:
            head = number(found[0].head) if found else 0
            if number(name) <= head:
                continue
            content = self._read(f"{folder}/{name}/{FILE}")
            if act := _act(content):
                acts.append((name, act))
            elif not acts and _is_next(content, found[0] if found else None):
                self._finish(folder, content, "adopted")
                found = objects.head(self._bucket, folder, in_bucket=True)
            elif content and found and number(name) == head + 1:
                raise FixityError("is there, and no version of the object", where=f"{folder}/{name}")
        if found and not acts and not self._ledger.has(found[0].id, found[0].head, sha512(found[1])):
            self._acknowledge([_line(found[0], sha512(found[1]), "adopted")])
        return acts

    def _finish(self, folder: str, content: bytes, how: str) -> bool:
        """Make a version that was decided the head, and acknowledge it; return whether it is of the object's line.

        Each step is one that any number of writers may do, and none undoes what a later version did.
        """
        made = inventories.parse(content)
        side, name = sidecar(content, made.algorithm), f"{FILE}.{made.algorithm}"
        self._bucket.put(f"{folder}/{made.head}/{name}", side)
        if number(made.head) == 1:
            version = made.type.partition("ocfl.io/")[2].partition("/")[0] or "1.1"
            self._bucket.put(f"{folder}/{objects.DECLARATION}{version}", f"ocfl_object_{version}\n".encode())
            self._bucket.create(f"{folder}/{name}", side)
            if not self._bucket.create(f"{folder}/{FILE}", content) and not self._has(folder, made):
                return False
        else:
            try:
                (root, tag), (root_side, side_tag) = (self._bucket.get(f"{folder}/{each}") for each in (FILE, name))
            except FileNotFoundError:
                return False
            if root == content or _extends(made, inventories.parse(root)):
                # The sidecar first: the reader's rule takes the older inventory by its own version's sidecar.
                if root_side != side:
                    self._bucket.swap(f"{folder}/{name}", side, side_tag)
                is_head = root == content or self._bucket.swap(f"{folder}/{FILE}", content, tag)
            else:
                is_head = False
            if not is_head and not self._has(folder, made):
                return False
        self._acknowledge([_line(made, sha512(content), how)])
        return True

    def _has(self, folder: str, made: Inventory) -> bool:
        """Return whether the object has a version, as its head or below it."""
        try:
            root = inventories.parse(self._bucket.read(f"{folder}/{FILE}"))
        except FileNotFoundError:
            return False
        return root.versions.get(made.head) == made.version()

    def _acknowledge(self, lines: Sequence[Line]) -> None:
        self._ledger.append(lines)

    def _upload(
        self, folder: str, written: Mapping[str, bytes], made: Sequence[Inventory]
    ) -> tuple[list[str], list[Inventory]]:
        """Upload contents; return their paths, and the inventories with the paths that they got.

        Where another writer has other bytes under the name, ours get a name with their digest: nobody's are replaced.
        """
        require_paths(written)
        names: dict[str, str] = {}
        for path in written:
            if any(ord(character) < 32 or ord(character) == 127 for character in path):
                raise ArchiveError(f"{path!r} is no path within an object")
        for path, content in written.items():
            name = path
            if not self._bucket.create(f"{folder}/{name}", content):
                if self._read(f"{folder}/{name}") != content:
                    stem, dot, end = path.rpartition(".")
                    digest = sha512(content)[:32]
                    name = f"{stem}.{digest}.{end}" if dot and "/" not in end else f"{path}.{digest}"
                # Again, though it is there: a sweep goes by the age of what nobody refers to.
                self._bucket.put(f"{folder}/{name}", content)
            names[path] = name
        return [names[path] for path in written], [_renamed(each, names) for each in made]

    def _lose(self, folder: str, uploaded: list[str]) -> None:
        """Remove what was uploaded in vain: once another has decided the version, nobody can come to refer to it."""
        head = objects.head(self._bucket, folder, in_bucket=True)
        if head is not None:
            kept = {path for paths in head[0].manifest.values() for path in paths}
            for path in uploaded:
                if path not in kept and number(path.partition("/")[0]) <= number(head[0].head):
                    self._bucket.delete(f"{folder}/{path}")

    # ── Replacing and removing ──────────────────────────────────────────────

    def _claim(self, folder: str, after: Inventory, act: dict[str, Any]) -> bool:
        content = json.dumps(act, sort_keys=True, separators=(",", ":")).encode()
        path = f"{folder}/{following(after)}/{FILE}"
        return self._bucket.create(path, content) or self._read(path) == content

    def _replace(self, folder: str, act: dict[str, Any], claim: str) -> bool:
        """Do what a claim says; only its writer does, or repair when it is old: it deletes."""
        versions = {head: text.encode() for head, text in act["versions"].items()}
        content = versions[max(versions, key=number)]
        made = inventories.parse(content)
        side, name = sidecar(content, made.algorithm), f"{FILE}.{made.algorithm}"
        root, tag = self._bucket.get(f"{folder}/{FILE}")
        if root != content:
            if sha512(root) != act["after"]:
                self._bucket.delete(f"{folder}/{claim}/{FILE}")
                return False
            old_side, side_tag = self._bucket.get(f"{folder}/{name}")
            if old_side != side:
                self._bucket.swap(f"{folder}/{name}", side, side_tag)
            if not self._bucket.swap(f"{folder}/{FILE}", content, tag):
                return False
        for head, each in versions.items():
            self._bucket.put(f"{folder}/{head}/{FILE}", each)
            self._bucket.put(f"{folder}/{head}/{name}", sidecar(each, made.algorithm))
        kept = {path for paths in made.manifest.values() for path in paths}
        kept |= {f"{head}/{each}" for head in versions for each in (FILE, name)}
        kept |= {FILE, name, _OBJECT, f"{claim}/{FILE}"}
        self._delete(folder, kept)
        self._bucket.put(f"{folder}/{_OBJECT}", f"{_OBJECT[2:]}\n".encode())
        self._acknowledge([_line(made, sha512(content), act["how"])])
        self._bucket.delete(f"{folder}/{claim}/{FILE}")
        return True

    def _remove(self, folder: str, act: dict[str, Any], claim: str) -> None:
        self._bucket.delete(f"{folder}/{FILE}")  # From here on nobody finds it.
        self._delete(folder, {f"{claim}/{FILE}"})
        self._acknowledge([Line(act["at"], act["id"], act["head"], act["inv"], act["how"], "")])
        self._bucket.delete(f"{folder}/{claim}/{FILE}")

    def _delete(self, folder: str, kept: set[str]) -> None:
        for key in list(self._bucket.keys(folder)):
            if key.path.removeprefix(f"{folder}/") not in kept:
                self._bucket.delete(key.path)

    # ── Our own files ───────────────────────────────────────────────────────

    def append(self, log: str, lines: Sequence[bytes]) -> None:
        """Append lines to one of our logs, durably."""
        self._log(log).append(lambda last: lines)

    def _log(self, log: str) -> BucketLog:
        return BucketLog(self._bucket, f"{AREA}/{require_inside(log)}")

    def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
        """Keep files in `quarantine/NAME/`; return that folder. The same files a second time are kept once.

        The last of them is uploaded last: where it is, all are.
        """
        contents = {require_inside(path): content for path, content in files}
        count = 1
        while True:
            place = f"{AREA}/quarantine/{require_inside(name)}{f'-{count}' if count > 1 else ''}"
            there = [each.path.removeprefix(f"{place}/") for each in self._bucket.keys(place)]
            if all(path in contents and self._read(f"{place}/{path}") == contents[path] for path in there):
                for path, content in contents.items():
                    self._bucket.put(f"{place}/{path}", content)
                return place
            count += 1

    def _read(self, path: str) -> bytes:
        try:
            return self._bucket.read(path)
        except FileNotFoundError:
            return b""

    def close(self) -> None:
        """Nothing is held."""

    def __enter__(self) -> BucketStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ── Repair ──────────────────────────────────────────────────────────────

    def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
        """Finish what was decided, remove what was uploaded in vain and is old; return what was done.

        In a bucket contents that no inventory names are what a writer leaves that was not first, so they are swept;
        all other damage is left as it is.
        """
        if not self.writable:
            raise ReadOnly("is of a layout or a version of OCFL that is only read", where=self._place)
        mends: list[Mend] = []
        for folder, keys in self._by_folder():
            mends += self._repair(folder, {each.path.removeprefix(f"{folder}/"): each for each in keys}, dry_run)
        return tuple(mends)

    def _by_folder(self) -> Iterator[tuple[str, list[Key]]]:
        """Yield the keys of each object's folder, also of one that has no declaration yet."""
        folder = ""
        keys: list[Key] = []
        for key in self._bucket.keys(""):
            if "/" not in key.path or key.path.startswith("extensions/"):
                continue
            match = re.match(
                r"(.*?)/(?:v\d+/.*|0=ocfl_object_[^/]*|inventory\.json[^/]*|logs/.*|extensions/.*)$", key.path
            )
            if match is None:
                continue
            if match[1] != folder:
                if keys:
                    yield folder, keys
                folder, keys = match[1], []
            keys.append(key)
        if keys:
            yield folder, keys

    def _repair(self, folder: str, keys: Mapping[str, Key], dry_run: bool) -> Iterator[Mend]:
        from converter.archive.object_check import check_object

        try:
            found = objects.head(self._bucket, folder, in_bucket=True)
        except ArchiveError:
            return  # Damage.
        head = number(found[0].head) if found else 0
        for path in sorted(keys):
            match = _VERSION_INVENTORY.fullmatch(path)
            if match is None or number(match[1]) <= head:
                continue
            claim = self._read(f"{folder}/{path}")
            act = _act(claim)
            if act is not None and self._is_old(keys[path]):
                if not dry_run:
                    (self._replace if act["act"] == "replace" else self._remove)(folder, act, match[1])
                yield Mend("rolled-forward", folder, "a replacement or a removal that was decided and not finished")
                return
            if act is not None:
                return
            if _is_next(claim, found[0] if found else None):
                if not dry_run:
                    self._finish(folder, claim, "adopted")
                yield Mend("rolled-forward", folder, "a version that was decided, and not yet the head")
                if dry_run:
                    return  # What else there is, depends on it.
                found = objects.head(self._bucket, folder, in_bucket=True)
        if found is not None:
            inventory, content = found
            side = f"{FILE}.{inventory.algorithm}"
            own = sidecar(content, inventory.algorithm)
            stated = self._read(f"{folder}/{side}")
            names = list(inventory.versions)
            if stated != own and len(names) > 1 and stated == self._read(f"{folder}/{names[-2]}/{side}"):
                if not dry_run:
                    self._bucket.put(f"{folder}/{side}", own)
                yield Mend("wrote-sidecar", f"{folder}/{side}", "it was still that of the version before")
        kept: set[str] = {path for paths in found[0].manifest.values() for path in paths} if found else set()
        last = number(found[0].head) if found else 0
        for path, key in keys.items():
            version = re.match(r"v(\d+)/(content/)?", path)
            is_vain = path not in kept and version is not None and (bool(version[2]) or int(version[1]) > last)
            if (is_vain or found is None) and self._is_old(key):
                if not dry_run:
                    self._bucket.delete(f"{folder}/{path}")
                yield Mend(
                    "swept-staging", f"{folder}/{path}", "uploaded in vain: another was first, or its writer died"
                )
        if found is not None and not self._ledger.has(found[0].id, found[0].head, sha512(found[1])):
            report = check_object(self._bucket, folder)
            if not any(each.kind == "error" for each in report.findings):
                if not dry_run:
                    self._acknowledge([_line(found[0], sha512(found[1]), "adopted")])
                yield Mend("adopted", folder, f"{found[0].head} of {found[0].id}, which is whole and not in the ledger")

    def _is_old(self, key: Key) -> bool:
        return time.time() - key.modified >= self._swept_after_s


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


class _Files:
    """An object's files in memory, as a tree: to be verified before they are uploaded."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def entries(self, path: str) -> list[Any]:
        """Return what lies in a folder."""
        from converter.archive.tree import Entry

        start = f"{path}/" if path else ""
        found: dict[str, Any] = {}
        for each, content in self._files.items():
            if each.startswith(start):
                name, inner, _ = each[len(start) :].partition("/")
                found[name] = Entry(name, "folder", 0) if inner else Entry(name, "file", len(content))
        if path and not found:
            raise FileNotFoundError(path)
        return [found[name] for name in sorted(found)]

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        try:
            return self._files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield a file's bytes."""
        yield self.read(path)

    def exists(self, path: str) -> bool:
        """Return whether there is such a file or folder."""
        return path in self._files or any(each.startswith(f"{path}/") for each in self._files)


def _digest_of(bucket: Bucket, folder: str) -> str:
    return sha512(bucket.read(f"{folder}/{FILE}"))


def _line(made: Inventory, digest: str, how: str) -> Line:
    return Line(made.version().created, made.id, made.head, digest, how, "")


def _act(content: bytes) -> dict[str, Any] | None:
    """Return the note of a replacement or removal, or None for what is an inventory, or nothing."""
    try:
        record = json.loads(content)
    except ValueError:
        return None
    return record if isinstance(record, dict) and record.get("act") in ("replace", "remove") else None


def _is_next(content: bytes, before: Inventory | None) -> bool:
    try:
        made = inventories.parse(content)
    except ArchiveError:
        return False
    return made.head == "v1" if before is None else _extends(made, before)


def _extends(made: Inventory, before: Inventory) -> bool:
    """Return whether an inventory adds one version to another, and changes none."""
    versions = {name: each for name, each in made.versions.items() if name != made.head}
    return (made.id, made.head, versions) == (before.id, following(before), dict(before.versions))


def _renamed(made: Inventory, names: Mapping[str, str]) -> Inventory:
    """Return an inventory with the content paths that were free."""
    if all(path == name for path, name in names.items()):
        return made

    def rename(block: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {digest: tuple(names.get(path, path) for path in paths) for digest, paths in block.items()}

    return made.replace(
        manifest=rename(made.manifest), fixity={name: rename(block) for name, block in made.fixity.items()}
    )

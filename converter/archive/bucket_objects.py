"""Objects in a bucket as their writers see them: what decides between writers, and what anybody can finish.

What decides is one key, the inventory of the version after the head
(`converter.archive.bucket`). Every step after it is one that any number of
writers may take, at any time: a put of bytes that are the same for all, or a
swap that fails once a later version is there.
"""

from __future__ import annotations

import json
import os
import re

from converter.archive import inventory as inventories
from converter.archive import objects
from converter.archive.bucket_logs import BucketLedger
from converter.archive.inventory import FILE, Inventory, following, number, sha512, sidecar
from converter.archive.ledger import Line, file_name
from converter.archive.root import require_paths
from converter.archive.store import AREA
from converter.core.errors import ArchiveError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from converter.archive.bucket_files import Bucket

_OBJECT = "0=ocfl_object_1.1"
VERSION_INVENTORY = re.compile(r"(v\d+)/inventory\.json")


class BucketObjects:
    """The objects of one root."""

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket
        self.ledger = BucketLedger(bucket, f"{AREA}/{file_name(1)}")

    def head(self, folder: str) -> tuple[Inventory, bytes] | None:
        """Return the inventory of an object's head and its bytes, or None. Raises FixityError."""
        return objects.head(self.bucket, folder, in_bucket=True)

    def read(self, path: str) -> bytes:
        """Return a key's bytes; none where there is no such key."""
        try:
            return self.bucket.read(path)
        except FileNotFoundError:
            return b""

    def settle(self, folder: str) -> list[tuple[str, dict[str, Any]]]:
        """Finish what was decided; return the acts that claim the object: version's name, what it is."""
        keys = {each.path.removeprefix(f"{folder}/") for each in self.bucket.keys(folder)}
        if not keys:
            return []
        since = self.ledger.learn()
        acts: list[tuple[str, dict[str, Any]]] = []
        claims = sorted((match[1] for path in keys if (match := VERSION_INVENTORY.fullmatch(path))), key=number)
        found = self.head(folder)
        for name in claims:
            head = number(found[0].head) if found else 0
            if number(name) <= head:
                continue
            content = self.read(f"{folder}/{name}/{FILE}")
            if act := act_of(content):
                acts.append((name, act))
            elif not acts and is_next(content, found[0] if found else None):
                self.acknowledge(found)
                self.finish(folder, content, "adopted", since)
                found = self.head(folder)
            elif content and found and number(name) == head + 1:
                raise FixityError("is there, and no version of the object", where=f"{folder}/{name}")
        if not acts:
            self.acknowledge(found)
        return acts

    def is_acknowledged(self, found: tuple[Inventory, bytes]) -> bool:
        """Return whether the ledger has a head."""
        return self.ledger.has(found[0].id, found[0].head, sha512(found[1]))

    def acknowledge(self, found: tuple[Inventory, bytes] | None) -> None:
        """Have the ledger say a head that it lacks: before a later version, or the order of the two would be lost."""
        if found is not None and not self.is_acknowledged(found):
            self.ledger.append([line_of(found[0], sha512(found[1]), "adopted")])

    def finish(self, folder: str, content: bytes, how: str, since: int) -> bool:
        """Make a version that was decided the head, and acknowledge it; return whether it is of the object's line.

        Each step is one that any number of writers may do, and none undoes what a later version did. `since` is the
        ledger's length before the version was decided, or was seen to be.
        """
        made = inventories.parse(content)
        side, name = sidecar(content, made.algorithm), f"{FILE}.{made.algorithm}"
        self.bucket.put(f"{folder}/{made.head}/{name}", side)
        if number(made.head) == 1:
            version = made.type.partition("ocfl.io/")[2].partition("/")[0] or "1.1"
            self.bucket.put(f"{folder}/{objects.DECLARATION}{version}", f"ocfl_object_{version}\n".encode())
            self.bucket.create(f"{folder}/{name}", side)
            if not self.bucket.create(f"{folder}/{FILE}", content) and not self.has(folder, made):
                return False
        else:
            try:
                (root, tag), (root_side, side_tag) = (self.bucket.get(f"{folder}/{each}") for each in (FILE, name))
            except FileNotFoundError:
                return False
            if root == content or _extends(made, inventories.parse(root)):
                # The sidecar first: the reader's rule takes the older inventory by its own version's sidecar.
                if root_side != side:
                    self.bucket.swap(f"{folder}/{name}", side, side_tag)
                is_head = root == content or self.bucket.swap(f"{folder}/{FILE}", content, tag)
            else:
                is_head = False
            if not is_head and not self.has(folder, made):
                return False
        self.ledger.append([line_of(made, sha512(content), how)], since)
        return True

    def has(self, folder: str, made: Inventory) -> bool:
        """Return whether the object has a version, as its head or below it."""
        try:
            root = inventories.parse(self.bucket.read(f"{folder}/{FILE}"))
        except FileNotFoundError:
            return False
        return root.versions.get(made.head) == made.version()

    def upload(
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
            if not self.bucket.create(f"{folder}/{name}", content):
                if self.read(f"{folder}/{name}") != content:
                    stem, dot, end = path.rpartition(".")
                    digest = sha512(content)[:32]
                    name = f"{stem}.{digest}.{end}" if dot and "/" not in end else f"{path}.{digest}"
                # Again, though it is there: a sweep goes by the age of what nobody refers to.
                self.bucket.put(f"{folder}/{name}", content)
            names[path] = name
        return [names[path] for path in written], [_renamed(each, names) for each in made]

    def lose(self, folder: str, uploaded: list[str]) -> None:
        """Remove what was uploaded in vain: once another has decided the version, nobody can come to refer to it."""
        head = self.head(folder)
        if head is not None:
            kept = {path for paths in head[0].manifest.values() for path in paths}
            for path in uploaded:
                if path not in kept and number(path.partition("/")[0]) <= number(head[0].head):
                    self.bucket.delete(f"{folder}/{path}")

    # ── Replacing and removing ──────────────────────────────────────────────

    def claim(self, folder: str, after: Inventory, act: dict[str, Any]) -> bool:
        """Take the key that decides for an act; return whether it was free."""
        # With a name of its own: the library asks again when an answer is lost, and then our own claim is there.
        content = json.dumps({**act, "by": os.urandom(8).hex()}, sort_keys=True, separators=(",", ":")).encode()
        path = f"{folder}/{following(after)}/{FILE}"
        return self.bucket.create(path, content) or self.read(path) == content

    def replace(self, folder: str, act: dict[str, Any], claim: str) -> bool:
        """Do what a claim says; only its writer does, or repair when it is old: it deletes."""
        versions = {head: text.encode() for head, text in act["versions"].items()}
        content = versions[max(versions, key=number)]
        made = inventories.parse(content)
        side, name = sidecar(content, made.algorithm), f"{FILE}.{made.algorithm}"
        root, tag = self.bucket.get(f"{folder}/{FILE}")
        if root != content:
            if sha512(root) != act["after"]:
                self.bucket.delete(f"{folder}/{claim}/{FILE}")
                return False
            old_side, side_tag = self.bucket.get(f"{folder}/{name}")
            if old_side != side:
                self.bucket.swap(f"{folder}/{name}", side, side_tag)
            if not self.bucket.swap(f"{folder}/{FILE}", content, tag):
                return False
        for head, each in versions.items():
            self.bucket.put(f"{folder}/{head}/{FILE}", each)
            self.bucket.put(f"{folder}/{head}/{name}", sidecar(each, made.algorithm))
        kept = {path for paths in made.manifest.values() for path in paths}
        kept |= {f"{head}/{each}" for head in versions for each in (FILE, name)}
        kept |= {FILE, name, _OBJECT, f"{claim}/{FILE}"}
        self._delete_others(folder, kept)
        self.bucket.put(f"{folder}/{_OBJECT}", f"{_OBJECT[2:]}\n".encode())
        self.ledger.append([line_of(made, sha512(content), act["how"])])
        self.bucket.delete(f"{folder}/{claim}/{FILE}")
        return True

    def remove(self, folder: str, act: dict[str, Any], claim: str) -> None:
        """Do what a claim says; only its writer does, or repair when it is old: it deletes."""
        self.bucket.delete(f"{folder}/{FILE}")  # From here on nobody finds it.
        self._delete_others(folder, {f"{claim}/{FILE}"})
        self.ledger.append([Line(act["at"], act["id"], act["head"], act["inv"], act["how"], "")])
        self.bucket.delete(f"{folder}/{claim}/{FILE}")

    def _delete_others(self, folder: str, kept: set[str]) -> None:
        for key in list(self.bucket.keys(folder)):
            if key.path.removeprefix(f"{folder}/") not in kept:
                self.bucket.delete(key.path)


def line_of(made: Inventory, digest: str, how: str) -> Line:
    """Return what the ledger is to say of a head."""
    return Line(made.version().created, made.id, made.head, digest, how, "")


def act_of(content: bytes) -> dict[str, Any] | None:
    """Return the note of a replacement or removal, or None for what is an inventory, or nothing."""
    try:
        record = json.loads(content)
    except ValueError:
        return None
    return record if isinstance(record, dict) and record.get("act") in ("replace", "remove") else None


def is_next(content: bytes, before: Inventory | None) -> bool:
    """Return whether bytes are the inventory of the version after a head; of the first, where there is no object."""
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

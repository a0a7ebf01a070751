"""Objects as they lie in a tree: where they are, what their heads say, and their contents, checked.

Both stores and `verify` read through these. They never change anything, and
need no lock: an object that is being changed is read again.
"""

from __future__ import annotations

import hashlib
import time

from converter.archive.inventory import FILE, parse, sidecar_digest
from converter.core.errors import ArchiveError, FixityError
from converter.io.files import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.inventory import Inventory
    from converter.archive.store import Store
    from converter.archive.tree import Tree

DECLARATION = "0=ocfl_object_"
_TRIES, _PAUSE_S = 20, 0.005
"""A put needs a moment between two renames: 20 tries of 5 ms were ten times more than a busy machine needed."""


def folders(tree: Tree, path: str = "") -> Iterator[str]:
    """Yield the folder of every object below a folder, by its place; memory does not grow with their number."""
    entries = tree.entries(path)
    if path and any(each.name.startswith(DECLARATION) for each in entries):
        yield path
        return
    for each in entries:
        if each.kind == "folder" and (path or each.name != "extensions"):
            try:
                yield from folders(tree, f"{path}/{each.name}" if path else each.name)
            except FileNotFoundError:
                continue  # Removed while we walked.


def head(tree: Tree, folder: str, *, in_bucket: bool = False) -> tuple[Inventory, bytes] | None:
    """Return the inventory of an object's head and its bytes, or None where no object is.

    The root inventory counts when its digest is that of the root sidecar or
    of the sidecar in its head version's folder: so a reader sees the version
    before a put or the one after, at any moment of it. Raises FixityError
    when neither holds for 20 tries. In a bucket an object without a root
    inventory is one that is not there yet.
    """
    fault = ""
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE_S)
        try:
            content = tree.read(f"{folder}/{FILE}")
        except (FileNotFoundError, NotADirectoryError):
            if in_bucket or not tree.exists(folder):
                return None
            fault = "is missing"
            continue
        except OSError as error:
            raise ArchiveError(f"cannot be read: {reason(error)}", where=f"{folder}/{FILE}") from error
        try:
            inventory = parse(content)
        except ArchiveError as error:
            fault = error.what
            continue
        stated = ""
        for place in (folder, f"{folder}/{inventory.head}"):
            try:
                stated = sidecar_digest(tree.read(f"{place}/{FILE}.{inventory.algorithm}"))
                if stated == digest_of(inventory.algorithm, content):
                    return inventory, content
            except (OSError, ValueError):
                continue
        fault = (
            f"has {inventory.algorithm} {digest_of(inventory.algorithm, content)}, its sidecar {stated or 'is missing'}"
        )
    raise FixityError(f"the inventory {fault}", where=f"{folder}/{FILE}")


def content(tree: Tree, folder: str, inventory: Inventory, path: str, version: str | None = None) -> bytes:
    """Return the bytes of a logical path. Raises FixityError with the path and both digests, ArchiveError."""
    place, digest = inventory.content_path(path, version)
    where = f"{folder}/{place}"
    try:
        found = tree.read(where)
    except OSError as error:
        raise FixityError("cannot be read", where=where, hint=f"{inventory.algorithm} {digest}") from error
    actual = digest_of(inventory.algorithm, found)
    if actual != digest.lower():
        raise FixityError(f"has {inventory.algorithm} {actual}, the inventory says {digest}", where=where)
    return found


def find(store: Store, tree: Tree, id: str, *, in_bucket: bool = False) -> Inventory | None:
    """Return the inventory of the head of an object in a store's tree, or None. Raises FixityError."""
    try:
        folder = store.path(id)
    except ArchiveError:
        return None
    found = head(tree, folder, in_bucket=in_bucket)
    if found is None:
        return None
    if found[0].id != id:
        raise FixityError(f"is of {found[0].id}, in the place of {id}", where=f"{folder}/{FILE}")
    return found[0]


def read(store: Store, tree: Tree, id: str, path: str, version: str | None, seen: Inventory | None = None) -> bytes:
    """Return the bytes of a logical path of an object in a store's tree. Raises FixityError, ArchiveError."""
    found = seen or require(store, id)
    while True:
        try:
            return content(tree, store.path(id), found, path, version)
        except FixityError:
            # A purge may have taken the object from under us: then its inventory is another now.
            now = require(store, id)
            if now == found:
                raise
            found = now


def require(store: Store, id: str) -> Inventory:
    """Return the inventory of an object's head. Raises ArchiveError where the store holds no such object."""
    found = store.find(id)
    if found is None:
        raise ArchiveError(f"holds no {id}", where=store.place)
    return found


def is_object(tree: Tree, folder: str) -> bool:
    """Return whether a folder has an object's declaration."""
    return any(each.name.startswith(DECLARATION) for each in tree.entries(folder))


def require_contents(tree: Tree, folder: str, inventory: Inventory, version: str) -> None:
    """Raise FixityError unless a version's folder holds its inventory, its sidecar and what it brought, and no more."""
    digests = {path: digest for digest, paths in inventory.manifest.items() for path in paths}
    wanted = {path for path in digests if path.startswith(f"{version}/")}
    files = {f"{version}/{FILE}", f"{version}/{FILE}.{inventory.algorithm}"}
    kinds = {each.name: each.kind for each in tree.entries(folder)}
    if kinds.get(version) != "folder" or set(_paths(tree, folder, version)) != wanted | files:
        raise FixityError("does not hold what its inventory says", where=f"{folder}/{version}")
    for path in wanted:
        if digest_of(inventory.algorithm, tree.read(f"{folder}/{path}")) != digests[path]:
            raise FixityError("is not what the inventory says", where=f"{folder}/{path}")


def _paths(tree: Tree, folder: str, path: str) -> Iterator[str]:
    for each in tree.entries(f"{folder}/{path}"):
        inner = f"{path}/{each.name}"
        if each.kind == "folder":
            yield from _paths(tree, folder, inner)
        else:
            yield inner if each.kind == "file" else f"{inner}\0"  # A link or a special file is never what is wanted.


def digest_of(algorithm: str, content: bytes) -> str:
    """Return a digest by OCFL's name of its algorithm (`sha512/256`, `blake2b-160`). Raises ValueError."""
    if algorithm.startswith("blake2b-") and algorithm[8:].isdigit():
        return hashlib.blake2b(content, digest_size=int(algorithm[8:]) // 8).hexdigest()
    return hashlib.new(algorithm.replace("/", "_"), content).hexdigest()

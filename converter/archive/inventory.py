"""The inventory of an OCFL object (OCFL 1.1 §3.5): which contents it holds, and which files each version had."""

from __future__ import annotations

import hashlib
import json

from converter.core.errors import ArchiveError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypeAlias

    Paths: TypeAlias = Mapping[str, tuple[str, ...]]
    """Digest → paths."""

TYPE = "https://ocfl.io/1.1/spec/#inventory"
FILE = "inventory.json"


class User(Value):
    """Who made a version (OCFL 1.1 §3.5.3.1)."""

    name: str
    address: str
    """A URI, best `mailto:`."""


class NewVersion(Value):
    """What the next version of an object is to be, whole: files that it does not name are not in it."""

    created: str
    """A date-time with a zone, whole seconds (RFC 3339)."""
    message: str
    user: User
    files: Mapping[str, bytes | str]
    """Logical path → its bytes, or the digest of a content that the object holds already."""
    fixity: Mapping[str, str] = {}
    """Logical path → its SHA-256, for the fixity block; of files given as bytes."""


class Version(Value):
    """One version as the inventory has it."""

    created: str
    state: Paths
    """Digest → logical paths."""
    message: str | None = None
    user: User | None = None

    def files(self) -> dict[str, str]:
        """Return logical path → digest, sorted by path."""
        return dict(sorted((path, digest) for digest, paths in self.state.items() for path in paths))


class Inventory(Value):
    """The inventory of one object, up to and with its head."""

    id: str
    head: str
    """`v1`, `v2`, …; a root that another tool made may pad them: `v0001`."""
    manifest: Paths
    """Digest → content paths, relative to the object."""
    versions: Mapping[str, Version]
    """Oldest first."""
    fixity: Mapping[str, Paths] = {}
    """Algorithm → digest → content paths."""
    algorithm: str = "sha512"
    content_directory: str = "content"
    type: str = TYPE

    def version(self, name: str | None = None) -> Version:
        """Return a version, the head by default. Raises ArchiveError for one that the object never had."""
        try:
            return self.versions[name or self.head]
        except KeyError:
            raise ArchiveError(
                f"{self.id} has no version {name!r}", hint=f"there are: {', '.join(self.versions)}"
            ) from None

    def content_path(self, path: str, version: str | None = None) -> tuple[str, str]:
        """Return the content path and the digest of a logical path. Raises ArchiveError when the version lacks it."""
        digest = self.version(version).files().get(path)
        if digest is None:
            raise ArchiveError(f"{self.id} {version or self.head} has no file {path!r}")
        return self.manifest[digest][0], digest

    def serialise(self) -> bytes:
        """Return the bytes that are stored: keys sorted, no blanks, UTF-8; equal inventories give equal bytes."""
        versions = {
            name: {
                "created": each.created,
                "state": {digest: sorted(paths) for digest, paths in each.state.items()},
                **({"message": each.message} if each.message is not None else {}),
                **({"user": {"name": each.user.name, "address": each.user.address}} if each.user else {}),
            }
            for name, each in self.versions.items()
        }
        record: dict[str, Any] = {
            "digestAlgorithm": self.algorithm,
            "head": self.head,
            "id": self.id,
            "manifest": {digest: sorted(paths) for digest, paths in self.manifest.items()},
            "type": self.type,
            "versions": versions,
        }
        if self.content_directory != "content":
            record["contentDirectory"] = self.content_directory
        if self.fixity:
            record["fixity"] = {
                name: {digest: sorted(paths) for digest, paths in block.items()} for name, block in self.fixity.items()
            }
        return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def parse(content: bytes) -> Inventory:
    """Return the inventory of stored bytes, of any tool's making. Raises ArchiveError for what is no inventory.

    It trusts the maker for all else: `verify` is what checks every rule.
    """
    try:
        record = json.loads(content)
        versions = {name: _version(each) for name, each in record["versions"].items()}
        return Inventory(
            id=record["id"],
            head=record["head"],
            manifest=_paths(record["manifest"]),
            versions=dict(sorted(versions.items(), key=lambda item: number(item[0]))),
            fixity={name: _paths(block) for name, block in record.get("fixity", {}).items()},
            algorithm=record["digestAlgorithm"],
            content_directory=record.get("contentDirectory", "content"),
            type=record["type"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ArchiveError(f"is no OCFL inventory: {type(error).__name__}: {error}") from error


def _version(record: dict[str, Any]) -> Version:
    user = record.get("user")
    return Version(
        created=record["created"],
        state=_paths(record["state"]),
        message=record.get("message"),
        user=User(user["name"], user.get("address", "")) if user else None,
    )


def _paths(record: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {digest: tuple(paths) for digest, paths in record.items()}


def number(version: str) -> int:
    """Return 12 for `v12` and `v0012`. Raises ValueError for what is no version's name (OCFL 1.1 §3.3)."""
    if version[:1] != "v" or not version[1:].isascii() or not version[1:].isdigit() or int(version[1:]) < 1:
        raise ValueError(f"{version!r} names no version")
    return int(version[1:])


def following(before: Inventory | None) -> str:
    """Return the name of the version after the head, padded as the others are; `v1` where there is no object yet."""
    if before is None:
        return "v1"
    digits = len(before.head) - 1 if before.head.startswith("v0") else 0
    return f"v{number(before.head) + 1:0{digits}d}"


def after(before: Inventory | None, id: str, new: NewVersion) -> tuple[Inventory, dict[str, bytes]]:
    """Return the inventory with the new version as its head, and content path → bytes of what must be written for it.

    Content that the object holds already, or that two files share, is stored once.
    """
    if before is None:
        manifest: dict[str, tuple[str, ...]] = {}
        versions: dict[str, Version] = {}
        fixity: dict[str, dict[str, tuple[str, ...]]] = {}
        algorithm, folder, kind = "sha512", "content", TYPE
    else:
        manifest, versions = dict(before.manifest), dict(before.versions)
        fixity = {name: dict(block) for name, block in before.fixity.items()}
        algorithm, folder, kind = before.algorithm, before.content_directory, before.type
    head = following(before)
    state: dict[str, tuple[str, ...]] = {}
    written: dict[str, bytes] = {}
    for path, content in sorted(new.files.items()):
        if isinstance(content, str):
            digest = content
            if digest not in manifest:
                raise ArchiveError(f"{id} holds no content {digest!r} for {path!r}")
        else:
            digest = hashlib.new(algorithm, content).hexdigest()
        if digest not in manifest:
            assert isinstance(content, bytes)
            place = f"{head}/{folder}/{path}"
            manifest[digest] = (place,)
            written[place] = content
            if path in new.fixity:
                fixity.setdefault("sha256", {})[new.fixity[path]] = (place,)
        state[digest] = (*state.get(digest, ()), path)
    versions[head] = Version(created=new.created, state=state, message=new.message, user=new.user)
    return Inventory(id, head, manifest, versions, fixity, algorithm, folder, kind), written


def sha512(inventory: bytes) -> str:
    """Return the digest by which the ledger knows an inventory."""
    return hashlib.sha512(inventory).hexdigest()


def sidecar(inventory: bytes, algorithm: str = "sha512") -> bytes:
    """Return the line of `inventory.json.sha512` (OCFL 1.1 §3.7)."""
    return f"{hashlib.new(algorithm, inventory).hexdigest()} {FILE}\n".encode()


def sidecar_digest(content: bytes) -> str:
    """Return the digest that a sidecar states, or nothing when it is none."""
    words = content.split()
    return words[0].decode("ascii", "replace") if len(words) == 2 and words[1] == FILE.encode() else ""

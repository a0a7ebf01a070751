"""Where an object lies in a root: the layouts of OCFL's extensions 0002, 0003 and 0004, and how a root says its own.

A root of another layout, or of none, is only read, by walking over it.
"""

from __future__ import annotations

import hashlib
import json
import re

from converter.core.errors import ArchiveError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

    from converter.archive.tree import Tree

FILE = "ocfl_layout.json"
FLAT: Final = "0002-flat-direct-storage-layout"
HASH_AND_ID: Final = "0003-hash-and-id-n-tuple-storage-layout"
HASHED: Final = "0004-hashed-n-tuple-storage-layout"

_DESCRIPTIONS = {
    FLAT: "Object ids are the names of folders directly under the root.",
    HASH_AND_ID: "Folders by the digest of the object id, the encoded id as the last name.",
    HASHED: "Folders by the digest of the object id, the whole digest as the last name.",
}
_DIGESTS = {"md5": "md5", "sha1": "sha1", "sha256": "sha256", "sha512": "sha512", "sha512/256": "sha512_256"}
_COMPONENT_BYTES = 180
"""Some file systems (encrypted ones) keep less than the usual 255 (threats.md, section 7)."""
_ENCODED_CHARACTERS = 100  # 0003: a longer encoded id is cut, and its digest appended.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)", re.IGNORECASE)
_RESERVED = re.compile(r"extensions$|ocfl|[01]=", re.IGNORECASE)
"""What OCFL itself puts into a root; an object must not be mistaken for it, nor it for an object."""


class Layout(Value):
    """A layout with its numbers; those not given are ours: 4,096 folders, good for ten million objects."""

    name: str = HASHED
    digest: str = "sha256"
    tuple_size: int = 3
    tuples: int = 1
    short: bool = False
    """Whether the last name lacks what the tuples say already (0004, shortObjectRoot)."""

    def _check(self) -> None:
        if self.name not in _DESCRIPTIONS:
            raise ValueError(f"the layout {self.name!r} is not known")
        if self.digest not in _DIGESTS:
            raise ValueError(f"the digest algorithm {self.digest!r} is not known")
        most = hashlib.new(_DIGESTS[self.digest]).digest_size * 2
        used = self.tuple_size * self.tuples
        if min(self.tuple_size, self.tuples) < 0 or (self.tuple_size == 0) != (self.tuples == 0):
            raise ValueError("tupleSize and numberOfTuples are both 0 or both more")
        if used > most or (self.short and used == most):
            raise ValueError(f"{self.tuples} tuples of {self.tuple_size} need more than the digest has")

    def path(self, id: str) -> str:
        """Return the folder of an object, relative to the root. Raises ArchiveError for an id that can have none."""
        try:
            content = id.encode()
        except UnicodeEncodeError:
            content = b""
        if not content:
            raise ArchiveError(f"{id!r} can be no object's id")
        if self.name == FLAT:
            if "/" in id or not is_portable(id) or _RESERVED.match(id):
                raise ArchiveError(f"{id!r} cannot be an object's id in this root, where ids are names of folders")
            return id
        digest = hashlib.new(_DIGESTS[self.digest], content).hexdigest()
        used = self.tuple_size * self.tuples
        folders = [digest[start : start + self.tuple_size] for start in range(0, used, self.tuple_size or 1)]
        if self.name == HASHED:
            return "/".join((*folders, digest[used:] if self.short else digest))
        encoded = "".join(
            chr(byte) if chr(byte).isascii() and (chr(byte).isalnum() or byte in b"-_") else f"%{byte:02x}"
            for byte in content
        )
        if len(encoded) > _ENCODED_CHARACTERS:
            encoded = f"{encoded[:_ENCODED_CHARACTERS]}-{digest}"
        if not folders and _RESERVED.match(encoded):
            raise ArchiveError(f"{id!r} cannot be an object's id in this root, where it would be a name of OCFL's own")
        return "/".join((*folders, encoded))

    def files(self) -> dict[str, bytes]:
        """Return what says the layout in a root: path → bytes.

        0002 has no numbers, and ocfl-py cannot read a file that has none.
        """
        statement = {"extension": self.name, "description": _DESCRIPTIONS[self.name]}
        files = {FILE: json.dumps(statement, indent=2).encode() + b"\n"}
        if self.name == FLAT:
            return files
        record: dict[str, Any] = {
            "extensionName": self.name,
            "digestAlgorithm": self.digest,
            "tupleSize": self.tuple_size,
            "numberOfTuples": self.tuples,
        }
        if self.name == HASHED:
            record["shortObjectRoot"] = self.short
        return {f"extensions/{self.name}/config.json": json.dumps(record, indent=2).encode() + b"\n", **files}


def read(tree: Tree) -> Layout | None:
    """Return the layout that a root says it has, or None for one that we do not know or that is not said."""
    try:
        name = json.loads(tree.read(FILE))["extension"]
        try:
            record = json.loads(tree.read(f"extensions/{name}/config.json"))
        except FileNotFoundError:
            record = {}  # OCFL extensions: without the file the defaults hold.
        if record.get("extensionName", name) != name:
            return None
        if name == FLAT:
            return Layout(FLAT)
        return Layout(
            name,
            record.get("digestAlgorithm", "sha256"),
            int(record.get("tupleSize", 3)),
            int(record.get("numberOfTuples", 3)),
            bool(record.get("shortObjectRoot", False)),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_portable(component: str) -> bool:
    """Return whether a name can be one file's name on any system that we know."""
    return (
        component not in ("", ".", "..")
        and not any(character in "/\\" or ord(character) < 32 or ord(character) == 127 for character in component)
        and component[-1] not in ". "
        and len(component.encode("utf-8", "surrogatepass")) <= _COMPONENT_BYTES
        and not _DEVICES.match(component)
    )


def require_inside(path: str) -> str:
    """Return a path that leads nowhere but below where it starts. Raises ArchiveError for any other."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\0" in part or len(part.encode(errors="replace")) > 255 for part in parts):
        raise ArchiveError(f"{path!r} is no path within an object")
    try:
        path.encode()
    except UnicodeEncodeError:
        raise ArchiveError(f"{path!r} is no path within an object") from None
    return path

"""An object as it is at one moment, whole: every file of every version, for a copy elsewhere.

It is read by its inventory and not by walking its folder, so that a version
which is being put meanwhile is either in it whole or not at all.
"""

from __future__ import annotations

from converter.archive import inventory as inventories
from converter.archive import objects
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError, FixityError
from converter.io.files import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.inventory import Inventory
    from converter.archive.store import Store


class Snapshot:
    """One object, its head fixed when this was made."""

    def __init__(self, store: Store, id: str) -> None:
        """Read the head. Raises ArchiveError where the object is not, FixityError where it is damaged."""
        self._tree = store.tree
        self._folder = store.path(id)
        found = objects.head(self._tree, self._folder, in_bucket=not isinstance(self._tree, FolderTree))
        if found is None or found[0].id != id:
            raise ArchiveError("no such object", source=id)
        self.inventory: Inventory = found[0]
        self.content = found[1]
        """The bytes of that inventory."""
        self._digests = {path: digest for digest, paths in self.inventory.manifest.items() for path in paths}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path in the object → bytes, sorted by path; contents checked. Raises FixityError naming the path."""
        algorithm = self.inventory.algorithm
        side = f"{inventories.FILE}.{algorithm}"
        declaration = f"{objects.DECLARATION}{_version_of(self.inventory)}"
        made = {
            declaration: f"{declaration[2:]}\n".encode(),
            inventories.FILE: self.content,
            side: inventories.sidecar(self.content, algorithm),
        }
        inner = {f"{version}/{name}" for version in self.inventory.versions for name in (inventories.FILE, side)}
        for path in sorted({*made, *self._digests, *inner}):
            content = made.get(path) or self.read(path)
            if content is not None:
                yield path, content
            elif path in self._digests:
                raise FixityError("is missing", where=f"{self._folder}/{path}")
            # A version may be without an inventory (OCFL 1.1 §3.5).

    def read(self, path: str) -> bytes | None:
        """Return one file of the object, a content checked, or None where it has none. Raises FixityError."""
        where = f"{self._folder}/{path}"
        try:
            content = self._tree.read(where)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise FixityError(f"cannot be read: {reason(error)}", where=where) from error
        expected = self._digests.get(path)
        if expected is not None:
            algorithm = self.inventory.algorithm
            actual = objects.digest_of(algorithm, content)
            if actual != expected.lower():
                raise FixityError(f"has {algorithm} {actual}, the inventory says {expected}", where=where)
        return content


def _version_of(inventory: Inventory) -> str:
    """Return `1.1` of `https://ocfl.io/1.1/spec/#inventory`."""
    return inventory.type.removeprefix("https://ocfl.io/").partition("/")[0]

"""The packs of a root: which of them has a story, and the story, whole, from there."""

from __future__ import annotations

import hashlib

from converter.archive import inventory as inventories
from converter.archive import objects
from converter.archive.packs import form
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.inventory import Inventory
    from converter.archive.packs.form import Place
    from converter.archive.tree import Tree

MOST_LOST = 3
"""So many packs that follow each other may be lost, and those behind them are found all the same."""
_TRIES = 3
"""A pack that is made anew, as a purge does it, is read again."""


class PackedObject:
    """A packed object, whole (`converter.archive.copying.Whole`); every file was checked."""

    def __init__(self, pack: str, place: Place, members: dict[str, bytes]) -> None:
        """Check the files of a place. Raises FixityError naming the pack and the file."""
        self.pack = pack
        """The id of the pack."""
        self._members = members
        self.content = members.get(inventories.FILE, b"")
        """The bytes of the head's inventory."""
        where = f"{pack}/{place.path}"
        if hashlib.sha512(self.content).hexdigest() != place.inv:
            raise FixityError("is not the inventory that the index says", where=f"{where}/{inventories.FILE}")
        self.inventory: Inventory = inventories.parse(self.content)
        for digest, paths in self.inventory.manifest.items():
            for path in paths:
                content = members.get(path)
                if content is None or objects.digest_of(self.inventory.algorithm, content) != digest.lower():
                    raise FixityError("is not what the inventory says", where=f"{where}/{path}")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path in the object → bytes."""
        yield from self._members.items()

    def read(self, path: str) -> bytes | None:
        """Return one file of the object, or None where it has none."""
        return self._members.get(path)


class Packs:
    """The packs of a root, by its files alone; those that are made meanwhile are found too."""

    def __init__(self, tree: Tree, path_of: Callable[[str], str]) -> None:
        self._tree = tree
        self._path_of = path_of
        self.count = 0
        """How many packs were there when somebody looked last."""
        self._known: dict[bytes, int] = {}
        """First bytes of an id's SHA-256 → the last pack that has it."""
        self._index: tuple[Inventory, dict[str, Place]] | None = None
        self._last: PackedObject | None = None

    def refresh(self) -> None:
        """Look for packs that are new."""
        number = self.count + 1
        while number <= self.count + MOST_LOST:
            found = self._content(number)
            if found is not None:
                self.count = number
                self._known |= dict.fromkeys(map(_key, form.ids(found[1])), number)
            number += 1

    def has(self, id: str) -> int | None:
        """Return the number of the last pack that has the object, or None; as it was when the pack was read first."""
        self.refresh()
        return self._known.get(_key(id))

    def index(self, number: int) -> dict[str, Place] | None:
        """Return id → place of a pack, or None where there is no such pack. Raises FixityError."""
        found = self._pack(number)
        if found is None:
            return None
        if self._index is None or self._index[0] != found[1]:
            read = self._content(number)
            if read is None:
                return None
            self._index = read[0], form.places(read[1])
        return self._index[1]

    def _content(self, number: int) -> tuple[Inventory, bytes] | None:
        """Return the inventory and the index of a pack, or None where there is no such pack. Raises FixityError."""
        for attempt in range(_TRIES):
            found = self._pack(number)
            if found is None:
                return None
            try:
                return found[1], objects.content(self._tree, *found, form.INDEX)
            except FixityError:
                if attempt == _TRIES - 1:
                    raise
        raise AssertionError

    def with_id(self, id: str) -> Iterator[int]:
        """Yield the number of each pack that has the object."""
        self.refresh()
        if _key(id) in self._known:
            yield from (number for number in range(1, self.count + 1) if id in (self.index(number) or ()))

    def ids(self) -> Iterator[str]:
        """Yield the id of every packed object once, by the pack that has its last state."""
        self.refresh()
        for number in range(1, self.count + 1):
            yield from (id for id in self.index(number) or () if self._known.get(_key(id)) == number)

    def find(self, id: str) -> PackedObject | None:
        """Return the object from the last pack that has it, or None. Raises FixityError."""
        self.refresh()
        number = self._known.get(_key(id))
        if number is None:
            return None
        last = self._last
        if last is not None and last.inventory.id == id and last.pack == form.pack_id(number):
            place = (self.index(number) or {}).get(id)
            if place is not None and place.inv == hashlib.sha512(last.content).hexdigest():
                return last
        self._last = self.read(number, id)
        return self._last

    def read(self, number: int, id: str) -> PackedObject | None:
        """Return an object from a pack, or None where that has it not. Raises FixityError."""
        for attempt in range(_TRIES):
            place = (self.index(number) or {}).get(id)
            found = self._pack(number)
            if place is None or found is None:
                return None
            try:
                piece = self._piece(*found, place)
                return PackedObject(form.pack_id(number), place, form.members(piece, place))
            except FixityError as error:
                self._index = None
                if attempt == _TRIES - 1:
                    raise FixityError(error.what, where=f"{found[0]}/{error.where}", source=id) from error
        raise AssertionError

    def _piece(self, folder: str, inventory: Inventory, place: Place) -> bytes:
        """Return a piece of the ZIP, and nothing else of it but what must be passed over."""
        path = f"{folder}/{inventory.content_path(form.ZIP)[0]}"
        skip, left = place.offset, place.length
        found: list[bytes] = []
        try:
            for piece in self._tree.pieces(path):
                if skip >= len(piece):
                    skip -= len(piece)
                    continue
                found.append(piece[skip : skip + left])
                left -= len(found[-1])
                skip = 0
                if not left:
                    break
        except OSError as error:
            raise FixityError("cannot be read", where=form.ZIP) from error
        return b"".join(found)

    def _pack(self, number: int) -> tuple[str, Inventory] | None:
        try:
            folder = self._path_of(form.pack_id(number))
        except ArchiveError:
            return None
        found = objects.head(self._tree, folder, in_bucket=not isinstance(self._tree, FolderTree))
        # Another tool may have put something else under the id.
        return (folder, found[0]) if found and form.INDEX in found[0].version().files() else None


def _key(id: str) -> bytes:
    return hashlib.sha256(id.encode("utf-8", "surrogatepass")).digest()[:10]

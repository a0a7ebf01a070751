"""Keeping: where a batch has its journal and its quarantine, in the folder for outputs or in the archive."""

from __future__ import annotations

import os

from converter.archive.disk import Disk, writing
from converter.archive.store import AREA
from converter.batches.places import OURS, QUARANTINE
from converter.batches.quarantine import is_mended
from converter.io.atomic import Group, make_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    from converter.archive.store import Store

    class Keeper(Protocol):
        """Keeps a batch's own files."""

        def logs(self) -> list[str]:
            """Return the names of the journals' files."""

        def log(self, name: str) -> Iterator[bytes]:
            """Yield the whole lines of one; what a kill has torn is left out."""

        def append(self, name: str, lines: Sequence[bytes]) -> None:
            """Add lines to one, durably. Raises CannotWrite."""

        def set_aside(self, name: str, files: Sequence[tuple[str, bytes]]) -> str:
            """Keep files in quarantine, in a folder of that name; return its path. What a person has mended stays."""

        def release(self, name: str) -> None:
            """Remove a folder from quarantine, where that is possible."""

        def quarantined(self) -> Iterator[tuple[str, bytes]]:
            """Yield the path of each folder in quarantine, on the disk, and its `reason.json`."""


class FolderKeeper:
    """In the folder for outputs: `.convert-batch/journal/` and `quarantine/`."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._journal = os.path.join(folder, OURS, "journal")
        self._disk = Disk()

    def logs(self) -> list[str]:
        """Return the names of the journals' files."""
        try:
            return sorted(name for name in os.listdir(self._journal) if name.endswith(".jsonl"))
        except FileNotFoundError:
            return []

    def log(self, name: str) -> Iterator[bytes]:
        """Yield the whole lines of one; what a kill has torn is left out."""
        with open(os.path.join(self._journal, name), "rb") as file:
            for line in file:
                if line.endswith(b"\n"):
                    yield line[:-1]

    def append(self, name: str, lines: Sequence[bytes]) -> None:
        """Add lines to one, durably. Raises CannotWrite."""
        path = os.path.join(self._journal, name)
        with writing(path):
            make_folder(self._journal)
            if self._disk.append(path, b"".join(line + b"\n" for line in lines), flush=True):
                for above in (self._journal, os.path.dirname(self._journal), self._folder):
                    self._disk.flush(above)

    def set_aside(self, name: str, files: Sequence[tuple[str, bytes]]) -> str:
        """Keep files in quarantine, in a folder of that name; return its path. What a person has mended stays."""
        folder = os.path.join(self._folder, QUARANTINE, name)
        if is_mended(folder):
            return folder
        group = Group()
        group.add([(os.path.join(folder, each), content) for each, content in files], force=True)
        for fault in group.flush():
            if fault:
                raise fault
        return folder

    def release(self, name: str) -> None:
        """Remove a folder from quarantine."""
        folder = os.path.join(self._folder, QUARANTINE, name)
        with writing(folder):
            if os.path.isdir(folder):
                self._disk.remove_tree(folder)

    def quarantined(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path of each folder in quarantine and its `reason.json`."""
        yield from _reasons(os.path.join(self._folder, QUARANTINE))


class StoreKeeper:
    """In the archive's own area: `journal/` and `quarantine/`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def logs(self) -> list[str]:
        """Return the names of the journals' files."""
        try:
            return [each.name for each in self._store.tree.entries(f"{AREA}/journal") if each.name.endswith(".jsonl")]
        except FileNotFoundError:
            return []

    def log(self, name: str) -> Iterator[bytes]:
        """Yield the whole lines of one."""
        return self._store.log(f"journal/{name}")

    def append(self, name: str, lines: Sequence[bytes]) -> None:
        """Add lines to one, durably. Raises CannotWrite."""
        self._store.append(f"journal/{name}", lines)

    def set_aside(self, name: str, files: Sequence[tuple[str, bytes]]) -> str:
        """Keep files in quarantine, in a folder of that name; return its path."""
        place = f"{AREA}/{QUARANTINE}/{name}"
        if not self._store.tree.exists(place):  # Its name is made from the input and its bytes: it is there already.
            place = self._store.set_aside(name, files)
        return os.path.join(self._store.place, place)

    def release(self, name: str) -> None:
        """Leave it: an archive removes nothing by itself, and the journal says that it is settled."""

    def quarantined(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path of each folder in quarantine and its `reason.json`."""
        yield from _reasons(os.path.join(self._store.place, AREA, QUARANTINE))


def _reasons(folder: str) -> Iterator[tuple[str, bytes]]:
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        path = os.path.join(folder, name)
        try:
            with open(os.path.join(path, "reason.json"), "rb") as file:
                yield path, file.read(1 << 20)
        except OSError:
            continue

"""A bag in one file (RFC 8493 §4): a ZIP or a tar, read where it is and never unpacked to a disk."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

from converter.archive.bags import names
from converter.archive.tree import Entry, FolderTree
from converter.core.errors import UnreadableInput
from converter.io.files import reason
from converter.io.zip_read import Rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    import tarfile
    import zipfile
    from collections.abc import Callable, Iterator
    from typing import IO, TypeAlias

    from converter.archive.tree import Tree
    from converter.core.limits import Limits

    Opener: TypeAlias = Callable[[], IO[bytes]]

_MIB = 1 << 20


class PackagedTree:
    """The files of a package below its one folder at the top."""

    def __init__(self, files: dict[str, tuple[int, Opener]]) -> None:
        """Hold path → size and what opens the file; every path is safe and none is there twice."""
        self._files = files
        self._folders: dict[str, dict[str, Entry]] = {"": {}}
        for path, (size, _) in files.items():
            self._enter(path, Entry(path.rpartition("/")[2], "file", size))

    def _enter(self, path: str, entry: Entry) -> None:
        folder = path.rpartition("/")[0]
        while folder not in self._folders:
            self._folders[folder] = {entry.name: entry}
            entry = Entry(folder.rpartition("/")[2], "folder", 0)
            folder = folder.rpartition("/")[0]
        self._folders[folder][entry.name] = entry

    def entries(self, path: str) -> list[Entry]:
        """Return what lies in a folder, sorted by name. Raises FileNotFoundError where there is none."""
        if path not in self._folders:
            raise FileNotFoundError(2, "no such folder", path)
        return sorted(self._folders[path].values(), key=lambda each: each.name)

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises FileNotFoundError, and OSError for what is damaged."""
        return b"".join(self.pieces(path))

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield a file's bytes in pieces of a megabyte, and never more of them than its size was said to be."""
        import tarfile
        import zipfile
        import zlib

        if path not in self._files:
            raise FileNotFoundError(2, "no such file", path)
        size, opened = self._files[path]
        try:
            with opened() as file:
                while piece := file.read(min(_MIB, size + 1)):
                    size -= len(piece)
                    if size < 0:
                        raise OSError("is longer than the package says")
                    yield piece
        except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, ValueError, RuntimeError) as error:
            raise OSError(f"is damaged in the package: {error}") from error
        if size:
            raise OSError("is shorter than the package says")

    def exists(self, path: str) -> bool:
        """Return whether there is such a file or folder."""
        return path in self._files or path in self._folders


@contextmanager
def opened(place: str, limits: Limits) -> Iterator[Tree]:
    """Give the tree of a bag: a folder, a `.zip` or a `.tar`. Raises UnreadableInput, LimitExceeded.

    A package holds one folder, the bag (RFC 8493 §4.2). Members with unsafe
    names, links, special files, encrypted ones and two of one name are refused.
    """
    try:
        kind = os.stat(place).st_mode
    except (OSError, ValueError) as error:
        raise UnreadableInput(reason(error), source=place) from error
    if stat.S_ISDIR(kind):
        yield FolderTree(place)
        return
    if not stat.S_ISREG(kind):
        raise UnreadableInput("is no folder, ZIP or tar", source=place)
    try:
        with open(place, "rb"):
            pass
    except OSError as error:  # The libraries would take it for no package, or let the fault through.
        raise UnreadableInput(reason(error), source=place) from error
    import tarfile
    import zipfile

    try:
        if zipfile.is_zipfile(place):
            with zipfile.ZipFile(place) as package:
                yield PackagedTree(_below_one_folder(_zip_members(package, limits)))
        elif tarfile.is_tarfile(place):
            with tarfile.open(place, "r:") as archive:
                yield PackagedTree(_below_one_folder(_tar_members(archive, limits)))
        else:
            raise UnreadableInput("is no folder, ZIP or tar")
    except (zipfile.BadZipFile, tarfile.TarError) as error:
        raise UnreadableInput(f"is no bag that can be read: {error}", source=place) from error
    except UnreadableInput as error:
        raise error.at(place) from error


def _zip_members(package: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, int, Opener]]:
    from converter.io.zip_read import require_apart, require_plain

    rules = Rules(limits)
    entries = package.infolist()
    require_apart(entries)
    for entry in entries:
        require_plain(entry, rules)
        # As its header says: no more of it will ever be read.
        rules.count(entry.filename, entry.file_size, entry.compress_size, entry.file_size)
        if not entry.is_dir():
            yield entry.filename, entry.file_size, lambda entry=entry: package.open(entry)  # type: ignore[misc]


def _tar_members(package: tarfile.TarFile, limits: Limits) -> Iterator[tuple[str, int, Opener]]:
    from converter.readers.containers.tar import require_plain

    rules = Rules(limits)
    for entry in package:
        require_plain(entry, rules)
        if entry.isreg():
            yield entry.name, entry.size, lambda entry=entry: package.extractfile(entry)  # type: ignore[misc]


def _below_one_folder(members: Iterator[tuple[str, int, Opener]]) -> dict[str, tuple[int, Opener]]:
    files: dict[str, tuple[int, Opener]] = {}
    tops: set[str] = set()
    path = ""
    for name, size, opener in members:
        if why := names.unsafe(name.removeprefix("./")):
            raise UnreadableInput(f"{name!r} {why}")
        top, _, path = name.removeprefix("./").partition("/")
        tops.add(top)
        if len(tops) > 1 or not path:
            break
        if path in files:  # Once with a leading `./`.
            raise UnreadableInput("is there twice", where=name)
        files[path] = (size, opener)
    if len(tops) != 1 or not path:
        raise UnreadableInput("does not hold one folder, the bag", hint="pack the bag with its own folder")
    _require_no_file_as_folder(files)
    return files


def _require_no_file_as_folder(files: dict[str, tuple[int, Opener]]) -> None:
    for path in files:
        folder = path.rpartition("/")[0]
        while folder:
            if folder in files:
                raise UnreadableInput("is both file and folder", where=folder)
            folder = folder.rpartition("/")[0]

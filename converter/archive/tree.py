"""Files to be read, on a disk or in a bucket: what `verify`, import and the readers of a root walk over."""

from __future__ import annotations

import os
import stat

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal, Protocol, TypeAlias

    Kind: TypeAlias = Literal["file", "folder", "link", "special"]

    class Tree(Protocol):
        """A root's files; paths are relative to it, with `/`, and `""` is the root."""

        def entries(self, path: str) -> list[Entry]:
            """Return what lies in a folder, sorted by name. Raises FileNotFoundError where there is none.

            A bucket has no empty folders and no links.
            """

        def read(self, path: str) -> bytes:
            """Return a file's bytes. Raises FileNotFoundError, and OSError for what is no regular file."""

        def pieces(self, path: str) -> Iterator[bytes]:
            """Yield a file's bytes in pieces of about a megabyte: files need not fit in memory."""

        def exists(self, path: str) -> bool:
            """Return whether there is such a file or folder."""


class Entry(Value):
    """One name in a folder."""

    name: str
    kind: Kind
    size: int
    """In bytes; 0 for what is no file."""


class FolderTree:
    """A folder on a disk; links are never followed below it."""

    def __init__(self, root: str) -> None:
        self.root = root

    def entries(self, path: str) -> list[Entry]:
        """Return what lies in a folder, sorted by name. Raises FileNotFoundError, NotADirectoryError."""
        found: list[Entry] = []
        with os.scandir(self._full(path)) as scan:
            for each in scan:
                if each.is_symlink():
                    found.append(Entry(each.name, "link", 0))
                elif each.is_dir(follow_symlinks=False):
                    found.append(Entry(each.name, "folder", 0))
                elif each.is_file(follow_symlinks=False):
                    found.append(Entry(each.name, "file", each.stat(follow_symlinks=False).st_size))
                else:
                    found.append(Entry(each.name, "special", 0))
        return sorted(found, key=lambda each: each.name)

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises FileNotFoundError, and OSError for what is no regular file."""
        return b"".join(self.pieces(path))

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield a file's bytes in pieces of a megabyte."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self._full(path), flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(f"{path} is no regular file")
            while piece := os.read(descriptor, 1 << 20):
                yield piece
        finally:
            os.close(descriptor)

    def exists(self, path: str) -> bool:
        """Return whether there is such a file or folder."""
        return os.path.lexists(self._full(path))

    def _full(self, path: str) -> str:
        return os.path.join(self.root, path) if path else self.root


class MemoryTree:
    """Files in memory: an object that is to be verified before it is anywhere."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def entries(self, path: str) -> list[Entry]:
        """Return what lies in a folder."""
        start = f"{path}/" if path else ""
        found: dict[str, Entry] = {}
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

"""A bag of version 1.0 (RFC 8493), written whole beside its place, read back, and only then given its name.

The same files and the same day give the same bytes.
"""

from __future__ import annotations

import hashlib
import os

from converter.archive.bags import names, reading
from converter.archive.disk import Disk, writing
from converter.archive.tree import FolderTree
from converter.core.errors import CannotWrite, ConverterError
from converter.core.values import Value
from converter.core.version import NAME, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ALGORITHMS = ("sha256", "sha512")
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_UNITS = ("bytes", "KB", "MB", "GB", "TB")


class Written(Value):
    """What was written."""

    path: str
    size: int
    """Of the payload, in bytes."""
    count: int
    """Files of the payload."""


def require_free(place: str) -> None:
    """Raise CannotWrite when something is at the place, or it is named as a package, which a bag of ours is not."""
    if place.lower().endswith((".zip", ".tar", ".tgz", ".tar.gz")):
        raise CannotWrite("a bag is written as a folder", where=place, hint="name a folder, and pack that")
    if os.path.lexists(place):
        raise CannotWrite("exists", where=place, hint="name another folder; a bag replaces nothing")


def write(
    place: str,
    payload: Iterable[tuple[str, bytes]],
    *,
    date: str,
    info: Sequence[tuple[str, str]] = (),
    tag_files: Mapping[str, bytes] | None = None,
    private: bool = False,
    before_naming: Callable[[], object] | None = None,
) -> Written:
    """Write a bag of path below `data/` → bytes, and return what was written.

    `date` is its day, `info` what `bag-info.txt` says beside what is counted,
    `tag_files` further files at the top. Nothing is at the place unless the
    bag is there whole and was read back; `before_naming` is called when it is
    whole, just before. Raises CannotWrite.
    """
    require_free(place)
    goal = os.path.abspath(place)
    folder = os.path.join(
        os.path.dirname(goal), f".{os.path.basename(goal)[:80]}.{os.getpid()}.part-{os.urandom(6).hex()}"
    )
    disk = Disk(private=private)
    with writing(place):
        disk.make_folder(folder)
        try:
            done = _Writing(disk, folder).run(payload, date, info, tag_files or {})
            bag = reading.read(FolderTree(folder))
            bag.require(place)
            if not disk.flush_all(folder):
                disk.flush_tree(folder)
            require_free(place)
            if before_naming is not None:
                before_naming()
            disk.rename(folder, goal)
            disk.flush(os.path.dirname(goal))
        except ConverterError as error:
            disk.remove_tree(folder)
            raise CannotWrite(f"the bag cannot be written: {error}", where=place) from error
        except BaseException:
            disk.remove_tree(folder)
            raise
    return done.replace(path=place)


class _Writing:
    def __init__(self, disk: Disk, folder: str) -> None:
        self._disk = disk
        self._folder = folder
        self._folders: set[str] = set()

    def run(
        self,
        payload: Iterable[tuple[str, bytes]],
        date: str,
        info: Sequence[tuple[str, str]],
        tag_files: Mapping[str, bytes],
    ) -> Written:
        listed: dict[str, tuple[str, ...]] = {}
        size = 0
        self._disk.make_folder(os.path.join(self._folder, "data"))
        self._folders.add("data")
        for path, content in payload:
            listed[names.PAYLOAD + path] = self._put(names.PAYLOAD + path, content)
            size += len(content)
        items = [
            ("Bag-Size", _as_read(size)),
            ("Bag-Software-Agent", f"{NAME} {VERSION}"),
            ("Bagging-Date", date),
            ("Payload-Oxum", f"{size}.{len(listed)}"),
            *info,
        ]
        tags = {
            **tag_files,
            "bag-info.txt": "".join(f"{label}: {' '.join(value.split())}\n" for label, value in sorted(items)).encode(),
            "bagit.txt": _DECLARATION,
            **_manifests("manifest", listed),
        }
        tag_digests = {path: self._put(path, content) for path, content in sorted(tags.items())}
        for path, content in _manifests("tagmanifest", tag_digests).items():
            self._put(path, content)
        return Written(self._folder, size, len(listed))

    def _put(self, path: str, content: bytes) -> tuple[str, ...]:
        """Write a file and return its digests, in the order of `ALGORITHMS`."""
        if why := names.unsafe(path):
            raise CannotWrite(f"{path!r} {why}")
        inner = os.path.dirname(path)
        if inner and inner not in self._folders:
            parts = inner.split("/")
            for count in range(1, len(parts) + 1):
                each = "/".join(parts[:count])
                self._disk.make_folder(os.path.join(self._folder, each))
                self._folders.add(each)
        try:
            self._disk.write(os.path.join(self._folder, path), content, flush=False)
        except FileExistsError as error:
            raise CannotWrite(f"{path} is the name of two files here") from error
        return tuple(hashlib.new(algorithm, content).hexdigest() for algorithm in ALGORITHMS)


def _manifests(kind: str, digests: Mapping[str, tuple[str, ...]]) -> dict[str, bytes]:
    """Return the manifests of files, one an algorithm, sorted by path."""
    paths = sorted((names.encode(path), each) for path, each in digests.items())
    return {
        f"{kind}-{algorithm}.txt": "".join(f"{each[number]}  {path}\n" for path, each in paths).encode()
        for number, algorithm in enumerate(ALGORITHMS)
    }


def _as_read(size: int) -> str:
    """Return a size as a person reads it (RFC 8493 §2.2.2, Bag-Size)."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f} {_UNITS[unit]}" if unit else f"{size} bytes"

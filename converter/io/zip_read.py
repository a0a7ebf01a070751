"""Packages: ZIP files read within the limits, with names that stay inside and no second one of a name (APPNOTE 6.3)."""

from __future__ import annotations

import stat

from converter.core.errors import UnreadableInput
from converter.io.visible import shortened, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO
    from zipfile import ZipFile, ZipInfo

    from converter.core.limits import Limits

_FREE_BYTES = 1 << 20
"""What may be unpacked before the ratio counts: small texts of one letter pack well."""
_PIECE = 1 << 16
_ENCRYPTED = 1
_LOCAL_HEADER = 30


class Rules:
    """The names and sizes of one package so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._names: set[str] = set()
        self._count = 0
        self._unpacked = 0

    def admit(self, name: str) -> None:
        """Take one more member. Raises UnreadableInput for a name that leads elsewhere or was there already."""
        self._count += 1
        self.limits.require("members", self._count, "the number of members")
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or (len(parts[0]) == 2 and parts[0][1] == ":"):
            raise refused(name, "has an absolute path")
        if ".." in parts:
            raise refused(name, "leads out of the package")
        if "\0" in name or not name:
            raise refused(name, "has no proper name")
        if name in self._names:
            raise refused(name, "is there twice")
        self._names.add(name)

    def count(self, name: str, unpacked: int, packed: int, so_far: int) -> None:
        """Count bytes that were unpacked; `so_far` of this member, out of so many packed. Raises LimitExceeded."""
        self._unpacked += unpacked
        limits = self.limits
        if so_far > limits.input_bytes:
            raise limits.exceeded("input_bytes", f"{_shown(name)} unpacks to more than {limits.input_bytes:,} bytes")
        if self._unpacked > limits.unpacked_bytes:
            raise limits.exceeded("unpacked_bytes", f"unpacks to more than {limits.unpacked_bytes:,} bytes")
        if so_far > _FREE_BYTES and so_far > packed * limits.unpack_ratio:
            raise limits.exceeded("unpack_ratio", f"{_shown(name)} unpacks to more than {limits.unpack_ratio} times")

    def require_ratio(self, packed: int) -> None:
        """Raise LimitExceeded when the whole unpacks to too many times what was read of it."""
        if self._unpacked > _FREE_BYTES and self._unpacked > packed * self.limits.unpack_ratio:
            raise self.limits.exceeded("unpack_ratio", f"unpacks to more than {self.limits.unpack_ratio} times")


def refused(name: str, why: str) -> UnreadableInput:
    """Return the error of a package whose member breaks a rule."""
    return UnreadableInput(f"its member {_shown(name)} {why}: the package is refused")


def _shown(name: str) -> str:
    return f"“{shortened(visible(name))}”"


def zip_members(source: BinaryIO, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the files of a ZIP package, in its order. Raises UnreadableInput, LimitExceeded."""
    import zipfile
    import zlib

    rules = Rules(limits)
    try:
        with zipfile.ZipFile(source) as package:
            entries = package.infolist()
            require_apart(entries)
            for entry in entries:
                require_plain(entry, rules)
                if not entry.is_dir():
                    yield entry.filename, _content(package, entry, rules)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise UnreadableInput(f"is no ZIP package that can be read: {error}") from error


def zip_finder(source: BinaryIO, limits: Limits) -> Callable[[str], bytes | None]:
    """Return what gives the content of one file of a ZIP package, or None where there is no such file.

    Raises UnreadableInput, and what it returns raises that and LimitExceeded.
    """
    import zipfile
    import zlib

    try:
        package = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise UnreadableInput(f"is no ZIP package that can be read: {error}") from error

    def find(name: str) -> bytes | None:
        try:
            entry = package.getinfo(name)
        except KeyError:
            return None
        rules = Rules(limits)
        require_plain(entry, rules)
        try:
            return None if entry.is_dir() else _content(package, entry, rules)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
            raise UnreadableInput(f"is no ZIP package that can be read: {error}") from error

    return find


def require_plain(entry: ZipInfo, rules: Rules) -> None:
    """Take one more member. Raises UnreadableInput for one that is encrypted, a link or no regular file."""
    rules.admit(entry.filename)
    if entry.flag_bits & _ENCRYPTED:
        raise refused(entry.filename, "is encrypted")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise refused(entry.filename, "is a link" if kind == stat.S_IFLNK else "is no regular file")


def require_apart(entries: list[ZipInfo]) -> None:
    """Raise UnreadableInput when two members share bytes: a small package could hold the same megabyte often."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise refused(entry.filename, "overlaps another")
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size  # Its name, in whatever encoding, is more.


def _content(package: ZipFile, entry: ZipInfo, rules: Rules) -> bytes:
    pieces: list[bytes] = []
    so_far = 0
    with package.open(entry) as file:
        while piece := file.read(_PIECE):
            so_far += len(piece)
            rules.count(entry.filename, len(piece), entry.compress_size, so_far)
            pieces.append(piece)
    return b"".join(pieces)

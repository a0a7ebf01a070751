"""ZIP: the files of a package, in the order of its directory (PKWARE APPNOTE 6.3)."""

from __future__ import annotations

import stat

from converter.containers.rules import Rules, refused
from converter.errors import UnreadableInput
from converter.formats import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO
    from zipfile import ZipFile, ZipInfo

    from converter.formats import Context, NoOptions

_ENCRYPTED = 1
_LOCAL_HEADER = 30
_PIECE = 1 << 16


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes begin as a ZIP file does."""
    return source.startswith((b"PK\x03\x04", b"PK\x05\x06")) or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the files of the package. Raises UnreadableInput, LimitExceeded."""
    import zipfile
    import zlib

    rules = Rules(context.limits)
    try:
        with zipfile.ZipFile(source) as package:
            entries = package.infolist()
            require_apart(entries)
            for entry in entries:
                require_plain(entry, rules)
                if not entry.is_dir():
                    yield Member(entry.filename, _content(package, entry, rules))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableInput(f"is no ZIP package that can be read: {error}") from error


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

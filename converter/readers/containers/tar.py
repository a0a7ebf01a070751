"""tar, plain or compressed by gzip, bzip2 or xz: its files as they come (POSIX.1-2017, pax)."""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.formats.records import Member
from converter.io.zip_read import Rules, refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from tarfile import TarFile, TarInfo
    from typing import BinaryIO

    from converter.formats.records import Context, NoOptions

_MAGIC_AT = 257
_PIECE = 1 << 16


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes are an uncompressed tar file's."""
    return source[_MAGIC_AT : _MAGIC_AT + 5] == b"ustar" or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the files of the package. Raises UnreadableInput, LimitExceeded."""
    import lzma
    import tarfile
    import zlib

    rules = Rules(context.limits)
    try:
        with tarfile.open(fileobj=source, mode="r|*", errorlevel=2) as package:
            for entry in package:
                require_plain(entry, rules)
                if entry.isreg():
                    yield Member(entry.name, _content(package, entry, rules, source))
                package.members = []  # type: ignore[attr-defined] # It would keep every one.
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
        raise UnreadableInput(f"is no tar package that can be read: {error}") from error


def finder(source: BinaryIO, context: Context) -> Callable[[str], bytes | None]:
    """Return what gives one file of the package. It raises UnreadableInput, LimitExceeded."""
    import lzma
    import posixpath
    import tarfile
    import zlib

    package: TarFile | None = None
    entries: dict[str, TarInfo] = {}

    def find(name: str) -> bytes | None:
        nonlocal package
        rules = Rules(context.limits)
        try:
            if package is None:  # Its names are known only when all of it has been read.
                package = tarfile.open(fileobj=source, mode="r:*", errorlevel=2)  # noqa: SIM115 - It stays open.
                entries.update((posixpath.normpath(entry.name), entry) for entry in package if entry.isreg())
            entry = entries.get(posixpath.normpath(name))
            return None if entry is None else _content(package, entry, rules, source)
        except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
            raise UnreadableInput(f"is no tar package that can be read: {error}") from error

    return find


def require_plain(entry: TarInfo, rules: Rules) -> None:
    """Take one more member. Raises UnreadableInput for one that is a link or no regular file."""
    rules.admit(entry.name)
    if entry.issym() or entry.islnk():
        raise refused(entry.name, "is a link")
    if not (entry.isreg() or entry.isdir()) or entry.issparse():
        raise refused(entry.name, "is no regular file")


def _content(package: TarFile, entry: TarInfo, rules: Rules, source: BinaryIO) -> bytes:
    file = package.extractfile(entry)
    assert file is not None
    pieces: list[bytes] = []
    so_far = 0
    while piece := file.read(_PIECE):
        so_far += len(piece)
        # How much of it is packed here cannot be known: only the whole has a ratio.
        rules.count(entry.name, len(piece), so_far, so_far)
        rules.require_ratio(source.tell())
        pieces.append(piece)
    return b"".join(pieces)

"""ZIP: the files of a package, in the order of its directory (PKWARE APPNOTE 6.3)."""

from __future__ import annotations

from converter.formats.records import Member
from converter.io.zip_read import zip_finder, zip_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from converter.formats.records import Context, NoOptions


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes begin as a ZIP file does."""
    return source.startswith((b"PK\x03\x04", b"PK\x05\x06")) or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the files of the package. Raises UnreadableInput, LimitExceeded."""
    for name, content in zip_members(source, context.limits):
        yield Member(name, content)


def finder(source: BinaryIO, context: Context) -> Callable[[str], bytes | None]:
    """Return what gives one file of the package. Raises UnreadableInput, and what it returns that and LimitExceeded."""
    return zip_finder(source, context.limits)

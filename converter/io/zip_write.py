"""ZIP packages (PKWARE APPNOTE 6.3.10) that are the same bytes every time.

They are written here, not by `zipfile`: that module costs 21 ms of CPU to
import, and the zlib behind it compresses differently from build to build.
libdeflate at one level gives one result. Numbers are little-endian.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_LEVEL = 6
# 1980-01-01 00:00, the first time that a ZIP can say (APPNOTE 4.4.6): no clock is asked.
_TIME, _DATE = 0, 0x21
_LARGEST = 0xFFFFFFFF
_KEPT: dict[tuple[str, bytes], tuple[bytes, bytes]] = {}
"""A part that many packages have, its name and content → its member of a package, for the next one of this process."""
_MOST_KEPT = 256


def packed(parts: Iterable[tuple[str, bytes]], *, alike: Collection[str] = (), stored: Collection[str] = ()) -> bytes:
    """Return the package of the parts, name and content, in their order. Names are ASCII.

    `alike` names parts that are the same in most packages, `stored` those that
    must not be compressed. Raises CannotWrite over 4 GiB.
    """
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    here: dict[bytes, bytes] = {}
    for part in parts:
        title, content = part
        member = _KEPT.get(part) if title in alike else None
        if member is None:
            member = _member(title, content, here, is_stored=title in stored)
            if title in alike and len(_KEPT) < _MOST_KEPT:
                _KEPT[part] = member
        facts, body = member
        out += (b"PK\x03\x04", facts, body)
        # Made by version 2.0 on FAT; no comment, disk 0, no attributes.
        place = bytes(10) + _u32(offset)
        directory += (b"PK\x01\x02\x14\x00", facts, place, title.encode("ascii"))
        offset += 30 + len(body)
    index = b"".join(directory)
    count = len(directory) // 4
    if offset + len(index) > _LARGEST:
        from converter.core.errors import CannotWrite

        raise CannotWrite("a package of more than 4 GiB", hint="leave pictures out")
    end = (bytes(4), _u16(count), _u16(count), _u32(len(index)), _u32(offset), bytes(2))
    return b"".join((*out, index, b"PK\x05\x06", *end))


def _u16(number: int) -> bytes:
    return number.to_bytes(2, "little")


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "little")


def _member(title: str, content: bytes, here: dict[bytes, bytes], *, is_stored: bool) -> tuple[bytes, bytes]:
    """Return the facts of a member, as they stand before it and in the directory, and its name and bytes.

    `here` keeps what was compressed for this package.
    """
    from deflate import crc32, deflate_compress

    name = title.encode("ascii")
    compressed = content if is_stored else here.get(content)
    if compressed is None:
        compressed = here[content] = bytes(deflate_compress(content, _LEVEL))
    method = 8
    if len(compressed) >= len(content):
        compressed, method = content, 0
    # Version 2.0 to extract, no flags; then method, time, date, CRC-32, sizes, lengths of name and extra field.
    versions = (_u16(20), bytes(2), _u16(method), _u16(_TIME), _u16(_DATE))
    sizes = (_u32(crc32(content)), _u32(len(compressed)), _u32(len(content)), _u16(len(name)), bytes(2))
    return b"".join((*versions, *sizes)), name + compressed

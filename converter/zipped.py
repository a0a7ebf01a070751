"""ZIP packages (PKWARE APPNOTE 6.3.10) that are the same bytes every time.

They are written here, not by `zipfile`: that module costs 21 ms of CPU to
import, and the zlib behind it compresses differently from build to build.
libdeflate at one level gives one result.
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_LEVEL = 6
# 1980-01-01 00:00, the first time that a ZIP can say (APPNOTE 4.4.6): no clock is asked.
_TIME, _DATE = 0, 0x21
_LARGEST = 0xFFFFFFFF
_KEPT: dict[bytes, bytes] = {}
"""A part that many packages have → its compressed bytes, for the next document of this process."""
_MOST_KEPT = 256


def packed(parts: Iterable[tuple[str, bytes]], *, alike: Collection[str] = (), stored: Collection[str] = ()) -> bytes:
    """Return the package of the parts, name and content, in their order. Names are ASCII.

    `alike` names parts that are the same in most packages, `stored` those that
    must not be compressed. Raises CannotWrite over 4 GiB.
    """
    from deflate import crc32, deflate_compress

    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    here: dict[bytes, bytes] = {}
    for title, content in parts:
        name = title.encode("ascii")
        compressed = content if title in stored else _KEPT.get(content) or here.get(content)
        if compressed is None:
            compressed = here[content] = bytes(deflate_compress(content, _LEVEL))
            if title in alike and len(_KEPT) < _MOST_KEPT:
                _KEPT[content] = compressed
        method = 8
        if len(compressed) >= len(content):
            compressed, method = content, 0
        # Version 2.0 to extract, no flags; then method, time, date, CRC-32, sizes, lengths of name and extra field.
        facts = struct.pack(
            "<HHHHHLLLHH",
            20, 0, method, _TIME, _DATE, crc32(content), len(compressed), len(content), len(name), 0,
        )  # fmt: skip
        out += (b"PK\x03\x04", facts, name, compressed)
        directory.append(
            # Made by version 2.0 on FAT; no comment, disk 0, no attributes.
            b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHLL", 0, 0, 0, 0, offset) + name
        )
        offset += 30 + len(name) + len(compressed)
    index = b"".join(directory)
    if offset + len(index) > _LARGEST:
        from converter.errors import CannotWrite

        raise CannotWrite("a package of more than 4 GiB", hint="leave pictures out")
    end = struct.pack("<HHHHLLH", 0, 0, len(directory), len(directory), len(index), offset, 0)
    return b"".join((*out, index, b"PK\x05\x06", end))

"""The package (ECMA-376-2): parts and relationships, put into a ZIP that is the same bytes every time.

The ZIP is written here, not by `zipfile`: that module costs 21 ms of CPU to
import, and the zlib behind it compresses differently from build to build.
libdeflate at one level gives one result.
"""

from __future__ import annotations

import struct

from converter.values import Value
from converter.writers.docx.markup import escape_value
from converter.writers.docx.page import DECLARATION

_LEVEL = 6
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
# 1980-01-01 00:00, the first time that a ZIP can say (APPNOTE 4.4.6): no clock is asked.
_TIME, _DATE = 0, 0x21
_LARGEST = 0xFFFFFFFF
_ALIKE = (
    *("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml", "[Content_Types].xml"),
    *("_rels/.rels", "customXml/_rels/item1.xml.rels", "customXml/itemProps1.xml"),
)
"""Parts that are the same in most documents of one language and house style."""
_KEPT: dict[bytes, bytes] = {}
"""Such a part → its compressed bytes, for the next document of this process."""
_MOST_KEPT = 256


class Relationships:
    """The relationships of one part, numbered in the order in which they are asked for."""

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship; the same one for the same kind and target.

        `kind` is a word of ECMA-376-1's transitional relationships (`hyperlink`), or a full address.
        """
        address = kind if ":" in kind else _OFFICE + kind
        return self._ids.setdefault((address, target, external), f"rId{len(self._ids) + 1}")

    def __bool__(self) -> bool:
        return bool(self._ids)

    def part(self) -> str:
        """Return the relationships part."""
        return (
            f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">'
            + "".join(
                f'<Relationship Id="{name}" Type="{kind}" Target="{escape_value(target)}"'
                + (' TargetMode="External"/>' if external else "/>")
                for (kind, target, external), name in self._ids.items()
            )
            + "</Relationships>"
        )


class Part(Value):
    """One part of the package."""

    name: str
    """Its place, without a leading slash."""
    content: bytes
    media_type: str | None = None
    """None: that of its extension."""


_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}


def content_types(parts: list[Part]) -> Part:
    """Return `[Content_Types].xml` for the parts."""
    extensions = {part.name.rpartition(".")[2] for part in parts} | {"rels", "xml"}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in _DEFAULTS.items()
        if extension in extensions
    )
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.media_type}"/>' for part in parts if part.media_type
    )
    xml = f'{DECLARATION}<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'
    return Part("[Content_Types].xml", xml.encode())


def packed(parts: list[Part]) -> bytes:
    """Return the ZIP of the parts, in their order (PKWARE APPNOTE 6.3.10)."""
    from deflate import crc32, deflate_compress

    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode("ascii")
        content = part.content
        compressed = _KEPT.get(content)
        if compressed is None:
            compressed = bytes(deflate_compress(content, _LEVEL))
            if part.name in _ALIKE and len(_KEPT) < _MOST_KEPT:
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

        raise CannotWrite("a DOCX of more than 4 GiB", hint="leave pictures out")
    end = struct.pack("<HHHHLLH", 0, 0, len(parts), len(parts), len(index), offset, 0)
    return b"".join((*out, index, b"PK\x05\x06", end))

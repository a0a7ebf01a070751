"""Faces: fonts as the typesetter uses them, found by family and cut out of variable fonts.

A page needs static outlines, so all axes are pinned once. That costs 8 to 13
ms of CPU a cut, so the instance is kept in the user's cache; the bytes are
the same with and without it.
"""

from __future__ import annotations

import os
import struct

import uharfbuzz as hb

from converter import resources
from converter.errors import CannotWrite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.style import CutAxes

    Glyph: TypeAlias = tuple[int, int, int, int, int]
    """Glyph number, index of its cluster's first character, advance, x offset, y offset; in font units."""

HARFBUZZ_VERSION: str = hb.version_string()

# Family → package with its files; a package has `ROOT`, and the files lie in `files/`.
_FAMILIES = {"Noto Serif": ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", "NotoSerif-Italic[wdth,wght].ttf")}

# What neither shaping nor a PDF's font program needs.
_DROPPED = ("name", "STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG", "hdmx", "VDMX", "LTSH", "MVAR", "HVAR", "avar")

_faces: dict[tuple[str, CutAxes], Face] = {}


class _Advances(dict[int, int]):
    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        advance: int = self._font.get_glyph_h_advance(glyph)
        self[glyph] = advance
        return advance


class Face:
    """One static font: its bytes, its measures in font units, and the shaping of text with it."""

    __slots__ = (
        "_font",
        "_nominal",
        "advances",
        "ascent",
        "bounds",
        "cap_height",
        "content",
        "descent",
        "italic_angle",
        "name",
        "shaping_face",
        "units",
    )

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        """A PostScript name: ASCII, no spaces."""
        self.content = content
        self.shaping_face = hb.Face(content)
        self._font = hb.Font(self.shaping_face)
        self.advances = _Advances(self._font)
        """Glyph → its own advance, before kerning, in font units."""
        self._nominal: dict[str, int] = {}
        head, hhea, os2, post = (self._table(tag) for tag in ("head", "hhea", "OS/2", "post"))
        # OpenType 1.9, tables head, hhea, OS/2 (version 2 and up), post: fixed offsets.
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.bounds: tuple[int, int, int, int] = struct.unpack_from(">4h", head, 36)
        self.ascent: int
        self.descent: int
        self.ascent, self.descent = struct.unpack_from(">2h", hhea, 4)
        self.cap_height: int = struct.unpack_from(">h", os2, 88)[0]
        self.italic_angle: float = struct.unpack_from(">l", post, 4)[0] / 65536

    def _table(self, tag: str) -> bytes:
        return bytes(self.shaping_face.reference_table(tag).data)

    def nominal_glyph(self, character: str) -> int:
        """Return the glyph that the font's own map gives the character, 0 for none."""
        glyph = self._nominal.get(character)
        if glyph is None:
            glyph = self._nominal[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return glyph

    def shape(self, text: str, features: dict[str, bool], language: str | None) -> list[Glyph]:
        """Return the glyphs of the text in drawing order, left to right; glyph 0 where the font has none."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        # A script that runs from right to left has no glyphs here yet; its boxes stand in the order of the text.
        buffer.direction = "ltr"
        # Never guessed: HarfBuzz's guess is the process's locale.
        buffer.language = language or "und"
        hb.shape(self._font, buffer, features)
        return [
            (info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


def find_face(family: str, axes: CutAxes) -> Face:
    """Return the family's face at these axes; it is kept for the process.

    Raises CannotWrite when the family is not installed.
    """
    key = (family, axes)
    face = _faces.get(key)
    if face is None:
        face = _faces[key] = _load_face(family, axes)
    return face


def _load_face(family: str, axes: CutAxes) -> Face:
    found = _FAMILIES.get(family)
    if found is None:
        raise CannotWrite(f"no font for the family {family!r}", hint=f"there are: {', '.join(_FAMILIES)}")
    package, upright, italic = found
    path = os.path.join(__import__(package).ROOT, "files", italic if axes.italic else upright)
    with open(path, "rb") as file:
        # The table directory holds a checksum of every table: a digest of it is one of the whole file.
        directory = file.read(12 + 16 * 64)
    width = f"{axes.width:g}".replace(".", "")
    name = f"{family.replace(' ', '')}-{'Italic' if axes.italic else 'Roman'}{axes.weight}x{width}"
    return Face(name, resources.cached(_cache_name(name, directory), lambda: _cut(path, axes)))


def _cache_name(name: str, directory: bytes) -> str:
    import hashlib

    (tables,) = struct.unpack_from(">H", directory, 4)
    digest = hashlib.sha256(directory[: 12 + 16 * tables] + f"|{name}|{HARFBUZZ_VERSION}|1".encode()).hexdigest()
    return f"{name}-{digest[:32]}.ttf"


def _cut(path: str, axes: CutAxes) -> bytes:
    """Return the static font at these axes, with all its glyphs and layout rules, without hints and names."""
    face = hb.Face(hb.Blob.from_file_path(path))
    request = hb.SubsetInput()
    request.keep_everything()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    request.drop_table_tag_set.update({int.from_bytes(tag.encode(), "big") for tag in _DROPPED})
    wanted = {"wght": axes.weight, "wdth": axes.width}
    for axis in face.axis_infos:
        request.pin_axis_location(face, axis.tag, wanted.get(axis.tag, axis.default_value))
    return bytes(hb.subset(face, request).blob.data)

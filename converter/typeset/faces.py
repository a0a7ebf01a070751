"""Faces: fonts as the typesetter uses them, found by family and cut out of variable fonts.

A page needs static outlines, so all axes are pinned once. That costs 8 to 13
ms of CPU a cut, so the instance is kept in the user's cache; the bytes are
the same with and without it.
"""

from __future__ import annotations

import os
import re
import struct
import unicodedata
from itertools import pairwise

import uharfbuzz as hb

from converter.core.errors import CannotWrite
from converter.io import resources
from converter.model.style import CutAxes
from converter.typeset.families import FAMILIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from converter.typeset.families import Family

HARFBUZZ_VERSION: str = hb.version_string()

# What neither shaping nor a PDF's font program needs.
_DROPPED = ("name", "STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG", "hdmx", "VDMX", "LTSH", "MVAR", "HVAR", "avar")

_INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u061c") | {
    chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
_BOLD = 600
"""The weight from which a static family's bold file stands for the regular one."""

_MOST_SIGNS = 65_536
"""A face forgets its signs beyond this, so that a batch runs in constant memory."""

_faces: dict[tuple[Family, CutAxes, int], Face] = {}


class _Advances(dict[int, int]):
    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        advance: int = self._font.get_glyph_h_advance(glyph)
        self[glyph] = advance
        return advance


class Glyph:
    """A glyph as it is set: a face has one object for each advance and offset that it is set with, in font units."""

    __slots__ = ("advance", "drawn", "number", "says", "x_offset", "y_offset")

    def __init__(self, number: int, advance: int, x_offset: int = 0, y_offset: int = 0, says: str = "") -> None:
        self.number = number
        self.advance = advance
        self.x_offset = x_offset
        self.y_offset = y_offset
        self.says = says
        """The character that it alone stands for; empty where that depends on the word."""
        self.drawn: Any = None
        """What a writer makes of it, kept here by that writer."""


# HarfBuzz's own way to write a glyph: number, offsets if there are any, advance.
_GLYPH = re.compile(r"(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)(?:,-?\d+)?")
_AS_TEXT = hb.BufferSerializeFlags.NO_GLYPH_NAMES | hb.BufferSerializeFlags.NO_CLUSTERS
_WITH_BREAKS = _AS_TEXT | hb.BufferSerializeFlags.GLYPH_FLAGS
_UNSAFE = "#1"
"""Ends what HarfBuzz writes of a glyph that would be another, or elsewhere, in a text that begins there."""


class _Glyphs(dict[str, Glyph]):
    """What HarfBuzz writes of a glyph → the one object for it."""

    def __missing__(self, written: str) -> Glyph:
        found = _GLYPH.fullmatch(written)
        assert found is not None
        number, x_offset, y_offset, advance = map(int, found.groups("0"))
        glyph = self[written] = Glyph(number, advance, x_offset, y_offset)
        return glyph


class Face:
    """One font at one place of its axes: its measures in font units, and the shaping of text with it."""

    __slots__ = (
        "_draws",
        "_font",
        "_glyphs",
        "_nominal",
        "_signs",
        "advances",
        "ascent",
        "axes",
        "bounds",
        "cap_height",
        "descent",
        "has_cubic_outlines",
        "is_for_signs",
        "italic_angle",
        "joined",
        "name",
        "pins",
        "scale",
        "shaping_face",
        "units",
        "without",
    )

    def __init__(
        self,
        name: str,
        shaping_face: hb.Face,
        axes: CutAxes,
        *,
        pins: dict[str, float] | None = None,
        scale: float = 1.0,
        without: tuple[str, ...] = (),
        is_for_signs: bool = False,
    ) -> None:
        self.name = name
        """A PostScript name: ASCII, no spaces."""
        self.axes = axes
        """What was asked for; a face without that axis is what it is."""
        self.shaping_face = shaping_face
        self.pins = pins or {}
        """Axes that are still open in the font, and where they stand: whoever embeds it pins them."""
        self.scale = scale
        """Its size beside the style's own face."""
        self.without = without
        """Features that it is never set with."""
        self.is_for_signs = is_for_signs
        """Whether it has signs and no letters; its space is none to set words with."""
        self._font = hb.Font(self.shaping_face)
        if self.pins:
            self._font.set_variations(self.pins)
        self.advances = _Advances(self._font)
        """Glyph → its own advance, before kerning, in font units."""
        self.joined: frozenset[str] = frozenset()
        """Pairs of characters that have been seen to share a glyph: `shape_together` is not for words with one."""
        self._glyphs = _Glyphs()
        self._signs: dict[str, Glyph] = {}
        """A character and what HarfBuzz writes of its glyph → the glyph that stands for it, once that has been seen."""
        self._nominal: dict[str, int] = {}
        self._draws: dict[str, bool] = {}
        self.has_cubic_outlines = any(tag in ("CFF ", "CFF2") for tag in shaping_face.table_tags)
        """Whether its outlines are CFF's, which a PDF embeds another way than TrueType's."""
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

    def draws(self, character: str) -> bool:
        """Return whether the font has the character, or all that it is composed of."""
        found = self._draws.get(character)
        if found is None:
            found = self._draws[character] = _has(self.nominal_glyph, character)
        return found

    def shape(
        self, text: str, features: dict[str, bool], language: str | None, *, leftward: bool = False
    ) -> tuple[list[Glyph], Sequence[int] | None]:
        """Return the glyphs of the text from left to right, and the first character of each one's cluster.

        Glyph 0 stands where the font has none. None for the clusters where
        each glyph `says` one character, in order and on the line: nearly
        every word.

        A text that runs `leftward` ends at its first glyph, and each of its
        characters is a cluster of its own, marks too. Where one letter would
        be drawn as two glyphs (Amiri joins lam and kaf so), the ligature is
        left out there: no reader can tell which letter the second one is.
        """
        buffer = self._shape(text, features, language, leftward)
        written = buffer.serialize(self._font, flags=_AS_TEXT)[1:-1].split("|")
        if leftward:
            clusters = [info.cluster for info in buffer.glyph_infos]
            torn = {cluster for cluster in clusters if clusters.count(cluster) > 1}
            torn -= {cluster for cluster in torn if cluster + 1 < len(text) and cluster + 1 not in clusters}
            if torn:
                ranges = [(cluster, cluster + 2, False) for cluster in sorted(torn)]
                buffer = self._shape(text, {**features, "rlig": ranges}, language, leftward)
                written = buffer.serialize(self._font, flags=_AS_TEXT)[1:-1].split("|")
                clusters = [info.cluster for info in buffer.glyph_infos]
            return [self._glyphs[one] for one in written], clusters
        if len(written) == len(text):
            signs = self._signs
            try:
                return [signs[character + one] for character, one in zip(text, written, strict=True)], None
            except KeyError:
                pass
        clusters = [info.cluster for info in buffer.glyph_infos]
        glyphs = [self._glyphs[one] for one in written] if clusters else []
        if clusters != list(range(len(text))) or not all(
            glyph.number and not glyph.x_offset and not glyph.y_offset for glyph in glyphs
        ):
            # Never changed in its place: another thread may be going through it.
            self.joined |= {text[at : at + 2] for at, after in pairwise(clusters) if after > at + 1}
            return glyphs, clusters
        if len(signs) > _MOST_SIGNS:
            signs.clear()
        for place, (character, one) in enumerate(zip(text, written, strict=True)):
            sign = signs.get(character + one)
            if sign is None:
                plain = glyphs[place]
                sign = Glyph(plain.number, plain.advance, says=character)
                signs[character + one] = signs[character + one + _UNSAFE] = sign
            glyphs[place] = sign
        return glyphs, None

    def shape_together(
        self, words: Sequence[str], features: dict[str, bool], language: str | None
    ) -> list[list[Glyph]] | None:
        """Return each word's glyphs as `shape` gives them, from one call of HarfBuzz: that is three times as fast.

        All words begin with a letter of one script. None where a glyph has
        not been seen yet, or a word would be set otherwise by itself.
        """
        text = "".join(words)
        written = self._shape(text, features, language, False).serialize(self._font, flags=_WITH_BREAKS)
        signs = self._signs
        parts = written[1:-1].split("|")
        if len(parts) != len(text):
            return None
        try:
            glyphs = [signs[character + one] for character, one in zip(text, parts, strict=True)]
        except KeyError:
            return None
        out: list[list[Glyph]] = []
        start = 0
        for word in words:
            if parts[start].endswith(_UNSAFE):
                return None
            stop = start + len(word)
            out.append(glyphs[start:stop])
            start = stop
        return out

    def _shape(self, text: str, features: Mapping[str, object], language: str | None, leftward: bool) -> hb.Buffer:
        buffer = hb.Buffer()
        if leftward:
            buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
            if all(self.nominal_glyph(character) for character in _INVISIBLE.intersection(text)):
                # Else they are drawn as spaces, which read as spaces.
                buffer.flags = hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        # Never guessed: HarfBuzz's guess is the process's locale.
        buffer.language = language or "und"
        hb.shape(self._font, buffer, features)
        return buffer


def _has(nominal: Callable[[str], int], character: str) -> bool:
    return bool(nominal(character)) or (
        len(parts := unicodedata.normalize("NFD", character)) > 1 and all(nominal(part) for part in parts)
    )


NEUTRAL = frozenset({"Zyyy", "Zinh", "Zzzz"})
"""Scripts of characters that belong to none: common, inherited, unknown (UAX #24)."""
_tags: dict[str, str] = {}


def script_tag(character: str) -> str:
    """Return the character's script (ISO 15924), `Zyyy` for what belongs to none."""
    tag = _tags.get(character)
    if tag is None:
        buffer = hb.Buffer()
        buffer.add_str(character)
        buffer.guess_segment_properties()
        tag = _tags[character] = buffer.script or "Zyyy"
    return tag


def find_face(family: str, axes: CutAxes) -> Face:
    """Return the family's face at these axes; it is kept for the process.

    Raises CannotWrite when the family is not installed.
    """
    found = next((one for one in FAMILIES if one.name == family), None)
    if found is None or found.folder is None:
        there = ", ".join(one.name for one in FAMILIES if one.folder is not None)
        raise CannotWrite(f"no font for the family {family!r}", hint=f"there are: {there}")
    return face_of(found, axes, None)


def face_of(family: Family, axes: CutAxes, language: str | None) -> Face:
    """Return the installed family's face that comes nearest to the axes, for a language; kept for the process."""
    index = family.index(language)
    key = (family, axes, index)
    face = _faces.get(key)
    if face is None:
        # Threads that ask at once get one face: a document knows its fonts by them.
        face = _faces.setdefault(key, _load_face(family, axes, index))
    return face


_coverage: dict[tuple[Family, int], hb.Font] = {}


def has_glyph(family: Family, language: str | None, character: str) -> bool:
    """Return whether the installed family has the character; no instance is cut for the answer."""
    key = (family, family.index(language))
    font = _coverage.get(key)
    if font is None:
        font = _coverage[key] = hb.Font(_open(family, family.upright, key[1]))
    return _has(lambda one: font.get_nominal_glyph(ord(one)) or 0, character)


def _open(family: Family, file: str, index: int = 0) -> hb.Face:
    assert family.folder is not None
    return hb.Face(hb.Blob.from_file_path(os.path.join(family.folder, file)), index)


def _load_face(family: Family, axes: CutAxes, index: int) -> Face:
    file = family.italic if axes.italic and family.italic else family.upright
    if family.bold is not None and axes.weight >= _BOLD:
        file = family.bold
    source = _open(family, file, index)
    width = f"{axes.width:g}".replace(".", "")
    slope = "Italic" if file is family.italic else "Roman"
    name = f"{family.name.replace(' ', '')}{'ABCDE'[index] if index else ''}-{slope}{axes.weight}x{width}"
    places = {axis.tag: _place(axis, axes) for axis in source.axis_infos}
    if not places or family.regions:
        # A collection is too large to cut an instance of: its axes are pinned where it is embedded.
        return _face(name, source, axes, family, places)
    assert family.folder is not None
    with open(os.path.join(family.folder, file), "rb") as opened:
        # The table directory holds a checksum of every table: a digest of it is one of the whole file.
        directory = opened.read(12 + 16 * 64)
    content = resources.cached(_cache_name(name, directory), lambda: _cut(source, places))
    return _face(name, hb.Face(content), axes, family)


def _face(name: str, font: hb.Face, axes: CutAxes, family: Family, places: dict[str, float] | None = None) -> Face:
    signs = family.scripts == "Zyyy"
    return Face(name, font, axes, pins=places, scale=family.scale, without=family.without, is_for_signs=signs)


def _place(axis: hb.OTVarAxisInfo, axes: CutAxes) -> float:
    wanted = {"wght": axes.weight, "wdth": axes.width}.get(axis.tag, axis.default_value)
    return float(min(max(wanted, axis.min_value), axis.max_value))


def _cache_name(name: str, directory: bytes) -> str:
    import hashlib

    (tables,) = struct.unpack_from(">H", directory, 4)
    digest = hashlib.sha256(directory[: 12 + 16 * tables] + f"|{name}|{HARFBUZZ_VERSION}|1".encode()).hexdigest()
    return f"{name}-{digest[:32]}.ttf"


def _cut(face: hb.Face, places: dict[str, float]) -> bytes:
    """Return the static font at these axes, with all its glyphs and layout rules, without hints and names."""
    request = hb.SubsetInput()
    request.keep_everything()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    request.drop_table_tag_set.update({int.from_bytes(tag.encode(), "big") for tag in _DROPPED})
    for tag, place in places.items():
        request.pin_axis_location(face, tag, place)
    return bytes(hb.subset(face, request).blob.data)

"""Fonts in the file: each face once, with only the glyphs that are drawn.

Words are written with the face's own glyph numbers. In TrueType outlines
these stay as they are, and the gaps cost almost nothing after deflate (4,852
bytes against 4,703 renumbered, for 59 glyphs of Noto Serif). CFF outlines are
renumbered, because 65,535 glyphs leave large gaps, and an encoding of the
file's own leads from the one number to the other.
"""

from __future__ import annotations

import hashlib

import uharfbuzz as hb

from converter.writers.pdf.document import number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.typeset.faces import Face
    from converter.writers.pdf.document import PdfFile
    from converter.writers.pdf.fragments import FontUse

_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.RETAIN_GIDS
)
_CFF_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.DOWNGRADE_CFF2
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)
_DROPPED = {
    int.from_bytes(tag, "big")
    for tag in (b"GSUB", b"GPOS", b"GDEF", b"cmap", b"post", b"OS/2", b"name", b"kern", b"vhea", b"vmtx", b"VORG")
}
_IDENTITY = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_CMAP_NAME = "Article-Subset-H"
_CMAP_ENTRIES = f"/Type/CMap/CMapName/{_CMAP_NAME}/CIDSystemInfo{_IDENTITY}/WMode 0"
_STEM = 80
"""StemV: a constant, as no reader needs it where the font is embedded."""


def embed_all(file: PdfFile, uses: Iterable[FontUse]) -> list[int]:
    """Write each face's used glyphs as a composite font and return the numbers of their objects.

    Cuts of one family say the same with the same glyph, so their maps to
    Unicode are one, wherever no glyph contradicts: 300 bytes less a font.
    """
    uses = list(uses)
    maps: list[dict[int, str]] = []
    places: list[int] = []
    for use in uses:
        agreeing = (
            place
            for place, known in enumerate(maps)
            if all(known.get(glyph, said) == said for glyph, said in use.unicode.items())
        )
        place = next(agreeing, len(maps))
        if place == len(maps):
            maps.append({})
        maps[place].update(use.unicode)
        places.append(place)
    numbers = [file.add_stream("", _to_unicode(known, sorted(known))) for known in maps]
    return [_embed(file, use, numbers[place]) for use, place in zip(uses, places, strict=True)]


def _embed(file: PdfFile, use: FontUse, unicode: int) -> int:
    glyphs = sorted(use.unicode)
    face = use.face
    subset = _subset(face, glyphs)
    if face.has_cubic_outlines:
        program = bytes(hb.Face(subset).reference_table("CFF ").data)
        entries, kind, place = "/Subtype/CIDFontType0C", "0", "FontFile3"
        # ISO 32000-1, 9.7.4.2: the CIDs of a font that is not CID-keyed are its glyph numbers, which are the new ones.
        numbers = {glyph: number for number, glyph in enumerate([0, *(one for one in glyphs if one)])}
        encoding, mapping = f"{file.add_stream(_CMAP_ENTRIES, _encoding(numbers))} 0 R", ""
    else:
        program, kind, place = bytes(subset.data), "2", "FontFile2"
        entries = f"/Length1 {len(program)}"
        numbers = {glyph: glyph for glyph in glyphs}
        encoding, mapping = "/Identity-H", "/CIDToGIDMap/Identity"
    # ISO 32000-1, 9.6.4: six letters for the subset; the same glyphs of the same face are the same program.
    chosen = hashlib.sha256(f"{face.name}{glyphs}".encode("ascii")).digest()
    tag = "".join([chr(65 + byte % 26) for byte in chosen[:6]])
    name = f"{tag}+{face.name}"
    scale = 1000 / face.units
    stream = file.add_stream(entries, program)
    bounds = " ".join(number(value * scale) for value in face.bounds)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{bounds}]/ItalicAngle {number(face.italic_angle)}"
        f"/Ascent {number(face.ascent * scale)}/Descent {number(face.descent * scale)}"
        f"/CapHeight {number(face.cap_height * scale)}/StemV {_STEM}/{place} {stream} 0 R>>"
    )
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType{kind}/BaseFont/{name}/CIDSystemInfo{_IDENTITY}{mapping}"
        f"/DW {number(face.advances[0] * scale)}/W[{_widths(face, numbers)}]/FontDescriptor {descriptor} 0 R>>"
    )
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding{encoding if encoding[0] == '/' else f' {encoding}'}"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
    )


def _subset(face: Face, glyphs: list[int]) -> hb.Blob:
    request = hb.SubsetInput()
    request.flags = _FLAGS
    if face.has_cubic_outlines:
        request.flags = _CFF_FLAGS
    request.drop_table_tag_set.update(_DROPPED)
    request.glyph_set.update({0, *glyphs})
    for tag, place in face.pins.items():
        request.pin_axis_location(face.shaping_face, tag, place)
    return hb.subset(_ready(face), request).blob


_ready_faces: dict[Face, hb.Face] = {}
_documents: dict[Face, int] = {}
_MANY = 8


def _ready(face: Face) -> hb.Face:
    """Return the face, made ready for subsetting once it has been in some documents: 8 ms that save 0.1 ms each."""
    count = _documents[face] = _documents.get(face, 0) + 1
    if count < _MANY or face.pins:
        return face.shaping_face
    ready = _ready_faces.get(face)
    if ready is None:
        ready = _ready_faces[face] = hb.subset_preprocess(face.shaping_face)
    return ready


def _encoding(numbers: dict[int, int]) -> bytes:
    """Return a CMap from the face's glyph numbers to the subset's (ISO 32000-1, 9.7.5)."""
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo{_IDENTITY}def/CMapName/{_CMAP_NAME} def/CMapType 1 def/WMode 0 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    lines += _blocks("cidchar", [f"<{code:04X}> {cid}" for code, cid in sorted(numbers.items())])
    lines.append("endcmap CMapName currentdict/CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


class _WidthTexts(dict[int, str]):
    """Glyph → its width in thousandths of the size, as PDF writes it."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, glyph: int) -> str:
        text = self[glyph] = number(self._face.advances[glyph] * 1000 / self._face.units)
        return text


_width_texts: dict[Face, _WidthTexts] = {}


def _widths(face: Face, numbers: dict[int, int]) -> str:
    """ISO 32000-1, 9.7.4.3: first CID of a run of neighbours, then their widths."""
    texts = _width_texts.get(face)
    if texts is None:
        texts = _width_texts[face] = _WidthTexts(face)
    parts: list[str] = []
    last = -2
    for glyph, cid in numbers.items():
        if cid != last + 1:
            parts.append(f"]{cid}[")
        parts.append(texts[glyph])
        last = cid
    return " ".join(parts).replace("[ ", "[").replace(" ]", "]")[1:] + "]"


def _to_unicode(unicode: dict[int, str], glyphs: list[int]) -> bytes:
    """ISO 32000-1, 9.10.3: a CMap of runs of neighbours that say neighbours, and of pairs; at most 100 a block."""
    runs: list[list[int]] = []
    pairs: list[int] = []
    ahead: int | None = None  # How far the glyphs of the last run are ahead of their characters.
    for glyph in glyphs:
        text = unicode[glyph]
        if len(text) > 1 or text > "\uffff":
            pairs.append(glyph)
            continue
        code = ord(text)
        # Only the last byte of glyph and character may change within a run.
        if glyph - code == ahead and glyph == runs[-1][1] + 1 and glyph & 0xFF and code & 0xFF:
            runs[-1][1] = glyph
        else:
            runs.append([glyph, glyph])
            ahead = glyph - code
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    # A space between the strings: a validator calls strings that touch malformed.
    ranges = [f"<{first:04X}> <{last:04X}> <{ord(unicode[first]):04X}>" for first, last in runs]
    lines += _blocks("bfrange", ranges)
    lines += _blocks("bfchar", [f"<{one:04X}> <{unicode[one].encode('utf-16-be').hex().upper()}>" for one in pairs])
    lines.append("endcmap CMapName currentdict/CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _blocks(kind: str, entries: list[str]) -> list[str]:
    lines: list[str] = []
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} begin{kind}", *block, f"end{kind}"]
    return lines

"""Pictures: a figure's kept bytes as an image object.

A JPEG or PNG goes in as it is where a PDF can hold it so: no pixel is decoded
or changed, and an EXIF orientation turns it where it is drawn. All else
(other formats, transparency, CMYK, interlaced PNG) goes in as its pixels.
Only what a header promises within the limits is ever decoded. What cannot be
drawn is not: the figure's words are printed then, and a notice says so.
"""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL import Image as Pillow

    from converter.formats.records import Context
    from converter.model.block import Figure
    from converter.writers.pdf.document import PdfFile

# threats.md, limits: the formats that are ever decoded.
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")
# The start of a frame that every reader of PDF decodes: baseline, extended, progressive; Huffman, 8 bits.
_FRAMES = (0xC0, 0xC1, 0xC2)
_APP1, _APP2, _SCAN = 0xE1, 0xE2, 0xDA
_ORIENTATION = 0x0112
_MOST_PROFILE_BYTES = 1 << 20

# EXIF's orientation → where the corners of the unit square go (ISO 32000-1, 8.3.3): first row right, second left, …
_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


class Picture:
    """A picture that can be drawn."""

    __slots__ = (
        "_bits",
        "_columns",
        "_content",
        "_entries",
        "_mask",
        "_packed",
        "_profile",
        "_rows",
        "_space",
        "_turn",
        "name",
    )

    def __init__(
        self,
        name: str,
        columns: int,
        rows: int,
        space: str,
        content: bytes,
        *,
        bits: int = 8,
        entries: str = "",
        packed: bool = False,
        mask: bytes | None = None,
        profile: bytes | None = None,
        turn: int = 1,
    ) -> None:
        self.name = name
        """Its name among the resources of the pages."""
        self._columns = columns
        self._rows = rows
        self._space = space
        self._content = content
        self._bits = bits
        self._entries = entries
        self._packed = packed
        self._mask = mask
        self._profile = profile
        self._turn = turn if turn in _TURNS else 1

    @property
    def width(self) -> int:
        """Return how wide it is seen, in pixels."""
        return self._rows if self._turn > 4 else self._columns

    @property
    def height(self) -> int:
        """Return how tall it is seen, in pixels."""
        return self._columns if self._turn > 4 else self._rows

    def matrix(self, x: float, y: float, width: float, height: float) -> tuple[float, ...]:
        """Return the matrix that puts it into a box whose lower left corner is at x, y."""
        a, b, c, d, e, f = _TURNS[self._turn]
        return (a * width, b * height, c * width, d * height, x + e * width, y + f * height)

    def embed(self, file: PdfFile) -> int:
        """Write the image, with its mask and colour profile, and return its number."""
        size = f"/Type/XObject/Subtype/Image/Width {self._columns}/Height {self._rows}"
        masked = ""
        if self._mask is not None:
            mask = file.add_stream(f"{size}/BitsPerComponent 8/ColorSpace/DeviceGray", self._mask)
            masked = f"/SMask {mask} 0 R"
        space = self._space
        if self._profile is not None:
            count = 1 if space == "/DeviceGray" else 3
            profile = file.add_stream(f"/N {count}/Alternate{space}", self._profile)
            space = f"[/ICCBased {profile} 0 R]"
        entries = f"{size}/BitsPerComponent {self._bits}/ColorSpace{space}{masked}{self._entries}"
        return file.add_stream(entries, self._content, deflated=not self._packed)


def find_picture(figure: Figure, context: Context, name: str) -> Picture | None:
    """Return the figure's picture by its first rendition whose bytes are kept and can be drawn, or None."""
    most = context.limits.image_pixels
    for reference in figure.media:
        content = context.media.get(reference)
        if content is not None and len(content) <= context.limits.image_bytes:
            picture = _jpeg_as_it_is(content, name, most) or _png_as_it_is(content, name, most)
            picture = picture or _as_pixels(content, name, most)
            if picture is not None:
                return picture
    return None


def _jpeg_as_it_is(content: bytes, name: str, most_pixels: int) -> Picture | None:
    """Return a JPEG that needs no decoding: gray or three colours, 8 bits, in one piece."""
    if not (content.startswith(b"\xff\xd8") and content.rstrip(b"\0").endswith(b"\xff\xd9")):
        return None
    at = 2
    turn = 1
    profile: list[bytes] = []
    frame: tuple[int, int, str] | None = None
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        segment = content[at + 4 : at + 2 + length]
        if marker == _APP1 and segment.startswith(b"Exif\0\0"):
            turn = _orientation(segment)
        elif marker == _APP2 and segment.startswith(b"ICC_PROFILE\0"):
            profile.append(segment[14:])
        elif marker in _FRAMES:
            if len(segment) < 6 or segment[0] != 8:
                return None
            rows, columns = (int.from_bytes(segment[1 + 2 * k : 3 + 2 * k], "big") for k in (0, 1))
            space = {1: "/DeviceGray", 3: "/DeviceRGB"}.get(segment[5])
            if space is None or not 0 < columns * rows <= most_pixels:
                return None
            frame = (columns, rows, space)
        elif marker == _SCAN:
            break
        at += 2 + length
    if frame is None:
        return None
    columns, rows, space = frame
    return Picture(
        name,
        columns,
        rows,
        space,
        content,
        entries="/Filter/DCTDecode",
        packed=True,
        profile=_usable_profile(b"".join(profile), space),
        turn=turn,
    )


def _orientation(segment: bytes) -> int:
    """Return how an EXIF segment says that the picture is turned, 1 for not at all or nothing that can be read."""
    from PIL import Image

    exif = Image.Exif()
    try:
        exif.load(segment)
        found = exif.get(_ORIENTATION, 1)
    except Exception:  # Pillow's EXIF reader has no error of its own for what is damaged.
        return 1
    return found if isinstance(found, int) and found in _TURNS else 1


def _usable_profile(profile: bytes, space: str) -> bytes | None:
    """Return a colour profile that PDF/A-3 lets in (6.2.4.2) and that says more than the file's own sRGB does."""
    # ICC.1:2010, 7.2: size, version, class, colour space, signature.
    if not 128 < len(profile) <= _MOST_PROFILE_BYTES or profile[36:40] != b"acsp":
        return None
    is_whole = int.from_bytes(profile[:4], "big") == len(profile) and profile[8] in (2, 4)
    fits = profile[16:20] == (b"GRAY" if space == "/DeviceGray" else b"RGB ")
    if not (is_whole and fits and profile[12:16] in (b"mntr", b"scnr", b"prtr", b"spac")):
        return None
    said = profile[128:4096]
    return None if b"sRGB" in said or "sRGB".encode("utf-16-be") in said else profile


def _png_as_it_is(content: bytes, name: str, most_pixels: int) -> Picture | None:
    """Return a PNG whose rows a PDF can hold with their filters: not interlaced, no transparency, whole."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        return None
    columns, rows = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    bits, kind, interlaced = content[24], content[25], content[28]
    if kind not in (0, 2, 3) or interlaced or not 0 < columns * rows <= most_pixels or bits not in (1, 2, 4, 8, 16):
        return None
    chunks: dict[bytes, bytes] = {}
    parts: list[bytes] = []
    at = 8
    while at + 12 <= len(content):
        length, label = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + length]
        if label == b"IDAT":
            parts.append(body)
        elif label in (b"tRNS", b"gAMA", b"cHRM", b"acTL"):
            return None  # Transparency, other colours, a film: Pillow knows what they mean.
        else:
            chunks[label] = body
        at += 12 + length
        if label == b"IEND":
            break
    colours = 3 if kind == 2 else 1
    rows_bytes = (columns * bits * colours + 7) // 8 + 1
    packed = b"".join(parts)
    if b"IEND" not in chunks or b"iCCP" in chunks or not _inflates_to(packed, rows_bytes * rows):
        return None
    space = "/DeviceRGB" if kind == 2 else "/DeviceGray"
    if kind == 3:
        palette = chunks.get(b"PLTE", b"")
        if not palette or len(palette) % 3 or bits == 16:
            return None
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex().upper()}>]"
    entries = (
        f"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {colours}/BitsPerComponent {bits}/Columns {columns}>>"
    )
    turn = _orientation(b"Exif\0\0" + chunks[b"eXIf"]) if b"eXIf" in chunks else 1
    return Picture(name, columns, rows, space, packed, bits=bits, entries=entries, packed=True, turn=turn)


def _inflates_to(packed: bytes, size: int) -> bool:
    """Return whether a zlib stream is whole and of that size; no more than that is ever inflated."""
    opened = zlib.decompressobj()
    try:
        return len(opened.decompress(packed, size + 1)) == size and opened.eof and not opened.unused_data
    except zlib.error:
        return False


def _as_pixels(content: bytes, name: str, most_pixels: int) -> Picture | None:
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if not 0 < image.width * image.height <= most_pixels:
                return None
            image.load()
            # Asked for only now: of a TIFF, loading turns the pixels themselves.
            turn = image.getexif().get(_ORIENTATION, 1)
            profile = image.info.get("icc_profile")
            return _from_pillow(
                image, name, turn if turn in _TURNS else 1, profile if isinstance(profile, bytes) else b""
            )
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        # Pillow's ways to say that a file is damaged or of another kind.
        return None


def _from_pillow(image: Pillow.Image, name: str, turn: int, profile: bytes) -> Picture:
    """Return the pixels of a picture's first frame, in gray or red, green and blue, with how opaque each is."""
    mask = None
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        opacity = layered.getchannel("A")
        if opacity.getextrema() != (255, 255):
            mask = opacity.tobytes()
        image = layered.convert("RGB")
    if image.mode.startswith(("I;16", "I")):
        # 16 bits a pixel: the upper eight of them.
        image = image.point(lambda value: value / 256, "L") if image.mode == "I" else _upper_bits(image)
    if image.mode == "1":
        return Picture(name, image.width, image.height, "/DeviceGray", image.tobytes(), bits=1, turn=turn)
    is_gray = image.mode in ("L", "LA")
    was_colours = image.mode in ("L", "LA", "RGB", "RGBA", "RGBX", "P")
    flat = image.convert("L" if is_gray else "RGB")
    space = "/DeviceGray" if is_gray else "/DeviceRGB"
    # A profile of other colours (CMYK, Lab) says nothing about what Pillow made of them.
    kept = _usable_profile(profile, space) if was_colours else None
    return Picture(name, flat.width, flat.height, space, flat.tobytes(), mask=mask, profile=kept, turn=turn)


def _upper_bits(image: Pillow.Image) -> Pillow.Image:
    from PIL import Image

    content = image.tobytes()
    upper = content[0::2] if image.mode == "I;16B" else content[1::2]
    return Image.frombytes("L", image.size, upper)

"""Pictures: a figure's kept bytes as an image object. JPEG goes in as it is where it can; all else as its pixels.

Only what a header promises within the limits is decoded. What cannot be
drawn is not: the figure's words are printed then, and a notice says so.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Figure
    from converter.formats import Context
    from converter.writers.pdf.document import PdfFile

# threats.md, limits: the formats that are ever decoded.
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
# The start of a frame that every reader of PDF decodes: baseline, extended, progressive; Huffman, 8 bits.
_FRAMES = (0xC0, 0xC1, 0xC2)
_ORIENTATION = 0x0112


class Picture:
    """A picture that can be drawn."""

    __slots__ = ("content", "entries", "height", "is_packed", "name", "width")

    def __init__(self, name: str, width: int, height: int, entries: str, content: bytes, is_packed: bool) -> None:
        self.name = name
        """Its name among the resources of the pages."""
        self.width = width
        """In pixels."""
        self.height = height
        """In pixels."""
        self.entries = entries
        self.content = content
        self.is_packed = is_packed
        """Whether the content is compressed already."""

    def embed(self, file: PdfFile) -> int:
        """Write the image and return its number."""
        size = f"/Width {self.width}/Height {self.height}/BitsPerComponent 8"
        return file.add_stream(
            f"/Type/XObject/Subtype/Image{size}{self.entries}", self.content, deflated=not self.is_packed
        )


def find_picture(figure: Figure, context: Context, name: str) -> Picture | None:
    """Return the figure's picture by its first rendition whose bytes are kept and can be drawn, or None."""
    for reference in figure.media:
        content = context.media.get(reference)
        if content is not None and len(content) <= context.limits.image_bytes:
            picture = _as_it_is(content, name, context.limits.image_pixels) or _as_pixels(content, name, context)
            if picture is not None:
                return picture
    return None


def _as_it_is(content: bytes, name: str, most_pixels: int) -> Picture | None:
    """Return a JPEG that needs no decoding: gray or three colours, 8 bits, upright, in one piece."""
    if not (content.startswith(b"\xff\xd8") and content.rstrip(b"\0").endswith(b"\xff\xd9")):
        return None
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        # EXIF may turn the picture, Adobe's segment may say other colours: both are decoded instead.
        if marker == 0xEE or (marker == 0xE1 and content[at + 4 : at + 8] == b"Exif"):
            return None
        if marker in _FRAMES:
            if at + 10 > len(content):
                return None
            height, width = (int.from_bytes(content[at + 5 + 2 * k : at + 7 + 2 * k], "big") for k in (0, 1))
            space = {1: "DeviceGray", 3: "DeviceRGB"}.get(content[at + 9])
            if content[at + 4] != 8 or space is None or not 0 < width * height <= most_pixels:
                return None
            return Picture(name, width, height, f"/ColorSpace/{space}/Filter/DCTDecode", content, True)
        at += 2 + length
    return None


def _as_pixels(content: bytes, name: str, context: Context) -> Picture | None:
    import io

    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > context.limits.image_pixels:
                return None
            upright = ImageOps.exif_transpose(image)
            if upright.has_transparency_data:
                # On white, as on the paper.
                layered = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
            is_gray = upright.mode in ("1", "L", "I;16")
            flat = upright.convert("L" if is_gray else "RGB")
            space = "DeviceGray" if is_gray else "DeviceRGB"
            return Picture(name, flat.width, flat.height, f"/ColorSpace/{space}", flat.tobytes(), False)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        # Pillow's ways to say that a file is damaged or of another kind.
        return None

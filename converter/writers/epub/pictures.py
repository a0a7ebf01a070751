"""Media that go along: those whose bytes were kept and that every reading system shows (EPUB 3.3 §3.2)."""

from __future__ import annotations

from converter.model.media import type_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.block import MediaReference

_CORE = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}
"""Media type → extension. Video of any type may stand without a fallback (§3.4)."""
_PICTURES = (".png", ".jpg", ".gif", ".webp")


class Pictures:
    """The media of one publication, each once, in the order in which the story shows them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._names: dict[str, str] = {}
        self.parts: list[tuple[str, bytes, str]] = []
        """Name below `EPUB/`, content, media type."""

    def address(self, reference: MediaReference) -> str | None:
        """Return where the medium lies, or None where it does not go along: nothing is fetched."""
        extension = _CORE.get(reference.type or "")
        content = self._context.media.get(reference) if extension else None
        if not content or len(content) > self._context.limits.image_bytes:
            return None
        if extension in _PICTURES and not _is_whole(content, reference.type, self._context.limits.image_pixels):
            return None
        key = reference.sha256 or ""
        if key not in self._names:
            self._names[key] = f"media/{len(self._names) + 1}{extension}"
            self.parts.append((self._names[key], content, reference.type or ""))
        return self._names[key]


def _is_whole(content: bytes, media_type: str | None, most_pixels: int) -> bool:
    """Return whether a picture is of its type, not damaged, and within the limit: one that is damaged is refused."""
    if type_of(content) != media_type:
        return False
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP")) as image:
            if not 0 < image.width * image.height <= most_pixels:
                return False
            image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        # Pillow's ways to say that a file is damaged.
        return False
    return True

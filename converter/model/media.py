"""Media: the bytes of pictures and clips, kept beside the article by their SHA-256.

The article holds references; this holds what they refer to. A reader asks
for what its source names and keeps what it finds; a writer gets it back.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from converter.model.block import MediaReference


_SIGNS = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"RIFF", "image/webp"))


def type_of(content: bytes) -> str | None:
    """Return the media type of a picture by the sign that it begins with, or None for what is none that we know."""
    return next((kind for sign, kind in _SIGNS if content.startswith(sign)), None)


class Media:
    """The media of one article."""

    def __init__(
        self, find: Callable[[str], bytes | None] | None = None, kept: Mapping[str, bytes] | None = None
    ) -> None:
        self._find = find
        self._kept: dict[str, bytes] = dict(kept or {})

    def find(self, href: str) -> bytes | None:
        """Return the bytes that the source names by `href`, or None.

        Only regular files inside the source's own folder or package are ever
        found; the caller of the pipeline decides that, never the document.
        """
        return self._find(href) if self._find else None

    def keep(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256, for a `MediaReference`."""
        import hashlib

        digest = hashlib.sha256(content).hexdigest()
        self._kept[digest] = content
        return digest

    def get(self, reference: MediaReference) -> bytes | None:
        """Return the kept bytes of the reference, or None when only its address is known."""
        return self._kept.get(reference.sha256) if reference.sha256 else None

    @property
    def kept(self) -> dict[str, bytes]:
        """Return a copy: SHA-256 → bytes."""
        return dict(self._kept)

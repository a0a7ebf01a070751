"""Names in an object: a source keeps its own as far as every system can hold it; the true one is in the event."""

from __future__ import annotations

import re

MOST_BYTES = 180
"""Of one name, in UTF-8: under what every file system and archive tool holds (threats.md, section 7)."""

# What separates, what Windows refuses, what a terminal acts on, what cannot be seen, what is no character.
_UNSAFE = (
    r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f'
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_DEVICE = r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|\Z))"
_LONGEST_EXTENSION = 20


def safe_name(name: str) -> str:
    """Return the name as it may stand in an object: NFC, never a path, at most 180 bytes, good on every system.

    What is unsafe becomes `_`; a name that is too long loses the end of its
    stem and keeps its extension.
    """
    import unicodedata

    if name == "-":
        return "stdin"
    safe = re.sub(_UNSAFE, "_", unicodedata.normalize("NFC", name.replace("\0", "_")))
    safe = re.sub(r"^[. ]+|[. ]+$", lambda found: "_" * len(found[0]), safe)
    if re.match(_DEVICE, safe):
        safe = f"_{safe}"
    return _shortened(safe or "source")


def _shortened(name: str) -> str:
    if len(name.encode()) <= MOST_BYTES:
        return name
    stem, dot, extension = name.rpartition(".")
    end = f"{dot}{extension}" if stem and len(extension.encode()) <= _LONGEST_EXTENSION else ""
    kept = (stem if end else name).encode()[: MOST_BYTES - len(end.encode())].decode("utf-8", "ignore")
    return re.sub(r"[. ]+$", lambda found: "_" * len(found[0]), kept) + end


_EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "audio/mpeg": "mp3",
    "video/mp4": "mp4",
    "application/pdf": "pdf",
}


def media_name(sha256: str, media_type: str | None) -> str:
    """Return the logical path of a picture or clip."""
    return f"media/{sha256}.{_EXTENSIONS.get(media_type or '', 'bin')}"

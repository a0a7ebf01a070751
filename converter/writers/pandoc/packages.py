"""Pandoc's packages packed again: the time of the record in place of its sandbox's, and compressed the same everywhere.

The sandbox has no clock: whatever pandoc makes in it says 1970. An ODT states
when it was made in `meta.xml` (ODF 1.3 part 3, §4.3.2), an EPUB in its package
document (EPUB 3.3, §5.5.5), a PPTX in its core properties (ECMA-376 part 2, §11).
"""

from __future__ import annotations

import io

from converter.io.zip_read import zip_members
from converter.io.zip_write import packed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.limits import Limits

_NO_TIME = b"1970-01-01T00:00:00Z"
_STATING = ("meta.xml", "EPUB/content.opf", "docProps/core.xml")


def stamped(package: bytes, moment: str | None, limits: Limits) -> bytes:
    """Return the package with the record's time, a date-time with its zone; without one, as the sandbox left it."""
    time = _in_utc(moment)
    parts = [
        (name, content.replace(_NO_TIME, time) if time and name in _STATING else content)
        for name, content in zip_members(io.BytesIO(package), limits)
    ]
    return packed(parts, stored=("mimetype",))


def _in_utc(moment: str | None) -> bytes | None:
    from datetime import UTC, datetime

    if moment is None:
        return None
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    except (OverflowError, ValueError):
        return None

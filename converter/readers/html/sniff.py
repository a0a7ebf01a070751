"""Is this a page? Asked to hold a name's extension against the bytes."""

from __future__ import annotations

import re

from converter.io.magic import kind_of

_PAGE = re.compile(rb"<(?:!doctype\s+html|[a-z][a-z0-9]*)[\s>/]|&(?:[a-z]{2,8}|#\d+);", re.IGNORECASE)
_SURE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff(source: bytes) -> bool | None:
    """Return True for what begins as a page, False for another format, None for what may be one."""
    start = source[:4096].removeprefix(b"\xef\xbb\xbf")
    if _SURE.match(start):
        return True
    kind = kind_of(source)
    if kind is not None and kind not in ("HTML", "XML"):
        return False
    return None if _PAGE.search(start) or start[:2] in (b"\xff\xfe", b"\xfe\xff") else False

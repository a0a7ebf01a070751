"""The root element of XML, by a look at its first bytes: enough to know what kind of document it is."""

from __future__ import annotations

import re

_ENOUGH = 65_536
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[[^\]]*\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:([\w.\-]+):)?([\w.\-]+)((?:\s+[\w.:\-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/?>")
_BYTE_ORDER = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def root_of(source: bytes) -> tuple[str, str] | None:
    """Return the root's namespace, empty for none, and its local name; None for what does not begin like XML."""
    start = source[:_ENOUGH]
    for mark, charset in _BYTE_ORDER:
        if start.startswith(mark):
            text = start[len(mark) :].decode(charset, "replace")
            break
    else:
        text = start.decode("latin-1")
    place = 0
    while before := _BEFORE_ROOT.match(text, place):
        place = before.end()
    found = _ROOT.match(text, place)
    if found is None:
        return None
    prefix, name, attributes = found.groups()
    declared = re.search(rf"\sxmlns{f':{re.escape(prefix)}' if prefix else ''}\s*=\s*[\"']([^\"']*)", attributes)
    return (declared[1] if declared else "", name)

"""Knowing ninjs by the keys that only it has."""

from __future__ import annotations

import re

_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{")
_KEYS = re.compile(
    rb'"(?:\$?standard|versioncreated|pubstatus|bodies|headlines|body_\w+|headline_\w+|representationtype|copyrightnotice|'
    rb'copyrightholder|infosources?|renditions|associations)"\s*:',
    re.IGNORECASE,
)


def sniff(source: bytes) -> bool | None:
    """Return True for an object with `uri` and a key of ninjs, False for what is no object, None for any other."""
    if not _START.match(source[:4096]):
        return False
    return True if b'"uri"' in source and _KEYS.search(source) else None

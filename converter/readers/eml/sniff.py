"""Knowing a mail by its header lines."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n?", re.ASCII)


def sniff(source: bytes) -> bool | None:
    """Return False for what does not begin with a header, None for what does: a plain text may, too."""
    found = _HEADER.match(source[:65_536])
    return None if found and re.search(rb"^(?:from|subject|date|mime-version):", found[0], re.I | re.M) else False

"""Knowing a wire story by the control characters around its header."""

from __future__ import annotations

import re

_START = rb"(?s)[\x00\x16\r\n ]*\x01[^\x00-\x02\x04-\x06]{1,2000}?\x02"


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin with a header between SOH and STX."""
    return b"\x01" in source[:4096] and re.match(_START, source[:4096]) is not None

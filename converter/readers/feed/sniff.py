"""Knowing a feed by its root element."""

from __future__ import annotations

from converter.newsformats.feeds import is_feed


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like RSS or Atom."""
    return is_feed(source)

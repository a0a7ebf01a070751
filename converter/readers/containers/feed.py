"""Feeds: RSS, Atom, and WordPress exports, each entry in them a source of its own.

An entry takes what the feed says of itself along: its title, language and
rights. What WordPress exports beside posts and pages (menus, revisions,
attachments) is no story; it is passed over, and counted.
"""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.formats.records import Member
from converter.newsformats.feeds import entries_of, is_feed, post_type_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from lxml.etree import _Element

    from converter.formats.records import Context, NoOptions

_STORIES = ("", "post", "page")


def sniff(source: bytes) -> bool:
    """Return whether the bytes begin like a feed."""
    return is_feed(source)


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the entries, in order. Raises UnreadableInput for what is no feed, or has none."""
    from lxml import etree

    from converter.io.xml import parse

    root = parse(source.read(), context.limits, keep_comments=True)
    entries = entries_of(root)
    if not entries:
        raise UnreadableInput("is a feed without an entry, or none at all")
    context.limits.require("members", len(entries), "the number of entries")
    if len(entries) == 1 and entries[0] is root:
        yield Member("", etree.tostring(root, encoding="utf-8"), ending=".xml")
        return
    above = entries[0].getparent()
    assert above is not None
    for entry in entries:
        above.remove(entry)
        entry.tail = None
    passed: list[str] = []
    for entry in entries:
        kind = post_type_of(entry)
        if kind not in _STORIES:
            passed.append(f"a WordPress {kind}, which is no story")
            continue
        yield Member("", _alone(root, above, entry), ending=".xml", passed=tuple(passed))
        passed = []


def _alone(root: _Element, above: _Element, entry: _Element) -> bytes:
    """Return the feed with this entry alone."""
    from lxml import etree

    above.append(entry)
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    above.remove(entry)
    return content

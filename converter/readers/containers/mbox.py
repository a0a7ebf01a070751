"""mbox: the messages of a mailbox, each a source as if it lay in a file of its own (RFC 4155)."""

from __future__ import annotations

from converter.core.errors import LimitExceeded
from converter.formats.records import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from converter.core.limits import Limits
    from converter.formats.records import Context, NoOptions

_BEGINNING = b"From "


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes begin as a mailbox does."""
    return source.startswith(_BEGINNING) or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the messages. One that is too large is a member with a fault."""
    for offset, message, fault in _messages(source, context.limits):
        yield Member("", b"" if fault else message, ending=".eml", offset=offset, fault=fault)


def _messages(source: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes, LimitExceeded | None]]:
    """Yield where each message begins, its bytes without the line before it, and a fault instead of too many."""
    lines: list[bytes] = []
    begins = size = 0
    is_blank = True
    is_inside = False
    offset = source.tell()
    while line := source.readline(limits.input_bytes):
        if line.startswith(_BEGINNING) and is_blank:
            if is_inside:
                yield begins, b"".join(lines), _too_large(size, limits)
            lines, begins, size, is_inside = [], offset, 0, True
        elif is_inside:
            size += len(line)
            if size <= limits.input_bytes:
                # As `>From ` is written for a line that begins so.
                lines.append(line[1:] if line.lstrip(b">").startswith(_BEGINNING) and line[:1] == b">" else line)
        is_blank = not line.strip(b"\r\n")
        offset += len(line)
    if is_inside:
        yield begins, b"".join(lines), _too_large(size, limits)


def _too_large(size: int, limits: Limits) -> LimitExceeded | None:
    if size <= limits.input_bytes:
        return None
    what = f"a message of {size:,} bytes is larger than {limits.input_bytes:,}"
    return limits.exceeded("input_bytes", what, needs=size)

"""mbox: the messages of a mailbox, each a story with its subject as headline (RFC 4155, RFC 5322).

A message is its text; what is attached to it is passed over, and counted.
"""

from __future__ import annotations

import json

from converter.errors import LimitExceeded
from converter.formats import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from typing import Any, BinaryIO

    from converter.formats import Context, NoOptions
    from converter.limits import Limits

_BEGINNING = b"From "


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes begin as a mailbox does."""
    return source.startswith(_BEGINNING) or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the messages. A message that is too large or has no text is a member with a fault."""
    for offset, message, fault in _messages(source, context.limits):
        yield Member("", b"", offset=offset, fault=fault) if fault else _member(message, offset)


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
    return limits.exceeded("input_bytes", f"a message of {size:,} bytes is larger than {limits.input_bytes:,}")


def _member(content: bytes, offset: int) -> Member:
    import email
    from email import policy

    message: EmailMessage = email.message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain", "html"))
    passed = tuple("an attachment of a message" for part in message.walk() if part.is_attachment())
    text = body.get_payload(decode=True) if body is not None else b""
    is_html = body is not None and body.get_content_subtype() == "html"
    return Member(
        "",
        text if isinstance(text, bytes) else b"",
        ending=".html" if is_html else ".txt",
        offset=offset,
        charset=body.get_content_charset() if body is not None else None,
        sidecar=("message.json", json.dumps(_metadata(message)).encode("ascii")),
        passed=passed,
    )


def _metadata(message: EmailMessage) -> dict[str, Any]:
    """Return what the head of the message says; what it says wrongly is as if it were not there."""
    from email.utils import parseaddr, parsedate_to_datetime

    said: dict[str, Any] = {}
    subject = _header(message, "subject")
    if subject:
        said["headline"] = subject
    name, address = parseaddr(_header(message, "from"))
    if name or address:
        said["byline"] = name or address
    try:
        sent = parsedate_to_datetime(_header(message, "date"))
        if sent.tzinfo is not None:
            said["date"] = {"published": sent.isoformat(timespec="seconds").replace("+00:00", "Z")}
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    identity = _header(message, "message-id").strip("<>")
    if identity and "@" in identity and identity.isascii() and identity.isprintable():
        from urllib.parse import quote

        said["guid"] = f"mid:{quote(identity, safe='@')}"  # RFC 2392 §2.
    return said


def _header(message: EmailMessage, name: str) -> str:
    """Return the text of a header on one line, without what no text may hold; empty when it is missing or broken."""
    try:
        text = str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # Of the standard library's parser, at odd headers.
        return ""
    return " ".join(text.encode("utf-8", "replace").decode().split())

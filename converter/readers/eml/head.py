"""The head of a message whose bytes are neither ASCII nor UTF-8, as programs wrote it that knew one charset alone.

RFC 6532 takes UTF-8 there, and the standard library nothing else: each other
byte would be a replacement character in the headline.
"""

from __future__ import annotations

import re

from converter.text.charsets import CODECS, find_charset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context

_END = re.compile(rb"\r?\n\r?\n")
_DECLARED = re.compile(rb'charset\s*=\s*"?([\w.:-]+)', re.IGNORECASE)


def in_utf8(source: bytes, told: str, context: Context) -> bytes:
    """Return the message with its head in UTF-8: from the charset that is told, else declared anywhere, else sure.

    A guess is a notice, and so are bytes that no charset explains: they stay.
    """
    end = _END.search(source)
    head = source[: end.start()] if end else source
    if _decoded(head, "utf-8") is not None:
        return source
    declared = _DECLARED.search(source)
    for label in (told, declared[1].decode("ascii") if declared else ""):
        charset = find_charset(label) if label else None
        text = _decoded(head, CODECS[charset]) if charset and not charset.startswith("utf") else None
        if text is not None:
            return text.encode() + source[len(head) :]
    from converter.text.detect import find_sure  # tables that UTF-8 does not need

    sure = find_sure(source) or find_sure(source[len(head) :])
    text = _decoded(head, CODECS[sure.charset]) if sure else None
    if sure is None or text is None:
        count = sum(byte >= 0x80 for byte in head)
        context.notice("bytes-replaced", where="head", charset="utf-8", count=count)
        return source
    context.notice("charset-guessed", where="head", charset=sure.charset, others=", ".join(sure.others) or "none")
    return text.encode() + source[len(head) :]


def _decoded(head: bytes, codec: str) -> str | None:
    try:
        return head.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None

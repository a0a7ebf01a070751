"""From a page's bytes to its text: as declared, or as it must be; never mojibake (WHATWG HTML §13.2.3)."""

from __future__ import annotations

import re

from converter.text import decode as decoding
from converter.text.charsets import CODECS, find_charset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.readers.html.options import HtmlOptions

# A browser looks no further than the first kilobyte; pages that are saved have more before their charset.
_PRESCAN = 8192
_META = rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)"
_XML = rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)"
_MOST_DAMAGE = 0.002
"""Of the bytes: a page with more bytes that its charset does not know is in another one."""


def decode_page(source: bytes, options: HtmlOptions, context: Context) -> tuple[str, str]:
    """Return the page's text and the charset that it was read in.

    A few bytes that the declared charset does not know become U+FFFD, with a
    notice: such pages are common, and the rest of them is right.
    """
    declared = context.source.charset or _declared(source)
    charset = find_charset(declared) if declared else None
    if charset and charset.startswith("utf-16"):
        # WHATWG HTML §13.2.3.2: a declaration that can be read as ASCII is none of UTF-16.
        declared = charset = "utf-8"
    is_marked = source.startswith(tuple(mark for mark, _ in decoding.MARKS))
    if charset and not options.charset and not is_marked and not decoding.speaks_against(source, charset):
        mended = _with_damage(source, charset, context)
        if mended is not None:
            return mended, charset
    return decoding.decode(source, context, told=options.charset, declared=declared, option="html.charset")


def _declared(source: bytes) -> str | None:
    start = source[:_PRESCAN]
    found = re.search(_META, start, re.IGNORECASE) or re.search(_XML, start, re.IGNORECASE)
    return found[1].decode("ascii") if found else None


def _with_damage(source: bytes, charset: str, context: Context) -> str | None:
    """Return the text with U+FFFD for some unknown bytes, or None when there are none of them or too many."""
    try:
        source.decode(CODECS[charset])
        return None
    except UnicodeDecodeError as error:
        first = error.start
    text = source.decode(CODECS[charset], "replace")
    count = text.count("\ufffd")
    if count > max(2, len(source) * _MOST_DAMAGE):
        return None
    context.notice("bytes-replaced", where=f"byte {first}", charset=charset, count=count)
    return text

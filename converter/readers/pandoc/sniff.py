"""Is this such a file? By the sign that packages, XML, RTF and notebooks have; texts have none.

`sniff_FORMAT` is made for each format (PEP 562).
"""

from __future__ import annotations

import re

from converter.io.magic import kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_START = 4096
_ODT = b"application/vnd.oasis.opendocument.text"
_EPUB = b"mimetypeapplication/epub+zip"
_ROOTS = {
    "fb2": rb"<FictionBook[\s>]",
    "opml": rb"<opml[\s>]",
    "docbook": rb"<(?:\w+:)?(?:article|book|chapter|section|sect1|refentry|info)\b[^>]*docbook\.org/ns/docbook"
    rb"|<!DOCTYPE\s+\w+\s+PUBLIC\s+[\"']-//OASIS//DTD\s+DocBook",
    "jats": rb"<!DOCTYPE\s+article\s+PUBLIC\s+[\"']-//NLM//DTD|<article\b[^>]*(?:article-type|dtd-version|jats)"
    rb"|<article\b[^>]*>\s*<front\b",
}


def __getattr__(name: str) -> Callable[[bytes], bool | None]:
    from functools import partial

    if not name.startswith("sniff_"):
        raise AttributeError(name)
    return partial(_sniff, name.removeprefix("sniff_"))


def _sniff(form: str, source: bytes) -> bool | None:
    """Return True for what is sure to be of the format, False for what is not, None for what may be."""
    start = source[:_START]
    if form in _ROOTS:
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return None
        return True if re.search(_ROOTS[form], start) else False if form in ("docbook", "jats") else None
    match form:
        case "odt":
            return start.startswith(b"PK\x03\x04") and (_ODT in start[:300] or None)
        case "epub":
            return start.startswith(b"PK\x03\x04") and (_EPUB in start[:100] or None)
        case "rtf":
            return start.lstrip().startswith(b"{\\rtf")
        case "ipynb":
            return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (b'"nbformat' in source or None)
        case "json":
            return start.lstrip().startswith(b"{") and (b'"pandoc-api-version"' in source or None)
    kind = kind_of(source)
    return None if kind is None or (kind == "HTML" and form != "native" and _is_fragment(start)) else False


def _is_fragment(start: bytes) -> bool:
    """Return whether a text only begins with markup; a page has its declaration or its root element."""
    return not re.match(rb"\s*<(?:!doctype|html)", start, re.IGNORECASE)

"""UTF-8: what a text's bytes tell of it ten times as fast as its characters do.

No byte of ASCII is a part of another character, and no character of several bytes begins within another.
"""

from __future__ import annotations

ASCII = bytes(range(0x80))


def encoded(text: str) -> bytes:
    """Return the text in UTF-8, with the lone surrogates that a string may hold."""
    return text.encode("utf-8", "surrogatepass")


def beyond_ascii(content: bytes, *, plain: bytes = ASCII) -> str:
    """Return the characters of a text in UTF-8 that are none of the `plain` ones of ASCII, in their order.

    Most texts have only some marks beyond, which is what makes a look at each of them cheap.
    """
    beyond = content.translate(None, plain)
    return beyond.decode("utf-8", "surrogatepass") if beyond else ""

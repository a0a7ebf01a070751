"""Text of documents and names of files as a person may be shown them: nothing in it acts on a terminal or a page."""

from __future__ import annotations

import re

# C0, DEL, C1, bidirectional controls, line and paragraph separators, lone surrogates.
UNSAFE = r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
_MOST_CHARACTERS = 200


def visible(text: str) -> str:
    r"""Return the text on one line with what a terminal would act on as `\x1b`, `\u202e`, `\udcff`."""
    return text if text.isprintable() else re.sub(UNSAFE, escaped, text)


def escaped(found: re.Match[str]) -> str:
    r"""Return the one character that was found as `\x1b` or `\u202e`."""
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def shortened(text: str) -> str:
    """Return at most 200 characters of document text."""
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"

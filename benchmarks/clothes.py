"""Clothes: how the lines of one story may be parted, indented, underlined and wrapped, and be the same story.

`ANY` are for whatever text, `HEADED` for one that begins with its headline. Each takes the story's lines, one a
headline, a byline or a paragraph, and returns its text.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_COLUMNS = 72
_FIRST_UNSPACED = "\u0e00"
"""Scripts from here on are not wrapped at blanks."""


def _wrapped(line: str, indent: str = "") -> str:
    if max(filter(str.isalpha, line), default="") >= _FIRST_UNSPACED:
        return indent + line
    return textwrap.fill(line, _COLUMNS, initial_indent=indent, break_on_hyphens=False, break_long_words=False)


def _each(before: str = "", behind: str = "") -> Callable[[list[str]], str]:
    return lambda lines: "".join(f"{before}{line}{behind}\n" for line in lines)


ANY: dict[str, Callable[[list[str]], str]] = {
    "a line each": "\n".join,
    "a blank line between": "\n\n".join,
    "three blank lines between": "\n\n\n\n".join,
    "lines of no-break spaces between": "\n\xa0\n".join,
    "lines of zero-width spaces between": "\n\u200b\n".join,
    "lines of Windows": "\r\n\r\n".join,
    "blanks at the ends": _each(behind="   "),
    "blanks above and below": lambda lines: "\n\n\n" + "\n".join(lines) + "\n\n\n",
    "all indented": _each("    "),
    "all indented by a tab": _each("\t"),
    "indented by no-break spaces": _each("\xa0\xa0"),
    "indented by ideographic blanks": _each("\u3000\u3000"),
    "behind marks of direction": _each("\u200e", "\u200e"),
    "a byte-order mark": lambda lines: "\ufeff" + "\n".join(lines),
    "below a line of dashes": lambda lines: "\n".join(["----------", *lines]),
    "below its address": lambda lines: "\n".join(["https://news.example.com/2025/05/03/a-story", *lines]),
    "below its address behind a label": lambda lines: "\n".join(["URL: https://news.example.com/a-story", *lines]),
    "above its address behind a label": lambda lines: "\n\n".join([*lines, "Link: https://news.example.com/a-story"]),
    "wrapped, a blank line between": lambda lines: "\n\n".join(map(_wrapped, lines)),
}
HEADED: dict[str, Callable[[list[str]], str]] = {
    "all but the headline indented": "\n    ".join,
    "all but the headline indented by a tab": "\n\t".join,
    "headline underlined": lambda lines: "\n".join([lines[0], "=" * len(lines[0]), *lines[1:]]),
    "headline above a line of dashes": lambda lines: "\n\n".join([lines[0], "-----", *lines[1:]]),
    "headline twice": lambda lines: "\n".join([lines[0], *lines]),
    "below the words of its address": lambda lines: "\n".join(["a-story-of-this-day", *lines]),
    "below its path": lambda lines: "\n".join(["Home > News > World", *lines]),
    "buttons below the headline": lambda lines: "\n".join([lines[0], "Share", "Tweet", "Email", *lines[1:]]),
    "a moment below the headline": lambda lines: "\n".join([lines[0], "Updated 3:45 PM EDT, May 3, 2024", *lines[1:]]),
    "wrapped, a headline and indents": lambda lines: "\n".join(
        [lines[0], *(_wrapped(line, "    ") for line in lines[1:])]
    ),
}

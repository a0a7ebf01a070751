"""A post as WordPress keeps and exports it: a blank line parts two paragraphs, and any other line end is a break.

WordPress sets these tags when it shows the post. What is made of its blocks
has them already; the blocks begin and end in comments.
"""

from __future__ import annotations

import re

from converter.render.html_read import BLOCKS

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_OF_BLOCK = re.compile(r"<!--\s*(/?)wp:[^<>]*?(/?)-->")
_BLOCKS = BLOCKS | {"col", "colgroup", "object"}
_AS_TYPED = frozenset(("pre", "script", "style", "textarea"))
"""Elements whose line ends are not WordPress's."""
_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def with_paragraphs(post: str) -> str:
    """Return the post's HTML with a tag where WordPress would show a paragraph or a break; no word changes."""
    pieces = _TAG.split(post.replace("\r\n", "\n").strip())
    depth = 0
    for at, piece in enumerate(pieces):
        if at % 2:  # Tags stand at the odd places, words between them.
            depth = max(0, depth + _step(piece))
        elif not depth and "\n" in piece:
            pieces[at] = _tagged(piece, *(_is_edge(pieces, beside) for beside in (at - 1, at + 1)))
    return "".join(pieces)


def _step(tag: str) -> int:
    """Return 1 for a tag that opens what keeps its line ends, -1 for one that closes it, else 0."""
    found = _OF_BLOCK.match(tag)
    if found:
        return 0 if found[2] else -1 if found[1] else 1
    found = _NAME.match(tag)
    return 0 if found is None or found[2].lower() not in _AS_TYPED else -1 if found[1] else 1


def _tagged(words: str, follows_block: bool, precedes_block: bool) -> str:
    """Return words with tags for their line ends; at the edge of a block these say nothing."""
    if follows_block:
        words = words.lstrip()
    if precedes_block:
        words = words.rstrip()
    return _LINE_END.sub("<br>", _BLANK_LINE.sub("<p>", words))


def _is_edge(pieces: list[str], at: int) -> bool:
    if not 0 <= at < len(pieces) or _OF_BLOCK.match(pieces[at]):
        return True
    found = _NAME.match(pieces[at])
    return found is not None and found[2].lower() in _BLOCKS

"""A story as slides: where one ends and the next begins.

Pandoc begins a slide at a heading of its highest level and at a rule. Between
those a story has many paragraphs, of which a slide shows few: what runs over
its edge is in the file, and nobody sees it. So a rule stands where a slide is
full.
"""

from __future__ import annotations

from converter.pandoc.into_article import words_in
from converter.pandoc.tree import node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.pandoc.tree import Nodes

_MOST_WORDS = 80
"""On one slide: ten lines of eight words, as large as a room can read them."""


def parted(nodes: Nodes) -> Nodes:
    """Return the blocks with a rule before each that would make its slide too full, and before each heading."""
    made: Nodes = []
    words = 0
    is_empty = True
    for each in nodes:
        count = len(words_in(each).split())
        is_heading = each["t"] == "Header"
        if is_heading or each["t"] == "HorizontalRule":
            if is_heading and each["c"][0] > 1 and not is_empty:
                made.append(node("HorizontalRule"))
            words, is_empty = 0, True
        elif not is_empty and words + count > _MOST_WORDS:
            made.append(node("HorizontalRule"))
            words, is_empty = 0, True
        made.append(each)
        words += count
        is_empty = is_empty and (is_heading or each["t"] == "HorizontalRule")
    return made

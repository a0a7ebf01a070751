"""White space of marked-up text: what is layout of the file, and what the author typed.

In HTML, NITF and the like a line end in a paragraph is only where the file's
line was full, and the blanks around it are its indentation. The words between
them are parted by one space. Blanks without a line end stay as they are
typed, and so do no-break spaces; blanks at the edges of a block go.
"""

from __future__ import annotations

import re

from converter.model.inline import Char, LineBreak, Ruby, inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.inline import Inline, Inlines

_BLANKS = " \t\r\n"
_WRAP = re.compile(r"[ \t\r\n]*[\r\n][ \t\r\n]*")
_WRAP_AT_START = re.compile(r"^[ \t]*[\r\n][ \t\r\n]*")
_WRAP_AT_END = re.compile(r"[ \t\r\n]*[\r\n][ \t]*$")


def unwrapped(content: Inlines) -> Inlines:
    """Return the inlines of a block without the file's layout."""
    return _trimmed(_trimmed(_unwrapped(content), first=True), first=False)


def one_spaced(words: str) -> str:
    """Return plain words of a block without the file's layout."""
    return _WRAP.sub(" ", words).strip(_BLANKS)


def is_blank(content: Inlines) -> bool:
    """Return whether the inlines are blanks of layout alone."""
    return all(isinstance(item, str) and not item.strip(_BLANKS) for item in content)


def _unwrapped(content: Inlines) -> Inlines:
    made: list[Inline] = []
    for place, item in enumerate(content):
        if not isinstance(item, str):
            made.append(_inside(item))
            continue
        if place and isinstance(content[place - 1], LineBreak):
            item = _WRAP_AT_START.sub("", item)
        if place + 1 < len(content) and isinstance(content[place + 1], LineBreak):
            item = _WRAP_AT_END.sub("", item)
        made.append(_WRAP.sub(" ", item))
    return inlines(*made)


def _inside(item: Inline) -> Inline:
    if isinstance(item, str | LineBreak | Char):
        return item
    if isinstance(item, Ruby):
        return Ruby(_unwrapped(item.content), _unwrapped(item.reading))
    return item.replace(content=_unwrapped(item.content))


def _trimmed(content: Inlines, *, first: bool) -> Inlines:
    """Return the inlines without blanks at the one edge, however deep the words there are marked."""
    if not content:
        return ()
    edge, rest = (content[0], content[1:]) if first else (content[-1], content[:-1])
    if isinstance(edge, str):
        words = edge.lstrip(_BLANKS) if first else edge.rstrip(_BLANKS)
        if not words:
            return _trimmed(rest, first=first)
        edge = words
    elif not isinstance(edge, Ruby | LineBreak | Char):
        edge = edge.replace(content=_trimmed(edge.content, first=first))
    return (edge, *rest) if first else (*rest, edge)

"""Snippets: the piece of a story where the words stand that it was found by, from its canonical form."""

from __future__ import annotations

from converter.archive.catalogue.words import spans_of
from converter.core.values import Value
from converter.render.visible_text import printed_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from converter.archive.catalogue.query import Words
    from converter.model.article import Article

    Marks: TypeAlias = tuple[tuple[int, int], ...]

WIDTH = 200
"""Of a snippet, in characters."""
_BEFORE = 40
"""How many characters stand before the first mark, at most."""
CUT = "…"


class Marked(Value):
    """A text, and where in it the words stand."""

    text: str
    """White space folded; `…` where the paragraph goes on."""
    marks: tuple[tuple[int, int], ...] = ()
    """Start and end in characters, in order, never overlapping."""


def snippet(article: Article, words: Sequence[Words]) -> Marked:
    """Return the piece of the story with the most of the words, the first of several; else how the story begins."""
    texts = [" ".join(text.split()) for text in printed_texts(article)]
    head = article.head
    own = len(head.headlines) + len(head.bylines)
    texts = [text for text in texts[own:] if text] or [text for text in texts if text]
    best, most, begins = "", 0, 0
    wanted = [each for each in words if each.field in (None, "body")]
    for text in texts:
        found = _found(text, wanted)
        for at, (start, _, _) in enumerate(found):
            kinds = {which for begin, end, which in found[at:] if end <= start + WIDTH - _BEFORE}
            if len(kinds) > most:
                best, most, begins = text, len(kinds), start
        if most == len(wanted):
            break
    if not most:
        return _cut(texts[0] if texts else "", 0, ())
    return _cut(best, begins, marks_in(best, wanted))


def marks_in(text: str, words: Sequence[Words]) -> Marks:
    """Return where the words stand in a text; what overlaps is one."""
    joined: list[tuple[int, int]] = []
    for start, end, _ in _found(text, words):
        if joined and start <= joined[-1][1] and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _found(text: str, words: Sequence[Words]) -> list[tuple[int, int, int]]:
    """Return start, end and which of the words it is, sorted."""
    spans = list(spans_of(text))
    return sorted(
        (span.start, end, which)
        for at, span in enumerate(spans)
        for which, each in enumerate(words)
        if (end := each.phrase.found_in(spans, at))
    )


def _cut(text: str, begins: int, marks: Marks) -> Marked:
    """Return at most `WIDTH` characters of the text, from a little before where it begins, cut between words."""
    if len(text) <= WIDTH:
        return Marked(text, marks)
    start = max(0, min(begins - _BEFORE, len(text) - WIDTH))
    if start:
        space = text.find(" ", start, begins)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        # A script without spaces, or a word longer than the snippet, is cut where it is.
        space = text.rfind(" ", begins + 1, end)
        if space > start + WIDTH // 2:
            end = space
    shift = len(CUT) if start else 0
    inside = tuple((a - start + shift, b - start + shift) for a, b in marks if start <= a and b <= end)
    return Marked(f"{CUT if start else ''}{text[start:end]}{CUT if end < len(text) else ''}", inside)

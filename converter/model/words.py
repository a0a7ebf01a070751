"""The words of an article: as plain text, and its paragraphs in order."""

from __future__ import annotations

from converter.model.article import Article, values_in
from converter.model.block import List, Paragraph, Quote
from converter.model.inline import Char, LineBreak
from converter.model.traversal import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.model.block import Block


def plain_text(value: object) -> str:
    """Return the words of a value or a tuple of values: a `LineBreak` as a line feed, a `Char` as its character."""
    if type(value) is tuple and len(value) == 1 and isinstance(value[0], str):
        return value[0]  # As most paragraphs are.
    if isinstance(value, Article):
        there = values_in(value)
        if LineBreak not in there and Char not in there:
            return "".join(there.get(str, ()))
    out: list[str] = []
    for item in walk(value):
        if isinstance(item, str):
            out.append(item)
        elif isinstance(item, LineBreak):
            out.append("\n")
        elif isinstance(item, Char):
            out.append(chr(item.code))
    return "".join(out)


def has_words(value: object) -> bool:
    """Return whether a value or a tuple of values holds anything to print; a `Char` does: it is shown by a sign."""
    return any(
        isinstance(item, Char) or (isinstance(item, str) and not item.isspace() and item) for item in walk(value)
    )


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the story in order, furniture and notes left out."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Quote):
            yield from paragraphs_in(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from paragraphs_in(item.blocks)

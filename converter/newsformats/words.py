"""Blocks as their words: what a property can hold that has no blocks."""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.model.checks import is_xml_text
from converter.model.traversal import walk
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.block import Block, Blocks
    from converter.model.inline import Inlines


def texts_in(blocks: Blocks, *, furniture: bool = False) -> Iterator[Inlines]:
    """Yield the inlines of each piece of text in the blocks, in reading order; those of furniture only if asked for."""
    for block in blocks:
        for content in _texts(block, furniture):
            if content:
                yield content


def _texts(block: Block, furniture: bool) -> Iterator[Inlines]:
    match block:
        case model.Paragraph() | model.Heading() | model.Preformatted() | model.Foreign() | model.ThematicBreak():
            yield block.content
        case model.Quote():
            yield from texts_in(block.blocks, furniture=furniture)
            yield block.attribution
        case model.Note():
            yield from texts_in(block.blocks, furniture=furniture)
        case model.List():
            for item in block.items:
                yield from texts_in(item.blocks, furniture=furniture)
        case model.Table():
            yield block.caption
            for row in (*block.head, *block.body, *block.foot):
                for cell in row.cells:
                    yield from texts_in(cell.blocks, furniture=furniture)
        case model.Figure():
            yield block.caption
            yield block.credit
        case model.Furniture():
            if furniture:
                yield from texts_in(block.blocks, furniture=True)
        case _:
            assert_never(block)


def shown(content: Inlines) -> str:
    """Return the words of inlines on one line, a character that XML cannot hold as U+FFFD."""
    return holdable(" ".join(plain_text(content).split("\n")))


def holdable(words: str) -> str:
    """Return the words with U+FFFD for each character that XML cannot hold."""
    if is_xml_text(words):
        return words
    return "".join(c if is_xml_text(c) else "\N{REPLACEMENT CHARACTER}" for c in words)


def marks_in(content: Inlines) -> int:
    """Return how many marks the inlines have, line breaks among them: what a property of plain words folds."""
    return sum(not isinstance(value, str | model.Char) for value in walk(content))

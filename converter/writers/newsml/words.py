"""Blocks as their words: what a property can hold that has no blocks."""

from __future__ import annotations

from typing import assert_never

from converter import article as model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.article import Block, Blocks, Inlines


def texts_in(blocks: Blocks) -> Iterator[Inlines]:
    """Yield the inlines of each piece of text in the blocks, in reading order; furniture inside them is left out."""
    for block in blocks:
        for content in _texts(block):
            if content:
                yield content


def _texts(block: Block) -> Iterator[Inlines]:
    match block:
        case model.Paragraph() | model.Heading() | model.Preformatted() | model.Foreign() | model.ThematicBreak():
            yield block.content
        case model.Quote():
            yield from texts_in(block.blocks)
            yield block.attribution
        case model.Note():
            yield from texts_in(block.blocks)
        case model.List():
            for item in block.items:
                yield from texts_in(item.blocks)
        case model.Table():
            yield block.caption
            for row in (*block.head, *block.body, *block.foot):
                for cell in row.cells:
                    yield from texts_in(cell.blocks)
        case model.Figure():
            yield block.caption
            yield block.credit
        case model.Furniture():
            return
        case _:
            assert_never(block)

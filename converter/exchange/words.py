"""Blocks as their words: what a property can hold that has no blocks."""

from __future__ import annotations

from typing import assert_never

from converter import article as model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.article import Block, Blocks, Inlines


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

"""Site furniture, where a format carries it beside the story: which block stood where."""

from __future__ import annotations

from converter.article import Furniture, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.article import Block


def furniture_in(body: tuple[Block, ...]) -> Iterator[tuple[Furniture, str]]:
    """Yield each block of furniture with where it stood; paragraphs are the body's own blocks of the story, from 1."""
    number = 0
    for block in body:
        if isinstance(block, Furniture):
            yield block, f"after paragraph {number}" if number else "before paragraph 1"
            continue
        number += 1
        told: set[int] = set()
        for inner in walk(block):
            if isinstance(inner, Furniture) and id(inner) not in told:
                told.update(map(id, walk(inner)))  # Furniture in furniture is told with it.
                yield inner, f"in paragraph {number}"

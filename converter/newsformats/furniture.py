"""Site furniture, where a format carries it beside the story: which block stood where."""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.model.block import Furniture, Paragraph
from converter.model.traversal import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.model.block import Block, Blocks


def furniture_in(body: tuple[Block, ...]) -> Iterator[tuple[Furniture, str]]:
    """Yield each block of furniture with where it stood; paragraphs are the body's own blocks of the story, from 1."""
    number = 0
    for block in body:
        if isinstance(block, Furniture):
            yield block, f"after paragraph {number}" if number else "before paragraph 1"
            continue
        number += 1
        if isinstance(block, Paragraph):
            continue  # Inlines hold no blocks.
        told: set[int] = set()
        for inner in walk(block):
            if isinstance(inner, Furniture) and id(inner) not in told:
                told.update(map(id, walk(inner)))  # Furniture in furniture is told with it.
                yield inner, f"in paragraph {number}"


class Placed(Value):
    """A block of furniture and the words that say where it stood."""

    block: Furniture
    place: str


def put_back(body: Blocks, found: Sequence[Placed]) -> Blocks:
    """Return the body with each block where it stood, after the others there; one without a place ends the body."""
    after: dict[int, list[Block]] = {}
    for placed in found:
        said = re.search(r"\b(before|after|in) paragraph (\d{1,9})\b", placed.place)
        number = len(body) if said is None else 0 if said[1] == "before" else int(said[2])
        after.setdefault(min(number, len(body)), []).append(placed.block)
    made = list(after.get(0, ()))
    for number, block in enumerate(body, 1):
        made += (block, *after.get(number, ()))
    return tuple(made)

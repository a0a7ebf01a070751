"""Lists that count: `numbering.xml`, with one `w:num` for each list of the story."""

from __future__ import annotations

from functools import lru_cache

from converter.writers.docx.styles import template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_BULLETS, _NUMBERS = 0, 1
"""`w:abstractNumId` of the two definitions in the template."""
BULLETED = 1
"""`w:numId` of all bulleted lists, and of the style List Bullet; 2 is that of the style List Number."""
_FIRST = 3
LEVELS = 9
"""What a list has in WordprocessingML (ECMA-376-1 §17.9.6)."""
HIGHEST = 32_767
"""The last number that Word counts to; a list that goes further has its numbers as words."""


def number_of(index: int) -> int:
    """Return the `w:numId` of the numbered list that was met as number `index`, from 0."""
    return _FIRST + index


def numbering_part(starts: Sequence[tuple[int, int]]) -> bytes:
    """Return the part; `starts` has level and first number of each numbered list, in order."""
    return _numbering_part(tuple(starts))


@lru_cache(16)
def _numbering_part(starts: tuple[tuple[int, int], ...]) -> bytes:
    """Return the same; most stories have no such list."""
    nums = [_num(BULLETED, _BULLETS, ""), _num(2, _NUMBERS, "")]
    for index, (level, start) in enumerate(starts):
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        nums.append(_num(number_of(index), _NUMBERS, override))
    return template("numbering.xml").replace("</w:numbering>", "".join(nums) + "</w:numbering>").encode()


def _num(number: int, definition: int, override: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'

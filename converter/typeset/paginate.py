"""Slabs → pages: each page filled as far as it goes, broken where the slabs allow it."""

from __future__ import annotations

from math import ceil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.typeset.slabs import Slab

_ROUNDING_PT = 0.25
"""A slab that sticks out by no more than this still fits: 45 lines of 15.5 pt are 0.2 pt longer than A4's text area."""


class Placed:
    """A slab at its place; `again` for a table's head that is repeated and so is no part of the text."""

    __slots__ = ("again", "slab", "top_pt")

    def __init__(self, slab: Slab, top_pt: float, again: bool = False) -> None:
        self.slab = slab
        self.top_pt = top_pt
        self.again = again


def paginate(slabs: list[Slab], height_pt: float, grid_pt: float) -> list[list[Placed]]:
    """Return the pages, at least one; each slab is on one page, and slabs keep their order.

    A slab taller than a page stands alone on its own and sticks out.
    """
    pages: list[list[Placed]] = []
    first = 0
    while first < len(slabs) or not pages:
        page, first = _fill(slabs, first, height_pt, grid_pt)
        pages.append(page)
    return pages


def _fill(slabs: list[Slab], first: int, height_pt: float, grid_pt: float) -> tuple[list[Placed], int]:
    page: list[Placed] = []
    y = 0.0
    if first < len(slabs):
        for head in slabs[first].repeats:
            page.append(Placed(head, y, again=True))
            y += head.height_pt
    repeated = len(page)
    is_whole = first == 0
    at = first
    while at < len(slabs):
        slab = slabs[at]
        top = y + (slab.gap_pt if at > first else 0.0)
        over = 0.0
        if slab.on_grid:
            over = ceil((top - _ROUNDING_PT) / grid_pt) * grid_pt - top
            top += over
        if top + slab.height_pt > height_pt + _ROUNDING_PT and at > first:
            stop = at
            while stop > first and slabs[stop - 1].keeps:
                stop -= 1
            # All that is on the page would have to stay together: break here after all.
            stop = stop if stop > first else at
            del page[repeated + stop - first :]
            return page, stop
        if slab.on_grid:
            if not is_whole and over > 0:
                # What began on the page before was rounded there as a whole; its rest is rounded here.
                _spread(page[repeated:], slab.gap_pt, over)
            is_whole = True
        page.append(Placed(slab, top))
        y = top + slab.height_pt
        at += 1
    return page, at


def _spread(placed: list[Placed], last_gap_pt: float, over_pt: float) -> None:
    """Share what is over among the gaps between the slabs and the gap after them, in proportion."""
    gaps = sum(one.slab.gap_pt for one in placed[1:]) + last_gap_pt
    if gaps <= 0:
        return
    moved = 0.0
    for one in placed[1:]:
        moved += over_pt * one.slab.gap_pt / gaps
        one.top_pt += moved

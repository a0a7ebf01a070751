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

    __slots__ = ("again", "left_pt", "slab", "top_pt")

    def __init__(self, slab: Slab, top_pt: float, again: bool = False) -> None:
        self.slab = slab
        self.left_pt = 0.0
        """Where its column starts, from the left edge of the text area."""
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


def paginate_columns(
    slabs: list[Slab], height_pt: float, grid_pt: float, head: int, lefts_pt: tuple[float, ...]
) -> list[list[Placed]]:
    """Return the pages of a text in columns that start at `lefts_pt`, under the first `head` slabs at full width.

    The columns of the last page are about as long as each other.
    """
    pages = paginate(slabs[:head], height_pt, grid_pt) if head else [[]]
    rest = slabs[head:]
    page = pages[-1]
    top = 0.0
    if page and rest:
        last = page[-1]
        top = ceil((last.top_pt + last.slab.height_pt + rest[0].gap_pt - _ROUNDING_PT) / grid_pt) * grid_pt
        if slabs[head - 1].keeps and top + 2 * grid_pt > height_pt:
            top = height_pt
    at = 0
    while at < len(rest):
        if height_pt - top < grid_pt * 2:
            pages.append([])
            top = 0.0
        placed, at = _fill_columns(rest, at, height_pt - top, grid_pt, lefts_pt)
        if at == len(rest):
            placed = _balanced(rest, placed, height_pt - top, grid_pt, lefts_pt)
        for one in placed:
            one.top_pt += top
        pages[-1] += placed
        top = height_pt
    return pages


def _fill_columns(
    slabs: list[Slab], at: int, height_pt: float, grid_pt: float, lefts_pt: tuple[float, ...]
) -> tuple[list[Placed], int]:
    page: list[Placed] = []
    for left in lefts_pt:
        if at < len(slabs):
            column, at = _fill(slabs, at, height_pt, grid_pt)
            for one in column:
                one.left_pt = left
            page += column
    return page, at


def _balanced(
    slabs: list[Slab], page: list[Placed], height_pt: float, grid_pt: float, lefts_pt: tuple[float, ...]
) -> list[Placed]:
    """Return the last page's columns set as short as they go."""
    first = slabs.index(next(one.slab for one in page if not one.again))
    low, high = 1, ceil(height_pt / grid_pt)
    while low < high:
        lines = (low + high) // 2
        tried, end = _fill_columns(slabs, first, lines * grid_pt, grid_pt, lefts_pt)
        # A slab that fits no column stands alone and sticks out: then the columns are too short.
        fits = all(one.top_pt + one.slab.height_pt <= lines * grid_pt + _ROUNDING_PT for one in tried)
        if end == len(slabs) and fits:
            high, page = lines, tried
        else:
            low = lines + 1
    return page


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

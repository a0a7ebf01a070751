"""Direction: which words of a text are written from right to left.

Word does not run the whole Unicode bidirectional algorithm: it wants each run
of right-to-left words marked with `w:rtl`, and takes its fonts and its
language for "complex scripts" from there (ECMA-376-1 §17.3.2.30). So a text
is cut where the direction of its strong characters changes; what is neutral
goes with its neighbours when they agree, and else with the paragraph (after
UAX #9, N1 and N2).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.inline import Direction

_STRONG = {
    "L": False,
    "R": True,
    "AL": True,
    "LRE": False,
    "LRO": False,
    "LRI": False,
    "RLE": True,
    "RLO": True,
    "RLI": True,
}
# Blocks with right-to-left letters; the marks, embeddings and isolates of that direction (DerivedBidiClass).
_RIGHT_TO_LEFT = (
    ("\u0590", "\u08ff"),
    ("\u200f", "\u200f"),
    ("\u202b", "\u202b"),
    ("\u202e", "\u202e"),
    ("\u2067", "\u2067"),
    ("\ufb1d", "\ufdff"),
    ("\ufe70", "\ufefe"),
    ("\U00010800", "\U00010fff"),
    ("\U0001e800", "\U0001efff"),
)


def has_right_to_left(text: str) -> bool:
    """Return whether any character of the text is written from right to left."""
    # The set of a long text is small, and no regex is compiled for the many texts that are not ASCII for a quote mark.
    characters = [character for character in set(text) if character >= "\u0590"]
    return any(first <= character <= last for character in characters for first, last in _RIGHT_TO_LEFT)


def first_strong(text: str) -> Direction | None:
    """Return the direction of the first letter (UAX #9, P2 and P3), or None when there is none."""
    from unicodedata import bidirectional

    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


def pieces(text: str, direction: Direction | None) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is written from right to left, in a part of the direction."""
    from unicodedata import bidirectional

    base = direction == "rtl"
    out: list[tuple[str, bool]] = []
    start = 0
    """Of the piece that is being gathered."""
    neutral = 0
    """Where the neutral characters before this one begin."""
    now: bool | None = None
    for place, character in enumerate(text):
        strong = _STRONG.get(bidirectional(character))
        if strong is None:
            continue
        if now is None:
            if strong != base and place:
                out.append((text[:place], base))
                start = place
        elif strong != now:
            # The neutrals between two directions go with the part.
            cut = neutral if now != base else place
            out.append((text[start:cut], now))
            start = cut
        now = strong
        neutral = place + 1
    if now is None:
        return [(text, base)]
    if now != base and neutral < len(text):
        out.append((text[start:neutral], now))
        start, now = neutral, base
    out.append((text[start:], now))
    return [piece for piece in out if piece[0]]

"""Lines of a fixed width: how many columns a character takes on a terminal, and where a line may end."""

from __future__ import annotations

import unicodedata


def columns(words: str) -> int:
    """Return how many columns the words take: wide East Asian characters two, marks and joiners none (UAX #11)."""
    if words.isascii():
        return len(words)
    return sum(map(_columns_of, words))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(line: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the line broken at its spaces so that each piece takes at most `width` columns, if a space allows it.

    `first` stands before the first piece and `rest` before the others. A no-break
    space is no place to break. With a width of 0 there is one piece.
    """
    if not width:
        return [first + line]
    pieces: list[str] = []
    current, taken = first, columns(first)
    is_empty = True
    for word in line.split(" "):
        size = columns(word)
        if not is_empty and taken + 1 + size > width:
            pieces.append(current)
            current, taken, is_empty = rest, columns(rest), True
        if not is_empty:
            current, taken = f"{current} ", taken + 1
        current, taken, is_empty = current + word, taken + size, False
    return [*pieces, current]

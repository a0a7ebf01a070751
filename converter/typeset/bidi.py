"""Which way each character runs: the Unicode bidirectional algorithm, UAX #9.

`resolve` gives a paragraph's characters their levels (even: to the right,
odd: to the left); `visual_order` puts a line's pieces in the order that they
stand in. Who sets lines loads neither for a text that `lines.needs_levels` says no to.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from converter.typeset import unicode_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_DEEPEST = 125  # BD2


class _Classes(dict[str, str]):
    """Character → its bidirectional class."""

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[int] = []
        self._values: list[str] = []

    def __missing__(self, character: str) -> str:
        if not self._starts:
            starts, self._values = unicode_tables.read(unicode_tables.BIDI_CLASSES)
            self._starts = starts  # Last, as other threads go by it.
        found = self[character] = self._values[bisect_right(self._starts, ord(character)) - 1]
        return found


_classes = _Classes()
_closing: dict[str, str] = {}
_opening: dict[str, str] = {}
# BD16: two brackets that are each other's canonical equivalents close each other.
_SAME = {"\u3008": "\u2329", "\u3009": "\u232a"}

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"RLE": 1, "LRE": 0, "RLO": 1, "LRO": 0}
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})


def resolve(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """Return the level of the paragraph and of each of its characters.

    `base` is 0 or 1 where the direction is known; without it the first strong
    character decides (P2, P3). Characters that the algorithm removes (X9) take
    the level before them. A line's trailing spaces are the line's to reset (L1).
    """
    return resolve_classes([_classes[character] for character in text], base, text)


def resolve_classes(classes: Sequence[str], base: int | None, text: str = "") -> tuple[int, list[int]]:
    """Return the same for characters of which only the classes are known; brackets are paired where `text` has them."""
    matches = _match_isolates(classes)
    if base is None:
        base = _first_strong(classes, matches, 0, len(classes)) or 0
    levels, types = _explicit(classes, matches, base)
    for sequence, start, end in _sequences(classes, matches, levels, base):
        kinds = [types[index] for index in sequence]
        embedding = levels[sequence[0]]
        _resolve_weak(kinds, start)
        _resolve_brackets(kinds, sequence, text, embedding, start, [classes[index] for index in sequence])
        _resolve_neutral(kinds, embedding, start, end)
        for index, kind in zip(sequence, kinds, strict=True):
            # I1, I2
            if embedding % 2:
                levels[index] += kind != "R"
            elif kind == "R":
                levels[index] += 1
            elif kind != "L":
                levels[index] += 2
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[index] = levels[index - 1] if index else base
        elif kind in ("B", "S"):
            levels[index] = base  # L1, the part that no line decides.
    return base, levels


def paragraph_level(text: str) -> int | None:
    """Return the level that the first strong character gives, None without one (P2, P3)."""
    classes = [_classes[character] for character in text]
    return _first_strong(classes, _match_isolates(classes), 0, len(classes))


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's pieces from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            stop = start
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop
    return order


def class_of(character: str) -> str:
    """Return the character's bidirectional class, such as `AL`."""
    return _classes[character]


def _match_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Return where each isolate ends, and for each end where it began (BD9)."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            matches[start], matches[index] = index, start
        elif kind == "B":
            opened.clear()
    return matches


def _first_strong(classes: Sequence[str], matches: dict[int, int], start: int, end: int) -> int | None:
    index = start
    while index < end:
        kind = classes[index]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        if kind == "B":
            return None
        index = matches.get(index, end) if kind in _ISOLATES else index
        index += 1
    return None


def _explicit(classes: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Return levels and classes after X1 to X8."""
    levels, types = [base] * len(classes), list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    too_deep_isolates = too_deep_embeddings = valid_isolates = 0
    for index, kind in enumerate(classes):
        level, override, _ = stack[-1]
        if kind in _EMBEDDINGS:  # X2 to X5
            deeper = _deeper(level, _EMBEDDINGS[kind])
            if deeper <= _DEEPEST and not too_deep_isolates and not too_deep_embeddings:
                stack.append((deeper, {"RLO": "R", "LRO": "L"}.get(kind, ""), False))
            elif not too_deep_isolates:
                too_deep_embeddings += 1
        elif kind in _ISOLATES:  # X5a to X5c
            levels[index] = level
            types[index] = override or kind
            end = matches.get(index, len(classes))
            way = _first_strong(classes, matches, index + 1, end) or 0 if kind == "FSI" else int(kind == "RLI")
            deeper = _deeper(level, way)
            if deeper <= _DEEPEST and not too_deep_isolates and not too_deep_embeddings:
                valid_isolates += 1
                stack.append((deeper, "", True))
            else:
                too_deep_isolates += 1
        elif kind == "PDI":  # X6a
            if too_deep_isolates:
                too_deep_isolates -= 1
            elif valid_isolates:
                too_deep_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            levels[index] = stack[-1][0]
            types[index] = stack[-1][1] or kind
        elif kind == "PDF":  # X7
            if too_deep_isolates:
                pass
            elif too_deep_embeddings:
                too_deep_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":  # X8
            stack = [(base, "", False)]
            too_deep_isolates = too_deep_embeddings = valid_isolates = 0
        elif kind != "BN":  # X6
            levels[index] = level
            types[index] = override or kind
    return levels, types


def _deeper(level: int, way: int) -> int:
    """Return the next level above that is odd for `way` 1, even for 0."""
    return level + 1 if (level + 1) % 2 == way else level + 2


def _sequences(
    classes: Sequence[str], matches: dict[int, int], levels: list[int], base: int
) -> list[tuple[list[int], str, str]]:
    """Return the isolating run sequences (X10), each with the direction before it and after it."""
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index] and classes[runs[-1][-1]] != "B":
            runs[-1].append(index)
        else:
            runs.append([index])
    starting = {run[0]: run for run in runs}
    after = dict(pairwise(kept))
    before = {index: previous for previous, index in after.items()}
    found: list[tuple[list[int], str, str]] = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matches:
            continue  # It goes on a sequence that began before its isolate.
        sequence = list(run)
        while classes[sequence[-1]] in _ISOLATES and sequence[-1] in matches:
            sequence += starting[matches[sequence[-1]]]
        level = levels[sequence[0]]
        previous, following = before.get(sequence[0]), after.get(sequence[-1])
        if classes[sequence[-1]] in _ISOLATES:
            following = None  # An isolate without an end reaches to the paragraph's.
        start = max(level, base if previous is None else levels[previous])
        end = max(level, base if following is None else levels[following])
        found.append((sequence, "LR"[start % 2], "LR"[end % 2]))
    return found


def _resolve_weak(kinds: list[str], start: str) -> None:
    """W1 to W7."""
    before = start
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[at] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = kinds[at]
    strong = start
    for at, kind in enumerate(kinds):  # W2, W3
        if kind in ("R", "L", "AL"):
            strong = kind
            if kind == "AL":
                kinds[at] = "R"
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    for at in range(1, len(kinds) - 1):  # W4
        kind, before, after = kinds[at], kinds[at - 1], kinds[at + 1]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))):
            kinds[at] = before
    at = 0
    while at < len(kinds):  # W5
        if kinds[at] != "ET":
            at += 1
            continue
        stop = at
        while stop < len(kinds) and kinds[stop] == "ET":
            stop += 1
        if (at and kinds[at - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN"):
            kinds[at:stop] = ["EN"] * (stop - at)
        at = stop
    strong = start
    for at, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind in ("R", "L"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_brackets(
    kinds: list[str], sequence: list[int], text: str, embedding: int, start: str, originals: list[str]
) -> None:
    """N0: a pair of brackets goes the way of what is in it, or of what is before it."""
    pairs = _bracket_pairs(kinds, sequence, text) if text else []
    way, other = ("R", "L") if embedding % 2 else ("L", "R")
    for opening, closing in pairs:
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]}
        if way in inside:
            chosen = way
        elif other in inside:
            before = next((found for kind in reversed(kinds[:opening]) if (found := _strong(kind))), start)
            chosen = other if before == other else way
        else:
            continue
        for at in (opening, closing):
            kinds[at] = chosen
            mark = at + 1
            while mark < len(kinds) and originals[mark] == "NSM":
                kinds[mark] = chosen
                mark += 1


def _bracket_pairs(kinds: list[str], sequence: list[int], text: str) -> list[tuple[int, int]]:
    """Return where brackets open and close (BD16)."""
    if not _closing:
        made: dict[str, str] = {}
        for pair in unicode_tables.BRACKETS.split():
            opening, closing = (chr(int(point, 16)) for point in pair.split(":"))
            made[_SAME.get(opening, opening)] = _SAME.get(closing, closing)
        _opening.update({closing: opening for opening, closing in made.items()})
        _closing.update(made)  # Last, and at once, as other threads go by it.
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, index in enumerate(sequence):
        if kinds[at] != "ON":
            continue
        character = _SAME.get(text[index], text[index])
        if character in _closing:
            if len(opened) == 63:
                return []
            opened.append((_closing[character], at))
        elif character in _opening:
            for back in range(len(opened) - 1, -1, -1):
                if opened[back][0] == character:
                    pairs.append((opened[back][1], at))
                    del opened[back:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    """Return the direction of a class as N0 to N2 see it: numbers run like R; nothing for what has none."""
    return "R" if kind in ("EN", "AN", "R") else "L" if kind == "L" else ""


def _resolve_neutral(kinds: list[str], embedding: int, start: str, end: str) -> None:
    """N1, N2."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        stop = at
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        before = _strong(kinds[at - 1]) if at else start
        after = _strong(kinds[stop]) if stop < len(kinds) else end
        kinds[at:stop] = [before if before == after else "LR"[embedding % 2]] * (stop - at)
        at = stop

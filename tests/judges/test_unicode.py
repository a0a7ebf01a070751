"""The Unicode Consortium's own tests of line breaking and of bidirectional text, whole.

Debian's package `unicode-data` has the files; `UNICODE_DATA` names another folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from converter.typeset import bidi, unicode_tables
from converter.typeset.linebreak import FORBIDDEN, segment

DATA = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))
_BASES = {1: None, 2: 0, 4: 1}
_RESET = {"WS", "FSI", "LRI", "RLI", "PDI", "RLE", "LRE", "RLO", "LRO", "PDF", "BN"}


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines that say something; a file that is not there fails the test."""
    path = DATA / name
    if not path.is_file():
        pytest.fail(f"no {path}: apt-get install unicode-data")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            told = line.partition("#")[0].strip()
            if told:
                yield told


def test_the_tables_are_of_the_version_that_is_tested() -> None:
    first = (DATA / "LineBreak.txt").read_text(encoding="utf-8").splitlines()[0]

    assert first == f"# LineBreak-{unicode_tables.VERSION}.txt"


def test_lines_end_where_uax14_says() -> None:
    wrong, count = [], 0
    for line in lines_of("auxiliary/LineBreakTest.txt"):
        tokens = line.split()
        text = "".join(chr(int(token, 16)) for token in tokens[1::2])
        wanted = [mark == "÷" for mark in tokens[2::2]]
        pieces, ends = segment(text, tailored=False)
        found = [
            here for piece, end in zip(pieces, ends, strict=True) for here in (*[False] * (len(piece) - 1), end != 0)
        ]
        count += 1
        if found != wanted:
            wrong.append(line)

    assert FORBIDDEN == 0
    assert count > 7_000
    assert wrong == []


def test_levels_and_order_are_as_uax9_says_for_every_list_of_classes() -> None:
    wrong, count = [], 0
    levels: list[str] = []
    order: list[int] = []
    for line in lines_of("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = line.partition(":")[2].split()
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.partition(":")[2].split()]
        elif not line.startswith("@"):
            classes, bits = line.split(";")
            for bit, base in _BASES.items():
                if int(bits) & bit:
                    count += 1
                    level, found = bidi.resolve_classes(classes.split(), base)
                    if as_a_line(found, classes.split(), level, levels) != (levels, order):
                        wrong.append(f"{line} {base}")

    assert count > 700_000
    assert wrong == []


def test_levels_and_order_are_as_uax9_says_for_every_text() -> None:
    wrong, count = [], 0
    for line in lines_of("BidiCharacterTest.txt"):
        points, way, level, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        base, found = bidi.resolve(text, {"0": 0, "1": 1, "2": None}[way])
        count += 1
        classes = [bidi.class_of(character) for character in text]
        wanted = (levels.split(), [int(index) for index in order.split()])
        if base != int(level) or as_a_line(found, classes, base, levels.split()) != wanted:
            wrong.append(line)

    assert count > 90_000
    assert wrong == []


def as_a_line(
    levels: Sequence[int], classes: Sequence[str], base: int, wanted: Sequence[str]
) -> tuple[list[str], list[int]]:
    """Return levels and order of the text as one line (L1, L2), with `x` for what the standard leaves open."""
    levels = list(levels)
    is_trailing = True
    for at in range(len(classes) - 1, -1, -1):
        if classes[at] in ("B", "S"):
            is_trailing = True
        if is_trailing and classes[at] in _RESET | {"B", "S"}:
            levels[at] = base
        else:
            is_trailing = False
    kept = [at for at, level in enumerate(wanted) if level != "x"]
    order = [kept[index] for index in bidi.visual_order([levels[at] for at in kept])]
    return ["x" if level == "x" else str(levels[at]) for at, level in enumerate(wanted)], order

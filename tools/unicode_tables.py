"""Write `converter/typeset/unicode_tables.py` anew from the Unicode Character Database.

    apt-get install unicode-data
    python tools/unicode_tables.py [--from /usr/share/unicode]

Python's `unicodedata` has no line breaking classes, and its version changes
with Python's: lines must not break elsewhere for that. The tables hold what
UAX #14 and UAX #9 ask of each character, as ranges.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "converter" / "typeset" / "unicode_tables.py"
LAST = 0x10FFFF

# LB1: what a class resolves to without knowledge of the language. `SA` keeps its letters, for whoever cuts them finer.
RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}


def read(path: Path) -> Iterator[tuple[int, int, str]]:
    """Yield first, last and value of each line; lines that say what is missing come first, wherever they stand."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for pattern in (r"# @missing:\s*(\w+)(?:\.\.(\w+))?\s*;\s*(\w+)", r"(\w+)(?:\.\.(\w+))?\s*;\s*(\w+)"):
        for line in lines:
            found = re.match(pattern, line)
            if found:
                yield int(found[1], 16), int(found[2] or found[1], 16), found[3]


def table(path: Path, default: str) -> list[str]:
    """Return the value of every code point."""
    values = [default] * (LAST + 1)
    for first, last, value in read(path):
        values[first : last + 1] = [value] * (last + 1 - first)
    return values


def line_classes(folder: Path) -> list[str]:
    """Return each code point's class as UAX #14's rules tell them apart."""
    classes = table(folder / "LineBreak.txt", "XX")
    widths = table(folder / "EastAsianWidth.txt", "N")
    categories = table(folder / "extracted" / "DerivedGeneralCategory.txt", "Cn")
    for first, last, value in read(folder / "emoji" / "emoji-data.txt"):
        if value == "Extended_Pictographic":
            for point in range(first, last + 1):
                if categories[point] == "Cn":
                    classes[point] = "XP"  # LB30b
    for point, name in enumerate(classes):
        if name == "SA" and categories[point] in ("Mn", "Mc"):
            name = "CM"
        elif name == "QU" and categories[point] in ("Pi", "Pf"):
            name = categories[point]  # LB15a, LB15b
        elif name in ("OP", "CP") and widths[point] in "FWH":
            name = f"{name}W"  # LB30
        elif point == 0x25CC:
            name = "DC"  # LB28a
        classes[point] = RESOLVED.get(name, name)
    return classes


# DerivedBidiClass says by long names what is missing.
BIDI_SHORT = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
}


def ranges(values: list[str]) -> str:
    """Return the values as `start+value` in lines: starts as base-36 distances from the start before."""
    out: list[str] = []
    before, value = 0, ""
    for point, now in enumerate(values):
        if now != value:
            out.append(f"{base36(point - before)}{now}")
            before, value = point, now
    lines, line = [], ""
    for token in out:
        if len(line) + len(token) > 110:
            lines.append(line)
            line = ""
        line = f"{line} {token}" if line else token
    return "\n".join([*lines, line])


def base36(number: int) -> str:
    """Return the number in digits and small letters; values begin with a capital."""
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def brackets(folder: Path) -> str:
    """Return opening and closing brackets in pairs."""
    found = re.findall(r"^(\w+); (\w+); o", (folder / "BidiBrackets.txt").read_text(encoding="utf-8"), re.MULTILINE)
    return " ".join(f"{opening}:{closing}" for opening, closing in found)


def main() -> None:
    """Write the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, default=Path("/usr/share/unicode"))
    folder = parser.parse_args().folder
    found = re.match(r"# LineBreak-([\d.]+)\.txt", (folder / "LineBreak.txt").read_text(encoding="utf-8"))
    assert found is not None
    bidi = [BIDI_SHORT.get(name, name) for name in table(folder / "extracted" / "DerivedBidiClass.txt", "L")]
    TARGET.write_text(
        f'''"""Written by `tools/unicode_tables.py` from the Unicode Character Database {found[1]}; not by hand.

Each token is how far a range starts after the one before it, in base 36, and
the value of its characters.
"""

from __future__ import annotations

VERSION = "{found[1]}"

LINE_CLASSES = """
{ranges(line_classes(folder))}
"""

BIDI_CLASSES = """
{ranges(bidi)}
"""

# Opening and closing (Bidi_Paired_Bracket), in hex.
BRACKETS = """
{wrapped(brackets(folder))}
"""


def read(table: str) -> tuple[list[int], list[str]]:
    """Return where each range of a table starts, and its value."""
    starts, values = [], []
    point = 0
    for token in table.split():
        at = next(at for at, character in enumerate(token) if "A" <= character <= "Z")
        point += int(token[:at], 36)
        starts.append(point)
        values.append(token[at:])
    return starts, values
''',
        encoding="utf-8",
    )


def wrapped(text: str) -> str:
    """Return the text in lines that fit the page."""
    import textwrap

    return "\n".join(textwrap.wrap(text, 110))


if __name__ == "__main__":
    main()

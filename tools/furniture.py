"""Write `converter/prose/furniture_rules.py` from `furniture.toml`: the same rules, in a form that loads faster.

Reading TOML costs a cold command more than the whole text reader may take.
A test holds the two files together.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from converter.prose.furniture import compile_rules

FOLDER = Path(__file__).resolve().parent.parent / "converter" / "prose"


def render(source: bytes) -> str:
    """Return the module's text for the rule file."""
    rules, lines, markers, starts, begins = compile_rules(tomllib.loads(source.decode("utf-8"))["rule"])
    out = [
        '"""The rules of furniture.toml, phrases in small letters. Made by tools/furniture.py."""',
        "",
        "# ruff: noqa: E501",
        "",
        "from __future__ import annotations",
        "",
        "RULES: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], bool, int, int], ...] = (",
        *(f"    {(r.name, r.kind, r.patterns, r.needs, r.needs_first, r.digits, r.words)!r}," for r in rules),
        ")",
    ]
    for name, table in (("LINES", lines), ("MARKERS", markers), ("STARTS", starts), ("BEGINS", begins)):
        out += ["", f"{name}: dict[str, int] = {{", *(f"    {phrase!r}: {at}," for phrase, at in table.items()), "}"]
    return "\n".join(out) + "\n"


def main() -> None:
    """Write the module, formatted as the rest of the tree."""
    text = render((FOLDER / "furniture.toml").read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "-"], input=text.encode(), capture_output=True, check=True
    )
    (FOLDER / "furniture_rules.py").write_bytes(done.stdout)


if __name__ == "__main__":
    main()

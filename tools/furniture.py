"""Write `converter/text/furniture_rules.py` from `furniture.toml`: the same rules, in a form that loads faster.

Reading TOML costs a cold command more than the whole text reader may take.
A test holds the two files together.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from converter.text.furniture import compile_rules
from converter.text.phrases import Beginnings, closed_from

FOLDER = Path(__file__).resolve().parent.parent / "converter" / "text"


def render(source: bytes) -> str:
    """Return the module's text for the rule file."""
    made = compile_rules(tomllib.loads(source.decode("utf-8"))["rule"])
    out = [
        '"""The rules of furniture.toml, phrases in small letters. Made by tools/furniture.py."""',
        "",
        "# ruff: noqa: E501",
        "",
        "from __future__ import annotations",
        "",
        "RULES: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], bool, int, int], ...] = (",
        *(f"    {(r.name, r.kind, r.patterns, r.needs, r.needs_first, r.digits, r.words)!r}," for r in made.rules),
        ")",
        "",
        f"NOTICES: frozenset[str] = frozenset({tuple(sorted(made.notices()))!r})",
    ]
    tables = {
        "LINES": closed_from(made.lines),
        "MARKERS": closed_from(made.markers),
        "STARTS": closed_from(made.starts),
        "BEGINS": closed_from(made.begins, Beginnings.beginning_of),
    }
    for name, table in tables.items():
        out += ["", f"{name}: dict[str, str] = {{", *(f"    {key!r}: {rows!r}," for key, rows in table.items()), "}"]
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

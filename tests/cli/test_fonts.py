"""`convert fonts`: which scripts can be printed, and what to install for the others."""

from __future__ import annotations

from converter.typeset.families import FAMILIES
from tests.cli.desk import Desk


def test_every_family_is_listed_with_its_scripts_and_whether_it_is_there(desk: Desk) -> None:
    done = desk.run("fonts")

    assert done.code == 0
    for family in FAMILIES:
        (line,) = [line for line in done.out.splitlines() if line.startswith(f"{family.name} ")]
        assert line.endswith("installed" if family.folder else f"missing: {family.extra}")
    assert "no font for: Tibetan" in done.out


def test_a_script_reads_the_same_facts(desk: Desk) -> None:
    (shown,) = desk.run("fonts", "--json").objects()

    families = {one["family"]: one for one in shown["families"]}
    assert families["Noto Serif"] == {
        "family": "Noto Serif",
        "scripts": ["Latin", "Greek", "Cyrillic"],
        "installed": True,
        "extra": None,
    }
    assert families["Amiri"]["extra"] == "fonts-arabic"
    assert "Tibetan" in shown["no_font"]

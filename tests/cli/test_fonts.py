"""`convert fonts`: which scripts can be printed, and what to install for the others."""

from __future__ import annotations

import pytest

from converter.cli import fonts
from converter.typeset import families
from converter.typeset.clusters import ICU
from converter.typeset.families import FAMILIES, is_installed
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
    assert shown["word_dictionaries"] is is_installed(ICU)


def test_what_is_missing_comes_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    assert desk.run("fonts").out.count("installed") >= 1
    for package in ("fontpkg_amiri", ICU):
        monkeypatch.setitem(families._folders, package, None)
    said: list[str] = []
    monkeypatch.setattr("converter.cli.terminal.result", said.append)

    assert fonts.run([], None) == 0  # type: ignore[arg-type]
    assert "\nwhere words end in Thai, Lao, Khmer, Burmese: missing: segment" in said
    assert '\nto install what is missing: pip install "article-converter[fonts-arabic,segment]"' in said

"""The BagIt conformance suite: every bag, of every version, valid, invalid and with warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.archive.bags.reading import read
from converter.archive.tree import FolderTree
from tests.judges.bench import SHARED

SUITE = SHARED / "bagit-conformance-suite"
EXPECTED = {"valid": 27, "invalid": 15, "linux-only": 6, "windows-only": 6, "warning": 6}
"""How many bags of each kind the suite has; the two `-only` kinds are invalid bags, and ours are so everywhere."""


def bags(kind: str) -> list[Path]:
    return sorted(SUITE.glob(f"*/{kind}/*"))


@pytest.mark.parametrize("kind", EXPECTED)
def test_every_bag_of_the_suite_gets_its_verdict(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = []
    rows = []
    for folder in bags(kind):
        bag = read(FolderTree(str(folder)))
        if kind == "valid":
            is_right = bag.is_valid
        elif kind == "warning":
            is_right = bag.is_valid and bag.findings != ()
        else:
            is_right = not bag.is_valid
        name = folder.relative_to(SUITE).as_posix()
        rows.append(
            f"{'ok ' if is_right else 'NO '} {name:74} {', '.join(sorted({each.code for each in bag.findings}))}"
        )
        wrong += [] if is_right else [name]

    with capsys.disabled():
        print(f"\n{kind}: {len(rows) - len(wrong)}/{EXPECTED[kind]}", *rows, sep="\n")

    assert len(rows) == EXPECTED[kind]
    assert wrong == []

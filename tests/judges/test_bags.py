"""bagit 1.9.0 over every bag that the tests of bags write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter.archive.bags import writing
from tests.archive.bags.conftest import KEEP
from tests.judges.bench import PYTHON
from tests.tree import ROOT

_VALIDATE = """
import logging, sys
import bagit
logging.disable(logging.CRITICAL)
for folder in sys.argv[1:]:
    try:
        bagit.Bag(folder).validate()
        print("valid", folder)
    except bagit.BagError as error:
        print("INVALID", folder, error)
"""


def judged(folders: list[Path]) -> list[str]:
    """Return what bagit says of each bag, a line each."""
    done = subprocess.run(
        [PYTHON, "-c", _VALIDATE, *folders], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_bagit_accepts_every_bag_that_the_tests_make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/archive/bags"],
        cwd=ROOT,
        env={**environment, KEEP: str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout

    folders = sorted(tmp_path.iterdir())
    lines = judged(folders)

    with capsys.disabled():
        print(f"\nbagit 1.9.0: {sum(line.startswith('valid ') for line in lines)}/{len(folders)} bags valid")
    assert len(folders) >= 10
    assert lines == [f"valid {folder}" for folder in folders]


def test_bagit_does_not_undo_the_encoding_of_a_percent_sign(tmp_path: Path) -> None:
    """The standard's `%25` (RFC 8493 §2.1.3) is a file named `%25` to bagit 1.9.0: why no folder of ours has one."""
    writing.write(str(tmp_path / "bag"), [("100%.txt", b"A")], date="2026-11-25")

    assert judged([tmp_path / "bag"])[0].startswith("INVALID")

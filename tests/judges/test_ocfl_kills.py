"""ocfl-py on the roots that kills left behind, after one resume: no error, no warning, every object there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.archive.store import kills
from tests.archive.store.test_kills import Bench
from tests.judges.storage_roots import assert_ocfl_accepts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", kills.SCENARIOS)
def test_ocfl_py_accepts_roots_that_were_killed_and_resumed(name: str, tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    bench = Bench(kills.SCENARIOS[name], tmp_path / "bench")
    bench.begin()
    calls = kills.calls_of(bench.run, bench.folder)
    roots: list[Path] = []

    # Every third, as ocfl-py is slow; our own verify is asked after each of them (tests/archive/store/test_kills.py).
    for number in range(1 + len(calls) % 3, len(calls) + 1, 3):
        bench.begin()
        assert kills.kill_at(bench.run, number)
        bench.resume()
        roots.append(tmp_path / f"resumed-{number}")
        shutil.copytree(bench.place, roots[-1])

    assert_ocfl_accepts(*roots, objects=len(bench.scenario.heads()) * len(roots))

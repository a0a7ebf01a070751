"""The benchmark of the catalogue runs, and what it asks finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import search
from converter.archive.tree import FolderTree
from converter.archive.verify import verify

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_benchmark_measures_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = search.Ours(tmp_path)

    search.measure([engine], 40)

    printed = capsys.readouterr().out
    assert printed.startswith("FTS5")
    assert [line.split()[0] for line in printed.splitlines()[1:]] == list(search.KINDS)
    for kind in search.KINDS:
        assert all(engine.ask(query) for query in search.queries(kind, 40)[:10]), kind
    engine.index.connection.close()


@pytest.mark.slow
def test_benchmark_of_the_objects_measures_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    search.measure_root(tmp_path, 40)

    printed = capsys.readouterr().out
    assert printed.startswith("from the objects: 40 stories")
    assert [line.split()[0] for line in printed.splitlines()[1:]] == list(search.KINDS)
    assert list(verify(FolderTree(str(tmp_path / "root")))) == []

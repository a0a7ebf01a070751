"""The ledger's files: one chain over all of them, read from anywhere, never torn by who appends next."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.archive import ledger
from converter.archive.disk import Disk
from converter.archive.ledger import START, LedgerFiles, Line, Seal
from converter.core.errors import FixityError
from tests.archive.store.conftest import MEMORY


def _line(number: int, id: str = "urn:example:1") -> Line:
    return Line("2026-01-01T00:00:00Z", id, f"v{number}", "0" * 128, "put", "")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 5), max_size=8), st.integers(1, 2000), st.text(st.characters(codec="utf-8")))
def test_lines_are_read_from_any_position_over_all_files(batches: list[int], file_bytes: int, id: str) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        files = LedgerFiles(folder, Disk(), file_bytes)
        count = 0
        for size in batches:
            files.append([_line(count + number + 1, id) for number in range(size)], flush=False)
            count += size
            assert [line.head for line in files.read(count - size)] == [f"v{count - size + n + 1}" for n in range(size)]

        whole = list(LedgerFiles(folder, Disk()).read())

        assert [line.head for line in whole] == [f"v{number}" for number in range(1, count + 1)]
        assert [line.previous for line in whole] == [START, *(line.hash() for line in whole)][:count]
        for start in (0, count // 2, count, count + 3):
            assert list(files.read(start)) == list(LedgerFiles(folder, Disk()).read(start)) == whole[start:]
        assert ledger.seal(whole) == Seal(count, whole[-1].hash() if whole else START, whole[-1].at if whole else "")


def test_file_is_closed_at_its_size_and_the_next_goes_on(tmp_path: Path) -> None:
    files = LedgerFiles(str(tmp_path), Disk(), 1000)
    for number in range(1, 13):
        files.append([_line(number)], flush=True)

    assert {"ledger.jsonl", "ledger.0002.jsonl", "ledger.0003.jsonl"} <= set(os.listdir(tmp_path))
    first, second = ((tmp_path / ledger.file_name(number)).read_bytes().splitlines() for number in (1, 2))
    assert ledger.parse(second[0]).previous == ledger.parse(first[-1]).hash()


@pytest.mark.parametrize("kept", [0, 1, 5, 200])
def test_torn_line_is_cut_also_where_it_is_the_only_one_of_its_file(kept: int, tmp_path: Path) -> None:
    files = LedgerFiles(str(tmp_path), Disk(), 1000)
    while not (tmp_path / ledger.file_name(2)).exists():
        files.append([_line(1)], flush=False)
    last = tmp_path / ledger.file_name(2)
    last.write_bytes(last.read_bytes()[:kept])
    whole = list(LedgerFiles(str(tmp_path), Disk()).read())

    files.append([_line(2)], flush=False)

    found = list(LedgerFiles(str(tmp_path), Disk()).read())
    assert found[:-1] == whole
    assert found[-1].previous == whole[-1].hash()
    assert last.read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("change", ["changed", "removed", "moved", "added"])
def test_chain_breaks_at_what_was_changed(change: str, tmp_path: Path) -> None:
    files = LedgerFiles(str(tmp_path), Disk())
    files.append([_line(number) for number in range(1, 6)], flush=False)
    path = tmp_path / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    match change:
        case "changed":
            lines[2] = lines[2].replace(b"2026", b"2025")
        case "removed":
            del lines[2]
        case "moved":
            lines[2], lines[3] = lines[3], lines[2]
        case _:
            lines.insert(2, lines[1])
    path.write_bytes(b"".join(lines))

    with pytest.raises(FixityError, match=r"line [34] "):
        list(LedgerFiles(str(tmp_path), Disk()).read())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"at":1}', b"\xff", b'{"at": "x"}'])
def test_what_is_no_line_is_refused(content: bytes) -> None:
    with pytest.raises(FixityError, match="line 1"):
        list(ledger.chained([content]))

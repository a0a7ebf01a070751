"""Outputs that are put in place together, with one flush for all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from converter.core.errors import CannotWrite
from converter.io import atomic
from converter.io.atomic import Group
from converter.io.hash import sha256


@pytest.fixture(params=["without a name", "with a temporary name", "without syncfs"])
def _any(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test run on each kind of system."""
    if request.param == "with a temporary name":
        monkeypatch.delattr(os, "O_TMPFILE")
    if request.param == "without syncfs":
        monkeypatch.setattr(atomic, "flush_file_system", lambda path: False)


def names(folder: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("_any")
def test_nothing_has_a_name_before_the_flush(tmp_path: Path) -> None:
    group = Group()
    group.add([(str(tmp_path / "a"), b"1"), (str(tmp_path / "new" / "b"), b"22")])
    group.add([(str(tmp_path / "c"), b"333")])

    before = [name for name in names(tmp_path) if ".part-" not in name]
    faults = group.flush()

    assert before == []
    assert faults == [None, None]
    assert names(tmp_path) == ["a", "c", "new/b"]
    assert (tmp_path / "new" / "b").read_bytes() == b"22"
    assert group.flush() == []


@pytest.mark.usefixtures("_any")
def test_file_that_is_there_is_refused_unless_it_is_ours_or_the_same(tmp_path: Path) -> None:
    for name in ("same", "ours", "theirs", "forced"):
        (tmp_path / name).write_bytes(b"old")
    group = Group()

    group.add([(str(tmp_path / "same"), b"old")])
    group.add([(str(tmp_path / "ours"), b"new")], ours=[sha256(b"old").hexdigest()])
    with pytest.raises(CannotWrite, match=r"theirs: exists \(replace it with force=True\)"):
        group.add([(str(tmp_path / "beside"), b"1"), (str(tmp_path / "theirs"), b"new")], ours=["00"])
    group.add([(str(tmp_path / "forced"), b"new")], force=True)

    assert group.flush() == [None, None, None]
    assert names(tmp_path) == ["forced", "ours", "same", "theirs"]
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {
        "same": b"old",
        "ours": b"new",
        "theirs": b"old",
        "forced": b"new",
    }


@pytest.mark.usefixtures("_any")
def test_file_that_appears_meanwhile_is_not_replaced_and_costs_one_document(tmp_path: Path) -> None:
    group = Group()
    group.add([(str(tmp_path / "a"), b"1")])
    group.add([(str(tmp_path / "b"), b"2")])
    (tmp_path / "a").write_bytes(b"theirs")

    fault, none = group.flush()

    assert str(fault).endswith("a: exists (replace it with force=True)")
    assert none is None
    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == b"theirs"


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_only_regular_files_are_replaced(tmp_path: Path, kind: str) -> None:
    goal = tmp_path / "goal"
    match kind:
        case "link":
            (tmp_path / "elsewhere").write_bytes(b"safe")
            goal.symlink_to("elsewhere")
        case "folder":
            goal.mkdir()
        case "pipe":
            os.mkfifo(goal)

    with pytest.raises(CannotWrite, match="goal: is a"):
        Group().add([(str(goal), b"1")], force=True)


def test_flush_that_fails_places_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic, "flush_file_system", full)
    group = Group()
    group.add([(str(tmp_path / "a"), b"1")])

    (fault,) = group.flush()

    assert fault is not None
    assert fault.what == "no space left on device"
    assert isinstance(fault.__cause__, OSError)
    assert names(tmp_path) == []

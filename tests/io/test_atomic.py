"""Placing: every output whole in its place, or none, on file systems of both kinds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.core.errors import CannotWrite
from converter.io.atomic import make_folder, place, remove_leftovers
from tests.conversion.test_source_files import as_nobody


@pytest.fixture(params=["without a name", "with a temporary name"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test run with files without names, and as on a system that has none."""
    if request.param == "with a temporary name":
        monkeypatch.delattr(os, "O_TMPFILE")


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(os.listdir(folder))


@pytest.mark.usefixtures("either")
def test_outputs_are_placed(tmp_path: Path) -> None:
    place([(str(tmp_path / "a"), b"1"), (str(tmp_path / "b"), b"22")])

    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "b").read_bytes() == b"22"


@pytest.mark.usefixtures("either")
def test_existing_output_is_replaced_by_force_only(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    with pytest.raises(CannotWrite, match=r"a: exists \(replace it with force=True\)"):
        place([(str(tmp_path / "a"), b"new")])
    assert (tmp_path / "a").read_bytes() == b"old"
    place([(str(tmp_path / "a"), b"new")], force=True)

    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


@pytest.mark.usefixtures("either")
def test_none_is_placed_when_one_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="none: no such folder"):
        place([(str(tmp_path / "a"), b"1"), (str(tmp_path / "none" / "b"), b"2")])

    assert names(tmp_path) == []


@pytest.mark.usefixtures("either")
def test_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def appear(descriptor: int) -> None:
        (tmp_path / "a").write_bytes(b"of another process")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", appear)

    with pytest.raises(CannotWrite, match="exists"):
        place([(str(tmp_path / "a"), b"1")])

    assert (tmp_path / "a").read_bytes() == b"of another process"
    assert names(tmp_path) == ["a"]


@pytest.mark.usefixtures("either")
def test_folder_without_rights_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)

    assert as_nobody(tmp_path, lambda: place([("a", b"1")])) == "a: permission denied"


@pytest.mark.usefixtures("either")
def test_sources_are_kept_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"source")
    (tmp_path / "sub").mkdir()

    with pytest.raises(CannotWrite, match="would replace a source"):
        place([(str(tmp_path / "sub" / ".." / "a"), b"1")], force=True, keep=[str(tmp_path / "a")])


@pytest.mark.usefixtures("either")
def test_longest_name_is_placed(tmp_path: Path) -> None:
    name = "ü" * 127

    place([(str(tmp_path / name), b"1")])
    place([(str(tmp_path / name), b"2")], force=True)

    assert (tmp_path / name).read_bytes() == b"2"


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.12.part-00", ".a.12.part-ff", ".a.123.part-00", ".ab.12.part-00", "a"):
        (tmp_path / name).touch()

    remove_leftovers(str(tmp_path / "a"), 12)

    assert names(tmp_path) == [".a.123.part-00", ".ab.12.part-00", "a"]


def test_leftovers_of_a_folder_that_is_gone_are_gone() -> None:
    remove_leftovers("/nonexistent/a", 12)


def test_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(str(tmp_path / "a" / "b"))
    make_folder(str(tmp_path / "a" / "b"))

    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "c").touch()
    with pytest.raises(CannotWrite, match="c: is no folder"):
        make_folder(str(tmp_path / "c"))
    with pytest.raises(CannotWrite, match="cannot make the folder: not a directory"):
        make_folder(str(tmp_path / "c" / "d"))

"""The fixity log: each check is noted, failed ones in the object too, and the next run begins with the oldest."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from converter.archive import fixity, logbook
from converter.archive.folder import FolderStore
from converter.archive.ledger import START
from converter.archive.tree import FolderTree
from tests.archive.roots import LAST, ONCE, OTHER, THRICE, Root, make_root
from tests.cli.desk import Desk

DAY_1, DAY_2, DAY_40 = 1_772_409_600, 1_772_496_000, 1_775_779_200  # 2026-03-02, 2026-03-03, 2026-04-10


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """Return an archive that the test may change."""
    make_root(tmp_path / "news")
    return Root(tmp_path / "news")


def at(second: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second))


def test_each_check_is_noted_with_its_outcome(root: Root, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at(DAY_1, monkeypatch)
    (root.once / "v1" / "content" / "canonical.xml").write_bytes(b"changed")

    assert desk.run("archive", "verify", "news").code == 7

    store = FolderStore.open(str(root.folder))
    noted = dict(logbook.of(store, folder=fixity.FOLDER))
    assert set(noted) == {THRICE, ONCE, OTHER, LAST}
    assert {each.type for each in noted.values()} == {"fixity check"}
    assert noted[ONCE].outcome == "failure"
    assert noted[ONCE].detail.endswith(f"1 findings: file-changed {root.path(root.once)}/v1/content/canonical.xml")
    assert noted[THRICE].outcome == "success"
    assert noted[THRICE].facts == (("version", "v3"),)
    assert noted[THRICE].at == "2026-03-02T00:00:00Z"
    assert dict(fixity.checks(store.tree)) == dict.fromkeys((THRICE, OTHER, LAST), "2026-03-02T00:00:00Z")


def test_failed_check_is_noted_in_the_object_and_that_is_no_damage(root: Root, desk: Desk) -> None:
    place = root.once / "v1" / "content" / "canonical.xml"
    before = place.read_bytes()
    place.write_bytes(b"changed")
    desk.run("archive", "verify", "news")
    place.write_bytes(before)

    assert desk.run("archive", "verify", "news").code == 0
    (line,) = (root.once / "logs" / "fixity.jsonl").read_text().splitlines()
    assert json.loads(line)["outcome"] == "failure"
    assert not (root.other / "logs").exists()


def test_log_in_an_object_is_as_private_as_the_root(root: Root, desk: Desk) -> None:
    (root.once / "v1" / "content" / "canonical.xml").write_bytes(b"changed")
    root.area.chmod(0o700)

    desk.run("archive", "verify", "news")

    assert (root.once / "logs").stat().st_mode & 0o077 == 0
    assert (root.once / "logs" / "fixity.jsonl").stat().st_mode & 0o077 == 0


def test_log_is_not_written_through_a_link(root: Root, desk: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    root.once.rename(elsewhere)
    root.once.symlink_to(elsewhere)
    (root.other / "logs").symlink_to(tmp_path)

    assert desk.run("archive", "verify", "news").code == 7
    assert not (elsewhere / "logs").exists()
    assert not (tmp_path / "fixity.jsonl").exists()


def test_run_that_notes_nothing_changes_nothing(root: Root, desk: Desk) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.folder.rglob("*")}

    desk.run("archive", "verify", "news", "--no-log")

    assert {path: path.stat().st_mtime_ns for path in root.folder.rglob("*")} == before


def test_nightly_runs_take_what_was_not_checked_for_long(
    root: Root, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(DAY_1, monkeypatch)
    desk.run("archive", "verify", "news", "--object", OTHER)
    at(DAY_2, monkeypatch)
    desk.run("archive", "verify", "news")
    at(DAY_40, monkeypatch)
    for number in range(3):
        desk.run("archive", "verify", "news", "--object", (THRICE, ONCE, LAST)[number])

    done = desk.run("archive", "verify", "news", "--older-than", "30", "--json")

    assert done.objects()[-1]["objects"] == 1
    assert [path.name for path in sorted((root.area / "fixity").iterdir())] == ["2026-03.jsonl", "2026-04.jsonl"]
    assert desk.run("archive", "verify", "news", "--older-than", "30", "--json").objects()[-1]["objects"] == 0
    assert desk.run("archive", "verify", "news", "--budget", "1h", "--json").objects()[-1]["objects"] == 4


def test_quick_and_failed_checks_do_not_put_the_next_one_off(root: Root, desk: Desk) -> None:
    (root.once / "v1" / "content" / "canonical.xml").write_bytes(b"changed")
    desk.run("archive", "verify", "news", "--quick")
    desk.run("archive", "verify", "news", "--object", ONCE)

    assert list(fixity.checks(FolderTree(str(root.folder)))) == []


def test_lines_that_are_none_cost_a_check_too_many(root: Root, desk: Desk) -> None:
    desk.run("archive", "verify", "news")
    log = next((root.area / "fixity").iterdir())
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"{}\nnull\n[[[\n" + b"".join(lines[1:]))

    assert len(list(fixity.checks(FolderTree(str(root.folder))))) == 3


def test_root_without_our_area_gets_none(root: Root, desk: Desk) -> None:
    shutil.rmtree(root.area)

    assert desk.run("archive", "verify", "news").code == 0
    assert not root.area.exists()
    assert desk.run("archive", "seal", "news", "--json").objects() == [{"hash": START, "lines": 0, "at": None}]


def test_what_a_crash_left_is_verified_before_anything_is_mended(root: Root, desk: Desk) -> None:
    root.ledger.write_bytes(root.ledger.read_bytes() + b'{"at"')

    first = desk.run("archive", "verify", "news")  # Noting its checks, it opened the archive as a writer does.
    second = desk.run("archive", "verify", "news", "--no-log")

    assert first.out == f"news/{root.path(root.ledger)}: the last line is not whole [ledger-torn]\n"
    assert (second.code, second.out) == (0, "")


def test_log_that_cannot_be_written_is_said_once_and_hides_no_finding(root: Root, desk: Desk) -> None:
    (root.area / "fixity").write_bytes(b"in the way")

    done = desk.run("archive", "verify", "news")

    assert done.code == 7
    assert (
        done.out
        == f"news/{root.path(root.area)}/fixity: does not belong in the archive's own area (file) [area-entry-extra]\n"
    )
    assert done.err.count("the checks are not noted") == 1
    assert "1 error: 4 objects" in done.err

"""Damage is restored from a copy, by what the ledger acknowledged, and by nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from converter.archive import logbook
from converter.archive.folder import FolderStore
from tests.archive.roots import LAST, ONCE, OTHER, Root, make_root, story, version
from tests.cli.desk import Desk


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """Return an archive that the test may change, in the desk's folder."""
    make_root(tmp_path / "news")
    return Root(tmp_path / "news")


@pytest.fixture
def copy(root: Root, tmp_path: Path) -> Root:
    """Return a copy of it, made before the damage."""
    return root.copy_to(tmp_path / "copy")


def damage(root: Root) -> None:
    (root.once / "v1" / "content" / "canonical.xml").write_bytes(b"changed")
    shutil.rmtree(root.other.parent)
    root.forge(root.last, "a forged story")


@pytest.mark.slow
def test_damaged_missing_and_forged_objects_come_back(root: Root, copy: Root, desk: Desk) -> None:
    damage(root)

    dry = desk.run("archive", "repair", "news", "--from", "copy", "--dry-run")
    untouched = desk.run("archive", "verify", "news", "--no-log")
    done = desk.run("archive", "repair", "news", "--from", "copy", "--by", "Ann Example <ann@example.com>")
    after = desk.run("archive", "verify", "news", "--no-log")

    assert dry.out.count("[can-restore]") == 3
    assert untouched.code == 7
    assert done.code == 0
    assert done.out.count("[restored]") == 3
    assert f"{root.path(root.once)}: file-changed; copy has it as it was acknowledged [restored]" in done.out
    assert (after.code, after.out) == (0, "")
    store = FolderStore.open(str(root.folder))
    events = dict(logbook.of(store))
    assert set(events) == {ONCE, OTHER, LAST}
    assert {each.type for each in events.values()} == {"replication"}
    assert events[ONCE].agents[0].name == "Ann Example <ann@example.com>"
    assert store.read(LAST, "source/story.txt") == b"the last story"
    assert len(root.lines()) == 6


@pytest.mark.slow
def test_copy_that_is_damaged_too_restores_nothing(root: Root, copy: Root, desk: Desk) -> None:
    damage(root)
    (copy.once / "v1" / "content" / "events.jsonl").write_bytes(b"changed too")
    copy.forge(copy.last, "a forged story")
    shutil.rmtree(copy.other)

    done = desk.run("archive", "repair", "news", "--from", "copy", "--json")

    assert done.code == 7
    assert {each["what"] for each in done.objects()} == {"left-damaged"}
    assert {each["id"] for each in done.objects()} == {ONCE, OTHER, LAST}
    assert "copy does not have it" in done.out
    assert desk.run("archive", "verify", "news", "--no-log").code == 7


def test_one_object_is_restored_and_its_log_of_failures_kept(root: Root, copy: Root, desk: Desk) -> None:
    damage(root)
    desk.run("archive", "verify", "news")

    done = desk.run("archive", "repair", "news", "--from", "copy", "--object", ONCE)

    assert (done.code, done.out.count("\n")) == (0, 1)
    assert (root.once / "logs" / "fixity.jsonl").read_text().count("\n") == 1
    assert desk.run("archive", "verify", "news", "--object", ONCE).code == 0
    assert desk.run("archive", "verify", "news", "--object", LAST).code == 7


def test_copy_that_is_behind_restores_nothing(root: Root, copy: Root, desk: Desk) -> None:
    store = FolderStore.open(str(root.folder), durability="none")
    store.put(ONCE, version(9, story("more")), store.find(ONCE))
    store.close()
    (root.once / "v2" / "content" / "canonical.xml").write_bytes(b"changed")

    done = desk.run("archive", "repair", "news", "--from", "copy")

    assert done.code == 7
    assert "has v1 only; the ledger has v2 [left-damaged]" in done.out


def test_sound_archive_has_nothing_to_restore(root: Root, copy: Root, desk: Desk) -> None:
    done = desk.run("archive", "repair", "news", "--from", "copy")

    assert (done.code, done.out) == (0, "")


def test_what_a_crash_left_is_mended_and_said(root: Root, desk: Desk) -> None:
    (root.folder / "abc").mkdir()

    dry = desk.run("archive", "repair", "news", "--dry-run")
    done = desk.run("archive", "repair", "news")

    assert dry.out == done.out == "abc: it was empty [removed-folder]\n"
    assert not (root.folder / "abc").exists()
    assert desk.run("archive", "repair", "news").out == ""


@pytest.mark.parametrize("flags", [["--object", ONCE], ["--by", "Ann"], ["--from", "nowhere"]])
def test_calls_that_make_no_sense_are_refused(flags: list[str], root: Root, desk: Desk) -> None:
    done = desk.run("archive", "repair", "news", *flags)

    assert done.code == (6 if "--from" in flags else 2)
    assert done.err.count("\n") == 1

"""`converter.batch`: the same engine, in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from tests.engine.made import stories, tree


def test_outcomes_come_as_they_are_done(tmp_path: Path) -> None:
    stories(tmp_path / "in", 4)
    (tmp_path / "in" / "bad.xml").write_text("<a>")

    batch = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", jobs=1)
    seen: list[int] = []
    batch.turn = lambda: seen.append(batch.made)
    outcomes = list(batch)

    assert batch.made == seen[-1] == 5
    assert seen == sorted(seen)
    assert all(each.came > 0 for each in outcomes)
    assert sorted(each.status for each in outcomes) == ["done"] * 4 + ["quarantined"]
    assert all(Path(each.outputs[0].path).exists() for each in outcomes if each.status == "done")
    assert {each.reason.exit_code for each in outcomes if each.reason} == {3}


@pytest.mark.slow
def test_archive_takes_stories_in(tmp_path: Path) -> None:
    stories(tmp_path / "in", 3)

    ids = [each.guid for each in converter.batch([tmp_path / "in"], archive=tmp_path / "news")]

    with converter.Archive.open(tmp_path / "news") as archive:
        assert sorted(archive.ids()) == sorted(map(str, ids))


@pytest.mark.slow
def test_caller_who_has_enough_leaves_what_is_done(tmp_path: Path) -> None:
    stories(tmp_path / "in", 200)

    for count, _ in enumerate(converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", jobs=1), 1):
        if count == 10:
            break
    again = [each.status for each in converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out")]

    assert again.count("unchanged") >= 10
    assert len(again) == 200
    assert len(tree(tmp_path / "out")) == 200


@pytest.mark.slow
def test_stop_finishes_what_is_in_hand(tmp_path: Path) -> None:
    stories(tmp_path / "in", 900)
    running = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", jobs=1)

    outcomes = []
    for outcome in running:
        outcomes.append(outcome)
        running.stop()

    assert 0 < len(outcomes) < 900
    assert len(tree(tmp_path / "out")) == len(outcomes)


def test_fault_of_the_call_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(converter.UsageError, match="nothing to do"):
        converter.batch(tmp_path)
    with pytest.raises(converter.UnreadableInput, match="no such file"):
        converter.batch(tmp_path / "none", to="xml", output=tmp_path / "out")

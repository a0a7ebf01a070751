"""`converter.batch`: the same engine, in Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import converter
from converter.batches.tally import Tally
from converter.cli.progress import fault_line, outcome_json
from tests.batches.made import stories, tree


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
def test_a_batch_tells_how_many_of_what_is_left_an_earlier_run_has_settled(tmp_path: Path) -> None:
    stories(tmp_path / "in", 6)
    list(converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", jobs=1))
    (tmp_path / "in" / "aa.txt").write_text("The new ferry sails at noon.\n")
    (tmp_path / "in" / "zz.txt").write_text("The new ferry sails at night.\n")
    stories(tmp_path / "other", 6)

    again = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", jobs=1)
    seen = {again.made: again.known_of(8)}
    for _ in again:
        seen[again.made] = again.known_of(8 - again.made)
    other = converter.batch(tmp_path / "other", to="xml", output=tmp_path / "more", jobs=1)

    assert again.named == 6
    assert seen[0] == 6
    assert seen[8] == 0
    assert all(known <= 8 - made for made, known in seen.items())
    assert other.known_of(6) == 0


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


@pytest.mark.slow
def test_reason_is_in_the_words_of_the_call_and_shown_and_kept_in_those_of_the_shell(tmp_path: Path) -> None:
    stories(tmp_path / "in", 1)
    limits = converter.Limits(input_bytes=20)
    call, shell = "limits=Limits(input_bytes=", "--limit input_bytes="

    (first,) = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", limits=limits, jobs=1)
    (kept,) = (tmp_path / "out").glob("quarantine/*/reason.json")
    (again,) = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", limits=limits, jobs=1)

    assert first.reason is not None
    assert call in first.reason.hint
    assert call in str(first.reason)
    assert shell in kept.read_text()
    assert call not in kept.read_text()
    assert (again.earlier, again.reason) == (True, first.reason)
    assert shell in (fault_line(first) or "")
    assert shell in outcome_json(first)["error"]["hint"]
    counted = Tally()
    counted.add(first, 0.0)
    assert shell in counted.faults[0].reason.hint


def test_fault_of_the_call_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(converter.UsageError, match="nothing to do"):
        converter.batch(tmp_path)
    with pytest.raises(converter.UnreadableInput, match="no such file"):
        converter.batch(tmp_path / "none", to="xml", output=tmp_path / "out")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"inputs": b"x"}, "inputs: takes no bytes (it takes the path of a folder or a file, a pattern, or several"),
        ({"inputs": 3}, "inputs: takes no int ("),
        ({"inputs": None}, "inputs: takes no NoneType ("),
        ({"inputs": ["x", 3]}, "inputs: takes no int ("),
        ({"output": 3}, "output: takes no int (it takes the path of a folder)"),
        ({"archive": b"x"}, "archive: takes no bytes (it takes the path or the address of an archive)"),
        ({"include": 3}, "include: takes no int (it takes a pattern, or several)"),
        ({"exclude": [b"*.txt"]}, "exclude: takes no bytes (it takes a pattern, or several)"),
        ({"jobs": "2"}, "jobs: takes no str (it takes a whole number, such as 4)"),
        ({"jobs": 0}, "jobs: 0 is no number of workers (1 or more)"),
        ({"collection": 3}, "collection: takes no int (it takes a name)"),
        (
            {"meta": {"guid": "urn:x:17"}},
            "meta['guid']: a guid names one story, and a batch is of many (",
        ),
        ({"settings": {"html.charset": "none"}}, "settings['html.charset']: no charset 'none'"),
        ({"by": 3}, "by: takes no int (it takes a name and an address, such as Ann Example <ann@example.com>)"),
    ],
)
def test_argument_that_serves_no_input_is_refused(tmp_path: Path, arguments: dict[str, Any], words: str) -> None:
    call: Any = converter.batch

    with pytest.raises(converter.UsageError) as refused:
        call(**{"inputs": tmp_path, "to": "xml", "output": tmp_path / "out", **arguments})

    assert str(refused.value).startswith(words)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("pattern", ["*-00001.txt", ["*-00001.txt"], (each for each in ["*-00001.txt"])])
def test_one_pattern_or_several_choose_the_inputs(tmp_path: Path, pattern: Any) -> None:
    stories(tmp_path / "in", 2)

    batch = converter.batch(tmp_path / "in", to="xml", output=tmp_path / "out", include=pattern, jobs=1)

    assert [Path(each.input.name).name for each in batch] == ["story-00001.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"\x81\x8d\x8f\x90\x9d Fine words, the port said.", b""])
def test_reason_of_an_earlier_run_is_in_the_words_of_the_call_too(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.txt").write_bytes(content)

    (first,) = converter.batch(tmp_path / "bad.txt", to="xml", output=tmp_path / "out", jobs=1)
    (again,) = converter.batch(tmp_path / "bad.txt", to="xml", output=tmp_path / "out", jobs=1)

    assert again.earlier
    assert again.reason == first.reason
    assert again.reason is not None
    assert "--" not in str(again.reason)
    assert ("--set text.charset" in str(again.reason.in_shell())) is bool(content)

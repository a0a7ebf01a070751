"""What a person, a log and a program see of a batch while it runs."""

from __future__ import annotations

import os
import re
import subprocess
import time

import pytest

from converter.batches.tally import Tally
from converter.cli import progress
from tests.batches.made import stories
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk


def on_terminal(desk: Desk, *arguments: str, environment: dict[str, str] | None = None) -> str:
    """Return what a terminal gets of a batch's standard error."""
    ours, theirs = os.openpty()
    process = desk.start("batch", *arguments, stderr=theirs, environment={"COLUMNS": "100", **(environment or {})})
    os.close(theirs)
    pieces = []
    while True:
        try:
            pieces.append(os.read(ours, 65536))
        except OSError:
            break
    os.close(ours)
    process.communicate()
    return b"".join(pieces).decode()


def paced(
    monkeypatch: pytest.MonkeyPatch, *looks: tuple[float, int, int, float], count: int, known: int = 0
) -> list[str]:
    """Return what is said at each look: seconds, inputs done with, known ones of them, and seconds for those.

    `known`: how many of all an earlier run has settled.
    """
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    pace, tally = progress.Pace(2), Tally()
    said = []
    for at, made, tally.known, tally.known_s in looks:
        now = 100.0 + at
        said.append(pace.words(made, tally, count - made, max(0, known - tally.known), ", "))
    return said


def test_pace_is_counted_from_the_first_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [(2.0, 0, 0, 0.0), (2.05, 5, 0, 0.0), (2.5, 10, 0, 0.0), (4.0, 40, 0, 0.0), (12.0, 200, 0, 0.0)]

    said = paced(monkeypatch, *looks, count=240)

    assert said == ["0/s, ? left", "20/s, 12 s left", "20/s, 12 s left", "20/s, 10 s left", "20/s, 2.0 s left"]


def test_what_an_earlier_run_has_settled_is_no_measure_of_the_work_that_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = [(1.0, 1000, 1000, 2.0), (2.0, 2000, 2000, 4.0), (3.0, 2020, 2000, 4.0), (4.0, 2040, 2000, 4.0)]

    said = paced(monkeypatch, *looks, count=2200)

    assert said == ["known so far", "known so far", "20/s, 9.0 s left", "20/s, 8.0 s left"]


def test_time_in_which_known_inputs_are_passed_by_counts_for_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    # Two workers: of each second they give nine tenths to a thousand known ones, and a tenth to five that are new.
    looks = [(float(at), at * 1005, at * 1000, at * 1.8) for at in range(1, 21)]

    said = paced(monkeypatch, *looks, count=21_100)

    assert said[-1] == "50/s, 20 s left"


def test_time_left_is_of_what_is_still_to_be_made_and_of_knowing_the_others_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = [(2.0, 520, 500, 1.0), (3.0, 1020, 980, 1.96)]

    said = paced(monkeypatch, *looks, count=10_100, known=10_000)

    # 60 new ones at 20 a second, and 9,020 that are known again, of which two workers do a thousand a second.
    assert said[-1] == "20/s, 12 s left"


@pytest.mark.slow
def test_terminal_shows_a_bar_with_rate_time_left_counts_and_file(desk: Desk) -> None:
    stories(desk.folder / "in", 200)
    (desk.folder / "in" / "a\x1b]0;owned\x07[bold].xml").write_text("<a>")

    shown = on_terminal(desk, "in", "--to", "xml,docx", "-o", "out", "--jobs", "1")

    assert re.search(r"\d+/201  [\d,]+/s  [\d.]+ s left", shown)
    assert re.search(r"\d+ done", shown)
    assert "in/story-" in shown
    assert "\x1b]0;" not in shown
    assert r"in/a\x1b]0;owned\x07[bold].xml" in shown
    # The last two columns are free for the ^C that a terminal shows.
    bars = [line for line in re.split(r"[\r\n]", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)) if "/s  " in line]
    assert {len(line) for line in bars} == {98}


@pytest.mark.slow
def test_no_color_is_honoured(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    (desk.folder / "in" / "bad.xml").write_text("<a>")

    shown = on_terminal(desk, "in", "--to", "xml", "-o", "out", environment={"NO_COLOR": "1"})

    assert "bad.xml: line 1" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


@pytest.mark.slow
def test_log_has_plain_lines(desk: Desk) -> None:
    stories(desk.folder / "in", 3)
    (desk.folder / "in" / "bad.xml").write_text("<a>")

    done = desk.process("batch", "in", "--to", "xml", "-o", "out")

    assert "\x1b" not in done.err
    first, *_, last = done.err.splitlines()
    assert first == "4 inputs"
    assert last.startswith("3 done, 1 quarantined of 4 in ")
    assert "     3  done" in done.err or "3  done" in done.err


@pytest.mark.slow
def test_events_are_objects_of_json(desk: Desk) -> None:
    stories(desk.folder / "in", 2)

    done = desk.run("batch", "in", "--to", "xml", "-o", "out", "--json")

    begin, first, second, summary = done.objects()
    assert begin == {"event": "begin", "inputs": 2}
    assert [first["event"], second["event"], summary["event"]] == ["outcome", "outcome", "summary"]
    assert first["outputs"][0]["format"] == "xml"
    assert summary["counts"]["done"] == 2


@pytest.mark.slow
def test_reader_that_has_enough_ends_it(desk: Desk) -> None:
    stories(desk.folder / "in", 30)

    process = desk.start("batch", "in", "--to", "xml", "-o", "out", "--json")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    code = process.wait(timeout=30)

    assert code == 141
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    assert subprocess.run(["pgrep", "-g", str(process.pid)], check=False, capture_output=True).stdout == b""

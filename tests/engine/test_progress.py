"""What a person, a log and a program see of a batch while it runs."""

from __future__ import annotations

import os
import re
import subprocess
import time

import pytest

from converter.cli import progress
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk
from tests.engine.made import stories


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


def test_pace_is_counted_from_the_first_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    pace = progress.Pace()
    shown = []
    for at, made in ((102.0, 0), (102.05, 5), (102.5, 10), (104.0, 40), (112.0, 200)):
        now = at
        shown.append((pace.rate(made), pace.left(made, 240)))

    assert [round(rate) for rate, _ in shown] == [0, 20, 20, 20, 20]
    assert [left for _, left in shown] == ["?", "12 s", "12 s", "10 s", "2.0 s"]


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


def test_no_color_is_honoured(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    (desk.folder / "in" / "bad.xml").write_text("<a>")

    shown = on_terminal(desk, "in", "--to", "xml", "-o", "out", environment={"NO_COLOR": "1"})

    assert "bad.xml: line 1" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


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

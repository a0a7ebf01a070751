"""SIGKILL at random moments, of the process that leads and of workers: every input exactly once, and nothing half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree

from tests.batches.made import stories

COUNT = 60
KILLS = 100
"""Of each kind: 200 in all."""
RETRY = "--retry-quarantine"


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a batch of two workers over `in`."""
    return subprocess.Popen(
        [sys.executable, "-m", "converter", "batch", "in", "--jobs", "2", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def children(process: int) -> list[int]:
    """Return the workers of a process."""
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def kill_somebody(process: subprocess.Popen[bytes], chance: random.Random, within_s: float, *, leader: bool) -> bool:
    """Wait for a random moment and kill the leader or one of its workers; return whether there was one to kill."""
    end = time.monotonic() + chance.uniform(0.05, within_s)
    while process.poll() is None and (time.monotonic() < end or not (leader or children(process.pid))):
        time.sleep(0.002)
    victims = [process.pid] if leader else children(process.pid)
    if process.poll() is not None or not victims:
        return False
    try:
        os.kill(chance.choice(victims), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def killed_often(
    folder: Path, arguments: tuple[str, ...], chance: random.Random, within_s: float, *, leader: bool
) -> int:
    """Run the batch again and again under kills until it comes to its end; return how many there were.

    An input at which a worker was killed three times in a row is set aside, as it may be what kills them; where it was
    ours to kill, it is tried again, as the batch says.
    """
    kills = 0
    while True:
        process = start(folder, *arguments)
        while kill_somebody(process, chance, within_s, leader=leader):
            kills += 1
            if leader:
                break
        _, err = process.communicate(timeout=120)
        require_whole(folder)
        if process.returncode == 0:
            return kills
        if process.returncode == 8:
            reasons = [line for line in err.splitlines() if line.endswith(b"[quarantined]")]
            assert reasons, err.decode()
            assert all(b"its reader or writer was killed" in line for line in reasons), err.decode()
            arguments = (*(each for each in arguments if each != RETRY), RETRY)
        else:
            assert process.returncode == -signal.SIGKILL, err.decode()


def require_whole(folder: Path) -> None:
    """Demand that every file that can be seen is whole."""
    for path in (folder / "out").rglob("*.xml"):
        etree.parse(path)
    assert not list((folder / "out").rglob(".*part-*"))


@pytest.mark.slow
@pytest.mark.parametrize("leader", [True, False], ids=["leader", "worker"])
def test_killed_batch_does_every_input_once(tmp_path: Path, leader: bool) -> None:
    chance = random.Random(5 if leader else 6)
    kills = rounds = 0
    expected, clean_s = run_clean(tmp_path, "--to", "xml,docx,pdf", "-o", "out")
    within_s = clean_s * (1.5 if leader else 0.6)
    while kills < KILLS:
        rounds += 1
        folder = tmp_path / str(rounds)
        stories(folder / "in", COUNT)

        more = killed_often(folder, ("--to", "xml,docx,pdf", "-o", "out"), chance, within_s, leader=leader)
        kills += more
        within_s *= 1.0 if more else 0.7  # The machine has become quicker.

        made = {path.name: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()}
        assert sorted(made) == sorted(expected)
        assert {name: content for name, content in made.items() if name.endswith((".xml", ".docx"))} == {
            name: content for name, content in expected.items() if name.endswith((".xml", ".docx"))
        }
        assert not (folder / "out" / "quarantine").exists()
    print(f"{kills} kills in {rounds} batches")


def run_clean(tmp_path: Path, *arguments: str) -> tuple[dict[str, bytes], float]:
    """Return what comes out of the batch when nobody is killed, and how many seconds it takes."""
    stories(tmp_path / "clean" / "in", COUNT)
    began = time.monotonic()
    process = start(tmp_path / "clean", *arguments)
    process.communicate()
    took = time.monotonic() - began
    assert process.returncode == 0
    out = tmp_path / "clean" / "out"
    return {path.name: path.read_bytes() for path in out.glob("*") if path.is_file()}, took


@pytest.mark.slow
@pytest.mark.parametrize("leader", [True, False], ids=["leader", "worker"])
def test_killed_batch_archives_every_input_once(tmp_path: Path, leader: bool) -> None:
    import converter

    chance = random.Random(7 if leader else 8)
    kills = rounds = 0
    _, clean_s = run_clean(tmp_path, "--archive", "news")
    within_s = clean_s * (1.5 if leader else 0.6)
    while kills < KILLS // 4:
        rounds += 1
        folder = tmp_path / str(rounds)
        stories(folder / "in", COUNT)
        (folder / "out").mkdir()

        more = killed_often(folder, ("--archive", "news"), chance, within_s, leader=leader)
        kills += more
        within_s *= 1.0 if more else 0.7

        with converter.Archive.open(folder / "news") as archive:
            found = {id: archive.story(id) for id in archive.ids()}
        assert len(found) == COUNT
        assert {story.version for story in found.values()} == {"v1"}
        require_clean(folder / "news")
    print(f"{kills} kills in {rounds} batches")


def require_clean(root: Path) -> None:
    """Demand that the archive's own check finds nothing, after one repair."""
    for arguments, code in ((("repair", str(root)), 0), (("verify", str(root)), 0)):
        done = subprocess.run(
            [sys.executable, "-m", "converter", "archive", *arguments], capture_output=True, check=False
        )
        assert done.returncode == code, done.stderr.decode() + done.stdout.decode()

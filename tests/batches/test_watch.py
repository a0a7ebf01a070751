"""`convert watch`: what arrives is done, once, and not before it has been left alone."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.batches.made import stories, tree
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk


@contextmanager
def watching(desk: Desk, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Watch `in` while the block runs."""
    process = desk.start("watch", "in", "--jobs", "1", "--settle", "0.3", *arguments)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(b"watching"):
            break
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_for(desk: Desk, name: str) -> bytes:
    """Return the bytes of an output as soon as it is there."""
    path = desk.folder / "out" / name
    for _ in range(1500):
        if path.exists():
            return path.read_bytes()
        time.sleep(0.02)
    raise AssertionError(f"no {name} among {sorted(tree(desk.folder / 'out'))}")


@pytest.mark.slow
def test_what_is_there_and_what_arrives_is_converted(desk: Desk) -> None:
    stories(desk.folder / "in", 2)

    with watching(desk, "--to", "xml", "-o", "out") as process:
        wait_for(desk, "story-00001.xml")
        stories(desk.folder / "in", 1, start=2)
        wait_for(desk, "story-00002.xml")
        (desk.folder / "in" / "sub").mkdir()
        (desk.folder / "moved.txt").write_text("Another story, the port said on Wednesday.\n")
        (desk.folder / "moved.txt").rename(desk.folder / "in" / "sub" / "moved.txt")
        wait_for(desk, "sub/moved.xml")
        (desk.folder / "in" / "story-00000.yaml").write_text("headline: A Late Sidecar\n")
        for _ in range(500):
            if b"A Late Sidecar" in wait_for(desk, "story-00000.xml"):
                break
            time.sleep(0.02)

    assert process.returncode == 143
    assert b"A Late Sidecar" in wait_for(desk, "story-00000.xml")
    assert desk.run("batch", "in", "--to", "xml", "-o", "out").err.splitlines()[-1].startswith("0 done, 4 unchanged")


@pytest.mark.slow
def test_file_that_is_being_written_is_waited_for(desk: Desk) -> None:
    (desk.folder / "in").mkdir()

    with watching(desk, "--to", "text", "-o", "out", "--json"), (desk.folder / "in" / "slow.txt").open("w") as file:
        for number in range(10):
            file.write(f"Bridge {number} is open again, the port said on Wednesday.\n\n")
            file.flush()
            time.sleep(0.1)
        assert not (desk.folder / "out" / "slow.txt").exists()
        file.close()
        content = wait_for(desk, "slow.txt")

    assert b"Bridge 9 is" in content


@pytest.mark.slow
def test_once_does_what_is_there_without_the_extra(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    stories(desk.folder / "in", 2)

    done = desk.run("watch", "in", "--to", "xml", "-o", "out", "--once", "--json")

    assert done.code == 0
    assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["done", "done"]
    assert done.err.splitlines() == ["2 inputs there", "2 done"]


def test_only_folders_are_watched(desk: Desk) -> None:
    done = desk.run("watch", "story.txt", "--to", "xml", "-o", "out")

    assert (done.code, done.err) == (2, "convert: story.txt: is no folder (name folders; convert batch takes files)\n")

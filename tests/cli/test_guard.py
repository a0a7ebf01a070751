"""The guard: whatever a document does to its reader, the run goes on, says one line, and leaves nothing behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter.cli.guard import exit_code
from tests.cli.desk import Desk, Done
from tests.cli.hostile import install

AT_ONCE = 4
"""How many command lines are stopped side by side."""


@pytest.fixture
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment in which the plug-in is installed."""
    return install(tmp_path_factory.mktemp("plugin"))


def convert(desk: Desk, environment: dict[str, str], behaviour: str, *flags: str) -> Done:
    """Convert a document of that behaviour, and a good one after it, with a second for each."""
    desk.write("a.hostile", behaviour)
    desk.write("b.hostile", "fine")
    done = desk.process(
        *("a.hostile", "b.hostile", "--to", "xml", "--limit", "seconds=1", *flags), environment=environment
    )
    assert desk.names() == {"story.txt", "a.hostile", "b.hostile", "b.xml"}
    assert "wrote b.xml (" in done.err
    return done


@pytest.mark.slow
@pytest.mark.parametrize(
    ("behaviour", "flags", "line"),
    [
        ("sleep", [], "takes longer than 1 s (limit seconds; raise with --limit seconds=4)"),
        (
            "eat",
            ["--limit", "memory_bytes=300M", "--limit", "seconds=20"],
            "needs more than 300 MiB of memory (limit memory_bytes; raise with --limit memory_bytes=1200M)",
        ),
        ("nest", [], "is nested too deeply to be read"),
        ("abort", [], "its reader or writer crashed (SIGABRT)"),
        ("vanish", [], "its reader or writer was killed, perhaps for want of memory"),
        ("leave", [], "its reader or writer left early (exit 3)"),
        (
            "bug",
            [],
            "the plug-in hostile 1.0 failed: KeyError: '\\x1b[31mred' "
            "(tell whoever keeps it; with --debug there is a traceback)",
        ),
    ],
)
def test_document_that_breaks_its_reader_is_one_line(
    desk: Desk, hostile: dict[str, str], behaviour: str, flags: list[str], line: str
) -> None:
    done = convert(desk, hostile, behaviour, *flags)

    assert done.code == 8
    assert f"convert: a.hostile: {line}\n" in done.err
    assert "Traceback" not in done.err


@pytest.mark.slow
def test_processor_time_is_limited_like_time(desk: Desk, hostile: dict[str, str]) -> None:
    done = convert(desk, hostile, "spin")

    assert "convert: a.hostile: takes longer than 1 s (limit seconds; raise with --limit seconds=4)\n" in done.err


@pytest.mark.slow
@pytest.mark.parametrize(("behaviour", "code"), [("sleep", 3), ("vanish", 3), ("leave", 70), ("bug", 70)])
def test_one_document_gives_its_own_exit_code(desk: Desk, hostile: dict[str, str], behaviour: str, code: int) -> None:
    desk.write("a.hostile", behaviour)

    done = desk.process("a.hostile", "--to", "xml", "--limit", "seconds=1", "--json", environment=hostile)

    assert done.code == code
    (told,) = done.objects()
    assert (told["ok"], told["input"], told["error"]["exit_code"]) == (False, "a.hostile", code)


def test_memory_too_small_to_work_at_all_is_said(desk: Desk) -> None:
    done = desk.process("story.txt", "--to", "docx", "--limit", "memory_bytes=1M")

    assert done.code == 3
    assert done.err == (
        "convert: story.txt: needs more than 1 MiB of memory (limit memory_bytes; raise with --limit memory_bytes=4M)\n"
    )


def test_limits_may_be_as_high_as_they_go(desk: Desk) -> None:
    flags = [flag for name in ("seconds", "memory_bytes", "output_bytes") for flag in ("--limit", f"{name}=1048576G")]

    assert desk.process("story.txt", "--to", "xml", *flags).code == 0


def test_debug_shows_the_traceback(desk: Desk, hostile: dict[str, str]) -> None:
    desk.write("a.hostile", "bug")

    done = desk.process("a.hostile", "--to", "xml", "--debug", environment=hostile)

    assert done.code == 70
    assert "Traceback (most recent call last)" in done.err


def test_of_several_documents_it_is_said_last_how_many_failed(desk: Desk) -> None:
    several = desk.process("none.txt", "story.txt", "neither.txt", "--to", "xml")
    one = desk.process("none.txt", "--to", "xml")
    good = desk.process("story.txt", "--to", "html")

    assert several.err.endswith(
        " bytes)\nconvert: neither.txt: no such file or directory\nconvert: 2 of 3 failed, as said above\n"
    )
    assert one.err == "convert: none.txt: no such file or directory\n"
    assert "failed" not in good.err


def test_codes_of_several_documents_become_one() -> None:
    assert exit_code([]) == 0
    assert exit_code([3]) == 3
    assert exit_code([0, 0]) == 0
    assert exit_code([0, 3]) == exit_code([3, 3]) == 8


# ── Interruptions ───────────────────────────────────────────────────────────


def stopped(desk: Desk, process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    """Return exit code and standard error of the process, and see that it left nothing half-written."""
    _, err = process.communicate(timeout=20)
    for path in desk.folder.rglob("*.slow"):
        assert path.stat().st_size == 1 << 20
    assert [name for name in desk.names() if ".part-" in name] == []
    return process.returncode, err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_interruption_leaves_no_output_and_no_words(
    desk: Desk, hostile: dict[str, str], number: signal.Signals, code: int
) -> None:
    desk.write("a.hostile", "sleep")
    process = desk.start("a.hostile", "--to", "xml", environment=hostile)
    wait_for_child(hostile)

    process.send_signal(number)

    assert stopped(desk, process) == (code, b"")
    assert desk.names() == {"story.txt", "a.hostile"}


def test_interruption_from_the_keyboard_reaches_both_and_is_one(desk: Desk, hostile: dict[str, str]) -> None:
    desk.write("a.hostile", "sleep")
    process = desk.start("a.hostile", "--to", "xml", environment=hostile, start_new_session=True)
    wait_for_child(hostile)

    os.killpg(process.pid, signal.SIGINT)

    assert stopped(desk, process) == (130, b"")


def test_hang_up_that_is_ignored_stays_ignored(desk: Desk) -> None:
    process = desk.start("story.txt", "--to", "xml", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))

    process.send_signal(signal.SIGHUP)

    assert stopped(desk, process)[0] == 0


def wait_for_child(environment: dict[str, str]) -> int:
    """Return the child that sleeps over its document, once it does."""
    sign = Path(environment["HOSTILE_SIGN"])
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if sign.exists() and (written := sign.read_text()):
            return int(written)
        time.sleep(0.005)
    raise AssertionError("no child")


def test_child_killed_is_told_by_the_next(desk: Desk, hostile: dict[str, str]) -> None:
    desk.write("a.hostile", "sleep")
    process = desk.start("a.hostile", "--to", "xml", environment=hostile)

    os.kill(wait_for_child(hostile), signal.SIGKILL)

    code, err = stopped(desk, process)
    assert code == 3
    assert err == b"convert: a.hostile: its reader or writer was killed, perhaps for want of memory\n"


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("whom", ["parent", "child", "both"])
def test_no_moment_to_stop_leaves_a_partial_file(
    desk: Desk, hostile: dict[str, str], number: signal.Signals, whom: str
) -> None:
    names = [f"{letter}.hostile" for letter in "abcdef"]
    for name in names:
        desk.write(name, "fine")
    moments = random.Random(number * len(whom))  # Any moment will do; the seed makes a failure come back.

    def attempt(out: str, moment: float) -> None:
        process = desk.start(*(*names, "--to", "slow,xml", "-o", out), environment=hostile, start_new_session=True)
        time.sleep(moment)
        if whom == "both":
            os.killpg(process.pid, number)
        else:
            child = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            if whom == "child" and child:
                os.kill(int(child[0]), number)
            elif whom == "parent":
                process.send_signal(number)
        process.communicate(timeout=20)
        wait_until_gone(desk, out)

        for path in (desk.folder / out).glob("*.slow"):
            assert path.stat().st_size == 1 << 20
        for path in (desk.folder / out).glob("*.xml"):
            assert path.read_bytes().endswith(b"</article>")
        assert [path.name for path in (desk.folder / out).rglob("*") if ".part-" in path.name] == []

    with ThreadPoolExecutor(AT_ONCE) as pool:  # They mostly wait, each for its moment and its slow writer.
        attempts = [pool.submit(attempt, f"out-{letter}", moments.uniform(0.02, 0.9)) for letter in "abcdefghijkl"]
    for each in attempts:
        each.result()

    assert [name for name in desk.names() if ".part-" in name] == []


def wait_until_gone(desk: Desk, marker: str) -> None:
    """Wait for the end of a child that its killed parent has left alone: it finishes its document."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        alive = [
            path
            for path in Path("/proc").glob("[0-9]*/cmdline")
            if _cmdline(path).find(marker.encode()) >= 0 and _working_folder(path.parent) == str(desk.folder)
        ]
        if not alive:
            return
        time.sleep(0.02)
    raise AssertionError(f"still running: {alive}")


def _cmdline(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _working_folder(process: Path) -> str:
    try:
        return os.readlink(process / "cwd")
    except OSError:
        return ""

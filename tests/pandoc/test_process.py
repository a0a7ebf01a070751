"""Pandoc's process: what it may do, what ends it, and what is said of its end. The program is a script of ours."""

from __future__ import annotations

import importlib.util
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from converter.core.errors import LimitExceeded, UnreadableInput, UsageError
from converter.core.limits import Limits
from converter.pandoc import process

FAST = Limits(seconds=2)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place of the program that is run instead of pandoc."""
    path = tmp_path / "pandoc"
    monkeypatch.setattr(process, "program", lambda: str(path))
    return path


def script(path: Path, *lines: str) -> None:
    path.write_text("\n".join([f"#!{sys.executable} -IS", *lines, ""]), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def run(source: bytes = b"", limits: Limits = FAST) -> process.Answer:
    return process.run(["-f", "rst"], source, limits, "read it as rst")


def test_process_has_the_sandbox_no_environment_and_an_empty_folder(fake: Path) -> None:
    script(
        fake,
        "import os, resource, sys",
        "print(sys.argv[1:])",
        "print(sorted(os.environ), os.listdir(), os.getcwd() == os.environ['HOME'], os.getsid(0) == os.getpid())",
        "print(resource.getrlimit(resource.RLIMIT_FSIZE)[0], resource.getrlimit(resource.RLIMIT_AS)[0])",
        "print(sorted(os.listdir('/proc/self/fd'))[:4] if sys.platform == 'linux' else '')",
    )

    lines = run().output.decode().splitlines()

    assert lines[0] == f"['--sandbox', '--verbose', '-f', 'rst', '+RTS', '-M{FAST.memory_bytes // 2}', '-RTS']"
    assert lines[1] == "['HOME', 'LC_ALL'] [] True True"
    assert lines[2] == f"0 {FAST.memory_bytes}"


def test_source_and_output_are_longer_than_a_pipe(fake: Path) -> None:
    script(fake, "import sys", "sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])")
    source = bytes(range(256)) * 4096

    assert run(source).output == source[::-1]


def test_program_that_does_not_read_its_source_is_no_fault(fake: Path) -> None:
    script(fake, "print('done')")

    assert run(b"x" * 1_000_000).output == b"done\n"


def test_warnings_and_what_was_skipped_are_heard(fake: Path) -> None:
    script(
        fake,
        "import sys",
        "sys.stderr.write('[WARNING] Could not load\\n  include file\\n[INFO] Skipped \\'x\\'\\n[INFO] Parsing\\n')",
        "sys.stderr.write('[WARNING] \\x1b[31mred\\n')",
    )

    assert run().messages == ("Could not load include file", "Skipped 'x'", "\\x1b[31mred")


def test_refusal_has_pandocs_words_and_the_place(fake: Path) -> None:
    script(
        fake, "import sys", "sys.stderr.write('Error at \"x\" (line 3, column 7):\\nunexpected end\\n')", "sys.exit(64)"
    )

    with pytest.raises(UnreadableInput, match=r"pandoc cannot read it as rst: Error at .* unexpected end") as caught:
        run()
    assert caught.value.where == "line 3 column 7"


def test_want_of_memory_is_the_limit(fake: Path) -> None:
    script(fake, "import sys", "sys.exit(251)")

    with pytest.raises(LimitExceeded, match="limit memory_bytes"):
        run()


def test_crash_is_one_line(fake: Path) -> None:
    script(fake, "import os", "os.kill(os.getpid(), 11)")

    with pytest.raises(UnreadableInput, match=r"pandoc crashed and could not read it as rst \(SIGSEGV\)"):
        run()


def test_output_over_the_limit_is_refused(fake: Path) -> None:
    script(fake, "import sys", "while True: sys.stdout.write('x' * 65536)")

    with pytest.raises(LimitExceeded, match="limit output_bytes"):
        run(limits=FAST.replace(output_bytes=1 << 20))


def test_process_writes_no_file(fake: Path, tmp_path: Path) -> None:
    script(
        fake,
        "import signal",
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)",
        f"file = open({str(tmp_path / 'x')!r}, 'w')",
        "file.write('x')",
        "file.close()",
    )

    with pytest.raises(UnreadableInput, match="File too large"):
        run()
    assert (tmp_path / "x").read_bytes() == b""


@pytest.mark.slow
def test_process_that_hangs_is_ended_with_what_it_started(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"  # Of its own: other processes make and leave folders where all do.
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    script(
        fake,
        "import os, time",
        f"open({str(tmp_path / 'never')!r}, 'w') if os.fork() == 0 and time.sleep(2.5) is None else time.sleep(60)",
    )
    began = time.monotonic()

    with pytest.raises(LimitExceeded, match="takes longer than 2 s"):
        run()

    assert time.monotonic() - began < 2
    time.sleep(2.5)
    assert not (tmp_path / "never").exists()
    assert list(scratch.iterdir()) == []


def test_without_the_extra_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(
        UsageError, match=r"need an extra that is not installed \(pip install 'article-converter\[pandoc\]'\)"
    ):
        process.program()

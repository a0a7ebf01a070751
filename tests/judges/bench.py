"""Where the judges are, and how one is asked. What is missing fails the run: it never counts as a pass."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from converter.core.values import Value
from tests.tree import ROOT

SHARED = Path(os.environ.get("JUDGES_SHARED", ROOT.parent / "shared"))
PYTHON = Path(os.environ.get("JUDGES_PYTHON", ROOT / ".judges" / "bin" / "python"))


class Verdict(Value):
    """What a judge said."""

    accepted: bool
    lines: tuple[str, ...]
    """Of standard output, one a file or a fault; then of standard error."""


def find_tool(judge: str) -> Path:
    """Return the program of a judge of `../shared/tools`; that it or its Python is missing fails the test."""
    tool = SHARED / "tools" / judge
    if not tool.is_file():
        pytest.fail(f"no judge at {tool}: tests/judges/README.md says where it must be")
    if not PYTHON.is_file():
        pytest.fail(f"no Python for the judges at {PYTHON}: run just judges-setup")
    return tool


def ask(judge: str, *arguments: str | Path) -> Verdict:
    """Return the verdict of a judge of `../shared/tools`; a judge that cannot work fails the test."""
    tool = find_tool(judge)
    # verapdf-check is a shell script that finds its Java classes through that Python.
    command = [tool] if judge.startswith("verapdf/") else [PYTHON, tool]
    environment = {**os.environ, "VERAPDF_PYTHON": str(PYTHON), "VERAPDF_CACHE": str(PYTHON.parent.parent / "verapdf")}
    if judge.startswith("verapdf/") and not shutil.which("javac"):
        pytest.fail("no Java compiler on the path: veraPDF needs a development kit, version 11 or newer")
    done = subprocess.run(
        [*command, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    lines = (*done.stdout.splitlines(), *done.stderr.splitlines())
    if done.returncode not in (0, 1):
        pytest.fail(f"{judge} could not judge (exit {done.returncode}):\n" + "\n".join(lines))
    return Verdict(done.returncode == 0, lines)


def ask_pdfcheck(commands: Iterable[Iterable[str | Path]]) -> list[Verdict]:
    """Return pdfcheck's verdict on each command line, all by one process of it; one that ends early fails the test."""
    questions = [json.dumps([str(argument) for argument in command]) for command in commands]
    done = subprocess.run(
        [PYTHON, "-m", "tests.judges.pdfcheck_many", find_tool("pdfcheck")],
        cwd=ROOT,
        input="".join(f"{question}\n" for question in questions),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"pdfcheck could not judge (exit {done.returncode}):\n{done.stderr}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(questions), "pdfcheck did not answer every question"
    return [Verdict(answer["code"] == 0, tuple(answer["lines"])) for answer in answers]


def assert_accepted(verdict: Verdict, files: Iterable[Path]) -> None:
    """Assert that the judge accepted, and that it spoke of every file: a file not looked at is no pass."""
    faults = [line for line in verdict.lines if not line.startswith(("ok ", "valid "))]
    assert verdict.accepted, "\n".join(faults)
    silent = [path.name for path in files if not any(f"{path} " in f"{line} " for line in verdict.lines)]
    assert not silent, f"nothing was said of {', '.join(silent)}"

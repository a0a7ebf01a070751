"""The command line as tests use it: in this process where that is enough, as a process of its own where it matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from converter.cli.__main__ import run
from converter.cli.guard import Worker
from converter.core.values import Value

STORY = "The bridge is open again, the port said on Wednesday.\n"


class Done(Value):
    """What came of one command line."""

    code: int
    out: str
    err: str

    def objects(self) -> list[Any]:
        """Return the JSON objects on standard output, one a line, which must be ASCII."""
        assert self.out.isascii()
        return [json.loads(line) for line in self.out.splitlines()]


class Desk:
    """A folder with `story.txt` to run commands in."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capfd = capfd
        self.write("story.txt", STORY)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the folder and return its path."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def names(self) -> set[str]:
        """Return the names of all files in the folder, hidden ones too, with the folders they are in."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if not path.is_dir()}

    def run(self, *arguments: str) -> Done:
        """Run a command line in this process."""
        self._capfd.readouterr()
        code = run(arguments, Worker())
        out, err = self._capfd.readouterr()
        return Done(code, out, err)

    def start(self, *arguments: str | bytes, **options: Any) -> subprocess.Popen[bytes]:
        """Start a command line as a process of its own."""
        environment = {**os.environ, **options.pop("environment", {})}
        return subprocess.Popen(
            [sys.executable, "-m", "converter", *arguments],
            cwd=self.folder,
            env=environment,
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=options.pop("stderr", subprocess.PIPE),
            **options,
        )

    def process(
        self, *arguments: str | bytes, stdin: bytes | None = None, stdin_from: Any = None, **options: Any
    ) -> Done:
        """Run a command line as a process of its own and wait for it."""
        if stdin is not None or stdin_from is not None:
            options["stdin"] = stdin_from or subprocess.PIPE
        started = self.start(*arguments, **options)
        out, err = started.communicate(stdin, timeout=60)
        return Done(started.returncode, (out or b"").decode(), (err or b"").decode())

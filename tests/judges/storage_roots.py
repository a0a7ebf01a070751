"""ocfl-py 2.1.0 over storage roots, for any test of the judges: `assert_ocfl_accepts(root)`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from converter.core.values import Value
from tests.judges.bench import PYTHON

_SCRIPT = Path(__file__).with_name("ocfl_py.py")
_AT_ONCE = 100


class OcflVerdict(Value):
    """What ocfl-py said of a root."""

    valid: bool
    objects: int
    messages: tuple[str, ...]
    """Errors and warnings."""


def ask_ocfl_py(roots: Iterable[Path]) -> dict[Path, OcflVerdict]:
    """Return the verdict on each root; that it cannot be asked fails the test."""
    if not PYTHON.is_file():
        pytest.fail(f"no Python for the judges at {PYTHON}: run just judges-setup")
    roots = list(roots)
    verdicts: dict[Path, OcflVerdict] = {}
    for start in range(0, len(roots), _AT_ONCE):
        done = subprocess.run(
            [PYTHON, _SCRIPT, *roots[start : start + _AT_ONCE]], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.fail(f"ocfl-py could not judge (exit {done.returncode}):\n{done.stderr}")
        for line in done.stdout.splitlines():
            said = json.loads(line)
            verdicts[Path(said["root"])] = OcflVerdict(said["valid"], said["objects"], tuple(said["messages"]))
    assert len(verdicts) == len(roots), "ocfl-py did not speak of every root"
    return verdicts


def assert_ocfl_accepts(*roots: Path, objects: int | None = None) -> None:
    """Assert that ocfl-py finds no error and no warning in the roots, and as many objects as there must be in all."""
    verdicts = ask_ocfl_py(roots)
    assert {path: said.messages for path, said in verdicts.items() if not said.valid or said.messages} == {}
    assert objects is None or sum(said.objects for said in verdicts.values()) == objects

"""Kills: a process that dies at a call of its choice that changes a file system."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from converter.archive.disk import Disk

_CHANGING = [
    name for name, each in vars(Disk).items() if callable(each) and not name.startswith(("_", "flush", "lock"))
]


@contextmanager
def dying_at(number: int) -> Iterator[None]:
    """Kill this process at the number-th changing call, before it changes anything."""
    count = 0

    def dying(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return method(*arguments, **named)

        return call

    kept = {name: getattr(Disk, name) for name in _CHANGING}
    for name, method in kept.items():
        setattr(Disk, name, dying(method))
    try:
        yield
    finally:
        for name, method in kept.items():
            setattr(Disk, name, method)


def killed_at(number: int, act: Callable[[], object]) -> bool:
    """Run the act in a child that dies at the number-th changing call; return whether it died before it was done."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with dying_at(number):
                act()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the act failed"
    return False


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder: path → bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def objects_of(root: Path) -> dict[str, bytes]:
    """Return every file of every object of a root."""
    return {
        path: content for path, content in files_of(root).items() if "/" in path and not path.startswith("extensions/")
    }

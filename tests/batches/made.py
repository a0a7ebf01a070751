"""Folders of small stories, and jobs, for the tests of the engine."""

from __future__ import annotations

from pathlib import Path

from converter.batches.job import Input, Job


def stories(folder: Path, count: int, *, start: int = 0) -> Path:
    """Write so many stories of different words into the folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, start + count):
        (folder / f"story-{number:05d}.txt").write_text(
            f"Bridge {number} Reopens\n\nBridge number {number} is open again, the port said on Wednesday.\n",
            encoding="utf-8",
        )
    return folder


def jobs(count: int) -> list[Job]:
    """Return so many jobs whose inputs are called by their number."""
    return [Job(Input("/nowhere", str(number), str(number))) for number in range(count)]


def tree(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of every file below the folder, but for journals, whose names are made by chance."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "journal" not in path.relative_to(folder).parts
    }

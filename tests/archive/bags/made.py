"""Bags made by hand: what a test does not say is as the standard wants it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

DECLARATION = "BagIt-Version: {}\nTag-File-Character-Encoding: UTF-8\n"


def line(content: bytes, path: str, algorithm: str = "sha256") -> str:
    """Return a manifest's line."""
    return f"{hashlib.new(algorithm, content).hexdigest()}  {path}\n"


def make_bag(
    folder: Path,
    payload: Mapping[str, bytes] | None = None,
    *,
    version: str = "1.0",
    algorithms: Iterable[str] = ("sha256",),
    more: str = "",
    replace: Mapping[str, bytes | None] | None = None,
) -> Path:
    """Make a bag of path below `data/` → bytes.

    `more` ends each payload manifest. `replace` puts other files in their
    places, or none for None; the tag manifest names what stands in the end.
    """
    payload = {"story.txt": b"Rain.\n"} if payload is None else payload
    files: dict[str, bytes] = {f"data/{path}": content for path, content in payload.items()}
    tag_files: dict[str, bytes] = {"bagit.txt": DECLARATION.format(version).encode()}
    for algorithm in algorithms:
        lines = "".join(line(content, path, algorithm) for path, content in files.items())
        tag_files[f"manifest-{algorithm}.txt"] = (lines + more).encode()
    for path, changed in (replace or {}).items():
        where = files if path.startswith("data/") else tag_files
        where.pop(path, None)
        if changed is not None:
            where[path] = changed
    tag_files.setdefault(
        "tagmanifest-sha256.txt", "".join(line(content, path) for path, content in tag_files.items()).encode()
    )
    folder.mkdir(parents=True)
    (folder / "data").mkdir()
    for path, content in (files | tag_files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder

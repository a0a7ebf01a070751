"""The files of this repository, as tests of the house see them."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def tracked_files() -> list[Path]:
    """Return the files that git tracks, sorted."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return sorted(ROOT / name for name in listing.decode().split("\0") if name)


def tracked_texts() -> list[tuple[str, str]]:
    """Return name (with slashes, from the root) and text of each tracked file that is UTF-8 text and still there."""
    texts = []
    for path in tracked_files():
        if path.is_file():
            content = path.read_bytes()
            if b"\0" not in content:
                texts.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8", "replace")))
    return texts

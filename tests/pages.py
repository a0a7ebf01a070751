"""The Markdown pages of the repository and the fenced blocks in them."""

from __future__ import annotations

import re
from pathlib import Path

from converter.core.values import Value
from tests.tree import ROOT, tracked_files


class Fence(Value):
    """One fenced block."""

    page: str
    """The page's name from the root, with slashes."""
    line: int
    """Of its opening fence, from 1."""
    info: str
    """What stands behind the opening fence, such as `console` or `python file=a/b.py`."""
    content: str


def pages() -> list[Path]:
    """Return the tracked Markdown pages for readers: those at the top, `docs/` and `samples/`."""
    return [
        path
        for path in tracked_files()
        if path.suffix == ".md" and path.is_file() and path.relative_to(ROOT).parts[0] in {path.name, "docs", "samples"}
    ]


def fences(page: Path) -> list[Fence]:
    """Return the fenced blocks of a page, in order."""
    name = page.relative_to(ROOT).as_posix()
    text = page.read_text(encoding="utf-8")
    return [
        Fence(name, text.count("\n", 0, found.start()) + 1, found[1].strip(), found[2])
        for found in re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", text, re.MULTILINE)
    ]

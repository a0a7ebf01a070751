"""What a cold command loads: each module in `HEAVY` costs more than our own code may altogether.

A module that must be loaded in a new place is a decision, not an accident:
`just bench` says what it costs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import run_convert

HEAVY = {
    "asyncio",
    "charset_normalizer",
    "concurrent.futures",
    "csv",
    "dataclasses",
    "docx",
    "email",
    "fontTools",
    "gcld3",
    "gettext",
    "gzip",
    "hashlib",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "locale",
    "logging",
    "lxml._elementpath",
    "multiprocessing",
    "pypandoc",
    "random",
    "reportlab",
    "select",
    "shtab",
    "shutil",
    "socket",
    "ssl",
    "struct",
    "subprocess",
    "tempfile",
    "tomllib",
    "typing",
    "uharfbuzz",
    "urllib.request",
    "uuid",
    "yaml",
    "zipfile",
}
"""What neither `--help` nor the conversion of a story may load."""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that the command has loaded when it is done."""
    done = run_convert(*arguments, folder=folder, environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.decode().splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines[1:]}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a folder with `story.txt`."""
    (tmp_path / "story.txt").write_text("The bridge is open again, the port said on Wednesday.\n", encoding="utf-8")
    return tmp_path


def test_help_loads_neither_heavy_modules_nor_lxml(story: Path) -> None:
    assert loaded_by(story, "--help") & (HEAVY | {"lxml.etree"}) == set()


def test_story_to_docx_loads_no_heavy_module(story: Path) -> None:
    assert loaded_by(story, "story.txt", "--to", "docx") & HEAVY == set()


def test_other_writers_are_not_loaded(story: Path) -> None:
    loaded = loaded_by(story, "story.txt", "--to", "docx")

    assert {name for name in loaded if name.startswith(("converter.writers.pdf", "converter.writers.newsml"))} == set()

"""What the archive's tests may ask for: the desk of the command line, and an archive to keep stories in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.desk import Keeper
from tests.cli.conftest import desk

__all__ = ["desk", "keeper"]


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """Return an archive in an empty folder."""
    made = Keeper(tmp_path / "news")
    yield made
    made.archive.close()

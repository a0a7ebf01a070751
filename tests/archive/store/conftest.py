"""Roots of these tests lie in memory where they can: flushes cost nothing there, and what a kill leaves is the same."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") and os.access("/dev/shm", os.W_OK) else None


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Return a folder of the test's own."""
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="store-") as folder:
        yield Path(folder).resolve()

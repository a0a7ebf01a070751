"""The desk of the command line's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    """Return a desk whose folder is the working folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capfd)

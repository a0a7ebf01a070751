"""The pages that are written from the code are what the code says now."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tree import ROOT


@pytest.mark.slow
def test_no_page_is_stale() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"stale, run just docs: {done.stdout}{done.stderr}"

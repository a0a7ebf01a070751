"""What every test may ask for."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which rewrites expected files instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="rewrite the expected files of tests/cases")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Return whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))

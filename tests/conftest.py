"""What every test may ask for."""

from __future__ import annotations

import gc
import signal

import pytest
from hypothesis import HealthCheck, settings

# The gate draws the same few examples every time; `pytest --hypothesis-profile=ci` draws many, and new ones each run.
settings.register_profile("check", max_examples=20, derandomize=True, database=None, deadline=None)
settings.register_profile(
    "ci",
    max_examples=1_000,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("check")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in the background so, and our commands keep what they are started with (nohup).
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what stays until the end, here and in each process that a test forks."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which rewrites expected files instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="rewrite the expected files of tests/cases")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Return whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))

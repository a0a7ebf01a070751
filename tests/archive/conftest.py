"""The desk of the command line, for tests of the archive's commands."""

from tests.cli.conftest import desk

__all__ = ["desk"]

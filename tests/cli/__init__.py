"""Tests of `converter/cli/`."""

"""Tests of `converter/readers/`."""

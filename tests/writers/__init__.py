"""Tests of `converter/writers/`."""

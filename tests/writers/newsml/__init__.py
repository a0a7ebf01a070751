"""Tests of `converter/writers/newsml/`."""

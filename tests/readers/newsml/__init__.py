"""Tests of `converter/readers/newsml/`."""

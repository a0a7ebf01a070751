"""The release, in one place: `pyproject.toml` is held to it by a test."""

VERSION = "0.1.0"
NAME = "article-converter"

"""The release, in one place: the build takes it from here (`pyproject.toml`, `tool.hatch.version`)."""

VERSION = "0.1.0"
NAME = "article-converter"

"""Options of the NewsML-G2 reader."""

from __future__ import annotations

from converter.core.values import Value
from converter.formats.records import File


class NewsmlReaderOptions(Value):
    """Options of the NewsML-G2 reader."""

    dialects: File | None = None
    """A TOML file of providers' habits beside the built-in ones: docs/how-to/add-a-dialect.md."""

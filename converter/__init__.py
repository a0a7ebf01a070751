"""Convert and archive news articles.

    import converter

    article = converter.read("article.txt")
    pdf = converter.write(article, "pdf")
    done = converter.convert("article.txt", to=["pdf", "docx"])
    done.outputs["pdf"], done.canonical, done.notices

Names are loaded when they are used: importing this package imports nothing else of it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.api import batch as batch
    from converter.api import convert as convert
    from converter.api import read as read
    from converter.api import read_all as read_all
    from converter.api import write as write
    from converter.archive.archive import Archive as Archive
    from converter.article import Article as Article
    from converter.article import Head as Head
    from converter.engine.job import Outcome as Outcome
    from converter.errors import ArchiveError as ArchiveError
    from converter.errors import CannotWrite as CannotWrite
    from converter.errors import ConverterError as ConverterError
    from converter.errors import FixityError as FixityError
    from converter.errors import InvalidDocument as InvalidDocument
    from converter.errors import LimitExceeded as LimitExceeded
    from converter.errors import StrictNotice as StrictNotice
    from converter.errors import UnreadableInput as UnreadableInput
    from converter.errors import UsageError as UsageError
    from converter.formats import Context as Context
    from converter.formats import ReaderRecord as ReaderRecord
    from converter.formats import Record as Record
    from converter.formats import WriterRecord as WriterRecord
    from converter.limits import Limits as Limits
    from converter.notices import Notice as Notice
    from converter.pipeline import Conversion as Conversion
    from converter.style import Style as Style
    from converter.version import VERSION as __version__  # noqa: N811

_HOMES = {
    "batch": "api",
    "convert": "api",
    "read": "api",
    "read_all": "api",
    "write": "api",
    "Archive": "archive.archive",
    "Article": "article",
    "Head": "article",
    "Outcome": "engine.job",
    "ArchiveError": "errors",
    "CannotWrite": "errors",
    "ConverterError": "errors",
    "FixityError": "errors",
    "InvalidDocument": "errors",
    "LimitExceeded": "errors",
    "StrictNotice": "errors",
    "UnreadableInput": "errors",
    "UsageError": "errors",
    "Context": "formats",
    "ReaderRecord": "formats",
    "Record": "formats",
    "WriterRecord": "formats",
    "Limits": "limits",
    "Notice": "notices",
    "Conversion": "pipeline",
    "Style": "style",
}

__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in __all__:  # `from converter import canonical` asks too, before the module is imported.
        raise AttributeError(f"module 'converter' has no attribute {name!r}")
    from importlib import import_module

    if name == "__version__":
        return import_module("converter.version").VERSION
    return getattr(import_module(f"converter.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

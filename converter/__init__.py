"""Convert and archive news articles.

    import converter

    article = converter.read("article.txt")
    pdf = converter.write(article, "pdf")
    done = converter.convert("article.txt", to=["pdf", "docx"])
    done.outputs["pdf"], done.canonical, done.notices

Names are loaded when they are used: importing this package imports nothing else of it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.api import batch as batch
    from converter.api import convert as convert
    from converter.api import read as read
    from converter.api import read_all as read_all
    from converter.api import write as write
    from converter.archive.archive import Archive as Archive
    from converter.batches.job import Outcome as Outcome
    from converter.conversion.pipeline import Conversion as Conversion
    from converter.core.errors import ArchiveError as ArchiveError
    from converter.core.errors import CannotWrite as CannotWrite
    from converter.core.errors import ConverterError as ConverterError
    from converter.core.errors import FixityError as FixityError
    from converter.core.errors import InvalidDocument as InvalidDocument
    from converter.core.errors import LimitExceeded as LimitExceeded
    from converter.core.errors import StrictNotice as StrictNotice
    from converter.core.errors import UnreadableInput as UnreadableInput
    from converter.core.errors import UsageError as UsageError
    from converter.core.limits import Limits as Limits
    from converter.core.notices import Notice as Notice
    from converter.core.version import VERSION as __version__  # noqa: N811
    from converter.formats.records import Context as Context
    from converter.formats.records import ReaderRecord as ReaderRecord
    from converter.formats.records import Record as Record
    from converter.formats.records import WriterRecord as WriterRecord
    from converter.model.article import Article as Article
    from converter.model.head import Head as Head
    from converter.model.style import Style as Style

_HOMES = {
    "batch": "api",
    "convert": "api",
    "read": "api",
    "read_all": "api",
    "write": "api",
    "Archive": "archive.archive",
    "Outcome": "batches.job",
    "Conversion": "conversion.pipeline",
    "ArchiveError": "core.errors",
    "CannotWrite": "core.errors",
    "ConverterError": "core.errors",
    "FixityError": "core.errors",
    "InvalidDocument": "core.errors",
    "LimitExceeded": "core.errors",
    "StrictNotice": "core.errors",
    "UnreadableInput": "core.errors",
    "UsageError": "core.errors",
    "Limits": "core.limits",
    "Notice": "core.notices",
    "Context": "formats.records",
    "ReaderRecord": "formats.records",
    "Record": "formats.records",
    "WriterRecord": "formats.records",
    "Article": "model.article",
    "Head": "model.head",
    "Style": "model.style",
}

__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in __all__:  # `from converter import canonical` asks too, before the module is imported.
        raise AttributeError(f"module 'converter' has no attribute {name!r}")
    from importlib import import_module

    if name == "__version__":
        return import_module("converter.core.version").VERSION
    return getattr(import_module(f"converter.{_HOMES[name]}"), name)


class _Moved:
    """A finder (Python's reference, 5.3.1) for modules that were documented under another name before release 0.2."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> Any:
        new = _MOVED.get(name.removeprefix("converter."))
        if new is None or not name.startswith("converter."):
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, _Moved, origin=f"converter.{new}")  # type: ignore[arg-type]

    @staticmethod
    def create_module(spec: Any) -> None:
        return None

    @staticmethod
    def exec_module(module: Any) -> None:
        from importlib import import_module

        real = import_module(module.__spec__.origin)
        module.__dict__.update({name: value for name, value in vars(real).items() if name not in vars(module)})


_MOVED = {
    "article": "model",
    "errors": "core.errors",
    "losses": "formats.losses",
    "spelling": "core.spelling",
    "style": "model.style",
    "values": "core.values",
}
"""Old name → new name."""

sys.meta_path.append(_Moved)


def __dir__() -> list[str]:
    return sorted(__all__)

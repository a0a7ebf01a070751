"""Imports libraries without those of their own imports that this program has no use for, so that it starts sooner.

The only place that reaches into how others import; `docs/decisions/0006-lean-imports.md`
has the numbers. A library that changes its imports costs time here, nothing else.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from typing import Any


def find_own_modules() -> None:
    """Find our modules where they lie from now on, before Python asks whether each is built in, frozen or compiled.

    It asks for the files that Python would ask for, and takes a third of the time. A module that does not lie there,
    or in a place that is no folder, is found as ever.
    """
    if type(__spec__.loader).__name__ == "SourceFileLoader" and _OwnModules not in sys.meta_path:
        sys.meta_path.insert(0, _OwnModules)


class _OwnModules:
    """A finder (Python's reference, 5.3.1) for the modules of this package."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if not path or not name.startswith("converter."):
            return None
        base = f"{path[0]}{os.sep}{name.rpartition('.')[2]}"
        for file, folders in ((f"{base}.py", None), (f"{base}{os.sep}__init__.py", [base])):
            if os.path.isfile(file):
                # Classes of this module's own spec: `importlib.machinery` would have to be imported.
                own: Any = __spec__
                spec: ModuleSpec = type(own)(name, type(own.loader)(name, file), origin=file)
                spec.has_location = True
                spec.submodule_search_locations = folders
                return spec
        return None


def import_lxml() -> None:
    """Import `lxml.etree`, with `inspect` and `gzip` to be imported when lxml calls what it wants of them.

    `parsertarget.pxi` takes `inspect.getfullargspec`, for parser targets
    written in Python; `serializer.pxi` takes `gzip.GzipFile`, for compressed
    output, and `contextlib` for what it writes to a path. Nothing of ours asks for these. `etree.pyx` takes
    `typing.Generic`, so that type checkers know `ElementTree[Element]`, and
    `lxml._elementpath` for `find` and its like, which compiles an expression
    when it is imported. So does lxml itself, eight of them for declarations
    and names of other people's documents.
    """
    import re

    late = ModuleType("re")
    late.__dict__.update(re.__dict__, compile=_LateExpression)
    sys.modules["re"] = late
    try:
        _import(
            "lxml.etree",
            {
                "inspect": {"getfullargspec": _later("inspect", "getfullargspec")},
                "gzip": {"GzipFile": _later("gzip", "GzipFile")},
                "contextlib": {"contextmanager": _context_manager},
                "typing": {"Generic": _Generic, "TypeVar": str},
                "lxml._elementpath": {
                    name: _later("lxml._elementpath", name) for name in ("find", "findall", "findtext", "iterfind")
                },
            },
        )
    finally:
        sys.modules["re"] = re


def import_reportlab() -> None:
    """Import `reportlab.pdfbase.pdfdoc`, which makes PDF objects, without what its `lib.utils` takes for other work.

    Pillow opens pictures for it, `tempfile` and `pickle` keep things between
    runs, `inspect` and `textwrap` serve its evaluation of expressions,
    `urllib.parse` its reading of addresses. We give it finished objects.
    """
    _import(
        "reportlab.pdfbase.pdfdoc",
        {
            "PIL.Image": {},
            "inspect": {},
            "pickle": {},
            "tempfile": {},
            "textwrap": {},
            "urllib.parse": {
                "unquote": _later("urllib.parse", "unquote"),
                "urlparse": _later("urllib.parse", "urlparse"),
            },
        },
    )


def import_argparse() -> None:
    """Import `argparse` with its own English words, whatever the locale: `gettext` would look for translations.

    `warnings` is for what a program does wrong in making a parser.
    """
    _import("argparse", {"gettext": {"gettext": _untranslated, "ngettext": _one_or_more}, "warnings": {}})


class _LateExpression:
    """A regular expression of a library, compiled when one of its methods is first called."""

    def __init__(self, *args: Any) -> None:
        self._args = args
        self._compiled: re.Pattern[Any] | None = None

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            if self._compiled is None:
                import re

                self._compiled = re.compile(*self._args)
            return getattr(self._compiled, method)(*args)

        return call


class _Generic:
    """`typing.Generic` as far as it does anything at run time: a class that may be given types in brackets."""

    def __class_getitem__(cls, _types: object) -> type[_Generic]:
        return cls


def _untranslated(message: str) -> str:
    return message


def _one_or_more(one: str, more: str, count: int) -> str:
    return one if count == 1 else more


def _context_manager(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return what `contextlib.contextmanager` makes of the function, made when it is called."""

    def call(*args: Any, **kwargs: Any) -> Any:
        from contextlib import contextmanager

        return contextmanager(function)(*args, **kwargs)

    return call


def _later(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports the module when it is called, and calls its function `name`."""

    def call(*args: Any, **kwargs: Any) -> Any:
        __import__(module)
        return getattr(sys.modules[module], name)(*args, **kwargs)

    return call


def _import(library: str, wanted: Mapping[str, Mapping[str, Callable[..., Any]]]) -> None:
    """Import the library while each module of `wanted` is one that has only these functions yet.

    A module that is loaded already is left alone, and so is a library. What
    else is asked of a stand-in comes from the module itself.
    """
    if library in sys.modules:
        return
    stand_ins = {name: _StandIn(name, functions) for name, functions in wanted.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        __import__(library)
    finally:
        for stand_in in stand_ins.values():
            stand_in.leave()


class _StandIn(ModuleType):
    """Stands in `sys.modules` for a module that is not imported yet."""

    def __init__(self, name: str, functions: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(name)
        self.__dict__.update(functions)

    def leave(self) -> None:
        """Make way for the module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):  # The import system asks for `__path__` and the like, which this one has not.
            raise AttributeError(attribute)
        self.leave()
        __import__(self.__name__)
        return getattr(sys.modules[self.__name__], attribute)

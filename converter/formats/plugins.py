"""Plug-ins: what installed packages bring behind their entry points, and whose fault it is when one fails.

Nothing of a plug-in may end what has no need of it: one that cannot be loaded
is passed over until it is asked for, and what it raises names its package.
"""

from __future__ import annotations

from converter.core.errors import ConverterError, PluginFault
from converter.core.spelling import Spelt

GROUPS = ("readers", "containers", "writers")
_LET_THROUGH = (ConverterError, RecursionError, MemoryError)
"""A fault of the document, or of the machine."""
_HINT = "tell whoever keeps it" + Spelt("", "; with --debug there is a traceback")


def installed(group: str) -> dict[str, object]:
    """Return name → record of the plug-ins of a group, or the PluginFault of one that cannot be loaded."""
    from importlib.metadata import entry_points

    made: dict[str, object] = {}
    # Sorted, as the order of packages is that of folders.
    for point in sorted(entry_points(group=f"converter.{group}"), key=lambda point: (point.name, point.value)):
        if point.name in made:
            continue
        try:
            made[point.name] = point.load()
        except Exception as error:
            fault = unloadable(point.value, error)
            fault.__cause__ = error
            made[point.name] = fault
    return made


def is_ours(reference: str) -> bool:
    """Return whether a `module:name` reference names a part of this program."""
    return reference.startswith("converter.")


class blaming:  # noqa: N801 - used like a function
    """Turn what a plug-in's function raises, and should not, into a PluginFault; what is ours is let through.

    A class, as it stands around every call of a reader or writer: a generator costs three times as much.
    """

    __slots__ = ("_reference",)

    def __init__(self, reference: str) -> None:
        self._reference = reference

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, Exception) or isinstance(error, _LET_THROUGH) or is_ours(self._reference):
            return
        package = _package(self._reference)
        raise PluginFault(f"the plug-in {package} failed: {_words(error)}", hint=_HINT) from error


def require_kind(reference: str, given: object, kind: type) -> None:
    """Raise PluginFault when a plug-in's function gives something else than its contract says."""
    if not isinstance(given, kind):
        what = f"gives {type(given).__name__}, not {kind.__name__}"
        raise PluginFault(f"the plug-in {_package(reference)} failed: {reference} {what}", hint=_HINT)


def unloadable(reference: str, error: Exception) -> PluginFault:
    """Return what to raise for a plug-in's reference that cannot be loaded."""
    return PluginFault(
        f"the plug-in {_package(reference)} cannot be loaded: {_words(error)}", hint="mend it, or uninstall it"
    )


def _words(error: Exception) -> str:
    from converter.io.visible import shortened, visible

    return f"{type(error).__name__}: {shortened(visible(str(error)))}"


def _package(reference: str) -> str:
    """Return name and version of the installed package that a reference leads into, or else its module."""
    from importlib.metadata import entry_points

    top = reference.partition(":")[0].partition(".")[0]
    for group in GROUPS:
        for point in entry_points(group=f"converter.{group}"):
            if point.module.partition(".")[0] == top and point.dist is not None:
                return f"{point.dist.name} {point.dist.version}"
    return top

"""Plug-ins: what installed packages bring behind their entry points, and whose fault it is when one fails.

Nothing of a plug-in may end what has no need of it: one that cannot be loaded
is passed over until it is asked for, and what it raises names its package.
"""

from __future__ import annotations

from contextlib import contextmanager

from converter.errors import ConverterError, PluginFault
from converter.spelling import Spelt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = ("readers", "containers", "writers")
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


@contextmanager
def blaming(reference: str) -> Iterator[None]:
    """Turn what a plug-in's function raises, and should not, into a PluginFault; what is ours is let through."""
    try:
        yield
    except (ConverterError, RecursionError, MemoryError):  # A fault of the document, or of the machine.
        raise
    except Exception as error:
        if is_ours(reference):
            raise
        raise PluginFault(f"the plug-in {_package(reference)} failed: {_words(error)}", hint=_HINT) from error


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
    from converter.visible import shortened, visible

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

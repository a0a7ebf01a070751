"""Calls: what a caller in Python gives, as the items of name and text that the command line takes."""

from __future__ import annotations

import os

from converter.conversion.dotted import leaves
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from types import UnionType
    from typing import Any, TypeAlias

    Text: TypeAlias = str | int | float | date | None
    """One value; what is None is not given."""
    Field: TypeAlias = Text | Iterable[Text]
    Meta: TypeAlias = Mapping[str, Field | Mapping[str, Field]]
    """The fields of `--meta` by their names; `{"date": {"published": …}}` is `date.published`, as in a sidecar."""
    Settings: TypeAlias = Mapping[str, object]
    """The options of `--set` by their names; `{"pdf": {"paper": …}}` is `pdf.paper`."""

_TAKEN = {
    "meta": "a text, a number, a date, a list of them, or names with such values",
    "settings": "a text, a number, True or False, a path, a list of them, or names with such values",
}


def items_of(meta: Meta | None) -> list[tuple[str, str]]:
    """Return the metadata of a call as pairs; a key with several texts stands several times.

    A date is as ISO 8601 writes it. Raises UsageError for a value that is none of what is taken.
    """
    return list(_flat(meta, "meta"))


def settings_of(settings: Settings | None, owner: str | None = None) -> list[tuple[str, str]]:
    """Return the settings as texts; with an owner, a name without a full stop belongs to it.

    Raises UsageError for a value that is none of what is taken.
    """
    pairs = _flat(settings, "settings")
    return [(f"{owner}.{key}" if owner and "." not in key else key, text) for key, text in pairs]


def _flat(given: object, argument: str) -> Iterator[tuple[str, str]]:
    from collections.abc import Mapping

    if given is None:
        return
    if not isinstance(given, Mapping):
        raise not_taken(argument, given, "names with their values, as a dict has them")
    for name, value in leaves(given, argument):
        for text in _texts(value, f"{argument}[{name!r}]", _TAKEN[argument]):
            yield name, text


def _texts(given: object, where: str, taken: str) -> Iterator[str]:
    """Yield the text of a value, or of each in a list of them; what is None is not given."""
    from collections.abc import Iterable, Mapping

    text = _text(given)
    if text is not None:
        yield text
    # A set has no order, and the same call must give the same bytes.
    elif isinstance(given, Iterable) and not isinstance(given, bytes | bytearray | set | frozenset | Mapping):
        for inner in given:
            text = _text(inner)
            if text is not None:
                yield text
            elif inner is not None:
                raise not_taken(where, inner, taken)
    elif given is not None:
        raise not_taken(where, given, taken)


def _text(given: object) -> str | None:
    """Return one value as the command line would have it, or None for what is none."""
    if isinstance(given, str):
        return str(given)
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, int | float):
        return str(given)
    if isinstance(given, os.PathLike):
        return os.fsdecode(given)
    from datetime import date

    return given.isoformat() if isinstance(given, date) else None


def not_taken(where: str, given: object, taken: str) -> UsageError:
    """Return the error for what is of no type that is taken there."""
    return UsageError(f"takes no {type(given).__name__}", where=where, hint=f"it takes {taken}")


def require(given: object, kind: type | UnionType, argument: str, taken: str) -> None:
    """Raise UsageError for an argument of another type, saying what it takes."""
    if not isinstance(given, kind):
        raise not_taken(argument, given, taken)


def path_of(given: object, argument: str, taken: str) -> str | None:
    """Return a path as text, or None where none is given. Raises UsageError for what is no path."""
    require(given, str | os.PathLike | None, argument, taken)
    return os.fsdecode(given) if isinstance(given, str | os.PathLike) else None


def paths_of(given: object, argument: str, taken: str) -> list[str]:
    """Return one path, or each of several, as text. Raises UsageError for what is no path."""
    return [os.fsdecode(each) for each in _each(given, str | os.PathLike, argument, taken)]


def texts_of(given: object, argument: str, taken: str) -> list[str]:
    """Return one text, or each of several. Raises UsageError for what is no text."""
    return list(_each(given, str, argument, taken))


def _each(given: object, kind: type | UnionType, argument: str, taken: str) -> Iterator[Any]:
    """Yield what is of the kind, or each of several that are. Bytes are several numbers, and meant as none."""
    from collections.abc import Iterable, Mapping

    if isinstance(given, kind):
        yield given
        return
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | bytearray | memoryview | Mapping):
        raise not_taken(argument, given, taken)
    for each in given:
        require(each, kind, argument, taken)
        yield each

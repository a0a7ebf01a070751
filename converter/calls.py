"""Calls: what a caller in Python gives as the texts that the command line takes, and an error in the words of a call.

Below the two ways in there is one: items of name and text, and errors that name flags.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager

from converter.errors import ConverterError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from types import UnionType
    from typing import TypeAlias

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
    return list(_flat(meta, (), "meta"))


def settings_of(settings: Settings | None, owner: str | None = None) -> list[tuple[str, str]]:
    """Return the settings as texts; with an owner, a name without a full stop belongs to it.

    Raises UsageError for a value that is none of what is taken.
    """
    pairs = _flat(settings, (), "settings")
    return [(f"{owner}.{key}" if owner and "." not in key else key, text) for key, text in pairs]


def _flat(given: object, path: tuple[str, ...], argument: str) -> Iterator[tuple[str, str]]:
    from collections.abc import Iterable, Mapping

    name = ".".join(path)
    if given is None:
        return
    if isinstance(given, Mapping):
        for key, inner in given.items():
            if not isinstance(key, str):
                raise UsageError(f"{key!r} is no name", where=argument, hint="names are texts")
            # `headline: {main: …, sub: …}` is `headline` and `headline.sub`.
            yield from _flat(inner, path if key == "main" and path else (*path, key), argument)
        return
    if not path:
        raise _not_taken(argument, given, "names with their values, as a dict has them")
    text = _text(given)
    if text is not None:
        yield name, text
    # A set has no order, and the same call must give the same bytes.
    elif isinstance(given, Iterable) and not isinstance(given, bytes | bytearray | set | frozenset):
        for inner in given:
            text = _text(inner)
            if text is not None:
                yield name, text
            elif inner is not None:
                raise _not_taken(f"{argument}[{name!r}]", inner, _TAKEN[argument])
    else:
        raise _not_taken(f"{argument}[{name!r}]", given, _TAKEN[argument])


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


def _not_taken(where: str, given: object, taken: str) -> UsageError:
    return UsageError(f"takes no {_kind(given)}", where=where, hint=f"it takes {taken}")


def require(given: object, kind: type | UnionType, argument: str, taken: str) -> None:
    """Raise UsageError for an argument of another type, saying what it takes."""
    if not isinstance(given, kind):
        raise _not_taken(argument, given, taken)


def _kind(given: object) -> str:
    return type(given).__name__


# ── Errors ──────────────────────────────────────────────────────────────────

_FLAGS = (
    r"(?P<command>\bconvert [A-Za-z][^;]*)"  # What a shell is to be told stays as it is.
    r"|run again with (?P<again>--debug) and report what it prints|, or set (?P<epoch>SOURCE_DATE_EPOCH)"
    r"|(?<![\w-])(?:--(?P<many>meta|set) (?P<key>[\w.\-]+)=(?P<text>[^\s;)]*?)(?=[,;)]?(?:\s|$))"
    r"|--(?P<of>meta|set) (?P<name>[\w.\-]+)"
    r"|--limit (?P<limit>\w+)=(?P<amount>\w+|…)"
    r"|--(?P<one>from|style|to|by|identity) (?P<word>[\w.\-]+)"
    r"|-o\b"
    r"|--(?P<bare>[a-z][a-z\-]*))"
)
_ARGUMENTS = {"set": "settings", "from": "reader", "limit": "limits", "identity": "collection"}
_YES = ("force", "strict", "withdrawn", "embargoed", "accept-older", "keep-renditions", "retry-quarantine")
_SIZES = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_OF_RECORD = ("version_created", "first_created")


@contextmanager
def saying_arguments(*, has_meta: bool = True) -> Iterator[None]:
    """Let errors through as `in_python` says them."""
    try:
        yield
    except ConverterError as error:
        raise in_python(error, has_meta=has_meta) from error


def in_python(error: ConverterError, *, has_meta: bool = True) -> ConverterError:
    """Return the error with what it says of flags said of arguments: `--meta lang=en` is `meta={"lang": "en"}`.

    Without `meta`, as in `write`, its times are the record's, and all else is the article's own.
    """
    return type(error)(
        error.what, where=_said(error.where, has_meta), hint=_said(error.hint, has_meta), source=error.source
    )


def _said(words: str, has_meta: bool) -> str:
    def said(found: re.Match[str]) -> str:
        if found["command"]:
            return found[0]
        if found["many"]:
            return _pair(found["many"], found["key"], found["text"], has_meta)
        if found["of"]:
            return f"{_ARGUMENTS.get(found['of'], found['of'])}[{found['name']!r}]"
        if found["limit"]:
            return f"limits=Limits({found['limit']}={_amount(found['amount'])})"
        if found["one"]:
            return f"{_ARGUMENTS.get(found['one'], found['one'])}={found['word']!r}"
        if found["bare"]:
            name = _ARGUMENTS.get(found["bare"], found["bare"].replace("-", "_"))
            return f"{name}=True" if found["bare"] in _YES else name
        if found["epoch"]:  # The environment is asked on the command line only.
            return ""
        return "report it, with the source" if found["again"] else "output"

    return re.sub(_FLAGS, said, words)


def _pair(flag: str, key: str, text: str, has_meta: bool) -> str:
    value = "…" if text == "…" else f'"{text}"'
    if flag == "set":
        return f'settings={{"{key}": {value}}}'
    if has_meta:
        return f'meta={{"{key}": {value}}}'
    if key in _OF_RECORD:
        return f"record=Record({key}={value})"
    if key == "guid":
        return f"article.replace(guid={value})"
    return f'read(…, meta={{"{key}": {value}}})'


def _amount(text: str) -> str:
    """Return `4K` as `4096`."""
    size = _SIZES.get(text[-1:], 0)
    return str(int(text[:-1]) * size) if size and text[:-1].isdigit() else text

"""Dialects: what a provider's aliases, roles and types mean, as data.

NewsML-G2 lets every provider use codes of its own, whose catalogs are never
fetched. A dialect says what they mean, in a TOML file: ours
(`dialects.toml`), or one of the caller's, which is asked first.
"""

from __future__ import annotations

from converter.core.errors import UsageError
from converter.core.values import Value
from converter.model.checks import matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

FIELDS = (
    "abstract",
    "caption",
    "headline.main",
    "headline.sub",
    "headline.kicker",
    "headline.short",
    "headline.other",
)
"""What the role of a headline or description may be."""
KINDS = ("person", "organisation", "place", "event")


class Dialect(Value):
    """One provider's habits."""

    name: str
    catalogs: tuple[str, ...] = ()
    """Beginnings of addresses: an item that refers to such a catalog is written in this dialect."""
    providers: tuple[str, ...] = ()
    """QCodes, addresses or literals of `provider` that say so too."""
    schemes: tuple[tuple[str, str], ...] = ()
    """Alias → the address of its scheme."""
    roles: tuple[tuple[str, str], ...] = ()
    """The QCode of a role → the field that it stands for."""
    entities: tuple[tuple[str, str], ...] = ()
    """The QCode of a subject's type → the kind of entity."""

    def knows(self, catalogs: Iterable[str], providers: Iterable[str]) -> bool:
        """Return whether an item with these catalogs and provider is written so."""
        if any(href.startswith(self.catalogs) for href in catalogs if self.catalogs):
            return True
        return any(name in self.providers for name in providers)


def parse_dialects(content: bytes, name: str) -> tuple[Dialect, ...]:
    """Return the dialects of a TOML file. Raises UsageError that names the file and what is wrong in it."""
    import tomllib

    try:
        given = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"not TOML: {error}", where=name) from error
    tables = given.pop("dialect", [])
    if given or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError("a file of dialects holds [[dialect]] tables only", where=name)
    return tuple(_dialect(table, name) for table in tables)


def _dialect(table: dict[str, Any], name: str) -> Dialect:
    for key in table:
        if key not in Dialect._fields:
            raise UsageError(f"a dialect has no {key!r}", where=name, hint=f"it has: {', '.join(Dialect._fields)}")
    title = table.get("name")
    if not isinstance(title, str) or not matches("token", title):
        raise UsageError("a dialect needs a name of one word", where=name)
    made = Dialect(
        title,
        _texts(table, "catalogs", name),
        _texts(table, "providers", name),
        _pairs(table, "schemes", name),
        _pairs(table, "roles", name, FIELDS),
        _pairs(table, "entities", name, KINDS),
    )
    for alias, address in made.schemes:
        if not matches("absolute IRI", address):
            raise UsageError(f"the scheme {alias!r} of {title} has no address", where=name)
    return made


def _texts(table: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise UsageError(f"{key} of a dialect is a list of texts", where=name)
    return tuple(value)


def _pairs(table: Mapping[str, Any], key: str, name: str, choices: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    value = table.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(each, str) and each for each in value.values()):
        raise UsageError(f"{key} of a dialect is a table of texts", where=name)
    for each in value.values():
        if choices and each not in choices:
            raise UsageError(
                f"{key} of a dialect names no {each!r}", where=name, hint=f"there are: {', '.join(choices)}"
            )
    return tuple(value.items())


def find_dialect(catalogs: list[str], providers: list[str], given: tuple[Dialect, ...]) -> Dialect | None:
    """Return the dialect of an item: the caller's before ours; none for one that says only what IPTC has."""
    from converter.io.resources import data

    ours = parse_dialects(data("newsformats", "dialects.toml"), "dialects.toml") if catalogs or providers else ()
    return next((each for each in (*given, *ours) if each.knows(catalogs, providers)), None)

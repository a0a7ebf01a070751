"""Planning: from names and `KEY=VALUE` texts, as a person or a script gives them, to a `Plan`."""

from __future__ import annotations

import os

from converter.errors import ConverterError, UsageError
from converter.files import STANDARD, finder_beside, read_option_file, read_sidecar, read_source, utc
from converter.formats import WriterRecord, find_reader, find_writer, load
from converter.limits import Limits
from converter.metadata import is_known, known_keys
from converter.options import parse
from converter.pipeline import Plan, Target, choose_reader
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.style import Style

    Item = tuple[str, str]


class Request(Value):
    """What is asked of every source of a run, in the words of the command line, checked."""

    writers: tuple[WriterRecord, ...] = ()
    reader: str | None = None
    meta: tuple[Item, ...] = ()
    settings: tuple[tuple[str, str, str], ...] = ()
    """Format, option, value."""
    style: Style | None = None
    limits: Limits = Limits()
    strict: bool = False
    epoch: str | None = None
    """`SOURCE_DATE_EPOCH` as a date-time."""


def request(
    *,
    to: Iterable[str] = (),
    reader: str | None = None,
    meta: Iterable[str | Item] = (),
    settings: Iterable[str | Item] = (),
    style: str | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    epoch: str | None = None,
) -> Request:
    """Return the request; raises UsageError for an unknown format, metadata field, option or style."""
    limits = limits or Limits()
    writers: dict[str, WriterRecord] = {}
    for name in to:
        record = find_writer(name)
        writers[record.name] = record
    if reader is not None:
        find_reader(reader)
    items: list[Item] = []
    for given in meta:
        key, text = _pair(given, "--meta")
        if not is_known(key):
            raise UsageError(f"no metadata field {key!r}", where="--meta", hint=f"there are: {', '.join(known_keys())}")
        items.append((key, text))
    return Request(
        writers=tuple(writers.values()),
        reader=reader,
        meta=tuple(items),
        settings=tuple(_setting(given) for given in settings),
        style=_style(style, limits) if isinstance(style, str) else style,
        limits=limits,
        strict=strict,
        epoch=epoch,
    )


def _pair(given: str | Item, flag: str) -> Item:
    if not isinstance(given, str):
        return given
    key, equals, text = given.partition("=")
    if not equals or not key:
        raise UsageError(f"{given!r} has no value", where=flag, hint=f"write {flag} {key or 'name'}=value")
    return key.strip(), text


def _setting(given: str | Item) -> tuple[str, str, str]:
    key, text = _pair(given, "--set")
    owner, dot, option = key.partition(".")
    if not dot or not option:
        raise UsageError(f"{key!r} names no option", where="--set", hint="write --set FORMAT.OPTION=value")
    if not _records_called(owner):
        find_writer(owner)  # Raises, and lists the writers.
    return owner, option, text


def _records_called(name: str) -> list[Value]:
    found: list[Value] = []
    for find in (find_reader, find_writer):
        try:
            found.append(find(name))
        except UsageError:
            continue
    return found


def _style(name: str, limits: Limits) -> Style:
    from converter.style import STYLES, parse_style

    if name in STYLES:
        return STYLES[name]
    if os.sep in name or name.endswith(".toml"):
        return parse_style(read_option_file(name, limits), name)
    raise UsageError(
        f"no house style {name!r}", where="--style", hint=f"there are: {', '.join(STYLES)}; or name a .toml file"
    )


def _options_for(name: str, cls: type[Value], wanted: Request, other: type[Value] | None) -> Value | None:
    """Return the options of one format; a setting that only the other format of this name has is left to it."""
    mine = [
        (option, text)
        for owner, option, text in wanted.settings
        if owner == name and not (other is not None and option not in cls._fields and option in other._fields)
    ]
    return parse(cls, mine, lambda path: read_option_file(path, wanted.limits), name) if mine else None


def _options_class(record: Value | None) -> type[Value] | None:
    cls: type[Value] | None = load(record.options) if record is not None else None  # type: ignore[attr-defined]
    return cls


def plan_for(
    source: bytes,
    name: str,
    wanted: Request,
    *,
    sidecar: tuple[Item, ...] = (),
    modified: str | None = None,
    beside: str | None = None,
) -> Plan:
    """Return the plan for bytes in hand; `beside` is the path whose folder may hold the source's pictures."""
    plan = Plan(
        source=source,
        name=name,
        reader=wanted.reader,
        meta=wanted.meta,
        sidecar=sidecar,
        modified=modified,
        epoch=wanted.epoch,
        style=wanted.style,
        limits=wanted.limits,
        strict=wanted.strict,
        find_media=finder_beside(beside, wanted.limits) if beside else None,
    )
    if not wanted.settings:
        return plan.replace(targets=tuple(Target(record.name) for record in wanted.writers))
    reader = choose_reader(plan)
    writers = {record.name: record for record in wanted.writers}
    for owner in {owner for owner, _, _ in wanted.settings}:
        if owner != reader.name and owner not in writers:
            for record in _records_called(owner):  # Not used in this run, but a mistake is still a mistake.
                names = load(record.options)._fields  # type: ignore[attr-defined]
                if all(option in names for named, option, _ in wanted.settings if named == owner):
                    break
            else:
                record = _records_called(owner)[0]
                _options_for(owner, load(record.options), wanted, None)  # type: ignore[attr-defined]
    reading = _options_class(reader)
    assert reading is not None
    targets = []
    for record in wanted.writers:
        writing = _options_class(record)
        assert writing is not None
        same_name = reading if record.name == reader.name else None
        targets.append(Target(record.name, _options_for(record.name, writing, wanted, same_name)))
    return plan.replace(
        targets=tuple(targets),
        reader=reader.name,
        reader_options=_options_for(
            reader.name,
            reading,
            wanted,
            _options_class(writers.get(reader.name)) or _options_class_of_writer(reader.name),
        ),
    )


def _options_class_of_writer(name: str) -> type[Value] | None:
    try:
        return _options_class(find_writer(name))
    except UsageError:
        return None


def plan_for_file(name: str, wanted: Request) -> Plan:
    """Return the plan for a file, with its sidecar and its modification time; `-` is standard input.

    Raises what `converter.files` raises, with the file's name in front.
    """
    try:
        source, seconds = read_source(name, wanted.limits)
        sidecar = read_sidecar(name, wanted.limits)
    except ConverterError as error:
        raise error.at(name) from error
    modified = None if seconds is None else utc(seconds)
    short = name if name == STANDARD else os.path.basename(name)
    return plan_for(
        source, short, wanted, sidecar=sidecar, modified=modified, beside=None if name == STANDARD else name
    )


def writer_options(record: WriterRecord, wanted: Request) -> Value | None:
    """Return the writer's options as the request sets them; None for its defaults."""
    return _options_for(record.name, load(record.options), wanted, None)

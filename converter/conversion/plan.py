"""Planning: from names and `KEY=VALUE` texts, as a person or a script gives them, to a `Plan`."""

from __future__ import annotations

import os

from converter.conversion.identity import require_identity, require_no_guid
from converter.conversion.metadata import require_fitting
from converter.conversion.pipeline import Plan, Target
from converter.conversion.source_files import (
    STANDARD,
    finder_beside,
    read_option_file,
    read_sidecar,
    read_source,
    read_stream,
)
from converter.core.errors import ConverterError, UnreadableInput, UsageError
from converter.core.limits import Limits
from converter.core.spelling import SETTINGS, Spelt, setting
from converter.core.values import Value
from converter.formats.item_times import utc
from converter.formats.options import parse
from converter.formats.own import READERS, WRITERS
from converter.formats.plugins import blaming
from converter.formats.records import Context, Source, WriterRecord
from converter.formats.registry import all_readers, all_writers, find_reader, find_writer, load, members_of
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO, TypeAlias

    from converter.conversion.coerce import Meta, Settings
    from converter.conversion.metadata import Item
    from converter.formats.records import ContainerRecord, ReaderRecord
    from converter.model.style import Style

    Input: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
    """A source as a Python caller gives it."""


class Request(Value):
    """What is asked of every source of a run, in the words of the command line, checked."""

    writers: tuple[WriterRecord, ...] = ()
    targets: tuple[Target, ...] = ()
    """The same, each with its options."""
    reader: str | None = None
    reader_options: tuple[tuple[str, Value], ...] = ()
    meta: tuple[Item, ...] = ()
    style: Style | None = None
    limits: Limits = Limits()
    strict: bool = False
    epoch: str | None = None
    """`SOURCE_DATE_EPOCH` as a date-time."""


def request(
    *,
    to: Iterable[str] = (),
    reader: str | None = None,
    meta: Iterable[Item] = (),
    settings: Iterable[Item] = (),
    style: str | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    epoch: str | None = None,
) -> Request:
    """Return the request; raises UsageError for an unknown format, metadata field, option or style."""
    limits = limits or Limits()
    writers = tuple({name: find_writer(name) for name in to}.values())
    if reader is not None:
        find_reader(reader)
    items = tuple(meta)
    require_fitting(items)
    require_identity(dict(items))
    reading, writing = _options(settings, limits)
    return Request(
        writers=writers,
        targets=tuple(Target(writer.name, writing.get(writer.name)) for writer in writers),
        reader=reader,
        reader_options=tuple(reading.items()),
        meta=items,
        style=_style(style, limits) if isinstance(style, str) else style,
        limits=limits,
        strict=strict,
        epoch=epoch,
    )


def request_of(
    to: str | Iterable[str] = (),
    *,
    reader: str | None = None,
    meta: Meta | None = None,
    settings: Settings | None = None,
    owner: str | None = None,
    style: str | os.PathLike[str] | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
) -> Request:
    """Return the request of a call in Python: one format or several, metadata and settings by their names.

    A setting whose name has no full stop belongs to the format `owner`. Raises UsageError also for an argument that
    is of no type that it takes.
    """
    from collections.abc import Iterable

    from converter.conversion.coerce import items_of, require, settings_of

    formats = [to] if isinstance(to, str) else to
    require(formats, Iterable, "to", "the name of a format, or several")
    require(reader, str | None, "reader", "the name of a format")
    if not isinstance(style, str | os.PathLike | None):
        from converter.model.style import Style

        require(style, Style, "style", "a name, a path or a Style")
    require(limits, Limits | None, "limits", "a Limits, such as Limits(seconds=60)")
    return request(
        to=formats,
        reader=reader,
        meta=items_of(meta),
        settings=settings_of(settings, owner),
        style=os.fspath(style) if isinstance(style, os.PathLike) else style,
        limits=limits,
        strict=strict,
    )


def _options(settings: Iterable[Item], limits: Limits) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """Return format → options for readers and for writers. A setting goes to whichever has the option, or to both."""
    texts: dict[str, list[Item]] = {}
    for key, text in settings:
        owner, dot, option = key.partition(".")
        if not dot or not option:
            raise UsageError(
                f"{key!r} names no option", where=SETTINGS, hint="write " + setting("FORMAT.OPTION", "value")
            )
        texts.setdefault(owner, []).append((option, text))
    reading: dict[str, Value] = {}
    writing: dict[str, Value] = {}
    for owner, items in texts.items():
        taken: set[str] = set()
        known: list[str] = []
        for record in _records_called(owner, [option for option, _ in items]):
            options = load(record.options)
            mine = [(option, text) for option, text in items if option in options._fields]
            known += options._fields
            taken.update(option for option, _ in mine)
            if mine:
                side = writing if isinstance(record, WriterRecord) else reading
                with blaming(record.options):
                    side[owner] = parse(options, mine, lambda path: read_option_file(path, limits), owner)
                if side is reading and record.options.startswith("converter."):
                    _require_readable(owner, side[owner])
        for option, _ in items:
            if option not in taken:
                there_are = ", ".join(f"{owner}.{name}" for name in dict.fromkeys(known)) or "none"
                raise UsageError(f"no option {owner}.{option}", where=SETTINGS, hint=f"there are: {there_are}")
    return reading, writing


def _require_readable(owner: str, options: Value) -> None:
    """Raise UsageError for options of a reader of ours with which no source can be read."""
    charset, furniture = getattr(options, "charset", ""), getattr(options, "furniture", None)
    if charset:
        from converter.text.charsets import CODECS, find_charset

        if find_charset(charset) is None:
            where, there_are = setting(f"{owner}.charset", None), ", ".join(CODECS)
            raise UsageError(f"no charset {charset!r}", where=where, hint=f"there are: {there_are}")
    if furniture:
        from converter.text.furniture import load_rules

        load_rules(furniture.content, setting(f"{owner}.furniture", None))
    if dialects := getattr(options, "dialects", None):
        from converter.newsformats.dialects import parse_dialects

        parse_dialects(dialects.content, dialects.name)


def _records_called(name: str, options: list[str]) -> list[ReaderRecord | WriterRecord]:
    """Return the reader and the writer of that name; plug-ins are looked at only when ours do not have the options."""
    ours: list[ReaderRecord | WriterRecord] = [record for record in READERS if record.name == name]
    ours += (record for record in WRITERS if record.name == name)
    known = {field for record in ours for field in load(record.options)._fields}
    if ours and known.issuperset(options):
        return ours
    records: list[ReaderRecord | WriterRecord] = [*all_readers(), *all_writers()]
    named = [record for record in records if record.name == name]
    if not named:
        there_are = ", ".join(dict.fromkeys(record.name for record in records))
        raise UsageError(f"no format called {name!r}", where=SETTINGS, hint=f"there are: {there_are}")
    return named


def _style(name: str, limits: Limits) -> Style:
    from converter.model.style import STYLES, parse_style

    if name in STYLES:
        return STYLES[name]
    if os.sep in name or name.endswith(".toml"):
        return parse_style(read_option_file(name, limits), name)
    raise UsageError(
        f"no house style {name!r}",
        where=Spelt("style", "--style"),
        hint=f"there are: {', '.join(STYLES)}; or name a .toml file",
    )


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
    return Plan(
        source=source,
        name=name,
        targets=wanted.targets,
        reader=wanted.reader,
        reader_options=wanted.reader_options,
        meta=wanted.meta,
        sidecar=sidecar,
        modified=modified,
        epoch=wanted.epoch,
        style=wanted.style,
        limits=wanted.limits,
        strict=wanted.strict,
        find_media=finder_beside(beside, wanted.limits) if beside else None,
    )


def plans_in(plan: Plan, container: ContainerRecord) -> Iterator[Plan | ConverterError]:
    """Yield the plan of each member of a container that is a source already; a member's own fault in its place.

    Raises UnreadableInput for a container that is damaged, or holds nothing, and before any is yielded what
    `require_no_guid` raises for a guid that is given for several.
    """
    import io
    from itertools import islice

    from converter.conversion.sidecar import items_of as sidecar_items

    whole = sha256(plan.source).hexdigest()
    stem = os.path.splitext(plan.name)[0]
    context = Context(Source(plan.name), limits=plan.limits)
    number = 0
    members = members_of(container, io.BytesIO(plan.source), context)
    if any(key == "guid" for key, _ in (*plan.meta, *plan.sidecar)):
        first = tuple(islice(members, 2))
        if len(first) > 1:
            require_no_guid(plan.meta, "this holds several")
            require_no_guid(plan.sidecar, "this holds several", sidecar=True)
        members = iter(first)
    for number, member in enumerate(members, 1):
        place = member.name or str(number)
        try:
            if member.fault:
                raise member.fault
            sidecar = sidecar_items(member.sidecar[1], member.sidecar[0]) if member.sidecar else ()
        except ConverterError as error:
            yield error
            continue
        yield plan.replace(
            source=member.content,
            name=os.path.basename(member.name) or f"{stem}-{number}{member.ending}",
            charset=member.charset,
            identity=member.identity,
            sidecar=(*plan.sidecar, *sidecar),
            find_media=plan.find_media,
            container=whole,
            member=place,
        )
    if not number:
        raise UnreadableInput("holds nothing that can be read")


def plan_of(source: Input, name: str | None, wanted: Request) -> Plan:
    """Return the plan for a path, bytes or an open binary file.

    Raises UsageError for what is none of them, and for `-`, as standard input is no path.
    """
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        if path == STANDARD:
            raise UsageError("standard input is not a path", hint="pass sys.stdin.buffer")
        if _is_story(source):
            raise UsageError("is a text, not the path of one", where="source", hint="give its bytes: text.encode()")
        return plan_for_file(path, wanted)
    return plan_for(content_of(source, wanted.limits), called(source, name), wanted)


def _is_story(source: Input) -> bool:
    """Return whether a text that should be a path is none that any file could have: it has lines, or is too long."""
    if not isinstance(source, str):
        return False
    return ("\n" in source or len(os.path.basename(source)) > _LONGEST_NAME) and not os.path.lexists(source)


_LONGEST_NAME = 255
"""Bytes of a file's name, in every file system that we know."""


def content_of(source: Input, limits: Limits) -> bytes:
    """Return the bytes, or those of an open binary file. Raises UsageError for what is neither, LimitExceeded."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike) or not hasattr(source, "read"):
        from converter.conversion.coerce import not_taken

        raise not_taken("source", source, "a path, bytes or an open binary file; write takes an Article")
    if hasattr(source, "encoding"):
        raise UsageError("is open as text", where="source", hint='open it with open(…, "rb")')
    return read_stream(source, limits)


def called(source: Input, name: str | None) -> str:
    """Return what to call a source in a fault: its path, else the name it was given, without folders."""
    if isinstance(source, str | os.PathLike):
        return "" if _is_story(source) else os.fspath(source)
    if not isinstance(name, str | os.PathLike | None):
        from converter.conversion.coerce import not_taken

        raise not_taken("name", name, "a file name")
    return os.path.basename(name) if name else STANDARD


def plan_for_file(path: str, wanted: Request) -> Plan:
    """Return the plan for a file, with its sidecar and its modification time; `-` is standard input.

    Raises what `converter.conversion.source_files` raises, as faults of the file.
    """
    try:
        source, seconds = read_source(path, wanted.limits)
        if path == STANDARD:
            return plan_for(source, STANDARD, wanted)
        sidecar = read_sidecar(path, wanted.limits)
    except ConverterError as error:
        raise error.at(path) from error
    # The bytes of the name, read alike in every locale.
    name = os.fsencode(os.path.basename(path)).decode("utf-8", "surrogateescape")
    return plan_for(
        source, name, wanted, sidecar=sidecar, modified=None if seconds is None else utc(seconds), beside=path
    )

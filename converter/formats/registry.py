"""Look up a reader, container or writer by its name: ours, pandoc's, then those of plug-ins.

A plug-in is an installed package with one record behind an entry point in
`converter.readers`, `converter.containers` or `converter.writers`; those are
looked at only for a name that is not ours. The formats that pandoc reads and
writes for us are records too, in `converter.pandoc.family`, which is imported
as late.
"""

from __future__ import annotations

import sys

from converter.core import spelling
from converter.core.errors import ConverterError, UsageError
from converter.formats.own import CONTAINERS, READERS, WRITERS
from converter.formats.plugins import GROUPS, blaming, installed, is_ours, unloadable
from converter.formats.records import ContainerRecord, ReaderRecord, WriterRecord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from converter.core.values import Value
    from converter.formats.records import Context, Member


def load(reference: str) -> Any:
    """Return what a `module:name` reference names; the module is imported now. Raises PluginFault for a plug-in's."""
    module, _, name = reference.partition(":")
    try:
        # __import__ and sys.modules, as importlib.import_module would cost its own import. It is asked each time: where
        # another thread is importing the module just now, it waits for the end of that.
        __import__(module)
        return getattr(sys.modules[module], name)
    except Exception as error:
        if is_ours(reference):
            raise
        raise unloadable(reference, error) from error


def defaults(record: ReaderRecord | ContainerRecord | WriterRecord) -> Value:
    """Return the options of a format with every field at its default. Raises PluginFault for a plug-in's."""
    options = _defaults.get(record.options)
    if options is None:
        made = load(record.options)
        with blaming(record.options):
            options = made()
        if is_ours(record.options):
            _defaults[record.options] = options
    return options


_defaults: dict[str, Value] = {}
"""Of our own formats: reference of the options → those with every field at its default, which nobody can change."""


def members_of(record: ContainerRecord, stream: BinaryIO, context: Context) -> Iterator[Member]:
    """Yield the members of a container. Raises what its function raises, PluginFault for a plug-in's."""
    function = load(record.function)
    with blaming(record.function):
        yield from function(stream, defaults(record), context)


def family(group: str) -> tuple[Any, ...]:
    """Return the records of the `readers` or `writers` that are pandoc's, without those that have one of ours."""
    if group == "containers":
        return ()
    records: tuple[Any, ...] = load(f"converter.pandoc.family:{group.upper()}")
    ours = {record.name for record in (READERS if group == "readers" else WRITERS)}
    return tuple(record for record in records if record.name not in ours)


def is_installed(extra: str) -> bool:
    """Return whether what a record's `extra` brings is there; a record that needs none always can be used."""
    if not extra:
        return True
    from importlib.util import find_spec

    return find_spec({"pandoc": "pypandoc"}.get(extra, extra)) is not None


def find_reader(name: str) -> ReaderRecord:
    """Return the reader called `name`, ours, pandoc's or a plug-in's; raises UsageError that lists what there is."""
    record: ReaderRecord = _find("readers", READERS, ReaderRecord, name)
    return record


def find_container(name: str) -> ContainerRecord:
    """Return the container called `name`, ours or a plug-in's; raises UsageError that lists what there is."""
    record: ContainerRecord = _find("containers", CONTAINERS, ContainerRecord, name)
    return record


def find_writer(name: str) -> WriterRecord:
    """Return the writer called `name`, ours, pandoc's or a plug-in's; raises UsageError that lists what there is."""
    record: WriterRecord = _find("writers", WRITERS, WriterRecord, name)
    return record


def _find(group: str, ours: tuple[Any, ...], kind: type[Any], name: str) -> Any:
    for record in ours:
        if record.name == name:
            return record
    pandocs = family(group)
    for record in pandocs:
        if record.name == name:
            return record
    plugins = installed(group)
    record = plugins.get(name)
    if record is None:
        there_are = [record.name for record in ours] + sorted(plugins)
        more = "; convert formats lists pandoc's too" if pandocs else ""
        raise UsageError(
            f"no {group.removesuffix('s')} called {name!r}",
            hint=spelling.meant(name, there_are, f"there are: {', '.join(there_are)}{more}", _likely(name, ours)),
        )
    if isinstance(record, ConverterError):
        raise record
    if not isinstance(record, kind):
        raise UsageError(f"the plug-in {name!r} gives no {kind.__name__}", hint="its entry point must name one record")
    return record


def _likely(name: str, records: tuple[Any, ...]) -> list[str]:
    """Return the names of the records that somebody means by an ending, `.pdf` or `md`, or by a word, `word`."""
    ending = "." + name.lower().lstrip(".")
    by_ending = [
        record.name
        for record in records
        if any(each.endswith(ending) for each in getattr(record, "extensions", ()) or (record.extension,))
    ]
    word = name.lower()
    return by_ending or [record.name for record in records if word in record.description.lower().split(",")[0].split()]


def from_plugins(group: str) -> tuple[Any, ...]:
    """Return the records of the `readers`, `containers` or `writers` that plug-ins bring, by name.

    One that cannot be loaded is left out.
    """
    kind = {"readers": ReaderRecord, "containers": ContainerRecord, "writers": WriterRecord}[group]
    return tuple(record for _, record in sorted(installed(group).items()) if isinstance(record, kind))


def all_readers() -> tuple[ReaderRecord, ...]:
    """Return every reader, ours first, then pandoc's, then the plug-ins' by name."""
    return (*READERS, *family("readers"), *from_plugins("readers"))


def all_writers() -> tuple[WriterRecord, ...]:
    """Return every writer, ours first, then pandoc's, then the plug-ins' by name."""
    return (*WRITERS, *family("writers"), *from_plugins("writers"))


def all_containers() -> tuple[ContainerRecord, ...]:
    """Return every container, ours first, then the plug-ins' by name."""
    return (*CONTAINERS, *from_plugins("containers"))


def broken_plugins() -> tuple[ConverterError, ...]:
    """Return the PluginFault of each plug-in that cannot be loaded."""
    return tuple(each for group in GROUPS for each in installed(group).values() if isinstance(each, ConverterError))

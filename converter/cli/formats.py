"""`convert formats [NAME]`: what can be read and written, the options of each, and what a writer loses."""

from __future__ import annotations

import os

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import UsageError
from converter.core.spelling import meant
from converter.formats.plugins import blaming
from converter.formats.records import WriterRecord
from converter.formats.registry import all_containers, all_readers, all_writers, broken_plugins, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from converter.cli.guard import Worker
    from converter.formats.options import OptionField
    from converter.formats.records import ContainerRecord, ReaderRecord

    AnyRecord: TypeAlias = ReaderRecord | ContainerRecord | WriterRecord

EXAMPLES = ("convert formats", "convert formats pdf", "convert formats --losses nitf", "convert formats --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("formats", "List the formats, plug-ins included; with a name, its options.", EXAMPLES)
    made.add_argument("name", nargs="?", metavar="NAME", help="show the options of this format")
    made.add_argument("--losses", action="store_true", help="what each writer loses, or the one called NAME")
    made.add_last(json="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List what the arguments ask for and return the exit code."""
    given = parser().parse_args(arguments)
    groups: dict[str, Sequence[AnyRecord]] = {
        "read": all_readers(),
        "unpack": all_containers(),
        "write": all_writers(),
    }
    for fault in broken_plugins():
        terminal.complain(fault)
    names = dict.fromkeys(record.name for records in groups.values() for record in records)
    if given.name not in (None, *names):
        raise UsageError(
            f"no format called {given.name!r}", hint=meant(given.name, names, "convert formats lists them")
        )
    if given.losses:
        return _losses(given.name, as_json=given.json)
    shown = [(does, one) for does, records in groups.items() for one in records if given.name in (None, one.name)]
    if given.json:
        terminal.result_json([_as_json(does, record, with_options=given.name is not None) for does, record in shown])
    elif given.name is None:
        _list(shown)
    else:
        for does, record in shown:
            _detail(does, record)
    return errors.OK


def _losses(name: str | None, *, as_json: bool) -> int:
    from converter.cli import losses

    # Those of pandoc are as many again, and each is asked for by its name.
    writers = [record for record in all_writers() if name == record.name or (name is None and not record.extra)]
    if not writers:
        raise UsageError(f"{name} is read only", hint="convert formats --losses shows the writers")
    if as_json:
        terminal.result_json(losses.as_json(writers))
    else:
        losses.show(writers)
    return errors.OK


def _list(shown: Sequence[tuple[str, AnyRecord]]) -> None:
    names = max(len(record.name) for _, record in shown)
    extensions = max(len(" ".join(_extensions(record))) for _, record in shown)
    before = ""
    is_window = os.isatty(1)
    for does, record in shown:
        if does != before:
            terminal.result(does)
            before = does
        if is_window:
            endings = f" ({' '.join(_extensions(record))})" if any(_extensions(record)) else ""
            _hang(f"  {record.name:<{names}}  ", f"{record.description}{endings}{_extra(record)}")
            continue
        ending = f"{' '.join(_extensions(record)):<{extensions}}"
        terminal.result(f"  {record.name:<{names}}  {ending}  {record.description}{_extra(record)}")
    for extra in sorted({_extra(record) for _, record in shown} - {""}):
        terminal.result(f"\n{extra.strip()}: install article-converter{extra.strip()}")


def _hang(name: str, words: str) -> None:
    """Print words beside a name, broken for the width of this terminal."""
    import textwrap

    from converter.cli.tables import width

    spaces = " " * len(name)
    terminal.result(
        textwrap.fill(words, width(), initial_indent=name, subsequent_indent=spaces, break_on_hyphens=False)
    )


def _detail(does: str, record: AnyRecord) -> None:
    terminal.result(f"{does} {record.name}: {record.description} ({' '.join(_extensions(record))}){_extra(record)}")
    for option in _options(record):
        default = "" if option.default in (None, "", ()) else f"; default {_shown(option.default)}"
        terminal.result(f"\n  --set {record.name}.{option.name}=…    {option.kind}{default}")
        if option.meaning:
            import textwrap

            terminal.result(
                textwrap.fill(
                    option.meaning, 80, break_on_hyphens=False, initial_indent="      ", subsequent_indent="      "
                )
            )
    terminal.result("")


def _extra(record: AnyRecord) -> str:
    """Return in brackets the extra that a format needs, or nothing."""
    extra = getattr(record, "extra", "")
    return f" [{extra}]" if extra else ""


def _extensions(record: AnyRecord) -> tuple[str, ...]:
    return (record.extension,) if isinstance(record, WriterRecord) else record.extensions


def _options(record: AnyRecord) -> tuple[OptionField, ...]:
    from converter.formats.options import describe

    options = load(record.options)
    with blaming(record.options):
        return describe(options)


def _shown(default: object) -> str:
    return ("no", "yes")[default] if isinstance(default, bool) else str(default)


def _as_json(does: str, record: AnyRecord, *, with_options: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "does": does,
        "name": record.name,
        "extensions": _extensions(record),
        "media_type": record.media_type,
        "description": record.description,
    }
    if extra := getattr(record, "extra", ""):
        shown["extra"] = extra
    if with_options:
        shown["options"] = [
            {"name": one.name, "type": str(one.kind), "default": one.default, "meaning": one.meaning}
            for one in _options(record)
        ]
    return shown

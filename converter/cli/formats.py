"""`convert formats [NAME]`: what can be read and written, and the options of each."""

from __future__ import annotations

from converter import errors
from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.errors import UsageError
from converter.formats import all_containers, all_readers, all_writers, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker
    from converter.values import Value

EXAMPLES = ("convert formats", "convert formats pdf", "convert formats --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("formats", "List the formats, plug-ins included; with a name, its options.", EXAMPLES)
    made.add_argument("name", nargs="?", metavar="NAME", help="show the options of this format")
    made.add_argument("--json", action="store_true", help="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List what the arguments ask for and return the exit code."""
    given = parser().parse_args(arguments)
    groups: list[tuple[str, tuple[Value, ...]]] = [
        ("read", all_readers()),
        ("unpack", all_containers()),
        ("write", all_writers()),
    ]
    shown = [(what, record) for what, records in groups for record in records if given.name in (None, record.name)]  # type: ignore[attr-defined]
    if not shown:
        names = ", ".join(dict.fromkeys(record.name for _, records in groups for record in records))  # type: ignore[attr-defined]
        raise UsageError(f"no format called {given.name!r}", hint=f"there are: {names}")
    if given.json:
        terminal.result_json([_as_json(what, record, given.name is not None) for what, record in shown])
        return errors.OK
    before = ""
    for what, record in shown:
        if what != before:
            terminal.result(f"{what}:")
            before = what
        terminal.result(f"  {record.name:<10}{_extensions(record):<14}{record.description}")  # type: ignore[attr-defined]
        if given.name is not None:
            for option in _options(record):
                default = "" if option.default in (None, "", ()) else f" (default: {_shown(option.default)})"
                terminal.result(f"      --set {record.name}.{option.name}=…  {option.kind}{default}")  # type: ignore[attr-defined]
                if option.meaning:
                    terminal.result(f"          {option.meaning}")
    return errors.OK


def _extensions(record: Value) -> str:
    return " ".join(getattr(record, "extensions", ())) or str(getattr(record, "extension", ""))


def _options(record: Value):  # type: ignore[no-untyped-def]
    from converter.options import describe

    return describe(load(record.options))  # type: ignore[attr-defined]


def _shown(default: object) -> str:
    return {True: "yes", False: "no"}[default] if isinstance(default, bool) else str(default)


def _as_json(what: str, record: Value, with_options: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "does": what,
        "name": record.name,  # type: ignore[attr-defined]
        "extensions": _extensions(record).split(),
        "media_type": record.media_type,  # type: ignore[attr-defined]
        "description": record.description,  # type: ignore[attr-defined]
    }
    if with_options:
        shown["options"] = [
            {"name": one.name, "type": str(one.kind), "default": one.default, "meaning": one.meaning}
            for one in _options(record)
        ]
    return shown

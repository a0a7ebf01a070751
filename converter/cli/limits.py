"""`convert limits`: the limits and what they are set to."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser, limits_from
from converter.core import errors
from converter.core.limits import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert limits", "convert limits --json", "convert limits --limit seconds=60")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("limits", "List the limits; a document over one is refused, never cut.", EXAMPLES)
    made.add_argument(
        "--limit", action="append", default=[], dest="limits", metavar="NAME=VALUE", help="show it as it would be"
    )
    made.add_last(json="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List the limits and return the exit code."""
    given = parser().parse_args(arguments)
    limits = limits_from(given.limits)
    if given.json:
        terminal.result_json({name: getattr(limits, name) for name in type(limits)._fields})
        return errors.OK
    from converter.formats.options import describe

    for field in describe(type(limits)):
        terminal.result(f"{field.name:<16}{show(field.name, getattr(limits, field.name)):>12}  {field.meaning}")
    return errors.OK

"""`convert archive due ROOT`: the stories whose time to be kept is over."""

from __future__ import annotations

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive due news", "convert archive due news --on 2032-01-01")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("archive due", "List the stories that need be kept no longer. Nothing is deleted.", EXAMPLES)
    add_root(made)
    made.add_argument("--on", metavar="DAY", help="on that day, 2032-01-01 (default: today)")
    made.add_last(json="as JSON, one line a story", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List the stories and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        found = archive.due(given.on)
        if given.json:
            for story in found:
                terminal.result_json({"id": story.id, "retain_until": story.retain_until, "hold": story.hold})
        else:
            rows = ((each.retain_until or "", each.id, f"on hold: {each.hold}" if each.hold else "") for each in found)
            tables.show(("kept until", "id", "state"), rows, wide=1, under=(2,))
    return errors.OK

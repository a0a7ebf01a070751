"""`convert archive retain ROOT ID… --until DAY`: how long stories must be kept."""

from __future__ import annotations

from converter import errors
from converter.cli.archive.roots import add_by, add_root, opened, tell
from converter.cli.arguments import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive retain news night-ferry bridge --until 2031-12-31",
    "convert archive retain news night-ferry --until none --reason 'The contract has ended.'",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive retain",
        "Say until which day stories must be kept. No purge before; convert archive due lists those whose\n"
        "time is over. Nothing is deleted by itself.",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("ids", nargs="+", metavar="ID", help="the stories")
    made.add_argument("--until", required=True, metavar="DAY", help="the last day, 2031-12-31, or none")
    made.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept with the story")
    add_by(made)
    made.add_last(json="what was done, as JSON, one line a story", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Say so of each story and return the exit code."""
    given = parser().parse_args(arguments)
    until = None if given.until == "none" else given.until
    with opened(given) as archive:
        for id in [archive.find(each) for each in given.ids]:
            tell(given, id, "retained", archive.retain(id, until, reason=given.reason))
    return errors.OK

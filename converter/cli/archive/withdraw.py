"""`convert archive withdraw ROOT ID`: a story that must no longer be used, or may be again."""

from __future__ import annotations

from converter.cli.archive.roots import add_by, add_reason, add_root, add_story, opened, tell
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive withdraw news night-ferry --reason 'The interview was invented.'",
    "convert archive withdraw news night-ferry --status usable --reason 'The order is lifted.'",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive withdraw",
        "Withdraw a story: a new version says so, and it leaves the archive only when asked for by\n"
        "--withdrawn, labelled. Nothing is deleted.",
        EXAMPLES,
    )
    add_root(made)
    add_story(made)
    made.add_argument(
        "--status",
        choices=("canceled", "withheld", "usable"),
        default="canceled",
        metavar="STATUS",
        help="canceled (default), withheld (for the time being), or usable: bring it back",
    )
    add_reason(made)
    add_by(made)
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Withdraw the story and return the exit code."""
    given = parser().parse_args(arguments)
    words = {"canceled": "withdrawn", "withheld": "withheld", "usable": "reinstated"}
    with opened(given) as archive:
        id = archive.find(given.id)
        tell(given, id, words[given.status], archive.withdraw(id, reason=given.reason, status=given.status))
    return errors.OK

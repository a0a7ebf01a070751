"""`convert archive release ROOT ID`: the end of a hold."""

from __future__ import annotations

from converter import errors
from converter.cli.archive.roots import add_by, add_reason, add_root, add_story, opened, tell
from converter.cli.arguments import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive release news night-ferry --reason 'Case 12/2025 is closed'",)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("archive release", "End the hold of a story.", EXAMPLES)
    add_root(made)
    add_story(made)
    add_reason(made)
    add_by(made)
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Release the story and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        id = archive.find(given.id)
        tell(given, id, "released", archive.release(id, reason=given.reason))
    return errors.OK

"""`convert archive hold ROOT ID`: a story that no purge may touch."""

from __future__ import annotations

from converter import errors
from converter.cli.archive.roots import add_by, add_reason, add_root, add_story, opened, tell
from converter.cli.arguments import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive hold news night-ferry --reason 'Case 12/2025'",)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("archive hold", "Put a story on hold, as for a court: no purge before it is released.", EXAMPLES)
    add_root(made)
    add_story(made)
    add_reason(made)
    add_by(made)
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Hold the story and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        id = archive.find(given.id)
        tell(given, id, "held", archive.hold(id, reason=given.reason))
    return errors.OK

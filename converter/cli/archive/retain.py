"""`convert archive retain ROOT ID… --until DAY`: how long stories must be kept."""

from __future__ import annotations

from converter.cli.archive.roots import add_by, add_root, opened, tell
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import ArchiveError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    made.add_argument("ids", nargs="*", metavar="ID", help="the stories")
    made.add_argument("--collection", metavar="NAME", help="all that were added with --collection NAME until now")
    made.add_argument("--until", required=True, metavar="DAY", help="the last day, 2031-12-31, or none")
    made.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept with the story")
    add_by(made)
    made.add_last(json="what was done, as JSON, one line a story", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Say so of each story and return the exit code."""
    given = parser().parse_args(arguments)
    until = None if given.until == "none" else given.until
    if bool(given.ids) is (given.collection is not None):
        raise UsageError("name either stories or a collection", hint="convert archive retain --help")
    with opened(given) as archive:
        ids: Iterable[str] = [archive.find(each) for each in given.ids]
        if given.collection is not None:
            ids = (story.id for story in archive.collection(given.collection))
        is_any = False
        for id in ids:
            is_any = True
            tell(given, id, "retained", archive.retain(id, until, reason=given.reason))
    if not is_any:
        raise ArchiveError(f"no story came in as part of {given.collection!r}", where=given.root)
    return errors.OK

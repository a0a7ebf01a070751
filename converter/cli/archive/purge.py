"""`convert archive purge ROOT ID ID`: take a story out for good."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.archive.roots import add_reason, add_root, opened, tell
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("B=tag:example.com,2025:bridge; convert archive purge news $B $B --by 'Ann <a@b.org>' --reason Law",)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive purge",
        "Take a story out of the archive for good, as a court or the law on personal data may demand.\n"
        "A tombstone stays: when, why, by whom, and the digests of what was there; no content.\n"
        "A story on hold or to be kept yet is refused.",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("id", metavar="ID", help="the story's whole id")
    made.add_argument("again", metavar="ID-AGAIN", help="the same once more")
    made.add_argument("--version", action="append", default=[], metavar="vN", help="only this version; or several")
    add_reason(made)
    made.add_argument("--by", required=True, metavar="NAME", help='who purges: "Ann Example <ann@…>"')
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Purge the story and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        receipt = archive.purge(given.id, given.again, reason=given.reason, versions=given.version)
        tell(given, given.id, "purged", receipt)
    terminal.say("copies elsewhere are not purged: replicas, backups, bags and exports must be purged by their owners")
    return errors.OK

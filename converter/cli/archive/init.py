"""`convert archive init ROOT`: make an archive."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive init letters",)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive init",
        "Make an archive in a folder that is empty or not there yet: an OCFL 1.1 storage root.",
        EXAMPLES,
    )
    made.add_argument("root", metavar="ROOT", help="the folder, or s3://bucket/prefix")
    made.add_argument("--private", action="store_true", help="no access for anybody else (files 0600, folders 0700)")
    made.add_last(json="what was made, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Make the archive and return the exit code."""
    from converter.archive.opening import create_store

    given = parser().parse_args(arguments)
    create_store(given.root, private=given.private).close()
    if given.json:
        terminal.result_json({"root": given.root, "ok": True})
    else:
        terminal.result(f"an archive: {terminal.visible(given.root)}")
    return errors.OK

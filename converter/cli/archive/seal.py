"""`convert archive seal ROOT`: the hash of the ledger's last line, to be kept elsewhere."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive seal news", "convert archive seal news --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive seal",
        "Print the hash of the ledger's last line, how many lines it has, and when the last was written.\n"
        "Keep it where nobody can change it who can change the archive: on paper, on another machine.\n"
        "convert archive verify ROOT --seal HASH then says whether the ledger still passes through it.",
        EXAMPLES,
    )
    made.add_argument("root", metavar="ROOT", help="the archive")
    made.add_last(json="as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Print the seal of what the arguments name and return the exit code."""
    from converter.archive import ledger
    from converter.archive.opening import open_store

    given = parser().parse_args(arguments)
    store = open_store(given.root)
    try:
        made = ledger.seal(store.ledger())
    except ConverterError as error:
        raise error.at(given.root) from error
    finally:
        store.close()
    if given.json:
        terminal.result_json({"hash": made.hash, "lines": made.count, "at": made.at or None})
    else:
        terminal.result(f"{made.hash}  {made.count} lines  {made.at or 'nothing put yet'}")
    return errors.OK

"""`convert archive log ROOT`: the ledger, as a person reads it."""

from __future__ import annotations

from collections import deque

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from converter.archive.events import Event
    from converter.archive.ledger import Line
    from converter.archive.store import Store
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive log news",
    "convert archive log news --last 5",
    "convert archive log news --id night-ferry --json",
    "convert archive log news --acts",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive log",
        "Print the ledger: a line for each version that was acknowledged, oldest first; its chain is\n"
        "checked. --acts prints what was done without making a version: exports, copies, packings.",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("--id", metavar="ID", help="of this story only")
    made.add_argument("--acts", action="store_true", help="the logbook instead: acts that made no version")
    made.add_argument("--last", metavar="N", help="the last N lines only")
    made.add_last(json="as JSON, one line an entry", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Print the ledger and return the exit code."""
    given = parser().parse_args(arguments)
    if given.last is not None and not (given.last.isascii() and given.last.isdigit() and len(given.last) < 10):
        raise UsageError(f"{given.last!r} is no whole number", where="--last")
    with opened(given) as archive:
        id = archive.find(given.id) if given.id else None
        if given.acts:
            _show_acts(archive.store, id, given)
            return errors.OK
        lines: Iterable[Line] = (line for line in archive.store.ledger() if id in (None, line.id))
        if given.last is not None:
            lines = deque(lines, maxlen=int(given.last))
        if given.json:
            for line in lines:
                terminal.result_json(
                    {"at": line.at, "id": line.id, "head": line.head, "how": line.how, "inventory": line.inventory}
                )
        else:
            tables.show(("when", "how", "version", "id"), ((x.at, x.how, x.head, x.id) for x in lines), wide=3)
    return errors.OK


def _show_acts(store: Store, id: str | None, given: argparse.Namespace) -> None:
    import json

    from converter.archive import logbook

    acts: Iterable[tuple[str, Event]] = logbook.of(store, id)
    if given.last is not None:
        acts = deque(acts, maxlen=int(given.last))
    if given.json:
        for object_id, event in acts:
            terminal.result_json({"object": object_id, **json.loads(event.serialise())})
    else:
        rows = ((event.at, event.type, event.detail, object_id) for object_id, event in acts)
        tables.show(("when", "what", "how", "id"), rows, wide=2)

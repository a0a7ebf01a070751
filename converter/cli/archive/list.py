"""`convert archive list ROOT`: the stories that are there."""

from __future__ import annotations

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.archive.archive import Archive, Summary
    from converter.cli.guard import Worker

EXAMPLES = ("convert archive list news", "convert archive list news --ids", "convert archive list news --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive list",
        "List the stories with their state, in the order of their places. convert archive search finds one.",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("--ids", action="store_true", help="the ids alone, one a line; many times faster")
    made.add_last(json="as JSON, one line a story", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List the stories and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        if given.ids:
            for id in archive.ids():
                if given.json:
                    terminal.result_json({"id": id})
                else:
                    terminal.result(terminal.visible(id))
        elif given.json:
            for each in archive.list():
                terminal.result_json(summary_json(each))
        else:
            tables.show(("changed", "version", "title", "state", "id"), _rows(archive), wide=2, under=(3, 4))
    return errors.OK


def _rows(archive: Archive) -> Iterator[tuple[str, ...]]:
    for each in archive.list():
        yield each.at[:10], each.head, each.label, ", ".join(each.state), each.id


def summary_json(each: Summary) -> dict[str, object]:
    """Return one story of the list."""
    return {
        "id": each.id,
        "head": each.head,
        "version": each.version,
        "at": each.at,
        "state": each.state,
        "title": each.title,
        "label": each.label,
    }

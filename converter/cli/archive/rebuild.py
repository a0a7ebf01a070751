"""`convert archive rebuild ROOT`: make the catalogue anew from the objects."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.archive.roots import add_root, opened
from converter.cli.archive.search import add_catalogue_flag
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert archive rebuild news",)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive rebuild",
        "Make the catalogue anew from the objects and the ledger. Searching does it by itself where it must;\n"
        "this is for a catalogue that answers wrongly, or after damage was mended.",
        EXAMPLES,
    )
    add_root(made)
    add_catalogue_flag(made)
    made.add_last(json="as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Make the catalogue anew, say how many stories it has and return the exit code."""
    from converter.archive.catalogue.catalogue import Catalogue

    given = parser().parse_args(arguments)
    with opened(given) as archive, Catalogue.new(archive.store, given.catalogue) as catalogue:
        count = catalogue.count()
        lacking = [each for each in catalogue.notices if each.code == "catalogue-lacks"]
    terminal.remark(given.root, lacking)
    if given.json:
        facts = [dict(each.facts) for each in lacking]
        terminal.result_json({"root": given.root, "stories": count, "lacking": facts})
    else:
        terminal.result(f"{count:,} {'story' if count == 1 else 'stories'}")
    return errors.OK

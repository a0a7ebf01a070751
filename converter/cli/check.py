"""`convert check FILE…`: is it valid, and by which schema."""

from __future__ import annotations

from converter.cli import documents, terminal
from converter.cli.arguments import Parser, add_reading_flags, request_from
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker
    from converter.conversion.pipeline import Conversion

EXAMPLES = ("convert check article.xml", "convert check article.txt --strict", "convert check *.xml --json")

_CANONICAL = "schemas/article.xsd"


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "check",
        "Say whether each document can be read, gives a valid canonical form, and comes back equal.",
        EXAMPLES,
    )
    made.add_argument("files", nargs="*", metavar="FILE", help="what to check; - is standard input")
    add_reading_flags(made)
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Check what the arguments name and return the exit code."""
    given = parser().parse_files(arguments)
    if not given.files:
        raise UsageError("nothing to check", hint="convert check FILE")
    wanted = request_from(given)

    def finish(index: int, done: Conversion) -> None:
        name = documents.called(given.files[index], done.member)
        if given.json:
            from converter.cli.report import check_json

            terminal.result_json(check_json(name, done, _CANONICAL))
            return
        terminal.remark(name, done.notices)
        is_canonical = done.reader == "xml"
        by = f"valid by {_CANONICAL}" if is_canonical else f"read as {done.reader}; its canonical form is valid"
        terminal.result(f"{terminal.visible(name)}: {by}")

    return documents.each(given.files, wanted, given, worker, finish)

"""`convert check FILE…`: is it valid, and by which schema."""

from __future__ import annotations

from converter import errors
from converter.cli import terminal
from converter.cli.arguments import Parser, add_reading_flags
from converter.cli.convert import request_from
from converter.cli.documents import converted, refused
from converter.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert check article.xml", "convert check article.txt --strict", "convert check *.xml --json")

_SCHEMAS = {"xml": "schemas/article.xsd"}


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "check",
        "Say whether each document can be read, gives a valid canonical form, and comes back equal.",
        EXAMPLES,
    )
    made.add_argument("files", nargs="+", metavar="FILE", help="what to check; - is standard input")
    add_reading_flags(made)
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Check what the arguments name and return the exit code."""
    given = parser().parse_args(arguments)
    wanted = request_from(given)

    def work(index: int, begin: Callable[[], None]) -> int:
        name = given.files[index]
        try:
            done = converted(name, wanted, begin)
        except ConverterError as error:
            return refused(name, error, given)
        reader = done.reader
        schema = _SCHEMAS.get(reader)
        by = f"valid by {schema}" if schema else f"readable as {reader}, its canonical form valid by {_SCHEMAS['xml']}"
        for notice in done.notices:
            terminal.remark(name, notice)
        if given.json:
            from converter.cli.report import notices_json

            terminal.result_json(
                {
                    "input": name,
                    "ok": True,
                    "reader": reader,
                    "schema": schema or _SCHEMAS["xml"],
                    "notices": notices_json(done.notices),
                }
            )
        else:
            terminal.result(f"{terminal.visible(name)}: {by}")
        return errors.OK

    def failed(index: int, error: ConverterError) -> int:
        return refused(given.files[index], error.at(given.files[index]), given)

    return worker.each(len(given.files), wanted.limits, work, failed, lambda _index, _child: None)

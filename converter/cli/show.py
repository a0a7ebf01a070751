"""`convert show FILE`: the canonical XML, or what is in it as JSON."""

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

EXAMPLES = ("convert show article.txt", "convert show article.txt --json", "convert show article.txt --outline")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("show", "Print the canonical XML of a document, exactly as it would be archived.", EXAMPLES)
    made.add_argument("file", metavar="FILE", help="what to show; - is standard input")
    made.add_argument("--outline", action="store_true", help="one line a block, for a person")
    add_reading_flags(made)
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Show what the arguments name and return the exit code."""
    given = parser().parse_args(arguments)
    wanted = request_from(given)

    def work(_index: int, begin: Callable[[], None]) -> int:
        try:
            done = converted(given.file, wanted, begin)
        except ConverterError as error:
            return refused(given.file, error, given)
        for notice in done.notices:
            terminal.remark(given.file, notice)
        if given.json:
            from converter.cli.outline import article_json

            terminal.result_json(article_json(done))
        elif given.outline:
            from converter.cli.outline import lines

            for line in lines(done.article):
                terminal.result(terminal.visible(line))
        else:
            terminal.result_bytes(done.canonical + b"\n" * terminal.is_terminal(1))
        return errors.OK

    def failed(_index: int, error: ConverterError) -> int:
        return refused(given.file, error.at(given.file), given)

    return worker.each(1, wanted.limits, work, failed, lambda _index, _child: None)

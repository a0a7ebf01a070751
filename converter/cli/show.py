"""`convert show FILE`: the canonical XML, or what is in it as JSON."""

from __future__ import annotations

from converter.cli import documents, terminal
from converter.cli.arguments import Parser, add_reading_flags, request_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker
    from converter.conversion.pipeline import Conversion

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

    def finish(_index: int, done: Conversion) -> None:
        if given.json:
            from converter.cli.outline import article_json

            terminal.result_json(article_json(done))
            return
        terminal.remark(documents.called(given.file, done.member), done.notices)
        if given.outline:
            from converter.cli.outline import lines

            for line in lines(done.article):
                terminal.result(terminal.visible(line))
        else:
            terminal.result_document(done.canonical)

    return documents.each([given.file], request_from(given), given, worker, finish)

"""`convert FILE… --to FORMAT`: the main job."""

from __future__ import annotations

import os

from converter.cli import documents, terminal
from converter.cli.__main__ import COMMANDS
from converter.cli.arguments import Parser, add_reading_flags, request_from
from converter.cli.destinations import (
    Destination,
    destinations,
    formats_named,
    make_ready,
    named_by,
    numbered,
    put,
    put_away,
    require_places_for_several,
)
from converter.conversion.source_files import STANDARD
from converter.core import errors
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from converter.cli.guard import Worker
    from converter.conversion.pipeline import Conversion

EXAMPLES = (
    "convert article.txt --to pdf",
    "convert article.txt --to xml,docx,pdf -o out/",
    "convert article.txt --to docx --meta headline='Kenya, a major ally'",
    "convert article.txt --to pdf --set pdf.paper=letter --force",
    "convert article.txt -o front-page.pdf",
    "cat article.txt | convert - --to xml -o -",
)


def parser() -> Parser:
    """Return the command's argument parser; `convert --help` is its help."""
    commands = "\n".join(f"  convert {name:<12}{what}" for name, what in COMMANDS.items())
    made = Parser(
        "",
        "Turn news articles into archival PDF, DOCX, HTML, EPUB, NewsML-G2, text, canonical XML and more.\n\n"
        f"other commands (each has --help):\n{commands}",
        EXAMPLES,
    )
    made.usage = "convert FILE… --to FORMAT[,FORMAT] [-o OUT] [options]"
    made.add_argument("files", nargs="*", metavar="FILE", help="what to convert; - is standard input")
    made.add_argument("--to", action="append", metavar="FORMAT", help="pdf, docx, newsml, …; or several")
    made.add_argument("-o", "--output", metavar="OUT", help="a file, a folder, or - (default: beside FILE)")
    made.add_argument("--force", action="store_true", help="replace outputs that exist")
    made.add_argument("--style", metavar="NAME|FILE", help="the house style: a name or a .toml file")
    add_reading_flags(made)
    made.add_argument("--version", action="store_true", help="show the version")
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Convert what the arguments say and return the exit code."""
    given = parser().parse_files(arguments)
    if given.version:
        from converter.core.version import NAME, VERSION

        terminal.result(f"{NAME} {VERSION}")
        return errors.OK
    if not given.files:
        raise UsageError("nothing to convert", hint="convert FILE --to pdf; convert --help")
    _require_no_command(given.files[0])
    names = formats_named(given.to)
    if not names and given.output is not None:
        names = [record.name for record in named_by(given.output)[:1]]
    if not names:
        raise _no_format(given)
    wanted = request_from(given, names)
    goals = destinations(given.files, wanted.writers, given.output)
    make_ready(goals, given, wanted.writers)

    def several(index: int) -> None:
        require_places_for_several(goals[index])

    def finish(index: int, done: Conversion) -> None:
        goal = numbered(goals[index], done.member, wanted.writers)
        put(goal, done.outputs, given)
        _tell(goal, done, given)

    def clear(index: int, process: int) -> None:
        put_away(goals[index], process)

    return documents.each(given.files, wanted, given, worker, finish, clear, several)


def _require_no_command(name: str) -> None:
    """Raise UsageError for a name that is no file and nearly a command's: `convert shwo a.txt`, `convert verify a`."""
    if not name.isalpha() or os.path.lexists(name):
        return
    from difflib import get_close_matches

    from converter.cli import archive

    near = get_close_matches(name, COMMANDS) or [
        f"archive {each}" for each in get_close_matches(name, archive.COMMANDS)
    ]
    if near:
        meant = " or ".join(f"convert {each}" for each in near)
        raise UsageError(f"neither a file nor a command is called {name!r}", hint=f"did you mean {meant}?")


def _no_format(given: argparse.Namespace) -> UsageError:
    """Return the error for a call that names no format: neither by `--to` nor by the ending of the output."""
    name = given.files[0]
    if name != STANDARD and not os.path.lexists(name):
        return UsageError(f"neither a file nor a command is called {name!r}", hint="convert --help")
    if given.output is not None and not given.to and "." in os.path.basename(given.output):
        ending = os.path.splitext(given.output)[1] or given.output
        return UsageError(
            f"no format has the ending {ending}",
            where=f"-o {given.output}",
            hint="name one with --to; convert formats lists them",
        )
    path = os.path.join(os.curdir, name) if name.startswith("-") and name != STANDARD else name
    return UsageError("no format to convert to", hint=f"convert {path} --to pdf; convert formats lists them")


def _tell(goal: Destination, done: Conversion, given: argparse.Namespace) -> None:
    if given.json:
        from converter.cli.report import conversion_json

        terminal.result_json(conversion_json(documents.called(goal.source, done.member), goal.paths, done))
        return
    terminal.remark(documents.called(goal.source, done.member), done.notices)
    for writer, path in goal.paths:
        if path != STANDARD:
            terminal.say(f"wrote {path} ({len(done.outputs[writer]):,} bytes)")

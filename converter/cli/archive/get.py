"""`convert archive get ROOT ID`: a story, any version of it, in any format."""

from __future__ import annotations

import os

from converter.cli import documents, lean, terminal
from converter.cli.archive.roots import add_access_flags, add_root, add_story, opened
from converter.cli.arguments import Parser, limits_from, pair
from converter.cli.destinations import is_folder, named_by, require_fitting_name
from converter.conversion.source_files import STANDARD
from converter.core import errors
from converter.core.errors import ConverterError, UsageError
from converter.formats.registry import find_writer
from converter.io.atomic import make_folder, place, remove_leftovers

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.archive.archive import Copy
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive get news night-ferry",
    "convert archive get news night-ferry --version v1 --to pdf -o ferry.pdf",
    "convert archive get news night-ferry --to source -o -",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive get",
        "Get a story back, as it was when it was archived: the same bytes in each format.",
        EXAMPLES,
    )
    made.usage = "convert archive get ROOT ID [--version vN] [--to FORMAT] [-o OUT] [options]"
    add_root(made)
    add_story(made)
    made.add_argument("--version", metavar="vN", help="which version (default: the newest)")
    made.add_argument("--to", metavar="FORMAT", help="source, pdf, …; one (default: by the name of OUT, else xml)")
    made.add_argument("-o", "--output", default=STANDARD, metavar="OUT", help="a file, a folder, or - (default)")
    made.add_argument("--force", action="store_true", help="replace an output that exists")
    made.add_argument("--style", metavar="NAME|FILE", help="the house style: a name or a .toml file")
    made.add_argument(
        "--set", action="append", default=[], dest="settings", metavar="FORMAT.OPTION=VALUE", help="an option"
    )
    made.add_argument("--limit", action="append", default=[], dest="limits", metavar="NAME=VALUE", help="a limit")
    add_access_flags(made)
    made.add_last(json="what was written, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Write the story that the arguments name and return the exit code."""
    given = parser().parse_args(arguments)
    if given.json and given.output == STANDARD:
        raise UsageError("--json and the output both want standard output", hint="name a file with -o")
    limits = limits_from(given.limits)
    is_into_folder = is_folder(given.output, several=False)
    to = _format(given.to, None if is_into_folder or given.output == STANDARD else given.output)
    if is_into_folder:
        make_folder(given.output)
    with opened(given) as archive:

        def work(_index: int, begin: Callable[[], None]) -> int:
            try:
                id = archive.find(given.id)
                begin()
                lean.import_lxml()
                if to == "pdf":
                    lean.import_reportlab()
                copy = archive.get(
                    id,
                    version=given.version,
                    to=to,
                    settings=dict(pair(text, "--set") for text in given.settings),
                    style=given.style,
                    limits=limits,
                    withdrawn=given.withdrawn,
                    embargoed=given.embargoed,
                )
                _put(copy, os.path.join(given.output, copy.name) if is_into_folder else given.output, given)
            except BrokenPipeError:
                raise
            except Exception as error:  # The edge of a job, as for each document.
                return documents.refused(given.id, error, given)
            return errors.OK

        def failed(_index: int, error: ConverterError) -> int:
            return documents.refused(given.id, error.at(given.id), given)

        def put_away(_index: int, process: int) -> None:
            if given.output != STANDARD:
                remove_leftovers(given.output, process)

        return worker.each(1, limits, work, failed, put_away)


def _format(to: str | None, output: str | None) -> str:
    """Return the one format that is asked for: by its name, else by the output's, else our XML.

    Raises UsageError for several, for one that there is not, and where the output's name says another one.
    """
    if to is None:
        named = named_by(output) if output else ()
        return named[0].name if named else "xml"
    name = to.strip().lower()
    if "," in name:
        raise UsageError("takes one format", where=f"--to {to}", hint="get them one by one")
    if name != "source" and output:
        require_fitting_name(output, (find_writer(name),))
    return name


def _put(copy: Copy, path: str, given: argparse.Namespace) -> None:
    if not given.json:
        terminal.remark(copy.id, copy.notices)
    if path == STANDARD:
        terminal.result_document(copy.content)
        return
    place([(path, copy.content)], force=given.force)
    if given.json:
        from converter.cli.report import notices_json
        from converter.model.canonical import digest

        terminal.result_json(
            {
                "id": copy.id,
                "version": copy.version,
                "format": copy.format,
                "path": path,
                "size_bytes": len(copy.content),
                "sha256": digest(copy.content),
                "notices": notices_json(copy.notices),
            }
        )
    else:
        terminal.say(f"wrote {path} ({len(copy.content):,} bytes)")

"""`convert archive add ROOT FILE…`: take stories in."""

from __future__ import annotations

import os

from converter.cli import documents, terminal
from converter.cli.archive.roots import add_by, add_root, opened
from converter.cli.arguments import Parser, add_reading_flags, request_from
from converter.cli.destinations import (
    destinations,
    formats_named,
    make_ready,
    numbered,
    put,
    put_away,
    require_places_for_several,
)
from converter.conversion.source_files import STANDARD
from converter.core.errors import ConverterError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from converter.archive.ingest import Prepared
    from converter.cli.destinations import Destination
    from converter.cli.guard import Worker
    from converter.conversion.pipeline import Plan

EXAMPLES = (
    "convert archive add news story.txt",
    "convert archive add news story.txt --by 'Ann Example <ann@example.com>' --meta guid=urn:example:1",
    "convert archive add news samples/night-ferry.txt --to pdf,newsml -o out/",
    "convert archive add news samples/*.txt --identity path --collection samples --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive add",
        "Take stories into the archive: their sources, canonical XML and pictures, byte for byte.\n\n"
        "each is: archived (new), corrected (a new version), unchanged, duplicate (the same bytes\n"
        "under another name), or stale (older than what is there; exit 6)",
        EXAMPLES,
    )
    made.usage = "convert archive add ROOT FILE… [options]"
    add_root(made)
    made.add_argument("files", nargs="*", metavar="FILE", help="what to take in; - is standard input")
    made.add_argument("--to", action="append", metavar="FORMAT", help="also write it as xml, pdf, docx, …; or several")
    made.add_argument("-o", "--output", metavar="OUT", help="where to: a file, a folder (default: beside FILE)")
    made.add_argument("--force", action="store_true", help="replace outputs that exist")
    made.add_argument("--style", metavar="NAME|FILE", help="the house style: a name or a .toml file")
    made.add_argument("--keep-renditions", action="store_true", help="keep the outputs in the archive instead")
    made.add_argument("--identity", choices=("guid", "path"), default="guid", metavar="WAY", help=_IDENTITY)
    made.add_argument("--collection", metavar="NAME", help="the collection that the paths are of")
    made.add_argument("--accept-older", action="store_true", help="take a version that is older than what is there")
    made.add_argument("--renormalise", action="store_true", help="read what is there again, by this release")
    add_by(made)
    add_reading_flags(made)
    return made


_IDENTITY = "what names a story: guid (its own, or made from its bytes), or path"


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Take in what the arguments name and return the exit code."""
    from converter.archive.ingest import Intake

    given = parser().parse_files(arguments)
    if not given.files:
        raise UsageError("nothing to add", hint=f"convert archive add {given.root} FILE")
    if (given.identity == "path") is not (given.collection is not None):
        raise UsageError("--identity path and --collection NAME go together")
    names = formats_named(given.to)
    if given.keep_renditions and not names:
        raise UsageError("no format to keep", where="--keep-renditions", hint="--to pdf,newsml")
    wanted = request_from(given, names)
    # What is kept in the archive is written elsewhere only when a place is named.
    writers = () if given.keep_renditions and given.output is None else wanted.writers
    goals = destinations(given.files, writers, given.output)
    make_ready(goals, given, writers)
    with opened(given) as archive:
        intake = Intake(
            by=archive.by,
            keep_renditions=given.keep_renditions,
            accept_older=given.accept_older,
            renormalise=given.renormalise,
            collection=given.collection,
        )

        def make(index: int, plan: Plan) -> None:
            name = documents.called(goals[index].source, plan.member)
            goal = numbered(goals[index], plan.member, writers)
            try:
                done = archive.add_plan(plan, path=_path(name, given), intake=intake)
            except ConverterError as error:
                raise error.at(name) from error
            put(goal, done.outputs, given)
            _tell(name, goal, done, given)

        def clear(index: int, process: int) -> None:
            put_away(goals[index], process)

        def several(index: int) -> None:
            require_places_for_several(goals[index])

        return documents.each_plan(given.files, wanted, given, worker, make, clear, several)


def _path(source: str, given: argparse.Namespace) -> str:
    """Return the source's place in the collection, its path as it was typed. Raises UsageError for one without."""
    if given.collection is None or source == STANDARD:
        return ""
    path = os.path.normpath(source).replace(os.sep, "/")
    if path.startswith(("/", "../")):
        raise UsageError(
            "lies outside the folder of the command, so its path names nothing in the collection",
            source=source,
            hint="go to the collection's folder and name it from there",
        )
    return path


def _tell(name: str, goal: Destination, done: Prepared, given: argparse.Namespace) -> None:
    if given.json:
        terminal.result_json(added_json(name, goal, done))
        return
    terminal.remark(name, done.notices)
    line = f"{terminal.visible(name)}: {done.decision} {terminal.visible(done.id)} {done.head}"
    if any(path == STANDARD for _, path in goal.paths):
        terminal.say(line)
    else:
        terminal.result(line)
    for writer, path in goal.paths:
        if path != STANDARD:
            terminal.say(f"wrote {path} ({len(done.outputs[writer]):,} bytes)")


def added_json(name: str, goal: Destination, done: Prepared) -> dict[str, object]:
    """Return what has become of one input."""
    from converter.cli.report import notices_json
    from converter.model.canonical import digest

    return {
        "input": name,
        "ok": True,
        "decision": done.decision,
        "id": done.id,
        "version": done.version,
        "head": done.head,
        "looks_like": done.looks_like,
        "outputs": [
            {
                "format": writer,
                "path": path,
                "size_bytes": len(done.outputs[writer]),
                "sha256": digest(done.outputs[writer]),
            }
            for writer, path in goal.paths
        ],
        "notices": notices_json(done.notices),
    }

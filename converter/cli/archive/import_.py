"""`convert archive import ROOT BAG`: a BagIt bag into the archive, when all of it is as it says."""

from __future__ import annotations

import os

from converter.cli import documents, lean, terminal
from converter.cli.archive.roots import add_by, add_root, opened
from converter.cli.arguments import Parser, add_reading_flags, request_from
from converter.conversion.identity import require_no_guid
from converter.core import errors
from converter.core.errors import ConverterError, UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.archive.bags.ingest import Item, Taken
    from converter.archive.bags.reading import Bag
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive import news whole",
    "convert archive import news whole --dry-run",
)

_MOST_SHOWN = 20


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive import",
        "Take a BagIt bag into the archive: a folder, a ZIP or a tar, of any version from 0.93 to 1.0.\n"
        "All of it is checked before anything is taken in; nothing is ever fetched.\n\n"
        "Whole OCFL objects come back with every version, stories of a bag of ours as they were, and the\n"
        "files of any other bag are added as sources. What the archive has is never replaced.",
        EXAMPLES,
    )
    made.usage = "convert archive import ROOT BAG [options]"
    add_root(made)
    made.add_argument("bag", metavar="BAG", help="the bag: a folder, .zip or .tar")
    made.add_argument("--dry-run", action="store_true", help="only check the bag, and list what is in it")
    add_by(made)
    add_reading_flags(made)
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Check the bag, take in what it holds, and return the exit code."""
    from converter.archive.bags import ingest, packaged, reading

    given = parser().parse_args(arguments)
    wanted = request_from(given)
    name = os.path.basename(os.path.abspath(given.bag))
    with opened(given) as archive, packaged.opened(given.bag, wanted.limits) as tree:
        bag = reading.read(tree)
        if _show_findings(bag, given):
            return UnreadableInput.exit_code
        contents = ingest.Contents(bag, tree, name)
        items = [each for each in contents.items if each.kind != "other"]
        left = len(contents.items) - len(items)
        if given.dry_run:
            for each in items:
                _list(each, given)
            _say_left(left)
            return errors.OK
        if not items:
            raise UnreadableInput("holds nothing to be taken in", source=given.bag)
        if len(items) > 1:
            require_no_guid(wanted.meta, "the bag holds several")

        def label(index: int) -> str:
            return f"{given.bag}: {items[index].id or items[index].path}"

        def work(index: int, begin: Callable[[], None]) -> int:
            try:
                begin()
                lean.import_lxml()
                _tell(items[index], ingest.take(archive, contents, items[index], wanted), given)
            except BrokenPipeError:
                raise
            except Exception as error:  # The edge of a job, as for each document.
                if isinstance(error, ConverterError):
                    error = error.at(label(index))
                return documents.refused(label(index), error, given)
            return errors.OK

        def failed(index: int, error: ConverterError) -> int:
            return documents.refused(label(index), error.at(label(index)), given)

        code = worker.each(len(items), wanted.limits, work, failed, lambda _index, _process: None)
        _say_left(left)
        return code


def _show_findings(bag: Bag, given: argparse.Namespace) -> bool:
    """Print what is wrong with the bag; return whether that keeps it out."""
    if given.json:
        for each in bag.findings:
            terminal.result_json({"input": given.bag, **each.record()})
    else:
        for each in bag.findings[:_MOST_SHOWN]:
            terminal.say(f"{terminal.PROGRAM}: {given.bag}: {terminal.shortened(str(each))} [{each.code}]")
        if len(bag.findings) > _MOST_SHOWN:
            terminal.say(f"{terminal.PROGRAM}: {given.bag}: {len(bag.findings) - _MOST_SHOWN:,} more (--json has all)")
    if bag.is_acceptable:
        return False
    state = "is valid, but nothing like it is taken in" if bag.is_valid else "is no valid bag"
    terminal.say(f"{terminal.PROGRAM}: {given.bag}: {state}")
    return True


def _list(item: Item, given: argparse.Namespace) -> None:
    if given.json:
        terminal.result_json({"input": given.bag, "kind": item.kind, "path": item.path, "id": item.id or None})
    else:
        terminal.result("\t".join((item.kind, terminal.visible(item.path), terminal.visible(item.id))).rstrip())


def _tell(item: Item, done: Taken, given: argparse.Namespace) -> None:
    if given.json:
        from converter.cli.report import notices_json

        terminal.result_json(
            {
                "input": given.bag,
                "path": item.path,
                "ok": True,
                "id": done.id,
                "decision": done.word,
                "head": done.head,
                "notices": notices_json(done.notices),
            }
        )
        return
    terminal.remark(item.path, done.notices)
    terminal.result(f"{done.word} {terminal.visible(done.id)} {done.head}")


def _say_left(count: int) -> None:
    if count:
        files = "1 file not taken in for itself" if count == 1 else f"{count:,} files not taken in for themselves"
        terminal.say(f"{files}: sidecars, pictures, what an operating system leaves")

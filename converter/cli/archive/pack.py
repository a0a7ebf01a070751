"""`convert archive pack ROOT --before DATE`: cold stories into packs, for a thousandth of the files."""

from __future__ import annotations

from converter.cli import lean, terminal
from converter.cli.archive.roots import add_by, add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import BatchFailed, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from converter.archive.packs.packing import Packed
    from converter.archive.packs.store import PackedStore
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive pack news --before 2020 --dry-run",
    "convert archive pack news --before 2020",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive pack",
        "Put the stories of earlier years into packs: a thousand of them in one ZIP inside one object.\n"
        "They are found, read, searched and verified as before, every version of them; one that is\n"
        "corrected is taken out whole. A loose object goes only after its pack is on the disk and was\n"
        "read back.\n\n"
        "The date of a story is that of its publication, else of its writing; one without stays loose.\n"
        "exit: 0 all are packed, 7 a story is damaged, 8 another one could not be packed",
        EXAMPLES,
    )
    made.usage = "convert archive pack ROOT --before DATE [options]"
    add_root(made)
    made.add_argument("--before", required=True, metavar="DATE", help="stories of an earlier year, month or day: 2020")
    made.add_argument("--dry-run", action="store_true", help="only list the stories")
    add_by(made)
    made.add_last(json="as JSON, one line a pack", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Pack and return the exit code."""
    from converter.archive.packs.packing import pack
    from converter.archive.packs.store import PackedStore

    given = parser().parse_args(arguments)
    lean.import_lxml()
    codes = {errors.OK}
    with opened(given) as archive:
        store = archive.store
        assert isinstance(store, PackedStore), "every store is opened with its packs"
        if given.dry_run:
            return _list(store, given)
        count = 0
        for each in pack(store, given.before, now=archive.now(), by=archive.by):
            codes.add(_tell(each, given))
            count += len(each.ids) if each.error is None else 0
    terminal.say(f"{given.root}: packed {_stories(count)}")
    return FixityError.exit_code if FixityError.exit_code in codes else max(codes)


def _list(store: PackedStore, given: argparse.Namespace) -> int:
    from converter.archive.packs.packing import Packed, chosen

    codes = {errors.OK}
    for each in chosen(store, given.before):
        if isinstance(each, Packed):
            codes.add(_tell(each, given))
        elif given.json:
            terminal.result_json({"id": each[1], "date": each[0]})
        else:
            terminal.result(f"{each[0]}\t{terminal.visible(each[1])}")
    return max(codes)


def _tell(done: Packed, given: argparse.Namespace) -> int:
    """Print what came of one pack and return its exit code."""
    if done.error is not None:
        terminal.complain(done.error.at(done.ids[0]))
        if given.json:
            from converter.cli.report import error_json

            terminal.result_json(error_json(done.ids[0], done.error))
        return FixityError.exit_code if isinstance(done.error, FixityError) else BatchFailed.exit_code
    if given.json:
        terminal.result_json({"pack": done.pack, "ok": True, "ids": done.ids, "size_bytes": done.size})
    elif done.size:
        terminal.result(f"{done.pack} {_stories(len(done.ids))} {done.size:,} bytes")
    else:
        terminal.result(f"{done.pack} {_stories(len(done.ids))} that an earlier run left")
    return errors.OK


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"

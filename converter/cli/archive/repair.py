"""`convert archive repair ROOT`: mend what a crash left; with `--from`, restore what is damaged from a copy."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import ArchiveError, ConverterError, FixityError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from converter.archive.store import Store
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive repair news",
    "convert archive repair news --from copy --dry-run",
    "convert archive repair news --from copy",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive repair",
        "Finish or take back what writers that died have left. Damage is left as it is, unless --from names\n"
        "a copy of the archive: each damaged or missing object is then taken from there, if it is what the\n"
        "ledger of this archive acknowledged.\n\n"
        "exit: 0 all is mended, 7 damage is left (convert archive verify ROOT says which)",
        EXAMPLES,
    )
    made.add_argument("root", metavar="ROOT", help="the archive")
    made.add_argument("--from", dest="other", metavar="OTHERROOT", help="a copy to restore damaged objects from")
    made.add_argument("--object", metavar="ID", help="restore one object only")
    made.add_argument("--by", metavar="NAME", help='who restores: "Ann Example <ann@example.com>"')
    made.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    made.add_last(json="as JSON, one line for each thing that was done", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Mend what the arguments name, say what was done and return the exit code."""
    from converter.archive.opening import open_store

    given = parser().parse_args(arguments)
    if given.other is None and (given.object or given.by):
        raise UsageError("--object and --by go with --from", hint="convert archive repair --help")
    store = open_store(given.root)
    try:
        mends = store.repair(dry_run=given.dry_run)
        if not mends and given.other is None:
            terminal.say(f"{given.root}: nothing to mend")
        for mend in mends:
            record = {"what": mend.what, "path": mend.path, "words": mend.words}
            _print(given, record, f"{mend.path}: {mend.words} [{mend.what}]")
        return _restore(given, store) if given.other is not None else errors.OK
    except ConverterError as error:
        raise error if error.where or error.source else error.at(given.root) from error
    finally:
        store.close()


def _restore(given: argparse.Namespace, store: Store) -> int:
    from converter.archive.agents import PROGRAM, user_from
    from converter.archive.archive import clock
    from converter.archive.folder import FolderStore
    from converter.archive.opening import open_store
    from converter.archive.packs.store import PackedStore
    from converter.archive.restoring import restore

    store = store.loose if isinstance(store, PackedStore) else store
    if not isinstance(store, FolderStore):
        raise ArchiveError("only an archive in a folder is restored from a copy")
    by = user_from(given.by) if given.by else PROGRAM
    other = open_store(given.other)
    left = 0
    try:
        for each in restore(store, other, clock, by=by, object=given.object, dry_run=given.dry_run):
            what = ("can-restore" if given.dry_run else "restored") if each.done else "left-damaged"
            left += not each.done
            record = {"what": what, "path": each.path, "id": each.id or None, "words": each.words}
            _print(given, record, f"{each.path}: {each.words} [{what}]")
    finally:
        other.close()
    return FixityError.exit_code if left else errors.OK


def _print(given: argparse.Namespace, record: Mapping[str, str | None], line: str) -> None:
    if given.json:
        terminal.result_json(record)
    else:
        terminal.result(terminal.visible(line))

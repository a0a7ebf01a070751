"""`convert archive export ROOT`: stories into a BagIt bag, or what is known of them as PREMIS."""

from __future__ import annotations

import os

from converter.cli import lean, terminal
from converter.cli.archive.roots import add_access_flags, add_by, add_root, opened
from converter.cli.arguments import Parser
from converter.cli.destinations import is_folder
from converter.conversion.source_files import STANDARD
from converter.core import errors
from converter.core.errors import ArchiveError, UsageError
from converter.io.atomic import make_folder, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from converter.archive.archive import Archive
    from converter.archive.bags.export import Exported
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive export news --bag ferry --object night-ferry",
    "convert archive export news --bag whole --all --ocfl",
    "convert archive export news --premis ferry.premis.xml --object night-ferry",
)

_AT_ONCE = 1_000


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive export",
        "Copy stories into a new BagIt bag (RFC 8493), or describe them in PREMIS 3. The bag is\n"
        "written beside its place, read back, and only then given its name.\n\n"
        "A story that is withdrawn or under embargo is refused, with --query and --all left out with\n"
        "a word; --withdrawn and --embargoed let it go, and the bag says what it is.",
        EXAMPLES,
    )
    made.usage = "convert archive export ROOT (--bag|--premis) OUT (--object ID …|--query Q|--all) [options]"
    add_root(made)
    made.add_argument("--bag", metavar="OUT", help="the bag's folder, which must not be there yet")
    made.add_argument("--premis", metavar="OUT", help="the PREMIS document, or a folder; - is standard output")
    made.add_argument("--object", action="append", default=[], dest="objects", metavar="ID", help="a story; or several")
    made.add_argument("--query", metavar="Q", help="the stories that a search finds")
    made.add_argument("--all", action="store_true", help="every story")
    made.add_argument("--ocfl", action="store_true", help="whole objects, so that an import restores every version")
    made.add_argument("--version", metavar="vN", help="of one story, this version (default: the newest)")
    made.add_argument("--force", action="store_true", help="replace a PREMIS document that exists")
    made.add_argument("--catalogue", metavar="FILE", help="where the catalogue lies, for --query (default: in ROOT)")
    add_access_flags(made)
    add_by(made)
    made.add_last(json="what was exported and what was not, as JSON, one line a story", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Export what the arguments name and return the exit code."""
    given = parser().parse_args(arguments)
    _require_sense(given)
    lean.import_lxml()
    with opened(given) as archive:
        ids = list(dict.fromkeys(_chosen(archive, given)))
        if given.premis is not None:
            return _describe(archive, ids, given)
        from converter.archive.bags.export import export

        done = export(
            archive.store,
            given.bag,
            ids,
            now=archive.now(),
            by=archive.by,
            ocfl=given.ocfl,
            version=given.version,
            withdrawn=given.withdrawn,
            embargoed=given.embargoed,
            leave_out=not given.objects,
        )
    _tell(done, given)
    return errors.OK


def _require_sense(given: argparse.Namespace) -> None:
    if (given.bag is None) is (given.premis is None):
        raise UsageError("--bag OUT or --premis OUT, one of them")
    if [bool(given.objects), given.query is not None, given.all].count(True) != 1:
        raise UsageError("--object ID, --query Q or --all, one of them")
    if given.version is not None and len(given.objects) != 1:
        raise UsageError("is of one story", where="--version", hint="name it with --object ID")
    if given.premis is not None and (given.ocfl or given.version):
        raise UsageError("--ocfl and --version are of a bag; PREMIS describes every version")
    if given.premis == STANDARD and given.json:
        raise UsageError("--json and the document both want standard output", hint="name a file with --premis")


def _chosen(archive: Archive, given: argparse.Namespace) -> list[str]:
    if given.objects:
        return [archive.find(text) for text in given.objects]
    if given.query is None:
        return list(archive.ids())
    return list(_found(archive, given))


def _found(archive: Archive, given: argparse.Namespace) -> Iterator[str]:
    """Yield what the query finds, whatever its state: the export says what may not leave."""
    from converter.archive.catalogue.catalogue import Catalogue

    with Catalogue.open(archive.store, given.catalogue) as catalogue:
        terminal.remark(given.root, catalogue.notices)
        offset = 0
        while True:
            results = catalogue.search(
                given.query,
                now=archive.now(),
                limit=_AT_ONCE,
                offset=offset,
                sort="date",
                withdrawn=True,
                embargoed=True,
                facets=False,
            )
            yield from (hit.id for hit in results.hits)
            offset += _AT_ONCE
            if offset >= results.total:
                return


def _describe(archive: Archive, ids: list[str], given: argparse.Namespace) -> int:
    """Write one document, or into a folder one a story: a document of them all would be held in memory."""
    from converter.archive import logbook
    from converter.archive.bags.export import require_outside
    from converter.archive.bags.names import folder_of
    from converter.archive.premis import premis

    if not ids:
        raise ArchiveError("there is nothing to export", where=given.root)
    if given.premis == STANDARD:
        terminal.result_document(premis(archive.store, ids, now=archive.now()))
        return errors.OK
    require_outside(archive.store, given.premis)
    is_into_folder = is_folder(given.premis, several=len(ids) > 1)
    if is_into_folder:
        make_folder(given.premis)
    acts = logbook.by_id(archive.store, ids)
    for id in ids:
        path = os.path.join(given.premis, f"{folder_of(id)}.premis.xml") if is_into_folder else given.premis
        content = premis(archive.store, [id], now=archive.now(), acts=acts)
        place([(path, content)], force=given.force)
        if given.json:
            terminal.result_json({"id": id, "ok": True, "premis": path})
        else:
            terminal.say(f"wrote {path} ({len(content):,} bytes)")
    return errors.OK


def _tell(done: Exported, given: argparse.Namespace) -> None:
    if given.json:
        flags: dict[str, list[dict[str, str]]] = {id: [] for id in done.ids}
        for id, each in done.flagged:
            flags[id].append({"kind": each.kind, "what": each.what})
        for id, restrictions in flags.items():
            terminal.result_json({"id": id, "ok": True, "bag": done.path, "restrictions": restrictions})
        for left in done.left_out:
            terminal.result_json({"id": left.id, "ok": False, "bag": done.path, "why": left.why})
        return
    for id in done.ids:
        terminal.result(terminal.visible(id))
    for id, each in done.flagged:
        terminal.say(f"{terminal.PROGRAM}: {id}: {each.words}; the bag says so")
    for left in done.left_out:
        terminal.say(f"{terminal.PROGRAM}: {left.id}: {left.why}; left out")
    stories = "1 story" if len(done.ids) == 1 else f"{len(done.ids):,} stories"
    terminal.say(f"wrote {done.path} ({stories}, {done.count:,} files, {done.size:,} bytes)")

"""Damage is mended from a copy: another root's object takes the place of ours, if it is what our ledger acknowledged.

The ledger gets no line, since what it says has not changed; the act is an
event in the logbook. What no copy confirms stays as it is.
"""

from __future__ import annotations

from converter.archive import logbook
from converter.archive.agents import PROGRAM, agents
from converter.archive.events import SUCCESS, Event
from converter.archive.ledger_index import LedgerIndex
from converter.archive.object_check import LOG, LOGS, check_object
from converter.archive.root_check import check_root
from converter.archive.verify import Scope, verify
from converter.core.errors import ArchiveError, ConverterError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.folder import FolderStore
    from converter.archive.inventory import User
    from converter.archive.object_check import Acknowledged, Report
    from converter.archive.store import Store
    from converter.archive.tree import Tree

TYPE = "replication"


class Restored(Value):
    """What became of one damaged object."""

    id: str
    path: str
    """Relative to the root."""
    done: bool
    """Whether it was restored, or with `dry_run` can be."""
    words: str


def restore(
    store: FolderStore,
    other: Store,
    now: Callable[[], str],
    *,
    by: User = PROGRAM,
    object: str | None = None,
    dry_run: bool = False,
) -> Iterator[Restored]:
    """Yield what becomes of each object that is damaged or missing, in the order of their places.

    Raises ArchiveError for a root without a layout, of which nobody knows where its objects lie.
    """
    layout = check_root(store.tree).layout
    if layout is None:
        raise ArchiveError("its layout is not known: where its objects lie cannot be said")
    damaged = _damaged(store.tree, object)
    ledger = LedgerIndex(store.tree, layout)
    try:
        for _ in ledger.load():
            pass
        for path, codes in sorted(damaged.items()):
            known = ledger.known(path)
            if known is None or not known.head:
                yield Restored("", path, False, f"{codes}; the ledger has no object here")
                continue
            try:
                files = _confirmed(other, known)
                if not dry_run:
                    files.update(_own_log(store.tree, path))
                    event = _event(known, now(), f"{codes}; restored from {other.place}", by)
                    store.restore(known.id, files.items(), notes=[logbook.note_of(known.id, event)])
            except ConverterError as error:
                yield Restored(known.id, path, False, f"{codes}; {error}")
                continue
            yield Restored(known.id, path, True, f"{codes}; {other.place} has it as it was acknowledged")
    finally:
        ledger.close()


def _damaged(tree: Tree, object: str | None) -> dict[str, str]:
    """Return the place of each object with an error, and the codes of what is wrong."""
    damaged: dict[str, str] = {}

    def look(report: Report) -> None:
        codes = dict.fromkeys(each.code for each in report.findings if each.kind == "error")
        if codes:
            damaged[report.path] = ", ".join(codes)

    for each in verify(tree, Scope(object=object), watch=look):
        if each.code == "object-missing":
            damaged.setdefault(each.path, each.code)
    return damaged


def _confirmed(other: Store, known: Acknowledged) -> dict[str, bytes]:
    """Return all files of the other root's object. Raises ArchiveError unless it is what our ledger acknowledged."""
    path = other.path(known.id)
    if not other.tree.exists(path):
        raise ArchiveError(f"{other.place} does not have it")
    faults = [each for each in check_object(other.tree, path, acknowledged=known).findings if each.kind == "error"]
    if faults:
        raise ArchiveError(f"{other.place} has it, but not as it was acknowledged: {faults[0].path}: {faults[0].words}")
    return dict(_files(other.tree, path, ""))


def _files(tree: Tree, folder: str, inner: str) -> Iterator[tuple[str, bytes]]:
    for each in tree.entries(f"{folder}/{inner}" if inner else folder):
        path = f"{inner}/{each.name}" if inner else each.name
        if each.kind == "folder":
            if path != LOGS:
                yield from _files(tree, folder, path)
        else:
            yield path, tree.read(f"{folder}/{path}")


def _own_log(tree: Tree, path: str) -> dict[str, bytes]:
    """Return the damaged object's own log of failed checks, which the copy does not have."""
    try:
        return {f"{LOGS}/{LOG}": tree.read(f"{path}/{LOGS}/{LOG}")}
    except OSError:
        return {}


def _event(known: Acknowledged, at: str, detail: str, by: User) -> Event:
    return Event(
        logbook.act_id(known.id, known.head, TYPE, at, detail),
        TYPE,
        at,
        SUCCESS,
        detail,
        agents(by),
        facts=(("version", known.head),),
    )

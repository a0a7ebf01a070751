"""Replication: a second root that has every acknowledged version of the first, each verified there.

It goes by the two ledgers: what the first's last line of an object says and
the second's does not is copied. So it can be ended at any moment and run
again, by several at once, and does what is left. A replication makes no
version: its event lies in the logbooks of both roots, in the target's from the
very moment of the copy.
"""

from __future__ import annotations

import os

from converter.archive import logbook
from converter.archive.agents import agents
from converter.archive.copying import copy
from converter.archive.events import SUCCESS, Event
from converter.archive.packs.packing import ended
from converter.archive.packs.store import PackedStore, whole_of
from converter.core.errors import ArchiveError, ConverterError, UsageError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.inventory import User
    from converter.archive.ledger import Line
    from converter.archive.store import Store

_EVENT = "replication"
_HOW = "replicated"


class Replicated(Value):
    """What came of one object that was not the same at both roots."""

    id: str
    word: str
    """As of `Copied`, or `packed`, or `failed`."""
    version: str
    """The head that the first root acknowledged."""
    error: ConverterError | None = None


def replicate(
    source: Store, target: Store, *, now: Callable[[], str], by: User, purges: bool = False
) -> Iterator[Replicated]:
    """Copy what the target lacks and yield what came of each object, in the ledger's order; nothing for the others.

    What cannot be copied is yielded with its error and the rest is done. With
    `purges`, what was purged at the source is purged at the target too;
    without, it is an error that says so. Raises ArchiveError where the two
    are one root, or the target cannot be written to.
    """
    if _address(source.place) == _address(target.place):
        raise UsageError("is the same archive", where=target.place)
    if not target.writable:
        raise ArchiveError("cannot be written to", where=target.place)
    theirs = {line.id: (line.head, line.inventory) for line in target.ledger()}
    _record_missing(source, target)
    last = {line.id: line for line in source.ledger()}
    for id, line in last.items():
        if line.how == "packed" or theirs.get(id) == (line.head, line.inventory):
            continue
        try:
            done = _replicated(source, target, line, now(), by, purges=purges)
        except ConverterError as error:
            done = Replicated(id, "failed", line.head, error)
        if done.word != "unchanged":
            yield done
    if isinstance(target, PackedStore):
        # Packs came too: what is in one is loose no longer.
        yield from (Replicated(id, "packed", "") for each in ended(target, now(), by) for id in each.ids)


def _replicated(source: Store, target: Store, line: Line, now: str, by: User, *, purges: bool) -> Replicated:
    whole = whole_of(source, line.id)
    is_purge = line.how == "purged"

    def tell(version: str) -> Event:
        return _event(line.id, version, source, target, now, by)

    try:
        copied = copy(target, whole, how=_HOW, tell=tell, purges=purges and is_purge)
    except ArchiveError as error:
        if is_purge and not purges:
            raise ArchiveError(
                "was purged at the source, and is not at the target",
                source=line.id,
                hint=Spelt("purges=True", "--purges") + " purges it there too",
            ) from error
        raise
    if copied.versions:
        for _ in whole_of(target, line.id).files():
            pass  # Reading checks each.
        if source.writable:
            logbook.record(source, ((line.id, tell(version)) for version in copied.versions))
    return Replicated(line.id, copied.word, whole.inventory.head)


def _event(id: str, version: str, source: Store, target: Store, now: str, by: User) -> Event:
    detail = f"copied from {source.place} to {target.place}"
    facts = (("version", version), ("from", _address(source.place)), ("to", _address(target.place)))
    return Event(logbook.act_id(id, version, _EVENT, now, detail), _EVENT, now, SUCCESS, detail, agents(by), (), facts)


def _record_missing(source: Store, target: Store) -> None:
    """Record at the source the copies that were made and, as the run was ended, are recorded at the target only."""
    if not source.writable:
        return
    recorded = {event.id for _, event in _copies(source, source, target)}
    logbook.record(source, ((id, event) for id, event in _copies(target, source, target) if event.id not in recorded))


def _copies(store: Store, source: Store, target: Store) -> Iterator[tuple[str, Event]]:
    """Yield the copies from the one root to the other that a store's logbook has."""
    places = _address(source.place), _address(target.place)
    for id, event in logbook.of(store):
        if event.type == _EVENT and (event.fact("from"), event.fact("to")) == places:
            yield id, event


def _address(place: str) -> str:
    return place if "://" in place else os.path.realpath(place)

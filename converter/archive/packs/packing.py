"""Packing: cold stories from loose objects into packs.

Before a loose object goes, its pack is durable and was read back, so that at
every moment of it a story is loose, or packed, or both; what a run left in
both places, the next one ends.
"""

from __future__ import annotations

from converter.archive import logbook
from converter.archive.agents import agents
from converter.archive.catalogue.entry import date_of
from converter.archive.events import SUCCESS, Event
from converter.archive.packs import form, library
from converter.archive.snapshot import Snapshot
from converter.archive.store import Conflict
from converter.archive.story import CANONICAL, Story, is_tombstone
from converter.core.errors import ArchiveError, ConverterError, FixityError, UsageError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.inventory import Inventory, User
    from converter.archive.packs.store import PackedStore

_EVENT = "information package creation"


class Packed(Value):
    """What came of one pack, or of one story that could not be packed."""

    pack: str
    """The id of the pack; empty for a story that stays loose."""
    ids: tuple[str, ...]
    """The stories whose loose objects are gone now."""
    size: int = 0
    """Of the ZIP, in bytes."""
    error: ConverterError | None = None


def chosen(store: PackedStore, before: str) -> Iterator[tuple[str, str] | Packed]:
    """Yield date and id of each loose story of an earlier date than `2020`, `2020-06` or `2020-06-15`; or its fault.

    A story's date is that of its publication, else of its writing; one without stays loose. Raises UsageError.
    """
    import re

    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", before):
        raise UsageError(
            f"{before!r} is no year, month or day", where=Spelt("before", "--before"), hint="such as 2020 or 2020-06"
        )
    for id in store.loose.ids():
        if form.is_pack(id):
            continue
        try:
            inventory = store.loose.find(id)
            if inventory is None or is_tombstone(inventory) or CANONICAL not in inventory.version().files():
                continue
            date = date_of(Story(store.loose, inventory).article)
        except ConverterError as error:
            yield Packed("", (id,), error=error)
            continue
        if date is not None and date[: len(before)] < before:
            yield date, id


def pack(
    store: PackedStore,
    before: str,
    *,
    now: str,
    by: User,
    most: int = form.MOST_STORIES,
    most_bytes: int = form.MOST_BYTES,
) -> Iterator[Packed]:
    """Pack the stories of an earlier date, and yield what came of each pack; first what an earlier run left is ended.

    A story that is damaged, or larger than a pack, stays loose, with its error. Raises UsageError for no date.
    """
    yield from ended(store, now, by)
    dated: list[tuple[str, str]] = []
    for each in chosen(store, before):
        if isinstance(each, Packed):
            yield each
        else:
            dated.append(each)
    waiting: list[Snapshot] = []
    waiting_bytes = 0
    for _, id in sorted(dated):
        try:
            snapshot = Snapshot(store.loose, id)
            size = sum(len(content) for _, content in snapshot.files())
            if size > most_bytes:
                raise ArchiveError(f"has {size:,} bytes, and a pack holds {most_bytes:,}", source=id)
        except ConverterError as error:
            yield Packed("", (id,), error=error)
            continue
        if waiting and (len(waiting) == most or waiting_bytes + size > most_bytes):
            yield _packed(store, waiting, now, by)
            waiting, waiting_bytes = [], 0
        waiting.append(snapshot)
        waiting_bytes += size
    if waiting:
        yield _packed(store, waiting, now, by)


def _packed(store: PackedStore, waiting: list[Snapshot], now: str, by: User) -> Packed:
    store.packs.refresh()
    for number in range(store.packs.count + 1, store.packs.count + 1 + library.MOST_LOST):
        id = form.pack_id(number)
        new = form.version_of(id, waiting, at=now, by=by)
        try:
            store.loose.put(id, new, None)
            break
        except Conflict:
            continue  # Another run made that pack first, or another tool uses its id.
    else:
        raise ArchiveError("other writers are always first", where=store.place)
    store.packs.refresh()
    archive = new.files[form.ZIP]
    assert isinstance(archive, bytes)
    for each in waiting:
        found = store.packs.read(number, each.inventory.id)
        if found is None or dict(found.files()) != dict(each.files()):
            raise FixityError("did not read back as it was written", where=id, source=each.inventory.id)
    inventories = [each.inventory for each in waiting]
    logbook.record(store.loose, ((each.id, _event(each, id, now, by)) for each in inventories))
    return Packed(id, _let_go(store, inventories, now), len(archive))


def _let_go(store: PackedStore, inventories: list[Inventory], now: str) -> tuple[str, ...]:
    """Take the loose objects of packed stories away, but of those that went on meanwhile; return the ids."""
    gone: list[str] = []
    for each in inventories:
        try:
            store.loose.remove(each.id, each, how="packed", at=now)
        except Conflict:
            continue
        gone.append(each.id)
    return tuple(gone)


def _event(inventory: Inventory, pack: str, now: str, by: User) -> Event:
    detail = f"packed into {pack}"
    return Event(
        id=logbook.act_id(inventory.id, inventory.head, _EVENT, now, detail),
        type=_EVENT,
        at=now,
        outcome=SUCCESS,
        detail=detail,
        agents=agents(by),
        facts=(("version", inventory.head), ("pack", pack)),
    )


def ended(store: PackedStore, now: str, by: User) -> Iterator[Packed]:
    """Take away the loose objects that are in a pack just as they are, and record what was not."""
    # A removal that a dead run had begun and not acknowledged is put back first: it is a loose object like the others.
    store.settle(form.pack_id(1))
    store.packs.refresh()
    recorded: set[tuple[str, str | None]] | None = None
    for number in range(1, store.packs.count + 1):
        pack = form.pack_id(number)
        left: list[Inventory] = []
        for id, place in (store.packs.index(number) or {}).items():
            found = store.loose.find(id)
            if found is None or found.head != place.head:
                continue
            packed = store.packs.read(number, id)
            if packed is not None and packed.content == Snapshot(store.loose, id).content:
                left.append(found)
        if left:
            if recorded is None:
                recorded = {(id, event.fact("pack")) for id, event in logbook.of(store.loose)}
            missing = [each for each in left if (each.id, pack) not in recorded]
            logbook.record(store.loose, ((each.id, _event(each, pack, now, by)) for each in missing))
            yield Packed(pack, _let_go(store, left, now))

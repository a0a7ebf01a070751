"""Objects of an archive into a bag: the files of one version each, or whole objects with all their versions.

A story that is withdrawn or under embargo leaves only when the caller says
so, and then the bag says what it is: in `bag-info.txt` for a person, in
`objects.jsonl` for a program, besides its own canonical form.
"""

from __future__ import annotations

import json
import os

from converter.archive import access, logbook
from converter.archive.agents import agents
from converter.archive.bags import names, writing
from converter.archive.events import SUCCESS, Event
from converter.archive.packs.store import whole_of
from converter.archive.resolving import no_such_story
from converter.archive.story import CANONICAL, Story, is_tombstone
from converter.core.errors import ArchiveError, CannotWrite, UsageError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.archive.access import Restriction
    from converter.archive.inventory import Inventory, User
    from converter.archive.store import Store

LIST = "objects.jsonl"
"""The tag file that says which object lies where."""


class LeftOut(Value):
    """An object that is not in the bag."""

    id: str
    why: str


class Exported(Value):
    """What came of an export."""

    path: str
    ids: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    flagged: tuple[tuple[str, Restriction], ...]
    """Which objects are in the bag though they are withdrawn or under embargo."""
    size: int
    count: int


class _Item(Value):
    """One object that is to go into the bag."""

    inventory: Inventory
    folder: str
    version: str
    restrictions: tuple[Restriction, ...]


def export(
    store: Store,
    place: str,
    ids: Sequence[str],
    *,
    now: str,
    by: User,
    ocfl: bool = False,
    version: str | None = None,
    withdrawn: bool = False,
    embargoed: bool = False,
    leave_out: bool = False,
) -> Exported:
    """Write objects into a new bag at the place, record it in the archive, and return what was written.

    `ocfl` takes whole objects; else the files of their heads, or of a
    `version`. What may not leave, and what was purged, is left out when
    `leave_out` says so, and else refused. Raises ArchiveError, CannotWrite.
    """
    if ocfl and version:
        raise UsageError("takes whole objects, not one version", where=Spelt("ocfl=True", "--ocfl"))
    writing.require_free(place)
    require_outside(store, place)
    items: list[_Item] = []
    left_out: list[LeftOut] = []
    for id in sorted(set(ids)):
        try:
            items.append(_item(store, id, now, version, ocfl=ocfl, withdrawn=withdrawn, embargoed=embargoed))
        except _Withheld as error:
            if not leave_out:
                raise ArchiveError(error.what, source=id, hint=error.hint) from None
            left_out.append(LeftOut(id, error.what))
    if not items:
        why = f": {left_out[0].id} {left_out[0].why}" if left_out else ""
        more = f", and {len(left_out) - 1:,} more like it" if len(left_out) > 1 else ""
        raise ArchiveError(f"there is nothing to export{why}{more}", where=store.place)
    events = [(each.inventory.id, _event(each, place, now, by)) for each in items]
    flagged = tuple((each.inventory.id, one) for each in items for one in each.restrictions)

    def record() -> None:
        # Before the bag has its name: a kill in between leaves an event of a bag that is not there, never the other.
        if store.writable:
            ids = [each.inventory.id for each in items]
            known = {event.id for acts in logbook.by_id(store, ids).values() for event in acts}
            logbook.record(store, (each for each in events if each[1].id not in known))

    written = writing.write(
        place,
        _payload(store, items, ocfl=ocfl),
        date=now[:10],
        info=[
            *(("External-Identifier", each.inventory.id) for each in items),
            *(("Internal-Sender-Description", f"{id} {one.words}") for id, one in flagged),
        ],
        tag_files={LIST: b"".join(_line(each, ocfl=ocfl) for each in items)},
        before_naming=record,
    )
    ids = tuple(each.inventory.id for each in items)
    return Exported(place, ids, tuple(left_out), flagged, written.size, written.count)


def require_outside(store: Store, place: str) -> None:
    """Raise CannotWrite for a place in the archive itself: what is there must be the archive's own."""
    root = os.path.realpath(store.place)
    if "://" not in store.place and os.path.commonpath((root, os.path.realpath(place))) == root:
        raise CannotWrite("lies in the archive", where=place, hint="name a place outside of it")


class _Withheld(ArchiveError):
    """This object stays."""


def _item(
    store: Store, id: str, now: str, version: str | None, *, ocfl: bool, withdrawn: bool, embargoed: bool
) -> _Item:
    inventory = store.find(id)
    if inventory is None:
        raise no_such_story(store, id)
    folder = names.folder_of(id)
    if is_tombstone(inventory):
        if not ocfl:
            raise _Withheld("was purged", source=id)
        return _Item(inventory, folder, inventory.head, ())
    inventory.version(version)
    found: dict[Restriction, None] = {}
    for each in dict.fromkeys((inventory.head, version or inventory.head)):
        # An old version of a story that is withdrawn by now is withdrawn too.
        story = Story(store, inventory, each)
        if CANONICAL in story.files:
            found |= dict.fromkeys(access.of_article(story.article, now))
    try:
        access.require_free(id, tuple(found), withdrawn=withdrawn, embargoed=embargoed)
    except ArchiveError as error:
        raise _Withheld(error.what, source=id, hint=error.hint) from error
    return _Item(inventory, folder, version or inventory.head, tuple(found))


def _payload(store: Store, items: Sequence[_Item], *, ocfl: bool) -> Iterator[tuple[str, bytes]]:
    for each in items:
        if ocfl:
            snapshot = whole_of(store, each.inventory.id)
            if snapshot.inventory != each.inventory:
                raise ArchiveError("has changed meanwhile", source=each.inventory.id, hint="export again")
            for path, content in snapshot.files():
                yield f"{each.folder}/{path}", content
        else:
            for path in each.inventory.version(each.version).files():
                content = store.read(each.inventory.id, path, each.version)
                yield f"{each.folder}/{each.version}/{path}", content


def _line(item: _Item, *, ocfl: bool) -> bytes:
    record = {
        "id": item.inventory.id,
        "folder": names.PAYLOAD + (item.folder if ocfl else f"{item.folder}/{item.version}"),
        "version": item.version,
        "head": item.inventory.head,
        "ocfl": ocfl,
        "restrictions": [{"kind": one.kind, "what": one.what} for one in item.restrictions],
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _event(item: _Item, place: str, now: str, by: User) -> Event:
    kind, detail = "information package creation", f"exported into the bag {place}"
    return Event(
        id=logbook.act_id(item.inventory.id, item.version, kind, now, detail),
        type=kind,
        at=now,
        outcome=SUCCESS,
        detail=detail,
        agents=agents(by),
        facts=(("version", item.version), *((one.kind, one.what) for one in item.restrictions)),
    )

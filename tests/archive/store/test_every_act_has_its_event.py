"""Nothing is done to an object without an event: every act, killed at each call, is noted once after one resume."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.archive import events as stored_events
from converter.archive import logbook
from converter.archive.archive import Archive
from converter.archive.bags import export as exporting
from converter.archive.bags import ingest, reading
from converter.archive.folder import FolderStore
from converter.archive.opening import create_store, open_store
from converter.archive.packs.packing import pack
from converter.archive.packs.store import PackedStore
from converter.archive.replication import replicate
from converter.archive.restoring import restore
from converter.archive.story import TOMBSTONE, Story
from converter.archive.tree import FolderTree
from converter.archive.verify import verify
from converter.conversion.plan import request
from tests.archive.kills import killed_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.events import Event
    from converter.archive.inventory import Inventory

    Act = Callable[[Path], object]

NOW, LATER = "2026-11-25T13:00:00Z", "2026-11-26T13:00:00Z"
ANN = "Ann Example <ann@example.com>"
ONE, TWO = "urn:x:1", "urn:x:2"
FIRST, SECOND = b"Rain fell on the port.\n", b"Rain fell on the port for days.\n"


def opened(folder: Path, name: str, now: str = LATER) -> Archive:
    return Archive(open_store(str(folder / name), durability="none"), now=lambda: now, by=ANN)


def add(archive: Archive, id: str = ONE, content: bytes = FIRST, *, accept_older: bool = False) -> None:
    archive.add(
        content,
        name="port.txt",
        meta={"guid": id, "lang": "en", "date.published": "2019-05-01"},
        accept_older=accept_older,
    )


def made(folder: Path, name: str, *contents: bytes) -> Archive:
    create_store(str(folder / name), durability="none").close()
    archive = opened(folder, name, NOW)
    for content in contents:
        add(archive, content=content)
    return archive


# ── The acts: what is there before, and what is done to `root` ──────────────


def one_story(folder: Path) -> None:
    made(folder, "root", FIRST).close()


def two_versions(folder: Path) -> None:
    made(folder, "root", FIRST, SECOND).close()


def held_story(folder: Path) -> None:
    with made(folder, "root", FIRST) as archive:
        archive.hold(ONE, reason="case 12")


def two_stories(folder: Path) -> None:
    with made(folder, "root", FIRST) as archive:
        add(archive, TWO)


def packed_story(folder: Path) -> None:
    two_versions(folder)
    pack_all(folder, NOW)


def bag_of_objects(folder: Path) -> None:
    made(folder, "root").close()
    with made(folder, "other", FIRST, SECOND) as other:
        exporting.export(other.store, str(folder / "bag"), [ONE], now=NOW, by=other.by, ocfl=True)


def bag_of_a_later_version(folder: Path) -> None:
    bag_of_objects(folder)
    shutil.rmtree(folder / "root")
    shutil.copytree(folder / "other", folder / "root")
    shutil.rmtree(folder / "root" / "extensions" / "x-news-archive" / "events")
    shutil.rmtree(folder / "bag")
    with opened(folder, "other", NOW) as other:
        other.withdraw(ONE, reason="wrong")
        exporting.export(other.store, str(folder / "bag"), [ONE], now=NOW, by=other.by, ocfl=True, withdrawn=True)


def bag_of_stories(folder: Path) -> None:
    made(folder, "root").close()
    with made(folder, "other", FIRST, SECOND) as other:
        exporting.export(other.store, str(folder / "bag"), [ONE], now=NOW, by=other.by)


def copy_that_is_behind(folder: Path) -> None:
    made(folder, "root").close()
    with made(folder, "other", FIRST) as other, opened(folder, "root", NOW) as root:
        list(replicate(other.store, root.store, now=lambda: NOW, by=other.by))
        add(other, content=SECOND)
        add(other, TWO)


def copy_of_what_was_purged(folder: Path) -> None:
    made(folder, "root").close()
    with made(folder, "other", FIRST) as other, opened(folder, "root", NOW) as root:
        list(replicate(other.store, root.store, now=lambda: NOW, by=other.by))
        other.purge(ONE, ONE, reason="court order")


def damaged_story(folder: Path) -> None:
    one_story(folder)
    shutil.copytree(folder / "root", folder / "other")
    store = FolderStore.open(str(folder / "root"))
    Path(store.place, store.path(ONE), "v1", "content", "canonical.xml").write_bytes(b"damaged")


def import_bag(folder: Path) -> None:
    with opened(folder, "root") as archive:
        tree = FolderTree(str(folder / "bag"))
        contents = ingest.Contents(reading.read(tree), tree, "bag")
        for item in contents.items:
            ingest.take(archive, contents, item, request())


def purge(folder: Path, *versions: str) -> None:
    with opened(folder, "root") as archive:
        inventory = archive.store.find(ONE)
        assert inventory is not None, "an object is never gone while it is purged"
        if TOMBSTONE in inventory.version().files() or len(inventory.versions) != 2 or is_purged(archive, versions):
            archive.store.settle(ONE)
        else:
            archive.purge(ONE, ONE, reason="court order", versions=versions)


def is_purged(archive: Archive, versions: tuple[str, ...]) -> bool:
    return bool(versions) and any(event.fact("purged-version") for event in archive.story(ONE).events)


def pack_all(folder: Path, now: str = LATER) -> None:
    with opened(folder, "root", now) as archive:
        assert isinstance(archive.store, PackedStore)
        list(pack(archive.store, "2020", now=now, by=archive.by))


def replicate_to_root(folder: Path) -> None:
    with opened(folder, "other") as other, opened(folder, "root") as root:
        assert not [each.error for each in replicate(other.store, root.store, now=other.now, by=other.by, purges=True)
                    if each.error]  # fmt: skip


def restore_root(folder: Path) -> None:
    store = FolderStore.open(str(folder / "root"), durability="none")
    with store:
        store.repair()  # As `convert archive repair --from` does.
        list(restore(store, open_store(str(folder / "other")), lambda: LATER))


def export_bag(folder: Path) -> None:
    with opened(folder, "root") as archive:
        if not (folder / "bag").exists():
            exporting.export(archive.store, str(folder / "bag"), [ONE], now=LATER, by=archive.by)


def acting(what: Callable[[Archive], object]) -> Act:
    def act(folder: Path) -> None:
        with opened(folder, "root") as archive:
            what(archive)

    return act


ACTS: dict[str, tuple[Callable[[Path], None], Act]] = {
    "add": (lambda folder: made(folder, "root").close(), acting(add)),
    "correct": (one_story, acting(lambda archive: add(archive, content=SECOND))),
    "withdraw": (one_story, acting(lambda archive: archive.withdraw(ONE, reason="wrong"))),
    "hold": (one_story, acting(lambda archive: archive.hold(ONE, reason="case 12"))),
    "release": (held_story, acting(lambda archive: archive.release(ONE, reason="closed"))),
    "retain": (one_story, acting(lambda archive: archive.retain(ONE, "2031-12-31"))),
    "link": (two_stories, acting(lambda archive: archive.link(ONE, TWO))),
    "purge": (two_versions, purge),
    "purge a version": (two_versions, lambda folder: purge(folder, "v1")),
    "purge from a pack": (packed_story, purge),
    "pack": (two_versions, pack_all),
    "correct a packed story": (packed_story, acting(lambda archive: add(archive, content=FIRST, accept_older=True))),
    "import objects": (bag_of_objects, import_bag),
    "import a later version": (bag_of_a_later_version, import_bag),
    "import stories": (bag_of_stories, import_bag),
    "replicate": (copy_that_is_behind, replicate_to_root),
    "replicate a purge": (copy_of_what_was_purged, replicate_to_root),
    "repair from a copy": (damaged_story, restore_root),
    "export": (one_story, export_bag),
}
"""Name → what is there before, and the act; each act does nothing where it is done."""


# ── What must hold ──────────────────────────────────────────────────────────


def require_noted(folder: Path) -> list[str]:
    """Return what was done to the objects of `root`, by its events; fail where a thing done has none, or two.

    What was copied, of what there is, is for the comparison with a run that nobody killed.
    """
    archive = opened(folder, "root")
    assert [each.words for each in verify(archive.store.tree)] == []
    acts = [(id, event) for id, event in logbook.of(archive.store)]
    assert max(Counter(event.id for _, event in acts).values(), default=0) <= 1, "an event stands twice in the logbook"
    told: list[str] = [f"{event.type}: {event.detail}" for _, event in acts]
    known = {(id, event.fact("version")) for id, event in acts if event.type == "replication"}
    lines = list(archive.store.ledger())
    for id in archive.ids():
        inventory = archive.store.find(id)
        assert inventory is not None
        for version, new in new_events(archive, inventory):
            told += [f"{version} {event.type}: {event.detail}" for event in new]
    for line in lines:
        if line.how in ("imported", "replicated"):
            assert (line.id, line.head) in known, f"{line.id} {line.head} was {line.how} without an event"
        if line.how == "packed":
            assert any(id == line.id and event.fact("pack") for id, event in acts), f"{line.id} was packed without one"
    return sorted(told)


def new_events(archive: Archive, inventory: Inventory) -> Iterator[tuple[str, list[Event]]]:
    """Yield each version and the events that it added."""
    before: set[str] = set()
    for version, each in inventory.versions.items():
        if TOMBSTONE in each.files():
            record = json.loads(archive.store.read(inventory.id, TOMBSTONE, version))
            yield version, [stored_events.parse(json.dumps(record["event"]).encode())]
            continue
        events = Story(archive.store, inventory, version).events
        assert max(Counter(event.id for event in events).values(), default=0) <= 1, "an event stands twice"
        yield version, [event for event in events if event.id not in before]
        before = {event.id for event in events}


def assert_kills_are_survived(name: str, folder: Path, step: int) -> int:
    prepare, act = ACTS[name]
    (start := folder / "start").mkdir()
    prepare(start)
    (quiet := folder / "quiet").mkdir()
    shutil.copytree(start, quiet, dirs_exist_ok=True)
    act(quiet)
    wanted = [each.replace(str(quiet), "") for each in require_noted(quiet)]
    number = 1
    while True:
        here = folder / str(number)
        shutil.copytree(start, here)
        was_killed = killed_at(number, lambda here=here: act(here))  # type: ignore[misc]
        act(here)
        told = [each.replace(str(here), "") for each in require_noted(here)]
        assert told == wanted, f"killed at call {number}"
        shutil.rmtree(here)
        if not was_killed:
            return number - 1
        number += step


@pytest.mark.slow
@pytest.mark.parametrize("name", ACTS)
def test_act_that_is_killed_at_any_call_has_its_event_after_one_resume(name: str, tmp_path: Path) -> None:
    print(f"\n{name}: killed at each of {assert_kills_are_survived(name, tmp_path, 1)} changing calls")


def test_import_that_is_killed_has_its_event_after_one_resume(tmp_path: Path) -> None:
    assert_kills_are_survived("import objects", tmp_path, 17)

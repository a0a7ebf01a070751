"""Eight writers on one root, half of them on the same inputs, one of them killed, a reader beside."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from converter.archive import folder
from converter.archive.folder import FolderStore
from converter.archive.store import Conflict
from converter.archive.verify import verify
from tests.archive.store import kills

if TYPE_CHECKING:
    from pathlib import Path

    from converter.archive.inventory import Inventory
    from converter.archive.root import Root
    from converter.archive.store import Durability, Receipt


def _write(place: str, inputs: list[tuple[str, int]], durability: Durability, report: Path) -> None:
    """Store each input (id, version) as a batch does: an older version first, a known one not again."""
    stored: list[tuple[str, str]] = []
    left = list(inputs)
    with FolderStore.open(place, durability=durability) as store, store.group(4) as group:
        while True:
            try:
                while left:
                    id, number = left[0]
                    found = store.find(id)
                    have = len(found.versions) if found else 0
                    if have >= number:
                        store.settle(id)
                        receipts: tuple[Receipt, ...] = ()
                    elif have + 1 < number:  # Its first version waits in this group.
                        stored += [(each.id, each.version) for each in group.flush()]
                        continue
                    else:
                        receipts = group.put(id, kills.version(f"{id} {number}"), found)
                    left.pop(0)
                    stored += [(each.id, each.version) for each in receipts]
                stored += [(each.id, each.version) for each in group.flush()]
                break
            except Conflict:
                continue  # Another was first: look again.
    report.write_text(json.dumps(stored))


def _read(place: str, ids: list[str], stop: str) -> None:
    """Read all the time; an object never goes back, and each version is whole."""
    store = FolderStore.open(place)
    last: dict[str, int] = {}
    count = 0
    while not os.path.exists(stop) or not count:
        for id in ids:
            found = store.find(id)
            if found is None:
                assert id not in last, f"{id} is gone"
                continue
            number = len(found.versions)
            assert number >= last.get(id, 0), f"{id} went back"
            text = store.read(id, "source/story.txt", found.head).decode()
            assert text == f"{id} {number}", f"{id} {found.head} has {text!r}"
            last[id] = number
            count += 1


def _die_holding(place: str, id: str) -> None:
    """Begin a put and be killed in it: renamed into its place, not in the ledger, its lock held."""
    kills.Shim(None).put_on()
    real = os.rename

    def rename_and_die(old: str, new: str) -> None:
        real(old, new)
        os.kill(os.getpid(), signal.SIGSTOP)  # The others come to wait at its lock before it is killed.

    kills.disk.os.rename = rename_and_die  # type: ignore[attr-defined]
    FolderStore.open(place).put(id, kills.version(f"{id} 1"), None)


def _race(folder: Path, durability: Durability, count: int) -> None:
    place = str(folder / "root")
    FolderStore.create(place).close()
    shared = [f"urn:example:shared:{number}" for number in range(count)]
    own = {writer: [f"urn:example:{writer}:{number}" for number in range(count)] for writer in range(4, 8)}
    everything = [*shared, *(id for ids in own.values() for id in ids)]

    doomed = kills.started(lambda: _die_holding(place, shared[0]))
    os.waitpid(doomed, os.WUNTRACED)
    reader = kills.started(lambda: _read(place, everything, str(folder / "stop")))
    writers = []
    for writer in range(8):
        ids = shared if writer < 4 else own[writer]
        inputs = [(id, number) for number in (1, 2) for id in ids]
        report = folder / f"report-{writer}"
        writers.append(kills.started(lambda inputs=inputs, report=report: _write(place, inputs, durability, report)))  # type: ignore[misc]
    time.sleep(0.1)
    assert os.waitpid(writers[0], os.WNOHANG) == (0, 0), "a writer waits for one that lives"
    os.kill(doomed, signal.SIGKILL)
    assert kills.ended(doomed) == -signal.SIGKILL
    assert [kills.ended(each) for each in writers] == [0] * 8
    (folder / "stop").touch()
    assert kills.ended(reader) == 0, "a torn read"

    stored = Counter(
        tuple(each) for writer in range(8) for each in json.loads((folder / f"report-{writer}").read_text())
    )
    wanted = {(id, f"v{number}") for id in everything for number in (1, 2)}
    assert set(stored) == wanted - {(shared[0], "v1")}, "each input is stored; of the killed writer's by nobody else"
    assert set(stored.values()) == {1}, "each input is stored by one writer"

    class All(kills.Scenario):
        def heads(self) -> dict[str, Inventory]:
            return {id: kills.made(id, kills.version(f"{id} 1"), kills.version(f"{id} 2")) for id in everything}

    kills.require_whole(All(), place)
    hows = Counter(line.how for line in FolderStore.open(place).ledger())
    assert hows == {"put": 2 * len(everything) - 1, "adopted": 1}


@pytest.mark.slow
@pytest.mark.parametrize("durability", ["group", "none"])
def test_eight_writers_one_killed_and_a_reader(durability: Durability, tmp_path: Path) -> None:
    _race(tmp_path, durability, 2)


@pytest.mark.slow
@pytest.mark.parametrize("durability", ["each", "group", "none"])
def test_eight_writers_with_more_to_do(durability: Durability, tmp_path: Path) -> None:
    _race(tmp_path, durability, 12)


def test_threads_may_share_a_store(tmp_path: Path) -> None:
    stored: list[str] = []
    lost: list[str] = []
    with FolderStore.create(str(tmp_path / "root"), durability="none") as store:

        def write(number: int) -> None:
            for id in ("shared:1", "shared:2", f"own:{number}"):
                try:
                    stored.append(store.put(f"urn:example:{id}", kills.version(id), None).id)
                except Conflict:
                    lost.append(id)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert sorted(stored) == sorted(set(store.ids()))
    assert len(stored) == 10
    assert len(lost) == 14
    assert store.repair() == ()


def test_writer_that_begins_is_never_swept(tmp_path: Path) -> None:
    """A sweep and a writer that begins at the same time, again and again: no staging is lost that is in use."""
    place = str(tmp_path / "root")
    FolderStore.create(place, durability="none").close()
    stop = tmp_path / "stop"

    def sweep() -> None:
        while not stop.exists():
            with FolderStore.open(place, durability="none") as store:
                store.repair()

    sweeper = kills.started(sweep)
    try:
        for number in range(30):
            with FolderStore.open(place, durability="none") as store:
                store.put(f"urn:example:{number}", kills.version("x"), None)
    finally:
        stop.touch()
    assert kills.ended(sweeper) == 0
    assert len(list(FolderStore.open(place).ids())) == 30


def test_root_that_several_make_at_once_keeps_what_the_first_puts(tmp_path: Path) -> None:
    place = str(tmp_path / "root")
    start = tmp_path / "start"

    def make(number: int) -> None:
        while not start.exists():
            pass
        with FolderStore.create(place, durability="none") as store:
            store.put(f"urn:example:{number}", kills.version("x"), None)

    makers = [kills.started(lambda number=number: make(number)) for number in range(6)]  # type: ignore[misc]
    start.touch()

    assert [kills.ended(maker) for maker in makers] == [0] * 6
    store = FolderStore.open(place)
    assert sorted(store.ids()) == sorted(line.id for line in store.ledger()) == [f"urn:example:{n}" for n in range(6)]


@pytest.mark.parametrize("when", ["before we look", "after we looked"])
def test_root_that_another_makes_just_before_is_not_made_anew(
    when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "root")
    require_unused = folder._require_unused

    def be_overtaken(root: Root) -> None:
        if when == "after we looked":
            require_unused(root)
        monkeypatch.undo()
        with FolderStore.create(place, durability="none") as first:
            first.put("urn:example:1", kills.version("x"), None)
        if when == "before we look":
            require_unused(root)

    monkeypatch.setattr(folder, "_require_unused", be_overtaken)

    with FolderStore.create(place, durability="none") as second:
        assert [line.id for line in second.ledger()] == ["urn:example:1"]
        second.put("urn:example:2", kills.version("x"), None)
    assert list(verify(FolderStore.open(place).tree)) == []

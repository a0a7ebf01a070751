"""A kill at any call that changes a file loses nothing and doubles nothing: one resume, and the archive is whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from converter.archive.folder import FolderStore
from tests.archive.store import kills

if TYPE_CHECKING:
    from pathlib import Path

    from converter.archive.inventory import Inventory
    from converter.archive.store import Durability
    from tests.archive.store.kills import Scenario


class Bench:
    """A folder where one scenario is killed again and again, each time from the same start."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario, self.folder = scenario, folder
        self.place = str(folder / "root")
        self._start = folder / "start"
        self._start.mkdir()
        scenario.prepare(self.place)
        for each in folder.glob("root*"):
            shutil.move(each, self._start / each.name)

    def begin(self) -> None:
        for each in self.folder.glob("root*"):
            shutil.rmtree(each)
        for each in self._start.iterdir():
            shutil.copytree(each, self.folder / each.name)

    def run(self) -> None:
        self.scenario.run(self.place)

    def resume(self) -> None:
        kills.resume(self.scenario, self.place)
        kills.require_whole(self.scenario, self.place)


@pytest.fixture(params=list(kills.SCENARIOS))
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    (tmp_path / "bench").mkdir()
    return Bench(kills.SCENARIOS[request.param], tmp_path / "bench")


@pytest.mark.slow
def test_kill_at_every_call_loses_nothing(bench: Bench) -> None:
    bench.begin()
    calls = kills.calls_of(bench.run, bench.folder)
    kills.require_whole(bench.scenario, bench.place)

    for number in range(1, len(calls) + 1):
        bench.begin()
        assert kills.kill_at(bench.run, number), f"call {number} was never reached"
        try:
            bench.resume()
        except BaseException as error:
            error.add_note(f"killed at call {number} of {len(calls)}: {' '.join(calls[number - 1])}")
            raise


@pytest.mark.slow
def test_kill_at_every_system_call_loses_nothing(bench: Bench, tmp_path: Path) -> None:
    assert kills.can_trace(tmp_path), "needs strace, and the right to trace"
    bench.begin()
    bench.run()  # Here, so that what is imported on the way is not counted in one child and there in the next.
    bench.begin()
    status, trace = kills.traced(bench.run, tmp_path)
    assert status == 0
    points = kills.points(trace)
    bench.begin()
    seen = [name for name, *_ in kills.calls_of(bench.run, bench.folder)]
    assert [name for _, _, (name, *_) in points] == seen, "the shim misses some calls"
    print(f"\n{type(bench.scenario).__name__}: {len(points)} changing system calls")

    for name, which, about in points:
        bench.begin()
        status, _ = kills.traced(bench.run, tmp_path, "-e", f"inject={name}:signal=KILL:when={which}")
        assert status == -signal.SIGKILL, f"{name} number {which} was never reached"
        try:
            bench.resume()
        except BaseException as error:
            error.add_note(f"killed at {name} number {which}: {' '.join(about)}")
            raise


@pytest.mark.slow
def test_two_hundred_kills_at_random_lose_nothing(tmp_path: Path) -> None:
    """A batch is killed after a random time, and begun again; what it said to have stored is there each time."""
    place = str(tmp_path / "root")
    FolderStore.create(place).close()
    stories = [f"{kills.ID}/{number}" for number in range(2000)]
    chance = random.Random(3)
    acknowledged: dict[str, str] = {}
    count = 0
    while count < 200:
        reading, writing = os.pipe()
        durability: Durability = chance.choice(("each", "group"))
        process = os.fork()
        if process == 0:
            _batch(place, stories[len(acknowledged) // 4 :], durability, writing)
            os._exit(0)
        os.close(writing)
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(process, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL, "the batch came to its end"
        count += 1
        with open(reading) as file:
            for line in file.read().split("\n")[:-1]:
                id, head = line.split(" ")
                acknowledged[id] = head
        store = FolderStore.open(place)
        for id, head in list(acknowledged.items())[-50:]:
            found = store.find(id)
            assert found is not None, f"{id} was acknowledged and is lost after {count} kills"
            assert int(found.head[1:]) >= int(head[1:])

    with FolderStore.open(place) as store:
        store.repair()
        wanted = {}
        for id in store.ids():
            found = store.find(id)
            assert found is not None
            versions = [kills.version(f"{id} {number}") for number in range(1, len(found.versions) + 1)]
            assert found == kills.made(id, *versions)
            wanted[id] = found
    assert wanted.keys() >= acknowledged.keys()
    print(f"\n{count} kills, {len(acknowledged)} stories acknowledged")

    class All(kills.Scenario):
        def heads(self) -> dict[str, Inventory]:
            return wanted

    kills.require_whole(All(), place)


def _batch(place: str, stories: list[str], durability: Durability, writing: int) -> None:
    """Store stories, and some a second time, saying what is acknowledged."""
    store = FolderStore.open(place, durability=durability)
    with store.group(4) as group:
        for number, id in enumerate(stories):
            found = store.find(id)
            if found is None:
                receipts = group.put(id, kills.version(f"{id} 1"), None)
            elif len(found.versions) == 1 and number % 3 == 0:
                receipts = group.put(id, kills.version(f"{id} 2"), found)
            else:
                store.settle(id)
                receipts = ()
            for each in receipts:
                os.write(writing, f"{each.id} {each.version}\n".encode())

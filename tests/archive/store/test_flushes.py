"""What is acknowledged survives a power cut: nothing is published or acknowledged before it is flushed."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from converter.archive.folder import FolderStore
from tests.archive.store import kills
from tests.archive.store.flushes import faults, paths_of

if TYPE_CHECKING:
    from pathlib import Path

_SCENARIOS = [name for name in kills.SCENARIOS if name != "init"]


def test_init_flushes_all_before_its_declaration(tmp_path: Path) -> None:
    place = str(tmp_path / "root")

    calls = kills.calls_of(lambda: kills.SCENARIOS["init"].run(place), tmp_path)

    assert list(faults(calls, place)) == []
    assert calls[-2:] == [("rename", calls[-2][1], f"{place}/0=ocfl_1.1"), ("fsync", place)]


@pytest.mark.parametrize("name", _SCENARIOS)
def test_nothing_is_acknowledged_before_it_is_flushed(name: str, tmp_path: Path) -> None:
    scenario, place = kills.SCENARIOS[name], str(tmp_path / "root")
    scenario.prepare(place)
    before = paths_of(place)

    calls = kills.calls_of(lambda: scenario.run(place), tmp_path)

    assert list(faults(calls, place, before)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", _SCENARIOS)
def test_system_calls_tell_the_same(name: str, tmp_path: Path) -> None:
    assert kills.can_trace(tmp_path), "needs strace, and the right to trace"
    scenario, place = kills.SCENARIOS[name], str(tmp_path / "root")
    scenario.prepare(place)
    before = paths_of(place)

    status, trace = kills.traced(lambda: scenario.run(place), tmp_path)

    assert status == 0
    assert list(faults([call for _, _, call in kills.points(trace)], place, before)) == []


@pytest.mark.parametrize("name", ["v1", "v2", "group", "replace", "remove", "adopt"])
def test_the_rules_notice_each_flush_that_is_left_out(name: str, tmp_path: Path) -> None:
    """The judge is judged: without any one kind of flush it finds a fault; and `none` breaks every rule."""
    scenario, place = kills.SCENARIOS[name], str(tmp_path / "root")
    scenario.prepare(place)
    before = paths_of(place)
    calls = kills.calls_of(lambda: scenario.run(place), tmp_path)
    flushes = [number for number, (call, *_) in enumerate(calls) if call in ("fsync", "syncfs")]

    needed = [number for number in flushes if list(faults([*calls[:number], *calls[number + 1 :]], place, before))]
    without = {
        fault[:2] for fault in faults([call for call in calls if call[0] not in ("fsync", "syncfs")], place, before)
    }

    # The others are of folders above, which a writer that died may have made, and of what is mended on the way.
    assert len(needed) >= (2 if name in ("remove", "group") else 10 if name == "v1" else 4), f"only {needed} are needed"
    assert without >= ({"R3", "R4"} if name == "remove" else {"R1", "R2", "R3", "R4"})
    shutil.rmtree(place)


def test_a_group_frees_no_inode_for_each_put(tmp_path: Path) -> None:
    """Each would slow down every file that is made in the next five seconds, on ext4 (decision 0073)."""

    def freed(count: int) -> Counter[str]:
        place = str(tmp_path / f"root-{count}")

        def run() -> None:
            with FolderStore.create(place, durability="group") as store, store.group() as group:
                for number in range(count):
                    group.put(f"{kills.ID}/{number}", kills.version(str(number)), None)

        calls = Counter(name for name, *_ in kills.calls_of(run, tmp_path))
        assert calls["rename"] >= count
        return Counter({name: calls[name] for name in ("unlink", "rmdir")})

    assert freed(50) == freed(1)

"""What packs save, and what they cost: the same stories loose and packed, in one run.

    python -m benchmarks.packs [--stories 2000] [--each 1000]

Space is what the file system has allocated for objects, in inodes and bytes.
Reading is the median of a thousand looks for a story's canonical form, by a
store that is open; "first" is the first look of a fresh store, which reads
the indexes of all packs; "none" is a look for an id that is nowhere, as each
new story needs one. Times are CPU time of this process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter.archive.agents import PROGRAM
from converter.archive.folder import FolderStore
from converter.archive.packs import packing
from converter.archive.packs.store import PackedStore
from converter.model.head import Date
from tests.archive.bags.archives import make_article, put_story

NOW = "2026-11-25T13:00:00Z"
WORDS = "Rain fell on the port for days, and the ferries stayed where they were, the harbour master said. " * 20


def opened(folder: Path) -> PackedStore:
    """Return the store of a folder; a kill is survived, a power cut need not be."""
    return PackedStore(FolderStore.create(str(folder), durability="none"))


def fill(store: PackedStore, count: int) -> list[str]:
    """Put stories of 2 KB and return their ids."""
    ids = []
    for number in range(count):
        id = f"urn:x:{number}"
        made = make_article(id, f"{number} {WORDS}")
        article = made.replace(head=made.head.replace(dates=(Date("published", "2019-05-01"),)))
        assert isinstance(store.loose, FolderStore)
        put_story(store.loose, article, source=f"{number} {WORDS}\n".encode())
        ids.append(id)
    return ids


def space(folder: Path) -> tuple[int, int, int]:
    """Return inodes, bytes and allocated bytes of the objects."""
    inodes = size = allocated = 0
    for path, folders, files in os.walk(folder):
        if path == str(folder):
            folders.remove("extensions")
        for name in (*folders, *files):
            state = os.lstat(os.path.join(path, name))
            inodes += 1
            allocated += state.st_blocks * 512
            size += state.st_size if name in files else 0
    return inodes, size, allocated


def spent_ms(act: Callable[[], object]) -> float:
    """Return the CPU time of an act."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def looks_ms(store: PackedStore, ids: list[str]) -> float:
    """Return the median of reading canonical forms."""
    return statistics.median(spent_ms(lambda: store.read(id, "canonical.xml")) for id in ids)  # noqa: B023


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--stories", type=int, default=2_000)
    parser.add_argument("--each", type=int, default=1_000, help="stories a pack")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "root"
        store = opened(folder)
        ids = fill(store, given.stories)
        some = ids[:: max(1, len(ids) // 1_000)]
        loose = space(folder), looks_ms(store, some), spent_ms(lambda: store.find("urn:x:none"))
        start = time.process_time()
        done = list(packing.pack(store, "2020", now=NOW, by=PROGRAM, most=given.each))
        seconds = time.process_time() - start
        assert sum(len(each.ids) for each in done) == given.stories
        fresh = opened(folder)
        first = spent_ms(lambda: fresh.read(ids[0], "canonical.xml"))
        packed = space(folder), looks_ms(fresh, some), spent_ms(lambda: fresh.find("urn:x:none"))
    print(
        f"{given.stories:,} stories in {len(done):,} packs, {given.stories / seconds:,.0f} stories packed a CPU second"
    )
    print(f"{'':8} {'inodes':>10} {'bytes':>12} {'allocated':>12} {'read':>9} {'first':>9} {'none':>9}")
    for label, (sizes, read, none), one in (("loose", loose, read_first(loose)), ("packed", packed, first)):
        inodes, size, allocated = (each / given.stories for each in sizes)
        print(f"{label:8} {inodes:10.3f} {size:12,.0f} {allocated:12,.0f} {read:6.2f} ms {one:6.2f} ms {none:6.2f} ms")
    ratios = [one / other for one, other in zip(loose[0], packed[0], strict=True)]
    print(f"{'saves':8} {ratios[0]:9.0f}× {ratios[1]:11.1f}× {ratios[2]:11.1f}×")


def read_first(loose: tuple[tuple[int, int, int], float, float]) -> float:
    """Return the first look of a store without packs: as any other."""
    return loose[1]


if __name__ == "__main__":
    main()

"""Put rates of the three durabilities, in turn on the same disk, as ratios.

    python -m benchmarks.archive [--folder FOLDER] [--puts 64] [--rounds 5]

The disk decides the rates, and other programs on it: so the durabilities take
turns within a round, each on a root of its own, and what counts is the median
of the rounds' ratios. The folder must lie on a disk, not in memory.

Goals: `group` is at least twice as fast as `each`, and at least a quarter as
fast as `none`. Exit 1 when one is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User

if TYPE_CHECKING:
    from converter.archive.store import Durability

DURABILITIES: tuple[Durability, ...] = ("each", "group", "none")
LEAST = {"each": 2.0, "none": 0.25}
"""What `group` must be, of the rate of the other."""


def story(number: int) -> NewVersion:
    """Return a version of 25 KB: a source, a canonical form, events."""
    text = f"{number} ".encode() * 2048
    files = {"source/story.txt": text[:8192], "canonical.xml": text[:15360], "events.jsonl": text[:2048]}
    return NewVersion("2026-01-01T00:00:00Z", "put", User("Benchmark", "mailto:bench@example.org"), files)


def rate(folder: Path, durability: Durability, puts: int) -> float:
    """Return how many new stories a second are acknowledged."""
    FolderStore.create(str(folder), durability="none").close()
    versions = [story(number) for number in range(puts)]
    with FolderStore.open(str(folder), durability=durability) as store:
        start = time.perf_counter()
        with store.group() as group:
            for number, version in enumerate(versions):
                group.put(f"urn:example:{number}", version, None)
        return puts / (time.perf_counter() - start)


def main() -> int:
    """Print the rates and ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", default=None)
    parser.add_argument("--puts", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    rates: dict[Durability, list[float]] = {each: [] for each in DURABILITIES}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for number in range(options.rounds):
            for durability in DURABILITIES:
                rates[durability].append(rate(Path(folder) / f"{durability}-{number}", durability, options.puts))
    for durability, found in rates.items():
        print(f"{durability:6} {statistics.median(found):8.1f} puts/s   ({min(found):.1f} to {max(found):.1f})")
    missed = False
    for other, least in LEAST.items():
        name: Durability = "each" if other == "each" else "none"
        ratio = statistics.median(group / one for group, one in zip(rates["group"], rates[name], strict=True))
        missed |= ratio < least
        print(f"group / {other}: {ratio:.2f}   (at least {least})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

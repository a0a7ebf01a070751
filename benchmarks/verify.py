"""What `convert archive verify` costs: CPU against ocfl-py on the same root in the same run, and memory on a large one.

    python benchmarks/verify.py [--objects 1000] [--pairs 5] [--jobs N]
    python benchmarks/verify.py --memory [--objects 100000] [--at-most-mb 150]

CPU: whole processes in turn, `convert archive verify ROOT --no-log` and the
judges' Python with ocfl-py (`tests/judges/ocfl_py.py`); the ratio is the
median of the pairs' ratios.
Memory: the largest resident size of any process of the command, with damage
in the root, so that findings are in it. `--at-most-mb` makes it a test.
An object is an article of 8 files, 2 KB of source and 4 KB of canonical XML.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.measure import Pairs, child_cpu_ms
from converter.archive import inventory, ledger
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User
from converter.archive.store import AREA

JUDGE = [str(ROOT / ".judges" / "bin" / "python"), str(ROOT / "tests" / "judges" / "ocfl_py.py")]
BY = User("Benchmark", "mailto:benchmark@example.org")


def make_root(folder: Path, count: int) -> None:
    """Make a root of so many stories, of two versions each tenth.

    The files are those that the store would write, put down without its staging, locks and flushes: ten times as fast.
    """
    store = FolderStore.create(str(folder), durability="none")
    previous = ledger.START
    with (folder / AREA / ledger.file_name(1)).open("ab") as lines:
        for number in range(count):
            id = f"urn:newsml:example.com:20260101:story-{number:07d}"
            before = None
            for which in (1, 2) if number % 10 == 0 else (1,):
                new = version(number, which)
                before, written = inventory.after(before, id, new)
                put_down(folder / store.path(id), before, written)
                digest = inventory.sha512(before.serialise())
                line = ledger.Line(new.created, id, before.head, digest, "put", previous)
                previous = line.hash()
                lines.write(line.serialise() + b"\n")
    store.close()


def put_down(folder: Path, made: inventory.Inventory, written: dict[str, bytes]) -> None:
    """Write the files of an object's newest version, and its root files."""
    content = made.serialise()
    files = {f"{place}{inventory.FILE}": content for place in ("", f"{made.head}/")}
    files |= {f"{path}.sha512": inventory.sidecar(content) for path in files}
    files |= {"0=ocfl_object_1.1": b"ocfl_object_1.1\n", **written}
    for each in {os.path.dirname(path) for path in files}:
        os.makedirs(f"{folder}/{each}", exist_ok=True)
    for path, each_content in files.items():
        with open(f"{folder}/{path}", "wb") as file:
            file.write(each_content)


def version(number: int, which: int) -> NewVersion:
    """Return a version of a story; no two have a file in common."""
    seed = hashlib.sha256(f"{number} {which}".encode()).hexdigest()
    files = {
        "source/story.txt": (f"{seed} The bridge is open again. " * 23).encode(),
        "canonical.xml": f"<article>{'<p>The bridge is open again.</p>' * 120}{seed}</article>".encode(),
        "events.jsonl": f'{{"type":"ingestion","id":"{seed}"}}\n'.encode(),
    }
    fixity = {path: hashlib.sha256(files[path]).hexdigest() for path in ("source/story.txt", "canonical.xml")}
    return NewVersion(f"2026-01-{which:02d}T00:00:00Z", "benchmark", BY, files, fixity)


def ours(root: Path, *flags: str) -> list[str]:
    """Return the command that is measured."""
    return [sys.executable, "-m", "converter", "archive", "verify", str(root), "--no-log", *flags]


def measure_cpu(root: Path, count: int, pair_count: int) -> None:
    """Print what both cost, and ours without content digests."""
    pairs = Pairs(ours(root), [*JUDGE, str(root)], count=pair_count)
    both = f"convert archive verify {pairs.ours_ms:.0f} ms   ocfl-py {pairs.theirs_ms:.0f} ms"
    print(f"CPU     {count:,} objects: {both}   {1 / pairs.ratio:.1f} × less   (median of {pair_count} pairs)")
    print(f"        --quick {child_cpu_ms(ours(root, '--quick')):.0f} ms")


def measure_memory(root: Path, count: int, jobs: int) -> float:
    """Print and return the largest resident size of the command, in megabytes, over a root with 100 damaged objects."""
    damaged = [next(each.glob("*/v1/content/source/story.txt")) for each in sorted(root.glob("???"))[:100]]
    for path in damaged:
        path.write_bytes(b"changed")
    began = time.monotonic()
    process = subprocess.Popen(ours(root, "--jobs", str(jobs)), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    seconds = time.monotonic() - began
    if process.returncode != 7 or out.count(b"[file-changed") != len(damaged):
        sys.exit(f"found {out.count(b'[file-changed')} of {len(damaged)} damaged objects:\n{err.decode()}")
    import resource

    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    ledger = sum(path.stat().st_size for path in root.glob("extensions/x-news-archive/ledger*.jsonl"))
    print(
        f"memory  {count:,} objects, ledger of {ledger / 1e6:.1f} MB, {jobs} jobs: {megabytes:.0f} MB in "
        f"{seconds:.0f} s ({count / seconds:,.0f} objects/s); {len(damaged)} of {len(damaged)} damaged ones found"
    )
    return megabytes


def main() -> int:
    """Make a root, measure, and return 1 when a ceiling is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--objects", type=int, metavar="N")
    parser.add_argument("--pairs", type=int, default=5, metavar="N")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("--at-most-mb", type=float, metavar="MB")
    asked = parser.parse_args()
    count = asked.objects or (100_000 if asked.memory else 1_000)

    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        began = time.monotonic()
        make_root(root, count)
        print(f"made    {count:,} objects in {time.monotonic() - began:.0f} s, of 8 files and more")
        if not asked.memory:
            measure_cpu(root, count, asked.pairs)
            return 0
        megabytes = measure_memory(root, count, asked.jobs)
    if asked.at_most_mb is not None and megabytes > asked.at_most_mb:
        print(f"too much: {megabytes:.0f} MB is over {asked.at_most_mb:.0f}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure `convert batch`: memory by the number of inputs, workers, CPU against pandoc, groups against single flushes.

    python benchmarks/batch.py [memory] [cores] [pandoc] [group] [--small 5000] [--large 20000] [--stories 5000]
                               [--folder /dev/shm]

memory  peak of the leader and its workers together over two batches, large and small, to xml, docx and newsml
cores   articles a second of two workers against one, in turn; with the folder in memory, so that no disk plays a part;
        the leader's share of the CPU, which says what two workers can be at most, whatever else the machine does;
        and, in turn with both, what two processes that only count do against one: two processors of a virtual machine
        may be one of its host
pandoc  CPU an article of a batch, all its processes counted, against a loop of pandoc processes: one a file, to docx;
        and two a file, to docx and to JATS, as one process writes one format
group   articles a second into an archive, with one flush for a group against flushes for each object, in turn

Without a name, all four. What it prints is what it saw; a busy machine shows in the load, which is printed too.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.measure import child_cpu_ms
from benchmarks.run import find_pandocs, version_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.store import Durability
    from converter.conversion.pipeline import Plan

SAMPLE = ROOT / "samples" / "major-non-nato-ally.txt"
FORMATS = "xml,docx,newsml"
PANDOCS = 40
"""Processes of pandoc of each kind in a round."""
_FREED_S = 6.0
DURABILITIES: tuple[Durability, ...] = ("group", "each")


def write_stories(folder: Path, count: int) -> Path:
    """Write so many stories of the size of the sample, each unlike the others, and return their folder."""
    folder.mkdir(parents=True)
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(exist_ok=True)
        (place / f"story-{number:06d}.txt").write_text(f"{text}\nThis is number {number} of them.\n", encoding="utf-8")
    return folder


def batch(source: Path, *more: str) -> list[str]:
    """Return the command line of a batch."""
    return [sys.executable, "-m", "converter", "batch", str(source), *more]


# ── Memory ──────────────────────────────────────────────────────────────────


def peak_mib(command: Sequence[str]) -> float:
    """Run a command and return the largest sum of memory that it and its children had at one time, in MiB.

    Memory that processes share is counted once (PSS).
    """
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_pss_kib, [process.pid, *_children(process.pid)])))
        time.sleep(0.1)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return peak / 1024


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _pss_kib(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def measure_memory(folder: Path, small: int, large: int) -> None:
    """Print the peaks of two batches, and of running them again, and their ratio."""
    peaks = []
    for count in (small, large):
        source = write_stories(folder / f"in-{count}", count)
        command = batch(source, "--to", FORMATS, "-o", str(folder / f"out-{count}"))
        first, again = peak_mib(command), peak_mib(command)
        print(f"memory  {count:>7,} articles  {first:6.1f} MiB   the same again, all known {again:6.1f} MiB")
        peaks.append((first, again))
        shutil.rmtree(folder / f"out-{count}")
        shutil.rmtree(source)
    (first, again), (first_large, again_large) = peaks
    print(f"memory  ratio {first_large / first:.3f}, again {again_large / again:.3f}")


# ── Speed ───────────────────────────────────────────────────────────────────


def measure_cores(folder: Path, count: int, pairs: int) -> None:
    """Print the rates of one worker and of two, in turn."""
    source = write_stories(folder / "cores", count)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    shares: list[float] = []
    counting: list[float] = []
    for _ in range(pairs):
        counting.append(2 * _count_s(1) / _count_s(2))
        for jobs in (1, 2):
            out = folder / "cores-out"
            wall, share = run_with_leader(
                batch(source, "--to", f"{FORMATS},pdf", "-o", str(out), "--jobs", str(jobs)), folder / "cores-log"
            )
            seconds[jobs].append(wall)
            shares.append(share)
            shutil.rmtree(out)
    ratio = statistics.median(one / two for one, two in zip(seconds[1], seconds[2], strict=True))
    one, two = (count / statistics.median(seconds[jobs]) for jobs in (1, 2))
    share = statistics.median(shares)
    print(f"cores   two processes that only count do {statistics.median(counting):.2f} times what one does")
    print(f"cores   1 worker {one:6.1f}/s   2 workers {two:6.1f}/s   ratio {ratio:.2f}   (median of {pairs} pairs)")
    print(
        f"cores   the leader has {share:.1%} of the CPU, its start aside: "
        f"two workers on two free processors do at most {2 * (1 - share):.2f} times what one does"
    )


_COUNTING = "for number in range(50_000_000): pass"


def _count_s(processes: int) -> float:
    """Return how many seconds so many processes take that do nothing but count, side by side."""
    began = time.monotonic()
    running = [subprocess.Popen([sys.executable, "-S", "-c", _COUNTING]) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.monotonic() - began


def run_with_leader(command: Sequence[str], log: Path) -> tuple[float, float]:
    """Run a batch; return how many seconds it took, and the leader's share of its CPU once the workers are there."""
    began = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        start = last = 0.0
        while process.poll() is None:
            last = _own_cpu_s(process.pid) or last
            if not start and _children(process.pid):
                start = last
            time.sleep(0.02)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.monotonic() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_bytes())
    whole = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime - start
    return wall, (last - start) / whole


def _own_cpu_s(process: int) -> float:
    """Return the CPU that a process has used itself, in seconds; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_pandoc(folder: Path, count: int, pairs: int) -> None:
    """Print the CPU of an article in a batch and in a loop of pandoc processes, in turn.

    A process of pandoc writes one format, so to write an XML beside the DOCX, as we do, takes a second one.
    """
    source = write_stories(folder / "pandoc", count)
    out = folder / "pandoc-out"
    command = batch(source, "--to", FORMATS, "-o", str(out), "--jobs", "2")
    texts = sorted(source.rglob("*.txt"))
    os.chdir(ROOT)
    ours: list[float] = []
    theirs: dict[tuple[str, str], list[float]] = {}
    for number in range(pairs):
        ours.append(child_cpu_ms(command) / count)
        shutil.rmtree(out)
        for pandoc in map(str, find_pandocs()):
            for form in ("docx", "jats"):
                loop = [
                    child_cpu_ms([pandoc, str(path), "--standalone", "-t", form, "-o", str(folder / f"pandoc.{form}")])
                    for path in texts[number::pairs][:PANDOCS]
                ]
                theirs.setdefault((pandoc, form), []).append(statistics.mean(loop))
    mine = statistics.median(ours)
    print(f"pandoc  a batch of {count:,} to {FORMATS}: {mine:.2f} ms an article, its start included")
    for pandoc in map(str, find_pandocs()):
        docx, jats = (statistics.median(theirs[pandoc, form]) for form in ("docx", "jats"))
        print(
            f"pandoc  {version_of(pandoc)}: to docx {docx:.1f} ms, ratio {docx / mine:.1f}   "
            f"to docx and, by a second process, jats {docx + jats:.1f} ms, ratio {(docx + jats) / mine:.1f}"
        )
    print(f"pandoc  CPU of all processes, user and system, median of {pairs} rounds in turn")


def measure_group(folder: Path, count: int, pairs: int) -> None:
    """Print the rates of an archive that flushes groups and of one that flushes each object, in turn.

    Nothing is deleted between the rounds: ext4 gives no inode away that was freed within five seconds, and looks
    through all of those for each new file (decision 0073).
    """
    import converter
    from converter.archive.archive import Archive

    source = write_stories(folder / "group", count)
    plans = [(path.name, path.read_bytes()) for path in sorted(source.rglob("*.txt"))]
    seconds: dict[str, list[float]] = {"group": [], "each": []}
    time.sleep(_FREED_S)
    for number in range(pairs):
        for how in DURABILITIES:
            place = folder / f"archive-{how}-{number}"
            with Archive.open(place, create=True, durability=how) as archive:
                prepared = [archive.prepare(_plan(name, content)) for name, content in plans]
                began = time.monotonic()
                with archive.group() as group:
                    for each in prepared:
                        archive.put(each, group if how == "group" else None)
                seconds[how].append(time.monotonic() - began)
    ratio = statistics.median(each / group for group, each in zip(seconds["group"], seconds["each"], strict=True))
    group_rate, each_rate = (count / statistics.median(seconds[how]) for how in ("group", "each"))
    print(
        f"group   in groups {group_rate:6.1f}/s   each by itself {each_rate:6.1f}/s   ratio {ratio:.1f}   "
        f"(puts, median of {pairs} pairs, {converter.__version__})"
    )


def _plan(name: str, content: bytes) -> Plan:
    from converter.conversion.plan import plan_for, request

    return plan_for(content, name, request())


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="WHAT")
    parser.add_argument("--small", type=int, default=5_000, metavar="N")
    parser.add_argument("--large", type=int, default=20_000, metavar="N")
    parser.add_argument("--count", type=int, default=400, metavar="N")
    parser.add_argument("--stories", type=int, default=5_000, metavar="N", help="in the batch against pandoc")
    parser.add_argument("--pairs", type=int, default=5, metavar="N")
    parser.add_argument("--folder", metavar="FOLDER", help="where to work")
    asked = parser.parse_args()
    what = asked.what or ["memory", "cores", "pandoc", "group"]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        if "memory" in what:
            measure_memory(folder, asked.small, asked.large)
        if "cores" in what:
            measure_cores(folder, asked.count, asked.pairs)
        if "pandoc" in what:
            measure_pandoc(folder, asked.stories, asked.pairs)
        if "group" in what:
            measure_group(folder, asked.count // 4, asked.pairs)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

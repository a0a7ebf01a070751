"""A batch on a real Dask cluster: processes of its own, killed at random, an object store on the loopback address."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.archive.store.buckets import new_bucket, serving
from tests.batches.made import stories, tree
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk
from tests.cli.hostile import install

KILLS = 40
"""Of machines, of the programs that work on them, of the scheduler and of the batch itself."""
ROUND = 120
"""Stories of one archive; when they are all there before the last kill, the next archive is begun."""


class Machines:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, count: int, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = {**os.environ, **environment, "DASK_DISTRIBUTED__WORKER__DAEMON": "false"}
        file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        self.address = address_in(file)
        self.workers = [self._start_worker() for _ in range(count)]

    def _start_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def replace(self, number: int) -> None:
        """Kill a machine, and put another in its place."""
        self.workers[number].kill()
        self.workers[number].wait()
        self.workers[number] = self._start_worker()

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """End them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


def address_in(file: Path) -> str:
    """Return the address that a scheduler writes into its file, as soon as it is whole."""
    for _ in range(2400):
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise AssertionError("no scheduler")


@contextmanager
def machines(folder: Path, count: int, environment: dict[str, str] | None = None) -> Iterator[Machines]:
    """Run a cluster while the block runs."""
    folder.mkdir(exist_ok=True)
    (folder / "scheduler.json").unlink(missing_ok=True)
    made = Machines(folder, count, environment or {})
    try:
        yield made
    finally:
        made.close()


@pytest.mark.slow
def test_cluster_gives_what_one_machine_gives(desk: Desk) -> None:
    plugin = install(desk.folder / "plugin")
    stories(desk.folder / "in", 30)
    for word in ("abort", "vanish", "fine"):
        (desk.folder / "in" / f"{word}.hostile").write_text(word)
    here = desk.process("batch", "in", "--to", "xml,newsml", "-o", "here", environment=plugin)

    with machines(desk.folder / "cluster", 2, plugin) as cluster:
        done = desk.process(
            *("batch", "in", "--to", "xml,newsml", "-o", "out", "--engine", "dask", "--scheduler", cluster.address),
            environment=plugin,
        )

    assert (here.code, done.code) == (8, 8), done.err
    assert done.err.splitlines()[-1].startswith("31 done, 2 quarantined of 33"), done.err
    assert "abort.hostile: its reader or writer crashed (SIGABRT)" in done.err
    assert tree(desk.folder / "out") == tree(desk.folder / "here")


@pytest.mark.cluster
def test_machine_that_is_killed_loses_nothing(desk: Desk) -> None:
    count = 40
    stories(desk.folder / "in", count)
    with serving() as address:
        new_bucket(address, "news")
        keys = keys_for(address)
        with machines(desk.folder / "cluster", 3, keys) as cluster:
            process = desk.start(
                *("batch", "in", "--archive", "s3://news/root", "--engine", "dask", "--scheduler", cluster.address),
                environment=keys,
            )
            wait_for_stories(process, keys, 5)
            assert process.poll() is None
            cluster.workers[0].send_signal(signal.SIGKILL)
            _, err = process.communicate(timeout=300)

            assert process.returncode == 0, err.decode()
            assert err.decode().splitlines()[-1].split(" in ")[0].endswith(f"of {count}")
            require_each_once("news", keys, count)


@pytest.mark.cluster
def test_kills_at_random_moments_lose_nothing_and_do_nothing_twice(desk: Desk) -> None:
    chance = random.Random(20260504)
    stories(desk.folder / "in", ROUND)
    kills: Counter[str] = Counter()
    bucket = 0
    with serving() as address:
        keys = keys_for(address)
        while kills.total() < KILLS:
            bucket += 1
            new_bucket(address, f"news-{bucket}")
            killed_often(desk, keys, f"news-{bucket}", chance, kills)
            require_each_once(f"news-{bucket}", keys, ROUND)
            verified = desk.process("archive", "verify", f"s3://news-{bucket}/root", environment=keys)
            assert verified.code == 0, verified.out + verified.err
    print(dict(kills), "in", bucket, "archives")


def killed_often(desk: Desk, keys: dict[str, str], bucket: str, chance: random.Random, kills: Counter[str]) -> None:
    """Run a batch on a cluster to its end, with kills on the way, starting again whatever cannot go on."""
    command = ("batch", "in", "--archive", f"s3://{bucket}/root", "--engine", "dask", "--scheduler")
    code = None
    while code != 0:
        with machines(desk.folder / "cluster", 3, keys) as cluster:
            process = desk.start(*command, cluster.address, environment=keys)
            victim = ""
            while process.poll() is None and victim not in ("scheduler", "batch"):
                time.sleep(chance.uniform(0.2, 3.0))
                if kills.total() < KILLS and process.poll() is None:
                    victim = kill_somebody(cluster, process, chance)
                    kills[victim] += 1
            _, err = process.communicate(timeout=300)
            code = process.returncode
            # A scheduler that was killed before anybody spoke to it is a fault of the call.
            allowed = {"scheduler": (0, 5, 2), "batch": (0, -signal.SIGKILL)}.get(victim, (0,))
            assert code in allowed, err.decode()


def kill_somebody(cluster: Machines, process: subprocess.Popen[bytes], chance: random.Random) -> str:
    """Kill one of the processes by SIGKILL; return which kind it was."""
    kind = chance.choice(("machine", "machine", "machine", "program", "scheduler", "batch"))
    number = chance.randrange(len(cluster.workers))
    programs = programs_of(cluster.workers[number].pid)
    if kind == "program" and programs:
        with suppress(ProcessLookupError):
            os.kill(programs[0], signal.SIGKILL)
    elif kind in ("machine", "program"):
        kind = "machine"
        cluster.replace(number)
    else:
        (cluster.scheduler if kind == "scheduler" else process).kill()
    return kind


def programs_of(machine: int) -> list[int]:
    """Return the processes that threads of a machine's worker have started: each works for one of them."""
    found: list[int] = []
    for path in Path(f"/proc/{machine}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, path.read_text().split())
    return found


@pytest.mark.cluster
def test_scheduler_that_is_killed_loses_nothing(desk: Desk) -> None:
    count = 400
    stories(desk.folder / "in", count)
    command = ("batch", "in", "--to", "xml,docx", "-o", "out", "--engine", "dask", "--scheduler")
    with machines(desk.folder / "cluster", 2) as cluster:
        process = desk.start(*command, cluster.address)
        for _ in range(1200):
            if list((desk.folder / "out").glob("*.xml")):
                break
            time.sleep(0.05)
        cluster.scheduler.kill()
        _, err = process.communicate(timeout=120)

    assert process.returncode == 5, err.decode()
    assert "(the same command goes on)" in err.decode()
    done = len(list((desk.folder / "out").glob("*.xml")))
    assert 0 < done < count
    again = desk.run("batch", "in", "--to", "xml,docx", "-o", "out")
    assert again.code == 0
    assert again.err.splitlines()[-1].startswith(f"{count - done} done, {done} unchanged of {count}")


def keys_for(address: tuple[str, int]) -> dict[str, str]:
    """Return what the environment must say of the store that serves there."""
    return {
        "AWS_ENDPOINT": f"http://{address[0]}:{address[1]}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "y",
        "AWS_REGION": "us-east-1",
    }


def ids(bucket: str, keys: dict[str, str]) -> list[str]:
    """Return the ids in the archive, asked for by a process of its own."""
    script = (
        "import converter\n"
        f"with converter.Archive.open('s3://{bucket}/root') as archive:\n"
        "    print(*(f'{id} {archive.story(id).version}' for id in archive.ids()), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **keys}, capture_output=True, check=False, text=True
    )
    return done.stdout.splitlines()


def wait_for_stories(process: subprocess.Popen[bytes], keys: dict[str, str], count: int) -> None:
    """Wait until the archive holds so many, or the batch has ended without them."""
    while len(ids("news", keys)) < count:
        if process.poll() is not None:
            raise AssertionError(f"the batch has ended: {process.communicate()[1].decode()}")
        time.sleep(0.2)


def require_each_once(bucket: str, keys: dict[str, str], count: int) -> None:
    """Demand that each story is there, in one version, and once in the ledger."""
    found = ids(bucket, keys)
    assert len(found) == count
    assert {line.split()[1] for line in found} == {"v1"}
    script = (
        "import converter\n"
        f"with converter.Archive.open('s3://{bucket}/root') as archive:\n"
        "    print(*(line.id for line in archive.store.ledger()), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **keys}, capture_output=True, check=True, text=True
    )
    assert set(Counter(done.stdout.splitlines()).values()) == {1}


@pytest.mark.cluster
def test_address_without_a_scheduler_is_a_fault_of_the_call(desk: Desk) -> None:
    stories(desk.folder / "in", 1)

    done = desk.run("batch", "in", "--to", "xml", "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")

    assert (done.code, done.err.splitlines()[-1]) == (
        2,
        "convert: --scheduler tcp://127.0.0.1:9: no scheduler answers",
    )

"""A batch on a real Dask cluster: processes of its own, one of them killed, an object store on the loopback address."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.archive.store.buckets import new_bucket, serving
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk
from tests.cli.hostile import install
from tests.engine.made import stories, tree

pytestmark = pytest.mark.cluster


class Machines:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, count: int, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = {**os.environ, **environment, "DASK_DISTRIBUTED__WORKER__DAEMON": "false"}
        file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        self.address = address_in(file)
        self.workers = [
            self._start(
                "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", str(number)
            )
            for number in range(count)
        ]

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
    for _ in range(1200):
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise AssertionError("no scheduler")


@contextmanager
def machines(folder: Path, count: int, environment: dict[str, str] | None = None) -> Iterator[Machines]:
    """Run a cluster while the block runs."""
    folder.mkdir()
    made = Machines(folder, count, environment or {})
    try:
        yield made
    finally:
        made.close()


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


def test_machine_that_is_killed_loses_nothing(desk: Desk) -> None:
    count = 40
    stories(desk.folder / "in", count)
    with serving() as address:
        new_bucket(address, "news")
        keys = {
            "AWS_ENDPOINT": f"http://{address[0]}:{address[1]}",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "y",
            "AWS_REGION": "us-east-1",
        }
        with machines(desk.folder / "cluster", 3, keys) as cluster:
            process = desk.start(
                *("batch", "in", "--archive", "s3://news/root", "--engine", "dask", "--scheduler", cluster.address),
                environment=keys,
            )
            wait_for_stories(desk, keys, 5)
            assert process.poll() is None
            cluster.workers[0].send_signal(signal.SIGKILL)
            _, err = process.communicate(timeout=300)

            assert process.returncode == 0, err.decode()
            assert err.decode().splitlines()[-1].split(" in ")[0].endswith(f"of {count}")
            require_each_once(desk, keys, count)


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


def ids(desk: Desk, keys: dict[str, str]) -> list[str]:
    """Return the ids in the archive, asked for by a process of its own."""
    script = (
        "import converter\n"
        "with converter.Archive.open('s3://news/root') as archive:\n"
        "    print(*(f'{id} {archive.story(id).version}' for id in archive.ids()), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **keys}, capture_output=True, check=False, text=True
    )
    return done.stdout.splitlines()


def wait_for_stories(desk: Desk, keys: dict[str, str], count: int) -> None:
    """Wait until the archive holds so many."""
    for _ in range(300):
        if len(ids(desk, keys)) >= count:
            return
        time.sleep(0.2)
    raise AssertionError("nothing is archived")


def require_each_once(desk: Desk, keys: dict[str, str], count: int) -> None:
    """Demand that each story is there, in one version, and once in the ledger."""
    found = ids(desk, keys)
    assert len(found) == count
    assert {line.split()[1] for line in found} == {"v1"}
    script = (
        "import converter\n"
        "with converter.Archive.open('s3://news/root') as archive:\n"
        "    print(*(line.id for line in archive.store.ledger()), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **keys}, capture_output=True, check=True, text=True
    )
    assert set(Counter(done.stdout.splitlines()).values()) == {1}


def test_address_without_a_scheduler_is_a_fault_of_the_call(desk: Desk) -> None:
    stories(desk.folder / "in", 1)

    done = desk.run("batch", "in", "--to", "xml", "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")

    assert (done.code, done.err.splitlines()[-1]) == (
        2,
        "convert: --scheduler tcp://127.0.0.1:9: no scheduler answers",
    )

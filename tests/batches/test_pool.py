"""Workers: what becomes of jobs when one of them breaks its worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter.batches import workers as pool
from converter.batches.here import Here
from converter.batches.job import Job, Made, Outcome
from converter.batches.scheduler import Window
from converter.batches.workers import Lost, Pool
from converter.core.limits import Limits
from tests.batches.made import jobs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.batches.workers import Executor

pytestmark = pytest.mark.slow

LIMITS = Limits(seconds=1, memory_bytes=2 << 30)


def fine(job: Job) -> Made:
    """Return that all went well."""
    return Made(Outcome(job.input, "done", seconds=0.001))


def broken_at(places: dict[int, Callable[[], object]]) -> Callable[[Job], Made]:
    """Return the work that breaks at these jobs."""

    def work(job: Job) -> Made:
        if int(job.input.path) in places:
            places[int(job.input.path)]()
        return fine(job)

    return work


def spin() -> None:
    """Never come to an end."""
    while True:
        pass


def eat() -> None:
    """Take all the memory there is."""
    held = []
    while True:
        held.append(bytearray(1 << 26))


def run(executor: Executor, count: int) -> dict[str, str]:
    """Return name → status or reason of so many jobs; each must come back exactly once."""
    done: dict[str, str] = {}
    try:
        for result in Window(jobs(count), executor).results():
            if result is not None:
                outcome = result[1].outcome
                assert outcome.input.path not in done
                done[outcome.input.path] = str(outcome.reason.in_shell()) if outcome.reason else outcome.status
    finally:
        executor.close()
    assert len(done) == count
    return done


def faults(done: dict[str, str]) -> dict[int, str]:
    """Return what was not done."""
    return {int(name): words for name, words in done.items() if words != "done"}


def test_all_jobs_are_done() -> None:
    assert faults(run(Pool(fine, 2, LIMITS), 500)) == {}


def test_jobs_are_done_without_processes_too() -> None:
    assert faults(run(Here(fine), 10)) == {}


def test_workers_may_be_programs_of_their_own() -> None:
    assert faults(run(Pool(fine, 1, LIMITS.replace(seconds=30), spawn=True), 50)) == {}


def test_no_jobs_are_no_results() -> None:
    assert run(Pool(fine, 2, LIMITS), 0) == {}


def test_job_that_breaks_its_worker_costs_itself_only() -> None:
    breaking: dict[int, Callable[[], object]] = {
        3: lambda: os.kill(os.getpid(), signal.SIGKILL),
        50: os.abort,
        51: lambda: os._exit(3),
        199: lambda: signal.raise_signal(signal.SIGSEGV),
    }

    assert faults(run(Pool(broken_at(breaking), 2, Limits(seconds=20)), 200)) == {
        3: "its reader or writer was killed, perhaps for want of memory",
        50: "its reader or writer crashed (SIGABRT)",
        51: "its reader or writer left early (exit 3)",
        199: "its reader or writer crashed (SIGSEGV)",
    }


@pytest.mark.slow
def test_job_that_eats_all_memory_costs_itself_only() -> None:
    assert faults(run(Pool(broken_at({7: eat}), 2, Limits(seconds=20)), 40)) == {
        7: "needs more than 1 GiB of memory (limit memory_bytes; raise with --limit memory_bytes=4G)"
    }


@pytest.mark.slow
@pytest.mark.parametrize("hang", [spin, lambda: time.sleep(60)])
def test_job_that_takes_too_long_costs_itself_only(hang: Callable[[], object]) -> None:
    began = time.monotonic()

    done = run(Pool(broken_at({7: hang}), 2, LIMITS), 40)

    assert faults(done) == {7: "takes longer than 1 s (limit seconds; raise with --limit seconds=4)"}
    assert time.monotonic() - began < 5


def test_worker_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    def work(job: Job) -> Made:
        sign = tmp_path / "once"
        if job.input.path == "20" and not sign.exists():
            sign.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return fine(job)

    assert faults(run(Pool(work, 2, LIMITS), 100)) == {}


def test_results_larger_than_a_pipe_come_through() -> None:
    def work(job: Job) -> Made:
        return Made(Outcome(job.input, "done"), outputs=(("x", bytes(3_000_000)),))

    workers = Pool(work, 2, LIMITS)
    sizes = []
    for result in Window(jobs(10), workers).results():
        if result is not None:
            sizes.append(len(result[1].outputs[0][1]))
    workers.close()

    assert sizes == [3_000_000] * 10


def test_worn_workers_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_MOST_JOBS", 10)

    def work(job: Job) -> Made:
        return Made(Outcome(job.input, "done", guid=str(os.getpid())))

    workers = Pool(work, 2, LIMITS)
    processes = {result[1].outcome.guid for result in Window(jobs(400), workers).results() if result}
    workers.close()

    assert len(processes) > 2


def test_worker_holds_nothing_of_its_parent(tmp_path: Path) -> None:
    secret = (tmp_path / "secret").open("w")

    def work(job: Job) -> Made:
        held = sorted(f"{name} {os.readlink(f'/proc/self/fd/{name}')}" for name in os.listdir("/proc/self/fd")[:-1])
        return Made(Outcome(job.input, "done", guid=" ".join(held)))

    workers = Pool(work, 2, LIMITS)
    held = {str(result[1].outcome.guid) for result in Window(jobs(2), workers).results() if result}
    workers.close()
    secret.close()

    for each in held:
        assert "secret" not in each
        assert each.count("pipe:") == 2
        assert len(each.split()) <= 2 * 6


def test_workers_end_with_the_pool() -> None:
    workers = Pool(fine, 2, LIMITS)
    processes = workers.processes

    workers.close()

    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_chunks_grow_with_what_jobs_cost() -> None:
    sizes: list[int] = []

    class Watching(Here):
        def submit(self, jobs: Sequence[Job]) -> None:
            sizes.append(len(jobs))
            super().submit(jobs)

    run(Watching(fine), 300)

    assert sizes[0] == 1
    assert max(sizes) == 64


class Coarse:
    """An executor that loses a whole chunk when one of it is bad, and cannot say which, like a cluster."""

    def __init__(self, bad: set[str]) -> None:
        self.before_fork: Callable[[], None] = lambda: None
        self._bad = bad
        self._events: list[tuple[Job, Made] | Lost] = []
        self.calls = 0

    def room(self) -> int:
        return 0 if self._events else 1

    def submit(self, jobs: Sequence[Job]) -> None:
        self.calls += 1
        if any(job.input.path in self._bad for job in jobs):
            self._events.append(Lost(tuple(jobs)))
        else:
            self._events += [(job, fine(job)) for job in jobs]

    def collect(self, timeout: float) -> list[tuple[Job, Made] | Lost]:
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        pass


@pytest.mark.parametrize("bad", [set(), {"0"}, {"199"}, {"5", "6", "150"}])
def test_bad_job_is_found_by_halves(bad: set[str]) -> None:
    executor = Coarse(bad)

    done = run(executor, 200)

    assert {str(number) for number in faults(done)} == bad
    assert executor.calls < 120


def test_nothing_new_is_begun_after_a_stop() -> None:
    workers = Pool(fine, 2, LIMITS)
    window = Window(endless(), workers)
    count = 0
    for result in window.results():
        count += result is not None
        if count > 100:
            window.is_stopping = True
    workers.close()

    assert 100 < count < 1000


def endless() -> Iterator[Job]:
    """Yield jobs for ever."""
    while True:
        yield from jobs(1000)


def test_pool_works_beside_threads() -> None:
    with ThreadPoolExecutor(1) as thread:
        assert faults(thread.submit(run, Pool(fine, 1, LIMITS), 50).result()) == {}

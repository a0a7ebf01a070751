"""Many machines: an executor over a Dask cluster.

Each chunk is a task. On its machine it is worked on by a program of its own,
under the limits, as in a batch on one machine; so a document that crashes a
library does not touch the cluster's workers. Dask itself gives a task to
another worker when one is lost. A story for an archive in an object store is
put there by the machine that made it: no byte of it passes the leader.
"""

from __future__ import annotations

import os
import threading
import time

from converter.batches.scheduler import Window
from converter.batches.workers import ClusterLost, Lost, Pool
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from converter.batches.job import Job, Made
    from converter.batches.work import Work
    from converter.core.limits import Limits

_WAITING = 2
"""Chunks for each thread of the cluster at most: one in hand, one behind it."""
_PATIENCE_S = 20.0
"""So long a scheduler may take to answer, and one that cannot be reached may come back."""


class Cluster:
    """Works on the machines of a Dask cluster."""

    def __init__(self, work: Work, address: str, limits: Limits) -> None:
        """Raise UsageError for an address at which no scheduler answers, or without the library."""
        try:
            import distributed
        except ImportError as error:
            raise UsageError(
                "needs the library distributed", where="--engine dask", hint="pip install 'article-converter[dask]'"
            ) from error
        self.before_fork: Callable[[], None] = lambda: None
        self._work = work
        self._limits = limits
        self._flying: dict[Any, tuple[Job, ...]] = {}
        """Dask's future → its chunk."""
        self._reached_at = time.monotonic()
        try:
            _silence()
            library: Any = distributed  # Half of it has types.
            self._client = library.Client(address, timeout=_PATIENCE_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError("no scheduler answers", where=f"--scheduler {address}") from error

    def room(self) -> int:
        """Return how many more chunks the cluster takes now. Raises ClusterLost when nothing can come any more."""
        while not self._is_reachable():
            if self._flying:
                return 0
            time.sleep(0.05)
        try:
            threads: int = sum(self._client.nthreads().values())
        except OSError:  # Out of reach since a moment ago; whether for good, `collect` finds out.
            threads = 0
        return max(0, _WAITING * max(1, threads) - len(self._flying))

    def submit(self, jobs: Sequence[Job]) -> None:
        """Give a chunk to the cluster."""
        from distributed.client import ClosedClientError

        try:
            future = self._client.submit(
                work_on, self._work, self._limits, tuple(jobs), pure=False, key=f"chunk-{os.urandom(8).hex()}"
            )
        except ClosedClientError as error:
            raise _lost("the scheduler is out of reach") from error
        self._flying[future] = tuple(jobs)

    def collect(self, timeout: float) -> list[tuple[Job, Made] | Lost]:
        """Return what has come of jobs. Raises ClusterLost when nothing can come any more."""
        from concurrent.futures import CancelledError

        self._is_reachable()
        end = time.monotonic() + timeout
        done = [future for future in self._flying if future.done()]
        while not done and time.monotonic() < end:
            time.sleep(0.005)
            done = [future for future in self._flying if future.done()]
        events: list[tuple[Job, Made] | Lost] = []
        for future in done:
            jobs = self._flying.pop(future)
            if future.status == "finished":
                try:
                    events += zip(jobs, future.result(), strict=True)
                except (OSError, CancelledError) as error:  # What was done cannot be fetched any more.
                    raise _lost("the scheduler is out of reach") from error
            elif future.status in ("lost", "cancelled"):
                raise _lost("the cluster has lost what it was at")
            else:  # Such as KilledWorker: several machines ended with it in hand.
                events.append(Lost(jobs))
            future.release()
        return events

    def close(self) -> None:
        """Leave the cluster; what is in hand there is given up."""
        from contextlib import suppress

        with suppress(Exception):
            self._client.cancel(list(self._flying), force=True)
        self._flying.clear()
        with suppress(Exception):
            self._client.close(timeout=2)

    def _is_reachable(self) -> bool:
        """Return whether the scheduler is there. Raises ClusterLost when it will not be any more."""
        if self._client.status == "running":
            self._reached_at = time.monotonic()
            return True
        if self._client.status in ("closed", "closing") or time.monotonic() - self._reached_at > _PATIENCE_S:
            raise _lost("the scheduler is out of reach")
        return False


def _silence() -> None:
    """Let the library say nothing of its own: its tracebacks say what our line says."""
    import logging

    for name in ("distributed", "distributed.client", "distributed.core", "distributed.batched", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _lost(words: str) -> ClusterLost:
    return ClusterLost(words, where="--engine dask", hint="the same command goes on")


# ── On the machine that works ───────────────────────────────────────────────

_pools = threading.local()


def work_on(work: Work, limits: Limits, jobs: tuple[Job, ...]) -> tuple[Made, ...]:
    """Return what comes of jobs, in their order; each thread of a machine has a worker of its own, which stays."""
    pool = getattr(_pools, "pool", None)
    if pool is None or _pools.asked != (work, limits):
        if pool is not None:
            pool.close()
        pool = _pools.pool = Pool(work, 1, limits, spawn=True)
        _pools.asked = (work, limits)
    made = {_key(result[0]): result[1] for result in Window(jobs, pool).results() if result is not None}
    return tuple(made[_key(job)] for job in jobs)


def _key(job: Job) -> tuple[str, str, int]:
    return job.input.folder, job.input.path, job.input.index

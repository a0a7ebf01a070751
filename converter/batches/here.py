"""An executor without processes: the work is done where it is asked for, one job after the other."""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from converter.batches.job import Job, Made
    from converter.batches.workers import Lost


class Here:
    """Works in this process: where a system has no `fork`, and in tests that ask what becomes of one job."""

    def __init__(self, work: Callable[[Job], Made]) -> None:
        self.before_fork: Callable[[], None] = lambda: None
        self._work = work
        self._waiting: deque[Job] = deque()

    def room(self) -> int:
        """Return how many more chunks it takes now."""
        return 0 if self._waiting else 1

    def submit(self, jobs: Sequence[Job]) -> None:
        """Take a chunk of jobs."""
        self._waiting += jobs

    def collect(self, timeout: float) -> list[tuple[Job, Made] | Lost]:
        """Do the next job."""
        job = self._waiting.popleft()
        return [(job, self._work(job))]

    def close(self) -> None:
        """There is nothing to end."""

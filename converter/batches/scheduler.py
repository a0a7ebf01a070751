"""The window: feeds an executor with jobs, a bounded number at a time, and takes back what comes of them.

Chunks are as large as takes a quarter of a second by what jobs have cost so
far: large enough that handing them over costs nothing, small enough that the
last ones end together. When a worker ends, the job that it was at is tried
again by itself: it may have been innocent, such as when somebody killed the
worker. Where it is not known which job it was, half and half are tried
until it is.
"""

from __future__ import annotations

from collections import deque

from converter.batches import quarantine
from converter.batches.job import Job, Made, Outcome, Reason
from converter.batches.workers import Lost
from converter.core.errors import UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.batches.workers import Executor
    from converter.core.errors import ConverterError

CHUNK_S = 0.25
MOST_IN_CHUNK = 64
_WEIGHT = 0.2
"""Of the newest job in the running mean of what one costs."""


class Window:
    """Jobs on their way through an executor."""

    def __init__(self, jobs: Iterable[Job], executor: Executor) -> None:
        self._sources = [iter(jobs)]
        """Where jobs come from: the last first."""
        self._again: deque[tuple[Job, ...]] = deque()
        """Chunks that are to be done once more, as they are."""
        self._tried: dict[tuple[str, str], int] = {}
        self._executor = executor
        self._flying = 0
        self._cost_s = CHUNK_S
        self.is_stopping = False
        """Set it, and nothing new is begun; what is in hand is finished."""

    def add(self, jobs: Iterable[Job]) -> None:
        """Put more jobs before those that are still to come, such as the members of a container."""
        self._sources.append(iter(jobs))

    def retry(self, job: Job) -> None:
        """Let a job be done once more."""
        self._again.append((job,))

    @property
    def has_more(self) -> bool:
        """Whether something was put back since the results ended."""
        return bool(self._again) and not self.is_stopping

    def results(self) -> Iterator[tuple[Job, Made] | None]:
        """Yield each job with what came of it, in the order in which they are done, and None at least each 0.2 s."""
        while True:
            self._fill()
            if not self._flying:
                return
            for event in self._executor.collect(0.2):
                if isinstance(event, Lost):
                    yield from self._mourn(event)
                else:
                    self._flying -= 1
                    job, made = event
                    self._cost_s += _WEIGHT * (made.outcome.seconds - self._cost_s)
                    self._tried.pop(_key(job), None)
                    yield job, quarantine.known_again(job, made)
            yield None

    def _fill(self) -> None:
        while not self.is_stopping and self._executor.room() > 0:
            chunk = self._again.popleft() if self._again else self._next()
            if not chunk:
                return
            self._flying += len(chunk)
            self._executor.submit(chunk)

    def _next(self) -> tuple[Job, ...]:
        size = max(1, min(MOST_IN_CHUNK, int(CHUNK_S / max(self._cost_s, 1e-4))))
        chunk: list[Job] = []
        while self._sources and len(chunk) < size:
            job = next(self._sources[-1], None)
            if job is None:
                self._sources.pop()
            else:
                chunk.append(job)
        return tuple(chunk)

    def _mourn(self, lost: Lost) -> Iterator[tuple[Job, Made]]:
        """Give out again what a worker took with it; yield the job that is to blame."""
        self._flying -= len(lost.jobs) + (lost.suspect is not None)
        jobs, suspect = lost.jobs, lost.suspect
        if suspect is None and len(jobs) == 1:
            (suspect,), jobs = jobs, ()
        elif suspect is None and jobs:
            half = len(jobs) // 2
            self._again += (jobs[:half], jobs[half:])
            return
        if jobs:
            self._again.append(jobs)
        if suspect is None:
            return
        tries = self._tried.pop(_key(suspect), 0)
        if tries >= lost.chances:
            made = refused(suspect, lost.error or UnreadableInput("ended its worker, twice"))
            yield suspect, quarantine.known_again(suspect, made)
        else:
            self._tried[_key(suspect)] = tries + 1
            self._again.append((suspect,))


def refused(job: Job, error: ConverterError) -> Made:
    """Return the outcome of a job that ended its worker."""
    return Made(Outcome(job.input, "quarantined", reason=Reason.of(error)))


def _key(job: Job) -> tuple[str, str]:
    return job.input.folder, job.input.path

"""A batch: inputs go in, outcomes come out, and each is durable when it does.

Three things go on at once: workers compute, this process hands out and takes
back, and a thread waits for the disk. While it waits, the next group grows: a
slow disk makes larger groups, not idle workers.
"""

from __future__ import annotations

import errno
import os
import threading
import time

from converter.batches import quarantine
from converter.batches.job import Job, Outcome, Reason
from converter.batches.scheduler import Window
from converter.batches.workers import ClusterLost
from converter.core.errors import CannotWrite, ConverterError, UnreadableInput
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from converter.batches.job import Entry, Input, Made, Members
    from converter.batches.journal import Journal
    from converter.batches.sinks import Goal
    from converter.batches.state import Keeper
    from converter.batches.workers import Executor
    from converter.core.limits import Limits

_FLUSH_S = 1.0
"""The longest that something waits for others to be flushed with."""
_FLUSH_JOBS = 64
"""So many are flushed without waiting for more."""
_MOST_JOBS = 512
_MOST_BYTES = 64 << 20
"""With so much waiting, nothing is taken before the flush that runs has ended."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


def _nothing() -> None:
    """Nobody looks."""


class Setting(Value):
    """What a batch works with."""

    goal: Goal
    keeper: Keeper
    journal: Journal
    limits: Limits
    retry: bool = False
    """Whether what is in quarantine is tried again."""


class Batch:
    """One run over the inputs; iterate over it for the outcomes, in the order in which they are done."""

    def __init__(
        self,
        inputs: Iterable[Input],
        setting: Setting,
        executor: Callable[[], Executor],
        faults: Iterable[tuple[Input, str]] = (),
    ) -> None:
        self.count = 0
        """How many inputs there are beside those that were found: what lies in quarantine when that is tried again;
        members of containers, less these."""
        self.passed: dict[str, int] = {}
        """Why members of containers were passed over, and how often."""
        self.made = 0
        """How many inputs workers have done with; their outcomes come in groups, as each group is durable."""
        self.named = 0
        """Of how many inputs the journal had an entry when the batch began."""
        self.turn: Callable[[], None] = _nothing
        """Called several times a second while it runs, for whoever shows how far it is."""
        self.stopped: ConverterError | None = None
        """Why the batch ended before its inputs did: the disk is full."""
        self._setting = setting
        self._faults = faults
        self._start = executor
        self._inputs = inputs
        self._met = self._known = 0
        """How many have come that the journal named, and how many of them were as it says."""
        self._executor: Executor | None = None
        self._window: Window | None = None
        self._is_stopping = False
        self._waiting: list[tuple[Job, Made]] = []
        self._waiting_bytes = 0
        self._flush: _Flush | None = None
        self._flushed_at = 0.0

    def known_of(self, left: int) -> int:
        """Return how many of so many inputs that are still to come an earlier run has settled, as far as can be told.

        The journal names them; that they have not changed is taken to be as likely as it was so far. Where it names
        more than there are, such as members of containers that are still to be opened, it is what was met so far.
        """
        if self.named > self.made + left:
            return left * self._known // max(1, self.made)
        ahead = min(left, self.named - self._met)
        return ahead * self._known // self._met if self._met else ahead

    def stop(self) -> None:
        """Begin nothing new; the outcomes of what is in hand still come."""
        self._is_stopping = True
        if self._window:
            self._window.is_stopping = True

    def __iter__(self) -> Iterator[Outcome]:
        try:
            yield from self.run(self._inputs, self._faults)
        finally:
            self.close()

    def run(self, inputs: Iterable[Input], faults: Iterable[tuple[Input, str]] = ()) -> Iterator[Outcome]:
        """Yield the outcomes of more inputs, with the same workers, which then stay for others; `close` ends them."""
        for input, what in faults:
            self.made += 1
            yield Outcome(input, "failed", reason=Reason.of(UnreadableInput(what)))
        if self._executor is None:
            self._executor = self._start()
            self._executor.before_fork = self._wait
        yield from self._run(self._executor, inputs)

    def close(self) -> None:
        """End the workers and let go of what is open; what is in hand is left, whole or not there."""
        if self._executor:
            self._executor.close()
        self._executor = None
        self._wait()
        self._setting.goal.close()

    def _run(self, executor: Executor, inputs: Iterable[Input]) -> Iterator[Outcome]:
        window = self._window = Window(map(self._job, inputs), executor)
        window.is_stopping = self._is_stopping
        self._flushed_at = time.monotonic()
        while True:
            try:
                for result in window.results():
                    if result is not None:
                        yield from self._take(window, *result)
                    yield from self._turn(window)
                    if result is None:
                        self.turn()
            except ClusterLost as lost:  # What is in hand there is lost; what has come back is not.
                self.stopped = lost
                self.stop()
            while self._waiting or self._flush:
                self._wait()
                yield from self._turn(window, at_once=True)
                self.turn()
            if not window.has_more:
                return

    def _job(self, input: Input) -> Job:
        return Job(input, self._setting.journal.find(input), self._setting.retry)

    def _take(self, window: Window, job: Job, made: Made) -> Iterator[Outcome]:
        """Let a result wait for the next flush, or yield its outcome when there is nothing to be done for it."""
        if made.members is not None:
            self._unfold(window, job, made.members)
            return
        self.made += 1
        self._met += job.before is not None
        if made.outcome.earlier:
            self._known += 1
            yield made.outcome
        else:
            made = made.replace(outcome=made.outcome.replace(came=time.monotonic()))
            self._waiting.append((job, made))
            self._waiting_bytes += made.size_bytes

    def _unfold(self, window: Window, job: Job, held: Members) -> None:
        self.count += max(held.count, len(held.names)) - 1
        for why, count in held.passed.items():
            self.passed[why] = self.passed.get(why, 0) + count
        window.add(map(self._job, held.inputs(job.input)))

    def _turn(self, window: Window, *, at_once: bool = False) -> Iterator[Outcome]:
        """Yield what a flush that has ended has made durable, and begin the next when it is time."""
        if len(self._waiting) >= _MOST_JOBS or self._waiting_bytes >= _MOST_BYTES:
            self._wait()
        if self._flush and not self._flush.is_alive():
            done, self._flush = self._flush, None
            for job in done.again:
                self.made -= 1
                window.retry(job)
            yield from done.result()
        is_time = len(self._waiting) >= _FLUSH_JOBS or time.monotonic() - self._flushed_at > _FLUSH_S
        if self._waiting and not self._flush and (is_time or at_once or self._waiting_bytes >= _MOST_BYTES):
            group, self._waiting, self._waiting_bytes = self._waiting, [], 0
            self._flush = _Flush(self, group)
            self._flush.start()
            self._flushed_at = time.monotonic()

    def _wait(self) -> None:
        """Wait until nothing is being flushed."""
        if self._flush:
            self._flush.join()

    # ── In the thread that waits for the disk ───────────────────────────────

    def settle(self, group: list[tuple[Job, Made]]) -> tuple[list[Outcome], tuple[Job, ...]]:
        """Make a group durable; return the outcomes, and the jobs that are to be made again."""
        faulty = [(job, made) for job, made in group if made.outcome.is_fault]
        settled = self._setting.goal.settle([(job, made) for job, made in group if not made.outcome.is_fault])
        placed = [
            (job, made.replace(outcome=self._failed(made.outcome, error)) if error else made)
            for job, made, error in settled.done
        ]
        return self._acknowledged([*faulty, *placed]), settled.again

    def _acknowledged(self, done: list[tuple[Job, Made]]) -> list[Outcome]:
        """Note outcomes in the journal, set aside what belongs in quarantine, and return them."""
        if not done:
            return []
        try:
            outcomes = [self._keep(job, made) for job, made in done]
            self._setting.journal.append(_entry(job, outcome) for (job, _), outcome in zip(done, outcomes, strict=True))
        except CannotWrite as error:
            # Nothing is acknowledged that is not in the journal; what is in its place is found there the next time.
            return [self._failed(made.outcome, error) for _, made in done]
        return outcomes

    def _keep(self, job: Job, made: Made) -> Outcome:
        """Put a copy of the input into quarantine, or take it out; return its outcome."""
        before, outcome, copy = job.before, made.outcome, job.input.instead
        if outcome.status == "quarantined":
            if copy:
                return quarantine.say_anew(outcome)
            return quarantine.set_aside(made, self._setting.limits, self._setting.keeper)
        if not outcome.is_fault and copy:
            self._setting.keeper.release(os.path.basename(os.path.dirname(copy)))
        elif not outcome.is_fault and before and before.status == "quarantined":
            self._setting.keeper.release(quarantine.name_of(outcome.replace(sha256=before.sha256)))
        return outcome

    def _failed(self, outcome: Outcome, error: ConverterError) -> Outcome:
        """Return the outcome of an input that has no place: not its own fault, and tried again by the next run.

        Nothing new is begun when the disk has no room for anything.
        """
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
            self.stopped = self.stopped or error
            self.stop()
        return outcome.replace(status="failed", reason=Reason.of(error), outputs=())


def _entry(job: Job, outcome: Outcome) -> Entry:
    """Return what the journal is to say of an input.

    What is read from its copy in quarantine, which somebody has mended, is known by the bytes in its own place: they
    are those that the next run finds, and need not be tried again.
    """
    entry = outcome.entry()
    if job.input.instead and job.before:
        return entry.replace(sha256=job.before.sha256, sidecar=job.before.sidecar)
    return entry


class _Flush(threading.Thread):
    """Makes one group durable."""

    def __init__(self, batch: Batch, group: list[tuple[Job, Made]]) -> None:
        super().__init__(name="flush")
        self.again: tuple[Job, ...] = ()
        self._batch = batch
        self._group = group
        self._outcomes: list[Outcome] = []
        self._bug: BaseException | None = None

    def run(self) -> None:
        try:
            self._outcomes, self.again = self._batch.settle(self._group)
        except BaseException as bug:
            self._bug = bug

    def result(self) -> list[Outcome]:
        """Return the outcomes. Raises what ended the thread."""
        if self._bug:
            raise self._bug
        return self._outcomes

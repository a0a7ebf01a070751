"""A batch: inputs go in, outcomes come out, and each is durable when it does."""

from __future__ import annotations

import errno
import os
import time

from converter.engine import quarantine
from converter.engine.job import Job, Outcome, Reason
from converter.engine.window import Window
from converter.errors import CannotWrite, ConverterError, UnreadableInput
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from converter.engine.goal import Goal
    from converter.engine.job import Input, Made, Members
    from converter.engine.journal import Journal
    from converter.engine.keeping import Keeper
    from converter.engine.pool import Executor
    from converter.limits import Limits

_FLUSH_S = 1.0
"""The longest that something waits for others to be flushed with."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


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
        """Containers that turned out to hold several inputs make it more: how many inputs are added to those given."""
        self.passed: dict[str, int] = {}
        """Why members of containers were passed over, and how often."""
        self.current = ""
        """The name of the input that was finished last."""
        self.stopped: ConverterError | None = None
        """Why the batch ended before its inputs did: the disk is full."""
        self._setting = setting
        self._faults = faults
        self._start = executor
        self._window: Window | None = None
        self._inputs = inputs
        self._is_stopping = False

    def stop(self) -> None:
        """Begin nothing new; the outcomes of what is in hand still come."""
        self._is_stopping = True
        if self._window:
            self._window.is_stopping = True

    def __iter__(self) -> Iterator[Outcome]:
        for input, what in self._faults:
            yield Outcome(input, "failed", reason=Reason.of(UnreadableInput(what)))
        executor = self._start()
        try:
            yield from self._run(executor)
        finally:
            executor.close()
            self._setting.goal.close()

    def _run(self, executor: Executor) -> Iterator[Outcome]:
        goal = self._setting.goal
        window = self._window = Window(map(self._job, self._inputs), executor)
        window.is_stopping = self._is_stopping
        flushed = time.monotonic()
        while True:
            for result in window.results():
                if result is not None:
                    yield from self._settle(window, *result)
                if goal.is_full or time.monotonic() - flushed > _FLUSH_S:
                    yield from self._flush(window)
                    flushed = time.monotonic()
            yield from self._flush(window)
            if not window.has_more:
                return

    def _job(self, input: Input) -> Job:
        return Job(input, self._setting.journal.find(input), self._setting.retry)

    def _settle(self, window: Window, job: Job, made: Made) -> Iterator[Outcome]:
        """Do with a result what is to be done; yield the outcome when it is final already."""
        outcome = made.outcome
        self.current = job.input.name
        if made.members is not None:
            self._unfold(window, job, made.members)
        elif outcome.earlier:
            yield outcome
        elif outcome.is_fault:
            yield from self._acknowledge(window, [(job, outcome)])
        else:
            try:
                self._setting.goal.take(job, made)
            except ConverterError as error:
                yield from self._acknowledge(window, [(job, self._failed(window, outcome, error))])

    def _unfold(self, window: Window, job: Job, held: Members) -> None:
        self.count += len(held.names) - 1
        for why, count in held.passed.items():
            self.passed[why] = self.passed.get(why, 0) + count
        container = job.input
        window.add(
            self._job(
                container.replace(
                    path=os.path.join(container.path, name),
                    name=os.path.join(container.name, name),
                    within=container.path,
                    index=index,
                )
            )
            for index, name in held.names
        )

    def _flush(self, window: Window) -> Iterator[Outcome]:
        done = [
            (job, self._failed(window, outcome, error) if error else outcome)
            for job, outcome, error in self._setting.goal.flush()
        ]
        for job in self._setting.goal.again():
            window.retry(job)
        yield from self._acknowledge(window, done)

    def _acknowledge(self, window: Window, done: list[tuple[Job, Outcome]]) -> Iterator[Outcome]:
        """Note outcomes in the journal, set aside what belongs in quarantine, and yield them."""
        try:
            done = [(job, self._keep(job, outcome)) for job, outcome in done]
            if done:
                self._setting.journal.append(outcome.entry() for _, outcome in done)
        except CannotWrite as error:
            # Nothing is acknowledged that is not in the journal; what is in its place is found there the next time.
            done = [(job, self._failed(window, outcome, error)) for job, outcome in done]
        for _, outcome in done:
            yield outcome

    def _keep(self, job: Job, outcome: Outcome) -> Outcome:
        """Put a copy of the input into quarantine, or take it out."""
        before = job.before
        if outcome.status == "quarantined":
            return quarantine.set_aside(outcome, self._setting.limits, self._setting.keeper)
        if not outcome.is_fault and before and before.status == "quarantined":
            self._setting.keeper.release(quarantine.name_of(outcome.replace(sha256=before.sha256)))
        return outcome

    def _failed(self, window: Window, outcome: Outcome, error: ConverterError) -> Outcome:
        """Return the outcome of an input that has no place: not its own fault, and tried again by the next run.

        Nothing new is begun when the disk has no room for anything.
        """
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
            self.stopped = self.stopped or error
            window.is_stopping = True
        return outcome.replace(status="failed", reason=Reason.of(error), outputs=())

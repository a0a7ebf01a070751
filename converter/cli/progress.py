"""How a batch shows itself while it runs: to a person at a terminal, in a log, to a program."""

from __future__ import annotations

import os
import time

from converter.batches.report import duration
from converter.cli import terminal
from converter.io.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from rich.progress import Progress, TaskID

    from converter.batches.job import Outcome
    from converter.batches.tally import Tally

    class Display(Protocol):
        """Shows a batch."""

        def begin(self, count: int) -> None:
            """The inputs are found."""

        def show(self, outcome: Outcome) -> None:
            """One more is done."""

        def turn(self, made: int, tally: Tally, count: int, known: int) -> None:
            """Time goes on: workers have done with so many of now so many; of the others they know so many already."""

        def say(self, words: str) -> None:
            """Say something beside the counts."""

        def end(self) -> None:
            """Nothing more comes."""


_LINE_S = 10.0
"""Between two lines of progress in a log."""
_FRAME_S = 0.1
"""Between two pictures on a terminal."""
_ERR = 2
_ECHO = 2
"""Columns that are left free: there a terminal repeats Ctrl-C as `^C`, and in a full line the bar would be broken."""


def display(*, json: bool, workers: int | None = None) -> Display:
    """Return what suits who looks; `workers` is how many work at once, None where that is not known."""
    if json:
        return Events()
    pace = Pace(workers)
    return OnTerminal(pace) if os.isatty(_ERR) and os.environ.get("TERM") != "dumb" else InLog(pace)


def counts(tally: Tally) -> str:
    """Return the counts that are not nought, and always what is done."""
    said = [f"{tally.done:,} done"]
    for count, words in (
        (tally.unchanged, "unchanged"),
        (tally.quarantined, "quarantined"),
        (tally.failed, "failed"),
    ):
        if count:
            said.append(f"{count:,} {words}")
    return ", ".join(said)


def fault_line(outcome: Outcome) -> str | None:
    """Return the line of an input that was not done; what an earlier run has said is not said again."""
    if not outcome.is_fault or outcome.earlier or outcome.reason is None:
        return None
    return f"{terminal.PROGRAM}: {outcome.input.name}: {outcome.reason.in_shell()} [{outcome.status}]"


_EARLY_S = 5.0
_LEAST_S = 0.25
"""A rate is of no shorter stretch."""


class Pace:
    """How fast work goes, by the last half minute or so.

    What an earlier run has settled is no work: it is passed by far faster than anything is done, and the time that
    workers took to know it again does not count either.
    """

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers
        self.begin()

    def begin(self) -> None:
        """Count from now on."""
        self._now = self._began = self._at = time.monotonic()
        self._count = 0
        self._rate = 0.0

    def words(self, made: int, tally: Tally, left: int, known: int, between: str) -> str:
        """Return rate and time left in words: workers have done with so many, so many are left, so many of those known.

        To know one again takes as long as it took so far.
        """
        worked = made - tally.known
        rate = self.rate(worked, tally.known_s)
        if not worked and tally.known:
            return "known so far"
        if rate <= 0:
            return f"{rate:,.0f}/s{between}? left"
        again_s = known * tally.known_s / tally.known / self._workers if tally.known and self._workers else 0.0
        return f"{rate:,.0f}/s{between}{duration((left - known) / rate + again_s)} left"

    def rate(self, finished: int, known_s: float = 0.0) -> float:
        """Return inputs a second that were worked on, where workers knew others again in so many seconds in all."""
        passed = known_s / self._workers if self._workers else 0.0
        now = self._now = max(self._now, time.monotonic() - passed)
        if not finished:  # What it takes to start is no measure of what follows.
            self._began = self._at = now
        if now - self._at >= 1:
            newest = (finished - self._count) / (now - self._at)
            weight = min(1.0, (now - self._at) / min(30.0, max(1.0, now - self._began)))
            self._rate += (newest - self._rate) * weight
            self._at, self._count = now, finished
        # At first all that there is counts, as a stretch of a second says little.
        is_early = now - self._began < _EARLY_S
        return finished / max(_LEAST_S, now - self._began) if is_early or not self._rate else self._rate


class InLog:
    """Plain lines: each fault at once, and the counts every ten seconds."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._said = time.monotonic()

    def begin(self, count: int) -> None:
        """Say how many inputs there are."""
        terminal.say("1 input" if count == 1 else f"{count:,} inputs")
        self._pace.begin()

    def show(self, outcome: Outcome) -> None:
        """Say a fault."""
        line = fault_line(outcome)
        if line:
            terminal.say(line)

    def turn(self, made: int, tally: Tally, count: int, known: int) -> None:
        """Say now and then how far it is."""
        if time.monotonic() - self._said >= _LINE_S:
            self._said = time.monotonic()
            terminal.say(
                f"{made:,} of {count:,}, {self._pace.words(made, tally, count - made, known, ', ')}: {counts(tally)}"
            )

    def say(self, words: str) -> None:
        """Say it."""
        terminal.say(words)

    def end(self) -> None:
        """Nothing is left to be put away."""


class OnTerminal:
    """A bar with rate, time left, counts and the current file; faults scroll by above it."""

    def __init__(self, pace: Pace) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn
        from rich.table import Column

        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._fit()
        column = Column(no_wrap=True, overflow="ellipsis", ratio=1)
        # No thread draws it: workers are forked from this process.
        self._progress: Progress = Progress(
            BarColumn(bar_width=24),
            TextColumn("{task.fields[far]}", markup=False),
            TextColumn("{task.fields[counts]}", markup=False),
            TextColumn("{task.fields[current]}", markup=False, style="dim", table_column=column),
            console=self._console,
            auto_refresh=False,
            transient=True,
            expand=True,
        )
        self._task: TaskID | None = None
        self._pace = pace
        self._drawn = 0.0
        self._current = ""

    def begin(self, count: int) -> None:
        """Show the empty bar."""
        self._pace.begin()
        self._task = self._progress.add_task("", total=count, far=f"0/{count:,}", counts="", current="")
        self._progress.start()
        self._progress.refresh()

    def show(self, outcome: Outcome) -> None:
        """Say a fault."""
        line = fault_line(outcome)
        if line:
            self._console.print(visible(line), style="red")
        self._current = outcome.input.name

    def turn(self, made: int, tally: Tally, count: int, known: int) -> None:
        """Draw it anew, ten times a second at most."""
        now = time.monotonic()
        if self._task is None or now - self._drawn < _FRAME_S:
            return
        self._drawn = now
        self._fit()
        self._progress.update(
            self._task,
            total=count,
            completed=made,
            far=f"{made:,}/{count:,}  {self._pace.words(made, tally, count - made, known, '  ')}",
            counts=counts(tally),
            current=visible(self._current),
        )
        self._progress.refresh()

    def _fit(self) -> None:
        """Draw as wide as the terminal is by now, less what an echo takes."""
        self._console.width = max(_columns() - _ECHO, 20)

    def say(self, words: str) -> None:
        """Say it above the bar."""
        self._console.print(visible(words))

    def end(self) -> None:
        """Remove the bar."""
        if self._task is not None:
            self._progress.stop()


def _columns() -> int:
    """Return how wide the terminal is, or is said to be."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(_ERR).columns or 80
    except OSError:
        return 80


class Events:
    """One JSON object a line on standard output; words for a person stay on standard error."""

    def begin(self, count: int) -> None:
        """Tell that it begins."""
        terminal.result_json({"event": "begin", "inputs": count})

    def show(self, outcome: Outcome) -> None:
        """Tell what came of an input."""
        terminal.result_json(outcome_json(outcome))

    def turn(self, made: int, tally: Tally, count: int, known: int) -> None:
        """A program counts by itself."""

    def say(self, words: str) -> None:
        """Say it on standard error."""
        terminal.say(words)

    def end(self) -> None:
        """The summary is the last event."""


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return what came of one input."""
    from converter.cli.report import notices_json

    reason = outcome.reason and outcome.reason.in_shell()
    return {
        "event": "outcome",
        "input": outcome.input.name,
        "status": outcome.status,
        "earlier": outcome.earlier,
        "sha256": outcome.sha256 or None,
        "guid": outcome.guid,
        "version": outcome.version,
        "outputs": [
            {"format": each.writer, "path": each.path, "size_bytes": each.size_bytes, "sha256": each.sha256}
            for each in outcome.outputs
        ],
        "notices": notices_json(outcome.notices),
        "error": None
        if reason is None
        else {"exit_code": reason.exit_code, "what": reason.what, "where": reason.where, "hint": reason.hint},
        "seconds": round(outcome.seconds, 4),
    }

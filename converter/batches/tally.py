"""The tally: what came of a batch so far, in counts whose size does not grow with it."""

from __future__ import annotations

import heapq

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.batches.job import Outcome, Reason, Status

MOST_FAULTS = 1_000
"""Faults that are listed; the journal and the quarantine have all of them."""
MOST_SLOW = 20
_MOST_BUCKETS = 120


class Faulty(Value):
    """One input that was not done."""

    name: str
    status: Status
    reason: Reason
    earlier: bool


class Tally:
    """Counts of a batch, kept up to date by `add`."""

    def __init__(self) -> None:
        self.done = 0
        """Converted, archived or corrected by this run."""
        self.unchanged = 0
        """As they were: settled by an earlier run, or the same in the archive."""
        self.quarantined = 0
        self.failed = 0
        self.known = 0
        """Of all: settled by an earlier run."""
        self.known_s = 0.0
        """How long workers took to know those again, in all."""
        self.statuses: dict[str, int] = {}
        self.notices: dict[str, tuple[int, int]] = {}
        """Code → how many inputs had it, and how often it was said in all."""
        self.faults: list[Faulty] = []
        self.output_bytes = 0
        self.buckets: list[int] = []
        """How many this run has worked on in each stretch of it; what an earlier run has settled takes no work."""
        self.bucket_s = 1
        """How long a stretch is."""
        self._slowest: list[tuple[float, str]] = []

    @property
    def finished(self) -> int:
        """Return how many inputs are settled, one way or another."""
        return self.done + self.unchanged + self.quarantined + self.failed

    @property
    def slowest(self) -> list[tuple[float, str]]:
        """Return seconds and name of those that took longest, the slowest first."""
        return sorted(self._slowest, key=lambda each: (-each[0], each[1]))

    def add(self, outcome: Outcome, at_s: float) -> None:
        """Count an outcome that came so many seconds after the start."""
        match outcome.status:
            case "done" | "archived" | "corrected":
                self.done += 1
            case "unchanged":
                self.unchanged += 1
            case "quarantined":
                self.quarantined += 1
            case "failed":
                self.failed += 1
        self.statuses[outcome.status] = self.statuses.get(outcome.status, 0) + 1
        codes: dict[str, int] = {}
        for notice in outcome.notices:
            codes[notice.code] = codes.get(notice.code, 0) + 1
        for code, count in codes.items():
            inputs, times = self.notices.get(code, (0, 0))
            self.notices[code] = (inputs + 1, times + count)
        if outcome.reason and outcome.is_fault and len(self.faults) < MOST_FAULTS:
            reason = outcome.reason.in_shell()
            self.faults.append(Faulty(outcome.input.name, outcome.status, reason, outcome.earlier))
        self.output_bytes += sum(each.size_bytes for each in outcome.outputs)
        if outcome.earlier:
            self.known += 1
            self.known_s += outcome.seconds
        else:
            (heapq.heappush if len(self._slowest) < MOST_SLOW else heapq.heappushpop)(
                self._slowest, (outcome.seconds, outcome.input.name)
            )
            self._count_at(at_s)

    def _count_at(self, at_s: float) -> None:
        index = int(at_s / self.bucket_s)
        while index >= _MOST_BUCKETS:
            pairs = [*self.buckets, 0]
            self.buckets = [pairs[at] + pairs[at + 1] for at in range(0, len(pairs) - 1, 2)]
            self.bucket_s *= 2
            index = int(at_s / self.bucket_s)
        self.buckets += [0] * (index + 1 - len(self.buckets))
        self.buckets[index] += 1

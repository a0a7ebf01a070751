"""CPU time of whole processes and of calls, and medians over pairs."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def child_cpu_ms(command: Sequence[str]) -> float:
    """Return the user and system CPU of one run of ``command``, its own children included, in milliseconds.

    Raises CalledProcessError when it fails: a crash must not look fast.
    """
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return (usage.ru_utime + usage.ru_stime) * 1000


def call_cpu_ms(call: Callable[[], object], *, count: int) -> float:
    """Return the median CPU of one call over ``count`` calls in this process, in milliseconds; three go before."""
    for _ in range(3):
        call()
    times = []
    for _ in range(count):
        start = time.process_time_ns()
        call()
        times.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(times)


class Pairs:
    """Two commands run in turn, so that whatever else the machine does falls on both."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str], *, count: int) -> None:
        child_cpu_ms(ours)  # once unmeasured: files come from the disk into memory
        child_cpu_ms(theirs)
        pairs = [(child_cpu_ms(ours), child_cpu_ms(theirs)) for _ in range(count)]
        self.ours_ms = statistics.median(mine for mine, _ in pairs)
        self.theirs_ms = statistics.median(other for _, other in pairs)
        self.ratio = statistics.median(mine / other for mine, other in pairs)

"""The guard: documents are read and written in a child process, under the limits of memory, time and file size.

Whatever a hostile document does to a parser, the parent stays: it ends a
child that takes too long, removes what a dead one left, says so in one line,
and goes on with the next document in a new child. The fork comes before
anything heavy is imported and costs half a millisecond.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from converter.errors import INTERRUPTED, TERMINATED, ConverterError, LimitExceeded, UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from converter.limits import Limits

_BEGUN, _DONE = 1, 2


class Terminated(BaseException):
    """SIGTERM, raised where the program is, so that everything is put away on the way out."""


def run(
    count: int,
    work: Callable[[int, Callable[[], None]], int],
    failed: Callable[[int, ConverterError], int],
    put_away: Callable[[int, int], None],
    limits: Limits,
) -> list[int]:
    """Return the exit code of each of `count` documents, worked on in order.

    `work(i, begin)` handles one document in the child and returns its code; it
    calls `begin` when the source has been read, which starts the clock.
    `failed(i, error)` says in the parent what ended a child; `put_away(i, pid)`
    removes what it left.
    """
    if not hasattr(os, "fork"):
        return [work(index, lambda: None) for index in range(count)]
    codes: list[int] = []
    while len(codes) < count:
        codes.extend(_one_child(len(codes), count, work, failed, put_away, limits))
    return codes


def _one_child(
    first: int,
    count: int,
    work: Callable[[int, Callable[[], None]], int],
    failed: Callable[[int, ConverterError], int],
    put_away: Callable[[int, int], None],
    limits: Limits,
) -> list[int]:
    """Fork one child for the documents from `first` on; return the codes of those that it finished or died of."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(first, count, work, writing, limits)
    os.close(writing)
    codes: list[int] = []
    previous = signal.signal(signal.SIGTERM, _raise_terminated)
    try:
        timed_out = _follow(reading, codes, limits.seconds)
    except (KeyboardInterrupt, Terminated) as interruption:
        is_term = isinstance(interruption, Terminated)
        _end(child, signal.SIGTERM if is_term else signal.SIGINT)
        for index in range(first, count):
            put_away(index, child)
        codes.extend([TERMINATED if is_term else INTERRUPTED] * (count - first - len(codes)))
        return codes
    finally:
        signal.signal(signal.SIGTERM, previous)
        os.close(reading)
    if timed_out:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if first + len(codes) < count:
        index = first + len(codes)
        put_away(index, child)
        code = os.waitstatus_to_exitcode(status)
        if code in (INTERRUPTED, TERMINATED):
            codes.extend([code] * (count - index))
        else:
            codes.append(failed(index, _reason(timed_out, code, limits)))
    return codes


def _follow(reading: int, codes: list[int], seconds: int) -> bool:
    """Collect codes until the child closes its end; return whether a document took too long."""
    import select

    timed = False
    while True:
        ready, _, _ = select.select([reading], [], [], seconds if timed else None)
        if not ready:
            return True
        message = os.read(reading, 2)
        if not message:
            return False
        timed = message[0] == _BEGUN
        if message[0] == _DONE:
            codes.append(message[1])


def _reason(timed_out: bool, code: int, limits: Limits) -> ConverterError:
    if timed_out or code == -signal.SIGXCPU:
        return LimitExceeded(f"takes longer than {limits.seconds} s", limit="seconds")
    if code == -signal.SIGKILL:
        return UnreadableInput("its reader or writer was killed, perhaps for want of memory")
    if code < 0:
        return UnreadableInput(f"its reader or writer crashed ({signal.Signals(-code).name})")
    return UnreadableInput(f"its reader or writer ended early (exit {code})")


def _be_child(
    first: int, count: int, work: Callable[[int, Callable[[], None]], int], writing: int, limits: Limits
) -> None:
    """Work through the documents; never returns."""

    def begin() -> None:
        os.write(writing, bytes((_BEGUN, 0)))

    code = 0
    try:
        signal.signal(signal.SIGTERM, _raise_terminated)
        _restrain(limits)
        for index in range(first, count):
            _grant_seconds(limits.seconds)
            done = work(index, begin)
            os.write(writing, bytes((_DONE, done)))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Terminated:
        code = TERMINATED
    except BrokenPipeError:
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 70
    os._exit(code)


def _restrain(limits: Limits) -> None:
    import resource

    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.output_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _grant_seconds(seconds: int) -> None:
    """Let the child use so many more seconds of processor time; the parent's clock stops one that sleeps."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _raise_terminated(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def _end(child: int, how: signal.Signals) -> None:
    """Ask the child to stop, wait a little, then make it."""
    import time

    for number in (how, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.kill(child, number)
        for _ in range(200):
            done, _ = os.waitpid(child, os.WNOHANG)
            if done:
                return
            time.sleep(0.01)

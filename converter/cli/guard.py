"""The guard: everything runs in a child process, and documents under the limits of memory, time and file size.

Whatever a hostile document does to a parser, the parent stays. It ends a
child that takes too long, and starts a new one that says in one line what
became of the last, removes what it left, and goes on with the next document.

The fork is the first thing that happens: the parent imports nothing more and
touches next to no memory, so that the child shares all of it. The two speak
over a pipe, in lines of ASCII from child to parent:

    plan COUNT SECONDS    so many documents, so long for each
    begin                 the bytes of the next one are read: the clock starts
    done CODE             it is finished, with this exit code
"""

from __future__ import annotations

import os
import signal
import sys

from converter.batches.faults import OUT_OF_MEMORY, error_of_end
from converter.core.errors import CLOSED, INTERRUPTED, TERMINATED, BatchFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType
    from typing import NoReturn, TypeAlias

    from converter.core.errors import ConverterError
    from converter.core.limits import Limits

    Signals: TypeAlias = set[int | signal.Signals]

_STOPPED = (INTERRUPTED, TERMINATED, CLOSED)
"""With what a child leaves that was told to, or that nobody listens to."""
_LONGEST_WAIT = 1_000_000_000
"""In seconds; no timer takes more than a few billions."""


class Terminated(BaseException):
    """SIGTERM or SIGHUP, raised where the program is, so that everything is put away on the way out."""


class Fault:
    """What ended a child, for the next one to tell."""

    __slots__ = ("child", "code", "index", "interruption", "timed_out")

    def __init__(self, index: int, child: int, code: int, *, timed_out: bool = False, interruption: int = 0) -> None:
        self.index = index
        """The document it was at."""
        self.child = child
        """Its process number, which its temporary files carry."""
        self.code = code
        """Its exit code, or less than 0: the signal that killed it."""
        self.timed_out = timed_out
        self.interruption = interruption
        """The exit code of the run when it was interrupted and nothing goes on, else 0."""

    def error(self, limits: Limits) -> ConverterError:
        """Return what to say of the document."""
        return error_of_end(self.code, limits, timed_out=self.timed_out)


class Worker:
    """The working side, in a child or, without `fork`, in the process itself; commands hand their documents to it."""

    def __init__(self, pipe: int | None = None, fault: Fault | None = None) -> None:
        self._pipe = pipe
        self._fault = fault

    def each(
        self,
        count: int,
        limits: Limits,
        work: Callable[[int, Callable[[], None]], int],
        failed: Callable[[int, ConverterError], int],
        put_away: Callable[[int, int], None],
    ) -> int:
        """Work through documents 0 … count-1 and return the exit code of the run.

        `work(i, begin)` does one and returns its code; it calls `begin` when
        the source has been read, and again for each part that has a time of
        its own. `failed(i, error)` says what ended the child
        that worked on it, and `put_away(i, process)` removes what that left.
        """
        codes: list[int] = []
        self._tell(f"plan {count} {limits.seconds}")
        first = 0
        if self._fault is not None:
            first = self._fault.index
            for index in range(first, count):
                put_away(index, self._fault.child)
            if self._fault.interruption:
                return self._fault.interruption
            self._done(codes, failed(first, self._fault.error(limits)))
            first += 1
        if self._pipe is not None:
            from converter.batches import rlimits

            rlimits.restrain(limits)
        for index in range(first, count):
            if self._pipe is not None:  # Time to read the source in.
                rlimits.grant_seconds(limits.seconds)
            try:
                code = work(index, lambda: self._begin(limits))
            except MemoryError:
                if self._pipe is not None:
                    raise
                code = failed(index, Fault(index, 0, OUT_OF_MEMORY).error(limits))
            self._done(codes, code)
        return exit_code(codes)

    def _begin(self, limits: Limits) -> None:
        if self._pipe is not None:
            from converter.batches import rlimits

            rlimits.grant_seconds(limits.seconds)
        self._tell("begin")

    def _done(self, codes: list[int], code: int) -> None:
        codes.append(code)
        self._tell(f"done {code}")

    def _tell(self, line: str) -> None:
        if self._pipe is not None:
            os.write(self._pipe, f"{line}\n".encode("ascii"))


def exit_code(codes: Sequence[int]) -> int:
    """Return the exit code of several documents: that of the only one, 0 when all went well, else 8."""
    if len(codes) == 1 or not any(codes):
        return max(codes, default=0)
    return BatchFailed.exit_code


def run(command: Callable[[Worker], int]) -> int:
    """Run the command in a child, and in further children when one dies on a document; return the exit code."""
    if not hasattr(os, "fork"):
        return command(Worker())
    stops = _catch_stops()
    watch = _Watch()
    while True:
        reading, writing = os.pipe()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, stops)  # None may come between the fork and its watch.
        child = os.fork()
        if child == 0:
            os.close(reading)
            _be_child(command, Worker(writing, watch.fault), before)
        os.close(writing)
        code = watch.follow(child, reading, stops, before)
        if code is not None:
            return code


def run_alone(command: Callable[[Worker], int]) -> NoReturn:
    """Run a command that has no need of a guard, as its documents are worked on in children of its own; then leave."""
    _catch_stops()
    _be_child(command, Worker(), signal.pthread_sigmask(signal.SIG_BLOCK, ()))


def _catch_stops() -> Signals:
    """Let what asks the program to stop raise; return those signals. One that is ignored (`nohup`) stays so."""
    stops: Signals = {signal.SIGINT}
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _raise_terminated)
        stops.add(number)
    return stops


def _raise_terminated(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


class _Watch:
    """What the parent knows of the run."""

    def __init__(self) -> None:
        self.count = 0
        self.seconds = 0
        self.codes: list[int] = []
        self.fault: Fault | None = None

    def follow(self, child: int, reading: int, stops: Signals, mask: Signals) -> int | None:
        """Wait for the child's end; return the exit code of the run, or None when another child must go on.

        Called with `stops` blocked, and leaves with the signal mask `mask`.
        """
        timed_out = False
        interruption = 0
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            timed_out = self._listen(child, reading)
            _, status = os.waitpid(child, 0)
        except (KeyboardInterrupt, Terminated) as stop:
            signal.pthread_sigmask(signal.SIG_BLOCK, stops)  # Asked once is enough: what follows is short.
            interruption = TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
            status = _end(child, signal.SIGTERM if isinstance(stop, Terminated) else signal.SIGINT)
        finally:
            os.close(reading)
        code = os.waitstatus_to_exitcode(status)
        at = len(self.codes)
        if at < self.count and code not in _STOPPED:
            if self.fault is not None and self.fault.index == at:
                return interruption or 70  # The child that should have told of the fault died of it too.
            # It could not say what ended it, nor put its things away: the next child does.
            self.fault = Fault(at, child, code, timed_out=timed_out, interruption=interruption)
            return None
        if interruption:
            return interruption
        if code < 0:
            _say(f"was killed ({signal.Signals(-code).name})")
            return 70
        if not self.codes or code in _STOPPED:
            return code
        # A child knows only of the documents that it did itself.
        failed = sum(map(bool, self.codes))
        if failed and len(self.codes) > 1:  # Among the notices of many, the line of one that failed is soon missed.
            _say(f"{failed} of {len(self.codes)} failed, as said above")
        return exit_code(self.codes)

    def _listen(self, child: int, reading: int) -> bool:
        """Take the child's lines until it closes its end; return whether it was killed as a document took too long.

        An alarm does that, which needs no `select` (1 ms to import): with the child the pipe ends.
        """
        is_late = False

        def end(_number: int, _frame: FrameType | None) -> None:
            nonlocal is_late
            is_late = True
            os.kill(child, signal.SIGKILL)

        before = signal.signal(signal.SIGALRM, end)
        rest = b""
        try:
            while piece := os.read(reading, 4096):
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    word, *numbers = line.split()
                    signal.setitimer(signal.ITIMER_REAL, min(self.seconds, _LONGEST_WAIT) if word == b"begin" else 0)
                    if word == b"plan":
                        self.count, self.seconds = map(int, numbers)
                    elif word == b"done":
                        self.codes.append(int(numbers[0]))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        return is_late


def _be_child(command: Callable[[Worker], int], worker: Worker, mask: Signals) -> NoReturn:
    """Run the command and leave."""
    code = 70
    try:
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            code = command(worker)
        except KeyboardInterrupt:
            code = INTERRUPTED
        except Terminated:
            code = TERMINATED
        except BrokenPipeError:
            code = CLOSED
        except MemoryError:
            code = OUT_OF_MEMORY
        except BaseException:
            sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def _say(words: str) -> None:
    """Print a line of the parent's own, which has loaded nothing that prints."""
    try:
        os.write(2, f"convert: {words}\n".encode("ascii"))
    except OSError:
        pass


def _end(child: int, how: signal.Signals) -> int:
    """Ask the child to stop, wait two seconds, then make it; return its status."""
    import time

    try:
        os.kill(child, how)
    except ProcessLookupError:
        pass
    for _ in range(200):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.01)
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    return os.waitpid(child, 0)[1]

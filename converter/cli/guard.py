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
from contextlib import suppress

from converter.errors import CLOSED, INTERRUPTED, TERMINATED, BatchFailed, LimitExceeded, UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from converter.errors import ConverterError
    from converter.limits import Limits


class Terminated(BaseException):
    """SIGTERM, raised where the program is, so that everything is put away on the way out."""


class Fault:
    """What ended a child, for the next one to tell."""

    __slots__ = ("child", "code", "error", "index")

    def __init__(self, index: int, child: int, error: ConverterError | None, code: int = 0) -> None:
        self.index = index
        """The document it was at."""
        self.child = child
        """Its process number, which its temporary files carry."""
        self.error = error
        """What to say of the document; None after an interruption, when nothing goes on."""
        self.code = code
        """The exit code of an interruption."""


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
        the source has been read. `failed(i, error)` says what ended the child
        that worked on it, and `put_away(i, process)` removes what that left.
        """
        codes: list[int] = []
        self._tell(f"plan {count} {limits.seconds}")
        first = 0
        if self._fault is not None:
            first = self._fault.index
            for index in range(first, count):
                put_away(index, self._fault.child)
            if self._fault.error is None:
                return self._fault.code
            self._done(codes, failed(first, self._fault.error))
            first += 1
        if self._pipe is not None:
            _restrain(limits)
        for index in range(first, count):
            if self._pipe is not None:
                _grant_seconds(limits.seconds)
            self._done(codes, work(index, lambda: self._tell("begin")))
        return exit_code(codes)

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
    watch = _Watch()
    while True:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _be_child(command, Worker(writing, watch.fault))
        os.close(writing)
        code = watch.follow(child, reading)
        if code is not None:
            return code


class _Watch:
    """What the parent knows of the run."""

    def __init__(self) -> None:
        self.count = 0
        self.seconds = 0
        self.codes: list[int] = []
        self.fault: Fault | None = None
        self._interruption = 0

    def follow(self, child: int, reading: int) -> int | None:
        """Wait for the child's end; return the exit code of the run, or None when another child must go on."""
        previous = signal.signal(signal.SIGTERM, _raise_terminated)
        timed_out = False
        try:
            timed_out = self._listen(reading)
            if timed_out:
                os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
        except (KeyboardInterrupt, Terminated) as interruption:
            self._interruption = TERMINATED if isinstance(interruption, Terminated) else INTERRUPTED
            status = _end(child, signal.SIGTERM if self._interruption == TERMINATED else signal.SIGINT)
        finally:
            signal.signal(signal.SIGTERM, previous)
            os.close(reading)
        code = os.waitstatus_to_exitcode(status)
        at = len(self.codes)
        if self._interruption:
            if code < 0 and at < self.count:  # It had to be killed, so it could not put its things away.
                self.fault = Fault(at, child, None, self._interruption)
                return None
            return self._interruption
        if code in (INTERRUPTED, TERMINATED, CLOSED):
            return code
        if self.count and at < self.count:
            reason = self._reason(timed_out, code)
            if self.fault is not None and self.fault.index == at:
                return reason.exit_code  # The child that should have told of the fault died of it too.
            self.fault = Fault(at, child, reason)
            return None
        if self.count:
            return exit_code(self.codes)
        return code if code >= 0 else 70

    def _listen(self, reading: int) -> bool:
        """Take the child's lines until it closes its end; return whether a document took too long."""
        import select

        timed = False
        rest = b""
        while True:
            ready, _, _ = select.select([reading], [], [], self.seconds if timed else None)
            if not ready:
                return True
            piece = os.read(reading, 4096)
            if not piece:
                return False
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                word, *numbers = line.split()
                timed = word == b"begin"
                if word == b"plan":
                    self.count, self.seconds = map(int, numbers)
                elif word == b"done":
                    self.codes.append(int(numbers[0]))

    def _reason(self, timed_out: bool, code: int) -> ConverterError:
        if timed_out or code == -signal.SIGXCPU:
            return LimitExceeded(f"takes longer than {self.seconds} s", limit="seconds")
        if code == -signal.SIGKILL:
            return UnreadableInput("its reader or writer was killed, perhaps for want of memory")
        if code < 0:
            return UnreadableInput(f"its reader or writer crashed ({signal.Signals(-code).name})")
        return UnreadableInput(f"its reader or writer ended early (exit {code})")


def _be_child(command: Callable[[Worker], int], worker: Worker) -> None:
    """Run the command and leave; never returns."""
    code = 70
    try:
        signal.signal(signal.SIGTERM, _raise_terminated)
        code = command(worker)
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Terminated:
        code = TERMINATED
    except BrokenPipeError:
        code = CLOSED
    except BaseException:
        sys.excepthook(*sys.exc_info())
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


def _end(child: int, how: signal.Signals) -> int:
    """Ask the child to stop, wait a little, then make it; return its status."""
    import time

    with suppress(ProcessLookupError):
        os.kill(child, how)
    for _ in range(200):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.01)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]

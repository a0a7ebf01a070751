"""The pool: processes of our own that work, each under the limits of memory, time and file size.

A worker is forked from this process when all that it needs is imported and
warm, so that it pays for nothing twice. It holds no descriptor but its two
pipes: jobs come in by one, results go out by the other, each a length and a
pickle. It does what it is told one job after the other, and touches no file
but its inputs. One that dies, or is at one job for too long and is killed,
is replaced; what it had finished is kept, and of the rest it is known which
job it was at.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import time
from collections import deque
from contextlib import suppress

from converter.batches import faults
from converter.batches.rlimits import grant_seconds, restrain
from converter.core.errors import CannotWrite
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn, Protocol

    from converter.batches.job import Job, Made
    from converter.core.errors import ConverterError
    from converter.core.limits import Limits

    class Executor(Protocol):
        """What the window feeds."""

        before_fork: Callable[[], None]
        """Is called before this process forks: no thread of it must be at anything then."""

        def room(self) -> int:
            """Return how many more chunks it takes now."""

        def submit(self, jobs: Sequence[Job]) -> None:
            """Take a chunk of jobs."""

        def collect(self, timeout: float) -> list[tuple[Job, Made] | Lost]:
            """Return what has come of jobs since it was last asked, in seconds at the latest."""

        def close(self) -> None:
            """End the workers, whatever they are at."""


class ClusterLost(CannotWrite):
    """The machines that work are out of reach: nothing that they have in hand comes back."""


class Lost(Value):
    """Jobs whose worker ended before they were done."""

    jobs: tuple[Job, ...]
    """Those that it had not come to; without a suspect, one of these may have ended it."""
    suspect: Job | None = None
    """The one that it was at."""
    error: ConverterError | None = None
    """What to say of that one."""
    chances: int = 1
    """How often it may be tried again: not when it ran into a limit of its own, twice when its worker was killed, as
    somebody else may have done that."""


_HEAD = struct.Struct(">Q")
_PIPE_BYTES = 1 << 20
_TAKEN_BYTES = 1 << 18
"""So much is taken from a pipe at once: the leader holds it three times over, as read, in pieces and as values."""
_WAITING = 2
"""Chunks that a worker has at most: one in hand, one behind it."""
_GATHER_S = 0.02
"""So long answers gather while all workers have enough to do: to be woken for each costs more than to take it."""
_MOST_JOBS = 2_000
"""After so many a worker is replaced: whatever a library has leaked is gone with it."""
_MANY_LEFT = 2_000
"""So many more objects than were freed may hold each other; after stories without such, to look for them is in vain."""
_GRACE_S = 15
"""So long after its time a worker ends itself, should nobody be left to do it."""


class Pool:
    """Workers that call `work` with one job after the other."""

    def __init__(self, work: Callable[[Job], Made], count: int, limits: Limits, *, spawn: bool = False) -> None:
        """Start so many workers: forked, or with `spawn` as programs of their own, from a process that has threads."""
        import gc

        self.before_fork: Callable[[], None] = _nothing
        self._work = work
        self._limits = limits
        self._events: list[tuple[Job, Made] | Lost] = []
        if not spawn:
            gc.collect()
            gc.freeze()  # What is warm is not looked through again in each worker.
        self._kind = _Spawned if spawn else _Worker
        self._workers = [self._kind(work, limits) for _ in range(count)]

    @property
    def processes(self) -> list[int]:
        """Return the process numbers of the workers."""
        return [worker.process for worker in self._workers]

    def room(self) -> int:
        """Return how many more chunks the workers take now."""
        return sum(_WAITING - len(worker.chunks) for worker in self._workers if worker.done < _MOST_JOBS)

    def submit(self, jobs: Sequence[Job]) -> None:
        """Give a chunk to the worker that has the fewest."""
        fresh = [worker for worker in self._workers if worker.done < _MOST_JOBS]
        min(fresh, key=lambda worker: len(worker.chunks)).take(tuple(jobs))

    def collect(self, timeout: float) -> list[tuple[Job, Made] | Lost]:
        """Return what has come of jobs; wait for the first at most so many seconds."""
        if self._may_gather():
            time.sleep(_GATHER_S)
        # What has arrived while nobody looked counts before any clock does.
        self._pump(0)
        if not self._events:
            self._pump(max(0.0, min(timeout, *(worker.left(self._limits.seconds) for worker in self._workers))))
        for worker in self._workers:
            if worker.left(self._limits.seconds) <= 0:
                worker.is_late = True
                worker.kill()
        events, self._events = self._events, []
        return events

    def _may_gather(self) -> bool:
        """Return whether each worker has a chunk behind the one in hand, and a pipe that is far from full."""
        return all(len(worker.chunks) == _WAITING and worker.received < _TAKEN_BYTES for worker in self._workers)

    def close(self) -> None:
        """End the workers, whatever they are at."""
        import gc

        for worker in self._workers:
            worker.kill()
            worker.wait()
        self._workers = []
        if self._kind is _Worker:
            gc.unfreeze()

    def _pump(self, timeout: float) -> None:
        import select

        poll = select.poll()
        for worker in self._workers:
            poll.register(worker.receiving, select.POLLIN)
            if worker.outgoing:
                poll.register(worker.sending, select.POLLOUT)
        ready = dict(poll.poll(timeout * 1000))
        for index, worker in enumerate(self._workers):
            if worker.sending in ready:
                worker.send()
            if worker.receiving in ready and not worker.receive(self._events):
                code = worker.wait()
                self._events += worker.lost(code, self._limits)
                self._renew(index)
            elif worker.done >= _MOST_JOBS and not worker.chunks:
                worker.kill()
                worker.wait()
                self._renew(index)

    def _renew(self, index: int) -> None:
        self.before_fork()
        self._workers[index] = self._kind(self._work, self._limits)


def _nothing() -> None:
    """Nothing is to be done."""


class _Worker:
    """One process, seen from its parent."""

    def __init__(self, work: Callable[[Job], Made], limits: Limits) -> None:
        self.chunks: deque[deque[Job]] = deque()
        """What it has been given and has not answered."""
        self.outgoing = bytearray()
        self.is_late = False
        self.done = 0
        self.received = 0
        """How many bytes it had to say when it was last asked."""
        self._room = memoryview(bytearray(_TAKEN_BYTES))
        self._incoming = bytearray()
        self._began = 0.0
        theirs_in, self.sending = os.pipe()
        self.receiving, theirs_out = os.pipe()
        for pipe in (theirs_in, theirs_out):
            _widen(pipe)
        os.set_blocking(self.sending, False)
        self.process = self.start(theirs_in, theirs_out, work, limits)
        os.close(theirs_in)
        os.close(theirs_out)

    def start(self, theirs_in: int, theirs_out: int, work: Callable[[Job], Made], limits: Limits) -> int:
        """Start it and return its process number."""
        stops = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
        before = signal.pthread_sigmask(signal.SIG_BLOCK, stops)  # None may find the parent's handlers in the child.
        process = os.fork()
        if process == 0:
            be_worker(theirs_in, theirs_out, work, limits)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return process

    def take(self, jobs: tuple[Job, ...]) -> None:
        if not self.chunks:
            self._began = time.monotonic()
        self.chunks.append(deque(jobs))
        self.outgoing += _framed(jobs)
        self.send()

    def send(self) -> None:
        with suppress(BlockingIOError, BrokenPipeError):  # One that is gone is found out where its answers end.
            while self.outgoing:
                del self.outgoing[: os.write(self.sending, self.outgoing)]

    def receive(self, events: list[tuple[Job, Made] | Lost]) -> bool:
        """Take what it says; return whether it is still there."""
        # Into one place: a new one would be asked of the system each time.
        self.received = os.readv(self.receiving, [self._room])
        if not self.received:
            return False
        self._began = time.monotonic()
        self.is_late = False  # It had finished before it was killed; what it was at next is not to blame.
        self._incoming += self._room[: self.received]
        while len(self._incoming) >= _HEAD.size:
            (size,) = _HEAD.unpack_from(self._incoming)
            if len(self._incoming) < _HEAD.size + size:
                break
            made = pickle.loads(memoryview(self._incoming)[_HEAD.size : _HEAD.size + size])
            del self._incoming[: _HEAD.size + size]
            events.append((self.chunks[0].popleft(), made))
            self.done += 1
            if not self.chunks[0]:
                self.chunks.popleft()
        return True

    def left(self, seconds: int) -> float:
        """Return how many seconds it has left for the job that it is at."""
        if not self.chunks or self.is_late:
            return float(seconds)
        return self._began + seconds - time.monotonic()

    def lost(self, code: int, limits: Limits) -> list[Lost]:
        """Return what is to be done again now that it has ended with this code."""
        waiting = [job for chunk in self.chunks for job in chunk]
        if not waiting:
            return []
        is_its_own = self.is_late or code in (-signal.SIGXCPU, -signal.SIGALRM, faults.OUT_OF_MEMORY)
        chances = 0 if is_its_own else 2 if code == -signal.SIGKILL else 1
        error = faults.error_of_end(code, limits, timed_out=self.is_late)
        return [Lost(tuple(waiting[1:]), waiting[0], error, chances)]

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)

    def wait(self) -> int:
        """Let go of it and return its exit code, or less than 0: the signal that ended it."""
        os.close(self.sending)
        os.close(self.receiving)
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        except ChildProcessError:  # Somebody else has waited for all children of this process.
            return -signal.SIGKILL


class _Spawned(_Worker):
    """A worker that is a program of its own: it imports for itself what a forked one has from its parent."""

    def start(self, theirs_in: int, theirs_out: int, work: Callable[[Job], Made], limits: Limits) -> int:
        """Start it and return its process number; what it is to do is the first that it hears."""
        import sys

        self.outgoing += _framed((work, limits))
        search = os.pathsep.join(path for path in sys.path if path)
        return os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "converter.batches.serve"],
            {**os.environ, "PYTHONPATH": search, "PYTHONSAFEPATH": "1"},
            file_actions=[(os.POSIX_SPAWN_DUP2, theirs_in, 0), (os.POSIX_SPAWN_DUP2, theirs_out, 1)],
        )


def be_worker(receiving: int, sending: int, work: Callable[[Job], Made], limits: Limits) -> NoReturn:
    """Do what comes in until nobody is there to say more."""
    code = 70
    try:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGPIPE, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # The terminal tells all of us; what is in hand is finished.
        signal.set_wakeup_fd(-1)
        receiving, sending = _keep_only(receiving, sending)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        restrain(limits)
        import gc

        gc.disable()
        for jobs in iter(lambda: read_frame(receiving), None):
            for job in jobs:
                grant_seconds(limits.seconds)
                signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE_S)
                _write_all(sending, _framed(work(job)))
            signal.setitimer(signal.ITIMER_REAL, 0)
            if gc.get_count()[0] > _MANY_LEFT:
                gc.collect()
        code = 0
    except MemoryError:
        code = faults.OUT_OF_MEMORY
    except BaseException as error:
        code = faults.OUT_OF_MEMORY if faults.is_want_of_memory(error) else 70
    finally:
        os._exit(code)


def _keep_only(receiving: int, sending: int) -> tuple[int, int]:
    """Close every descriptor but these two, whose new numbers are returned; the standard streams lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    high = [os.dup(receiving), os.dup(sending), os.dup(nowhere)]
    while min(high) < 5:  # Out of the way of the numbers that they get.
        high = [os.dup(each) for each in high]
    for number in range(3):
        os.dup2(high[2], number)
    os.dup2(high[0], 3, inheritable=False)
    os.dup2(high[1], 4, inheritable=False)
    os.closerange(5, os.sysconf("SC_OPEN_MAX"))
    return 3, 4


def _widen(pipe: int) -> None:
    """Let a pipe hold a megabyte: workers go on while their parent waits for the disk."""
    import fcntl

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _framed(value: object) -> bytes:
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(len(content)) + content


def read_frame(pipe: int) -> Any:
    """Return the next value, or None when there is nobody to send one."""
    head = _read_exactly(pipe, _HEAD.size)
    return pickle.loads(_read_exactly(pipe, _HEAD.unpack(head)[0])) if head else None


def _read_exactly(pipe: int, size: int) -> bytes:
    pieces: list[bytes] = []
    while size and (piece := os.read(pipe, min(size, _PIPE_BYTES))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces) if not size else b""


def _write_all(pipe: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(pipe, view) :]

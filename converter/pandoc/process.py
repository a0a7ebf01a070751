"""Runs pandoc: bytes in, bytes out, and nothing else within its reach (`docs/explanation/threats.md`, section 6).

Each run is a process in a session of its own, killed with all that it started
when it takes too long. It runs in pandoc's sandbox, which reads no files and
knows no network, clock or random numbers; without environment; in an empty
folder; and under the system's limits of memory, time and files.
"""

from __future__ import annotations

import os
import re
import selectors
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from time import monotonic

from converter.core.errors import UnreadableInput, UsageError
from converter.core.limits import show
from converter.io.visible import shortened, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.core.limits import Limits

EXTRA = "pip install 'article-converter[pandoc]'"
_PIECE = 1 << 16
_MOST_SAID = 1 << 20
"""Bytes of messages that are listened to; more is left unread."""
_LEFT_S = 1.5
"""Of `seconds`, for ourselves: who watches over our time kills us at its end, and nobody puts the folder away then."""
_HEAP_EXHAUSTED = 251
_STACK_EXHAUSTED = 2
_SIGNALLED = 128


class Answer:
    """What pandoc wrote, and what it said meanwhile."""

    def __init__(self, output: bytes, messages: tuple[str, ...]) -> None:
        self.output = output
        self.messages = messages
        """Each a line or more, without the word for its level; those in whom only developers take interest left out."""


def program() -> str:
    """Return the path of the pandoc that came with the extra. Raises UsageError when it is not installed.

    Only that one is ever run: another release writes other bytes.
    """
    from importlib.util import find_spec

    found = find_spec("pypandoc")
    path = os.path.join(os.path.dirname(found.origin), "files", "pandoc") if found and found.origin else ""
    for candidate in (path, f"{path}.exe"):
        if path and os.access(candidate, os.X_OK):
            return candidate
    raise UsageError("formats of pandoc need an extra that is not installed", hint=EXTRA)


def run(arguments: Sequence[str], source: bytes, limits: Limits, what: str) -> Answer:
    """Return pandoc's answer to `source`; `what` says in an error what it was asked to do.

    Raises LimitExceeded over `seconds`, `memory_bytes` or `output_bytes`, UnreadableInput for what pandoc refuses,
    UsageError where there is none.
    """
    heap = max(16 << 20, limits.memory_bytes // 2)
    command = [program(), "--sandbox", "--verbose", *arguments, "+RTS", f"-M{heap}", "-RTS"]
    with tempfile.TemporaryDirectory() as folder:
        with _start(command, folder, limits) as process:
            try:
                output, said = _exchange(process, source, limits)
            finally:
                _end(process)
        code = process.returncode
    if code:
        raise _refusal(code, said, limits, what)
    return Answer(output, tuple(_messages(said)))


def _start(command: list[str], folder: str, limits: Limits) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"HOME": folder, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        preexec_fn=_restrainer(limits),
    )


def _restrainer(limits: Limits) -> Callable[[], None] | None:
    """Return what the process does to itself before it becomes pandoc; nothing where the system has no such limits."""
    if sys.platform == "win32":
        return None
    import resource

    own = [
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds + 1),
        (resource.RLIMIT_FSIZE, 0),  # What it writes goes into pipes.
        (resource.RLIMIT_CORE, 0),
    ]
    die_with_parent = _death_signal()

    def restrain() -> None:
        for name, most in own:
            soft, hard = resource.getrlimit(name)
            known = [each for each in (most, soft, hard) if each != resource.RLIM_INFINITY]
            resource.setrlimit(name, (min(known), min(known)))
        if die_with_parent is not None:
            die_with_parent()

    return restrain


def _death_signal() -> Callable[[], None] | None:
    """Return what lets the process die with us: we may be killed by whoever watches over our own time."""
    if sys.platform != "linux":
        return None
    import ctypes

    try:
        prctl = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):
        return None
    return lambda: prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG of prctl(2)


def _exchange(process: subprocess.Popen[bytes], source: bytes, limits: Limits) -> tuple[bytes, bytes]:
    """Return what comes of the process's two outputs while `source` goes in."""
    assert process.stdin
    assert process.stdout
    assert process.stderr
    until = monotonic() + max(limits.seconds / 2, limits.seconds - _LEFT_S)
    rest = memoryview(source)
    output, said = bytearray(), bytearray()
    with selectors.DefaultSelector() as selector:
        os.set_blocking(process.stdin.fileno(), False)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        selector.register(process.stdout, selectors.EVENT_READ, output)
        selector.register(process.stderr, selectors.EVENT_READ, said)
        while selector.get_map():
            left = until - monotonic()
            if left <= 0:
                raise limits.exceeded("seconds", f"takes longer than {show('seconds', limits.seconds)}")
            for key, _ in selector.select(left):
                if key.fileobj is process.stdin:
                    rest = _fed(process, rest)
                    if not rest:
                        selector.unregister(process.stdin)
                        with suppress(BrokenPipeError):
                            process.stdin.close()
                    continue
                piece = os.read(key.fd, _PIECE)
                if not piece:
                    selector.unregister(key.fileobj)
                elif key.data is output or len(said) < _MOST_SAID:
                    key.data.extend(piece)
                limits.require("output_bytes", len(output), "what pandoc makes of it")
        try:
            process.wait(max(0.1, until - monotonic()))
        except subprocess.TimeoutExpired:
            raise limits.exceeded("seconds", f"takes longer than {show('seconds', limits.seconds)}") from None
    return bytes(output), bytes(said)


def _fed(process: subprocess.Popen[bytes], rest: memoryview) -> memoryview:
    """Write as much as the pipe takes and return what is left; nothing is when pandoc has stopped to read."""
    assert process.stdin
    if not rest:
        return rest
    try:
        return rest[os.write(process.stdin.fileno(), rest[:_PIECE]) :]
    except BlockingIOError:
        return rest
    except BrokenPipeError:
        return rest[:0]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the process, if it still runs, with its whole session; its pipes are closed after that."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _refusal(code: int, said: bytes, limits: Limits, what: str) -> UnreadableInput:
    """Return the error for a run that failed."""
    if code in (_HEAP_EXHAUSTED, _STACK_EXHAUSTED) or b"Heap exhausted" in said or b"out of memory" in said:
        return limits.exceeded("memory_bytes", f"needs more than half of {show('memory_bytes', limits.memory_bytes)}")
    if code in (-signal.SIGXCPU, _SIGNALLED + signal.SIGXCPU):
        return limits.exceeded("seconds", f"takes longer than {show('seconds', limits.seconds)}")
    if code < 0:
        return UnreadableInput(f"pandoc crashed and could not {what} ({signal.Signals(-code).name})")
    text = said.decode("utf-8", "replace")
    place = re.search(r"line (\d+),? column (\d+)", text)
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("[INFO]", "[WARNING]"))]
    words = " ".join(" ".join(lines).split()).removeprefix("pandoc: ") or f"exit code {code}"
    where = f"line {place[1]} column {place[2]}" if place else ""
    return UnreadableInput(f"pandoc cannot {what}: {shortened(visible(words))}", where=where)


def _messages(said: bytes) -> Iterator[str]:
    """Yield pandoc's warnings, and what it says of things that it left out."""
    text = said.decode("utf-8", "replace")
    for level, words in re.findall(r"^\[(INFO|WARNING)\] (.*(?:\n(?!\[).*)*)", text, re.MULTILINE):
        message = visible(" ".join(words.split()))
        if message.startswith("Deprecated"):
            continue  # Of a name: whoever wants the format knows it by no other.
        if level == "WARNING" or message.startswith(("Skipped", "Not rendering", "Could not")):
            yield shortened(message)

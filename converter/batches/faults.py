"""Faults: whatever ends the work on a document, as an error in one line."""

from __future__ import annotations

import signal

from converter.core.errors import ConverterError, InternalError, UnreadableInput
from converter.core.limits import show
from converter.core.spelling import Spelt
from converter.io.visible import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.limits import Limits

OUT_OF_MEMORY = 12
"""With what a process leaves that met its limit of memory (ENOMEM): in a new one memory is whole again."""


def fault_of(error: Exception, name: str) -> ConverterError:
    """Return the error that says what an exception means for the document called `name`."""
    if isinstance(error, ConverterError):
        return error
    if isinstance(error, RecursionError):
        return UnreadableInput("is nested too deeply", source=name)
    return InternalError(
        f"a bug of ours: {type(error).__name__}: {shortened(str(error))}",
        source=name,
        hint=Spelt("report it, with the source", "run again with --debug and report what it prints"),
    )


def is_want_of_memory(error: BaseException | None) -> bool:
    """Return whether the error came from one that says that memory is out; the loader of libraries says it in words."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == 12):
            return True
        if isinstance(error, ImportError) and ("failed to map" in str(error) or "allocate memory" in str(error)):
            return True
        error = error.__cause__
    return False


def error_of_end(code: int, limits: Limits, *, timed_out: bool = False) -> ConverterError:
    """Return what to say of the document at which a process ended; a code below 0 is the signal that killed it."""
    if timed_out or code in (-signal.SIGXCPU, -signal.SIGALRM):
        return limits.exceeded("seconds", f"takes longer than {show('seconds', limits.seconds)}")
    if code == OUT_OF_MEMORY:
        memory = show("memory_bytes", limits.memory_bytes)
        return limits.exceeded("memory_bytes", f"needs more than {memory} of memory")
    if code == -signal.SIGKILL:
        return UnreadableInput("its reader or writer was killed, perhaps for want of memory")
    if code < 0:
        return UnreadableInput(f"its reader or writer crashed ({signal.Signals(-code).name})")
    return InternalError(f"its reader or writer left early (exit {code})")

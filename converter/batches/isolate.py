"""Apart: one piece of work in a process of its own, for a caller in Python who must outlive what a document does."""

from __future__ import annotations

from converter.batches.faults import fault_of
from converter.batches.workers import Lost, Pool
from converter.core.errors import ConverterError, InternalError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from converter.core.limits import Limits

    Result = TypeVar("Result")


class _Call(Value):
    """What the process is to do."""

    work: Callable[..., Any]
    given: tuple[Any, ...]


def apart(work: Callable[..., Result], *given: object, limits: Limits) -> Result:
    """Return what `work(*given)` gives, done in a new process under the limits of memory, time and file size.

    The process is a program of its own, as a caller may have threads; what
    goes in and what comes out is pickled, the function by its name. Raises
    what the work raises as a ConverterError, and one in one line for a process
    that crashes, takes too long or needs too much memory.
    """
    pool = Pool(_answer, 1, limits, spawn=True)
    try:
        call: Any = _Call(work, given)
        pool.submit([call])
        events: list[Any] = []
        while not events:
            events = pool.collect(limits.seconds)
    finally:
        pool.close()
    if isinstance(events[0], Lost):
        raise events[0].error or InternalError("its process ended without a word")
    _, made = events[0]
    if isinstance(made, ConverterError):
        raise made
    result: Result = made
    return result


def _answer(call: Any) -> Any:
    """Return what the call gives, or the error that it ends with."""
    try:
        return call.work(*call.given)
    except MemoryError:
        raise
    except Exception as error:
        return fault_of(error, "")

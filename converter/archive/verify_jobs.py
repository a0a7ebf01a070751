"""Objects checked by several processes at once; their reports come back in the order in which they lie."""

from __future__ import annotations

from collections import deque

from converter.archive.findings import Finding
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError
from converter.core.spelling import Spelt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from converter.archive.object_check import Report
    from converter.archive.verify import Check, Item, Settings, Task

_BATCH = 16
"""Objects that a process takes at a time: one costs about as much as sending it."""
_BATCHES_A_JOB = 3


def in_order(
    settings: Settings, items: Iterable[Item], jobs: int, check: Check
) -> Iterator[tuple[Task | None, Report | Finding]]:
    """Yield each finding as it is, and each task with its report; memory holds a few batches a process, no more.

    Raises ArchiveError when a process was killed.
    """
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[tuple[list[Item], Future[list[Report]]]] = deque()
    held: list[Item] = []
    pool = _pool(settings, jobs)

    def submit() -> None:
        tasks = [each for each in held if not isinstance(each, Finding)]
        waiting.append((held[:], pool.submit(_check_all, check, settings, tasks)))
        held.clear()

    try:
        for each in items:
            held.append(each)
            if len(held) >= _BATCH:
                submit()
                if len(waiting) >= jobs * _BATCHES_A_JOB:
                    yield from _taken(*waiting.popleft())
        if held:
            submit()
        while waiting:
            yield from _taken(*waiting.popleft())
    except BrokenProcessPool as error:
        raise ArchiveError(
            "one of the processes that read it was killed, perhaps for want of memory",
            hint="use fewer " + Spelt("jobs", "--jobs"),
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, jobs: int) -> Executor:
    """Return what runs the checks: a folder is hashed by processes, a bucket is waited for by threads."""
    if isinstance(settings.tree, FolderTree):
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # The child of a fork has every module already; this process has no threads that it could hurt.
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _leave_stopping_to_the_parent)
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(jobs)


def _leave_stopping_to_the_parent() -> None:
    """Ignore Ctrl-C, which every process of a terminal gets: the parent ends the pool. A TERM is for this one alone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check_all(check: Callable[[Settings, Task], Report], settings: Settings, tasks: list[Task]) -> list[Report]:
    return [check(settings, each) for each in tasks]


def _taken(items: list[Item], future: Future[list[Report]]) -> Iterator[tuple[Task | None, Report | Finding]]:
    reports = iter(future.result())
    for each in items:
        if isinstance(each, Finding):
            yield None, each
        else:
            yield each, next(reports)

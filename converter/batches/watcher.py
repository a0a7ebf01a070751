"""Arrivals: what comes into folders that are watched, in groups, when it has been left alone for a moment.

A file is taken when its size and time have stayed the same since it was last
looked at: a copy that is under way is waited for. What the system forgets to
tell is found by a walk now and then, and what is told twice the journal knows;
so every file is taken at least once, and done once.
"""

from __future__ import annotations

import os
import time

from converter.batches.inputs import Inputs
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from converter.batches.job import Input
    from converter.batches.opening import Order

_WALK_S = 600.0
"""Between two walks through everything."""
_STEP_MS = 200


class Arrivals:
    """What arrives in some folders."""

    def __init__(
        self,
        order: Order,
        folders: Sequence[str],
        *,
        include: Sequence[str] = (),
        exclude: Sequence[str] = (),
        settle_s: float = 1.0,
    ) -> None:
        """Watch from now on. Raises UsageError without the library that does."""
        try:
            import watchfiles
        except ImportError as error:
            raise UsageError(
                "needs the library watchfiles", where="convert watch", hint="pip install 'article-converter[watch]'"
            ) from error
        self._order = order
        self._folders = list(folders)
        self._include, self._exclude = include, exclude
        self._settle_s = settle_s
        self._seen: dict[str, tuple[tuple[int, int], float]] = {}
        """Path → size and time of a file that is to settle, and since when it has those."""
        self._changes = watchfiles.watch(
            *self._folders,
            watch_filter=None,
            step=_STEP_MS // 4,
            debounce=_STEP_MS,
            rust_timeout=_STEP_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        self._take(next(self._changes))  # Only now does it watch.

    def _take(self, changes: Iterable[tuple[object, str]]) -> None:
        for _, path in changes:
            self._look(path)

    def groups(self, is_over: Callable[[], bool]) -> Iterator[list[Input]]:
        """Yield groups of inputs that have arrived, until it is over.

        Two of them for one output are not refused here: the second finds the output of the first, and fails.
        """
        walked = time.monotonic()
        for changes in self._changes:
            if is_over():
                return
            self._take(changes)
            if not self._seen and time.monotonic() - walked <= _WALK_S:
                continue
            arrived = self._inputs()
            if time.monotonic() - walked > _WALK_S:
                walked = time.monotonic()
                for folder in self._folders:
                    arrived.add(folder)
            else:
                for path in self._settled():
                    for folder in self._folders:
                        arrived.add_arrived(folder, path)
            arrived.settle(are_written=False)
            if arrived.count:
                yield list(arrived)

    def _look(self, path: str) -> None:
        try:
            state = os.lstat(path)
        except OSError:
            self._seen.pop(path, None)
            return
        now = (state.st_size, state.st_mtime_ns)
        if path not in self._seen or self._seen[path][0] != now:
            self._seen[path] = (now, time.monotonic())

    def _settled(self) -> set[str]:
        """Return the files that have been left alone for long enough, and forget them."""
        settled = set()
        for path, (_, since) in list(self._seen.items()):
            if time.monotonic() - since >= self._settle_s:
                before = self._seen[path]
                self._look(path)
                if self._seen.get(path) == before:
                    settled.add(path)
                    del self._seen[path]
        return settled

    def _inputs(self) -> Inputs:
        skip = [place for place in (self._order.output, self._order.archive) if place]
        return Inputs(include=self._include, exclude=self._exclude, skip=skip)

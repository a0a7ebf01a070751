"""Goals: where what workers have made is put, in groups; nothing counts as done before its group is on the disk."""

from __future__ import annotations

import os

from converter.archive.store import Conflict
from converter.core.errors import CannotWrite, ConverterError
from converter.core.spelling import OUTPUT
from converter.core.values import Value
from converter.io.atomic import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from converter.archive.archive import Archive
    from converter.batches.job import Job, Made
    from converter.batches.places import Places

    class Goal(Protocol):
        """Takes what workers have made. It is used by one thread at a time, not always the same."""

        def settle(self, group: Sequence[tuple[Job, Made]]) -> Settled:
            """Put in place what was made, durably, all with one flush where that can be."""

        def close(self) -> None:
            """Let go of what is open."""


class Settled(Value):
    """What came of a group."""

    done: tuple[tuple[Job, Made, ConverterError | None], ...]
    """Each job with what kept it from its place, if anything did."""
    again: tuple[Job, ...] = ()
    """Those that another writer, or an input before them, was quicker with: they are to be made again."""


class FolderGoal:
    """Outputs go to a folder."""

    def __init__(self, places: Places, sources: Iterable[str], *, force: bool) -> None:
        self._force = force
        # Where outputs would go among the sources, those are in danger. A folder for outputs may lie inside, as it is
        # left out of the walk.
        self._sources = [
            os.path.join(folder, "") for folder in sources if not _is_inside(places.folder, folder) and folder != os.sep
        ]
        self._most_files = _open_files() // 2

    def settle(self, group: Sequence[tuple[Job, Made]]) -> Settled:
        """Put the outputs in place, durably."""
        done: list[tuple[Job, Made, ConverterError | None]] = []
        waiting: list[tuple[Job, Made]] = []
        outputs = Group()
        for job, made in group:
            try:
                self._add(outputs, job, made)
            except CannotWrite as error:
                done.append((job, made, error))
                continue
            waiting.append((job, made))
            if outputs.files >= self._most_files:
                done += _flushed(outputs, waiting)
                waiting = []
        return Settled((*done, *_flushed(outputs, waiting)))

    def _add(self, outputs: Group, job: Job, made: Made) -> None:
        contents = dict(made.outputs)
        files = [(each.path, contents[each.writer]) for each in made.outcome.outputs]
        for path, _ in files:
            if any(path.startswith(folder) for folder in self._sources):
                raise CannotWrite("would lie among the sources", where=path, hint="name another folder with " + OUTPUT)
        ours = tuple(job.before.outputs.values()) if job.before else ()
        outputs.add(files, force=self._force, ours=ours, keep=[job.input.file])

    def close(self) -> None:
        """There is nothing open."""


def _flushed(outputs: Group, waiting: Sequence[tuple[Job, Made]]) -> list[tuple[Job, Made, ConverterError | None]]:
    faults = outputs.flush()
    return [(job, made, fault) for (job, made), fault in zip(waiting, faults, strict=True)]


class ArchiveGoal:
    """Stories go to an archive; what else is made of them then goes to a folder, when one was named."""

    def __init__(self, archive: Archive, outputs: FolderGoal | None) -> None:
        self._archive = archive
        self._outputs = outputs

    def settle(self, group: Sequence[tuple[Job, Made]]) -> Settled:
        """Put the stories into the archive, then the outputs in their places, durably."""
        puts = _Puts(self._archive, len(group))
        for job, made in group:
            puts.add(job, made)
        puts.flush()
        if self._outputs is None:
            return Settled((*puts.faults, *((job, made, None) for job, made in puts.stored)), tuple(puts.again))
        placed = self._outputs.settle(puts.stored)
        return Settled((*puts.faults, *placed.done), tuple(puts.again))

    def close(self) -> None:
        """Let go of the store."""
        self._archive.close()


class _Puts:
    """The puts of one group."""

    def __init__(self, archive: Archive, size: int) -> None:
        self.stored: list[tuple[Job, Made]] = []
        self.again: list[Job] = []
        self.faults: list[tuple[Job, Made, ConverterError | None]] = []
        self._archive = archive
        self._group = archive.group(size + 1)
        self._waiting: dict[str, tuple[Job, Made]] = {}
        """Object id → what waits for the flush."""

    def add(self, job: Job, made: Made) -> None:
        """Stage a put. One of a later version is stored at once."""
        prepared = made.prepared
        if prepared is None:  # Its worker has put it.
            self.stored.append((job, made))
            return
        if prepared.id in self._waiting or prepared.after is not None:
            self.flush()  # It flushes the group by itself, and its faults must not be taken for those of others.
        try:
            self._archive.put(prepared, self._group)
        except Conflict:
            self.again.append(job)
        except ConverterError as error:
            self.faults.append((job, made, error))
        else:
            if prepared.new is None or prepared.after is not None:
                self.stored.append((job, made))
            else:
                self._waiting[prepared.id] = (job, made)

    def flush(self) -> None:
        """Store what waits."""
        waiting, self._waiting = self._waiting, {}
        lost: tuple[str, ...] = ()
        try:
            self._group.flush()
        except Conflict as conflict:
            lost = conflict.ids or tuple(waiting)
        except ConverterError as error:
            self.faults += ((job, made, error) for job, made in waiting.values())
            return
        for id, (job, made) in waiting.items():
            if id in lost:
                self.again.append(job)
            else:
                self.stored.append((job, made))


def _is_inside(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))


def _open_files() -> int:
    """Return how many files this process may have open."""
    try:
        import resource
    except ImportError:
        return 256
    return min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 4096)

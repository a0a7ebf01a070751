"""Goals: where what workers have made is put, in groups; nothing counts as done before its group is on the disk."""

from __future__ import annotations

import os

from converter.archive.store import Conflict
from converter.errors import CannotWrite, ConverterError
from converter.placing import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from converter.archive.archive import Archive
    from converter.engine.job import Job, Made, Outcome
    from converter.engine.places import Places

    class Goal(Protocol):
        """Takes what workers have made."""

        @property
        def is_full(self) -> bool:
            """Whether it is time to flush."""

        def take(self, job: Job, made: Made) -> None:
            """Let what was made wait for the next flush. Raises a ConverterError that concerns this job only."""

        def flush(self) -> list[tuple[Job, Outcome, ConverterError | None]]:
            """Put in place what waits, durably; return what came of each, or what kept it from its place.

            Those to be done again are missing.
            """

        def again(self) -> Iterable[Job]:
            """Return the jobs that another writer was quicker with: they must be made again."""

        def close(self) -> None:
            """Let go of what is open."""


_MOST_JOBS = 64
_MOST_FILES = 256
"""Open descriptors."""
_MOST_BYTES = 32 << 20


class FolderGoal:
    """Outputs go to a folder."""

    def __init__(self, places: Places, sources: Iterable[str], *, force: bool) -> None:
        self._force = force
        # Where outputs would go among the sources, those are in danger. A folder for outputs may lie inside, as it is
        # left out of the walk.
        self._sources = [
            os.path.join(folder, "") for folder in sources if not _is_inside(places.folder, folder) and folder != os.sep
        ]
        self._group = Group()
        self._waiting: list[tuple[Job, Outcome]] = []

    @property
    def is_full(self) -> bool:
        """Whether it is time to flush."""
        return (
            len(self._waiting) >= _MOST_JOBS
            or self._group.files >= _MOST_FILES
            or self._group.size_bytes >= _MOST_BYTES
        )

    def take(self, job: Job, made: Made) -> None:
        """Let the outputs wait for the next flush. Raises CannotWrite that concerns this job only."""
        contents = dict(made.outputs)
        outputs = [(each.path, contents[each.writer]) for each in made.outcome.outputs]
        for path, _ in outputs:
            if any(path.startswith(folder) for folder in self._sources):
                raise CannotWrite("would lie among the sources", where=path, hint="name another folder with -o")
        ours = tuple(job.before.outputs.values()) if job.before else ()
        self._group.add(outputs, force=self._force, ours=ours, keep=[job.input.file])
        self._waiting.append((job, made.outcome))

    def flush(self) -> list[tuple[Job, Outcome, ConverterError | None]]:
        """Put in place what waits, durably; return what came of each, or what kept it from its place."""
        waiting, self._waiting = self._waiting, []
        faults = self._group.flush()
        return [(job, outcome, fault) for (job, outcome), fault in zip(waiting, faults, strict=True)]

    def again(self) -> Iterable[Job]:
        """Return nothing: nobody else writes here."""
        return ()

    def close(self) -> None:
        """There is nothing open."""


class ArchiveGoal:
    """Stories go to an archive; what else is made of them then goes to a folder, when one was named."""

    def __init__(self, archive: Archive, outputs: FolderGoal | None) -> None:
        self._archive = archive
        self._group = archive.group(2 * _MOST_JOBS)
        self._outputs = outputs
        self._waiting: dict[str, tuple[Job, Made]] = {}
        """Object id → what waits for the flush of its put."""
        self._ready: list[tuple[Job, Made]] = []
        """What is in the archive, and whose outputs have no place yet."""
        self._again: list[Job] = []
        self._size_bytes = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to flush."""
        return len(self._waiting) + len(self._ready) >= _MOST_JOBS or self._size_bytes >= _MOST_BYTES

    def take(self, job: Job, made: Made) -> None:
        """Let a story wait for the next flush. Raises a ConverterError that concerns this job only."""
        prepared = made.prepared
        if prepared.id in self._waiting or prepared.after is not None:
            self._flush_group()  # An update is flushed at once, and must not take others along.
        try:
            self._archive.put(prepared, self._group)
        except Conflict:
            self._again.append(job)
            return
        if prepared.new is None or prepared.after is not None:
            self._ready.append((job, made))
        else:
            self._waiting[prepared.id] = (job, made)
        self._size_bytes += sum(len(content) for content in prepared.outputs.values())
        if prepared.new is not None:
            self._size_bytes += sum(len(each) for each in prepared.new.files.values())

    def flush(self) -> list[tuple[Job, Outcome, ConverterError | None]]:
        """Put in place what waits, durably; return what came of each, or what kept it from its place."""
        faults: list[tuple[Job, Outcome, ConverterError | None]] = []
        waiting = list(self._waiting.values())
        try:
            self._flush_group()
        except ConverterError as error:
            self._waiting.clear()
            faults = [(job, made.outcome, error) for job, made in waiting]
        ready, self._ready, self._size_bytes = self._ready, [], 0
        if self._outputs is None:
            return [*faults, *((job, made.outcome, None) for job, made in ready)]
        for job, made in ready:
            try:
                self._outputs.take(job, made)
            except ConverterError as error:
                faults.append((job, made.outcome, error))
        return [*faults, *self._outputs.flush()]

    def _flush_group(self) -> None:
        lost: tuple[str, ...] = ()
        try:
            self._group.flush()
        except Conflict as conflict:
            lost = conflict.ids or tuple(self._waiting)
        for id, (job, made) in self._waiting.items():
            if id in lost:
                self._again.append(job)
            else:
                self._ready.append((job, made))
        self._waiting.clear()

    def again(self) -> Iterable[Job]:
        """Return the jobs that another writer, or an input before, was quicker with."""
        again, self._again = self._again, []
        return again

    def close(self) -> None:
        """Let go of the store."""
        self._archive.close()


def _is_inside(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))

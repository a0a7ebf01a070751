"""Goals: where what workers have made is put, in groups; nothing counts as done before its group is on the disk."""

from __future__ import annotations

import os

from converter.errors import CannotWrite, ConverterError
from converter.placing import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

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


def _is_inside(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))

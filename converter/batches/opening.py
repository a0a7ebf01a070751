"""Opening a batch: from what a caller says to a `Batch` that is ready to run."""

from __future__ import annotations

import os

from converter.batches import quarantine
from converter.batches.batch import Batch, Setting
from converter.batches.inputs import Inputs
from converter.batches.journal import Journal, batch_id
from converter.batches.members import container_of
from converter.batches.places import OURS, QUARANTINE, Places
from converter.batches.sinks import ArchiveGoal, FolderGoal
from converter.batches.state import FolderKeeper, StoreKeeper
from converter.batches.work import Shelf, Work
from converter.conversion.identity import require_no_guid
from converter.core.errors import CannotWrite, UsageError
from converter.core.spelling import ARCHIVE, COLLECTION, KEEP_RENDITIONS, OUTPUT, TO, Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from converter.archive.archive import Archive
    from converter.archive.ingest import Intake
    from converter.archive.inventory import User
    from converter.batches.job import Entry, Input
    from converter.batches.sinks import Goal
    from converter.batches.state import Keeper
    from converter.batches.workers import Executor
    from converter.conversion.plan import Request


class Order(Value):
    """What a batch is asked to do, but for its inputs."""

    request: Request
    output: str | None = None
    """The folder for outputs."""
    archive: str | None = None
    """The archive's place."""
    force: bool = False
    jobs: int | None = None
    """How many work at once; None: as many as there are processors."""
    retry: bool = False
    """Whether what is in quarantine is tried again."""
    keep_renditions: bool = False
    accept_older: bool = False
    collection: str | None = None
    """With it, a story is known by its path in this collection, whatever its bytes are."""
    by: User | None = None
    scheduler: str | None = None
    """The address of a Dask scheduler whose cluster works; None: this machine."""

    def require_goal(self) -> None:
        """Raise UsageError when nothing would come of it, outputs have no place, or stories the identity of one."""
        require_no_guid(self.request.meta, "a batch is of many")
        writers = self.request.writers
        if not self.archive and not writers:
            raise UsageError(
                "nothing to do with the inputs",
                hint=Spelt("name archive, or to and output", "name --archive ROOT, or --to FORMAT and -o FOLDER"),
            )
        if not self.archive and not self.output:
            raise UsageError("no folder for the outputs", hint="name one with " + OUTPUT)
        if writers and not self.output and not self.keep_renditions:
            raise UsageError(
                "no place for the outputs",
                hint="name a folder with " + OUTPUT + ", or keep them with " + KEEP_RENDITIONS,
            )
        if self.collection is not None and not self.archive:
            raise UsageError(
                "no archive whose stories it would name", where=COLLECTION, hint=Spelt("name archive", "--archive ROOT")
            )
        if self.output and not writers:
            raise UsageError("no format for the folder of outputs", hint="name one with " + TO)
        if self.output:
            _require_place(self.output)


def _require_place(output: str) -> None:
    """Raise UsageError, CannotWrite for outputs that could have no folder: before the work, not after it, for each."""
    asked = above = output.rstrip("/") or "/"
    while above not in (".", "/") and not os.path.lexists(above):
        above = os.path.dirname(above) or "."
    if os.path.lexists(above) and not os.path.isdir(above):
        raise UsageError("is no folder" if above == asked else f"{above} is no folder", where=OUTPUT + f" {output}")
    # Where a batch has been before, this one may have nothing to write.
    if not os.path.lexists(os.path.join(output, OURS)) and not os.access(above, os.W_OK | os.X_OK):
        raise CannotWrite("permission denied", where=OUTPUT + f" {output}")


def find_inputs(
    order: Order,
    names: Iterable[str],
    listed: Iterable[BinaryIO] = (),
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Inputs:
    """Return what goes in, found and sorted; nothing is written.

    Raises UsageError and UnreadableInput as `Inputs` does, and UsageError for a folder for outputs that is read from.
    """
    names = list(names)
    for name in names:
        for mine, flag in ((order.output, OUTPUT), (order.archive, ARCHIVE)):
            if mine and os.path.isdir(name) and os.path.realpath(name) == os.path.realpath(mine):
                raise UsageError("is a folder that is read from", where=flag + f" {mine}", hint="name another")
    skip = [place for place in (order.output, order.archive) if place]
    found = Inputs(include=include, exclude=exclude, skip=skip)
    for name in names:
        found.add(name)
    for stream in listed:
        found.add_listed(stream)
    found.settle(are_written=bool(order.output))
    return found


def open_batch(order: Order, found: Inputs | None, executor: Executor | None = None) -> Batch:
    """Return the batch over what was found, or without it over what lies in quarantine.

    Raises ArchiveError for a place that is no archive, CannotWrite.
    """
    places = _places(order)
    outputs = FolderGoal(places, found.folders() if found else (), force=order.force) if places else None
    keeper: Keeper
    goal: Goal
    shelf = None
    if order.archive:
        archive = _open_archive(order, order.archive)
        shelf = Shelf(
            os.path.abspath(order.archive) if "://" not in order.archive else order.archive, _intake(order), archive.by
        )
        keeper, goal = StoreKeeper(archive.store), ArchiveGoal(archive, outputs)
    else:
        assert places is not None
        assert outputs is not None
        keeper, goal = FolderKeeper(places.folder), outputs
    puts = bool(order.scheduler and order.archive and "://" in order.archive)
    work = Work(order.request, places, shelf, order.force, puts)
    journal = Journal(keeper, _batch_id(order))
    setting = Setting(goal, keeper, journal, order.request.limits, retry=order.retry)
    endings = found.endings() if found else ()

    def start() -> Executor:
        return executor or _executor(work, order, endings)

    if found is not None:
        batch = Batch(found, setting, start, found.faults())
        batch.named = journal.count(found.folders())
        return batch
    waiting = list(quarantine.inputs(keeper))
    batch = Batch(waiting, setting, start)
    batch.count = len(waiting)
    return batch


def quarantine_of(order: Order) -> str:
    """Return the path of the folder that holds what could not be read."""
    if order.archive:
        from converter.archive.store import AREA

        return os.path.join(order.archive, AREA, QUARANTINE)
    return os.path.join(order.output or "", QUARANTINE)


def _places(order: Order) -> Places | None:
    if not order.output:
        return None
    extensions = tuple((writer.name, writer.extension) for writer in order.request.writers)
    return Places(os.path.realpath(order.output), extensions)


def _batch_id(order: Order) -> str:
    if not order.archive:
        return batch_id(order.request)
    known_by = () if order.collection is None else ("collection", order.collection)
    place = os.path.realpath(order.output or "")
    return batch_id(order.request, "archive", f"{order.keep_renditions}", place, *known_by)


def _intake(order: Order) -> Intake:
    from converter.archive.agents import PROGRAM
    from converter.archive.ingest import Intake

    return Intake(
        by=order.by or PROGRAM,
        keep_renditions=order.keep_renditions,
        accept_older=order.accept_older,
        collection=order.collection,
    )


def _open_archive(order: Order, place: str) -> Archive:
    from converter.archive.archive import Archive

    return Archive.open(place, create=True, durability="group", by=order.by)


def _executor(work: Work, order: Order, endings: Iterable[str]) -> Executor:
    if order.scheduler:
        from converter.batches.cluster import Cluster

        return Cluster(work, order.scheduler, order.request.limits)
    if not hasattr(os, "fork"):
        from converter.batches.here import Here

        return Here(work)
    from converter.batches.workers import Pool

    try:
        work.warm(endings)
    except UsageError:  # It would be said of every input.
        raise
    except Exception:  # What is wrong with a format is said of the first input that needs it.
        pass
    # What speaks to a bucket has threads, which do not come along when this process is forked. And a fork of a large
    # process, such as a caller's, would be over its limit of memory before it has begun.
    has_threads = bool(order.archive and "://" in order.archive)
    is_large = _address_space() > order.request.limits.memory_bytes // 2
    return Pool(work, order.jobs or processors(), order.request.limits, spawn=has_threads or is_large)


def _address_space() -> int:
    """Return how much address space this process has taken, in bytes; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def prospects(order: Order, found: Inputs | None) -> Iterator[tuple[Input, list[str], Entry | None]]:
    """Yield each input with the paths of its outputs and what the journal says of it; nothing is written or read.

    So it is not known what a container holds: its outputs are the folder that they will lie in, which ends in a slash.
    """
    keeper: Keeper | None = None
    if order.archive:
        if "://" in order.archive or os.path.isdir(order.archive):
            from converter.archive.opening import open_store

            keeper = StoreKeeper(open_store(order.archive))
    elif order.output:
        keeper = FolderKeeper(os.path.realpath(order.output))
    journal = Journal(keeper, _batch_id(order)) if keeper else None
    places = _places(order)
    inputs: Iterable[Input] = found if found is not None else quarantine.inputs(keeper) if keeper else ()
    for input in inputs:
        before = journal.find(input) if journal else None
        yield input, _outputs_of(input, places) if places else [], before


def _outputs_of(input: Input, places: Places) -> list[str]:
    if not input.within and container_of(input):
        return [os.path.join(places.folder, input.path, "")]
    return [path for _, path in places.of(input)]

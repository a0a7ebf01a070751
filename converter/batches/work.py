"""Work: in a worker, a job from its file to its outputs. It reads, computes and returns; it writes nothing."""

from __future__ import annotations

import os
import time

from converter.batches import members
from converter.batches.faults import fault_of, is_want_of_memory
from converter.batches.job import Made, Outcome, Reason, Written
from converter.batches.places import Places
from converter.core.errors import ArchiveError, ConverterError, InternalError, UnreadableInput, UsageError, located
from converter.core.values import Value
from converter.core.values import hasten as hasten_values
from converter.io.hash import hasten as hasten_digests
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from converter.archive.archive import Archive
    from converter.archive.ingest import Intake
    from converter.archive.inventory import User
    from converter.batches.job import Input, Job, Status
    from converter.conversion.pipeline import Plan
    from converter.conversion.plan import Request
    from converter.formats.records import Member

_WARMING = (
    b"A Bridge Is Open Again\n\nBy A. Writer\n\nPORT CITY, 3 May \xe2\x80\x94 The bridge is open, the port said.\n\n"
    b"\xe2\x80\x9cIt is,\xe2\x80\x9d a driver said.\n"
)


_STATUS: Mapping[str, Status] = {
    "archived": "archived",
    "corrected": "corrected",
    "renormalised": "corrected",
    "unchanged": "unchanged",
    "duplicate": "unchanged",
}
"""The intake's word → what becomes of the input."""


class Shelf(Value):
    """The archive that workers read; each opens it for itself."""

    place: str
    intake: Intake
    by: User

    def open(self) -> Archive:
        """Return the archive, which stays open in this process."""
        if self.place not in _OPEN:
            from converter.archive.archive import Archive

            _OPEN[self.place] = Archive.open(self.place, by=self.by)
        return _OPEN[self.place]


_OPEN: dict[str, Archive] = {}


class Work(Value):
    """What is asked of every input; called with one job after the other."""

    request: Request
    places: Places | None = None
    """None: there are no outputs beside the archive's."""
    shelf: Shelf | None = None
    """None: nothing is archived."""
    remakes: bool = False
    """Whether an output that is known is made again when somebody has changed it."""
    puts: bool = False
    """Whether the worker puts stories into the archive by itself, as several machines may with an object store."""

    def warm(self, endings: Iterable[str]) -> None:
        """Convert a story of our own, so that what is imported and cached for it is there for every other.

        The readers of files with these extensions are imported and warmed too. Raises UsageError for what is asked
        of every input and can be done with none: a charset that there is not, a format whose extra is not installed.
        """
        from converter.conversion import pipeline
        from converter.conversion.plan import plan_for
        from converter.formats.own import READERS
        from converter.formats.registry import load

        hasten_values()
        hasten_digests()
        wanted_endings = {ending.lower() for ending in endings}
        for reader in READERS:
            if wanted_endings.intersection(reader.extensions) or reader.name == self.request.reader:
                load(reader.function)
                if reader.warm:
                    load(reader.warm)()
        wanted = self.request.replace(reader=None, meta=(), strict=False)

        def convert(asked: Request) -> None:
            pipeline.convert(plan_for(_WARMING, "warming.txt", asked, modified="2000-01-01T00:00:00Z"))

        try:
            convert(wanted)
        except UsageError:
            raise
        except ConverterError:  # Such as a charset that is for other stories than this one.
            convert(wanted.replace(reader_options=()))

    def __call__(self, job: Job) -> Made:
        """Return what comes of a job; whatever is wrong with one input is its own outcome."""
        began = time.perf_counter()
        try:
            made = self._made(job)
        except Exception as error:  # The edge of a job.
            made = Made(_refused(Outcome(job.input, "done"), error))
        return made.replace(outcome=made.outcome.replace(seconds=time.perf_counter() - began))

    def _made(self, job: Job) -> Made:
        from converter.conversion.plan import plan_for_file
        from converter.formats.sniffing import find_container

        if not job.input.is_named and os.path.islink(job.input.file):
            raise UnreadableInput("is a link by now, and a batch follows none")
        record = members.container_of(job.input)
        member: Member | None = None
        if record and not job.input.within:
            return Made(Outcome(job.input, "done"), members=members.survey(job.input, record, self.request.limits))
        if record:
            member = members.get(job.input, record, self.request.limits)
            if member.fault:
                seen = Outcome(job.input, "done", sha256=sha256(member.content).hexdigest())
                settled = self._settled(job, seen)
                refused = Made(_refused(seen, member.fault), source=member.content, ending=record.extensions[0])
                return Made(settled) if settled else refused
            try:
                plan = members.plan(job.input, member, self.request)
            except Exception as error:  # Its sidecar is at fault.
                seen = Outcome(job.input, "done", sha256=sha256(member.content).hexdigest())
                return _set_aside(seen, error, member)
        else:
            plan = plan_for_file(job.input.file, self.request)
            # XML may be one story or a message of many: its bytes say.
            record = None if plan.reader or job.input.instead else find_container(plan.source, plan.name)
            if record:
                return Made(Outcome(job.input, "done"), members=members.survey(job.input, record, self.request.limits))
        seen = Outcome(job.input, "done", sha256=sha256(plan.source).hexdigest(), sidecar=_digest(plan))
        settled = self._settled(job, seen)
        if settled is not None:
            return Made(settled)
        try:
            return self._prepared(job, seen, plan) if self.shelf else self._converted(job, seen, plan)
        except Exception as error:  # From here on it is known which bytes they are that cannot be done.
            return _set_aside(seen, error, member) if member else Made(_refused(seen, error))

    def _converted(self, job: Job, seen: Outcome, plan: Plan) -> Made:
        from converter.conversion import pipeline

        done = pipeline.convert(plan)
        article = done.article
        made = self._with_outputs(
            job, seen, done.outputs, guid=article.guid, version=article.version, notices=done.notices
        )
        return Made(made, tuple(done.outputs.items()))

    def _prepared(self, job: Job, seen: Outcome, plan: Plan) -> Made:
        """Return what the archive's intake makes of a plan; the store is only read, unless the worker is to put."""
        from converter.archive.ingest import require_current

        assert self.shelf is not None
        archive = self.shelf.open()
        if self.puts:
            prepared = archive.add_plan(plan, path=job.input.path, intake=self.shelf.intake)
        else:
            prepared = archive.prepare(plan, path=job.input.path, intake=self.shelf.intake)
            require_current(prepared)
        outputs = prepared.outputs if self.places else {}
        made = self._with_outputs(
            job,
            seen,
            outputs,
            status=_STATUS[prepared.decision],
            guid=prepared.id,
            version=prepared.version,
            notices=prepared.notices,
        )
        rest = None if self.puts else prepared.replace(outputs={}, notices=())
        return Made(made, tuple(outputs.items()), rest)

    def _settled(self, job: Job, seen: Outcome) -> Outcome | None:
        """Return the outcome when an earlier run has settled these very bytes, and what it wrote is still there."""
        before = job.before
        if before is None or (before.sha256, before.sidecar) != (seen.sha256, seen.sidecar):
            return None
        if before.status == "quarantined":
            return None if job.again else seen.replace(status="quarantined", reason=before.reason, earlier=True)
        if before.status == "failed":
            return None
        if self.places and not all(
            self._stands(path, before.outputs.get(writer)) for writer, path in self.places.of(job.input)
        ):
            return None
        return seen.replace(status="unchanged", earlier=True)

    def _stands(self, path: str, digest: str | None) -> bool:
        """Return whether an output is there, and is what an earlier run wrote if others are to be replaced."""
        if not self.remakes:
            return os.path.lexists(path)
        try:
            with open(path, "rb") as file:
                return sha256(file.read()).hexdigest() == digest
        except OSError:
            return False

    def _with_outputs(self, job: Job, seen: Outcome, outputs: Mapping[str, bytes], **facts: Any) -> Outcome:
        paths = dict(self.places.of(job.input)) if self.places else {}
        return seen.replace(
            outputs=tuple(
                Written(writer, paths[writer], len(content), sha256(content).hexdigest())
                for writer, content in outputs.items()
            ),
            **facts,
        )


def _refused(seen: Outcome, error: Exception) -> Outcome:
    """Return the outcome of an input that an exception has ended; memory that is out ends its worker too."""
    if is_want_of_memory(error):
        raise MemoryError from error
    fault = fault_of(error, seen.input.name)
    trace = ""
    if isinstance(fault, InternalError):
        import traceback

        trace = "".join(traceback.format_exception(error))
    return seen.replace(status=_status(error), reason=_reason(fault, seen.input), trace=trace)


def _set_aside(seen: Outcome, error: Exception, member: Member) -> Made:
    """Return the outcome of a member that an exception has ended, with all that a copy of it needs."""
    return Made(_refused(seen, error), source=member.content, ending=member.ending, beside=members.sidecars_of(member))


def _reason(fault: ConverterError, input: Input) -> Reason:
    """Return the reason that a fault gives; a place in another file, as a sidecar is, begins with that file's name."""
    reason = Reason.of(fault)
    if fault.source in ("", input.file, input.name, input.path):
        return reason
    return reason.replace(where=located(os.path.basename(fault.source), fault.where).removesuffix(": "))


def _status(error: Exception) -> Status:
    """Return whether an input is at fault, or is gone or refused by the archive as it stands now."""
    return "failed" if isinstance(error, ArchiveError) or _is_gone(error) else "quarantined"


def _is_gone(error: Exception) -> bool:
    """Return whether an input could not be read because it is not there."""
    cause: BaseException | None = error if isinstance(error, UnreadableInput) else None
    while cause is not None and not isinstance(cause, FileNotFoundError):
        cause = cause.__cause__
    return cause is not None


def _digest(plan: Plan) -> str:
    return sha256(repr(plan.sidecar).encode("utf-8", "surrogatepass")).hexdigest() if plan.sidecar else ""

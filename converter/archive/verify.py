"""Verify: is everything in a root as it was stored, and is everything there?

`verify` walks a root of any tool, or one object, and yields a finding for
each thing that is not right; it never writes, and no finding ends the walk.
The order: what the root says of itself, the ledger and its chain, then object
by object as they lie in the folders, each compared with the ledger, checked
by every rule of OCFL, and read whole.

Writers may be at work meanwhile. What looks wrong in an object is looked at
once more while they are kept from it; in a bucket, where nobody can be, again
and again until it is whole or the patience is at its end: an object is torn
for moments only.
"""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress

from converter.archive import logbook
from converter.archive.bucket_notes import FOLDER as BUCKET_NOTES
from converter.archive.findings import Finding, finding
from converter.archive.fixity import FOLDER
from converter.archive.ledger_index import LedgerIndex, key_of, path_of, split
from converter.archive.object_check import Acknowledged, Report, check_object
from converter.archive.packs.form import pack_id
from converter.archive.packs.library import Packs
from converter.archive.root_check import check_root, looks_like_object, looks_like_root, walk
from converter.archive.store import AREA
from converter.archive.writers import Writers
from converter.core.errors import ArchiveError, FixityError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from converter.archive.layout import Layout
    from converter.archive.root_check import Root
    from converter.archive.tree import Tree

_TOLD_AT_ONCE = 1_000


class Scope(Value, kw_only=True):
    """What of a root is to be verified; by default all of it."""

    quick: bool = False
    """Leave out the digests of content."""
    sample: float | None = None
    """The share of the objects to be read, 0.01 for one of a hundred: which, their ids and the date decide."""
    date: str = ""
    """The day of the run, `2026-11-25`, for `sample`: the same day takes the same objects."""
    before: str | None = None
    """Only objects whose last check is older than this date-time, the oldest first."""
    budget_s: float | None = None
    """Stop to begin with objects after so many seconds; those go first whose last check is oldest."""
    object: str | None = None
    """The id of the only object to be verified."""
    seal: str | None = None
    """A hash of the ledger that must be in its chain."""
    jobs: int = 1
    """How many processes read objects."""
    patience_s: float = 10.0
    """How long the run waits in vain for writers, in all: for an object that one of them keeps, or a folder to fill."""


class Tally:
    """What a run has come to so far."""

    def __init__(self) -> None:
        self.objects = 0
        """Objects that were checked."""
        self.expected: int | None = None
        """Objects that will be, when the ledger says it."""
        self.files = self.size = 0
        """Content files that were read, and their bytes."""
        self.errors = self.warnings = 0
        self.left = False
        """Whether the budget ended before the objects did."""


class Task(Value):
    """An object to be checked."""

    path: str
    acknowledged: Acknowledged | None


class Settings(Value):
    """What every check of one run has in common; it goes to other processes."""

    tree: Tree
    quick: bool
    strict: bool
    specification: str
    layout: Layout | None


if TYPE_CHECKING:
    Item: TypeAlias = Finding | Task
    Check: TypeAlias = Callable[[Settings, Task], Report]


def verify(
    tree: Tree,
    scope: Scope | None = None,
    *,
    tally: Tally | None = None,
    watch: Callable[[Report], None] | None = None,
    checks: Iterable[tuple[str, str]] = (),
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Finding]:
    """Yield what is wrong with a root, or with the object that the tree is; nothing for one that is whole.

    `tally` counts along, `watch` is told of each object that was checked.
    `checks` are the earlier checks of the fixity log, id and date-time, for
    the order of `before` and `budget_s`. Raises ArchiveError for what is
    neither root nor object.
    """
    run = _Run(tree, scope or Scope(), tally or Tally(), watch, clock)
    for each in run.findings(checks):
        if each.kind == "error":
            run.tally.errors += 1
        else:
            run.tally.warnings += 1
        yield each


class _Run:
    """One verification."""

    def __init__(
        self,
        tree: Tree,
        scope: Scope,
        tally: Tally,
        watch: Callable[[Report], None] | None,
        clock: Callable[[], float],
    ) -> None:
        self.tree, self.scope, self.tally, self.watch, self.clock = tree, scope, tally, watch, clock
        self.end = None if scope.budget_s is None else clock() + scope.budget_s
        self.writers = Writers(tree, scope.patience_s)
        self.ledger: LedgerIndex | None = None
        self.settings = Settings(tree, scope.quick, False, "1.1", None)
        self._packs: Packs | None = None

    def findings(self, checks: Iterable[tuple[str, str]]) -> Iterator[Finding]:
        try:
            entries = self.tree.entries("")
        except OSError as error:
            raise ArchiveError(f"cannot be read: {str(error.strerror or error).lower()}") from error
        if not looks_like_root(entries):
            if not looks_like_object(entries):
                raise ArchiveError("is no archive")
            yield from self._checked([Task("", None)])
            return
        root = check_root(self.tree)
        yield from root.findings
        self.settings = self.settings.replace(strict=root.ours, specification=root.specification, layout=root.layout)
        self._packs = Packs(self.tree, root.layout.path) if root.layout is not None else None
        if not root.ours:
            yield from self._checked(self._without_ledger(root))
            return
        self.ledger = LedgerIndex(self.tree, root.layout, self.writers.pauses)
        try:
            yield from self.ledger.load(self.scope.seal)
            if self.scope.object is None:
                yield from self._logs()
            if root.layout is None:
                # Nobody knows where objects lie by their ids; each is still held to OCFL.
                self.settings = self.settings.replace(strict=False)
                yield from self._checked(self._without_ledger(root))
            elif self.scope.object is not None:
                yield from self._checked([self._one(root.layout, self.scope.object)])
            elif self.scope.before is None and self.scope.budget_s is None:
                self.tally.expected = self.ledger.objects
                yield from self._checked(self._merged(self.ledger, self._is_sampled))
            else:
                yield from self._checked(self._merged(self.ledger, lambda _: False))
                self.ledger.note_checks(checks)
                yield from self._checked(self._oldest_first(self.ledger))
        finally:
            self.ledger.close()

    def _logs(self) -> Iterator[Finding]:
        """Check the logs of acts and of checks: each line has a sum of itself, and each copy and packing its line."""
        assert self.ledger is not None
        for folder in (logbook.FOLDER, FOLDER):
            for path in self._logs_in(folder):
                told: list[tuple[str, str]] = []
                for number, (line, is_whole) in enumerate(split(self.tree.pieces(path)), 1):
                    if not is_whole and not self.writers.are_there():
                        yield finding("log-torn", path)
                    elif is_whole and not logbook.is_sound(line):
                        yield finding("log-line-broken", path, line=number)
                    elif is_whole and folder == logbook.FOLDER and (found := logbook.told_of(line)):
                        told.append(found)
                        if len(told) == _TOLD_AT_ONCE:
                            self.ledger.note_acts(told)
                            told.clear()
                self.ledger.note_acts(told)
        for path in self._logs_in(BUCKET_NOTES):
            # Of a put on its way in a bucket: its line comes to the log when it is done.
            with suppress(FileNotFoundError, ValueError, KeyError, TypeError):
                notes = json.loads(self.tree.read(path))["notes"]
                self.ledger.note_acts([found for _, line in notes if (found := logbook.told_of(line))])
        for id, version, how in self.ledger.untold():
            yield finding("event-missing", f"{AREA}/{logbook.FOLDER}", id=id, version=version, how=how)

    def _logs_in(self, folder: str) -> list[str]:
        try:
            entries = self.tree.entries(f"{AREA}/{folder}")
        except OSError:
            return []
        return [f"{AREA}/{folder}/{each.name}" for each in entries if each.kind == "file"]

    # ── What is to be checked, in order ─────────────────────────────────────

    def _one(self, layout: Layout, id: str) -> Task | Finding:
        assert self.ledger is not None
        path = layout.path(id)
        known = self.ledger.known(path)
        if self.tree.exists(path):
            return Task(path, known)
        if known is None:
            raise ArchiveError(f"holds no {id}")
        if known.how != "packed" or known.head:
            return finding("object-missing", path, id=id, head=known.head)
        number = Packs(self.tree, layout.path).has(id)
        if number is None:
            return finding("packed-missing", path, id=id)
        place = layout.path(pack_id(number))
        return Task(place, self.ledger.known(place))

    def _without_ledger(self, root: Root) -> Iterator[Item]:
        wanted = None
        if self.scope.object is not None and root.layout is not None:
            wanted = root.layout.path(self.scope.object)
        for each in walk(self.tree, lambda _: False):
            if isinstance(each, Finding):
                yield each
            elif wanted in (None, each) and self._is_sampled(each):
                yield Task(each, None)

    def _merged(self, ledger: LedgerIndex, is_chosen: Callable[[str], bool]) -> Iterator[Item]:
        """Yield the objects of the folders and of the ledger together, both being sorted by place."""
        lines = ledger.every()
        following = next(lines, None)

        def is_object(path: str) -> bool:
            nonlocal following
            key = key_of(path)
            while following is not None and following[0] < key:
                behind.append(following)
                following = next(lines, None)
            return following is not None and following[0] == key

        behind: list[tuple[bytes, Acknowledged]] = []
        for each in walk(self.tree, is_object):
            yield from self._missing(behind)
            if isinstance(each, Finding):
                if each.code != "hierarchy-empty" or self._stays_empty(each.path):
                    yield each
            elif following is not None and following[0] == key_of(each):
                known = following[1]
                following = next(lines, None)
                if is_chosen(known.id):
                    yield Task(each, known)
            else:
                yield Task(each, ledger.known(each))
        while following is not None:
            behind.append(following)
            yield from self._missing(behind)
            following = next(lines, None)

    def _missing(self, behind: list[tuple[bytes, Acknowledged]]) -> Iterator[Finding]:
        """Yield a finding for each object that the ledger has, and the walk passed by."""
        for key, known in behind:
            path = path_of(key)
            if known.head and not self._comes(path, known.id):
                yield finding("object-missing", path, id=known.id, head=known.head)
            elif known.how == "packed" and not known.head and not self._is_packed(known.id):
                yield finding("packed-missing", path, id=known.id)
        behind.clear()

    def _stays_empty(self, folder: str) -> bool:
        """Return whether a folder is empty after all: a put makes it a moment before it fills it."""
        for _ in self.writers.pauses():
            try:
                if self.tree.entries(folder):
                    return False
            except OSError:
                return False  # Or it was a moment before its removal.
        return True

    def _is_packed(self, id: str) -> bool:
        """Return whether a pack has the story; of a pack that cannot be read, its own object's findings tell."""
        try:
            return self._packs is None or self._packs.has(id) is not None
        except FixityError:
            return True

    def _comes(self, path: str, id: str) -> bool:
        """Return whether the object is there after all: one that is being replaced is away for a moment."""
        with self.writers.kept_from(id) as is_kept:
            if is_kept:
                return self._is_there(path)
        return any(self._is_there(path) for _ in self.writers.pauses())

    def _is_there(self, path: str) -> bool:
        """Return whether the object is there, or the ledger says by now that it need not be."""
        assert self.ledger is not None
        self.ledger.refresh()
        known = self.ledger.known(path)
        return self.tree.exists(path) or known is None or not known.head

    def _oldest_first(self, ledger: LedgerIndex) -> Iterator[Item]:
        for path in ledger.oldest_first(self.scope.before):
            known = ledger.known(path)
            if known is not None and known.head and self._is_sampled(known.id) and self.tree.exists(path):
                yield Task(path, known)

    def _is_sampled(self, id: str) -> bool:
        """Return whether the sample of the day has the object; the same ids and day give the same sample anywhere."""
        if self.scope.sample is None:
            return True
        hashed = hashlib.sha256(f"{self.scope.date}\n{id}".encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(hashed[:8]) < self.scope.sample * 2**64

    # ── Checking ────────────────────────────────────────────────────────────

    def _checked(self, items: Iterable[Item]) -> Iterator[Finding]:
        """Yield the findings among the items and those of the objects, in the order of the items."""
        for task, report in _reports(self.settings, self._in_time(items), self.scope.jobs):
            if isinstance(report, Finding):
                yield report
                continue
            assert task is not None
            settled = self._settled(task, report)
            self.tally.objects += 1
            self.tally.files += settled.files
            self.tally.size += settled.size
            if self.watch is not None:
                self.watch(settled)
            yield from settled.findings

    def _in_time(self, items: Iterable[Item]) -> Iterator[Item]:
        for each in items:
            if self.end is not None and isinstance(each, Task) and self.clock() >= self.end:
                self.tally.left = True
                return
            yield each

    def _settled(self, task: Task, report: Report) -> Report:
        """Return the report of an object at rest.

        Where writers cannot be kept from it, and the ledger had something new even after the last look, that the
        object is behind it is not told: it was held against lines that had become old. Anything else is told.
        """
        if self.ledger is None or not _is_faulty(report):
            return report
        id = task.acknowledged.id if task.acknowledged is not None else report.id
        with self.writers.kept_from(id) as is_kept:
            if is_kept:
                return self._looked_at(task)[0]
        is_at_rest = True
        for _ in self.writers.pauses():
            report, is_at_rest = self._looked_at(task)
            if not _is_faulty(report):
                return report
        if is_at_rest:
            return report
        return report.replace(findings=tuple(each for each in report.findings if each.code != "object-behind"))

    def _looked_at(self, task: Task) -> tuple[Report, bool]:
        """Return the report of one more look, and whether the ledger has told nothing of the object meanwhile."""
        assert self.ledger is not None
        self.ledger.refresh()
        known = self.ledger.known(task.path)
        report = _check(self.settings, task.replace(acknowledged=known))
        self.ledger.refresh()
        return report, self.ledger.known(task.path) == known


def _is_faulty(report: Report) -> bool:
    return any(each.kind == "error" for each in report.findings)


def _check(settings: Settings, task: Task) -> Report:
    """Check one object, by the rules, the ledger and its place."""
    report = check_object(
        settings.tree,
        task.path,
        quick=settings.quick,
        strict=settings.strict,
        acknowledged=task.acknowledged,
        root_specification=settings.specification,
    )
    if settings.layout is None or not task.path or not report.id:
        return report
    more: list[Finding] = []
    try:
        place = settings.layout.path(report.id)
    except ArchiveError:
        place = "nowhere"
    if place != task.path:
        more.append(finding("object-misplaced", task.path, id=report.id, place=place))
        if task.acknowledged is not None and task.acknowledged.head:
            known = task.acknowledged
            more.append(finding("object-missing", task.path, id=known.id, head=known.head))
    elif settings.strict and task.acknowledged is None:
        more.append(finding("object-unledgered", task.path, id=report.id))
    return report.replace(findings=(*more, *report.findings)) if more else report


def _reports(settings: Settings, items: Iterable[Item], jobs: int) -> Iterator[tuple[Task | None, Report | Finding]]:
    """Yield each finding as it is and each task with its report, in order; several processes take tasks in turn."""
    if jobs <= 1:
        for each in items:
            yield (None, each) if isinstance(each, Finding) else (each, _check(settings, each))
        return
    from converter.archive.verify_jobs import in_order

    yield from in_order(settings, items, jobs, _check)

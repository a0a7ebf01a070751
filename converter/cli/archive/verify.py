"""`convert archive verify ROOT`: is everything in it as it was stored, and is everything there?"""

from __future__ import annotations

import os
import re
import time

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import ArchiveError, CannotWrite, ConverterError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from rich.progress import Progress, TaskID

    from converter.archive.findings import Finding
    from converter.archive.fixity import FixityLog
    from converter.archive.object_check import Report
    from converter.archive.tree import Tree
    from converter.archive.verify import Scope, Tally
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive verify news",
    "convert archive verify news --older-than 90 --budget 2h --jobs 2",
    "convert archive verify news --sample 1% --json",
)

_OUT, _ERR = 1, 2
_DAY_S = 86_400
_UNITS_S = {"s": 1, "m": 60, "h": 3_600, "d": _DAY_S}


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive verify",
        "Check an archive: the ledger, every object against it and the rules of OCFL, every file and digest.\n"
        "Roots and single objects of other tools are held to the rules of OCFL alone. Nothing is changed;\n"
        "when each object was checked is noted in the archive's fixity log.\n\n"
        "Each finding is a line, PATH: WORDS [CODE]; convert explain CODE says what to do about it.\n"
        "exit: 0 nothing is wrong, 7 something is, 6 it cannot be opened",
        EXAMPLES,
    )
    made.add_argument("root", metavar="ROOT", help="the archive, or one object's folder")
    made.add_argument("--quick", action="store_true", help="leave out the digests of content")
    made.add_argument("--sample", type=_share, metavar="SHARE", help="read only a share of the objects: 1%% or 0.01")
    made.add_argument("--older-than", type=_days, metavar="DAYS", help="read only those not checked for so long")
    made.add_argument("--budget", type=_seconds, metavar="TIME", help="begin with no more objects after 2h, 30m, 90s")
    made.add_argument("--object", metavar="ID", help="check one object only: its id, or a beginning of it")
    made.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="read with so many processes (default: 1)")
    made.add_argument("--seal", type=_seal, metavar="HASH", help="the ledger must pass through this seal")
    made.add_argument("--no-log", action="store_true", help="do not note the checks in the fixity log")
    made.add_last(json="findings as JSON, one line each, then a line with the counts", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Verify what the arguments name and return the exit code."""
    from converter.archive import fixity
    from converter.archive.archive import clock
    from converter.archive.opening import open_store
    from converter.archive.verify import Tally, verify

    given = parser().parse_args(arguments)
    tree = tree_of(given.root)
    tally = Tally()
    log = fixity.FixityLog(lambda: open_store(given.root), clock, quick=given.quick)
    screen = _Screen(given, tally)
    began = time.monotonic()
    note = _noting(given, tree, log)

    def watch(report: Report) -> None:
        note(report)
        screen.advance()

    try:
        with screen:
            scope = _scope(given, clock())
            checks = fixity.checks(tree) if scope.before or scope.budget_s is not None else ()
            for each in verify(tree, scope, tally=tally, watch=watch, checks=checks):
                screen.show(each)
    except ConverterError as error:
        raise error if error.source or error.where == given.root else error.at(given.root) from error
    finally:
        note(None)  # Also of a run that was interrupted: what was read need not be read again tomorrow.
        log.close()
    _say_what_it_came_to(given, tally, time.monotonic() - began)
    return FixityError.exit_code if tally.errors else errors.OK


def tree_of(place: str) -> Tree:
    """Return the files at a place: of a store, or of a folder that no store opens, which may be a damaged root."""
    from converter.archive.opening import BUCKET, open_store
    from converter.archive.tree import FolderTree

    if place.startswith(BUCKET):
        return open_store(place).tree
    if not os.path.isdir(place):
        raise ArchiveError("is no folder" if os.path.lexists(place) else "no such folder", source=place)
    return FolderTree(os.path.abspath(place))


def _scope(given: argparse.Namespace, now: str) -> Scope:
    from converter.archive.verify import Scope

    before = None
    if given.older_than is not None:
        import datetime

        moment = datetime.datetime.fromisoformat(now) - datetime.timedelta(days=given.older_than)
        before = moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    return Scope(
        quick=given.quick,
        sample=given.sample,
        date=now[:10],
        before=before,
        budget_s=given.budget,
        object=_object(given.root, given.object),
        seal=given.seal,
        jobs=given.jobs,
    )


def _object(root: str, text: str | None) -> str | None:
    """Return the id that a text means; of a damaged root that tells of none, the text itself."""
    if text is None:
        return None
    from converter.archive.opening import open_store
    from converter.archive.resolving import resolve_known

    try:
        store = open_store(root)
    except ConverterError:
        return text
    return resolve_known(store, text) or text


def _noting(given: argparse.Namespace, tree: Tree, log: FixityLog) -> Callable[[Report | None], None]:
    """Return what notes each check, and flushes at the end; a root that cannot be written to is said once."""
    from converter.archive.store import AREA

    failed = given.no_log or not tree.exists(AREA)

    def note(report: Report | None) -> None:
        nonlocal failed
        if failed:
            return
        try:
            if report is None:
                log.flush()
            else:
                log.note(report)
        except (CannotWrite, ArchiveError) as error:
            failed = True
            terminal.say(f"convert: {given.root}: the checks are not noted: {error}")

    return note


def _say_what_it_came_to(given: argparse.Namespace, tally: Tally, seconds: float) -> None:
    record = {
        "objects": tally.objects,
        "files": tally.files,
        "bytes": tally.size,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "complete": not tally.left,
    }
    if given.json:
        terminal.result_json(record)
        return
    rate = f"{tally.objects / seconds:,.0f} objects/s, {tally.size / seconds / 1e6:,.1f} MB/s" if seconds else ""
    wrong = {"error": tally.errors, "warning": tally.warnings}
    verdict = ", ".join(_count(number, what) for what, number in wrong.items() if number) or "nothing wrong"
    left = "; the budget ended before the objects did" if tally.left else ""
    counts = ", ".join((_count(tally.objects, "object"), _count(tally.files, "file"), _count(tally.size, "byte")))
    read = f"{counts} in {seconds:,.1f} s ({rate})"
    terminal.say(f"{given.root}: {verdict}: {read}{left}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class _Screen:
    """Shows findings as lines, and on a terminal how far the run is."""

    def __init__(self, given: argparse.Namespace, tally: Tally) -> None:
        self._json: bool = given.json
        self._prefix = "" if given.root == "." else given.root.rstrip("/")
        self._tally = tally
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> _Screen:
        if os.isatty(_ERR) and not self._json:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("verifying"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4)
            self._task = self._bar.add_task("", total=None)
            self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """Show that one more object was checked."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._tally.objects, total=self._tally.expected)

    def show(self, finding: Finding) -> None:
        """Print a finding."""
        if self._json:
            terminal.result_json(finding.record())
            return
        if self._bar is not None and os.isatty(_OUT):
            self._bar.stop()  # Two writers on one terminal: the bar makes way for the line.
        path = "/".join(part for part in (self._prefix, finding.path) if part) or "."
        warning = "warning: " if finding.kind == "warning" else ""
        code = f"{finding.code}, OCFL {finding.ocfl}" if finding.ocfl else finding.code
        terminal.result(terminal.visible(f"{path}: {warning}{finding.words} [{code}]"))
        if self._bar is not None and os.isatty(_OUT):
            self._bar.start()


# ── Values of flags ─────────────────────────────────────────────────────────


def _share(text: str) -> float:
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})(%?)", text, re.ASCII)
    share = float(found[1]) / (100 if found[2] else 1) if found else 0.0
    if not 0 < share <= 1:
        raise _wrong(f"{text!r} is no share: write 1% or 0.01")
    return share


def _days(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
        raise _wrong(f"{text!r} is no number of days")
    return int(text)


def _seconds(text: str) -> float:
    parts = re.findall(r"(\d{1,9})([smhd])", text, re.ASCII)
    if not parts or "".join(map("".join, parts)) != text:
        raise _wrong(f"{text!r} is no time: write 2h, 30m or 1h30m")
    return float(sum(int(number) * _UNITS_S[unit] for number, unit in parts))


def _jobs(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII):
        raise _wrong(f"{text!r} is no number of processes")
    return int(text)


def _seal(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise _wrong(f"{text!r} is no seal: convert archive seal prints one")
    return text.lower()


def _wrong(words: str) -> Exception:
    import argparse

    return argparse.ArgumentTypeError(words)

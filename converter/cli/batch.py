"""`convert batch FOLDER…`: whole folders, every core; the same command again does what is missing."""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager

from converter.batches.opening import Order, find_inputs, open_batch, processors, quarantine_of
from converter.batches.report import Run, as_json, duration, report_file
from converter.batches.tally import Tally
from converter.cli import terminal
from converter.cli.arguments import Parser, add_reading_flags, request_from
from converter.cli.destinations import formats_named
from converter.cli.progress import counts, display
from converter.conversion.source_files import STANDARD
from converter.core import errors
from converter.core.errors import BatchFailed, UsageError
from converter.core.spelling import in_shell
from converter.formats.item_times import epoch_from, utc
from converter.io.atomic import make_folder, place
from converter.io.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from converter.batches.batch import Batch
    from converter.batches.inputs import Inputs
    from converter.batches.job import Outcome
    from converter.cli.guard import Worker
    from converter.cli.progress import Display

EXAMPLES = (
    "convert batch samples --to pdf,newsml -o out",
    "convert batch samples --archive news --report morning.html",
    "convert batch 'samples/*.txt' --to docx -o out --jobs 2 --json",
    "find samples -name '*.txt' -print0 | convert batch --files-from - --to text -o texts",
    "convert batch samples --to pdf -o out --exclude 'draft*' --dry-run",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "batch",
        "Convert or archive whole folders. What was done is known: the same command again goes on.",
        EXAMPLES,
    )
    made.usage = "convert batch FOLDER… [--archive ROOT] [--to FORMATS -o FOLDER] [options]"
    made.add_argument("files", nargs="*", metavar="FOLDER", help="folders, files, or patterns such as '2024/**/*.txt'")
    made.add_argument("--files-from", action="append", default=[], metavar="FILE", help="a list of names; - is stdin")
    made.add_argument("--dry-run", action="store_true", help="say what would happen, and do nothing")
    made.add_argument("--report", action="append", default=[], metavar="FILE", help="write it as .html or .json")
    made.add_argument("--retry-quarantine", action="store_true", help="try again what lies in quarantine")
    add_flags(made)
    return made


def add_flags(made: Parser) -> None:
    """Add the flags of every command that works through folders."""
    made.add_argument("--to", action="append", metavar="FORMAT", help="pdf, docx, newsml, …; or several")
    made.add_argument("-o", "--output", metavar="FOLDER", help="where outputs go, as the inputs lie in theirs")
    made.add_argument("--archive", metavar="ROOT", help="the archive that takes the stories in; made if it is new")
    made.add_argument("--keep-renditions", action="store_true", help="keep outputs in the archive too")
    made.add_argument("--accept-older", action="store_true", help="let an older version become the newest")
    made.add_argument("--identity", choices=("guid", "path"), default="guid", metavar="WAY", help=_IDENTITY)
    made.add_argument("--collection", metavar="NAME", help="the collection that the paths are of")
    made.add_argument("--by", metavar="NAME <MAIL>", help="who does it, for the archive's events")
    made.add_argument("--jobs", type=int, metavar="N", help="how many work at once (default: one a processor)")
    made.add_argument("--engine", choices=("here", "dask"), default="here", metavar="NAME", help="here, or dask")
    made.add_argument("--scheduler", metavar="ADDRESS", help="of the Dask cluster that works: tcp://HOST:PORT")
    made.add_argument("--include", action="append", default=[], metavar="PATTERN", help="only these, as in .gitignore")
    made.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="none of these")
    made.add_argument("--force", action="store_true", help="replace outputs that exist")
    made.add_argument("--style", metavar="NAME|FILE", help="the house style: a name or a .toml file")
    add_reading_flags(made)


_IDENTITY = "what names a story: guid (its own, or made from its bytes), or path"


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Do what the arguments say and return the exit code."""
    given = parser().parse_files(arguments)
    order = order_from(given)
    order.require_goal()
    for path in given.report:
        if not path.lower().endswith((".html", ".json")):
            raise UsageError("is no name for a report", where=f"--report {path}", hint="name a .html or a .json file")
    found = _found(given, order)
    if given.dry_run:
        return _say_what_would_happen(given, order, found)
    for path in given.report:
        make_folder(os.path.dirname(path) or ".")
    return _run(given, order, found, arguments)


def order_from(given: argparse.Namespace) -> Order:
    """Return what the flags ask for, but for the inputs."""
    names = formats_named(given.to)
    if given.output == STANDARD:
        raise UsageError("several outputs cannot go to standard output", where="-o -", hint="name a folder with -o")
    if given.jobs is not None and given.jobs < 1:
        raise UsageError(f"{given.jobs} is no number of workers", where="--jobs", hint="1 or more")
    if (given.engine == "dask") != bool(given.scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    if (given.identity == "path") is not (given.collection is not None):
        raise UsageError("--identity path and --collection NAME go together")
    by = None
    if given.by:
        from converter.archive.agents import user_from

        by = user_from(given.by)
    return Order(
        request_from(given, names),
        output=given.output,
        archive=given.archive,
        force=given.force,
        jobs=given.jobs,
        retry=given.retry_quarantine,
        keep_renditions=given.keep_renditions,
        accept_older=given.accept_older,
        collection=given.collection,
        by=by,
        scheduler=given.scheduler,
    )


def _found(given: argparse.Namespace, order: Order) -> Inputs | None:
    """Return what goes in; None: what lies in quarantine."""
    if not given.files and not given.files_from:
        if given.retry_quarantine:
            return None
        raise UsageError("nothing to convert", hint="convert batch FOLDER --to pdf -o out; convert batch --help")
    streams = []
    for name in given.files_from:
        try:
            streams.append(os.fdopen(os.dup(0), "rb") if name == STANDARD else open(name, "rb"))  # noqa: SIM115
        except OSError as error:
            from converter.io.files import reason

            raise UsageError(reason(error), where=f"--files-from {name}") from error
    try:
        return find_inputs(order, given.files, streams, include=given.include, exclude=given.exclude)
    finally:
        for stream in streams:
            stream.close()


def _say_what_would_happen(given: argparse.Namespace, order: Order, found: Inputs | None) -> int:
    from converter.batches.opening import prospects

    count = known = 0
    for input, paths, before in prospects(order, found):
        count += 1
        known += before is not None
        if given.json:
            terminal.result_json(
                {"event": "would", "input": input.name, "outputs": paths, "before": before and before.status}
            )
        else:
            said = f" ({before.status} before)" if before else ""
            shown = [_as_named(path, order.output or "") for path in paths]
            terminal.result(visible(f"{input.name} → {', '.join(shown) or order.archive}{said}"))
    inputs = "1 input" if count == 1 else f"{count:,} inputs"
    terminal.say(f"{inputs}, {known:,} known: done again only where the bytes have changed")
    _say_passed(found.passed if found else {})
    return errors.OK


def _as_named(path: str, folder: str) -> str:
    """Return the path of an output below the folder as the person named that."""
    below = os.path.relpath(path, os.path.realpath(folder))
    return os.path.join(folder, below, "") if path.endswith(os.sep) else os.path.join(folder, below)


def _run(given: argparse.Namespace, order: Order, found: Inputs | None, arguments: Sequence[str]) -> int:
    import gc

    gc.enable()  # Unlike other commands, this one runs for hours.
    started, began = _now(), time.monotonic()
    batch = open_batch(order, found)
    tally = Tally()
    shown = display(json=given.json, workers=None if order.scheduler else order.jobs or processors())
    expected = found.count if found else 0
    with stopping(batch, shown) as stops:
        shown.begin(expected + batch.count)

        def turn() -> None:
            count = max(expected + batch.count, tally.finished)
            shown.turn(batch.made, tally, count, batch.known_of(count - batch.made))

        batch.turn = turn
        try:
            for outcome in batch:
                tally.add(outcome, (outcome.came or time.monotonic()) - began)
                if given.debug and outcome.trace:
                    for line in outcome.trace.splitlines():
                        shown.say(line)
                if given.json or not _is_same(outcome, batch.stopped):
                    shown.show(outcome)
        finally:
            shown.end()
    expected = max(expected + batch.count, tally.finished)
    passed = dict(found.passed if found else {})
    for why, count in batch.passed.items():
        passed[why] = passed.get(why, 0) + count
    ended = str(batch.stopped.spelt(in_shell)) if batch.stopped else "interrupted" if stops else "completed"
    made = Run(
        command=_command(arguments),
        started=started,
        seconds=time.monotonic() - began,
        expected=expected,
        passed=passed,
        quarantine=quarantine_of(order),
        ended=ended,
    )
    _summarise(given, made, tally)
    place([(path, report_file(path, made, tally)) for path in given.report], force=True)
    if batch.stopped:
        terminal.complain(batch.stopped)
        return batch.stopped.exit_code
    if stops:
        return stops[0]
    return BatchFailed.exit_code if tally.quarantined or tally.failed else errors.OK


def _is_same(outcome: Outcome, stopped: errors.ConverterError | None) -> bool:
    """Return whether an input failed for what ended the batch, which is said once: hundreds may have been in hand."""
    return stopped is not None and outcome.reason is not None and outcome.reason.what == stopped.what


@contextmanager
def stopping(batch: Batch, shown: Display) -> Iterator[list[int]]:
    """Let the first Ctrl-C or SIGTERM finish what is in hand, and the second end it; give the exit codes of those."""
    stops: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        code = errors.INTERRUPTED if number == signal.SIGINT else errors.TERMINATED
        if stops:
            raise KeyboardInterrupt
        stops.append(code)
        batch.stop()
        shown.say("finishing what is in hand; once more ends it now")

    before = {}
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # As under `nohup`.
            before[number] = signal.signal(number, stop)
    try:
        yield stops
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _summarise(given: argparse.Namespace, made: Run, tally: Tally) -> None:
    if given.json:
        terminal.result_json({"event": "summary", **as_json(made, tally)})
        return
    rate = tally.finished / made.seconds if made.seconds else 0
    _say_table(
        [
            *((f"{count:,}", status) for status, count in sorted(tally.statuses.items())),
            *([(f"{left:,}", "left")] if (left := made.expected - tally.finished) > 0 else ()),
        ]
    )
    codes = sorted(tally.notices.items(), key=lambda item: (-item[1][0], item[0]))
    if codes:
        said = ", ".join(f"{code} ({inputs:,})" for code, (inputs, _) in codes[:5])
        more = f", and {len(codes) - 5} more" if len(codes) > 5 else ""
        terminal.say(f"notices: {said}{more}")
    _say_passed(made.passed)
    if tally.quarantined:
        terminal.say(f"copies with their reasons: {made.quarantine} (--retry-quarantine tries them again)")
    if made.ended != "completed":
        terminal.say(f"ended early; to go on: {made.command}")
    for path in given.report:
        terminal.say(f"report: {path}")
    terminal.say(f"{counts(tally)} of {made.expected:,} in {duration(made.seconds)}, {rate:,.1f} a second")


def _say_table(rows: Sequence[tuple[str, str]]) -> None:
    wide = max((len(count) for count, _ in rows), default=0)
    for count, words in rows:
        terminal.say(f"{count:>{wide}}  {words}")


def _say_passed(passed: dict[str, int] | object) -> None:
    if isinstance(passed, dict) and passed:
        said = sorted(passed.items(), key=lambda item: (-item[1], item[0]))
        terminal.say("passed over: " + ", ".join(f"{count:,} × {why}" for why, count in said))


def _command(arguments: Sequence[str]) -> str:
    import shlex

    return visible(shlex.join([terminal.PROGRAM, "batch", *arguments]))


def _now() -> str:
    """Return the present, or `SOURCE_DATE_EPOCH`, as a date-time with a zone."""
    return epoch_from(os.environ) or utc(time.time()) or ""

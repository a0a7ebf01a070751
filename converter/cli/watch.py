"""`convert watch FOLDER…`: what arrives in a folder is converted or archived, at least once."""

from __future__ import annotations

import os
import time

from converter.batches.opening import find_inputs, open_batch
from converter.batches.tally import Tally
from converter.batches.watcher import Arrivals
from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.cli.batch import add_flags, order_from, stopping
from converter.cli.progress import Events, counts, fault_line, outcome_json
from converter.core import errors
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from converter.batches.job import Outcome
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert watch samples --archive news --once",
    "convert watch samples --to pdf -o out --once --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "watch",
        "Convert or archive what lies in folders, and then what arrives there, until Ctrl-C.\n"
        "What was done is known, as in a batch: a file that was missed or seen twice is done once.",
        EXAMPLES,
    )
    made.usage = "convert watch FOLDER… [--archive ROOT] [--to FORMATS -o FOLDER] [options]"
    made.add_argument("files", nargs="+", metavar="FOLDER", help="the folders to watch, with all that is in them")
    made.add_argument("--once", action="store_true", help="do what is there, and end")
    made.add_argument(
        "--settle", type=float, default=1.0, metavar="SECONDS", help="how long a file must be left alone (default: 1)"
    )
    add_flags(made)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Watch until told to stop, and return the exit code."""
    import gc

    gc.enable()
    given = parser().parse_files(arguments)
    given.retry_quarantine = False
    order = order_from(given)
    order.require_goal()
    for name in given.files:
        if not os.path.isdir(name):
            raise UsageError("is no folder", where=name, hint="name folders; convert batch takes files")
    # It watches before it looks around: what arrives in between is seen twice rather than never.
    arrivals = (
        None
        if given.once
        else Arrivals(order, given.files, include=given.include, exclude=given.exclude, settle_s=given.settle)
    )
    found = find_inputs(order, given.files, include=given.include, exclude=given.exclude)
    batch = open_batch(order, found)
    tally = Tally()
    began = time.monotonic()
    try:
        with stopping(batch, Events()) as stops:
            terminal.say("1 input there" if found.count == 1 else f"{found.count:,} inputs there")
            for outcome in batch.run(found, found.faults()):
                tally.add(outcome, (outcome.came or time.monotonic()) - began)
                _show(given, outcome)
            if arrivals is not None and not stops and not batch.stopped:
                terminal.say(counts(tally))
                terminal.say("watching; Ctrl-C ends it")
                for inputs in arrivals.groups(lambda: bool(stops or batch.stopped)):
                    for outcome in batch.run(inputs):
                        tally.add(outcome, (outcome.came or time.monotonic()) - began)
                        _show(given, outcome)
    finally:
        batch.close()
    terminal.say(counts(tally))
    if batch.stopped:
        raise batch.stopped
    if stops:
        return stops[0]
    return errors.BatchFailed.exit_code if tally.quarantined or tally.failed else errors.OK


def _show(given: argparse.Namespace, outcome: Outcome) -> None:
    """Say what came of an input: as an event, or as a line unless it was known."""
    if given.json:
        terminal.result_json(outcome_json(outcome))
    elif not outcome.earlier:
        terminal.say(fault_line(outcome) or f"{outcome.status} {outcome.input.name}")

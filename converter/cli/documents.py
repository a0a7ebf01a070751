"""The documents of a run: each from its name to a conversion, under the guard, every fault as one line."""

from __future__ import annotations

import sys

from converter.cli import lean, terminal
from converter.engine.faults import fault_of, is_want_of_memory
from converter.errors import OK, ConverterError
from converter.planning import plan_for_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.cli.guard import Worker
    from converter.pipeline import Conversion, Plan
    from converter.planning import Request


def _nothing(_index: int, _process: int) -> None:
    """There is nothing to put away."""


def each(
    names: Sequence[str],
    wanted: Request,
    given: argparse.Namespace,
    worker: Worker,
    finish: Callable[[int, Conversion], None],
    put_away: Callable[[int, int], None] = _nothing,
) -> int:
    """Convert each document, hand what came of it to `finish`, and return the exit code of the run.

    `put_away(i, process)` removes what a killed process left of document `i`.
    """

    def make(index: int, plan: Plan) -> None:
        from converter import pipeline

        try:
            done = pipeline.convert(plan)
        except ConverterError as error:
            raise error.at(names[index]) from error
        finish(index, done)

    return each_plan(names, wanted, given, worker, make, put_away)


def each_plan(
    names: Sequence[str],
    wanted: Request,
    given: argparse.Namespace,
    worker: Worker,
    make: Callable[[int, Plan], None],
    put_away: Callable[[int, int], None] = _nothing,
) -> int:
    """Read each document, hand its plan to `make`, and return the exit code of the run; as `each` otherwise."""

    def work(index: int, begin: Callable[[], None]) -> int:
        try:
            plan = plan_for_file(names[index], wanted)
            begin()
            lean.import_lxml()
            if any(writer.name == "pdf" for writer in wanted.writers):
                lean.import_reportlab()
            make(index, plan)
        except BrokenPipeError:  # Nobody reads our results any more.
            raise
        except Exception as error:  # The edge of a job: whatever happens to one document is its own line.
            return refused(names[index], error, given)
        return OK

    def failed(index: int, error: ConverterError) -> int:
        return refused(names[index], error.at(names[index]), given)

    return worker.each(len(names), wanted.limits, work, failed, put_away)


def refused(name: str, error: Exception, given: argparse.Namespace) -> int:
    """Say what kept a document from being done, as a line and with `--json` as an object; return its exit code."""
    if is_want_of_memory(error):
        raise MemoryError from error
    fault = fault_of(error, name)
    if given.debug and sys.exc_info()[0] is not None:
        import traceback

        traceback.print_exc()
    terminal.complain(fault)
    if given.json:
        from converter.cli.report import error_json

        terminal.result_json(error_json(name, fault))
    return fault.exit_code

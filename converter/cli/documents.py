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
    from converter.pipeline import Conversion
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

    def work(index: int, begin: Callable[[], None]) -> int:
        try:
            done = _converted(names[index], wanted, begin)
            finish(index, done)
        except BrokenPipeError:  # Nobody reads our results any more.
            raise
        except Exception as error:  # The edge of a job: whatever happens to one document is its own line.
            return _refused(names[index], error, given)
        return OK

    def failed(index: int, error: ConverterError) -> int:
        return _refused(names[index], error.at(names[index]), given)

    return worker.each(len(names), wanted.limits, work, failed, put_away)


def _converted(name: str, wanted: Request, begin: Callable[[], None]) -> Conversion:
    from converter import pipeline

    plan = plan_for_file(name, wanted)
    begin()
    lean.import_lxml()
    if any(writer.name == "pdf" for writer in wanted.writers):
        lean.import_reportlab()
    try:
        return pipeline.convert(plan)
    except ConverterError as error:
        raise error.at(name) from error


def _refused(name: str, error: Exception, given: argparse.Namespace) -> int:
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

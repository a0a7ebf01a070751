"""The documents of a run: each from its name to a conversion, under the guard, every fault as one line."""

from __future__ import annotations

import sys

from converter.batches.faults import fault_of, is_want_of_memory
from converter.cli import lean, terminal
from converter.cli.guard import exit_code
from converter.conversion.plan import plan_for_file, plans_in
from converter.core.errors import OK, ConverterError, UnreadableInput, UsageError
from converter.formats.sniffing import find_container

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.cli.guard import Worker
    from converter.conversion.pipeline import Conversion, Plan
    from converter.conversion.plan import Request
    from converter.formats.records import ContainerRecord


def _nothing(*_of: int) -> None:
    """There is nothing to put away, or to refuse."""


def each(
    names: Sequence[str],
    wanted: Request,
    given: argparse.Namespace,
    worker: Worker,
    finish: Callable[[int, Conversion], None],
    put_away: Callable[[int, int], None] = _nothing,
    several: Callable[[int], None] = _nothing,
) -> int:
    """Convert each document, hand what came of it to `finish`, and return the exit code of the run.

    `put_away(i, process)` removes what a killed process left of document `i`; `several(i)` may refuse document `i`
    when it holds several.
    """

    def make(index: int, plan: Plan) -> None:
        from converter.conversion import pipeline

        try:
            done = pipeline.convert(plan)
        except ConverterError as error:
            raise error.at(called(names[index], plan.member)) from error
        finish(index, done)

    return each_plan(names, wanted, given, worker, make, put_away, several)


def each_plan(
    names: Sequence[str],
    wanted: Request,
    given: argparse.Namespace,
    worker: Worker,
    make: Callable[[int, Plan], None],
    put_away: Callable[[int, int], None] = _nothing,
    several: Callable[[int], None] = _nothing,
) -> int:
    """Read each document, hand its plan to `make`, and return the exit code of the run; as `each` otherwise.

    A document that holds several gives a plan for each of them.
    """

    def work(index: int, begin: Callable[[], None]) -> int:
        try:
            plan = plan_for_file(names[index], wanted)
            begin()
            lean.import_lxml()
            if any(writer.name == "pdf" for writer in wanted.writers):
                lean.import_reportlab()
            container = None if plan.reader else find_container(plan.source, plan.name)
            if container is not None:
                several(index)
                return members(index, plan, container, begin)
            make(index, plan)
        except BrokenPipeError:  # Nobody reads our results any more.
            raise
        except (UnreadableInput, UsageError) as error:
            return refused(names[index], error.at(names[index]), given)
        except Exception as error:  # The edge of a job: whatever happens to one document is its own line.
            return refused(names[index], error, given)
        return OK

    def members(index: int, plan: Plan, container: ContainerRecord, begin: Callable[[], None]) -> int:
        """Do each member as a document of its own, with its own time; return the exit code of them all."""
        codes: list[int] = []
        for number, member in enumerate(plans_in(plan, container), 1):
            begin()
            name = called(names[index], str(number) if isinstance(member, ConverterError) else member.member)
            try:
                if isinstance(member, ConverterError):
                    raise member.at(name) from member
                make(index, member)
                codes.append(OK)
            except BrokenPipeError:
                raise
            except Exception as error:
                codes.append(refused(name, error, given))
        return exit_code(codes)

    def failed(index: int, error: ConverterError) -> int:
        return refused(names[index], error.at(names[index]), given)

    return worker.each(len(names), wanted.limits, work, failed, put_away)


def called(name: str, member: str | None) -> str:
    """Return what a document is called in lines about it: `feed.xml#2` for a member of one."""
    return name if member is None else f"{name}#{member}"


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

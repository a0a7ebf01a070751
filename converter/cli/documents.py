"""One document of a run: from its name to a conversion, every fault with the name in front."""

from __future__ import annotations

import sys

from converter.cli import terminal
from converter.errors import ConverterError, InternalError, UnreadableInput
from converter.planning import plan_for_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from converter.pipeline import Conversion
    from converter.planning import Request


def converted(name: str, wanted: Request, begin: Callable[[], None]) -> Conversion:
    """Return the conversion of a file; `begin` is called when its bytes have been read.

    Raises a ConverterError that names the file, whatever went wrong.
    """
    from converter import pipeline

    plan = plan_for_file(name, wanted)
    begin()
    try:
        return pipeline.convert(plan)
    except ConverterError as error:
        raise error.at(name) from error
    except MemoryError as error:
        raise UnreadableInput(
            "needs more memory than it may have",
            where=name,
            hint="limit memory_bytes; raise with --limit memory_bytes=…",
        ) from error
    except RecursionError as error:
        raise UnreadableInput("is nested too deeply", where=name) from error
    except Exception as bug:  # The edge of a job: a bug with one document is that document's fault line.
        words = f"a bug of ours: {type(bug).__name__}: {terminal.shortened(str(bug))}"
        raise InternalError(words, where=name, hint="run again with --debug and report what it prints") from bug


def refused(name: str, error: ConverterError, given: argparse.Namespace) -> int:
    """Say what kept a document from being done, as a line and with `--json` as an object; return its exit code."""
    if given.debug and sys.exc_info()[0] is not None:
        import traceback

        traceback.print_exc()
    terminal.complain(error)
    if given.json:
        from converter.cli.report import error_json

        terminal.result_json(error_json(name, error))
    return error.exit_code

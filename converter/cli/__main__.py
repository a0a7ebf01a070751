"""The entry point: find the command, run it, turn what it raises into one line and an exit code."""

from __future__ import annotations

import os
import sys

from converter.cli import lean
from converter.core.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from converter.cli.guard import Worker

COMMANDS = {
    "show": "the canonical XML of a document, or what is in it as JSON",
    "check": "is it valid, and by which schema",
    "formats": "what can be read and written, and the options of each",
    "fonts": "which scripts a PDF can print here, and what to install for the others",
    "explain": "what a notice means and what to do about it",
    "limits": "the limits and what they are set to",
    "batch": "whole folders, every core; resumes by itself",
    "watch": "what arrives in folders, as it arrives",
    "archive": "keep stories for good: add, get, search, verify, …",
    "completion": "completion for bash, zsh or tcsh",
}
"""Name → what it does; without one of them, `convert` converts."""

ALONE = ("batch", "watch")
"""The commands that run without the guard, as they have workers of their own."""


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Run one command line and return its exit code; under `--debug` an error is raised as it is."""
    arguments = _asked_for_help(arguments)
    name = arguments[0] if arguments and arguments[0] in COMMANDS else "convert"
    rest = arguments[1:] if name != "convert" else arguments
    module = f"converter.cli.{name}"
    debug = "--debug" in arguments
    try:
        lean.import_argparse()
        __import__(module)
        code: int = sys.modules[module].run(rest, worker)
        return code
    except ConverterError as error:
        if debug:
            import traceback

            traceback.print_exc()
        from converter.cli.terminal import complain

        complain(error)
        return error.exit_code
    except SystemExit as stop:  # argparse, after --help.
        return stop.code if isinstance(stop.code, int) else 0
    except (BrokenPipeError, MemoryError):  # The guard knows what to do.
        raise
    except Exception as bug:
        if debug:
            raise
        from converter.cli.terminal import say

        say(f"convert: a bug of ours: {type(bug).__name__}: {bug} (run again with --debug and report what it prints)")
        return 70


def _asked_for_help(arguments: Sequence[str]) -> Sequence[str]:
    """Return `convert help [COMMAND]` as what it means, unless there is a file of that name."""
    if [*arguments[:1]] == ["help"] and set(arguments[1:2]) <= {*COMMANDS} and not os.path.lexists("help"):
        return [*arguments[1:], "--help"]
    return arguments


def main() -> NoReturn:
    """Run the command line of this process and leave it at once: what is printed is printed, nothing is buffered."""
    # A document must never choose a module: the folder that the command runs in is no place to import from.
    _leave_folder_out()
    lean.find_own_modules()
    _hold_standard_streams()
    import gc

    gc.disable()  # One run makes no cycles worth the collector's time.
    from converter.cli import guard

    def command(worker: Worker) -> int:
        return run(sys.argv[1:], worker)

    if sys.argv[1:2] and sys.argv[1] in ALONE:
        guard.run_alone(command)
    os._exit(guard.run(command))


def _leave_folder_out() -> None:
    try:
        here = os.getcwd()
    except OSError:  # The folder is gone.
        here = ""
    if sys.path and sys.path[0] in ("", here):
        del sys.path[0]


def _hold_standard_streams() -> None:
    """Take the places of standard streams that are closed, or the first file opened would be one of them.

    Each is opened the wrong way round, so that using it is an error and nothing is lost silently.
    """
    for descriptor, way in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_RDONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, way)


if __name__ == "__main__":
    main()

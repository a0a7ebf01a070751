"""`convert FILE… --to FORMAT`: the main job."""

from __future__ import annotations

import os

from converter import errors
from converter.cli import terminal
from converter.cli.__main__ import COMMANDS
from converter.cli.arguments import Parser, add_reading_flags
from converter.cli.documents import converted, refused
from converter.errors import CannotWrite, ConverterError, UsageError
from converter.files import STANDARD
from converter.limits import Limits
from converter.limits import parse as parse_limit
from converter.placing import place, remove_leftovers
from converter.planning import Request, request
from converter.record import epoch_from
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.cli.guard import Worker
    from converter.pipeline import Conversion

EXAMPLES = (
    "convert article.txt --to pdf",
    "convert article.txt --to xml,docx,pdf -o out/",
    "convert article.txt --to docx --meta headline='Kenya, a major ally' --meta lang=en",
    "convert article.txt --to pdf --set pdf.paper=letter --force",
    "cat article.txt | convert - --to xml -o -",
)


def parser() -> Parser:
    """Return the command's argument parser; `convert --help` is its help."""
    commands = "\n".join(f"  convert {name:<12}{what}" for name, what in COMMANDS.items())
    made = Parser(
        "",
        "Turn news articles into archival PDF, DOCX, NewsML-G2, text, or their canonical XML.\n\n"
        f"other commands (each has --help):\n{commands}",
        EXAMPLES,
    )
    made.usage = "convert FILE… --to FORMAT[,FORMAT] [-o OUT] [options]"
    made.add_argument("files", nargs="*", metavar="FILE", help="what to convert; - is standard input")
    made.add_argument(
        "--to", action="append", metavar="FORMAT", help="xml, newsml, docx, pdf, text; several with commas"
    )
    made.add_argument("-o", "--output", metavar="OUT", help="a file, a folder, or - (default: beside the source)")
    add_reading_flags(made)
    made.add_argument("--style", metavar="NAME|FILE", help="the house style: a name or a .toml file")
    made.add_argument("--force", action="store_true", help="replace outputs that exist")
    made.add_argument("--version", action="store_true", help="print the version")
    return made


class Outputs(Value):
    """Where the outputs of one input go."""

    source: str
    paths: tuple[tuple[str, str], ...]
    """Writer's name and path, `-` for standard output."""


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Convert what the arguments say and return the exit code."""
    given = parser().parse_args(arguments)
    if given.version:
        from converter.version import NAME, VERSION

        terminal.result(f"{NAME} {VERSION}")
        return errors.OK
    if not given.files:
        raise UsageError("nothing to convert", hint="convert FILE --to pdf; convert --help")
    if not given.to:
        raise UsageError(
            "no format to convert to", hint=f"convert {given.files[0]} --to pdf; convert formats lists them"
        )
    wanted = request_from(given, [name.strip() for names in given.to for name in names.split(",") if name.strip()])
    outputs = plan_outputs(given.files, wanted, given.output)
    if given.output is not None and _is_folder(given.output, given.files, wanted):
        _make_folder(given.output)

    def work(index: int, begin: Callable[[], None]) -> int:
        return _convert_one(outputs[index], wanted, given, begin)

    def failed(index: int, error: ConverterError) -> int:
        return refused(given.files[index], error.at(given.files[index]), given)

    def put_away(index: int, child: int) -> None:
        for _, path in outputs[index].paths:
            if path != STANDARD:
                remove_leftovers(path, child)

    return worker.each(len(outputs), wanted.limits, work, failed, put_away)


def limits_from(texts: Sequence[str]) -> Limits:
    """Return the limits with each `NAME=VALUE` applied."""
    limits = Limits()
    for text in texts:
        name, value = parse_limit(text)
        limits = limits.replace(**{name: value})
    return limits


def request_from(given: argparse.Namespace, to: Sequence[str] = ()) -> Request:
    """Return what the flags of a reading command ask for."""
    return request(
        to=to,
        reader=given.reader,
        meta=given.meta,
        settings=given.settings,
        style=getattr(given, "style", None),
        limits=limits_from(given.limits),
        strict=given.strict,
        epoch=epoch_from(os.environ),
    )


def _is_folder(output: str, files: Sequence[str], wanted: Request) -> bool:
    several = len(files) > 1 or len(wanted.writers) > 1
    return output != STANDARD and (several or output.endswith(("/", os.sep)) or os.path.isdir(output))


def _make_folder(path: str) -> None:
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot make the folder: {error.strerror}", where=path) from error


def plan_outputs(files: Sequence[str], wanted: Request, output: str | None) -> list[Outputs]:
    """Return where everything goes. Raises UsageError when two would go to one place."""
    if output == STANDARD and (len(files) > 1 or len(wanted.writers) > 1):
        raise UsageError("several outputs cannot go to standard output", where="-o", hint="name a folder")
    if output is None and STANDARD in files and len(wanted.writers) > 1:
        raise UsageError("several outputs of standard input need a place", hint="name a folder with -o")
    into = output is not None and _is_folder(output, files, wanted)
    taken: dict[str, str] = {}
    planned: list[Outputs] = []
    for source in files:
        paths: list[tuple[str, str]] = []
        for writer in wanted.writers:
            path = _path(source, writer.extension, output, into)
            real = os.path.realpath(path)
            if path != STANDARD and real in taken:
                raise UsageError(
                    f"{path} would be the output of both {taken[real]} and {source}",
                    hint="convert them one by one with -o",
                )
            taken[real] = source
            paths.append((writer.name, path))
        planned.append(Outputs(source, tuple(paths)))
    return planned


def _path(source: str, extension: str, output: str | None, into: bool) -> str:
    if output is not None and not into:
        return output
    if source == STANDARD and output is None:
        return STANDARD
    name = "stdin" if source == STANDARD else os.path.basename(source)
    stem = os.path.splitext(name)[0]
    folder = output if output is not None else os.path.dirname(source)
    return os.path.join(folder, stem + extension)


def _convert_one(outputs: Outputs, wanted: Request, given: argparse.Namespace, begin: Callable[[], None]) -> int:
    try:
        done = converted(outputs.source, wanted, begin)
        _put(outputs, done, given)
    except ConverterError as error:
        return refused(outputs.source, error, given)
    _tell(outputs, done, given)
    return errors.OK


def _put(outputs: Outputs, done: Conversion, given: argparse.Namespace) -> None:
    files: list[tuple[str, bytes]] = []
    for writer, path in outputs.paths:
        if path == STANDARD:
            if terminal.is_terminal(1) and b"\0" in done.outputs[writer][:4096]:
                raise CannotWrite(f"{writer} is no text for a terminal", hint="name a file with -o, or redirect")
            terminal.result_bytes(done.outputs[writer])
        else:
            files.append((path, done.outputs[writer]))
    place(files, force=given.force, keep=[name for name in given.files if name != STANDARD])


def _tell(outputs: Outputs, done: Conversion, given: argparse.Namespace) -> None:
    for notice in done.notices:
        terminal.remark(outputs.source, notice)
    for writer, path in outputs.paths:
        if path != STANDARD:
            terminal.say(f"wrote {path} ({len(done.outputs[writer]):,} bytes)")
    if given.json and all(path != STANDARD for _, path in outputs.paths):
        from converter.cli.report import conversion_json

        terminal.result_json(conversion_json(outputs.source, outputs.paths, done))

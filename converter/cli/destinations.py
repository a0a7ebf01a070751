"""Destinations: where each output of each input goes, settled before anything is read or written."""

from __future__ import annotations

import os

from converter.cli import terminal
from converter.conversion.source_files import STANDARD
from converter.core.errors import UsageError
from converter.core.values import Value
from converter.formats.own import WRITERS
from converter.formats.registry import family, from_plugins
from converter.io.atomic import make_folder, place, remove_leftovers

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from converter.formats.records import WriterRecord


class Destination(Value):
    """Where the outputs of one input go."""

    source: str
    paths: tuple[tuple[str, str], ...]
    """Writer's name and path, `-` for standard output."""


def destinations(
    sources: Sequence[str], writers: Sequence[WriterRecord], output: str | None
) -> tuple[Destination, ...]:
    """Return where everything goes. `output` is a file for one source and one format, else a folder.

    Raises UsageError when two outputs would go to one place.
    """
    several = len(sources) > 1 or len(writers) > 1
    if output == STANDARD and several:
        raise UsageError("several outputs cannot go to standard output", where="-o -", hint="name a folder with -o")
    if output is not None and not output.endswith(("/", os.sep)) and not os.path.isdir(output):
        require_fitting_name(output, writers, several=several)
    if output is None and STANDARD in sources and several:
        raise UsageError("several outputs, and standard input has no folder", hint="name one with -o")
    folder = output if output is not None and is_folder(output, several=several) else None
    made = tuple(
        Destination(
            source,
            tuple(
                (writer.name, output if output is not None and folder is None else _path(source, writer, folder))
                for writer in writers
            ),
        )
        for source in sources
    )
    _require_distinct(made)
    return made


def formats_named(given: Sequence[str] | None) -> list[str]:
    """Return the names of `--to pdf,docx --to newsml`, in small letters."""
    return [name.strip().lower() for names in given or () for name in names.split(",") if name.strip()]


def make_ready(goals: Sequence[Destination], given: argparse.Namespace, writers: Sequence[WriterRecord]) -> None:
    """Make the folder of the outputs. Raises UsageError when `--json` and an output both want standard output."""
    if given.json and any(path == STANDARD for goal in goals for _, path in goal.paths):
        raise UsageError("--json and the output both want standard output", hint="name a file with -o")
    if given.output is not None and is_folder(given.output, several=len(goals) > 1 or len(writers) > 1):
        make_folder(given.output)


def put(goal: Destination, outputs: Mapping[str, bytes], given: argparse.Namespace) -> None:
    """Put the outputs of one input where they go, all of them or none; no input is replaced."""
    files = [(path, outputs[writer]) for writer, path in goal.paths if path != STANDARD]
    place(files, force=given.force, keep=[name for name in given.files if name != STANDARD])
    for writer, path in goal.paths:
        if path == STANDARD:
            terminal.result_document(outputs[writer])


def put_away(goal: Destination, process: int) -> None:
    """Remove what a killed process has left of the outputs of one input."""
    for _, path in goal.paths:
        if path != STANDARD:
            remove_leftovers(path, process)


def require_fitting_name(output: str, writers: Sequence[WriterRecord], *, several: bool = False) -> None:
    """Raise UsageError for a name that says another format than is written, or for one file where several come out."""
    named = named_by(output)
    if named and several:
        raise UsageError("names one file, and there are several outputs", where=f"-o {output}", hint="name a folder")
    if named and not _fits(writers[0], named, output):
        raise UsageError(
            f"is a name for {' or '.join(record.name for record in named)}, and the format is {writers[0].name}",
            where=f"-o {output}",
        )


def _fits(writer: WriterRecord, named: Sequence[WriterRecord], output: str) -> bool:
    """Return whether the writer's output may have the name: `item.xml` may be a news item, `item.jats.xml` may not."""
    owned = named[0].extension if _is_owned(output, named[0]) else os.path.splitext(output)[1].lower()
    # A variety may have the name of its kind: `docbook4` goes into `story.docbook.xml`.
    return writer.extension.endswith(owned) or writer.name.startswith(named[0].name)


def named_by(output: str) -> tuple[WriterRecord, ...]:
    """Return the writers whose format an output's name may say, the one to take first.

    The longest extension that a writer owns decides: `x.xml` is our `xml`, `x.newsml.xml` is `newsml`. A name that
    ends in no whole extension says those formats whose extension ends as it does: `x.json` is `ninjs`.
    """
    end = os.path.splitext(output)[1].lower()
    if not end:
        return ()
    # Plug-ins and pandoc's are asked for a name that says two things, or none of ours.
    is_double = "." in os.path.splitext(output)[0].lstrip(".")
    known: tuple[WriterRecord, ...] = WRITERS
    for more in (family, from_plugins):
        is_settled = any(_is_owned(output, record) and record.extension.count(".") > 1 for record in known)
        if not is_settled and (is_double or not any(record.extension.endswith(end) for record in known)):
            known += more("writers")
    owners = [record for record in known if _is_owned(output, record)]
    if owners:
        return (max(owners, key=lambda record: len(record.extension)),)
    ours = [record for record in WRITERS if record.extension.endswith(end)]
    fitting = ours or [record for record in known if record.extension.endswith(end)]
    return tuple(sorted(fitting, key=lambda record: len(record.extension)))


def _is_owned(output: str, record: WriterRecord) -> bool:
    name = os.path.basename(output).lower()
    return name.endswith(record.extension) and len(name) > len(record.extension)


def is_folder(output: str, *, several: bool) -> bool:
    """Return whether `-o` names a folder: for several outputs always, for one if it is there or ends in a slash."""
    return output != STANDARD and (several or output.endswith(("/", os.sep)) or os.path.isdir(output))


def require_places_for_several(goal: Destination) -> None:
    """Raise UsageError for standard output, which can hold one story only."""
    if any(path == STANDARD for _, path in goal.paths):
        raise UsageError(
            "holds several stories, and standard output takes one", hint="name a folder with -o", source=goal.source
        )


def numbered(goal: Destination, member: str | None, writers: Sequence[WriterRecord]) -> Destination:
    """Return where the outputs of one member of a container go: `feed-2.pdf`; without a member, the goal itself."""
    if member is None:
        return goal
    extensions = {writer.name: writer.extension for writer in writers}
    paths = []
    for name, path in goal.paths:
        end = extensions[name] if path.endswith(extensions[name]) else os.path.splitext(path)[1]
        paths.append((name, f"{path.removesuffix(end)}-{member}{end}"))
    return Destination(goal.source, tuple(paths))


def _path(source: str, writer: WriterRecord, folder: str | None) -> str:
    if source == STANDARD and folder is None:
        return STANDARD
    if folder is None:
        folder = os.path.dirname(source)
    name = "stdin" if source == STANDARD else os.path.basename(source)
    return os.path.join(
        os.path.dirname(source) if folder is None else folder, os.path.splitext(name)[0] + writer.extension
    )


def _require_distinct(made: Sequence[Destination]) -> None:
    taken: dict[str, str] = {}
    for destination in made:
        for _, path in destination.paths:
            place = path if path == STANDARD else os.path.realpath(path)
            if place in taken:
                raise UsageError(
                    f"{path} would be the output of both {taken[place]} and {destination.source}",
                    hint="convert them one by one, with -o",
                )
            taken[place] = destination.source

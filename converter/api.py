"""The Python API: what the command line can, as typed calls (`import converter` gives them all)."""

from __future__ import annotations

import os

from converter.conversion import pipeline
from converter.conversion import plan as planning
from converter.conversion.coerce import path_of, paths_of, require, texts_of
from converter.conversion.pipeline import Conversion
from converter.core.errors import ConverterError, UsageError
from converter.core.spelling import in_write
from converter.formats.records import Record
from converter.formats.sniffing import find_container
from converter.model.article import Article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from converter.batches.batch import Batch
    from converter.conversion.coerce import Meta, Settings
    from converter.conversion.pipeline import Plan
    from converter.conversion.plan import Input, Request
    from converter.core.limits import Limits
    from converter.model.style import Style

    Result = TypeVar("Result")


def read(
    source: Input,
    *,
    name: str | None = None,
    reader: str | None = None,
    meta: Meta | None = None,
    settings: Settings | None = None,
    limits: Limits | None = None,
    isolate: bool = False,
) -> Article:
    """Return the article of a path, bytes or an open binary file.

    `name` is the file name of bytes (`story.txt`): it chooses the reader, as
    `reader` does outright. `meta` are the fields of `--meta`, `settings` the
    options of `--set`. With `isolate` a process of its own does it, under the
    limits of memory and time too, which this one cannot set for itself: no
    document can end or stop the caller. Raises a ConverterError that names
    the source.
    """
    wanted = planning.request_of(reader=reader, meta=meta, settings=settings, limits=limits)
    article, _ = _done(pipeline.read, source, name, wanted, isolate)
    return article


def read_all(
    source: Input,
    *,
    name: str | None = None,
    meta: Meta | None = None,
    settings: Settings | None = None,
    limits: Limits | None = None,
    on_error: Callable[[ConverterError], object] | None = None,
) -> Iterator[Article]:
    """Yield the articles of a source that holds several, such as a NewsML-G2 message; of any other, the one.

    Each knows the SHA-256 of the whole and its place in it (`provenance`).
    `on_error` takes the error of each that cannot be read, and the next is
    read; without it the first such error is raised and ends the reading.
    Raises a ConverterError that names the source and the place, and always
    where the source itself is damaged.
    """
    wanted = planning.request_of(meta=meta, settings=settings, limits=limits)
    plan, place = planning.plan_of(source, name, wanted), planning.called(source, name)
    for number, each in enumerate(_plans_of(plan, place), 1):
        try:
            article = _read_one(each, place if each is plan else f"{place}#{number}")
        except ConverterError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            yield article


def _read_one(plan: Plan | ConverterError, called: str) -> Article:
    """Return the article of one plan of several. Raises a ConverterError that names it, also the one in its place."""
    if isinstance(plan, ConverterError):
        raise plan.at(called) from plan
    try:
        article, _ = pipeline.read(plan)
    except ConverterError as error:
        raise error.at(called) from error
    return article


def _plans_of(plan: Plan, place: str) -> Iterator[Plan | ConverterError]:
    """Yield the plan itself, or those of the stories in it. Raises UnreadableInput, naming the place."""
    try:
        container = find_container(plan.source, plan.name)
        if container is None:
            yield plan
        else:
            yield from planning.plans_in(plan, container)
    except ConverterError as error:
        raise error.at(place) from error


def write(
    article: Article,
    to: str,
    *,
    settings: Settings | None = None,
    style: str | os.PathLike[str] | Style | None = None,
    record: Record | None = None,
) -> bytes:
    """Return the article in the format called `to`; `record` gives the times that NewsML-G2 and EPUB demand.

    Use `convert` to see the notices. Raises UsageError for an unknown format
    or option and for what is no Article, CannotWrite when the format cannot
    hold the article at all.
    """
    if not isinstance(article, Article):
        raise UsageError(
            f"takes an Article, not {type(article).__name__}",
            where="article",
            hint="read(…) makes one of a path or bytes; convert(…) reads and writes at once",
        )
    require(to, str, "to", "the name of one format")
    require(record, Record | None, "record", "a Record")
    wanted = planning.request_of(to, settings=settings, owner=to, style=style)
    target = wanted.targets[0]
    try:
        return pipeline.write(article, target, style=wanted.style, record=record).outputs[target.writer]
    except ConverterError as error:
        raise error.spelt(in_write) from error


def convert(
    source: Input,
    to: str | Iterable[str],
    *,
    name: str | None = None,
    reader: str | None = None,
    meta: Meta | None = None,
    settings: Settings | None = None,
    style: str | os.PathLike[str] | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    isolate: bool = False,
) -> Conversion:
    """Return the conversion of one source to one or several formats: `outputs`, `canonical`, `notices`.

    With `strict`, any notice is a StrictNotice; with `isolate`, a process of its own does it, as for `read`.
    """
    wanted = planning.request_of(
        to, reader=reader, meta=meta, settings=settings, style=style, limits=limits, strict=strict
    )
    return _done(pipeline.convert, source, name, wanted, isolate)


def batch(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    to: str | Iterable[str] = (),
    output: str | os.PathLike[str] | None = None,
    archive: str | os.PathLike[str] | None = None,
    include: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    reader: str | None = None,
    meta: Meta | None = None,
    settings: Settings | None = None,
    style: str | os.PathLike[str] | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    force: bool = False,
    jobs: int | None = None,
    retry_quarantine: bool = False,
    keep_renditions: bool = False,
    collection: str | None = None,
    by: str | None = None,
) -> Batch:
    """Return the batch over folders, files and patterns; iterate over it, and it runs and yields an outcome for each.

    What it does is that of `convert batch`: outputs go below `output`, stories into `archive`, and what an earlier
    run has done is not done again. An outcome that is yielded is on the disk; `stop()` finishes what is in hand.
    With `collection` a story is known by its path in it, as with `--identity path`.
    Workers are forked from this process. Raises UsageError before anything is written, also for an argument that is
    of no type that it takes, UnreadableInput for a folder that is not there, ArchiveError for what is no archive.
    """
    from converter.archive.agents import user_from
    from converter.batches.opening import Order, find_inputs, open_batch

    wanted = planning.request_of(
        to, reader=reader, meta=meta, settings=settings, style=style, limits=limits, strict=strict
    )
    require(jobs, int | None, "jobs", "a whole number, such as 4")
    require(collection, str | None, "collection", "a name")
    require(by, str | None, "by", "a name and an address, such as Ann Example <ann@example.com>")
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} is no number of workers", where="jobs", hint="1 or more")
    order = Order(
        wanted,
        output=path_of(output, "output", "the path of a folder"),
        archive=path_of(archive, "archive", "the path or the address of an archive"),
        force=force,
        jobs=jobs,
        retry=retry_quarantine,
        keep_renditions=keep_renditions,
        collection=collection,
        by=user_from(by) if by else None,
    )
    paths = paths_of(inputs, "inputs", "the path of a folder or a file, a pattern, or several of them")
    only = texts_of(include, "include", "a pattern, or several")
    without = texts_of(exclude, "exclude", "a pattern, or several")
    order.require_goal()
    found = find_inputs(order, paths, include=only, exclude=without)
    return open_batch(order, found)


def _done(work: Callable[[Plan], Result], source: Input, name: str | None, wanted: Request, isolate: bool) -> Result:
    """Return what the work gives of the plan for a source; its errors name the source."""
    if not isinstance(source, str | os.PathLike | bytes):
        source = planning.content_of(source, wanted.limits)  # An open file cannot go into another process.
    try:
        if isolate:
            from converter.batches.isolate import apart

            done: Result = apart(_planned, work, source, name, wanted, limits=wanted.limits)
            return done
        return _planned(work, source, name, wanted)
    except ConverterError as error:
        raise error.at(planning.called(source, name)) from error


def _planned(work: Callable[[Plan], Result], source: Input, name: str | None, wanted: Request) -> Result:
    """Return what the work gives of the plan, which is made where the work is done."""
    return work(planning.plan_of(source, name, wanted))

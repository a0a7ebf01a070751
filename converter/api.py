"""The Python API: what the command line can, as typed calls (`import converter` gives them all)."""

from __future__ import annotations

import os

from converter import pipeline, planning
from converter.errors import ConverterError
from converter.formats import Record
from converter.pipeline import Conversion
from converter.recognition import find_container

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from converter.article import Article
    from converter.engine.batch import Batch
    from converter.limits import Limits
    from converter.planning import Input
    from converter.style import Style

    Settings: TypeAlias = Mapping[str, object]


def read(
    source: Input,
    *,
    name: str | None = None,
    reader: str | None = None,
    meta: Mapping[str, str | Iterable[str]] | None = None,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Article:
    """Return the article of a path, bytes or an open binary file.

    `name` is the file name of bytes (`story.txt`): it chooses the reader, as
    `reader` does outright. `meta` are the fields of `--meta`, `settings` the
    options of `--set`. Raises a ConverterError that names the source.
    """
    wanted = planning.request(
        reader=reader, meta=planning.items_of(meta), settings=planning.settings_of(settings), limits=limits
    )
    plan, place = planning.plan_of(source, name, wanted)
    try:
        article, _ = pipeline.read(plan)
    except ConverterError as error:
        raise error.at(place) from error
    return article


def read_all(
    source: Input,
    *,
    name: str | None = None,
    meta: Mapping[str, str | Iterable[str]] | None = None,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Iterator[Article]:
    """Yield the articles of a source that holds several, such as a NewsML-G2 message; of any other, the one.

    Each knows the SHA-256 of the whole and its place in it (`provenance`).
    Raises a ConverterError that names the source and the place.
    """
    wanted = planning.request(meta=planning.items_of(meta), settings=planning.settings_of(settings), limits=limits)
    plan, place = planning.plan_of(source, name, wanted)
    container = find_container(plan.source, plan.name)
    plans = [plan] if container is None else planning.plans_in(plan, container)
    for number, each in enumerate(plans, 1):
        called = place if container is None else f"{place}#{number}"
        if isinstance(each, ConverterError):
            raise each.at(called) from each
        try:
            article, _ = pipeline.read(each)
        except ConverterError as error:
            raise error.at(called) from error
        yield article


def write(
    article: Article,
    to: str,
    *,
    settings: Settings | None = None,
    style: str | Style | None = None,
    record: Record | None = None,
) -> bytes:
    """Return the article in the format called `to`; `record` gives the times that NewsML-G2 demands.

    Use `convert` to see the notices. Raises UsageError for an unknown format
    or option, CannotWrite when the format cannot hold the article at all.
    """
    wanted = planning.request(to=[to], settings=planning.settings_of(settings, to), style=style)
    target = wanted.targets[0]
    return pipeline.write(article, target, style=wanted.style, record=record).outputs[target.writer]


def convert(
    source: Input,
    to: str | Iterable[str],
    *,
    name: str | None = None,
    reader: str | None = None,
    meta: Mapping[str, str | Iterable[str]] | None = None,
    settings: Settings | None = None,
    style: str | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
) -> Conversion:
    """Return the conversion of one source to one or several formats: `outputs`, `canonical`, `notices`.

    With `strict`, any notice is a StrictNotice.
    """
    wanted = planning.request(
        to=[to] if isinstance(to, str) else to,
        reader=reader,
        meta=planning.items_of(meta),
        settings=planning.settings_of(settings),
        style=style,
        limits=limits,
        strict=strict,
    )
    plan, place = planning.plan_of(source, name, wanted)
    try:
        return pipeline.convert(plan)
    except ConverterError as error:
        raise error.at(place) from error


def batch(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    to: str | Iterable[str] = (),
    output: str | os.PathLike[str] | None = None,
    archive: str | os.PathLike[str] | None = None,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    reader: str | None = None,
    meta: Mapping[str, str | Iterable[str]] | None = None,
    settings: Settings | None = None,
    style: str | Style | None = None,
    limits: Limits | None = None,
    strict: bool = False,
    force: bool = False,
    jobs: int | None = None,
    retry_quarantine: bool = False,
    keep_renditions: bool = False,
    by: str | None = None,
) -> Batch:
    """Return the batch over folders, files and patterns; iterate over it, and it runs and yields an outcome for each.

    What it does is that of `convert batch`: outputs go below `output`, stories into `archive`, and what an earlier
    run has done is not done again. An outcome that is yielded is on the disk; `stop()` finishes what is in hand.
    Workers are forked from this process. Raises UsageError before anything is written, UnreadableInput for a folder
    that is not there, ArchiveError for what is no archive.
    """
    from converter.archive.agents import user_from
    from converter.engine.opening import Order, find_inputs, open_batch

    wanted = planning.request(
        to=[to] if isinstance(to, str) else to,
        reader=reader,
        meta=planning.items_of(meta),
        settings=planning.settings_of(settings),
        style=style,
        limits=limits,
        strict=strict,
    )
    order = Order(
        wanted,
        output=None if output is None else os.fspath(output),
        archive=None if archive is None else os.fspath(archive),
        force=force,
        jobs=jobs,
        retry=retry_quarantine,
        keep_renditions=keep_renditions,
        by=user_from(by) if by else None,
    )
    order.require_goal()
    given = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    found = find_inputs(order, [os.fspath(each) for each in given], include=include, exclude=exclude)
    return open_batch(order, found)

"""The pipeline: a plan goes in, a conversion comes out. Pure: bytes in, bytes out.

    source → recognition → reader → loss check → metadata → identity → registration → provenance → gate → writers

Nothing here opens a file or asks the clock; `converter.conversion.source_files` does the first,
and times are values of the plan.
"""

from __future__ import annotations

from converter.conversion.identity import identified, uuid_from
from converter.conversion.metadata import with_metadata, with_sidecar
from converter.conversion.provenance import with_provenance
from converter.core.errors import StrictNotice, UnreadableInput
from converter.core.limits import Limits
from converter.core.values import Value
from converter.formats import losses
from converter.formats.item_times import settle
from converter.formats.plugins import blaming, require_kind
from converter.formats.records import Context, Source
from converter.formats.registry import defaults, find_reader, find_writer, load
from converter.formats.sniffing import recognise
from converter.model import canonical
from converter.model.article import Article
from converter.model.media import Media
from converter.render.visible_text import is_printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from converter.conversion.metadata import Item
    from converter.core.notices import Notice
    from converter.formats.records import Record
    from converter.model.style import Style


class Target(Value):
    """One output that is wanted."""

    writer: str
    options: Value | None = None
    """None: the writer's defaults."""


class Registration(Value):
    """What an archive says of a story that is to enter it, before any writer runs."""

    guid: str
    version: int
    record: Record | None = None


class Plan(Value):
    """What to do with one source; the same plan gives the same conversion, on every machine and at any time."""

    source: bytes
    name: str
    """The source's file name, without folders."""
    targets: tuple[Target, ...] = ()
    reader: str | None = None
    """None: by the name's extension, checked against the bytes."""
    reader_options: tuple[tuple[str, Value], ...] = ()
    """Reader's name → its options, for the readers that are not to have their defaults."""
    meta: tuple[Item, ...] = ()
    sidecar: tuple[Item, ...] = ()
    media_type: str | None = None
    charset: str | None = None
    modified: str | None = None
    """The source file's modification time, a date-time with a zone, if the caller wants it used."""
    epoch: str | None = None
    """`SOURCE_DATE_EPOCH` as a date-time with a zone."""
    record: Record | None = None
    """The archive's record."""
    style: Style | None = None
    limits: Limits = Limits()
    find_media: Callable[[str], bytes | None] | None = None
    """Gives the bytes that the source names by an address, if they may be read."""
    strict: bool = False
    container: str | None = None
    """The SHA-256 of the file that the source is a member of."""
    member: str | None = None
    """The source's place in that file."""
    identity: bytes | None = None
    """What an identity is made from where the source has none; None: its bytes."""
    register: Callable[[Article], Registration] | None = None
    """The archive's word on the article's guid, version and record; it may refuse with a ConverterError."""

    @property
    def made_guid(self) -> str:
        """The guid of a source that has none and is given none."""
        return uuid_from(self.source if self.identity is None else self.identity)


class Conversion(Value):
    """What came of a plan."""

    article: Article
    canonical: bytes
    """The canonical form, validated."""
    reader: str
    """The name of the reader."""
    outputs: Mapping[str, bytes]
    """Writer's name → bytes."""
    notices: tuple[Notice, ...]
    """The reader's first, then each writer's in the order of the targets."""
    media: Mapping[str, bytes]
    """SHA-256 → bytes of what was kept beside the article."""
    member: str | None = None
    """The source's place in the container that the plan took it from."""


def convert(plan: Plan) -> Conversion:
    """Return the conversion. Raises a ConverterError with the place in the source when it cannot be made, whole."""
    article, content, reading, reader = _read(plan)
    notices = list(reading.notices)
    given = dict((*plan.sidecar, *plan.meta))
    settled = settle(article, given, reading.record, epoch=plan.epoch, modified=plan.modified)
    outputs: dict[str, bytes] = {}
    for target in plan.targets:
        context = Context(reading.source, limits=plan.limits, media=reading.media, record=settled, style=plan.style)
        outputs[target.writer] = _write(article, target, context)
        notices += context.notices
    if plan.strict and notices:
        raise _strict(notices)
    return Conversion(article, content, reader, outputs, tuple(notices), reading.media.kept, plan.member)


def read(plan: Plan) -> tuple[Article, tuple[Notice, ...]]:
    """Return the article of the plan's source, complete and proved, and the reader's notices."""
    article, _, reading, _ = _read(plan)
    return article, reading.notices


def write(article: Article, target: Target, *, style: Style | None = None, record: Record | None = None) -> Conversion:
    """Return the conversion of an article that exists already; its `outputs` hold the one target."""
    content = canonical.gate(article)
    provenance = article.provenance
    settled = settle(article, {}, record, epoch=None, modified=None)
    context = Context(Source(provenance.name or "-", provenance.media_type), record=settled, style=style)
    output = _write(article, target, context)
    return Conversion(article, content, provenance.reader or "", {target.writer: output}, context.notices, {})


def remake(
    article: Article,
    targets: Iterable[Target],
    record: Record,
    *,
    media: Mapping[str, bytes] | None = None,
    style: Style | None = None,
    limits: Limits | None = None,
) -> Conversion:
    """Return the conversion of an article that is archived, as it was when it was archived.

    The record is what was settled then, and is not settled again.
    """
    content = canonical.gate(article)
    provenance = article.provenance
    source = Source(provenance.name or "-", provenance.media_type)
    kept = Media(kept=media)
    outputs: dict[str, bytes] = {}
    notices: list[Notice] = []
    for target in targets:
        context = Context(source, limits=limits, media=kept, record=record, style=style)
        outputs[target.writer] = _write(article, target, context)
        notices += context.notices
    return Conversion(article, content, provenance.reader or "", outputs, tuple(notices), kept.kept)


def _read(plan: Plan) -> tuple[Article, bytes, Context, str]:
    """Return the article, its canonical form, what was said and kept while it was read, and the reader's name."""
    plan.limits.require("input_bytes", len(plan.source), f"the input of {len(plan.source):,} bytes")
    reader = find_reader(plan.reader) if plan.reader else recognise(plan.source, plan.name)
    options = dict(plan.reader_options).get(reader.name) or defaults(reader)
    given = dict((*plan.sidecar, *plan.meta))
    source = Source(plan.name, plan.media_type, plan.charset, given.get("lang") or None)
    context = Context(source, limits=plan.limits, media=Media(plan.find_media), record=plan.record)
    if plan.sidecar:
        with_sidecar(Article(), plan.sidecar, Context(source))  # The reader may rely on what is given.
    try:
        with blaming(reader.function):
            article: Article = load(reader.function)(plan.source, options, context)
        require_kind(reader.function, article, Article)
    except RecursionError as error:
        raise UnreadableInput("is nested too deeply to be read") from error
    losses.require_text(article)
    if reader.decode:
        with blaming(reader.decode):
            text = load(reader.decode)(plan.source, options, Context(source, limits=plan.limits))
        losses.require_all_characters(text, article)
    article = with_sidecar(article, plan.sidecar, context)
    article = with_metadata(article, plan.meta, "meta", context)
    # A withdrawal need say no more than that it is one.
    if not is_printed(article) and (article.body or article.status == "usable"):
        context.notice("nothing-printed", "body")
    article = identified(
        article,
        context,
        made=plan.made_guid,
        guid=given.get("guid"),
        authority=given.get("authority"),
        given="meta" if "guid" in dict(plan.meta) else "sidecar",
    )
    if plan.register:
        registered = plan.register(article)
        article = article.replace(guid=registered.guid, version=registered.version)
        context.record = registered.record or context.record
    if plan.container and article.provenance.sha256 is None:
        place = article.provenance.replace(container=plan.container, member=plan.member)
        article = article.replace(provenance=place)
    article = with_provenance(article, plan.source, source, reader, context.notices)
    return article, canonical.gate(article), context, reader.name


def _write(article: Article, target: Target, context: Context) -> bytes:
    writer = find_writer(target.writer)
    options = target.options or defaults(writer)
    losses.note_losses(article, writer, context, options)
    with blaming(writer.function):
        output: bytes = load(writer.function)(article, options, context)
    require_kind(writer.function, output, bytes)
    context.limits.require("output_bytes", len(output), f"the {writer.name} of {len(output):,} bytes")
    return output


def _strict(notices: list[Notice]) -> StrictNotice:
    first = notices[0]
    count = f"{len(notices)} notices, the first: " if len(notices) > 1 else ""
    return StrictNotice(f"{count}{first.words} [{first.code}]", where=first.where, hint=f"convert explain {first.code}")

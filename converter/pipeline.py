"""The pipeline: a plan goes in, a conversion comes out. Pure: bytes in, bytes out.

    source → reader → metadata and identity → canonical form → gate → loss check → writers

Nothing here opens a file or asks the clock; `converter.files` does the first,
and times are values of the plan.
"""

from __future__ import annotations

from collections import Counter

from converter import canonical
from converter.article import Article, Furniture, Provenance, Remark, is_xml_text, plain_text, walk
from converter.errors import InternalError, StrictNotice, UnreadableInput
from converter.formats import (
    READERS,
    Context,
    ReaderRecord,
    Record,
    Source,
    WriterRecord,
    all_readers,
    find_reader,
    find_writer,
    load,
)
from converter.identity import identified
from converter.limits import Limits
from converter.media import Media
from converter.metadata import RECORD_KEYS, is_known, with_metadata
from converter.notices import Notice
from converter.values import Value
from converter.version import NAME, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from converter.metadata import Item
    from converter.style import Style


class Target(Value):
    """One output that is wanted."""

    writer: str
    options: Value | None = None
    """None: the writer's defaults."""


class Plan(Value):
    """What to do with one source; the same plan gives the same conversion, on every machine and at any time."""

    source: bytes
    name: str
    """The source's file name, without folders."""
    targets: tuple[Target, ...] = ()
    reader: str | None = None
    """None: by the name's extension, checked against the bytes."""
    reader_options: Value | None = None
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


def convert(plan: Plan) -> Conversion:
    """Return the conversion. Raises a ConverterError with the source's place when it cannot be made, whole."""
    reader = choose_reader(plan)
    article, content, said, media = _to_canonical(plan, reader)
    notices = list(said)
    outputs: dict[str, bytes] = {}
    for target in plan.targets:
        record = find_writer(target.writer)
        context = Context(
            Source(plan.name, plan.media_type),
            limits=plan.limits,
            media=media,
            record=_record(plan, article),
            style=plan.style,
        )
        outputs[record.name] = _write(article, record, target.options, context)
        notices.extend(context.notices)
    if plan.strict and notices:
        first = notices[0]
        raise StrictNotice(
            f"{len(notices)} notices, the first: {first.words} [{first.code}]",
            where=first.where,
            hint=f"convert explain {first.code}",
        )
    return Conversion(article, content, reader.name, outputs, tuple(notices), media.kept)


def read(plan: Plan) -> tuple[Article, tuple[Notice, ...]]:
    """Return the article of the plan's source, complete and proved, and the reader's notices."""
    article, _, notices, _ = _to_canonical(plan, choose_reader(plan))
    return article, notices


def write(article: Article, target: Target, *, style: Style | None = None, record: Record | None = None) -> Conversion:
    """Return the conversion of an article that exists already; its `outputs` hold the one target."""
    content = canonical.gate(article)
    writer = find_writer(target.writer)
    plan = Plan(b"", article.provenance.name or "-", record=record)
    context = Context(Source(plan.name), record=_record(plan, article), style=style, media=Media())
    output = _write(article, writer, target.options, context)
    return Conversion(article, content, article.provenance.reader or "", {writer.name: output}, context.notices, {})


# ── Reading ─────────────────────────────────────────────────────────────────


def choose_reader(plan: Plan) -> ReaderRecord:
    """Return the reader: the one named, else by the extension, checked against the bytes, else by the bytes alone.

    Raises UnreadableInput when extension and bytes disagree, or nothing fits.
    """
    if plan.reader:
        return find_reader(plan.reader)
    stem, dot, extension = plan.name.rpartition(".")
    suffix = f".{extension.lower()}" if dot and stem else ""
    records = READERS
    named = [record for record in records if suffix in record.extensions]
    if suffix and not named:
        records = all_readers()
        named = [record for record in records if suffix in record.extensions]
    for record in named:
        if _sniff(record, plan.source) is not False:
            return record
    sniffed = [record for record in records if _sniff(record, plan.source) is True]
    if named:
        really = f"looks like {sniffed[0].name}" if sniffed else f"does not look like {named[0].name}"
        raise UnreadableInput(
            f"is named {suffix} but {really}", hint=f"name the format with --from {sniffed[0].name if sniffed else '…'}"
        )
    if sniffed:
        return sniffed[0]
    if suffix and plan.name != "-":
        raise UnreadableInput(
            f"no reader for {suffix} files", hint="name the format with --from; convert formats lists them"
        )
    return find_reader("text")


def _sniff(record: ReaderRecord, source: bytes) -> bool | None:
    verdict: bool | None = load(record.sniff)(source) if record.sniff else None
    return verdict


def _to_canonical(plan: Plan, record: ReaderRecord) -> tuple[Article, bytes, tuple[Notice, ...], Media]:
    plan.limits.require("input_bytes", len(plan.source), f"the input of {len(plan.source):,} bytes")
    options = plan.reader_options or load(record.options)()
    settings = dict(plan.sidecar) | dict(plan.meta)
    media = Media(plan.find_media)
    source = Source(plan.name, plan.media_type, plan.charset, settings.get("lang"))
    context = Context(source, limits=plan.limits, media=media)
    try:
        article: Article = load(record.function)(plan.source, options, context)
    except RecursionError as error:
        raise UnreadableInput("nested too deeply to be read") from error
    _require_text(article)
    if record.decode:
        scratch = Context(source, limits=plan.limits)
        _require_all_characters(load(record.decode)(plan.source, options, scratch), article)
    article = _with_given(article, plan, context)
    guid = settings.get("guid")
    article = identified(article, plan.source, context, guid=guid, authority=settings.get("authority"))
    article = _with_provenance(article, plan, record, context)
    return article, canonical.gate(article), context.notices, media


def _with_given(article: Article, plan: Plan, context: Context) -> Article:
    """Apply the sidecar, then what the caller gave; the caller's word stands where both speak."""
    said = {key for key, _ in plan.meta}
    if plan.sidecar:
        known: list[Item] = []
        for key, text in plan.sidecar:
            if key in said:
                continue
            if not is_known(key):
                context.notice("sidecar-key-unknown", f"sidecar {key}"[:200], key=key)
                key = f"property.sidecar:{'_'.join(key.split())}"
            known.append((key, text))
        article = with_metadata(article, known, "sidecar", context)
    return with_metadata(article, plan.meta, "meta", context)


def _require_text(article: Article) -> None:
    if not any(isinstance(item, str) and not item.isspace() for item in walk(article)):
        raise UnreadableInput("holds no text")


# Tab, space and what ends a line: the layout that the canonical form may leave out.
_LAYOUT = " \t\n\r\x0b\x0c\x85\u2028\u2029"


def _require_all_characters(text: str, article: Article) -> None:
    """Raise InternalError unless each character but layout stands in the article as often as in the text."""
    wanted = Counter(text)
    for character in _LAYOUT:
        del wanted[character]
    there = Counter(plain_text(article))
    missing = [(character, count) for character, count in wanted.items() if there[character] < count]
    if missing:
        character, count = missing[0]
        raise InternalError(
            f"the reader lost {count - there[character]} × U+{ord(character):04X} of the source's {count}",
            hint="please report this with the source",
        )


# ── What is printed ─────────────────────────────────────────────────────────


def printed_texts(article: Article) -> Iterator[str]:
    """Yield the text of each block that is printed: the head's lines, abstract and body without furniture."""
    head = article.head
    for line in (*head.headlines, *head.bylines):
        yield plain_text(line)
    if head.dateline:
        yield plain_text(head.dateline.content)
    yield from _block_texts(head.abstract.blocks if head.abstract else ())
    yield from _block_texts(article.body)


def _block_texts(blocks: tuple[Any, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Furniture):
            continue
        for field in ("caption", "credit", "content", "attribution"):
            words = getattr(block, field, ())
            if words:
                yield plain_text(words)
        yield from _block_texts(getattr(block, "blocks", ()))
        for item in getattr(block, "items", ()):
            yield from _block_texts(item.blocks)
        for part in ("head", "body", "foot"):
            for row in getattr(block, part, ()):
                for cell in row.cells:
                    yield from _block_texts(cell.blocks)


def _with_provenance(article: Article, plan: Plan, record: ReaderRecord, context: Context) -> Article:
    """Fill what the reader cannot know. A provenance that the source itself brought stands as it is."""
    if article.provenance.sha256 is not None:
        return article
    texts = list(printed_texts(article))
    provenance = Provenance(
        name=_holdable(plan.name),
        media_type=article.provenance.media_type or plan.media_type or record.media_type,
        size_bytes=len(plan.source),
        sha256=canonical.digest(plan.source),
        charset=article.provenance.charset,
        container=article.provenance.container,
        member=article.provenance.member,
        reader=record.name,
        tool=f"{NAME} {VERSION}",
        characters=sum(map(len, texts)),
        words=sum(len(text.split()) for text in texts),
        blocks=len(texts),
        remarks=tuple(
            Remark(
                notice.code,
                _holdable(notice.where),
                tuple((name.replace("_", "-"), _holdable(value)) for name, value in notice.facts),
            )
            for notice in context.notices
        ),
    )
    return article.replace(provenance=provenance)


def _holdable(text: str) -> str:
    r"""Return the text with what XML 1.0 cannot hold as `\x01` or `\udc80`."""
    if is_xml_text(text):
        return text
    return "".join(c if is_xml_text(c) else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in text)


# ── Writing ─────────────────────────────────────────────────────────────────


def _record(plan: Plan, article: Article) -> Record:
    """Settle the record's times: the article's revisions, the caller's, the archive's, the epoch, the file's."""
    settings = {key: text for key, text in (*plan.sidecar, *plan.meta) if key in RECORD_KEYS}
    archived = plan.record or Record()
    revisions = {revision.version: revision.time for revision in article.head.revisions if revision.time}
    created = (
        revisions.get(article.version) or settings.get("version_created") or archived.version_created or plan.epoch
    )
    from_file = created is None and plan.modified is not None
    created = created or plan.modified
    first = settings.get("first_created") or revisions.get(1) or archived.first_created
    if first is None and article.version == 1:
        first = created
    return archived.replace(
        version_created=created,
        first_created=first,
        from_file_time=from_file,
        generator=archived.generator or NAME,
        generator_version=archived.generator_version or VERSION,
    )


def _write(article: Article, record: WriterRecord, options: Value | None, context: Context) -> bytes:
    for what, count in _omitted(article, record.omits):
        context.notice("not-carried", what=what, count=count, writer=record.name)
    output: bytes = load(record.function)(article, options or load(record.options)(), context)
    context.limits.require("output_bytes", len(output), f"the {record.name} of {len(output):,} bytes")
    return output


def _omitted(article: Article, omits: tuple[str, ...]) -> list[tuple[str, int]]:
    if not omits:
        return []
    counts = Counter(type(value).__name__ for value in walk(article) if not isinstance(value, str))
    return [(what, counts[what]) for what in omits if counts[what]]

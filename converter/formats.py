"""The formats: one record for each reader, container and writer, and what their functions get.

    def read(source: bytes, options: TextOptions, context: Context) -> Article: ...
    def members(source: BinaryIO, options: Value, context: Context) -> Iterator[Member]: ...
    def write(article: Article, options: PdfOptions, context: Context) -> bytes: ...

Our own records are literals here and name functions as `module:function`, so
that listing formats imports none of them. A plug-in is an installed package
with one record behind an entry point in `converter.readers`,
`converter.containers` or `converter.writers`; those are looked at only for a
name that is not ours. The formats that pandoc reads and writes for us are
records too, in `converter.pandoc.family`, which is imported as late.
"""

from __future__ import annotations

import sys

from converter import spelling
from converter.errors import ConverterError, UsageError
from converter.limits import Limits
from converter.media import Media
from converter.notices import Notice, notice
from converter.plugins import GROUPS, blaming, installed, is_ours, unloadable
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from converter.style import Style


# ── What a function gets ────────────────────────────────────────────────────


class Source(Value):
    """What is known of the source beside its bytes."""

    name: str
    """The file's name without folders, or `-`."""
    media_type: str | None = None
    charset: str | None = None
    """The encoding that the carrier (a mail header, an HTTP header) declared."""
    lang: str | None = None
    """The language that the caller gave; a reader then need not guess it."""


class Record(Value):
    """The times and names of the record, which are no part of the story (NewsML-G2 Specification, itemMeta)."""

    version_created: str | None = None
    """A full date-time with a zone; none when nobody said one."""
    first_created: str | None = None
    """The same for version 1."""
    from_file_time: bool = False
    """Whether `version_created` is only the source file's modification time."""
    provider: str | None = None
    """Who sends the record, where the article does not say."""
    generator: str = "article-converter"
    generator_version: str = ""


if TYPE_CHECKING:
    from typing import TypeAlias

    Length: TypeAlias = float
    """In points; on the command line `12mm`, `1.5cm`, `0.5in`, `36pt`."""


class File(Value):
    """An option's file: a path on the command line, bytes in a plan."""

    name: str
    content: bytes


_USUAL_LIMITS = Limits()
_NO_RECORD = Record()


class Context:
    """All that a reader or writer may know or do beside its arguments: no disk, clock, network or random."""

    __slots__ = ("_notices", "_style", "limits", "media", "record", "source")

    def __init__(
        self,
        source: Source,
        *,
        limits: Limits | None = None,
        media: Media | None = None,
        record: Record | None = None,
        style: Style | None = None,
    ) -> None:
        self.source = source
        self.limits = limits or _USUAL_LIMITS
        self.media = media or Media()
        self.record = record or _NO_RECORD
        self._notices: list[Notice] = []
        self._style = style

    @property
    def style(self) -> Style:
        """Return the house style that was asked for, else the one called `news`."""
        if self._style is None:
            from converter.style import NEWS  # Only a writer that sets pages needs it.

            self._style = NEWS
        return self._style

    def notice(self, code: str, where: str = "", **facts: object) -> None:
        """Say what was guessed or lost: a code of `converter.notices`, a place, and the facts that its words name."""
        self._notices.append(notice(code, where, **facts))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what has been said so far, in order."""
        return tuple(self._notices)


class Member(Value):
    """One member of a container: a source of its own."""

    name: str
    """Its place in the container, such as `2024/story.txt`; empty where members have only a number."""
    content: bytes
    ending: str = ""
    """Where it has no name: the extension of its format, `.txt`."""
    offset: int | None = None
    """Where it begins, if the container can be read on from there."""
    charset: str | None = None
    """The encoding that the container says it has."""
    sidecar: tuple[str, bytes] | None = None
    """The name and the content of what the container says of it, in the form of a sidecar."""
    identity: bytes | None = None
    """What an identity is made from where it has none; None: its content."""
    passed: tuple[str, ...] = ()
    """Why parts of it are left out."""
    fault: ConverterError | None = None
    """What keeps it from being read, where the others can be."""


# ── Records ─────────────────────────────────────────────────────────────────


class NoOptions(Value):
    """The options of a format that has none."""


class ReaderRecord(Value):
    """A reader: bytes → article."""

    name: str
    extensions: tuple[str, ...]
    """With their dot, in lower case."""
    media_type: str
    function: str
    """`module:function`, `read` by contract."""
    description: str
    options: str = "converter.formats:NoOptions"
    sniff: str | None = None
    """`module:function`: bytes → True (it is this), False (it is not), None (cannot tell)."""
    decode: str | None = None
    """`module:function`: (bytes, options, context) → text; the pipeline then checks that no character of it is lost."""
    extra: str = ""
    """The extra of the distribution that it needs: `pandoc`."""
    warm: str = ""
    """`module:function` without arguments: does beforehand what many stories would each wait for, in a process that
    reads many."""


class ContainerRecord(Value):
    """A container: a stream → members."""

    name: str
    extensions: tuple[str, ...]
    media_type: str
    function: str
    """`module:function`, `members` by contract."""
    description: str
    options: str = "converter.formats:NoOptions"
    sniff: str | None = None
    shares: tuple[str, ...] = ()
    """Extensions that a reader has too: there the container's `sniff` decides."""
    finder: str = ""
    """Of a package of files: `module:function`, (stream, context) → (name → bytes or None). It gives one of them by its
    name, such as a story's picture."""


class WriterRecord(Value):
    """A writer: article → bytes."""

    name: str
    extension: str
    """With its dot; unlike any other writer's, so that all outputs of one story can lie in one folder."""
    media_type: str
    function: str
    """`module:function`, `write` by contract."""
    description: str
    options: str = "converter.formats:NoOptions"
    losses: str = ""
    """`module:NAME` of a tuple of `converter.losses.Loss`: what the format does not carry as it is."""
    extra: str = ""
    """The extra of the distribution that it needs: `pandoc`."""


READERS: tuple[ReaderRecord, ...] = (
    ReaderRecord(
        name="text",
        extensions=(".txt", ".text"),
        media_type="text/plain",
        function="converter.readers.text:read",
        description="plain text: scraped stories, wire copy",
        options="converter.plaintext.options:TextOptions",
        sniff="converter.readers.text.sniff:sniff",
        decode="converter.readers.text.decode:decode",
        warm="converter.prose.warm:warm",
    ),
    ReaderRecord(
        name="html",
        extensions=(".html", ".htm", ".xhtml"),
        media_type="text/html",
        function="converter.readers.html.read:read",
        description="HTML: the story of a saved page, all else as furniture",
        options="converter.readers.html.options:HtmlOptions",
        sniff="converter.readers.html.sniff:sniff",
        decode="converter.readers.html.read:decode",
        warm="converter.prose.warm:warm",
    ),
    ReaderRecord(
        name="docx",
        extensions=(".docx", ".docm", ".dotx"),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        function="converter.readers.docx.read:read",
        description="Word: ours as the identical article, others by their styles",
        sniff="converter.readers.docx.sniff:sniff",
        decode="converter.readers.docx.read:decode",
    ),
    ReaderRecord(
        name="pdf",
        extensions=(".pdf",),
        media_type="application/pdf",
        function="converter.readers.pdf.read:read",
        description="PDF: ours as the identical article, others for their text",
        sniff="converter.readers.pdf.sniff:sniff",
    ),
    ReaderRecord(
        name="own_epub",
        extensions=(".epub",),
        media_type="application/epub+zip",
        function="converter.readers.epub.read:read",
        description="EPUB of ours: the identical article, or what it says now",
        sniff="converter.readers.epub.sniff:sniff",
        decode="converter.readers.epub.read:decode",
    ),
    ReaderRecord(
        name="xml",
        extensions=(".xml",),
        media_type="application/xml",
        function="converter.readers.xml:read",
        description="our canonical XML",
        sniff="converter.readers.xml:sniff",
    ),
    ReaderRecord(
        name="newsml",
        extensions=(".xml", ".newsml"),
        media_type="application/vnd.iptc.g2.newsitem+xml",
        function="converter.readers.newsml.read:read",
        description="NewsML-G2 2.x: news items and packages",
        options="converter.readers.newsml.options:NewsmlReaderOptions",
        sniff="converter.readers.newsml.sniff:sniff",
    ),
    ReaderRecord(
        name="nitf",
        extensions=(".xml", ".nitf"),
        media_type="application/nitf+xml",
        function="converter.readers.nitf.read:read",
        description="NITF 2.x to 3.6",
        sniff="converter.readers.nitf.sniff:sniff",
    ),
    ReaderRecord(
        name="ninjs",
        extensions=(".json", ".ninjs"),
        media_type="application/json",
        function="converter.readers.ninjs.read:read",
        description="ninjs 1.x to 3.x",
        sniff="converter.readers.ninjs.sniff:sniff",
    ),
    ReaderRecord(
        name="feed",
        extensions=(".xml", ".rss", ".atom"),
        media_type="application/rss+xml",
        function="converter.readers.feed.read:read",
        description="an entry of RSS, Atom or a WordPress export",
        sniff="converter.readers.feed.sniff:sniff",
    ),
    ReaderRecord(
        name="eml",
        extensions=(".eml",),
        media_type="message/rfc822",
        function="converter.readers.eml.read:read",
        description="an e-mail message",
        options="converter.readers.eml.options:EmlOptions",
        sniff="converter.readers.eml.sniff:sniff",
    ),
    ReaderRecord(
        name="wire",
        extensions=(".wire", ".anpa", ".txt"),
        media_type="text/plain",
        function="converter.readers.wire.read:read",
        description="a wire story in IPTC 7901 or ANPA 1312",
        options="converter.readers.wire.options:WireOptions",
        sniff="converter.readers.wire.sniff:sniff",
    ),
)

CONTAINERS: tuple[ContainerRecord, ...] = (
    ContainerRecord(
        name="zip",
        extensions=(".zip",),
        media_type="application/zip",
        function="converter.containers.zip:members",
        description="ZIP: the files of a package",
        sniff="converter.containers.zip:sniff",
        finder="converter.containers.zip:finder",
    ),
    ContainerRecord(
        name="tar",
        extensions=(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"),
        media_type="application/x-tar",
        function="converter.containers.tar:members",
        description="tar, also compressed: the files of a package",
        sniff="converter.containers.tar:sniff",
        finder="converter.containers.tar:finder",
    ),
    ContainerRecord(
        name="mbox",
        extensions=(".mbox",),
        media_type="application/mbox",
        function="converter.containers.mbox:members",
        description="a mailbox: each message a story",
        sniff="converter.containers.mbox:sniff",
    ),
    ContainerRecord(
        name="jsonl",
        extensions=(".jsonl", ".ndjson"),
        media_type="application/x-ndjson",
        function="converter.containers.jsonl:members",
        description="JSON Lines: each record a story",
        sniff="converter.containers.jsonl:sniff",
    ),
    ContainerRecord(
        name="newsmessage",
        extensions=(".newsmessage.xml",),
        media_type="application/vnd.iptc.g2.newsmessage+xml",
        function="converter.containers.newsmessage:members",
        description="NewsML-G2 message: each item a story",
        sniff="converter.containers.newsmessage:sniff",
        shares=(".xml", ".newsml"),
    ),
    ContainerRecord(
        name="feeds",
        extensions=(".feed.xml",),
        media_type="application/rss+xml",
        function="converter.containers.feed:members",
        description="RSS, Atom, WordPress exports: each entry a story",
        sniff="converter.containers.feed:sniff",
        shares=(".xml", ".rss", ".atom"),
    ),
    ContainerRecord(
        name="database",
        extensions=(".database.txt",),
        media_type="text/plain",
        function="converter.containers.database:members",
        description="a download from LexisNexis, Factiva, ProQuest and others: each document a story",
        sniff="converter.containers.database:sniff",
        shares=(".txt", ".text"),
    ),
)

WRITERS: tuple[WriterRecord, ...] = (
    WriterRecord(
        name="xml",
        extension=".xml",
        media_type="application/xml",
        function="converter.writers.xml:write",
        description="canonical XML, the form that is archived",
    ),
    WriterRecord(
        name="newsml",
        extension=".newsml.xml",
        media_type="application/vnd.iptc.g2.newsitem+xml",
        function="converter.writers.newsml:write",
        description="NewsML-G2 2.35, conformance power, XHTML body",
        options="converter.writers.newsml.options:NewsmlOptions",
        losses="converter.writers.newsml.losses:LOSSES",
    ),
    WriterRecord(
        name="nitf",
        extension=".nitf.xml",
        media_type="application/nitf+xml",
        function="converter.writers.nitf:write",
        description="NITF 3.6",
        options="converter.writers.nitf.options:NitfOptions",
        losses="converter.writers.nitf.losses:LOSSES",
    ),
    WriterRecord(
        name="ninjs",
        extension=".ninjs.json",
        media_type="application/json",
        function="converter.writers.ninjs:write",
        description="ninjs 3.1: news in JSON, XHTML body",
        options="converter.writers.ninjs.options:NinjsOptions",
        losses="converter.writers.ninjs.losses:LOSSES",
    ),
    WriterRecord(
        name="docx",
        extension=".docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        function="converter.writers.docx:write",
        description="Word, with real styles and the canonical XML inside",
        options="converter.writers.docx.options:DocxOptions",
        losses="converter.writers.docx.losses:LOSSES",
    ),
    WriterRecord(
        name="pdf",
        extension=".pdf",
        media_type="application/pdf",
        function="converter.writers.pdf:write",
        description="PDF/A-3a and PDF/UA-1, with the canonical XML inside",
        options="converter.writers.pdf.options:PdfOptions",
        losses="converter.writers.pdf.losses:LOSSES",
    ),
    WriterRecord(
        name="html",
        extension=".html",
        media_type="text/html; charset=utf-8",
        function="converter.writers.html:write",
        description="one accessible page, with the canonical XML inside",
        options="converter.writers.html.options:HtmlOptions",
        losses="converter.writers.html.losses:LOSSES",
    ),
    WriterRecord(
        name="epub",
        extension=".epub",
        media_type="application/epub+zip",
        function="converter.writers.epub:write",
        description="EPUB 3.3, accessible, with the canonical XML inside",
        options="converter.writers.epub.options:EpubOptions",
        losses="converter.writers.epub.losses:LOSSES",
    ),
    WriterRecord(
        name="jats",
        extension=".jats.xml",
        media_type="application/jats+xml",
        function="converter.writers.jats:write",
        description="JATS 1.3 for archives: the story as a journal's article",
        losses="converter.writers.jats.losses:LOSSES",
    ),
    WriterRecord(
        name="markdown",
        extension=".md",
        media_type="text/markdown; charset=utf-8",
        function="converter.writers.markdown:write",
        description="Markdown: CommonMark with GitHub's tables, YAML before the story",
        options="converter.writers.markdown.options:MarkdownOptions",
        losses="converter.writers.markdown.losses:LOSSES",
    ),
    WriterRecord(
        name="text",
        extension=".txt",
        media_type="text/plain; charset=utf-8",
        function="converter.writers.text:write",
        description="the story as plain text, one paragraph a line",
        options="converter.writers.text.options:TextOptions",
        losses="converter.writers.text.losses:LOSSES",
    ),
)


# ── The registry ────────────────────────────────────────────────────────────


def load(reference: str) -> Any:
    """Return what a `module:name` reference names; the module is imported now. Raises PluginFault for a plug-in's."""
    module, _, name = reference.partition(":")
    try:
        # __import__ and sys.modules, as importlib.import_module would cost its own import. It is asked each time: where
        # another thread is importing the module just now, it waits for the end of that.
        __import__(module)
        return getattr(sys.modules[module], name)
    except Exception as error:
        if is_ours(reference):
            raise
        raise unloadable(reference, error) from error


def defaults(record: ReaderRecord | ContainerRecord | WriterRecord) -> Value:
    """Return the options of a format with every field at its default. Raises PluginFault for a plug-in's."""
    options = _defaults.get(record.options)
    if options is None:
        made = load(record.options)
        with blaming(record.options):
            options = made()
        if is_ours(record.options):
            _defaults[record.options] = options
    return options


_defaults: dict[str, Value] = {}
"""Of our own formats: reference of the options → those with every field at its default, which nobody can change."""


def members_of(record: ContainerRecord, stream: BinaryIO, context: Context) -> Iterator[Member]:
    """Yield the members of a container. Raises what its function raises, PluginFault for a plug-in's."""
    function = load(record.function)
    with blaming(record.function):
        yield from function(stream, defaults(record), context)


def family(group: str) -> tuple[Any, ...]:
    """Return the records of the `readers` or `writers` that are pandoc's, without those that have one of ours."""
    if group == "containers":
        return ()
    records: tuple[Any, ...] = load(f"converter.pandoc.family:{group.upper()}")
    ours = {record.name for record in (READERS if group == "readers" else WRITERS)}
    return tuple(record for record in records if record.name not in ours)


def is_installed(extra: str) -> bool:
    """Return whether what a record's `extra` brings is there; a record that needs none always can be used."""
    if not extra:
        return True
    from importlib.util import find_spec

    return find_spec({"pandoc": "pypandoc"}.get(extra, extra)) is not None


def find_reader(name: str) -> ReaderRecord:
    """Return the reader called `name`, ours, pandoc's or a plug-in's; raises UsageError that lists what there is."""
    record: ReaderRecord = _find("readers", READERS, ReaderRecord, name)
    return record


def find_container(name: str) -> ContainerRecord:
    """Return the container called `name`, ours or a plug-in's; raises UsageError that lists what there is."""
    record: ContainerRecord = _find("containers", CONTAINERS, ContainerRecord, name)
    return record


def find_writer(name: str) -> WriterRecord:
    """Return the writer called `name`, ours, pandoc's or a plug-in's; raises UsageError that lists what there is."""
    record: WriterRecord = _find("writers", WRITERS, WriterRecord, name)
    return record


def _find(group: str, ours: tuple[Any, ...], kind: type[Any], name: str) -> Any:
    for record in ours:
        if record.name == name:
            return record
    pandocs = family(group)
    for record in pandocs:
        if record.name == name:
            return record
    plugins = installed(group)
    record = plugins.get(name)
    if record is None:
        there_are = [record.name for record in ours] + sorted(plugins)
        more = "; convert formats lists pandoc's too" if pandocs else ""
        raise UsageError(
            f"no {group.removesuffix('s')} called {name!r}",
            hint=spelling.meant(name, there_are, f"there are: {', '.join(there_are)}{more}", _likely(name, ours)),
        )
    if isinstance(record, ConverterError):
        raise record
    if not isinstance(record, kind):
        raise UsageError(f"the plug-in {name!r} gives no {kind.__name__}", hint="its entry point must name one record")
    return record


def _likely(name: str, records: tuple[Any, ...]) -> list[str]:
    """Return the names of the records that somebody means by an ending, `.pdf` or `md`, or by a word, `word`."""
    ending = "." + name.lower().lstrip(".")
    by_ending = [
        record.name
        for record in records
        if any(each.endswith(ending) for each in getattr(record, "extensions", ()) or (record.extension,))
    ]
    word = name.lower()
    return by_ending or [record.name for record in records if word in record.description.lower().split(",")[0].split()]


def from_plugins(group: str) -> tuple[Any, ...]:
    """Return the records of the `readers`, `containers` or `writers` that plug-ins bring, by name.

    One that cannot be loaded is left out.
    """
    kind = {"readers": ReaderRecord, "containers": ContainerRecord, "writers": WriterRecord}[group]
    return tuple(record for _, record in sorted(installed(group).items()) if isinstance(record, kind))


def all_readers() -> tuple[ReaderRecord, ...]:
    """Return every reader, ours first, then pandoc's, then the plug-ins' by name."""
    return (*READERS, *family("readers"), *from_plugins("readers"))


def all_writers() -> tuple[WriterRecord, ...]:
    """Return every writer, ours first, then pandoc's, then the plug-ins' by name."""
    return (*WRITERS, *family("writers"), *from_plugins("writers"))


def all_containers() -> tuple[ContainerRecord, ...]:
    """Return every container, ours first, then the plug-ins' by name."""
    return (*CONTAINERS, *from_plugins("containers"))


def broken_plugins() -> tuple[ConverterError, ...]:
    """Return the PluginFault of each plug-in that cannot be loaded."""
    return tuple(each for group in GROUPS for each in installed(group).values() if isinstance(each, ConverterError))

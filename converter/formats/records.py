"""One record for each reader, container and writer, and what their functions get.

def read(source: bytes, options: TextOptions, context: Context) -> Article: ...
def members(source: BinaryIO, options: Value, context: Context) -> Iterator[Member]: ...
def write(article: Article, options: PdfOptions, context: Context) -> bytes: ...
"""

from __future__ import annotations

from converter.core.limits import Limits
from converter.core.notices import Notice, notice
from converter.core.values import Value
from converter.model.media import Media

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.errors import ConverterError
    from converter.model.style import Style


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
            from converter.model.style import NEWS  # Only a writer that sets pages needs it.

            self._style = NEWS
        return self._style

    def notice(self, code: str, where: str = "", **facts: object) -> None:
        """Say what was guessed or lost: a code of `core.notices`, a place, and the facts that its words name."""
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
    options: str = "converter.formats.records:NoOptions"
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
    options: str = "converter.formats.records:NoOptions"
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
    options: str = "converter.formats.records:NoOptions"
    losses: str = ""
    """`module:NAME` of a tuple of `converter.formats.losses.Loss`: what the format does not carry as it is."""
    extra: str = ""
    """The extra of the distribution that it needs: `pandoc`."""

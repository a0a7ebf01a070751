"""What goes to a worker and what comes back: small values that can be pickled."""

from __future__ import annotations

import os

from converter.core.spelling import in_shell
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, Literal, TypeAlias

    from converter.core.errors import ConverterError
    from converter.core.notices import Notice

    Status: TypeAlias = Literal["done", "archived", "corrected", "unchanged", "quarantined", "failed"]

FAULTS = ("quarantined", "failed")
"""The statuses that make a batch end with exit code 8."""


class Input(Value):
    """One input of a batch."""

    folder: str
    """The real path of the folder that its path is relative to."""
    path: str
    """Of a member of a container, the container's path, a slash, and the member's name."""
    name: str
    """As the person named it, for messages."""
    is_named: bool = False
    """Whether it was named by itself: then it may be a link to a file."""
    within: str = ""
    """The path of the container that it is a member of."""
    kind: str = ""
    """The name of that container's format."""
    container: str = ""
    """SHA-256 of that container."""
    index: int = 0
    """Which member, from 0."""
    mark: tuple[int, int] = (0, 0)
    """The index and the offset of a member at or before it, to begin with."""
    instead: str = ""
    """Where its bytes are when they are not in their place: its copy in quarantine."""

    @property
    def file(self) -> str:
        """Return the path of the file to open."""
        return self.instead or os.path.join(self.folder, self.within or self.path)


class Entry(Value):
    """What the journal says of an input: what came of it when its bytes were last seen."""

    folder: str
    path: str
    sha256: str
    """Of its bytes."""
    sidecar: str
    """SHA-256 of what its sidecar says; empty when there is none."""
    status: Status
    outputs: Mapping[str, str] = {}
    """Writer's name → SHA-256 of what it wrote."""
    reason: Reason | None = None


class Reason(Value):
    """An error, as a value that is kept; its words are those of a call in Python."""

    exit_code: int
    what: str
    where: str = ""
    hint: str = ""
    shell_where: str = ""
    """Where, as the command line says it, if that is otherwise."""
    shell_hint: str = ""

    @classmethod
    def of(cls, error: ConverterError) -> Reason:
        """Return the reason that an error gives."""
        where, hint = str(error.where), str(error.hint)
        shell_where, shell_hint = in_shell(error.where), in_shell(error.hint)
        return cls(
            error.exit_code,
            error.what,
            where,
            hint,
            "" if shell_where == where else shell_where,
            "" if shell_hint == hint else shell_hint,
        )

    def in_shell(self) -> Reason:
        """Return it in the words of the command line, as a quarantine and a report have it."""
        where, hint = self.shell_where or self.where, self.shell_hint or self.hint
        return self.replace(where=where, hint=hint, shell_where="", shell_hint="")

    def __str__(self) -> str:
        from converter.core.errors import ConverterError

        return str(ConverterError(self.what, where=self.where, hint=self.hint))


class Job(Value):
    """One input to be worked on."""

    input: Input
    before: Entry | None = None
    """What the journal says of it."""
    again: bool = False
    """Whether one that was quarantined is to be tried again."""


class Written(Value):
    """One output."""

    writer: str
    path: str
    size_bytes: int
    sha256: str


class Outcome(Value):
    """What came of one input."""

    input: Input
    status: Status
    sha256: str = ""
    """Of its bytes; empty when they could not be read."""
    sidecar: str = ""
    guid: str | None = None
    version: int | None = None
    outputs: tuple[Written, ...] = ()
    notices: tuple[Notice, ...] = ()
    reason: Reason | None = None
    seconds: float = 0.0
    """How long a worker was at it."""
    came: float = 0.0
    """When a worker had done with it, by `time.monotonic` of the leader; to be durable it waited for others."""
    earlier: bool = False
    """Whether an earlier run has settled it already."""
    trace: str = ""
    """Of a bug of ours, for whoever mends it."""

    @property
    def is_fault(self) -> bool:
        """Return whether it counts against the batch."""
        return self.status in FAULTS

    def entry(self) -> Entry:
        """Return what the journal is to say."""
        return Entry(
            self.input.folder,
            self.input.path,
            self.sha256,
            self.sidecar,
            self.status,
            {each.writer: each.sha256 for each in self.outputs},
            self.reason,
        )


class Made(Value):
    """What a worker sends back: the outcome, and what is still to be put in its place."""

    outcome: Outcome
    outputs: tuple[tuple[str, bytes], ...] = ()
    """Writer's name and bytes."""
    prepared: Any = None
    """For an archive: what its intake prepared."""
    source: bytes = b""
    """Of a member that is at fault: its bytes, as only the worker has them."""
    ending: str = ""
    """Of those: the extension that says what they are, where the member has no name that does."""
    beside: tuple[tuple[str, bytes], ...] = ()
    """Of those: extension and content of the sidecar."""
    members: Members | None = None
    """When the input is a container: what it holds; the outcome then says nothing."""

    @property
    def size_bytes(self) -> int:
        """Return about how much memory it takes."""
        new = self.prepared.new if self.prepared else None
        files = new.files.values() if new else ()
        return sum(len(content) for _, content in self.outputs) + sum(map(len, files)) + len(self.source)


class Members(Value):
    """What a container holds."""

    kind: str
    """The name of its format."""
    sha256: str
    names: tuple[tuple[int, str], ...] = ()
    """Of each member that is an input: its index, and its name below the container's, fit for a path."""
    count: int = 0
    """Of members that have no names: how many there are."""
    marks: tuple[int, ...] = ()
    """Of those, the offset of every 256th."""
    passed: Mapping[str, int] = {}
    """Why others are no inputs, and how many."""

    def inputs(self, container: Input) -> Iterator[Input]:
        """Yield the members as inputs.

        One without a name is called by its number, which stays the same when a mailbox or a feed grows: no noughts
        are set before it.
        """
        named = self.names or ((index, str(index + 1)) for index in range(self.count))
        for index, name in named:
            at = index // STRIDE
            yield container.replace(
                path=os.path.join(container.path, name),
                name=os.path.join(container.name, name),
                within=container.path,
                kind=self.kind,
                container=self.sha256,
                index=index,
                mark=(at * STRIDE, self.marks[at]) if at < len(self.marks) else (0, 0),
            )


STRIDE = 256
"""Members between two marks."""

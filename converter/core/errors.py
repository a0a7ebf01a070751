"""Every error that the product raises on purpose, and its exit code.

    ConverterError
    ├── UsageError             2   the call itself is wrong
    ├── UnreadableInput        3   missing, damaged, encrypted, wrong kind, no text
    │   └── LimitExceeded      3   larger, deeper or slower than a limit allows
    ├── InvalidDocument        4   well-formed, but not valid against its schema
    ├── CannotWrite            5   exists, read-only, full disk, no such folder
    ├── ArchiveError           6   the archive cannot be opened or refuses
    │   └── FixityError        7   stored bytes are not what was stored
    ├── BatchFailed            8   some inputs of a batch failed
    ├── StrictNotice           9   `--strict` met a notice
    └── InternalError         70   a bug of ours
        └── PluginFault       70   a bug of a plug-in

Exit codes live here and nowhere else. 130 and 143 are a run that was interrupted, 141 one whose standard output was
closed by whoever read it (`convert … -o - | head`), as a shell has it for a program that SIGPIPE ends.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OK = 0
INTERRUPTED = 130
CLOSED = 141
"""Whoever read our standard output had enough, as a shell reports SIGPIPE."""
TERMINATED = 143


class ConverterError(Exception):
    """A fault with the place where it is and the way out; `str()` is the one line that a person reads.

    What it says of arguments is said as a call in Python spells them (`converter.core.spelling`).
    """

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", hint: str = "", source: str = "") -> None:
        super().__init__(what)
        self.what = what
        """What is wrong: lower case, no full stop, the offending value quoted."""
        self.where = where
        """The place in the source (`byte N`, `line N`, a field, an XPath), the argument, or the path of an output."""
        self.hint = hint
        """The way out, or empty."""
        self.source = source
        """The source as the caller named it, when the fault is one of a source."""

    def __str__(self) -> str:
        if self.where.startswith("byte "):
            line = f"{located(self.source)}{self.what} at {self.where}"
        else:
            line = f"{located(self.source, self.where)}{self.what}"
        return f"{line} ({self.hint})" if self.hint else line

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.hint, self.source)

    def at(self, source: str) -> ConverterError:
        """Return this error as one of the source; one that names its source already keeps it.

        It is always another error: `raise error.at(name) from error` would make one its own cause, for ever.
        """
        return type(self)(self.what, where=self.where, hint=self.hint, source=self.source or source)

    def spelt(self, way: Callable[[str], str]) -> ConverterError:
        """Return this error in the words of another way in, such as `spelling.in_shell`."""
        return type(self)(self.what, where=way(self.where), hint=way(self.hint), source=self.source)


def located(source: str, where: str = "") -> str:
    """Return what a line about a source begins with: `feed.xml:3: `, `a.txt: block 4: `, or nothing."""
    if source and where.startswith("line "):
        return f"{source}:{where.removeprefix('line ').replace(' column ', ':')}: "
    return "".join(f"{part}: " for part in (source, where) if part)


def _rebuild(cls: type[ConverterError], *fields: str) -> ConverterError:
    what, where, hint, source = fields
    return cls(what, where=where, hint=hint, source=source)


class UsageError(ConverterError):
    """The call is wrong: an unknown format or option, a value that does not parse, two inputs for one output."""

    exit_code = 2


class UnreadableInput(ConverterError):
    """The input cannot be read as what it is said to be."""

    exit_code = 3


def no_text() -> UnreadableInput:
    """Return the error of an input in which there is no word."""
    return UnreadableInput("holds no text", hint="an article needs at least one word")


class LimitExceeded(UnreadableInput):
    """A limit of `converter.core.limits` was met; the input is refused, never truncated."""


class InvalidDocument(ConverterError):
    """The document is well-formed and of a known kind, but its schema or usage rules refuse it."""

    exit_code = 4


class CannotWrite(ConverterError):
    """An output cannot be made or put in its place."""

    exit_code = 5


class ArchiveError(ConverterError):
    """The archive cannot be opened, or refuses what is asked of it."""

    exit_code = 6


class FixityError(ArchiveError):
    """Stored bytes differ from the digest that was recorded for them."""

    exit_code = 7


class BatchFailed(ConverterError):
    """Some inputs of a batch failed; the others are done."""

    exit_code = 8


class StrictNotice(ConverterError):
    """`--strict` was asked for, and there was something to notice."""

    exit_code = 9


class InternalError(ConverterError):
    """A bug: the product broke one of its own promises."""

    exit_code = 70


class PluginFault(InternalError):
    """A bug of a plug-in: it cannot be loaded, or breaks its contract."""

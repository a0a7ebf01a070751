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

Exit codes live here and nowhere else. 130 and 143 are a run that was interrupted.
"""

from __future__ import annotations

OK = 0
INTERRUPTED = 130
TERMINATED = 143


class ConverterError(Exception):
    """A fault with the place where it is and the way out; `str()` is the one line that a person reads."""

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        """What is wrong: lower case, no full stop, the offending value quoted."""
        self.where = where
        """The file and the place in it: `byte N`, `line N`, a field, an XPath."""
        self.hint = hint
        """The way out, or empty."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        way_out = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.what}{way_out}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.hint)

    def at(self, source: str) -> ConverterError:
        """Return this error with the name of its source in front of the place."""
        joiner = ":" if self.where.startswith(("line ", "byte ")) else ": "
        place = self.where.removeprefix("line ") if joiner == ":" and self.where.startswith("line ") else self.where
        return type(self)(self.what, where=f"{source}{joiner}{place}" if place else source, hint=self.hint)


def _rebuild(cls: type[ConverterError], what: str, where: str, hint: str) -> ConverterError:
    return cls(what, where=where, hint=hint)


class UsageError(ConverterError):
    """The call is wrong: an unknown format or option, a value that does not parse, two inputs for one output."""

    exit_code = 2


class UnreadableInput(ConverterError):
    """The input cannot be read as what it is said to be."""

    exit_code = 3


class LimitExceeded(UnreadableInput):
    """A limit of `converter.limits` was met; the input is refused, never truncated."""

    def __init__(self, what: str, *, where: str = "", hint: str = "", limit: str = "") -> None:
        super().__init__(
            what, where=where, hint=hint or (f"limit {limit}; raise with --limit {limit}=…" if limit else "")
        )


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

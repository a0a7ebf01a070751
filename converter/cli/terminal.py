"""What a person or a script sees: every line that the command line prints goes through here.

Results go to standard output, words for a person to standard error. File
names and document text may hold terminal escapes, so they are made visible
first (`docs/explanation/threats.md`).
"""

from __future__ import annotations

import os
import re

from converter.core.errors import CannotWrite, located
from converter.core.spelling import in_shell
from converter.io.visible import UNSAFE, escaped
from converter.io.visible import shortened as shortened
from converter.io.visible import visible as visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.core.errors import ConverterError
    from converter.core.notices import Notice

PROGRAM = "convert"
_OUT, _ERR = 1, 2

# The same but for tab and line feed.
_UNSAFE_IN_LINES = UNSAFE.replace(r"\x00-\x1f", r"\x00-\x08\x0b-\x1f")
_MOST_ALIKE = 3
_NARROWEST = 40
"""Columns; in a narrower window nothing is broken by us."""


# ── For a person ────────────────────────────────────────────────────────────


def say(words: str) -> None:
    """Print one line for a person, on a terminal broken between words. Nothing follows when nobody listens any more."""
    try:
        _write(_ERR, f"{_fitted(visible(words))}\n".encode("utf-8", "backslashreplace"))
    except OSError:
        pass


def _fitted(line: str) -> str:
    """Return the line broken at its blanks for the width of the terminal; for a file or a pipe it stays one."""
    if len(line) < _NARROWEST or not os.isatty(_ERR):
        return line
    width = os.get_terminal_size(_ERR).columns
    if width < _NARROWEST or _columns(line) <= width:
        return line
    lines: list[str] = []
    for word in line.split(" "):
        if lines and _columns(lines[-1]) + 1 + _columns(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(f"  {word}" if lines else word)
    return "\n".join(lines)


def _columns(words: str) -> int:
    """Return how many columns the words take on a terminal: a wide character two (UAX #11)."""
    if words.isascii():
        return len(words)
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def complain(error: ConverterError) -> None:
    """Print the one line of an error."""
    say(f"{PROGRAM}: {error.spelt(in_shell)}")


def remark(source: str, notices: Iterable[Notice]) -> None:
    """Print a line for each notice; of many with one code the first three, and how many more there are."""
    said: dict[str, int] = {}
    for notice in notices:
        said[notice.code] = said.get(notice.code, 0) + 1
        if said[notice.code] <= _MOST_ALIKE:
            say(f"{PROGRAM}: {located(source, notice.where)}{shortened(notice.words)} [{notice.code}]")
    for code, count in said.items():
        if count > _MOST_ALIKE:
            say(f"{PROGRAM}: {source}: {count - _MOST_ALIKE} more like this [{code}]")


# ── Results ─────────────────────────────────────────────────────────────────


def result(text: str) -> None:
    """Print a result, as it is, with a line end; lone surrogates of undecodable file names come out as their bytes."""
    _print(f"{text}\n".encode("utf-8", "surrogateescape"))


def result_json(value: object) -> None:
    """Print a result as one line of JSON in ASCII (RFC 8259)."""
    import json

    _print(f"{json.dumps(value, ensure_ascii=True)}\n".encode("ascii"))


def result_document(content: bytes) -> None:
    """Write a document to standard output, byte for byte; on a terminal what it would act on is made visible.

    Raises CannotWrite when it is no text and a person would look at it.
    """
    if not os.isatty(_OUT):
        _print(content)
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotWrite("is no text for a terminal", where="standard output", hint="name a file with -o") from error
    shown = re.sub(_UNSAFE_IN_LINES, escaped, text)
    _print((shown if shown.endswith("\n") else f"{shown}\n").encode("utf-8"))


def _print(content: bytes) -> None:
    """Write to standard output. Raises BrokenPipeError when its reader has gone, CannotWrite for any other fault."""
    try:
        _write(_OUT, content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(str(error.strerror).lower(), where="standard output") from error


def _write(descriptor: int, content: bytes) -> None:
    """Write all of it without a buffer: nothing is printed twice by a fork or lost by an early exit."""
    view = memoryview(content)
    while view:
        try:
            view = view[os.write(descriptor, view) :]
        except BlockingIOError:  # Somebody gave us a pipe that does not wait.
            import select

            select.select([], [descriptor], [])

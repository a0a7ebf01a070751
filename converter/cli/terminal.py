"""What a person or a script sees: every line that the command line prints goes through here.

Results go to standard output, words for a person to standard error. File
names and document text may hold terminal escapes, so they are made visible
first (`docs/explanation/threats.md`).
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.errors import ConverterError
    from converter.notices import Notice

PROGRAM = "convert"

# C0, DEL, C1, bidirectional controls, line and paragraph separators, lone surrogates.
_UNSAFE = r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
_MOST = 200


def visible(text: str) -> str:
    r"""Return the text on one line with what a terminal would act on as `\x1b`, `\u202e`, `\udcff`."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def shortened(text: str) -> str:
    """Return at most 200 characters of document text."""
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def say(words: str) -> None:
    """Print one line for a person; when nobody listens any more, the work goes on."""
    with suppress(OSError):
        _print(sys.stderr.fileno(), f"{visible(words)}\n")


def complain(error: ConverterError) -> None:
    """Print the one line of an error."""
    say(f"{PROGRAM}: {error}")


def remark(source: str, notice: Notice) -> None:
    """Print the one line of a notice."""
    place = f" {notice.where}:" if notice.where else ""
    say(f"{PROGRAM}: {source}:{place} {shortened(notice.words)} [{notice.code}]")


def result(text: str) -> None:
    """Print a result, as it is, with a line end; lone surrogates of undecodable file names come out as their bytes."""
    _print(sys.stdout.fileno(), f"{text}\n")


def result_bytes(content: bytes) -> None:
    """Write a result's bytes to standard output."""
    _write(sys.stdout.fileno(), content)


def result_json(value: object) -> None:
    """Print a result as one line of JSON in ASCII (RFC 8259)."""
    import json

    result(json.dumps(value, ensure_ascii=True, separators=(", ", ": ")))


def _print(descriptor: int, text: str) -> None:
    _write(descriptor, text.encode("utf-8", "surrogateescape" if descriptor == 1 else "backslashreplace"))


def _write(descriptor: int, content: bytes) -> None:
    """Write all of it without a buffer: nothing is printed twice by a fork or lost by an early exit."""
    import os

    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def is_terminal(descriptor: int) -> bool:
    """Return whether a person looks at standard output (1) or standard error (2)."""
    import os

    return os.isatty(descriptor)

"""What the operating system says of a file, in words."""

from __future__ import annotations

import stat


def kind(mode: int) -> str:
    """Return what a file that is not a regular one is, in a word with its article."""
    for test, words in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if test(mode):
            return words
    return "something else"


def reason(error: Exception) -> str:
    """Return the operating system's words for a fault, in lower case and without the path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)

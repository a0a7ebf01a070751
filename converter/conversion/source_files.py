"""Files: the one place that opens sources, sidecars, option files, and what lies beside a source.

Only regular files are ever read, and never more of one than its limit
allows; an address is never fetched.
"""

from __future__ import annotations

import os
import stat

from converter.core.errors import ConverterError, UnreadableInput, UsageError
from converter.core.limits import Limits, show
from converter.io.files import kind, reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

STANDARD = "-"
"""The name of standard input and output."""

SIDECARS = (".yaml", ".yml", ".json")


# ── Reading ─────────────────────────────────────────────────────────────────


def read_source(name: str, limits: Limits) -> tuple[bytes, float | None]:
    """Return the bytes of a regular file and its modification time in seconds, or those of standard input and None.

    Raises UsageError for an address, UnreadableInput for whatever is no
    readable regular file or is empty, LimitExceeded over `input_bytes`.
    """
    modified = None
    if name == STANDARD:
        content = _read_standard(limits)
    else:
        content, modified = _read_regular(name, limits, "input_bytes", is_source=True)
    if not content:
        raise UnreadableInput("is empty")
    return content, modified


def _read_standard(limits: Limits) -> bytes:
    try:
        return _read_all(lambda size: os.read(0, size), limits, "input_bytes")
    except OSError as error:
        raise UnreadableInput(reason(error)) from error


def read_stream(stream: BinaryIO, limits: Limits) -> bytes:
    """Return all bytes of an open binary file. Raises LimitExceeded over `input_bytes`."""
    return _read_all(stream.read, limits, "input_bytes")


def read_option_file(name: str, limits: Limits) -> bytes:
    """Return the bytes of a file that an option names. Raises UsageError that names it."""
    try:
        return _read_regular(name, limits, "input_bytes")[0]
    except ConverterError as error:
        raise UsageError(error.what, where=name, hint=error.hint) from error


def _read_regular(name: str, limits: Limits, limit: str, *, is_source: bool = False) -> tuple[bytes, float]:
    if "://" in name or name.lower().startswith("file:"):
        raise UsageError("not a file: addresses are never fetched", hint="save the page and convert the saved file")
    try:
        # O_NONBLOCK: opening a pipe with no writer must not wait.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            state = os.fstat(descriptor)
            if not stat.S_ISREG(state.st_mode):
                hint = _batch_hint(name) if is_source and stat.S_ISDIR(state.st_mode) else ""
                raise UnreadableInput(f"is {kind(state.st_mode)}, not a regular file", hint=hint)
            return _read_all(lambda size: os.read(descriptor, size), limits, limit, state.st_size), state.st_mtime
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise UnreadableInput(reason(error)) from error


def _batch_hint(folder: str) -> str:
    from converter.core.spelling import Spelt

    command = f"convert batch {folder}, with --to FORMAT -o FOLDER or --archive ROOT,"
    return Spelt("batch", command) + " does all that is in it"


_FIRST_PIECE = 1 << 16
"""Nearly all stories are no longer: for more room the system would be asked each time, and for much of it at a cost."""


def _read_all(read: Callable[[int], bytes], limits: Limits, limit: str, said: int = 0) -> bytes:
    """Return what a file holds; the size that is said of it is told only, as it may be a lie or change."""
    most = getattr(limits, limit)
    pieces: list[bytes] = []
    left = most + 1
    size = min(said + 1, _FIRST_PIECE) if said else _FIRST_PIECE
    while left and (piece := read(min(left, size))):
        pieces.append(piece)
        left -= len(piece)
        size = 1 << 20
    if not left:
        raise limits.exceeded(limit, f"is larger than {show(limit, most)}", needs=said)
    return b"".join(pieces)


# ── Sidecars ────────────────────────────────────────────────────────────────


def sidecars_of(name: str) -> list[str]:
    """Return the paths of the sidecars that lie beside a source; more than one is a fault of it."""
    if name == STANDARD:
        return []
    stem = os.path.splitext(name)[0]
    return [stem + end for end in SIDECARS if stem + end != name and os.path.lexists(stem + end)]


def is_beside(path: str, name: str) -> bool:
    """Return whether a file is in truth in the folder of a source."""
    return os.path.dirname(os.path.realpath(path)) == os.path.realpath(os.path.dirname(name))


def read_sidecar(name: str, limits: Limits) -> tuple[tuple[str, str], ...]:
    """Return the metadata items of `article.yaml`, `.yml` or `.json` beside `article.txt`, if there is one.

    Raises UnreadableInput for two of them, for one that leads out of the
    source's folder, and for one that does not hold names and values.
    """
    found = sidecars_of(name)
    if not found:
        return ()
    if len(found) > 1:
        one, other = map(os.path.basename, found[:2])
        raise UnreadableInput(f"has two sidecars, {one} and {other}", hint="keep one")
    if not is_beside(found[0], name):
        raise UnreadableInput("leads out of the folder of its source", source=found[0], hint="remove the link")
    from converter.conversion.sidecar import items_of

    try:
        return items_of(_read_regular(found[0], limits, "input_bytes")[0], found[0])
    except ConverterError as error:
        raise error.at(found[0]) from error


# ── Media beside the source ─────────────────────────────────────────────────


def local_path(href: str) -> str | None:
    """Return the path that an address is when it names a file beside its source; None for every other address."""
    from urllib.parse import unquote

    path = unquote(href)
    if not path or ":" in path or "\\" in path or "\0" in path or path.startswith("/"):
        return None
    return path


def finder_beside(name: str, limits: Limits) -> Callable[[str], bytes | None]:
    """Return the function that gives the bytes of a picture inside the source's own folder, or None.

    Links are resolved first; addresses, absolute paths and anything that
    leads out of the folder are never opened.
    """
    if name == STANDARD:
        return lambda href: None
    beside = os.path.dirname(os.path.abspath(name))

    def find(href: str) -> bytes | None:
        path = local_path(href)
        if path is None:
            return None
        folder = os.path.realpath(beside)
        full = os.path.realpath(os.path.join(folder, path))
        if os.path.commonpath((folder, full)) != folder:
            return None
        try:
            return _read_regular(full, limits, "image_bytes")[0]
        except ConverterError:
            return None

    return find

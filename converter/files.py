"""Files: the one place that opens sources, sidecars and option files, and puts outputs in their place.

An output is written beside its goal under a temporary name, flushed, and
moved into place in one step; all outputs of one document are ready before the
first is moved. Whatever ends the run, no partial file stays.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from converter.errors import CannotWrite, ConverterError, LimitExceeded, UnreadableInput, UsageError
from converter.limits import Limits, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import FileIO

STANDARD = "-"
"""The name of standard input and output."""

_SIDECARS = (".yaml", ".yml", ".json")


# ── Reading ─────────────────────────────────────────────────────────────────


def read_source(name: str, limits: Limits) -> tuple[bytes, float | None]:
    """Return the bytes of a regular file and its modification time in seconds, or those of standard input and None.

    Raises UsageError for an address, UnreadableInput for whatever is no
    readable regular file or is empty, LimitExceeded over `input_bytes`.
    """
    if name == STANDARD:
        import sys

        content = sys.stdin.buffer.read(limits.input_bytes + 1)
        modified = None
    else:
        content, modified = _read_regular(name, limits.input_bytes)
    if len(content) > limits.input_bytes:
        raise LimitExceeded(f"is larger than {show('input_bytes', limits.input_bytes)}", limit="input_bytes")
    if not content:
        raise UnreadableInput("is empty")
    return content, modified


def _read_regular(name: str, most: int) -> tuple[bytes, float]:
    if "://" in name or name.lower().startswith("file:"):
        raise UsageError("not a file: addresses are never fetched", hint="save the page and convert the saved file")
    try:
        # O_NONBLOCK: opening a pipe with no writer must not wait.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (OSError, ValueError) as error:
        raise UnreadableInput(_reason(error)) from error
    with open(descriptor, "rb", buffering=0) as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableInput(f"is {_kind(state.st_mode)}, not a regular file")
        if state.st_size > most:
            raise LimitExceeded(f"is larger than {show('input_bytes', most)}", limit="input_bytes")
        try:
            return _read_all(file, most + 1), state.st_mtime
        except OSError as error:
            raise UnreadableInput(_reason(error)) from error


def _read_all(file: FileIO, most: int) -> bytes:
    pieces: list[bytes] = []
    left = most
    while left and (piece := file.read(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _kind(mode: int) -> str:
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


def _reason(error: Exception) -> str:
    """Return the operating system's words for a fault, in lower case and without the path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def read_option_file(name: str, limits: Limits) -> bytes:
    """Return the bytes of a file that an option names. Raises UsageError that names it."""
    try:
        return _read_regular(name, limits.input_bytes)[0]
    except ConverterError as error:
        raise UsageError(error.what, where=name, hint=error.hint) from error


def utc(seconds: float) -> str:
    """Return a time in seconds since 1970 as a date-time with its zone, `2024-05-23T18:05:00Z`, whole seconds."""
    import time

    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(seconds)))


def epoch_from(environ: dict[str, str] | os._Environ[str]) -> str | None:
    """Return `SOURCE_DATE_EPOCH` as a date-time, or None. Raises UsageError for a value that is no whole number."""
    value = environ.get("SOURCE_DATE_EPOCH")
    if value is None or value == "":
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 12):
        raise UsageError(f"{value!r} is no whole number of seconds", where="SOURCE_DATE_EPOCH")
    return utc(int(value))


# ── Sidecars ────────────────────────────────────────────────────────────────


def read_sidecar(name: str, limits: Limits) -> tuple[tuple[str, str], ...]:
    """Return the metadata items of `article.yaml`, `.yml` or `.json` beside `article.txt`, if there is one.

    Raises UsageError for two of them, or for one that does not hold names and values.
    """
    if name == STANDARD:
        return ()
    stem = os.path.splitext(name)[0]
    found = [stem + end for end in _SIDECARS if stem + end != name and os.path.isfile(stem + end)]
    if not found:
        return ()
    if len(found) > 1:
        raise UsageError(
            f"two sidecars: {os.path.basename(found[0])} and {os.path.basename(found[1])}", hint="keep one"
        )
    from converter.sidecar import items_of

    return items_of(read_option_file(found[0], limits), found[0])


# ── Media beside the source ─────────────────────────────────────────────────


def finder_beside(name: str, limits: Limits) -> Callable[[str], bytes | None]:
    """Return the function that gives the bytes of a picture inside the source's own folder, or None.

    Links are resolved first; addresses, absolute paths and anything that
    leads out of the folder are never opened.
    """
    if name == STANDARD:
        return lambda href: None
    folder = os.path.realpath(os.path.dirname(os.path.abspath(name)))

    def find(href: str) -> bytes | None:
        from urllib.parse import unquote

        path = unquote(href)
        if not path or ":" in path or "\\" in path or "\0" in path or path.startswith("/"):
            return None
        full = os.path.realpath(os.path.join(folder, path))
        if os.path.commonpath((folder, full)) != folder:
            return None
        try:
            return _read_regular(full, limits.image_bytes)[0]
        except ConverterError:
            return None

    return find


# ── Placing outputs ─────────────────────────────────────────────────────────


def place(outputs: Iterable[tuple[str, bytes]], *, force: bool = False, keep: Iterable[str] = ()) -> None:
    """Put every output at its path, or none of them.

    `keep` names files that are never replaced, with or without force: the
    sources. Raises CannotWrite naming the path.
    """
    outputs = list(outputs)
    kept = {os.path.realpath(path) for path in keep}
    for path, _ in outputs:
        _require_placeable(path, force, kept)
    ready: list[tuple[str, str]] = []
    try:
        for path, content in outputs:
            beside = f"{temporary_prefix(path, os.getpid())}{os.urandom(6).hex()}"
            ready.append((beside, path))
            try:
                _write_beside(beside, content)
            except OSError as error:
                raise CannotWrite(_reason(error), where=path) from error
        for beside, path in ready:
            try:
                _move(beside, path, force)
            except FileExistsError as error:
                raise CannotWrite("exists", where=path, hint="replace it with --force") from error
            except OSError as error:
                raise CannotWrite(_reason(error), where=path) from error
        for folder in sorted({os.path.dirname(path) or "." for path, _ in outputs}):
            _flush_folder(folder)
    finally:
        for beside, _ in ready:
            with suppress(OSError):
                os.unlink(beside)


def temporary_prefix(path: str, process: int) -> str:
    """Return how the process's temporary names beside `path` begin, so that a parent finds what a killed one left."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:80]}.{process}.part-")


def remove_leftovers(path: str, process: int) -> None:
    """Remove what a killed process left beside `path`."""
    prefix = os.path.basename(temporary_prefix(path, process))
    folder = os.path.dirname(path) or "."
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if name.startswith(prefix):
            with suppress(OSError):
                os.unlink(os.path.join(folder, name))


def _require_placeable(path: str, force: bool, kept: set[str]) -> None:
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        folder = os.path.dirname(path) or "."
        if not os.path.isdir(folder):
            raise CannotWrite("no such folder", where=folder) from None
        return
    except (OSError, ValueError) as error:
        raise CannotWrite(_reason(error), where=path) from error
    if stat.S_ISLNK(state.st_mode):
        raise CannotWrite("is a link, and links are not written through", where=path)
    if not stat.S_ISREG(state.st_mode):
        raise CannotWrite(f"is {_kind(state.st_mode)}", where=path)
    if os.path.realpath(path) in kept:
        raise CannotWrite("would replace its own source", where=path, hint="name another output with -o")
    if not force:
        raise CannotWrite("exists", where=path, hint="replace it with --force")


def _write_beside(beside: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    with open(os.open(beside, flags, 0o644), "wb", buffering=0) as file:
        view = memoryview(content)
        while view:
            view = view[file.write(view) :]
        os.fsync(file.fileno())


def _move(beside: str, path: str, force: bool) -> None:
    if force:
        os.replace(beside, path)
        return
    try:
        os.link(beside, path)  # Unlike a rename, a link never replaces what another process put there meanwhile.
    except FileExistsError:
        raise
    except OSError:  # A file system without hard links.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(beside, path)


def _flush_folder(folder: str) -> None:
    with suppress(OSError):  # Some file systems cannot flush a folder, and then there is nothing to do.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

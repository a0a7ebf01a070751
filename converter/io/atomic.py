"""Placing: outputs go to their goals whole, or not at all.

An output is written to a file without a name in the folder of its goal and
flushed; it gets its name in one step, and all outputs of one document are
ready before the first gets one. Whatever ends the run, even both its
processes at once, no partial file stays. Where the system has no files
without names, it has a temporary name meanwhile, and a parent that outlives
the process removes it (`remove_leftovers`).
"""

from __future__ import annotations

import os
import stat
from functools import cache

from converter.core.errors import CannotWrite
from converter.core.spelling import Spelt
from converter.io.files import kind, reason
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_DESCRIPTORS = "/proc/self/fd"


def make_folder(path: str) -> None:
    """Make the folder for outputs, and those above it, where it is missing. Raises CannotWrite naming it."""
    try:
        os.makedirs(path, exist_ok=True)
    except FileExistsError as error:
        raise CannotWrite("is no folder", where=path) from error
    except OSError as error:
        raise CannotWrite(f"cannot make the folder: {reason(error)}", where=path) from error


def place(outputs: Iterable[tuple[str, bytes]], *, force: bool = False, keep: Iterable[str] = ()) -> None:
    """Put every output at its path, or none of them.

    `keep` names files that are never replaced, with or without force: the
    sources. A file that is replaced leaves its permissions to the new one.
    Raises CannotWrite naming the path.
    """
    outputs = list(outputs)
    kept = {os.path.realpath(path) for path in keep}
    modes = [_require_placeable(path, force, kept) for path, _ in outputs]
    ready: list[_Ready] = []
    try:
        for (path, content), mode in zip(outputs, modes, strict=True):
            try:
                output = _Ready(path)
                ready.append(output)
                output.fill(content, mode)
            except OSError as error:
                raise CannotWrite(reason(error), where=path) from error
        for output in ready:
            try:
                output.name(force)
            except FileExistsError as error:
                raise _exists(output.path) from error
            except OSError as error:
                raise CannotWrite(reason(error), where=output.path) from error
        for folder in sorted({_folder_of(path) for path, _ in outputs}):
            _flush_folder(folder)
    finally:
        for output in ready:
            output.put_away()


class Group:
    """Outputs of many documents on their way: one flush of the file system for all, not one of each file.

    None of them has a name before `flush`, so a kill leaves nothing of them; a
    document whose outputs cannot be placed leaves the others as they are.
    """

    def __init__(self) -> None:
        self.size_bytes = 0
        """What waits for the next flush."""
        self._waiting: list[list[_Ready]] = []
        self._made: set[str] = set()
        """Folders that are there."""

    @property
    def files(self) -> int:
        """Return how many outputs wait, each with an open descriptor."""
        return sum(map(len, self._waiting))

    def add(
        self,
        outputs: Iterable[tuple[str, bytes]],
        *,
        force: bool = False,
        ours: Collection[str] = (),
        keep: Iterable[str] = (),
    ) -> None:
        """Let the outputs of one document wait for the next flush; folders are made where they are missing.

        A file that is there already with the same bytes is left alone, and one
        whose SHA-256 is among `ours` may be replaced: an earlier run made it.
        Raises CannotWrite naming the path, and then none of them waits.
        """
        ready: list[_Ready] = []
        try:
            for path, content in outputs:
                if (folder := _folder_of(path)) not in self._made:
                    make_folder(folder)
                    self._made.add(folder)
                mode, may = None, force
                if os.path.lexists(path):
                    digest = _digest_of(path)
                    if digest is not None and digest == sha256(content).hexdigest():
                        continue
                    may = force or (digest is not None and digest in ours)
                    mode = _require_placeable(path, may, {os.path.realpath(path) for path in keep})
                try:
                    output = _Ready(path, force=may)
                    ready.append(output)
                    output.fill(content, mode, flush=False)
                except OSError as error:
                    raise CannotWrite(reason(error), where=path) from error
        except BaseException:
            for output in ready:
                output.put_away()
            raise
        self._waiting.append(ready)
        self.size_bytes += sum(output.size_bytes for output in ready)

    def flush(self) -> list[CannotWrite | None]:
        """Put in place what waits, durably; return for each document, in the order of `add`, what kept it from it."""
        waiting, self._waiting, self.size_bytes = self._waiting, [], 0
        outputs = [output for ready in waiting for output in ready]
        folders = sorted({_folder_of(output.path) for output in outputs})
        faults: list[CannotWrite | None] = [None] * len(waiting)
        try:
            fault = _flush_together(folders, outputs)
            for index, ready in enumerate(waiting):
                faults[index] = fault or _named(ready)
            fault = fault or _flush_together(folders)
            return [each or fault for each in faults]
        finally:
            for output in outputs:
                output.put_away()


def _named(ready: Iterable[_Ready]) -> CannotWrite | None:
    """Give the outputs of a document their names; return what kept one from it."""
    for output in ready:
        try:
            output.name(output.force)
        except FileExistsError:
            return _exists(output.path)
        except OSError as error:
            return _cannot(error, output.path)
    return None


def _flush_together(folders: Iterable[str], outputs: Iterable[_Ready] = ()) -> CannotWrite | None:
    """See to the disk whatever was written in the file systems of these folders; return what kept it from it."""
    devices: dict[int, str] = {}
    folder = "."
    try:
        for folder in folders:
            devices.setdefault(os.stat(folder).st_dev, folder)
        if not all(flush_file_system(folder) for folder in devices.values()):
            for output in outputs:
                folder = output.path
                output.flush()
            for folder in folders:
                _flush_folder(folder)
    except OSError as error:
        return _cannot(error, folder)
    return None


def _cannot(error: OSError, path: str) -> CannotWrite:
    made = CannotWrite(reason(error), where=path)
    made.__cause__ = error
    return made


def flush_file_system(path: str) -> bool:
    """See all that was written in the file system of `path` to the disk; return False where no call does that.

    Raises OSError when it could not be.
    """
    from converter.io.libc import call, find_function

    syncfs = find_function("syncfs")
    if syncfs is None:
        return False
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        call(syncfs, path, descriptor)
    finally:
        os.close(descriptor)
    return True


def _digest_of(path: str) -> str | None:
    """Return the SHA-256 of a regular file, or None where there is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        made = sha256()
        while piece := os.read(descriptor, 1 << 20):
            made.update(piece)
        return made.hexdigest()
    except OSError:
        return None
    finally:
        os.close(descriptor)


class _Ready:
    """One output on its way: first a file without its name, then in its place."""

    def __init__(self, path: str, *, force: bool = False) -> None:
        self.path = path
        self.force = force
        self.size_bytes = 0
        self._beside = ""
        """The temporary name, where it needs one."""
        self._is_named = False
        flags = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0)
        if _has_nameless():
            try:
                self._descriptor = os.open(_folder_of(path), flags | os.O_TMPFILE, 0o644)
                return
            except OSError:  # A file system that has no files without names.
                pass
        flags |= os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        self._beside = _temporary_name(path)
        self._descriptor = os.open(self._beside, flags, 0o644)
        self._is_named = True

    def fill(self, content: bytes, mode: int | None, *, flush: bool = True) -> None:
        """Write the content and, unless somebody else will, see it to the disk."""
        self.size_bytes = len(content)
        view = memoryview(content)
        while view:
            view = view[os.write(self._descriptor, view) :]
        if mode is not None:
            os.fchmod(self._descriptor, mode)
        if flush:
            self.flush()

    def flush(self) -> None:
        """See it to the disk."""
        os.fsync(self._descriptor)

    def name(self, force: bool) -> None:
        """Give the file its name. Raises FileExistsError when something has that name, unless forced."""
        try:
            self._link(self.path)  # Unlike a rename, a link never replaces what another process put there meanwhile.
        except FileExistsError:
            if not force:
                raise
            self._beside = self._beside or _temporary_name(self.path)
            self._link(self._beside)
            os.replace(self._beside, self.path)
        except OSError:  # A file system without hard links.
            if not self._is_named:
                raise
            if not force and os.path.lexists(self.path):
                raise FileExistsError(self.path) from None
            os.replace(self._beside, self.path)

    def _link(self, path: str) -> None:
        if not self._is_named:
            # With a folder's descriptor, Python links what the name leads to instead of the name itself.
            os.link(f"{_DESCRIPTORS}/{self._descriptor}", path, src_dir_fd=self._descriptor)
            self._is_named = path == self._beside
        elif path != self._beside:
            os.link(self._beside, path)

    def put_away(self) -> None:
        """Remove what is left beside the goal."""
        try:
            os.close(self._descriptor)
        except OSError:
            pass
        if self._is_named:
            try:
                os.unlink(self._beside)
            except OSError:
                pass


def _has_nameless() -> bool:
    """Return whether this system has files without names, and a way to give them one."""
    return hasattr(os, "O_TMPFILE") and _has_descriptors()


@cache
def _has_descriptors() -> bool:
    """Return whether open files have paths; a process asks once."""
    return os.path.isdir(_DESCRIPTORS)


def _temporary_name(path: str) -> str:
    return f"{_temporary_prefix(path, os.getpid())}{os.urandom(6).hex()}"


def remove_leftovers(path: str, process: int) -> None:
    """Remove what a killed process left beside `path`."""
    prefix = os.path.basename(_temporary_prefix(path, process))
    folder = _folder_of(path)
    try:
        for name in os.listdir(folder):
            if name.startswith(prefix):
                os.unlink(os.path.join(folder, name))
    except OSError:
        pass


def _temporary_prefix(path: str, process: int) -> str:
    """Return how the process's temporary names beside `path` begin."""
    folder, name = os.path.split(path)
    # Cut in bytes, as the file system counts them: a name may have 255.
    short = os.fsdecode(os.fsencode(name)[:80])
    return os.path.join(folder, f".{short}.{process}.part-")


def _folder_of(path: str) -> str:
    return os.path.dirname(path) or "."


def _exists(path: str) -> CannotWrite:
    return CannotWrite("exists", where=path, hint="replace it with " + Spelt("force=True", "--force"))


def _require_placeable(path: str, force: bool, kept: set[str]) -> int | None:
    """Return the permissions of the file that is to be replaced, or None when there is none."""
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        folder = _folder_of(path)
        if not os.path.isdir(folder):
            raise CannotWrite("no such folder", where=folder) from None
        return None
    except (OSError, ValueError) as error:
        raise CannotWrite(reason(error), where=path) from error
    if stat.S_ISLNK(state.st_mode):
        raise CannotWrite("is a link, and links are not written through", where=path)
    if not stat.S_ISREG(state.st_mode):
        raise CannotWrite(f"is {kind(state.st_mode)}", where=path)
    if os.path.realpath(path) in kept:
        raise CannotWrite(
            "would replace a source", where=path, hint=Spelt("name another output", "name another output with -o")
        )
    if not force:
        raise _exists(path)
    return state.st_mode & 0o777


def _flush_folder(folder: str) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:  # Some file systems cannot flush a folder, and then there is nothing to do.
        pass

"""The one module of the archive that changes a file system: each call that changes, locks or flushes goes through here.

So what a kill between two of them can leave is known, and counted by the
tests; and names, modes and flags are the same everywhere
(`docs/explanation/archive.md`).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager

from converter.core.errors import CannotWrite
from converter.io.files import reason
from converter.io.libc import call, find_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_OPEN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def writing(place: str) -> Iterator[None]:
    """Turn the system's faults into CannotWrite: of the path that the fault names, named like the place, or of that."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(reason(error), where=_where(error, place)) from error


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def _where(error: OSError, place: str) -> str:
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes) or error.errno in _NO_ROOM:  # It lies at no file.
        return place
    path, whole = os.fsdecode(name), os.path.abspath(place)
    return os.path.join(place, path[len(whole) + 1 :]) if path.startswith(whole + os.sep) else path


def disk_like(folder: str) -> Disk:
    """Return a disk whose files and folders are for their owner alone where a folder is, or for all to read."""
    try:
        return Disk(private=os.stat(folder).st_mode & 0o077 == 0)
    except OSError:
        return Disk()


class Unsettled(OSError):
    """Whether a file has what was appended is not known: `repair` will look."""


class Disk:
    """What changes files. Its own faults are OSError: which of them are an answer, the caller knows (`writing`)."""

    def __init__(self, *, private: bool = False) -> None:
        # Never writable for others, whatever the umask says (threats.md, section 7).
        self._file_mode, self._folder_mode = (0o600, 0o700) if private else (0o644, 0o755)

    # ── Files and folders ───────────────────────────────────────────────────

    def make_folder(self, path: str) -> bool:
        """Make a folder; return whether it was missing."""
        try:
            os.mkdir(path, self._folder_mode)
        except FileExistsError:
            return False
        return True

    def make_folders(self, path: str, above: str) -> None:
        """Make a folder and those between it and the folder `above`, which is there."""
        missing: list[str] = []
        while path != above and not os.path.isdir(path):
            missing.append(path)
            path = os.path.dirname(path)
        for each in reversed(missing):
            self.make_folder(each)

    def write(self, path: str, content: bytes, *, flush: bool) -> None:
        """Make a file that is not there yet."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, self._file_mode)
        try:
            _write_all(descriptor, content, path)
            if flush:
                _flush(descriptor, path)
        finally:
            os.close(descriptor)

    def write_tree(self, folder: str, files: Mapping[str, bytes], *, flush: bool) -> None:
        """Make a folder with these files in it; flushed, when asked, from the leaves up to the folder itself."""
        inner: set[str] = set()
        for path in files:
            while path := os.path.dirname(path):
                inner.add(path)
        folders = [folder, *(os.path.join(folder, each) for each in sorted(inner))]
        for each in folders:
            self.make_folder(each)
        for path, content in files.items():
            self.write(os.path.join(folder, path), content, flush=flush)
        if flush:
            for each in reversed(folders):
                self.flush(each)

    def append(self, path: str, content: bytes, *, flush: bool) -> bool:
        """Append to a file, whole or not at all; return whether the file is new. The caller holds its lock."""
        is_new = not os.path.exists(path)
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _OPEN, self._file_mode)
        try:
            size = os.fstat(descriptor).st_size
            try:
                _write_all(descriptor, content, path)
                if flush:
                    _flush(descriptor, path)
            except OSError as error:
                # A line that was not acknowledged must not be read as one that was.
                try:
                    os.ftruncate(descriptor, size)
                except OSError as second:
                    raise Unsettled(error.errno, error.strerror, path) from second
                raise
        finally:
            os.close(descriptor)
        return is_new

    def cut(self, path: str, size: int) -> None:
        """Cut a file to a size, and flush it."""
        descriptor = os.open(path, os.O_WRONLY | _OPEN)
        try:
            os.ftruncate(descriptor, size)
            _flush(descriptor, path)
        finally:
            os.close(descriptor)

    def mend_lines(self, path: str) -> bool:
        """Cut what a kill left behind the last newline of a file; return whether there was such. Its lock is held."""
        try:
            with open(path, "rb") as file:
                size = kept = file.seek(0, os.SEEK_END)
                while kept:
                    start = max(0, kept - 65536)
                    file.seek(start)
                    if found := file.read(kept - start).rfind(b"\n") + 1:
                        kept = start + found
                        break
                    kept = start
        except FileNotFoundError:
            return False
        if kept < size:
            self.cut(path, kept)
        return kept < size

    def rename(self, old: str, new: str) -> None:
        """Rename; a file of the new name is replaced, a folder only where it is empty."""
        os.rename(old, new)

    def link(self, old: str, new: str) -> None:
        """Give a file a second name; where the file system knows no such, make a copy."""
        try:
            os.link(old, new, follow_symlinks=False)
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK):
                raise
            with open(old, "rb") as file:
                self.write(new, file.read(), flush=False)

    def exchange(self, one: str, other: str) -> bool:
        """Let two folders change their names in one step; return whether the system can do that (Linux)."""
        renameat2 = find_function("renameat2")
        if renameat2 is None:
            return False
        try:
            call(renameat2, one, _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        except OSError as error:
            if error.errno in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
                return False  # This file system cannot.
            raise
        return True

    def remove(self, path: str) -> None:
        """Remove a file or a link."""
        os.unlink(path)

    def remove_folder(self, path: str) -> bool:
        """Remove a folder that is empty; return whether it was."""
        try:
            os.rmdir(path)
        except OSError:
            return False
        return True

    def remove_tree(self, path: str) -> None:
        """Remove a folder with all that is in it; links in it are removed, never followed."""
        with os.scandir(path) as scan:
            entries = list(scan)
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                self.remove_tree(each.path)
            else:
                self.remove(each.path)
        os.rmdir(path)

    # ── Flushes ─────────────────────────────────────────────────────────────

    def flush(self, path: str) -> None:
        """Flush a file or a folder: what it holds, or which names are in it."""
        descriptor = os.open(path, os.O_RDONLY | _OPEN)
        try:
            _flush(descriptor, path)
        except OSError as error:
            # Some file systems (SMB, some by FUSE) cannot flush a folder by itself: names are theirs to keep.
            if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP) or not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise
        finally:
            os.close(descriptor)

    def flush_all(self, path: str) -> bool:
        """Flush the whole file system that a path lies on; return whether the system can do that (Linux)."""
        syncfs = find_function("syncfs")
        if syncfs is None:
            return False
        descriptor = os.open(path, os.O_RDONLY | _OPEN)
        try:
            call(syncfs, path, descriptor)
        finally:
            os.close(descriptor)
        return True

    def flush_tree(self, path: str) -> None:
        """Flush every file and folder below a folder, and the folder: what `flush_all` is where there is none."""
        for folder, _, names in os.walk(path, topdown=False):
            for name in names:
                self.flush(os.path.join(folder, name))
            self.flush(folder)

    # ── Locks ───────────────────────────────────────────────────────────────

    @contextmanager
    def locked(self, path: str, *, shared: bool = False) -> Iterator[None]:
        """Hold the lock of a lock file, waiting for whoever has it. The kernel drops it when the process ends."""
        descriptor = self.lock(path, shared=shared)
        try:
            yield
        finally:
            os.close(descriptor)

    def lock(self, path: str, *, shared: bool = False) -> int:
        """Wait for the lock of a lock file and return the descriptor whose closing drops it."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _OPEN, self._file_mode)
        try:
            flock = _flock()
            flock.flock(descriptor, flock.LOCK_SH if shared else flock.LOCK_EX)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def lock_to_read(self, path: str) -> int | None:
        """Return the descriptor of a lock file's lock, shared, or None while somebody has it for himself.

        It changes nothing, and needs no right but to read: raises OSError for a file that is not there.
        """
        return _lock_shared(path, os.O_RDONLY)

    def is_free(self, path: str) -> bool:
        """Return whether nobody holds the lock of a lock file; also when there is no such file."""
        try:
            # Shared: two who ask at once must not take each other for the owner.
            descriptor = _lock_shared(path, os.O_RDWR)
        except (FileNotFoundError, NotADirectoryError):
            return True
        if descriptor is None:
            return False
        os.close(descriptor)
        return True


def _lock_shared(path: str, way: int) -> int | None:
    """Return the descriptor of a lock file's shared lock, or None while somebody has it for himself."""
    descriptor = os.open(path, way | _OPEN)
    try:
        flock = _flock()
        flock.flock(descriptor, flock.LOCK_SH | flock.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _flock() -> ModuleType:
    try:
        import fcntl
    except ModuleNotFoundError:
        raise OSError(errno.ENOTSUP, "archives need a system with file locks (flock)") from None
    return fcntl


_NETWORK = {
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4",
    "ocfs2", "smb2", "smb3", "smbfs", "virtiofs",
}  # fmt: skip


def is_on_network(path: str, mounts: str = "/proc/self/mountinfo") -> bool:
    """Return whether a path lies on a file system of the network, or one by FUSE, whose locks may be its own."""
    kind = mount_kind(path, mounts)
    return kind in _NETWORK or kind == "fuse" or kind.startswith("fuse.")


def mount_kind(path: str, mounts: str) -> str:
    """Return the kind of the file system that a path lies on (`ext4`), or nothing where the system does not tell."""
    path = os.path.realpath(path)
    longest, kind = "", ""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:  # proc(5): … root, mount point, options, further fields, "-", kind, source
                before, _, after = line.partition(" - ")
                point = before.split(" ")[4].encode("latin-1", "replace").decode("unicode_escape")
                # The last of those at the same point hides the others.
                if (path == point or path.startswith(point.rstrip("/") + "/")) and len(point) >= len(longest):
                    longest, kind = point, after.split(" ")[0]
    except (OSError, IndexError, UnicodeError):
        return ""
    return kind


def _write_all(descriptor: int, content: bytes, path: str) -> None:
    view = memoryview(content)
    try:
        while view:
            view = view[os.write(descriptor, view) :]
    except OSError as error:
        error.filename = path  # A descriptor's fault names no file.
        raise


def _flush(descriptor: int, path: str) -> None:
    try:
        if sys.platform == "darwin":
            # fsync(2) there leaves the bytes in the drive's own memory, which a power cut takes.
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    except OSError as error:
        error.filename = path
        raise

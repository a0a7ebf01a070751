"""A bucket's keys below a prefix: read as a tree, changed by requests that say what must be there.

An object store has no rename and no append. What it has (S3 since 2024, and
what speaks its protocol) is a put that succeeds only where no such key is
(`create`), or only where the key still is what was read (`swap`): all that is
safe between writers is made of these two.
"""

from __future__ import annotations

from contextlib import contextmanager

from converter.archive.tree import Entry
from converter.core.errors import ArchiveError, CannotWrite
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from obstore.store import ObjectStore


class Key(Value):
    """A key as a listing has it."""

    path: str
    size: int
    modified: float
    """Seconds since 1970, by the bucket's clock."""


class Bucket:
    """The keys below a prefix; a `Tree`, and what changes it. Every fault of the net is an error of one line."""

    def __init__(self, store: ObjectStore, place: str) -> None:
        self._store = store
        self._place = place

    # ── The tree ────────────────────────────────────────────────────────────

    def entries(self, path: str) -> list[Entry]:
        """Return what lies in a folder, sorted by name. Raises FileNotFoundError where there is none."""
        import obstore

        with self._asking(path):
            found = obstore.list_with_delimiter(self._store, path or None)
        entries = [Entry(_name(each), "folder", 0) for each in found["common_prefixes"]]
        entries += [Entry(_name(each["path"]), "file", each["size"]) for each in found["objects"]]
        if path and not entries:
            raise FileNotFoundError(path)
        return sorted(entries, key=lambda each: each.name)

    def read(self, path: str) -> bytes:
        """Return a key's bytes. Raises FileNotFoundError."""
        return self.get(path)[0]

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield a key's bytes in pieces of some megabytes. Raises FileNotFoundError."""
        import obstore

        with self._asking(path):
            for piece in obstore.get(self._store, path).stream(min_chunk_size=1 << 20):
                yield bytes(piece)

    def exists(self, path: str) -> bool:
        """Return whether there is such a key, or one below it."""
        import obstore

        with self._asking(path):
            try:
                obstore.head(self._store, path)
            except FileNotFoundError:
                return next(self.keys(path), None) is not None
            return True

    def keys(self, path: str) -> Iterator[Key]:
        """Yield the keys below a folder, in the order of their bytes; memory does not grow with their number."""
        import obstore

        with self._asking(path):
            for page in obstore.list(self._store, path or None):
                for each in page:
                    yield Key(each["path"], each["size"], each["last_modified"].timestamp())

    # ── Changes ─────────────────────────────────────────────────────────────

    def get(self, path: str) -> tuple[bytes, str]:
        """Return a key's bytes and the tag by which `swap` knows them. Raises FileNotFoundError."""
        import obstore

        with self._asking(path):
            found = obstore.get(self._store, path)
            return bytes(found.bytes()), found.meta["e_tag"] or ""

    def put(self, path: str, content: bytes) -> None:
        """Make a key what it is to be, whatever it is: only for bytes that every writer would put there."""
        import obstore

        with self._changing(path):
            obstore.put(self._store, path, content)

    def create(self, path: str, content: bytes) -> bool:
        """Make a key that is not there; return whether it was not."""
        import obstore

        with self._changing(path):
            try:
                obstore.put(self._store, path, content, mode="create")
            except obstore.exceptions.AlreadyExistsError:
                return False
        return True

    def swap(self, path: str, content: bytes, tag: str) -> bool:
        """Change a key that still is what was read with this tag; return whether it was."""
        import obstore

        with self._changing(path):
            try:
                obstore.put(self._store, path, content, mode={"e_tag": tag})
            except (obstore.exceptions.PreconditionError, FileNotFoundError):
                return False
        return True

    def delete(self, path: str) -> None:
        """Remove a key, if it is there."""
        import obstore

        with self._changing(path):
            obstore.delete(self._store, path)

    def _asking(self, path: str) -> _Faults:
        return _faults(ArchiveError, self._place, path)

    def _changing(self, path: str) -> _Faults:
        return _faults(CannotWrite, self._place, path)


if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    _Faults = AbstractContextManager[None]


@contextmanager
def _faults(error: Callable[..., ArchiveError | CannotWrite], place: str, path: str) -> Iterator[None]:
    """Turn what the object store says into an error of one line; that nothing is there, it leaves."""
    from obstore.exceptions import BaseError

    try:
        yield
    except FileNotFoundError:
        raise
    except (BaseError, OSError, ValueError) as fault:
        words = str(fault).partition("\n")[0].partition(" - Server returned")
        status = words[2].partition("status code: ")[2].partition(":")[0]
        what = f"the object store answers {status}" if status else words[0][:200]
        raise error(what, where=f"{place}/{path}".rstrip("/")) from fault


def _name(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def connect(place: str) -> Bucket:
    """Return the bucket of an address `s3://bucket/prefix`; its keys and endpoint are those of the environment (AWS_…).

    Raises ArchiveError without the extra `s3`, and for an address or a setting that is none.
    """
    try:
        from obstore.exceptions import BaseError
        from obstore.store import S3Store
    except ModuleNotFoundError as error:
        raise ArchiveError(
            "an archive in an object store needs an extra", where=place, hint="pip install 'article-converter[s3]'"
        ) from error
    try:
        # A server on this machine, or one's own network, may have no certificate: the endpoint is the caller's choice.
        store = S3Store.from_url(place, client_options={"allow_http": True})
    except (BaseError, ValueError) as error:
        raise ArchiveError(str(error).partition("\n")[0][:200], where=place) from error
    return Bucket(store, place.rstrip("/"))

"""Packaged data, and the user's cache folder: the only files that a reader or writer can reach.

Everything here is read-only data of this release, or can be deleted at any
moment without changing a byte of any output.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def schema_path(name: str) -> str:
    """Return the path of one of our schemas, such as `article.xsd`, in the wheel or in a working tree."""
    inside = os.path.join(_PACKAGE, "schemas", name)
    return inside if os.path.exists(inside) else os.path.join(os.path.dirname(_PACKAGE), "schemas", name)


def data(*path: str) -> bytes:
    """Return the bytes of a file that lies in the package, by its parts below `converter/`."""
    with open(os.path.join(_PACKAGE, *path), "rb") as file:
        return file.read()


def cached(name: str, make: Callable[[], bytes]) -> bytes:
    """Return the cached bytes called `name`, or make them and try to keep them.

    The cache is the user's own (`XDG_CACHE_HOME`, mode 0700), and only a
    convenience: with no folder, a full disk or a foreign owner the bytes are
    made again. `name` must contain a digest of all that the bytes depend on.
    """
    folder = _cache_folder()
    if folder is None:
        return make()
    path = os.path.join(folder, name)
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
            kept = file.read()
        # The last 32 bytes are the digest of the others: a torn or changed file is made again.
        if len(kept) > 32 and _digest(kept[:-32]) == kept[-32:]:
            return kept[:-32]
    except OSError:
        pass
    made = make()
    _keep(path, made + _digest(made))
    return made


def _digest(content: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(content).digest()


def _cache_folder() -> str | None:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    if not os.path.isabs(base):
        return None
    folder = os.path.join(base, "article-converter")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        owner = os.stat(folder)
    except OSError:
        return None
    if hasattr(os, "geteuid") and (owner.st_uid != os.geteuid() or owner.st_mode & 0o022):
        return None  # Somebody else could put bytes there.
    return folder


def _keep(path: str, content: bytes) -> None:
    """Put the file in place in one step; two processes that do so at once write the same bytes."""
    beside = f"{path}.{os.getpid()}"
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        try:
            os.unlink(beside)
        except OSError:
            pass

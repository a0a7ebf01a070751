"""The writers of a root, as somebody meets them who only reads it.

Who writes to an object holds its lock from the look at its head to the line in
the ledger. With that lock, shared, a reader sees the object as it was
acknowledged, and holds writers up no longer than it looks. A bucket has no
locks, and a copy of a root need not have them: there a reader can only wait
and look again.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager

from converter.archive.disk import Disk
from converter.archive.root import lock_of
from converter.archive.staging import LOCK
from converter.archive.store import AREA
from converter.archive.tree import FolderTree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.tree import Tree

_PAUSES_S = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_ASKED_EVERY_S = 0.005


class Writers:
    """The writers of one root, and how long one reader still waits for them."""

    def __init__(self, tree: Tree, patience_s: float) -> None:
        """`patience_s` is for all that is waited for in vain, together."""
        self._area = os.path.join(tree.root, *AREA.split("/")) if isinstance(tree, FolderTree) else None
        self._disk = Disk()
        self.patience_s = patience_s

    def are_there(self) -> bool:
        """Return whether somebody may be writing: a writer in a folder has a lock in its staging while it lives."""
        if self._area is None:
            return True
        staging = os.path.join(self._area, "staging")
        try:
            return any(not self._disk.is_free(os.path.join(staging, each, LOCK)) for each in os.listdir(staging))
        except FileNotFoundError:
            return False
        except OSError:  # Not for us to lock: perhaps there is one.
            return True

    def pauses(self) -> Iterator[None]:
        """Wait a little, and a little longer, as long as somebody writes and the patience lasts."""
        for pause in _PAUSES_S:
            if self.patience_s <= 0 or not self.are_there():
                return
            time.sleep(pause)
            self.patience_s -= pause
            yield

    @contextmanager
    def kept_from(self, id: str) -> Iterator[bool]:
        """Keep writers from an object; yield whether they are kept from it."""
        descriptor = self._lock(id) if self._area is not None and id else None
        try:
            yield descriptor is not None
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def _lock(self, id: str) -> int | None:
        assert self._area is not None
        waited_s = 0.0
        try:
            while (descriptor := self._disk.lock_to_read(lock_of(self._area, id))) is None:
                if waited_s >= self.patience_s:
                    self.patience_s = 0
                    return None
                time.sleep(_ASKED_EVERY_S)
                waited_s += _ASKED_EVERY_S
        except (OSError, UnicodeError):  # No lock was ever taken, it is not for us, or a damaged id is no text.
            return None
        return descriptor

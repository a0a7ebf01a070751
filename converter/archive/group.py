"""`FolderGroup`: puts of a folder store that are flushed together."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.folder import FolderStore
    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.store import Receipt


class FolderGroup:
    """A group; see `converter.archive.store.Group` for what it promises."""

    def __init__(self, store: FolderStore, size: int) -> None:
        self._store, self._size = store, size

    def put(self, id: str, new: NewVersion, after: Inventory | None) -> tuple[Receipt, ...]:
        """Stage a version; return the receipts of what has been acknowledged on the way."""
        return (self._store.put(id, new, after),)

    def flush(self) -> tuple[Receipt, ...]:
        """Make all that waits durable and return its receipts."""
        return ()

    def __enter__(self) -> FolderGroup:
        return self

    def __exit__(self, *exception: object) -> None:
        if exception[0] is None:
            self.flush()

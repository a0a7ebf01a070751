"""Opening a store by its place: a path, or an address `s3://bucket/prefix`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.store import Durability, Store

BUCKET = "s3://"


def open_store(place: str, *, durability: Durability = "each") -> Store:
    """Return the store at a place, with its packs. Raises ArchiveError where none is."""
    from converter.archive.packs.store import PackedStore

    if place.startswith(BUCKET):
        from converter.archive.bucket import BucketStore

        return PackedStore(BucketStore.open(place))
    from converter.archive.folder import FolderStore

    return PackedStore(FolderStore.open(place, durability=durability))


def create_store(place: str, *, durability: Durability = "each", private: bool = False) -> Store:
    """Make a store at a place that is unused, or complete one whose making was interrupted; return it open."""
    from converter.archive.packs.store import PackedStore

    if place.startswith(BUCKET):
        from converter.archive.bucket import BucketStore

        return PackedStore(BucketStore.create(place))
    from converter.archive.folder import FolderStore

    return PackedStore(FolderStore.create(place, durability=durability, private=private))

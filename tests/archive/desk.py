"""An archive to test with: real, on a disk, with a clock that stands still until it is moved."""

from __future__ import annotations

from pathlib import Path

from converter.archive.archive import Archive
from converter.archive.ingest import Prepared

ANN = "Ann Example <ann@example.com>"
GUID = "tag:example.com,2025:bridge"
STORY = b"Bridge Reopens After Eleven Months\n\nThe bridge is open again, the port said on Wednesday.\n"
CORRECTED = b"Bridge Reopens After Twelve Months\n\nThe bridge is open again, the port said on Thursday.\n"


class Clock:
    """A clock that tells the same time until somebody sets it."""

    def __init__(self, now: str = "2025-05-01T12:00:00Z") -> None:
        self.now = now

    def __call__(self) -> str:
        """Return the time."""
        return self.now


class Keeper:
    """An archive in a folder, and what tests do with it over and over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.archive = Archive.open(folder, create=True, durability="none", now=self.clock, by=ANN)

    def add(self, content: bytes = STORY, name: str = "story.txt", guid: str | None = GUID, **meta: str) -> Prepared:
        """Add bytes under a name, with metadata."""
        given = {"lang": "en", **({"guid": guid} if guid else {}), **{_key(key): text for key, text in meta.items()}}
        return self.archive.add(content, name=name, meta=given)

    def files(self) -> dict[str, bytes]:
        """Return path → bytes of every file of the objects."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and "extensions" not in path.parts
        }


def _key(name: str) -> str:
    """Return `date.embargoed` for `date_embargoed`; `version_created` is a key as it stands."""
    return name if name == "version_created" else name.replace("_", ".")

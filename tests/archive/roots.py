"""Small archives that the tests of verify damage, and what damages them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from converter.archive.fixity import FixityLog
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User, sidecar
from converter.archive.layout import Layout
from converter.archive.store import AREA
from converter.archive.verify import verify

BY = User("A. Person", "mailto:a.person@example.org")
THRICE, ONCE, OTHER, LAST = (f"urn:example:{name}" for name in ("thrice", "once", "other", "last"))


def version(day: int, files: dict[str, bytes]) -> NewVersion:
    """Return a version put on a day of January 2026, with the SHA-256 of each file in the fixity block."""
    fixity = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    return NewVersion(f"2026-01-{day:02d}T00:00:00Z", f"day {day}", BY, files, fixity)


def story(words: str) -> dict[str, bytes]:
    """Return the files of a story as intake lays them out."""
    return {
        "source/story.txt": words.encode(),
        "canonical.xml": f"<article>{words}</article>".encode(),
        "events.jsonl": b'{"type":"ingestion"}\n',
    }


def make_root(folder: Path, *, layout: Layout | None = None) -> FolderStore:
    """Return an archive of four stories; `THRICE` has three versions, `LAST` is the last in the ledger."""
    store = FolderStore.create(str(folder), durability="none", layout=layout)
    store.put(THRICE, version(1, story("one")), None)
    store.put(ONCE, version(2, story("a story")), None)
    store.put(THRICE, version(3, {**story("two"), "media/a.jpg": b"\xff\xd8"}), store.find(THRICE))
    store.put(OTHER, version(4, story("another story")), None)
    store.put(THRICE, version(5, story("three")), store.find(THRICE))
    store.put(LAST, version(6, story("the last story")), None)
    store.close()
    return store


class Root:
    """An archive on a disk that is about to be damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.area = folder / AREA
        self.ledger = self.area / "ledger.jsonl"
        self.thrice, self.once, self.other, self.last = (
            folder / Layout().path(id) for id in (THRICE, ONCE, OTHER, LAST)
        )

    def copy_to(self, folder: Path) -> Root:
        """Return a copy, links and modes kept."""
        return Root(Path(shutil.copytree(self.folder, folder, symlinks=True)))

    def path(self, of: Path) -> str:
        """Return the path as findings have it."""
        return "" if of == self.folder else of.relative_to(self.folder).as_posix()

    def lines(self) -> list[bytes]:
        """Return the lines of the ledger, with their ends."""
        return self.ledger.read_bytes().splitlines(keepends=True)

    def write_inventory(self, folder: Path, record: dict[str, Any] | bytes) -> None:
        """Write an inventory with a sidecar that fits, in the form in which we write both."""
        content = record if isinstance(record, bytes) else serialised(record)
        (folder / "inventory.json").write_bytes(content)
        (folder / "inventory.json.sha512").write_bytes(sidecar(content))

    def forge(self, folder: Path, words: str) -> None:
        """Change the source of a story of one version so that every digest in the object agrees."""
        place = folder / "v1" / "content" / "source" / "story.txt"
        old, new = place.read_bytes(), words.encode()
        content = (folder / "inventory.json").read_bytes()
        for algorithm in ("sha512", "sha256"):
            before, after = (hashlib.new(algorithm, each).hexdigest().encode() for each in (old, new))
            content = content.replace(before, after)
        place.write_bytes(new)
        for each in (folder, folder / "v1"):
            self.write_inventory(each, serialised(json.loads(content)))

    def note_checks(self) -> Path:
        """Note a check of each object, once, and return the log."""
        log = self.area / "fixity" / "2026-01.jsonl"
        if not log.exists():
            store = FolderStore.open(str(self.folder), durability="none")
            notes = FixityLog(lambda: store, lambda: "2026-01-09T00:00:00Z", quick=False)
            assert list(verify(store.tree, watch=notes.note)) == []
            notes.flush()
            notes.close()
        return log

    def rewrite_ledger(self, lines: list[dict[str, Any]]) -> None:
        """Write the ledger anew with a chain that fits."""
        previous = "0" * 64
        written = b""
        for line in lines:
            content = serialised({**line, "prev": previous})
            previous = hashlib.sha256(content).hexdigest()
            written += content + b"\n"
        self.ledger.write_bytes(written)


def serialised(record: dict[str, Any]) -> bytes:
    """Return JSON as the archive writes it."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

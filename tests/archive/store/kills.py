"""Kills at every call that changes a file: what is done, what kills, and what must hold after one resume.

Two things kill. The shim stands in for `os` in `converter.archive.disk` and
kills its own process at the n-th changing call: quick, and the same
everywhere. strace kills from outside at the n-th system call, and so finds
what the shim would miss.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from converter.archive import disk, inventory
from converter.archive.disk import Disk
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User
from converter.archive.ledger import chained
from converter.archive.object_check import check_object
from converter.archive.verify import verify
from converter.io import libc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from converter.archive.inventory import Inventory
    from converter.archive.store import Durability, Note

USER = User("Test", "mailto:test@example.org")
ID = "urn:example:1"
NOTES = (("journal/2026-01.jsonl", b"first"), ("journal/2026-01.jsonl", b"second"))
CHANGING = {
    "mkdir", "open", "write", "ftruncate", "rename", "link", "unlink", "rmdir", "fsync", "syncfs", "renameat2",
}  # fmt: skip
"""What is counted; an `open` only when it may make a file. A flush changes no file, but a kill before it may show."""


def version(text: str, **files: str) -> NewVersion:
    """Return a version like a story's: its source, its canonical form, a shared picture, the events."""
    return NewVersion(
        "2026-01-01T00:00:00Z",
        "put",
        USER,
        {
            "source/story.txt": text.encode(),
            "canonical.xml": f"<article>{text}</article>".encode(),
            "media/picture.png": b"\x89PNG",
            "events.jsonl": f"{text}\n".encode(),
            **{name: content.encode() for name, content in files.items()},
        },
    )


# ── What is done ────────────────────────────────────────────────────────────


class Scenario:
    """What is prepared, what is killed, and what the archive holds when it is done again."""

    durability: Durability = "each"
    expected: tuple[str, ...] = ()
    """Codes of findings that are right here."""
    notes: tuple[Note, ...] = ()
    """What the logs must say once when it is done."""

    def prepare(self, place: str) -> None:
        """Make what is there before."""
        FolderStore.create(place, durability="none").close()

    def run(self, place: str) -> None:
        """Do what will be killed; and the same again afterwards."""
        with FolderStore.open(place, durability=self.durability) as store:
            self.act(store)

    def act(self, store: FolderStore) -> None:
        """Do it, or nothing where it is done."""

    def heads(self) -> dict[str, Inventory]:
        """Return what the archive holds when it is done: id → inventory."""
        return {}

    def is_damaged(self, store: FolderStore) -> bool:
        """Return whether the object still has the damage that it was prepared with."""
        return Path(store.place, store.path(ID), "v2/content/source/story.txt").read_bytes() == b"damaged"


def once(store: FolderStore, id: str, *versions: NewVersion) -> None:
    """Put the last version unless it is the head, as an intake does."""
    wanted = made(id, *versions)
    found = store.find(id)
    if found == wanted:
        store.settle(id)
    else:
        store.put(id, versions[-1], found)


def made(id: str, *versions: NewVersion) -> Inventory:
    """Return the inventory of an object with these versions."""
    found: Inventory | None = None
    for each in versions:
        found = inventory.after(found, id, each)[0]
    assert found is not None
    return found


class Init(Scenario):
    """A root is made."""

    def prepare(self, place: str) -> None:
        """Nothing is there."""

    def run(self, place: str) -> None:
        """Make it."""
        FolderStore.create(place).close()


class First(Scenario):
    """A new object."""

    def act(self, store: FolderStore) -> None:
        once(store, ID, version("one"))

    def heads(self) -> dict[str, Inventory]:
        return {ID: made(ID, version("one"))}


class Second(Scenario):
    """A later version."""

    def prepare(self, place: str) -> None:
        with FolderStore.create(place, durability="none") as store:
            store.put(ID, version("one"), None)

    def act(self, store: FolderStore) -> None:
        once(store, ID, version("one"), version("two"))

    def heads(self) -> dict[str, Inventory]:
        return {ID: made(ID, version("one"), version("two"))}


class Noted(Second):
    """A later version, and two lines in our logs that tell of it."""

    notes = (*NOTES, ("journal/2026-02.jsonl", b"third"))

    def act(self, store: FolderStore) -> None:
        found = store.find(ID)
        if found == made(ID, version("one")):
            store.put(ID, version("two"), found, notes=self.notes)
        else:
            store.settle(ID)


class Grouped(Scenario):
    """Three new objects and an update, in a group."""

    durability: Durability = "group"
    ids = (f"{ID}/a", f"{ID}/b", f"{ID}/c")

    def prepare(self, place: str) -> None:
        with FolderStore.create(place, durability="none") as store:
            store.put(ID, version("one"), None)

    def act(self, store: FolderStore) -> None:
        with store.group() as group:
            for id in self.ids:
                if store.find(id) != made(id, version(id)):
                    group.put(id, version(id), None)
                store.settle(id)
            if store.find(ID) != made(ID, version("one"), version("two")):
                group.put(ID, version("two"), store.find(ID))

    def heads(self) -> dict[str, Inventory]:
        return {ID: made(ID, version("one"), version("two")), **{id: made(id, version(id)) for id in self.ids}}


class Replaced(Second):
    """An object of two versions gives way to a tombstone."""

    tombstone = NewVersion("2026-02-01T00:00:00Z", "purged", USER, {"tombstone.json": b"{}"})
    notes = NOTES

    def act(self, store: FolderStore) -> None:
        found = store.find(ID)
        assert found is not None, "an object is never gone while it is replaced"
        if found != made(ID, self.tombstone):
            store.replace(ID, self.tombstone, found, how="purged", notes=self.notes)
        else:
            store.settle(ID)

    def heads(self) -> dict[str, Inventory]:
        return {ID: made(ID, self.tombstone)}


class ReplacedInTwoSteps(Replaced):
    """The same, where the system cannot exchange two folders."""

    def run(self, place: str) -> None:
        exchange = Disk.exchange
        Disk.exchange = lambda *paths: False  # type: ignore[method-assign]
        try:
            super().run(place)
        finally:
            Disk.exchange = exchange  # type: ignore[method-assign]


class Removed(Second):
    """An object is taken away, as if a pack had it."""

    expected = ("packed-missing", "event-missing")

    def act(self, store: FolderStore) -> None:
        found = store.find(ID)
        if found is not None:
            store.remove(ID, found, how="packed")

    def heads(self) -> dict[str, Inventory]:
        return {}


class Adopted(Scenario):
    """An object comes with both its versions."""

    notes: tuple[Note, ...] = NOTES

    def prepare(self, place: str) -> None:
        super().prepare(place)
        Second().prepare(f"{place}-source")
        with FolderStore.open(f"{place}-source", durability="none") as store:
            once(store, ID, version("one"), version("two"))

    def act(self, store: FolderStore) -> None:
        if store.find(ID) is None:
            store.adopt(ID, self.files(store), how="adopted", notes=NOTES)
        else:
            store.settle(ID)

    def files(self, store: FolderStore) -> list[tuple[str, bytes]]:
        """Return the object's files as another root has them."""
        source = FolderStore.open(f"{store.place}-source")
        folder = Path(source.place, source.path(ID))
        return sorted(
            (path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file()
        )

    def heads(self) -> dict[str, Inventory]:
        return {ID: made(ID, version("one"), version("two"))}


class Restored(Adopted):
    """A damaged object is restored from a copy: its inventories are whole, a content is not."""

    notes = (*NOTES, ("journal/2026-01.jsonl", b"restored"))

    def prepare(self, place: str) -> None:
        super().prepare(place)
        with FolderStore.open(place, durability="none") as store:
            super().act(store)
        Path(place, store.path(ID), "v2/content/source/story.txt").write_bytes(b"damaged")

    def act(self, store: FolderStore) -> None:
        if any(each.kind == "error" for each in check_object(store.tree, store.path(ID)).findings):
            store.restore(ID, self.files(store), notes=self.notes[-1:])
        else:
            store.settle(ID)


class Kept(Scenario):
    """A log gets lines, and an input is set aside."""

    def act(self, store: FolderStore) -> None:
        if b"second" not in list(store.log("journal/2026-01.jsonl")):
            store.append("journal/2026-01.jsonl", [b"first", b"second"])
        store.set_aside("batch/1", {"reason.json": b"{}", "story.txt": b"?"}.items())
        assert list(store.log("journal/2026-01.jsonl"))[-2:] == [b"first", b"second"]
        assert store.tree.read("extensions/x-news-archive/quarantine/batch/1/story.txt") == b"?"


class Mended(Second):
    """A repair of an update that was killed at its commit point, of an object without its line, and of a torn line."""

    def prepare(self, place: str) -> None:
        super().prepare(place)
        kill_at(
            lambda: Second.run(self, place), renames=2
        )  # act.json is no rename: the version's folder, then its inventory.
        with FolderStore.open(place, durability="none") as store:
            root = store.tree
        assert root.exists(f"{store.path(ID)}/v2")
        lacking = f"{ID}/lacking"
        with FolderStore.create(f"{place}-other", durability="none") as other:
            other.put(lacking, version("lacking"), None)
        goal = os.path.join(place, other.path(lacking))
        os.makedirs(os.path.dirname(goal), exist_ok=True)
        shutil.copytree(os.path.join(other.place, other.path(lacking)), goal)
        os.makedirs(os.path.join(place, "fff"))
        with open(os.path.join(place, "extensions/x-news-archive/ledger.jsonl"), "ab") as file:
            file.write(b'{"at":')

    def run(self, place: str) -> None:
        with FolderStore.open(place, durability=self.durability) as store:
            store.repair()

    def heads(self) -> dict[str, Inventory]:
        lacking = f"{ID}/lacking"
        return {ID: made(ID, version("one"), version("two")), lacking: made(lacking, version("lacking"))}


SCENARIOS: Mapping[str, Scenario] = {
    "init": Init(),
    "v1": First(),
    "v2": Second(),
    "v2-noted": Noted(),
    "group": Grouped(),
    "replace": Replaced(),
    "replace-in-two-steps": ReplacedInTwoSteps(),
    "remove": Removed(),
    "adopt": Adopted(),
    "restore": Restored(),
    "logs": Kept(),
    "repair": Mended(),
}


# ── What kills ──────────────────────────────────────────────────────────────


class Shim:
    """Stands in for `os` in the disk module: keeps what changes files, and dies before the n-th of them."""

    def __init__(self, die_at: int | None, names: Iterable[str] = CHANGING) -> None:
        self.calls: list[tuple[str, ...]] = []
        """Each call that changes something: its name and the paths that it is about."""
        self._die_at = die_at
        self._names = set(names)
        self._paths: dict[int, str] = {}

    def note(self, name: str, *about: object) -> None:
        """Note a call; die when its turn has come."""
        if name in self._names:
            self.calls.append((name, *(self._paths[each] if isinstance(each, int) else str(each) for each in about)))
            if len(self.calls) == self._die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        """Open; it counts when it may make or cut a file."""
        if flags & (os.O_CREAT | os.O_TRUNC):
            self.note("open", path)
        descriptor = os.open(path, flags, mode)
        self._paths[descriptor] = path
        return descriptor

    def __getattr__(self, name: str) -> object:
        function = getattr(os, name)
        if name not in CHANGING:
            return function

        def noted(*arguments: object, **options: object) -> object:
            self.note(name, *arguments[: 2 if name in ("rename", "link") else 1])
            return function(*arguments, **options)

        return noted

    def put_on(self) -> None:
        """Stand in, in this process, from now on."""
        call = libc.call

        def noted(function: Callable[..., int], path: str, *arguments: object) -> None:
            name = getattr(function, "__name__", "")
            others = [os.fsdecode(each) for each in arguments if isinstance(each, bytes)]
            self.note(name, *(others or [path]))
            call(function, path, *arguments)

        disk.os = self  # type: ignore[attr-defined,assignment]
        disk.call = noted  # type: ignore[attr-defined]


def in_child(what: Callable[[], None]) -> int:
    """Run in a forked process; return its exit status, as `os.waitstatus_to_exitcode` has it."""
    return ended(started(what))


def started(what: Callable[[], None]) -> int:
    """Run in a forked process from now on; return its number."""
    process = os.fork()
    if process == 0:
        status = 70
        try:
            what()
            status = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)
    return process


def ended(process: int) -> int:
    """Wait for the end of a process; return its exit status."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def kill_at(what: Callable[[], None], number: int | None = None, *, renames: int | None = None) -> bool:
    """Run in a child that dies at its n-th changing call (or its n-th rename); return whether it came so far."""

    def run() -> None:
        Shim(number or renames, CHANGING if number else ("rename",)).put_on()
        what()

    status = in_child(run)
    assert status in (0, -signal.SIGKILL), f"the child ended with {status}"
    return status != 0


def calls_of(what: Callable[[], None], folder: Path) -> list[tuple[str, ...]]:
    """Return the changing calls of a run that nobody kills, as the shim sees them: name, paths."""
    listing = folder / "calls"

    def run() -> None:
        shim = Shim(None)
        shim.put_on()
        what()
        listing.write_text(json.dumps(shim.calls))

    assert in_child(run) == 0
    return [tuple(each) for each in json.loads(listing.read_text())]


# ── strace ──────────────────────────────────────────────────────────────────

_SYSTEM_CALLS = {
    "mkdir": "mkdir", "mkdirat": "mkdir", "openat": "open", "open": "open", "creat": "open", "write": "write",
    "writev": "write", "pwrite64": "write", "sendfile": "write", "copy_file_range": "write", "ftruncate": "ftruncate",
    "truncate": "ftruncate", "fallocate": "write", "rename": "rename", "renameat": "rename", "renameat2": "renameat2",
    "link": "link", "linkat": "link", "symlink": "link", "symlinkat": "link", "unlink": "unlink", "unlinkat": "unlink",
    "rmdir": "rmdir", "fsync": "fsync", "fdatasync": "fsync", "syncfs": "syncfs", "sync": "syncfs", "chmod": "chmod",
    "fchmod": "chmod", "fchmodat": "chmod", "utimensat": "chmod", "setxattr": "chmod",
}  # fmt: skip
_LINE = re.compile(r"^(?:\d+ +)?(?:[\d.]+ )?(\w+)\((.*)$")


def traced(what: Callable[[], None], folder: Path, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """Run in a child under strace; return its exit status and its calls (name, rest of the line), in their order.

    strace is attached when the child is ready, so that only what is done is
    counted, and not what Python does to begin.
    """
    log = folder / "trace"
    with suppress(FileNotFoundError):
        log.unlink()
    process = os.fork()
    if process == 0:
        status = 70
        try:
            os.kill(os.getpid(), signal.SIGSTOP)
            what()
            status = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)
    os.waitpid(process, os.WUNTRACED)
    strace = subprocess.Popen(
        ["strace", "-f", "-y", "-s", "0", "-o", str(log), *options, "-p", str(process)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert strace.stderr is not None
    while "attached" not in (line := strace.stderr.readline().decode()):
        assert line, "strace ended before it had attached"
    os.kill(process, signal.SIGCONT)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    strace.stderr.close()
    strace.wait()
    found = [match.groups() for line in log.read_text(errors="replace").splitlines() if (match := _LINE.match(line))]
    return status, [(name, rest) for name, rest in found]


def points(calls: list[tuple[str, str]]) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return each changing call of a trace: the system call's name, which of its name it is, and what the shim says."""
    seen: Counter[str] = Counter()
    found: list[tuple[str, int, tuple[str, ...]]] = []
    for name, rest in calls:
        seen[name] += 1
        kind = _SYSTEM_CALLS.get(name)
        if kind is None or (kind == "open" and not re.search(r"O_CREAT|O_TRUNC", rest)):
            continue
        paths = re.findall(r'"([^"]*)"', rest) or re.findall(r"^\d+<([^>]*)>", rest)
        found.append((name, seen[name], (kind, *paths)))
    return found


def can_trace(folder: Path) -> bool:
    """Return whether strace is here and may attach to a child."""
    if shutil.which("strace") is None:
        return False
    found = subprocess.run(
        ["strace", "-o", str(folder / "probe"), "-e", "trace=none", "true"], capture_output=True, check=False
    )
    return found.returncode == 0


# ── What must hold ──────────────────────────────────────────────────────────


def resume(scenario: Scenario, place: str) -> None:
    """Do what a person does after a crash: open, repair, the same again."""
    if os.path.lexists(os.path.join(place, "0=ocfl_1.1")):
        with FolderStore.open(place, durability="none") as store:
            store.repair()
    scenario.run(place)


def require_whole(scenario: Scenario, place: str) -> None:
    """Raise AssertionError unless nothing is lost, nothing doubled, and nothing left over."""
    store = FolderStore.open(place)
    wanted = scenario.heads()
    assert sorted(store.ids()) == sorted(wanted), "an object is lost or too many"
    for id, head in wanted.items():
        assert store.find(id) == head
        for name, each in head.versions.items():
            for path in each.files():
                store.read(id, path, name)
    findings = [f"{each.path}: {each.words}" for each in verify(store.tree) if each.code not in scenario.expected]
    assert not findings, findings
    lines = list(chained(line.serialise() for line in store.ledger()))
    doubled = [
        key
        for key, count in Counter((x.id, x.head, x.inventory, x.how == "packed") for x in lines).items()
        if count > 1
    ]
    assert not doubled, f"twice in the ledger: {doubled}"
    for log, line in scenario.notes:
        assert list(store.log(log)).count(line) == 1, f"{log} does not say {line!r} once"
    last = {line.id: (line.head, line.inventory) for line in lines if line.how != "packed"}
    for id, head in wanted.items():
        assert last[id] == (head.head, inventory.sha512(head.serialise())), f"the ledger has no line for {id}"
    area = os.path.join(place, "extensions/x-news-archive")
    assert os.listdir(os.path.join(area, "staging")) == [], "staging is not empty"
    for folder, folders, names in os.walk(place):
        assert folders or names or folder.startswith(area), f"an empty folder: {folder}"
    assert store.repair(dry_run=True) == (), "there is something left to repair"


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.002)

"""A disk that is full, fails or refuses: CannotWrite, nothing stored, and the next put goes on as if nothing was."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.archive import disk, folder, network_lock
from converter.archive.folder import FolderStore
from converter.core.errors import ArchiveError, CannotWrite
from tests.archive.store import kills

if TYPE_CHECKING:
    from converter.archive.store import Durability


class _Failing(kills.Shim):
    """Fails at the n-th changing call instead of dying."""

    def __init__(self, fail_at: int, number: int) -> None:
        super().__init__(None)
        self._fail_at, self._number = fail_at, number

    def note(self, name: str, *about: object) -> None:
        super().note(name, *about)
        if len(self.calls) == self._fail_at:
            raise OSError(self._number, os.strerror(self._number), about[0] if isinstance(about[0], str) else None)


def _state(store: FolderStore) -> tuple[dict[str, str], list[str]]:
    """Return the heads by the objects, and the last heads by the ledger."""
    heads = {}
    for id in store.ids():
        found = store.find(id)
        assert found is not None
        heads[id] = found.head
    return heads, [f"{line.id} {line.head} {line.how}" for line in store.ledger()]


_SCENARIOS = [name for name in kills.SCENARIOS if name not in ("init", "logs", "repair")]


@pytest.mark.slow
@pytest.mark.parametrize("name", _SCENARIOS)
def test_fault_at_any_call_stores_nothing(name: str, tmp_path: Path) -> None:
    scenario = kills.SCENARIOS[name]
    place, start = f"{tmp_path}/root", f"{tmp_path}/start"
    scenario.prepare(place)
    shutil.copytree(place, start)
    calls = kills.calls_of(lambda: scenario.run(place), tmp_path)
    done = _state(FolderStore.open(place))

    def fail(number: int) -> None:
        before = _state(FolderStore.open(place))
        failing = _Failing(number, errno.ENOSPC if number % 2 else errno.EIO)
        failing.put_on()
        store = FolderStore.open(place, durability=scenario.durability)
        try:
            scenario.act(store)
        except CannotWrite:
            heads, lines = _state(store)
            if name == "group":  # What came before it in the group may be acknowledged; but only that.
                assert set(heads) == {line.split(" ")[0] for line in lines}
            else:
                assert (heads, lines) == before, "something was stored"
        failing._fail_at = 0
        scenario.act(store)
        store.repair()  # A folder that became empty and could not be removed.
        store.close()
        assert _state(store) == done
        kills.require_whole(scenario, place)

    for number in range(1, len(calls) + 1):
        shutil.rmtree(place)
        shutil.copytree(start, place)
        status = kills.in_child(lambda number=number: fail(number))  # type: ignore[misc]
        assert status == 0, f"with a fault at call {number} of {len(calls)}, {calls[number - 1]}"


def _in_own_mounts(folder: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script where it may mount, for itself only: $1 is the folder, $2 our Python, $3 … the arguments."""
    command = ["sh", "-c", script, "sh", str(folder), sys.executable, *arguments]
    for options in (["--mount", "--map-root-user"], ["--mount"]):
        probe = subprocess.run(["unshare", *options, "true"], capture_output=True, text=True, check=False)
        if probe.returncode == 0:
            return subprocess.run(["unshare", *options, *command], capture_output=True, text=True, check=False)
    raise AssertionError(f"needs the right to mount, in a namespace of its own: {probe.stderr}")


@pytest.mark.slow
@pytest.mark.parametrize("durability", ["each", "group"])
def test_real_full_disk_stores_nothing(durability: str, tmp_path: Path) -> None:
    found = _in_own_mounts(
        tmp_path,
        'mount -t tmpfs -o size=1m none "$1" && exec "$2" -m tests.archive.store.fill_disk "$1" "$3"',
        durability,
    )

    assert found.returncode == 0, found.stderr
    assert int(found.stdout) >= 5, "the disk was never full at different moments"


@pytest.mark.slow
def test_read_only_disk_is_an_error_of_one_line(tmp_path: Path) -> None:
    FolderStore.create(str(tmp_path / "root"), durability="none").close()
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" -m "$3" "$1/root" ro'

    found = _in_own_mounts(tmp_path, script, "tests.archive.store.fill_disk")

    assert found.returncode == 0, found.stderr
    assert "read-only file system" in found.stdout


@pytest.mark.parametrize("limit", [100, 900, 3000])
def test_limit_of_file_sizes_stores_nothing(limit: int, tmp_path: Path) -> None:
    """RLIMIT_FSIZE, as our own guard sets it: at 900 bytes only the ledger has grown too long."""
    place = str(tmp_path / "root")
    with FolderStore.create(place, durability="none") as store:
        for number in range(10):
            store.put(f"{kills.ID}/{number}", kills.version("x"), None)
    before = _state(store)

    def put() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with FolderStore.open(place) as store, pytest.raises(CannotWrite, match="file too large"):
            store.put(kills.ID, kills.version("x"), None)
        assert _state(store) == before

    assert kills.in_child(put) == 0
    assert FolderStore.open(place).repair() == ()


def test_what_cannot_be_read_is_an_error_of_one_line(tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), durability="none")
    store.put(kills.ID, kills.version("x"), None)
    for path in (f"{store.path(kills.ID)}/inventory.json", "extensions/x-news-archive/ledger.jsonl"):
        full = tmp_path / "root" / path
        full.unlink()
        full.mkdir()

    for read in (lambda: store.find(kills.ID), lambda: list(store.ids()), lambda: list(store.ledger())):
        with pytest.raises(ArchiveError, match="cannot be read"):
            read()


# ── Names, modes, links ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("umask", "file_mode", "folder_mode"), [(0, 0o644, 0o755), (0o022, 0o644, 0o755), (0o077, 0o600, 0o700)]
)
def test_modes_are_what_the_umask_leaves_and_never_writable_for_others(
    umask: int, file_mode: int, folder_mode: int, tmp_path: Path
) -> None:
    def fill() -> None:
        os.umask(umask)
        with FolderStore.create(str(tmp_path / "root"), durability="none") as store, store.group() as group:
            group.put(kills.ID, kills.version("x"), None)
            store.append("journal/x.jsonl", [b"1"])
            store.set_aside("x", [("a", b"1")])

    assert kills.in_child(fill) == 0

    found = list(tmp_path.rglob("*"))
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {file_mode}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {folder_mode}


@pytest.mark.parametrize("name", ["ledger.jsonl", "locks/ledger.lock", "journal/x.jsonl"])
def test_links_are_never_written_through(name: str, tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), durability="none")
    victim = tmp_path / "victim"
    victim.write_bytes(b"line\nprecious")
    path = Path(store.place, "extensions/x-news-archive", name)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(victim)

    def write() -> None:
        store.put(kills.ID, kills.version("x"), None)
        store.append("journal/x.jsonl", [b"1"])

    with pytest.raises(CannotWrite):
        write()

    assert victim.read_bytes() == b"line\nprecious"


def test_no_descriptor_stays_open_or_is_inherited(tmp_path: Path) -> None:
    def descriptors() -> set[str]:
        return set(os.listdir("/proc/self/fd"))

    def inherited() -> int:
        found = subprocess.run(["ls", "/proc/self/fd"], capture_output=True, text=True, check=True, close_fds=False)
        return len(found.stdout.split())

    before = inherited()
    store = FolderStore.create(str(tmp_path / "root"), durability="none")
    store.put(kills.ID, kills.version("x"), None)
    held = descriptors()
    for number in range(5):
        store.put(f"{kills.ID}/{number}", kills.version("x"), None)
        with pytest.raises(ArchiveError):
            store.put(f"{kills.ID}/{number}", kills.version("x"), None)
    assert descriptors() == held
    assert inherited() == before
    store.close()
    assert len(descriptors()) == len(held) - 1


def test_child_of_a_writer_has_its_own_staging(tmp_path: Path) -> None:
    with FolderStore.create(str(tmp_path / "root"), durability="none") as store:
        store.put(kills.ID, kills.version("x"), None)

        def put() -> None:
            store.put(f"{kills.ID}/child", kills.version("x"), None)
            store.close()

        assert kills.in_child(put) == 0
        store.put(f"{kills.ID}/parent", kills.version("x"), None)
    assert len(list(store.ids())) == 3
    assert store.repair() == ()


# ── File systems of the network ─────────────────────────────────────────────

_MOUNTS = """\
22 27 0:21 / / rw - ext4 /dev/vda rw
23 22 0:22 / /mnt/nas rw - nfs4 host:/export rw
24 22 0:23 / /mnt/na rw - xfs /dev/vdb rw
25 22 0:24 / /mnt/with\\040blank rw shared:1 - cifs //host/share rw
26 22 0:25 / /mnt/drive rw - fuseblk /dev/sdc rw
27 22 0:26 / /mnt/cloud rw - fuse.rclone remote: rw
28 23 0:27 / /mnt/nas/local rw - ext4 /dev/vdc rw
29 22 0:28 / /mnt/over rw - ext4 /dev/vdd rw
30 22 0:29 / /mnt/over rw - ceph host:/ rw
"""


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        ("/srv/root", False), ("/mnt/nas/root", True), ("/mnt/na/root", False), ("/mnt/nas", True),
        ("/mnt/with blank/x", True), ("/mnt/drive/x", False), ("/mnt/cloud/x", True), ("/mnt/nas/local/x", False),
        ("/mnt/over/x", True), ("/mnt/nasty", False),
    ],
)  # fmt: skip
def test_file_system_of_the_network_is_known_by_its_mount(path: str, is_network: bool, tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(_MOUNTS)

    assert disk.is_on_network(path, str(mounts)) == is_network


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "is_on_network", lambda path: True)


@pytest.mark.usefixtures("network")
def test_on_the_network_one_process_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "root")
    store = FolderStore.create(place, durability="none")
    store.put(kills.ID, kills.version("one"), None)

    def refused() -> None:
        second = FolderStore.open(place)
        assert second.read(kills.ID, "source/story.txt") == b"one", "reading is free"
        with pytest.raises(ArchiveError, match="one process at a time"):
            second.put(f"{kills.ID}/2", kills.version("x"), None)

    assert kills.in_child(refused) == 0
    store.close()

    def killed() -> None:
        FolderStore.open(place).put(f"{kills.ID}/2", kills.version("x"), None)
        os._exit(0)  # Without closing: its claim stays.

    assert kills.in_child(killed) == 0
    with FolderStore.open(place) as third:
        third.put(f"{kills.ID}/3", kills.version("x"), None)
        with monkeypatch.context() as patch:
            patch.setattr(network_lock, "_machine", lambda: "elsewhere")
            with pytest.raises(ArchiveError, match="remove this file"):
                FolderStore.open(place).put(f"{kills.ID}/4", kills.version("x"), None)
    assert len(list(FolderStore.open(place).ids())) == 3


def test_durabilities_differ_in_flushes_only(tmp_path: Path) -> None:
    found = {}
    for durability in ("each", "group", "none"):
        kept: Durability = durability
        place = tmp_path / durability
        FolderStore.create(str(place), durability="none").close()
        with FolderStore.open(str(place), durability=kept) as store, store.group() as group:
            for number in range(3):
                group.put(f"{kills.ID}/{number}", kills.version("x"), None)
        found[durability] = {
            path.relative_to(place): path.read_bytes()
            for path in place.rglob("*")
            if path.is_file() and path.suffix != ".lock"
        }
    assert found["each"] == found["group"] == found["none"]


@pytest.mark.parametrize(
    ("number", "path", "where"),
    [
        (errno.EACCES, "news/a/b.json", "news/a/b.json"),
        (errno.EACCES, "newsroom/a", "/newsroom/a"),
        (errno.EACCES, None, "news"),
        (errno.ENOSPC, "news/a/b.json", "news"),
    ],
)
def test_place_of_a_fault_is_named_as_the_person_named_the_archive(
    number: int, path: str | None, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CannotWrite) as caught, disk.writing("news"):
        raise OSError(number, os.strerror(number), path and f"{tmp_path}/{path}")

    assert caught.value.where == (f"{tmp_path}{where}" if where.startswith("/") else where)

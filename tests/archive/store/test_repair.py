"""Repair finishes what a crash left, row by row of its table, and touches nothing that is damage."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.archive import inventory
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.archive.layout import HASH_AND_ID, Layout
from converter.archive.verify import verify
from converter.core.errors import ArchiveError, FixityError
from tests.archive.store import kills

if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.archive.store import Mend


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """Return a root with one object of two versions and one of one."""
    made = FolderStore.create(str(tmp_path / "root"), durability="none")
    made.put(kills.ID, kills.version("one"), None)
    made.put(kills.ID, kills.version("two"), made.find(kills.ID))
    made.put(f"{kills.ID}/other", kills.version("other"), None)
    made.close()
    return made


def _folder(store: FolderStore, id: str = kills.ID) -> Path:
    return Path(store.place, store.path(id))


def _area(store: FolderStore) -> Path:
    return Path(store.place, "extensions/x-news-archive")


def _bytes(store: FolderStore) -> dict[str, str]:
    """Return every file and folder but locks: what must not change."""
    root = Path(store.place)
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in root.rglob("*")
        if path.suffix != ".lock"
    }


def _repaired(store: FolderStore) -> list[tuple[str, str]]:
    """Return what a repair mends: the same that it said it would, and nothing the second time."""
    before = _bytes(store)
    announced: tuple[Mend, ...] = store.repair(dry_run=True)
    assert _bytes(store) == before, "a dry run changes nothing"
    done = store.repair()
    store.close()
    assert [each.what for each in announced] == [each.what for each in done]
    assert store.repair() == (), "a second repair has nothing to do"
    store.close()
    assert [f"{each.path}: {each.words}" for each in verify(store.tree)] == []
    return [(each.what, each.path) for each in done]


# ── The table of what a crash leaves ────────────────────────────────────────


def test_staging_of_a_dead_writer_is_removed(store: FolderStore) -> None:
    dead = _area(store) / "staging/99999-abc"
    (dead / "t1/obj/v1").mkdir(parents=True)
    (dead / "t1/obj/v1/x").write_bytes(b"1")
    (dead / ".lock").touch()

    assert _repaired(store) == [("swept-staging", "extensions/x-news-archive/staging/99999-abc")]


def test_staging_of_a_living_writer_is_left(store: FolderStore) -> None:
    group = store.group()
    group.put(f"{kills.ID}/waits", kills.version("x"), None)

    with FolderStore.open(store.place, durability="none") as other:
        assert other.repair() == ()

    assert [each.id for each in group.flush()] == [f"{kills.ID}/waits"]
    store.close()


def test_file_that_an_interrupted_init_left_is_removed(store: FolderStore) -> None:
    (_area(store) / "staging/init-abc").write_bytes(b"ocfl")

    assert _repaired(store) == [("swept-staging", "extensions/x-news-archive/staging/init-abc")]


def test_empty_folders_are_removed_upwards(store: FolderStore) -> None:
    Path(store.place, "fff/abc").mkdir(parents=True)
    before = _bytes(store).keys()

    store.repair()

    assert before - _bytes(store).keys() == {"fff", "fff/abc"}
    assert list(verify(store.tree)) == []


def test_update_killed_at_its_commit_point_is_rolled_forward(store: FolderStore) -> None:
    folder = _folder(store)
    for name in (inventory.FILE, f"{inventory.FILE}.sha512"):
        shutil.copy(folder / "v1" / name, folder / name)

    assert _repaired(store) == [("rolled-forward", store.path(kills.ID))]
    assert store.read(kills.ID, "source/story.txt") == b"two"


def test_update_killed_before_its_sidecar_gets_it(store: FolderStore) -> None:
    folder = _folder(store)
    shutil.copy(folder / f"v1/{inventory.FILE}.sha512", folder / f"{inventory.FILE}.sha512")
    assert store.read(kills.ID, "source/story.txt") == b"two", "a reader does not care"

    assert _repaired(store) == [("wrote-sidecar", f"{store.path(kills.ID)}/{inventory.FILE}.sha512")]


def test_object_that_the_ledger_lacks_is_adopted_with_all_its_versions(store: FolderStore) -> None:
    (_area(store) / "ledger.jsonl").write_bytes(b"")

    assert [what for what, _ in _repaired(store)] == ["adopted"] * 3
    assert sorted((line.id, line.head, line.how) for line in store.ledger()) == [
        (kills.ID, "v1", "adopted"),
        (kills.ID, "v2", "adopted"),
        (f"{kills.ID}/other", "v1", "adopted"),
    ]


def test_version_that_the_ledger_lacks_is_adopted(store: FolderStore) -> None:
    ledger = _area(store) / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:1]))

    assert _repaired(store) == [
        ("adopted", store.path(id)) for id in sorted((kills.ID, f"{kills.ID}/other"), key=store.path)
    ]


def test_torn_lines_are_cut(store: FolderStore) -> None:
    store.append("journal/x.jsonl", [b"1"])
    store.close()
    for name in ("ledger.jsonl", "journal/x.jsonl"):
        with (_area(store) / name).open("ab") as file:
            file.write(b'{"at":"20')
    assert len(list(store.ledger())) == 3, "a reader does not care"
    assert list(store.log("journal/x.jsonl")) == [b"1"]

    assert [what for what, _ in _repaired(store)] == ["cut-tail"] * 2


def test_line_is_never_appended_to_a_torn_one(store: FolderStore) -> None:
    with (_area(store) / "ledger.jsonl").open("ab") as file:
        file.write(b'{"at":"20')

    store.put(f"{kills.ID}/more", kills.version("x"), None)
    store.close()

    assert len(list(store.ledger())) == 4
    assert list(verify(store.tree)) == []


def test_update_after_a_power_cut_rolls_the_torn_one_forward_first(store: FolderStore) -> None:
    """Nothing in staging tells of it, as a power cut may have it."""
    folder = _folder(store)
    first = kills.made(kills.ID, kills.version("one"))
    for name in (inventory.FILE, f"{inventory.FILE}.sha512"):
        shutil.copy(folder / "v1" / name, folder / name)
    assert store.find(kills.ID) == first

    with pytest.raises(ArchiveError, match="v2 by now"):
        store.put(kills.ID, kills.version("three"), first)

    store.put(kills.ID, kills.version("three"), store.find(kills.ID))
    store.close()
    assert list(verify(store.tree)) == []
    assert store.read(kills.ID, "source/story.txt", "v2") == b"two"


@pytest.mark.parametrize("is_older", [False, True])
def test_next_writer_settles_what_a_killed_one_left(is_older: bool, store: FolderStore) -> None:
    """Without a repair: to begin to write is enough. Our first builds wrote an act without a list around it."""
    id = f"{kills.ID}/killed"

    def die_after_the_rename() -> None:
        shim = kills.Shim(None)
        shim.put_on()
        real = os.rename

        def rename(old: str, new: str) -> None:
            real(old, new)
            os.kill(os.getpid(), signal.SIGKILL)

        shim.rename = rename  # type: ignore[attr-defined]
        FolderStore.open(store.place).put(id, kills.version("x"), None)

    assert kills.in_child(die_after_the_rename) == -signal.SIGKILL
    assert id not in [line.id for line in store.ledger()]
    if is_older:
        (left,) = _area(store).glob("staging/*/t1/act.json")
        (act,) = json.loads(left.read_bytes())
        left.write_text(json.dumps({name: value for name, value in act.items() if name != "staged"}))

    with FolderStore.open(store.place) as other:
        other.settle(id)

    assert [(line.id, line.how) for line in store.ledger()][-1] == (id, "adopted")
    assert list(verify(store.tree)) == []


# ── Damage ──────────────────────────────────────────────────────────────────


def _later_version(store: FolderStore) -> Path:
    """Make the object look as if a put of v3 had died at its commit point, and return v3."""
    folder = _folder(store)
    old = {name: (folder / name).read_bytes() for name in (inventory.FILE, f"{inventory.FILE}.sha512")}
    store.put(kills.ID, kills.version("three"), store.find(kills.ID))
    store.close()
    for name, content in old.items():
        (folder / name).write_bytes(content)
    lines = (_area(store) / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    (_area(store) / "ledger.jsonl").write_bytes(b"".join(lines[:-1]))
    return folder / "v3"


def _rewritten(version: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change an inventory, with a sidecar that matches it."""
    record = json.loads((version / inventory.FILE).read_bytes())
    change(record)
    content = json.dumps(record, sort_keys=True, separators=(",", ":")).encode()
    (version / inventory.FILE).write_bytes(content)
    (version / f"{inventory.FILE}.sha512").write_bytes(inventory.sidecar(content))


def _forged_history(store: FolderStore) -> None:
    def change(record: dict[str, object]) -> None:
        record["versions"]["v1"]["message"] = "forged"  # type: ignore[index]

    _rewritten(_later_version(store), change)


def _other_id(store: FolderStore) -> None:
    def change(record: dict[str, object]) -> None:
        record["id"] = "urn:example:2"

    _rewritten(_later_version(store), change)


def _flip(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes([content[0] ^ 1]) + content[1:])


def _roll_back(folder: Path) -> None:
    shutil.rmtree(folder / "v2")
    for name in (inventory.FILE, f"{inventory.FILE}.sha512"):
        shutil.copy(folder / "v1" / name, folder)


_DAMAGE: dict[str, Callable[[FolderStore], object]] = {
    "content changed": lambda store: _flip(_folder(store) / "v1/content/canonical.xml"),
    "content missing": lambda store: (_folder(store) / "v1/content/canonical.xml").unlink(),
    "file added": lambda store: (_folder(store) / "v1/content/more").write_bytes(b"1"),
    "root inventory changed": lambda store: _flip(_folder(store) / inventory.FILE),
    "root inventory missing": lambda store: (_folder(store) / inventory.FILE).unlink(),
    "root inventory empty": lambda store: (_folder(store) / inventory.FILE).write_bytes(b""),
    "root sidecar of nobody": lambda store: (_folder(store) / f"{inventory.FILE}.sha512").write_bytes(
        b"0" * 128 + b" inventory.json\n"
    ),
    "root sidecar missing": lambda store: (_folder(store) / f"{inventory.FILE}.sha512").unlink(),
    "version's sidecar changed": lambda store: _flip(_folder(store) / f"v2/{inventory.FILE}.sha512"),
    "declaration missing": lambda store: (_folder(store) / "0=ocfl_object_1.1").unlink(),
    "object deleted": lambda store: shutil.rmtree(_folder(store).parent),
    "object rolled back": lambda store: _roll_back(_folder(store)),
    "object moved": lambda store: _folder(store).rename(_folder(store).parent / "elsewhere"),
    "later version, inventory changed": lambda store: _flip(_later_version(store) / inventory.FILE),
    "later version, sidecar missing": lambda store: (_later_version(store) / f"{inventory.FILE}.sha512").unlink(),
    "later version, content changed": lambda store: _flip(_later_version(store) / "content/canonical.xml"),
    "later version, content missing": lambda store: (_later_version(store) / "content/canonical.xml").unlink(),
    "later version, history forged": _forged_history,
    "later version, other id": _other_id,
    "later version is a link": lambda store: os.symlink(
        _later_version(store).rename(Path(store.place).parent / "v3"), _folder(store) / "v3"
    ),
    "later version, file added": lambda store: (_later_version(store) / "content/more").write_bytes(b"1"),
    "ledger line changed": lambda store: _flip(_area(store) / "ledger.jsonl"),
}


@pytest.mark.parametrize("kind", _DAMAGE)
def test_damage_is_never_touched(kind: str, store: FolderStore) -> None:
    _DAMAGE[kind](store)
    before = _bytes(store)
    store = FolderStore.open(store.place, durability="none")

    try:
        mends = [each.what for each in store.repair()]
        store.close()
    except FixityError:
        mends = []
        assert kind == "ledger line changed"

    store.close()
    assert _bytes(store) == before
    assert mends == []
    assert [each for each in verify(store.tree) if each.kind == "error"], "and verify says so"


def test_damaged_later_version_is_not_built_upon(store: FolderStore) -> None:
    _flip(_later_version(store) / "content/canonical.xml")

    with pytest.raises(FixityError, match="no version of the object"):
        store.put(kills.ID, kills.version("four"), store.find(kills.ID))


def test_damaged_object_is_not_adopted(store: FolderStore) -> None:
    (_area(store) / "ledger.jsonl").write_bytes(b"")
    _flip(_folder(store) / "v1/content/canonical.xml")

    assert [each.path for each in store.repair()] == [store.path(f"{kills.ID}/other")]


# ── Roots that another tool has made ────────────────────────────────────────


def test_root_of_another_tool_is_written_by_its_layout(tmp_path: Path) -> None:
    with FolderStore.create(str(tmp_path / "root"), layout=Layout(HASH_AND_ID), durability="none") as made:
        made.put("object-01", kills.version("one"), None)
        shutil.copytree(made.place, tmp_path / "other")
    other = tmp_path / "other"
    shutil.rmtree(other / "extensions/x-news-archive")
    (other / f"extensions/{HASH_AND_ID}/config.json").unlink()  # Its defaults hold then: three tuples of three.
    (other / "3c0/ff4/240").mkdir(parents=True, exist_ok=True)
    shutil.move(other / "3c0/object-01", other / "3c0/ff4/240/object-01")
    folder = other / "3c0/ff4/240/object-01"
    version = folder / "v1"
    for name in (inventory.FILE, f"{inventory.FILE}.sha512"):  # W010: it keeps none in its versions.
        (version / name).unlink()

    with FolderStore.open(str(other), durability="none") as store:
        assert store.read("object-01", "source/story.txt") == b"one"
        assert [each.what for each in store.repair()] == ["adopted"]
        store.put("object-01", kills.version("two"), store.find("object-01"))
        assert store.path("object-01") == "3c0/ff4/240/object-01"

    assert (folder / "v2/content/source/story.txt").read_bytes() == b"two"
    assert [(line.head, line.how) for line in store.ledger()] == [("v1", "adopted"), ("v2", "put")]


def test_padded_and_older_objects_go_on_as_they_are(tmp_path: Path) -> None:
    """`v001`, SHA-256, another content folder, OCFL 1.0: an update keeps them all."""
    with FolderStore.create(str(tmp_path / "root"), durability="none") as store:
        store.put(kills.ID, NewVersion("2026-01-01T00:00:00Z", "m", kills.USER, {"a": b"1"}), None)
        folder = _folder(store)
        shutil.rmtree(folder)
        digest = hashlib.sha256(b"1").hexdigest()
        old = inventory.Inventory(
            kills.ID,
            "v001",
            {digest: ("v001/data/a",)},
            {"v001": inventory.Version("2020-01-01T00:00:00Z", {digest: ("a",)}, "m", kills.USER)},
            {},
            "sha256",
            "data",
            "https://ocfl.io/1.0/spec/#inventory",
        ).serialise()
        (folder / "v001/data").mkdir(parents=True)
        (folder / "v001/data/a").write_bytes(b"1")
        (folder / "0=ocfl_object_1.0").write_text("ocfl_object_1.0\n")
        for place in (folder, folder / "v001"):
            (place / inventory.FILE).write_bytes(old)
            (place / f"{inventory.FILE}.sha256").write_bytes(inventory.sidecar(old, "sha256"))

        receipt = store.put(
            kills.ID, NewVersion("2026-01-01T00:00:00Z", "m", kills.USER, {"a": b"2"}), store.find(kills.ID)
        )

        assert receipt.version == "v002"
        assert (folder / "v002/data/a").read_bytes() == b"2"
        assert (folder / "0=ocfl_object_1.0").exists()
        assert store.read(kills.ID, "a", "v001") == b"1"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda root: None, "no such folder .Archive.open.* makes an archive"),
        (lambda root: root.mkdir(), r"create=True\) makes one"),
        (lambda root: (root / "extensions/x-news-archive").mkdir(parents=True), "run it again"),
        (lambda root: root.write_bytes(b""), "is no folder"),
    ],
)
def test_what_is_no_root_is_refused(make: Callable[[Path], object], message: str, tmp_path: Path) -> None:
    make(tmp_path / "root")

    with pytest.raises(ArchiveError, match=message):
        FolderStore.open(str(tmp_path / "root"))


@pytest.mark.parametrize("name", ["x.txt", "0=ocfl_1.0", "extensions", "3c0"])
def test_init_refuses_a_folder_that_holds_anything_else(name: str, tmp_path: Path) -> None:
    (tmp_path / "root" / name).mkdir(parents=True)
    (tmp_path / "root" / name / "y").touch()

    with pytest.raises(ArchiveError, match="is no archive, and holds"):
        FolderStore.create(str(tmp_path / "root"))


def test_init_of_a_root_opens_it(store: FolderStore) -> None:
    assert FolderStore.create(store.place).find(kills.ID) is not None
    with pytest.raises(ArchiveError, match="another layout"):
        FolderStore.create(store.place, layout=Layout(HASH_AND_ID))

"""Every kind of damage that we know, one row each: `convert archive verify` leaves with 7 and names the path."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.archive.agents import PROGRAM
from converter.archive.folder import FolderStore
from converter.archive.layout import Layout
from converter.archive.replication import replicate
from converter.core.values import Value
from tests.archive.roots import LAST, ONCE, OTHER, Root, make_root, serialised, story, version
from tests.cli.desk import Desk


class Damage(Value):
    """A kind of damage, and the finding that must speak of it."""

    name: str
    code: str
    does: Callable[[Root], Path]
    """Damages the root and returns the path that must be named."""


def flip(path: Path) -> Path:
    """Change the middle byte of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path


def write(path: Path, content: bytes = b"x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def remove(path: Path) -> Path:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
    return path


def empty_folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def link(path: Path, to: Path) -> Path:
    """Put a link in the place of what is there, which moves to `to`."""
    path.rename(to)
    path.symlink_to(to, target_is_directory=to.is_dir())
    return path


def fifo(path: Path) -> Path:
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    return path


def source(folder: Path, name: str = "v1") -> Path:
    return folder / name / "content" / "source" / "story.txt"


def rename(path: Path, name: str) -> Path:
    path.rename(path.with_name(name))
    return path


def swap(one: Path, other: Path) -> Path:
    aside = one.with_name("aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    return one


def move_object(root: Root) -> Path:
    goal = root.folder / "abc" / root.once.name
    goal.parent.mkdir()
    root.once.rename(goal)
    root.once.parent.rmdir()
    return goal


def copy_object(root: Root) -> Path:
    return Path(shutil.copytree(root.once, root.folder / "abc" / "copy"))


def object_replaced_by_file(root: Root) -> Path:
    shutil.rmtree(root.once)
    return write(root.once)


def roll_back(root: Root) -> Path:
    """Take the last version away so that the object is whole without it."""
    remove(root.thrice / "v3")
    root.write_inventory(root.thrice, (root.thrice / "v2" / "inventory.json").read_bytes())
    return root.thrice


def put_more(root: Root, id: str) -> None:
    """Put a version that the ledger then forgets."""
    lines = root.ledger.read_bytes()
    store = FolderStore.open(str(root.folder), durability="none")
    store.put(id, version(9, story("more")), store.find(id))
    store.close()
    root.ledger.write_bytes(lines)


def unledgered(root: Root) -> Path:
    put_more(root, "urn:example:new")
    return root.folder / Layout().path("urn:example:new")


def ahead(root: Root) -> Path:
    put_more(root, ONCE)
    return root.once


def torn_update(root: Root) -> Path:
    """Leave what a kill between the renames of an update leaves."""
    before = {path: path.read_bytes() for path in root.once.glob("inventory.json*")}
    put_more(root, ONCE)
    for path, content in before.items():
        path.write_bytes(content)
    return root.once / "v2"


def torn_sidecar(root: Root) -> Path:
    before = (root.once / "inventory.json.sha512").read_bytes()
    put_more(root, ONCE)
    write(root.once / "inventory.json.sha512", before)
    return root.once / "inventory.json"


def forge(root: Root) -> Path:
    root.forge(root.once, "a forged story")
    return root.once / "v1" / "inventory.json"


def returned(root: Root) -> Path:
    """Bring an object back that was taken away on purpose."""
    kept = shutil.copytree(root.once, root.folder.parent / "kept")
    store = FolderStore.open(str(root.folder), durability="none")
    found = store.find(ONCE)
    assert found is not None
    store.remove(ONCE, found, how="packed")
    store.close()
    shutil.copytree(kept, root.once)
    return root.once


def copied(root: Root) -> Path:
    """Take an object in from another root, once, and return the log that tells of it."""
    log = root.area / "events" / "2026-01.jsonl"
    if not log.exists():
        other = FolderStore.create(str(root.folder.parent / "other"), durability="none")
        other.put("urn:example:copied", version(7, story("a copied story")), None)
        store = FolderStore.open(str(root.folder), durability="none")
        list(replicate(other, store, now=lambda: "2026-01-09T00:00:00Z", by=PROGRAM))
        store.close()
    return log


def other_root_inside(root: Root) -> Path:
    make_root(root.folder / "zzz" / "inner")
    return root.folder / "zzz" / "inner" / "0=ocfl_1.1"


def ledger_lines(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Root], Path]:
    def does(root: Root) -> Path:
        root.ledger.write_bytes(b"".join(change(root.lines())))
        return root.ledger

    return does


def ledger_redated(root: Root) -> Path:
    """Change a digit of the last line, which no later line holds."""
    *lines, last = root.lines()
    root.ledger.write_bytes(b"".join([*lines, last.replace(b"2026-01-06", b"2026-01-07")]))
    return root.last


def ledger_renamed(root: Root) -> Path:
    """Let the last line speak of another object."""
    *lines, last = root.lines()
    root.ledger.write_bytes(b"".join([*lines, last.replace(LAST.encode(), b"urn:example:lest")]))
    return root.last


def older_inventory(root: Root) -> Path:
    root.write_inventory(root.thrice, (root.thrice / "v2" / "inventory.json").read_bytes())
    return root.thrice


def respelt_inventory(root: Root) -> Path:
    root.write_inventory(root.once, (root.once / "inventory.json").read_bytes() + b"\n")
    return root.once / "inventory.json"


def forged_id(root: Root) -> Path:
    """Let one version of an object speak of another one."""
    record = json.loads((root.thrice / "v1" / "inventory.json").read_bytes())
    root.write_inventory(root.thrice / "v1", {**record, "id": OTHER})
    return root.thrice / "v1" / "inventory.json"


def retold_state(root: Root) -> Path:
    """Let an older version's inventory tell of other files than the newest does."""
    record = json.loads((root.thrice / "v1" / "inventory.json").read_bytes())
    state = record["versions"]["v1"]["state"]
    digest = next(iter(state))
    state[digest] = ["another/name.txt"]
    root.write_inventory(root.thrice / "v1", record)
    return root.thrice / "v1" / "inventory.json"


def dropped_manifest_entry(root: Root) -> Path:
    """Take a file of an older version out of the newest manifest."""
    record = json.loads((root.thrice / "inventory.json").read_bytes())
    (digest,) = (each for each, paths in record["manifest"].items() if paths == ["v2/content/media/a.jpg"])
    del record["manifest"][digest]
    for folder in (root.thrice, root.thrice / "v3"):
        root.write_inventory(folder, record)
    return root.thrice / "inventory.json"


def wrong_fixity(root: Root) -> Path:
    """Let the fixity block of an object say what the bytes are not."""
    content = (root.once / "inventory.json").read_bytes()
    record = json.loads(content)
    digest, paths = next(iter(record["fixity"]["sha256"].items()))
    del record["fixity"]["sha256"][digest]
    record["fixity"]["sha256"]["0" * 64] = paths
    for folder in (root.once, root.once / "v1"):
        root.write_inventory(folder, record)
    return root.once / str(paths[0])


def changed_inventory(root: Root, name: str, **changes: object) -> Path:
    """Change what an older version's inventory says, with a sidecar that fits."""
    record = json.loads((root.thrice / name / "inventory.json").read_bytes())
    root.write_inventory(root.thrice / name, {**record, **changes})
    return root.thrice / name / "inventory.json"


def retold_message(root: Root) -> Path:
    record = json.loads((root.thrice / "v1" / "inventory.json").read_bytes())
    record["versions"]["v1"]["message"] = "another day"
    return changed_inventory(root, "v1", versions=record["versions"])


def needless_folder(root: Root) -> Path:
    """Put an empty content folder into a version that has no content of its own."""
    store = FolderStore.open(str(root.folder), durability="none")
    store.put(ONCE, version(9, story("a story")), store.find(ONCE))
    store.close()
    return empty_folder(root.once / "v2" / "content")


def layout_file(root: Root) -> Path:
    return root.folder / "ocfl_layout.json"


def config_file(root: Root) -> Path:
    return root.folder / "extensions" / Layout().name / "config.json"


def changed(path: Path, old: bytes, new: bytes) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
    return path


KINDS = [
    # ── content ──
    Damage("a byte of a file changed", "file-changed", lambda r: flip(source(r.once))),
    Damage("a byte of an older version's file changed", "file-changed", lambda r: flip(source(r.thrice))),
    Damage("a file cut short", "file-changed", lambda r: write(source(r.once), b"a st")),
    Damage("a file emptied", "file-changed", lambda r: write(source(r.once), b"")),
    Damage("a file longer by a byte", "file-changed", lambda r: write(source(r.once), b"a story\n")),
    Damage("a file gone", "file-missing", lambda r: remove(source(r.once))),
    Damage("a file added", "file-extra", lambda r: write(source(r.once).with_name("b.txt"))),
    Damage("a file renamed", "file-missing", lambda r: rename(source(r.once), "renamed.txt")),
    Damage("the name of a file in capitals", "file-missing", lambda r: rename(source(r.once), "STORY.TXT")),
    Damage("two files of an object swapped", "file-changed",
           lambda r: swap(source(r.once), r.once / "v1" / "content" / "canonical.xml")),
    Damage("the files of two objects swapped", "file-changed", lambda r: swap(source(r.once), source(r.other))),
    Damage("a link in place of a file", "link", lambda r: link(source(r.once), r.folder.parent / "kept.txt")),
    Damage("a link in place of a folder", "link",
           lambda r: link(r.once / "v1" / "content" / "source", r.folder.parent / "kept")),
    Damage("a FIFO in place of a file", "special-file", lambda r: fifo(source(r.once))),
    Damage("a folder in place of a file", "file-missing", lambda r: empty_folder(remove(source(r.once)))),
    Damage("an empty folder among the content", "folder-empty",
           lambda r: empty_folder(r.once / "v1" / "content" / "empty")),
    Damage("the content of a version gone", "file-missing",
           lambda r: remove(r.once / "v1" / "content") / "canonical.xml"),
    Damage("a wrong fixity block", "fixity-changed", wrong_fixity),
    # ── inventories and sidecars ──
    Damage("a byte of the inventory changed", "sidecar-differs", lambda r: flip(r.once / "inventory.json")),
    Damage("the inventory gone", "inventory-missing", lambda r: remove(r.once / "inventory.json").parent),
    Damage("the inventory emptied", "inventory-broken", lambda r: write(r.once / "inventory.json", b"")),
    Damage("the inventory no JSON", "inventory-broken", lambda r: write(r.once / "inventory.json", b"{")),
    Damage("a folder in place of the inventory", "object-entry-extra",
           lambda r: empty_folder(remove(r.once / "inventory.json"))),
    Damage("the sidecar gone", "sidecar-missing", lambda r: remove(r.once / "inventory.json.sha512")),
    Damage("the sidecar of another object", "sidecar-differs",
           lambda r: swap(r.once / "inventory.json.sha512", r.other / "inventory.json.sha512").with_suffix("")),
    Damage("the sidecar no sidecar", "sidecar-broken", lambda r: write(r.once / "inventory.json.sha512")),
    Damage("the sidecar written otherwise", "sidecar-broken",
           lambda r: changed(r.once / "inventory.json.sha512", b" ", b"\t")),
    Damage("the inventory of the version before", "sidecar-differs",
           lambda r: write(r.thrice / "inventory.json", (r.thrice / "v2" / "inventory.json").read_bytes())),
    Damage("the inventory of the version before, with its sidecar", "object-behind", older_inventory),
    Damage("the inventory written otherwise, with a sidecar that fits", "inventory-differs", respelt_inventory),
    Damage("a byte of a version's inventory changed", "sidecar-differs",
           lambda r: flip(r.thrice / "v1" / "inventory.json")),
    Damage("a version's inventory gone", "version-inventory-missing",
           lambda r: remove(r.thrice / "v2" / "inventory.json").parent),
    Damage("a version's sidecar gone", "sidecar-missing",
           lambda r: remove(r.thrice / "v2" / "inventory.json.sha512")),
    Damage("a version that speaks of another object", "id-changed", forged_id),
    Damage("a version whose files are told anew", "version-state-changed", retold_state),
    Damage("a file of an older version left out", "manifest-entry-dropped", dropped_manifest_entry),
    Damage("a version of an earlier OCFL than the one before", "version-earlier",
           lambda r: changed_inventory(r, "v2", type="https://ocfl.io/1.0/spec/#inventory")),
    Damage("a version with another content folder", "content-directory-changed",
           lambda r: changed_inventory(r, "v1", contentDirectory="data")),
    Damage("a version whose words are told anew", "version-words-changed", retold_message),
    # ── versions ──
    Damage("an empty content folder", "content-folder-needless", needless_folder),
    Damage("an older version gone", "version-missing", lambda r: remove(r.thrice / "v2")),
    Damage("the newest version gone", "version-missing", lambda r: remove(r.thrice / "v3")),
    Damage("an object rolled back", "object-behind", roll_back),
    Damage("a version more", "version-ahead",
           lambda r: Path(shutil.copytree(r.thrice / "v3", r.thrice / "v4"))),
    Damage("a file beside a version's content", "version-file-extra", lambda r: write(r.once / "v1" / "x")),
    Damage("a folder beside a version's content", "version-folder-extra",
           lambda r: write(r.once / "v1" / "more" / "x").parent),
    Damage("an update that died before its inventory", "version-ahead", torn_update),
    Damage("an update that died before its sidecar", "sidecar-differs", torn_sidecar),
    # ── objects ──
    Damage("an object deleted whole", "object-missing", lambda r: remove(r.once)),
    Damage("an object deleted with its folder", "object-missing", lambda r: (remove(r.once.parent), r.once)[1]),
    Damage("an object moved", "object-misplaced", move_object),
    Damage("an object copied to a second place", "object-misplaced", copy_object),
    Damage("two objects swapped", "object-misplaced", lambda r: swap(r.once, r.other)),
    Damage("a file in place of an object", "hierarchy-file", object_replaced_by_file),
    Damage("a link in place of an object", "link", lambda r: link(r.once, r.folder.parent / "kept")),
    Damage("an object that nobody acknowledged", "object-unledgered", unledgered),
    Damage("a version that nobody acknowledged", "object-ahead", ahead),
    Damage("an object forged with digests that agree", "object-forged", forge),
    Damage("an object that was taken away on purpose", "object-returned", returned),
    Damage("the object's declaration gone", "object-declaration-missing",
           lambda r: remove(r.once / "0=ocfl_object_1.1").parent),
    Damage("the object's declaration with another text", "object-declaration-wrong",
           lambda r: write(r.once / "0=ocfl_object_1.1", b"ocfl_object_1.0\n")),
    Damage("the object's declaration of no version", "object-declaration-unknown",
           lambda r: write(r.once / "0=ocfl_object_9.9")),
    Damage("a second declaration of the object", "object-declaration-several",
           lambda r: (write(r.once / "0=ocfl_object_1.0", b"ocfl_object_1.0\n"), r.once / "0=ocfl_object_1.1")[1]),
    Damage("a file in the object", "object-entry-extra", lambda r: write(r.once / "note.txt")),
    Damage("a folder in the object", "object-entry-extra", lambda r: write(r.once / "more" / "x").parent),
    Damage("a file among the object's logs", "log-entry-extra", lambda r: write(r.once / "logs" / "x")),
    Damage("a file among the object's extensions", "extension-file", lambda r: write(r.once / "extensions" / "x")),
    # ── the folders between ──
    Damage("an empty folder", "hierarchy-empty", lambda r: empty_folder(r.folder / "abc" / "def")),
    Damage("a file between the folders", "hierarchy-file", lambda r: write(r.once.parent / "note.txt")),
    Damage("another root within the root", "hierarchy-file", other_root_inside),
    # ── the root ──
    Damage("the root's declaration gone", "root-declaration-missing", lambda r: remove(r.folder / "0=ocfl_1.1").parent),
    Damage("the root's declaration with another text", "root-declaration-wrong",
           lambda r: write(r.folder / "0=ocfl_1.1", b"ocfl_1.1")),
    Damage("the root's declaration of no version", "root-declaration-unknown",
           lambda r: write(r.folder / "0=ocfl_2.0", b"ocfl_2.0\n")),
    Damage("a second declaration of the root", "root-declaration-several",
           lambda r: (write(r.folder / "0=ocfl_1.0", b"ocfl_1.0\n"), r.folder / "0=ocfl_1.1")[1]),
    Damage("objects later than their root", "object-declaration-later",
           lambda r: (rename(r.folder / "0=ocfl_1.1", "0=ocfl_1.0"), write(r.folder / "0=ocfl_1.0", b"ocfl_1.0\n"),
                      r.once / "0=ocfl_object_1.1")[2]),
    Damage("a file in the root", "root-entry-extra", lambda r: write(r.folder / "README")),
    Damage("a link in the root", "link", lambda r: link(r.folder / "0=ocfl_1.1", r.folder.parent / "kept")),
    Damage("a FIFO in the root", "special-file", lambda r: fifo(r.folder / "pipe")),
    Damage("a file among the extensions", "root-extension-file", lambda r: write(r.folder / "extensions" / "x")),
    Damage("a file beside the layout's numbers", "root-entry-extra", lambda r: write(config_file(r).with_name("x"))),
    Damage("a file in our area", "area-entry-extra", lambda r: write(r.area / "x")),
    Damage("a file among the locks", "area-entry-extra", lambda r: write(r.area / "locks" / "X.txt")),
    Damage("the layout gone", "layout-broken", lambda r: remove(layout_file(r))),
    Damage("the layout no layout", "layout-broken", lambda r: write(layout_file(r), b"[]")),
    Damage("the layout another", "layout-unknown", lambda r: changed(layout_file(r), b"0004", b"0009")),
    Damage("the layout's words changed", "layout-changed", lambda r: changed(layout_file(r), b"Folders", b"folders")),
    Damage("the layout's numbers no numbers", "layout-config-broken", lambda r: write(config_file(r), b"{")),
    Damage("the layout's numbers others", "object-misplaced",
           lambda r: (changed(config_file(r), b'"tupleSize": 3', b'"tupleSize": 2'), r.once)[1]),
    # ── the logs ──
    Damage("a byte of the fixity log changed", "log-line-broken",
           lambda r: changed(r.note_checks(), b"success", b"succes5")),
    Damage("the sum of a log's line taken out", "log-line-broken",
           lambda r: changed(r.note_checks(), b',"sum"', b',"som"')),
    Damage("the last line of the fixity log torn", "log-torn",
           lambda r: write(r.note_checks(), r.note_checks().read_bytes()[:-1])),
    Damage("the log of a copy's event gone", "event-missing", lambda r: remove(copied(r)).parent),
    Damage("the line of a copy's event gone", "event-missing",
           lambda r: write(copied(r), b"".join(copied(r).read_bytes().splitlines(True)[:-1])).parent),
    # ── the ledger ──
    Damage("the ledger gone", "ledger-missing", lambda r: remove(r.ledger)),
    Damage("the ledger emptied", "object-unledgered", lambda r: (write(r.ledger, b""), r.once)[1]),
    Damage("the end of the ledger cut", "object-unledgered",
           lambda r: (ledger_lines(lambda lines: lines[:-1])(r), r.last)[1]),
    Damage("the last line of the ledger torn", "ledger-torn",
           ledger_lines(lambda lines: [*lines[:-1], lines[-1][:20]])),
    Damage("the end of the last line gone", "ledger-torn", ledger_lines(lambda lines: [*lines[:-1], lines[-1][:-1]])),
    Damage("a line of the ledger taken out", "ledger-chain-broken", ledger_lines(lambda lines: lines[:1] + lines[2:])),
    Damage("a line of the ledger twice", "ledger-chain-broken", ledger_lines(lambda lines: [lines[0], *lines])),
    Damage("a line of the ledger changed", "ledger-chain-broken",
           ledger_lines(lambda lines: [lines[0].replace(b"2026", b"2025"), *lines[1:]])),
    Damage("a line of the ledger that is none", "ledger-line-broken",
           ledger_lines(lambda lines: [b"{}\n", *lines[1:]])),
    Damage("a line of the ledger written otherwise", "ledger-line-broken",
           ledger_lines(lambda lines: [*lines[:-1], lines[-1].replace(b'":"', b'": "', 1)])),
    Damage("a word of the last line changed", "ledger-line-broken",
           ledger_lines(lambda lines: [*lines[:-1], lines[-1].replace(b'"put"', b'"pus"')])),
    Damage("the last line redated", "object-redated", ledger_redated),
    Damage("the last line of another object", "object-unledgered", ledger_renamed),
]  # fmt: skip


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """Return an archive that nobody may change."""
    folder = tmp_path_factory.mktemp("sound") / "root"
    make_root(folder)
    return Root(folder)


def test_there_are_enough_kinds_and_each_is_another() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 31


def test_sound_root_has_nothing_wrong(sound: Root, desk: Desk) -> None:
    done = desk.run("archive", "verify", str(sound.folder), "--no-log")

    assert (done.code, done.out) == (0, "")
    assert "nothing wrong: 4 objects, 17 files" in done.err


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_damage_is_found_and_named(kind: Damage, sound: Root, tmp_path: Path, desk: Desk) -> None:
    root = sound.copy_to(tmp_path / "work" / "root")
    named = root.path(kind.does(root))

    done = desk.run("archive", "verify", str(root.folder), "--no-log", "--json")

    *found, _ = done.objects()
    assert done.code == 7
    assert (kind.code, named) in {(each["code"], each["path"]) for each in found}
    assert "error" in {each["kind"] for each in found}


def test_ledger_written_anew_to_fit_a_forgery_is_found_by_a_seal(sound: Root, tmp_path: Path, desk: Desk) -> None:
    root = sound.copy_to(tmp_path / "root")
    seal = desk.run("archive", "seal", str(root.folder)).out.split()[0]
    inventory = (root.once / "v1" / "inventory.json").read_bytes()
    root.forge(root.once, "a forged story")
    lines = [json.loads(line) for line in root.lines()]
    old, new = (hashlib.sha512(each).hexdigest() for each in (inventory, (root.once / "inventory.json").read_bytes()))
    root.rewrite_ledger([{**line, "inv": new} if line["inv"] == old else line for line in lines])

    without = desk.run("archive", "verify", str(root.folder), "--no-log")
    sealed = desk.run("archive", "verify", str(root.folder), "--no-log", "--seal", seal)

    assert without.code == 0
    assert sealed.code == 7
    assert f"no line has the hash {seal} [seal-missing]" in sealed.out


def test_seal_of_an_older_end_is_still_in_the_chain(sound: Root, tmp_path: Path, desk: Desk) -> None:
    root = sound.copy_to(tmp_path / "root")
    seal = desk.run("archive", "seal", str(root.folder), "--json").objects()[0]
    store = FolderStore.open(str(root.folder), durability="none")
    store.put("urn:example:later", version(7, story("later")), None)
    store.close()

    done = desk.run("archive", "verify", str(root.folder), "--no-log", "--seal", seal["hash"].upper())

    assert seal["lines"] == 6
    assert seal["at"] == "2026-01-06T00:00:00Z"
    assert done.code == 0


def test_findings_are_the_same_with_several_processes(sound: Root, tmp_path: Path, desk: Desk) -> None:
    root = sound.copy_to(tmp_path / "root")
    flip(source(root.once))
    remove(root.other)
    write(root.last / "x")
    write(root.last.parent / "y")

    one, two = (desk.run("archive", "verify", str(root.folder), "--no-log", "--jobs", jobs) for jobs in ("1", "2"))

    assert one.out == two.out
    assert sorted(line.rpartition("[")[2] for line in one.out.splitlines()) == [
        "file-changed, OCFL E092]",
        "hierarchy-empty, OCFL E073]",
        "hierarchy-file, OCFL E072]",
        "object-entry-extra, OCFL E001]",
        "object-missing]",
    ]
    assert (one.code, two.code) == (7, 7)


def test_serialised_is_how_the_archive_writes(sound: Root) -> None:
    assert serialised(json.loads(sound.lines()[0])) + b"\n" == sound.lines()[0]

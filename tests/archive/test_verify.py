"""Verify: what part of a root it takes, roots of other tools, writers at work meanwhile, and what it costs."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from converter import Archive
from converter.archive.disk import Disk
from converter.archive.findings import Finding
from converter.archive.folder import FolderStore
from converter.archive.inventory import sidecar
from converter.archive.layout import FLAT, HASH_AND_ID, Layout
from converter.archive.ledger import START
from converter.archive.object_check import Report, check_object
from converter.archive.root import lock_of
from converter.archive.staging import Staging
from converter.archive.store import AREA
from converter.archive.tree import FolderTree
from converter.archive.verify import Scope, Tally, verify
from converter.cli.archive.verify import parser
from converter.core.errors import ArchiveError
from tests.archive.roots import LAST, ONCE, OTHER, THRICE, Root, make_root, serialised, story, version
from tests.cli.desk import Desk


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """Return an archive that the test may change."""
    make_root(tmp_path / "news")
    return Root(tmp_path / "news")


def found(root: Root, scope: Scope | None = None, tally: Tally | None = None) -> list[Finding]:
    return list(verify(FolderTree(str(root.folder)), scope, tally=tally))


def codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


def flip_source(folder: Path) -> None:
    (folder / "v1" / "content" / "source" / "story.txt").write_bytes(b"changed")


# ── What part of it ─────────────────────────────────────────────────────────


def test_whole_root_is_counted(root: Root) -> None:
    tally = Tally()

    assert found(root, tally=tally) == []
    assert (tally.objects, tally.expected, tally.files) == (4, 4, 17)
    assert tally.size == sum(path.stat().st_size for path in root.folder.glob("*/*/v*/content/**/*") if path.is_file())
    assert not tally.left


def test_quick_leaves_the_digests_of_content_out_and_nothing_else(root: Root) -> None:
    flip_source(root.once)
    (root.other / "v1" / "content" / "canonical.xml").unlink()
    tally = Tally()

    assert codes(found(root, Scope(quick=True), tally)) == ["file-missing"]
    assert (tally.objects, tally.files, tally.size) == (4, 0, 0)


def test_one_object_is_checked_and_no_other(root: Root) -> None:
    flip_source(root.once)
    flip_source(root.other)

    assert [each.path.split("/")[1] for each in found(root, Scope(object=ONCE))] == [root.once.name]
    assert found(root, Scope(object=THRICE)) == []
    with pytest.raises(ArchiveError, match="holds no urn:example:none"):
        found(root, Scope(object="urn:example:none"))


def test_one_object_that_is_gone_is_missing(root: Root) -> None:
    shutil.rmtree(root.once)

    assert codes(found(root, Scope(object=ONCE))) == ["object-missing"]


def test_sample_is_the_same_on_the_same_day_and_another_on_another(tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), durability="none")
    for number in range(60):
        store.put(f"urn:example:{number}", version(1, story(str(number))), None)
    store.close()

    def sampled(day: str) -> list[str]:
        taken: list[Report] = []
        scope = Scope(sample=0.5, date=day)
        assert list(verify(store.tree, scope, watch=taken.append)) == []
        return [each.id for each in taken]

    assert sampled("2026-01-01") == sampled("2026-01-01") != sampled("2026-01-02")
    assert 15 < len(sampled("2026-01-01")) < 45
    assert sampled("2026-01-01") == sorted(sampled("2026-01-01"), key=store.path)


def test_sample_still_notices_an_object_that_is_gone_or_put_there(root: Root) -> None:
    shutil.rmtree(root.once.parent)
    shutil.copytree(root.other, root.folder / "abc" / "copy")

    assert codes(found(root, Scope(sample=1e-9, date="2026-01-01"))) == ["object-missing", "object-misplaced"]


def test_oldest_checks_come_first_and_the_budget_ends_the_run(root: Root) -> None:
    checks = [(THRICE, "2026-02-01T00:00:00Z"), (ONCE, "2026-02-03T00:00:00Z"), (OTHER, "2026-02-02T00:00:00Z")]
    times = iter([0.0, 0.0, 0.0, 0.0, 9.0])
    taken: list[str] = []
    tally = Tally()

    scope = Scope(budget_s=5.0)
    done = verify(
        FolderTree(str(root.folder)),
        scope,
        tally=tally,
        watch=lambda report: taken.append(report.id),
        checks=checks,
        clock=lambda: next(times),
    )

    assert list(done) == []
    assert taken == [LAST, THRICE, OTHER]
    assert tally.left


def test_only_what_was_not_checked_since_is_read_and_what_is_gone_is_noticed_still(root: Root) -> None:
    checks = [(THRICE, "2026-02-01T00:00:00Z"), (ONCE, "2026-02-03T00:00:00Z"), (ONCE, "2026-02-09T00:00:00Z")]
    shutil.rmtree(root.other)
    taken: list[str] = []

    done = verify(
        FolderTree(str(root.folder)),
        Scope(before="2026-02-05T00:00:00Z"),
        watch=lambda report: taken.append(report.id),
        checks=checks,
    )

    assert [each.code for each in done] == ["hierarchy-empty", "object-missing"]
    assert taken == [LAST, THRICE]


def test_seal_of_an_empty_ledger_is_the_start(root: Root) -> None:
    assert found(root, Scope(seal=START)) == []
    assert codes(found(root, Scope(seal="a" * 64))) == ["seal-missing"]


def test_ledger_in_several_files_is_one_chain(root: Root) -> None:
    lines = root.lines()
    root.ledger.write_bytes(b"".join(lines[:3]))
    (root.area / "ledger.0002.jsonl").write_bytes(b"".join(lines[3:]))

    assert found(root) == []

    (root.area / "ledger.0002.jsonl").write_bytes(b"".join(lines[4:]))

    assert "ledger-chain-broken" in codes(found(root))


def test_archive_is_whole_after_every_act(tmp_path: Path) -> None:
    ferry, bridge = "tag:example.com,2025:ferry", "tag:example.com,2025:bridge"
    acts: list[Callable[[Archive], object]] = [
        lambda archive: archive.add(b"The ferry sails again.", name="a.txt", meta={"guid": ferry}),
        lambda archive: archive.add(b"The bridge is open.", name="b.txt", meta={"guid": bridge}, to="text"),
        lambda archive: archive.add(b"The bridge is shut.", name="b.txt", meta={"guid": bridge}),
        lambda archive: archive.hold(ferry, reason="a court asked"),
        lambda archive: archive.release(ferry, reason="it asks no more"),
        lambda archive: archive.retain(ferry, "2020-01-01"),
        lambda archive: archive.link(ferry, bridge, reason="the same crossing"),
        lambda archive: archive.withdraw(bridge, reason="it was invented"),
        lambda archive: archive.purge(bridge, bridge, reason="a court ordered it"),
    ]

    with Archive.open(tmp_path / "news", create=True, durability="none", by="Ann <ann@example.com>") as archive:
        for act in acts:
            act(archive)
            tally = Tally()
            assert list(archive.verify(tally=tally)) == []
    assert tally.objects == 2


@pytest.mark.parametrize(
    "flags",
    [
        ["--sample", "0"], ["--sample", "101%"], ["--sample", "x"], ["--older-than", "-1"], ["--older-than", "1d"],
        ["--budget", "2"], ["--budget", "2h x"], ["--jobs", "0"], ["--seal", "abc"], ["--object"], ["again"],
    ],
)  # fmt: skip
def test_wrong_flag_is_one_line(flags: list[str], root: Root, desk: Desk) -> None:
    done = desk.run("archive", "verify", str(root.folder), *flags)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(("text", "share"), [("1%", 0.01), ("0.5", 0.5), ("100%", 1.0), ("2.5%", 0.025)])
def test_share_is_a_fraction_or_a_percentage(text: str, share: float) -> None:
    assert parser().parse_args(["news", "--sample", text]).sample == share


@pytest.mark.parametrize(("text", "seconds"), [("2h", 7_200), ("30m", 1_800), ("1h30m", 5_400), ("90s", 90)])
def test_time_is_in_hours_minutes_and_seconds(text: str, seconds: float) -> None:
    assert parser().parse_args(["news", "--budget", text]).budget == seconds


# ── Of other tools ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("layout", [Layout(FLAT), Layout(HASH_AND_ID), Layout(tuples=0, tuple_size=0)])
def test_every_layout_is_walked_in_the_order_of_the_ledger(layout: Layout, tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), durability="none", layout=layout)
    for number in range(30):
        store.put(f"urn:a{'-.:'[number % 3]}{number}", version(1, story(str(number))), None)
    store.close()
    tally = Tally()

    assert list(verify(store.tree, tally=tally)) == []
    assert tally.objects == 30


def test_root_without_our_area_is_held_to_ocfl_alone(root: Root) -> None:
    shutil.rmtree(root.area)
    (root.folder / "README").write_text("OCFL allows it")
    (root.once / "v1" / "more").mkdir()
    tally = Tally()

    assert [(each.code, each.kind) for each in found(root, tally=tally)] == [("version-folder-extra", "warning")]
    assert tally.objects == 4
    assert codes(found(root, Scope(object=OTHER))) == []


def foreign_object(folder: Path, *, algorithm: str = "sha256", directory: str = "data") -> Path:
    """Make an object as another tool writes it: padded versions, sha256, another folder for content, OCFL 1.0."""

    def digest(content: bytes) -> str:
        return hashlib.new(algorithm, content).hexdigest().upper()

    one, two = b"one", b"two"
    user = {"name": "A. Person", "address": "mailto:a.person@example.org"}
    block = {"created": "2026-01-01T00:00:00.25+01:00", "message": "m", "user": user}
    record = {
        "id": "info:example/1",
        "type": "https://ocfl.io/1.0/spec/#inventory",
        "digestAlgorithm": algorithm,
        "contentDirectory": directory,
        "head": "v01",
        "manifest": {digest(one): [f"v01/{directory}/a/one.txt"]},
        "versions": {"v01": {**block, "state": {digest(one): ["one.txt"]}}},
    }
    for head, path, content in (("v01", "a/one.txt", one), ("v02", "b/two.txt", two)):
        if head == "v02":
            record["head"] = head
            record["manifest"] = {
                digest(one): [f"v01/{directory}/a/one.txt"],
                digest(two): [f"v02/{directory}/b/two.txt"],
            }
            record["versions"] = {
                "v01": {**block, "state": {digest(one): ["one.txt"]}},
                "v02": {**block, "state": {digest(two): ["two.txt"], digest(one): ["one.txt"]}},
            }
        place = folder / head / directory / path
        place.parent.mkdir(parents=True)
        place.write_bytes(content)
        written = json.dumps(record, indent=2).encode()
        for each in (folder / head, folder):
            (each / "inventory.json").write_bytes(written)
            line = sidecar(written, algorithm).replace(b" ", b"\t")
            (each / f"inventory.json.{algorithm}").write_bytes(line)
    (folder / "0=ocfl_object_1.0").write_text("ocfl_object_1.0\n")
    return folder


def test_object_of_another_tool_is_sound_as_it_is(tmp_path: Path) -> None:
    folder = foreign_object(tmp_path / "object")

    report = check_object(FolderTree(str(folder)), "")

    assert {each.code for each in report.findings} == {"algorithm-weak", "versions-padded"}
    assert (report.id, report.head, report.files, report.size) == ("info:example/1", "v02", 2, 6)


def test_object_of_another_tool_is_verified_by_its_folder(tmp_path: Path, desk: Desk) -> None:
    folder = foreign_object(tmp_path / "object")
    good = desk.run("archive", "verify", str(folder))
    (folder / "v01" / "data" / "a" / "one.txt").write_bytes(b"One")
    bad = desk.run("archive", "verify", str(folder))

    assert good.code == 0
    assert "warning: the digest algorithm is sha256, not sha512 [algorithm-weak, OCFL W004]" in good.out
    assert bad.code == 7
    assert f"{folder}/v01/data/a/one.txt: the bytes are other than were stored: sha256 " in bad.out


def test_foreign_objects_in_a_root_of_ours_are_sound_when_the_ledger_has_them(root: Root) -> None:
    folder = foreign_object(root.folder / Layout().path("info:example/1"))
    content = (folder / "inventory.json").read_bytes()
    lines = [json.loads(line) for line in root.lines()]
    line = {"at": "2026-02-01T00:00:00Z", "head": "v02", "how": "adopted", "id": "info:example/1"}
    root.rewrite_ledger([*lines, {**line, "inv": hashlib.sha512(content).hexdigest(), "prev": ""}])

    assert {each.code for each in found(root)} == {"algorithm-weak", "versions-padded"}


def test_digest_algorithm_may_change_between_versions(root: Root) -> None:
    record = json.loads((root.thrice / "v1" / "inventory.json").read_bytes())
    renamed: dict[str, list[str]] = {}
    for paths in (record["manifest"], record["versions"]["v1"]["state"]):
        for digest in list(paths):
            content = (root.thrice / record["manifest"].get(digest, renamed.get(digest, [""]))[0]).read_bytes()
            weak = hashlib.sha256(content).hexdigest()
            renamed[digest] = record["manifest"].get(digest, renamed.get(digest))
            paths[weak] = paths.pop(digest)
    written = serialised({**record, "digestAlgorithm": "sha256"})
    (root.thrice / "v1" / "inventory.json").write_bytes(written)
    (root.thrice / "v1" / "inventory.json.sha512").unlink()
    (root.thrice / "v1" / "inventory.json.sha256").write_bytes(sidecar(written, "sha256"))

    report = check_object(FolderTree(str(root.folder)), root.path(root.thrice))

    assert {each.code for each in report.findings} == {"algorithm-weak"}


@pytest.mark.parametrize("make", ["nothing", "file", "empty", "other"])
def test_what_is_no_archive_cannot_be_opened(make: str, tmp_path: Path, desk: Desk) -> None:
    place = tmp_path / "place"
    if make == "file":
        place.write_bytes(b"x")
    elif make != "nothing":
        place.mkdir()
    if make == "other":
        (place / "letter.txt").write_bytes(b"x")

    done = desk.run("archive", "verify", str(place))

    assert (done.code, done.out) == (6, "")
    assert done.err.startswith(f"convert: {place}: ")
    assert done.err.count("\n") == 1


# ── While others write ──────────────────────────────────────────────────────


@pytest.mark.parametrize("has_locks", [True, False], ids=["locks", "no locks, as in a bucket"])
def test_update_on_its_way_is_no_finding_when_it_comes_whole(root: Root, has_locks: bool) -> None:
    before = {path: path.read_bytes() for path in root.once.glob("inventory.json*")}
    ledger = root.ledger.read_bytes()
    store = FolderStore.open(str(root.folder), durability="none")
    store.put(ONCE, version(9, story("more")), store.find(ONCE))
    after = {path: path.read_bytes() for path in before}
    whole = root.ledger.read_bytes()
    for path, content in before.items():
        path.write_bytes(content)
    root.ledger.write_bytes(ledger)
    lock = Path(lock_of(str(root.area), ONCE))
    if not has_locks:
        lock.unlink()
    began = threading.Event()

    def finish() -> None:
        """Go on as a slow writer does: inventory, sidecar, then the line in the ledger."""
        with Disk().locked(str(lock)) if has_locks else nullcontext():
            began.set()
            time.sleep(0.03)
            for path in sorted(after):
                path.with_suffix(".new").write_bytes(after[path])
                path.with_suffix(".new").rename(path)
                time.sleep(0.03)
            root.ledger.write_bytes(whole)

    writer = threading.Thread(target=finish)
    writer.start()
    began.wait()
    findings = found(root)
    writer.join()
    store.close()

    assert findings == []


def test_update_of_a_writer_that_died_is_a_finding_at_once(root: Root) -> None:
    before = {path: path.read_bytes() for path in root.once.glob("inventory.json*")}
    store = FolderStore.open(str(root.folder), durability="none")
    store.put(ONCE, version(9, story("more")), store.find(ONCE))
    store.close()
    for path, content in before.items():
        path.write_bytes(content)
    (root.area / "staging" / "1-dead").mkdir()

    began = time.monotonic()
    findings = found(root)

    assert {"version-ahead", "object-behind"} == set(codes(findings))
    assert time.monotonic() - began < 0.5


def test_damage_beside_a_living_writer_is_found(root: Root) -> None:
    flip_source(root.once)
    shutil.rmtree(root.other.parent)
    store = FolderStore.open(str(root.folder), durability="none")
    assert isinstance(store.enter(), Staging)

    findings = found(root, Scope(patience_s=0.1))
    store.close()

    assert codes(findings) == ["file-changed", "object-missing"]


def test_object_whose_damaged_id_is_no_text_is_a_finding(root: Root) -> None:
    inventory = json.loads((root.once / "inventory.json").read_bytes())
    (root.once / "inventory.json").write_text(json.dumps({**inventory, "id": "\ud800"}))
    ledger = root.ledger.read_text().splitlines(keepends=True)
    root.ledger.write_text("".join(line for line in ledger if ONCE not in line))

    assert {"object-misplaced", "sidecar-differs", "id-changed"} <= set(codes(found(root)))


@pytest.mark.slow
def test_writers_at_work_never_make_a_finding(root: Root) -> None:
    stop = threading.Event()
    written = [0]

    def write(name: str) -> None:
        store = FolderStore.open(str(root.folder), durability="none")
        while not stop.is_set():
            written[0] += 1
            for id in (name, f"{name}:{written[0] % 40}", OTHER):
                try:
                    before = store.find(id)
                    store.put(id, version(1 + written[0] % 28, story(f"{name} {written[0]}")), before)
                except ArchiveError:
                    continue
            if written[0] % 5 == 0 and (before := store.find(name)) is not None:
                store.replace(name, version(1, {"tombstone.json": b"{}"}), before, how="purged")
        store.close()

    writers = [threading.Thread(target=write, args=(f"urn:example:w{number}",)) for number in range(3)]
    for each in writers:
        each.start()
    end = time.monotonic() + 8
    findings: list[Finding] = []
    rounds = 0
    while time.monotonic() < end and not findings:
        findings = found(root)
        rounds += 1
    stop.set()
    for each in writers:
        each.join()

    assert [(each.code, each.path, each.words) for each in findings] == []
    assert rounds > 3
    assert written[0] > 20
    assert found(root) == []


def test_story_purged_twice_with_one_tombstone_is_there(root: Root) -> None:
    with FolderStore.open(str(root.folder), durability="none") as store:
        for _ in range(2):
            store.put(OTHER, version(3, story("back again")), store.find(OTHER))
            before = store.find(OTHER)
            assert before is not None
            store.replace(OTHER, version(1, {"tombstone.json": b"{}"}), before, how="purged")

    assert found(root) == []


# ── Disks that fail, and what is only advised ───────────────────────────────


class FailingTree(FolderTree):
    """A folder on a disk that cannot read one of its files any more."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """Raise what a bad block raises."""
        if path.endswith("/v1/content/canonical.xml"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return super().pieces(path)


def test_file_that_cannot_be_read_is_a_finding_and_the_walk_goes_on(root: Root) -> None:
    tally = Tally()

    findings = list(verify(FailingTree(str(root.folder)), tally=tally))

    assert [(each.code, each.words) for each in findings] == [
        ("file-unreadable", "cannot be read: input/output error")
    ] * 4
    assert tally.objects == 4


def test_extensions_that_nobody_registered_are_a_warning(root: Root) -> None:
    (root.folder / "extensions" / "my-own").mkdir()
    (root.once / "extensions" / "my-own").mkdir(parents=True)

    assert [(each.code, each.kind) for each in found(root)] == [
        ("root-extension-unregistered", "warning"),
        ("extension-unregistered", "warning"),
    ]


# ── Hostile objects ─────────────────────────────────────────────────────────


def test_paths_of_a_hostile_inventory_lead_nowhere(root: Root, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    record = json.loads((root.once / "inventory.json").read_bytes())
    digest = hashlib.sha512(b"secret").hexdigest()
    record["manifest"][digest] = ["../../../secret", "/etc/passwd", "v1/content/\x00", "v1/content/\ud800"]
    record["versions"]["v1"]["state"][digest] = ["secret"]
    content = json.dumps(record).encode()
    for folder in (root.once, root.once / "v1"):
        root.write_inventory(folder, content)

    report = check_object(FolderTree(str(root.folder)), root.path(root.once))

    assert {each.code for each in report.findings} == {
        "content-path-dots",
        "content-path-absolute",
        "file-missing",
    }
    assert report.files == 3


def test_huge_inventory_is_refused_unread(root: Root) -> None:
    with (root.once / "inventory.json").open("r+b") as file:
        file.truncate(1 << 40)

    report = check_object(FolderTree(str(root.folder)), root.path(root.once))

    assert [each.words for each in report.findings] == ["is no inventory: has 1099511627776 bytes"]


def test_names_that_act_on_a_terminal_are_shown(root: Root, desk: Desk) -> None:
    (root.once / "\x1b[2Jx").write_bytes(b"")

    done = desk.run("archive", "verify", str(root.folder), "--no-log")

    assert "\\x1b[2Jx: does not belong in an object (file) [object-entry-extra, OCFL E001]" in done.out
    assert "\x1b" not in done.out


def test_our_area_of_a_sound_root_has_nothing_that_verify_does_not_know(root: Root) -> None:
    assert {path.name for path in (root.folder / AREA).iterdir()} <= {"ledger.jsonl", "locks", "staging"}


def test_names_and_ids_that_are_no_text_are_shown_and_noted(root: Root, desk: Desk) -> None:
    (root.once / "v1" / "content" / os.fsdecode(b"\xff")).write_bytes(b"x")
    record = json.loads((root.other / "inventory.json").read_bytes())
    for folder in (root.other, root.other / "v1"):
        root.write_inventory(folder, json.dumps({**record, "id": "urn:\ud800"}).encode())

    done = desk.run("archive", "verify", str(root.folder))

    assert done.code == 7
    assert "v1/content/\\udcff: is in no manifest (file) [file-extra, OCFL E023]" in done.out
    assert "holds the object urn:\\ud800, whose place is nowhere [object-misplaced]" in done.out
    assert desk.run("archive", "verify", str(root.folder), "--json").code == 7
    assert "\\\\udcff" in next((root.area / "fixity").iterdir()).read_text()


def test_folders_nested_deeper_than_python_can_call_are_walked(root: Root) -> None:
    place = str(root.folder / "0aa")
    os.mkdir(place)
    before = os.getcwd()
    try:
        os.chdir(place)
        for _ in range(1_500):
            os.mkdir("a")
            os.chdir("a")
    finally:
        os.chdir(before)

    findings = found(root)
    subprocess.run(["rm", "-rf", place], check=True)

    assert codes(findings) == ["hierarchy-empty"]
    assert findings[0].path.count("/") == 1_500

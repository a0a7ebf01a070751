"""`check_store`: the promises of `converter.archive.store`, clause by clause, on any store.

It needs nothing but the contract: what it asks of ours, it asks of yours.
What only a crash shows (a kill, a power cut) it cannot ask; those tests are
each store's own.
"""

from __future__ import annotations

import hashlib
import threading

from converter.archive import inventory as inventories
from converter.archive.inventory import NewVersion, User
from converter.archive.ledger import chained
from converter.archive.object_check import check_object
from converter.archive.store import Conflict
from converter.core.errors import ArchiveError, ConverterError, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from converter.archive.inventory import Inventory
    from converter.archive.store import Receipt, Store
    from converter.archive.tree import Tree

    MakeStore = Callable[[str], Store]

_USER = User("Conformance", "mailto:conformance@example.org")
_ID = "urn:example:story:1"


def check_store(make_store: MakeStore) -> None:
    """Raise AssertionError unless the store keeps its contract; the message says the clause.

    `make_store(name)` returns a store of its own, open for writing, on the
    root of that name: the first call makes it, a second gives another client
    of the same root.
    """
    for number, clause in enumerate(_CLAUSES):
        clause(make_store, f"clause-{number}")


# ── Versions ────────────────────────────────────────────────────────────────


def _new_root_is_empty(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    assert store.writable, "a store that was made can be written to"
    assert list(store.ids()) == [], "a new root has no objects"
    assert list(store.ledger()) == [], "a new ledger has no lines"
    assert store.find(_ID) is None, "find gives None where there is no such object"
    assert list(store.log("batch/none.jsonl")) == [], "a log that is not there has no lines"
    store.close()


def _put_is_found_by_every_client(make_store: MakeStore, name: str) -> None:
    store, other = make_store(name), make_store(name)
    new = _version({"source/a.txt": b"one", "canonical.xml": b"<a/>"}, fixity={"canonical.xml": _sha256(b"<a/>")})
    receipt = store.put(_ID, new, None)
    expected, _ = inventories.after(None, _ID, new)
    assert (receipt.id, receipt.version, receipt.how) == (_ID, "v1", "put"), "a receipt says what was put"
    assert receipt.inventory == inventories.sha512(expected.serialise()), "a receipt has the inventory's SHA-512"
    for client in (store, other, make_store(name)):
        assert client.find(_ID) == expected, "every client finds what was acknowledged"
        assert client.read(_ID, "source/a.txt") == b"one", "a file is read as it was put"
        assert list(client.ids()) == [_ID], "ids gives every object once"
        assert [(line.id, line.head, line.inventory, line.how, line.at) for line in client.ledger()] == [
            (_ID, "v1", receipt.inventory, "put", new.created)
        ], "the ledger has a line for what was acknowledged"
        client.settle(_ID)
        client.close()
    with _refused(ArchiveError, "a file that a version lacks"):
        store.read(_ID, "source/b.txt")
    with _refused(ArchiveError, "a version that never was"):
        store.read(_ID, "source/a.txt", "v2")
    with _refused(ArchiveError, "an object that is not there"):
        store.read("urn:example:none", "source/a.txt")
    _require_sound(store)


def _later_versions_keep_the_older_ones(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    store.put(_ID, _version({"a": b"one", "b": b"same"}), None)
    first = _found(store, _ID)
    digest = first.version().files()["b"]
    receipt = store.put(_ID, _version({"a": b"two", "c": digest}), first)
    assert receipt.version == "v2", "a version is counted from the head"
    assert store.read(_ID, "a") == b"two", "the head is what is read"
    assert store.read(_ID, "c") == b"same", "a file may be given by the digest of a content that the object holds"
    assert store.read(_ID, "a", "v1") == b"one", "an older version stays"
    assert store.read(_ID, "b", "v1") == b"same", "an older version stays"
    with _refused(ArchiveError, "a digest that the object does not hold"):
        store.put(_ID, _version({"a": "0" * 128}), _found(store, _ID))
    store.put(_ID, _version({"b": digest}), _found(store, _ID))
    assert list(_found(store, _ID).versions) == ["v1", "v2", "v3"], "a version without new content is one too"
    assert [line.head for line in store.ledger()] == ["v1", "v2", "v3"], "the ledger has every version"
    assert [line.head for line in store.ledger(1)] == ["v2", "v3"], "the ledger is read from a position on"
    assert list(store.ledger(3)) == [] == list(store.ledger(9)), "beyond the ledger's end there is nothing"
    _require_sound(store)
    store.close()


def _what_cannot_be_stored_is_refused_whole(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    for path in ("../x", "/x", "a//b", "a/./b", "", "a/../../x", "a\0b"):
        with _refused(ArchiveError, f"the path {path!r}"):
            store.put(_ID, _version({path: b"1"}), None)
    with _refused(ArchiveError, "a path that is a file and a folder"):
        store.put(_ID, _version({"a": b"1", "a/b": b"2"}), None)
    for id in ("", "\ud800"):
        with _refused(ArchiveError, f"the id {id!r}"):
            store.put(id, _version({"a": b"1"}), None)
        assert store.find(id) is None, "what cannot be an id is not found, and no error"
    assert list(store.ids()) == [], "a put that was refused leaves nothing"
    assert list(store.ledger()) == [], "a put that was refused is not in the ledger"
    _require_sound(store)
    store.close()


# ── First come ──────────────────────────────────────────────────────────────


def _put_on_another_head_is_a_conflict(make_store: MakeStore, name: str) -> None:
    store, other = make_store(name), make_store(name)
    store.put(_ID, _version({"a": b"one"}), None)
    first = _found(other, _ID)
    with _refused(Conflict, "a first version where one is"):
        other.put(_ID, _version({"a": b"other"}), None)
    store.put(_ID, _version({"a": b"two"}), first)
    with _refused(Conflict, "a version on a head that is no more"):
        other.put(_ID, _version({"a": b"other"}), first)
    with _refused(Conflict, "a replacement of a head that is no more"):
        other.replace(_ID, _version({"t": b"other"}), first, how="purged")
    with _refused(Conflict, "the removal of a head that is no more"):
        other.remove(_ID, first, how="packed")
    assert store.read(_ID, "a") == b"two", "who lost has changed nothing"
    assert len(list(store.ledger())) == 2, "who lost is not in the ledger"
    _require_sound(store)
    for client in (store, other):
        client.close()


def _of_racing_writers_one_wins(make_store: MakeStore, name: str) -> None:
    clients = [make_store(name) for _ in range(4)]
    for round_number in range(3):
        won: list[Receipt] = []
        lost: list[Conflict] = []
        seen = clients[0].find(_ID)
        start = threading.Barrier(len(clients))

        def race(store: Store, content: bytes, seen: Inventory | None, start: threading.Barrier) -> None:
            start.wait()
            try:
                won.append(store.put(_ID, _version({"a": content}), seen))  # noqa: B023 - joined in this turn
            except Conflict as error:
                lost.append(error)  # noqa: B023

        threads = [
            threading.Thread(target=race, args=(client, f"{round_number} {number}".encode(), seen, start))
            for number, client in enumerate(clients)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(won) == 1, f"of writers on one head one wins: {len(won)} of {len(clients)} did"
        assert len(lost) == len(clients) - 1, "the others get Conflict"
        assert won[0].version == f"v{round_number + 1}", "the one that won is the next version"
    assert [line.head for line in clients[0].ledger()] == ["v1", "v2", "v3"], "the ledger has who won"
    _require_sound(clients[0])
    for client in clients:
        client.close()


def _reader_sees_old_or_new(make_store: MakeStore, name: str) -> None:
    store, reader = make_store(name), make_store(name)
    store.put(_ID, _version({"a": b"v1", "b": b"v1"}), None)
    done = threading.Event()
    faults: list[str] = []

    def read() -> None:
        last = 1
        while not done.is_set():
            try:
                found = _found(reader, _ID)
                number = inventories.number(found.head)
                contents = {reader.read(_ID, path, found.head) for path in ("a", "b")}
            except ConverterError as error:
                faults.append(str(error))
                return
            if number < last or contents != {found.head.encode()}:
                faults.append(f"after v{last} saw {found.head} with {contents}")
            last = number

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for number in range(2, 12):
            content = f"v{number}".encode()
            store.put(_ID, _version({"a": content, "b": content}), _found(store, _ID))
    finally:
        done.set()
        thread.join()
    assert not faults, f"a reader sees a version before the put or the one after, whole: {faults[0]}"
    for client in (store, reader):
        client.close()


# ── Groups ──────────────────────────────────────────────────────────────────


def _group_acknowledges_at_its_flush(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    ids = [f"{_ID}/{number}" for number in range(5)]
    receipts: list[Receipt] = []
    with store.group(size=3) as group:
        for id in ids:
            receipts += group.put(id, _version({"a": id.encode()}), None)
        assert [each.id for each in receipts] == ids[: len(receipts)], "receipts come in the order of the puts"
        assert len(receipts) >= 3, "a group flushes by itself at its size"
        receipts += group.flush()
        assert group.flush() == (), "a flush of nothing is none"
    assert [each.id for each in receipts] == ids, "every put of a group has one receipt"
    assert sorted(store.ids()) == ids, "a group stores each of its objects"
    assert [line.id for line in store.ledger()] == ids, "the ledger has a group's objects in their order"
    _require_sound(store)
    store.close()


def _group_flushes_before_an_update(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    other = f"{_ID}/other"
    store.put(other, _version({"a": b"one"}), None)
    receipts: list[Receipt] = []
    with store.group() as group:
        receipts += group.put(_ID, _version({"a": b"one"}), None)
        receipts += group.put(other, _version({"a": b"two"}), _found(store, other))
        assert [(each.id, each.version) for each in receipts] == [(_ID, "v1"), (other, "v2")], (
            "an update is flushed singly, after what waits"
        )
        receipts += group.put(_ID, _version({"a": b"two"}), _found(store, _ID))
        receipts += group.put(f"{_ID}/x", _version({"a": b"1"}), None)
        try:
            receipts += group.put(f"{_ID}/x", _version({"a": b"2"}), None)
        except Conflict:
            pass
        else:
            raise AssertionError("a second first version of an id that waits is a Conflict, after a flush")
        receipts += group.flush()
    heads = [(each.id.removeprefix(_ID), each.version) for each in receipts]
    assert heads == [("", "v1"), ("/other", "v2"), ("", "v2"), ("/x", "v1")], f"receipts in order, not {heads}"
    assert store.read(f"{_ID}/x", "a") == b"1", "who came first is stored"
    _require_sound(store)
    store.close()


def _group_left_by_an_exception_drops_what_waits(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    acknowledged: tuple[Receipt, ...] = ()
    try:
        with store.group() as group:
            acknowledged = group.put(_ID, _version({"a": b"one"}), None)
            raise KeyError
    except KeyError:
        pass
    assert [line.id for line in store.ledger()] == [each.id for each in acknowledged], (
        "what a group has not flushed when an exception leaves it, is not stored"
    )
    assert list(store.ids()) == [each.id for each in acknowledged], "what was not flushed is not there"
    store.put(f"{_ID}/2", _version({"a": b"one"}), None)
    _require_sound(store)
    store.close()


def _group_names_those_that_lost(make_store: MakeStore, name: str) -> None:
    store, other = make_store(name), make_store(name)
    ids = [f"{_ID}/{number}" for number in range(3)]
    receipts: list[Receipt] = []
    lost: list[str] = []
    group = store.group()
    with group:
        for id in ids:
            receipts += group.put(id, _version({"a": b"group"}), None)
        waiting = [each for each in ids if each not in [receipt.id for receipt in receipts]]
        for id in waiting[1:2]:
            other.put(id, _version({"a": b"other"}), None)
        try:
            receipts += group.flush()
        except Conflict as error:
            lost = list(error.ids)
        receipts += group.flush()
    assert lost == waiting[1:2], f"a Conflict at a flush names those that lost: {waiting[1:2]}, not {lost}"
    assert [each.id for each in receipts] == [each for each in ids if each not in lost], "the others are acknowledged"
    for id in ids:
        assert store.read(id, "a") == (b"other" if id in lost else b"group"), "who came first is stored"
    _require_sound(store)
    for client in (store, other):
        client.close()


# ── Whole objects ───────────────────────────────────────────────────────────


def _replaced_object_keeps_nothing(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    store.put(_ID, _version({"a": b"secret", "t": b"x"}), None)
    store.put(_ID, _version({"a": b"secret 2"}), _found(store, _ID))
    receipt = store.replace(_ID, _version({"tombstone.json": b"{}"}), _found(store, _ID), how="purged")
    assert (receipt.version, receipt.how) == ("v1", "purged"), "a replacement is the object's v1, as the ledger says"
    found = _found(store, _ID)
    assert found.head == "v1", "a replacement is the object's v1"
    assert found.version().files().keys() == {"tombstone.json"}, "a replacement has its own files only"
    assert [line.how for line in store.ledger()] == ["put", "put", "purged"], "the ledger says how"
    for path in _files(store.tree, store.path(_ID)):
        assert b"secret" not in store.tree.read(path), "nothing stays of what was replaced"
    store.put(_ID, _version({"a": b"again"}), found)
    assert store.read(_ID, "a") == b"again", "a replaced object may have later versions"
    two = (_version({"a": b"first"}), _version({"a": b"second"}))
    assert store.replace(_ID, two, _found(store, _ID), how="purged").version == "v2", "the receipt is of the head"
    assert [store.read(_ID, "a", each) for each in ("v1", "v2")] == [b"first", b"second"], "each version is there"
    assert [(line.head, line.how) for line in store.ledger()][-1:] == [("v2", "purged")], "the ledger has the last"
    _require_sound(store)
    store.close()


def _removed_object_is_gone(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    store.put(_ID, _version({"a": b"one"}), None)
    receipt = store.remove(_ID, _found(store, _ID), how="packed", at="2026-02-02T00:00:00Z")
    assert (receipt.version, receipt.how) == ("v1", "packed"), "the receipt of a removal says what was removed"
    assert store.find(_ID) is None, "a removed object is not found"
    assert list(store.ids()) == [], "a removed object has no place"
    assert not store.tree.exists(store.path(_ID)), "nothing lies where a removed object lay"
    assert [(line.how, line.at) for line in store.ledger()][1:] == [("packed", "2026-02-02T00:00:00Z")], (
        "the ledger says how and when"
    )
    store.put(_ID, _version({"a": b"two"}), None)
    assert store.read(_ID, "a") == b"two", "an id whose object was removed may be put again"
    _require_sound(store)
    store.close()


def _adopted_object_is_the_same(make_store: MakeStore, name: str) -> None:
    source, store = make_store(name), make_store(f"{name}-copy")
    source.put(_ID, _version({"a": b"one"}), None)
    source.put(_ID, _version({"a": b"two"}), _found(source, _ID))
    folder = source.path(_ID)
    files = {path.removeprefix(f"{folder}/"): source.tree.read(path) for path in _files(source.tree, folder)}
    inventory = files[inventories.FILE]
    damaged: list[Mapping[str, bytes]] = [
        {**files, "v1/content/a": b"forged"},
        {**files, "v1/content/b": b"more"},
        {**files, inventories.FILE: inventory.replace(b"example", b"exempla")},
        {path: content for path, content in files.items() if path != "v2/content/a"},
        {path: content for path, content in files.items() if path != inventories.FILE},
        {},
    ]
    for each in damaged:
        with _refused(FixityError, "an object that is damaged"):
            store.adopt(_ID, each.items(), how="replicated")
    with _refused(FixityError, "an object of another id"):
        store.adopt("urn:example:other", files.items(), how="replicated")
    with _refused(ArchiveError, "a path that leads out"):
        store.adopt(_ID, {**files, "../x": b""}.items(), how="replicated")
    assert list(store.ids()) == [] == list(store.ledger()), "what was refused leaves nothing"
    receipt = store.adopt(_ID, files.items(), how="replicated")
    assert (receipt.version, receipt.how) == ("v2", "replicated"), "the receipt is of the head"
    assert store.find(_ID) == source.find(_ID), "an adopted object is the same"
    assert [(line.head, line.how) for line in store.ledger()] == [("v1", "replicated"), ("v2", "replicated")], (
        "the ledger has every version of an adopted object"
    )
    with _refused(Conflict, "an object that is there"):
        store.adopt(_ID, files.items(), how="replicated")
    _require_sound(store)
    for client in (source, store):
        client.close()


# ── Logs, and what is set aside ─────────────────────────────────────────────


def _notes_come_with_their_act(make_store: MakeStore, name: str) -> None:
    source, store = make_store(name), make_store(f"{name}-copy")
    log = "events/2026-01.jsonl"
    source.put(_ID, _version({"a": b"one"}), None, notes=[(log, b"1"), ("events/2026-02.jsonl", b"2")])
    with _refused(Conflict, "a first version where one is"):
        source.put(_ID, _version({"a": b"two"}), None, notes=[(log, b"3")])
    with _refused(ArchiveError, "a path that leads out"):
        source.put(_ID, _version({"../a": b"two"}), _found(source, _ID), notes=[(log, b"4")])
    folder = source.path(_ID)
    files = {path.removeprefix(f"{folder}/"): source.tree.read(path) for path in _files(source.tree, folder)}
    source.replace(_ID, _version({"a": b"two"}), _found(source, _ID), how="purged", notes=[(log, b"5")])
    assert list(source.log(log)) == [b"1", b"5"], "a note is in its log when its act was done, and only then"
    assert list(source.log("events/2026-02.jsonl")) == [b"2"], "each note goes to its own log"
    with _refused(FixityError, "an object that is damaged"):
        store.adopt(_ID, {**files, "v1/content/b": b"more"}.items(), how="adopted", notes=[(log, b"6")])
    store.adopt(_ID, files.items(), how="adopted", notes=[(log, b"7")])
    with _refused(Conflict, "an object that is there"):
        store.adopt(_ID, files.items(), how="adopted", notes=[(log, b"8")])
    store.settle(_ID)
    assert list(store.log(log)) == [b"7"], "a note is in its log when its act was done, and only then"
    for client in (source, store):
        _require_sound(client)
        client.close()


def _logs_are_appended_to(make_store: MakeStore, name: str) -> None:
    store, other = make_store(name), make_store(name)
    store.append("fixity/2026-01.jsonl", [b"1", b"2"])
    other.append("fixity/2026-01.jsonl", [b"3"])
    assert list(store.log("fixity/2026-01.jsonl")) == [b"1", b"2", b"3"], "a log keeps its lines in their order"
    assert list(store.log("fixity/2026-02.jsonl")) == [], "logs are apart"
    with _refused(ArchiveError, "a log outside our area"):
        store.append("../../x", [b"1"])
    for client in (store, other):
        client.close()


def _files_are_set_aside_whole(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    files = {"reason.json": b"{}", "in/put.txt": b"1"}
    place = store.set_aside("batch/1", files.items())
    for path, content in files.items():
        assert store.tree.read(f"{place}/{path}") == content, "what is set aside is kept as it was"
    assert store.set_aside("batch/1", files.items()) == place, "the same, set aside again, is kept once"
    second = store.set_aside("batch/1", {"reason.json": b"2"}.items())
    assert second != place, "another of the same name is kept beside it"
    assert store.tree.read(f"{place}/reason.json") == b"{}", "what was set aside stays"
    assert list(store.ids()) == [], "what is set aside is no object"
    store.close()


def _nothing_happens_by_itself(make_store: MakeStore, name: str) -> None:
    store = make_store(name)
    store.put(_ID, _version({"a": b"one"}), None)
    store.append("fixity/2026-01.jsonl", [b"1"])
    store.close()
    store = make_store(name)
    before = {path: store.tree.read(path) for path in _files(store.tree, "")}
    assert store.repair(dry_run=True) == (), "a root that no crash met has nothing to mend"
    assert store.repair() == (), "a root that no crash met has nothing to mend"
    store.close()
    after = {path: make_store(name).tree.read(path) for path in _files(store.tree, "")}
    assert {path for path in after if after[path] != before.get(path) and not path.endswith(".lock")} == set(), (
        "a repair of a sound root changes nothing"
    )
    assert before.keys() - after.keys() == set(), "a repair of a sound root removes nothing"


_CLAUSES = (
    _new_root_is_empty,
    _put_is_found_by_every_client,
    _later_versions_keep_the_older_ones,
    _what_cannot_be_stored_is_refused_whole,
    _put_on_another_head_is_a_conflict,
    _of_racing_writers_one_wins,
    _reader_sees_old_or_new,
    _group_acknowledges_at_its_flush,
    _group_flushes_before_an_update,
    _group_left_by_an_exception_drops_what_waits,
    _group_names_those_that_lost,
    _replaced_object_keeps_nothing,
    _removed_object_is_gone,
    _adopted_object_is_the_same,
    _notes_come_with_their_act,
    _logs_are_appended_to,
    _files_are_set_aside_whole,
    _nothing_happens_by_itself,
)


# ── Words of the clauses ────────────────────────────────────────────────────


def _version(files: Mapping[str, bytes | str], fixity: Mapping[str, str] | None = None) -> NewVersion:
    return NewVersion("2026-01-01T00:00:00Z", "conformance", _USER, files, fixity or {})


def _found(store: Store, id: str) -> Inventory:
    found = store.find(id)
    assert found is not None, f"{id} was acknowledged and is not found"
    return found


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _files(tree: Tree, folder: str) -> Iterator[str]:
    for each in tree.entries(folder):
        path = f"{folder}/{each.name}" if folder else each.name
        if each.kind == "folder":
            yield from _files(tree, path)
        else:
            yield path


def _require_sound(store: Store) -> None:
    """Raise AssertionError unless every object is valid OCFL, in its place, and as the chained ledger has it."""
    known = {line.id: line for line in chained(line.serialise() for line in store.ledger())}
    for id in store.ids():
        report = check_object(store.tree, store.path(id), strict=True)
        faults = [f"{each.path}: {each.words}" for each in report.findings if each.kind == "error"]
        assert not faults, f"every object is valid OCFL: {faults[0]}"
        content = store.tree.read(f"{store.path(id)}/{inventories.FILE}")
        assert known[id].inventory == inventories.sha512(content), f"the ledger has the head of {id}"
    gone = {id for id, line in known.items() if line.how == "packed"}
    assert known.keys() - gone == set(store.ids()), "every object in the ledger is there, and every one there in it"


class _refused:  # noqa: N801 - it reads as a word: with _refused(…)
    """What happens within must raise an error of the class."""

    def __init__(self, error: type[Exception], what: str) -> None:
        self._error, self._what = error, what

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> bool:
        assert kind is not None, f"{self._what} is refused with {self._error.__name__}"
        return issubclass(kind, self._error)

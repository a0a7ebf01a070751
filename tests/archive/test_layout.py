"""Where objects lie: the examples of OCFL's own extensions, and a thousand ids that mean harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.archive import layout
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User
from converter.archive.layout import FLAT, HASH_AND_ID, HASHED, Layout
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError

_NASTY_PIECES = (
    "", ".", "..", "/", "../", "\\", "\0", "\n", "\r", "\t", " ", "~", ":", "*", "?", "|", '"', "<", "%", "%2e%2e%2f",
    "%00", "CON", "nul.txt", "COM1", "lpt9", "extensions", "0=ocfl_1.1", "ocfl_layout.json", "inventory.json", "a" * 90,
    "é", "e\u0301", "\u202e", "\ufeff", "𝒳", "漢" * 70, "\x1b[31m", "\ud800", "urn:newsml:x", "https://e.x/a?b=c#d",
    "-rf", "$(id)", "`id`", "'; drop table article; --",
)  # fmt: skip


def _nasty_ids(count: int) -> list[str]:
    """Return ids of one piece, then of two, then of three: each piece stands at the front, in the middle and behind."""
    ids: dict[str, None] = dict.fromkeys(_NASTY_PIECES)
    for first in _NASTY_PIECES:
        for second in _NASTY_PIECES:
            ids[first + second] = ids[first + "/" + second + first] = None
    return list(ids)[:count]


@pytest.mark.parametrize(
    ("id", "used", "path"),
    [
        ("object-01", Layout(HASHED, "sha256", 3, 3), "3c0/ff4/240/" + (
            "3c0ff4240c1e116dba14c7627f2319b58aa3d77606d0d90dfc6161608ac987d4")),
        ("..hor/rib:le-$id", Layout(HASHED, "sha256", 3, 3), "487/326/d8c/" + (
            "487326d8c2a3c0b885e23da1469b4d6671fd4e76978924b4443e9e3c316cda6d")),
        ("object-01", Layout(HASHED, "md5", 2, 15, short=True), "ff/75/53/44/92/48/5e/ab/b3/9f/86/35/67/28/88/4e"),
        ("object-01", Layout(HASHED, "sha256", 0, 0), (
            "3c0ff4240c1e116dba14c7627f2319b58aa3d77606d0d90dfc6161608ac987d4")),
        ("object-01", Layout(HASH_AND_ID, "sha256", 3, 3), "3c0/ff4/240/object-01"),
        ("..hor/rib:le-$id", Layout(HASH_AND_ID, "sha256", 3, 3), "487/326/d8c/%2e%2ehor%2frib%3ale-%24id"),
        ("object-01", Layout(FLAT), "object-01"),
    ],
)  # fmt: skip
def test_objects_lie_where_the_extensions_examples_have_them(id: str, used: Layout, path: str) -> None:
    assert used.path(id) == path


def test_long_id_is_cut_and_its_digest_appended() -> None:
    last = Layout(HASH_AND_ID).path("x" * 101).rpartition("/")[2]

    assert last.startswith("x" * 100 + "-")
    assert len(last) == 165


@pytest.mark.parametrize(
    "used", [Layout(), Layout(HASH_AND_ID), Layout(HASH_AND_ID, tuple_size=0, tuples=0), Layout(FLAT)]
)
def test_a_thousand_nasty_ids_lead_nowhere_else(used: Layout) -> None:
    placed: dict[str, str] = {}
    for id in _nasty_ids(1000):
        try:
            path = used.path(id)
        except ArchiveError:
            continue
        assert path not in placed, f"{id!r} lies where {placed[path]!r} does"
        placed[path] = id
        assert os.path.normpath(path) == path
        for component in path.split("/"):
            assert layout.is_portable(component) or used.name == HASH_AND_ID
            assert len(component.encode()) <= 180
            assert component not in ("", ".", "..")
        assert not path.startswith(("extensions", layout.FILE, "0=", "1="))
    assert len(placed) > (100 if used.name == FLAT else 900)


@pytest.mark.slow
def test_a_thousand_nasty_ids_are_stored_and_found_again(tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), durability="none")
    stored = []
    for id in _nasty_ids(1000):
        new = NewVersion(
            "2026-01-01T00:00:00Z", "put", User("T", "mailto:t@example.org"), {"a": id.encode("utf-8", "replace")}
        )
        try:
            store.put(id, new, None)
        except ArchiveError:
            assert id == "" or "\ud800" in id
            continue
        stored.append(id)
    store.close()

    assert sorted(store.ids()) == sorted(stored)
    assert all(store.read(id, "a") == id.encode() for id in stored)
    assert sorted(os.listdir(tmp_path)) == ["root"]


@pytest.mark.parametrize("used", [Layout(), Layout(HASH_AND_ID, "sha512", 2, 4), Layout(FLAT)])
def test_layout_of_a_root_is_read_from_what_it_says(used: Layout, tmp_path: Path) -> None:
    FolderStore.create(str(tmp_path / "root"), layout=used).close()

    assert layout.read(FolderTree(str(tmp_path / "root"))) == used


@pytest.mark.parametrize(
    "config", ['{"digestAlgorithm":"crc"}', '{"tupleSize":40}', '{"tupleSize":0}', "[]", "{", '{"extensionName":"x"}']
)
def test_layout_that_is_not_known_is_only_read(config: str, tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"))
    new = NewVersion("2026-01-01T00:00:00Z", "put", User("T", "mailto:t@example.org"), {"a": b"1"})
    store.put("urn:x:1", new, None)
    (tmp_path / "root" / "extensions" / HASHED / "config.json").write_text(config)

    opened = FolderStore.open(str(tmp_path / "root"))

    assert not opened.writable
    assert opened.read("urn:x:1", "a") == b"1"
    assert opened.find("urn:x:2") is None
    with pytest.raises(ArchiveError):
        opened.put("urn:x:2", new, None)

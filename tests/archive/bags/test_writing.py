"""A bag is written whole or not at all, always with the same bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.bags import names, writing
from converter.archive.bags.reading import read
from converter.archive.tree import FolderTree
from converter.core.errors import CannotWrite
from converter.core.version import VERSION

PAYLOAD = [("b/c.txt", b"C"), ("a.txt", b"A" * 1_500)]


def test_bag_is_what_the_standard_asks_for(tmp_path: Path) -> None:
    place = tmp_path / "bag"

    written = writing.write(
        str(place),
        PAYLOAD,
        date="2026-11-25",
        info=[("External-Identifier", "urn:x:2"), ("External-Identifier", "urn:x:1")],
        tag_files={"objects.jsonl": b"{}\n"},
    )

    assert (written.path, written.size, written.count) == (str(place), 1_501, 2)
    assert (place / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert (place / "bag-info.txt").read_text(encoding="utf-8").splitlines() == [
        "Bag-Size: 1.5 KB",
        f"Bag-Software-Agent: article-converter {VERSION}",
        "Bagging-Date: 2026-11-25",
        "External-Identifier: urn:x:1",
        "External-Identifier: urn:x:2",
        "Payload-Oxum: 1501.2",
    ]
    digest = hashlib.sha512(b"C").hexdigest()
    assert (place / "manifest-sha512.txt").read_text(encoding="utf-8").splitlines()[1] == f"{digest}  data/b/c.txt"
    assert sorted(line.split("  ")[1] for line in (place / "tagmanifest-sha256.txt").read_text().splitlines()) == [
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "objects.jsonl",
    ]
    assert read(FolderTree(str(place))).findings == ()


def test_same_files_give_the_same_bytes_in_whatever_order_they_come(tmp_path: Path) -> None:
    for name, payload in (("one", PAYLOAD), ("two", PAYLOAD[::-1])):
        writing.write(str(tmp_path / name), payload, date="2026-11-25")

    one, two = ({p.relative_to(b): p.read_bytes() for p in b.rglob("*") if p.is_file()} for b in tmp_path.iterdir())
    assert one == two


@pytest.mark.parametrize("name", ["bag.zip", "bag.tar", "Bag.TGZ", "bag.tar.gz"])
def test_name_of_a_package_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite, match="a bag is written as a folder"):
        writing.require_free(str(tmp_path / name))


def test_nothing_is_ever_replaced(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()

    with pytest.raises(CannotWrite, match="exists"):
        writing.write(str(tmp_path / "bag"), PAYLOAD, date="2026-11-25")
    assert os.listdir(tmp_path / "bag") == []


def broken() -> Iterator[tuple[str, bytes]]:
    yield "a.txt", b"A"
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        (broken(), KeyboardInterrupt),
        ([("a.txt", b"A"), ("A.txt", b"B")], CannotWrite),
        ([("a.txt", b"A"), ("a.txt", b"B")], CannotWrite),
        ([("../x", b"A")], CannotWrite),
        ([("../../../x", b"A")], CannotWrite),
    ],
)
def test_bag_that_fails_leaves_nothing(
    tmp_path: Path, payload: Iterator[tuple[str, bytes]], error: type[BaseException]
) -> None:
    with pytest.raises(error):
        writing.write(str(tmp_path / "bag"), payload, date="2026-11-25")

    assert os.listdir(tmp_path) == []


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as error:
        writing.write(str(tmp_path / "none" / "bag"), PAYLOAD, date="2026-11-25")

    assert "none" in error.value.where


@given(st.text(min_size=1))
def test_encoded_path_is_one_line_and_reads_back(path: str) -> None:
    encoded = names.encode(path)

    assert "\n" not in encoded
    assert "\r" not in encoded
    assert names.decode(encoded) == path


ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(ids, unique=True, max_size=20))
def test_no_two_ids_have_folders_that_are_twins(ids: list[str]) -> None:
    folders = [names.folder_of(id) for id in (*ids, *(id.swapcase() for id in ids if id.swapcase() not in ids))]

    assert len({names.twin_key(each) for each in folders}) == len(set(folders))
    for each in folders:
        assert each.isascii()
        assert len(each) <= 180
        assert "%" not in each
        assert not names.unsafe(each)


def test_folder_of_an_id_can_be_read() -> None:
    assert names.folder_of("urn:newsml:example.com:A1").startswith("urn=3anewsml=3aexample.com=3a=411-")
    assert len(names.folder_of("http://example.com/" + "é" * 1_000)) < 140

"""ZIP and tar: their files, and what makes a package be refused whole."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from tests.readers.containers.made import STORY, members, tarred, zipped

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\\:"), min_size=1, max_size=20).filter(
    lambda name: name not in (".", "..")
)


@given(st.dictionaries(names, st.binary(max_size=100), max_size=5))
def test_files_of_a_zip_come_out_as_they_went_in(files: dict[str, bytes]) -> None:
    assert {each.name: each.content for each in members("zip", zipped(files.items()))} == files


@given(st.dictionaries(names, st.binary(max_size=100), max_size=5), st.sampled_from(["w", "w:gz", "w:bz2", "w:xz"]))
def test_files_of_a_tar_come_out_as_they_went_in(files: dict[str, bytes], how: str) -> None:
    assert {each.name: each.content for each in members("tar", tarred(files.items(), how))} == files


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/etc/passwd", "has an absolute path"),
        ("\\windows\\a.txt", "has an absolute path"),
        ("C:/a.txt", "has an absolute path"),
        ("../a.txt", "leads out of the package"),
        ("a/../../b.txt", "leads out of the package"),
        ("a\\..\\b.txt", "leads out of the package"),
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_member_that_leads_elsewhere_is_named(kind: str, name: str, words: str) -> None:
    make: Callable[[list[tuple[str, bytes]]], bytes] = zipped if kind == "zip" else tarred

    with pytest.raises(UnreadableInput, match=f"its member “.*” {words}: the package is refused"):
        members(kind, make([("good.txt", STORY), (name, STORY)]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_second_member_of_a_name_is_refused(kind: str) -> None:
    make = zipped if kind == "zip" else tarred

    with pytest.raises(UnreadableInput, match=r"“a\.txt” is there twice"):
        members(kind, make([("a.txt", STORY), ("a.txt", b"other")]))


def test_link_in_a_zip_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")

    with pytest.raises(UnreadableInput, match=r"“link\.txt” is a link"):
        members("zip", made.getvalue())


@pytest.mark.parametrize(
    ("kind", "words"),
    [(tarfile.SYMTYPE, "is a link"), (tarfile.LNKTYPE, "is a link"), (tarfile.FIFOTYPE, "is no regular file")],
)
def test_special_member_of_a_tar_is_refused(kind: bytes, words: str) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as package:
        entry = tarfile.TarInfo("odd.txt")
        entry.type = kind
        entry.linkname = "/etc/passwd"
        package.addfile(entry)

    with pytest.raises(UnreadableInput, match=f"“odd.txt” {words}"):
        members("tar", made.getvalue())


def test_encrypted_member_is_refused() -> None:
    content = bytearray(zipped([("secret.txt", STORY)]))
    content[6] |= 1  # The flag in the local header,
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1  # and in the directory.

    with pytest.raises(UnreadableInput, match=r"“secret\.txt” is encrypted"):
        members("zip", bytes(content))


def test_members_that_share_bytes_are_refused() -> None:
    content = bytearray(zipped([("a.txt", STORY * 10), ("b.txt", STORY * 10)]))
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = struct.pack("<L", 1)  # Where its local header would be.

    with pytest.raises(UnreadableInput, match="overlaps another"):
        members("zip", bytes(content))


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_bomb_is_refused_while_it_is_unpacked(kind: str) -> None:
    bomb = bytes(30 << 20)
    content = zipped([("bomb.txt", bomb)]) if kind == "zip" else tarred([("bomb.txt", bomb)], "w:gz")

    with pytest.raises(LimitExceeded, match="unpacks to more than 200 times"):
        members(kind, content)


@pytest.mark.parametrize("kind", ["zip", "tar"])
@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(members=2), "the number of members"),
        (Limits(unpacked_bytes=100), "unpacks to more than 100 bytes"),
        (Limits(input_bytes=50), "“0.txt” unpacks to more than 50 bytes"),
    ],
)
def test_limits_of_packages_hold(kind: str, limits: Limits, words: str) -> None:
    make = zipped if kind == "zip" else tarred

    with pytest.raises(LimitExceeded, match=words):
        members(kind, make([(f"{number}.txt", STORY) for number in range(3)]), limits)


@pytest.mark.parametrize("kind", ["zip", "tar"])
@given(st.data())
def test_damage_is_one_error(kind: str, data: st.DataObject) -> None:
    make = zipped if kind == "zip" else tarred
    content = bytearray(make([("a.txt", STORY), ("b.txt", STORY * 3)]))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(0, len(content)))])

    try:
        found = members(kind, cut)
    except UnreadableInput:
        return
    assert all(isinstance(each.content, bytes) for each in found)

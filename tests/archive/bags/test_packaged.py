"""A bag in one file is read where it is, under the limits of packages."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from converter.archive.bags import packaged
from converter.archive.bags.reading import read
from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from tests.archive.bags.made import make_bag

Member = tuple[str | zipfile.ZipInfo, bytes]


def files_of(bag: Path) -> list[Member]:
    return [
        (path.relative_to(bag.parent).as_posix(), path.read_bytes())
        for path in sorted(bag.rglob("*"))
        if path.is_file()
    ]


def zipped(path: Path, members: Iterable[Member]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            package.writestr(name, content)
    return path


def tarred(path: Path, members: Iterable[Member]) -> Path:
    with tarfile.open(path, "w") as package:
        for name, content in members:
            info = tarfile.TarInfo(str(name))
            info.size = len(content)
            package.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_packaged_bag_is_read_as_its_folder_is(tmp_path: Path, pack: Callable[[Path, Iterable[Member]], Path]) -> None:
    bag = make_bag(tmp_path / "bag", {"a.txt": b"A", "b/c.txt": os.urandom(3_000_000)})
    place = pack(tmp_path / "package", files_of(bag))

    with packaged.opened(str(bag), Limits()) as folder, packaged.opened(str(place), Limits()) as package:
        assert read(package) == read(folder)
        assert read(package).is_acceptable
        assert package.entries("data") == folder.entries("data")
        assert package.exists("data/b")
        assert package.read("data/a.txt") == b"A"
        for absent in ("data/x", "x"):
            assert not package.exists(absent)
            with pytest.raises(FileNotFoundError):
                package.read(absent)
            with pytest.raises(FileNotFoundError):
                package.entries(absent)


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("../x", "leads out"),
        ("/x", "absolute path"),
        ("bag/../../x", "leads out"),
        ("other/x", "one folder"),
        ("bag/bagit.txt/x", "both file and folder"),
    ],
)
def test_member_with_an_unsafe_name_is_refused(
    tmp_path: Path, pack: Callable[[Path, Iterable[Member]], Path], more: str, words: str
) -> None:
    place = pack(tmp_path / "package", [*files_of(make_bag(tmp_path / "bag")), (more, b"x")])

    with pytest.raises(UnreadableInput, match=words), packaged.opened(str(place), Limits()):
        pass


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_bag_without_its_folder_is_refused(tmp_path: Path, pack: Callable[[Path, Iterable[Member]], Path]) -> None:
    files = [(str(name).partition("/")[2], content) for name, content in files_of(make_bag(tmp_path / "bag"))]
    place = pack(tmp_path / "package", files)

    with pytest.raises(UnreadableInput, match="does not hold one folder"), packaged.opened(str(place), Limits()):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_member_that_is_there_twice_is_refused(tmp_path: Path, pack: Callable[[Path, Iterable[Member]], Path]) -> None:
    files = files_of(make_bag(tmp_path / "bag"))
    for number, again in enumerate((files[0], (f"./{files[0][0]}", b"x"))):
        place = pack(tmp_path / f"package{number}", [*files, again])

        with pytest.raises(UnreadableInput, match="twice"), packaged.opened(str(place), Limits()):
            pass


def test_links_in_packages_are_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("bag/data/link")
    info.external_attr = 0o120777 << 16
    as_zip = zipped(tmp_path / "link.zip", [*files_of(make_bag(tmp_path / "bag")), (info, b"/etc/passwd")])
    as_tar = tmp_path / "link.tar"
    with tarfile.open(as_tar, "w") as package:
        link = tarfile.TarInfo("bag/data/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        package.addfile(link)

    for place in (as_zip, as_tar):
        with pytest.raises(UnreadableInput, match="link"), packaged.opened(str(place), Limits()):
            pass


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(members=3, unpack_ratio=1_000_000), "members"),
        (Limits(unpacked_bytes=1_000), "unpacked_bytes"),
        (Limits(unpack_ratio=3), "unpack_ratio"),
    ],
)
def test_package_over_a_limit_is_refused(tmp_path: Path, limits: Limits, name: str) -> None:
    place = zipped(tmp_path / "bag.zip", files_of(make_bag(tmp_path / "bag", {"a.txt": b"A" * 3_000_000})))

    with pytest.raises(LimitExceeded, match=f"limit {name}"), packaged.opened(str(place), limits):
        pass


def test_folders_of_a_package_may_be_deep(tmp_path: Path) -> None:
    path = "/".join(["a"] * 3_000) + "/b"
    place = zipped(tmp_path / "bag.zip", [*files_of(make_bag(tmp_path / "bag")), (f"bag/data/{path}", b"x")])

    with packaged.opened(str(place), Limits()) as tree:
        assert [(each.code, each.path) for each in read(tree).findings] == [("bag-file-unlisted", f"data/{path}")]


def test_damaged_member_is_a_finding(tmp_path: Path) -> None:
    place = tmp_path / "bag.zip"
    with zipfile.ZipFile(place, "w") as package:
        for name, content in files_of(make_bag(tmp_path / "bag", {"a.txt": b"a sentence that is stored"})):
            package.writestr(name, content)
    place.write_bytes(place.read_bytes().replace(b"a sentence that is stored", b"a sentence that was stored"[:25]))

    with packaged.opened(str(place), Limits()) as tree:
        assert ("bag-unreadable", "data/a.txt") in [(each.code, each.path) for each in read(tree).findings]


@pytest.mark.parametrize("content", [b"", b"no package", b"PK\x05\x06" + b"\xff" * 18, b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "bag.zip"
    place.write_bytes(content)

    with pytest.raises(UnreadableInput), packaged.opened(str(place), Limits()):
        pass


def test_bag_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bag.zip").write_bytes(b"PK")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(packaged, "open", refuse, raising=False)
    with (
        pytest.raises(UnreadableInput, match="permission denied"),
        packaged.opened(str(tmp_path / "bag.zip"), Limits()),
    ):
        pass


def test_missing_bag_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"), packaged.opened(str(tmp_path / "none"), Limits()):
        pass

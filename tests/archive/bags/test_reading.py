"""A bag is believed only when all of it was checked."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.bags import tags
from converter.archive.bags.findings import CODES
from converter.archive.bags.reading import Bag, read
from converter.archive.tree import FolderTree
from converter.core.errors import UnreadableInput
from tests.archive.bags.made import line, make_bag
from tests.tree import ROOT


def checked(folder: Path) -> Bag:
    return read(FolderTree(str(folder)))


def codes(bag: Bag) -> list[tuple[str, str, str]]:
    return [(each.code, each.path, each.kind) for each in bag.findings]


def assert_refused(folder: Path, code: str, where: str, words: str = "") -> None:
    """Assert that the bag has this finding and that import says so in one line, exit 3."""
    bag = checked(folder)
    found = [each for each in bag.findings if each.code == code and each.path == where]
    assert found, codes(bag)
    assert words in found[0].words
    assert not bag.is_acceptable
    with pytest.raises(UnreadableInput) as error:
        bag.require("the bag")
    assert error.value.exit_code == 3
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
def test_bag_of_every_version_is_read(tmp_path: Path, version: str) -> None:
    folder = make_bag(tmp_path / "bag", {"a.txt": b"A", "b/c.txt": b"C"}, version=version)

    bag = checked(folder)

    assert codes(bag) == []
    assert bag.version == version
    assert bag.payload["data/b/c.txt"] == {"sha256": hashlib.sha256(b"C").hexdigest()}
    assert bag.read(FolderTree(str(folder)), "data/a.txt") == b"A"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/etc/passwd", "absolute"),
        ("\\\\server\\share\\x", "absolute"),
        ("~/x", "home folder"),
        ("~root/x", "home folder"),
        ("C:\\x", "drive"),
        ("c:x", "drive"),
        ("../x", "leads out"),
        ("data/../../x", "leads out"),
        ("data\\..\\..\\x", "leads out"),
        ("data/%2e%2e/x", ""),
        ("data//x", "not normal"),
        ("data/./x", "not normal"),
    ],
)
def test_path_that_leads_elsewhere_is_refused_in_a_manifest_and_in_a_fetch_list(
    tmp_path: Path, path: str, words: str
) -> None:
    in_manifest = make_bag(tmp_path / "manifest", more=line(b"x", path))
    in_fetch = make_bag(tmp_path / "fetch", replace={"fetch.txt": f"http://example.com/x 1 {path}\n".encode()})
    if not words:  # Nothing but %25, %0D and %0A is an encoding: this one is a name, and not there.
        assert_refused(in_manifest, "bag-file-missing", path)
        return

    assert_refused(in_manifest, "bag-path-unsafe", "manifest-sha256.txt", words)
    assert_refused(in_fetch, "bag-path-unsafe", "fetch.txt", words)


def test_payload_manifest_names_only_the_payload(tmp_path: Path) -> None:
    assert_refused(make_bag(tmp_path / "bag", more=line(b"x", "bagit.txt")), "bag-path-outside", "manifest-sha256.txt")


def test_links_are_refused_and_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    folder = make_bag(tmp_path / "bag", more=line(b"secret", "data/link.txt"))
    (folder / "data" / "link.txt").symlink_to(secret)
    (folder / "data" / "inner").symlink_to(tmp_path)

    assert_refused(folder, "bag-link", "data/link.txt")
    assert_refused(folder, "bag-link", "data/inner")
    assert "data/link.txt" not in checked(folder).payload


def test_link_in_the_place_of_the_declaration_is_refused(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag")
    (folder / "bagit.txt").rename(tmp_path / "bagit.txt")
    (folder / "bagit.txt").symlink_to(tmp_path / "bagit.txt")

    assert_refused(folder, "bag-unreadable", "bagit.txt")


def test_link_in_the_place_of_the_payload_is_refused(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag")
    (folder / "data").rename(tmp_path / "data")
    (folder / "data").symlink_to(tmp_path / "data")

    assert_refused(folder, "bag-payload-missing", "data")


def test_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", more=line(b"", "data/pipe"))
    os.mkfifo(folder / "data" / "pipe")

    assert_refused(folder, "bag-special-file", "data/pipe")


def test_fetch_list_is_refused_by_name_even_of_a_valid_bag(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"fetch.txt": b"http://example.com/x 6 data/story.txt\n"})

    assert_refused(folder, "bag-fetch-listed", "fetch.txt", "nothing is ever fetched")
    assert checked(folder).is_valid


def test_fetched_file_must_be_in_a_manifest(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"fetch.txt": b"http://example.com/x - data/other.txt\n"})

    assert_refused(folder, "bag-fetch-unlisted", "fetch.txt")


def test_names_that_differ_only_in_composition_are_refused(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "Núñez.txt")
    folder = make_bag(tmp_path / "bag", {composed: b"A", unicodedata.normalize("NFD", composed): b"B"})

    assert_refused(folder, "bag-name-twins", f"data/{composed}")


def test_names_that_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    assert_refused(make_bag(tmp_path / "bag", {"a.txt": b"A", "A.TXT": b"B"}), "bag-name-twins", "data/a.txt")
    assert_refused(make_bag(tmp_path / "sharp", {"straße": b"A", "STRASSE": b"B"}), "bag-name-twins", "data/straße")


def test_twin_with_another_digest_does_not_stand_for_a_missing_file(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", {"a.txt": b"A"}, more=line(b"B", "data/A.TXT"))

    assert_refused(folder, "bag-file-missing", "data/A.TXT")


@pytest.mark.parametrize(("version", "kind"), [("0.97", "refused"), ("1.0", "invalid")])
def test_manifests_that_list_different_files_are_refused(tmp_path: Path, version: str, kind: str) -> None:
    folder = make_bag(
        tmp_path / "bag",
        {"a.txt": b"A", "b.txt": b"B"},
        version=version,
        replace={"manifest-sha512.txt": line(b"A", "data/a.txt", "sha512").encode()},
    )

    assert_refused(
        folder, "bag-manifests-differ", "data/b.txt", "is in manifest-sha256.txt and not in manifest-sha512.txt"
    )
    assert {each.kind for each in checked(folder).findings} == {kind}


def test_mark_of_byte_order_is_refused(tmp_path: Path) -> None:
    declaration = b"\xef\xbb\xbfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    assert_refused(make_bag(tmp_path / "bag", replace={"bagit.txt": declaration}), "bag-declaration-bom", "bagit.txt")


@pytest.mark.parametrize(("version", "kind"), [("0.97", "refused"), ("1.0", "invalid")])
@pytest.mark.parametrize(
    "first", ["BagIt-Version : {}", "BagIt-Version: {} ", " BagIt-Version: {}", "BagIt-Version:{}"]
)
def test_loose_white_space_in_the_declaration_is_refused(tmp_path: Path, version: str, kind: str, first: str) -> None:
    declaration = f"{first.format(version)}\nTag-File-Character-Encoding: UTF-8\n".encode()
    folder = make_bag(tmp_path / "bag", version=version, replace={"bagit.txt": declaration})

    assert_refused(folder, "bag-declaration-loose", "bagit.txt")
    assert [each.kind for each in checked(folder).findings] == [kind]


@pytest.mark.parametrize(
    ("declaration", "code"),
    [
        (None, "bag-declaration-missing"),
        (b"", "bag-declaration-malformed"),
        (b"BagIt-Version: 1.0\n", "bag-declaration-malformed"),
        (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n", "bag-declaration-malformed"),
        (b"Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bag-declaration-malformed"),
        (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: \xff\n", "bag-declaration-malformed"),
        (b"BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", "bag-version-unknown"),
        (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: klingon\n", "bag-encoding-unknown"),
        (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: base64\n", "bag-encoding-unknown"),
    ],
)
def test_declaration_that_says_nothing_certain_ends_the_check(
    tmp_path: Path, declaration: bytes | None, code: str
) -> None:
    folder = make_bag(tmp_path / "bag", replace={"bagit.txt": declaration})

    assert [each.code for each in checked(folder).findings] == [code]
    assert_refused(folder, code, "bagit.txt")


def test_changed_missing_and_added_files_are_found(tmp_path: Path) -> None:
    folder = make_bag(
        tmp_path / "bag",
        {"a.txt": b"A", "b.txt": b"B"},
        replace={"data/a.txt": b"X", "data/b.txt": None, "data/c.txt": b"C"},
    )

    assert codes(checked(folder)) == [
        ("bag-file-missing", "data/b.txt", "invalid"),
        ("bag-file-unlisted", "data/c.txt", "invalid"),
        ("bag-digest-differs", "data/a.txt", "invalid"),
    ]


def test_changed_tag_file_is_found(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"note.txt": b"as it was"})
    (folder / "note.txt").write_bytes(b"as it is")

    assert_refused(folder, "bag-digest-differs", "note.txt", "tagmanifest-sha256.txt")


def test_missing_tag_file_is_found(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"note.txt": b"as it was"})
    (folder / "note.txt").unlink()

    assert_refused(folder, "bag-file-missing", "note.txt", "tagmanifest-sha256.txt")


@pytest.mark.parametrize(
    ("said", "code"), [("5.1", "bag-oxum-differs"), ("6.2", "bag-oxum-differs"), ("six", "bag-oxum-malformed")]
)
def test_payload_must_be_as_large_as_the_oxum_says(tmp_path: Path, said: str, code: str) -> None:
    folder = make_bag(tmp_path / "bag", replace={"bag-info.txt": f"Payload-Oxum: {said}\n".encode()})

    assert_refused(folder, code, "bag-info.txt", said)


def test_repeated_oxum_is_refused(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"bag-info.txt": b"Payload-Oxum: 6.1\nPayload-Oxum: 6.1\n"})

    assert_refused(folder, "bag-metadata-repeated", "bag-info.txt")


def test_metadata_are_read_in_order_with_their_repetitions_and_folds(tmp_path: Path) -> None:
    info = b"Contact-Name: A\r\nContact-Name: B\rExternal-Description: one\n  two\n\tthree\n"
    folder = make_bag(tmp_path / "bag", replace={"bag-info.txt": info})

    bag = checked(folder)

    assert bag.info == (("Contact-Name", "A"), ("Contact-Name", "B"), ("External-Description", "one two three"))
    assert bag.is_acceptable


def test_metadata_without_colon_are_refused(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"bag-info.txt": b"Contact-Name\n"})

    assert_refused(folder, "bag-tag-file-malformed", "bag-info.txt")


@pytest.mark.parametrize("name", ["100%.txt", "a\rb.txt", "a\nb.txt", "%0A.txt", "%7Ea.txt", "ends in a space "])
def test_encoded_names_of_version_1_are_the_names_that_they_stand_for(tmp_path: Path, name: str) -> None:
    encoded = name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0a")
    folder = make_bag(
        tmp_path / "bag",
        {name: b"A"},
        replace={"manifest-sha256.txt": line(b"A", f"data/{encoded}").encode()},
    )

    bag = checked(folder)

    assert codes(bag) == []
    assert list(bag.payload) == [f"data/{name}"]


def test_percent_signs_of_older_versions_stand_for_themselves(tmp_path: Path) -> None:
    bag = checked(make_bag(tmp_path / "bag", {"%0A.txt": b"A"}, version="0.97"))

    assert codes(bag) == []
    assert list(bag.payload) == ["data/%0A.txt"]


@pytest.mark.parametrize("text", ["nonsense\n", "abc  data/story.txt\n", "x" * 100_000, "0" * 64 + "\n"])
def test_line_that_is_none_of_a_manifest_is_found(tmp_path: Path, text: str) -> None:
    assert_refused(make_bag(tmp_path / "bag", more=text), "bag-tag-file-malformed", "manifest-sha256.txt")


def test_tag_file_in_another_encoding_than_declared_is_found(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag", replace={"bag-info.txt": b"Contact-Name: \xff\n"})

    assert_refused(folder, "bag-tag-file-encoding", "bag-info.txt")


@pytest.mark.parametrize(
    ("more", "version", "code", "kind"),
    [
        (line(b"Rain.\n", "data/story.txt"), "0.97", "bag-listed-twice", "warning"),
        (line(b"Rain.\n", "data/story.txt"), "1.0", "bag-listed-twice", "invalid"),
        (line(b"Sun.\n", "data/story.txt"), "0.97", "bag-listed-with-two-digests", "invalid"),
    ],
)
def test_file_listed_twice(tmp_path: Path, more: str, version: str, code: str, kind: str) -> None:
    bag = checked(make_bag(tmp_path / "bag", version=version, more=more))

    assert codes(bag) == [(code, "manifest-sha256.txt", kind)]


def test_star_of_md5sum_and_leading_dot_are_warnings(tmp_path: Path) -> None:
    content, digest = b"Rain.\n", hashlib.md5(b"Rain.\n").hexdigest()
    folder = make_bag(
        tmp_path / "bag",
        {"a.txt": content, "b.txt": content},
        algorithms=(),
        replace={"manifest-md5.txt": f"{digest} *data/a.txt\n{digest}\t./data/b.txt\n".encode()},
    )

    bag = checked(folder)

    assert codes(bag) == [
        ("bag-path-with-star", "manifest-md5.txt", "warning"),
        ("bag-path-with-dot", "manifest-md5.txt", "warning"),
    ]
    assert bag.is_acceptable


def test_bag_without_a_manifest_that_can_be_checked_is_refused(tmp_path: Path) -> None:
    unknown = make_bag(tmp_path / "unknown", algorithms=(), replace={"manifest-blake9.txt": b"00  data/story.txt\n"})

    assert_refused(unknown, "bag-manifest-missing", ".")
    assert ("bag-algorithm-unknown", "manifest-blake9.txt", "warning") in codes(checked(unknown))


def test_system_file_is_a_warning_and_its_absence_only_when_it_was_empty(tmp_path: Path) -> None:
    empty = make_bag(tmp_path / "empty", {".DS_Store": b""}, replace={"data/.DS_Store": None})
    full = make_bag(tmp_path / "full", {".DS_Store": b"x"}, replace={"data/.DS_Store": None})

    assert {each.code for each in checked(empty).findings} == {"bag-system-file", "bag-system-file-missing"}
    assert checked(empty).is_acceptable
    assert_refused(full, "bag-file-missing", "data/.DS_Store")


def test_file_that_changes_after_the_check_is_not_taken(tmp_path: Path) -> None:
    folder = make_bag(tmp_path / "bag")
    bag = checked(folder)
    (folder / "data" / "story.txt").write_bytes(b"Snow.\n")

    with pytest.raises(UnreadableInput, match="has changed"):
        bag.read(FolderTree(str(folder)), "data/story.txt")
    with pytest.raises(UnreadableInput, match="in no manifest"):
        bag.read(FolderTree(str(folder)), "data/other.txt")


text = st.text(st.sampled_from("aé𝄞\r\n\x0b\x85\u2028 "), max_size=20)


@given(text, st.sampled_from(["utf-8", "utf-16", "utf-16-be", "iso8859-1"]), st.integers(1, 7))
def test_lines_of_a_tag_file_are_the_same_in_whatever_pieces_it_comes(text: str, encoding: str, size: int) -> None:
    content = text.encode(encoding, "ignore")
    pieces = [content[start : start + size] for start in range(0, len(content), size)]

    found = list(tags.lines(pieces, encoding, "manifest-md5.txt"))

    whole = content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    assert found == whole.removesuffix("\n").split("\n") if whole else found == []


@pytest.mark.slow
def test_folders_may_be_as_deep_as_the_system_lets_them(tmp_path: Path) -> None:
    path = "/".join(["a"] * 1_050) + "/story.txt"
    folder = make_bag(tmp_path / "bag", {}, more=line(b"A", f"data/{path}"))
    here = os.open(folder / "data", os.O_RDONLY)
    for _ in range(1_050):
        os.mkdir("a", dir_fd=here)
        here, above = os.open("a", os.O_RDONLY, dir_fd=here), here
        os.close(above)
    file = os.open("story.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(file, b"A")
    os.close(file)
    os.close(here)

    bag = checked(folder)

    subprocess.run(["rm", "-rf", folder], check=True)  # Python's own way of removing is not deep enough.
    assert codes(bag) == []


def test_each_code_is_raised_by_a_test() -> None:
    tests = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "archive" / "bags").glob("test_*.py")
    )

    assert [code for code in CODES if not re.search(f'"{code}"', tests)] == []

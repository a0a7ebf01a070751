"""What goes into a batch: sorted, without links, sidecars and what no format claims."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batches.inputs import Inputs, listed
from converter.core.errors import UnreadableInput, UsageError


def write(folder: Path, *names: str | bytes) -> None:
    """Make empty files, with the folders they are in."""
    for name in names:
        path = os.path.join(os.fsencode(folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb"):
            pass


def paths(found: Inputs, *, are_written: bool = True) -> list[str]:
    """Return the paths of the inputs in their order."""
    found.settle(are_written=are_written)
    all_paths = [each.path for each in found]
    assert found.count == len(all_paths)
    return all_paths


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folder_gives_what_a_reader_claims_in_order(folder: Path) -> None:
    write(folder, "in/b.txt", "in/a/z.txt", "in/a.xml", "in/photo.jpg", "in/README", "in/C.TXT")
    found = Inputs()

    found.add("in")

    assert paths(found) == ["C.TXT", "a.xml", "a/z.txt", "b.txt"]
    assert found.passed == {"no reader for .jpg files": 1, "a name without an extension": 1}
    assert [each.name for each in found][1] == "in/a.xml"
    assert next(iter(found)).folder == str(folder / "in")


def test_order_is_that_of_the_paths_whatever_the_order_of_finding(folder: Path) -> None:
    names = [f"in/{one}/{two}.txt" for one in "dacb" for two in "3120"]
    random.Random(4).shuffle(names)
    write(folder, *names)
    one, other = Inputs(), Inputs()

    one.add("in")
    for each in names:
        other.add(each)

    assert paths(one) == sorted(name.removeprefix("in/") for name in names)
    assert paths(other) == sorted(names)


def test_links_and_special_files_are_passed_over(folder: Path) -> None:
    write(folder, "in/a.txt", "in/.hidden.txt", "in/.git/b.txt", "in/~$lock.txt", "out/c.txt")
    (folder / "in" / "link.txt").symlink_to("a.txt")
    (folder / "in" / "up").symlink_to("..")
    os.mkfifo(folder / "in" / "pipe.txt")
    found = Inputs()

    found.add("in")

    assert paths(found) == ["a.txt"]
    assert found.passed == {"a hidden name": 3, "a link": 2, "a pipe": 1}


def test_link_that_is_named_is_an_input(folder: Path) -> None:
    write(folder, "a.txt")
    (folder / "link.txt").symlink_to("a.txt")
    found = Inputs()

    found.add("link.txt")

    assert paths(found) == ["link.txt"]


def test_sidecars_are_no_inputs(folder: Path) -> None:
    write(folder, "in/a.txt", "in/a.yaml", "in/b.xml", "in/b.json", "in/orphan.yml")
    found = Inputs()

    found.add("in")

    assert paths(found) == ["a.txt", "b.xml"]
    assert found.passed == {"a sidecar of its source": 2, "a sidecar without a source": 1}


def test_sidecars_are_no_inputs_when_the_shell_names_them(folder: Path) -> None:
    write(folder, "a.txt", "a.yaml")
    found = Inputs()

    found.add("a.txt")
    found.add("a.yaml")

    assert paths(found) == ["a.txt"]


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        ((), ("draft*",), ["a.txt", "sub/a.txt"]),
        ((), ("sub/",), ["a.txt", "draft.txt"]),
        ((), ("/a.txt",), ["draft.txt", "sub/a.txt", "sub/draft.txt"]),
        (("sub/**",), ("draft*",), ["sub/a.txt"]),
        (("*.txt", "!draft.txt"), (), ["a.txt", "sub/a.txt"]),
        (("*.log",), (), ["notes.log"]),
    ],
)
def test_patterns_choose_as_in_gitignore(
    folder: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]
) -> None:
    write(folder, "in/a.txt", "in/draft.txt", "in/sub/a.txt", "in/sub/draft.txt", "in/notes.log")
    found = Inputs(include=include, exclude=exclude)

    found.add("in")

    assert paths(found) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("2024/*.txt", ["2024/b.txt"]),
        ("2024/**/*.txt", ["2024/b.txt", "2024/may/c.txt"]),
        ("20[0-9][0-9]/b.t?t", ["2024/b.txt"]),
        ("2024/m*/c.*", ["2024/may/c.txt"]),
    ],
)
def test_pattern_in_quotes_finds_what_the_shell_would(folder: Path, pattern: str, expected: list[str]) -> None:
    write(folder, "a.txt", "2024/b.txt", "2024/may/c.txt", "2024/may/d.jpg")
    found = Inputs()

    found.add(pattern)

    assert paths(found) == expected


def test_absolute_pattern_keeps_its_path_below_the_root(folder: Path) -> None:
    write(folder, "2024/b.txt")
    found = Inputs()
    os.chdir("/")

    found.add(f"{folder}/2024/*.txt")

    assert paths(found) == [f"{folder}/2024/b.txt".lstrip("/")]


def test_pattern_that_matches_nothing_is_a_fault_of_the_call(folder: Path) -> None:
    with pytest.raises(UsageError, match="matches no file"):
        Inputs().add("*.txt")


@pytest.mark.parametrize("name", ["http://example.com/a.txt", "file:///etc/passwd"])
def test_address_is_a_fault_of_the_call(name: str) -> None:
    with pytest.raises(UsageError, match="never fetched"):
        Inputs().add(name)


def test_folder_that_is_not_there_cannot_be_read(folder: Path) -> None:
    with pytest.raises(UnreadableInput, match="nowhere: no such file"):
        Inputs().add("nowhere")


def test_two_inputs_for_one_output_are_refused(folder: Path) -> None:
    write(folder, "in/a.txt", "in/a.xml", "in/b.txt", "in/b.xml", "other/c.txt")
    found = Inputs()
    found.add("in")

    with pytest.raises(UsageError, match=r"in/a.txt and in/a.xml would give one output, and 1 more such"):
        found.settle(are_written=True)
    found.settle(are_written=False)

    assert found.count == 4


def test_same_path_in_two_folders_is_refused(folder: Path) -> None:
    write(folder, "one/a.txt", "two/a.txt")
    found = Inputs()
    found.add("one")
    found.add("two")

    with pytest.raises(UsageError, match=r"one/a.txt and two/a.txt would give one output \(choose"):
        found.settle(are_written=True)


def test_folder_that_is_named_twice_counts_once(folder: Path) -> None:
    write(folder, "in/a.txt")
    (folder / "same").symlink_to("in")
    found = Inputs()
    for name in ("in", "in/", "./in", "same"):
        found.add(name)

    assert paths(found) == ["a.txt"]


def test_own_folders_are_not_walked(folder: Path) -> None:
    write(folder, "in/a.txt", "in/out/a.xml", "in/out/quarantine/x/b.txt")
    found = Inputs(skip=["in/out", "not-there"])

    found.add("in")

    assert paths(found) == ["a.txt"]


def test_what_was_made_from_sources_is_no_source_unless_it_is_named(folder: Path) -> None:
    write(folder, "a.txt", "old/a.txt", "old/.convert-batch/journal/x.jsonl", "news/0=ocfl_1.1", "news/b/b.txt")
    found, named, arrived = Inputs(), Inputs(), Inputs()

    found.add(".")
    named.add("old")
    for path in ("old/a.txt", "news/b/b.txt", "news", "a.txt"):
        arrived.add_arrived(".", str(folder / path))

    assert paths(found) == ["a.txt"]
    assert found.passed == {"a batch's folder of outputs": 1, "an archive": 1}
    assert paths(named) == ["a.txt"]
    assert paths(arrived) == ["a.txt"]


def test_folder_that_cannot_be_looked_into_is_a_fault(folder: Path) -> None:
    deep = "in"
    write(folder, "in/a.txt")
    here = os.getcwd()
    os.chdir("in")
    for _ in range(20):  # Longer than a path may be.
        os.mkdir("d" * 250)
        os.chdir("d" * 250)
    os.chdir(here)
    found = Inputs()

    found.add(deep)

    assert paths(found) == ["a.txt"]
    ((_, what),) = found.faults()
    assert what == "cannot be looked into: file name too long"


def test_hostile_names_go_through(folder: Path) -> None:
    names = [b"in/new\nline.txt", b"in/\xff\xfe.txt", b"in/\x1b[31m.txt", "in/‮.txt".encode(), b"in/ .txt"]
    write(folder, *names)
    found = Inputs()

    found.add("in")

    assert sorted(os.fsencode(path) for path in paths(found)) == sorted(name[3:] for name in names)
    assert all(os.path.exists(each.file) for each in found)


@given(
    st.lists(st.binary(min_size=1, max_size=20).map(lambda name: name.replace(b"\0", b"").replace(b"\n", b"") or b"x")),
    st.sampled_from([b"\0", b"\n"]),
    st.booleans(),
)
def test_list_of_names_is_read_back(names: list[bytes], end: bytes, has_last_end: bool) -> None:
    content = end.join(names) + (end if has_last_end and names else b"")
    if end == b"\0" and names and b"\0" not in content:
        content += b"\0"

    assert [os.fsencode(name) for name in listed(io.BytesIO(content))] == names


def test_names_with_newlines_come_through_a_list_with_nul(folder: Path) -> None:
    write(folder, "a\nb.txt")
    found = Inputs()

    found.add_listed(io.BytesIO(b"a\nb.txt\0gone.txt\0"))

    assert paths(found) == ["a\nb.txt", "gone.txt"]


def test_list_may_end_its_lines_as_windows_does(folder: Path) -> None:
    write(folder, "a.txt", "b.txt", "b.txt\r")
    found = Inputs(include=["*"])

    found.add_listed(io.BytesIO(b"\xef\xbb\xbfa.txt\r\n\r\nb.txt\r\ngone.txt\r\n"))

    assert paths(found) == ["a.txt", "b.txt\r", "gone.txt"]


def test_folder_in_a_list_is_walked(folder: Path) -> None:
    write(folder, "in/a.txt")
    found = Inputs()

    found.add_listed(io.BytesIO(b"in\n"))

    assert paths(found) == ["a.txt"]

"""Whatever single byte or file of an archive changes, verify notices it.

Not of the record, and so left out: staging, quarantine, lock files and the
catalogue, which are made anew. A log that is gone whole is not noticed, as
nothing depends on it; a byte of it that changes is.
"""

from __future__ import annotations

import functools
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.findings import Finding
from converter.archive.store import AREA
from converter.archive.tree import FolderTree
from converter.archive.verify import Scope, verify
from tests.archive.roots import Root, make_root
from tests.archive.test_inventory_rules import JSON, places, put

_NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda name: name not in (".", "..")
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    """Return an archive; each example leaves it as it was."""
    folder = tmp_path_factory.mktemp("any") / "root"
    make_root(folder)
    Root(folder).note_checks()
    yield Root(folder)
    assert errors(Root(folder)) == []


def errors(root: Root, *, quick: bool = False) -> list[Finding]:
    return [each for each in verify(FolderTree(str(root.folder)), Scope(quick=quick)) if each.kind == "error"]


@functools.cache  # Each example leaves the root as it was.
def of_the_record(root: Root, *, folders: bool = False) -> list[Path]:
    """Return the files, or the folders, that hold what was acknowledged."""
    scratch = [root.area / name for name in ("staging", "locks")]
    return [
        path
        for path in sorted((root.folder, *root.folder.rglob("*")) if folders else root.folder.rglob("*"))
        if path.is_dir() == folders and not any(each in (path, *path.parents) for each in scratch)
    ]


def but_logs(root: Root) -> list[Path]:
    """Return the files whose absence must be noticed."""
    return [path for path in of_the_record(root) if path.parent != root.area / "fixity"]


@pytest.mark.slow
@given(data=st.data())
def test_any_byte_that_changes_is_found(root: Root, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in of_the_record(root) if path.stat().st_size]))
    before = path.read_bytes()
    place = data.draw(st.integers(0, len(before) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != before[place]))

    path.write_bytes(before[:place] + bytes([byte]) + before[place + 1 :])
    found = errors(root)
    path.write_bytes(before)

    assert found


@given(data=st.data())
def test_any_file_that_goes_is_found_without_reading_content(root: Root, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(but_logs(root)))
    aside = root.folder.parent / "aside"

    path.rename(aside)
    found = errors(root, quick=True)
    aside.rename(path)

    assert found


@given(data=st.data(), name=_NAMES)
def test_any_file_that_comes_is_found_without_reading_content(root: Root, data: st.DataObject, name: str) -> None:
    folder = data.draw(st.sampled_from(of_the_record(root, folders=True)))
    path = folder / name
    if path.exists() or path.with_name(path.name.lower()).exists():
        return
    copy = data.draw(st.sampled_from(of_the_record(root)))

    try:
        shutil.copyfile(copy, path)
    except OSError:  # A name that this file system does not take.
        return
    found = errors(root, quick=True)
    path.unlink()

    assert found


@given(data=st.data(), name=_NAMES)
def test_any_file_that_is_renamed_is_found_without_reading_content(root: Root, data: st.DataObject, name: str) -> None:
    path = data.draw(st.sampled_from(but_logs(root)))
    goal = path.with_name(name)
    if goal.exists():
        return

    try:
        path.rename(goal)
    except OSError:
        return
    found = errors(root, quick=True)
    goal.rename(path)

    assert found


@pytest.mark.slow
@given(data=st.data(), value=JSON)
def test_whatever_an_inventory_says_its_object_is_checked(root: Root, data: st.DataObject, value: Any) -> None:
    folder = data.draw(st.sampled_from([root.thrice, *(root.thrice / name for name in ("v1", "v2", "v3"))]))
    before = {path: path.read_bytes() for path in folder.glob("inventory.json*")}
    record = json.loads(before[folder / "inventory.json"])
    put(*data.draw(st.sampled_from(list(places(record)))), value)(record)

    root.write_inventory(folder, json.dumps(record).encode())
    found = errors(root)
    for path, content in before.items():
        path.write_bytes(content)

    assert found  # It is another inventory than was acknowledged, were it only by its blanks.


def test_what_is_left_out_is_what_is_not_of_the_record(root: Root) -> None:
    left_out = {path.relative_to(root.folder).as_posix() for path in root.folder.rglob("*") if path.is_file()} - {
        path.relative_to(root.folder).as_posix() for path in of_the_record(root)
    }

    assert {path.rpartition("/")[0] for path in left_out} <= {f"{AREA}/locks"}

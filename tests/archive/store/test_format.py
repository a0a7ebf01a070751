"""The files that `docs/reference/archive.md` shows are the files that the store writes."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from converter.archive.events import Event
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User
from converter.archive.packs.form import Place
from converter.archive.story import RELATIONS
from converter.archive.submission import Submission
from converter.core.values import field_names
from tests.pages import fences
from tests.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages import Fence

_PAGE = ROOT / "docs" / "reference" / "archive.md"
_ID = "urn:example:story"
_DESK = User("News desk", "mailto:desk@example.org")


def make(place: str) -> None:
    """Make the root that the page shows: a story and its correction."""
    with FolderStore.create(place, durability="none") as store:
        first = {"source/story.txt": b"The bridge is open.\n", "canonical.xml": b"<article/>"}
        store.put(_ID, NewVersion("2026-01-01T08:00:00Z", "ingested story.txt", _DESK, first), None)
        found = store.find(_ID)
        assert found is not None
        second: dict[str, bytes | str] = {
            "source/story.txt": b"The bridge is shut.\n",
            "canonical.xml": found.version().files()["canonical.xml"],
        }
        store.put(_ID, NewVersion("2026-01-02T08:00:00Z", "corrected from story.txt", _DESK, second), found)


@pytest.mark.parametrize("fence", [each for each in fences(_PAGE) if "root=" in each.info], ids=lambda each: each.info)
def test_file_that_the_page_shows_is_what_is_written(fence: Fence, tmp_path: Path) -> None:
    shown = fence.content
    kind, _, name = fence.info.partition(" root=")
    make(str(tmp_path / "root"))

    written = (tmp_path / "root" / name).read_text(encoding="utf-8")

    match kind:
        case "json":  # Shown over several lines, for people.
            assert json.loads(shown) == json.loads(written)
            assert "\n" not in written or written.endswith("}\n")
        case "jsonl":
            assert [json.loads(line) for line in shown.splitlines()] == [
                json.loads(line) for line in written.splitlines()
            ]
            assert shown == written
        case _:
            assert shown == written


def test_page_names_every_file(tmp_path: Path) -> None:
    make(str(tmp_path / "root"))
    (listing,) = [each.content for each in fences(_PAGE) if each.info == "text"]

    files = {
        os.path.relpath(os.path.join(folder, name), tmp_path / "root")
        for folder, _, names in os.walk(tmp_path / "root")
        for name in names
        if not name.endswith(".lock")
    }

    assert set(listing.split()) == files


def rows(section: str) -> set[str]:
    """Return the names in the first cells of a section's tables."""
    text = _PAGE.read_text(encoding="utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return {name for line in text.splitlines() if line.startswith("|") for name in re.findall(r"`(.+?)`", cells(line))}


def cells(line: str) -> str:
    """Return the first cell of a row."""
    return line.split("|")[1]


def test_page_names_each_key_of_an_event() -> None:
    event = Event(
        "urn:uuid:1", "ingestion", "2026-01-01T08:00:00Z", "success", "archived", facts=(("act", "archived"),)
    )

    assert set(json.loads(event.serialise())) <= rows("Events")
    assert {*RELATIONS, "hold", "retain-until", *dict(Submission("story.txt", "0").facts())} <= rows("Events")


def test_page_names_each_key_of_a_pack() -> None:
    assert rows("A pack") == set(field_names(Place))

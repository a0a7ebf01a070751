"""Purge: nothing of what was purged is left in the root, and it is known that it was."""

from __future__ import annotations

import json

import pytest

from converter.archive.archive import Archive
from converter.archive.catalogue.catalogue import Catalogue
from converter.core.errors import ArchiveError, UsageError
from tests.archive.desk import CORRECTED, GUID, STORY, Clock, Keeper

SECRET = STORY + b"Zanzibarensis was there.\n"


def holders(keeper: Keeper, word: bytes) -> list[str]:
    """Return every file of the root that holds the word, in whatever case, or has it in its name."""
    return [
        path.relative_to(keeper.folder).as_posix()
        for path in sorted(keeper.folder.rglob("*"))
        if path.is_file() and (word.lower() in path.read_bytes().lower() or word.decode().lower() in str(path).lower())
    ]


def test_nothing_of_a_purged_story_is_left_in_the_root(keeper: Keeper) -> None:
    keeper.add(SECRET, name="zanzibarensis.txt", slug="ZANZIBARENSIS")
    keeper.archive.hold(GUID, reason="zanzibarensis")
    keeper.archive.release(GUID, reason="closed")
    Catalogue.open(keeper.archive.store).close()
    assert holders(keeper, b"zanzibarensis")

    keeper.archive.purge(GUID, GUID, reason="Order 1")

    assert holders(keeper, b"zanzibarensis") == []


def test_tombstone_says_when_why_and_by_whom_and_what_was_there(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(CORRECTED)
    before = keeper.archive.story(GUID).inventory
    keeper.clock.now = "2025-06-01T12:00:00Z"

    receipt = keeper.archive.purge(GUID, GUID, reason="Order 1")

    tombstone = json.loads(keeper.archive.store.read(GUID, "tombstone.json"))
    assert (receipt.version, receipt.how) == ("v1", "purged")
    assert (tombstone["id"], tombstone["purged"], tombstone["reason"]) == (GUID, "2025-06-01T12:00:00Z", "Order 1")
    assert tombstone["by"] == {"name": "Ann Example", "address": "mailto:ann@example.com"}
    assert [each["version"] for each in tombstone["versions"]] == ["v1", "v2"]
    assert set(tombstone["versions"][1]["sha512"]) == set(before.version().state)
    assert tombstone["event"]["type"] == "deletion"
    assert [line.how for line in keeper.archive.store.ledger()] == ["put", "put", "purged"]


def test_purged_story_is_gone_for_every_reader(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.purge(GUID, GUID, reason="Order 1")

    for act in (
        lambda: keeper.archive.get(GUID),
        lambda: keeper.archive.difference(GUID),
        lambda: keeper.archive.hold(GUID, reason="x"),
        lambda: keeper.archive.purge(GUID, GUID, reason="again"),
    ):
        with pytest.raises(ArchiveError, match="was purged"):
            act()
    assert [each.state for each in keeper.archive.list()] == [("purged",)]
    assert list(keeper.archive.due("2099-01-01")) == []
    assert [step.version for step in keeper.archive.history(GUID)] == ["v1"]


def test_held_story_is_not_purged(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.hold(GUID, reason="Case 1")
    before = keeper.files()

    with pytest.raises(ArchiveError, match="is on hold: Case 1"):
        keeper.archive.purge(GUID, GUID, reason="Order 1")
    with pytest.raises(ArchiveError, match="is on hold: Case 1"):
        keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1"])

    assert keeper.files() == before


def test_story_to_be_kept_is_not_purged_before_its_day_is_over(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.retain(GUID, "2025-05-31")
    keeper.clock.now = "2025-05-31T23:59:59Z"

    with pytest.raises(ArchiveError, match="must be kept until 2025-05-31"):
        keeper.archive.purge(GUID, GUID, reason="Order 1")
    keeper.clock.now = "2025-06-01T00:00:00Z"
    assert keeper.archive.purge(GUID, GUID, reason="Order 1").how == "purged"


def test_purge_wants_the_id_twice_a_person_and_a_reason(keeper: Keeper) -> None:
    keeper.add()

    with pytest.raises(UsageError, match="the two ids differ"):
        keeper.archive.purge(GUID, "tag:example.com,2025:brigde", reason="Order 1")
    with pytest.raises(UsageError, match="no reason"):
        keeper.archive.purge(GUID, GUID, reason="")
    with (
        Archive.open(keeper.folder, now=Clock()) as nobody,
        pytest.raises(UsageError, match="nobody is named"),
    ):
        nobody.purge(GUID, GUID, reason="Order 1")
    assert keeper.archive.story(GUID).version == "v1"


# ── Some versions only ──────────────────────────────────────────────────────


def test_purged_version_is_gone_and_the_others_stay(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(SECRET, name="zanzibarensis.txt", slug="ZANZIBARENSIS")
    keeper.add(CORRECTED)
    before = {to: keeper.archive.get(GUID, to=to).content for to in ("xml", "newsml", "source")}
    first = keeper.archive.get(GUID, version="v1", to="newsml").content
    Catalogue.open(keeper.archive.store).close()
    keeper.clock.now = "2025-06-01T12:00:00Z"

    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v2"])

    assert holders(keeper, b"zanzibarensis") == []
    assert {to: keeper.archive.get(GUID, to=to).content for to in before} == before
    assert keeper.archive.get(GUID, version="v1", to="newsml").content == first
    steps = keeper.archive.history(GUID)
    assert [(step.version, step.number, step.act) for step in steps] == [
        ("v1", 1, "archived"),
        ("v2", 3, "corrected"),
        ("v3", 3, "purged-version"),
    ]
    assert steps[1].at == "2025-05-01T12:00:00Z"


def test_newest_version_may_be_purged(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(SECRET)

    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v2"])

    assert keeper.archive.get(GUID, to="source").content == STORY
    assert holders(keeper, b"zanzibarensis") == []


def test_purged_bytes_do_not_come_back(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(SECRET)
    keeper.add(CORRECTED)
    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v2"])

    for values in ({}, {"slug": "BRIDGE"}, {"version": "9"}):
        with pytest.raises(ArchiveError, match="these bytes were purged"):
            keeper.add(SECRET, **values)
    ingestions = keeper.archive.story(GUID).ingestions
    assert [each.fact("act") for each in ingestions] == ["archived", "corrected", "corrected"]
    assert ingestions[1].facts_of("name") == ()


def test_versions_with_the_same_content_are_purged_together_or_not_at_all(keeper: Keeper) -> None:
    keeper.add(SECRET)
    keeper.archive.withdraw(GUID, reason="Order 1")
    keeper.add(CORRECTED, status="usable")

    with pytest.raises(ArchiveError, match=r"v2 holds the same content \(versions=\['v1', 'v2'\] purges all\)"):
        keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1"])
    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1", "v2"])

    assert holders(keeper, b"zanzibarensis") == []
    assert [step.act for step in keeper.archive.history(GUID)] == ["corrected", "purged-version"]


def test_hold_and_retention_outlive_the_versions_that_stated_them(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.retain(GUID, "2025-05-31")
    keeper.add(CORRECTED)
    keeper.clock.now = "2025-06-01T00:00:00Z"

    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1", "v2"])

    assert keeper.archive.story(GUID).retain_until == "2025-05-31"
    assert keeper.archive.get(GUID, to="source").content == CORRECTED


def test_every_event_keeps_an_id_of_its_own_however_often_versions_are_purged(keeper: Keeper) -> None:
    for number in range(4):
        keeper.add(STORY + f"Version {number} of it.\n".encode())
    for _ in range(2):
        keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v2"])
    keeper.add(CORRECTED)

    ids = [event.id for event in keeper.archive.story(GUID).events]
    assert len(ids) == len(set(ids)) == 22
    assert [step.act for step in keeper.archive.history(GUID)] == [
        "archived",
        "corrected",
        "purged-version",
        "purged-version",
        "corrected",
    ]


def test_links_outlive_the_version_that_stated_them(keeper: Keeper) -> None:
    keeper.add(guid="urn:x:older")
    keeper.add()
    keeper.archive.link("urn:x:older", GUID)
    keeper.add(CORRECTED)

    keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1", "v2"])

    assert keeper.archive.earlier(GUID) == ("urn:x:older",)


def test_last_version_is_not_purged_alone(keeper: Keeper) -> None:
    keeper.add()

    with pytest.raises(ArchiveError, match="no version left"):
        keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v1"])
    with pytest.raises(ArchiveError, match="has no version 'v7'"):
        keeper.archive.purge(GUID, GUID, reason="Order 1", versions=["v7"])

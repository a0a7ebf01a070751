"""The life of a story: withdrawn, held, kept until a day, linked; what is held back never leaves unlabelled."""

from __future__ import annotations

import pytest

from converter.core.errors import ArchiveError, UsageError
from tests.archive.desk import CORRECTED, GUID, STORY, Keeper

OLDER, NEWER = "urn:x:older", "urn:x:newer"


# ── Withdrawn ───────────────────────────────────────────────────────────────


def test_withdrawal_is_a_version_that_says_why(keeper: Keeper) -> None:
    keeper.add()
    keeper.clock.now = "2025-05-02T09:00:00Z"

    receipt = keeper.archive.withdraw(GUID, reason="The interview was invented.")

    story = keeper.archive.story(GUID)
    assert receipt is not None
    assert (receipt.version, story.version, story.article.version, story.article.status) == ("v2", "v2", 2, "canceled")
    revision = story.article.head.revisions[-1]
    assert (revision.version, revision.kind, revision.time) == (2, "withdrawal", "2025-05-02T09:00:00Z")
    assert revision.note == ("The interview was invented.",)
    assert story.read("source/story.txt") == STORY
    event = story.events[-2]
    assert (event.type, event.detail) == ("metadata modification", "withdrawn: The interview was invented.")
    assert event.agents[0].name == "Ann Example <ann@example.com>"


def test_withdrawn_story_leaves_only_when_asked_for_and_labelled(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.withdraw(GUID, reason="It was invented.")

    for version in (None, "v1", "v2"):
        for to in ("xml", "text", "source"):
            with pytest.raises(ArchiveError, match=r"is withdrawn \(canceled\)"):
                keeper.archive.get(GUID, version=version, to=to, embargoed=True)
            copy = keeper.archive.get(GUID, version=version, to=to, withdrawn=True)
            assert "story-withdrawn" in [each.code for each in copy.notices]
    with pytest.raises(ArchiveError, match="is withdrawn"):
        keeper.archive.difference(GUID)


def test_newsml_of_a_withdrawn_story_is_of_the_withdrawals_time_and_has_no_content(keeper: Keeper) -> None:
    keeper.add(provider="Example News")
    keeper.clock.now = "2025-05-02T09:00:00Z"
    keeper.archive.withdraw(GUID, reason="The interview was invented.")

    newsml = keeper.archive.get(GUID, to="newsml", withdrawn=True).content.decode()

    assert "stat:canceled" in newsml
    assert "<versionCreated>2025-05-02T09:00:00Z</versionCreated>" in newsml
    assert "<firstCreated>2025-05-01T12:00:00Z</firstCreated>" in newsml
    assert "The interview was invented." in newsml
    assert "port said" not in newsml


def test_story_that_is_brought_back_is_free(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.withdraw(GUID, reason="Under review.", status="withheld")
    keeper.archive.withdraw(GUID, reason="It is true.", status="usable")

    assert keeper.archive.get(GUID).notices == ()
    assert keeper.archive.story(GUID).article.version == 3
    assert [step.act for step in keeper.archive.history(GUID)] == ["archived", "withheld", "reinstated"]


def test_withheld_version_stays_held_back_after_the_story_is_free(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.withdraw(GUID, reason="Under review.")
    keeper.archive.withdraw(GUID, reason="It is true.", status="usable")

    with pytest.raises(ArchiveError, match="is withdrawn"):
        keeper.archive.get(GUID, version="v2")
    assert keeper.archive.get(GUID, version="v1").content


def test_withdrawing_twice_makes_one_version(keeper: Keeper) -> None:
    keeper.add()
    keeper.archive.withdraw(GUID, reason="It was invented.")

    assert keeper.archive.withdraw(GUID, reason="It was invented.") is None
    assert keeper.archive.story(GUID).version == "v2"


# ── Embargo ─────────────────────────────────────────────────────────────────


def test_embargoed_story_leaves_only_when_asked_for_or_after_its_time(keeper: Keeper) -> None:
    keeper.add(date_embargoed="2025-06-01T00:00:00Z")

    with pytest.raises(ArchiveError, match="is embargoed until 2025-06-01T00:00:00Z") as caught:
        keeper.archive.get(GUID, withdrawn=True)
    assert caught.value.exit_code == 6
    copy = keeper.archive.get(GUID, embargoed=True)
    assert [each.code for each in copy.notices] == ["story-embargoed"]
    keeper.clock.now = "2025-06-01T00:00:00Z"
    assert keeper.archive.get(GUID).notices == ()


def test_embargo_of_an_older_version_counts_too(keeper: Keeper) -> None:
    keeper.add(date_embargoed="2025-06-01T00:00:00Z")
    keeper.add(CORRECTED, date_embargoed="2025-04-01T00:00:00Z")

    assert keeper.archive.get(GUID).content
    with pytest.raises(ArchiveError, match="is embargoed until 2025-06-01T00:00:00Z"):
        keeper.archive.get(GUID, version="v1")


# ── Hold, retention ─────────────────────────────────────────────────────────


def test_hold_and_release_are_events_and_change_nothing_else(keeper: Keeper) -> None:
    keeper.add()
    before = keeper.archive.story(GUID)

    keeper.archive.hold(GUID, reason="Case 1")
    held = keeper.archive.story(GUID)
    assert held.hold == "Case 1"
    assert keeper.archive.hold(GUID, reason="Case 1") is None
    keeper.archive.release(GUID, reason="Case 1 is closed")
    released = keeper.archive.story(GUID)

    assert released.hold is None
    assert keeper.archive.release(GUID, reason="again") is None
    for story in (held, released):
        assert {path for path in story.files if story.files[path] != before.files[path]} == {"events.jsonl"}
    assert [step.words for step in keeper.archive.history(GUID)][1:] == ["held: Case 1", "released: Case 1 is closed"]


def test_reason_must_be_given_and_be_text(keeper: Keeper) -> None:
    keeper.add()

    for act in (keeper.archive.hold, keeper.archive.withdraw, keeper.archive.release):
        with pytest.raises(UsageError, match="no reason"):
            act(GUID, reason=" ")
    for reason in ("bell \x07", "half a pair \udcff"):
        for act in (keeper.archive.hold, keeper.archive.withdraw):
            with pytest.raises(UsageError, match="characters that XML cannot"):
                act(GUID, reason=reason)
        with pytest.raises(UsageError, match="characters that XML cannot"):
            keeper.archive.retain(GUID, "2025-06-01", reason=reason)


def test_due_lists_what_need_be_kept_no_longer(keeper: Keeper) -> None:
    for name in ("urn:x:1", "urn:x:2", "urn:x:3", "urn:x:4"):
        keeper.add(guid=name)
    keeper.archive.retain("urn:x:1", "2025-04-30", reason="Contract")
    keeper.archive.retain("urn:x:2", "2025-05-01")
    keeper.archive.retain("urn:x:3", "2025-04-30")
    keeper.archive.retain("urn:x:3", None)

    assert {story.id for story in keeper.archive.due()} == {"urn:x:1"}
    assert {story.id for story in keeper.archive.due("2025-05-02")} == {"urn:x:1", "urn:x:2"}
    assert keeper.archive.retain("urn:x:2", "2025-05-01") is None
    assert keeper.archive.story("urn:x:3").retain_until is None


def test_collection_is_what_came_in_as_part_of_it(keeper: Keeper) -> None:
    keeper.add()
    for name in ("a.txt", "b.txt"):
        keeper.archive.add(STORY, name=name, path=name, collection="desk")
    keeper.archive.add(CORRECTED, name="a.txt", path="a.txt", collection="wire")

    assert len({story.id for story in keeper.archive.collection("desk")}) == 2
    assert len({story.id for story in keeper.archive.collection("wire")}) == 1
    assert list(keeper.archive.collection("des")) == []


@pytest.mark.parametrize("day", ["soon", "2025-02-30", "20250501", "2025-5-1", "2025-05-01T00:00:00Z", ""])
def test_day_is_a_day(keeper: Keeper, day: str) -> None:
    keeper.add()

    with pytest.raises(UsageError, match="is no day"):
        keeper.archive.retain(GUID, day)


# ── Links ───────────────────────────────────────────────────────────────────


def test_link_makes_two_stories_a_chain_and_loses_neither(keeper: Keeper) -> None:
    keeper.add(guid=OLDER)
    keeper.add(CORRECTED, guid=NEWER)

    keeper.archive.link(OLDER, NEWER, reason="The same interview")

    assert [(step.id, step.act) for step in keeper.archive.history(NEWER)] == [
        (OLDER, "archived"),
        (OLDER, "linked"),
        (NEWER, "archived"),
        (NEWER, "linked"),
    ]
    assert [each.code for each in keeper.archive.get(OLDER).notices] == ["story-revised"]
    assert keeper.archive.get(NEWER).notices == ()
    assert keeper.archive.get(OLDER, to="source").content == STORY
    assert keeper.archive.link(OLDER, NEWER) == ()


def test_link_is_taken_back(keeper: Keeper) -> None:
    keeper.add(guid=OLDER)
    keeper.add(CORRECTED, guid=NEWER)
    keeper.archive.link(OLDER, NEWER)

    keeper.archive.link(OLDER, NEWER, undo=True)

    assert keeper.archive.earlier(NEWER) == ()
    assert keeper.archive.get(OLDER).notices == ()
    assert len(keeper.archive.link(OLDER, NEWER)) == 2


def test_half_made_link_is_completed(keeper: Keeper) -> None:
    keeper.add(guid=OLDER)
    keeper.add(CORRECTED, guid=NEWER)
    keeper.archive.link(OLDER, NEWER)
    keeper.archive.link(OLDER, NEWER, undo=True)
    first, _ = keeper.archive.link(OLDER, NEWER)

    assert first.id == NEWER
    assert keeper.archive.story(OLDER).links("revised-by") == (NEWER,)


def test_possible_revision_is_only_noted(keeper: Keeper) -> None:
    keeper.add(guid=OLDER)
    keeper.add(CORRECTED, guid=NEWER)

    keeper.archive.link(OLDER, NEWER, possible=True)

    assert keeper.archive.story(NEWER).links("possible-revision-of") == (OLDER,)
    assert keeper.archive.story(OLDER).version == "v1"
    assert keeper.archive.earlier(NEWER) == ()


def test_no_story_is_its_own_revision(keeper: Keeper) -> None:
    names = ["urn:x:1", "urn:x:2", "urn:x:3"]
    for name in names:
        keeper.add(guid=name)
    keeper.archive.link("urn:x:1", "urn:x:2")
    keeper.archive.link("urn:x:2", "urn:x:3")

    assert keeper.archive.earlier("urn:x:3") == ("urn:x:1", "urn:x:2")
    for older, newer in (("urn:x:1", "urn:x:1"), ("urn:x:3", "urn:x:1"), ("urn:x:2", "urn:x:1")):
        with pytest.raises(ArchiveError, match="a revision of itself"):
            keeper.archive.link(older, newer)

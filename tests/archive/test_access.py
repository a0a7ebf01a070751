"""Access: what is held back, until when, and what is said when it leaves nevertheless."""

from __future__ import annotations

import pytest

from converter.archive.access import (
    Restriction,
    is_before,
    last_moment,
    of_article,
    require_free,
    restrictions,
)
from converter.core.errors import ArchiveError, UsageError
from converter.model.article import Article
from converter.model.head import Date, Head, Revision

NOW = "2025-05-01T12:00:00Z"


def test_usable_story_is_free() -> None:
    assert restrictions("usable", (), NOW) == ()


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_withdrawn_story_is_held_back(status: str) -> None:
    assert restrictions(status, (), NOW) == (Restriction("withdrawn", status),)


@pytest.mark.parametrize(
    ("until", "now", "holds"),
    [
        ("2025-05-01T12:00:01Z", NOW, True),
        ("2025-05-01T12:00:00Z", NOW, False),
        ("2025-05-01T15:00:00+03:00", NOW, False),
        ("2025-05-01T15:00:01+03:00", NOW, True),
        ("2025-05-01T12:00:00.5Z", NOW, True),
        ("2025-05-01T11:00:00.123456789Z", NOW, False),
        ("2025-05-01T12:00Z", NOW, False),
        ("2025-05-01T12:00", "2025-05-01T23:59:59Z", True),
        ("2025-05-01T12:00", "2025-05-02T00:00:00Z", False),
        ("2025-05-01", "2025-05-02T11:59:59Z", True),
        ("2025-05-01", "2025-05-02T12:00:00Z", False),
        ("2025-05", "2025-06-01T11:59:59Z", True),
        ("2025-05", "2025-06-01T12:00:00Z", False),
        ("2025-12", "2026-01-01T12:00:00Z", False),
        ("2025", "2026-01-01T11:59:59Z", True),
        ("2025", "2026-01-01T12:00:00Z", False),
        ("--05-01", "2099-01-01T00:00:00Z", True),
        ("2025-02-31", "2099-01-01T00:00:00Z", True),
        ("2027-06-31T06:00:00Z", "2099-01-01T00:00:00Z", True),
        ("9999-12-31", "2099-01-01T00:00:00Z", True),
        ("9999", "2099-01-01T00:00:00Z", True),
        (None, "2099-01-01T00:00:00Z", True),
    ],
)
def test_embargo_holds_to_the_last_moment_that_it_can_mean(until: str | None, now: str, holds: bool) -> None:
    assert bool(restrictions("usable", (until,), now)) is holds


def test_each_embargo_counts() -> None:
    assert len(restrictions("canceled", ("2025-06-01T00:00:00Z", None, "2025-01-01T00:00:00Z"), NOW)) == 3


def test_story_whose_revision_withdraws_it_is_held_back_whatever_its_status() -> None:
    article = Article(version=2, head=Head(revisions=(Revision(2, kind="withdrawal"),)))

    assert [each.kind for each in of_article(article, NOW)] == ["withdrawn"]


def test_refusal_names_the_story_the_date_and_the_way() -> None:
    article = Article(head=Head(dates=(Date("embargoed", "2025-06-01T00:00:00Z"),)))

    with pytest.raises(ArchiveError) as caught:
        require_free("urn:x:1", of_article(article, NOW), withdrawn=True)

    assert (
        str(caught.value) == "urn:x:1: is embargoed until 2025-06-01T00:00:00Z (embargoed=True gives it nevertheless)"
    )
    assert caught.value.exit_code == 6


def test_what_is_asked_for_leaves_with_a_notice() -> None:
    found = restrictions("canceled", (None,), NOW)

    notices = require_free("urn:x:1", found, withdrawn=True, embargoed=True)

    assert [(each.code, each.words) for each in notices] == [
        ("story-withdrawn", "withdrawn (canceled): not to be published"),
        ("story-embargoed", "embargoed until further notice: not to be published before"),
    ]


def test_one_permission_does_not_cover_the_other() -> None:
    with pytest.raises(ArchiveError, match="embargoed"):
        require_free("urn:x:1", restrictions("canceled", (None,), NOW), withdrawn=True)


@pytest.mark.parametrize("now", ["2025-05-01", "yesterday", "2025", "--05-01"])
def test_now_must_be_a_moment(now: str) -> None:
    with pytest.raises(UsageError):
        restrictions("usable", ("2025-05-01",), now)


def test_moments_compare_across_zones() -> None:
    assert is_before("2025-05-01T12:00:00+03:00", "2025-05-01T10:00:00Z")
    assert not is_before("2025-05-01T12:00:00Z", "2025-05-01T14:00:00+02:00")


def test_leap_day_is_a_day() -> None:
    moment = last_moment("2024-02-29")

    assert moment is not None
    assert moment.isoformat() == "2024-03-01T00:00:00-12:00"

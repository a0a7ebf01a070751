"""The record's times: which of those that are said is taken."""

from converter.article import Article, Head, Revision
from converter.record import settle


def test_revision_that_says_only_its_day_is_passed_over_for_the_record() -> None:
    revised = Article(head=Head(revisions=(Revision(1, "2024-05-22"),)))

    settled = settle(revised, {"version_created": "2024-05-24T08:00:00Z"}, None, epoch=None, modified=None)

    assert settled.version_created == "2024-05-24T08:00:00Z"


def test_revision_of_the_version_with_its_full_time_comes_first() -> None:
    revised = Article(version=2, head=Head(revisions=(Revision(2, "2024-05-25T09:00:00+03:00", "correction"),)))

    settled = settle(revised, {"version_created": "2024-05-24T08:00:00Z"}, None, epoch=None, modified=None)

    assert settled.version_created == "2024-05-25T09:00:00+03:00"


def test_file_time_is_the_last_resort_and_says_so() -> None:
    settled = settle(Article(), {}, None, epoch=None, modified="2024-05-24T08:00:00Z")

    assert (settled.version_created, settled.from_file_time) == ("2024-05-24T08:00:00Z", True)

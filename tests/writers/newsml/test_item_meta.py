"""`itemMeta`: provider, times, embargo, status, notes, signals, links."""

from __future__ import annotations

import pytest

from converter.core.errors import CannotWrite
from converter.formats.records import Record
from converter.model.head import Date, EdNote, Head, Headline, Party, Related, Revision
from tests.articles import full_article
from tests.writers.newsml.documents import OURS, RECORD, made, story


def test_elements_stand_in_the_order_of_the_schema() -> None:
    assert made(full_article()).names("//g:itemMeta") == [
        "itemClass",
        "provider",
        "versionCreated",
        "firstCreated",
        "embargoed",
        "pubStatus",
        "generator",
        "title",
        "edNote",
        "edNote",
        "signal",
        "link",
    ]


# ── Provider ──


def test_unknown_provider_is_unidentified_with_a_notice() -> None:
    document = made(story())

    assert document.find("//g:provider/@literal") == ["unidentified"]
    assert "provider-unidentified" in document.codes


def test_provider_of_the_record_stands_where_the_article_has_none() -> None:
    document = made(story(), record=RECORD.replace(provider="Example News"))

    assert document.texts("//g:provider/g:name") == ["Example News"]
    assert "provider-unidentified" not in document.codes


def test_provider_of_the_article_goes_before_that_of_the_record() -> None:
    head = Head(parties=(Party("Example News", "provider", uri="https://example.com/"),))

    document = made(story(head), record=RECORD.replace(provider="Other"))

    assert document.texts("//g:provider/g:name") == ["Example News"]
    assert document.find("//g:provider/@uri") == ["https://example.com/"]


def test_provider_with_a_name_only_is_identified_by_it() -> None:
    document = made(story(Head(parties=(Party("example.com", "provider"),))))

    assert document.find("//g:provider/@literal") == ["example.com"]


@pytest.mark.parametrize(("published", "lost"), [("2024", []), ("--05-22", ["--05-22", "EX"]), (None, ["EX"])])
def test_literal_of_a_provider_with_a_uri_is_the_place_of_publication_or_lost(
    published: str | None, lost: list[str]
) -> None:
    provider = Party("Example News", "provider", uri="https://example.com/", literal="EX")
    dates = (Date("published", published),) if published else ()

    document = made(story(Head(parties=(provider,), dates=dates)))

    assert document.texts("//g:published/g:name") == ["EX"] * (not lost)
    assert [facts["value"] for facts in document.facts("value-not-carried")] == lost


def test_job_of_any_party_is_carried() -> None:
    head = Head(parties=(Party("Ann", "provider", job="editor"), Party("Bo", "copyright-holder", job="photographer")))

    assert made(story(head)).texts("//g:note[contains(@roleuri, 'job')]") == ["photographer", "editor"]


def test_second_provider_is_noticed_as_lost() -> None:
    document = made(story(Head(parties=(Party("One", "provider"), Party("Two", "provider")))))

    assert document.texts("//g:provider") == ["\n      One\n    "]
    assert [facts["value"] for facts in document.facts("value-not-carried")] == ["Two"]


# ── Times of the record ──


def test_times_are_those_of_the_record() -> None:
    document = made(story())

    assert document.texts("//g:versionCreated") == ["2024-05-24T10:30:00+03:00"]
    assert document.texts("//g:firstCreated") == ["2024-05-23T18:05:00+03:00"]


@pytest.mark.parametrize("time", [None, "2024-05-24", "2024", "2024-05-24T10:30:00", "--05-24", "2024-02-30T10:30:00Z"])
def test_record_without_a_full_time_cannot_be_written_and_the_way_out_is_named(time: str | None) -> None:
    with pytest.raises(CannotWrite, match=r'give it with meta={"version_created": ') as caught:
        made(story(), record=Record(time))

    assert caught.value.exit_code == 5


def test_time_of_the_file_is_noticed() -> None:
    document = made(story(), record=Record("2024-05-24T08:00:00Z", "2024-05-24T08:00:00Z", from_file_time=True))

    assert document.facts("time-of-file") == [{"time": "2024-05-24T08:00:00Z"}]


def test_first_time_that_is_later_than_the_present_one_is_left_out() -> None:
    document = made(story(), record=Record("2024-05-24T08:00:00Z", "2024-05-24T08:00:01Z"))

    assert document.find("//g:firstCreated") == []
    assert [facts["field"] for facts in document.facts("value-not-carried")] == ["Revision.time"]


def test_two_zones_are_compared_as_points_in_time() -> None:
    document = made(story(), record=Record("2024-05-24T08:00:00Z", "2024-05-24T10:00:00+03:00"))

    assert document.texts("//g:firstCreated") == ["2024-05-24T10:00:00+03:00"]


# ── Embargo ──


def test_embargo_stands_before_the_status() -> None:
    names = made(story(Head(dates=(Date("embargoed", "2024-05-24T11:00:00+03:00"),)))).names("//g:itemMeta")

    assert names.index("embargoed") + 1 == names.index("pubStatus")


def test_embargo_until_further_notice_is_an_empty_element() -> None:
    (embargo,) = made(story(Head(dates=(Date("embargoed", None),)))).find("//g:embargoed")

    assert embargo.text is None


@pytest.mark.parametrize(
    "value", ["2024", "2024-05", "2024-05-24", "--05-24", "2024-05-24T11:00:00", "2024-05-24T11:00"]
)
def test_partial_embargo_is_never_widened_or_narrowed(value: str) -> None:
    with pytest.raises(CannotWrite, match=r'meta={"date\.embargoed": ') as caught:
        made(story(Head(dates=(Date("embargoed", value),))))

    assert caught.value.exit_code == 5
    assert caught.value.where == "head/date.embargoed"


def test_embargo_to_the_minute_is_a_point_in_time() -> None:
    document = made(story(Head(dates=(Date("embargoed", "2024-05-24T11:00+03:00"),))))

    assert document.texts("//g:embargoed") == ["2024-05-24T11:00:00+03:00"]


# ── Status, corrections, withdrawals ──


@pytest.mark.parametrize("status", ["usable", "withheld", "canceled"])
def test_status_is_written_in_the_spelling_of_iptc(status: str) -> None:
    assert made(story(status=status)).find("//g:pubStatus/@qcode") == [f"stat:{status}"]


@pytest.mark.parametrize("kind", ["correction", "update"])
def test_later_version_signals_what_it_is(kind: str) -> None:
    head = Head(revisions=(Revision(2, None, kind, ("The toll is four crowns.",)),))  # type: ignore[arg-type]

    document = made(story(head, version=2))

    assert document.find("//g:signal/@qcode") == [f"sig:{kind}"]
    assert document.texts("//g:edNote") == ["The toll is four crowns."]


@pytest.mark.parametrize("kind", ["created", "correction", "update"])
def test_version_1_never_has_a_signal(kind: str) -> None:
    head = Head(revisions=(Revision(1, None, kind, ("Words.",)),))  # type: ignore[arg-type]

    assert made(story(head)).find("//g:signal") == []


def test_signal_belongs_to_the_present_version_only() -> None:
    head = Head(revisions=(Revision(2, None, "correction", ("Old.",)), Revision(3, None, "created")))

    assert made(story(head, version=3)).find("//g:signal") == []


def test_correction_without_a_word_of_what_changed_says_so() -> None:
    document = made(story(Head(revisions=(Revision(2, None, "correction"),)), version=2))

    assert document.texts("//g:edNote") == ["Correction of an earlier version; what was corrected is not recorded."]
    assert document.facts("change-unexplained") == [{"kind": "correction"}]


def test_note_that_the_desk_wrote_explains_a_correction() -> None:
    head = Head(revisions=(Revision(2, None, "correction"),), ednotes=(EdNote(("Corrects the toll.",)),))

    document = made(story(head, version=2))

    assert document.texts("//g:edNote") == ["Corrects the toll."]
    assert "change-unexplained" not in document.codes


def test_same_note_is_not_written_twice() -> None:
    note = ("Corrects the toll.",)
    head = Head(revisions=(Revision(2, None, "correction", note),), ednotes=(EdNote(note),))

    assert made(story(head, version=2)).texts("//g:edNote") == ["Corrects the toll."]


def test_killed_story_is_never_exported_without_label() -> None:
    killed = full_article().replace(status="canceled", version=3)

    document = made(killed)

    assert document.texts("//g:title") == ["WITHDRAWN: Harbour Bridge Reopens After “Long Silence”"]
    assert document.names("/g:newsItem") == ["catalogRef", "itemMeta"]
    assert document.find("//g:signal | //g:link | //g:embargoed") == []
    assert b"four crowns" not in document.content
    assert "withdrawn-without-content" in document.codes


def test_withdrawal_kills_a_story_whatever_its_status_says() -> None:
    head = Head(revisions=(Revision(2, None, "withdrawal", ("It was untrue.",)),))

    document = made(story(head, version=2))

    assert document.find("//g:pubStatus/@qcode") == ["stat:canceled"]
    assert document.find("//g:contentSet") == []
    assert document.texts("//g:edNote") == ["It was untrue."]


def test_withdrawal_without_a_reason_still_says_what_to_do() -> None:
    document = made(story(status="canceled"))

    assert document.texts("//g:edNote") == ["Withdrawn. Remove from all systems and do not publish."]
    assert document.facts("change-unexplained") == [{"kind": "withdrawal"}]


def test_older_entries_of_the_history_are_noticed_as_lost() -> None:
    head = Head(
        revisions=(
            Revision(1, "2024-05-22T18:30:00Z"),
            Revision(2, "2024-05-23T18:30:00Z", "update", ("More.",)),
            Revision(3, "2024-05-24T08:00:00Z", "correction", ("Toll.",)),
        )
    )

    document = made(story(head, version=3))

    assert [facts["value"] for facts in document.facts("value-not-carried")] == ["2 update"]


# ── Title and links ──


def test_title_is_the_headline_on_one_line() -> None:
    document = made(story(Head((Headline(("Harbour\n  Bridge",)),))))

    assert document.texts("//g:title") == document.texts("//h:title") == ["Harbour Bridge"]
    assert "label-made" not in document.codes


def test_article_without_headline_gets_a_label_and_no_headline() -> None:
    document = made(story())

    assert document.texts("//g:title") == ["Rain fell on Sample Bay."]
    assert document.find("//g:headline") == []
    assert document.codes.count("label-made") == 1


def test_related_story_is_a_link() -> None:
    document = made(story(Head(related=(Related("Before", href="https://example.com/b?c=d&e"),))))

    (link,) = document.find("//g:itemMeta/g:link")
    assert dict(link.attrib) == {"rel": "irel:seeAlso", "href": "https://example.com/b?c=d&e", "title": "Before"}


def test_relation_that_is_no_code_stands_in_our_namespace() -> None:
    document = made(story(Head(related=(Related("Before", href="https://example.com/", rel="x:is like"),))))

    assert document.find("//g:link/@reluri") == [f"{OURS}irel/x%3Ais%20like"]
    assert document.find("//g:link/@rel") == []


@pytest.mark.parametrize("href", [None, "javascript:alert(1)", "/relative", "#here"])
def test_related_story_without_a_live_address_is_kept_by_name(href: str | None) -> None:
    document = made(story(Head(related=(Related("Before", href=href),))))

    assert document.find("//g:link") == []
    assert document.find(f"//g:contentMetaExtProperty[@reluri='{OURS}rel/related']/@value") == ["Before"]
    assert ("link-as-text" in document.codes) == (href is not None)

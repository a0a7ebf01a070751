"""The dates that lines of a page say, and datelines alone on their line."""

from __future__ import annotations

import pytest

import converter
from converter.model.block import Furniture
from converter.model.words import plain_text
from converter.render import masthead
from converter.text.datelines.lone import find_lone_dateline
from tests.text.reading import article_of

HEADLINE = "Bridge at Eastmere opens again"
PROSE = (
    "The bridge over the river at Eastmere opened again on Friday after nine months of repairs, the county said.\n\n"
    "Some four hundred lorries a day will use it, which had to go round by the old road since last summer.\n"
)


def dates_of(text: str, lang: str | None = "en") -> list[str]:
    return [f"{date.kind} {date.value}" for date in article_of(text, lang=lang).head.dates]


@pytest.mark.parametrize(
    ("lines", "lang", "dates"),
    [
        ("Published 14 March 2025, 17:42", "en", ["published 2025-03-14"]),
        ("14.03.2025, 17:42 Uhr", "de", ["published 2025-03-14"]),
        ("Updated 15 March 2025", "en", ["modified 2025-03-15"]),
        ("Stand: 15.03.2025", "de", ["modified 2025-03-15"]),
        ("14 March 2025\n\nUpdated 15 March 2025", "en", ["published 2025-03-14", "modified 2025-03-15"]),
        ("Published 14 March 2025\n\n20 March 2025", "en", ["published 2025-03-14"]),
        ("By Ann Example | March 14, 2025", "en", ["published 2025-03-14"]),
        # Lines that say two days, or a day that is two, or a change before there was a story.
        ("14 March 2025\n\n20 March 2025", "en", []),
        ("Published 3/4/2025", "en", []),
        ("Published 3/4/2025", "en-GB", ["published 2025-04-03"]),
        ("Published 14 March 2025\n\nUpdated 12 March 2025", "en", []),
        ("17:42 GMT", "en", []),
        ("2 hours ago", "en", []),
    ],
)
def test_a_date_line_below_the_headline_dates_the_story(lines: str, lang: str, dates: list[str]) -> None:
    assert dates_of(f"{HEADLINE}\n\n{lines}\n\n{PROSE}", lang) == dates


DECK = "Lorries had to go round by the old road since last summer, and the county pays for nine months of repairs."


def test_below_a_deck_of_whole_sentences_a_date_is_the_storys_too() -> None:
    assert dates_of(f"{HEADLINE}\n\n{DECK}\n\nNewsroom\n\n14 March 2025\n\n{PROSE}") == ["published 2025-03-14"]
    assert dates_of(f"{HEADLINE}\n\n{DECK}\n\n14 March 2025\n\n{PROSE}") == ["published 2025-03-14"]


def test_a_date_below_the_second_paragraph_of_a_story_is_none_of_its() -> None:
    assert dates_of(f"{HEADLINE}\n\n{DECK}\n\n{PROSE}\n14 March 2025\n\n{PROSE}") == []
    assert dates_of(f"{HEADLINE}\n\n14 March 2025\n\n{DECK}\n\n18 March 2025\n\n{PROSE}") == ["published 2025-03-14"]


def test_elsewhere_only_a_line_that_says_published_or_updated_counts() -> None:
    assert dates_of(f"18 March 2025\n\n{HEADLINE}\n\n{PROSE}") == []
    assert dates_of(f"{HEADLINE}\n\n{PROSE}\n18 March 2025\n") == []
    assert dates_of(f"{HEADLINE}\n\n{PROSE}\nPublished 18 March 2025\n") == ["published 2025-03-18"]
    assert dates_of(f"{HEADLINE}\n\n{PROSE}\nPosted 18 March 2025\n") == []


def test_the_source_has_a_date_where_a_line_with_one_was_set_aside() -> None:
    for line in ("Published 3/4/2025", "LONDON, 5 May 2025", "18 March 2025"):
        assert "No author in the source." in masthead.origin(article_of(f"{HEADLINE}\n\n{line}\n\n{PROSE}"))
    assert "No author or date in the source." in masthead.origin(article_of(f"{HEADLINE}\n\n{PROSE}"))


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("LONDON, 5 May 2025", "LONDON", "2025-05-05"),
        ("LONDON, Monday, May 5, 2025", "LONDON", "2025-05-05"),
        ("LONDON 5 May 2025", "LONDON", "2025-05-05"),
        ("Haifa, Tuesday 5 May 2025", "Haifa", "2025-05-05"),
        ("Eastmere, May 5", "Eastmere", "--05-05"),
        ("EASTMERE, Ohio, May 5, 2025 –", "EASTMERE, Ohio", "2025-05-05"),
        ("LONDON (Reuters), 5 May 2025", "LONDON", "2025-05-05"),
        ("Berlin, 5. Mai 2025", "Berlin", "2025-05-05"),
        ("Paris, le 5 mai 2025", "Paris", "2025-05-05"),
        ("Москва, 5 мая 2025", "Москва", "2025-05-05"),
        ("חיפה, 5 במאי 2025", "חיפה", "2025-05-05"),
        ("القاهرة، 5 مايو 2025", "القاهرة", "2025-05-05"),
    ],
)
def test_a_place_and_a_date_alone_are_a_dateline(line: str, place: str, date: str) -> None:
    article = article_of(f"{HEADLINE}\n\n{line}\n\n{PROSE}", lang="en")

    dateline = article.head.dateline
    assert dateline is not None
    assert (plain_text(dateline.content), dateline.place, dateline.date) == (line, place, date)
    assert dateline.inferred == "dateline-alone"
    assert not any(isinstance(block, Furniture) for block in article.body)


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, 5 May 2025",
        "SONNTAG, 5. MAI 2025",
        "Updated, 5 May 2025",
        "UPDATED 5 MAY 2025",
        "Published 14 March 2025, 17:42",
        "Ann Sample, 3 May 2024",
        "Opinion, 5 May 2025",
        "Round 3, May 5",
        "LONDON VOTES MAY 5",
        "5 May 2025",
        "May 5, 2025",
    ],
)
def test_what_else_stands_before_a_date_is_no_place(line: str) -> None:
    assert find_lone_dateline(line, "en", "On Tuesday the county voted.") is None


def test_the_dateline_of_the_first_paragraph_comes_before_one_alone() -> None:
    article = article_of(f"{HEADLINE}\n\nEastmere, 5 May 2025\n\nOSLO (AP) — {PROSE}", lang="en")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == "OSLO (AP) —"


@pytest.mark.parametrize("line", ["HAIF\0A, 5 May 2025", "GENEVA, SWIT\0ERLAND"])
def test_place_that_no_document_can_hold_is_none(line: str) -> None:
    body = "The bridge over the river opened again on Monday after nine months of repairs, the county said."
    article = converter.read(f"Bridge opens again\n{line}\n\n{body}\n\n{body}\n".encode(), name="a.txt")

    assert article.head.dateline is not None
    assert article.head.dateline.place is None

"""A headline only where there is one."""

from __future__ import annotations

import pytest

from converter.article import plain_text
from converter.readers.text.options import TextOptions
from tests.readers.text.reading import article_of, paragraphs_of

STORY = (
    "The river ferry will stop on Sundays from the first of May, the county said, because too few people take it.\n"
    "Those who do will have to walk to the bridge."
)


def headline_of(text: str, options: TextOptions | None = None) -> str | None:
    found = article_of(text, options).head.headline()
    return plain_text(found) if found else None


@pytest.mark.parametrize(
    "line",
    [
        "River ferry to stop on Sundays",
        "Will the river ferry ever run on Sundays again?",
        "No more Sunday ferry!",
        "Ferry chief: “Nobody takes it on a Sunday”",
        "'Nobody takes it': county stops Sunday ferry",
        "Why the County Will Not Pay for Your Sunday Ferry.",
        "CORRECTED: River ferry to stop on Sundays",
    ],
)
def test_a_short_first_line_that_is_no_sentence_and_speaks_of_the_story_is_the_headline(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") == line


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The ferry stops at nine.", id="a sentence"),
        pytest.param("“Nobody takes the ferry on a Sunday”", id="a quotation"),
        pytest.param("Here is what changes for the ferry:", id="a line before a list"),
        pytest.param("Warning: the ferry is not safe for children", id="a label"),
        pytest.param("and so the ferry stopped", id="a small letter"),
        pytest.param("Ferries", id="a section's name"),
        pytest.param("Ann Example at the wheel in a coat that is green", id="a caption that says nothing of the story"),
        pytest.param("www.example.com/ferry timetable", id="an address"),
        pytest.param("EASTMERE, March 3 (AP) — A ferry that no one takes will stop.", id="a dateline"),
        pytest.param("Share", id="a button"),
        pytest.param("5 min read", id="page data"),
    ],
)
def test_nothing_else_is_promoted(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") is None


def test_a_text_of_one_line_has_no_headline() -> None:
    assert headline_of("River ferry to stop on Sundays") is None


def test_the_words_of_a_headless_scrape_stay_in_the_body() -> None:
    assert paragraphs_of(article_of(STORY)) == STORY.split("\n")


def test_a_question_and_answer_is_no_headline_and_story() -> None:
    assert (
        headline_of(
            "JONES: Where were you on that Sunday, when the ferry stopped\nSAMPLE: At home, with my hens.\n" + STORY
        )
        is None
    )


def test_the_headline_below_buttons_is_found() -> None:
    assert (
        headline_of(f"Facebook\nCopy link\nRiver ferry to stop on Sundays\n{STORY}") == "River ferry to stop on Sundays"
    )


def test_an_inferred_headline_says_so() -> None:
    found = article_of(f"River ferry to stop on Sundays\n{STORY}").head.headline()

    assert found is not None
    assert found.inferred == "headline-first-line"


def test_the_caller_decides() -> None:
    assert (
        headline_of(f"The ferry stops at nine.\n{STORY}", TextOptions(headline="first")) == "The ferry stops at nine."
    )
    assert headline_of(f"River ferry to stop on Sundays\n{STORY}", TextOptions(headline="none")) is None

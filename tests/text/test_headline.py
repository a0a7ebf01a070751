"""A headline only where there is one."""

from __future__ import annotations

import pytest

from converter.model.block import Furniture
from converter.model.words import plain_text
from converter.text.options import TextOptions
from tests.text.reading import article_of, paragraphs_of

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
        "Sunday ferry",
        "Goodbye to the rope and the bell: How we lost a crossing",
        "'No ferry', says 'angry' county chief on 'bad Sunday'",
        "'Nobody takes it' but ferry was 'loved'",
        "5 Reasons to Walk More",
        "RIVER FERRY TO STOP ON SUNDAYS <FERY>",
        "“Ferry” or “bridge”? Sunday’s question",
        "Warning over ferry on Sundays",
        "County: Ferry is a luxury, and here is why",
        "The ferry is safe, county says",
        "Who would row across on Sundays?",
        "“Nobody takes the ferry on a Sunday”",
        "eFerry stops on Sundays",
        "No boat on the river ...",
        "Ferry farewell",
        "UPDATED: County stops river ferry",
        "The ferry is sold. What now for the river?",
        "TOP 5 Ferries 2025 [Review]",
        "The Last River Ferry.",
        "Ferry 2025",
        "In Brief (Page 12)",
        "News in brief",
    ],
)
def test_a_short_first_line_that_is_no_sentence_and_speaks_of_the_story_is_the_headline(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") == line


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The ferry stops at nine.", id="a sentence"),
        pytest.param("“I shall miss the bell”", id="a quotation of which the story has nothing"),
        pytest.param("“Nobody takes the ferry. We know it”", id="a quotation with a sentence's end inside"),
        pytest.param("Who would miss a bell?", id="a question of which the story has nothing"),
        pytest.param("Here is what changes for the ferry:", id="a line before a list"),
        pytest.param("Warning: the ferry is not safe for children", id="a label"),
        pytest.param("and so the ferry stopped", id="a small letter"),
        pytest.param("Ferries", id="a section's name"),
        pytest.param("Ann Example at the wheel in a coat that is green", id="a caption that says nothing of the story"),
        pytest.param("www.example.com/ferry timetable", id="an address"),
        pytest.param("EASTMERE, March 3 (AP) — A ferry that no one takes will stop.", id="a dateline"),
        pytest.param("Share", id="a button"),
        pytest.param("FERRY SUNDAY", id="a kicker of two words"),
        pytest.param("Eastmere 14 11 6 15 - 44 ferry", id="a row of figures"),
        pytest.param("— Ann Example of the ferry board", id="a signature"),
        pytest.param("Never took the ferry on Sundays? Tell us here what you did!", id="a call to click"),
        pytest.param("5 min read", id="page data"),
        pytest.param("Nobody takes the ferry on Sundays. Photo: Ann Example", id="a caption with its credit"),
        pytest.param(
            "Nobody takes the ferry on Sundays Image: Sample/dpa", id="a caption whose credit has no stop before it"
        ),
        pytest.param(
            "The ferry to the north quay is old and slow. Who will save the ferry on Sundays?",
            id="a sentence and a question",
        ),
        pytest.param(
            "The ferry is the last one on the river and the county will stop it on Sundays",
            id="a sentence without its stop, as it stands below headlines",
        ),
    ],
)
def test_nothing_else_is_promoted(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") is None


@pytest.mark.parametrize(
    "line",
    [
        "Good morning, readers",
        "Hello and welcome",
        "Dear readers,",
        "What we know so far",
        "Part 2",
        "Part one of three",
        "Guten Morgen, liebe Leserinnen und Leser",
        "Darum geht es",
        "Das Wichtigste auf einen Blick",
        "Teil 1",
        "Bonjour à tous",
        "Ce qu’il faut savoir",
        "Buenos días a todos",
        "Lo que hay que saber",
        "Buongiorno a tutti",
        "Доброе утро!",
        "Что известно",
        "各位读者大家好",
        "导读",
    ],
)
def test_what_greets_the_reader_or_heads_a_summary_is_none(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") is None


@pytest.mark.parametrize("line", ["Hello Sunday, goodbye ferry", "Welcome to the last ferry", "Part of ferry sinks"])
def test_a_headline_may_begin_with_the_word_of_a_greeting(line: str) -> None:
    assert headline_of(f"{line}\n{STORY}") == line


@pytest.mark.parametrize(
    "below",
    ["By Ann Example", "May 3, 2024", "3 hours ago", "Share\n5 min read", "By Bo Sample\nMay 3, 2024"],
)
@pytest.mark.parametrize("line", ["Up the creek without a paddle", "Gone fishing", "“Never again”", "It stops here."])
def test_what_stands_above_a_byline_or_a_date_is_the_headline(line: str, below: str) -> None:
    assert headline_of(f"{line}\n{below}\n{STORY}") == line


def test_what_stands_above_a_dateline_is_the_headline() -> None:
    assert headline_of(f"Up the creek without a paddle\nEASTMERE, Ohio (AP) — {STORY}") == (
        "Up the creek without a paddle"
    )


@pytest.mark.parametrize("section", ["Politics", "WORLD NEWS", "Business |", "Wirtschaft"])
def test_the_name_of_a_section_may_stand_above_it(section: str) -> None:
    text = f"{section}\nRiver ferry to stop on Sundays\n{STORY}"

    assert headline_of(text) == "River ferry to stop on Sundays"
    assert paragraphs_of(article_of(text)) == STORY.split("\n")
    assert [block.rule for block in article_of(text).body if isinstance(block, Furniture)] == ["above-headline"]


def test_a_headline_above_a_list_is_found_by_its_capitals_and_words() -> None:
    text = "Ferry Roundup: River Beats Lake Again\nRiver 4, Lake 2\nLake 1, River 3\nFerry 2, River 2\nLake 0, Sea 0"

    assert headline_of(text) == "Ferry Roundup: River Beats Lake Again"


def test_one_long_word_is_a_headline_where_the_story_tells_of_it() -> None:
    body = (
        "Der Fährverbindung zum Nordkai fehlen die Fahrgäste, teilte der Kreis mit, weil wenige kommen.\n"
        "Der Kreis will im Juni entscheiden, was aus dem alten Schiff wird, das 1961 gebaut wurde und das letzte ist."
    )

    assert headline_of(f"Fährverbindung\n{body}") == "Fährverbindung"
    assert headline_of(f"Wirtschaftspolitik\n{body}") is None


@pytest.mark.parametrize(
    "opening", ["Q: Why?", "A short line", "SUNDAYS ONLY", "“No.”", "Why now?", "One crossing a day"]
)
def test_a_body_that_opens_with_a_short_line_has_none(opening: str) -> None:
    assert headline_of(f"{opening}\n{STORY}") is None


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


def test_the_headline_of_an_interview_is_found() -> None:
    assert headline_of(f"Ferry chief: “I could swim it”\nDW: Why does it stop?\nSAMPLE: Nobody comes.\n{STORY}") == (
        "Ferry chief: “I could swim it”"
    )


def test_a_chinese_headline_with_figures_is_no_row_of_figures() -> None:
    story = "新渡轮长42米，可载客300人，自5月1日起每日往返于两岸之间。县政府周二宣布了这一消息，并说票价不变。"

    # What it shares with its story stands behind a figure, without a blank.
    assert headline_of(f"5月渡轮每日往返两岸\n{story}") == "5月渡轮每日往返两岸"
    assert headline_of(f"新渡轮：长42米载300人 5月1日起每日往返\n{story}") == "新渡轮：长42米载300人 5月1日起每日往返"


def test_a_korean_headline_with_figures_is_no_row_of_figures() -> None:
    line = "신규 나룻배 42명 중 24명 하루 왕복"

    assert headline_of(f"{line}\n신규 나룻배가 하루에 42명을 태운다고 군이 화요일에 밝혔다.\n24명은 왕복한다.") == line


def test_a_name_that_the_story_has_just_so_is_a_caption() -> None:
    story = (
        "Ann Example, who rang the ferry's bell for thirty years, will ring it for the last time on Sunday.\n" + STORY
    )

    assert headline_of(f"Ann Example\n{story}") is None
    assert headline_of(f"Ann Example\nBy Bo Sample\n{story}") == "Ann Example"


def test_whom_an_interview_is_with_is_the_headline_and_below_one_it_is_the_byline() -> None:
    story = f"Bo Sample rows on Sundays. Interview by our man at the quay, who cannot row.\n{STORY}"
    below = article_of(f"River ferry to stop on Sundays\nInterview: Ann Example\n{story}").head

    assert headline_of(f"Interview: Bo Sample on Rowing\n{story}") == "Interview: Bo Sample on Rowing"
    assert headline_of(f"INTERVIEW: BO SAMPLE\n{story}") == "INTERVIEW: BO SAMPLE"
    assert [plain_text(byline) for byline in below.bylines] == ["Interview: Ann Example"]


def test_a_headline_may_name_what_comes_late_in_the_story() -> None:
    story = f"{STORY}\n" + "Nobody minds, the county says, and nobody will be asked again.\n" * 12

    assert headline_of(f"The hens on deck\n{story}") is None
    assert headline_of(f"The hens on deck\n{story}Only the hens of Bo Sample will stay on board.") == "The hens on deck"


def test_a_story_whose_paragraphs_lack_their_stop_follows_a_headline_too() -> None:
    line = "新渡轮：一种经典的过河方式"
    story = (
        "新渡轮是一艘以经典木船为样式，融入了大量现代技术的小船，居民可以在河上轻松往返，同时还能看到两岸的风景和村庄"
    )

    assert headline_of(f"{line}\n{story}\n{story}") == line


def test_the_head_of_a_roundup_above_a_headline_is_its_section() -> None:
    assert headline_of(f"In brief\nRiver ferry to stop on Sundays\n{STORY}") == "River ferry to stop on Sundays"


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


@pytest.mark.parametrize("between", ["", "By Ann Example\n", "May 3, 2024\n"])
def test_a_headline_that_is_printed_twice_is_one(between: str) -> None:
    story = "The ferry across the bay stops on Sundays from the first of May, the county said, as too few take it."
    article = article_of(
        f"Ferry stops on Sundays\n\n{between}Ferry Stops on  Sundays\n\n{story}\n{story} It began in 1921.\n"
    )

    assert [plain_text(line) for line in article.head.headlines] == ["Ferry stops on Sundays"]
    assert paragraphs_of(article) == [story, f"{story} It began in 1921."]
    assert "headline-again" in [block.rule for block in article.body if isinstance(block, Furniture)]

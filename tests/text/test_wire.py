"""The wire's header, embargo and endmarks."""

from __future__ import annotations

import pytest

from converter.model.block import Furniture, ThematicBreak
from converter.model.inline import Char
from converter.model.traversal import walk
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

HEADER = "\x05\x05\x05C T\n\x16\x16\x01f0704\x1freute\nu f BC-SAMPLE-SLUG   02-26 0105\n\x02\n"
STORY = """SAMPLE BANK <SMPL> TO FORM TRADING UNIT
    CLEVELAND, Feb 26 - Sample Bank Corp and its parent said they
plan to form a venture to manage the borrowing of both companies.
    The parent already owns a 55 pct interest in Sample Bank.
"""
PROSE = "The county will open its library on Sundays from the first week of April, the board said."


def endmarks_of(text: str) -> list[str]:
    return [
        plain_text(block) for block in article_of(text).body if isinstance(block, Furniture) and block.kind == "endmark"
    ]


def test_the_header_is_kept_in_its_place_and_said_in_the_head() -> None:
    article = article_of(HEADER + STORY + " Reuter\n\x03\n")

    head = article.head
    assert head.slug is not None
    assert (head.slug.text, head.slug.inferred) == ("BC-SAMPLE-SLUG", "wire-header")
    assert head.urgency is not None
    assert head.urgency.value == 3
    assert {p.name: plain_text(p.content) for p in head.properties} == {
        "wire:category": "f",
        "wire:date": "02-26",
        "wire:priority": "u",
        "wire:words": "0105",
    }
    lines = [plain_text(b) for b in article.body if isinstance(b, Furniture) and b.kind == "wire-header"]
    assert "\n".join(lines) + "\n" == HEADER
    assert sum(isinstance(value, Char) for value in walk(article)) == 9
    assert len(paragraphs_of(article)) == 2


def test_a_priority_that_says_nothing_of_urgency_gives_none() -> None:
    assert article_of(HEADER.replace("u f", "s f") + STORY).head.urgency is None


def test_start_of_text_may_stand_on_the_titles_line() -> None:
    article = article_of(HEADER.rstrip("\n") + STORY + " Reuter\x03")

    assert [plain_text(line) for line in article.head.headlines] == ["SAMPLE BANK <SMPL> TO FORM TRADING UNIT"]
    assert endmarks_of(HEADER + STORY + " Reuter\x03") == ["Reuter", "\x03"]


def test_a_slug_alone_is_a_header_where_a_dateline_follows() -> None:
    dated = "DUBLIN, June 3 (Reuters) - The central bank held its main rate at three per cent on Tuesday, it said."

    head = article_of(f"URGENT: RATES-BANK (UPDATE 2)\nCentral bank holds rates\n{dated}\n").head
    assert head.slug is not None
    assert head.slug.text == "RATES-BANK"
    assert [plain_text(line) for line in head.headlines] == ["Central bank holds rates"]
    assert article_of(f"RATES-BANK\nCentral bank holds rates\n{PROSE}\n").head.slug is None
    assert article_of(f"BANK HOLDS RATES\n{dated}\n").head.slug is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("BC-US--Sample Flood, 3rd Ld-Writethru", "River crests below record"),
        ("BC-US--Sample Flood, 3rd Ld-Writethru,0412", "River crests below record"),
        ("AM-Sample-Flood, Bjt", "River crests below record"),
        ("BC-US--Sample Flood\n\nEds: Updates with quote. With AP\nPhotos.\n", "River crests below record"),
        ("PM-Sample-Flood,412", None),
    ],
)
def test_an_agencys_head_is_no_headline(head: str, title: str | None) -> None:
    copy = (
        "MILLFORD, Ohio (AP) — The river crested a foot below its\n"
        "record on Thursday, sparing three towns that had spent\ntwo days stacking sandbags."
    )
    article = article_of(f"{head}\n{title + chr(10) if title else ''}{copy}\n")

    assert [plain_text(line) for line in article.head.headlines] == ([title] if title else [])
    assert article.head.slug is not None
    assert f"{article.head.slug.text},".startswith(head.partition("\n")[0].partition(",4")[0].partition(",0")[0])
    assert article.head.dateline is not None
    assert article.head.dateline.place == "MILLFORD, Ohio"
    assert paragraphs_of(article) == [copy.replace("\n", " ").partition(" — ")[2]]
    assert [block.kind for block in article.body if isinstance(block, Furniture)] == ["wire-header"] * len(
        [line for line in head.split("\n") if line]
    )


def test_a_sentence_that_begins_like_such_a_head_is_the_story() -> None:
    text = "BC-based ferries will stop on Sundays, the province said.\nEASTMERE (AP) — Too few people take them."

    assert article_of(text).head.slug is None


@pytest.mark.parametrize("title", ["REPORT: NO THREAT TO JOBS IN THE NORTH", "NI AND THE BRIDGE TAKE PRECEDENCE"])
def test_a_title_in_capitals_may_begin_with_the_label_of_a_byline(title: str) -> None:
    head = article_of(HEADER + STORY.replace("SAMPLE BANK <SMPL> TO FORM TRADING UNIT", title)).head

    assert [plain_text(line) for line in head.headlines] == [title]
    assert head.bylines == ()


def test_a_ticker_in_angle_brackets_is_text() -> None:
    assert "<SMPL>" in plain_text(article_of(HEADER + STORY).head.headlines[0])


def test_anpa_lines_with_carets_are_read() -> None:
    text = "^AM-Sample Flood, 1st Ld, a0123,0412\n^EDS: Adds quote.\n^River Crests in Three Towns\n^By ANN EXAMPLE\n\n"
    article = article_of(text + f"MILLFORD, Ohio (AP) -- {PROSE}\n")

    assert article.head.slug is not None
    assert article.head.slug.text == "AM-Sample Flood, 1st Ld"
    assert [plain_text(line) for line in article.head.headlines] == ["River Crests in Three Towns"]
    assert [plain_text(line) for line in article.head.bylines] == ["By ANN EXAMPLE"]


@pytest.mark.parametrize("mark", ["Reuter", "REUTER", "reuter", "Reuter...", "MORE"])
def test_the_wires_endmarks_are_no_paragraphs(mark: str) -> None:
    assert endmarks_of(HEADER + STORY + f" {mark}\n") == [mark]


def test_reuters_as_the_last_word_of_a_wrapped_sentence_is_the_story() -> None:
    text = (
        HEADER
        + STORY
        + "    The news was first told by a man who had it from his friend at\nReuter\n"
        + "who had it from the bank and would not say more than that.\n"
    )

    assert endmarks_of(text) == []


@pytest.mark.parametrize("mark", ["-30-", "###", "# # #", "ENDS", "- ends -", "***"])
def test_a_press_releases_endmark_is_one_where_the_story_is_over(mark: str) -> None:
    assert endmarks_of(f"{PROSE}\n{mark}\nContact: Bo Sample, 555 0100") == [mark]


def test_stars_between_two_parts_are_a_break() -> None:
    article = article_of(f"{PROSE}\n***\n{PROSE}")

    assert [plain_text(block) for block in article.body if isinstance(block, ThematicBreak)] == ["***"]


@pytest.mark.parametrize("line", ["Ends", "More", "Less"])
def test_a_word_of_a_list_is_no_endmark(line: str) -> None:
    assert endmarks_of(f"{PROSE}\n{line}\n{PROSE}") == []


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGOED UNTIL 0001 GMT TUESDAY 4 MARCH 2025", "2025-03-04T00:01Z"),
        ("EMBARGOED UNTIL 18:00 GMT, WEDNESDAY MAY 22, 2024", "2024-05-22T18:00Z"),
        ("Embargoed until 22 May 2024 at 6 pm BST", "2024-05-22T18:00+01:00"),
        ("EMBARGOED UNTIL 10:30 A.M. EDT, MAY 22, 2024", "2024-05-22T10:30-04:00"),
        ("Embargo: 12:00 p.m. EST, May 22, 2024", "2024-05-22T12:00-05:00"),
        ("EMBARGO 1430 UTC 22 MAY 2024", "2024-05-22T14:30Z"),
        ("Embargo: 22 May 2024, 18:00+0530", "2024-05-22T18:00+05:30"),
        ("Embargo: 22 May 2024, 18:00 GMT+1", "2024-05-22T18:00+01:00"),
        ("Embargo: 22 May 2024, 18:00 IST", "2024-05-22"),
        ("Embargo: 22 May 2024, 18:00 CST", "2024-05-22"),
        ("Embargo: 4 March 2025, 10:00", "2025-03-04"),
        ("Sperrfrist: 22. May 2024, 18.00 Uhr MESZ", "2024-05-22T18:00+02:00"),
        ("STRICTLY EMBARGOED", None),
    ],
)
def test_an_embargo_is_kept_and_its_time_is_as_precise_as_it_says(line: str, until: str | None) -> None:
    article = article_of(f"{line}\n\nNew library hours begin in April\n\n{PROSE}\n")

    date = article.head.date("embargoed")
    assert date is not None
    assert date.value == until
    assert [plain_text(block) for block in article.body if isinstance(block, Furniture)] == [line]


def test_embargo_in_a_sentence_is_the_story() -> None:
    assert article_of(f"The embargo on arms will stay, the minister said.\n{PROSE}").head.date("embargoed") is None

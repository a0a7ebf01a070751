"""Datelines on a line of their own, below the headline and beside the byline, and lines there that are none."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

HEADLINE = "Harbour Bridge Reopens After Eleven Months"
STORY = [
    "The bridge over Sample Bay reopened to traffic on Wednesday, eleven months after a ship struck one of its piers.",
    "Port officials said that the first cars crossed shortly after six in the morning, and that the queue was gone.",
]
BYLINE = "By Ann Example"


@pytest.mark.parametrize(
    "line",
    [
        "EASTMERE, Ohio (AP) —",
        "EASTMERE, Ohio —",
        "EASTMERE, Ohio (AP)",
        "EASTMERE, March 3 (Reuters)",
        "EASTMERE, March 3 (Reuters) -",
        "LONDON (Reuters) -",
        "MOSCOW, March 16. /TASS/.",
        "BEIJING, March 3 (Xinhua)",
        "BEIJING, March 3 (Xinhua) --",
        "New Delhi, Mar 3 (PTI)",
        "New Delhi [India], March 3 (ANI):",
        "NEW DELHI:",
        "KABUL (Pajhwok):",
        "KUALA LUMPUR (March 3):",
        "Washington CNN —",
        "(Reuters) -",
        "EASTMERE, Ohio--(SAMPLE WIRE)--",
        "LONDON, 5 May 2025",
        "EASTMERE, Ohio, March 3, 2025",
        "London, July 16.",
        "London, 16th July.",
        "London, Wednesday.",
        "EASTMERE, Wednesday.",
    ],
)
@pytest.mark.parametrize("place", ["alone", "below the byline", "above the byline"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_dateline_may_stand_alone_beside_the_byline(line: str, place: str, gap: str) -> None:
    lines = {"alone": [line], "below the byline": [BYLINE, line], "above the byline": [line, BYLINE]}[place]
    article = article_of(gap.join([HEADLINE, *lines, *STORY]) + "\n")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == line
    assert [plain_text(each) for each in article.head.headlines] == [HEADLINE]
    assert [plain_text(each) for each in article.head.bylines] == ([] if place == "alone" else [BYLINE])
    assert paragraphs_of(article) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ann Example/AP",
        "Ann Example (AP)",
        "(Photo: AP)",
        "(sda)",
        "Getty Images.",
        "Updated March 3, 2025.",
        "Monday, March 3:",
        "March 3, 2025 -",
        "Key points:",
        "WATCH:",
        "EXCLUSIVE —",
        "Ann Example —",
        "Harbour Post -",
        "Reading time: 3 min.",
        "The bridge was closed in May (see map).",
    ],
)
def test_what_stands_there_too_is_no_dateline(line: str) -> None:
    assert article_of("\n".join([HEADLINE, line, *STORY]) + "\n").head.dateline is None


@pytest.mark.parametrize("place", ["EU", "Polen", "Stockholm", "FN"])
def test_a_place_stands_above_the_line_of_an_agencys_correspondent(place: str) -> None:
    prose = (
        "Bron över viken öppnades på onsdagen åter för trafik, elva månader efter att ett fartyg kört på en av pelarna."
    )
    lines = ["Bron över viken öppnas igen", place, "Bryssel, TT:s korrespondent", prose, prose]
    article = article_of("\n".join(lines) + "\n", lang="sv")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == place


@pytest.mark.parametrize("below", ["Bryssel, korrespondent", "Anna Exempel", "TT:s korrespondent i Bryssel är sjuk."])
def test_a_section_is_no_place(below: str) -> None:
    prose = (
        "Bron över viken öppnades på onsdagen åter för trafik, elva månader efter att ett fartyg kört på en av pelarna."
    )

    assert article_of("\n".join(["Bron över viken", "EU", below, prose, prose]) + "\n", lang="sv").head.dateline is None


def test_a_dateline_stands_above_a_paragraph_that_ends_before_a_list() -> None:
    first = STORY[0].removesuffix(".") + ", and it will be shut again on some days of the spring. These are the days:"
    article = article_of("\n".join([HEADLINE, "LONDON, May 5.", first, "- May 8", "- May 9"]) + "\n")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == "LONDON, May 5."


def test_a_deck_above_a_dateline_alone_is_no_paragraph_of_the_story() -> None:
    deck = "The queue at the ferry is gone, and so are two boats"
    article = article_of("\n".join([HEADLINE, deck, "LONDON, 5 May 2025", *STORY]) + "\n")

    assert [plain_text(each) for each in article.head.headlines] == [HEADLINE, deck]
    assert paragraphs_of(article) == STORY


def test_below_a_deck_of_whole_sentences_and_a_byline_a_place_is_the_dateline() -> None:
    deck = "The queue at the ferry is gone, and so are the two boats that the county had hired for the whole winter."
    head = article_of("\n".join([HEADLINE, deck, BYLINE, "London", *STORY])).head

    assert head.dateline is not None
    assert plain_text(head.dateline.content) == "London"

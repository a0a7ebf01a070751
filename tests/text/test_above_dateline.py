"""What stands above a dateline: captions, decks, credits and lines of the site; and where it is the story itself."""

from __future__ import annotations

import pytest

from converter.model.article import Article
from converter.model.block import Figure, Note
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

HEADLINE = "Harbour Bridge Reopens After Eleven Months"
FIRST = (
    "The bridge over Sample Bay reopened to traffic on Wednesday, eleven months after a ship struck one of its piers."
)
SECOND = (
    "Port officials said that the first cars crossed shortly after six in the morning, and that the queue was gone."
)
DATELINE = "EASTMERE, March 3 (Reuters) -"
CAPTION = "Cars cross the harbour bridge in Eastmere, Ohio March 3, 2014."
LONG_CAPTION = (
    "Visitors take pictures of the first car to cross the bridge, a small green one that its owner says is older than "
    "the bridge itself, during the day on which it reopened, in Eastmere, Ohio, U.S., March 3, 2024. "
    "REUTERS/Ann Example/File photo"
)
DECK = "The queue at the ferry is gone, and so are the two boats that the county had hired for the winter."


def parts_of(article: Article) -> list[tuple[str, str]]:
    """Return what was found above the story, and its words."""
    made = [("standfirst", plain_text(each)) for each in article.head.headlines if each.kind == "sub"]
    made += [("caption", plain_text(block)) for block in article.body if isinstance(block, Figure)]
    made += [("note", plain_text(block)) for block in article.body if isinstance(block, Note)]
    return made


@pytest.mark.parametrize("headline", [HEADLINE, ""])
@pytest.mark.parametrize(
    "above",
    [
        [("standfirst", DECK)],
        [("caption", CAPTION)],
        [("caption", LONG_CAPTION)],
        [("caption", "1 of 18. Cars cross the bridge in Eastmere.")],
        [("caption", "[1/5] Cars cross the harbour bridge in Eastmere. REUTERS/Ann Example")],
        [("caption", "File photo of the harbour bridge.")],
        [("caption", "Cars cross the harbour bridge, March 3, 2024. (AP Photo/Ann Example)")],
        [("standfirst", DECK), ("caption", CAPTION)],
        [("standfirst", DECK), ("caption", CAPTION), ("note", "Photo: Ann Example")],
        [("standfirst", DECK), ("note", "Open the gallery"), ("note", "Read sample.com on"), ("caption", CAPTION)],
        [("standfirst", "* First cars crossed at six"), ("standfirst", "* The ferry stops on Sunday")],
    ],
)
def test_no_line_above_a_dateline_stays_in_the_story(above: list[tuple[str, str]], headline: str) -> None:
    lines = [headline] * bool(headline) + [text for _, text in above] + [f"{DATELINE} {FIRST}", SECOND]
    article = article_of("\n".join(lines) + "\n")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == DATELINE
    assert paragraphs_of(article) == [FIRST, SECOND]
    assert sorted(parts_of(article)) == sorted(above)
    if headline:
        assert [plain_text(each) for each in article.head.headlines if each.kind == "main"] == [headline]


@pytest.mark.parametrize(
    "above",
    [
        [("note", "DESK: Harbour and roads, third floor")],
        [("note", "From sample.com of March")],
        [("note", "The third floor")],
        [("note", "March 3, 2024 1:10 AM GMT+9 Changed March 3, 2024")],
        [("caption", "The first car on the bridge on the morning of its return"), ("note", "Photo: Ann Example")],
        [("caption", "The bridge in spring"), ("caption", f"The bridge in spring, as it was. {CAPTION}")],
    ],
)
def test_below_a_headline_any_short_line_is_a_note(above: list[tuple[str, str]]) -> None:
    lines = [HEADLINE, *(text for _, text in above), f"{DATELINE} {FIRST}", SECOND]
    article = article_of("\n".join(lines) + "\n")

    assert article.head.dateline is not None
    assert paragraphs_of(article) == [FIRST, SECOND]
    assert parts_of(article) == above


@pytest.mark.parametrize("headline", ["9 of 10 Say the Bridge Is Safe", "Bridge Opens in Eastmere on Day 3 of 5"])
def test_headlines_count_too(headline: str) -> None:
    article = article_of("\n".join([headline, f"{DATELINE} {FIRST}", SECOND]) + "\n")

    assert [plain_text(each) for each in article.head.headlines] == [headline]


def test_one_long_deck_may_stand_between_a_headline_and_a_dateline() -> None:
    deck = f"{FIRST} {SECOND}"
    article = article_of("\n".join([HEADLINE, deck, f"{DATELINE} {FIRST}", SECOND]) + "\n")

    assert len(deck) > 200
    assert parts_of(article) == [("standfirst", deck)]
    assert paragraphs_of(article) == [FIRST, SECOND]


def test_the_headline_stands_below_lines_of_metadata() -> None:
    lines = ["x-172", "x", "harbour/desk", "third", HEADLINE, CAPTION, f"{DATELINE} {FIRST}", SECOND]
    article = article_of("\n".join(lines) + "\n")

    assert [plain_text(each) for each in article.head.headlines] == [HEADLINE]
    assert article.head.dateline is not None


@pytest.mark.parametrize(
    ("lang", "above", "dateline", "story"),
    [
        (
            "ru",
            ["Мост через залив снова открыт", "Машины на мосту - Образец, 1920, 03.03.2025", "Перейти в фотобанк"],
            "МОСКВА, 3 мар — РИА Новости.",
            "Мост через залив в среду снова открыли для движения, через одиннадцать месяцев после того, как сухогруз "
            "ударил в одну из его опор.",
        ),
        (
            "ru",
            ["Мост через залив снова открыт", "Движение началось в шесть часов утра, сообщили в порту."],
            "КИЕВ. 3 марта. УНН.",
            "Мост через залив в среду снова открыли для движения, через одиннадцать месяцев после того, как сухогруз "
            "ударил в одну из его опор.",
        ),
        (
            "zh",
            ["样本湾大桥重新通车", "（原标题：样本湾大桥重新通车了）", "大桥上的汽车。样本市供图"],
            "样本日报讯（记者 李明）",
            "横跨样本湾的大桥星期三重新通车，此前一艘货轮在十一个月前撞上其中一座桥墩，大桥因此关闭。",
        ),
        (
            "de",
            ["Brücke über die Musterbucht wieder offen", "Die ersten Autos fuhren kurz nach sechs Uhr."],
            "Kiel (abc) –",
            "Die Brücke über die Musterbucht ist seit Mittwoch wieder für den Verkehr geöffnet, elf Monate nachdem ein "
            "Frachter einen Pfeiler gerammt hatte.",
        ),
    ],
)
def test_datelines_of_languages_stand_below_other_lines(lang: str, above: list[str], dateline: str, story: str) -> None:
    article = article_of("\n".join([*above, f"{dateline} {story}", story]) + "\n", lang=lang)

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == dateline
    assert paragraphs_of(article) == [story, story]


@pytest.mark.parametrize(
    "lines",
    [
        # A long paragraph above is the story; below a headline, a longer one.
        [HEADLINE, f"{FIRST} {SECOND}", f"LONDON — {FIRST}", SECOND],
        [HEADLINE, f"{FIRST} {SECOND} {FIRST} {SECOND}", f"{DATELINE} {FIRST}", SECOND],
        [f"{FIRST} {SECOND}", f"{DATELINE} {FIRST}", SECOND],
        [HEADLINE, FIRST, f"{FIRST} {SECOND}", f"{DATELINE} {FIRST}", SECOND],
        # So are several sentences.
        ["It rained.", "The bridge was shut.", f"{DATELINE} {FIRST}", SECOND],
        [HEADLINE, "It rained.", "The bridge was shut.", "Nobody came.", f"{DATELINE} {FIRST}", SECOND],
        # A greeting, and what only opens a list, are no decks.
        ["Dear readers,", "The bridge is open again.", f"{DATELINE} {FIRST}", SECOND],
        [HEADLINE, DECK, "These are the news of today:", f"{DATELINE} {FIRST}", SECOND],
        # Several datelines are of several stories.
        [HEADLINE, DECK, "Bridge opens", f"{DATELINE} {FIRST}", "Ferry stops", f"WESTMERE, March 3 (AP) - {SECOND}"],
        # Capitals alone before a dash are sure in the first two paragraphs only.
        [HEADLINE, DECK, CAPTION, f"BRIDGE WATCH — {FIRST}", SECOND],
        # A dateline far below is another story's.
        [HEADLINE, FIRST, SECOND, FIRST, SECOND, f"{DATELINE} {FIRST}", SECOND],
        [HEADLINE, *[f"A line of the page, number {number}" for number in range(12)], f"{DATELINE} {FIRST}", SECOND],
    ],
)
def test_a_dateline_below_the_storys_words_stays_where_it_stands(lines: list[str]) -> None:
    article = article_of("\n".join(lines) + "\n")

    assert article.head.dateline is None
    assert [text for text in paragraphs_of(article) if text.startswith((DATELINE, "BRIDGE WATCH", "LONDON"))] != []


@pytest.mark.parametrize(
    ("caption", "dateline"),
    [
        ("Un'immagine del ponte (ansa)", "EASTMERE -"),
        ("The bridge in spring (Reuters) ", "LONDON:"),
        ("Cars cross the bridge. (AP Photo/Ann Example)", "EASTMERE, Ohio (AP) —"),
        ("Cars cross the bridge. (AP Photo/Ann Example) ", "EASTMERE, Ohio (AP) —"),
        ("Cars cross the bridge. REUTERS/Ann Example", "EASTMERE (Reuters) -"),
        ("The bridge (Photo: AFP)", "Paris (AFP) –"),
        ("The bridge in Eastmere. Foto: ANTARA/Ann Example", "EASTMERE, SAMPLE.com -"),
    ],
)
@pytest.mark.parametrize("deck", [DECK, ""])
def test_a_caption_glued_before_a_dateline_is_parted_from_the_story(caption: str, dateline: str, deck: str) -> None:
    lines = [HEADLINE, *[deck] * bool(deck), f"{caption}{dateline} {FIRST}", SECOND]
    article = article_of("\n".join(lines) + "\n")

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == dateline
    assert paragraphs_of(article) == [FIRST, SECOND]
    assert ("caption", caption.strip()) in parts_of(article)


@pytest.mark.parametrize(
    "opening",
    [
        "The mayor (AP) said that LONDON - a city - was far.",
        "The firm (NYSE: SMPL) LONDON - the city - has bought the bridge.",
        "The rates are down. Shares are up. The bank is closed. (Reuters) LONDON (Reuters) -",
        "Ann Example (ABC) LONDON -",
        "The Sample Bay (a bay)EASTMERE -",
        "Reuters reported from LONDON -",
        "The photo (AFP) The bridge is",
    ],
)
def test_brackets_and_capitals_within_a_story_part_nothing(opening: str) -> None:
    article = article_of(f"{HEADLINE}\n\n{opening} {FIRST}\n\n{SECOND}\n")

    assert article.head.dateline is None
    assert paragraphs_of(article) == [f"{opening} {FIRST}", SECOND]

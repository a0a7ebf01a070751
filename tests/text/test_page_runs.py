"""What the text of a whole page has around its story, and what of it is the story's all the same."""

from __future__ import annotations

import pytest

from converter.model.block import Furniture
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

MENU = "Home\nNews\nPolitics\nBusiness\nSport\nHarbour\nGardens\nWeather\nHoroscope\nJobs\nSubscribe\nLog in\nSearch"
STORY = [
    "The river ferry will stop on Sundays from the first of May, the county said, because too few people take it.",
    "Those who do will have to walk to the bridge, which is four miles up the river and has no path for walkers.",
    "The county will ask again in the autumn whether anybody would like to have the ferry back, it said on Tuesday.",
]
PAGE = f"Skip to content\n{MENU}\nRiver ferry to stop on Sundays\n" + "\n".join(STORY)
FOOT = "About us\nContact us\nPrivacy policy\nTerms of use\nCareers\nRSS\nFacebook\nTwitter\nSitemap"


def furniture_of(text: str) -> list[str]:
    return [plain_text(block) for block in article_of(text).body if isinstance(block, Furniture)]


def test_below_the_story_of_a_page_every_short_line_behind_a_sign_is_the_pages() -> None:
    text = f"{PAGE}\nShare\nThe hens of Eastmere\nHarbour\nGardens\n{FOOT}\nWas this page any good?\nSince 1871"

    assert paragraphs_of(article_of(text)) == STORY
    assert {"The hens of Eastmere", "Was this page any good?", "Since 1871"} <= set(furniture_of(text))


def test_an_entry_that_the_page_has_again_is_an_entry_of_its_menus() -> None:
    towns = "Aldmere\nBirchholm\nCrowle\nDunwater\nElmsey\nFarrow"
    text = f"Skip to content\n{MENU}\n{towns}\nRiver ferry to stop on Sundays\n{STORY[0]}\nAbout us\nPodcast\n{towns}\n"

    found = furniture_of(text + "\n".join(STORY[1:]) + f"\n{FOOT}")

    assert set(towns.split("\n")) <= set(found)


def test_a_table_in_a_page_is_the_storys() -> None:
    table = (
        "Crossings\n2023\n2024\nEurope\n1,204\n988\nAsia\n77\n54\nAfrica\n31\n29\nAmericas\n12\n9\nTotal\n1,324\n1,080"
    )
    text = f"{PAGE}\n{table}\n{STORY[0]}\n{FOOT}"

    assert not set(table.split("\n")) & set(furniture_of(text))


def test_crossheads_of_a_page_stay_with_the_story() -> None:
    text = f"Skip to content\n{MENU}\nRiver ferry to stop on Sundays\n{STORY[0]}\nWhat comes next\n" + "\n".join(
        STORY[1:]
    )

    assert paragraphs_of(article_of(f"{text}\nShare\n{FOOT}")) == [STORY[0], "What comes next", *STORY[1:]]


def test_a_text_that_is_no_page_keeps_its_last_short_lines() -> None:
    text = (
        "River ferry to stop on Sundays\n" + "\n".join(STORY) + "\nShare\nThe hens of Eastmere\nA poem by the ferryman"
    )

    assert paragraphs_of(article_of(text)) == [*STORY, "The hens of Eastmere", "A poem by the ferryman"]


def test_a_short_line_of_any_end_among_the_lines_of_a_whole_page_is_the_pages() -> None:
    services = "Get the app\nDownload the app\nCreate account\nGift article\nMonkeys\nFollow us:\nRock pools\nReady?"
    text = f"{PAGE}\nShare\nComment Print Share\n{services}\n{MENU}\n{FOOT}\n{services}"

    assert paragraphs_of(article_of(text)) == STORY
    assert {"Follow us:", "Ready?", "Comment Print Share"} <= set(furniture_of(text))


TITLES = ["The hens of Eastmere lay again", "A poem by the ferryman wins a prize", 'Mayor calls plan for bridge "dead"']


def test_titles_far_apart_at_the_end_are_what_boxes_of_the_page_have_left() -> None:
    text = "River ferry to stop on Sundays\n\n" + "\n\n".join(STORY) + "".join(f"\n\n\n\n\n{line}" for line in TITLES)

    assert paragraphs_of(article_of(text)) == STORY
    assert furniture_of(text) == TITLES


@pytest.mark.parametrize(
    "label",
    [
        "Most viewed",
        "Read more",
        "Top stories",
        "Popular Articles",
        "Meistgelesen",
        "Themenseiten",
        "Aus dem Archiv",
        "Pour approfondir",
        "Les plus lus",
        "Lo más leído",
        "Contenido relacionado",
        "Mais lidas",
        "Più letti",
        "Net binnen",
        "Mest läst",
        "Mest lest",
        "Luetuimmat",
        "Najczęściej czytane",
        "Další články",
        "Legolvasottabb",
        "Cele mai citite",
        "Najčitanije",
        "Още новини",
        "Другие новости",
        "Новини за темою",
        "Çok okunanlar",
        "آخر الأخبار",
        "最新新聞",
        "热门推荐",
        "人気記事",
        "주요뉴스",
        "Terpopuler",
        "Tin mới",
    ],
)
def test_titles_below_a_label_that_is_known_are_the_pages(label: str) -> None:
    text = "\n".join(["River ferry to stop on Sundays", *STORY[:2], label, *TITLES, STORY[2]])

    assert paragraphs_of(article_of(text)) == STORY


@pytest.mark.parametrize("line", ["Read more", "Mais lidas", "Mest läst"])
def test_one_line_below_a_button_may_be_a_crosshead(line: str) -> None:
    crosshead = "What the county will do next"
    quotation = '"We will walk to the bridge now"'
    for below in ([crosshead], [quotation, quotation], ["A walker on the bridge. (Photo by one of them)", crosshead]):
        text = "\n".join(["River ferry to stop on Sundays", *STORY[:2], line, *below, STORY[2]])

        assert paragraphs_of(article_of(text)) == [*STORY[:2], *below, STORY[2]]


def test_titles_below_a_label_at_the_very_end_are_the_pages() -> None:
    head = "River ferry to stop on Sundays"
    text = "\n".join([head, *STORY, "ALSO:", *TITLES])

    assert paragraphs_of(article_of(text)) == STORY
    assert paragraphs_of(article_of(text + "\n" + STORY[0])) == [*STORY, "ALSO:", *TITLES, STORY[0]]
    winners = "\n".join([head, *STORY, "The winners:", *TITLES])
    assert paragraphs_of(article_of(winners)) == [*STORY, "The winners:", *TITLES]


def test_titles_that_stand_as_the_paragraphs_do_stay_with_the_story() -> None:
    head = "River ferry to stop on Sundays"
    close = "\n\n".join([head, *STORY, *TITLES])
    wide = "\n\n\n\n\n".join([head, *STORY, *TITLES])
    few = "\n\n".join([head, *STORY]) + "".join(f"\n\n\n\n\n{line}" for line in TITLES[:2])
    table = "\n\n".join([head, *STORY]) + "\n\n\n\n\nMonday\n\n\n\n\nTuesday\n\n\n\n\nSunday"

    assert paragraphs_of(article_of(close)) == paragraphs_of(article_of(wide)) == [*STORY, *TITLES]
    assert paragraphs_of(article_of(few)) == [*STORY, *TITLES[:2]]
    assert paragraphs_of(article_of(table)) == [*STORY, "Monday", "Tuesday", "Sunday"]


def test_the_pages_address_above_the_story_is_the_pages_and_one_in_it_the_storys() -> None:
    address = "https://www.example.com/news/2024/river-ferry-to-stop"
    head = "River ferry to stop on Sundays"
    article = article_of("\n".join([address, head, *STORY[:2], "https://example.com/the-report", STORY[2]]))

    assert [plain_text(line) for line in article.head.headlines] == [head]
    assert [(block.kind, block.rule) for block in article.body if isinstance(block, Furniture)] == [
        ("page-data", "page-address")
    ]
    assert "https://example.com/the-report" in paragraphs_of(article)


def test_a_title_that_ends_in_a_quoted_word_belongs_to_its_label_and_a_quotation_does_not() -> None:
    text = "\n".join(
        [STORY[0], "Read more:", 'Mayor calls plan for bridge "dead"', '"It is a plan I like"', *STORY[1:]]
    )

    assert paragraphs_of(article_of(text)) == [STORY[0], '"It is a plan I like"', *STORY[1:]]


def main_headline_of(text: str) -> str:
    found = article_of(text).head.headline()
    return plain_text(found) if found else ""


@pytest.mark.parametrize(
    ("kicker", "headline", "deck"),
    [
        (
            "River",
            "River ferry to stop on Sundays",
            "Few people take the ferry, and those who do must walk to the bridge",
        ),
        (
            "River news",
            "Why Few People Take the River Ferry",
            "The county will stop the ferry on Sundays, it said, and walkers have the bridge",
        ),
        ("In Eastmere", "No ferry on Sundays in May", "Those who take it will have to walk four miles to the bridge"),
    ],
)
def test_the_headline_of_a_page_stands_above_a_deck_that_shares_more_of_the_story(
    kicker: str, headline: str, deck: str
) -> None:
    text = f"Skip to content\n{MENU}\n{kicker}\n{headline}\n{deck}\nBy Ann Example\n" + "\n".join(STORY)

    assert main_headline_of(text) == headline


def test_a_longer_kicker_of_a_page_is_no_headline() -> None:
    headline = "County stops the river ferry on Sundays from the first of May as too few people take it"

    assert main_headline_of(f"Skip to content\n{MENU}\nUp the river, by Eastmere\n{headline}\n" + "\n".join(STORY)) == (
        headline
    )


def test_a_footer_in_between_is_no_menu_below_the_headline() -> None:
    rights = "©2024 Sample News Network, LLC. All rights reserved."
    text = f"River ferry to stop on Sundays\n{rights}\n{rights}\n{rights}\n{rights}\n{rights}\n{rights}\n{rights}\n"

    assert main_headline_of(text + "\n".join(STORY)) == "River ferry to stop on Sundays"


MORE_STORY = [
    "Ann Miller, who has run the ferry for thirty years, said that nobody had asked her before the council voted.",
    "The bridge was built in 1961 and painted for the last time in 1998, and the county has no money to paint it.",
    "Walkers have asked for a path for as long, and the county says that it will come once the ferry is sold.",
]


@pytest.mark.parametrize(
    "button", ["Read more", " Read more", "Lire la suite", "Weiterlesen »", "Läs mer", "続きを読む"]
)
def test_the_title_above_a_button_between_two_paragraphs_is_another_storys(button: str) -> None:
    title = "Hens of Eastmere 'the happiest in years'"
    text = "\n\n".join(["River ferry to stop on Sundays", *STORY[:2], f"{title}\n{button}\n{STORY[2]}"])

    assert paragraphs_of(article_of(text)) == STORY
    assert title in furniture_of(text)


def test_a_crosshead_above_no_button_and_a_title_at_the_end_stay_with_the_story() -> None:
    title = "Hens of Eastmere the happiest"
    with_crosshead = "\n\n".join(["River ferry to stop on Sundays", *STORY[:2], title, STORY[2]])
    below_label = "\n\n".join(["River ferry to stop on Sundays", *STORY[:2], "The ferry:", "Read more", STORY[2]])

    assert title in paragraphs_of(article_of(with_crosshead))
    assert "The ferry:" in paragraphs_of(article_of(below_label))


LINKS = ["Hens of Eastmere happiest in years", "County sells old bridge paint", "Council to vote on new path"]


def test_titles_right_above_a_paragraph_are_links_where_blank_lines_part_paragraphs() -> None:
    box = "\n".join(LINKS)
    text = "\n\n".join(["River ferry to stop on Sundays", *STORY, *MORE_STORY[:2], f"{box}\n{MORE_STORY[2]}"])

    assert paragraphs_of(article_of(text)) == [*STORY, *MORE_STORY]
    assert furniture_of(text) == LINKS


@pytest.mark.parametrize(
    "lines",
    [
        [*STORY, *MORE_STORY[:2], "\n".join(LINKS), MORE_STORY[2]],
        [*STORY, *MORE_STORY[:2], "\n".join(LINKS[:2]) + f"\n{MORE_STORY[2]}"],
        [*STORY, MORE_STORY[0], MORE_STORY[1] + "\n" + "\n".join(LINKS), MORE_STORY[2]],
        [
            *STORY,
            MORE_STORY[0],
            "These were the titles of the year in the paper:",
            "\n".join(LINKS) + f"\n{MORE_STORY[2]}",
        ],
        ["\n".join([*STORY, *MORE_STORY[:2], *LINKS, MORE_STORY[2]])],
    ],
    ids=["set apart", "two alone", "below a paragraph", "below a colon", "without blank lines"],
)
def test_other_short_lines_between_paragraphs_stay_with_the_story(lines: list[str]) -> None:
    found = furniture_of("\n\n".join(["River ferry to stop on Sundays", *lines]))

    assert not set(found) & set(LINKS)


def test_how_often_a_story_was_shared_stands_beside_the_button() -> None:
    text = "\n".join(
        ["River ferry to stop on Sundays", "Shares", "18,895", *STORY, "The county has 18,895 people.", "4,210"]
    )

    assert furniture_of(text) == ["Shares", "18,895"]

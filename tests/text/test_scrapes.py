"""Fields with labels, as scrapers write them: what each says, and what is none."""

from __future__ import annotations

from collections import Counter

import pytest

from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Furniture
from converter.model.words import plain_text
from converter.text.exports import find_record
from converter.text.exports.scrape_labels import LABELS, folded, label_of
from converter.text.options import TextOptions
from tests.text.reading import article_of, paragraphs_of
from tests.text.scrape_texts import ENGLISH, FIRST, LANGUAGES, OTHERS, SECOND, STORY, TITLE


def headlines_of(article: Article) -> list[str]:
    return [plain_text(headline) for headline in article.head.headlines]


def bylines_of(article: Article) -> list[str]:
    return [plain_text(byline) for byline in article.head.bylines]


def furniture_of(article: Article) -> list[str]:
    return [plain_text(block) for block in article.body if isinstance(block, Furniture)]


def printed(article: Article) -> Counter[str]:
    """Return how often each letter stands in the article, but for what was said of it besides."""
    head = article.head
    dateline = (head.dateline,) if head.dateline else ()
    parts = (*head.headlines, *head.bylines, *dateline, *article.body)
    return letters("".join(map(plain_text, parts)))


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@pytest.mark.parametrize("form", ENGLISH)
def test_every_form_gives_headline_author_day_and_the_story_alone(form: str) -> None:
    article = article_of(ENGLISH[form])

    assert headlines_of(article) == [TITLE]
    assert [byline.removeprefix("By ") for byline in bylines_of(article)] == ["Ann Example"]
    assert [(date.kind, (date.value or "")[:10]) for date in article.head.dates] == [("published", "2024-05-03")]
    assert paragraphs_of(article) == [FIRST, SECOND]
    assert printed(article) == letters(ENGLISH[form])


@pytest.mark.parametrize("form", LANGUAGES)
def test_labels_of_many_languages_are_known(form: str) -> None:
    text, headline, byline, story = LANGUAGES[form]

    article = article_of(text.format(headline, *story))

    assert headlines_of(article) == [headline]
    assert bylines_of(article) == [byline]
    assert [(date.kind, (date.value or "")[:10]) for date in article.head.dates] == [("published", "2024-05-03")]
    assert paragraphs_of(article) == list(story)
    assert printed(article) == letters(text.format(headline, *story))


@pytest.mark.parametrize("kind", OTHERS)
def test_what_only_looks_like_one_is_none(kind: str) -> None:
    assert find_record(OTHERS[kind].split("\n"), Context(Source("story.txt"))) is None
    assert printed(article_of(OTHERS[kind])) == letters(OTHERS[kind])


def test_labels_are_furniture_and_so_are_fields_without_a_place() -> None:
    text = f"Title: {TITLE}\nAuthor: Ann Example\nViews: 1,200\nURL: https://a.example/1\nText: {STORY}"

    assert furniture_of(article_of(text)) == ["Title:", "Author:", "Views: 1,200", "URL: https://a.example/1", "Text:"]


def test_source_section_keywords_and_address_go_to_the_head() -> None:
    text = (
        f"Title: {TITLE}\nNewspaper: The Sample Times\nSource: Sample Press\nSection: Transport\n"
        f"Tags: ferry, Eastmere; 'boats'\nURL: https://a.example/1\nID: 4711\nUpdated: 2024-05-04\n"
        f"Date: 2024-05-03\n\n{STORY}"
    )

    head = article_of(text).head

    assert [(party.name, party.role) for party in head.parties] == [
        ("The Sample Times", "provider"),
        ("Sample Press", "source"),
    ]
    assert [subject.name for subject in head.subjects] == ["Transport"]
    assert [keyword.text for keyword in head.keywords] == ["ferry", "Eastmere", "boats"]
    assert [altid.value for altid in head.altids] == ["4711", "https://a.example/1"]
    assert [(date.kind, date.value) for date in head.dates] == [("published", "2024-05-03"), ("modified", "2024-05-04")]


def test_a_summary_is_the_standfirst_unless_the_story_begins_so() -> None:
    told = "Four hundred people will need another way to the beaches."
    text = f"Title: {TITLE}\nSummary: {{}}\nDate: 2024-05-03\n\n{STORY}"

    assert headlines_of(article_of(text.format(told))) == [TITLE, told]
    again = article_of(text.format(f"{FIRST[:60]}…"))
    assert headlines_of(again) == [TITLE]
    assert f"Summary: {FIRST[:60]}…" in furniture_of(again)


def test_a_summary_is_the_text_where_there_is_no_other() -> None:
    article = article_of(f"Title: {TITLE}\nAuthor: Ann Example\nSummary: {FIRST}")

    assert (headlines_of(article), paragraphs_of(article)) == ([TITLE], [FIRST])


def test_a_byline_that_the_story_prints_goes_before_the_author() -> None:
    article = article_of(
        f"Title: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\n\nBy Ann Example, Staff Writer\n\n{STORY}"
    )

    assert bylines_of(article) == ["By Ann Example, Staff Writer"]
    assert "Ann Example" in furniture_of(article)


def test_lines_below_the_fields_are_read_as_below_a_headline() -> None:
    article = article_of(f"Title: {TITLE}\nDate: 2024-05-03\n\nAnn Example\n\nEASTMERE, May 3 - {FIRST}\n\n{SECOND}")

    assert bylines_of(article) == ["Ann Example"]
    assert article.head.dateline is not None
    assert paragraphs_of(article) == [FIRST, SECOND]


def test_a_headline_that_the_text_has_again_is_printed_once() -> None:
    text = f"Title: {TITLE}\nDate: 2024-05-03\nText: {TITLE}\n{STORY}"
    article = article_of(text)

    assert (headlines_of(article), paragraphs_of(article)) == ([TITLE], [FIRST, SECOND])
    assert printed(article) == letters(text)


def test_an_interview_below_fields_is_the_story() -> None:
    told = [
        "Question: Why will it stop on Sundays, as the council has said, and for how long will it?",
        "Answer: Nobody pays.",
    ]
    article = article_of(f"Title: {TITLE}\nAuthor: Ann Example\nDate: 2024-05-03\n\n" + "\n\n".join(told))

    assert (headlines_of(article), paragraphs_of(article)) == ([TITLE], told)


@pytest.mark.parametrize(
    "nobody", ["None", "N/A", "nan", "unknown", "no author", "Author not found", "[]", "https://a.example/ann"]
)
def test_no_author_is_no_byline(nobody: str) -> None:
    article = article_of(f"Title: {TITLE}\nAuthor: {nobody}\nDate: 2024-05-03\n\n{STORY}")

    assert bylines_of(article) == []
    assert f"Author: {nobody}" in furniture_of(article)


def test_who_edited_or_made_a_picture_is_a_note() -> None:
    text = f"Title: {TITLE}\nAuthor: Ann Example\nPhoto: Bo Sample/Example Pictures\nEditor: Cy Model\n\n{STORY}"
    article = article_of(text)

    assert [plain_text(block) for block in article.body if type(block).__name__ == "Note"] == [
        "Photo: Bo Sample/Example Pictures",
        "Editor: Cy Model",
    ]


def test_fields_in_the_midst_of_a_story_are_taken_where_no_story_has_such_lines() -> None:
    article = article_of(
        f"[Title] {TITLE}\n[Date] 2024-05-03\n[Body] {FIRST}\n[Image] https://a.example/1.jpg\n"
        f"[Caption] The ferry at Eastmere\n[Subtitle] What comes next\n[Body] {SECOND}"
    )

    assert paragraphs_of(article) == [FIRST, "What comes next", SECOND]
    assert [plain_text(block) for block in article.body if type(block).__name__ == "Figure"] == [
        "The ferry at Eastmere"
    ]
    assert "[Image] https://a.example/1.jpg" in furniture_of(article)


def test_fields_below_a_story_are_enough_with_its_address() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nSource: https://a.example/1\nTags: ferry, Eastmere"
    article = article_of(text)

    assert headlines_of(article) == [TITLE]
    assert paragraphs_of(article) == [FIRST, SECOND]
    assert [altid.value for altid in article.head.altids] == ["https://a.example/1"]


def test_the_label_of_a_title_alone_is_taken_off_what_the_rules_take_for_a_headline() -> None:
    assert headlines_of(article_of(f"Title: {TITLE}\n{STORY}")) == [TITLE]


def test_who_knows_better_says_so() -> None:
    text = ENGLISH["lines"]

    assert article_of(text, TextOptions(database="none")).head.parties == ()
    none = article_of(text, TextOptions(headline="none"))
    assert headlines_of(none) == []
    assert paragraphs_of(none) == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Title: Ferry", "Title:"),
        ("  TITLE : Ferry", "TITLE :"),
        ("**Title:** Ferry", "**Title:**"),
        ("**Title**: Ferry", "**Title**:"),
        ("- title: Ferry", "- title:"),
        ("[Título] Ferry", "[Título]"),
        ("[Título]: Ferry", "[Título]:"),
        ("【标题】渡轮", "【标题】"),
        ("标 题：渡轮", "标 题："),
        ("Titre : Le bac", "Titre :"),
        ("TÍTULO: Ferry", "TÍTULO:"),
        ("Palavras-chave: balsa", "Palavras-chave:"),
        ("published_at: 2024", "published_at:"),
        ("## Author", "## Author"),
        ("titulo Ferry", "titulo"),
    ],
)
def test_labels_are_found_as_scrapers_set_them(line: str, label: str) -> None:
    found = label_of(line)

    assert found is not None
    assert line.strip()[: found.length] == label


@pytest.mark.parametrize(
    "line",
    ["", "Titles: Ferry", "Title fight: Sample wins", "[ ] Title", "Ferry", "the title", "title|headline: Ferry"],
)
def test_other_lines_have_no_label(line: str) -> None:
    assert label_of(line) is None


def test_the_table_holds_labels_as_they_are_asked_for() -> None:
    assert [
        label for labels in LABELS.values() for label in labels.strip("|").split("|") if folded(label) != label
    ] == []


def test_long_lists_of_short_lines_are_read_in_time() -> None:
    lines = [f"Title: {TITLE}", "Author: Ann Example", *(f"{number} boats" for number in range(20_000))]

    assert find_record(lines, Context(Source("story.txt"))) is None

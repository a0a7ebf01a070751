"""Columns, and lines that end inside words: the text and its order stay what they are."""

from __future__ import annotations

import pytest

from converter.model.article import Article
from converter.model.block import Paragraph, Quote
from converter.model.head import Head, Headline
from converter.model.words import plain_text
from converter.typeset.hyphenate import find_hyphenator
from converter.writers.pdf.options import PdfOptions
from tests.articles import full_article
from tests.writers.pdf.making import make
from tests.writers.pdf.reading import Pdf
from tests.writers.pdf.test_text import assert_tags_and_pages_agree

WORDS = "intergovernmental representatives acknowledged unprecedented responsibilities concerning infrastructure "
TWO = PdfOptions(columns="2")


def long_article(paragraphs: int, lang: str = "en") -> Article:
    """Return a story with a headline and numbered paragraphs."""
    body = tuple(Paragraph((f"{number} {WORDS * 3}end.",)) for number in range(paragraphs))
    return Article(body, head=Head(headlines=(Headline(("A headline over both columns",), kind="main"),)), lang=lang)


@pytest.mark.parametrize(
    ("paragraphs", "options"), [(1, TWO), (2, TWO), (7, TWO), (60, TWO), (20, PdfOptions(columns="3", paper="letter"))]
)
def test_columns_are_read_one_after_the_other(paragraphs: int, options: PdfOptions) -> None:
    article = long_article(paragraphs)
    pdf = Pdf(make(article, options)[0])

    assert [text for _, text in pdf.blocks()][1 : paragraphs + 1] == [plain_text(block) for block in article.body]
    assert_tags_and_pages_agree(pdf)


def test_the_columns_of_the_last_page_are_about_as_long_as_each_other() -> None:
    pdf = Pdf(make(long_article(9), TWO)[0])
    places = pdf.pen_places(0)
    left = [y for x, y in places if x < 290]
    right = [y for x, y in places if x > 300]

    assert min(left) == pytest.approx(min(right), abs=3 * 15.5)
    assert max(right) < max(left)


def test_everything_that_an_article_can_have_goes_into_columns() -> None:
    one, two = (Pdf(make(full_article(), options)[0]) for options in (PdfOptions(), TWO))

    assert [text for _, text in two.blocks()] == [text for _, text in one.blocks()]
    assert_tags_and_pages_agree(two)


def test_a_quotation_over_two_columns_has_its_bar_in_each() -> None:
    article = Article((Quote((Paragraph((WORDS * 60,)),)),), lang="en")

    assert_tags_and_pages_agree(Pdf(make(article, TWO)[0]))


def test_a_line_may_end_inside_a_word_and_the_word_stays_whole() -> None:
    article = long_article(3)
    pdf = Pdf(make(article, PdfOptions(columns="2", hyphenate=True))[0])
    read_back = [text for _, text in pdf.blocks()][1:4]

    assert any("\u00ad" in text for text in read_back)
    assert [text.replace("\u00ad", "") for text in read_back] == [plain_text(block) for block in article.body]


def test_without_a_dictionary_of_the_language_words_stay_whole() -> None:
    pdf = Pdf(make(long_article(3, lang="tlh"), PdfOptions(columns="2", hyphenate=True))[0])

    assert not any("\u00ad" in text for _, text in pdf.blocks())


@pytest.mark.slow
def test_names_stay_whole_but_german_nouns_do_not() -> None:
    english, german = find_hyphenator("en-GB"), find_hyphenator("de")
    assert english is not None
    assert german is not None

    assert english("governments, ") != ()
    assert english("Washington ") == ()
    assert english("short ") == ()
    assert german("Zusammenarbeit ") != ()
    assert find_hyphenator("xx") is None


def test_a_soft_hyphen_of_the_source_is_seen_only_where_a_line_ends() -> None:
    article = Article((Paragraph((" ".join(["un\u00adbe\u00adliev\u00adable"] * 30),)),), lang="en")
    pdf = Pdf(make(article)[0])

    assert pdf.blocks()[0][1].replace("\u00ad", "") == " ".join(["unbelievable"] * 30)

"""The label: what an article without a headline is called."""

from __future__ import annotations

import pytest

from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Furniture, Heading, Paragraph
from converter.model.head import Head, Headline
from converter.render.display_title import label, titled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge is open. Traffic flows.", "The bridge is open."),
        ("“It is open.” So the port said.", "“It is open.”"),
        ("Gov. J. K. Mwangi said on Jan. 3 it is open. More.", "Gov. J. K. Mwangi said on Jan. 3 it is open."),
        ("The U.S. and Kenya agree! More.", "The U.S. and Kenya agree!"),
        ("a b c d e f g h i j k l m n.", "a b c d e f g h i j k l"),
        (" Two\n lines\tand tabs. ", "Two lines and tabs."),
        ("桥已重新开放。交通恢复。", "桥已重新开放。"),
        ("字" * 200, "字" * 120),
    ],
)
def test_first_sentence_is_the_label_cut_after_twelve_words(text: str, words: str) -> None:
    assert label(Article((Paragraph((text,)),))) == words


def test_headline_is_the_label_whole() -> None:
    article = Article(
        (Paragraph(("Words.",)),), Head(headlines=(Headline(("Bridge\n reopens. After a long and very " * 2,)),))
    )

    assert label(article) == "Bridge reopens. After a long and very Bridge reopens. After a long and very"


def test_furniture_is_no_label() -> None:
    article = Article((Furniture((Paragraph(("Read More",)),), kind="related"), Paragraph(("Words.",))))

    assert label(article) == "Words."


def test_article_without_paragraphs_is_called_by_its_heading_or_untitled() -> None:
    assert label(Article((Heading(("What happened",), 2),))) == "What happened"
    assert label(Article()) == "Untitled"


def test_label_that_is_no_headline_is_said() -> None:
    context = Context(Source("a.txt"))

    titled(Article((Paragraph(("Words.",)),)), context, "docx")
    titled(Article(head=Head(headlines=(Headline(("Words",)),))), context, "docx")

    assert [(notice.code, notice.where) for notice in context.notices] == [("label-made", "head/headline")]

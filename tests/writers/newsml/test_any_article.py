"""Laws that hold for any article that can be built."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from converter.core.errors import CannotWrite
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Furniture, Paragraph, Quote
from converter.writers.text import write as write_text
from converter.writers.text.options import TextOptions
from tests.strategies import articles
from tests.writers.newsml.documents import Document, made

LAWS = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
MARK = "furniture-that-nobody-prints"


def written(article: Article) -> Document:
    """Return the item; what NewsML-G2 cannot say of the article at all is taken away first."""
    dates = tuple(date for date in article.head.dates if date.kind != "embargoed")
    try:
        return made(article.replace(guid="tag:example.com,2024:any", head=article.head.replace(dates=dates)))
    except CannotWrite as error:
        # Only for want of content. What breaks the profile is another error, and fails the test.
        assume("neither text nor picture" not in error.what)
        raise


@pytest.mark.slow
@LAWS
@given(articles())
def test_any_article_is_valid_against_the_profile_and_gives_the_same_bytes_twice(article: Article) -> None:
    assert written(article).content == written(article).content


@pytest.mark.slow
@LAWS
@given(articles())
def test_no_body_holds_the_words_of_furniture(article: Article) -> None:
    furniture = Furniture((Paragraph((MARK,)),), "related")
    body = (furniture, Paragraph(("Rain.",)), Quote((furniture, *article.body)), furniture)

    document = written(article.replace(body=body, status="usable"))
    text = write_text(article.replace(body=body), TextOptions(), Context(Source("x")))

    assert MARK not in "".join(document.texts("//g:contentSet"))
    assert MARK.encode() not in text


@pytest.mark.slow
@LAWS
@given(articles())
def test_version_1_has_no_signal(article: Article) -> None:
    assert written(article.replace(version=1)).find("//g:signal") == []


@pytest.mark.slow
@LAWS
@given(articles())
def test_no_date_of_the_story_gains_a_digit(article: Article) -> None:
    stated = [date.value for date in article.head.dates if date.value]

    for said in written(article).texts("//g:timestamp | //g:contentCreated | //g:contentModified"):
        assert any(value.startswith(said) for value in stated)


@pytest.mark.slow
@LAWS
@given(articles())
def test_nothing_active_comes_out(article: Article) -> None:
    document = written(article)

    for address in document.find("//@href | //@src | //@cite"):
        assert ":" not in address.split("/")[0].split("?")[0].split("#")[0] or address.lower().startswith(
            ("http:", "https:", "mailto:", "tel:")
        )
    assert not document.find("//h:script | //h:style | //h:iframe | //h:object | //@*[starts-with(name(), 'on')]")

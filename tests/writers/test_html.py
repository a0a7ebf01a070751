"""Pages that we write: inert, whole, the same every time, and readable again."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from lxml import html as lxml_html

import converter
from converter.formats.records import Context, Source
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Foreign, Paragraph
from converter.model.head import Dateline, Headline
from converter.model.inline import Link, Time, inlines
from converter.render.visible_text import printed_texts
from converter.testing import check_writer
from converter.writers.html import write
from converter.writers.html.options import HtmlOptions
from tests.articles import full_article
from tests.strategies import articles

TAGS = """
html head meta title link style script body main header footer article span p div h1 h2 h3 h4 h5 h6 blockquote ul ol li
table caption thead tbody tfoot tr th td figure img video audio figcaption pre hr aside a em strong u s sub sup code
time abbr ruby rp rt br
"""
ELEMENTS = frozenset(TAGS.split())
"""All that may ever stand in a page of ours."""


def written(article: Article, **options: bool) -> bytes:
    """Return the page of an article."""
    return write(article, HtmlOptions(**options), Context(Source("story.txt")))


def parsed(page: bytes) -> etree._Element:
    """Return the page's root, as a browser's parser has it."""
    return lxml_html.document_fromstring(page.decode())


def test_writer_keeps_the_contract() -> None:
    check_writer(converter.formats.registry.find_writer("html"), [full_article(), Article((Paragraph(("x",)),))])


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_page_of_any_article_is_inert(article: Article) -> None:
    root = parsed(written(article))

    for element in root.iter(etree.Element):
        assert element.tag in ELEMENTS
        for name, value in element.attrib.items():
            name, value = str(name), str(value)
            assert not name.lower().startswith("on")
            assert name.lower() not in ("style", "srcdoc", "formaction")
            if name in ("href", "cite"):
                assert value.startswith(("http://", "https://", "mailto:", "tel:", "#")) or element.tag == "link"
    scripts = root.findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json", "application/xml"]
    json.loads(scripts[0].text or "")
    policy = root.find('.//meta[@http-equiv="Content-Security-Policy"]')
    assert policy is not None
    assert policy.get("content", "").startswith("default-src 'none'")


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_canonical_form_comes_along_whole(article: Article) -> None:
    block = parsed(written(article)).find('.//script[@id="canonical-article"]')

    assert block is not None
    content = base64.b64decode(block.text or "")
    assert content == canonical.serialise(article)
    assert block.get("data-sha256") == hashlib.sha256(content).hexdigest()


def test_printed_words_stand_in_the_page_in_order() -> None:
    article = full_article()
    root = parsed(written(article))
    etree.strip_elements(root, "rp", with_tail=False)  # What an old browser shows around a reading.
    shown = "".join(map(str, root.find("body").itertext()))  # type: ignore[union-attr]
    at = 0
    for text in printed_texts(article):
        for word in text.replace("\x01", "\ufffd").split():
            found = shown.find(word, at)
            assert found >= 0 or word in shown, f"{word!r} is missing"
            at = max(at, found)


def test_dateline_runs_into_the_first_paragraph_whatever_that_says_of_itself() -> None:
    head = converter.Head(dateline=Dateline(("NAIROBI –",)))
    page = written(Article((Foreign(("<b>",), "text/html"), Paragraph(("One.",), id="a"), Paragraph(("Two.",))), head))

    assert b'<p id="a"><span class="dateline">NAIROBI \xe2\x80\x93</span> One.</p>\n<p>Two.</p>' in page


@pytest.mark.parametrize(
    ("value", "is_known"),
    [("2024", True), ("--05-22", True), ("--05", False), ("2024-05-22T06:00:00.1234Z", False)],
)
def test_date_that_html_does_not_know_is_no_value(value: str, is_known: bool) -> None:
    context = Context(Source("-"))
    page = write(Article((Paragraph((Time(("then",), value),)),)), HtmlOptions(), context)

    assert (parsed(page).find(".//time") is not None) == is_known
    assert ("value-not-carried" in [notice.code for notice in context.notices]) != is_known


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>&lt;", '"><img onerror=x>', "\u2028\u202e"]
)
def test_hostile_words_are_words(hostile: str) -> None:
    article = Article((Paragraph(inlines(hostile)),), converter.Head(headlines=(Headline(inlines(hostile)),)))
    root = parsed(written(article))

    assert len(root.findall(".//script")) == 2
    assert json.loads(root.findall(".//script")[0].text or "")["headline"].split() == hostile.split()
    assert root.find(".//h1").text.split() == hostile.split()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", " java\tscript:x", "file:///etc/passwd", "vbscript:x"]
)
def test_hostile_links_are_text(href: str) -> None:
    article = Article((Paragraph((Link(("here",), href),)),))
    context = Context(Source("-"))
    page = write(article, HtmlOptions(), context)

    assert parsed(page).find(".//a") is None
    assert "link-as-text" in [notice.code for notice in context.notices]


def test_options_leave_out_what_they_say() -> None:
    page = written(full_article(), canonical=False, masthead=False)

    assert b"canonical-article" not in page
    assert b'class="masthead"' not in page

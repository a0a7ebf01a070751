"""Any text, any marks and any blocks come out of somebody else's parser as they went in."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from converter import model
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Blocks, Paragraph
from converter.model.inline import Inlines, inlines
from converter.writers.markdown import write
from converter.writers.markdown.options import MarkdownOptions
from tests.strategies import articles, blocks, contents, with_unique_ids
from tests.writers.markdown_reading import expected, lines_of, marked, parsed, squeezed, without_tables

SIGNS = [*"\\`*_[]~<>&!#+-=|:().;1a é\n\t$€“", "  ", "**", "```", "---", "&amp;", "&#1;", "<b>", "</", "1.", "漢"]

awkward = st.lists(st.sampled_from(SIGNS), max_size=8).map("".join)
awkward_contents = st.recursive(
    awkward,
    lambda inner: st.one_of(
        *(
            st.builds(kind, st.lists(inner, max_size=4).map(lambda drawn: inlines(*drawn)))
            for kind in (model.Emphasis, model.Strong, model.Strike, model.Code, model.Underline, model.Quotation)
        ),
        st.just(model.LineBreak()),
    ),
    max_leaves=10,
)
any_contents = st.lists(awkward_contents, max_size=4).map(lambda drawn: inlines(*drawn)) | contents(2)


def written(body: Blocks, *, html: bool = True) -> str:
    options = MarkdownOptions(front_matter=False, html=html)
    return write(Article(body), options, Context(Source("-"))).decode()


def assert_same_line(content: Inlines) -> None:
    for block in (Paragraph(content), model.Heading(content)):
        tokens = parsed(written((block,)))
        wanted = squeezed(expected(content))
        assert marked(tokens) == [wanted] * bool(wanted)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_contents)
@example(("a", model.Emphasis(("b",)), "c", model.Strong(("d",)), "e"))
@example((model.Strong((model.Emphasis(("a",)), "b")), "c"))
@example((model.Emphasis(("a", model.LineBreak())), "- b"))
def test_line_of_text_comes_out_as_it_went_in(content: Inlines) -> None:
    assert_same_line(content)


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_contents)
def test_any_line_of_text_comes_out_as_it_went_in(content: Inlines) -> None:
    assert_same_line(content)


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_contents)
def test_any_cell_comes_out_as_it_went_in(content: Inlines) -> None:
    table = model.Table((model.Row((model.Cell((Paragraph(content),)), model.Cell((Paragraph(("x",)),)))),))

    wanted = squeezed(expected(content))
    assert marked(parsed(written((table,)))) == [*[wanted] * bool(wanted), "x"]


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks())
def test_any_blocks_come_out_in_order(body: Blocks) -> None:
    body = without_tables(with_unique_ids(body, set()))

    assert marked(parsed(written(body))) == lines_of(body)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_front_matter_of_any_article_is_yaml(article: Article) -> None:
    source = write(article, MarkdownOptions(), Context(Source("-"))).decode()
    front = yaml.safe_load(source[4 : source.index("\n---\n", 4)])

    assert [keyword.text for keyword in article.head.keywords] == front.get("keywords", [])
    assert front.get("slug", "") == (article.head.slug.text if article.head.slug else "")
    assert "\n" not in re.sub(r"\n {2}(?:- |  )?|\n(?=\w+:)", "", source[4 : source.index("\n---\n", 4)])

"""Inlines in metadata: what G2 can hold, and what is folded."""

from __future__ import annotations

import pytest

from converter.formats.records import Context, Source
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strong,
    Subscript,
    Superscript,
    Time,
    Underline,
)
from converter.writers.newsml.labels import Labels


def label(*content: object, block: bool = False) -> tuple[str, Context]:
    context = Context(Source("story.txt"))
    labels = Labels(context)
    write = labels.block if block else labels.label
    inlines: Inlines = content  # type: ignore[assignment]
    return write(inlines, "head/headline"), context


@pytest.mark.parametrize(
    ("inline", "markup"),
    [
        (Emphasis(("a",)), "<inline>a</inline>"),
        (Strong(("a",)), '<inline class="strong">a</inline>'),
        (Underline(("a",)), '<inline class="u">a</inline>'),
        (Subscript(("a",)), '<inline class="sub">a</inline>'),
        (Superscript(("a",)), '<inline class="sup">a</inline>'),
        (Code(("a < b",)), '<inline class="code">a &lt; b</inline>'),
        (Quotation(("“a”",)), '<inline class="q">“a”</inline>'),
        (Mention(("a",), "e1"), '<inline literal="e1" class="mention">a</inline>'),
        (Time(("a",)), '<inline class="time">a</inline>'),
        (Abbreviation(("a",)), '<inline class="abbr">a</inline>'),
        (Link(("a",), "https://example.com/"), '<a href="https://example.com/">a</a>'),
        (Span(("a",), "el", "ltr"), '<span xml:lang="el" dir="ltr">a</span>'),
        (Ruby(("a",), ("b",)), "<ruby><rb>a</rb><rp>(</rp><rt>b</rt><rp>)</rp></ruby>"),
        (Char(1), "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_mark_has_its_element(inline: object, markup: str) -> None:
    written, context = label("x ", inline, " y")

    assert written == f"x {markup} y"
    assert context.notices == ()


def test_marks_nest_as_deep_as_g2_has_room_and_the_rest_is_folded() -> None:
    deep = Link((Strong((Emphasis((Underline(("words",)),)),)),), "https://example.com/")

    written, context = label(deep)

    assert written == (
        '<a href="https://example.com/"><inline class="strong"><span class="em">words</span></inline></a>'
    )
    assert [(notice.code, dict(notice.facts)["count"]) for notice in context.notices] == [("markup-folded", "1")]


@pytest.mark.parametrize(
    "inline",
    [
        Time(("a",), "2024"),
        Abbreviation(("a",), "All"),
        Quotation(("“a”",), speaker="she"),
        Ref(("1",), "n1"),
        Link(("a",), "https://example.com/", "title"),
        Emphasis((Link(("a",), "https://example.com/"),)),
        Ruby((Strong(("a",)),), ("b",)),
        Span(("a",), "en-a"),
        LineBreak(),
    ],
)
def test_value_that_has_no_place_is_noticed(inline: object) -> None:
    _, context = label("x", inline)

    assert [notice.code for notice in context.notices] == ["markup-folded"]


def test_line_break_stays_in_a_block_and_is_a_space_in_a_line() -> None:
    assert label("a", LineBreak(), "b", block=True)[0] == "a<br/>b"
    assert label("a", LineBreak(), "b")[0] == "a b"


def test_link_that_may_not_be_live_is_text_with_a_notice() -> None:
    written, context = label(Link(("words",), "javascript:alert(1)"))

    assert written == "words"
    assert [notice.code for notice in context.notices] == ["link-as-text"]

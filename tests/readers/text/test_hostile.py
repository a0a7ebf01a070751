"""Text that was made to harm: refused or read whole, soon, and never run."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.model.inline import Char
from converter.model.traversal import walk
from converter.model.words import plain_text
from tests.text.reading import article_of, codes_of, paragraphs_of, read_text


@pytest.mark.parametrize(
    "source", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\u200b\n\xa0\n".encode(), b"\n" * 1000, b"\x01\x02"]
)
def test_a_source_without_text_is_refused(source: bytes) -> None:
    with pytest.raises(UnreadableInput, match="holds no text"):
        read_text(source)


def test_a_line_over_the_limit_is_refused_and_not_cut() -> None:
    with pytest.raises(LimitExceeded, match="line"):
        read_text("word " * 300, limits=Limits(line_chars=1000))


def test_a_wrapped_paragraph_over_the_limit_is_refused() -> None:
    line = "the town and the sea and the wind on a long day in the month of may\n"

    with pytest.raises(LimitExceeded, match="paragraph"):
        read_text(line * 40, limits=Limits(line_chars=1000))


def test_more_paragraphs_than_the_limit_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="blocks"):
        read_text("A line of text.\n" * 60, limits=Limits(blocks=50))


def test_a_wrong_charset_file_gives_no_traceback_of_ours() -> None:
    with pytest.raises(UnreadableInput):
        read_text(b"\xff\xfe\x00\xd8" + b"a\x00" * 10)


def test_control_characters_are_kept_as_numbered_characters() -> None:
    article, context = read_text("The cable\x00 said\x1f that the ship\ufffe was lost.\x0b")

    codes = [value.code for value in walk(article) if isinstance(value, Char)]
    assert codes == [0x00, 0x1F, 0xFFFE, 0x0B]
    notice = next(notice for notice in context.notices if notice.code == "control-characters")
    assert dict(notice.facts)["count"] == "4"


def test_bidi_zero_width_and_tag_characters_are_kept_with_one_notice() -> None:
    text = "The sum is \u202e100\u202c dollars\u200b and \U000e0041\u2066no\u2069 more, \x80he said."

    article, context = read_text(text)

    assert paragraphs_of(article) == [text]
    assert codes_of(context).count("invisible-characters") == 1
    notice = next(notice for notice in context.notices if notice.code == "invisible-characters")
    assert "U+202E" in dict(notice.facts)["codes"]
    assert dict(notice.facts)["count"] == "7"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    article = article_of(f"The port is closed today.{end}It will be open again on Monday.")

    assert paragraphs_of(article) == ["The port is closed today.", "It will be open again on Monday."]


def test_form_feed_and_vertical_tab_end_no_line() -> None:
    article = article_of("The port\x0c is\x0b closed today.")

    assert [plain_text(block) for block in article.body] == ["The port\x0c is\x0b closed today."]


def test_a_form_feed_at_the_head_of_a_line_begins_a_page_and_is_told() -> None:
    article, context = read_text("The port is closed.\n\x0cIt opens on Monday.\n\x0c\nSo the harbour board says.\n")

    assert paragraphs_of(article) == ["The port is closed.", "It opens on Monday.", "So the harbour board says."]
    assert [dict(notice.facts) for notice in context.notices if notice.code == "control-characters"] == [
        {"codes": "U+000C", "count": "2"}
    ]


def test_composed_and_decomposed_letters_stay_as_they_are() -> None:
    text = "Cafe\u0301 and café are two\xa0spellings of one word.\xa0"

    assert paragraphs_of(article_of(text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "# Not a heading but a line that somebody typed",
        "The price is *high* and <b>rising</b>, &amp; nobody knows why.",
        "---\ntitle: no front matter\n---\nThe story begins here and is told in one line.",
        "{{ 7*7 }} and {% x %} and \\input{/etc/passwd} and =cmd|' /C calc'!A0 are words.",
        "<?xml-stylesheet href='x'?> <!DOCTYPE x [<!ENTITY y 'z'>]> &y; ends it.",
        "[a link](javascript:alert(1)) and ![a picture](file:///etc/passwd) are words too.",
    ],
)
def test_markup_is_text(text: str) -> None:
    assert "\n".join(plain_text(block) for block in article_of(text).body) == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 20_000, id="quotation marks"),
        pytest.param('"a ' * 20_000, id="openers"),
        pytest.param("“" * 20_000 + "”" * 20_000, id="nested curly"),
        pytest.param("A, " * 30_000 + "- x", id="commas before a dash"),
        pytest.param("By " + "Ann " * 20_000, id="a byline without end"),
        pytest.param("(" * 20_000, id="parentheses"),
        pytest.param("said " * 20_000 + '"x y z"', id="verbs"),
        pytest.param(('Ann Example said: "It is so."\n') * 1000, id="a thousand quotations"),
        pytest.param("a b   c   d\n" * 5_000, id="columns"),
        pytest.param("Related\n" * 5_000, id="markers"),
        pytest.param("1" * 150 + "\n" + "© " + "x" * 150 + "\n" + "a" * 160, id="long tokens"),
        pytest.param("Aa " * 53 + "\n" + "By " + "x" * 150 + "!\n", id="lines at the edge of furniture"),
        pytest.param("\x02" * 5_000 + "x", id="starts of text"),
        pytest.param("^\n" * 5_000 + "x", id="carets"),
        pytest.param(" \u200b" * 10_000 + "x", id="zero width"),
        pytest.param("x" + "\u0301" * 50_000, id="combining marks"),
        pytest.param("Correction: " + "a " * 5_000, id="a long correction"),
        pytest.param("The " + "very " * 150 + "contributed to this report.", id="a long credit"),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()

    article = article_of(text)

    assert time.process_time() - started < 2
    assert article.body or article.head.headlines


@pytest.mark.parametrize("text", ["\nAFP\n(", "\n\nS1\n/a/b/\n", "1\n2\n3\n4\n", "a\n\nb\n\n", "—\n###\n\n\n(("])
def test_short_lines_are_no_utf_16(text: str) -> None:
    article, _ = read_text(text)

    assert "".join(plain_text(article).split()) == "".join(text.split())


@pytest.mark.parametrize("line", ["**", "dpa \u3000\u3000", "(\u2003", "Full text: a\n\u3000", "\u2003"])
def test_blanks_of_other_widths_end_no_reading(line: str) -> None:
    text = f"{line}\nThe ferry stops on Sundays, the county said on Monday, and the bus goes over the bridge.\n"

    for source in (text, f"Ferry to stop\n{text}", f"{text}{line}"):
        assert not Counter("".join(source.split())) - Counter("".join(plain_text(read_text(source)[0]).split()))

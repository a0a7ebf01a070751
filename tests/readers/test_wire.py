"""Wire stories: the header is taken apart, the text is whole."""

from __future__ import annotations

import pytest

from converter.core.errors import UnreadableInput
from converter.formats.records import Context, Source
from converter.formats.sniffing import recognise
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.canonical import gate
from converter.model.head import Date, Slug, Urgency
from converter.model.words import plain_text
from converter.readers.wire.options import WireOptions
from converter.readers.wire.read import read
from converter.readers.wire.sniff import sniff


def story(header: str = "EXA0077 3 POL 45\r\nslug\r\n", text: str = "Rain fell.\r\n", ending: str = "") -> bytes:
    return f"\x16\x16\x01{header}\x02{text}\x03{ending}\x04".encode("latin-1")


def read_it(source: bytes, options: WireOptions | None = None) -> Article:
    article = read(source, options or WireOptions(), Context(Source("story.wire")))
    gate(article)
    return article


def said(article: Article) -> dict[str, str]:
    return {each.name.removeprefix("wire:"): plain_text(each.content) for each in article.head.properties}


def test_header_of_iptc_is_taken_apart() -> None:
    article = read_it(story("EXA0077 3 POL 45 more\r\r\nbridge\r\r\n", ending="221830 GMT May 24"))

    assert article.head.urgency == Urgency(3)
    assert article.head.slug == Slug("bridge")
    assert article.head.dates == (Date("published", "2024-05-22T18:30Z"),)
    assert said(article) == {"source": "EXA", "number": "0077", "category": "POL", "words": "45", "option": "more"}


def test_header_of_anpa_is_taken_apart() -> None:
    article = read_it(story("a0412\x1ftaf-z\x13\r\nr i \x14BC-Bridge, 1st Ld\x14 05-22 0343\r\n", ending="AP 1830EDT"))

    assert article.head.slug == Slug("BC-Bridge, 1st Ld")
    assert said(article) == {
        "level": "a",
        "number": "0412",
        "selector": "taf-z",
        "priority": "r",
        "category": "i",
        "day": "05-22",
        "words": "0343",
        "post-text": "AP 1830EDT",
    }


def test_header_of_another_kind_is_kept() -> None:
    assert said(read_it(story("something else\r\nname\r\nmore\r\n")))["header"] == "more"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("   One\r\ngoes on.\r\n   Two.", ["One goes on.", "Two."]),
        ("One\r\ngoes on.\r\n\r\nTwo.", ["One goes on.", "Two."]),
        ("One.\r\nTwo.", ["One.", "Two."]),
        ("One.\r\r\n\tTab.\r\r\n", ["One.", "Tab."]),
    ],
)
def test_paragraphs_begin_with_an_indent_or_after_a_blank_line(text: str, paragraphs: list[str]) -> None:
    assert read_it(story(text=text)).body == tuple(Paragraph((words,)) for words in paragraphs)


@pytest.mark.parametrize(("ending", "year"), [("221830 GMT May 70", "1970"), ("221830Z MAY 2031", "2031")])
def test_century_of_a_day_group(ending: str, year: str) -> None:
    assert read_it(story(ending=ending)).head.dates == (Date("published", f"{year}-05-22T18:30Z"),)


def test_charset_may_be_told() -> None:
    source = story(text="Caf\xe9")

    assert plain_text(read_it(source, WireOptions("latin-1")).body) == "Café"


@pytest.mark.parametrize(
    ("source", "words"),
    [(b"", "no wire story"), (b"Words.", "no wire story"), (story() + story(), "holds 2 wire stories")],
)
def test_what_is_no_story_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read_it(source)


def test_story_is_known_by_its_control_characters_whatever_its_name() -> None:
    assert sniff(story())
    assert not sniff(b"Words.")
    assert not sniff(b"\x01" * 4096)
    for name in ("a.wire", "a.txt", "a.001", "a"):
        assert recognise(story(), name).name == "wire"
    assert recognise(b"Words.", "a.txt").name == "text"


def test_story_of_a_message_is_told_as_any_text_of_the_wire() -> None:
    text = (
        "Harbour bridge reopens after eleven months\r\n"
        "   By Ann Example\r\n"
        "   SAMPLE BAY, May 22 (EX) - The bridge over Sample Bay reopened to\r\n"
        "traffic on Wednesday, eleven months after a cargo ship struck it.\r\n"
        "   Tolls (in crowns):\r\n"
        "Cars       4      4\r\n"
        "Lorries    9     12\r\n"
        "   Ferries will keep a reduced timetable until June.\r\n"
        "   ###\r\n"
    )

    article = read_it(story(text=text))

    assert [plain_text(each.content) for each in article.head.headlines] == [
        "Harbour bridge reopens after eleven months"
    ]
    assert [plain_text(each.content) for each in article.head.bylines] == ["By Ann Example"]
    assert article.head.dateline is not None
    assert article.head.dateline.place == "SAMPLE BAY"
    assert [type(block).__name__ for block in article.body] == [
        "Paragraph",
        "Paragraph",
        "Preformatted",
        "Paragraph",
        "Furniture",
    ]
    assert article.lang == "en"

"""Lines that hold a story hold it in whatever format it comes, and stories that are held come back as such."""

from __future__ import annotations

import io
import re
from typing import Literal

import docx
import pytest

import converter
from converter import model
from converter.formats.records import Context, Source
from converter.formats.registry import find_reader, load
from converter.model.article import Article
from converter.model.block import Furniture, Heading, Paragraph
from converter.model.head import Date, Head
from converter.model.words import plain_text
from converter.pandoc.family import WRITERS
from converter.text.usage_restrictions import with_hold

LINE = "EMBARGOED UNTIL 00:01 GMT, TUESDAY 4 MARCH 2025"
END = Date("embargoed", "2025-03-04T00:01Z", inferred="embargo-line")
HEADLINE = "Harbour bridge reopens after eleven months"
LEAD = "The bridge over Sample Bay is open again, eleven months after a cargo ship struck one of its piers."
MORE = "Ferries will keep a reduced timetable until the end of June, the harbour office said on its website."


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(LINE)
    document.add_heading(HEADLINE, 1)
    for words in (LEAD, MORE):
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page() -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in (LEAD, MORE, LEAD, MORE))
    return f"<html><body><article><p><b>{LINE}</b></p><h1>{HEADLINE}</h1>{paragraphs}</article></body></html>".encode()


SOURCES = {
    "text": f"{LINE}\n{HEADLINE}\n{LEAD}\n{MORE}\n".encode(),
    "docx": word(),
    "html": page(),
    "eml": f"From: desk@example.com\nSubject: {HEADLINE}\n\n{LINE}\n\n{LEAD}\n\n{MORE}\n".encode(),
    "commonmark_x": f"**{LINE}**\n\n# {HEADLINE}\n\n{LEAD}\n\n{MORE}\n".encode(),
    "rst": f"{LINE}\n\n{HEADLINE}\n{'=' * len(HEADLINE)}\n\n{LEAD}\n\n{MORE}\n".encode(),
    "feed": (
        f"<rss version='2.0'><channel><title>P</title><item><title>{HEADLINE}</title>"
        f"<description>&lt;p&gt;{LINE}&lt;/p&gt;&lt;p&gt;{LEAD}&lt;/p&gt;</description></item></channel></rss>"
    ).encode(),
}


def read(name: str, source: bytes) -> Article:
    record = find_reader(name)
    article: Article = load(record.function)(
        source, load(record.options)(), Context(Source(f"story.{name}", lang="en"))
    )
    return article


@pytest.mark.parametrize("name", SOURCES)
def test_embargo_above_a_story_is_in_its_head(name: str) -> None:
    article = read(name, SOURCES[name])

    assert [each for each in article.head.dates if each.kind == "embargoed"] == [END]
    assert [plain_text(each.content) for each in article.head.headlines] == [HEADLINE]
    assert not [each for each in article.head.dates if each.kind == "published" and str(each.value).startswith("2025")]
    furniture = [block for block in article.body if isinstance(block, Furniture) and block.kind == "embargo"]
    assert [plain_text(block) for block in furniture] == [LINE]


STORY = Article(
    (Paragraph((LEAD,)), Paragraph((MORE,))),
    Head(headlines=(model.Headline((HEADLINE,)),)),
    guid="urn:example:bridge",
    lang="en",
)
HOLDS: list[tuple[Literal["usable", "withheld", "canceled"], str | None]] = [
    ("withheld", "2024-05-22T18:00:00Z"),
    ("canceled", ""),
    ("usable", None),
    ("usable", "2024-05-22"),
]
READ_AS = {
    "text": "text",
    "markdown": "commonmark_x",
    "jats": "jats",
    "html": "html",
    "docx": "docx",
    "nitf": "nitf",
    "pdf": "pdf",
    "plain": "text",
    "commonmark": "commonmark_x",
    "odt": "odt",
    "rtf": "rtf",
    "docbook5": "docbook",
    "fb2": "fb2",
    "latex": "latex",
    "typst": "typst",
    "rst": "rst",
    "org": "org",
    "asciidoc": "asciidoc",
    "mediawiki": "mediawiki",
    "textile": "textile",
    "html5": "html",
    "epub3": "epub",
    "ipynb": "ipynb",
}
FROM_PANDOC = {record.name for record in WRITERS}


@pytest.mark.parametrize(("status", "until"), HOLDS)
@pytest.mark.parametrize(
    "writer", [pytest.param(name, marks=pytest.mark.slow if name in FROM_PANDOC else ()) for name in READ_AS]
)
def test_story_that_is_held_comes_back_held(
    writer: str, status: Literal["usable", "withheld", "canceled"], until: str | None
) -> None:
    dates = () if until == "" else (Date("embargoed", until),)
    held = STORY.replace(status=status, head=STORY.head.replace(dates=dates))

    article = read(READ_AS[writer], converter.write(held, writer))

    assert article.status == status
    back = [each.value for each in article.head.dates if each.kind == "embargoed"]
    assert [moment(value) for value in back] == [moment(each.value) for each in dates]


def moment(value: str | None) -> str | None:
    """Return a date with its time to the minute: seconds that are none are not printed."""
    return re.sub(r"(T\d\d:\d\d):00", r"\1", value) if value else value


@pytest.mark.parametrize(
    "words",
    [
        "Embargo on grain to be lifted",
        "Embargoed until last year, the report shows a bridge in danger.",
        "Withheld: the names of the sailors",
        "Canceled: the ferries of Sunday",
    ],
)
def test_line_about_an_embargo_holds_nothing(words: str) -> None:
    story = STORY.replace(body=(Paragraph((words,)), *STORY.body))

    assert with_hold(story) == story


def test_embargo_far_below_the_head_of_a_story_holds_nothing() -> None:
    story = STORY.replace(body=(*(Paragraph((LEAD,)) for _ in range(6)), Paragraph((LINE,))))

    assert with_hold(story) == story


def test_embargo_of_the_head_is_not_changed_by_a_line() -> None:
    given = Date("embargoed", "2026-01-01")
    story = STORY.replace(body=(Heading((LINE,), 1), *STORY.body), head=STORY.head.replace(dates=(given,)))

    assert with_hold(story).head.dates == (given,)

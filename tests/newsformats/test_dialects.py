"""Dialects: what a provider's codes mean is data, ours or the caller's."""

from __future__ import annotations

import pytest

from converter.core.errors import UsageError
from converter.formats.records import Context, File, Source
from converter.io.resources import data
from converter.model.block import Paragraph
from converter.model.head import Entity, Headline, Subject
from converter.newsformats.dialects import Dialect, find_dialect, parse_dialects
from converter.readers.newsml.options import NewsmlReaderOptions
from converter.readers.newsml.read import read
from tests.readers.newsml.documents import CATALOG, item, kept

HOUSE = b"""
[[dialect]]
name = "house"
catalogs = ["https://example.com/catalog"]
providers = ["EX"]
[dialect.schemes]
desk = "https://example.com/desk/"
[dialect.roles]
"desk:deck" = "headline.sub"
"desk:lead" = "abstract"
[dialect.entities]
"desk:club" = "organisation"
"""


def test_ours_can_be_read() -> None:
    assert {dialect.name for dialect in parse_dialects(data("newsformats", "dialects.toml"), "x")} == {"afp", "xmlteam"}


def test_codes_mean_what_the_dialect_says() -> None:
    before = f'{CATALOG}<catalogRef href="https://example.com/catalog_3.xml"/>'
    story = (
        '<subject qcode="desk:1"><name>harbour</name></subject>'
        '<subject type="desk:club" qcode="desk:2"><name>Rovers</name></subject>'
        '<headline role="desk:deck">Deck</headline><description role="desk:lead">Lead.</description>'
    )
    context = Context(Source("x"))

    article = read(item(before=before, story=story), NewsmlReaderOptions(File("house.toml", HOUSE)), context)

    assert article.head.subjects == (Subject("harbour", "1", "https://example.com/desk/"),)
    assert article.head.entities == (Entity("Rovers", "organisation", "https://example.com/desk/2"),)
    assert article.head.headlines == (Headline(("Deck",), "sub"),)
    assert article.head.abstract is not None
    assert article.head.abstract.blocks == (Paragraph(("Lead.",)),)
    assert set(kept(article)) == {"catalogRef"}
    assert [notice.code for notice in context.notices] == ["dialect-applied", "kept-as-properties"]


def test_item_of_nobody_known_has_no_dialect() -> None:
    context = Context(Source("x"))

    read(item(), NewsmlReaderOptions(File("house.toml", HOUSE)), context)

    assert context.notices == ()


def test_provider_says_it_too_and_the_callers_goes_first() -> None:
    (house,) = parse_dialects(HOUSE, "house.toml")

    assert find_dialect([], ["EX"], (house,)) == house
    assert find_dialect(["http://cv.afp.com/x"], [], (Dialect("mine", ("http://cv.afp",)),)) == Dialect(
        "mine", ("http://cv.afp",)
    )
    assert find_dialect([], [], (house,)) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[", "not TOML"),
        (b"\xff", "not TOML"),
        (b"a = 1", "tables only"),
        (b"dialect = 1", "tables only"),
        (b"[[dialect]]\n", "needs a name"),
        (b'[[dialect]]\nname = "a"\nrole = 1', "has no 'role'"),
        (b'[[dialect]]\nname = "a"\ncatalogs = "x"', "catalogs of a dialect is a list"),
        (b'[[dialect]]\nname = "a"\n[dialect.roles]\nx = "body"', "names no 'body'"),
        (b'[[dialect]]\nname = "a"\n[dialect.schemes]\nx = "y"', "has no address"),
        (b'[[dialect]]\nname = "a"\nroles = []', "is a table of texts"),
    ],
)
def test_file_that_is_none_is_refused_with_its_name(content: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        parse_dialects(content, "house.toml")

    assert caught.value.where == "house.toml"

"""The canonical form holds any article, gives it back, and refuses what it could not hold."""

from __future__ import annotations

import pickle
import re
from functools import reduce

import pytest
from hypothesis import given
from lxml import etree

from converter import model
from converter.core.errors import InternalError, InvalidDocument, LimitExceeded
from converter.core.limits import Limits
from converter.model import canonical
from converter.model.article import Article, Provenance, Remark
from converter.model.block import Paragraph, Quote, Table
from converter.model.canonical import (
    MOST_NESTED,
    NAMESPACE,
    content_digest,
    digest,
    gate,
    looks_canonical,
    parse,
    serialise,
)
from converter.model.head import Head, Headline
from converter.model.inline import Emphasis, Inlines, Ruby, inlines
from converter.model.words import plain_text
from tests.articles import full_article
from tests.documents import document, respelt
from tests.strategies import anything, articles, contents, iris, maybe, ordinals, provenances
from tests.tree import ROOT

FULL_CASE = ROOT / "tests" / "cases" / "xml" / "full"


# ── Both ways ───────────────────────────────────────────────────────────────


@pytest.mark.slow
@given(articles())
def test_any_article_is_valid_and_comes_back_equal(article: Article) -> None:
    content = gate(article)

    again = parse(content)

    assert again == article
    assert hash(again) == hash(article)
    assert serialise(again) == content


@pytest.mark.slow
@given(articles())
def test_canonical_form_is_what_lxml_makes_of_it_by_c14n_2(article: Article) -> None:
    content = serialise(article)

    assert etree.tostring(etree.fromstring(content), method="c14n2", with_comments=False) == content


@pytest.mark.slow
@given(articles())
def test_another_spelling_of_the_document_gives_the_same_article(article: Article) -> None:
    assert parse(respelt(serialise(article))) == article


@given(anything)
def test_any_text_survives_character_for_character(text: str) -> None:
    article = Article((Paragraph(inlines(text)),))

    again = parse(gate(article))

    assert plain_text(again.body) == text


def test_every_unicode_scalar_survives() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    article = Article((Paragraph(inlines(every)),))

    again = parse(gate(article))

    assert plain_text(again.body) == every


@given(contents())
def test_inlines_survive_in_every_place_that_holds_them(content: Inlines) -> None:
    article = Article(
        (Quote((Paragraph(content),), content), model.Figure((), content, content), Table((), caption=content)),
        Head((Headline(content),), properties=(model.Property("test:content", content),)),
    )

    assert parse(gate(article)) == article


def test_full_article_is_the_reviewed_file(accept: bool) -> None:
    content = gate(full_article())

    if accept:
        (FULL_CASE / "input.xml").write_bytes(respelt(content))
        (FULL_CASE / "expected.xml").write_bytes(content)
    assert content == (FULL_CASE / "expected.xml").read_bytes()


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article((Paragraph(()), Table(()), Quote(()), model.List(()), model.Figure())),
        Article((Paragraph((Ruby((), ()),)),)),
        Article(head=Head(dates=(model.Date("embargoed", None),))),
        Article(head=Head(rights=(model.Rights(),), slug=model.Slug(""))),
        Article(provenance=Provenance(name="", remarks=(Remark("code"), Remark("code", facts=(("a", ""),))))),
    ],
    ids=["article", "blocks", "ruby", "embargo", "head", "provenance"],
)
def test_empty_values_come_back_empty(article: Article) -> None:
    assert parse(gate(article)) == article


# ── Digests ─────────────────────────────────────────────────────────────────


@pytest.mark.slow
@given(articles(), ordinals)
def test_articles_have_one_digest_exactly_where_they_are_equal(article: Article, version: int) -> None:
    other = article.replace(version=version)

    assert digest(serialise(pickle.loads(pickle.dumps(article)))) == digest(serialise(article))
    assert (digest(serialise(other)) == digest(serialise(article))) == (other == article)


@pytest.mark.slow
@given(articles(), provenances, maybe(iris), ordinals)
def test_content_digest_leaves_out_provenance_guid_and_version(
    article: Article, provenance: Provenance, guid: str | None, version: int
) -> None:
    elsewhere = article.replace(provenance=provenance, guid=guid, version=version)

    assert content_digest(elsewhere) == content_digest(article)


@pytest.mark.slow
@given(articles())
def test_content_digest_leaves_out_nothing_else(article: Article) -> None:
    changed = [
        article.replace(body=(*article.body, Paragraph(("more",)))),
        article.replace(head=article.head.replace(urgency=None if article.head.urgency else model.Urgency(1))),
        article.replace(status="withheld" if article.status == "usable" else "usable"),
        article.replace(lang="en" if article.lang is None else None),
        article.replace(dir="ltr" if article.dir is None else None),
    ]

    assert len({content_digest(one) for one in (article, *changed)}) == 6


def test_digest_is_sha_256_in_hexadecimal() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


# ── Refusals ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (document("<para/>"), "'para'"),
        (document("words beside the blocks"), "'body'"),
        (document("<p><p/></p>"), "'p'"),
        (document('<p colour="red"/>'), "'colour'"),
        (document('<p xml:lang=""/>'), "'p'"),
        (document('<p id="1st"/>'), "'id'"),
        (document('<p id="a"/><quote id="a"/>'), "an-id-stands-once"),
        (document('<p id="a"/>', '<entity kind="person" id="a"/>'), "an-id-stands-once"),
        (document('<p><link href="a"><em><link href="b"/></em></link></p>'), "no-link-in-a-link"),
        (document('<p><link href="a"><ref target="b"/></link></p>'), "no-link-in-a-link"),
        (document('<p><ref target="a"><link href="b"/></ref></p>'), "no-link-in-a-ref"),
        (document("<p><ruby>base</ruby></p>"), "'ruby'"),
        (document("<p><ruby>base<rt>reading</rt> more</ruby></p>"), "'ruby': text stands after 'rt'"),
        (document('<p><char code="U+0041"/></p>'), "'code'"),
        (document('<p><char code="U+001"/></p>'), "'code'"),
        (document('<heading level="7"/>'), "'level'"),
        (document('<table><body><row><cell rowspan="1001"/></row></body></table>'), "'rowspan'"),
        (document("<table/>"), "'table'"),
        (document("<foreign>x</foreign>"), "'foreign'"),
        (document('<foreign type="text/html"><em/></foreign>'), "'em'"),
        (document(head="<keyword><em>x</em></keyword>"), "'keyword'"),
        (document(head="<urgency value='0'/>"), "'value'"),
        (document(head='<date kind="created" value="2024-13"/>'), "'value'"),
        (document(head='<date kind="created"/>'), "'date': Date created needs a value"),
        (document(head="<slug/><slug/>"), "'slug'"),
        (document(head="<slug/><headline/>"), "'headline'"),
        (document(head='<party role="reader">x</party>'), "'role'"),
        (document().replace(b'schema="1"', b'schema="2"'), "'schema'"),
        (document().replace(b"<provenance></provenance>", b""), "'article'"),
        (document('<p xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="words">x</p>'), "'p'"),
        (b"<article/>", "'article'"),
        (b'<p xmlns="urn:converter:article:1"/>', "'p'"),
    ],
)
def test_invalid_document_is_refused_with_element_and_line(content: bytes, words: str) -> None:
    with pytest.raises(InvalidDocument) as refused:
        parse(content)

    assert words in refused.value.what
    assert NAMESPACE not in refused.value.what
    assert re.fullmatch(r"line [12]", refused.value.where)


def test_facts_out_of_order_are_refused_by_the_model_with_element_and_line() -> None:
    facts = '<remark code="x"><fact name="b">1</fact><fact name="a">2</fact></remark>'
    content = document().replace(b"<provenance>", f"<provenance>{facts}".encode())

    with pytest.raises(InvalidDocument, match=r"^line 2: .*Element 'remark'"):
        parse(content)


def test_white_space_between_blocks_is_no_text() -> None:
    assert parse(document("\n  <p>One.</p>\n  <p> Two.</p>\n")).body == (Paragraph(("One.",)), Paragraph((" Two.",)))


def test_comments_and_instructions_are_left_out_and_join_no_words() -> None:
    article = parse(document("<p>one<!-- two -->three<?four five?>six<![CDATA[<7>]]></p>"))

    assert article.body == (Paragraph(("onethreesix<7>",)),)


def test_schema_location_of_a_document_is_never_followed() -> None:
    schema = (
        'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:converter:article:1 /missing.xsd"'
    )

    assert parse(document().replace(b' schema="1"', f' {schema} schema="1"'.encode())) == Article()


# ── Depth ───────────────────────────────────────────────────────────────────


def nested_marks(depth: int) -> Article:
    """Return an article whose elements stand `depth` deep in each other."""
    deep: Inlines = reduce(lambda content, _: (Emphasis(content),), range(depth - 3), ("deep",))
    return Article((Paragraph(deep),))


def nested_quotes(depth: int) -> Article:
    """Return an article whose elements stand `depth` deep in each other."""
    block = reduce(lambda inner, _: Quote((inner,)), range(depth - 3), Paragraph(("deep",)))  # type: ignore[arg-type,return-value]
    return Article((block,))


@pytest.mark.parametrize("make", [nested_marks, nested_quotes])
def test_deep_article_passes_the_gate(make: object) -> None:
    article = make(MOST_NESTED)  # type: ignore[operator]

    content = gate(article)

    assert parse(content, Limits(xml_depth=MOST_NESTED)) == article
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize("make", [nested_marks, nested_quotes])
@pytest.mark.parametrize("depth", [MOST_NESTED + 1, 5_000])
def test_article_too_deep_for_any_reader_is_refused(make: object, depth: int) -> None:
    with pytest.raises(LimitExceeded, match="nested"):
        gate(make(depth))  # type: ignore[operator]


def test_depth_and_size_of_a_document_are_limited() -> None:
    with pytest.raises(LimitExceeded, match="xml_depth"):
        parse(serialise(nested_marks(201)))
    with pytest.raises(LimitExceeded, match="xml_elements"):
        parse(document("<p/>" * 100), Limits(xml_elements=100))
    with pytest.raises(LimitExceeded, match="input_bytes"):
        parse(document(), Limits(input_bytes=100))


# ── Gate ────────────────────────────────────────────────────────────────────


def test_gate_finds_an_article_that_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "serialise", lambda _: document("<p>something else</p>"))

    with pytest.raises(InternalError, match="same article"):
        gate(Article())


def test_gate_finds_a_form_that_its_own_schema_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "serialise", lambda _: document("<para/>"))

    with pytest.raises(InternalError, match="schema"):
        gate(Article())


@pytest.mark.parametrize(
    ("source", "canonical_or_not"),
    [
        (serialise(Article()), True),
        (respelt(serialise(Article())), True),
        (b"<article>urn:converter:article:1</article>", False),
        (b'<article xmlns="urn:converter:article:10">', False),
        (b"", False),
        ("\u2028".encode("utf-16"), False),
    ],
)
def test_canonical_document_is_known_by_its_root(source: bytes, canonical_or_not: bool) -> None:
    assert looks_canonical(source) is canonical_or_not

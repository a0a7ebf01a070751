"""Hostile XML gets one clear line: nothing is fetched, expanded, or lost."""

from __future__ import annotations

import pytest

from converter.core.errors import InvalidDocument, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.io.xml import parse as parse_xml
from converter.model.block import Paragraph
from converter.model.canonical import parse
from tests.documents import document

BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE article [<!ENTITY e "words">]>',
        '<!DOCTYPE article [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE article [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]>',
        f'<!DOCTYPE article [<!ENTITY x0 "x">{BOMB}]>',
        '<!DOCTYPE article SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE article PUBLIC "-//X//X//EN" "http://127.0.0.1:1/x.dtd">',
    ],
    ids=["internal", "external", "parameter", "bomb", "dtd", "public"],
)
@pytest.mark.parametrize("use", ["&e;", "&x9;"])
def test_document_that_uses_entities_is_refused(opening: str, use: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        parse(document(f"<p>{use}</p>", opening=opening))

    assert "entit" in refused.value.what.lower()


def test_document_type_without_declarations_is_passed_over_and_never_fetched() -> None:
    opening = '<!DOCTYPE article SYSTEM "http://127.0.0.1:1/article.dtd">'

    assert parse(document("<p>Here.</p>", opening=opening)).body == (Paragraph(("Here.",)),)


def test_xinclude_is_an_unknown_element_and_nothing_is_included() -> None:
    include = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'

    with pytest.raises(InvalidDocument, match="include"):
        parse(document(f"<p>{include}</p>"))


@pytest.mark.parametrize(
    "content",
    [b"", b"words", b"<article>", document("<p>\x01</p>"), document("<p>&#1;</p>"), document() + b"<more/>"],
)
def test_what_is_not_well_formed_is_refused_with_its_line(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^line \d+: not well-formed XML: "):
        parse(content)


def test_element_beyond_what_libxml2_takes_is_over_a_limit() -> None:
    with pytest.raises(LimitExceeded):
        parse(document("<quote>" * 300 + "</quote>" * 300))


@pytest.mark.parametrize("declaration", [' xmlns:n{0}="urn:{0}"', ' a{0}="x"'])
def test_attributes_are_limited_and_namespaces_count(declaration: str) -> None:
    many = "".join(declaration.format(number) for number in range(257))

    with pytest.raises(LimitExceeded, match=r"^line 2: .*xml_attributes"):
        parse_xml(f"<a>\n<b{many}/></a>".encode(), Limits())


def test_comments_are_kept_where_they_are_asked_for() -> None:
    content = b"<a>one<!-- two -->three</a>"

    assert parse_xml(content, Limits()).text == "onethree"
    assert parse_xml(content, Limits(), keep_comments=True).text == "one"

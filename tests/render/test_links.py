"""Which addresses may be live: an allow-list, against what people really try."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter.render.links import identifier, live, picture


@pytest.mark.parametrize(
    "href",
    [
        "http://example.com",
        "https://example.com/a?b=1&c=2#d",
        "HTTPS://EXAMPLE.COM/",
        "https://user@example.com:8080/",
        "http://[2001:db8::1]/",
        "https://bücher.example/straße",
        "mailto:desk@example.com",
        "tel:+44-20-7946-0000",
        "#note-1",
    ],
)
def test_link_of_an_allowed_scheme_is_live_as_it_is(href: str) -> None:
    assert live(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "",
        " ",
        "#",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\N{SOFT HYPHEN}javascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.com/",
        "//example.com/",
        "\\\\example.com\\share",
        "/relative",
        "page.html",
        "https:example.com",
        "https://",
        "https:///path",
        "https://exa mple.com/",
        "https://example.com:port/",
        "https://example.com/\x07",
        "https://example.com/\x9b31m",
        "https&colon;//example.com/",
    ],
)
def test_any_other_address_is_not(href: str) -> None:
    assert live(href) is None


def test_what_no_address_may_hold_is_percent_encoded() -> None:
    assert live('https://example.com/a b"<>|c#d#e%zz') == "https://example.com/a%20b%22%3C%3E%7Cc#d%23e%25zz"
    assert live("  https://example.com/ ") == "https://example.com/"


@pytest.mark.parametrize(
    "src", ["media/ruto.jpg", "../ruto.jpg", "ruto.jpg?w=1", "/media/ruto.jpg", "https://example.com/r.jpg"]
)
def test_picture_may_lie_beside_the_story_or_on_the_web(src: str) -> None:
    assert picture(src) == src


@pytest.mark.parametrize(
    "src",
    [
        "",
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "//example.com/r.jpg",
        "\\\\host\\r.jpg",
        "c:\\r.jpg",
        "#x",
        "a\x00b",
    ],
)
def test_picture_may_come_from_nowhere_else(src: str) -> None:
    assert picture(src) is None


@pytest.mark.parametrize(
    "iri", ["urn:newsml:example.com:20240522:x", "tag:example.com,2024:x", "https://example.com/#me"]
)
def test_identifier_may_be_a_name_that_leads_nowhere(iri: str) -> None:
    assert identifier(iri) == iri


_ANY_URI = etree.XMLSchema(
    etree.fromstring(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:anyURI"/></xs:schema>'
    )
)
_PIECES = st.sampled_from(
    ["https://", "http:", "mailto:", "urn:", "[", "]", "%", "#", "?", "@", ":", "/", "é", " ", "a", "\\", "9", "|"]
)


@given(st.lists(_PIECES | st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map("".join))
def test_whatever_is_written_is_a_uri_to_xml_schema(address: str) -> None:
    for written in (live(address), picture(address), identifier(address)):
        if written is not None:
            element = etree.Element("a")
            element.text = written
            assert _ANY_URI.validate(element), written
            assert not set(written) & set(' \t\r\n<>"{}|\\^`')

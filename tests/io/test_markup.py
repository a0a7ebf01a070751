"""What goes in as words comes out of an XML parser as the same words, and never as markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter.io.markup import element, empty, start, text
from converter.model.checks import is_xml_text

WORDS = st.text(st.characters(codec="utf-8"))
XML_WORDS = WORDS.filter(is_xml_text)


@given(XML_WORDS, XML_WORDS)
def test_words_come_back_character_for_character(words: str, value: str) -> None:
    root = etree.fromstring(element("p", text(words), ("title", value)).encode())

    assert (root.text or "") == words
    assert root.get("title") == value
    assert len(root) == 0


@given(WORDS)
def test_character_that_xml_cannot_hold_becomes_the_replacement_character(words: str) -> None:
    shown = "".join(c if is_xml_text(c) else "\N{REPLACEMENT CHARACTER}" for c in words)

    assert (etree.fromstring(element("p", text(words)).encode()).text or "") == shown
    assert etree.fromstring(empty("p", ("title", words)).encode()).get("title") == shown


def test_attributes_stand_in_the_order_given_and_none_is_left_out() -> None:
    assert start("a", ("href", "#x"), ("class", None), ("id", 1)) == '<a href="#x" id="1">'
    assert empty("br", ("class", None)) == "<br/>"

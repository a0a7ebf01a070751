"""Identifiers: a QCode only where its alias resolves."""

from __future__ import annotations

import pytest

from converter.model.head import Genre, Party, Subject
from converter.writers.newsml.codes import coded, in_our_namespace, known_as


@pytest.mark.parametrize(
    ("code", "scheme", "attribute"),
    [
        ("11000000", "medtop", ("qcode", "medtop:11000000")),
        ("04000000", "subj", ("qcode", "subj:04000000")),
        ("110", "medtop", ("literal", "medtop:110")),
        ("11000000", "nosuch", ("literal", "nosuch:11000000")),
        ("a b", "subj", ("literal", "subj:a b")),
        ("11000000", None, ("literal", "11000000")),
        (
            "11000000",
            "http://cv.iptc.org/newscodes/mediatopic/",
            ("uri", "http://cv.iptc.org/newscodes/mediatopic/11000000"),
        ),
        ("x", "javascript:", ("literal", "javascript::x")),
    ],
)
def test_code_is_a_qcode_a_uri_or_a_literal(code: str, scheme: str | None, attribute: tuple[str, str]) -> None:
    assert coded(Subject("politics", code, scheme)) == (attribute,)


def test_concept_without_a_code_has_no_identifier() -> None:
    assert coded(Genre("Current", scheme="genre")) == ()


def test_party_is_known_by_its_uri_before_its_literal() -> None:
    assert known_as(Party("A", "creator", uri="urn:x:a", literal="a")) == (("uri", "urn:x:a"),)
    assert known_as(Party("A", "creator", literal="a\tb")) == (("literal", "a b"),)
    assert known_as(Party("A", "creator")) == ()


def test_token_in_our_namespace_is_percent_encoded() -> None:
    assert in_our_namespace("altid", "a b/é") == "urn:converter:article:1#altid/a%20b%2F%C3%A9"

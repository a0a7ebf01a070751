"""Quotations in pieces: what only its attribution parts is one quotation."""

from __future__ import annotations

import pytest

from converter.article import Quotation, plain_text, walk
from converter.formats import Context, Source
from converter.readers.text import read
from converter.readers.text.options import TextOptions

LEAD = "The ferry will run at night from June, the port said on Monday in a note to its staff.\n"


def quotations(paragraph: str) -> list[tuple[str, str | None, int | None]]:
    article = read((LEAD + paragraph).encode(), TextOptions(), Context(Source("ferry.txt", lang="en")))
    return [
        (plain_text(value), value.speaker, value.quotation) for value in walk(article) if isinstance(value, Quotation)
    ]


@pytest.mark.parametrize("speaker", ["he", "Davit Orme", "the harbour master"])
def test_words_parted_by_their_attribution_are_one_quotation(speaker: str) -> None:
    found = quotations(f"“You can plan a day,” {speaker} said, “but not a night without a boat.”")

    assert found == [
        ("“You can plan a day,”", speaker, 1),
        ("“but not a night without a boat.”", speaker, 1),
    ]


def test_one_word_with_its_attribution_is_speech() -> None:
    assert quotations("“No,” she added, “not today.”") == [("“No,”", "she", 1), ("“not today.”", "she", 1)]


def test_two_speakers_in_one_paragraph_make_two_quotations() -> None:
    found = quotations("“It works,” said Davit Orme. “It does not,” said Ingrid Halloran.")

    assert [number for _, _, number in found] == [None, None]
    assert [speaker for _, speaker, _ in found] == ["Davit Orme", "Ingrid Halloran"]


def test_one_word_in_marks_without_attribution_is_no_speech() -> None:
    assert quotations("The so-called “deal”, signed in May, has ended.") == []

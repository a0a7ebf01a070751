"""Quotations in pieces: what only its attribution parts is one quotation."""

from __future__ import annotations

import pytest

from converter.formats.records import Context, Source
from converter.model.inline import Quotation
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.readers.text import read
from converter.text.options import TextOptions

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


@pytest.mark.parametrize(
    ("lang", "paragraph", "speaker", "verb"),
    [
        ("fr", "« Nous partons demain », raconte-t-il.", "il", "raconte"),
        ("fr", "« Nous partons demain », a-t-elle expliqué à la presse.", "elle", "expliqué"),
        ("hu", '"Holnap indulunk és nem jövünk vissza" - mondta Minta Anna, a polgármester.', "Minta Anna", "mondta"),
        ("ro", '"Plecăm mâine", a declarat primarul Ana Exemplu.', "primarul Ana Exemplu", "a declarat"),
        ("bg", 'Кметът Ана Примерова заяви: "Тръгваме утре".', "Кметът Ана Примерова", "заяви"),
        ("el", "«Φεύγουμε αύριο», είπε ο δήμαρχος.", "ο δήμαρχος", "είπε"),
        ("zh", "“我们明天出发。”市长陈小明骄傲地说道。", "市长陈小明", "说道"),
        ("zh", "“我们明天就出发”，陈小明说。", "陈小明", "说"),
        ("zh", "2月6日，市长陈小明在会议上表示，“我们明天就出发”。", "市长陈小明", "表示"),
        ("zh", "结果陈小明对记者说：“我们明天就出发！”", "陈小明", "说"),
        ("ja", "町長は「明日から船は動かない」と述べ、席を立った。", "町長", "述べ"),
        ("ko", "김예시 시장은 “우리는 내일 떠난다”라고 귀띔했다.", "김예시 시장", "귀띔했다"),
    ],
)
def test_who_said_it_is_read_in_each_language(lang: str, paragraph: str, speaker: str, verb: str) -> None:
    article = read(paragraph.encode(), TextOptions(), Context(Source("ferry.txt", lang=lang)))

    said = [(value.speaker, value.verb) for value in walk(article) if isinstance(value, Quotation)]
    assert said == [(speaker, verb)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("''We leave tomorrow,'' said Davit Orme.", [("''We leave tomorrow,''", "Davit Orme", None)]),
        ("``We leave tomorrow,'' said Davit Orme.", [("``We leave tomorrow,''", "Davit Orme", None)]),
        (
            "''We don't leave,'' Davit Orme said. ''Nobody's told us.''",
            [("''We don't leave,''", "Davit Orme", 1), ("''Nobody's told us.''", "Davit Orme", 1)],
        ),
        ("He called it ''a 'good' day,'' said Bo Sample.", [("''a 'good' day,''", "Bo Sample", None)]),
        ("The door is 6'11'' high and 3'2'' wide, he said.", []),
        ("L'all''alba, he said, is no word of the ''60s or the '70s.", []),
        ("He said that ''nobody closed this.", []),
    ],
)
def test_two_apostrophes_are_one_mark(paragraph: str, found: list[tuple[str, str | None, int | None]]) -> None:
    assert quotations(paragraph) == found


def test_two_apostrophes_open_each_paragraph_of_a_quotation() -> None:
    found = quotations("''We came late.\n''Nobody was there,'' Davit Orme said.")

    assert [(words, number) for words, _, number in found] == [("''We came late.", 1), ("''Nobody was there,''", 1)]

"""A word is the same in a story, in a query and under a mark, in every script."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.catalogue import words
from converter.archive.catalogue.words import TOKENIZER, Phrase, folded, phrase_of, prepared, spans_of, words_of
from tests import strategies

TEXTS = {
    "accents": ("Éléphants à l’Œuvre", "elephants a l oeuvre"),
    "letters of their own": ("Łódź Tromsø Đà Nẵng Æbler Þór IŞIK", "lodz tromso da nang aebler thor isik"),
    "decomposed": ("e\u0301te\u0301", "ete"),
    "capitals": ("STRASSE Straße ΤΗΣ της", "strasse strasse τησ τησ"),
    "greek": ("Ελλάδα ΕΛΛΑΔΑ", "ελλαδα ελλαδα"),
    "russian": ("Ёлка ёлка елка Йод", "елка елка елка йод"),
    "hebrew": ("שָׁלוֹם שלום", "שלום שלום"),
    "arabic": ("العَرَبِيَّة إلى الـعربية", "العربية الى العربية"),
    "hindi": ("हिन्दी में", "हिन्दी में"),
    "tamil": ("தமிழ் மொழி", "தமிழ் மொழி"),
    "korean": ("한국어 서울에서", "한국어 서울에서"),
    "georgian": ("ქართული ᲥᲐᲠᲗᲣᲚᲘ", "ქართული ქართული"),
    "amharic": ("አማርኛ ቋንቋ", "አማርኛ ቋንቋ"),
    "chinese": ("北京大学。", "北京 京大 大学 学"),
    "japanese": ("NHK放送とテレビ", "nhk 放送 送と とテ テレ レビ ビ"),
    "half-width": ("ｶﾞｷﾞ Ｆｕｌｌ", "ガギ ギ full"),
    "thai": ("น้ำ 12", "น้ ้ํ ํา า 12"),
    "khmer": ("ខ្មែរ", "ខ្ ្ម មែ ែរ រ"),
    "lao": ("ລາວ", "ລາ າວ ວ"),
    "burmese": ("မြန်မာ", "မြ ြန န် ်မ မာ ာ"),
    "soft hyphen": ("Donau\u00addampf", "donaudampf"),
    "apostrophes": ("don’t l'été don´t", "don t l ete don t"),
    "numbers": ("3.14 1,000 m²", "3 14 1 000 m2"),
    "compatibility": ("\ufb01n 𝐀𝐁", "fin ab"),
}


def indexed(*texts: str) -> list[list[str]]:
    """Return the words that FTS5 itself makes of each text."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f'CREATE VIRTUAL TABLE fts USING fts5 (body, tokenize="{TOKENIZER}")')
    connection.execute("CREATE VIRTUAL TABLE term USING fts5vocab (fts, instance)")
    connection.executemany("INSERT INTO fts (rowid, body) VALUES (?, ?)", enumerate(map(prepared, texts), 1))
    found: list[list[str]] = [[] for _ in texts]
    for word, row in connection.execute("SELECT term, doc FROM term ORDER BY doc, offset"):
        found[row - 1].append(word)
    connection.close()
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_words_of_each_script(name: str) -> None:
    text, expected = TEXTS[name]

    assert list(words_of(text)) == expected.split()
    assert indexed(text) == [expected.split()]


def wrongly_folded(characters: list[str]) -> list[str]:
    """Return the characters of which the fast way makes other words than the slow one."""
    texts = [f"a{character}b {character}" for character in characters]
    return [
        character
        for character, text, found in zip(characters, texts, indexed(*texts), strict=True)
        if tuple(found) != words_of(text)
    ]


PLAIN = [chr(code) for code in range(0x10000) if words._PLAIN.fullmatch(chr(code))]


def test_fast_way_folds_as_the_slow_one_does() -> None:
    assert len(PLAIN) > 30_000
    assert wrongly_folded([character for character in PLAIN if character < "\u3100" or ord(character) % 64 == 0]) == []


@pytest.mark.slow
def test_fast_way_folds_each_character_as_the_slow_one_does() -> None:
    assert wrongly_folded(PLAIN) == []


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {"half-width"}))
def test_spans_are_the_words_in_their_places(name: str) -> None:
    text, expected = TEXTS[name]

    spans = list(spans_of(text))

    assert [span.word for span in spans] == expected.split()
    assert all(folded(text[span.start : span.end]) for span in spans)


@given(strategies.anything)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = list(spans_of(text))

    assert all(0 <= span.start < span.end <= len(text) and span.word for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


@given(strategies.anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("bridge", Phrase(("bridge",))),
        ("don't", Phrase(("don", "t"))),
        ("北京大学", Phrase(("北京", "京大", "大学"))),
        ("学", Phrase(("学",), True)),
        ("大学A", Phrase(("大学", "学", "a"))),
        ("NHK放", Phrase(("nhk", "放"), True)),
        ("!?", None),
        ("", None),
    ],
)
def test_what_is_typed_is_a_phrase(typed: str, phrase: Phrase | None) -> None:
    assert phrase_of(typed) == phrase


@given(st.text("北京大学A b。", min_size=1, max_size=12), st.data())
def test_each_piece_of_a_text_without_spaces_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    phrase = phrase_of(piece)
    if phrase is None or (piece[0] in "Ab" and start and text[start - 1] in "Ab"):
        return  # The middle of a spaced word is no word.
    if piece[-1] in "Ab" and text[start + len(piece) : start + len(piece) + 1] in ("A", "b"):
        return
    spans = list(spans_of(text))

    ends = [phrase.found_in(spans, at) for at in range(len(spans))]

    assert any(ends), (piece, phrase, spans)

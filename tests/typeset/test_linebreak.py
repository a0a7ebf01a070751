"""Where a line may end, by UAX #14's own examples and by news text."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.typeset import clusters, families, linebreak, unicode_tables
from converter.typeset.linebreak import DISCOURAGED, FORBIDDEN, FORCED, FREE, HYPHEN, SOFT, segment


def marked(text: str) -> str:
    """Return the text with `|` at each free end, `~` after a hyphen, `=` after a soft one.

    `?` stands where a line had better not end, `/` where it must.
    """
    signs = {FREE: "|", HYPHEN: "~", SOFT: "=", DISCOURAGED: "?", FORCED: "/", FORBIDDEN: ""}
    return "".join(piece + signs[end] for piece, end in zip(*segment(text), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two words", "two |words|"),
        ("a non-NATO ally", "a |non-~NATO |ally|"),
        ("Donald J. Trump", "Donald |J. ?Trump|"),
        ("on May 22, at", "on |May ?22, |at|"),
        ("am 22. Mai", "am |22. ?Mai|"),
        ("about 10 km, or", "about |10 ?km, |or|"),
        ("3.5 million", "3.5 ?million|"),
        ("$1,000.50 (net)", "$1,000.50 |(net)|"),
        ("he said: “No.” Then", "he |said: |“No.” |Then|"),
        ("« oui » !", "« oui » !|"),
        ("sagte: „Ja“ und", "sagte: |„Ja“ |und|"),
        ("well—done", "well|—|done|"),
        ("temperature of -5", "temperature |of |-5|"),
        ("2023–24", "2023–~24|"),
        ("no\u00a0break 1\u202f000", "no\u00a0break |1\u202f000|"),
        ("https://example.com/a/b?c=d", "https://|example.com/|a/|b?|c=d|"),
        ("and/or", "and/|or|"),
        ("one\u2028two", "one\u2028/two|"),
        ("e\u0301te\u0301", "e\u0301te\u0301|"),
        ("zero\u200bwidth", "zero\u200b|width|"),
        ("soft\u00adhyphen", "soft\u00ad=hyphen|"),
        ("日本語。次", "日|本|語。|次|"),
        ("wait … what", "wait |… |what|"),
        ("U.S.'s move", "U.S.'s |move|"),
        ("「東京」と言った。", "「東|京」|と|言っ|た。|"),
        ("ภาษาไทยของเรา", "ภาษา|ไทย|ของ|เรา|"),
        ("មនុស្សទាំងអស់", "មនុស្ស|ទាំងអស់|"),
        ("လူတိုင်းသည်", "လူ|တိုင်း|သည်|"),
        ("ທຸກຄົນເກີດ", "ທຸກຄົນ|ເກີດ|"),
        ("👩‍👩‍👧 🇫🇷🇩🇪", "👩‍👩‍👧 |🇫🇷|🇩🇪|"),
        ("equals .35 cents", "equals |.35 |cents|"),
    ],
)
def test_lines_end_where_unicode_and_the_desk_allow(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ภาษาไทย", "ภา?ษา|ไท?ย|"), ("ខ្មែរ", "ខ្មែ?រ|"), ("မြန်မာ", "မြန်?မာ|"), ("ປະເທດ", "ປະ|ເທ?ດ|")],
)
def test_without_a_dictionary_lines_end_between_syllables(
    text: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(families._folders, clusters.ICU, None)
    monkeypatch.setattr(linebreak, "_chunks", linebreak._Chunks())

    assert marked(text) == expected


def test_the_classes_at_hand_are_those_of_the_table() -> None:
    starts, names = unicode_tables.read(unicode_tables.LINE_CLASSES)
    at_hand = dict(linebreak._Classes())

    assert len(at_hand) > 500
    assert at_hand == {
        character: linebreak._LETTERS[names[bisect_right(starts, ord(character)) - 1]] for character in at_hand
    }


@given(st.text(max_size=80))
def test_no_character_is_lost_or_moved(text: str) -> None:
    pieces, ends = segment(text)

    assert "".join(pieces) == text
    assert all(pieces)
    assert len(pieces) == len(ends)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), min_size=1, max_size=60))
def test_the_end_of_a_text_is_never_forbidden(text: str) -> None:
    assert segment(text)[1][-1] in (FREE, FORCED)

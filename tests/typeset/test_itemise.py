"""Which face draws what: the style's own wherever it can, else the first that has it."""

from __future__ import annotations

import pytest

from converter.typeset import families
from converter.typeset.itemise import fit
from tests.typeset.setting import body_look, words_of

FACE = body_look().shaper.face


def faces(text: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return the text in pieces with the name of the family that draws each."""
    return [(piece, face.name.partition("-")[0]) for piece, face in fit(text, FACE, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [("plain", "NotoSerif")]),
        ("ไทย 2026", [("ไทย ", "NotoSansThai"), ("2026", "NotoSerif")]),
        ("शहर।", [("शहर।", "NotoSansDevanagari")]),
        ("שלום", [("שלום", "FrankRuhlLibre")]),
        ("سلام،", [("سلام،", "Amiri")]),
        ("東京", [("東京", "NotoSansCJKC")]),
        ("ok 😀!", [("ok ", "NotoSerif"), ("😀", "NotoEmoji"), ("!", "NotoSerif")]),
        ("a→b", [("a", "NotoSerif"), ("→", "NotoSansSymbols"), ("b", "NotoSerif")]),
        ("བོད", [("བོད", "NotoSerif")]),
    ],
)
def test_each_piece_is_drawn_by_a_face_that_has_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert faces(text, "zh") == expected


def test_a_language_chooses_among_the_forms_of_han() -> None:
    assert [faces("骨", language)[0][1] for language in ("ja", "ko", "zh", "zh-hant", "zh-hk", None)] == [
        "NotoSansCJK",
        "NotoSansCJKB",
        "NotoSansCJKC",
        "NotoSansCJKD",
        "NotoSansCJKE",
        "NotoSansCJK",
    ]


def test_a_missing_package_leaves_the_words_to_the_style_face(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(families._folders, "manimgx_fonts", None)
    monkeypatch.setattr("converter.typeset.itemise._found", {})

    assert faces("ไทย") == [("ไทย", "NotoSerif")]


def test_words_of_another_face_stay_one_unit_of_the_line() -> None:
    text = words_of("see ไทย→now")

    assert "".join(word.shaped.text for word in text.words) == "see ไทย→now"
    assert {run.look.shaper.face.name.partition("-")[0] for run in text.owners} == {
        "NotoSerif",
        "NotoSansThai",
        "NotoSansSymbols",
    }
    assert text.levels is None
    assert all(run.look.base is text.owners[0].look for run in text.owners)

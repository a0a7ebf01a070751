"""Faces: the same bytes with and without the cache, and shaping that a page depends on."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.core.errors import CannotWrite
from converter.model.style import NEWS, CutAxes
from converter.typeset import faces
from converter.typeset.faces import find_face
from converter.typeset.families import FAMILIES
from converter.typeset.itemise import script_of
from converter.typeset.looks import UNREADABLE, Shaped, Shaper, find_shaper

FACE = find_face("Noto Serif", NEWS.cut("text"))


def test_an_instance_is_the_same_with_and_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    axes = CutAxes(440, 90)
    contents = []
    for folder in (str(tmp_path), str(tmp_path), "/nonexistent"):
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
        contents.append(faces._load_face(FAMILIES[0], axes, 0).shaping_face.blob.data)

    assert contents[0] == contents[1] == contents[2]
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".ttf"]


def test_cuts_differ_in_weight_and_width() -> None:
    display = find_face("Noto Serif", NEWS.cut("display"))
    glyph = FACE.nominal_glyph("n")

    assert display.advances[glyph] < FACE.advances[glyph]
    assert display.name == "NotoSerif-Roman650x75"


def test_a_family_that_is_not_installed_is_refused_with_what_there_is() -> None:
    with pytest.raises(CannotWrite, match="Comic") as refusal:
        find_face("Comic", NEWS.cut("text"))

    assert "Noto Serif" in refusal.value.hint


def test_old_style_figures_and_small_capitals_are_other_glyphs_of_the_same_text() -> None:
    plain = find_shaper(FACE, frozenset(), None)["May 1949"]
    styled = find_shaper(FACE, frozenset({"onum", "smcp", "c2sc"}), None)["May 1949"]

    assert len(plain.glyphs) == len(styled.glyphs)
    numbers = [{glyph.number for glyph, at in one.placed() if at != 3} for one in (plain, styled)]
    assert numbers[0].isdisjoint(numbers[1])


def test_what_the_face_lacks_is_a_box_and_is_named() -> None:
    shaped = find_shaper(FACE, frozenset(), None)["ไทย "]

    assert shaped.missing == "ไทย"
    assert {glyph.number for glyph in shaped.glyphs[:3]} == {FACE.nominal_glyph("\ufffd")}


def test_what_xml_cannot_hold_is_a_box_that_is_not_missing() -> None:
    shaped: Shaped = find_shaper(FACE, frozenset(), None)[UNREADABLE]

    assert shaped.missing == ""
    assert shaped.glyphs[0].number == FACE.nominal_glyph("\ufffd")


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("ท", "Thai"),
        ("日", "Han"),
        ("か", "Japanese kana"),
        ("한", "Korean Hangul"),
        ("ع", "Arabic"),
        ("अ", "Devanagari"),
        ("✓", "symbols and emoji"),
        ("😀", "symbols and emoji"),
        ("\ue000", "private use"),
        ("\u0378", "control or unassigned"),
    ],
)
def test_scripts_have_plain_names(character: str, script: str) -> None:
    assert script_of(character) == script


TEXTS = [
    "The office staff of Sample Bay offered aid, AVAST Type To. Yes, “quoted” non-NATO sub-Saharan f-fi efficient fjo",
    "Старый мост закрыли на год, сообщила мэрия в понедельник. ГОСТ Ту",
    "Κλείνει για ένα χρόνο η παλιά γέφυρα, Ϊ́ ά́ και ΑΥΤΟΣ",
    "Đặng Thị naïve façade Ŵyth L’Île 1949. 22, a1 x\u0301y ﬁ \u00ad so\u00adft",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("features", [frozenset[str](), frozenset({"onum"}), frozenset({"smcp", "c2sc", "onum"})])
def test_words_shaped_together_are_the_words_shaped_alone(text: str, features: frozenset[str]) -> None:
    def shapes(shaper: Shaper) -> list[list[tuple[int, int, int, int, int]]]:
        return [
            [(glyph.number, at, glyph.advance, glyph.x_offset, glyph.y_offset) for glyph, at in shaper[word].placed()]
            for word in words
        ]

    words = [part + " " for part in text.split(" ")]
    alone = shapes(Shaper(FACE, features, "en", leftward=False))
    together = Shaper(FACE, features, "en", leftward=False)
    together.learn(words)

    # Most words were learnt, so that the comparison says something.
    assert len(together) > len(set(words)) / 2
    assert shapes(together) == alone

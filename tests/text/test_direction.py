"""The direction of an article follows from its language."""

from __future__ import annotations

import pytest

from converter.text.language import direction
from tests.text.reading import article_of

PROSE = "The port will close for three weeks in the autumn so that divers can look at the sea wall."
ARABIC = "قال الوزير إن الميناء سيغلق لمدة ثلاثة أسابيع في الخريف من أجل إصلاح الجدار الذي على البحر."


@pytest.mark.parametrize("lang", ["ar", "ar-EG", "he", "fa", "ur", "ps", "yi", "ku-Arab", "sd", "ug", "dv", "pa-Arab"])
def test_languages_written_from_right_to_left(lang: str) -> None:
    assert direction(lang) == "rtl"


@pytest.mark.parametrize("lang", [None, "en", "ku", "ar-Latn", "sd-Deva", "he-Latn-IL", "hi", "ja"])
def test_all_others_have_no_direction(lang: str | None) -> None:
    assert direction(lang) is None


def test_the_article_has_the_direction_of_its_language() -> None:
    assert article_of(ARABIC).dir == "rtl"
    assert article_of(PROSE, lang="he").dir == "rtl"
    assert article_of(PROSE).dir is None

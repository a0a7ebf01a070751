"""What is said of characters that show nothing, or that are the ruins of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.formats.records import Context, Source
from converter.text.characters import notice_characters


def notices_of(text: str) -> list[tuple[str, str, dict[str, str]]]:
    context = Context(Source("story.txt"))
    notice_characters(text, context)
    return [(notice.code, notice.where, dict(notice.facts)) for notice in context.notices]


def ruined(text: str) -> str:
    """Return what a program saves that takes UTF-8 for Windows-1252."""
    return "".join(bytes([byte]).decode("windows-1252", "surrogateescape") for byte in text.encode())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Le café à l’école, déjà fermé", "é"),
        ("A “bridge” – it’s open", "“"),
        ("Größe, Öl, Übung, Äpfel", "ö"),
        ("привет мир, это мост", "привет"),
        ("Съешь ещё этих мягких", "Съешь"),
    ],
)
def test_text_that_was_decoded_twice_is_said_so(text: str, meant: str) -> None:
    seen = "".join(char if not "\udc80" <= char <= "\udcff" else chr(ord(char) - 0xDC00) for char in ruined(text))

    [(code, where, facts)] = [found for found in notices_of(f"The first line.\n{seen}") if found[0] == "decoded-twice"]

    assert (code, where, facts["meant"]) == ("decoded-twice", "line 2", meant)


@pytest.mark.parametrize(
    "text",
    [
        "Le café à l’école, déjà fermé, CAFÉ… «Âge» Â» É” À LA CARTE",
        "SÃO PAULO NÃO É AÇÃO, CORAÇÃO, Â\xa0 IRMÃ",
        "Größe, Öl, Übung: ÄÖÜ, ÄÖÜß",
        "ÐÐ ÑÑ Ðá Þórður",
        "привет мир, это мост",
        "Cà phê sữa đá, Ấn Độ, Âu Cơ",
        "日本語の記事です。",
    ],
)
def test_letters_with_marks_are_no_ruins(text: str) -> None:
    assert notices_of(text) == []


@given(st.text())
def test_two_ruins_are_chance(text: str) -> None:
    codes = [code for code, _, _ in notices_of(f"Ã©{text.encode('ascii', 'ignore').decode()}Ã©")]

    assert "decoded-twice" not in codes


def test_lost_characters_are_counted() -> None:
    assert notices_of("Fran\ufffdois\nl\ufffd") == [("replacement-characters", "line 1", {"count": "2"})]

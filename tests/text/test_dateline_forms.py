"""Datelines in the forms of the world's agencies and papers, and what only looks like one: two lists, by language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.text.datelines.dateline import find_dateline
from converter.text.places import PLACES, is_place

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


def sections(name: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield language, story and lines of each section."""
    text = (HERE / name).read_text(encoding="utf-8")
    for section in text.split("\n@")[1:]:
        first, *lines = section.rstrip("\n").split("\n")
        lang, _, story = first.partition(" ")
        yield lang, story, lines


@pytest.mark.parametrize(
    ("lang", "story", "lines"), [pytest.param(*each, id=each[0]) for each in sections("datelines.txt")]
)
def test_each_form_is_taken_off_whole(lang: str, story: str, lines: list[str]) -> None:
    wrong = []
    for line in lines:
        form, place, date, agency = line.split("¦")
        text = form[:-1] + story if form.endswith("~") else f"{form} {story}"
        found = find_dateline(text, lang=lang)
        given = found and (text[: found.end].rstrip(), found.place or "", found.date or "", found.agency or "")
        if given != (form.rstrip("~"), place, date, agency):
            wrong.append((line, given))

    assert wrong == []


@pytest.mark.parametrize(
    ("lang", "story", "lines"), [pytest.param(*each, id=each[0]) for each in sections("no_datelines.txt")]
)
def test_what_only_looks_like_one_is_none(lang: str, story: str, lines: list[str]) -> None:
    texts = [line.replace("%", said) for line in lines for said in (story, story[0].lower() + story[1:])]

    assert [text for text in texts if find_dateline(text, lang=lang) is not None] == []


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("EASTMERE • The ferry stops on Sundays, the county said on Monday.", "EASTMERE • "),
        ("EASTMERE, Ohio â€” The ferry stops on Sundays, the county said.", "EASTMERE, Ohio â€” "),
        ("**JAKARTA, SAMPLE.com** - Jembatan itu ditutup pada Senin pagi.", "**JAKARTA, SAMPLE.com** - "),
    ],
)
def test_what_stands_for_a_dash_or_around_a_place_is_of_the_dateline(text: str, dateline: str) -> None:
    found = find_dateline(text)

    assert found is not None
    assert text[: found.end] == dateline


@pytest.mark.parametrize(
    "text",
    ["Highlights • The ferry stops on Sundays, the county said.", "**Good to know** - The ferry stops on Sundays."],
)
def test_a_bullet_or_a_heavier_face_makes_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_each_place_is_listed_as_it_is_looked_up() -> None:
    assert [name for name in PLACES if name != name.casefold() or not name.strip()] == []
    assert is_place("İSTANBUL")
    assert is_place("Βρυξέλλες")

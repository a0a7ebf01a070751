"""Names whose surname is a word of titles, and lines of such words that are nobody's name."""

from __future__ import annotations

import pytest

from converter.text.bylines.name_alone import is_name_alone
from converter.text.bylines.persons import begins_with_given_name

STORY = (
    "The ferry stops on Sundays, the county said on Monday. Passengers take the bus over the new bridge in May.\n"
    "The last boat leaves at six, and in winter there is none at all, a spokesman for the harbour said."
)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Fischer",
        "Alex Young",
        "Emily Hall",
        "Julia Day",
        "Thomas Church",
        "Susanne Jung",
        "Jürgen Hartung",
        "Paola Clemente",
        "Ji-won Park",
        "Park Ji-won",
        "Karen Speed",
        "Helen Castle",
        "Tom Page",
        "Ольга Весна",
        "Emma Street and Peter House",
        "Katrin Lange, Jonas Tischer",
    ],
)
def test_a_surname_behind_a_given_name_may_be_any_word(line: str) -> None:
    assert is_name_alone(line, STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Central Park",
        "Town Hall",
        "Young Voters",
        "Ferry House",
        "High Street",
        "Lange Nacht",
        "Opening Day",
        "Home Page",
        "School Bi-weekly",
    ],
)
def test_words_of_titles_are_nobody(line: str) -> None:
    assert not is_name_alone(line, STORY)


def test_whom_the_story_names_is_not_its_author() -> None:
    assert not is_name_alone("Anna Fischer", f"{STORY} Anna Fischer runs the harbour.")
    assert is_name_alone("Anna Fischer", f"{STORY} Bo Fischer runs the harbour.")


def test_words_are_no_given_names() -> None:
    assert not any(
        map(begins_with_given_name, ["Mark Ferry", "Per favore", "Can Sea", "Virginia Beach", "Roman Empire"])
    )


@pytest.mark.parametrize("line", ["dpa \u3000\u3000\u3000", "(\u2003", "Anna Beispiel, \u3000\u3000"])
def test_blanks_of_other_widths_are_no_name(line: str) -> None:
    assert not is_name_alone(line, STORY)

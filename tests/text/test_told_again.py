"""Headlines that end in a full stop, known by what stands below them."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from tests.text.reading import article_of

LATER = "The last boat of the day leaves at six o'clock, a spokesman for the company said, and in winter there is none."


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        (
            "County stops the ferry to the island on Sundays from May.",
            "From May the ferry to the island will be stopped on Sundays, the county said on Monday after long talks.",
        ),
        (
            "Aturen el ferri a l'illa els diumenges per falta de passatgers.",
            "Els diumenges de maig el ferri a l'illa s'aturen per la falta de passatgers, ha dit avui l'ajuntament.",
        ),
        (
            "Das Hafenamt stellt die Fähre zur Insel am Sonntag ganz ein.",
            "Am Sonntag fährt zur Insel künftig keine Fähre mehr: Das Hafenamt stellt sie ganz ein, teilte es mit.",
        ),
    ],
)
def test_a_sentence_that_the_next_two_lines_tell_again_is_the_headline(headline: str, below: str) -> None:
    article = article_of(f"{headline}\n{below}\n{LATER}\n")

    assert [plain_text(line) for line in article.head.headlines] == [headline]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (
            "County stops the ferry to the island on Sundays from May.",
            "Passengers will have to take the bus over the new bridge, which opened in March after two years of work.",
        ),
        (
            "Bo Sample wanted to see the island once more before the winter.",
            "But the captain of the last boat had other plans, and left him standing on the quay for the whole night.",
        ),
        ("The bridge is open again.", "The bridge over the river is open again after nine months, the county said."),
        (
            "The ferry to the island stops. It will never sail again, they say.",
            "The ferry to the island stops and will never sail again, they say at the harbour on a cold Monday.",
        ),
    ],
)
def test_a_sentence_after_which_the_story_goes_on_is_its_first_paragraph(first: str, below: str) -> None:
    assert article_of(f"{first}\n{below}\n{LATER}\n").head.headlines == ()


def test_an_agencys_keywords_stand_above_its_headline() -> None:
    head = article_of(
        "Eastmere - ferry - Sundays\nCounty stops the ferry to the island\nEastmere, 3 March /EXA/\n"
        "From May the ferry to the island will be stopped on Sundays, the county of Eastmere said after long talks.\n"
        f"{LATER}\n"
    ).head

    main = [plain_text(line) for line in head.headlines if line.kind == "main"]
    assert main == ["County stops the ferry to the island"]


def test_a_paragraph_that_a_service_cut_is_a_storys() -> None:
    head = article_of(
        "What the county pays for the ferry to the island: all the figures\nby the newsroom\n"
        "The county pays 90,000 crowns a year for the ferry to the island, which is more than it p... [+1030 chars]\n"
    ).head

    assert [plain_text(line) for line in head.headlines] == [
        "What the county pays for the ferry to the island: all the figures"
    ]

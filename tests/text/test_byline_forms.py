"""Bylines in 40 languages, one form a line, and lines below a headline that only look like one: `bylines.txt`.

There `#` opens a language with its story, `|` parts the story's lines, `⏎` those of a byline, and `!` marks a line that
is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.model.words import plain_text
from converter.text.bylines.byline import find_byline_rule
from tests.text.reading import article_of


def _forms() -> dict[str, tuple[list[str], list[str]]]:
    forms: dict[str, tuple[list[str], list[str]]] = {}
    for line in (Path(__file__).parent / "bylines.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            lang, *story = line.removeprefix("# ").split(" | ")
            forms[lang] = (story, [])
        elif line:
            forms[lang][1].append(line)
    return forms


FORMS = _forms()


@pytest.mark.slow
@pytest.mark.parametrize("lang", FORMS)
def test_each_form_below_the_headline_is_the_byline_and_each_counter_form_is_none(lang: str) -> None:
    (headline, *story), lines = FORMS[lang]

    wrong = []
    for line in lines:
        printed = line.removeprefix("! ").split(" ⏎ ")
        head = article_of("\n".join([headline, *printed, *story])).head
        wanted = [] if line.startswith("! ") else printed
        if [plain_text(byline) for byline in head.bylines] != wanted or head.headline() is None:
            wrong.append(line)

    assert wrong == []


@pytest.mark.parametrize("lang", FORMS)
def test_no_counter_form_is_a_byline_where_no_headline_is_known(lang: str) -> None:
    lines = [line.removeprefix("! ") for line in FORMS[lang][1] if line.startswith("! ")]

    found = [line for line in lines if find_byline_rule(line, after_headline=False, after_label=False)]

    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", FORMS)
def test_no_byline_is_the_headline_of_a_story_that_has_lost_its_own(lang: str) -> None:
    (_, *story), lines = FORMS[lang]
    # Behind a colon may stand of whom the story tells: `Portrait: Ann Example`.
    forms = [line.split(" ⏎ ") for line in lines if not line.startswith("! ") and ":" not in line]

    assert [form for form in forms if article_of("\n".join([*form, *story])).head.headline()] == []


def test_of_whom_a_story_tells_is_in_its_headline() -> None:
    head = article_of(f"Obituary: Ann Miller\n{STORY}\nMiller rang its bell for thirty years, and was ninety-one.").head

    assert [plain_text(line) for line in head.headlines] == ["Obituary: Ann Miller"]


STORY = (
    "The river ferry will stop on Sundays from the first of May, the county said on Tuesday, as too few take it.\n"
    "It began in 1921 and has crossed the river every day since then, said the harbour office."
)
DECK = "The county says that too few people take it."


@pytest.mark.parametrize(
    "top",
    [
        f"River ferry to stop on Sundays\n{DECK}\nA second line sums it up too.\nShare\nBy Ann Example",
        f"River ferry to stop on Sundays\nMay 3, 2024\nThe ferry at its pier\n{DECK}\nSix ways across\nby Ann Example",
        "Home\nSports\nMarkets\nWeather\nOpinion\nJobs\nShare\nPrint\nBy Ann Example",
        "Home\nSports\nMarkets\nWeather\nOpinion\nJobs\nBy Ann Example\nMay 3, 2024\nShare\nPrint",
    ],
    ids=["below two decks", "below a caption and a deck", "below a menu", "above a date and buttons"],
)
def test_a_sure_byline_is_found_anywhere_above_the_story(top: str) -> None:
    bylines = [plain_text(byline) for byline in article_of(f"{top}\n{STORY}").head.bylines]

    assert [byline.lower() for byline in bylines] == ["by ann example"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            [*(f"Boat {at} crosses the bay" for at in "abcdef"), "By Bo Sample", "Bridges", "By Cara Model", STORY]
        ),
        f"River ferry to stop on Sundays\n{DECK}\n{DECK}\n{DECK}\n{DECK}\n{DECK}\nBy Ann Example\n{STORY}",
        f"River ferry to stop on Sundays\n{STORY}\n{STORY}\nBy Ann Example\n{STORY}",
        f"Home\nSports\nMarkets\nWeather\nOpinion\nJobs\nBy Friday the river had fallen\n{STORY}",
    ],
    ids=["of several teasers", "below a story of short lines", "within a story", "prose"],
)
def test_what_may_be_another_storys_byline_is_none(text: str) -> None:
    assert article_of(text).head.bylines == ()


@pytest.mark.parametrize("credit", ["Reporting by Ann Example; Editing by Bo Sample", "Reporting by Ann Example"])
def test_who_reported_is_a_note_below_a_short_story_and_the_byline_below_the_headline(credit: str) -> None:
    headline = "River ferry to stop on Sundays"

    assert article_of(f"{headline}\n{STORY}\n{credit}").head.bylines == ()
    assert article_of(f"{headline}\nReporting by Ann Example\n{STORY}").head.bylines != ()


@pytest.mark.parametrize(
    "line",
    [
        "Ann Miller (University of Eastmere)",
        "Ann Miller (Sample News Agency)",
        "Ana Souza (Coordenação de Ambiente - VPA/Instituto)",
        "Ana Souza (Assessoria de Comunicação)",
        "Ana Souza e Bruno Lima (Agência Exemplo)",
        "Ana Gómez (Oficina de Prensa - UEM)",
        "Anna Rossi (Ufficio stampa Comune di Campione)",
        "Anne Dupont (Service de presse de l’Institut Modèle)",
        "Anna Schmidt (Pressestelle der Universität Musterstadt)",
    ],
)
def test_a_name_with_the_authors_institution_is_a_byline_above_a_story_without_a_headline_too(line: str) -> None:
    head = article_of(f"{line}\n{STORY}").head

    assert [plain_text(byline) for byline in head.bylines] == [line]
    assert head.headline() is None


def test_beside_a_date_an_office_and_its_house_are_enough() -> None:
    line = "Suzara Exemplo (CCS/Exemplo)"

    assert [plain_text(byline) for byline in article_of(f"06/02/2025\n{line}\n{STORY}").head.bylines] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Miller (left)",
        "Ann Miller (Labour)",
        "Ana Souza (PT-SP)",
        "Anna Schmidt (SPD)",
        "River Ferry (University of Eastmere)",
        "Ann Miller (University of Eastmere) took the ferry",
    ],
)
def test_a_name_with_a_party_or_a_place_in_a_picture_is_none(line: str) -> None:
    assert article_of(f"{line}\n{STORY}").head.bylines == ()


def test_of_whom_the_story_tells_is_no_author() -> None:
    line = "Ann Miller (University of Eastmere)"

    assert article_of(f"{line}\n{STORY}\nAnn Miller counted those who took it.").head.bylines == ()


HEADLINE = "River ferry to stop on Sundays"
DECK = (
    "Passengers will take the bus over the new bridge from the second week of May, and not all of them are glad of it"
)
CAPTION = "The ferry at the quay. Photograph: Sample/handout"


@pytest.mark.parametrize(
    "below",
    ["@annexample_uk\nMonday 3 October 2016 18.20 BST", "3 October 2016", "Updated 3 May 2024 at 10:15", "@mexample"],
)
def test_a_name_beside_a_date_or_an_account_is_the_author_far_below_the_headline(below: str) -> None:
    head = article_of(f"{HEADLINE}\n{DECK}\n{CAPTION}\n{CAPTION}\nShares\n18,895\nAnn Example\n{below}\n{STORY}").head

    assert [plain_text(byline) for byline in head.bylines] == ["Ann Example"]


@pytest.mark.parametrize("top", ["3 May 2024\nAnn Example", "Ann Example\n3 May 2024", "Ann Example\n@annexample"])
def test_a_name_beside_a_date_is_the_author_of_a_story_without_a_headline(top: str) -> None:
    head = article_of(f"{top}\n{STORY}").head

    assert [plain_text(byline) for byline in head.bylines] == ["Ann Example"]
    assert head.headline() is None


@pytest.mark.parametrize(
    "line",
    [
        "Eastmere",
        "Opinion",
        "Sample Post",
        "Rose Garden",
        "Virginia Beach",
        "Charlotte County",
        "Austin, Texas",
        "Victoria Park",
        "Grace Church",
        "Mayor Ann Example",
        "Will Power",
        "Hope Rises",
        "Mark Your Calendars",
        "Santa Catarina",
        "Santiago de Chile",
    ],
)
def test_a_place_or_a_title_beside_a_date_is_no_author(line: str) -> None:
    assert article_of(f"{line}\n3 May 2024\n{STORY}").head.bylines == ()


def test_of_whom_a_story_tells_is_no_author_beside_a_date() -> None:
    assert article_of(f"Ann Example\n3 May 2024\n{STORY}\nAnn Example took it.").head.bylines == ()


def test_two_names_beside_dates_are_other_stories_authors() -> None:
    assert article_of(f"Ann Example\n3 May 2024\nBo Sample\n4 May 2024\n{STORY}").head.bylines == ()


@pytest.mark.parametrize(
    "line",
    [
        "[Autor] Ana Ejemplo",
        "[Autor] Ana Ejemplo y Bo Modelo. The Sample *.",
        "[Author] Ann Example",
        "[Author]: Ann Example and Bo Sample",
        "[Auteur] Jeanne Modèle",
        "[作者] 李小明",
        "Ann Marie ExampleAnn Marie Example",
        "Ann ExampleAnn Example",
        "Ani Contoh Ani Contoh",
        "By Ann Example of Sampleprice.com",
        "Por Redacción Muestra",
        "By Sample News Network",
    ],
)
def test_names_in_a_field_of_a_collection_and_names_that_copying_doubled_are_bylines(line: str) -> None:
    assert [plain_text(byline) for byline in article_of(f"{HEADLINE}\n{line}\n{STORY}").head.bylines] == [line]


@pytest.mark.parametrize("line", ["[Autor] del puente confiesa", "[Autor] Desconocido", "New YorkNew York"])
def test_other_fields_and_doubled_words_are_none(line: str) -> None:
    assert article_of(f"{HEADLINE}\n{line}\n{STORY}").head.bylines == ()


@pytest.mark.parametrize("line", ["Ann Miller", "Ann Miller, Sample Post", "Ann Miller in Eastmere"])
def test_a_name_below_a_deck_whose_headline_was_cut_off_is_the_byline(line: str) -> None:
    deck = "The river ferry is going to stop on Sundays, and not all of those who take it are happy."
    head = article_of(f"{deck}\n{line}\n{STORY}").head

    assert [plain_text(byline) for byline in head.bylines] == [line]
    assert head.headline() is None

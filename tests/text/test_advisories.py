"""What agencies write for newsrooms alone is kept and never printed; what looks like it stays the story's."""

from __future__ import annotations

import pytest

from converter.model.block import Furniture, Note
from converter.model.words import plain_text
from converter.text.advisories import find_desk_lines
from tests.text.reading import article_of, paragraphs_of

HEADLINE = "Eastmere schließt seine Bibliothek"
STORY = (
    "Eastmere (dpa) - Die Bibliothek von Eastmere bleibt ab Montag geschlossen. Das teilte die Stadt mit.\n\n"
    "Die Stadt will das Dach der Bibliothek erneuern lassen, sagte die Leiterin Ann Example am Nachmittag. "
    "Die Arbeiten dauern bis zum Herbst.\n"
)
TOP = f"{HEADLINE}\n\n{STORY}\n"
PARAGRAPHS = [
    "Die Bibliothek von Eastmere bleibt ab Montag geschlossen. Das teilte die Stadt mit.",
    "Die Stadt will das Dach der Bibliothek erneuern lassen, sagte die Leiterin Ann Example am Nachmittag. "
    "Die Arbeiten dauern bis zum Herbst.",
]


def desk_of(text: str) -> list[str]:
    body = article_of(text).body
    return [plain_text(block) for block in body if isinstance(block, Furniture) and block.kind == "desk"]


FOOTERS = [
    # dpa, as it is sent and as files have it without its marks
    """# Notizblock

## Redaktionelle Hinweise
- Zitat ergänzt. Ein weiterer Beitrag folgt bis 16.00 Uhr.

## Internet
- [Stadt Eastmere](http://example.com)

## Orte
- [Bibliothek](Marktplatz 1, 00000 Eastmere, Deutschland)

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## dpa-Kontakte
- Autorin: Ann Example, +49 30 000000, <desk@example.com>
- Redaktion: Bo Sample, +49 30 000000, <politik@example.com>

dpa ae yyzz n1 bs
""",
    "dpa-Notizblock\nInternet\nStadt Eastmere\nKontakte\nAutor: Bo Sample (Eastmere), +49 30 00000, <ab@example.com>\n",
    "## Internet\n- [Stadt](http://example.com)\n* * * *\nDie folgenden Informationen sind nicht zur Veröffentlichung "
    "bestimmt\n## Kontakte\ndpa/lni bs xx a3 ae\n051402 Mrz 25\n",
    "# Notebook\n\n## Note to editors\n- Adds quote\n\n## Internet links\n- [City](http://example.com)\n\n* * * *\n"
    "The following information is not intended for publication\n\n## Editorial contacts\n- Reporting by: Ann Example\n",
    "****\nThe following information is not intended for publication\nReporting by Ann Example\n",
    "Die nachfolgenden Angaben sind nicht für die Veröffentlichung bestimmt:\nBo Sample, Telefon 030 000000\n",
    "Nicht zur Veröffentlichung:\nAnn Example, Telefon 030 000000\n",
    "Nur für die Redaktion:\nAnn Example, Telefon 030 000000\n",
    "La siguiente información no está destinada a ser publicada\nContactos\nBo Sample\n",
    "Les informations suivantes ne sont pas destinées à être publiées\nContacts\nBo Sample\n",
    "Le seguenti informazioni non sono destinate alla pubblicazione\nContatti\nBo Sample\n",
    "As informações seguintes não se destinam a publicação\nBo Sample\n",
    "De volgende informatie is niet bestemd voor publicatie\nAnn Example, 06 00000000\n",
    "Noot voor de redactie (niet voor publicatie)\nVoor meer informatie: Ann Example, 06 00000000\n",
    "- NIET VOOR PUBLICATIE -\nVoor meer informatie: Ann Example, 06 00000000\n",
    "Följande information är inte avsedd för publicering\nAnn Example, 08 000000\n",
    "Følgende opplysninger er ikke for publisering\nAnn Example, 00 00 00 00\n",
    "Poniższe informacje nie są przeznaczone do publikacji\nAnn Example\n",
    "Следующая информация не предназначена для публикации\nАнна Примерова\n",
    "dpa ae xx n1 bs\n",
    "dpa ae bs cd\n",
    "dpa/tmn ae xx bs\n",
    "dpa hm bs wjh\n\n\n101137 GMT Dez 18\n",
    "epd lob abc bs\n",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_from_such_a_line_to_the_end_nothing_is_the_storys(footer: str) -> None:
    article = article_of(TOP + footer)

    assert desk_of(TOP + footer) == [line.strip() for line in footer.splitlines() if line.strip()]
    assert paragraphs_of(article) == PARAGRAPHS
    assert not [block for block in article.body if isinstance(block, Note)]


LINES_ABOVE = [
    "N i e u w bericht, vervangt: Eastmere sluit bibliotheek",
    "Nieuw bericht, vervangt: Eastmere sluit bibliotheek",
    "(H e r h a a l d bericht)",
    "(Zusammenfassung 1430 - neu: Zitat der Leiterin, weitere Einzelheiten)",
    "(neu: Dauer der Arbeiten)",
    "(durchgehend aktualisiert, mehr Details)",
    "(Berichtigung: Die Arbeiten dauern bis zum Herbst im 2. Absatz)",
    "Achtung Redaktionen: Bitte beachten Sie das geänderte Wort im ersten Absatz",
    "Hinweis an die Redaktionen: Ein Bild der Bibliothek ist abrufbar",
    "(A V I S O - Bilder sind im Bilddienst abrufbar)",
    "(GRAFIK 0123-25, 88 x 80 mm)",
    "ATTENTION - ajoute réactions, citations ///",
    "ATENCIÓN - ACTUALIZA con declaraciones de la alcaldesa ///",
    "ATTENTION EDITORS - pictures of the library are available",
    "Till redaktionen: Bild på biblioteket finns",
    "PHOTOS + VIDEO ///",
    "INFOGRAPHIE ///",
    "(EDS: ADDING INFO)",
    "(ATTN: UPDATES with more info in paras 4-5)",
    "Eds: Updates with quotes from the council.",
    "UWAGA REDAKCJE: zdjęcia są dostępne w serwisie",
    "Вниманию редакций: фото доступны на сайте",
    "Til redaksjonen: Bilde av biblioteket finnes",
]


@pytest.mark.parametrize("line", LINES_ABOVE)
def test_what_tells_a_newsroom_what_is_new_is_not_printed(line: str) -> None:
    text = f"{HEADLINE}\n\n{line}\n\n{STORY}"

    assert desk_of(text) == [line]
    assert paragraphs_of(article_of(text)) == PARAGRAPHS


def test_a_correction_between_rulers_stands_above_the_story_for_the_desk_alone() -> None:
    ruler = "-" * 69
    frame = f"{ruler}\n    KORREKTUR-HINWEIS\n    In APA0001 vom 05.03. muss es\n    Eastmere heißen.\n    {ruler}\n"
    text = f"{HEADLINE}\n\n{frame}\n{STORY}"

    assert desk_of(text) == [line.strip() for line in frame.splitlines()]
    assert paragraphs_of(article_of(text)) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "- Autor: Bo Sample, +49 30 000000, <desk@example.com>",
        "Redaktion: Ann Example (Eastmere), +49 30 000000, <politik@example.com>",
        "Editing by: Ann Example, +49 30 000000, <international@example.com>",
        "((ann.example@example.com; +44 20 0000 0000; Reuters Messaging: ann.example.example.com@reuters.net))",
        "((Eastmere Newsroom, +44 20 0000 0000))",
    ],
)
def test_whom_a_desk_may_ask_is_not_printed(line: str) -> None:
    assert desk_of(TOP + line) == [line]


@pytest.mark.parametrize(
    "text",
    [
        # What readers may see
        TOP + "Notizblock\nDer Verlag bringt im Herbst einen Notizblock heraus.\n",
        TOP + "Internet\nDie Stadt stellt Bücher ins Internet.\n",
        TOP + "Kontakt: Ann Example, presse@example.com\n",
        TOP + "Autorin: Ann Example\n",
        TOP + "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt, sagte die Leiterin dem Rat.\n",
        TOP + "The following information is not intended for publication in the county's own paper, the court said.\n",
        TOP + "(Ann Example sagte das am Freitag (gestern))\n",
        TOP + "dpa meldet das am Freitag.\n",
        TOP + "dpa\n",
        TOP + "Bibliotheken in der Region\n",
        f"{HEADLINE}\n\nNeuer Bericht über das Dach\n\n{STORY}",
        f"{HEADLINE}\n\nNieuw bericht over de bibliotheek\n\n{STORY}",
        f"{HEADLINE}\n\nEditors: Ann Example und Bo Sample\n\n{STORY}",
        f"{HEADLINE}\n\n(Edsel: ein Auto)\n\n{STORY}",
        f"{HEADLINE}\n\nFotos: Ann Example ///\n\n{STORY}",
        f"{HEADLINE}\n\nВниманию читателей: мост закрыт\n\n{STORY}",
        f"{HEADLINE}\n\n(Neue Bücher)\n\n{STORY}",
        f"{HEADLINE}\n\nAchtung, Baustelle: Eastmere sperrt den Markt\n\n{STORY}",
        f"{HEADLINE}\n\n{'-' * 40}\n\n{STORY}",
        # A mark above the story says nothing of the story below it.
        f"{HEADLINE}\nNicht zur Veröffentlichung bestimmt\n\n{STORY}",
        f"Nicht zur Veröffentlichung\n\n{STORY}",
        # Of several stories in one file none is lost for another's last line.
        TOP + "# Notizblock\n## Internet\ndpa ae xx n1 bs\n\n" + TOP,
        TOP + "(Ann Example sagte das\nam Freitag)",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert desk_of(text) == []


def test_of_several_stories_the_last_one_has_the_notes_at_the_end() -> None:
    notes = "# Notizblock\n## Internet\ndpa ae xx n1 bs\n\n"

    assert desk_of(TOP + notes + TOP + notes) == [line for line in notes.splitlines() if line]


def test_a_short_story_has_notes_too() -> None:
    text = (
        "Eastmere (dpa) - Die Bibliothek von Eastmere ist wieder offen.\n\nDie folgenden Informationen sind nicht zur "
    )

    assert len(desk_of(text + "Veröffentlichung bestimmt\nAutorin: Ann Example\n")) == 2


def test_contacts_in_two_lines_are_not_printed() -> None:
    contact = "((ann.example@example.com; +44 20 0000\n0000; Reuters Messaging: ann.example@reuters.net))"

    assert desk_of(TOP + contact) == contact.split("\n")


def test_a_text_of_nothing_else_is_read() -> None:
    article = article_of("Achtung Redaktionen: Der Beitrag entfällt ersatzlos.\n")

    assert [plain_text(block) for block in article.body] == ["Achtung Redaktionen: Der Beitrag entfällt ersatzlos."]
    assert find_desk_lines([]) == find_desk_lines(["", " "]) == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        "(S E R V I C E - www.example.com)",
        "(SERVICE - Karten unter Tel. 01/000 00 00 oder www.example.com)",
        "(S E R V I C E – Die Bibliothek, Marktplatz 1, täglich 10.00 bis 18.00 Uhr.)",
        "(I N F O: www.example.com)",
    ],
)
def test_what_an_agency_tells_readers_is_a_note(line: str) -> None:
    notes = [block for block in article_of(TOP + line).body if isinstance(block, Note)]

    assert [(plain_text(note), note.kind, note.inferred) for note in notes] == [(line, "contact", "note-service")]


@pytest.mark.parametrize(
    "mark",
    [
        "ab/cd", "ab/cd/ef", "EFE ab/cd", "EFE ab-cd/ef", "ann/ bos/", "/ae/DP/bs", "/ae/bs", "(Schluss) ab/cd",
        "(Forts. mögl.) ab", "ABC // DEF", "ABC (DE) // FGH", "Lusa/Fim", "(Schluss)", "(Ende)", "(fim)", "(SEGUE)",
        "NNNN", "(끝)", "(完)", "（了）",
    ],
)  # fmt: skip
def test_an_agencys_last_line_is_an_endmark(mark: str) -> None:
    body = article_of(TOP + mark).body

    assert (plain_text(body[-1]), isinstance(body[-1], Furniture) and body[-1].kind) == (mark, "endmark")


@pytest.mark.parametrize(
    "line",
    ["Das Ende", "Und/oder", "Ende gut", "km", "A/B", "Teil 1/2", "Berlin // Wien", "(Ann Example)", "www/example"],
)
def test_a_short_last_line_is_no_endmark(line: str) -> None:
    body = article_of(TOP + line).body

    assert not (isinstance(body[-1], Furniture) and body[-1].kind == "endmark")


def test_letters_of_authors_above_the_end_are_the_storys() -> None:
    assert "ab/cd" in paragraphs_of(article_of(TOP + "ab/cd\n\n" + PARAGRAPHS[0]))


def test_a_header_after_iptc_7901_is_kept_with_its_keywords_and_marks() -> None:
    header = "eca00012 3 i 510    dpa 1003\n\n/politics/Eastmere/bridge/\n2ND LEAD\n3RD NET\n"
    story = (
        "Top court: Eastmere can reopen its bridge\nBy Ann Example, dpa  =\n\nEastmere (dpa) - The bridge may reopen.\n"
    )
    article = article_of(header + story)

    kept = [plain_text(b) for b in article.body if isinstance(b, Furniture) and b.kind == "wire-header"]
    assert kept == [line for line in header.splitlines() if line]
    assert [plain_text(line) for line in article.head.headlines] == ["Top court: Eastmere can reopen its bridge"]
    assert article.head.urgency is not None
    assert article.head.urgency.value == 3


@pytest.mark.parametrize(
    "header",
    [
        "APA0314 5 II 0354                               Di, 04.Okt 2011\nBibliotheken/Eastmere/Kärnten\n",
        "OTS0123 5 CI 0456 ABC0001 WI                    Mo, 03.Mär 2025\nBibliotheken/Eastmere/\n",
        "FRA0123 4 I 0234 FRA /AFP-AB12\n/Eastmere/Bibliothek\nZUSAMMENFASSUNG 1430\n",
        "bdt0123 4 pl 345  dpa 0456\nBibliotheken/Eastmere/\n",
    ],
)
def test_such_headers_of_other_agencies_too(header: str) -> None:
    article = article_of(f"{header}\n{HEADLINE}\n\n{STORY}")

    kept = [plain_text(b) for b in article.body if isinstance(b, Furniture) and b.kind == "wire-header"]
    assert kept == header.splitlines()
    assert [plain_text(line) for line in article.head.headlines] == [HEADLINE]


@pytest.mark.parametrize(
    "first",
    ["abc123 is a number of the plan", "The 3 i 510", "eca00012 3 i 510 and a sentence of the story that goes on"],
)
def test_a_first_line_with_numbers_is_no_header(first: str) -> None:
    article = article_of(f"{first}\n\nEastmere (dpa) - The bridge may reopen.\n")

    assert not [block for block in article.body if isinstance(block, Furniture)]

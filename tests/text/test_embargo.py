"""The embargo above a story, and headlines about embargoes."""

from __future__ import annotations

import pytest

from converter.text.embargo import embargo_time, is_embargo


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until Tuesday",
        "Free for publication from 18:00 on Tuesday",
        "Free for release on 4 March 2025",
        "Under embargo until noon tomorrow",
        "EMBARGOED UNTIL TUESDAY",
        "EMBARGOED UNTIL 0001 GMT TUESDAY 4 MARCH 2025",
        "Embargoed until Tuesday, 6 am",
        "Embargoed until further notice",
        "Strictly embargoed for release next week",
        "Strictly embargoed until after the ceremony",
        "Sperrfrist: Dienstag, Mittag",
        "Sperrfrist: 4. März 2025, 18:00 Uhr",
        "Sperrfrist bis Dienstag",
        "Sous embargo jusqu'à mardi",
        "Sous embargo jusqu’au mardi 4 mars, 18 h",
        "Embargado hasta el martes",
        "Embargo fino a martedì",
        "Embargo fino alle 10",
        "Embargo fino all’8 marzo",
        "Embargo til tirsdag",
        "Embargo til kl. 18",
        "Onder embargo tot dinsdag",
        "Embargo till tisdag",
        "Not for publication before the end of the speech",
        "Not for publication or broadcast before 18:00 GMT on 4 March",
        "NOT FOR RELEASE BEFORE TUESDAY",
        "Hold for release Tuesday",
        "HOLD FOR RELEASE",
        "Embargo: Tuesday, 4 March",
        "EMBARGO 0001 GMT 4 March 2025",
        "Embargoed: 22 May 2024, 18:00 BST",
        "EMBARGOED",
        "Strictly embargoed",
        "Embargoed until Tuesday. Check against delivery.",
        "Embargoed until Tuesday - check against delivery",
        "EMBARGOED FOR 4 MARCH 2025, 10:00 EST",
        "Embargoed for release until 4 March",
        "*** EMBARGOED UNTIL TUESDAY ***",
        "Embargo ends Tuesday",
        "Embargoed until the minister has spoken",
        "EMBARGOED UNTIL 00.01 ON 4 MARCH 2025. NOT FOR PUBLICATION BEFORE.",
        "Embargoed until 11 a.m. London time, 15 May 2024",
        "Embargoed till Monday evening",
        "embargoed until tuesday",
        "News release - embargoed until Tuesday",
        "Embargoed until Thursday noon in New York",
    ],
)
def test_a_line_that_says_until_when_is_an_embargo(line: str) -> None:
    assert is_embargo(line)


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until last year, the paper had been read by nobody but its author and two of his friends.",
        "Embargoed until last year, secret report shows a king in debt",
        "Embargoed until now, the diaries tell of hunger",
        "Embargoed until 1990, the report shows a king in debt",
        "Embargo lifted",
        "Free for all on the harbour bridge",
        "FREE FOR RELEASE",
        "EMBARGO LIFTED",
        "EMBARGO ON GRAIN TO BE LIFTED",
        "Embargo on arms sales is to end",
        "Embargo on 12 products lifted",
        "Embargo of 1973 still shapes oil trade",
        "Embargo",
        "Under embargo, Cuba learns to fish",
        "Sperrfrist für Kohle verlängert",
        "Sous embargo, Cuba apprend à pêcher",
        "Embargoed goods found in harbour",
        "Embargoed until Tuesday, report says tax cut failed",
        "Not for the faint of heart",
        "Hold for the bridge is broken",
        "Embargo hits trade",
        "Embargoed arms reach port before Tuesday vote",
        "Embargo to last until spring, minister says",
        "Embargo for oil from Eastmere holds, minister says",
        "Embargo by the Union hits fishing towns",
        "EMBARGO BY UNION HITS FISHING TOWNS",
        "EMBARGO TO END, MINISTER SAYS",
        "Embargo to end next year",
        "Embargo ends after nine years",
        "Embargo fino in vetrina",
        "Embargo fino adesso rispettato",
        "Embargo til fiskere",
    ],
)
def test_a_line_about_an_embargo_is_the_story(line: str) -> None:
    assert not is_embargo(line)


IN_OTHER_LANGUAGES = """
    FOR RELEASE AT 10 A.M. EST, MARCH 4, 2025
    For release: 10:00 a.m. EST Tuesday, March 4, 2025
    FOR RELEASE ON DELIVERY
    FOR PUBLICATION AFTER 10 A.M. ON TUESDAY
    Achtung, Sperrfrist! Frei ab Dienstag, 18 Uhr
    Frei ab 4. März 2025, 18.00 Uhr
    Sendesperrfrist: 4. März 2025
    Ne pas diffuser avant le 4 mars à 18 heures
    Klausuleret til 4. marts 2025 kl. 18
    Sperrefrist: 4. mars kl. 18
    Julkaisuvapaa 4.3.2025 klo 18
    Embargo do 4 marca 2025, godz. 18:00
    Embargo do 4. března 2025
    Эмбарго до 18:00 4 марта 2025
    ЭМБАРГО ДО 4 МАРТА
    Не публиковать до 4 марта 2025 года
    Ембарго до 4 березня 2025
    Embargó: 2025. március 4. 18:00
    Embargo până la 4 martie 2025
    Εμπάργκο μέχρι τις 4 Μαρτίου 2025
    محظور النشر حتى 4 مارس 2025
    חסום לפרסום עד 4 במרץ 2025
    禁止发布：2025年3月4日前
    【解禁】2025年3月4日18時
    解禁日時：2025年3月4日 18:00
    엠바고: 2025년 3월 4일 18시
    엠바고 3월 4일 오전 10시
    Embargo hingga 4 Maret 2025
    Embargo sampai pukul 18.00 WIB
"""

HEADLINES = """
    Release date of the film is put off
    For release of the hostages, he will do all
    For release at last
    Frei ab 18 Jahren
    Frei ab 12
    Sperrfrist für Umfragen gefallen
    Embargo do końca roku
    Embargo do 2026
    Эмбарго на вино снято
    Эмбарго до конца года: Москва продлила запрет
    Эмбарго до 2026 года
    Эмбарго: что это значит
    엠바고 깨졌다
    엠바고 12시간 만에 깨졌다
    解禁された鮎釣り
    アユ漁解禁
    解禁から3日
"""


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


@pytest.mark.parametrize("line", lines_of(IN_OTHER_LANGUAGES))
def test_a_phrase_of_any_language_with_a_day_or_an_hour_is_an_embargo(line: str) -> None:
    assert is_embargo(line)


@pytest.mark.parametrize("line", lines_of(HEADLINES))
def test_a_phrase_that_goes_on_with_other_words_is_none(line: str) -> None:
    assert not is_embargo(line)


@pytest.mark.parametrize(
    "line", ["Sperrfrist: Dienstag, 4. März 2025, 18.00 Uhr", "Embargo do 4 marca 2025", "엠바고: 2025년 3월 4일 18시"]
)
def test_the_day_of_an_embargo_is_read_in_any_language(line: str) -> None:
    assert embargo_time(line) == "2025-03-04"

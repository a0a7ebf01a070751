"""The embargo above a story, and headlines about embargoes."""

from __future__ import annotations

import pytest

from converter.prose.embargo import is_embargo


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
    ],
)
def test_a_line_about_an_embargo_is_the_story(line: str) -> None:
    assert not is_embargo(line)

"""Datelines in the forms of agencies' houses: the agency closes them, opens them, or stands behind a bar or a stroke.

MOSCOW, March 16. /TASS/. Text           Budapest, 2025. március 3., hétfő (MTI) - Text
(ANSA) - ROMA, 03 MAR - Text             TTXVN (Hà Nội 14/3) - Text
BERLIN taz | Text                        Berlin/dpa. Text
Washington (EEUU), 3 mar (EFE).- Text    NEW DELHI, MARCH 3: Text

The agency must be one that we know, but where capitals and a date before a colon say enough.
"""

from __future__ import annotations

import re

from converter.prose import moments
from converter.prose.date_words import DATE_WORDS
from converter.prose.dateline import (
    AGENCY_NAMES,
    Found,
    is_capital_place,
    is_known_agency,
    is_place_phrase,
    opens_sentence,
    take_date,
    take_figures,
)
from converter.prose.newsrooms import AGENCIES
from converter.prose.patterns import Pattern
from converter.prose.places import is_place

_PLACE = r"[^\W\d_][^()/|\n]{1,40}?"
# A country may stand in parentheses behind the place.
_PLACE_AND_DATE = rf"{_PLACE}(?:\s\([^()\d]{{2,24}}\))?[^()/|]{{0,36}}?"
_END = r"(?:\.-+\s*|(?:\.(?=\s)|[:;](?=\s)|\s*(?:--+|[–—]|-(?=\s)))?\s+)"
_CLOSED = Pattern(
    rf"(?P<before>{_PLACE_AND_DATE}[.,]?)\s*(?:/(?P<slashed>[^/()|\d]{{2,48}})/|\((?P<agency>[^()|\d]{{2,24}})\)){_END}"
)
_OPENED = Pattern(
    r"(?:\((?P<agency>[^()\d]{2,16})\)\s*[-–—]+\s*(?P<before>[^()–—]{3,40}?)\s+[-–—]+\s+|"
    r"(?P<agency2>[^\W\d_][^()\d\s]{1,11}(?: [^()\d\s]{2,11})?) \((?P<before2>[^()]{2,40})\)\s*[-–—:]+\s+)"
)
_BEHIND_PLACE = Pattern(
    r"(?P<place>[^\W\d_][^|()\d]{1,40}?)(?: (?P<agency>[A-Za-z]{2,8}(?:/[A-Za-z]{2,8}){0,2})\s?\|\s+|"
    r"/(?P<stroke>[A-Za-z]{2,8})[.:]\s+)"
)
_BEFORE_COLON = Pattern(r"(?P<before>[A-Z][^()/|:\"“]{3,50}\d{1,2}(?:, \d{4})?):\s+")
_COUNTRY = Pattern(r"\s\((?P<country>[^()\d]{2,24})\)")
_DAY = re.compile(r"\d{1,2}")


def find_agency_dateline(head: str) -> Found | None:
    """Return the dateline in the form of an agency's house that the first characters of a paragraph are, or None."""
    first = head[:1]
    if _names_agency(head):
        found = (_find_opened(head) if "(" in head else None) or (
            (_find_closed(head) or _find_behind_place(head)) if first != "(" else None
        )
        if found is not None:
            return found
    if first > "\u058f":
        return _find_unmarked(head)
    return _find_before_colon(head) if ":" in head and first.isupper() else None


def _names_agency(head: str) -> bool:
    """Return whether an agency stands beside a parenthesis, a stroke or a bar: sooner asked than the expressions."""
    parts = head.replace("(", "/").replace(")", "/").replace("|", "/").split("/")
    return len(parts) > 1 and any(map(_opens_or_ends_in_agency, parts))


def _opens_or_ends_in_agency(part: str) -> bool:
    return is_agency(part.partition(",")[0].partition(".")[0]) or is_agency(part.rstrip().rpartition(" ")[2])


def is_agency(words: str) -> bool:
    """Return whether the words are agencies that we know, parted by strokes: `dpa/lby`."""
    return any(
        is_known_agency(part.strip()) or part.strip().casefold() in AGENCIES for part in re.split(r"[/,]", words)
    )


def _find_closed(head: str) -> Found | None:
    match = _CLOSED.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    agency = (match["slashed"] or match["agency"]).partition(", ")[0].strip()  # `/TASS, Ivan Example/`
    if not is_agency(agency):
        return None
    return _found(match["before"], agency, match.end())


def _find_opened(head: str) -> Found | None:
    match = _OPENED.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    agency = (match["agency"] or match["agency2"]).strip()
    return _found(match["before"] or match["before2"], agency, match.end()) if is_agency(agency) else None


def _found(before: str, agency: str, end: int) -> Found | None:
    """Return the dateline of a place, perhaps with its date, and an agency that is sure."""
    country = _COUNTRY.search(before)
    if country is not None and is_agency(country["country"]):
        return None
    bare = before[: country.start()] + before[country.end() :] if country else before
    place, date = _take_date(bare, agency)
    name = place.split(",")[0]
    if not place or not is_place_phrase(place):
        return None
    if date is None and not (is_capital_place(name) or all(map(is_place, name.split("/")))):
        return None
    printed = f"{place}{country.group()}" if country and before.startswith(place) else place
    return Found(end, "dateline-agency" if date is None else "dateline-date", printed, date, agency)


def _take_date(words: str, agency: str) -> tuple[str, str | None]:
    """Return the place and the date of words like `Budapest, 2025. március 3., hétfő`, in any of the forms of dates."""
    bare = words.strip(" ,")
    head, _, last = bare.strip(".").replace(",", " ").rpartition(" ")
    if head and last.casefold() in DATE_WORDS:
        bare = bare.strip(".")[: -len(last)].strip(" ,")
    day = _DAY.search(bare)
    if day is None:
        return bare, None
    bare = bare.strip(".")
    said = bare[day.start() :]
    if moments.is_date_line(said):
        return bare[: day.start()].strip(" ,."), moments.find_date(said)
    rest, date = take_figures(bare, agency)
    if rest == bare:
        rest, date = take_date(bare, is_sure=True)
    if rest == bare:  # `MADRID, 3 (EUROPA PRESS)`
        rest = bare[: day.start()] if _DAY.fullmatch(said) else ""
    return rest.strip(" ,."), date


def _find_behind_place(head: str) -> Found | None:
    match = _BEHIND_PLACE.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    place = match["place"].strip()
    agency = match["agency"] or match["stroke"]
    is_sure = all(map(is_place, place.split("/"))) or (match["agency"] is not None and is_capital_place(place))
    return Found(match.end(), "dateline-agency", place, None, agency) if is_sure and is_agency(agency) else None


def _find_before_colon(head: str) -> Found | None:
    match = _BEFORE_COLON.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    place, date = take_date(match["before"])
    place = place.strip(" ,")
    if date is None or not is_place_phrase(place) or not is_capital_place(place.split(",")[0]):
        return None
    return Found(match.end(), "dateline-date", place, date)


def _find_unmarked(head: str) -> Found | None:
    """`القاهرة - رويترز`, `تهران- ایرنا-`: a place, a dash and an agency, in scripts that mark no names."""
    place, dash, rest = head.replace("–", "-").partition("-")
    if not dash or not is_place(place):
        return None
    bare = rest.lstrip(" ")
    names = (name.replace("_", " ") for name in AGENCY_NAMES)
    agency = max((name for name in names if bare.startswith((f"{name} ", f"{name}-"))), key=len, default="")
    if not agency:
        return None
    end = len(head) - len(bare) + len(agency)
    end += len(head[end:]) - len(head[end:].lstrip(" -–:"))
    return Found(end, "dateline-agency", place.strip(), None, agency)

"""Datelines in the forms of agencies' houses: the agency closes them, opens them, or stands behind a bar or a stroke.

MOSCOW, March 16. /TASS/. Text           Budapest, 2025. március 3., hétfő (MTI) - Text
(ANSA) - ROMA, 03 MAR - Text             TTXVN (Hà Nội 14/3) - Text
BERLIN taz | Text                        Berlin/dpa. Text
Washington (EEUU), 3 mar (EFE).- Text    NEW DELHI, MARCH 3: Text

The agency must be one that we know, but where capitals and a date before a colon say enough.
"""

from __future__ import annotations

import re

from converter.text.agencies import AGENCIES
from converter.text.datelines.agencies import NO_AGENCIES, is_known_agency, stands_alone
from converter.text.datelines.dateline import Found, opens_sentence, says_when
from converter.text.datelines.filing_dates import take_date, take_figures
from converter.text.datelines.place_phrases import is_capital_place, is_place_phrase
from converter.text.dates import moments
from converter.text.dates.date_words import DATE_WORDS
from converter.text.patterns import Pattern
from converter.text.places import is_place, is_region, looks_german_place

_PLACE = r"[^\W\d_](?:[^()/|\n]|/(?=[^\W\d_]{4})){1,40}?"
# A country may stand in brackets behind the place, and what parts it from another of its name.
_BRACKETED = r"\s(?:[(\[][^()\[\]\d]{1,24}[)\]]|/[^()/|\d]{2,24}/)"
_PLACE_AND_DATE = rf"{_PLACE}(?:{_BRACKETED}){{0,2}}[^()/|]{{0,36}}?"
_END = r"(?:\.\s?-+\s*|\.(?=[A-ZÀ-ÞА-ЯЁ\"“«])|(?:\.(?=\s)|[:;](?=\s)|\s*(?:--+|[–—]|-(?=\s)))?\s+)"
_CLOSED = Pattern(
    rf"(?P<before>{_PLACE_AND_DATE}[.,]?)\s*(?:/(?P<slashed>[^/()|\d]{{2,48}})/|\((?P<agency>[^()|\d]{{2,24}})\)){_END}"
)
# `Eastmere (Kerala) [India], March 3 (ANI):`
_CLOSED_BEHIND_COUNTRY = Pattern(
    rf"(?P<before>{_PLACE}(?:{_BRACKETED}){{1,2}}[^()/|]{{0,36}}?[.,]?)\s*\((?P<agency>[^()|\d]{{2,24}})\){_END}"
)
_OPENED = Pattern(
    r"(?:\((?P<agency>[^()]{2,32})\)\s*[-–—]*\s*(?P<before>[^()–—]{3,40}?)\s+[-–—]+\s+|"
    r"(?P<agency2>[^\W\d_][^()\d\s]{1,11}(?: [^()\d\s]{2,11})?)(?: \((?P<before2>[^()]{2,40})\)\s*[-–—:]+\s+|"
    r"(?:\s+[-–—]\s+|\s)(?P<before3>[^()–—|]{3,36}?)(?:\s*\([^()\d]{2,24}\))?(?:\.-+\s*|\s+[-–—]+\s+)))"
)
_BEHIND_PLACE = Pattern(
    r"(?P<place>[^\W\d_][^|()\d]{1,40}?)(?: (?P<agency>[A-Za-z]{2,8}(?:/[A-Za-z]{2,8}){0,2})\s?\|\s+|"
    r"/(?P<stroke>[A-Za-z]{2,8})[.:]\s+)"
)
_BEHIND_STROKE = Pattern(
    r"(?P<place>[^\W\d_][^|()/\d]{1,40}?)\s?/\s?(?P<stroke>[A-Z]{2,4})\s?(?:/|-+|[–—]+)?\s+(?=[^\W\d_])"
)
# `Eastmere, Uganda | THE SAMPLE TIMES |`
_BETWEEN_BARS = Pattern(r"(?P<place>[A-ZÀ-Þ][^|()/\d:]{2,40}?) \| (?P<agency>[A-ZÀ-Þ][A-ZÀ-Þ. ]{1,24}) \|\s+")
# `EASTMERE, OHIO / ACCESSWIRE / March 3, 2025 /`
_STROKES = Pattern(
    r"(?P<before>[^\W\d_][^/|()]{2,40}?)\s*/\s*(?P<agency>[A-Z][A-Za-z ]{2,20}?)\s*/\s*"
    r"(?:(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)\s*/\s*)?(?:-+\s+)?(?=[A-ZÀ-Þ\"“])"
)
_BEFORE_COLON = Pattern(r"(?P<before>[A-Z][^/|:\"“]{3,60}?)\s?:\s+")
_IN_BRACKETS = Pattern(r"\s\((?P<date>[^()]{4,20})\)$")
_COUNTRY = Pattern(rf"(?:{_BRACKETED}){{1,2}}")
# `BAKU, Azerbaijan, March 16. Text`, `RĪGA, 3. marts, LETA. Text`
_MONTH = r"[^\W\d_]{3,10}\.?"
_UNMARKED = Pattern(
    r"(?P<place>[^\W\d_][^\d:;!?\"“()/|]{2,48}?)[.,]\s+(?:(?:le|a|den|em|il) )?(?P<date>\d{1,2} [^\W\d_]{3,9}, \d{4}|"
    rf"\d{{1,2}}(?:\.|st|nd|rd|th)?\s?(?:de )?{_MONTH}(?: (?:de )?\d{{4}}\.?)?|\d{{4}}\. {_MONTH} \d{{1,2}}\.|"
    rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?(?: d\.)?)"
)
_BEHIND_DATE = Pattern(
    r"(?:[,.]? (?P<agency>[^\W\d_]{3,12}(?:[-–]+[^\W\d_]{2,10})?(?: [Nn]ovosti| News)?))?"
    r"(?:(?:\.-+|[.:/,]|\s+[-–—]+)?\s+|\.?\s?[–—]\s?)(?=[A-ZÀ-ÞА-ЯЁІЇЄĀ-Ž\"“„«])"
)
_BRACKETED_DATE = Pattern(r"(?P<place>[A-Z][^()\d:]{2,40}?),? ?\((?P<said>[^()]{6,64}\d{4}\s?)\)\s?:\s+")
_REACH_OF_COUNTRY, _REACH_OF_BARS = 36, 72
_BEHIND_DAY = Pattern(
    r"(?P<day>\d{1,2} [а-яё]{3,8}), (?P<place>[А-ЯЁ][^/\d:;!?]{1,40}?) ?/(?P<slashed>[^/\d]{3,40})/\.?\s+"
    r"(?=[А-ЯЁA-Z«\"“])"
)
_BY_LETTERS = Pattern(
    r"(?P<before>[A-ZÀ-ÞА-ЯЁІЇЄĀ-Ž][^()\d:;!?\"“]{1,40}(?:\([^()\d]{2,24}\))?,? (?:le )?[^()/|:;!?]{5,28}?),?\s?"
    r"\((?P<agency>[A-Z]{2,3}[A-Z-]{0,5}|[А-ЯЁІЇЄ]{2,12}|"
    r"[A-Z][A-Za-z]{2,9} ?(?:Press|News|Presse))\)(?:[.:;,]-*|\s?[-–—]+)?\s+"
)
_WORDS_OF_A_PLACE = 4
_DAY = re.compile(r"\d{1,2}")
_REPORTER = re.compile(r"(?i:corr(?:espondent)?|корр(?:еспондент)?)\b\.?")


def find_agency_dateline(head: str) -> Found | None:
    """Return the dateline in the form of an agency's house that the first characters of a paragraph are, or None."""
    first = head[:1]
    if head.count("|", 0, _REACH_OF_BARS) > 1 and (found := _find_between_bars(head)):
        return found
    if _names_agency(head):
        found = _find_opened(head) or (
            (_find_closed(head) or _find_behind_place(head) or _find_between_strokes(head)) if first != "(" else None
        )
        if found is not None:
            return found
    return (
        (_find_before_colon(head) if ":" in head and first.isupper() else None)
        or _find_dated(head)
        or (_find_closed_by_letters(head) if first.isupper() and " (" in head and ")" in head else None)
    )


def extended(found: Found, text: str) -> Found:
    """Return the dateline with the agency or the date that follows its dash and has a dash or stop of its own.

    `Roma, 3 mar. - (Adnkronos) -`, `CAIRO - 3 March 2025:`, `МИНСК, 3 мар — Sputnik.`,
    `EASTMERE, Ohio--(SAMPLE WIRE)--`
    """
    for _ in range(2):
        match = _FURTHER.match(text, found.end)
        if match is None or not (match.end() == len(text) or opens_sentence(text[match.end() : match.end() + 2])):
            return found
        if match["alone"] is not None:  # `ROMA - (Adnkronos) Text`
            is_sender = found.agency is None and is_agency(match["alone"])
            return found.replace(end=match.end(), agency=match["alone"]) if is_sender else found
        said = (match["closed"] or match["open"]).strip(" ,")
        date = found.date or take_date(f"X {said}", is_sure=True)[1]
        agency, _, reporter = said.partition(", ")
        if date != found.date and date is not None:
            found = found.replace(end=match.end(), date=date, rule="dateline-date")
        elif (
            found.agency is None
            and (_begins_with_agency(agency) or (agency.isupper() and (match["closed"] or _is_call_sign(agency))))
            and (not reporter or reporter.istitle())
        ):
            found = found.replace(end=match.end(), agency=agency)
        else:
            return found
    return found


def _begins_with_agency(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return is_agency(words) or is_agency(f"{first} {rest.partition(' ')[0]}") or (first.isupper() and is_agency(first))


def _is_call_sign(words: str) -> bool:
    return len(words) in (3, 4) and words[0] in "WK"


_FURTHER = Pattern(
    r"(?:\((?P<alone>[^()]{2,32})\) (?=[A-ZÀ-Þ«“\"])|"
    r"(?:\((?P<closed>[^()]{2,32})\)|(?P<open>[^\s()–—:|][^()–—:.|]{1,44}?\.?))"
    r"\s*(?:--+|[–—:]|\.-+|\.(?=\s|[А-ЯЁ]|$)|-(?=\s))\s*)"
)


def _names_agency(head: str) -> bool:
    """Return whether an agency stands beside a parenthesis, a stroke or a bar: sooner asked than the expressions."""
    parts = re.split(r"[()/|]", head)
    return (len(parts) > 1 and any(map(_opens_or_ends_in_agency, parts))) or is_agency(head.split(" ", 1)[0])


def _opens_or_ends_in_agency(part: str) -> bool:
    names = part.replace(",", " ").split()
    return bool(names) and (
        is_agency(part.strip(" .")) or any(is_agency(name.strip(".")) for name in (names[0], *names[-1:], *names[1:2]))
    )


def is_agency(words: str) -> bool:
    """Return whether the words are agencies that we know, parted by strokes: `dpa/lby`."""
    return is_known_agency(words) or any(
        is_known_agency(part.strip()) or part.strip().casefold() in AGENCIES for part in _STROKE.split(words) if part
    )


_STROKE = re.compile(r"[/,]|(?<=\w)[-–]+(?=\w)")


def _agency_of(words: str) -> str | None:
    """Return the agency that the words in brackets or strokes name, perhaps with a correspondent: `/Corr. TASS/`."""
    bare = words.partition(", ")[0].strip()
    if is_agency(bare):
        return bare
    names = [name for name in bare.replace(" - ", " ").split() if not _REPORTER.fullmatch(name)]
    if len(names) == len(bare.split()) and " - " not in bare and not is_agency(names[0]):
        return None
    return next((name for name in names if is_agency(name)), None)


def _find_closed(head: str) -> Found | None:
    match = _CLOSED.match(head)
    if match is not None and opens_sentence(head[match.end() :]):
        agency = _agency_of(match["slashed"] or match["agency"])
        return _found(match["before"], agency, match.end()) if agency else None
    match = _CLOSED_BEHIND_COUNTRY.match(head) if "(" in head[:_REACH_OF_COUNTRY] else None
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    agency = _agency_of(match["agency"])
    return _found(match["before"], agency, match.end()) if agency else None


def find_behind_day(head: str) -> Found | None:
    """`3 марта, Минск /Корр. БЕЛТА/. Мост`: the day before the place, as BELTA has it."""
    match = _BEHIND_DAY.match(head)
    agency = match and _agency_of(match["slashed"])
    date = match and take_date(f"X {match['day']}", is_sure=True)[1]
    if not match or not agency or date is None or not is_place_phrase(match["place"]):
        return None
    return Found(match.end(), "dateline-date", match["place"], date, agency)


def _find_closed_by_letters(head: str) -> Found | None:
    """`Bamako, 3 mars (AMAP) Le pont`: an agency of no list, by the letters that stand behind a place and its date."""
    match = _BY_LETTERS.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    agency = match["agency"]
    if agency in NO_AGENCIES or is_region(agency):
        return None
    place, date = take_date(match["before"], is_sure=True)
    place = place.strip(" ,").removesuffix(" le").rstrip(" ,")
    country = _COUNTRY.search(place)
    bare = place[: country.start()] if country else place
    name = bare.split(",")[0]
    if date is None or not is_place_phrase(bare) or len(name.split()) > _WORDS_OF_A_PLACE or says_when(bare):
        return None
    return Found(match.end(), "dateline-date", place, date, agency)


def _find_opened(head: str) -> Found | None:
    match = _OPENED.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    agency = (match["agency"] or match["agency2"]).strip()
    if match["before3"] and not agency.isupper():
        return None
    before = match["before"] or match["before2"] or match["before3"]
    return _found(before, agency, match.end()) if is_agency(agency.rpartition(" ")[2]) or is_agency(agency) else None


def _found(before: str, agency: str, end: int) -> Found | None:
    """Return the dateline of a place, perhaps with its date, and an agency that is sure."""
    country = _COUNTRY.search(before)
    if country is not None and is_agency(country.group().strip(" ()[]/")):
        return None
    bare = before[: country.start()] + before[country.end() :] if country else before
    place, date = _take_date(bare, agency)
    place = place.removesuffix(", le")
    name = place.split(",")[0]
    if not place or not is_place_phrase(place):
        return None
    if date is None and not (is_capital_place(name) or all(map(looks_german_place, name.split("/")))):
        return None
    printed = f"{place}{country.group()}" if country and before.startswith(place) else place
    return Found(end, "dateline-agency" if date is None else "dateline-date", printed, date, agency)


def _take_date(words: str, agency: str) -> tuple[str, str | None]:
    """Return the place and the date of words like `Budapest, 2025. március 3., hétfő`, in any of the forms of dates."""
    bare = words.strip(" ,").removesuffix(" d.").removesuffix(" r.")
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
    match = _BEHIND_PLACE.match(head) or _BEHIND_STROKE.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    place = match["place"].strip()
    agency = match["stroke"] or match["agency"]
    is_sure = all(map(is_place, place.split("/"))) or (match["stroke"] is None and is_capital_place(place))
    return Found(match.end(), "dateline-agency", place, None, agency) if is_sure and is_agency(agency) else None


def _find_between_bars(head: str) -> Found | None:
    match = _BETWEEN_BARS.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    name, comma, region = match["place"].partition(", ")
    is_sender = match["agency"].startswith("THE ") or is_agency(match["agency"])
    is_sure = is_region(region) if comma else is_sender and is_place(name)
    return Found(match.end(), "dateline-agency", match["place"], None, match["agency"]) if is_sure else None


def _find_between_strokes(head: str) -> Found | None:
    match = _STROKES.match(head)
    if match is None or not (is_agency(match["agency"]) or match["agency"].casefold().endswith("wire")):
        return None
    found = _found(match["before"], match["agency"], match.end())
    if found is None or match["date"] is None:
        return found
    return found.replace(rule="dateline-date", date=take_date(f"X {match['date']}")[1])


def _find_before_colon(head: str) -> Found | None:
    """`NEW DELHI, MARCH 3:`, `KUCHING (March 3):`, `New Delhi [India], March 3:`"""
    said_in = _BRACKETED_DATE.match(head)
    if said_in is not None and is_capital_place(said_in["place"]) and opens_sentence(head[said_in.end() :]):
        date = take_date(f"X {said_in['said'].strip()}", is_sure=True)[1]
        return Found(said_in.end(), "dateline-date", said_in["place"], date)
    match = _BEFORE_COLON.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    said = match["before"]
    bracketed = _IN_BRACKETS.search(said)
    if bracketed is not None:
        place, date = said[: bracketed.start()], take_date(f"X {bracketed['date']}", is_sure=True)[1]
    else:
        place, date = take_date(said, is_sure=True)
    printed = place.strip(" ,")
    country = _COUNTRY.search(printed)
    bare = printed[: country.start()] + printed[country.end() :] if country else printed
    name = bare.split(",")[0]
    if date is None or not is_place_phrase(bare) or not (is_capital_place(name) or is_place(name)):
        return None
    return Found(match.end(), "dateline-date", printed, date)


def _find_dated(head: str) -> Found | None:
    """A place that is sure and its date, with a stop or nothing behind them; or any place where an agency follows."""
    match = _UNMARKED.match(head)
    behind = match and _BEHIND_DATE.match(head, match.end())
    if not match or not behind:
        return None
    if behind["agency"] is not None and not is_agency(behind["agency"]):
        behind = _WITHOUT_AGENCY.match(head, match.end())
        if behind is None:
            return None
    place = match["place"].strip(" ,.")
    said = match["date"].removesuffix(" d.")
    date = moments.find_date(said) if moments.is_date_line(said) else None
    date = date or take_date(f"X {said.strip('.')}", is_sure=True)[1]
    name, comma, region = place.partition(",")
    agency = behind.groupdict().get("agency")
    if date is None or not is_place_phrase(place):
        return None
    if stands_alone(place) and agency is None:
        return Found(behind.end(), "dateline-date", None, date, place)  # `TASS, March 16. Text`
    if agency is None and not (is_place(name) or (comma and is_capital_place(name) and is_region(region))):
        return None
    return Found(behind.end(), "dateline-date", place, date, agency)


_WITHOUT_AGENCY = Pattern(r"(?:\.-+|[.:/,]|\s+[-–—]+)?\s+(?=[A-ZÀ-ÞА-ЯЁІЇЄĀ-Ž\"“„«])")

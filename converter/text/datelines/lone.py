"""A dateline alone on its line, between the headline and the story: `LONDON, 5 May 2025`, `Haifa, May 5`.

Pages set their own dates there too: `Tuesday, 5 May 2025`, `Updated, 5 May
2025`. What stands before the date must be a place: of our list, set in
capitals, a name that the story has again, or one word with a capital that no
page sets before a date.
"""

from __future__ import annotations

from converter.text.datelines.agencies import is_known_agency, take_agency
from converter.text.datelines.dateline import Found, holdable
from converter.text.datelines.filing_dates import take_date
from converter.text.datelines.place_phrases import is_capital_place, is_place_phrase
from converter.text.dates import moments
from converter.text.dates.date_words import DATE_WORDS
from converter.text.dates.times import SHORT_WEEKDAYS, WEEKDAYS
from converter.text.patterns import Pattern
from converter.text.places import is_place, is_region

_COMMA, _BLANK = Pattern(r"\s*[,،]\s*"), Pattern(r"\s+")
_LONGEST_ABOVE = 24
_WORDS_OF_A_REGION = 2
_SHORT_AGENCY = 5
"""Characters: longer words in brackets behind capitals that are no place of our list may be of a headline."""
_DASHES = " \t\xa0-–—―."


def find_lone_dateline(text: str, lang: str | None, story: str) -> Found | None:
    """Return the dateline that the whole line is, or None; its end is the line's.

    `story`: the paragraphs below, in which a place of no list may come again. The date is as whole as it stands there.
    """
    rest, agency = take_agency(text.strip(_DASHES))
    for gaps, is_place_here in ((_COMMA, _is_place), (_BLANK, _is_listed)):
        for gap in reversed(list(gaps.finditer(rest))):
            place, before = take_agency(_without_day(rest[: gap.start()]))
            date = _date(rest[gap.end() :], lang or "")
            if date is not None:
                found = Found(len(text), "dateline-alone", place.strip(), date, agency or before)
                return holdable(found) if is_place_here(place, story) else None
    return None


_CORRESPONDENT = Pattern(
    r"[A-ZÅÄÖØ][^\W\d_]+(?: [A-ZÅÄÖØ][^\W\d_]+){0,2}, (?:TT:s|TTs|NTBs|Ritzaus|STT:s|FNB:s|vår|vores) korrespondent"
)


def is_correspondent(text: str) -> bool:
    """Return whether a line says where an agency's correspondent is: `Bryssel, TT:s korrespondent`."""
    return _CORRESPONDENT.fullmatch(text) is not None


def find_undated(text: str, story: str, *, is_above_correspondent: bool = False) -> Found | None:
    """Return the dateline that a line without a date is, right above the story's first paragraph, or None.

    Above an agency's correspondent stands where or of what TT tells: `EU`, `Polen`.

    `PARIS (AFP)`, `BAAR, SWITZERLAND`, `Eastmere, Ohio` where Eastmere is listed, `Berlin` alone; a place of no list
    needs its agency, or capitals and a mention in the story.
    """
    if is_above_correspondent and is_place_phrase(text) and len(text) <= _LONGEST_ABOVE:
        return holdable(Found(len(text), "dateline-alone", text if is_place(text) or is_region(text) else None))
    rest, agency = take_agency(text.strip(_DASHES))
    rest = rest.strip()
    name, comma, region = rest.partition(",")
    if not is_place_phrase(rest) or not DATE_WORDS.isdisjoint(name.casefold().split()):
        return None
    is_day = region.strip(" .").casefold() in WEEKDAYS | SHORT_WEEKDAYS  # `EASTMERE, Wednesday.`
    is_sent = is_day or (agency is not None and (is_known_agency(agency) or len(agency) <= _SHORT_AGENCY))
    if is_place(name) or (is_sent and is_capital_place(name)):
        return holdable(Found(len(text), "dateline-alone", rest, None, agency))
    # `GASOLINE, DIESEL PRICES RISE` is a headline: the story has a place with a capital, and its region is a name.
    is_told = (
        comma
        and is_capital_place(rest)
        and (is_region(region.strip()) or len(region.split()) <= _WORDS_OF_A_REGION)
        and any(part.strip().title() in story for part in (name, region))
    )
    return holdable(Found(len(text), "dateline-alone", rest, None, None)) if is_told and not agency else None


def _without_day(words: str) -> str:
    """Return the words without a day of the week behind a comma."""
    place, comma, day = words.rpartition(",")
    return place if comma and day.strip(" .").casefold() in DATE_WORDS else words


def _date(text: str, lang: str) -> str | None:
    """Return the date that the words are and nothing else, perhaps without a year, or None."""
    if moments.is_date_line(text):
        return moments.find_date(text, lang)
    rest, date = take_date(f"X {text}")
    return date if rest == "X" else None


def _is_place(words: str, story: str) -> bool:
    """Return whether the words are a place before a comma and a date."""
    if _is_sure(words):
        return True
    name = words.split(",")[0]
    if not is_place_phrase(words) or name.casefold() in DATE_WORDS or len(name) < 3:
        return False
    from converter.text.menu_words import MENU_WORDS

    is_name = name[0].isupper() and not name[1:].isupper()
    return is_name and name.casefold() not in MENU_WORDS and (name in story or " " not in name)


def _is_listed(words: str, _story: str) -> bool:
    return is_place(words)


def _is_sure(words: str) -> bool:
    """Return whether the words are a place wherever they stand: of our list, or in capitals."""
    name = words.split(",")[0]
    if not is_place_phrase(words) or not DATE_WORDS.isdisjoint(name.casefold().split()):
        return False
    return is_place(name) or is_capital_place(name)

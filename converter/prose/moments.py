"""Dates as pages and feeds write them → the model's dates (ISO 8601-1 §5.2, perhaps partial); no guesses."""

from __future__ import annotations

import re

from converter.article import matches
from converter.dates import month_names

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+\-]\d{2}:?\d{2})?)?$",
    re.ASCII,
)
_INTERNET = re.compile(  # RFC 5322 §3.3
    r"(?:[A-Za-z]{3,9}, *)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})"
    r"(?: (\d{1,2}):(\d{2})(?::(\d{2}))? *(Z|UTC|GMT|[+\-]\d{4})?)?",
    re.ASCII,
)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?$", re.ASCII)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/\-_](0?[1-9]|1[0-2])[/\-_](0?[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)", re.ASCII)
_SHORT = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMBERS = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?![\d/-])", re.ASCII)
_EAST_ASIAN = re.compile(r"((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]", re.ASCII)
_YEAR = r"(?:19|20)\d{2}"


def moment(text: str) -> str | None:
    """Return the date that an attribute or a data field states, as precise as it is, or None."""
    text = text.strip().strip("\"'")
    if matches("date", text):
        return text
    found = _ISO.match(text)
    if found:
        return _made(*found.groups())
    found = _INTERNET.match(text)
    if found and found[2].lower() in _SHORT:
        day, month, year, *rest = found.groups()
        return _made(year, str(_SHORT.index(month.lower()) + 1), day, *rest)
    if _SECONDS.match(text):
        from converter.record import utc

        return utc(int(text[:10]))
    return find_date(text) if len(text) <= 60 else None


def in_address(address: str) -> str | None:
    """Return the date in the path of an address, `/2019/11/20/`, or None."""
    found = _IN_ADDRESS.search(address)
    return _made(found[1], found[2], found[3]) if found else None


def find_date(text: str) -> str | None:
    """Return the first whole date that stands in the text in words or in figures that can be read in one way only."""
    named = _named().search(text)
    if named:
        months = _months()
        year = named["y1"] or named["y2"]
        day = named["d1"] or named["d2"]
        month = (named["m1"] or named["m2"]).rstrip(".").casefold()
        return _made(year, str(months[month]), day)
    found = _EAST_ASIAN.search(text)
    if found:
        return _made(*found.groups())
    for found in _NUMBERS.finditer(text):
        first, mark, second, third = found[1], found[2], int(found[3]), found[4]
        if len(first) == 4:
            return _made(first, str(second), third)
        if len(third) != 4:
            continue
        day, month = int(first), second
        if mark != "." and day <= 12 and month <= 12 and day != month:
            continue  # The third of April, or the fourth of March.
        if month > 12:
            day, month = month, day
        return _made(third, str(month), str(day))
    return None


def _made(
    year: str,
    month: str,
    day: str,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    zone: str | None = None,
) -> str | None:
    date = f"{year}-{int(month):02}-{int(day):02}"
    if hour is None or minute is None:
        return date if matches("date", date) else None
    if zone in ("UTC", "GMT"):
        zone = "Z"
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    full = f"{date}T{int(hour):02}:{minute}:{second or '00'}{zone or ''}"
    if matches("date", full):
        return full
    return date if matches("date", date) else None


_COMPILED: list[re.Pattern[str]] = []


def _months() -> dict[str, int]:
    """Return month's name, in small letters → its number, in all languages that we print dates in, and in short."""
    found = {short: number for number, short in enumerate(_SHORT, 1)}
    found |= {"sept": 9, "mär": 3, "mai": 5, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "fév": 2}
    found |= {"févr": 2, "avr": 4, "juil": 7, "déc": 12, "fev": 2, "set": 9, "out": 10, "gen": 1, "mag": 5, "giu": 6}
    found |= {"lug": 7, "ott": 10, "maj": 5, "мая": 5, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7}
    found |= {"авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12}
    for names in month_names():
        found |= {name.casefold(): number for number, name in enumerate(names, 1)}
    return found


def _named() -> re.Pattern[str]:
    if not _COMPILED:
        names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
        day = r"(?P<d{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª|\.)?"
        of = r"(?:\s+(?:de|of|del|d'))?"
        month = rf"(?P<m{{0}}>(?:{names})\.?)"
        _COMPILED.append(
            re.compile(
                rf"(?<!\w){day.format(1)}{of}[\s\-]+{month.format(1)}{of},?[\s\-]+(?P<y1>{_YEAR})(?!\d)"
                rf"|(?<!\w){month.format(2)}\s+{day.format(2)},?\s+(?P<y2>{_YEAR})(?!\d)",
                re.IGNORECASE,
            )
        )
    return _COMPILED[0]

"""Dates as pages and feeds write them → the model's dates (ISO 8601-1 §5.2, perhaps partial); no guesses."""

from __future__ import annotations

import re

from converter.model.checks import matches
from converter.text.dates.times import SHORT_MONTHS, ZONES, offset
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = r"(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?"
_ISO = re.compile(
    r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})"
    rf"(?:(?:[T ]+|(?<=\d{{8}})){_CLOCK}\s*(Z|[A-Z]{{3,4}}|[+\-]\d{{1,2}}:?\d{{2}})?)?"
    r"(?:\[[\w/]+\])?$",
    re.ASCII,
)
_INTERNET = re.compile(  # RFC 5322 §3.3
    r"(?:[A-Za-z]{3,9}, *)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})"
    r"(?: (\d{1,2}):(\d{2})(?::(\d{2}))? *(Z|[A-Z]{3,4}|[+\-]\d{4})?)?",
    re.ASCII,
)
_PROGRAM = Pattern(  # As JavaScript and C print a time.
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (?:(\d{4}) )?(\d{2}):(\d{2}):(\d{2})"
    r"(?: (?:GMT)?([+\-]\d{4}|[A-Z]{3,4}))?(?: (\d{4}))?(?: \(.*\))?$",
    re.ASCII,
)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?$", re.ASCII)
_IN_ADDRESS = Pattern(
    r"/((?:19|20)\d{2})(?:[/\-_](?:[a-z][a-z_\-]*/)?)(0?[1-9]|1[0-2])[/\-_](0?[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)"
    r"|[/\-_]((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)",
    re.ASCII | re.IGNORECASE,
)
_DAY = r"(?P<d{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª|-?ko|-?a|-?an)?\.?"
_LITTLE = r"(?:(?:de|of|del|di|ng|ta’|d['’])\s*)?"
# Marks of Indic and Thai vowels are no `\w`.
_LETTERS = r"[^\W\d_][^\s\d.,/|()\-–—:;·•]*"
_NAME = rf"(?P<m{{0}}>{_LETTERS}\.?(?:{_LETTERS}\.)*(?:\s+{_LETTERS})?)"
_FULL_YEAR = r"(?P<y{0}>(?:19|20|25)\d\d)(?!\d)"
_NAMED = Pattern(
    "|".join(
        (
            rf"(?<!\w){_DAY}[\s\-/]*{_LITTLE}{_NAME}\s*{_LITTLE},?[\s\-/.]*{_FULL_YEAR}".replace("{0}", "1"),
            rf"(?<![\w]){_NAME}\s+{_DAY},?\s+{_FULL_YEAR}".replace("{0}", "2"),
            rf"(?<!\d){_FULL_YEAR}\.?\s*gada\s+{_DAY}\s*{_NAME}".replace("{0}", "3"),
            rf"(?<!\d){_FULL_YEAR}[.,]?(?:\s*m\.|ko|eko)?[\s\-/]*{_NAME}\s*-?{_DAY}(?!\d)".replace("{0}", "4"),
        )
    )
)
_VIETNAMESE = Pattern(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20|25)\d\d", re.ASCII)
_NUMBERS = Pattern(r"(?<![\d.,/-])(\d{1,4})( ?[./-] ?)(\d{1,2})\2(\d{1,4})(?![\d/-])", re.ASCII)
_EAST_ASIAN = Pattern(r"((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]", re.ASCII)
_MONTHS: dict[str, int] = {}
_BUDDHIST = 543
"""Years of the Thai calendar, whose 25th century is our 20th and 21st."""
# Of the zones that share a name, RFC 5322 §4.3 has one.
_ZONES = {**ZONES, "CST": -360}
_NEW = Pattern(
    r"updat|modif|aktuali|actuali|aggiorn|bijgewerkt|uppdat|opdat|oppdat|päivite|обнов|оновл|змін|ενημέρ|τροποπ|güncel|"
    r"تحديث|עודכן|更新|수정|cập nhật|diperbarui|frissít|ažurir|atnaujin|atjaun|muudet|mis à jour|au[gq]?iornat",
    re.IGNORECASE,
)
"""What a page says before the date of its last change."""


def moment(text: str, lang: str = "") -> str | None:
    """Return the date that an attribute or a data field states, as precise as it is, or None.

    `lang` is the language tag of the page, or empty: it decides whether `5/10/2019` is in May.
    """
    text = text.strip().strip("\"'")
    if matches("date", text):
        return text if _is_meant(text) else None
    if _SECONDS.match(text):
        from converter.formats.item_times import utc

        return utc(int(text[:10]))
    found = _ISO.match(text)
    if found:
        return _made(*found.groups())
    found = _INTERNET.match(text)
    if found and found[2].lower() in SHORT_MONTHS:
        day, month, year, *rest = found.groups()
        return _made(year, str(SHORT_MONTHS.index(month.lower()) + 1), day, *rest)
    found = _PROGRAM.match(text)
    if found and found[1].lower() in SHORT_MONTHS and (found[3] or found[8]):
        month = str(SHORT_MONTHS.index(found[1].lower()) + 1)
        return _made(found[3] or found[8], month, found[2], found[4], found[5], found[6], found[7])
    return find_date(text, lang) if len(text) <= 60 else None


def in_address(address: str) -> str | None:
    """Return the date in the path of an address, `/2019/11/20/` or `-20191120`, or None."""
    found = _IN_ADDRESS.search(address)
    return _made(found[1] or found[4], found[2] or found[5], found[3] or found[6]) if found else None


def find_date(text: str, lang: str = "") -> str | None:
    """Return the first whole date that stands in the text in words or in figures that can be read in one way only.

    One that the text calls the last change comes after the others. `lang`: as for `moment`.
    """
    text = _in_ascii_figures(text)
    before, newest = 0, None
    for start, date in _dates(text, lang):
        if not says_change(text[max(before, start - 30) : start]):
            return date
        before, newest = start, newest or date
    return newest


def find_dates(text: str, lang: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each whole date of the text in order, and whether the text calls it the last change."""
    text = _in_ascii_figures(text)
    before = 0
    for start, date in _dates(text, lang):
        yield date, says_change(text[max(before, start - 30) : start])
        before = start


def says_change(text: str) -> bool:
    """Return whether the words say that the date behind them is that of the last change."""
    return _NEW.search(text) is not None


def find_short_date(text: str, lang: str = "") -> str | None:
    """Return the first date of which the year has two figures, `3/09/15`, `8.5.12`, `12 jan 23`, or None.

    For lines that are there for a date: elsewhere such figures are anything. `lang`: as for `moment`; it decides
    what `3/09/15` is.
    """
    text = _in_ascii_figures(text)
    for found in _SHORT_FIGURES.finditer(text):
        day, month = int(found[1]), int(found[3])
        if month > 12 or (found[2] != "." and day <= 12 and lang.lower() in _MONTH_FIRST):
            day, month = month, day
        elif found[2] != "." and day <= 12 and day != month and not lang:
            continue
        made = _made(f"20{found[4]}", str(month), str(day)) if 1 <= month <= 12 else None
        if made:
            return made
    for found in _SHORT_NAMED.finditer(text):
        number = _month(found[2], lang, is_last=False)
        if number:
            return _made(f"20{found[3]}", str(number), found[1])
    return None


_SHORT_FIGURES = Pattern(r"(?<![\d.,/:-])(\d{1,2})([./])(\d{1,2})\2([0-4]\d)(?![\d/-]|\.\d|:\d)", re.ASCII)
_SHORT_NAMED = Pattern(rf"(?<!\w)(0?[1-9]|[12]\d|3[01])\.? ({_LETTERS}\.?) ’?'?([0-4]\d)(?![\d:h%])")


def is_date_line(text: str) -> bool:
    """Return whether a line holds a whole date, and beside it a clock, a weekday or a label at most."""
    if "@" in text or text[:1] in "—–-":
        return False  # `— Ann (@ann) May 3, 2024` signs a post.
    text = _in_ascii_figures(text)
    left = text
    for start, end in _spans(text):
        left = left[:start] + " " * (end - start) + left[end:]
    if left == text:
        return False
    words = re.findall(r"[^\W\d_]+", left := _BESIDE_A_DATE.compiled.sub(" ", left))
    return (
        not any(map(str.isdigit, left))
        and len(words) <= _MOST_BESIDE
        and not any(word[0].isupper() for word in words[1:])  # `Ann Sample 3 May 2024` says more.
    )


def without_date(text: str) -> str | None:
    """Return the text with a bar in place of each whole date and nothing in place of clocks; None without a date."""
    figures = _in_ascii_figures(text)
    spans = sorted(_spans(figures))
    if not spans:
        return None
    left, end = "", 0
    for start, stop in spans:
        left += figures[end : max(start, end)] + "|"
        end = max(end, stop)
    return _WEEKDAY.compiled.sub("|", _BESIDE_A_DATE.compiled.sub(" ", left + figures[end:]))


_WEEKDAY = Pattern(r"(?<!\w)(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]*\s*(?=\|)")
_BESIDE_A_DATE = Pattern(
    r"\d{1,2} ?[:.h時시点] ?\d{2}(?:[:.]\d{2}|分|분)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?[A-Z]{2,4}\b)?|"
    r"(?:GMT|UTC) ?[+-]\d{1,2}(?::\d{2})?"
)
_MOST_BESIDE = 3
"""Words: a weekday, `Last updated on`, and their like in other languages."""


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _NAMED.finditer(text):
        form = next(at for at in "1234" if match[f"d{at}"])
        if _month(match[f"m{form}"], "", is_last=form == "2"):
            # In front of a month other words may stand.
            start = match.start() if form != "2" else match.end("m2") - len(match["m2"].split()[-1])
            yield start, match.end()
    for pattern in (_VIETNAMESE, _EAST_ASIAN, _NUMBERS):
        yield from (match.span() for match in pattern.finditer(text))


def _dates(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """Yield where a date stands in the text, and the date, in order."""
    if not _YEAR.search(text):
        return
    found = [*_in_words(text, lang), *_in_figures(text, lang)]
    found += ((match.start(), _made(*match.groups())) for match in _EAST_ASIAN.finditer(text))
    yield from ((start, date) for start, date in sorted(found, key=lambda each: each[0]) if date)


def _in_words(text: str, lang: str) -> Iterator[tuple[int, str | None]]:
    for match in _NAMED.finditer(text):
        form = next(at for at in "1234" if match[f"d{at}"])
        month = _month(match[f"m{form}"], lang, is_last=form == "2")
        if month:
            years = int(match[f"y{form}"])
            years -= _BUDDHIST if years >= 2500 else 0
            yield match.start(f"d{form}"), _made(str(years), str(month), match[f"d{form}"])
    for match in _VIETNAMESE.finditer(text):
        yield match.start(), _made(match[3], match[2], match[1])


def _month(words: str, lang: str, *, is_last: bool) -> int | None:
    """Return the number of the month that the words name, alone or after others that do not matter."""
    if not _MONTHS:
        from converter.text.dates.months import month_numbers

        # At once: another thread may be looking for a month.
        _MONTHS.update({name.casefold(): number for name, number in month_numbers().items()})
    found = words.casefold().replace(".", ". ").split()
    bare = " ".join(found).rstrip(".")
    tried = [bare, bare.replace(". ", ".")]
    for count in (2, 1):  # `Monday, November 18`, `20 de noviembre de`, `12 تشرين الثاني`.
        tried += [" ".join(found[-count:]).rstrip("."), *([] if is_last else [" ".join(found[:count]).rstrip(".")])]
    number = next((_MONTHS[name] for name in tried if name in _MONTHS), None)
    return 10 if number == 11 and lang.lower().startswith("hr") and "listopad" in bare else number


def _in_figures(text: str, lang: str) -> Iterator[tuple[int, str | None]]:
    for found in _NUMBERS.finditer(text):
        first, mark, second, third = found[1], found[2].strip(), int(found[3]), found[4]
        if len(first) == 4:
            yield found.start(), _made(first, str(second), third)
        if len(first) > 2 or len(third) != 4:
            continue
        day, month = int(first), second
        if mark != "." and day <= 12 and month <= 12 and day != month:
            # The third of April, or the fourth of March.
            if not lang or (lang[:2].lower() == "en" and "-" not in lang):
                continue
            if lang.lower() in _MONTH_FIRST:
                day, month = month, day
        elif month > 12:
            day, month = month, day
        yield found.start(), _made(third, str(month), str(day))


_MONTH_FIRST = ("en-us", "en-ph", "fil", "fil-ph")


def _in_ascii_figures(text: str) -> str:
    """Return the text with the decimal figures of every script as ASCII ones, of the same length."""
    if text.isascii():
        return text
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)


def _is_meant(date: str) -> bool:
    """Return whether a machine did not write it in place of none: the year 1, the second 0 of a computer's clock."""
    return date[:4] >= "1500" and not date.startswith("1970-01-01T00:00")


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
        return date if matches("date", date) and _is_meant(date) else None
    full = f"{date}T{int(hour):02}:{minute}:{second or '00'}{_zone(zone)}"
    if matches("date", full):
        return full if _is_meant(full) else None
    return date if matches("date", date) and _is_meant(date) else None


def _zone(stated: str | None) -> str:
    """Return the offset from UTC as ISO 8601 writes it; nothing for a name that has several."""
    if not stated or stated[0] not in "+-":
        return offset(_ZONES[stated]) if stated in _ZONES else ""
    hours, minutes = stated[1:].replace(":", "")[:-2], stated[-2:]
    return f"{stated[0]}{int(hours):02}:{minutes}"

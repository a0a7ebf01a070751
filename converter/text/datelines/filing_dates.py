"""The date in a dateline: the day on which a story was filed."""

from __future__ import annotations

from functools import cache

from converter.text.patterns import Pattern

MONTH_NUMBERS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero janeiro gennaio januari ene genn",
            "feb february februar février febrero fevereiro febbraio februari fev febr fév",
            "mar march märz mars marzo março maart mrz",
            "apr april avril abril aprile abr avr",
            "may mai mayo maio maggio mei maj mag",
            "jun june juni juin junio junho giugno giu",
            "jul july juli juillet julio julho luglio lug",
            "aug august août agosto augustus ago aout",
            "sep sept september septembre septiembre setembro settembre set",
            "oct october oktober octobre octubre outubro ottobre okt ott out",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dezembro dicembre dez dic déc",
        ),
        start=1,
    )
    for name in names.split()
}
"""Of the months that are known even where nothing else says that a date is meant; `months.py` has all."""
_DATE_END = Pattern(
    r",?\s*(?:(?P<month>[^\W\d_]{3,10})\.?(?:\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?)?|"
    r"(?P<day2>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:de\s+)?(?P<month2>[^\W\d_]{3,10})\.?)"
    r"(?:,?\s+(?:de\s+)?(?P<year>\d{4}))?,?$"
)
# `Hà Nội, 14/3 (TTXVN) -`: the day first, but who knows where both could be the month.
_FIGURES_END = Pattern(r",?\s+(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?:\.|/(?P<year>\d{4}))?$")
_DAY_FIRST = ("ttxvn", "vna")


def take_figures(words: str, agency: str) -> tuple[str, str | None]:
    """Return the words without the day and month in figures that they end in, and the date where it is sure."""
    match = _FIGURES_END.search(words)
    if match is None or match.start() == 0:
        return words, None
    day, month = int(match["day"]), int(match["month"])
    is_day_first = day > 12 or day == month or match["mark"] == "." or agency.casefold() in _DAY_FIRST
    sure = is_day_first and 1 <= month <= 12 and day <= 31
    return words[: match.start()], f"{match['year'] or '-'}-{month:02}-{day:02}" if sure else None


_DAY_OF_FIGURES = Pattern(r",\s+(?P<day>\d{1,2})(?P<mark>\. ?|/)(?P<month>\d{1,2})(?:\. ?|/)(?P<year>(?:19|20)\d\d)$")


def take_day_of_figures(words: str) -> tuple[str, str | None]:
    """Return the words without the whole date in figures that they end in, and the date: the day first, if it is sure.

    `Berlin, 03.03.2025`; of `London, 03/04/2025` nobody knows the month.
    """
    match = _DAY_OF_FIGURES.search(words)
    if match is None:
        return words, None
    day, month = int(match["day"]), int(match["month"])
    is_sure = match["mark"] != "/" or day > 12 or day == month
    return (
        (words[: match.start()], f"{match['year']}-{month:02}-{day:02}") if is_sure and month <= 12 else (words, None)
    )


def take_date(words: str, *, is_sure: bool = False) -> tuple[str, str | None]:
    """Return the words without the date that they end in, and the date: `--02-26` where no year stands there.

    Where that is sure to be a dateline, beside an agency or behind a place in capitals, the months of all languages
    are known: `Schůzka 3. března –` alone may begin a sentence.
    """
    match = _DATE_END.search(words)
    if match is None or match.start() == 0:
        return words, None
    name = (match["month"] or match["month2"]).casefold()
    day = match["day"] or match["day2"]
    month = MONTH_NUMBERS.get(name) or (_further_months().get(name) if day and is_sure else None)
    if month is None or (day is None and words[match.start()] != ",") or (day and not 1 <= int(day) <= 31):
        return words, None
    value = f"{match['year'] or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")
    return words[: match.start()], value


@cache
def _further_months() -> dict[str, int]:
    from converter.text.dates.months import month_numbers

    return month_numbers()

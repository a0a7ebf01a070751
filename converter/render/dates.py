"""Dates as a newspaper prints them, in the article's language."""

from __future__ import annotations

# Language → months as they stand after a day, weekdays from Monday, and the order of the parts.
_WORDS: dict[str, tuple[str, str, str]] = {
    "en": (
        "January February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "{weekday} {day} {month} {year}",
    ),
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "{weekday}, {day}. {month} {year}",
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "{weekday} {day} {month} {year}",
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "lunes martes miércoles jueves viernes sábado domingo",
        "{weekday}, {day} de {month} de {year}",
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "{weekday} {day} {month} {year}",
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "{weekday}, {day} de {month} de {year}",
    ),
    "nl": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "{weekday} {day} {month} {year}",
    ),
    "sv": (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "måndag tisdag onsdag torsdag fredag lördag söndag",
        "{weekday} {day} {month} {year}",
    ),
    "ru": (
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "{weekday}, {day} {month} {year}",
    ),
    "uk": (
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "понеділок вівторок середа четвер пʼятниця субота неділя",
        "{weekday}, {day} {month} {year}",
    ),
    "el": (
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
        "Νοεμβρίου Δεκεμβρίου",
        "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
        "{weekday} {day} {month} {year}",
    ),
}


def print_date(value: str, lang: str | None, *, weekday: bool = False) -> str:
    """Return an article's date in words, as precise as it is, without its time.

    In a language that has no words here the date stays as ISO 8601 has it.
    """
    day_part = value.partition("T")[0]
    words = _WORDS.get((lang or "").partition("-")[0].lower())
    parts = day_part.split("-")
    if words is None or value.startswith("--") or len(parts) < 2:
        return day_part
    months, weekdays, order = words[0].split(), words[1].split(), words[2]
    year, month = int(parts[0]), months[int(parts[1]) - 1]
    if len(parts) < 3:
        return f"{month} {parts[0]}"
    day = int(parts[2])
    if not weekday:
        order = order.replace("{weekday}, ", "").replace("{weekday} ", "")
    return order.format(weekday=weekdays[_weekday(year, int(parts[1]), day)], day=day, month=month, year=parts[0])


def _weekday(year: int, month: int, day: int) -> int:
    """Return the day of the week, 0 for Monday (Zeller's congruence), so that `datetime` need not be loaded."""
    if month < 3:
        month += 12
        year -= 1
    century, of_century = divmod(year, 100)
    saturday_is_0 = (day + 13 * (month + 1) // 5 + of_century + of_century // 4 + century // 4 + 5 * century) % 7
    return (saturday_is_0 + 5) % 7

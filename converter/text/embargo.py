"""The embargo above a story: the line that says before when nobody may publish it.

`EMBARGOED UNTIL 0001 GMT TUESDAY 4 MARCH 2025`, `Embargoed until Tuesday`,
`Not for publication before delivery`, `Sperrfrist: Dienstag, 18 Uhr`. A line
that is understood in part holds the story until further notice: to hold it
too long does less harm than to let it go too soon.

A headline about an embargo begins with the same words, and goes on: `Embargo
on grain to be lifted`, `Embargoed until last year, the report shows …`. An
embargo says `until` and a time, and no more than a desk adds to it.
In other languages it is a phrase of theirs and a day or an hour, and nothing else.
"""

from __future__ import annotations

from converter.model.checks import matches
from converter.text.dates.times import DAY_TIMES, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, ZONES, offset
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern

_MOST_CHARACTERS = 160
_CHEAP = ("embarg", "not for ", "hold for", "free for ", "hold until", "sperrfrist", "gesperrt bis")
_OPENING = Pattern(
    r"(?i:\W*(?:(?:news|press) release\W+|story\W+)?"
    r"(?P<under>(?:(?:strictly|under|onder|sous|bajo|sob|sotto)\s+)*)"
    r"(?P<noun>embarg(?:o(?:ed)?|ad[oa])|sperrfrist|gesperrt|not for (?:publication|release|broadcast|use)"
    r"(?:(?:,? (?:or|and)|,) (?:publication|release|broadcast|use))*|hold(?: for release)?|free)(?!\w)"
    r"(?:\s+(?:copy|story|news|release|press release|material))?(?P<for>\s+for (?:release|publication|broadcast|use))?)"
)
_FREE = (" on ", " at ", " from ", " after ", " ON ", " AT ", " FROM ", " AFTER ")
# Of the zones that share a name, Britain's is at home in embargo lines.
_ZONES = {**ZONES, "BST": 60}
# What says that a time follows.
_UNTIL = Pattern(
    r"(?i:[\s,]*(?:[:–—]|-\s|jusqu['’]|\b(?:until|till|til|to|before|prior to|for|by|ends?|expires|lifts|time|"
    r"date|applies|bis|endet|hasta|até|fino a\w{0,3}|tot|inntil)(?!\w)))"
)
# After the noun alone these go on with a sentence, unless a day follows: `Embargo by the union`, `Embargo ends Monday`.
_WEAK = words("to by for til ends end expires lifts time date applies")
_DAYS = WEEKDAYS.union(SHORT_WEEKDAYS, MONTHS - words("may"))
_TIMES = words(
    "sept week month weekend year end start close further notice delivery release released publication published "
    "broadcast local time"
).union(_DAYS, MONTHS, SHORT_MONTHS, DAY_TIMES, map(str.lower, _ZONES)) - words("west wet z")
_DESK = words(
    "a an the at on of in for from after by this next and or not until before then no earlier than use media print "
    "online web wires newspapers papers editions only strictly embargo embargoed check against all please copy first "
    "early late"
)
# After these no embargo holds: it is over, or the line tells of one.
_OVER = words(
    "lifted over ended broken last now recently ago yesterday gestern vorige jetzt hier ayer ahora ieri ontem gisteren "
    "aufgehoben levé levantado"
)
_TELLS = words(
    "is are was were has have had will would says say said show shows showed reveal reveals revealed finds find found "
    "tells tell told claims claim warns sind war hat haben sagt est sont était a ont dit son era ha dice"
)
_MOST_UNKNOWN = 6
_TIME = Pattern(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.h]?(?P<minute>[0-5]\d))? ?(?:(?i:hrs|hours|uhr) )?"
    r"(?P<half>[AaPp]\.?[Mm]\b\.?)?,? ?"
    r"\(?(?P<zone>Z|[A-Z]{3,4})?(?P<offset>[+-](?:0?\d|1[0-4])(?::?(?:00|15|30|45))?)?(?![\w:])"
)
_DATE = Pattern(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[A-Za-z]{3,9})"
    r"|(?P<month2>[A-Za-z]{3,9}) (?P<day2>\d{1,2})(?:st|nd|rd|th)?)"
    r",? (?P<year>\d{4})\b"
)


_ISO = Pattern(r"(?<![\w-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-])")


def is_embargo(text: str) -> bool:
    """Return whether the line is an embargo on the whole story."""
    if len(text) > _MOST_CHARACTERS:
        return False
    lowered = text.casefold()
    if _says_when(lowered):
        return True
    if not any(map(lowered.__contains__, _CHEAP)):
        return False
    opening = _OPENING.match(text)
    if opening is None:
        return False
    rest = text[opening.end() :]
    if opening["noun"].casefold() == "free" and not (opening["for"] and rest.startswith(_FREE)):
        return False
    if not any(map(str.isalnum, rest)):
        # `EMBARGOED` alone; `Embargo` is a headline's word too.
        return text.isupper() or len(opening["noun"]) > len("embargo")
    until = _UNTIL.match(rest)
    first = _bare(rest.split()[0])
    if until is None and not opening["for"] and not (_is_time(first) and first not in _DESK):
        return False
    clauses = [[_bare(word) for word in clause.split()] for clause in _CLAUSE.compiled.split(rest)]
    said = {word for clause in clauses for word in clause}
    if said & _OVER:
        return False
    unknown = [[word for word in clause if word and not _is_time(word)] for clause in clauses]
    later = [word for clause in unknown[1:] for word in clause]
    if later and said & _TELLS:
        return False  # `Embargoed until 1990, the report shows a king in debt`
    is_dated = any(map(str.isdigit, text))
    if opening["noun"].casefold() == "embargo" and not opening["under"] and first in _WEAK:
        return not any(unknown) and (is_dated or not said.isdisjoint(_DAYS))
    if text.isupper() or is_dated:
        return True
    # `until the minister has spoken` is one; what a comma parts from that is a clause of a sentence.
    return (not later or (until is not None and ":" in until.group())) and sum(map(len, unknown)) <= _MOST_UNKNOWN


def _says_when(lowered: str) -> bool:
    """Return whether a line in small letters is a phrase of an embargo, a day or an hour, and nothing else."""
    bare = lowered.lstrip(_AROUND)
    if not bare.startswith(_PHRASES):
        return False
    if bare.startswith(_EAST_ASIAN):
        return _EAST_ASIAN_TIME.fullmatch(bare) is not None
    rest = bare[max(len(phrase) for phrase in _PHRASES if bare.startswith(phrase)) :]
    every = _WORD.compiled.findall(rest)
    said = [word for word in every if word not in _BESIDE_TIMES]
    if not said:
        # `For release on delivery`: when the speech is held.
        is_clock = _HOUR.search(rest) is not None or (has_digit(rest) and not _CLOCKS.isdisjoint(every))
        return is_clock or rest.strip(" .") == "delivery" or _NUMBERS.search(rest) is not None
    from converter.text.dates.date_words import DATE_WORDS
    from converter.text.dates.months import month_numbers

    names = month_numbers()
    return all(word in names or word in DATE_WORDS or _is_time(word) for word in said) and (
        any(map(str.isdigit, rest)) or not (DATE_WORDS - _NO_DAYS).isdisjoint(said)
    )


# What opens an embargo and goes on with when it ends; what `_OPENING` knows needs no phrase here.
_PHRASES = (
    "for release at ", "for release on ", "for release: ", "for publication after ", "for publication from ",
    "achtung sperrfrist", "achtung, sperrfrist", "sendesperrfrist", "frei ab ", "freigabe ab ", "sperrfrist",
    "ne pas diffuser avant ", "ne pas publier avant ", "diffusion interdite avant ",
    "no publicar antes ", "no difundir antes ", "publicable a partir ", "não publicar antes ", "não divulgar antes ",
    "non pubblicare prima ", "non diffondere prima ", "niet publiceren voor ", "niet voor publicatie voor ",
    "klausuleret til", "sperrefrist", "julkaisuvapaa", "julkaistavissa", "publiceras tidigast ", "kan publiseres ",
    "embargo do ", "zakaz publikacji do ", "embargo: do ", "embargó", "embargo până la ", "sub embargo până ",
    "embargo pana la ", "эмбарго до ", "эмбарго:", "под эмбарго до ", "не публиковать до ", "ембарго до ",
    "ембарго:", "під ембарго до ", "не публікувати до ", "εμπάργκο", "embargo hingga ", "embargo sampai ",
    "embargo ate ", "embargo til ", "cấm phổ biến trước ", "محظور النشر حتى ", "محظور النشر قبل ", "حظر النشر حتى ",
    "חסום לפרסום עד ", "אמברגו עד ", "解禁", "発表解禁", "엠바고", "보도시점", "禁止发布", "禁止發布", "发布时间限制",
)  # fmt: skip
_EAST_ASIAN = ("解禁", "発表解禁", "엠바고", "보도시점", "禁止发布", "禁止發布", "发布时间限制")
_EAST_ASIAN_TIME = Pattern(
    r"(?:発表解禁|解禁|엠바고|보도시점|禁止发布|禁止發布|发布时间限制)(?:日時|日|時間)?[\s】\]）)]*[:：]?[\s【(（]*"
    r"(?=[^\d]{0,8}\d)(?:\d|[年月日時时分点點년월일시분:：./,()（）】【\s-]|午前|午後|上午|下午|오전|오후|까지|부터|이후|以降|まで|前|"
    r"[月火水木金土日]曜日?|[월화수목금토일]요일|조간|석간)+"
)
_AROUND = " \t\xa0*#_-–—!¡[](){}【（<>«»\"'“”|•"
_NO_DAYS = words("last first date stand added edited issued released printed created uploaded posted")
_WORD = Pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HOUR = Pattern(r"\d{1,2}[:.h]\d{2}")
_CLOCKS = words("kl klo klokken uhr godz hrs ore orele heures horas pukul jam")
"""Words for an hour, beside which it needs no minutes."""
_NUMBERS = Pattern(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_BESIDE_TIMES = words(
    "a m p o e y à le la les el los il lo de del du des den dem der dia das do em na no kl klo klokken godz godzina "
    "godziny "
    "uhr h hrs hora horas ore orele óra heure heures uur час часа часов год года г року р в во о об на із з ora ώρα "
    "μέχρι έωσ τισ στισ saat pukul jam wib dnia dne dia день дня at on est edt pst gmt utc cet cest bst et pt msk мск "
    "bis ab von am um frei freigabe delivery ngày tháng năm giờ בשעה ב الساعة يوم من fino alle alla as às até las"
)


_CLAUSE = Pattern(r"[,;–—]|\.\s|\s-\s")


def _bare(word: str) -> str:
    return word.casefold().strip(".,:;()[]*'\"“”’!")


def _is_time(word: str) -> bool:
    """Return whether the word, in small letters, says a time or is what a desk writes beside one."""
    return word in _TIMES or word in _DESK or word[:1].isdigit() or _UNTIL.match(word) is not None


def embargo_time(text: str) -> str | None:
    """Return when the embargo ends: a date-time where the line says its zone, else a date; None when unclear."""
    if (stated := _ISO.search(text)) is not None:
        return stated[0] if matches("date", stated[0]) else None
    match = _DATE.search(text)
    month = (match["month"] or match["month2"]).lower()[:3] if match else ""
    if match is None or month not in SHORT_MONTHS:
        from converter.text.dates.moments import find_date

        return find_date(text)
    date = f"{match['year']}-{SHORT_MONTHS.index(month) + 1:02}-{int(match['day'] or match['day2']):02}"
    value = f"{date}{_time_of_day(text)}"
    return value if matches("date", value) else None


def _time_of_day(text: str) -> str:
    """Return `T18:00Z` or `T18:00+01:00` for the clock time of a line that says its zone; else an empty string."""
    for match in _TIME.finditer(text):
        if match["minute"] is None and match["half"] is None:
            continue  # A day of the month.
        hour, minute = int(match["hour"]), match["minute"] or "00"
        if match["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
        zone, from_utc = match["zone"], match["offset"]
        if (zone and zone not in _ZONES) or not (zone or from_utc):
            continue
        shift = _ZONES[zone] if zone else 0
        if from_utc:
            if shift:
                continue  # `CET+1` says two things.
            digits = from_utc[1:].replace(":", "")
            hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
            shift = (hours * 60 + minutes) * (-1 if from_utc[0] == "-" else 1)
        return f"T{hour:02}:{minute}{offset(shift)}"
    return ""

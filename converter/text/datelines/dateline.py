"""The dateline: where and when the story was filed, at the head of its first paragraph.

`CLEVELAND, Feb 26 -`, `SPRINGFIELD (AP) —`, `Berlin (dpa) –`, `NEW DELHI:`.
What makes a run of words before a dash a dateline is a date, an agency in
parentheses, capitals, or a place that we know; a dash alone is none. Every
rule here has its traps: `WATCH:`, `WARNING —`,
`Mr. X`, an interviewer's name before a colon, `Word-Word` in German.
"""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.model.checks import is_xml_text, matches
from converter.text.datelines.agencies import (
    AGENCIES,
    AGENCY_END,
    NO_AGENCIES,
    STATION,
    is_known_agency,
    may_be_agency,
    stands_alone,
)
from converter.text.datelines.filing_dates import MONTH_NUMBERS, take_date, take_day_of_figures, take_figures
from converter.text.datelines.place_phrases import NO_PLACES, SMALL_WORDS, is_capital_place, is_place_phrase
from converter.text.dates.times import SHORT_WEEKDAYS, WEEKDAYS
from converter.text.lines import ends_sentence, has_digit
from converter.text.patterns import Pattern
from converter.text.places import is_place, is_region, looks_german_place

# A place, its state, a date and an agency take 87 characters at most in the wire.
_REACH = 110


class Found(Value):
    """A dateline in a paragraph's text."""

    end: int
    """Where the dateline and its dash end and the story begins."""
    rule: str
    place: str | None = None
    date: str | None = None
    """Partial: `--02-26`, or `2024-02-26` where the year stands there."""
    agency: str | None = None


def find_dateline(text: str, *, is_wire: bool = False, lang: str | None = None) -> Found | None:
    """Return the dateline that the paragraph opens with, or None. A wire's may be in mixed case and lack its agency."""
    first = text[:1]
    if not is_wire and _may_be_release(text[:_REACH]):
        from converter.text.datelines.releases import find_release

        found = find_release(text)
        if found is not None:
            return holdable(found)
    if first in _BULLETS and not is_wire:
        return _find_in_bold(text, lang) if text.startswith("**") else _find_behind_bullet(text, lang)
    if first.isdecimal() and lang == "pl" and "(PAP" in text[:40]:
        return _find_behind_day(text[:_REACH])
    if first.isdecimal() and "/" in text[8:48] and not text[:24].isascii():
        from converter.text.datelines.of_agencies import find_behind_day

        return holdable(find_behind_day(text[:_REACH]))
    if "०" <= first <= "९" and any(map(text[4:48].__contains__, "।–—")):
        from converter.text.datelines.unmarked import find_behind_nepali_day

        return holdable(find_behind_nepali_day(text[:_REACH]))
    if first == "/" and (closed := _IN_STROKES.match(text)) and is_known_agency(closed["who"]):
        return holdable(Found(closed.end(), "dateline-agency", None, None, closed["who"]))
    if not (first.isupper() or first in "(«'’[【［（〔" or first.isalpha()):
        return None
    head = text[:_REACH]
    if is_wire:
        return holdable(_find_before_dash(head, is_wire) or _find_without_dash(head))
    if (
        first > "\u05ff"
        or (first in "[(" and (text[1:2] > "\u2fff" or "기자]" in head[:28]))
        or head[-1:] > "\u2fff"
        or any(map(head[:28].__contains__, _SITES))
    ):
        from converter.text.datelines.asian import find_asian_dateline

        form = find_asian_dateline(text, lang)
        if form is not None:
            return holdable(Found(form.end, form.rule, form.place, form.date, form.agency))
    if "\u0590" <= first <= "\u0eff" and (any(map(head[:64].__contains__, _MARKS)) or ". " in head[:24]):
        from converter.text.datelines.unmarked import find_unmarked_dateline

        found = find_unmarked_dateline(head)
        if found is not None and (found.agency or ends_sentence(text) or len(text) > _LONG):
            return holdable(found)
    if not (ends_sentence(text) or len(text) > _REACH):
        # A headline in capitals has dashes too; the paragraph that a dateline opens is one.
        return holdable(_find_alone(text))
    if first == "(" and lang in ("fr", "vi"):
        found = _find_opening_brackets(head, lang)
        if found is not None:
            return found
    if first == "(" and lang in ("no", "nb", "nn") and (in_colon := _BRACKETED_HOUSE.match(head)):
        return holdable(Found(in_colon.end(), "dateline-agency", None, None, in_colon["who"]))
    if first == "(":
        found = _find_of_house(head) or _find_in_brackets(head)
        if found is not None:
            return holdable(found)
    if lang == "vi" and any(map(head[2:_FURTHER].__contains__, _DASHES_OF_MARKS)):
        from converter.text.datelines.house_marks import find_house_mark

        found = find_house_mark(head)
        if found is not None:
            return found
    has_date = has_digit(head[:40])
    found = (
        (_find_cyrillic(head) if "\u0400" <= first <= "\u04ff" else None)
        or _find_before_dash(head, is_wire, lang)
        or _find_before_colon(head)
        or _find_before_agency(head)
        or (_find_date_alone(head) if has_date else None)
        or (
            _find_of_house(head)
            if any(map(head[:72].__contains__, "/(|")) or (has_date and _has_dated_place(head))
            else None
        )
        or (
            _find_capitals(head, lang)
            if head[:4].isupper() and any(map(head[:36].__contains__, (". ", ", ", " | ")))
            else None
        )
        or (_find_on_a_day(head) if ", " in head[:36] else None)
        or (_find_named_place(head, lang) if lang in _LANGS_WITH_STOP else None)
        or (_find_signed(head) if lang == "de" and "(" in head[:48] else None)
    )
    if (found is None or found.place is None) and head[:2].isupper() and head.split(" ", 1)[0].casefold() in AGENCIES:
        found = _find_of_house(head) or found  # `AGI - Roma, 3 mar. - Text`, `ACN Barcelona.- Text`
    if found is not None and _may_go_on(text[found.end : found.end + _FURTHER]):
        from converter.text.datelines.of_agencies import extended

        further = extended(found, text)
        if further is found and not opens_sentence(text[found.end : found.end + 2]):
            return None  # `Berlin – may …`
        found = further
    return holdable(found)


_IN_STROKES = Pattern(r"/(?P<who>[^\W\d_][\w-]{1,12})/\s*[-–—]*\s+(?=[\"“„«\dA-ZÀ-ÞÅÆØĀ-ŽА-ЯЁІЇЄ])")
_BEHIND_DAY = Pattern(r"(?P<day>\d{1,2})\.(?P<month>\d{2})\.(?P<year>\d{4})?\s+")


def _find_behind_day(head: str) -> Found | None:
    """`03.03.2025 Warszawa (PAP) - Text`: the day before the place, as PAP has it."""
    day = _BEHIND_DAY.match(head)
    found = day and find_dateline(f"{head[day.end() :]}.", lang="pl")
    if not day or found is None or found.agency is None or found.date is not None:
        return None
    date = f"{day['year'] or '-'}-{day['month']}-{int(day['day']):02}"
    return holdable(found.replace(end=found.end + day.end(), date=date, rule="dateline-date"))


def _may_be_release(head: str) -> bool:
    """Return whether brackets, strokes or dashes may hold a press release's distributor, soon asked."""
    return (
        any(map(head.__contains__, "/(-–—"))
        and any(map(head.__contains__, _DISTRIBUTORS))
        and (head[:1].isupper() or head[:1] in "/(-")
    )


_DISTRIBUTORS = ("wire", "Wire", "WIRE", "PR", "Press", "CNW", "Newsfile", "OutReach", "3BL", "APO", "NewsVoir", "(ots")


def _find_behind_bullet(text: str, lang: str | None) -> Found | None:
    """`- EASTMERE, March 3. /TASS/. Text`: a stray bullet before a dateline that has its date, agency or country."""
    bullet = _BULLET.match(text)
    found = find_dateline(text[bullet.end() :], lang=lang) if bullet is not None else None
    if bullet is None or found is None or not (found.date or found.agency or "," in (found.place or "")):
        return None
    return found.replace(end=found.end + bullet.end())


def _find_in_bold(text: str, lang: str | None) -> Found | None:
    """`**JAKARTA, sample.com** - Text`: the marks of a heavier face that a program left around the place."""
    bold = _BOLD.match(text)
    if bold is None:
        return None
    found = find_dateline(f"{bold[1]}{text[bold.end() :]}", lang=lang)
    return found.replace(end=found.end + len("****")) if found is not None and found.end > len(bold[1]) else None


_BOLD = Pattern(r"\*\*([^*\n]{3,60})\*\*(?=\s*[-–—])")
_BULLETS = frozenset("-–•*·")
_BULLET = Pattern(r"(?:[-–•*·] ){1,2}(?=[A-Z(])")


def _find_opening_brackets(head: str, lang: str) -> Found | None:
    """`(Montréal) Le pont`: a place that we know; `(Dân trí) - Cây cầu`: who wrote it, as sites of Vietnam have it."""
    said, bracket, rest = head[1:_FURTHER].partition(")")
    bare = rest.lstrip(" .-–")
    end = len(said) + 2 + len(rest) - len(bare)
    if not bracket or not bare or not opens_sentence(head[end:]):
        return None
    if lang == "fr":
        return Found(end, "dateline-known-place", said) if is_place(said) and rest.strip(" ") == bare else None
    is_mark = rest != bare and rest[:-1].strip(" ")[:1] in ("-", "–", ".") and not has_digit(said)
    return Found(end, "dateline-agency", None, None, said) if is_mark else None


_IN_BRACKETS = Pattern(
    r"\((?P<who>(?:[A-ZÀ-ÞİΑ-ΩА-Я]|dts |dpa|epd|kna)[\w.&’',/ -]{1,30})\)\s*(?P<dash>\.?--?|–|—)?\s*"
)
_BRACKETED_HOUSE = Pattern(
    r"\((?P<who>[A-ZÆØÅ][^\W\d_]*(?:avisen?|avisa|bladet?|posten|tidende|nytt)|Avisa [A-ZÆØÅ][^\W\d_]+|VG(?: Nett)?|"
    r"NRK|TV ?2|E24|DN|ABC Nyheter|[\w]{2,20}\.no)\):\s+(?=[A-ZÆØÅ–«\"–-])"
)
"""`(Eksempelavisen): Broen …`, as papers of Norway have it."""
_SITE_ENDS = (".com", ".net", ".org", ".co.uk", ".tv", ".ch", ".fr", ".it", ".es", ".be", ".eu", ".info", ".ci", ".sn")
_AGENCY_STARTS = ("Agence ", "Agencia ", "Agência ", "Agenzia ", "Agenția ")
_HOUSES = (
    "AOF",
    "RFI",
    "ANF",
    "DPI",
    "VOA",
    "BBC",
    "NA",
    "UOL/FOLHAPRESS",
    "LNW",
    "RNZ Pacific",
    "DW",
    "RFA",
    "RFE/RL",
)
"""What stands in brackets before a dash and is no agency's name."""
_PAPER_ENDS = (" Times", " Post", " News", " Journal", " Herald", " Tribune", " Mail")


def _find_in_brackets(head: str) -> Found | None:
    """`(EW.com) -- Text`, `(Financial Times) -- Text`, `(Reuters Health) - Text`, `(CNNMoney) Text`."""
    match = _IN_BRACKETS.match(head)
    if match is None or not opens_sentence(head[match.end() :]):
        return None
    who = match["who"]
    name, _, region = who.partition(", ")
    if match["dash"] and (name.isupper() or (region and is_place(name))) and is_region(region or "") | is_place(name):
        return Found(match.end(), "dateline-known-place", who)  # `(EASTMERE, Ohio) -`, `(LONDON) -`
    is_said = who.startswith(("CNN", "ABM FN")) or (
        (bool(match["dash"]) and (is_known_agency(who.partition(" ")[0]) or who.endswith(_SITE_ENDS + _PAPER_ENDS)))
        or (bool(match["dash"]) and (who in _HOUSES or who.startswith(_AGENCY_STARTS) or who.endswith(" Agency")))
    )
    return Found(match.end(), "dateline-agency", None, None, who) if is_said else None


_FURTHER = 24
_DASHES_OF_MARKS = "-–—"
_LONG = 100
"""Characters: no headline has more."""
_MARKS = "-–—ـ:।۔/()∙\u0903\u0983"
_LANGS_WITH_STOP = ("de", "es", "bg", "sw")


def _find_signed(head: str) -> Found | None:
    from converter.text.datelines.signed import find_signed

    found = find_signed(head)
    return found and Found(found[0], "dateline-german", found[1])


def _find_of_house(head: str) -> Found | None:
    from converter.text.datelines.of_agencies import find_agency_dateline

    return find_agency_dateline(head)


def _has_dated_place(head: str) -> bool:
    """Return whether a place with its date may open the paragraph, without a dash: `NEW DELHI, MARCH 3:`."""
    if not head[0].isupper():
        return False
    name = head[:40].partition(",")[0].partition(".")[0]
    return len(name) < 36 and (name[:3].isupper() or is_place(name.partition(" (")[0].partition(" [")[0]))


def _may_go_on(rest: str) -> bool:
    """Return whether an agency or a date may follow the dateline's dash: `CAIRO - 3 March 2025:`, `Roma - (Nova) -`."""
    if rest[:1] == "(" or rest[:1].isdecimal():
        return True
    word = rest.split(" ", 1)[0].strip(".,:;-–—|/").casefold()
    return word in AGENCIES or word in MONTH_NUMBERS or word.partition("-")[0] in AGENCIES


def holdable(found: Found | None) -> Found | None:
    """Return the dateline without a date that no calendar has, and a place or agency that XML cannot hold."""
    if found is None:
        return None
    if found.date is not None and not matches("date", found.date):
        found = found.replace(date=None)
    if found.place is not None and "," in found.place:
        place, _, day = found.place.rpartition(",")
        if day.strip(" .").casefold() in WEEKDAYS | SHORT_WEEKDAYS:  # `LONDON, Tuesday (Reuters) -`
            found = found.replace(place=place)
    if is_xml_text(f"{found.place or ''}{found.agency or ''}"):
        return found
    return found.replace(place=None, agency=None)


_SITES = (".com", ".co", ".id", ".net", ".CO", ".ID")
_ALONE = Pattern(
    r"(?:(?P<place>[A-Z][^\W\d_]+(?:[ ,]+[A-Z][^\W\d_.]+\.?){0,3}?)(?:,? +|$))?(?P<agency>CNN|AP|AFP|Reuters)? ?[—–]"
)


def _find_alone(text: str) -> Found | None:
    """`Washington CNN —`, `Washington —`: a line of its own, whose dash is followed by the next line."""
    match = _ALONE.fullmatch(text.strip()) if len(text) < 48 and text.rstrip()[-1:] in "—–" else None
    if match is None or not (match["place"] or match["agency"]):
        return None
    place = (match["place"] or "").strip(" ,")
    if place and not (match["agency"] or is_place(place.split(",")[0])):
        return None
    return Found(
        len(text),
        "dateline-agency" if match["agency"] else "dateline-known-place",
        place or None,
        None,
        match["agency"],
    )


_DATE_ALONE = Pattern(
    r"\(?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)\)?(?: \((?P<agency>[A-Z][A-Za-z/ ]{1,20})\))?"
    r"\s*(?:--+|[–—]|-(?=\s))\s*(?=[A-Z\"“])"
)


def _find_date_alone(head: str) -> Found | None:
    """`Feb. 26, 2024 -- Text`, `Feb 26 (Reuters) - Text`: nothing names a place."""
    match = _DATE_ALONE.match(head) if has_digit(head[4:12]) else None
    if match is None or not ("," in match["date"] or is_known_agency(match["agency"] or "")):
        return None
    date = take_date(f"X {match['date']}")[1]
    if date is None:
        return None
    agency = match["agency"]
    if agency and not is_known_agency(agency):
        return Found(match.end(), "dateline-date", agency, date)
    return Found(match.end(), "dateline-date", None, date, agency)


_BARRED = Pattern(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,24}(?:, (?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?))?) \| (?=[A-ZÀ-Þ\"“„«])"
)
# `LONDON, Tuesday.`, `KUALA LUMPUR, Wed. —`: papers that told of yesterday named its day.
_ON_A_DAY = Pattern(
    r"(?P<place>[A-ZÀ-Þ][^\W\d_]+(?:[ '-][A-ZÀ-Þ][^\W\d_]+){0,3}), (?P<day>[A-Z][a-z]{2,8})"
    r"(?:\.?\s?(?:[–—]+|-+(?=\s))|\.)\s*(?=[A-Z\"“])"
)
_STOPPED = Pattern(r"(?P<place>[^\W\d_](?:[^\W\d_]|['’ /-]){3,24})\.\s+(?=[^\W\d_]|[\"“„«\d])")
_UNPARTED = Pattern(r"(?P<place>[A-Z][A-Z' .-]{2,24}), (?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?=[A-Z\"“])")


def _find_on_a_day(head: str) -> Found | None:
    match = _ON_A_DAY.match(head)
    if match is None or match["day"].casefold() not in WEEKDAYS | SHORT_WEEKDAYS:
        return None
    place = match["place"]
    is_sure = is_place(place) or (is_capital_place(place) and match.group().rstrip()[-1] in _DASHES_OF_MARKS)
    return Found(match.end(), "dateline-known-place", place) if is_sure else None


def _find_capitals(head: str, lang: str | None) -> Found | None:
    """`HELSINKI. Text`, `HELSINKI | Text`, `LAGOS, Nigeria Text`: capitals of a place or a state that we know."""
    match = _STOPPED.match(head)
    if match is not None:
        place = match["place"]
        is_known = place.isupper() and (is_place(place) or (lang == "de" and looks_german_place(place)))
        return (
            Found(match.end(), "dateline-known-place", place)
            if is_known and opens_sentence(head[match.end() :])
            else None
        )
    match = _BARRED.match(head)
    if match is not None:
        name, _, region = match["place"].partition(", ")
        is_sure = is_region(region) if region else is_place(name) or (lang == "de" and looks_german_place(name))
        return Found(match.end(), "dateline-known-place", match["place"]) if is_sure else None
    match = _UNPARTED.match(head)
    if match is None or not is_capital_place(match["place"]):
        return None
    region = match["region"]
    if not is_region(region):  # `LAGOS, Nigeria The bridge …`
        region = region.partition(" ")[0]
    if not is_region(region) or not opens_sentence(head[match.start("region") + len(region) + 1 :]):
        return None
    end = match.start("region") + len(region) + 1
    return Found(end, "dateline-known-place", head[: end - 1])


# A hyphen needs a blank on one side; a dash does not (`Va.—Text`). Spanish agencies write `Madrid.- Text`, and AP's
# wire, whose seven bits held no dash, `SPRINGFIELD (AP) _ Text`.
# A bullet stands for one on some sites, and `â€”` is one that a program has decoded twice.
# Behind an agency it may stand without any blank: `DHAKA (BSS)-Text`, `Damascus, SANA-Text`.
_DASH = Pattern(
    r"\s*(?:(?<!\.[A-Z])\.-{1,2}|--+|[–—―‒−]|â€[”“]|(?<=\s)•(?=\s)|-(?=\s)|(?<=\s)-|-$|(?<=[)\]])-|"
    r"(?<=, [A-Z]{4})-(?=[A-Z][a-z])|(?<=\d, [A-Z]{3})-(?=[A-Z][a-z])|(?<=\s)_(?=\s))\s*"
)


def _find_before_dash(head: str, is_wire: bool, lang: str | None = None) -> Found | None:
    if not _has_dash(head):
        return None
    for match in _DASH.finditer(head):
        if match.start() == 0:
            return None
        before = head[: match.start()]
        after = head[match.end() :]
        found = _parse(before.strip(), after, match.group().strip(), is_wire, lang)
        if found is not None and match.group() == "-" and after and found[3] is None:
            found = None  # Only behind an agency it needs no blank.
        if found is not None:
            rule, place, date, agency = found
            return Found(match.end(), rule, place, date, agency)
        if ". " in before and not re.search(r"\b[A-Z][A-Za-z]{0,5}\. ", before):
            return None
    return None


def _has_dash(text: str) -> bool:
    """Return whether a dash may stand in the text, or a hyphen that parts no two letters: sooner asked than `_DASH`."""
    if any(map(text.__contains__, _DASHES)):
        return True
    at = text.find("-")
    while at >= 0:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if (
            before in ".-)]"
            or after in "-"
            or ", " in (text[at - 6 : at - 4], text[at - 5 : at - 3])
            or before.isspace()
            or after.isspace()
        ):  # Or nothing stands there.
            return True
        at = text.find("-", at + 1)
    return False


_DASHES = ("–", "—", "―", "‒", "−", " _ ", " • ", "â€")
# A country, or what else tells two places of one name apart: `Goma (RD Congo)`, `New Delhi [India]`, `Halle (Saale)`.
_COUNTRY_END = Pattern(r"\s[(\[][^()\[\]\d]{2,24}[)\]](?=,|$)")
# Press release services: `EASTMERE, Ohio, March 3, 2024 /Sample Newswire/ --`.
_SLASHED_AGENCY = Pattern(r"\s*/(?P<agency>[A-Z][A-Za-z \-.]{2,24})/$")


def _parse(
    before: str, after: str, dash: str, is_wire: bool, lang: str | None
) -> tuple[str, str | None, str | None, str | None] | None:
    """Return rule, place, date and agency of the words before a dash, or None when they are no dateline."""
    if before.count("(") != before.count(")"):
        return None
    if before.isupper() and len(before) > 2 and stands_alone(before) and not is_wire:
        return ("dateline-agency", None, None, before) if opens_sentence(after) else None
    rest, agency = before.removesuffix(".") if before.endswith(").") else before, None
    match = AGENCY_END.search(rest) or _SLASHED_AGENCY.search(rest)
    date = None
    if match and is_region(match["agency"]):
        # `LEXINGTON, Va. (U.S.) -`: a country, and no agency. `ANN EXAMPLE (Italy) -` is who won.
        before = rest[: match.start()]
        if "," not in before and len(before.split()) > 1 and not is_place(before):
            return None
        rest = f"{before}, {match['agency']}"
    elif match:
        # `EASTMERE (Aug. 13) --`
        date = take_date(f"X {match['agency']}")[1]
        if date is None and not may_be_agency(match["agency"]):
            return _parse_signed(rest[: match.start()], match["agency"], after)
        rest, agency = rest[: match.start()], None if date else match["agency"].strip()
    else:
        # `Eastmere CNN —`, `SYDNEY, March 3 AAP -`
        place, _, last = rest.removesuffix(" Business").rpartition(" ")
        if place and (last == "CNN" or (last.isupper() and place[-1].isdecimal() and last.casefold() in AGENCIES)):
            rest, agency = place, rest[len(place) + 1 :]
    if date is None:
        place, comma, _ = rest.partition(",")
        is_sure = agency is not None or (comma != "" and (place.isupper() or is_place(place)))
        bare = rest.removesuffix(" r.")  # `Warszawa, 3 marca 2025 r. –`
        rest, date = take_date(bare, is_sure=is_sure or _is_day_of_capitals(rest))
        rest = rest if date else f"{rest}{' r.' * (rest != bare)}"
        if (
            date is None
            and comma
            and rest[-1:].isdecimal()
            and (all(map(looks_german_place if lang == "de" else is_place, place.split("/"))))
        ):
            rest, date = take_day_of_figures(rest)
    if agency is None and date is None:
        # The agency may stand alone before the date, or a slash may part them: `LONDON, Reuters`.
        head, comma, tail = rest.rpartition(",")
        if not comma:
            head, comma, tail = rest.rpartition(". ")  # `АСТАНА. КАЗИНФОРМ –`
        if comma and _is_sender(tail.strip()):
            agency = tail.strip()
            rest, date = take_date(head, is_sure=True)
    elif agency and date is None:
        rest, date = take_figures(rest, agency)
    rest = rest.strip(" ,").removesuffix(", le").removesuffix(", den").removesuffix(" ngày").rstrip(",")
    if agency and rest.casefold() in AGENCIES and is_place(agency):
        return None  # `AFP (Paris) -`
    if agency and not rest:
        return ("dateline-agency", None, date, agency) if all(map(stands_alone, re.split(r"[/-]", agency))) else None
    # `São Paulo, 3 –`: the day of a month that nothing says.
    day = _DAY_END.search(rest) if rest[-1:].isdecimal() else None
    if day is not None:
        rest, date = rest[: day.start()], None  # `Bissau, 03 Mar 25 (ANG) –`
    printed = rest
    country = _COUNTRY_END.search(rest) if rest[-1:] in ")]" and (agency or date) else None
    if country is not None:
        rest = rest[: country.start()]
        if agency is None and stands_alone(country.group().strip(" ()[]")):
            printed, agency = rest, country.group().strip(" ()[]")  # `Phnom Penh (AKP), March 3, 2025 --`
    elif rest[-1:] == "." and (is_region(rest[:-1].rpartition(",")[2]) if "," in rest else rest[-3:-2] != "."):
        printed = rest = rest[:-1]  # `MOSCOW. March 16 (Interfax) -`
    if not rest or not (is_place_phrase(rest) or (is_wire and date is not None and len(rest.split()) <= 6)):
        return None
    if not after and not is_wire:
        return None
    if date is not None and not (is_wire or agency or rest.isupper()) and says_when(rest):
        return None
    if date is not None and (is_wire or agency is not None or _is_short_place(rest)):
        return "dateline-date", printed, date, agency
    if agency is not None and not any(map(is_known_agency, agency.split("/"))) and _may_be_person(rest):
        return None
    if agency is not None:
        return "dateline-agency", printed, date, agency
    # On the wire every dateline has its date, and titles in capitals have dashes.
    if is_wire or not (opens_sentence(after) or _may_go_on(after[:_FURTHER])):
        return None
    if day is not None and not (lang == "pt" and is_place(rest)):
        return None
    first = rest.split(",")[0]
    if is_capital_place(first):
        return "dateline-capitals", rest, None, None
    if "," in rest and is_region(rest.rpartition(",")[2]) and len(first.split()) <= 3:
        return "dateline-known-place", rest, None, None
    if dash.startswith(".") and "," in rest and lang == "es" and len(rest.split()) <= _WORDS_OF_A_PLACE:
        return "dateline-known-place", rest, None, None  # `Villa Muestra, Coahuila.- Texto`
    if dash != "-" and not dash.startswith(".") and all(map(is_place, first.split("/"))):
        return "dateline-known-place", rest, None, None
    if (dash == "-" or dash.startswith(".")) and all(map(is_place, first.split("/"))):
        return "dateline-known-place", rest, None, None
    if lang == "de" and rest.istitle() and rest.endswith(_GERMAN_ENDS):
        return "dateline-german", rest, None, None  # `Musterlingen - Die …`
    names = rest.replace(" and ", ", ").split(", ")
    if len(names) > 1 and all(is_place(name) or is_region(name) for name in names):
        return "dateline-known-place", rest, None, None  # `Togo and Benin –`, `United States, New York –`
    return None


_WORDS_OF_A_PLACE = 5
_GERMAN_ENDS = ("ingen", "hausen")
"""Of places and of little else: `Grundstein – Die` is no dateline."""
_DAY_END = Pattern(r",\s+\d{1,2}$")


def _is_day_of_capitals(words: str) -> bool:
    """Return whether the words are a place in capitals or of our list and a date: `KUALA LUMPUR 3 Mac`."""
    at = next((at for at, char in enumerate(words) if char.isdecimal()), 0)
    return at > 0 and (words[:at].isupper() or is_place(words[:at]))


def _parse_signed(place: str, mark: str, after: str) -> tuple[str, str | None, str | None, str | None] | None:
    """`Musterstadt (ab) –`: who wrote it, in small letters, as German papers have it behind the place."""
    if not mark[:1].islower() or not opens_sentence(after):
        return None
    from converter.text.datelines.signed import is_signed

    return ("dateline-german", place, None, None) if is_signed(place, mark) else None


def _is_sender(words: str) -> bool:
    """Return whether words behind a place and a comma say who sent the story: an agency, `Special to the Post`."""
    return (
        STATION.fullmatch(words) is not None
        or (words.casefold() in AGENCIES and words != "PA")  # `HARRISBURG, PA —`
        or (words[:3].isupper() and words.split(" ", 1)[0].casefold() in AGENCIES and len(words) > _LONGEST_STATE)
        or words.startswith(("Special to ", "Special Correspondent"))
    )


_LONGEST_STATE = 3


def _may_be_person(rest: str) -> bool:
    """Return whether the words may be a person's name: two or three, in small letters, of no place that we know."""
    return "," not in rest and 2 <= len(rest.split()) <= 3 and not rest.isupper() and not is_place(rest)


def says_when(words: str) -> bool:
    """Return whether the words before a date are no place: `Saturday, March 3`, `As of March 3`, `Lundi 3 mars`."""
    from converter.text.dates.date_words import DATE_WORDS

    names = [name.strip(",.").casefold() for name in words.split()]
    return names[0] in DATE_WORDS or all(name in SMALL_WORDS or name in NO_PLACES or name == "as" for name in names)


def _is_short_place(rest: str) -> bool:
    """Return whether the words before a date are a place and no sentence that a date ends."""
    first = rest.split(",")[0].split()
    return len(first) <= 3 or all(name.isupper() for name in first)


def opens_sentence(after: str) -> bool:
    """Return whether a sentence may begin with these words."""
    bare = after.lstrip("\"'“‘„«»¿¡( ")
    if not bare:
        return False
    char = bare[0]
    # Scripts without capitals open with any letter; Georgian has them, and does not.
    is_other = not char.isascii() and (not char.islower() or char.title() == char)
    return char.isupper() or char.isdigit() or is_other or char in "$£€#@"


_BEFORE_COLON = Pattern(r"(?P<place>[^\W\d_][^:!?\d\"”]{2,40}):\s+")


_WITHOUT_DASH = Pattern(r"[A-Z][^\-–—():;\d]{2,60}[ ,]+[^\W\d_]{3,9}\.? \d{1,2}(?=[.,;:]?\s+[A-Z\"“<])")


def _find_without_dash(head: str) -> Found | None:
    """`LONDON, Feb 26 Text`: the wire forgot its dash."""
    match = _WITHOUT_DASH.match(head) if has_digit(head) else None
    if match is None:
        return None
    rest, date = take_date(match.group())
    rest = rest.strip(" ,")
    if date is None or not rest.split(",")[0].isupper() or not is_place_phrase(rest):
        return None
    end = match.end() + len(head[match.end() :]) - len(head[match.end() :].lstrip(" .,;:"))
    return Found(end, "dateline-date", rest, date)


def _find_before_colon(head: str) -> Found | None:
    match = _BEFORE_COLON.match(head) if ":" in head[:48] else None
    if match is None:
        return None
    rest, agency = match["place"], None
    closing = AGENCY_END.search(rest)
    # A party has its letters in brackets too: `ANN EKSEMPEL (Ap):`
    if closing and is_known_agency(closing["agency"].strip()) and not _is_party(closing["agency"]):
        rest, agency = rest[: closing.start()], closing["agency"]
    first, comma, region = (part.strip() for part in rest.partition(","))
    if not opens_sentence(head[match.end() :]) or not is_place_phrase(rest):
        return None
    if comma and is_capital_place(first) and is_region(region):
        return Found(match.end(), "dateline-known-place", rest.strip(), None, agency)
    if not all(map(is_place, first.split("/"))) and not (agency and is_capital_place(first)):
        return None
    # A city in mixed case before a colon is also the label of a list (`London: 12 degrees`).
    if not first.isupper() and agency is None:
        return None
    return Found(match.end(), "dateline-known-place", rest.strip(), None, agency)


def _is_party(words: str) -> bool:
    return len(words) <= 3 and words.istitle()


_DATED_AGENCY = Pattern(
    r"(?P<place>[A-Z][^()\d]{2,40}), (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}) "
    r"\((?P<agency>[A-Z][A-Za-z/ ]{1,20})\)\s+(?=[A-Z\"“])"
)
_BEFORE_AGENCY = Pattern(
    r"(?P<place>[^\W\d_][^():.!?\d\"”]{1,60}?\s*)?\((?P<agency>[A-Za-z]{1,12}\d{0,2})(?: [A-Z][a-z]+)?\)"
    r"(?::\s|\s{0,2})(?=[\"“A-Z])"
)


def _find_before_agency(head: str) -> Found | None:
    """`Washington (CNN)Text`, `(CNN)Text`: an agency that we know, and no dash."""
    if "(" not in head[:68]:
        return None
    dated = _DATED_AGENCY.match(head) if has_digit(head[:60]) else None
    if (
        dated is not None
        and is_place_phrase(dated["place"])
        and dated["agency"] not in NO_AGENCIES
        and not is_region(dated["agency"])
    ):
        date = take_date(f"X {dated['date']}")[1]
        if date is not None:
            return Found(dated.end(), "dateline-date", dated["place"], date, dated["agency"])
    match = _BEFORE_AGENCY.match(head)
    if match is None or match["agency"].casefold() not in AGENCIES:
        return None
    place = (match["place"] or "").strip(" ,")
    if place and (not is_place_phrase(place) or not (place.isupper() or is_place(place.split(",")[0]))):
        return None
    if not place and head[match.end() - 1 : match.end()].isspace() and not stands_alone(head[1:].partition(")")[0]):
        return None
    return Found(match.end(), "dateline-agency", place or None, None, match["agency"])


_CYRILLIC = Pattern(
    r"(?P<before>[^\W\d_][^()—–:!?\"”«\d]{1,40}\d{1,2}\.? [^\W\d_]{3,9}\.?)(?:\s+[—–-]\s+|,?\s+)/?"
    r"(?P<agency>РИА [Нн]овости|РИА НОВОСТИ|ИТАР-ТАСС|ТАСС|Интерфакс|ИНТЕРФАКС|INTERFAX\.RU|Прайм|ПРАЙМ|БЕЛТА|БелТА|"
    r"УКРІНФОРМ|Укрінформ|УНН|УНІАН|Интерфакс-Украина|Інтерфакс-Україна|ІНТЕРФАКС-УКРАЇНА|ИНТЕРФАКС-УКРАИНА|БТА|Танјуг|Тањуг|МИА|Казинформ|КазТАГ)"
    r"/?(?:\.|\s+[—–-])\s+(?=[\"“„«\dА-ЯЁІЇЄҐЈЉЊ])"
)


def _find_cyrillic(head: str) -> Found | None:
    """`МОСКВА, 3 мар — РИА Новости.`, `Москва. 3 марта. ИНТЕРФАКС -`: the agency behind the date, and its stop."""
    match = _CYRILLIC.match(head) if has_digit(head[:48]) else None
    if match is None:
        return None
    place, date = take_date(match["before"], is_sure=True)
    place = place.strip(" ,.")
    if date is None or not place or "." in place or not is_place_phrase(place):
        return None
    return Found(match.end(), "dateline-date", place, date, match["agency"])


_LANGS_WITH_COUNTRY = ("es", "sw")
_WITH_COUNTRY = Pattern(
    r"(?P<place>[A-ZÀ-Þ][^,.:()\d]{2,24}), (?P<region>[A-Z][^,.:()\d]{3,16})\.\s+(?=[A-ZÀ-Þ„»«¿¡\"“])"
)
_NAMED_PLACE = Pattern(
    r"(?P<place>[A-ZÀ-ÞА-Я][a-zß-ÿа-я]{2,}(?:[ \-/][A-ZÀ-ÞА-Я]?[a-zß-ÿа-я]+){0,3})\.\s+(?=[A-ZÀ-ÞА-Я„»«¿¡\d])"
)


def _find_named_place(head: str, lang: str | None) -> Found | None:
    """`Hannover. Die Polizei …`: how German papers write it; only with a place name, since sentences are short too."""
    if lang in _LANGS_WITH_COUNTRY and "," in head[:_FURTHER] and (match := _WITH_COUNTRY.match(head)):
        is_known = is_place(match["place"]) and is_region(match["region"])  # `San José, Costa Rica. El puente …`
        return Found(match.end(), "dateline-known-place", f"{match['place']}, {match['region']}") if is_known else None
    match = _NAMED_PLACE.match(head)
    if match is None or not (looks_german_place(match["place"]) if lang == "de" else is_place(match["place"])):
        return None
    return Found(match.end(), "dateline-german", match["place"])

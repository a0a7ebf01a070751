"""Datelines of press releases: the distributor stands in brackets or strokes, the date before or behind it.

EASTMERE, Ohio, March 3, 2025 /Sample Newswire/ --    EASTMERE, OH / SAMPLEWIRE / March 3, 2025 /
EASTMERE, OH--(SAMPLEWIRE - March 3, 2025) -          EASTMERE, Ohio (SAMPLEWEB) March 3, 2025
Eastmere, Ontario - TheNewswire - March 3, 2025 -     /Sample Newswire/ --

Distributors are known by name, and by what all of them are called: `wire`, `press release`.
"""

from __future__ import annotations

from converter.text.datelines.agencies import is_known_agency
from converter.text.datelines.dateline import Found, opens_sentence
from converter.text.datelines.filing_dates import take_date
from converter.text.datelines.place_phrases import is_place_phrase
from converter.text.lines import words
from converter.text.patterns import Pattern

_DISTRIBUTORS = words(
    "cnw cnw_telbec cnw_group canada_newswire prweb pr_newswire newswire.com einpresswire.com ein_presswire "
    "einpresswire ein_news newsfile newsfile_corp. newsfile_corp pr.com openpr ereleases straightarrow 3bl 3bl_media "
    "csrwire apo apo_group african_media_agency african_media_agency_(ama) newsvoir media_outreach medianet asianet "
    "marketwired kisspr brandpoint napsi realwire pressat issuewire prlog hugin comtex eqs eqs_news eqs-news dgap "
    "dgap-news pressetext news_aktuell presseportal ots apa-ots send2press getnews zawya pnn ani/pnn ani/newsvoir "
    "hispanic_pr_wire kyodo_jbn jbn west_africa_press businesswire_india business_wire_india prunderground "
    "virtual_press_office comunicae comunicae.com dino acn_newswire 24-7pressrelease.com digital_journal abnewswire"
)
_NO_DISTRIBUTORS = ("press release", "newswire", "wire", "the wire", "hardwire", "tripwire", "live wire", "barbed wire")
_ENDS = ("wire", "wired", "newswire.com", "wire.com", "pressrelease", "press release", "pressrelease.com")
_BARE = ("TheNewswire", "Media OutReach Newswire", "Media OutReach", "NetworkNewsWire", "InvestorBrandNetwork")
"""What stands between dashes without brackets."""
_LONGEST = 110
_ENCLOSED = Pattern(
    r"[(/]\s?\u2068?(?P<said>[^()/\u2068\u2069]{2,64}(?:\([A-Z]{2,5}\)|/[A-Z]{3}[A-Za-z]*)?)\u2069?\s?[)/]"
)
_DATE = (
    r"(?:[^\W\d_]{3,9}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}|"
    r"\d{2}/\d{2}/\d{2,4})"
)
_INSIDE = Pattern(rf"(?P<name>.+?)(?: via [A-Z]+)?(?:\s?[-–—,]+ ?(?P<date>{_DATE}))?$")
_BEHIND = Pattern(
    rf"\s*(?:(?P<mark>[-–—]{{1,3}}(?: [-–—])?|[:.])\s*)?"
    rf"(?:(?P<date>{_DATE})\s*(?P<close>/(?:\s?[-–—]+)?|[-–—]{{1,3}}|[.:](?=\s))?\s*)?"
)
_MONTH_FIRST = Pattern(r"(?P<month>\d{2})/(?P<day>\d{2})/(?:20)?(?P<year>\d{2})")
_MONTHS = 12
_MARKS = " \t\xa0,-–—/(:[]"
_BRAND = Pattern(r"[a-z]{1,4}[A-Z]")


def find_release(text: str) -> Found | None:
    """Return the dateline of a press release that the paragraph opens with, or None."""
    head = text[:_LONGEST]
    for match in _ENCLOSED.finditer(head):
        inside = _INSIDE.match(match["said"].strip())
        if inside is not None and _is_distributor(inside["name"]):
            return _found(head, match.start(), match.end(), inside["name"], inside["date"])
    for name in _BARE:
        at = head.find(name)
        if at > 1 and head[:at].rstrip(" ")[-1:] in "-–—" and head[at + len(name) :].lstrip(" ")[:1] in "-–—":
            return _found(head, at, at + len(name), name, None)
    return None


def _is_distributor(name: str) -> bool:
    bare = name.strip().casefold()
    return (":" not in bare and bare not in _NO_DISTRIBUTORS) and (
        bare.replace(" ", "_") in _DISTRIBUTORS
        or bare.endswith(_ENDS)
        or bare.startswith(("prnewswire", "pr newswire", "globenewswire", "globe newswire", "businesswire", "prweb"))
    )


def _found(head: str, start: int, end: int, name: str, said: str | None) -> Found | None:
    place, date = take_date(head[:start].rstrip(_MARKS), is_sure=True)
    place = place.strip(_MARKS).removesuffix(", le").removesuffix(" le").rstrip(",")
    behind = _BEHIND.match(head, end)
    if behind is None:
        return None
    if date is None:
        date = _date(said or behind["date"] or "")
    elif behind["date"] is not None:
        return None
    is_marked = head[start - 1 : start] in "-–—" or bool(behind["mark"] or behind["date"])
    if not is_marked or (not place and not behind["mark"] and not behind["date"]):
        return None
    rest = head[behind.end() :]
    if not (opens_sentence(rest) or _BRAND.match(rest)):
        return None
    bare = place.replace("[", "").replace("]", "").replace(" (", ", ").replace(")", "")
    if place and (not is_place_phrase(bare) or not place[0].isupper() or is_known_agency(place)):
        return None
    if not place and start > len("--"):
        return None
    return Found(behind.end(), "dateline-date" if date else "dateline-agency", place or None, date, name.strip())


def _date(said: str) -> str | None:
    figures = _MONTH_FIRST.fullmatch(said)
    if figures is not None:  # Houses of the United States print them.
        return f"20{figures['year']}-{figures['month']}-{figures['day']}" if int(figures["month"]) <= _MONTHS else None
    return take_date(f"X {said}", is_sure=True)[1] if said else None

"""Days, months and times of day as English desks write them, and the zones that a clock is said in.

All who meet them in a text take them from here; months in further languages are in `months.py`.
"""

from __future__ import annotations

from converter.text.lines import words

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
SHORT_WEEKDAYS = words("mon tue tues wed thu thur thurs fri sat sun")
MONTHS = words("january february march april may june july august september october november december")
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""In their order; three letters are how each begins, in full too."""
DAY_TIMES = words(
    "today tomorrow tonight noon midday midnight morning afternoon evening night am pm a.m p.m h hrs hr hours o'clock "
    "oclock"
)
ZONES = {
    **dict.fromkeys(("GMT", "UTC", "Z", "WET"), 0),
    **dict.fromkeys(("CET", "MEZ", "WEST"), 60),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST"), 120),
    "EEST": 180,
    "MSK": 180,
    "WIB": 420,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
}
"""Name → minutes from UTC. Left out is what means several: IST (India, Ireland, Israel), CST (America, China), BST."""


def offset(minutes: int) -> str:
    """Return an offset from UTC as ISO 8601-1 writes it: `+05:30`, and `Z` for none."""
    sign, size = "-" if minutes < 0 else "+", abs(minutes)
    return f"{sign}{size // 60:02}:{size % 60:02}" if minutes else "Z"


def ends_in_year(text: str) -> bool:
    """Return whether the text ends in a year of the last century or this one."""
    return text[-4:].isdecimal() and text[-4:-2] in ("19", "20")

"""Dates: what XML Schema's types can say of ours, never a digit more.

The formats type the story's dates as `TruncatedDateTimeType` (a year, a month,
a day or a second) and the record's as `xs:dateTime`, for which our rules ask
a zone.
"""

from __future__ import annotations

import re

from converter.core.errors import CannotWrite
from converter.core.spelling import meta
from converter.model.checks import matches

_PARTS = r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?"
_BASIC = r"(\d{4})-?(\d\d)?-?(\d\d)?(?:T(\d\d):?(\d\d)?:?(\d\d)?([.,]\d{1,9})?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?"
_WIDEST_ZONE = "14:00"
"""In XML Schema 1.0, part 2, §3.2.7.3."""


def instant(value: str | None) -> str | None:
    """Return a point in time as `xs:dateTime` with its zone, or None when the value is none.

    A time to the minute is one: its second is 00 (ISO 8601-1 §5.3.1.3, reduced
    precision of a time of day that the clock shows). A date alone is not.
    """
    found = re.fullmatch(_PARTS, value) if value and matches("date", value) else None
    if found is None or not _has_zone(found) or found[4] is None or found[6] is None:
        return None
    year, month, day, clock, seconds, zone = found.groups()
    return f"{year}-{month}-{day}T{clock}{seconds or ':00'}{zone}"


def end_of_embargo(value: str, form: str) -> str:
    """Return the point in time as `xs:dateTime`. Raises CannotWrite, as `form` would widen or narrow any other."""
    until = instant(value)
    if until is None:
        raise no_such_embargo(value, "is no point in time", form)
    return until


def no_such_embargo(value: str, lack: str, form: str) -> CannotWrite:
    """Return the error of an embargo that a format cannot say as it is."""
    return CannotWrite(
        f"the embargo {value!r} {lack}, and {form} cannot say it without widening or narrowing it",
        where="head/date.embargoed",
        hint="give the time and its zone with " + meta("date.embargoed", "2024-05-24T11:00:00+03:00"),
    )


def truncated(value: str) -> str | None:
    """Return a date of the story as G2 can say it, as precise as it is or less, or None.

    Less: a time without seconds is no `xs:dateTime`, so only its day is said;
    the caller sees that from the difference. None: no year, or no such zone.
    """
    found = re.fullmatch(_PARTS, value)
    if found is None or not _has_zone(found):
        return None
    return value[:10] if found[4] is not None and found[5] is None else value


def is_after(one: str, other: str) -> bool:
    """Return whether one instant is later than the other."""
    from datetime import datetime

    return datetime.fromisoformat(one) > datetime.fromisoformat(other)


def _has_zone(found: re.Match[str]) -> bool:
    """Return whether XML Schema has the zone, if the time says one."""
    zone = found[6] or "Z"
    return zone == "Z" or zone[1:] <= _WIDEST_ZONE


def compact(value: str) -> str | None:
    """Return a date as NITF spells it, `20240524T110000+0300` for a time, as precise as it is; None without a year.

    ISO 8601-1 basic format; a part of a second keeps the extended one.
    """
    found = re.fullmatch(_PARTS, value)
    if found is None:
        return None
    if found[4] is None or "." in (found[5] or ""):
        return value
    return value[:16].replace("-", "").replace(":", "") + value[16:].replace(":", "")


def extended(value: str) -> str | None:
    """Return a date of NITF, in ISO 8601 basic or extended format, as ours; None for what is none."""
    found = re.fullmatch(_BASIC, value.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, part, zone = found.groups()
    made = "-".join(filter(None, (year, month, day)))
    if hour is not None and day is not None:
        made += f"T{hour}:{minute or '00'}"
        if second is not None:
            made += f":{second}{(part or '').replace(',', '.')}"
        if zone is not None:
            digits = zone.replace(":", "")
            made += digits if digits == "Z" else f"{digits[:3]}:{digits[3:] or '00'}"
    return made if matches("date", made) else None


def from_mail(words: str) -> str | None:
    """Return a date of mail and RSS (RFC 5322, RFC 822) as ours, with the zone that it has; None for what is none."""
    from email.utils import parsedate_tz

    found = parsedate_tz(words)
    if found is None:
        return None
    year, month, day, hour, minute, second, *_, zone = found
    made = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    if zone is not None and re.search(r"(?:[+-]\d{4}|[A-Za-z]+)\s*(?:\(.*\))?$", words):  # None is 0 to the library.
        sign, offset = ("-" if zone < 0 else "+"), abs(zone) // 60
        made += f"{sign}{offset // 60:02}:{offset % 60:02}" if zone else "Z"
    return made if matches("date", made) else None

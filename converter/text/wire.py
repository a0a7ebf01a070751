"""The wire's own lines: header, embargo, control bytes, after ANPA 1312 and the embargo lines of press offices.

    ^E^E^EC T                                      selector
    ^V^V^Af0704^_reute                             transmission line
    u f BC-SAMPLE-SLUG   02-26 0105                priority, category, slug, month and day, words
    ^B                                             start of text

or IPTC 7901, which Europe's agencies send, with keywords and the desk's marks below it:

    eca00012 3 i 510    dpa 1003                   source and number, priority, category, words
    /politics/Eastmere/bridge/
    2ND LEAD

and, in the form that newspapers' systems stored, lines that begin with a
caret: `^AM-Sample Flood, 1st Ld, a0123,0412`, `^EDS: …`, `^By …`; or the slug
alone above the title, `URGENT: RATES-BANK (UPDATE 2)`, where a dated dateline
follows.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.text.lines import LAYOUT_SPACE, ends_sentence
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTROLS = "".join(chr(code) for code in range(0x20) if code not in (9, 10, 13))
_START_OF_TEXT, _END_OF_TEXT = "\x02", "\x03"
_SEARCHED_LINES = 12
_LONGEST_HEADER_LINE = 120

_SELECTOR = Pattern(r"[A-Z]{1,3}(?: [A-Z]{1,3}){0,4}")
_TRANSMISSION = Pattern(r"[a-z]{1,2}\d{3,4} ?(?:reut\w*|[-~]{2,}|[a-z]{2,6})?")
_SLUG_LINE = Pattern(
    r"(?P<priority>[a-z]) (?P<category>[a-z]{1,2}) ?(?P<slug>(?:(?:BC|AM|PM|bc|am|pm)-)?\S.*?)"
    r"\s+(?P<date>\d\d-\d\d)\s+(?P<words>\d{1,5})"
)
_CARET_SLUG = Pattern(r"\^?(?P<slug>(?:BC|AM|PM|bc|am|pm)[-–].+?)(?:, ?a?\d{3,5})*[<=]?")

# An agency's head as it comes out of a file: `BC-US--Sample Flood, 3rd Ld-Writethru, 0412`.
_HEAD_SLUG = Pattern(r"(?P<slug>(?:BC|AM|PM)--?[A-Z][^.!?:;]{2,80}?)(?:, ?a?\d{3,5})*[<=]?")
_BARE_SLUG = Pattern(
    r"(?:(?:URGENT|FLASH|BULLETIN|ALERT|EXCLUSIVE|CORRECTED|REFILE|RPT|(?:UPDATE|WRAPUP)(?: ?\d+)?) ?[:–-] ?)?"
    r"(?P<slug>[A-Z][A-Z0-9]{2,}(?:[-/][A-Z0-9&]{2,}){1,5})"
    r"(?: ?\(?(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REPEAT|RECASTS?|LEAD|PIX|TV|GRAPHIC)\b[A-Z0-9 ,./]*\)?)?"
)
_NUMBERED = Pattern(
    r"[A-Za-z]{3}\d{3,5} (?P<priority>[1-8]) (?P<category>[A-Za-z]{1,3}) (?P<words>\d{2,5})"
    r"(?: /?[A-Z][A-Z0-9/-]{1,11}){0,4}(?: {2,}\S.{0,40}| [a-z/-]{2,8} \d{3,4})?"
)
_KEYWORDS = Pattern(r"/[^/.!?]+(?:/[^/.!?]+)*/?|[^\s/.!?][^/.!?]*(?:/[^/.!?]+)*/|[^\s/.!?]+(?:/[^\s/.!?]+){2,}")
_MARK = Pattern(
    r"(?:\d{1,2}(?:ST|ND|RD|TH|\.)? )?(?:LEAD|NET|ADD|TAKE|UPDATE|REFILE|REPEAT|RECAST|ROUNDUP|WRAPUP|URGENT|FLASH|"
    r"EXTRA|CORRECTION|NEWSFEATURE|ZUSAMMENFASSUNG|EIL|EILMELDUNG|NEU|BERICHTIGUNG|KORREKTUR|HINTERGRUND|ANALYSE|"
    r"PORTRÄT|SYNTHESE|SYNTHÈSE|PAPIER)(?: \d{1,4})?"
)
_DATELINE_WITHIN = 5
_WRAPPED = 30
"""A line is not broken before so many columns."""

# ANPA 1312's priority letters against IPTC's urgency; the letters for advance and weekend copy say nothing of it.
_URGENCY = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, **{str(urgency): urgency for urgency in range(1, 9)}}


class Header(Value):
    """What a wire header says."""

    lines: tuple[str, ...] = ()
    """Its lines as they are; the first lines of the text."""
    slug: str | None = None
    priority: str | None = None
    category: str | None = None
    date: str | None = None
    """`MM-DD`."""
    words: str | None = None

    @property
    def urgency(self) -> int | None:
        """Return IPTC's urgency for the priority letter, or None."""
        return _URGENCY.get(self.priority or "")


def part_controls(lines: list[str]) -> list[str]:
    """Return the lines with the marks for start and end of text on lines of their own, as the wire sets them."""
    parted: list[str] = []
    for line in lines:
        if _START_OF_TEXT in line[:-1] and len(parted) < _SEARCHED_LINES:
            before, _, after = line.partition(_START_OF_TEXT)
            parted += [before + _START_OF_TEXT, after] if after.strip() else [line]
        elif line.endswith(_END_OF_TEXT) and line.strip(" \t" + _END_OF_TEXT):
            parted += [line.rstrip(_END_OF_TEXT), line[len(line.rstrip(_END_OF_TEXT)) :]]
        else:
            parted.append(line)
    return parted


def find_header(lines: Sequence[str]) -> Header | None:
    """Return the header that the text opens with, or None."""
    end = _find_end(lines)
    if not end:
        return _find_slug(lines)
    found: dict[str, str] = {}
    for line in lines[:end]:
        bare = _bare(line)
        match = _SLUG_LINE.fullmatch(bare) or _CARET_SLUG.fullmatch(bare)
        if match and "slug" not in found:
            found = {name: value for name, value in match.groupdict().items() if value}
    return Header(tuple(lines[:end]), **found)


def _find_slug(lines: Sequence[str]) -> Header | None:
    """Return the header that a slug alone on the first line is, where a dateline with its date follows soon."""
    first = lines[0].strip() if lines else ""
    if first[:3] in ("BC-", "AM-", "PM-"):
        return _find_head(lines)
    if first[3:6].isdigit():
        return _find_numbered(lines)
    if len(first) > _LONGEST_HEADER_LINE or not first.isupper() or not ("-" in first or "/" in first):
        return None
    match = _BARE_SLUG.fullmatch(first)
    if match is None:
        return None
    from converter.text.datelines.dateline import find_dateline

    below = [line.strip() for line in lines[1 : 2 * _DATELINE_WITHIN] if line.strip()][:_DATELINE_WITHIN]
    datelines = (find_dateline(line, is_wire=True) for line in below)
    if any(found is not None and found.date is not None for found in datelines):
        return Header((lines[0],), slug=match["slug"])
    return None


def _find_numbered(lines: Sequence[str]) -> Header | None:
    """Return the header that a line after IPTC 7901 opens, with keywords and marks below it, above a dateline."""
    match = _NUMBERED.fullmatch(lines[0].strip())
    if match is None or not _has_dateline_below(lines):
        return None
    end = 1
    while (start := _next_filled(lines, end)) < len(lines):
        bare = lines[start].strip()
        is_keywords = end == 1 and len(bare) <= _LONGEST_HEADER_LINE and _KEYWORDS.fullmatch(bare) is not None
        if not (is_keywords or _MARK.fullmatch(bare)):
            break
        end = start + 1
    return Header(tuple(lines[:end]), priority=match["priority"], category=match["category"], words=match["words"])


def _has_dateline_below(lines: Sequence[str]) -> bool:
    """Return whether a dateline stands soon below the first line of a head."""
    from converter.text.datelines.dateline import find_dateline

    below = [line.strip() for line in lines[1 : 3 * _DATELINE_WITHIN] if line.strip()][: 2 * _DATELINE_WITHIN]
    return any(find_dateline(line, is_wire=True) is not None for line in below)


def _find_head(lines: Sequence[str]) -> Header | None:
    """Return the head that a slug and what it says to the desk are, where a dateline follows soon."""
    first = lines[0].strip()
    match = _HEAD_SLUG.fullmatch(first) if len(first) <= _LONGEST_HEADER_LINE else None
    if match is None:
        return None
    if not _has_dateline_below(lines):
        return None
    end = 1
    while (start := _next_filled(lines, end)) < len(lines) and lines[start].strip().startswith(_TO_THE_DESK):
        end = start + 1
        while end < len(lines) and _runs_on(lines[end - 1], lines[end]):
            end += 1
    return Header(tuple(lines[:end]), slug=match["slug"])


def _runs_on(line: str, following: str) -> bool:
    """Return whether what a line says to the desk goes on in the next: no byline, and no paragraph of the story."""
    from converter.text.bylines.byline import find_byline_rule
    from converter.text.datelines.dateline import find_dateline

    bare = following.strip()
    return (
        len(line) >= _WRAPPED
        and not ends_sentence(line)
        and bare != ""
        and following[0] not in LAYOUT_SPACE
        and not bare.startswith(_TO_THE_DESK)
        and find_byline_rule(bare, after_headline=False, after_label=False) is None
        and find_dateline(bare, is_wire=True) is None
    )


def _next_filled(lines: Sequence[str], at: int) -> int:
    """Return the number of the next line that is not blank, or how many lines there are."""
    return next((over for over in range(at, len(lines)) if lines[over].strip()), len(lines))


_TO_THE_DESK = ("Eds:", "EDS:", "Editors:", "EDITORS:", "Eds.:", "AP Photo", "With AP Photo")


def _bare(line: str) -> str:
    if line.isprintable():  # None of them is there.
        return line.strip()
    return "".join(char for char in line if char not in _CONTROLS).strip()


def _find_end(lines: Sequence[str]) -> int:
    """Return how many lines the header has: up to the start of text, else the lines that look like one."""
    first = lines[0].strip() if lines else ""
    if first[:1].isdigit() and _FILED.fullmatch(first):
        return _find_end_of_record(lines)
    for at, line in enumerate(lines[:_SEARCHED_LINES]):
        if line.endswith((_START_OF_TEXT, "&#2;")):
            return at + 1
    end = 0
    sure = False
    for at, line in enumerate(lines[:_SEARCHED_LINES]):
        if len(line) > _LONGEST_HEADER_LINE:
            break
        bare = _bare(line)
        if not bare:
            continue
        # What is cheap is asked first, so that an ordinary first line compiles no expression.
        if (
            (bare[-1].isdigit() and _SLUG_LINE.fullmatch(bare))
            or (bare.startswith("^") and _CARET_SLUG.fullmatch(bare))
            or _is_controlled(line)
        ):
            sure = True
        elif not (
            (at < 3 and bare[0].islower() and _TRANSMISSION.fullmatch(bare))
            or (len(bare) < 8 and not end and _SELECTOR.fullmatch(bare))
            or (sure and _is_desk_line(bare))
        ):
            break
        end = at + 1
    return end if sure else 0


def _find_end_of_record(lines: Sequence[str]) -> int:
    """Return how many lines stand before the title in a record of the collection of 1987 whose tags are taken away.

    The time of filing comes first, then subjects and places, and the wire's header.
    """
    for at, line in enumerate(lines[:_RECORD_LINES]):
        bare = _bare(line)
        if line.endswith((_START_OF_TEXT, "&#2;")):
            return at + 1
        if bare and bare[-1].isdigit() and _SLUG_LINE.fullmatch(bare):
            below = _next_filled(lines, at + 1)
            return below + 1 if below < len(lines) and is_control_line(lines[below].strip()) else at + 1
    return 0


_FILED = Pattern(r"\d{1,2}-[A-Z]{3}-\d{4} \d\d:\d\d:\d\d(?:\.\d+)?")
"""When a story was filed: `26-FEB-1987 15:01:01.79`."""
_RECORD_LINES = 60


def _is_controlled(line: str) -> bool:
    return len(line) < 40 and (
        any(char in line for char in "\x01\x05\x16\x1f") or ("&#" in line and _NAMED_CONTROLS.search(line) is not None)
    )


def _is_desk_line(bare: str) -> bool:
    """Return whether a line speaks to the desk, `^EDS: …`, or says the slug again: `BC-Sample Flood,0412`."""
    return bare.startswith(("^EDS:", "^Eds:", "^Editors:", "^EDITORS:")) or (
        bare[:3] in ("BC-", "AM-", "PM-") and _HEAD_SLUG.fullmatch(bare) is not None
    )


def is_control_line(text: str) -> bool:
    """Return whether the line holds nothing but control characters, such as the wire's end of text, or their names."""
    if text[:2] == "&#":
        return _NAMED_CONTROLS.fullmatch(text) is not None
    return bool(text) and all(char in _CONTROLS or char in " \t" for char in text)


# Where the collection of 1987 is taken out of its markup, control characters may be spelt.
_NAMED_CONTROLS = Pattern(r"(?:&#(?:[1-8]|1[0-9]|2[0-9]|3[01]);\s*)+")

"""Factiva: a story with lines in a known order above it and its number below, or with codes of two letters.

Bridge at Eastmere opens again            HD    Bridge at Eastmere opens again
By Ann Example                            BY    By Ann Example
532 words                                 WC    532 words
5 March 2012                              PD    5 March 2012
The Sample Times                          SN    The Sample Times
SMPN                                      SC    SMPN
English                                   LA    English
(c) 2012 Sample News Ltd.                 CY    (c) 2012 Sample News Ltd.
                                          LP    … the first paragraph …
… the story …                             TD    … the rest …

Document SMPN000020120305e835000m1        AN    Document SMPN000020120305e835000m1
"""

from __future__ import annotations

from converter.text.bylines import byline
from converter.text.bylines.name_alone import is_agency, is_name_alone
from converter.text.exports.fields import date_in, is_copyright, is_empty, is_length, words_of
from converter.text.exports.languages import find_language
from converter.text.exports.record import Record, Sheet
from converter.text.headline import is_section, share_of
from converter.text.label import Role
from converter.text.lines import LAYOUT_SPACE, count_words
from converter.text.patterns import Pattern

_NUMBER = Pattern(r"(?:Document|Dokument|Documento) (?P<number>[A-Za-z0-9]{4,10}\d{8}[a-z][0-9a-z]{5,12})")
_CLOCK = Pattern(r"\d{1,2}:\d{2}(?: ?[A-Z]{2,4})?")
_CODE = Pattern(r"[A-Z][A-Z0-9]{1,7}")
_FIELD = Pattern(r"(?P<code>[A-Z]{2,3})(?:[ \t\xa0]+(?P<words>\S.*))?")
_CODED = Pattern(r"[A-Za-z0-9]{1,16} ?: ?\S.*")
"""What stands behind the codes for subjects: `gcom : Companies | namz : North America`."""

_CODES = (
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPD IPC PUB AN".split()  # noqa: SIM905
)
"""In the order in which they stand."""
_STORY = ("LP", "TD")
_OF_SUBJECTS = frozenset(("CO", "IN", "NS", "RE", "IPD", "IPC"))
_LEAST_CODES = 4
_ABOVE = 8
"""Lines above the number of words: section, headline, byline, credit."""
_HEAD_LINES = 14
_LONGEST_HEAD_LINE = 90
_LONGEST_HEADLINE = 300
_SECTION_WORDS = 3
_DIGITS = tuple("123456789")


def number_in(line: str) -> str:
    """Return the number of the document that a line says alone, or an empty string."""
    bare = line.strip()
    match = _NUMBER.fullmatch(bare) if bare[:2] == "Do" else None
    return match["number"] if match else ""


def is_end(line: str) -> bool:
    """Return whether a document ends with the line."""
    bare = line.strip()
    return bool(number_in(bare.removeprefix("AN").strip() if bare[:2] == "AN" else bare))


def is_counted(line: str) -> bool:
    """Return whether a line says how many words a story has, and nothing else."""
    bare = line.strip()
    return bare[:1] in _DIGITS and is_length(bare)


def find(lines: list[str]) -> Record | None:
    """Return the record that the lines are, or None."""
    return _find_coded(lines) or _find_plain(lines)


# ── The form without labels ─────────────────────────────────────────────────


def _find_plain(lines: list[str]) -> Record | None:
    filled = [at for at, line in enumerate(lines) if not is_empty(line)]
    counted = next(
        (place for place, at in enumerate(filled[: _ABOVE + 1]) if place and is_length(lines[at].strip(LAYOUT_SPACE))),
        None,
    )
    if counted is None or counted + 3 >= len(filled):
        return None
    published = date_in(lines[filled[counted + 1]])
    head = filled[counted + 2 : counted + 2 + _HEAD_LINES]
    named = next((place for place, at in enumerate(head) if find_language(lines[at])), None)
    ends = next((at for at in filled[counted + 2 :] if number_in(lines[at])), None)
    if published is None or named is None or any(len(lines[at]) > _LONGEST_HEAD_LINE for at in head[:named]):
        return None
    has_rights = named + 1 < len(head) and is_copyright(lines[head[named + 1]])
    if not has_rights and ends is None:
        return None

    sheet = Sheet(lines)
    last = named
    rights = []
    while last + 1 < len(head) and is_copyright(lines[head[last + 1]]):
        last += 1
        rights.append(sheet.text(head[last]))
        sheet.furniture(head[last], head[last] + 1, "database-copyright", "copyright")
    start = head[last] + 1
    end = ends if ends is not None else len(lines)
    words = [at for at in head[:named] if not _CLOCK.fullmatch(sheet.text(at))]
    sheet.furniture(filled[counted], filled[counted] + 1, "database-field")
    for at in head[: named + 1]:
        is_paper = at in words[:1]
        sheet.furniture(at, at + 1, "database-paper" if is_paper else "database-field")
    sheet.furniture(filled[counted + 1], filled[counted + 1] + 1, "database-paper")
    lang = find_language(lines[head[named]])
    _title(sheet, filled[:counted], "\n".join(lines[start:end]))
    if ends is not None:
        sheet.furniture(ends, len(lines), "database-number")
    return Record(
        *sheet.parted(start, end),
        lang,
        published,
        sheet.text(words[0]) if words else "",
        " ".join(rights),
        number_in(lines[ends]) if ends is not None else "",
        "factiva" if ends is not None else "",
    )


def _title(sheet: Sheet, above: list[int], story: str) -> None:
    """Find section, headline, byline and standfirst in the lines above the number of words."""
    texts = [sheet.text(at) for at in above]
    while len(above) > 1 and _is_section(texts[0], texts[1], story):
        sheet.furniture(above[0], above[0] + 1, "database-field")
        above, texts = above[1:], texts[1:]
    if len(texts[0]) > _LONGEST_HEADLINE:
        sheet.whole(above[0], above[0] + 1, "paragraph", "")
        return
    sheet.whole(above[0], above[0] + 1, "headline", "database-headline")
    found = False
    for at, text in zip(above[1:], texts[1:], strict=True):
        is_byline = (
            byline.find_byline_rule(text, after_headline=True, after_label=False) is not None
            or is_agency(text)
            or is_name_alone(text, story)
            or (found and byline.is_job_line(text))
        )
        if is_byline:
            sheet.whole(at, at + 1, "byline", "database-byline")
        elif found:
            sheet.furniture(at, at + 1, "database-field")
        else:
            sheet.whole(at, at + 1, "standfirst", "database-highlight")
        found = found or is_byline


def _is_section(text: str, below: str, story: str) -> bool:
    """Return whether a line names the part of the paper: the story has none of its words, and some of the next line."""
    if is_section(text):
        return True
    return count_words(text) <= _SECTION_WORDS and not share_of(text, [story]) and share_of(below, [story]) > 1


# ── The form with codes ─────────────────────────────────────────────────────


def _find_coded(lines: list[str]) -> Record | None:
    fields = _fields_of(lines)
    codes = {code: (start, end) for code, start, end in fields}
    if "HD" not in codes or len(codes) < _LEAST_CODES or not ({"LP", "TD"} & set(codes)):
        return None
    if not (is_length(_words(lines, *codes.get("WC", (0, 0)))) or "AN" in codes):
        return None
    sheet = Sheet(lines)
    for code, start, end in fields:
        if code in _STORY:
            continue
        words = _words(lines, start, end)
        match code:
            case "HD" | "BY" if words and len(words) <= _LONGEST_HEADLINE:
                kind = "headline" if code == "HD" else "byline"
                sheet.labelled(start, end, len(code), Role(kind, words, start + 1, f"database-{kind}"))  # type: ignore[arg-type]
            case "CY":
                sheet.furniture(start, end, "database-copyright", "copyright")
            case "SN" | "PD":
                sheet.furniture(start, end, "database-paper")
            case "AN":
                sheet.furniture(start, end, "database-number")
            case _:
                sheet.furniture(start, end, "database-field")
    start = min(codes[code][0] for code in _STORY if code in codes)
    end = max(codes[code][1] for code in _STORY if code in codes)
    story = lines[start:end]
    label = sheet.label(start, 2)
    roles = sheet.roles(0, start + 1)
    story[0] = label
    if "LP" in codes and "TD" in codes:
        # The first paragraphs and the rest are one story.
        at = codes["TD"][0]
        rest = sheet.label(at, 2)
        story[at - start] = rest
        story[at - start : at - start] = [""] if rest else []
        roles += sheet.roles(at, at + 1)
    number = number_in(_words(lines, *codes["AN"])) if "AN" in codes else ""
    return Record(
        tuple(story),
        start + 1,
        roles,
        sheet.roles(end, len(lines)),
        find_language(_words(lines, *codes["LA"])) if "LA" in codes else None,
        date_in(_words(lines, *codes["PD"])) if "PD" in codes else None,
        _words(lines, *codes["SN"]) if "SN" in codes else "",
        _words(lines, *codes["CY"]) if "CY" in codes else "",
        number,
        "factiva" if number else "",
    )


def _fields_of(lines: list[str]) -> list[tuple[str, int, int]]:
    """Return each code with the lines from its own to the next one's; they stand in a known order, in one manner."""
    found: list[tuple[str, int]] = []
    order = -1
    manner = ""
    for at, line in enumerate(lines):
        match = _FIELD.fullmatch(line.rstrip()) if line[:2].isupper() else None
        if match is None or match["code"] not in _CODES:
            continue
        code, words = match["code"], match["words"] or ""
        place = _CODES.index(code)
        here = _manner_of(line[len(code) :], words)
        if place <= order or here != (manner or here) or (order < 0 and code not in ("SE", "HD")):
            continue
        # A paragraph of the story may begin with such letters: `IN EASTMERE …`.
        if here == "blank" and code in _OF_SUBJECTS and not _CODED.fullmatch(words):
            continue
        order, manner = place, here
        found.append((code, at))
    if not found:
        return []
    ends = [at for _, at in found[1:]] + [len(lines)]
    if found[-1][0] == "AN":
        at = found[-1][1]
        ends[-1] = next((over + 1 for over in range(at, min(at + 3, len(lines))) if is_end(lines[over])), at + 1)
    return [(code, start, end) for (code, start), end in zip(found, ends, strict=True)]


def _manner_of(rest: str, words: str) -> str:
    """Return how a code stands before its words: on a line of its own, well apart, or a blank before them."""
    if not words:
        return "alone"
    return "blank" if len(rest) - len(words) == 1 and rest[0] == " " else "apart"


def _words(lines: list[str], start: int, end: int) -> str:
    """Return the words of a field without its code, on one line."""
    return words_of(lines[start:end], len(lines[start].split(None, 1)[0])) if start < end else ""

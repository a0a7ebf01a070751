"""Archives of papers in German and French that print the story as the paper did, and say above or below what it is.

GENIOS and WISO:                                       Europresse:

    Brücke in Oststadt wieder offen                        Le Courrier d'Exemple
                                                           Politique, lundi 5 mars 2012, p. 4
    Von Anna Beispiel
                                                           Le pont de Rive-Est rouvre
    … the story …
                                                           Anne Exemple
    Quelle: Oststädter Bote vom 05.03.2012, S. 3
    Ressort: Lokales                                       … the story …
    Dokumentnummer: OB_20120305_12345
                                                           © 2012 Le Courrier d'Exemple. Tous droits réservés.
    Alle Rechte vorbehalten: (c) Oststädter Verlag         news·20120305·CE·1234567
"""

from __future__ import annotations

import re

from converter.text.bylines.byline import find_byline_rule
from converter.text.bylines.name_alone import is_name_alone
from converter.text.exports.fields import Block, blocks_of, date_in, is_copyright, is_empty, label_of, tail_of
from converter.text.exports.record import FAMILY, Record, Sheet
from converter.text.label import Role
from converter.text.patterns import Pattern

_NAMES = {
    "source": "quelle",
    "number": "dokumentnummer|dok-nr.|dok-nr",
    "byline": "autor|autoren|verfasser",
    "headline": "titel|überschrift|hauptüberschrift",
    "dateline": "ort",
    "date": "datum|erscheinungsdatum|erscheinungstag",
    "address": "dauerhafte adresse des dokuments|permalink",
    "rights": "alle rechte vorbehalten|copyright",
    "field": "ressort|rubrik|seite|ausgabe|nummer|nr|jahrgang|issn|isbn|schlagwort|schlagworte|schlagwörter|branche|"
    "land|region|firma|unternehmen|person|personen|dokumenttyp|umfang|wörter|zeichen|serie|kategorie|quellenland|medientyp|"
    "auflage|verlag|sachgebiet|deskriptoren|themen|thema|textart|bildunterschrift",
}
LABELS = {label: name for name, labels in _NAMES.items() for label in labels.split("|")}
_VENDOR = Pattern(
    r"(?:(?:©|\(c\)|Copyright) ?)?(?:\d{4} )?(?:by )?GBI-?Genios\b.*|https?://\S*(?:wiso-net|genios)\.de/\S*"
)
_OF_PAPER = Pattern(r"(?P<paper>[^:]+?),? (?:vom|Nr\.|Heft|Ausgabe|\d{1,2}\. ?\d{1,2}\. ?\d{4})\b.*")
_LONGEST_SOURCE = 200

_NEWS = Pattern(r"(?:[^\W\d_ ][\w ]{0,30} ?: ?)?(?P<number>news·\d{8}·[A-Za-z0-9]{1,8}(?:·[\w-]{1,40})?)(?:\W.*)?")
_CERTIFIED = Pattern(
    r"(?:Ce )?certificat\b.* émis\b.*|.*visualisation personnelle et temporaire.*|"
    r"(?:Date d['’]émission|Émis par|Numéro de document|Référence|Nom de la source|Type de source|Périodicité|"
    r"Couverture géographique|Provenance) ?:.*",
    re.IGNORECASE,
)
_LONGEST_PAPER, _LONGEST_HEADLINE, _HEAD_LINES = 80, 240, 4
_MOST_TITLE_LINES = 3


def find(lines: list[str]) -> Record | None:
    """Return the record that the lines are, or None."""
    return _find_german(lines) or _find_french(lines)


def is_german_end(line: str) -> bool:
    """Return whether a line numbers a document of GENIOS."""
    return label_of(line, LABELS)[0] == "number"


def is_german(line: str) -> bool:
    """Return whether a line behind the number is of the same document."""
    text = line.strip()
    return not text or bool(label_of(line, LABELS)[0]) or is_copyright(text) or _VENDOR.fullmatch(text) is not None


def is_french_end(line: str) -> bool:
    """Return whether a line numbers a document of Europresse."""
    return bool(number_in(line))


def is_french(line: str) -> bool:
    """Return whether a line behind the number is of the same document."""
    text = line.strip()
    return not text or is_copyright(text) or _CERTIFIED.fullmatch(text) is not None


def number_in(line: str) -> str:
    """Return the number that Europresse gives a document and a line says, or an empty string."""
    match = _NEWS.fullmatch(line.strip()) if "news·" in line else None
    return match["number"] if match else ""


# ── GENIOS and WISO ─────────────────────────────────────────────────────────


def _find_german(lines: list[str]) -> Record | None:
    if not any(map(is_german_end, lines)):
        return None
    blocks = blocks_of(lines, LABELS, words_below=True)
    labels = [block.label for block in blocks]
    if labels.count("number") != 1 or "source" not in labels:
        return None

    def is_other(block: Block) -> bool:
        text = lines[block.start].strip()
        return _VENDOR.fullmatch(text) is not None or (is_copyright(text) and block.end - block.start <= _HEAD_LINES)

    below = tail_of(blocks, 0, is_other, frozenset())
    above = _end_of_head(blocks[:below])
    outside = [block for at, block in enumerate(blocks) if block.label and not above <= at < below]
    words = {block.label: block.words for block in reversed(outside)}
    if not words.keys() >= {"number", "source"}:
        return None
    sheet = Sheet(lines)
    start = blocks[above - 1].end if above else 0
    end = blocks[below].start if below < len(blocks) else len(lines)
    for at, block in enumerate(blocks):
        if at < above or at >= below:
            _give_german(sheet, block, is_above=at < above, is_other=is_other(block))
    paper = _OF_PAPER.fullmatch(words["source"])
    return Record(
        *sheet.parted(start, end),
        None,
        date_in(words.get("date", "")) or date_in(words["source"][:_LONGEST_SOURCE], within=_LONGEST_SOURCE),
        paper["paper"].strip() if paper else words["source"],
        words.get("rights", ""),
        words["number"],
        "genios" if words["number"] else "",
    )


def _end_of_head(blocks: list[Block]) -> int:
    """Return how many blocks stand above the story: labels, and the headline above them."""
    first = next((at for at, block in enumerate(blocks[:2]) if block.label), None)
    if first is None or (first and blocks[0].end - blocks[0].start > _MOST_TITLE_LINES):
        return 0
    end = next((at for at, block in enumerate(blocks) if at > first and not block.label), len(blocks))
    return end if end - first > 1 else 0


def _give_german(sheet: Sheet, block: Block, *, is_above: bool, is_other: bool) -> None:
    """Give a block around the story its role."""
    if not block.label and is_above:
        if len(block.words) <= _LONGEST_HEADLINE:
            sheet.whole(block.start, block.end, "headline", "database-headline")
        return
    if block.label in ("headline", "byline") and block.words:
        kind = "headline" if block.label == "headline" else "byline"
        if kind == "byline" or is_above:
            role = Role(kind, block.words, block.start + 1, f"database-{kind}")  # type: ignore[arg-type]
            sheet.labelled(block.start, block.end, block.length, role)
            return
    named = {
        "number": "database-number",
        "address": "database-number",
        "source": "database-paper",
        "date": "database-paper",
    }
    is_rights = block.label == "rights" or (is_other and is_copyright(sheet.text(block.start)))
    rule = "database-copyright" if is_rights else named.get(block.label, "database-field")
    sheet.furniture(block.start, block.end, rule, "copyright" if is_rights else FAMILY)


# ── Europresse ──────────────────────────────────────────────────────────────


def _find_french(lines: list[str]) -> Record | None:
    numbered = [at for at, line in enumerate(lines) if number_in(line)]
    if len(numbered) != 1:
        return None
    blocks = blocks_of(lines, {})

    def is_rights(block: Block) -> bool:
        return is_copyright(lines[block.start]) and block.end - block.start <= _HEAD_LINES

    def is_other(block: Block) -> bool:
        text = lines[block.start].strip()
        return bool(number_in(text)) or _CERTIFIED.fullmatch(text) is not None or is_rights(block)

    below = tail_of(blocks, 0, is_other, frozenset())
    end = blocks[below].start if below < len(blocks) else len(lines)
    filled = [at for at in range(end) if not is_empty(lines[at])]
    day = next((at for at in filled[1:_HEAD_LINES] if date_in(lines[at]) is not None), None)
    if numbered[0] < end or (day is None and end == numbered[0]):
        return None
    sheet = Sheet(lines)
    start = 0
    if day is not None and len(sheet.text(filled[0])) <= _LONGEST_PAPER:
        sheet.furniture(0, day + 1, "database-paper")
        start = _french_title(sheet, [at for at in filled if at > day], end) or day + 1
    else:
        day = None
    for block in blocks[below:]:
        rule = "database-copyright" if is_rights(block) else "database-number"
        for at in range(block.start, block.end):
            is_number = number_in(lines[at]) or _CERTIFIED.fullmatch(lines[at].strip())
            sheet.furniture(
                at,
                at + 1,
                "database-number" if is_number else rule,
                "copyright" if not is_number and rule == "database-copyright" else FAMILY,
            )
    return Record(
        *sheet.parted(start, end),
        None,
        date_in(lines[day], "fr") if day is not None else None,
        sheet.text(filled[0]) if day is not None else "",
        next((sheet.text(block.start) for block in blocks[below:] if is_rights(block)), ""),
        number_in(lines[numbered[0]]),
        "europresse",
    )


def _french_title(sheet: Sheet, filled: list[int], end: int) -> int:
    """Find the headline below the day, and the byline below that; return where they end, or 0."""
    if len(filled) < _HEAD_LINES - 1 or len(sheet.text(filled[0])) > _LONGEST_HEADLINE:
        return 0
    sheet.whole(filled[0], filled[0] + 1, "headline", "database-headline")
    text = sheet.text(filled[1])
    story = "\n".join(sheet.lines[filled[2] : end])
    if find_byline_rule(text, after_headline=True, after_label=False) is None and not is_name_alone(text, story):
        return filled[0] + 1
    sheet.whole(filled[1], filled[1] + 1, "byline", "database-byline")
    return filled[1] + 1

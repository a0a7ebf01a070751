"""LexisNexis and its successor Nexis Uni.

The old form, set to a width, centred above:

    1 of 100 DOCUMENTS

    The Sample Times

    September 25, 2011 Sunday
    Late Edition - Final

    Bridge at Eastmere Opens Again

    BYLINE: By ANN EXAMPLE

    SECTION: Section A; Column 0; Foreign Desk; Pg. 8

    LENGTH: 1150 words

    DATELINE: EASTMERE, Ohio

    … the story …

    LOAD-DATE: September 25, 2011

The new one has the headline first, then the paper, the day, `Copyright …`, the
labels in small letters, `Body`, the story, `Classification`, more labels, and
`End of Document`.
"""

from __future__ import annotations

import re

from converter.text.datelines.dateline import find_dateline
from converter.text.datelines.lone import find_lone_dateline
from converter.text.exports.fields import (
    Block,
    blocks_of,
    date_in,
    is_copyright,
    is_empty,
    is_length,
    label_of,
    tail_of,
    words_of,
)
from converter.text.exports.languages import find_language
from converter.text.exports.record import Record, Sheet
from converter.text.label import FoundDateline, Role
from converter.text.lines import indent_of
from converter.text.patterns import Pattern

_NAMES = {
    "length": "length länge longueur lengte longitud lunghezza extensión",
    "byline": "byline autor auteur autore author",
    "section": "section rubrik rubrique sectie sección sezione ressort",
    "headline": "headline überschrift",
    "dateline": "dateline",
    "highlight": "highlight highlights insert encart",
    "body": "body",
    "language": "language sprache langue taal idioma lingua",
    "load-date": "load-date update date-chargement",
    "type": "publication-type type-publication publicatie-type",
    "graphic": "graphic grafik graphique",
    "correction": "correction",
    "field": "correction-date url subject sujet person personne organization organisation company societe société "
    "ticker stock-symbol symbole-boursier industry activity-sector secteur-activite geographic geo-localization "
    "localisation-geo country state city document-type journal-code journal_code pub-type acc-no accession-no type "
    "notes name distribution issn volume classification product release-date last-updated update-date "
    "cross-reference enhancement",
    "above": "series serie show anchor anchors host hosts reporter reporters guest guests blog source edition cycle "
    "column page pages issue supplement category",
}
LABELS = {label.replace("_", " "): name for name, labels in _NAMES.items() for label in labels.split()}
LABELS |= {"Body": "body", "Classification": "heading", "Graphic": "graphic", "Notes": "heading"}
LABELS |= {"Correction": "correction"}
_HEAD = frozenset(("length", "byline", "section", "headline", "dateline", "highlight", "body"))
_SEVERAL = frozenset(("graphic", "correction", "heading"))

_NUMBER = Pattern(
    r"(?:FOCUS - )?\d{1,5} of \d{1,6} DOCUMENTS?|Dokument \d{1,5} von \d{1,6}|Document \d{1,5} (?:de|sur|van) \d{1,6}|"
    r"Documento \d{1,5} (?:de|di) \d{1,6}"
)
_END = Pattern(
    r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van document", re.IGNORECASE
)
_TRAILER = Pattern(
    r"-{2,} ?End of Request ?-{2,}|(?:Download|Print|Email) Request:.*|Time [Oo]f Request:.*|Page \d+ of \d+|"
    r"Link to (?:PDF|Image).*|Job Number:.*"
)
_EDITION = Pattern(
    r"(?:.{0,24} )?(?:edition|ausgabe|édition|editie|edición)\b.{0,30}|.*correction appended|(?:late |early )?final|"
    r"stadtausgabe|hauptausgabe",
    re.IGNORECASE,
)
_LONGEST_EDITION = 60
_CENTRED = 8
_HEAD_LINES = 60
_COVER, _COVER_LINES = ("Job Number:", "Date and Time:"), 12
_BLANKS = " \t\xa0"
_FULL = 62
_LONGEST_HEADLINE = 300
_JUST_BELOW = 8
"""Blocks: so many stand between the day and the length."""


def is_number(line: str) -> bool:
    """Return whether a line says which of how many documents begins: `2 of 100 DOCUMENTS`."""
    bare = line.strip()
    return bare[:1] in "0123456789DF" and _NUMBER.fullmatch(bare) is not None


def is_end(line: str) -> bool:
    """Return whether a line says that the document ends."""
    return len(line) < _CENTRED * 8 and _END.fullmatch(line.strip()) is not None


def is_counted(line: str) -> bool:
    """Return whether a line says behind its label how many words a story has."""
    label, length = label_of(line, LABELS)
    return label == "length" and is_length(line.strip()[length:])


def is_loaded(line: str) -> bool:
    """Return whether a line says when the database took a story in: near its end."""
    label, length = label_of(line, LABELS)
    return label == "load-date" and date_in(line.strip()[length:]) is not None


def is_field(line: str) -> bool:
    """Return whether a line near the end of a document still belongs to it."""
    label = label_of(line, LABELS)[0]
    return is_empty(line) or (bool(label) and label not in _HEAD and label != "above") or is_copyright(line)


def find(lines: list[str]) -> Record | None:
    """Return the record that the lines are, or None."""
    numbered = next((at for at, line in enumerate(lines) if is_number(line)), None)
    first = _end_of_cover(lines) if numbered is None else numbered + 1
    blocks = blocks_of(lines, LABELS, first)
    near = [at for at, block in enumerate(blocks[:_HEAD_LINES]) if block.start - first <= _HEAD_LINES]
    at_length = next((at for at in near if blocks[at].label == "length" and is_length(blocks[at].words)), None)
    at = at_length if at_length is not None else next((at for at in near if blocks[at].label in _HEAD), None)
    if at is None:
        return None
    at_head = _first_of_head(blocks, at)
    has_tail = any(
        (block.label == "load-date" and date_in(block.words) is not None) or block.label == "type" for block in blocks
    )
    if at_length is None:
        # Without it, a number above and the day of loading below.
        if numbered is None or not has_tail:
            return None
    elif numbered is None and not has_tail and not any(map(is_end, lines)):
        # Nothing around it: a day above, and a label beside.
        has_day = any(date_in(line) is not None for line in lines[first : blocks[at_head].start])
        head = {block.label for block in blocks[at_head : _end_of_head(blocks, at)]}
        if not has_day or len(head & _HEAD) == 1:
            return None
    return _Document(lines, blocks, first, at_head, _end_of_head(blocks, at), is_numbered=numbered is not None).record()


def _first_of_head(blocks: list[Block], at: int) -> int:
    """Return the number of the first block of the labels above the story, of which one stands at `at`."""
    while at and (blocks[at - 1].label or (at > 1 and _belongs_above(blocks, at - 1))):
        at -= 1
    return at


def _end_of_head(blocks: list[Block], at: int) -> int:
    """Return the number of the block behind the last of the labels above the story, of which one stands at `at`.

    What stands between two labels is the upper one's: a headline on several lines, a highlight of several paragraphs.
    """
    end = at
    for over in range(at, min(at + _JUST_BELOW, len(blocks))):
        if blocks[over].label == "body":
            return over + 1
        is_label = blocks[over].label in _HEAD and blocks[over].is_printed_large == blocks[at].is_printed_large
        if is_label and all(blocks[under].label or _belongs_above(blocks, under) for under in range(end, over)):
            end = over
    return end + 1


def _belongs_above(blocks: list[Block], at: int) -> bool:
    """Return whether lines without a label go on with the label above: few, and no blank line parts them."""
    is_beside = bool(blocks[at - 1].label) and blocks[at - 1].end == blocks[at].start
    return is_beside and blocks[at].end - blocks[at].start <= _MOST_LINES_BESIDE


def _end_of_cover(lines: list[str]) -> int:
    """Return how many lines the cover of a download has: its first title comes again above the story."""
    filled = [line.strip(_BLANKS) for line in lines[:_COVER_LINES] if not is_empty(line)]
    if not any(line.startswith(_COVER) for line in filled):
        return 0
    title = next((line[3:].strip(_BLANKS) for line in filled if line.startswith("1. ")), None)
    at = next((at for at, line in enumerate(lines) if line.startswith("1. ")), 0)
    return next((over for over in range(at + 1, len(lines)) if title and lines[over].strip(_BLANKS) == title), 0)


class _Document:
    """A text that is known to be one of Nexis."""

    def __init__(
        self, lines: list[str], blocks: list[Block], first: int, at_head: int, end_of_head: int, *, is_numbered: bool
    ) -> None:
        self.lines = lines
        self.is_old = blocks[at_head].is_printed_large
        self.blocks = [
            *blocks[:end_of_head],
            *(block if self._is_field(block) else block.replace(label="") for block in blocks[end_of_head:]),
        ]
        self.sheet = Sheet(lines)
        self.first = first
        self.is_numbered = is_numbered
        self.at_head = at_head
        self.end_of_head = end_of_head
        story = range(blocks[end_of_head - 1].end, len(lines))
        self.end = next((line for line in story if is_end(lines[line])), None)
        self.lang = next(
            (tag for block in blocks if block.label == "language" and (tag := find_language(block.words))), None
        )
        self.published: str | None = None
        self.paper = ""
        self.rights: list[str] = []

    def record(self) -> Record:
        """Return all that the text says."""
        last = self.blocks[self.end_of_head - 1]
        start = last.start if last.label == "body" else last.end
        end = self._below(last.end if last.label == "body" and not last.words else start)
        story = self.lines[start:end]
        if last.label == "body":
            story[:1] = [self.sheet.label(start, last.length)]
        self.sheet.furniture(0, self.first, "database-number")
        self._place(self.first, self.blocks[self.at_head].start)
        self._fields()
        return Record(
            tuple(story),
            start + 1,
            self.sheet.roles(0, start + (last.label == "body")),
            self.sheet.roles(end, len(self.lines)),
            self.lang,
            self.published,
            self.paper,
            " ".join(self.rights),
        )

    def _is_field(self, block: Block) -> bool:
        """Return whether a label stands below stories: in the old form in capitals. `HOST:` is who speaks in one."""
        is_above = block.label == "above" or block.label in _HEAD
        return not is_above and (block.is_printed_large or not self.is_old)

    # ── Below the story ─────────────────────────────────────────────────────

    def _below(self, least: int) -> int:
        """Find what stands below the story, and return the line where that ends."""
        start = tail_of(self.blocks, self.end_of_head, self._is_of_database, _SEVERAL)
        above = ""
        for block in self.blocks[start:]:
            above = self._tail(block, above)
        return max(least, self.blocks[start].start) if start < len(self.blocks) else len(self.lines)

    def _tail(self, block: Block, above: str) -> str:
        """Give a block below the story its roles, and return the label that what stands below it has."""
        sheet = self.sheet
        if block.label == "correction" and block.words:
            note = Role("note", block.words, block.start + 1, "database-correction", note_kind="correction")
            sheet.labelled(block.start, block.end, block.length, note)
        elif block.label:
            named = {"graphic": "database-graphic", "heading": "database-label", "correction": "database-label"}
            sheet.furniture(block.start, block.end, named.get(block.label, "database-field"))
        elif self._is_rights(block):
            self.rights.append(sheet.text(block.start, block.end))
            sheet.furniture(block.start, block.end, "database-copyright", "copyright")
        elif self._is_of_database(block):
            sheet.furniture(block.start, block.end, "database-number")
        elif above == "correction":
            sheet.note(block.start, block.end, "database-correction")
            return above
        elif above == "graphic":
            sheet.furniture(block.start, block.end, "database-graphic")
            return above
        return block.label

    def _is_of_database(self, block: Block) -> bool:
        text = self.sheet.text(block.start)
        is_behind = self.end is not None and block.start > self.end
        return is_behind or is_end(text) or self._is_rights(block) or _TRAILER.fullmatch(text) is not None

    def _is_rights(self, block: Block) -> bool:
        """Return whether a block says whose the rights are; a paragraph that begins so is longer."""
        return is_copyright(self.lines[block.start]) and block.end - block.start <= _MOST_RIGHTS_LINES

    # ── Above the story ─────────────────────────────────────────────────────

    def _place(self, start: int, end: int) -> None:
        """Find paper, day, edition and headline in the lines without a label."""
        at: list[int] = []
        rights: list[str] = []
        for line in range(start, end):
            if is_empty(self.lines[line]):
                continue
            if is_copyright(self.lines[line]):
                rights.append(self.sheet.text(line))
                self.sheet.furniture(line, line + 1, "database-copyright", "copyright")
            elif _TRAILER.fullmatch(self.sheet.text(line)):
                self.sheet.furniture(line, line + 1, "database-number")
            else:
                at.append(line)
        self.rights[:0] = rights
        dated = [line for line in at if date_in(self.lines[line]) is not None]
        # A headline may say a day too: it stands below the day in the old form, and above in the new one.
        day = (dated[0] if self._is_paper_first else dated[-1]) if dated else None
        paper, headline = self._parted(at, day)
        self.paper = self.sheet.text(paper) if paper is not None else ""
        self.published = date_in(self.lines[day], self.lang) if day is not None else None
        if not any(block.label == "headline" for block in self.blocks[self.at_head : self.end_of_head]):
            self._headline(headline)
        self.sheet.furniture(start, end, "database-paper")

    def _parted(self, at: list[int], day: int | None) -> tuple[int | None, list[int]]:
        """Return the line of the paper, and those of the headline."""
        if day is None:
            return (at[0], at[-1:]) if len(at) > 1 else (None, at)
        above, below = [line for line in at if line < day], [line for line in at if line > day]
        if self._is_paper_first:
            return (above[0] if above else None), self._without_editions(day, below)
        # In the new form the headline comes first, and the paper stands right above the day.
        return (above[-1], above[:-1]) if len(above) > 1 else (None, above)

    @property
    def _is_paper_first(self) -> bool:
        return self.is_old or self.is_numbered

    def _without_editions(self, day: int, below: list[int]) -> list[int]:
        """Return the lines below the day that are the headline's."""
        gap = next((line for line in range(day + 1, len(self.lines)) if is_empty(self.lines[line])), len(self.lines))
        parted = [line for line in below if line > gap]
        while len(parted) > 1 and self._is_edition(parted[0]):
            del parted[0]
        beside = (line for line in below if line < gap and indent_of(self.lines[line]) < _CENTRED)
        return parted or [line for line in beside if not self._is_edition(line)]

    def _is_edition(self, line: int) -> bool:
        text = self.sheet.text(line)
        return len(text) <= _LONGEST_EDITION and _EDITION.fullmatch(text) is not None

    def _headline(self, at: list[int]) -> None:
        """Make the first of the lines the headline, and what is parted from it below the standfirst."""
        end = 1
        while end < len(at) and at[end] == at[end - 1] + 1 and self._is_full(at[end - 1]):
            end += 1
        if not at or len(self.sheet.text(at[0], at[end - 1] + 1)) > _LONGEST_HEADLINE:
            return
        self.sheet.whole(at[0], at[end - 1] + 1, "headline", "database-headline")
        for line in at[end:]:
            self.sheet.whole(line, line + 1, "standfirst", "database-highlight")

    def _is_full(self, line: int) -> bool:
        """Return whether the first word of the next line had no room on this one."""
        following = (self.lines[line + 1].split(None, 1) or [""])[0]
        return len(self.lines[line].rstrip()) + 1 + len(following) > _FULL

    def _fields(self) -> None:
        """Give the words behind the labels of the head their roles."""
        label = ""
        for at in range(self.at_head, self.end_of_head):
            block = self.blocks[at]
            if not block.label and label == "highlight":
                self.sheet.whole(block.start, block.end, "standfirst", "database-highlight")
                continue
            goes_on = at + 1 < self.end_of_head and _belongs_above(self.blocks, at + 1)
            if goes_on and not self.blocks[at + 1].label and block.label in ("headline", "byline", "highlight"):
                end = self.blocks[at + 1].end
                block = block.replace(end=end, words=words_of(self.lines[block.start : end], block.length))
            label = block.label or label
            role = self._role_of(block) if block.words and block.label != "body" else None
            if role is not None:
                self.sheet.labelled(block.start, block.end, block.length, role)
            elif block.label != "body":
                self.sheet.furniture(block.start, block.end, "database-field")

    def _role_of(self, block: Block) -> Role | None:
        line = block.start + 1
        match block.label:
            case "headline" | "byline":
                return Role(block.label, block.words, line, f"database-{block.label}")
            case "highlight":
                return Role("standfirst", block.words, line, "database-highlight")
            case "dateline":
                return Role("dateline", block.words, line, dateline=dateline_of(block.words, self.lang))
            case _:
                return None


def dateline_of(text: str, lang: str | None) -> FoundDateline:
    """Return the dateline that the words behind the label are, with its place where that can be told."""
    found = find_lone_dateline(text, lang, "") or find_dateline(f"{text} -- The", lang=lang)
    if found is None:
        return FoundDateline(text, "database-dateline", None if any(map(str.isdigit, text)) else text)
    return FoundDateline(text, "database-dateline", found.place, found.date, found.agency)


_MOST_RIGHTS_LINES, _MOST_LINES_BESIDE = 4, 3

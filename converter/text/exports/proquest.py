"""ProQuest: between lines of underscores the headline, labels, the story behind `Full text:`, and more labels.

____________________________________________________________

Document 1 of 20

Bridge at Eastmere opens again

Author: Example, Ann

Publication info: The Sample Times ; Eastmere, Ohio [Eastmere, Ohio]05 Mar 2012: A.1.

Abstract: …

Full text: … the story …

Credit: By ANN EXAMPLE

Publication title: The Sample Times

Publication date: Mar 5, 2012

ProQuest document ID: 1234567890

Document URL: http://search.proquest.com/docview/1234567890
"""

from __future__ import annotations

from converter.text.bylines.byline import find_byline_rule
from converter.text.exports.fields import Block, blocks_of, date_in, label_of, tail_of
from converter.text.exports.languages import find_language
from converter.text.exports.record import Record, Sheet
from converter.text.label import Role
from converter.text.patterns import Pattern

_FIELDS = (
    "links|subject|subjects|location|people|company / organization|identifier / keyword|title|correction|volume|issue|"
    "pages|first page|column|section|publication subject|publisher|place of publication|country of publication|issn|"
    "source type|document type|document feature|last updated|database|classification|number of pages|"
    "publication year|proquest document link|illustration|copyright|isbn|word count|accession number|start page|"
    "end page|e-issn"
)
_NAMES = {
    "author": "author|authors",
    "info": "publication info",
    "abstract": "abstract",
    "text": "full text",
    "credit": "credit",
    "paper": "publication title",
    "date": "publication date",
    "language": "language of publication|language",
    "number": "proquest document id",
    "url": "document url",
    "field": _FIELDS,
}
LABELS = {label: name for name, labels in _NAMES.items() for label in labels.split("|")}
LABELS |= {"FULL TEXT": "text", "ABSTRACT": "abstract", "ABSTRACT (ENGLISH)": "abstract", "DETAILS": "field"}
LABELS |= {"LINKS": "field", "Full text": "text", "Full Text": "text", "Abstract": "abstract"}
_SURE = frozenset(("info", "paper", "number", "url", "date"))
_LEAST_SURE = 2
_LINE = Pattern(r"_{20,}")
_COUNTED = Pattern(r"Document \d{1,5} of \d{1,6}")
_LONGEST_HEADLINE = 300


def is_line(line: str) -> bool:
    """Return whether a line of underscores parts two documents."""
    return line[:1] == "_" and _LINE.fullmatch(line.strip()) is not None


def is_numbered(line: str) -> bool:
    """Return whether a line says the number of a document."""
    return label_of(line, LABELS)[0] == "number"


def find(lines: list[str]) -> Record | None:
    """Return the record that the lines are, or None."""
    blocks = blocks_of(lines, LABELS)
    labels = [block.label for block in blocks]
    if labels.count("text") != 1 or len(_SURE.intersection(labels)) < _LEAST_SURE:
        return None
    return _Document(lines, blocks, labels.index("text")).record()


class _Document:
    """A text that is known to be one of ProQuest."""

    def __init__(self, lines: list[str], blocks: list[Block], at: int) -> None:
        self.lines = lines
        self.blocks = blocks
        self.at = at
        self.sheet = Sheet(lines)
        story = blocks[at].start
        self.first = max((line + 1 for line in range(story) if is_line(lines[line])), default=0)
        self.last = next((line for line in range(story, len(lines)) if is_line(lines[line])), len(lines))

    def record(self) -> Record:
        """Return all that the text says."""
        text = self.blocks[self.at]
        below = tail_of(self.blocks, self.at + 1, self._is_of_database, frozenset())
        end = self.blocks[below].start if below < len(self.blocks) else len(self.lines)
        self._headline()
        self._byline(self.blocks[below:])
        story = [self.sheet.label(text.start, text.length), *self.lines[text.start + 1 : end]]
        for block in self.blocks:
            if block.label in ("number", "url"):
                self.sheet.furniture(block.start, block.end, "database-number")
            elif block.label in ("info", "paper", "date"):
                self.sheet.furniture(block.start, block.end, "database-paper")
            elif not block.label and self._is_of_database(block):
                self.sheet.furniture(block.start, block.end, "database-number")
        number = self._words("number")
        info = self._words("info")
        return Record(
            tuple(story),
            text.start + 1,
            self.sheet.roles(0, text.start + 1),
            self.sheet.roles(end, len(self.lines)),
            find_language(self._words("language")),
            date_in(self._words("date")) or date_in(info.rpartition("]")[2].partition(":")[0]),
            (self._words("paper") or info).partition(";")[0].strip(),
            self._words("field", "copyright"),
            number,
            "proquest" if number else "",
        )

    def _words(self, label: str, name: str = "") -> str:
        """Return the words behind a label, by our name for it and perhaps its own."""
        return next(
            (
                block.words
                for block in self.blocks
                if block.label == label and self.sheet.text(block.start).casefold().startswith(name)
            ),
            "",
        )

    def _is_of_database(self, block: Block) -> bool:
        """Return whether a block without a label is none of the paper's: above or below the lines of underscores."""
        is_outside = not self.first <= block.start < self.last
        return is_outside or _COUNTED.fullmatch(self.sheet.text(block.start)) is not None

    def _headline(self) -> None:
        """Find the headline: the first lines without a label, else what stands behind `Title:` at the head."""
        for block in self.blocks[: self.at]:
            if block.start < self.first:
                continue
            if block.label == "field" and self.sheet.text(block.start).casefold().startswith("title:"):
                role = Role("headline", block.words, block.start + 1, "database-headline")
                self.sheet.labelled(block.start, block.end, block.length, role)
                return
            if block.label or self._is_of_database(block):
                continue
            if len(self.sheet.text(block.start, block.end)) <= _LONGEST_HEADLINE:
                self.sheet.whole(block.start, block.end, "headline", "database-headline")
            return

    def _byline(self, below: list[Block]) -> None:
        """Find the byline: the credit as the paper printed it, else the author as the database names them."""
        credit = next((block for block in below if block.label == "credit" and block.words), None)
        author = next((block for block in self.blocks[: self.at] if block.label == "author" and block.words), None)
        is_printed = credit is not None and (
            author is None or find_byline_rule(credit.words, after_headline=True, after_label=False) is not None
        )
        block = credit if is_printed else author
        if block is not None:
            role = Role("byline", block.words, block.start + 1, "database-byline")
            self.sheet.labelled(block.start, block.end, block.length, role)

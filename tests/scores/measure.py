"""Comparing what the reader made with what a person saw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Furniture, Note, Paragraph, Preformatted, ThematicBreak
from converter.model.inline import Quotation
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.readers.text import decode as decoding
from converter.readers.text import read
from converter.text import wire
from converter.text.layout import find_layout, is_wire_copy
from converter.text.lines import split_lines
from converter.text.options import TextOptions
from tests.scores.corpus import Case

# The model has one kind of note for an editor's note and an update, and one for credit and contribution.
_NOTE_KINDS = {"editor-note": "editor", "update": "editor", "contributed": "credit"}


@dataclass
class Score:
    """Right, given and wanted of one field; with what went wrong."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was given that is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that was given."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0

    def add(self, given: Counter[str], wanted: Counter[str], where: str) -> None:
        """Count one text's values."""
        right = sum((given & wanted).values())
        self.right += right
        self.given += sum(given.values())
        self.wanted += sum(wanted.values())
        self.wrong += [f"{where}: missing {value!r}" for value in (wanted - given)]
        self.wrong += [f"{where}: given {value!r}" for value in (given - wanted)]


def read_case(source: bytes) -> tuple[Article, Context]:
    """Return the article and the context that holds its notices."""
    context = Context(Source("case.txt"))
    return read(source, TextOptions(), context), context


def layout_of(source: bytes) -> str:
    """Return the layout that the reader takes the text for."""
    text = decoding.decode(source, TextOptions(), Context(Source("case.txt")))
    lines = wire.part_controls(split_lines(text))
    header = wire.find_header(lines) or wire.Header()
    story = lines[len(header.lines) :]
    return find_layout(story, is_wire=bool(header.lines) or is_wire_copy(story))


def measure(cases: list[Case]) -> dict[str, Score]:
    """Return the score of each field over the cases."""
    scores: dict[str, Score] = {}

    def add(name: str, given: list[str], wanted: list[str], where: str) -> None:
        scores.setdefault(name, Score()).add(Counter(map(squeeze, given)), Counter(map(squeeze, wanted)), where)

    for case in cases:
        article, _ = read_case(case.source)
        head, where = article.head, case.name
        for kind, label in (("main", case.headline), ("sub", case.standfirst)):
            given = [plain_text(line) for line in head.headlines if line.kind == kind]
            add("headline" if kind == "main" else "standfirst", given, [label] if label else [], where)
        add("byline", [plain_text(line) for line in head.bylines], list(case.byline), where)
        dateline = [plain_text(head.dateline.content)] if head.dateline else []
        add("dateline", dateline, [case.dateline] if case.dateline else [], where)
        dates = [f"{date.kind} {date.value}" for date in head.dates if date.kind != "embargoed"]
        add("dates", dates, list(case.dates), where)
        add(
            "paragraphs",
            [plain_text(b) for b in article.body if isinstance(b, Paragraph | ThematicBreak)],
            list(case.paragraphs),
            where,
        )
        tables = [
            row for block in article.body if isinstance(block, Preformatted) for row in plain_text(block).split("\n")
        ]
        add("table rows", tables, list(case.table), where)
        pieces = [b for b in article.body if isinstance(b, Furniture)]
        add(
            "wire lines",
            [plain_text(b) for b in pieces if b.kind in ("wire-header", "embargo") and squeeze(plain_text(b))],
            list(case.wire),
            where,
        )
        add(
            "endmarks",
            [plain_text(b) for b in pieces if b.kind == "endmark" and squeeze(plain_text(b))],
            list(case.endmarks),
            where,
        )
        site = [b for b in pieces if b.kind not in ("wire-header", "embargo", "endmark", "blank")]
        add("furniture", [plain_text(b) for b in site], [line for _, line in case.furniture], where)
        notes = [f"{b.kind}: {plain_text(b)}" for b in article.body if isinstance(b, Note)]
        add("notes", notes, [f"{_NOTE_KINDS.get(kind, kind)}: {line}" for kind, line in case.notes], where)
        quotations = [value for value in walk(article) if isinstance(value, Quotation)]
        add("quotations", [plain_text(q) for q in quotations], [q.text for q in case.quotations], where)
        add(
            "speakers",
            [f"{plain_text(q)[:40]} = {q.speaker}" for q in quotations if q.speaker],
            [f"{q.text[:40]} = {q.speaker}" for q in case.quotations if q.speaker],
            where,
        )
        add(
            "verbs",
            [f"{plain_text(q)[:40]} = {q.verb}" for q in quotations if q.verb],
            [f"{q.text[:40]} = {q.verb}" for q in case.quotations if q.verb],
            where,
        )
        add("language", [article.lang] if article.lang else [], [case.lang], where)
        add("charset", [article.provenance.charset or ""], [case.charset], where)
        add("layout", [layout_of(case.source)], [case.layout], where)
    return scores


def squeeze(text: str) -> str:
    """Return the text with each run of white space as one blank, and without control characters."""
    return " ".join("".join(char for char in text if char >= " " or char in "\t\n").split())

"""Stories that somebody saved out of a press database, in which each line has its place or its label.

    record.py      what a text of a database says: the story's lines, the lines around it, the facts
    fields.py      lines → blocks: a label with its words, or lines without one
    nexis.py       LexisNexis and Nexis Uni: `1 of 100 DOCUMENTS`, `LENGTH: 1150 words`, `Load-Date: …`
    factiva.py     Factiva: `532 words`, `5 March 2012`, …, `Document SMPN000020120305e835000m1`; or `HD`, `BY`, `WC`
    proquest.py    ProQuest: `Publication info: …`, `Full text: …`, `Document URL: …`
    westlaw.py     Westlaw: `2012 WLNR 1234567`, …, `---- Index References ----`
    archives.py    GENIOS and WISO, Europresse: `Dokumentnummer: …`, `news·20120305·SM·12345`
    scrapes.py     any scraper's fields: `Title: …`, `Author: …`, `[Título] …`, `标题：…`
    scraped.py     what such fields state of the story
    scrape_labels.py  their labels, in many languages
    languages.py   the languages that such texts name
    documents.py   where the documents of one file part

A database is known by its labels alone, two at least that only its texts
have, in their places; then it is believed: the line that it gives as the
headline is the headline, and no rule that guesses is asked for it.
"""

from __future__ import annotations

from itertools import islice

from converter.text.lines import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converter.formats.records import Context
    from converter.text.exports.record import Record

_SIGNS = (
    *("LENGTH:", "Length:", "LÄNGE:", "Länge:", "LONGUEUR", "Longueur", "LENGTE:", "Lengte:", "LONGITUD:", "Longitud:"),
    *("LOAD-DATE:", "Load-Date:", "ocument ", "okument ", "ocumento ", "WC", "ull text:", "ull Text:"),
    *("Dokumentnummer", "news·", " WLNR "),
)

_LONGEST_HEAD = 96
"""So far into a line, centred ones too, stands what such a text has."""
_LINES_OF_TOP = 6
_LONGEST_LABEL, _LONGEST_BARE_LABEL, _WORDS_OF_A_LABEL = 36, 24, 2
_MARKS = (":", "：", "\t")
_BLANKS = " \t\xa0\ufeff"


def find_record(lines: list[str], context: Context) -> Record | None:
    """Return what the lines are as the text of one document of a database, or None; several are a notice."""
    if not may_be(lines):
        return _find_scrape(lines)
    from converter.text.exports.documents import count_documents

    count = count_documents(lines)
    if count > 1:
        context.notice("several-documents", "body", count=count)
        return None
    return record_of(lines) or _find_scrape(lines)


def _find_scrape(lines: list[str]) -> Record | None:
    """Return what the lines are as a scraper's fields, or None; few texts have lines that ask for it."""
    top, bottom = _filled(lines), _filled(reversed(lines))
    if not top:
        return None
    first = top[0]
    if (
        first[0] in "[【〔#*_-=•"
        or any(mark in bare[:_LONGEST_LABEL] for bare in top[:2] for mark in _MARKS)
        or (len(first) <= _LONGEST_BARE_LABEL and first.count(" ") < _WORDS_OF_A_LABEL)
        or first[0].islower()
        or any(0 < bare.find("://") < _LONGEST_LABEL for bare in (*top, *bottom))
    ):
        from converter.text.exports.scrape_labels import label_of

        if any(label_of(line) is not None for line in (*top, *bottom)):
            from converter.text.exports import scrapes

            return scrapes.find(lines)
    return None


def _filled(lines: Iterable[str]) -> list[str]:
    return list(islice((bare for line in lines if (bare := line.strip(_BLANKS))), _LINES_OF_TOP))


def may_be(lines: Sequence[str]) -> bool:
    """Return whether the words are there that one of the databases always has; few other texts have them."""
    heads = "\n".join([line[:_LONGEST_HEAD] for line in lines])
    return any(map(heads.__contains__, _SIGNS))


def record_of(lines: list[str]) -> Record | None:
    """Return what the lines are as the text of one document of a database, or None."""
    from converter.text.exports import archives, factiva, nexis, proquest, westlaw

    for find in (nexis.find, factiva.find, proquest.find, westlaw.find, archives.find):
        record = find(lines)
        if record is not None and not all(map(is_blank, record.story)):
            return record
    return None

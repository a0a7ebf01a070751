"""What pages set beside an author's name on one line: dates, clocks, counts of comments, accounts, calls to answer.

`Ann Example | Mar 3, 2025, 3:17 PM | 1,209 | 5`, `03.03.2025 9:40 Uhr Anna Beispiel 71 Kommentare`,
`By Ann Example on March 3, 2025 08:08 pm @annexample 76 Comments`. What is left without them is asked for its names.
"""

from __future__ import annotations

import re

from converter.text.dates import moments
from converter.text.dates.date_words import DATE_WORDS
from converter.text.lines import ends_sentence, has_digit, words
from converter.text.patterns import Pattern

_MONTH = (
    r"(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|maj|jun|juin|jul|juil|aug|août|ago|sep|set|oct|okt|out|nov|dec|dez|déc|"
    r"dic)[^\W\d_]*\.?"
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?|[hH]\d{2}) ?(?:[AaPp]\.?[Mm]\.?)?(?: ?(?:Uhr\b|(?-i:[A-Z]{2,4}\b)|h\b\.?))?"
_COUNTED = (
    r"comments?|responses?|replies|reply|shares?|views?|reads?|likes?|kommentare?r?|ergänzung(?:en)?|meinung(?:en)?|"
    r"antwort(?:en)?|aufrufe|commentaires?|réactions?|vues|partages|comentarios?|comentários?|visitas|visualizações|"
    r"commenti|commento|condivisioni|reacties|reactie|komment(?:ti|tia|arer)|komentarzy|komentarze|komentář[eůi]?|"
    r"hozzászólás|comentarii|комментари[йяев]+|коментар[іи]?в?|просмотр(?:ов|а)?|yorum|komentar|bình luận|σχόλια"
)
_PAGE_DATA = Pattern(
    # An age: `3 hours ago`, `vor 3 Stunden`, `il y a 3 heures`, `hace 3 horas`, `há 3 horas`.
    r"\b\d{1,3} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b|\b\d{1,2} ?[hmd] ago\b|"
    r"\bvor \d{1,3} (?:Minuten?|Stunden?|Tagen?|Wochen?)\b|\bil y a \d{1,3} (?:minutes?|heures?|jours?)\b|"
    r"\b(?:hace|há) \d{1,3} (?:minutos?|horas?|días?|dias?)\b|"
    # How long it takes to read.
    r"\b\d{1,3}[ -]?min(?:ute)?s?\.?(?: (?:read|de lecture|de lectura|de leitura|di lettura|lesezeit|leestijd|lesetid|"
    r"lästid))?\b|"
    rf"\b\d[\d.,]* ?(?:{_COUNTED})\b|"
    r"\bno (?:comments?|responses?)\b|\bkeine kommentare\b|\baucun commentaire\b|\bsin comentarios\b|"
    r"\bleave (?:a|your) (?:comment|reply|response)\b|\bhinterlasse(?:n sie)? (?:eine[n]? )?(?:antwort|kommentar)\b|"
    r"\blaisser un commentaire\b|\bdeja un comentario\b|\bdeixe um comentário\b|\blascia un commento\b|"
    r"(?:\bum\s+)?\bUhr\b|"
    r"\bfollow(?: me)?(?=\s*(?:@|$))|(?<!\S)@\w+|\b[\w.+-]+@[\w-]+\.[\w.]+|"
    # A date without its year, or with two figures of it, has its clock or a bar beside it.
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.? {_MONTH})(?: \d{{2}})?"
    r"(?=,? (?:at |um |à |às |a las )?\d{1,2}[:.hH]\d{2}|\s*[|•·])|"
    rf"\b(?:at|um|à|às|a las|alle|kl\.?|о|в)? ?{_CLOCK}(?!\d)",
    re.IGNORECASE,
)
_PREPOSITIONS = words("on at am vom um den le à el il em às alle op dne dnia kl o в of del de la the last first")
_FILED = words("gespeichert eingestellt submitted gepostet geschrieben postado uploaded written posté postato inlagt")
_MARKS = " \t\xa0,.;:|/•·–—-»"
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+[–—-]+\s+|\s+[–—-]+$|^[–—-]+\s+")
_LONGEST = 140
_MOST_WORDS_OF_SENTENCE = 14
"""A line of more that ends as a sentence does is the story; the expression took a fifth of all work on one."""


def without_page_data(text: str) -> str | None:
    """Return the line without what pages set beside a name, its parts joined by bars; None where it has nothing such.

    An empty string says that the line had nothing else.
    """
    if len(text) > _LONGEST or not (has_digit(text) or "@" in text or "omment" in text):
        return None
    if ends_sentence(text) and len(text.split()) > _MOST_WORDS_OF_SENTENCE:
        return None
    bare = _PAGE_DATA.compiled.sub("|", moments.without_date(text) or text)
    if bare == text:
        return None
    # Figures between bars count something: `| 1,209 | 5`.
    parts = (_without_date_words(part) for part in _BETWEEN.split(bare))
    return " | ".join(part for part in parts if any(map(str.isalpha, part)))


def _without_date_words(part: str) -> str:
    """Return a part of a line without the words that stood before its date or before `by`: `Veröffentlicht am`."""
    parts = part.strip(_MARKS).split()
    while parts and _is_date_word(parts[-1]):
        parts.pop()
    while len(parts) > 1 and (parts[0] == "à" or (_is_date_word(parts[0]) and len(parts[0]) > _SHORTEST)):
        parts.pop(0)
    return " ".join(parts).strip(_MARKS)


_SHORTEST = 3


def _is_date_word(word: str) -> bool:
    bare = word.strip(_MARKS)
    return bare.casefold() in DATE_WORDS | _PREPOSITIONS | _FILED

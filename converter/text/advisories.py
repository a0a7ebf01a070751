"""What an agency writes for newsrooms alone: notes below a story, and lines that say what is new in it.

    # Notizblock                                    dpa's notes go on to the end, with the telephones of its desks
    ## Redaktionelle Hinweise
    - Zitat ergänzt
    Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt
    ## Kontakte
    - Autorin: Ann Example (Eastmere), +49 30 000000, <desk@example.com>
    dpa ae xx n1 bs                                 who wrote and edited, the last line

    N i e u w bericht, vervangt: …                  above the story: what is new, or whom it replaces
    KORREKTUR-HINWEIS                               or a correction, between lines of hyphens
    ((ann.example@example.com; +44 20 000000))      and those whom a desk may ask

Nothing of it is printed: it is kept as furniture, in its place. What an agency
says to readers, `(S E R V I C E - www.example.com)`, is a note.
"""

from __future__ import annotations

from itertools import pairwise

from converter.text.lines import ends_sentence, words
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RULE, FAMILY = "desk-notes", "desk"

_LONGEST = 160
_TOP_LINES, _FRAME_LINES = 12, 14
_LEAST_OF_STORY, _MORE_OF_STORY, _LONGEST_MARK = 60, 200, 40
"""So many characters stand above what goes on to the end, a full stop among them; more above a short mark, such as
`Nicht zur Veröffentlichung`, that a headline may have below it too."""
_MOST_FILLED = 60
"""A desk writes no more lines."""
_LONGEST_HEADING, _PARTS_REACH = 24, 14
_AROUND = " \t\xa0#*_=-–—•:."

_NOT_FOR_READERS = Pattern(
    r"(?i:(?:dpa-)?(?:"
    r"(?:(?:die|alle) )?(?:folgenden?|nachfolgenden?|nachstehenden?) (?:informationen|angaben|hinweise|zeilen) "
    r"(?:sind|ist) nicht (?:zur|für die) (?:veröffentlichung|publikation)(?: (?:bestimmt|vorgesehen|gedacht))?|"
    r"(?:the )?following (?:information|details|lines|contacts?|notes?) (?:is|are) not (?:intended |meant )?"
    r"for publication|"
    r"les (?:informations|indications) (?:suivantes|ci-dessous|qui suivent) ne sont pas (?:destinées )?"
    r"(?:à|pour) (?:la |être )?(?:publication|publiées|diffusion)|"
    r"(?:la siguiente información|las siguientes informaciones|los siguientes datos) no "
    r"(?:está destinada|están destinad[ao]s|es|son) (?:a|para) (?:ser |su |la )?publica(?:ción|d[ao]s?)|"
    r"as (?:seguintes informações|informações (?:seguintes|a seguir|abaixo)) não (?:se destinam|são) (?:a|à|para) "
    r"(?:ser )?publica(?:ção|das)|"
    r"le (?:seguenti informazioni|informazioni seguenti) non sono (?:destinate )?(?:alla|per la) pubblicazione|"
    r"de (?:volgende|onderstaande) (?:informatie|gegevens) (?:is|zijn) niet (?:bestemd |bedoeld )?voor publicatie|"
    r"följande (?:information|uppgifter) är (?:inte|ej) (?:avsedda? )?för publicering|"
    r"følgende (?:informasjon|opplysninger|oplysninger|information) er ikke (?:ment |beregnet )?(?:for|til) "
    r"(?:publisering|offentliggørelse|offentliggjøring|publicering)|"
    r"seuraavia tietoja ei ole tarkoitettu julkaistavaksi|"
    r"poniższe informacje nie są (?:przeznaczone )?do publikacji|"
    r"následující informace (?:nejsou|nie sú) určeny? (?:ke zveřejnění|k publikaci|k publikování)|"
    r"az alábbi információk nem (?:közlésre|publikálásra) (?:szántak|valók)|"
    r"следующая информация не (?:предназначена )?для (?:публикации|печати)|"
    r"nicht zur veröffentlichung(?: bestimmt)?|nur (?:für|zur) (?:die )?(?:redaktion(?:en)?|internen? (?:information|"
    r"gebrauch))|niet voor publicatie|ej för publicering|ikke (?:for|til) publisering|не для (?:печати|публикации)|"
    r"(?:noot|nota) (?:voor|aan) (?:de )?redacties?(?:[ ,(–-]+niet voor publicatie\)?)?"
    r"))"
)
"""A line that says of all below it that no reader is to see it."""
_CHEAP = (
    "publi", "pubbl", "veröff", "redak", "redac", "julkaist",
    "zveřej", "offentlig", "közlés", "публик", "печати", "diffusion",
)  # fmt: skip

_NOTEPAD = words(
    "notizblock dpa-notizblock dpa_notizblock notebook dpa-notebook notepad bloc_de_notas cuaderno_de_notas"
)
"""What heads a desk's notes, where one of the next lines heads a part of them."""
_PARTS = words(
    "redaktionelle_hinweise redaktioneller_hinweis internet orte ort kontakte kontakt dpa-kontakte ansprechpartner "
    "service grafik multimedia fotos termine hintergrund note_to_editors notes_to_editors editorial_note "
    "editorial_notes internet_links links locations location editorial_contacts contacts dpa_contacts "
    "notas_de_redacción nota_a_los_editores lugares contactos enlaces vínculos enlaces_de_internet"
)
"""What heads a part of them, a low line for each blank."""

_SIGN = Pattern(
    # dpa and its services, epd, KNA: whoever wrote and edited, the country's and the topic's letters.
    r"(?:dpa(?:[/-][a-z]{2,8}){0,2}|epd|kna|sid|afp|apa|sda|keystone-sda)"
    r"(?: [a-z]{2,4}(?:/[a-z]{2,3})?| [a-z]\d){2,9}|"
    # The parts stand in any order, but `n1`, `a3` says of a short line that it is one.
    r"dpa(?:[/-][a-z]{2,8}){0,2} [a-z]{2,5}(?: [a-z]{2,5})? [a-z]\d"
)
_STAMP = Pattern(r"\d{6} (?:[A-Z]{3,4} )?[A-Z][a-zä]{2}\.? \d\d(?:\d\d)?")
_SIGNED = ("dpa", "epd", "kna", "sid", "afp", "apa", "sda", "key")
_LAST_LINES = 3

_CONTACT = Pattern(
    r"[-–*• ]{0,3}(?:Autor(?:in|en|innen)?|Redaktion|Text|Foto|Grafik|Audio|Video|Chef vom Dienst|Reporting by|"
    r"Editing by|Author|Authors|Reporter|Editor|Autora|Autores|Edición|Redacción|Auteur|Rédaction)\s?:[^<>]{2,120}"
    r"<[\w.+-]{1,60}@[\w.-]{3,60}>[.)]?"
)
_PARENTHESES = Pattern(r"\(\((?=[^()]{0,200}(?:@|Messaging|Newsroom|newsroom|Tel\b|\+\d{2}))[^()]{4,240}\)\)")

_NEWS_OF_IT = Pattern(
    r"[(\[]?(?:N ?i ?e ?u ?w|H ?e ?r ?h ?a ?a ?l ?d|V ?e ?r ?b ?e ?t ?e ?r ?d|U ?i ?t ?g ?e ?b ?r ?e ?i ?d) ?bericht,? "
    r"?(?:vervangt|herhaalt|verbetert)\b.{2,140}|"
    r"[(\[]?(?:N i e u w|H e r h a a l d|V e r b e t e r d|U i t g e b r e i d) bericht\b.{0,140}|"
    r"\((?:(?:durchgehend |komplett )?(?:neu|aktualisiert|überarbeitet|berichtigt|Neu|NEU)|Zusammenfassung|Wiederholung"
    r"|Überblick|Eilmeldung|Ausführliche Fassung|Neufassung|Berichtigung|Ergänzung)(?: \d{3,4})?(?:\s?[:–-] ?[^()]"
    r"{3,140}|(?:, |: )[^()]{3,140})?\)|"
    r"\((?:A V I S O|AVISO|B I L D A V I S O|BILDAVISO|A C H T U N G|ACHTUNG|G R A F I K|GRAFIK|I N F O G R A F I K)"
    r"(?: ?[-–—:!]| \d{3,4}-\d\d\b) ?[^()]{3,140}\)|\((?:Grafik|Infografik) \d{3,4}-\d\d\b[^()]{3,100}\)|"
    r"(?:ATTENTION|ATENCIÓN|ATENÇÃO|ATTENZIONE|ACHTUNG) ?[-–—] ?[^/]{4,140}///|"
    r"(?:(?:PHOTOS?|VID[EÉ]OS?|INFOGRAPHIES?|GRAPHICS?|ARCHIVES?|AUDIO|LIVE|FACTFILE|ENCADRÉ|FOTOS?|GRÁFICOS?)"
    r"[ +,/]{0,3}){1,6}///|"
    # Kyodo and Yonhap, and AP where its slug has been taken away.
    r"\((?:EDS|ATTN|Eds|Attn)[:;] ?[^()]{3,140}\)|(?:EDS|Eds): [^()]{5,150}|"
    r"[(\[]?(?:Achtung,? (?:Redaktionen|CvD)|Hinweis an (?:die )?Redaktionen|An die Redaktionen|ATTENTION EDITORS|"
    r"ATTENTION,? EDITORS|Attention [Ee]ditors|Till redaktionen|Till redaktionerna|Til redaksjonen|Til redaksjonene|"
    r"Til redaktionen|Til redaktionerne|Toimituksille|À l’attention des rédactions|A l'attention des rédactions|"
    r"À l'attention des rédactions|Atención,? editores|ATENCIÓN,? EDITORES|ATENÇÃO,? EDITORES|Attenzione redazioni|"
    r"Do wiadomości redakcji|UWAGA,? REDAKCJE|Uwaga,? redakcje|Вниманию (?:редакций|СМИ|редакторов)|До уваги редакцій|"
    r"На вниманието на редакциите)"
    r" ?[:–—!-] ?.{3,150}"
)
"""What says, above a story or below it, what is new, whom it replaces, what a newsroom should know."""
_NEWS_BEGINS = (
    *("(", "[", "ATT", "ATE", "ACH", "Ach", "Att", "Ate", "Hinweis an", "An die Red"),
    *("Till redak", "Til redak", "Toimituks", "À l", "A l", "Do wiad", "EDS: ", "Eds: ", "UWAGA", "Uwaga", "Вниманию "),
    *("До уваги ", "На вниманието "),
)
"""How such a line begins, where it has neither `bericht` nor AFP's `///`."""
_NEWS_FIRST = frozenset(begin[0] for begin in _NEWS_BEGINS)
_RULER = Pattern(r"(?:-{16,}|_{16,}|\*{16,}|={16,}|(?:- ){8,}-?)")
_FRAMED = Pattern(
    r"(?i:(?:korrektur|berichtigungs?|redaktions|desk)-?\s?hinweis|hinweis(?: an die redaktionen)?|korrektur|"
    r"berichtigung|correction|corrección|rectificatif|correzione|correctie|rättelse|retting)"
)


def find_desk_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers, from 0, of the lines that are for newsrooms alone."""
    filled = [at for at, line in enumerate(lines) if line and not line.isspace()]
    if not filled:
        return frozenset()
    top, last = filled[:_TOP_LINES], filled[-_MOST_FILLED:]
    found = set(_find_frame(lines, top))
    found.update(at for at in {*top, *last[-_TOP_LINES:]} if _is_news_of_it(lines[at]))
    if any("@" in lines[at] or "((" in lines[at] for at in last):
        found.update(_find_contacts(lines, last))
    start = _find_footer(lines, last)
    if start is not None:
        found.update(at for at in filled if at >= start)
    return frozenset(found)


_OPENINGS = frozenset("(ARTFGCEVR")
"""What a line of contacts can begin with."""


def _find_contacts(lines: Sequence[str], last: list[int]) -> Iterator[int]:
    """Yield lines that say how newsrooms reach the authors; one in parentheses may go over two."""
    yield from (at for at in last if lines[at].lstrip(" -–*•\t")[:1] in _OPENINGS and _is_contact(lines[at].strip()))
    for first, second in pairwise(last):
        if lines[first].lstrip().startswith("((") and _is_contact(f"{lines[first].strip()} {lines[second].strip()}"):
            yield from (first, second)


def _find_frame(lines: Sequence[str], top: list[int]) -> Iterator[int]:
    """Yield a correction between two rulers above the story, and the rulers."""
    if not any(lines[at].lstrip()[0] in _RULES for at in top):
        return
    for at, title in pairwise(top):
        if not (_is_ruler(lines[at]) and _FRAMED.fullmatch(lines[title].strip(" \t:"))):
            continue
        end = next(
            (under for under in range(title + 1, min(title + 1 + _FRAME_LINES, len(lines))) if _is_ruler(lines[under])),
            None,
        )
        if end is not None:
            yield from (under for under in range(at, end + 1) if lines[under].strip())
        return


def _is_ruler(line: str) -> bool:
    bare = line.strip()
    return bare[:1] in _RULES and _RULER.fullmatch(bare) is not None


_RULES = frozenset("-_*=")


def _is_news_of_it(line: str) -> bool:
    # Most lines need no expression, and most texts no compiled one.
    if len(line) > 2 * _LONGEST:
        return False
    bare = line.strip()
    begins = bare[:1] in _NEWS_FIRST and bare.startswith(_NEWS_BEGINS)
    may_be = len(bare) <= _LONGEST and (begins or "bericht" in bare or bare.endswith("///"))
    return may_be and _NEWS_OF_IT.fullmatch(bare) is not None


def _is_contact(bare: str) -> bool:
    if bare.startswith("(("):
        return _PARENTHESES.fullmatch(bare) is not None
    return bare.endswith((">", ">.", ">)")) and "@" in bare and _CONTACT.fullmatch(bare) is not None


def _find_footer(lines: Sequence[str], last: list[int]) -> int | None:
    """Return where the notes for newsrooms begin that go on to the end, below some of the story."""
    signed = _find_sign(lines, last)
    short = [place for place, at in enumerate(last) if len(lines[at]) <= _LONGEST]
    # Of several stories in one file, the last one's.
    start = max((place + 1 for place in short if last[place] != signed and _is_sign(lines[last[place]])), default=0)
    place = next(
        (
            place
            for place in short
            if place >= start and (_is_notepad(lines, last, place) or _is_not_for_readers(_bare(lines[last[place]])))
        ),
        None,
    )
    if place is None:
        return signed
    # Parts of the notes that have no heading of their own, and `* * * *` before what no reader sees.
    is_short = len(_bare(lines[last[place]])) <= _LONGEST_MARK and not _is_notepad(lines, last, place)
    above = range(max(start, place - _PARTS_REACH), place)
    place = next(
        (over for over in above if lines[last[over]].lstrip()[:1] == "#" and _is_part(lines[last[over]])), place
    )
    while place and not _bare(lines[last[place - 1]]):
        place -= 1
    is_below_story = _has_story(lines[: last[place]], _MORE_OF_STORY if is_short else _LEAST_OF_STORY)
    return last[place] if is_below_story else signed


def _has_story(lines: Sequence[str], least: int) -> bool:
    return sum(map(len, lines)) >= least and any(map(ends_sentence, lines))


def _bare(line: str) -> str:
    return line.strip(_AROUND) if len(line) <= _LONGEST else line


def _is_notepad(lines: Sequence[str], last: list[int], place: int) -> bool:
    """Return whether a line heads a desk's notes: `Notizblock` above `Internet`."""
    line = lines[last[place]]
    if len(line) > 2 * _LONGEST_HEADING or _word(_bare(line)) not in _NOTEPAD:
        return False
    return any(_is_part(lines[at]) for at in last[place + 1 : place + 3])


def _word(text: str) -> str:
    return text.casefold().replace(" ", "_")


def _is_part(line: str) -> bool:
    return len(line) <= 2 * _LONGEST_HEADING and _word(_bare(line)) in _PARTS


def _is_not_for_readers(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    lowered = text.casefold()
    return any(map(lowered.__contains__, _CHEAP)) and _NOT_FOR_READERS.fullmatch(text) is not None


def _find_sign(lines: Sequence[str], last: list[int]) -> int | None:
    """Return where an agency's last line stands, with who wrote and edited, and nothing but the hour below it."""
    for at in last[: -_LAST_LINES - 1 : -1]:
        if _is_sign(lines[at]):
            return at if _has_story(lines[:at], _LEAST_OF_STORY) else None
        bare = lines[at].strip()
        if not (bare[0].isdecimal() and _STAMP.fullmatch(bare)):
            return None
    return None


def _is_sign(line: str) -> bool:
    bare = line.strip()
    return bare.startswith(_SIGNED) and _SIGN.fullmatch(bare) is not None

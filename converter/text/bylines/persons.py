"""Persons' names: which words of a line may be somebody's name, and which are nobody's."""

from __future__ import annotations

import re

from converter.text.bylines.labels import PICTURES
from converter.text.dates.times import MONTHS, WEEKDAYS
from converter.text.lines import words
from converter.text.patterns import Pattern

LONGEST_LINE = 120
"""Characters that a line of names has at most."""
MOST_WORDS, WORDS_OF_A_NAME, _SHORT = 8, 4, 2

JOINERS = words("and und et y e og och en ja i a ve dan și και и та & with mit avec con")
AND_WORDS = words("ve dan and und et y e og och en i & ja")
"""Those of them that are asked for where a capital makes a difference."""
NAMES_TOO = words("a i ja dan")
"""Words for `and` that with a capital are an initial or a name."""
BETWEEN_NAMES = Pattern(
    r"\s*[,/;|+]\s*(?:(?:and|und|et|y|e) )?|\s+(?:and|und|et|y|e|og|och|en|ja|i|a|ve|dan|și|και|и|та|і|&)\s+|\s[–-]\s"
)
INITIALS_ALONE = Pattern(r"(?:[^\W\d_a-z]\.[ -]?){2,3}")
"""`A.E.`, as some papers sign."""
PARTICLES = words(
    "de der den van von zu zum zur la le du del della di da dos das do al el bin ben ibn ter ten af av y e o' d' "
    "dela του της την τον στην στον των ο η οι"
)
ROLES = words(
    "reporter correspondent editor writer staff columnist contributor producer journalist bureau chief analyst "
    "author presenter critic reuters reuter ap afp upi dpa special fellow intern korrespondent korrespondentin "
    "redakteur redakteurin reporterin volontär volontärin rédacteur rédactrice journaliste correspondant "
    "correspondante envoyé envoyée spécial spéciale redactor redactora periodista corresponsal enviado enviada "
    "jornalista repórter giornalista inviato inviata corrispondente verslaggever redacteur correspondente "
    "dziennikarz dziennikarka redaktor redaktorka novinář novinářka muhabir muhabiri toimittaja journalisten "
    "toimittajat yazarı gazeteci újságíró szerkesztő tudósító jurnalist jurnalistă corespondent ziarist novinar "
    "novinarka dopisnik kirjoittaja kolumnisti kolumnist "
    "kommentator redaksjon journalista columnista analista politóloga "
    "professor professorin professeur professeure profesor profesora professora prof university universität université "
    "universidad università institut institute chefredakteur chefredakteurin chefkorrespondentin chefreporter "
    "redaktionsleiter "
    "redaktionsleiterin rechtsanwältin rechtsanwalt jurnalis korespondent korespondentka zpravodaj zpravodajka "
    "redaktör skribent kommentatorn anchor freelance abogado wartawan kontributor viên волонтёр собкор "
    "autor autorin auteur autrice autore "
    "политолог автор дописник новинар новинарка журналистка кореспондентка "
    "корреспондент обозреватель журналист журналистка редактор кореспондент журналіст оглядач"
)
PAPERS = words(
    "insider news times post press magazine today bbc cnn radio tv agency sport tribune herald journal gazette guardian"
)
# April, May, June and August are names.
NO_NAMES = words(
    "christmas easter winter spring autumn design default "
    "popular royal hook crook any bus boat ship tram bike order request appointment degrees proxy invitation jove "
    "midsummer necessity fin ejemplo exemplo navidad toutatis amour hasard fi exemple natale pouco cierto supuesto "
    "law contrast comparison then now the this that these those numbers its his her our your my all any every "
    "land sea air road rail day night water foot train car far way chance accident definition nature"
).union(WEEKDAYS, MONTHS - words("april may june august"))
"""What no name behind `By` begins with."""
NO_PERSON = words(
    "story stories tools news photo photos video videos audio podcast gallery article articles share home page more "
    "read latest live updates update breaking top special report reports feature features opinion analysis editorial "
    "comment comments issues browse search menu world local national business money sport sports politics tech science "
    "health culture arts life style travel food weather review reviews guide recipe recipes quiz exclusive sponsored "
    "partner content media desk team staff service wire online digital magazine daily weekly times post press tribune "
    "herald journal gazette guardian today street road city county state university college school church club "
    "united north south east west new los las san santa saint st part chapter day night week month year question "
    "gazeta gazetesi zeitung diario diário giornale krant tidning avis dagblad "
    "by answer key points summary background contents introduction conclusion verdict score result results full time "
    "resize text email me browser chrome safari firefox input hotel museum galerie gallery theater theatre park "
    "villa haus house schloss castle palace palais arena stadium stadion centre center zentrum platz square hall halle "
    "girls boys basketball football soccer baseball hockey "
    "kirche bank group gmbh ag inc ltd corp company universität université universidad "
    "kommentar analyse reportage bericht kolumne glosse essay porträt portrait meinung leserbrief commentaire "
    "chronique éditorial entretien tribune enquête opinión análisis entrevista crónica reportaje comentario opinião "
    "crônica commento intervista analisi editoriale opinie commentaar interviu wywiad rozhovor komentarz komentář "
    "via von vom zur what why how when who two three ten last old next goodbye farewell "
    "die der das ein eine le la les un une el los las il lo gli de da do the a an in on at of for and to"
)
"""What two capitalised words below a headline are when they are nobody's name."""
BEHIND_NAMES = Pattern(
    r"\s*(?:[|•·–—/;+]|,|\s-\s|\(|\b[Ff]or\b|\b(?:in|IN)\b|"
    r"\b(?:pour|für|aus|desde|para|per|voor|mit|met|con|com|avec|with|via) (?=[A-ZÀ-Ž]|dpa\b|la |o )|"
    r"\b(?:à|em|en) (?=[A-ZÀ-Ž])|\bde l['’]|\b[Oo]f [Tt]he\b|\bof (?=[A-Z]\S*\.(?:com|net|org|co|news)\b)|"
    r"\bas told to\b|\b[Ss]pecial to\b|\b[Ee]special para\b|\b(?:Updated|Published|Mis à|Temps de|Lese(?:zeit|dauer)|"
    r"Actualizado|Atualizado|Aktualisiert|Follow)\b|\S*@\w|(?<=\w) ['’]\d\d$|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\d{1,2}[/. ]).*",
    re.DOTALL,
)
"""What follows names on their line: an outlet, a role, a place, a time, an account."""


def are_persons(rest: str) -> bool:
    """Return whether behind a label that may be another word stand persons' names and nothing that is told."""
    rest = leading_names(rest.strip())
    parts = BETWEEN_NAMES.compiled.split(rest)
    return bool(rest) and rest[-1] not in "!?:;…" and all(map(is_person, parts))


def is_person(name: str) -> bool:
    """Return whether the words are one person's name, as sure as words can say it."""
    parts = name.split()
    return (
        2 <= len(parts) <= WORDS_OF_A_NAME
        and may_be_person(name)
        and not has_title(name)
        and all(not part[0].islower() or part.casefold() in PARTICLES for part in parts)
        and not any(part.casefold() in AND_WORDS for part in parts if part[0].isupper())
        and not any(len(part) == _SHORT and part.isalpha() and part[0].isupper() for part in parts[1:-1])
    )


def leading_names(rest: str) -> str:
    """Return the names that a line begins with, without their outlet, place and time, and without who took pictures."""
    names = BEHIND_NAMES.compiled.sub("", rest).strip(" :\xa0")
    parts = names.split()
    for at in range(2, len(parts)):
        if parts[at].strip(":").casefold() in PICTURES:
            return " ".join(parts[:at])
    return names


def are_names(words: str, *, least: int) -> bool:
    """Return whether the words are at least so many capitalised ones, with what joins names and people's roles."""
    parts = [part for part in re.split(r"[\s]+", words.strip(" ,:")) if part]
    if not least <= len(parts) <= MOST_WORDS:
        return False
    names = 0
    for part in parts:
        bare = part.strip(",.&'’\"")
        lowered = bare.casefold()
        if (
            part == "&"
            or (lowered in JOINERS and (part.islower() or lowered not in NAMES_TOO))
            or (lowered in PARTICLES and bare[:1].islower())
        ):
            continue
        if lowered in ROLES and names:
            continue
        if any(map(str.isdigit, part)) or (lowered in NO_NAMES and not names) or not bare or not _is_capital(bare[0]):
            return False
        names += 1
    return names >= least


def _is_capital(char: str) -> bool:
    """Return whether a name may begin so: with a capital, or in a script that has none."""
    return char.isupper() or (char.isalpha() and not char.islower())


def is_nobodys(part: str) -> bool:
    """Return whether a word of a line of names is none that anybody is called by."""
    word = part.strip(".,").casefold()
    return (word in NO_PERSON and not (part[0].islower() and word in PARTICLES)) or (
        not part[0].islower() and is_no_name(word)
    )


def is_no_name(word: str) -> bool:
    """Return whether the word, in small letters, is one of titles and decks, such as `ferry`."""
    from converter.text.bylines.not_names import ENDINGS, NOT_NAMES, SURNAMES

    return word in NOT_NAMES or (word.endswith(ENDINGS) and word not in SURNAMES)


def begins_with_given_name(name: str) -> bool:
    """Return whether the first word is a given name: whatever stands behind it is a surname, as in `Anna Hall`.

    In Korean the surname stands first, and a hyphen marks the name behind it: `Park Ji-won`.
    """
    from converter.text.bylines.given_names import GIVEN_NAMES, KOREAN_SURNAMES

    first, _, rest = name.partition(" ")
    is_korean = first.casefold() in KOREAN_SURNAMES and _KOREAN.fullmatch(rest) is not None
    return first.casefold() in GIVEN_NAMES or is_korean


def has_given_name(name: str) -> bool:
    """Return whether one of the words is a given name, as in `Varga Éva`, where the surname stands first."""
    from converter.text.bylines.given_names import GIVEN_NAMES

    return any(word.strip(",").casefold() in GIVEN_NAMES for word in name.split())


_KOREAN = Pattern(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")


def has_title(name: str) -> bool:
    """Return whether a name begins with a title, as those have of whom a story tells: `Mayor Ann Example`."""
    from converter.text.bylines.not_names import TITLES

    return name.partition(" ")[0].casefold() in TITLES


def may_be_person(name: str) -> bool:
    """Return whether the words are one name, and none of them one that pages set in capitals for other things."""
    first = name.partition(" ")[0].casefold()
    return (
        ":" not in name
        and are_names(name, least=2)
        and first not in ("das", "der", "die", "el", "los", "il")
        and (not any(_is_in_title(word) for word in name.split()) or begins_with_given_name(name))
    )


def _is_in_title(word: str) -> bool:
    bare = word.strip(".,").casefold()
    return (bare in NO_PERSON and bare not in PARTICLES) or bare in ROLES or (word[0].isupper() and is_no_name(bare))

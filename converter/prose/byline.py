"""The byline: the line that says who wrote the story.

`By Ann Example, Reuters`, `Von Ann Beispiel`, `Ann Example and Bo Sample`
under a headline, or the name below a label line. `By Friday the river had
fallen.` is prose: a byline has no small words but particles and roles, no
final stop, and at most eight words.
"""

from __future__ import annotations

import re

from converter.prose.byline_labels import FIRST_WORDS, PICTURES, find_labels, is_label_alone
from converter.prose.lines import has_digit, words
from converter.prose.patterns import Pattern
from converter.prose.times import MONTHS, WEEKDAYS

_OPENERS = (
    "By ",
    "by ",
    "BY ",
    "By: ",
    "Written by ",
    "Story by ",
    "Words by ",
    "Report by ",
    "Von ",
    "Par ",
    "Por ",
    "Av ",
    "Af ",
    "Door ",
    "Di ",
    "Par : ",
    "Texte : ",
    "Text: ",
    "Text ",
)
_OPENERS_CAPITALS = ("VON ", "PAR ", "POR ", "AV ", "DOOR ")
_OPENERS_SMALL = ("von ", "par ", "por ", "av ", "af ", "door ", "di ")
"""As magazines set them, right below a headline; elsewhere such a word goes on with a sentence."""
LABELS = frozenset(
    {
        "author of the article:",
        "author of the article",
        "authors of the article:",
        "by",
        "by:",
        "written by",
        "written by:",
        "author:",
        "reported by",
        "reported by:",
        "autor:",
        "autore:",
        "auteur :",
        "auteur:",
    }
)
"""Label lines, in small letters, whose next line is the byline."""

_JOINERS = words("and und et y e og och en ja i a ve dan și και и та & with mit avec con")
_PARTICLES = words(
    "de der den van von zu zum zur la le du del della di da dos das do al el bin ben ibn ter ten af av y e o' d' "
    "dela του της την τον στην στον των ο η οι"
)
_ROLES = words(
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
_PAPERS = words(
    "insider news times post press magazine today bbc cnn radio tv agency sport tribune herald journal gazette guardian"
)
# April, May, June and August are names.
_NO_NAMES = words(
    "christmas easter winter spring autumn design default "
    "popular royal hook crook any bus boat ship tram bike order request appointment degrees proxy invitation jove "
    "midsummer necessity fin ejemplo exemplo navidad toutatis amour hasard fi exemple natale pouco cierto supuesto "
    "law contrast comparison then now the this that these those numbers its his her our your my all any every "
    "land sea air road rail day night water foot train car far way chance accident definition nature"
).union(WEEKDAYS, MONTHS - words("april may june august"))
# What stands behind a name and a comma when it is no job: a degree.
_DEGREES = words("md m.d phd ph.d jd j.d ma m.a msc m.sc mph rn rd esq dphil mba m.b.a lpc pharmd dvm")
_SINGLE = words("reuters reuter ap afp upi dpa staff bloomberg ani pti ians")
_STAFF = words("staff writer writers reporter reporters correspondent correspondents")
# In scripts without capitals nothing marks a name. These labels are enough by themselves, for few words;
_UNMARKED = Pattern(
    r"(?P<label>מאת|כתב|כתבה|כתבת|כותבת?|(?:נכתב |פורסם )?(?:על ידי|ע[\"״]י)|"
    r"रिपोर्टर|संवाददाता|प्रस्तुति|लेखिका|द्वारा|लेखक|লেখক|লেখা|প্রতিবেদক|எழுதியவர்|எழுதியது|ఎడిటర్|"
    r"بقلم|كتبت?|الكاتبة?|إعداد|(?:نُ?شر )?بواسطة|(?:ال)?مراسلة?|"
    r"نویسنده|خبرنگار|گزارشگر|به قلم|نوشته|تحریر|رپورٹ|مصنف|"
    r"(?:เขียน|เรื่อง|เผยแพร่|รายงาน)?โดย|เรื่อง|ผู้เขียน|ผู้สื่อข่าว|ავტორი|Հեղինակ)"
    r"(?:\s*(?P<colon>[:：՝/–-])\s*|\s+)(?:د\. ?|ד״ר )?(?P<names>[^\d.!?؟،,|•:()–—-]{2,60}?)\s*(?:[،,|•(–—-].{0,40})?"
)
_LABELS_UNMARKED = words("מאת بقلم โดย เขียนโดย เรื่องโดย เผยแพร่โดย รายงานโดย ผู้เขียน எழுதியவர் द्वारा بواسطة")
_PHRASES_UNMARKED = ("על ידי", "ע", "נכתב", "פורסם", "به", "نُشر", "نشر")
_VERBS_UNMARKED = words("كتب كتبت إعداد")
_MOST_UNMARKED, _MOST_BEHIND_VERB = 5, 3
# What two capitalised words below a headline are when they are nobody's name.
_NO_PERSON = words(
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
_CUT = Pattern(
    r"\s*(?:[|•·–—/;+]|,|\s-\s|\(|\b[Ff]or\b|\b(?:in|IN)\b|"
    r"\b(?:pour|für|aus|desde|para|per|voor|mit|met|con|com|avec|with|via) (?=[A-ZÀ-Ž]|dpa\b|la |o )|"
    r"\b(?:à|em|en) (?=[A-ZÀ-Ž])|\bde l['’]|\b[Oo]f [Tt]he\b|\bas told to\b|"
    r"\b[Ss]pecial to\b|\b[Ee]special para\b|\b(?:Updated|Published|Mis à|Temps de|Lese(?:zeit|dauer)|Actualizado|"
    r"Atualizado|Aktualisiert|Follow)\b|\S*@\w|(?<=\w) ['’]\d\d$|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\d{1,2}[/. ]).*",
    re.DOTALL,
)
_BEHIND_DESK = Pattern(r"(?:[A-Z][\w'’]*,? ){1,3}By ")
"""`National Desk By Ann Example`"""
_LONGEST_LINE, _LONGEST_EAST_ASIAN = 120, 40
_ROLE_WORDS_BEFORE = words(
    "senior chief deputy associate special political staff guest contributing assistant managing"
)
_WORD_LIMIT = 8
_REACH = 6000
_MARKS = ".,;:!?\"“”„«»()[]‘’'"
# What ends in a stop without ending a sentence; the wire's agency does so too.
_STOPPED = ("Jr.", "Sr.", "Inc.", "M.D.", "Ph.D.", ", Reuters.", ", Reuter.", ", AP.")


def find_byline_rule(text: str, *, after_headline: bool, after_label: bool) -> str | None:
    """Return the name of the rule by which the line is a byline, or None.

    `after_headline`: the headline stands right before it, so a line of names may be one without `By`.
    `after_label`: a line such as `Author of the article:` stands right before it.
    """
    bare = text.strip(" \t\xa0=<^")
    if len(bare) > _LONGEST_LINE or not bare:
        return None
    if bare.casefold() in LABELS:
        return "byline-label"
    if after_label:
        return "byline-after-label" if _are_names(bare, least=1) else None
    if after_headline and bare[:3] in ("By ", "by ", "BY ") and _is_single(bare[3:]):
        return "byline-by"
    if after_headline and bare.startswith(_OPENERS_SMALL):
        rest = bare.partition(" ")[2]
        if (_is_signature(rest) and (bare[0] == "b" or not _is_title(rest))) or _is_single(rest):
            return "byline-by"
        return _find_beside_page_data(bare) if has_digit(bare) else None
    if len(bare) <= _LONGEST_EAST_ASIAN and _may_be_east_asian(bare) and _is_east_asian_byline(bare):
        return "byline-by"
    if after_headline and " By " in bare and (desk := _BEHIND_DESK.match(bare)) and _is_signature(bare[desk.end() :]):
        return "byline-by"
    for opener in _OPENERS + _OPENERS_CAPITALS:
        if bare.startswith(opener):
            rest = bare[len(opener) :]
            if _is_signature(rest) and not (_has_small_words(rest) if opener[0] in "Bb" else _is_title(rest)):
                return "byline-by"
            break
    # `NI AND BREXIT TAKE PRECEDENCE` is a title of the wire, and no `ni` with a name.
    if _first_word(bare) in FIRST_WORDS and (after_headline or not bare.isupper()):
        for end, kind in find_labels(bare):
            if kind == "sure" and _is_labelled(bare[end:]):
                return "byline-by"
            if (after_headline or kind == "opener") and _are_persons(bare[end:]):
                return "byline-by"
    if bare[0] > "\u058f" and _is_unmarked_signature(bare, after_headline=after_headline):
        return "byline-by"
    if after_headline and _is_bare_signature(bare):
        return "byline-names"
    if after_headline and has_digit(bare):
        return _find_beside_page_data(bare)
    return None


def _first_word(text: str) -> str:
    first = _FIRST.match(text)
    return first.group().lower() if first else ""


_FIRST = Pattern(r"[^\s:：|｜丨/\-–—,&(*.]*")


def _is_title(rest: str) -> bool:
    """Return whether behind an opener that is a preposition too stands a title, as in `Por Fin Libres`."""
    parts = rest.split()[:3]
    return any(
        (part[0].isupper() and _is_no_name(part.strip(",").casefold())) or part in parts[:at]
        for at, part in enumerate(parts)
    ) or (not rest.isupper() and any(part.casefold() in _AND_WORDS and part[0].isupper() for part in parts[1:]))


def _has_small_words(rest: str) -> bool:
    """Return whether a line in mixed case has a small word in capitals, as titles have: `By Ferry To Eastmere`."""
    small = not rest.isupper() and any(map(rest.split()[1:-1].__contains__, _SMALL_IN_CAPITALS))
    return small or rest[:2] == "A "


_SMALL_IN_CAPITALS = ("To", "Of", "On", "At", "With", "Till", "Than")


def _is_labelled(rest: str) -> bool:
    """Return whether names stand behind a label that is sure."""
    rest = rest.strip()
    return _is_signature(rest) or _is_single(rest) or _are_names(rest, least=2)


def _are_persons(rest: str) -> bool:
    """Return whether behind a label that may be another word stand persons' names and nothing that is told."""
    rest = _cut(rest.strip())
    parts = _BETWEEN_NAMES.compiled.split(rest)
    return bool(rest) and rest[-1] not in "!?:;…" and all(map(_is_person, parts))


def _is_person(name: str) -> bool:
    """Return whether the words are one person's name, as sure as words can say it."""
    parts = name.split()
    return (
        2 <= len(parts) <= _WORDS_OF_A_NAME
        and _are_person(name)
        and not _is_titled(name)
        and all(not part[0].islower() or part.casefold() in _PARTICLES for part in parts)
        and not any(part.casefold() in _AND_WORDS for part in parts if part[0].isupper())
        and not any(len(part) == _SHORT and part.isalpha() and part[0].isupper() for part in parts[1:-1])
    )


_WORDS_OF_A_NAME, _SHORT = 4, 2


def is_sure(text: str) -> bool:
    """Return whether the line is a byline wherever it stands above a story: it has a label, and a person behind it."""
    if len(text) > _LONGEST_LINE or _first_word(text) not in _SURE_OPENERS:
        return False
    return find_byline_rule(text, after_headline=True, after_label=False) == "byline-by"


_SURE_OPENERS = words("by written posted published von par por door av af autor auteur text texte texto")
SURE_STARTS = frozenset({part for word in _SURE_OPENERS for part in (word[:2], word[:2].title(), word[:2].upper())})
"""What such a line begins with: most lines are known by it to be none."""


def _find_beside_page_data(text: str) -> str | None:
    """`14.03.2025, von Anna Beispiel`, `Posted on March 14, 2025 by Ann Example`: a byline and the date beside it."""
    from converter.prose.beside import without_page_data

    if max(text) > "\u2fff":
        from converter.prose.east_asian_byline import is_among_page_data

        if is_among_page_data(text):
            return "byline-by"
    rest = without_page_data(text)
    if not rest or has_digit(rest):
        return None
    if _ACCOUNT.fullmatch(rest) or is_agency(rest):
        return "byline-by"
    found = find_byline_rule(rest, after_headline=True, after_label=False)
    for part in rest.split(" | ") if found is None and " | " in rest else ():
        found = found or find_byline_rule(part, after_headline=True, after_label=False)
    # A name alone and a date may be those of a caption, or of who is spoken of.
    return found if found == "byline-by" else None


_ACCOUNT = Pattern(
    r"(?:by|von|par|por|di|door|av|af|autor|auteur|autore|author)(?: |: ?)[^\W\d_][\w.-]{2,24}", re.IGNORECASE
)
"""Beside a date one word is enough: `posted by annexample`."""


def _may_be_east_asian(text: str) -> bool:
    return text[0] > "\u2fff" or (not text.isascii() and max(text) > "\u2fff")


def _is_east_asian_byline(text: str) -> bool:
    from converter.prose.east_asian_byline import is_byline

    return is_byline(text)


def _is_unmarked_signature(text: str, *, after_headline: bool) -> bool:
    """Return whether the line is a label and a name in a script that has no capitals: `מאת דנה כהן`."""
    match = _UNMARKED.fullmatch(text) if text[-1] not in "!?؟।…" else None
    if match is None:
        return False
    count = len(match["names"].split())
    if match["colon"]:
        return count <= _MOST_UNMARKED
    if match["label"] in _VERBS_UNMARKED:
        return after_headline and 2 <= count <= _MOST_BEHIND_VERB
    is_label = match["label"] in _LABELS_UNMARKED or (after_headline and match["label"].startswith(_PHRASES_UNMARKED))
    return is_label and 1 <= count <= _MOST_UNMARKED


def is_agency(text: str) -> bool:
    """Return whether the line is the name of an agency or of a newsroom as a whole, and nothing else."""
    from converter.prose.newsrooms import is_newsroom

    return is_newsroom(text)


def is_name_alone(text: str, story: str) -> bool:
    """Return whether a line right below the headline says the author's name alone: two to four words, capitalised, of
    which the story has none; or two such names; or such a name with its place, agency or outlet. A caption names who
    the story is about.
    """
    bare = _without_ornaments(text)
    if len(bare) > _LONGEST_LINE or not bare:
        return False
    if any(map(bare.__contains__, '(“"')):
        bare = _NICKNAME.compiled.sub(" ", bare, count=1)
    if has_digit(bare):
        from converter.prose.beside import without_page_data

        rest = without_page_data(bare)
        if rest and rest[0].isupper() and 2 <= len(rest.split()) <= _WORDS_OF_AN_OUTLET and _is_outlet(rest):
            return True  # `Sample News · Posted: Jul 30, 2025 1:05 PM EDT`
        if rest and not rest[0].islower():  # `News | Ann Example`
            bare = " | ".join(part for part in rest.split(" | ") if part.casefold() not in _NO_PERSON) or bare
    if not bare or len(bare) > _LONGEST_NAMES:
        return False
    if is_agency(bare):
        return True
    if _INITIALS_ALONE.fullmatch(bare):
        return True
    bare = _AND_PLACE.compiled.sub("", bare)
    if bare[0] > "\u2fff":
        from converter.prose.east_asian_byline import is_name

        return is_name(bare) and bare not in story[:_REACH_EAST_ASIAN]
    if _is_one_name_alone(bare, story):
        return True
    match = _NAME_AND_MORE.fullmatch(bare)
    return (
        match is not None
        and _is_tail(match["mark"].strip(), match["more"], story)
        and _is_one_name_alone(match["name"], story)
    )


def _without_ornaments(text: str) -> str:
    """Return the line without the dash or bullet before it and the brackets around it: `(Ann Example)`, `– Ann "
    "Example`."""
    bare = text.strip(_ORNAMENTS)
    if bare[:1] + bare[-1:] in ("()", "[]", "（）", "【】") and not any(map(bare[1:-1].__contains__, "()[]（）【】")):
        return bare[1:-1].strip()
    return bare


_ORNAMENTS = " \t\xa0-–—~*>•·□■○◎●▲★◆△▍＊_☐▌◇☆▪"


def _is_outlet(text: str) -> bool:
    names = text.split()
    return names[-1].casefold() in _PAPERS and all(
        name[0].isupper() and name.casefold() not in _NO_PERSON for name in names[:-1]
    )


_LONGEST_NAMES, _WORDS_OF_AN_OUTLET = 64, 4
_NAME_AND_MORE = Pattern(
    r"(?P<name>[^,/|()–—\s]{1,20} [^,/|()–—]{1,30}?)"
    r"(?P<mark>\s*[,/|·•]\s*(?:in|à|en|em|d[aeo]s?)\s+|\s*[,/|·•]\s*|\s*//\s*|\s+[–—-]\s+|\s+\(?(?:in|IN|aus|desde|à|en|em|a|w|v|"
    r"ve|i|в|у|and|und|et|y|e|og|och|avec|with|mit|con|com|met|med|for|für|pour|para|per|voor|för|of the)\s+|"
    r",? [Dd][aeo]s? | D[AEO]S? |\s+\(|\s)"
    r"(?P<more>[^,/|()–—]{2,40}?)\)?"
)
"""`Ann Example in Eastmere`, `Anna Beispiel/dpa`, `Jeanne Exemple (avec AFP)`, `Ahmet Örnek / İZMİR`."""
_AND_PLACE = Pattern(r", (?:in|em|en|à) [^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}$")


def _is_tail(mark: str, more: str, story: str) -> bool:
    """Return whether what stands behind a name is a place, an agency, an outlet, a job or another name."""
    from converter.prose.places import is_region

    mark = mark.lstrip("(") or mark  # `(avec Jean Modèle)`
    if mark[:1] in (",", "/", "|") and len(mark) > 1 and mark != "//":
        mark = mark[1:].strip()  # `, do UOL`
    if is_agency(more) or (mark != "" and _is_place(more)):
        return True
    names = more.split()
    first, last = names[0].casefold(), names[-1].casefold()
    is_capital = all(name[0].isupper() or name in _ARTICLES or name == "of" for name in names)
    if first in _ROLES and mark in ("", ",", "/", "|", "(", "-", "–"):
        return True  # `Correspondente em Londres`
    if (first in _PAPERS or last in _PAPERS) and (mark != "" or names[0] in ("The", "THE")):
        return (mark in _OUTLET_MARKS or mark in _FOR) and names[-1][0].isupper()
    if mark.lower() in _FOR or mark.lower() in _OF:
        return is_capital and names[-1][0].isupper()
    if mark in _IN:
        return len(names) <= _WORDS_OF_A_PAPER and is_capital and not any(map(_is_nobodys, names))
    if (
        first in _ARTICLES_OF_NAMES
        and len(names) > 1
        and mark in _OUTLET_MARKS
        and is_capital
        and names[0][0].isupper()
    ):
        return mark != ""  # `, El Correo`
    if mark == "/" and len(names) <= _WORDS_OF_AN_OUTLET - 1 and is_capital:
        return True
    # Of a name that the story does not tell: `, NDR`, `, SAMPLE TODAY`, `, Rechtsanwältin`.
    if (
        mark in (",", "|", "-", "–")
        and not has_digit(more)
        and (more.isupper() or not more[1:].islower())
        and len(names) == 1
    ):
        return True  # `Ani Contoh - detikSample`
    if mark in (",", "|") and (more.isupper() or (len(names) == 1 and more.isalpha() and not is_region(more))):
        return True
    if mark in (",", "") and first in _SPECIAL and len(names) > 1 and names[-1][0].isupper():
        return True
    if mark == "" and len(names) == _WORDS_OF_A_PAPER:  # `Ann Example Sample News`
        return last in _PAPERS and all(name[0].isupper() for name in names)
    others = _BETWEEN_NAMES.compiled.split(more)
    return mark in _AND and all(_is_one_name_alone(other, story) for other in others)


_SPECIAL = ("for", "especial", "special", "spécial", "enviada", "enviado")
_IN = ("in", "IN", "aus", "desde", "à", "en", "em")
_OF = ("of the", "da", "de", "do", "das", "dos")
_OUTLET_MARKS = ("–", "—", "-", "·", "•", "//", "/", "(", "|", "", ",")
_FOR = ("for", "für", "pour", "para", "per", "voor", "för")
_AND = (",", "/", "|", *words("and und et y e og och avec with mit con com met med"))
_WORDS_OF_A_PAPER = 2
_ARTICLES = words("the die den das le la o a el il de het")
_ARTICLES_OF_NAMES = words("the die der das le la les o a el il het")


def _is_place(text: str) -> bool:
    from converter.prose.places import is_place

    return is_place(text.replace("İ", "I").removeprefix("à ").removeprefix("in ").removeprefix("en ").strip(". "))


def _is_one_name_alone(bare: str, story: str) -> bool:
    bare = bare.removesuffix(" Jr.").removesuffix(", Jr.").removesuffix(", M.D.").removesuffix(", Ph.D.")
    parts = bare.split()
    if (
        not 2 <= len([part for part in parts if part[0].isupper()]) <= 4
        or len(parts) > 6
        or len(bare) > 40
        or not _are_names(bare, least=2)
    ):
        return False
    if _is_titled(bare) or any(
        part.casefold() in _JOINERS and part.casefold() not in _NAMES_TOO for part in parts[1:-1]
    ):
        return False
    if bare[-1] in ".!?:;,…" or any(
        not _INITIALS.fullmatch(part) and (_is_nobodys(part) or "." in part[:-1]) for part in parts
    ):
        return False
    if not all(char.isalpha() or char in " .'’-" for char in bare):
        return False
    if bare in story:
        story = re.sub(_OF_AUTHOR.format(name=re.escape(bare)), " ", story, flags=re.MULTILINE)
    said = {word.strip(_MARKS).removesuffix("’s").removesuffix("'s") for word in story[:_REACH].split()}
    own = [part for part in parts if part[0].isupper()]
    return not any(len(part) > 2 and part in said for part in own) and not all(part.lower() in said for part in own)


_INITIALS = Pattern(r"(?:[^\W\d_]\.-?){1,3}")
_INITIALS_ALONE = Pattern(r"(?:[^\W\d_a-z]\.[ -]?){2,3}")
_NICKNAME = Pattern(r"\s+(?:\([^\W\d_a-z][^()]{0,13}\)|[“\"][^“”\"]{1,14}[”\"])\s+")
_REACH_EAST_ASIAN = 300


def _is_single(rest: str) -> bool:
    """Return whether the rest of a line is one name: a first name, an account, an outlet."""
    name = rest.strip()
    if not (name.isalpha() and len(name) > 2 and name[0].isupper()):
        return False
    return name.casefold() not in _NO_NAMES and not _is_no_name(name.casefold())


def is_job_line(text: str) -> bool:
    """Return whether a line right below a byline says the author's job or paper: `Associated Sample Writer`."""
    bare = text.strip(" \t\xa0=<^()")
    if "@" in bare and _ADDRESS.fullmatch(bare):
        return True
    names = bare.split()
    if not 1 <= len(names) <= 7 or text.rstrip()[-1:] in ".!?:;":
        return False
    if bare.count(",") == len(names) - 1 > 1:
        return False  # `CD-player, Radio, Video` are subjects.
    if not _NOT_OF_JOBS.isdisjoint(names):
        return False  # `Add Sample News on Google`
    known = {name.strip(",()").casefold() for name in names} & (_ROLES | _PAPERS)
    return bool(known) and (names[0][:1].isupper() or len(names) <= 4)


_NOT_OF_JOBS = words("on your this by from with")
_ADDRESS = Pattern(r"(?:Follow )?@\w{2,30}|(?:E-?mail: ?)?[\w.+-]+@[\w-]+\.[\w.]+")


def goes_on(text: str, before: str) -> bool:
    """Return whether a line right below a byline names its other authors: `and BO SAMPLE`, or the name behind `and`."""
    bare = text.strip(" \t\xa0")
    joiner, _, rest = bare.partition(" ")
    if joiner.casefold() in _AND_WORDS and (joiner.islower() or bare.isupper()):
        return _are_persons(rest)
    return before.rpartition(" ")[2].casefold() in _AND_WORDS and _are_persons(bare)


def is_label(text: str) -> bool:
    """Return whether the line is a label whose next line is the byline."""
    bare = text.strip(" \t\xa0")
    return bare.casefold() in LABELS


def is_label_of(text: str, following: str) -> bool:
    """Return whether the line is a label and the next one its names: `Words` and `Ann Example`."""
    bare = text.strip(" \t\xa0")
    if bare[:1] > "\u2fff":
        from converter.prose.east_asian_byline import is_name

        return bare.rstrip(" ：:") in _LABELS_EAST_ASIAN and is_name(following)
    return (
        len(bare) <= _LONGEST_LABEL
        and _first_word(bare) in FIRST_WORDS
        and is_label_alone(bare)
        and _are_persons(following)
    )


_LONGEST_LABEL = 30
_LABELS_EAST_ASIAN = ("作者", "记者", "記者", "撰文", "文")


_AND_STAFF = Pattern(
    r",? (?:and|und|et|y|e|med|mit|avec|con|com|with)(?: the)? (?:agenc(?:y|ies)|agenturen|agences|agencias|agências|"
    r"agenzie|wire (?:reports|services)|(?:[A-Z]\w+ ){1,2}[Ss]taff)$"
)


def _cut(rest: str) -> str:
    """Return the names that a line begins with, without their outlet, place and time, and without who took pictures."""
    names = _CUT.compiled.sub("", rest).strip(" :\xa0")
    parts = names.split()
    for at in range(2, len(parts)):
        if parts[at].strip(":").casefold() in PICTURES:
            return " ".join(parts[:at])
    return names


def _is_signature(rest: str) -> bool:
    """Return whether the words after `By` are names, perhaps with an outlet or role after a comma or bar."""
    rest = _AND_STAFF.compiled.sub("", rest)
    names = _cut(rest)
    words = names.split()
    if not words:
        return False
    if words[0] in ("The", "THE") and len(words) > 2 and words[-1].casefold() in _PAPERS:
        return names == rest.strip()  # `By The Associated Press`
    if len(words) > 1 and words[-1].casefold() in _STAFF and names == rest.strip():
        return words[0][0].isupper() and (words[-1][0].isupper() or len(words) > 2)
    if len(words) == 1:
        return (
            words[0].casefold() in _SINGLE
            or _INITIALS_ALONE.fullmatch(words[0]) is not None
            or (names != rest.strip() and _are_names(names, least=1))
        )
    if rest.rstrip().endswith((".", "!", "?", ":", ";", "…")) and not rest.rstrip().endswith(_STOPPED):
        return False
    # `By Ann Example, Reuters and Bo Sample, AP`: what is cut off must not be prose either.
    tail = rest[len(names) :]
    small = [word for word in tail.split() if word[:1].islower()]
    unknown = [
        word
        for word in small
        if word.strip(",.:;()")
        not in _ROLES
        | _JOINERS
        | _PARTICLES
        | {
            "in",
            "for",
            "at",
            "of",
            "the",
            "political",
            "health",
            "business",
            "education",
            "science",
            "sports",
            "news",
            "to",
        }
    ]
    if len(unknown) > 2 or len(tail.split()) > 12:
        return False
    return _are_names(names, least=2) and not _joins_things(words)


def _joins_things(words: list[str]) -> bool:
    """Return whether one word alone stands behind the last `and`, as in `Bus and Boat`; a person has two."""
    return (
        len(words) > 2
        and words[-2].casefold() in _AND_WORDS
        and words[-1].casefold() not in _ROLES
        and words[-1].isalpha()
        and not is_agency(words[-1])
    )


_NAMES_TOO = words("a i ja dan")
"""Words for `and` that with a capital are an initial or a name."""
_AND_WORDS = words("ve dan and und et y e og och en i & ja")


def _are_names(words: str, *, least: int) -> bool:
    parts = [part for part in re.split(r"[\s]+", words.strip(" ,:")) if part]
    if not least <= len(parts) <= _WORD_LIMIT:
        return False
    names = 0
    for part in parts:
        bare = part.strip(",.&'’\"")
        lowered = bare.casefold()
        if (
            part == "&"
            or (lowered in _JOINERS and (part.islower() or lowered not in _NAMES_TOO))
            or (lowered in _PARTICLES and bare[:1].islower())
        ):
            continue
        if lowered in _ROLES and names:
            continue
        if any(map(str.isdigit, part)) or (lowered in _NO_NAMES and not names) or not bare or not _is_capital(bare[0]):
            return False
        names += 1
    return names >= least


def _is_capital(char: str) -> bool:
    """Return whether a name may begin so: with a capital, or in a script that has none."""
    return char.isupper() or (char.isalpha() and not char.islower())


# What a story says of its author is no part of what it tells: `Ann Example reports.`, who she is, what she asked, her
# photographs.
_OF_AUTHOR = (
    r"\b{name} (?:reports|has (?:this|that|the) (?:report|story)|has more|filed this report|"
    r"berichtet|rapporte|informa)\b|"
    r"\b(?:[Rr]eport|[Ss]tory|[Bb]ericht) (?:from|by|von) {name}\b|\b[Bb]y {name}\b|"
    r"^{name},? (?:is|ist|est|es|è|é|is een|är|er|on|jest|je|is the|has been|was|writes|schreibt|works|arbeitet|covers|"
    r"can be reached|joined|studied|lebt|lives|escribe|écrit|scrive)\b.*$|^{name}\s?:|"
    r"(?:[Pp]hotos?|[Ff]otos?|[Ii]mages?|[Pp]hotographs?|[Ii]llustrations?|[Bb]ild(?:er)?|©|[Cc]opyright|[Tt]exte?)"
    r"\s?(?:by|von|:|/|de)?\s?{name}\b|\({name}\)|"
    r"(?:[Ff]ollow|[Cc]ontact|[Ee]mail|[Ww]rite to) {name}\b.*$"
)


def _is_nobodys(part: str) -> bool:
    word = part.strip(".,").casefold()
    return (word in _NO_PERSON and not (part[0].islower() and word in _PARTICLES)) or (
        not part[0].islower() and _is_no_name(word)
    )


def _is_no_name(word: str) -> bool:
    from converter.prose.not_names import ENDINGS, NOT_NAMES

    return word in NOT_NAMES or word.endswith(ENDINGS)


def _is_titled(name: str) -> bool:
    from converter.prose.not_names import TITLES

    return name.partition(" ")[0].casefold() in TITLES


_BETWEEN_NAMES = Pattern(
    r"\s*[,/;|+]\s*(?:(?:and|und|et|y|e) )?|\s+(?:and|und|et|y|e|og|och|en|ja|i|a|ve|dan|și|και|и|та|і|&)\s+|\s[–-]\s"
)


def _are_person(name: str) -> bool:
    """Return whether the words are one name, and none of them one that pages set in capitals for other things."""
    first = name.partition(" ")[0].casefold()
    return (
        ":" not in name
        and _are_names(name, least=2)
        and first not in ("das", "der", "die", "el", "los", "il")
        and not any(_is_in_title(word) for word in name.split())
    )


def _is_in_title(word: str) -> bool:
    bare = word.strip(".,").casefold()
    return (
        (bare in _NO_PERSON and bare not in _PARTICLES) or bare in _ROLES or (word[0].isupper() and _is_no_name(bare))
    )


_ROLE_TAIL = Pattern(r"(?P<names>[^,|•·/]+?)\s*(?P<mark>,|\||•|·|//|\s[-–—]\s)\s*(?P<rest>.+)")


_ROLE_BEHIND = Pattern(r"(?P<names>[^()]{5,40}?) ?\((?P<role>[^\W\d_]{4,16})\)")
_TIME = Pattern(r"\d{4}|\d[:./h]\d|\d ?(?:[hm]|min|hours?|hrs?|days?)\b|^\W*[A-Z][a-z]{2,8}\.? \d")
_REPORTING_FROM = Pattern(r"Aus [^\W\d_]+ bericht(?:et|en):? (.+)")
_TOLD_FROM = Pattern(r" (?:from|aus|depuis|desde|da|från|fra) [^\W\d_a-z]\w+$")
_TELLS = words(
    "writes reports schreibt berichtet écrit escribe informa scrive skrifar skriver rapporterer rapporterar kirjoittaa"
)


_JOINS = tuple(f" {joiner} " for joiner in words("and und et y og och & e en ja i a ve dan και и та і"))


def _is_bare_signature(text: str) -> bool:
    if text.endswith((".", "!", "?", ":", ";")):
        return False
    text = _AND_STAFF.compiled.sub("", text)
    listed = _BETWEEN_NAMES.compiled.split(text)
    if (
        len(listed) > (1 if "/" in text else 2)
        and all(2 <= len(part.split()) <= 4 for part in listed)
        and all(map(_are_person, listed))
    ):
        return True  # `Ann Example, Bo Sample, Cara Model`
    if len(text.split()) > _WORD_LIMIT:
        return False
    told = _TOLD_FROM.compiled.sub("", text).rpartition(" ")
    if text.startswith("Aus ") and (reporting := _REPORTING_FROM.fullmatch(text)):
        return _are_persons(reporting[1])
    if told[2].casefold() in _TELLS and 2 <= len(told[0].split()) <= 4 and _are_person(told[0]):
        return True  # `Anna Dæmi skrifar`
    cut = _CUT.search(text, 1)
    if cut and ("@" in cut.group() or (cut.group().lstrip()[0] not in ",|" and _TIME.search(cut.group()))):
        names = text[: cut.start()]
        return 2 <= len(names.split()) <= _WORDS_OF_A_NAME and _are_person(names)
    match = _ROLE_BEHIND.fullmatch(text)
    if match and _are_person(match["names"]) and match["role"].casefold() in _ROLES:
        return True  # `Anna Beispiel (Autorin)`
    match = _ROLE_TAIL.fullmatch(text)
    if match:
        names = match["names"]
        roles = {word.strip(",.").casefold() for word in match["rest"].split()}
        if (
            2 <= len(names.split()) <= 6
            and all(map(_are_person, _BETWEEN_NAMES.compiled.split(names)))
            and (bool(roles & (_ROLES | _PAPERS | _DEGREES)) or "|" in text)
        ):
            return True
        if match["mark"] in ",|•":
            return False
    words = text.split()
    if (
        len(words) >= 3
        and words[-1].casefold() in _ROLES
        and _are_names(" ".join(words[:2]), least=2)
        and not any(word.casefold() in _ROLES | _NO_PERSON | _ROLE_WORDS_BEFORE for word in words[:2])
        and all(word[0].isupper() for word in words[2:-1])
    ):
        return True  # `Ann Example Senior Sample Correspondent`
    for joiner in _JOINS:
        first, found, second = text.partition(joiner)
        if found:
            return all(
                2 <= len(part.split()) <= _WORDS_OF_A_NAME and _are_person(part) for part in (first, _cut(second))
            )
    return False

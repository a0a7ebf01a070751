"""The byline: the line that says who wrote the story.

`By Ann Example, Reuters`, `Von Ann Beispiel`, `Ann Example and Bo Sample`
under a headline, or the name below a label line. `By Friday the river had
fallen.` is prose: a byline has no small words but particles and roles, no
final stop, and at most eight words.
"""

from __future__ import annotations

import re

from converter.text.bylines.labels import FIRST_WORDS, find_labels, is_label_alone
from converter.text.bylines.name_alone import is_agency
from converter.text.bylines.persons import (
    AND_WORDS,
    BEHIND_NAMES,
    BETWEEN_NAMES,
    INITIALS_ALONE,
    JOINERS,
    LONGEST_LINE,
    MOST_WORDS,
    NO_NAMES,
    NO_PERSON,
    PAPERS,
    PARTICLES,
    ROLES,
    WORDS_OF_A_NAME,
    are_names,
    are_persons,
    is_no_name,
    leading_names,
    may_be_person,
)
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern

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
        "par :",
        "par:",
        "por:",
        "von:",
        "door:",
    }
)
"""Label lines, in small letters, whose next line is the byline."""

# What stands behind a name and a comma when it is no job: a degree.
_DEGREES = words("md m.d phd ph.d jd j.d ma m.a msc m.sc mph rn rd esq dphil mba m.b.a lpc pharmd dvm")
_SINGLE = words("reuters reuter ap afp upi dpa staff bloomberg ani pti ians")
_STAFF = words("staff writer writers reporter reporters correspondent correspondents")
_BEHIND_DESK = Pattern(r"(?:[A-Z][\w'’]*,? ){1,3}By ")
"""`National Desk By Ann Example`"""
_LONGEST_EAST_ASIAN = 40
_ROLE_WORDS_BEFORE = words(
    "senior chief deputy associate special political staff guest contributing assistant managing"
)
# What ends in a stop without ending a sentence; the wire's agency does so too.
_STOPPED = ("Jr.", "Sr.", "Inc.", "M.D.", "Ph.D.", ", Reuters.", ", Reuter.", ", AP.")


def find_byline_rule(text: str, *, after_headline: bool, after_label: bool) -> str | None:
    """Return the name of the rule by which the line is a byline, or None.

    `after_headline`: the headline stands right before it, so a line of names may be one without `By`.
    `after_label`: a line such as `Author of the article:` stands right before it.
    """
    bare = text.strip(" \t\xa0=<^")
    if len(bare) > LONGEST_LINE or not bare:
        return None
    if bare.casefold() in LABELS:
        return "byline-label"
    if after_label:
        return "byline-after-label" if are_names(bare, least=1) or is_agency(bare) else None
    if after_headline and bare[:3] in ("By ", "by ", "BY ") and _is_single(bare[3:]):
        return "byline-by"
    if after_headline and bare.startswith(_OPENERS_SMALL):
        rest = bare.partition(" ")[2]
        if (_is_signature(rest) and (bare[0] == "b" or not _is_title(rest))) or _is_single(rest):
            return "byline-by"
        return _find_beside_page_data(bare) if has_digit(bare) else None
    if (len(bare) <= _LONGEST_EAST_ASIAN or "@" in bare) and _may_be_east_asian(bare) and _is_east_asian_byline(bare):
        return "byline-by"
    if after_headline and " By " in bare and (desk := _BEHIND_DESK.match(bare)) and _is_signature(bare[desk.end() :]):
        return "byline-by"
    for opener in _OPENERS + _OPENERS_CAPITALS:
        if bare.startswith(opener):
            rest = bare[len(opener) :]
            if _is_signature(rest) and not (_has_small_words(rest) if opener[0] in "Bb" else _is_title(rest)):
                return "byline-by"
            if after_headline and is_agency(rest):
                return "byline-by"  # `Por Redacción Muestra`
            break
    # `NI AND BREXIT TAKE PRECEDENCE` is a title of the wire, and no `ni` with a name.
    if _first_word(bare) in FIRST_WORDS and (after_headline or not bare.isupper()):
        for end, kind in find_labels(bare):
            if kind == "sure" and _is_labelled(bare[end:]):
                return "byline-by"
            if (after_headline or kind == "opener") and are_persons(bare[end:]):
                return "byline-by"
    if bare[0] == "[" and (field := _FIELD.match(bare)) and field["label"].casefold() in _FIELDS:
        return "byline-by" if _is_in_field(bare[field.end() :]) else None
    if bare[0] > "\u058f" and _is_unmarked_byline(bare, after_headline=after_headline):
        return "byline-by"
    if after_headline and _is_bare_signature(bare):
        return "byline-names"
    if after_headline and has_digit(bare):
        return _find_beside_page_data(bare)
    return None


def _first_word(text: str) -> str:
    end = next((at for at, char in enumerate(text) if char in _AFTER_FIRST or char.isspace()), len(text))
    return text[:end].lower()


_AFTER_FIRST = frozenset(":：|｜丨/-–—,&(*.")


_FIELD = Pattern(r"\[(?P<label>[^\W\d_][^\[\]]{0,14})\]\s?[:：]?\s*(?=\S)")
_FIELDS = words(
    "author authors author(s) by byline writer autor autores autora autorin autoren auteur auteurs autrice autore "
    "autori автор авторы автори аўтар autorzy autoři autori szerző szerzők yazar autorul författare forfatter "
    "kirjoittaja penulis συγγραφέας συντάκτης 作者 记者 記者 撰文 著者 기자 글쓴이 الكاتب المؤلف نویسنده लेखक"
)
"""What a collection calls the author before the name: `[Autor] Ana Ejemplo`."""


def _is_in_field(rest: str) -> bool:
    """Return whether names stand in the field, perhaps with their outlet as a sentence behind them."""
    names, _, _ = rest.partition(". ")
    if rest[0] > "\u2fff":
        from converter.text.bylines.east_asian import is_name

        return is_name(rest)
    return _is_signature(rest) or are_names(rest, least=2) or are_persons(names)


def _is_title(rest: str) -> bool:
    """Return whether behind an opener that is a preposition too stands a title, as in `Por Fin Libres`."""
    parts = rest.split()[:3]
    return any(
        (part[0].isupper() and is_no_name(part.strip(",").casefold())) or part in parts[:at]
        for at, part in enumerate(parts)
    ) or (not rest.isupper() and any(part.casefold() in AND_WORDS and part[0].isupper() for part in parts[1:]))


def _has_small_words(rest: str) -> bool:
    """Return whether a line in mixed case has a small word in capitals, as titles have: `By Ferry To Eastmere`."""
    small = not rest.isupper() and any(map(rest.split()[1:-1].__contains__, _SMALL_IN_CAPITALS))
    return small or rest[:2] == "A "


_SMALL_IN_CAPITALS = ("To", "Of", "On", "At", "With", "Till", "Than")


def _is_labelled(rest: str) -> bool:
    """Return whether names stand behind a label that is sure."""
    rest = rest.strip()
    return _is_signature(rest) or _is_single(rest) or are_names(rest, least=2)


def is_sure(text: str) -> bool:
    """Return whether the line is a byline wherever it stands above a story: it has a label, and a person behind it."""
    if len(text) > LONGEST_LINE or _first_word(text) not in _SURE_OPENERS:
        return False
    return find_byline_rule(text, after_headline=True, after_label=False) == "byline-by"


_SURE_OPENERS = words("by written posted published von par por door av af autor auteur text texte texto")
SURE_STARTS = frozenset({part for word in _SURE_OPENERS for part in (word[:2], word[:2].title(), word[:2].upper())})
"""What such a line begins with: most lines are known by it to be none."""


def _find_beside_page_data(text: str) -> str | None:
    """`14.03.2025, von Anna Beispiel`, `Posted on March 14, 2025 by Ann Example`: a byline and the date beside it."""
    from converter.text.bylines.beside import without_page_data

    if max(text) > "\u2fff":
        from converter.text.bylines.east_asian import is_among_page_data

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
    from converter.text.bylines.east_asian import is_byline

    return is_byline(text)


def _is_unmarked_byline(text: str, *, after_headline: bool) -> bool:
    from converter.text.bylines.unmarked import is_unmarked_byline

    return is_unmarked_byline(text, after_headline=after_headline)


def _is_single(rest: str) -> bool:
    """Return whether the rest of a line is one name: a first name, an account, an outlet."""
    name = rest.strip()
    if not (name.isalpha() and len(name) > 2 and name[0].isupper()):
        return False
    return name.casefold() not in NO_NAMES and not is_no_name(name.casefold())


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
    known = {name.strip(",()").casefold() for name in names} & (ROLES | PAPERS)
    return bool(known) and (names[0][:1].isupper() or len(names) <= 4)


_NOT_OF_JOBS = words("on your this by from with")
_ADDRESS = Pattern(r"(?:Follow )?@\w{2,30}|(?:E-?mail: ?)?[\w.+-]+@[\w-]+\.[\w.]+")


def goes_on(text: str, before: str) -> bool:
    """Return whether a line right below a byline names its other authors: `and BO SAMPLE`, or the name behind `and`."""
    bare = text.strip(" \t\xa0")
    joiner, _, rest = bare.partition(" ")
    if joiner.casefold() in AND_WORDS and (joiner.islower() or bare.isupper()):
        return are_persons(rest)
    return before.rpartition(" ")[2].casefold() in AND_WORDS and are_persons(bare)


def is_label(text: str) -> bool:
    """Return whether the line is a label whose next line is the byline."""
    bare = text.strip(" \t\xa0")
    return bare.casefold() in LABELS


def is_label_of(text: str, following: str) -> bool:
    """Return whether the line is a label and the next one its names: `Words` and `Ann Example`."""
    bare = text.strip(" \t\xa0")
    if bare[:1] > "\u2fff":
        from converter.text.bylines.east_asian import is_name

        return bare.rstrip(" ：:") in _LABELS_EAST_ASIAN and is_name(following)
    return (
        len(bare) <= _LONGEST_LABEL
        and _first_word(bare) in FIRST_WORDS
        and is_label_alone(bare)
        and are_persons(following)
    )


_LONGEST_LABEL = 30
_LABELS_EAST_ASIAN = ("作者", "记者", "記者", "撰文", "文")


_AND_STAFF = Pattern(
    r",? (?:and|und|et|y|e|med|mit|avec|con|com|with)(?: the)? (?:agenc(?:y|ies)|agenturen|agences|agencias|agências|"
    r"agenzie|wire (?:reports|services)|(?:[A-Z]\w+ ){1,2}[Ss]taff)$"
)


def _is_signature(rest: str) -> bool:
    """Return whether the words after `By` are names, perhaps with an outlet or role after a comma or bar."""
    rest = _AND_STAFF.compiled.sub("", rest)
    names = leading_names(rest)
    words = names.split()
    if not words:
        return False
    if words[0] in ("The", "THE") and len(words) > 2 and words[-1].casefold() in PAPERS:
        return names == rest.strip()  # `By The Associated Press`
    if len(words) > 1 and words[-1].casefold() in _STAFF and names == rest.strip():
        return words[0][0].isupper() and (words[-1][0].isupper() or len(words) > 2)
    if len(words) == 1:
        return (
            words[0].casefold() in _SINGLE
            or INITIALS_ALONE.fullmatch(words[0]) is not None
            or (names != rest.strip() and are_names(names, least=1))
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
        not in ROLES
        | JOINERS
        | PARTICLES
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
    return are_names(names, least=2) and not _joins_things(words)


def _joins_things(words: list[str]) -> bool:
    """Return whether one word alone stands behind the last `and`, as in `Bus and Boat`; a person has two."""
    return (
        len(words) > 2
        and words[-2].casefold() in AND_WORDS
        and words[-1].casefold() not in ROLES
        and words[-1].isalpha()
        and not is_agency(words[-1])
    )


_ROLE_TAIL = Pattern(r"(?P<names>[^,|•·/]+?)\s*(?P<mark>,|\||•|·|//|\s[-–—]\s)\s*(?P<rest>.+)")


_ROLE_BEHIND = Pattern(r"(?P<names>[^()]{5,40}?) ?\((?P<role>[^\W\d_]{4,16})\)")
_TIME = Pattern(r"(?<!\d)\d{4}(?!\d)|\d[:./h]\d|\d ?(?:[hm]|min|hours?|hrs?|days?)\b|^\W*[A-Z][a-z]{2,8}\.? \d")
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
    listed = BETWEEN_NAMES.compiled.split(text)
    if (
        len(listed) > (1 if "/" in text else 2)
        and all(2 <= len(part.split()) <= 4 for part in listed)
        and all(map(may_be_person, listed))
    ):
        return True  # `Ann Example, Bo Sample, Cara Model`
    if len(text.split()) > MOST_WORDS:
        return False
    told = _TOLD_FROM.compiled.sub("", text).rpartition(" ")
    if text.startswith("Aus ") and (reporting := _REPORTING_FROM.fullmatch(text)):
        return are_persons(reporting[1])
    if told[2].casefold() in _TELLS and 2 <= len(told[0].split()) <= 4 and may_be_person(told[0]):
        return True  # `Anna Dæmi skrifar`
    cut = BEHIND_NAMES.search(text, 1)
    if cut and ("@" in cut.group() or (cut.group().lstrip()[0] not in ",|" and _TIME.search(cut.group()))):
        names = text[: cut.start()]
        return 2 <= len(names.split()) <= WORDS_OF_A_NAME and may_be_person(names)
    match = _ROLE_BEHIND.fullmatch(text)
    if match and may_be_person(match["names"]) and match["role"].casefold() in ROLES:
        return True  # `Anna Beispiel (Autorin)`
    match = _ROLE_TAIL.fullmatch(text)
    if match:
        names = match["names"]
        roles = {word.strip(",.").casefold() for word in match["rest"].split()}
        if (
            2 <= len(names.split()) <= 6
            and all(map(may_be_person, BETWEEN_NAMES.compiled.split(names)))
            and (bool(roles & (ROLES | PAPERS | _DEGREES)) or "|" in text)
        ):
            return True
        if match["mark"] in ",|•":
            return False
    words = text.split()
    if (
        len(words) >= 3
        and words[-1].casefold() in ROLES
        and are_names(" ".join(words[:2]), least=2)
        and not any(word.casefold() in ROLES | NO_PERSON | _ROLE_WORDS_BEFORE for word in words[:2])
        and all(word[0].isupper() for word in words[2:-1])
    ):
        return True  # `Ann Example Senior Sample Correspondent`
    for joiner in _JOINS:
        first, found, second = text.partition(joiner)
        if found:
            return all(
                2 <= len(part.split()) <= WORDS_OF_A_NAME and may_be_person(part)
                for part in (first, leading_names(second))
            )
    return False

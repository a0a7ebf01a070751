"""A name alone below a headline: an author whom the story does not tell of, an agency or a newsroom."""

from __future__ import annotations

import re

from converter.text.bylines.persons import (
    BETWEEN_NAMES,
    INITIALS_ALONE,
    JOINERS,
    LONGEST_LINE,
    NAMES_TOO,
    NO_PERSON,
    PAPERS,
    ROLES,
    are_names,
    begins_with_given_name,
    has_title,
    is_nobodys,
)
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern

_REACH = 6000
_MARKS = ".,;:!?\"“”„«»()[]‘’'"


def is_agency(text: str) -> bool:
    """Return whether the line is the name of an agency or of a newsroom as a whole, and nothing else."""
    from converter.text.bylines.newsrooms import is_newsroom

    return is_newsroom(text)


def is_name_alone(text: str, story: str) -> bool:
    """Return whether a line right below the headline says the author's name alone: two to four words, capitalised, of
    which the story has none; or two such names; or such a name with its place, agency or outlet. A caption names who
    the story is about.
    """
    bare = _without_ornaments(text)
    if len(bare) > LONGEST_LINE or not bare:
        return False
    if any(map(bare.__contains__, '(“"')):
        bare = _NICKNAME.compiled.sub(" ", bare, count=1)
        bare = _COMPILED.compiled.sub("", bare, count=1)
    bare = _undoubled(bare)
    if has_digit(bare):
        from converter.text.bylines.beside import without_page_data

        rest = without_page_data(bare)
        if rest and rest[0].isupper() and 2 <= len(rest.split()) <= _WORDS_OF_AN_OUTLET and _is_outlet(rest):
            return True  # `Sample News · Posted: Jul 30, 2025 1:05 PM EDT`
        if rest and not rest[0].islower():  # `News | Ann Example`
            bare = " | ".join(part for part in rest.split(" | ") if part.casefold() not in NO_PERSON) or bare
    if not bare or len(bare) > _LONGEST_NAMES:
        return False
    if is_agency(bare):
        return True
    if INITIALS_ALONE.fullmatch(bare):
        return True
    bare = _AND_PLACE.compiled.sub("", bare)
    if bare[0] > "\u2fff":
        from converter.text.bylines.east_asian import is_name

        return is_name(bare) and bare not in story[:_REACH_EAST_ASIAN]
    if _is_one_name_alone(bare, story):
        return True
    match = _NAME_AND_MORE.fullmatch(bare)
    return (
        match is not None
        and _is_tail(match["mark"].strip(), match["more"], story)
        and _is_one_name_alone(match["name"], story)
    )


def _undoubled(text: str) -> str:
    """Return a name once that stands twice, as copying leaves it: `Ann ExampleAnn Example`."""
    half = (len(text) + 1) // 2
    return text[half:] if half > _LEAST_DOUBLED and text[half:] == text[: len(text) // 2] else text


_LEAST_DOUBLED = 5


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
    return names[-1].casefold() in PAPERS and all(
        name[0].isupper() and name.casefold() not in NO_PERSON for name in names[:-1]
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
    from converter.text.places import is_region

    mark = mark.lstrip("(") or mark  # `(avec Jean Modèle)`
    if mark[:1] in (",", "/", "|") and len(mark) > 1 and mark != "//":
        mark = mark[1:].strip()  # `, do UOL`
    if is_agency(more) or (mark != "" and _is_place(more)):
        return True
    names = more.split()
    if not names:
        return False  # Blanks of other widths.
    first, last = names[0].casefold(), names[-1].casefold()
    is_capital = all(name[0].isupper() or name in _ARTICLES or name == "of" for name in names)
    if first in ROLES and mark in ("", ",", "/", "|", "(", "-", "–"):
        return True  # `Correspondente em Londres`
    if (first in PAPERS or last in PAPERS) and (mark != "" or names[0] in ("The", "THE")):
        return (mark in _OUTLET_MARKS or mark in _FOR) and names[-1][0].isupper()
    if mark.lower() in _FOR or mark.lower() in _OF:
        return is_capital and names[-1][0].isupper()
    if mark in _IN:
        return len(names) <= _WORDS_OF_A_PAPER and is_capital and not any(map(is_nobodys, names))
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
        return last in PAPERS and all(name[0].isupper() for name in names)
    others = BETWEEN_NAMES.compiled.split(more)
    return mark in _AND and all(_is_one_name_alone(other, story) for other in others)


_SPECIAL = ("for", "especial", "special", "spécial", "enviada", "enviado")
_IN = ("in", "IN", "aus", "desde", "à", "en", "em")
_OF = ("of the", "da", "de", "do", "das", "dos")
_OUTLET_MARKS = ("–", "—", "-", "·", "•", "//", "/", "(", "|", "", ",")
_FOR = ("for", "für", "pour", "para", "per", "voor", "för")
_AND = (",", "/", "|", "-", "–", *words("and und et y e og och avec with mit con com met med"))
_WORDS_OF_A_PAPER = 2
_ARTICLES = words("the die den das le la o a el il de het")
_ARTICLES_OF_NAMES = words("the die der das le la les o a el il het")


def _is_place(text: str) -> bool:
    from converter.text.places import is_place

    return is_place(text.replace("İ", "I").removeprefix("à ").removeprefix("in ").removeprefix("en ").strip(". "))


def _is_one_name_alone(bare: str, story: str) -> bool:
    bare = bare.removesuffix(" Jr.").removesuffix(", Jr.").removesuffix(", M.D.").removesuffix(", Ph.D.")
    parts = bare.split()
    if (
        not 2 <= len([part for part in parts if part[0].isupper()]) <= 4
        or len(parts) > 6
        or len(bare) > 40
        or not are_names(bare, least=2)
    ):
        return False
    if has_title(bare) or any(part.casefold() in JOINERS and part.casefold() not in NAMES_TOO for part in parts[1:-1]):
        return False
    names = [part for part in parts if not _INITIALS.fullmatch(part)]
    if bare[-1] in ".!?:;,…" or any("." in part[:-1] for part in names):
        return False
    is_of_syllables = is_vietnamese(bare) or is_vietnamese(story)
    # `An`, `Nam` and `Mai` are words of other languages.
    asked = [part for part in names if not (is_of_syllables and part.isascii())]
    if any(map(is_nobodys, asked)) and not begins_with_given_name(bare):
        return False
    if not all(char.isalpha() or char in " .'’-" for char in bare):
        return False
    if bare in story:
        story = re.sub(_OF_AUTHOR.format(name=re.escape(bare)), " ", story, flags=re.MULTILINE)
    said = {word.strip(_MARKS).removesuffix("’s").removesuffix("'s") for word in story[:_REACH].split()}
    own = [part for part in parts if part[0].isupper()]
    if is_of_syllables:
        return bare not in story  # Each syllable is a word of many others.
    if begins_with_given_name(bare):
        # The story tells of others of her surname; of herself it would once have said the whole name.
        return bare not in story and not all(part in said for part in own)
    return not any(len(part) > 2 and part in said for part in own) and not all(part.lower() in said for part in own)


_VIETNAMESE = frozenset(
    "đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_REACH_VIETNAMESE, _LEAST_VIETNAMESE = 400, 12


def is_vietnamese(text: str) -> bool:
    """Return whether a name or a story has letters that only Vietnamese has: a name one of them, a story many."""
    head = text[:_REACH_VIETNAMESE]
    if head.isascii():
        return False
    return sum(map(_VIETNAMESE.__contains__, head)) >= min(_LEAST_VIETNAMESE, max(1, len(head) // 32))


_INITIALS = Pattern(r"(?:[^\W\d_]\.-?){1,3}")
_NICKNAME = Pattern(r"\s+(?:\([^\W\d_a-z][^()]{0,13}\)|[“\"][^“”\"]{1,14}[”\"])\s+")
# What Vietnamese houses say of how a report was made: compiled, translated, after whom.
_COMPILED = Pattern(
    r"\s?\((?:[Tt][./]?[Hh]\.?|[Tt]ổng hợp|[Ll]ược dịch|[Bb]iên dịch|[Dd]ịch(?: từ [^()]{2,30})?|"
    r"[Tt]ổng hợp và biên dịch|[Tt]ổng hợp từ [^()]{2,30}|[Tt]heo [^()]{2,40})\)"
)
_REACH_EAST_ASIAN = 300
# What a story says of its author is no part of what it tells: `Ann Example reports.`, who she is, what she asked, her
# photographs.
_OF_AUTHOR = (
    r"\b{name} (?:reports|has (?:this|that|the) (?:report|story)|has more|filed this report|"
    r"berichtet|rapporte|informa)\b|"
    r"\b(?:[Rr]eport|[Ss]tory|[Bb]ericht) (?:from|by|von) {name}\b|\b[Bb]y {name}\b|"
    r"^{name},? (?:is|ist|est|es|è|é|is een|är|er|on|jest|je|is the|has been|was|writes|schreibt|works|arbeitet|covers|"
    r"can be reached|joined|studied|lebt|lives|escribe|écrit|scrive)\b.*$|^{name}\s?:|"
    r"(?:Ảnh|Video|[Фф]ото|ภาพ|[Pp]hotos?|[Ff]otos?|[Ii]mages?|[Pp]hotographs?|[Ii]llustrations?|[Bb]ild(?:er)?|©|[Cc]opyright|[Tt]exte?)"
    r"\s?(?:by|von|:|/|de)?\s?{name}\b|\({name}\)|"
    r"(?:[Ff]ollow|[Cc]ontact|[Ee]mail|[Ww]rite to) {name}\b.*$"
)

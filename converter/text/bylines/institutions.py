"""Authors with the institution that they write for in parentheses: `Ana Exemplo (Assessoria de Comunicação)`.

Universities, offices and agencies sign so. A caption and a kicker have a party or a place there, and a headline no
name before it.
"""

from __future__ import annotations

from converter.text.bylines.name_alone import is_name_alone
from converter.text.bylines.persons import BETWEEN_NAMES, begins_with_given_name, may_be_person
from converter.text.lines import words
from converter.text.patterns import Pattern

_SIGNED = Pattern(r"(?P<names>[^()\d]{5,60}?) ?\((?P<house>[^()]{2,80})\)")
_HOUSES = tuple(
    words(
        "universi institut ministe ministè ministé coordena coordina assessoria asesoría ascom agência agencia "
        "agenzia agence agency agentur prensa imprensa stampa presse press comunica communicat kommunikation "
        "faculdade facultad facoltà faculté fakultät faculty hochschule college fundação fundación fondazione "
        "fondation stiftung foundation academ accademia académie akademi secretaria secretaría segreteria "
        "prefeitura ayuntamiento comune mairie departamento department dipartimento département gabinete "
        "diretoria dirección direzione direction redação redacción redazione rédaction redaktion newsroom laborat "
        "associa asociación society centro centre center zentrum núcleo office oficina ufficio vice-presid "
        "vicepresid observatori escola escuela scuola"
    )
)
"""What a word of a house begins with, in small letters."""
_PARTIES = words("comunista comuniste communiste comunistas centrista centrodestra centrosinistra centro centre")
_ABBREVIATED = Pattern(r"[A-ZÀ-Ý][\w.-]{1,14} ?(?:/|-|–) ?[A-ZÀ-Ý][\w .-]{1,30}")
"""`CCS/Exemplo`: an office and its house."""
_MOST_NAMES, _REACH = 3, 6000


def is_signed_by_house(text: str, story: str, *, is_near: bool) -> bool:
    """Return whether the line is a name, or several, of which the story has nothing, with the author's institution.

    `is_near`: what stands near a byline stands here, a headline above or a date beside it, so that an abbreviated
    house and a first name that we do not know are enough.
    """
    match = _SIGNED.fullmatch(text.strip())
    if match is None or not _is_house(match["house"], is_near=is_near):
        return False
    names = BETWEEN_NAMES.compiled.split(match["names"])
    told = set(story[:_REACH].casefold().split())
    return (
        len(names) <= _MOST_NAMES
        and all(map(may_be_person, names))
        # `Ponte Nova (Prefeitura)` is what a picture shows, where the story is of a bridge.
        and not any(part.casefold() in told for name in names for part in name.split() if part[0].isupper())
        and (is_near or begins_with_given_name(names[0]))
        and all(is_name_alone(name, story) for name in names)
    )


def is_name_in_front(text: str) -> bool:
    """Return whether the line is somebody's name and what stands in parentheses behind it, no year of a life."""
    match = _SIGNED.fullmatch(text.strip())
    return match is not None and begins_with_given_name(match["names"]) and may_be_person(match["names"])


_JOBS = words(
    "director directors president mayor minister spokesman spokeswoman spokesperson ceo cfo founder co-founder "
    "head chair chairman chairwoman manager engineer secretary commissioner professor senator governor owner "
    "superintendent chef chefin leiter leiterin direktor direktorin sprecher sprecherin präsident präsidentin "
    "vorsitzender vorsitzende bürgermeister bürgermeisterin ministerin geschäftsführer geschäftsführerin "
    "professorin directeur directrice président présidente maire ministre porte-parole fondateur fondatrice "
    "responsable cheffe professeur professeure directora presidente presidenta alcalde alcaldesa ministro "
    "ministra portavoz fundador fundadora jefe jefa profesor profesora secretario secretaria gerente direttore "
    "direttrice sindaco sindaca portavoce fondatore fondatrice responsabile professore professoressa diretor "
    "diretora prefeito prefeita porta-voz chefe professora secretário secretária coordenador coordenadora "
    "burgemeester voorzitter woordvoerder hoogleraar директор глава мэр министр президент начальник профессор"
)


def is_jobs(word: str) -> bool:
    """Return whether the word is what somebody is by calling, as captions say it behind a name."""
    return word.casefold() in _JOBS


def is_persons(name: str) -> bool:
    """Return whether the words are the name of somebody whose given name is known, a title before it left out."""
    bare = name.removeprefix("Dr. ").removeprefix("Prof. ")
    return 1 < len(bare.split()) <= _WORDS_OF_A_NAME and begins_with_given_name(bare) and may_be_person(bare)


_WORDS_OF_A_NAME = 4


def _is_house(house: str, *, is_near: bool) -> bool:
    said = [word.strip(",;-–/") for word in house.casefold().replace("/", " ").split()]
    if not house[0].isupper() or not said or (len(said) == 1 and said[0] in _PARTIES):
        return False
    return any(word.startswith(_HOUSES) for word in said) or (is_near and _ABBREVIATED.fullmatch(house) is not None)

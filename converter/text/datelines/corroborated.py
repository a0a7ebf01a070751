"""Datelines that only the rest of the story makes sure: `EASTMERE Il ponte …`, `EASTMERE. Il ponte …`, `New Delhi: …`

Papers of Italy, Germany, the Netherlands, Spain and Portugal set the place in capitals and part it from the story by
nothing. So do crossheads that run in, and firms, clubs and people stand in capitals too. So the story, or its headline,
must tell of the place again, not in capitals: of a town that is known behind a word such as `in`, of any behind the
name of a town's office: `il sindaco di Eastmere`, `die Stadt Eastmere`.

Papers of South and South East Asia set a city and a colon or a bar. So do lists (`London: 12 degrees`) and interviews
with Paris or Sydney, of which the next paragraphs have more.
"""

from __future__ import annotations

import re

from converter.text.datelines.dateline import Found
from converter.text.datelines.place_phrases import is_capital_place
from converter.text.lines import ends_sentence, words
from converter.text.patterns import Pattern
from converter.text.places import PLACES, is_place, is_region

_CAPITALS = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ’'-])*[A-ZÀ-ÖØ-Þ]"
_OPENING = Pattern(
    rf"(?P<place>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}})(?P<stop>\.)?\s+"
    r"(?=[«“„\"']?(?:[A-ZÀ-ÖØ-Þ][a-zß-ÿ]|[A-ZÀ-Þ]{1,3}[’'][\w«“]|[A-ZÀ-Þ] [a-zß-ÿ]))"
)
_BEFORE = {
    "it": "a ad di da per",
    "de": "in aus nach bei von für",
    "nl": "in uit naar bij van",
    "es": "en de a desde",
    "pt": "em de a",
    "fr": "à de vers",
}
"""What stands before a town's name in a sentence."""
_OFFICES = {
    "it": "comune|sindac[oa]|ospedale|città|cittadina|frazione|quartiere|provincia|procura|tribunale|questura|"
    "carabinieri",
    "de": "stadt|gemeinde|bürgermeister(?:in)?|landkreis|kreis|ortsteil|stadtteil|stadtrat|rathaus",
    "nl": "gemeente|burgemeester|stad|dorp|provincie|gemeenteraad",
    "es": "ayuntamiento|alcald(?:e|esa)|municipio|ciudad|localidad|provincia|distrito|barrio",
    "pt": "câmara(?: municipal)?|prefeit(?:o|a|ura)|município|concelho|cidade|freguesia|distrito|bairro",
    "fr": "maire|mairie|ville|commune|tribunal|hôpital|quartier|préfecture",
}
_OF = r"(?: (?:di|d[’']|von|van|de|do|da|del|der))? ?"
_TOWNS = words(
    "agrigento alessandria ancona andria aosta arezzo ascoli ascoli_piceno asti avellino bari barletta belluno "
    "benevento bergamo biella bologna bolzano brescia brindisi cagliari caltanissetta campobasso carrara caserta "
    "catania catanzaro cesena chieti civitavecchia como cosenza cremona crotone cuneo empoli enna fano fermo "
    "ferrara firenze foggia forlì frosinone genova gorizia grosseto imola imperia isernia jesi l'aquila l’aquila "
    "la_spezia latina lecce lecco livorno lodi lucca macerata mantova massa matera messina mestre milano modena "
    "monza napoli novara nuoro oristano osimo padova palermo parma pavia perugia pesaro pescara piacenza pisa "
    "pistoia pordenone potenza prato ragusa ravenna reggio_calabria reggio_emilia rieti rimini roma rovigo "
    "salerno san_benedetto sanremo sassari savona senigallia siena siracusa sondrio spoleto taranto teramo terni "
    "torino trani trapani trento treviso trieste udine urbino varese venezia verbania vercelli verona viareggio "
    "vibo_valentia vicenza viterbo"
)
"""Of Italy, whose clubs have names of their own in other languages: Milan is no town there."""
_NO_TOWNS = words("europa europe asia africa afrika america amerika inter juventus")


def find_told(text: str, told: str, lang: str | None) -> Found | None:
    """Return the dateline of capitals that the paragraph opens with, where `told`, the story's words, has it again."""
    if lang not in _BEFORE or not text[:2].isupper():
        return None
    match = _OPENING.match(text[:_REACH])
    if match is None:
        return None
    place = match["place"]
    name = place.casefold()
    if not is_capital_place(place) or is_region(place) or name in _NO_TOWNS:
        return None
    towns = _TOWNS if lang == "it" else PLACES
    is_town = all(part.replace(" ", "_") in towns or (lang != "it" and part in towns) for part in name.split("/"))
    first = re.escape(name.partition("/")[0])
    expressions = [rf"\b(?:{_OFFICES[lang]}){_OF}(?P<name>{first})(?!\w)"]
    if is_town:
        expressions.append(rf"\b(?:{_BEFORE[lang].replace(' ', '|')}) (?P<name>{first})(?!\w)")
    is_told = any(
        not found["name"].isupper()
        for expression in expressions
        for found in re.finditer(expression, told, re.IGNORECASE)
    )
    return Found(match.end(), "dateline-known-place", place) if is_told else None


_CITY = Pattern(r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?::| \|) (?=[A-Z\"“‘][A-Za-z]|\d)")
_LABELLED = Pattern(r"[A-Z][\w.’' ]{1,40}?:(?: |$)")
_OF_CITIES = ("en", "id", "ms")
_NAMES_TOO = words(
    "adelaide alexandria andorra austin bari bergen bern charlotte chester cordoba cork dallas darwin denver derry "
    "florence georgetown granada halifax houston jena juba kingston lima lincoln london lyon madison medina melbourne "
    "milan nancy nice paris perth phoenix portland praia sofia split sydney trier turin tours valencia varna verona "
    "victoria vienna wellington"
)
"""Cities whose names people, firms or clubs have, or that are words."""
_LEAST_OF_STORY = 110


def find_city(text: str, below: list[str], lang: str | None) -> Found | None:
    """Return the dateline of a known city before a colon or bar, where no other paragraph opens with a label."""
    match = _CITY.match(text[:_REACH]) if lang in _OF_CITIES else None
    if match is None or match["place"].casefold() in _NAMES_TOO or not is_place(match["place"]):
        return None
    is_story = len(text) >= _LEAST_OF_STORY and ends_sentence(text)
    if not is_story or any(_LABELLED.match(other[:_REACH]) for other in below):
        return None
    return Found(match.end(), "dateline-known-place", match["place"])


def opens_alike(text: str) -> bool:
    """Return whether another paragraph opens with capitals alone too, so that they are crossheads or a list."""
    return text[:2].isupper() and _OPENING.match(text[:_REACH]) is not None


_REACH = 80

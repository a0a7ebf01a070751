"""German datelines that close with the mark of who wrote the story, in small letters in brackets.

Musterstadt (ab) – Die Brücke …           Kiel (abc) – Die Brücke …
Musterstadt (pm/red). Die Brücke …           MUSTERSTADT (ab) Die Brücke …

Where the place is known, the mark may have up to five letters; a word of that length may stand in brackets too.
"""

from __future__ import annotations

import re

from converter.text.datelines.place_phrases import is_capital_place
from converter.text.lines import words
from converter.text.patterns import Pattern
from converter.text.places import is_place, looks_german_place

_LONGEST_MARK, _LONGEST_OF_KNOWN_PLACE = 2, 5
_DESKS = words("lby lno lnw lsw lhe lrs lmv lsa lth lbn lbg lni red pm ots eb pol pr oeb akz psp pa")
_NO_MARKS = words(
    "neu alt rot blau grün gelb live links oben unten mitte vorn innen außen ost west nord süd hier alle beide "
    "bio warm kalt eins zwei drei vier fünf sechs sieben acht neun zehn elf ohne mit ca jr sen jun geb gest ex "
    "evtl siehe s auch nur bis foto bild video frei kurz lang groß klein offen zu tot echt gut männl weibl m w d "
    "u v dt engl frz"
)
"""What stands in brackets behind a place and is a word, not a mark."""
_PARTS = re.compile(r"[/,\s]+")
_SIGNED = Pattern(
    r"(?P<place>[A-ZÄÖÜ][^\W\d_]+(?:[ /-](?:[A-ZÄÖÜ][^\W\d_]+|am|an|der|im|in|ob|bei|auf)){0,4})\.? "
    r"\((?P<mark>[a-zäöüß/, ]{2,16})\)(?P<close>[.:])?\s+(?=[A-ZÄÖÜ0-9\"„“»])"
)


def is_signed(place: str, mark: str) -> bool:
    """Return whether a place and the words in brackets behind it are a dateline and its mark: `Musterstadt`, `ab`."""
    parts = [part for part in _PARTS.split(mark) if part]
    if not all(part.isalpha() and part.islower() and part not in _NO_MARKS for part in parts) or not parts:
        return False
    names = place.split("/")
    most = _LONGEST_OF_KNOWN_PLACE if all(map(is_place, names)) else _LONGEST_MARK
    return all(map(_is_german_place, names)) and all(len(part) <= most or part in _DESKS for part in parts)


def _is_german_place(name: str) -> bool:
    return looks_german_place(name) and (" " not in name or is_place(name) or name.split(" ")[0] in ("Bad", "Sankt"))


def find_signed(head: str) -> tuple[int, str] | None:
    """Return where a dateline ends whose mark is followed by a stop, or by nothing behind capitals, and its place."""
    match = _SIGNED.match(head)
    if match is None or not is_signed(match["place"], match["mark"]):
        return None
    place = match["place"]
    return (match.end(), place) if match["close"] or is_capital_place(place) else None

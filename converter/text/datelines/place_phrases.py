"""Phrases that name a place, as datelines print them: by capitals, by form, by what no place is called."""

from __future__ import annotations

from converter.text.dates.times import MONTHS, WEEKDAYS
from converter.text.lines import has_digit, words
from converter.text.patterns import Pattern
from converter.text.places import PARTS_OF_COUNTRIES, is_place

# In capitals before a dash or colon, and no place: labels that pages set before a headline or a link.
NO_PLACES = words(
    "watch update updated updates read read_more more warning breaking exclusive video videos photo photos "
    "live analysis opinion editorial review note correction corrected advisory alert news listen poll quiz "
    "trending related fact_check fact check faq q a q&a report special feature interview column commentary "
    "comment explainer podcast gallery pictures image images caption credit source sources background summary "
    "part chapter step day week round game today tonight yesterday tomorrow verdict "
    "result results score final spoiler spoilers disclaimer disclosure editor's editors' "
    "editor important urgent notice announcement press contact tip tips pros cons yes no ok okay question "
    "answer conclusion introduction intro abstract topline bottom_line the an and or but for with why how what "
    "when where who this that these those here there you your we our i he she they it its his her their "
    "sponsored advertisement ad promo tl;dr tldr psa achtung eilmeldung kommentar analyse meinung video "
    "nasa nato fifa uefa unesco unicef opec bbc cnn fbi cia nba nfl nhl mlb fema ice "
    "exclusif direct vidéo mise urgente exclusivo ahora opinión nota última hora aggiornamento esclusiva "
    "stocks markets recipe match infographie entretien témoignage exclusiva vídeo atualização actualización analiz son "
    "analys ledare bakgrund fakta kommentaari psoe ugt spd cdu csu fdp afd psg видео справка фото video"
).union(WEEKDAYS, MONTHS)
_NO_LAST_WORDS = words(
    "times post herald tribune journal gazette chronicle telegraph observer mayor police week report marathon "
    "point wall"
)
"""What makes a paper, an office or an event of a place before it: `NEW YORK TIMES`."""
SMALL_WORDS = words(
    "of the de la le les del della di du des da do dos das am an der den dem im in bei ob auf und and y e et "
    "al el upon sur sous en aboard near off on at outside van aan ter & nad pod la las los na"
)
_STATE_SHORT = Pattern(r"(?:[A-Z][A-Za-z]{1,5}|[A-Z]{2}|(?:[A-Z]\.){2,3})\.?")


def is_place_phrase(words: str) -> bool:
    """Return whether the words are up to three names parted by commas, as a place, its state and its country are."""
    parts = [part.strip() for part in words.split(",")]
    if not 1 <= len(parts) <= 4 or any(not part for part in parts):
        return False
    for at, part in enumerate(parts):
        if " es " in part and is_place(part):
            continue  # `Dar es Salaam`
        names = part.replace("/", " ").split()
        if not 1 <= len(names) <= 6 or (at and len(names) > 4):
            return False
        if at and names[0] in PARTS_OF_COUNTRIES:
            del names[0]
        for name in names:
            if (
                has_digit(name)
                or name[-1] in '!?:;"”)'
                or not (
                    name[0].isupper() or name[0] in "'’(" or name.casefold() in SMALL_WORDS or not name[0].isascii()
                )
            ):
                return False
            if name[-1] == "." and not _STATE_SHORT.fullmatch(name) and name.upper() not in ("ST.", "FT.", "MT."):
                return False
    return True


def is_capital_place(words: str) -> bool:
    """Return whether the words are set in capitals as a place is in a dateline, and no label."""
    letters = [char for char in words if char.isalpha()]
    names = words.replace("/", " ").split()
    if len(letters) < 3 or not 1 <= len(names) <= 6:
        return False
    for name in names:
        small = name.casefold() in SMALL_WORDS
        if not small and not (name.isupper() or _is_scottish(name)):
            return False
    lowered = [name.strip(".,'’").casefold() for name in names]
    if len(names) > 1 and lowered[-1] in _NO_LAST_WORDS:
        return False
    if all(name in NO_PLACES for name in lowered) or lowered[0] in NO_PLACES - {"the", "a", "day", "may", "march"}:
        return False
    return not (len(names) == 1 and len(letters) < 4 and not is_place(words))


def _is_scottish(name: str) -> bool:
    return name.startswith(("Mc", "Mac")) and name[3:].isupper() and len(name) > 4

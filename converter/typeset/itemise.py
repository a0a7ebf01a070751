"""Which script a character belongs to, and which face draws it.

HarfBuzz knows the scripts (UAX #24). Most words are drawn whole by the
style's own face and never come here: `fit` is asked only where it lacks a
character.
"""

from __future__ import annotations

import unicodedata

from converter.typeset.faces import NEUTRAL, face_of, has_glyph, script_tag
from converter.typeset.families import families_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.typeset.faces import Face

# First words of names that are no script's name.
_GROUPS = {
    "CJK": "Han",
    "KANGXI": "Han",
    "IDEOGRAPHIC": "Han",
    "HIRAGANA": "Japanese kana",
    "KATAKANA": "Japanese kana",
    "HALFWIDTH": "half-width forms",
    "FULLWIDTH": "full-width forms",
    "HANGUL": "Korean Hangul",
}
_SYMBOLS = frozenset({"So", "Sm", "Sk", "Sc", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "No"})
# What shapes its neighbours, and needs no glyph of its own: joiners, marks of direction, selectors of variants.
_IGNORED = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {
    chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10))
}
_JOINER = "\u200d"


def script_of(character: str) -> str:
    """Return the script's name in plain words, such as `Thai`, `Han`, `symbols and emoji`, `private use`."""
    category = unicodedata.category(character)
    if category == "Co":
        return "private use"
    name = unicodedata.name(character, "")
    first = name.split(" ", 1)[0]
    if category in _SYMBOLS and first not in _GROUPS and script_tag(character) in NEUTRAL:
        return "symbols and emoji"
    if not name:
        return "control or unassigned"
    return _GROUPS.get(first, first.capitalize())


def main_script(text: str) -> str:
    """Return the script (ISO 15924) of most letters of the text, `Latn` where there are none."""
    if text.isascii():
        return "Latn"
    tags = [tag for tag in map(script_tag, text) if tag not in NEUTRAL]
    return max(tags, key=tags.count, default="Latn")


def fit(text: str, face: Face, language: str | None) -> list[tuple[str, Face]]:
    """Return the text in pieces, each with the face that draws it: the given one wherever it can.

    A character with its marks stays in one face; a sign that belongs to no
    script stays with the letters before it where their face has it. What no
    face draws is left to the given one, which draws a box.
    """
    pieces: list[tuple[str, Face]] = []
    for cluster in _clusters(text):
        now = _face_for(cluster, face, pieces[-1][1] if pieces else face, language)
        if pieces and pieces[-1][1] is now:
            pieces[-1] = (pieces[-1][0] + cluster, now)
        else:
            pieces.append((cluster, now))
    return pieces


def _clusters(text: str) -> Iterator[str]:
    """Yield each character with the marks, joiners and joined characters that follow it."""
    start = 0
    for at in range(1, len(text)):
        character = text[at]
        if character in _IGNORED or text[at - 1] == _JOINER or unicodedata.category(character)[0] == "M":
            continue
        yield text[start:at]
        start = at
    if text:
        yield text[start:]


_found: dict[tuple[str, Face, Face, str | None], Face] = {}
_MOST_FOUND = 65_536


def _face_for(cluster: str, face: Face, before: Face, language: str | None) -> Face:
    key = (cluster, face, before, language)
    found = _found.get(key)
    if found is None:
        if len(_found) >= _MOST_FOUND:
            _found.clear()
        found = _found[key] = _choose(cluster, face, before, language)
    return found


def _choose(cluster: str, face: Face, before: Face, language: str | None) -> Face:
    needed = [character for character in cluster if character not in _IGNORED]
    script = next((tag for tag in map(script_tag, needed) if tag not in NEUTRAL), "Zyyy")
    # A sign follows the letters before it (UAX #24, 5.1), but no other sign; letters take the style's own face first.
    for candidate in (before, face) if script == "Zyyy" and not before.is_for_signs else (face, before):
        if all(candidate.draws(character) for character in needed):
            return candidate
    for family in families_for(script):
        if family.folder is not None and all(has_glyph(family, language, character) for character in needed):
            return face_of(family, face.axes, language)
    return face

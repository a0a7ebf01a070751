"""Which script a character belongs to, as far as a notice must name it.

Unicode's own script data (UAX #24) is not in the standard library; the first
word of a character's name is the script for every script that news is
written in. With one font family there is nothing to choose from yet, so a
run is not cut by script here: HarfBuzz is told a word's script by its first
letter.
"""

from __future__ import annotations

import unicodedata

# First words of names that are no script's name.
_GROUPS = {
    "CJK": "Han",
    "KANGXI": "Han",
    "HIRAGANA": "Japanese kana",
    "KATAKANA": "Japanese kana",
    "HALFWIDTH": "half-width forms",
    "FULLWIDTH": "full-width forms",
    "HANGUL": "Korean Hangul",
}
_SYMBOLS = frozenset({"So", "Sm", "Sk", "Sc", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "No"})


def script_of(character: str) -> str:
    """Return the script's name in plain words, such as `Thai`, `Han`, `symbols and emoji`, `private use`."""
    category = unicodedata.category(character)
    if category == "Co":
        return "private use"
    name = unicodedata.name(character, "")
    if category in _SYMBOLS and not name.startswith(("FULLWIDTH", "HALFWIDTH")):
        return "symbols and emoji"
    if not name:
        return "control or unassigned"
    first = name.split(" ", 1)[0]
    return _GROUPS.get(first, first.capitalize())

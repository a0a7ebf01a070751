"""Where words of a language may be cut: by pyphen's dictionaries, which are an extra.

A cut is only allowed, never forced: the set of lines that is chosen decides.
Names stay whole, except in German, where nouns begin with a capital too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Hyphenator = Callable[[str], tuple[int, ...]]

_SHORTEST = 6
_BEFORE, _AFTER = 2, 3
"""Letters that stay on the first line, and on the second."""

_made: dict[str, Hyphenator | None] = {}


def find_hyphenator(lang: str | None) -> Hyphenator | None:
    """Return what says where a word of the language may be cut, None for a language without a dictionary.

    Raises CannotWrite where the extra is not installed.
    """
    key = (lang or "").replace("-", "_")
    if key not in _made:
        _made[key] = _make(key)
    return _made[key]


def _make(key: str) -> Hyphenator | None:
    try:
        import pyphen
    except ImportError as missing:
        from converter.core.errors import CannotWrite

        raise CannotWrite(
            "no dictionaries to hyphenate with", hint='pip install "article-converter[hyphenation]"'
        ) from missing

    found = pyphen.language_fallback(key) if key else None
    if found is None:
        return None
    dictionary = pyphen.Pyphen(lang=found, left=_BEFORE, right=_AFTER)
    names_too = found.startswith("de")
    known: dict[str, tuple[int, ...]] = {}

    def cuts(word: str) -> tuple[int, ...]:
        places = known.get(word)
        if places is None:
            solid = word.strip(" ,.;:!?\"'“”‘’«»()")
            is_word = len(solid) >= _SHORTEST and solid.isalpha() and (names_too or solid.islower())
            start = word.find(solid)
            places = tuple(start + int(at) for at in dictionary.positions(solid)) if is_word else ()
            if len(known) >= 65_536:
                known.clear()
            known[word] = places
        return places

    return cuts

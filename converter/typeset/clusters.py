"""Where a line may end in scripts that are written without spaces: Thai, Lao, Khmer, Burmese.

UAX #14 leaves their line breaks to dictionaries (class SA). ICU has them, and
is the extra `segment`. Without it a line ends between clusters: a consonant
with all that is written around it. That never tears a syllable's signs apart,
but may cut a word; so a break is free only where a syllable is sure to start,
and discouraged elsewhere.
"""

from __future__ import annotations

from converter.typeset.families import is_installed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

NEVER, PERHAPS, SURELY = 0, 1, 2

ICU = "icu4py"
"""The package with the dictionaries."""

# Vowels written before the consonant that they follow in speech: a syllable starts with them.
_LEADING = frozenset("เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
# Vowels, repetition and abbreviation signs that end what is before them.
_FOLLOWING = frozenset("ะาำๅๆฯ\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u0eaf\u17d4\u17d5\u17d7\u17d8")
# Virama (Burmese) and coeng (Khmer): the next consonant stands under this one.
_STACKERS = "\u1039\u17d2"
_ASAT = "\u103a"
"""Silences the vowel: the consonant under it ends the syllable before."""


def find_words(text: str) -> Container[int] | None:
    """Return where the words of the text start, by dictionary; None where no dictionary is installed."""
    if not is_installed(ICU):
        return None
    from icu4py.breakers import LineBreaker

    starts = set()
    at = 0
    # One dictionary serves all four scripts, whatever the locale.
    for word in LineBreaker(text, "th"):
        at += len(word)
        starts.add(at)
    return starts


def starts_syllable(text: str, at: int) -> int:
    """Return whether a syllable starts at `at`; what stands there and before are letters of such a script."""
    letter = text[at]
    if letter in _FOLLOWING or text[at - 1] in _STACKERS or text[at - 1] in _LEADING:
        return NEVER
    after = text[at + 1 : at + 3]
    if after[:1] == _ASAT or after[:1] == "\u1039" or after in ("\u1037\u103a", "\u1038\u103a"):
        return NEVER  # Burmese: this consonant ends the syllable.
    return SURELY if letter in _LEADING else PERHAPS

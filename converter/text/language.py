"""The language of a text, where it is sure.

First our own test: the script, then the share of words that are the
commonest of each language. It settles nearly all news in the languages of
`common_words.py` and costs a tenth of a millisecond. Only where it is not
sure, and the text is long enough to say, is the library asked
(`docs/decisions/0012-language-detection.md`), which loads numpy.
"""

from __future__ import annotations

import sys

from converter.io.utf8 import beyond_ascii, encoded
from converter.text.common_words import COMMON_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from converter.formats.records import Context

# How much of a text is looked at: more changes nothing.
_SAMPLE = 6000
_ENOUGH_WORDS = 150
# Below this many words neither test is sure.
_LEAST_WORDS_LIBRARY = 12

# Scripts that, in news, write one language.
_ONE_LANGUAGE = (
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0a00", "\u0a7f", "pa"),
    ("\u0a80", "\u0aff", "gu"),
    ("\u0b00", "\u0b7f", "or"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"),
    ("\u0d80", "\u0dff", "si"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u0e80", "\u0eff", "lo"),
    ("\u1000", "\u109f", "my"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1780", "\u17ff", "km"),
    ("\uac00", "\ud7a3", "ko"),
)


# Languages that are written from right to left, and the scripts that are, whatever the language.
_FROM_RIGHT = frozenset({"ar", "arz", "ary", "he", "iw", "fa", "ur", "ps", "yi", "ckb", "sd", "ug", "dv", "syr", "prs"})
_SCRIPTS_FROM_RIGHT = frozenset({"arab", "hebr", "thaa", "syrc"})


def primary(lang: str | None) -> str | None:
    """Return the language that a tag names, without region and script and in small letters: `de` of `DE-at`."""
    return lang.partition("-")[0].lower() if lang else lang


def direction(lang: str | None) -> Literal["rtl"] | None:
    """Return `rtl` for a language tag that is written from right to left; None for all others and for none."""
    if lang is None:
        return None
    primary, *subtags = lang.lower().split("-")
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    return "rtl" if (script in _SCRIPTS_FROM_RIGHT if script else primary in _FROM_RIGHT) else None


def detect_language(text: str, context: Context) -> str | None:
    """Return the text's language tag, or None; a guess and an unsure text are notices."""
    sample = text[:_SAMPLE]
    words = _words(_thinned(sample))
    found = _by_script(sample) or _by_words(words)
    if found is None and len(words) >= _LEAST_WORDS_LIBRARY:
        found = _by_library(sample)
        if found is None:
            context.notice("language-unknown", where="head", reason="no language is sure")
            return None
    if found is None:
        context.notice("language-unknown", where="head", reason="too few words")
        return None
    context.notice("language-detected", where="head", lang=found)
    return found


def _thinned(sample: str) -> str:
    """Return every second or third word of a long sample: from 150 words on, more of them change nothing."""
    words = sample.split()
    step = len(words) // _ENOUGH_WORDS
    return " ".join(words[::step]) if step > 1 else sample


def _words(sample: str) -> list[str]:
    lowered = sample.lower()
    for mark in ".,;:!?\"“”„«»()[]…—–-/|'’‘":
        if mark in lowered:
            lowered = lowered.replace(mark, " ")
    return lowered.split()


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    if not any(char >= "\u0370" and char.isalpha() for char in set(beyond_ascii(encoded(sample)))):
        return None
    letters = [char for char in sample if char.isalpha()]
    beyond = [char for char in letters if char >= "\u0370"]
    if len(beyond) * 2 < len(letters):
        return None
    kana = sum(1 for char in beyond if "\u3041" <= char <= "\u30ff")
    if kana * 10 >= len(beyond):
        return "ja"
    han = sum(1 for char in beyond if "\u3400" <= char <= "\u9fff")
    if han * 2 > len(beyond):
        return "zh" if len(beyond) >= 8 else None
    for first, last, lang in _ONE_LANGUAGE:
        if sum(1 for char in beyond if first <= char <= last) * 10 > len(beyond) * 8:
            return lang if len(beyond) >= 12 else None
    return None


_table: dict[str, int] = {}
_DIGIT = 16
"""Bits of a language's digit in the numbers of the table: a sample has fewer words than they count."""


def _languages_of_words() -> dict[str, int]:
    """Return common word → a number with a digit for each language, 1 where the language has the word.

    The sum of such numbers counts for all languages at once.
    """
    if not _table:
        made: dict[str, int] = {}
        for at, words in enumerate(COMMON_WORDS.values()):
            for word in words.split():
                made[word] = made.get(word, 0) + (1 << at * _DIGIT)
        _table.update(made)  # At once: a thread that found a part of it would take the text for another language.
    return _table


def _by_words(words: list[str]) -> str | None:
    """Return the language whose common words are at least a fifth of the text, well ahead of the next."""
    total = sum(filter(None, map(_languages_of_words().get, words)))
    counts = memoryview(total.to_bytes(len(COMMON_WORDS) * _DIGIT // 8, sys.byteorder)).cast("H").tolist()
    if sys.byteorder == "big":
        counts.reverse()
    count = max(counts)
    best = counts.index(count)
    counts[best] = 0
    second = max(counts)
    # Four words are the least that chance does not bring; near relatives share half of theirs.
    if count < 4 or count * 6 < len(words) or second * 4 > count * 3:
        return None
    return list(COMMON_WORDS)[best]


# The library's old or coarser names → RFC 5646's.
_TAGS = {"iw": "he", "fil": "tl", "nb": "no"}
# Its own word that it is sure is right in 97 % of single sentences; this, in all of our cases.
_SURE = 0.95


def _by_library(sample: str) -> str | None:
    import gcld3  # 5 ms and a 1 MB network: only for a text that our own test leaves open

    detector = gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _SAMPLE)
    # Lone surrogates cannot be encoded; a text of bytes that were decoded holds none.
    found = detector.FindLanguage(text=sample)
    if not found.is_reliable or found.probability < _SURE or "-" in found.language:
        return None
    language: str = found.language
    return _TAGS.get(language, language)

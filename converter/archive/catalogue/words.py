"""Words: what the index calls one, the same for a story, for a query and for the marks in a snippet.

FTS5's `unicode61` cuts text at what is neither letter, digit nor mark. Before
it sees the text, `prepared` folds what people type in several ways (capitals,
accents, points of Hebrew and Arabic, full-width forms, soft hyphens), and
writes scripts without spaces as overlapping pairs of characters: 北京大学 is
`北京 京大 大学 学`. The last character stands alone too, so that each
character begins a word and one alone can be found as a prefix.
"""

from __future__ import annotations

import re
import unicodedata

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
"""FTS5's. Its default cuts words of Hindi, Tamil or Thai at every vowel sign: marks belong to words."""

# Written without spaces: Thai, Lao, Burmese, Khmer, kana, bopomofo, Han; their digits and signs are left out.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109f"
    "\u1780-\u17d3\u17d7\u17dc\u17dd\ua9e0-\ua9ef\uaa60-\uaa7f"
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNSPACED}]+")
# Accents of Latin and Greek letters and those that stand alone; the two dots of Russian ё, which most papers omit.
_ACCENTS = re.compile("(?<=[ a-z\u00df-\u02af\u0370-\u03ff])[\u0300-\u036f]+|(?<=\u0435)\u0308")
# Points of Hebrew; hamza, vowels and the stretching stroke of Arabic; variation selectors.
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
# Latin letters that are no base with an accent, as those write them who have not got them on their keyboard.
# The capital of Turkish ı is I, which is also that of i.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe"}
)
_INVISIBLE = re.compile("[\u00ad\u034f\u200d-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")

# Text of these alone is folded by its case, and by FTS5 where a Latin letter has an accent: three times as fast.
_PLAIN = re.compile(
    "[\x00-\xa9\xab\xac\xae-\xb1\xb4-\xb8\xbb\xbf-\xc5\xc7-\xcf\xd1-\xd7\xd9-\xdd\xdf-\xe5\xe7-\xef\xf1-\xf7\xf9-\xfd\xff-\u010f"
    "\u0112-\u0125\u0128-\u0130\u0134-\u013e\u0143-\u0151\u0154-\u0165\u0168-\u01c3\u01cd-\u01df\u01e4-\u01ed\u0200-\u024f"
    "\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0904-\u0939\u093d-\u0957\u10d0-\u10fa\u1e00-\u1e99\u1ea0-\u1eff"
    "\u2010-\u2016\u2018-\u2027\u2030-\u203a\u20ac\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3]*"
)


class Span(Value):
    """One word of a text."""

    start: int
    end: int
    """Where it stands, in characters; end excluded."""
    word: str
    """As the index has it."""


class Phrase(Value):
    """What one term of a query asks for: words that follow each other."""

    words: tuple[str, ...]
    is_prefix: bool = False
    """Whether the last is the beginning of a word."""

    def fts(self) -> str:
        """Return the phrase as FTS5 writes one; it is bound as a parameter with the rest of the query."""
        return f'"{" ".join(self.words)}"{"*" if self.is_prefix else ""}'

    def found_in(self, spans: Sequence[Span], at: int) -> int:
        """Return where the phrase ends in the text when it begins with the span at this place, else 0."""
        last = at + len(self.words) - 1
        if last >= len(spans) or any(spans[at + n].word != word for n, word in enumerate(self.words[:-1])):
            return 0
        span, word = spans[last], self.words[-1]
        if span.word == word:
            return span.end
        if self.is_prefix and span.word.startswith(word):
            # Of a pair of characters only the one that was asked for.
            return span.start + len(word) if _RUN.fullmatch(span.word) else span.end
        return 0


def prepared(text: str) -> str:
    """Return the text as the index gets it."""
    if text.isascii():
        return text.lower()
    # ё is the one letter here that neither case nor FTS5 folds as `folded` does.
    text = text.casefold().replace("ё", "е") if _PLAIN.fullmatch(text) else folded(text)
    return _RUN.sub(lambda run: _pairs(run[0]), text)


def folded(text: str) -> str:
    """Return the text with everything folded that makes no other word."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).casefold())
    text = _POINTS.sub("", _ACCENTS.sub("", text)).translate(_LETTERS)
    # Casefolding may leave capitals of compatibility forms: 𝐀 is one only after NFKD.
    return unicodedata.normalize("NFC", text).casefold()


def _pairs(run: str) -> str:
    return f" {' '.join(run[at : at + 2] for at in range(len(run)))} "


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index has them, in order."""
    return tuple(_separated(_RUN.sub(lambda run: _pairs(run[0]), folded(text))).split())


def phrase_of(text: str, *, is_prefix: bool = False) -> Phrase | None:
    """Return what is to be looked for when somebody types the text, or None when there is no word in it.

    The text's end is open where its script has no spaces: 大学 is found in 大学生, and 大 too.
    """
    separated = _separated(folded(text))
    words = _separated(_RUN.sub(lambda run: _pairs(run[0]), separated)).split()
    if not words:
        return None
    end = separated.split()[-1]
    run = next((found for found in _RUN.finditer(end) if found.end() == len(end)), None)
    if run is None:
        return Phrase(tuple(words), is_prefix)
    if len(run[0]) == 1:
        return Phrase(tuple(words), True)
    return Phrase(tuple(words[:-1]), False)


def spans_of(text: str) -> Iterator[Span]:
    """Yield the words of a text and where they stand in it, as `words_of` has them but for rare ligatures."""
    for found in re.finditer(r"\S+", _separated(text, keep_invisible=True)):
        at = found.start()
        for run in _RUN.finditer(text, at, found.end()):
            yield from _spaced(text, at, run.start())
            yield from _unspaced(text, run.start(), run.end())
            at = run.end()
        yield from _spaced(text, at, found.end())


def _spaced(text: str, start: int, end: int) -> Iterator[Span]:
    word = folded(text[start:end])
    if word:
        yield Span(start, end, word)


def _unspaced(text: str, start: int, end: int) -> Iterator[Span]:
    # A character may fold to several (Thai ำ), and to none.
    folds = [(place, character) for place in range(start, end) for character in folded(text[place])]
    for (place, character), (last, after) in zip(folds, [*folds[1:], (end - 1, "")], strict=True):
        yield Span(place, last + 1, character + after)


class _Separators(dict[int, str]):
    """For `str.translate`: a character that is part of no word becomes a space; each is judged once."""

    def __init__(self, kept: str) -> None:
        super().__init__()
        self._kept = kept

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)
        is_part = kind[0] in "LNM" or kind == "Co" or character in self._kept
        made = self[code] = character if is_part else " "
        return made


_separators = _Separators("")
_separators_but_invisible = _Separators("\u00ad\u034f\u200d\u200e\u200f\u2060\ufeff")


def _separated(text: str, *, keep_invisible: bool = False) -> str:
    """Return the text, as long as it was, with a space for each character that is part of no word."""
    return text.translate(_separators_but_invisible if keep_invisible else _separators)

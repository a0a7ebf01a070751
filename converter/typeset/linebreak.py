"""Where a line may end: UAX #14, all its rules over a table of its classes.

`segment` cuts a text into pieces, each ending where a line may end, and says
of each end whether a break there is free, discouraged or forced. What stands
between two spaces is cut once and kept: the rules look across a space only
at the characters beside it.

Tailorings, for news: a break is *discouraged* (a penalty, never a change
of the text) between a month and its day, a number and its unit, an initial
and its name; a hyphen that starts a word stays with it, and a hyphen's break
can be left out, for headlines; a decimal point may start a line, and stays
with its number; and where UAX #14 wants a dictionary (Thai, Lao, Khmer,
Burmese), `clusters` says where a word or a syllable starts.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from converter.typeset import clusters, unicode_tables

FORBIDDEN, FREE, DISCOURAGED, HYPHEN, FORCED, SOFT = 0, 1, 2, 3, 4, 5
"""What the end of a piece is. `SOFT`: a line that ends there shows a hyphen that the text does not have."""

# One letter a class, so that a text's classes are a string. `OPW`, `CPW`: wide brackets (LB30); `XP`: a pictograph yet
# to come (LB30b); `DC`: the dotted circle (LB28a); `Pi`, `Pf`: quotation marks that open or close (LB15).
_LETTERS = {
    "AL": "a", "HL": "h", "NU": "0", "ID": "i", "EB": "e", "EM": "m", "XP": "x", "DC": "d", "SA": "t",
    "CM": "c", "ZWJ": "j", "SP": " ", "ZW": "z", "WJ": "w", "GL": "g",
    "BK": "\n", "CR": "\r", "LF": "\f", "NL": "\v",
    "BA": "b", "HY": "-", "B2": "2", "BB": "B", "CB": "o",
    "OP": "(", "OPW": "[", "CL": "}", "CP": ")", "CPW": "]", "QU": '"', "Pi": "<", "Pf": ">", "NS": "s",
    "EX": "!", "IS": ",", "SY": "/", "IN": ".", "PR": "$", "PO": "%",
    "RI": "R", "JL": "L", "JV": "V", "JT": "T", "H2": "H", "H3": "G",
    "AK": "K", "AP": "P", "AS": "S", "VF": "F", "VI": "I",
}  # fmt: skip
_SYLLABLE_ENDS = (FORBIDDEN, DISCOURAGED, FREE)
_FORCING = "\n\r\f\v"


_LETTER_POINTS = (*range(0xC0, 0x250), *range(0x388, 0x3CF), *range(0x400, 0x482))


class _Classes(dict[str, str]):
    """Character → letter of its class. What nearly all news in Latin, Greek and Cyrillic needs is here already.

    Reading the table takes 2.5 ms, so that waits for the first other character.
    """

    def __init__(self) -> None:
        super().__init__(
            {
                **dict.fromkeys(map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B), *_LETTER_POINTS)), "a"),
                **dict.fromkeys("0123456789", "0"),
                **dict.fromkeys(",.:;", ","),
                **dict.fromkeys("'\"", '"'),
                **dict.fromkeys("!?", "!"),
                **dict.fromkeys("“‘«", "<"),
                **dict.fromkeys("”’»", ">"),
                "—": "2",
                "–": "b",
                "…": ".",
                "\u00a0": "g",
                "£": "$",
                "€": "$",
                **{own: own for own in " -()/$%"},
            }
        )
        self._starts: list[int] = []
        self._letters: list[str] = []

    def __missing__(self, character: str) -> str:
        if not self._starts:
            starts, names = unicode_tables.read(unicode_tables.LINE_CLASSES)
            self._letters = [_LETTERS[name] for name in names]
            self._starts = starts  # Last, as other threads go by it.
        letter = self[character] = self._letters[bisect_right(self._starts, ord(character)) - 1]
        return letter


_classes = _Classes()


def _breaks(before: str, after: str) -> bool:
    """Return whether a line may end between two classes that touch: what of LB6 to LB31 needs no more context."""
    if after in "\n\r\f\v z":
        return False  # LB6, LB7
    if before == "z":
        return True  # LB8
    if before in "wg" or after == "w":
        return False  # LB11, LB12
    if after == "g":
        return before in "b-"  # LB12a
    if after in "})]!,/" or before in "([":
        return False  # LB13, LB14
    if before in '"<>' or after in '"<>':
        return False  # LB15, LB19
    if (before in "})]" and after == "s") or before + after == "22":
        return False  # LB16, LB17
    if "o" in (before, after):
        return True  # LB20
    if after in "b-s" or before == "B" or before + after == "/h" or after == ".":
        return False  # LB21, LB21b, LB22
    return not _joins(before, after)


def _joins(before: str, after: str) -> bool:
    """Return whether LB23 to LB30b keep two classes together."""
    word_before, word_after = before in "ahdt", after in "ahdt"
    if (word_before and after == "0") or (before == "0" and word_after):
        return True  # LB23
    if (before == "$" and after in "iemx") or (before in "iemx" and after == "%"):
        return True  # LB23a
    if (before in "$%" and word_after) or (word_before and after in "$%"):
        return True  # LB24
    if (before == "L" and after in "LVHG") or (before in "VH" and after in "VT") or (before in "TG" and after == "T"):
        return True  # LB26
    if (before in "LVTHG" and after == "%") or (before == "$" and after in "LVTHG"):
        return True  # LB27
    if word_before and word_after:
        return True  # LB28
    if (before == "P" and after in "KdS") or (before in "KdS" and after in "FI"):
        return True  # LB28a
    if before == "," and word_after:
        return True  # LB29
    if (before in "ahdt0" and after == "(") or (before == ")" and after in "ahdt0"):
        return True  # LB30
    return before in "ex" and after == "m"  # LB30b


# What keeps together in numbers although _NUMBER has no match: the pairs of LB25.
_NUMERIC = frozenset("}% )% }$ )$ 0% 0$ %( %0 $( $0 -0 ,0 00 /0".split())  # noqa: SIM905
# LB25 as UAX #14 §8.2, example 7 has it, and as the standard's own tests want it.
_NUMBER = re.compile(r"0[0/,]*[})\]]?[$%]?")
_BEFORE_NUMBER = re.compile(r"(?:[$%][(\[-]?|[(\[-])(?=0)")


class _Pairs(dict[str, bool]):
    """Two letters → whether a line may end between the classes."""

    def __missing__(self, pair: str) -> bool:
        found = self[pair] = _breaks(pair[0], pair[1])
        return found


_pairs = _Pairs()


def _breaks_after_spaces(last: str, first: str, *, tailored: bool) -> bool:
    """Return whether a line may end between two classes with spaces in between."""
    if first in _FORCING or first == "z":
        return False  # LB6, LB7
    if last == "z":
        return True  # LB8
    if first == "D":  # ".5"
        return tailored
    if first in "w})]!,/" or last in "([":
        return False  # LB11, LB13, LB14
    return not ((last in "})]" and first == "s") or last + first == "22")  # LB16, LB17; LB18


def _base_letters(text: str) -> tuple[str, list[int]]:
    """Return the classes of the text without spaces, marks joined to what they stand on, and where each begins."""
    letters = "".join([_classes[character] for character in text])
    if "c" not in letters and "j" not in letters:
        return letters, list(range(len(text)))
    bases: list[str] = []
    starts: list[int] = []
    for index, letter in enumerate(letters):
        if letter in "cj":
            if bases and bases[-1] not in "\n\r\f\vz":
                continue  # LB9
            letter = "a"  # LB10
        bases.append(letter)
        starts.append(index)
    return "".join(bases), starts


def _ends_of(text: str, *, tailored: bool = True) -> tuple[list[int], str]:
    """Return for each character of a text without spaces how a line may end before it, and the bases' classes."""
    bases, starts = _base_letters(text)
    ends = [FORBIDDEN] * len(text)
    numbers = {at for found in _NUMBER.finditer(bases) for at in range(found.start() + 1, found.end())}
    numbers |= {at + 1 for found in _BEFORE_NUMBER.finditer(bases) for at in range(found.start(), found.end())}
    words = clusters.find_words(text) if tailored and "tt" in bases else None
    flags = 0
    for at in range(1, len(bases)):
        before, after = bases[at - 1], bases[at]
        flags = flags + 1 if before == "R" else 0
        place = starts[at]
        if before in _FORCING:
            ends[place] = FORBIDDEN if before + after == "\r\f" else FORCED  # LB4, LB5
            continue
        if tailored and before == after == "t":
            if words is None:
                ends[place] = _SYLLABLE_ENDS[clusters.starts_syllable(text, place)]
            elif place in words:
                ends[place] = FREE
            continue
        if not _pairs[before + after] or at in numbers or text[place - 1] == "\u200d":
            continue  # LB8a
        if tailored and before + after in _NUMERIC:
            continue
        if before in "b-" and at > 1 and bases[at - 2] == "h":
            continue  # LB21a
        if before + after == "RR" and flags % 2:
            continue  # LB30a
        if after in "KdS" and _is_aksara(bases, at):
            continue
        if tailored and before == "-" and (at == 1 or ends[starts[at - 1]] != FORBIDDEN):
            continue  # A line does not end after a hyphen that starts a word, such as a minus or a list's dash.
        ends[place] = SOFT if text[place - 1] == "\u00ad" else HYPHEN if before in "b-" else FREE
    return ends, bases


def _is_aksara(bases: str, at: int) -> bool:
    """LB28a, what reaches over three characters: a virama joins the next letter, and a final consonant its syllable."""
    before = bases[at - 1]
    if before == "I" and at > 1 and bases[at - 2] in "KdS" and bases[at] in "Kd":
        return True
    return before in "KdS" and at + 1 < len(bases) and bases[at + 1] == "F"


_WHOLE = (FREE,)
"""The ends of a chunk that is one piece."""
_PLAIN = frozenset("a0it")
"""Classes that a line may begin with after spaces, whatever stands before them but an opening bracket."""


class _Chunk:
    """What is known of one run of characters without a space, with the spaces that follow it."""

    __slots__ = ("ends", "first", "head", "is_odd", "last", "pieces", "tail")

    def __init__(self, text: str, *, tailored: bool = True) -> None:
        self.pieces: tuple[str, ...]
        self.ends: tuple[int, ...]
        self.first = self.last = "a"
        """The classes that meet the chunks beside this one."""
        solid = text.rstrip(" ")
        core = solid.rstrip(",.;:!?")
        if core.isalnum() and core.isascii() and tailored:
            # Nearly every word: letters or digits, perhaps a mark after them.
            self.pieces, self.ends = (text,), _WHOLE
            self.last = _classes[solid[-1]]
            if core[0] >= "a" and core not in _LISTED and solid not in _LISTED:
                self.head = self.tail = 0  # What `_kinds` would find of a word in small letters.
                self.is_odd = False
                return
        else:
            self._cut(text, solid, tailored)
        self.head, self.tail = _kinds(solid) if tailored else (0, 0)
        self.is_odd = (
            self.tail != 0 or self.first not in _PLAIN or self.last in "([" or self.ends != _WHOLE or not solid
        )
        """Whether more than a free end may stand in it, before it or after it."""

    def _cut(self, text: str, solid: str, tailored: bool) -> None:
        before, bases = _ends_of(solid, tailored=tailored)
        cuts = [index for index, end in enumerate(before) if end != FORBIDDEN]
        self.pieces = tuple(text[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(text)], strict=True))
        is_forced = bases[-1:] in ("\n", "\r", "\f", "\v")
        self.ends = (*(before[cut] for cut in cuts), FORCED if is_forced else FREE)
        if is_forced and len(text) > len(solid) and not tailored:
            # Spaces after a forced end start a line of their own; set, they would only indent it.
            *whole, last = self.pieces
            self.pieces, self.ends = (*whole, last.rstrip(" "), text[len(solid) :]), (*self.ends, FREE)
        if bases:
            self.first, self.last = bases[0], bases[-1]
            # LB15a, LB15b: a quotation mark set off by a space belongs to the words inside it.
            if self.last == "<" and bases[-2:-1] in ("", "(", "[", '"', "<", ">", "g", "z", *_FORCING):
                self.last = "("
            if self.first == ">" and (len(bases) == 1 or bases[1] in 'gw}])"<>!,/z\n\r\f\v'):
                self.first = "}"
            if bases.startswith(",0") and tailored:
                self.first = "D"


# Kinds of neighbours that stay together: a bit of the first word's tail meets the same bit of the next word's head.
_MONTH_DAY, _DAY_MONTH, _NUMBER_UNIT, _INITIAL_NAME = 1, 2, 4, 8
_MONTHS = frozenset(
    """
    January February March April May June July August September October November December
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    januari februari maart april mei juni juli augustus september oktober november december
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου
    """.split()  # noqa: SIM905 – a list of sixty quoted words is no easier to read.
)
_UNITS = frozenset(
    """
    % ‰ ° °C °F km m cm mm kg g mg t l ml ha kW MW GW TW kWh MWh GWh Hz kHz MHz GHz kB MB GB TB mph km/h hp
    percent per million billion trillion bn mn tn hundred thousand miles kilometres kilometers metres meters
    feet foot inches tonnes tons pounds kilograms degrees hectares acres litres liters barrels a.m. p.m. am pm
    euros dollars Prozent Millionen Milliarden Euro Mio. Mrd. Uhr millions milliards millones
    миллионов миллиардов тысяч млн млрд тыс. процентов рублей € $ £
    """.split()  # noqa: SIM905
)

_LISTED = _MONTHS | _UNITS


def _kinds(solid: str) -> tuple[int, int]:
    head = tail = 0
    bare = solid.rstrip(",.;:!?\"'”’»)")
    if bare in _MONTHS or solid in _MONTHS:
        head |= _DAY_MONTH
        tail |= _MONTH_DAY if solid in _MONTHS else 0
    if bare in _UNITS or solid in _UNITS:
        head |= _NUMBER_UNIT
    if solid[:1].isdigit():
        day = len(bare) <= 2 or not bare[:2].isdigit()
        head |= _MONTH_DAY if day else 0
        # 22 May; but "1949. May" is two sentences.
        tail |= _NUMBER_UNIT | (_DAY_MONTH if len(solid) <= 3 else 0) if solid[-1].isdigit() or solid[-1] == "." else 0
    if len(solid) == 2 and solid[1] == "." and solid[0].isupper():
        tail |= _INITIAL_NAME
    if solid[:1].isupper() and len(solid) > 1:
        head |= _INITIAL_NAME
    return head, tail


_SPLIT = re.compile(r"[^ ]* +|[^ ]+").findall
_MOST_CHUNKS = 65_536


class _Chunks(dict[str, _Chunk]):
    def __missing__(self, text: str) -> _Chunk:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        chunk = self[text] = _Chunk(text)
        return chunk


_chunks = _Chunks()


def segment(text: str, *, tailored: bool = True) -> tuple[list[str], list[int]]:
    """Return the pieces of the text, spaces with the word before them, and how each piece ends.

    The pieces joined are the text. The last end is FREE, or FORCED after a
    character that forces one. Without `tailored` it is UAX #14 alone.
    """
    pieces: list[str] = _SPLIT(text)
    chunks = [_chunks[part] if tailored else _Chunk(part, tailored=False) for part in pieces]
    ends = [FREE] * len(pieces)
    # Between two chunks of which neither is odd a line may end; so nearly all have been dealt with.
    odd = [at for at, chunk in enumerate(chunks) if chunk.is_odd]
    last = len(chunks) - 1
    for at in odd:
        if at:
            ends[at - 1] = _end_between(chunks[at - 1], chunks[at], tailored)
        ends[at] = chunks[at].ends[-1] if at == last else _end_between(chunks[at], chunks[at + 1], tailored)
    for at in reversed(odd):
        chunk = chunks[at]
        if len(chunk.pieces) > 1:
            pieces[at : at + 1] = chunk.pieces
            ends[at : at + 1] = (*chunk.ends[:-1], ends[at])
    return pieces, ends


def _end_between(before: _Chunk, after: _Chunk, tailored: bool) -> int:
    """Return what the end of a chunk is that stands before another one."""
    end = before.ends[-1]
    if end == FORCED:
        return end
    if (after.first not in _PLAIN or before.last in "([") and not _breaks_after_spaces(
        before.last, after.first, tailored=tailored
    ):
        return FORBIDDEN
    return DISCOURAGED if before.tail & after.head else end

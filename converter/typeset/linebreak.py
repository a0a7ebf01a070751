"""Where a line may end: UAX #14, with rules over `unicodedata` in place of its data file.

`segment` cuts a text into pieces, each ending where a line may end, and says
of each end whether a break there is free, discouraged or forced. The classes
come from general categories and the exceptions below, right for Latin, Greek
and Cyrillic text and sensible for others; a generated table can take the
place of `line_class` without touching the rules.

Two tailorings, for news: a break is *discouraged* (a penalty, never a change
of the text) between a month and its day, a number and its unit, an initial
and its name; and a hyphen's break can be left out, for headlines.
"""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN, FREE, DISCOURAGED, HYPHEN, FORCED = 0, 1, 2, 3, 4
"""What the end of a piece is. `FORBIDDEN` occurs only where a run ends inside a word."""

# UAX #14 §5.1, classes by character where the general category does not tell.
_CLASSES: dict[str, str] = {
    **dict.fromkeys("\n\x0b\x0c\r\x85\u2028\u2029", "BK"),
    **dict.fromkeys("\u00a0\u202f\u2007\u180e\u2011\u0f0c\u034f", "GL"),
    **dict.fromkeys("\u2060\ufeff", "WJ"),
    "\u200b": "ZW",
    "\u200d": "ZWJ",
    **dict.fromkeys("\t\u00ad\u2010\u2012\u2013\u058a\u05be|\u2027", "BA"),
    "-": "HY",
    "\u2014": "B2",
    **dict.fromkeys("\u2e3a\u2e3b", "B2"),
    **dict.fromkeys("!?\u203c\u203d\u2047\u2048\u2049\u05c6\u061b\u061f\u06d4", "EX"),
    **dict.fromkeys(",.:;\u037e\u0589\u060c\u2044", "IS"),
    "/": "SY",
    **dict.fromkeys("\u2024\u2025\u2026\u22ef", "IN"),
    **dict.fromkeys("\"'", "QU"),
    **dict.fromkeys("$+\\\u00a3\u00a4\u00a5\u00b1\u2116\u2212\u2213", "PR"),
    **dict.fromkeys("%\u00a2\u00b0\u2030\u2031\u2032\u2033\u2034\u2035\u2036\u2037\u20a7\u2103\u2109", "PO"),
    **dict.fromkeys("])", "CP"),
    **dict.fromkeys("\u3001\u3002\uff0c\uff0e\uff01\uff1f", "CL"),
    **dict.fromkeys("#&*<=>@^_`~\u00a7\u00b6\u2020\u2021\u2022\u00a9\u00ae\u2122\u00ac\u00a6\u00b7", "AL"),
    **dict.fromkeys("\u00a1\u00bf", "OP"),
    **dict.fromkeys("\u3005\u301c\u30fb\u30fc\u303b\u309d\u309e\u30fd\u30fe", "NS"),
}

_BY_CATEGORY = {
    "Nd": "NU",
    "Zs": "BA",
    "Zl": "BK",
    "Zp": "BK",
    "Cc": "CM",
    "Cf": "CM",
    "Mn": "CM",
    "Mc": "CM",
    "Me": "CM",
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QU",
    "Pf": "QU",
    "Sc": "PR",
    "Pd": "BA",
}


def line_class(character: str) -> str:
    """Return the line breaking class of the character, one of UAX #14's two-letter names."""
    found = _CLASSES.get(character)
    if found is None:
        found = _CLASSES[character] = _derive_class(character)
    return found


def _derive_class(character: str) -> str:
    if character == " ":
        return "SP"
    point = ord(character)
    # Ideographs, kana, Hangul syllables, emoji: a line may end between any two.
    if (
        0x2E80 <= point <= 0x2FFF
        or 0x3041 <= point <= 0xA4CF
        or 0xAC00 <= point <= 0xD7A3
        or 0xF900 <= point <= 0xFAFF
        or 0x1F300 <= point <= 0x1FAFF
        or 0x20000 <= point <= 0x3FFFD
    ) and unicodedata.category(character) not in ("Mn", "Ps", "Pe"):
        return "ID"
    return _BY_CATEGORY.get(unicodedata.category(character), "AL")


_CLOSING = frozenset({"CL", "CP", "EX", "SY", "IS", "QU"})
_LETTERS = frozenset({"AL", "HL"})
_NUMERIC_PAIRS = frozenset(
    # LB25, the pair form: do not break inside a number with its signs.
    (before, after)
    for before, after in (
        ("CL", "PO"), ("CP", "PO"), ("CL", "PR"), ("CP", "PR"), ("NU", "PO"), ("NU", "PR"), ("PO", "OP"), ("PO", "NU"),
        ("PR", "OP"), ("PR", "NU"), ("HY", "NU"), ("IS", "NU"), ("NU", "NU"), ("SY", "NU"),
    )
)  # fmt: skip


def _may_break(before: str, after: str, spaced: bool) -> bool:
    """Return whether a line may end between the two classes, with or without spaces in between (LB7 to LB31)."""
    if before == "ZW":
        return True  # LB8
    if after == "WJ" or (before == "WJ" and not spaced):
        return False  # LB11
    if spaced:
        # LB13 (closing marks keep their place even after spaces), LB14, LB15, LB16, LB17.
        if after in ("CL", "CP", "EX", "SY") or before == "OP":
            return False
        if after == "IS":
            return True  # As in UAX #14 since revision 47: " .5" may start a line.
        if before in ("CL", "CP") and after == "NS":
            return False
        return not (before == "B2" and after == "B2")  # LB18: after spaces, else.
    if before == "GL" or (after == "GL" and before not in ("BA", "HY")):
        return False  # LB12, LB12a
    if after in ("CL", "CP", "EX", "IS", "SY") or before == "OP":
        return False  # LB13, LB14
    if before == "QU" or after == "QU":
        return False  # LB19
    if after in ("BA", "HY", "NS"):
        return False  # LB21
    if after == "IN":
        return False  # LB22
    if (before, after) in _NUMERIC_PAIRS:
        return False  # LB25
    if before in ("BA", "HY"):
        return True  # LB21, the other side
    if before == "B2" or after == "B2":
        return before != after  # LB17, B2: a break on either side
    letters = before in _LETTERS, after in _LETTERS
    if all(letters):
        return False  # LB28
    if (letters[0] and after in ("NU", "PR", "PO", "OP")) or (letters[1] and before in ("NU", "PR", "PO", "IS", "CP")):
        return False  # LB23, LB24, LB29, LB30
    if (before == "NU" and after == "OP") or (before == "CP" and after == "NU"):
        return False  # LB30
    if before == "SY":
        return letters[1]  # A solidus in an address: a line may go on after it.
    if before == "IS":
        return False
    return not ((before == "PR" and after == "ID") or (before == "ID" and after == "PO"))  # LB23a, then LB31


class _Chunk:
    """What is known of one run of characters without a space, with the spaces that follow it."""

    __slots__ = ("ends", "first", "head", "last", "pieces", "tail")

    def __init__(self, text: str) -> None:
        self.pieces: tuple[str, ...]
        self.ends: tuple[int, ...]
        solid = text.rstrip(" ")
        core = solid.rstrip(",.;:!?")
        if core.isalnum() and core.isascii():
            # Nearly every word: letters or digits, perhaps a mark after them.
            self.pieces, self.ends = (text,), (FREE,)
            self.first, self.last = line_class(solid[0]), line_class(solid[-1])
        else:
            self._cut(text, solid)
        self.head, self.tail = _kinds(solid)

    def _cut(self, text: str, solid: str) -> None:
        self.pieces, self.ends = _pieces_of(solid)
        if len(text) > len(solid):
            self.pieces = (*self.pieces[:-1], self.pieces[-1] + text[len(solid) :])
        classes = [line_class(character) for character in solid]
        self.first = classes[0] if classes else "AL"
        # LB9: marks take the class of what they stand on.
        self.last = next((name for name in reversed(classes) if name not in ("CM", "ZWJ")), "AL")
        if "QU" in (self.first, self.last):
            # LB15a, LB15b: a quotation mark set off by a space belongs to the words inside it.
            categories = [unicodedata.category(character) for character in solid]
            if categories[-1] == "Pi" and all(name == "OP" for name in classes[:-1]):
                self.last = "OP"
            if categories[0] == "Pf" and all(name in _CLOSING for name in classes[1:]):
                self.first = "CL"


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


def _pieces_of(solid: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the pieces of a text without spaces, and their ends."""
    pieces: list[str] = []
    ends: list[int] = []
    start = 0
    before = ""
    for index, character in enumerate(solid):
        after = line_class(character)
        if index and before == "BK":
            if not (solid[index - 1] == "\r" and character == "\n"):
                pieces.append(solid[start:index])
                ends.append(FORCED)
                start = index
        elif index and after in ("CM", "ZWJ"):
            if before not in ("SP", "ZW"):
                continue  # LB9: the mark takes the class of what it stands on.
            after = "AL"  # LB10
        elif index and solid[index - 1] == "\u200d":
            pass  # LB8a
        elif index and after not in ("BK", "ZW") and _may_break(before, after, False):  # LB6, LB7
            word_before_hyphen = before in ("HY", "BA") and start < index - 1
            # A line does not end after a hyphen that starts a word (LB20a), such as a minus or a list's dash.
            if before != "HY" or word_before_hyphen:
                pieces.append(solid[start:index])
                ends.append(HYPHEN if before in ("HY", "BA") else FREE)
                start = index
        before = "AL" if not index and after in ("CM", "ZWJ") else after
    pieces.append(solid[start:])
    ends.append(FORCED if before == "BK" else FREE)
    return tuple(pieces), tuple(ends)


_SPLIT = re.compile(r"[^ ]* +|[^ ]+").findall
_MOST_CHUNKS = 65_536


class _Chunks(dict[str, _Chunk]):
    def __missing__(self, text: str) -> _Chunk:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        chunk = self[text] = _Chunk(text)
        return chunk


_chunks = _Chunks()
_PLAIN = frozenset({"AL", "NU", "ID"})


def segment(text: str) -> tuple[list[str], list[int]]:
    """Return the pieces of the text, spaces with the word before them, and how each piece ends.

    The pieces joined are the text. The last end is FREE, or FORCED after a
    character that forces one.
    """
    pieces: list[str] = []
    ends: list[int] = []
    tail, last = 0, "AL"
    for chunk in [_chunks[part] for part in _SPLIT(text)]:
        if pieces:
            if tail & chunk.head:
                ends[-1] = DISCOURAGED
            first = chunk.first
            if (first not in _PLAIN or last == "OP") and ends[-1] != FORCED and not _may_break(last, first, True):
                ends[-1] = FORBIDDEN
        pieces += chunk.pieces
        ends += chunk.ends
        tail, last = chunk.tail, chunk.last
    return pieces, ends

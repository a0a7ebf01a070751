"""Lines: where a text's own line ends are, and a few facts about one line that every rule asks for."""

from __future__ import annotations

from converter.io.utf8 import encoded
from converter.text.patterns import Pattern

# CR LF first, so that it is one end. NEL, LS and PS end a line too (threats page, section 4); form feed and
# vertical tab do not: they are characters of the text, kept as such.
_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")

LAYOUT_SPACE = " \t\x0c"
"""What indents and pads a line, or says that a page begins. A no-break space is a character of the text and stays."""
MARGIN = (
    f"{LAYOUT_SPACE}\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
)
"""What stands around a line and shows nothing: blanks of any width, marks of direction. It stays, and says nothing."""
MARGINS = frozenset(MARGIN)

FULL_STOPS = frozenset(".。｡۔।॥။៕\u0589\u1362\u0f0d")
"""What ends a sentence that tells: in Latin, in Chinese, in Urdu, Hindi, Burmese, Khmer, Armenian, Amharic, Tibetan."""
QUESTION_MARKS = frozenset("?？؟\u1367")
_FINAL = FULL_STOPS | QUESTION_MARKS | frozenset("!…！")
_GREEK_QUESTION = ";\u037e"
_DIGIT = Pattern(r"\d")
# The bytes of UTF-8 that begin no character of U+0800 to U+1FFF or U+3000 to U+9FFF.
_OTHER_BYTES = bytes(byte for byte in range(0x100) if byte not in (0xE0, 0xE1, *range(0xE3, 0xEA)))
_SIGNS = Pattern("[\u3040-\u9fff]+")
_LETTERS = Pattern("[\u0e00-\u0eff\u1780-\u17ff]+")
_CLOSERS = "\"'”’“‘»«›‹)]}」』】）〉》*\u200b\ufeff\xa0 \t"


def words(text: str) -> frozenset[str]:
    """Return the words of a table that is written as a text."""
    return frozenset(text.split())


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` without their ends; the last one is empty when the text ends in a line end."""
    for end in _ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text.split("\n")


def is_blank(line: str) -> bool:
    """Return whether the line holds nothing but layout space."""
    return not line.strip(LAYOUT_SPACE)


def has_digit(text: str) -> bool:
    """Return whether a decimal digit of any script stands in the text."""
    return count_digits(text) > 0


def count_digits(text: str) -> int:
    """Return how many decimal digits of any script stand in the text."""
    if text.isascii():  # Ten times as fast.
        return len(text) - len(text.encode().translate(None, b"0123456789"))
    return len(_DIGIT.compiled.findall(text))


def is_invisible(text: str) -> bool:
    """Return whether the text shows nothing: no-break spaces, zero-width characters, marks of direction."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def ends_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence does, closing marks left aside."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _FINAL or (bare[-1] in _GREEK_QUESTION and _is_greek(bare[:-1])))


def final_mark(text: str) -> str:
    """Return the last character of the text that is no closing mark, or an empty string; of a Greek question `?`."""
    bare = text.rstrip(_CLOSERS)
    return "?" if bare[-1:] in _GREEK_QUESTION and _is_greek(bare[:-1]) else bare[-1:]


def _is_greek(text: str) -> bool:
    """Return whether the last letter of the text is Greek: what looks like a semicolon behind it asks."""
    return "\u0370" <= text[-1:] <= "\u03ff" or "\u1f00" <= text[-1:] <= "\u1fff"


def count_words(text: str) -> int:
    """Return how many words the line has; of scripts without blanks, two characters count as one, or four letters."""
    words = text.split()
    # Of a text beyond ASCII, most have a mark or two, such as a quotation mark, and no such script.
    if text.isascii() or not encoded(text).translate(None, _OTHER_BYTES):
        return len(words)
    signs = sum(map(len, _SIGNS.compiled.findall(text)))
    letters = sum(map(len, _LETTERS.compiled.findall(text)))
    return len(words) if signs + letters < 2 else max(len(words), signs // 2 + letters // 4)


def indent_of(line: str) -> int:
    """Return the width of the line's indent in columns; a tab counts as eight."""
    width = 0
    for char in line:
        if char == " ":
            width += 1
        elif char == "\t":
            width += 8
        else:
            break
    return width


def is_capitals(text: str) -> bool:
    """Return whether the text is set in capitals: words in angle brackets and a few small letters aside."""
    upper = lower = 0
    depth = 0
    for char in text:
        if char == "<":
            depth += 1
        elif char == ">" and depth:
            depth -= 1
        elif not depth:
            upper += char.isupper()
            lower += char.islower()
    return upper >= 3 and lower * 5 <= upper

"""Which charset bytes are in that say nothing of it: the one that is sure, or none.

Three kinds of evidence, each with its own function:

- `find_wide`: encodings whose bytes look like ASCII or control bytes (UTF-16 and
  UTF-32 without a mark, ISO 2022), known by their shape;
- `is_damaged_utf8`: UTF-8 that was cut, mixed or made by an old database
  (CESU-8). Every single-byte encoding would read it without complaint as mojibake;
- `find_sure`: one-byte and East Asian encodings, by reading the bytes in each and
  asking whether that gives words of a language written in it. A reading counts
  only when its common words and its letters fit; it is sure when no other
  reading with different text comes near.

A library was measured against this (`docs/decisions/0011-charset-detection.md`):
it answers always, which is what must not happen here.
"""

from __future__ import annotations

import re
import unicodedata

from converter.core.values import Value
from converter.text.charsets import CODECS
from converter.text.common_words import COMMON_WORDS


class Reading(Value):
    """The text of some bytes in one charset."""

    charset: str
    text: str
    others: tuple[str, ...] = ()
    """Charsets that read the bytes without an error too, and lost."""


# ── Shape ───────────────────────────────────────────────────────────────────


def find_wide(source: bytes) -> Reading | None:
    """Return the reading as UTF-16 or UTF-32 without a mark, or ISO 2022, when the bytes have that shape."""
    for escape, charset in (
        (b"\x1b$B", "iso-2022-jp"),
        (b"\x1b$@", "iso-2022-jp"),
        (b"\x1b$)C", "iso-2022-kr"),
        (b"~{", "hz-gb-2312"),
    ):
        if escape in source and source.isascii():
            text = _try(source, charset)
            if text is not None and not text.isascii() and "\x1b" not in text:
                return Reading(charset, text)
    size = len(source)
    if size < 4 or size % 2:
        return None
    quarter = max(1, size // 4)
    if size % 4 == 0:
        for charset, high in (("utf-32le", source[3::4]), ("utf-32be", source[0::4])):
            if high.count(0) == quarter:
                text = _try(source, charset)
                if text is not None and _is_plausible_unicode(text):
                    return Reading(charset, text)
    # In UTF-16 of nearly all scripts the high bytes are few and small, or those of one script.
    for charset, high, low in (("utf-16le", source[1::2], source[0::2]), ("utf-16be", source[0::2], source[1::2])):
        ends = sum(high.count(control) for control in range(0x0F))
        blanks = sum(1 for at in range(min(size // 2, 4000)) if not high[at] and low[at] in b" \n\r")
        if (ends * 5 >= len(high) * 2 and ends > 2 * sum(low.count(control) for control in range(0x0F))) or (
            blanks and not source.isascii() and not _is_utf8(source)
        ):
            text = _try(source, charset)
            if text is not None and _is_plausible_unicode(text):
                return Reading(charset, text)
        # Chinese has neither: nearly all its high bytes are those of the ideographs, and its low bytes are any.
        if not source.isascii() and _share_of_ideographs(high) > 0.85 > 1.4 * _share_of_ideographs(low):
            text = _try(source, charset)
            if text is not None and max(_score_east_asian(common, text) for common in ("gb18030", "big5")) > 0:
                return Reading(charset, text)
    return None


def _share_of_ideographs(octets: bytes) -> float:
    """Return the share of bytes that are the high byte of an ideograph, of East Asian punctuation or of a wide form."""
    first = octets[:4000]
    return sum(0x4E <= octet <= 0x9F or octet in (0x30, 0xFF, 0x20) for octet in first) / len(first)


def _is_utf8(source: bytes) -> bool:
    return _try(source, "utf-8") is not None


def _is_plausible_unicode(text: str) -> bool:
    """Return whether the text is of assigned characters of few scripts, as no misread text is."""
    sample = text[:4000]
    odd = sum(1 for char in sample if unicodedata.category(char) in ("Cn", "Co") or char in "\ufffe\uffff")
    controls = sum(1 for char in sample if unicodedata.category(char) == "Cc" and char not in "\t\n\r")
    scripts = {unicodedata.name(char, "?").split(" ")[0] for char in sample if char.isalpha()}
    return (
        odd * 100 <= len(sample)
        and controls * 20 <= len(sample)
        and len(scripts - {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL"}) <= 2
    )


_UTF8_SEQUENCE = re.compile(rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def is_damaged_utf8(source: bytes) -> bool:
    """Return whether bytes that are not UTF-8 were meant as such: cut at the end, mixed with others, CESU-8."""
    for cut in (1, 2, 3):
        try:
            if not source[:-cut].isascii() and source[:-cut].decode("utf-8"):
                return True
        except UnicodeDecodeError:
            continue
    sample = _evidence(source)
    whole = sum(len(match.group()) for match in _UTF8_SEQUENCE.finditer(sample))
    return whole * 10 >= 8 * len(_HIGH.findall(sample))


# ── Words ───────────────────────────────────────────────────────────────────

# Charset → languages whose text is written in it. The order is that of how often news comes in them.
_ONE_BYTE: dict[str, str] = {
    "windows-1252": "en de fr es pt it nl sv da no fi is ca eu sq id ms sw af ga tl",
    "windows-1250": "pl cs sk hu sl hr ro sq de",
    "iso-8859-2": "pl cs sk hu sl hr ro sq de",
    "iso-8859-15": "en de fr es pt it nl sv da no fi is ca et",
    "windows-1254": "tr",
    "windows-1257": "lv lt et pl",
    "macintosh": "de fr es pt it nl sv da no fi is ca",
    "ibm850": "de fr es pt it nl sv da no fi is ca",
    "ibm437": "de fr es it nl sv",
    "ibm852": "pl cs sk hu sl hr ro",
    "windows-1251": "ru uk bg sr mk be",
    "koi8-r": "ru bg",
    "koi8-u": "uk ru be",
    "iso-8859-5": "ru bg sr mk be uk",
    "ibm866": "ru be bg uk",
    "x-mac-cyrillic": "ru uk bg sr mk be",
    "windows-1253": "el",
    "iso-8859-7": "el",
    "windows-1255": "he",
    "iso-8859-8": "he",
    "windows-1256": "ar fa ur",
    "iso-8859-6": "ar",
}

_SAMPLE = 100_000
"""Bytes of a large file that are read in every charset; then all of it in the one that is sure."""
_OLD = ("iso-8859-15", "macintosh", "x-mac-cyrillic", "ibm437", "ibm850", "ibm852", "ibm866")

# The letters beyond ASCII of each language that a Latin charset writes. In Western text any Western letter occurs in
# a name ("Sigurðsson", "Žižek", "São Paulo"); in the others only loans ("café", "Müller"), which tells windows-1250
# from windows-1252.
_LOANS = "éèêëáàâäçüöñóíôïîúùûåøæœß"
_WESTERN = _LOANS + "ãõìòýðþšž"
# In lower-case words only of a language of their own; in any other they stand in names.
_LONE = "àèéóòáíåöøæºª"
_OF_NAMES = {"ð": "is", "þ": "is", "ý": "is", "š": "fi", "ž": "fi"}
_LETTERS = {
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "sl": "čšžćđ",
    "hr": "čćđšž",
    "ro": "ăâîșțşţ",
    "tr": "çğıöşüâîû",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "et": "õäöüšž",
}
# Marks that stand inside words and sentences of news; the rest of a charset's upper half does not.
_MARKS = frozenset("ˆ˜‘’‚“”„«»‹›–—…•·€£¥¢§©®™°´¨½¼¾²³¹ªº¿¡±×÷µ¶†‡‰\xa0\xad−")
_WORD = re.compile(r"[^\W\d_]+")


def find_sure(source: bytes) -> Reading | None:
    """Return the one reading that is sure, or None; the bytes are not UTF-8 and have no wide shape."""
    sure = _find_sure(_evidence(source))
    if sure is None:
        return None
    text = _try(source, sure.charset)
    return sure.replace(text=text) if text is not None else None


def _evidence(source: bytes) -> bytes:
    """Return the lines that hold bytes beyond ASCII, and some of the others, as far as they tell more."""
    if len(source) <= _SAMPLE:
        return source
    taken: list[bytes] = []
    size = 0
    ascii_size = 0
    for line in source.replace(b"\r", b"\n").split(b"\n"):
        if line.isascii():
            ascii_size += len(line)
            if ascii_size > _SAMPLE // 4:
                continue
        # No trail byte of an East Asian charset is a blank.
        taken.append(line if len(line) < _SAMPLE else line[: line.rfind(b" ", 0, _SAMPLE)])
        size += len(taken[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(taken)


def _find_sure(source: bytes) -> Reading | None:
    readings = [(charset, text) for charset in _ONE_BYTE if (text := _try(source, charset)) is not None]
    scored = [(score, charset, text) for charset, text in readings if (score := _score_one_byte(charset, text)) > 0]
    scored += [
        (score, charset, text)
        for charset in _EAST_ASIAN
        if (text := _try(source, charset)) is not None and (score := _score_east_asian(charset, text)) > 0
    ]
    # What DOS and the old Macintosh wrote, and Latin-9, is asked only when Windows, Unix and East Asia give nothing.
    scored = [entry for entry in scored if entry[1] not in _OLD] or scored
    if not scored:
        return None
    # Sorting is stable: of charsets that score the same with the same text, the commonest of the table stands first.
    scored.sort(key=lambda entry: -entry[0])
    best, charset, text = scored[0]
    rivals = [score for score, _, other in scored[1:] if other != text]
    if rivals and max(rivals) * 10 > best * 7:
        return None
    # A narrower charset that gives the same text is no other answer, and windows-1252 is what files mean by Latin-1.
    others = tuple(other for other, text_there in readings if other != charset and text_there != text)[:4]
    return Reading(charset, text, others)


def _try(source: bytes, charset: str) -> str | None:
    try:
        return source.decode(CODECS[charset])
    except UnicodeDecodeError:
        return None


def _score_one_byte(charset: str, text: str) -> float:
    """Return 0 for a reading that cannot be, else the share of words that are common in the best-fitting language."""
    beyond = {char for char in text if char > "\x7f"}
    if any("\x80" <= char < "\xa0" and char != "\x85" for char in beyond) or any(
        not char.isalpha() and not unicodedata.combining(char) and char not in _MARKS for char in beyond
    ):
        return 0
    words = _WORD.findall(text)
    if not words or not _has_natural_case(words) or _has_misplaced_mark(text, is_old=charset in _OLD):
        return 0
    lowered = [word.lower() for word in words]
    languages = _ONE_BYTE[charset].split()
    best = 0.0
    for language in languages:
        share = _share(lowered, language)
        if share > best and _fits_letters(language, beyond) and _fits_words(language, words):
            best = share
    if "en" not in languages and best < _share(lowered, "en"):
        return 0  # English has too few letters beyond ASCII to tell which of the rarer charsets they are in.
    if best >= 0.08:
        return best
    # Too few common words for a language, but nothing beyond ASCII than marks: all charsets that agree are one answer.
    if charset == "windows-1252" and not any(char.isalpha() for char in beyond) and len(words) > 3 and best > 0:
        return 0.08
    return 0


def _share(lowered: list[str], language: str) -> float:
    known = set(COMMON_WORDS[language].split())
    return sum(word in known for word in lowered) / len(lowered)


def _fits_letters(language: str, beyond: set[str]) -> bool:
    letters = {char.lower() for char in beyond if char.isalpha() and char not in _MARKS}
    first = COMMON_WORDS[language][0]
    if first >= "\u0250":
        script = _script(first)
        return all(_script(char) == script for char in letters)
    return letters <= set(_LETTERS[language] + _LOANS if language in _LETTERS else _WESTERN)


def _fits_words(language: str, words: list[str]) -> bool:
    """Return whether letters that a Western language has only in names stand in capitalised words only.

    One letter alone is a word in few cases: `à`, `é`, `È`, `Ö`; `Ñ` alone is a dash of the Macintosh.
    """
    if language in _LETTERS or COMMON_WORDS[language][0] >= "\u0250":
        return True
    beyond = [word for word in words if not word.isascii()]
    lone = _LONE if language == "en" else _LONE + _LONE.upper()
    if any(len(word) == 1 and word.isalpha() and word not in lone for word in beyond):
        return False
    return not any(_OF_NAMES.get(char, language) != language for word in beyond if word.islower() for char in word)


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ")[0]


def _has_natural_case(words: list[str]) -> bool:
    """Return whether capitals stand where people put them; a reading in a wrong charset has them inside words."""
    # Fractions and raised digits count as letters of words for `re`, but have no case.
    beyond = [word for word in words if not word.isascii() and word.isalpha()]
    odd = sum(1 for word in beyond if not (word.islower() or word.isupper() or word[1:].islower()))
    caseless = sum(1 for word in words if word.lower() == word.upper())
    return not any(map(_mixes_scripts, beyond)) and (caseless * 2 > len(words) or odd * 20 <= len(beyond))


def _mixes_scripts(word: str) -> bool:
    return len({"LATIN" if char < "\u0250" else unicodedata.name(char, "?").split(" ")[0] for char in word}) > 1


_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u04ff"
_INSIDE = re.compile(f"[{_LETTER}]([‚„…†‡‰‹›«»€£¥¢§©®™°¨½¼¾²³¹¿¡±×÷µ¶“”•–—´])[{_LETTER}]")
# Signs that need something before or after them: `¡Hola`, `30°C`, `nº`, `„so“`; and a letter that a digit follows.
_MISPLACED = re.compile(
    f"[{_LETTER}][¡¿]|[{_LETTER}][‚„](?=\\s)"
    "|[¡¿](?![A-Za-zÀ-ÿ\"“«'0-9¡¿(])"
    f"|(?<![{_LETTER}\\d)])[ºª]"
    "|(?<![\\dA-Za-z .])°"
    f"|°(?=[{_LETTER}]{{2}})"
    f"|(?<![{_LETTER}])´(?=[{_LETTER}])"
    '|´[^\\w\\s.,;:!?)”"’]'
    "|[€£¥¢][A-ZÀ-Þ]"
    "|[\u00c0-\u04ff]\\d"
    f"|[{_LETTER}][®©™§¶†‡¨±][®©™§¶†‡¨±]"
    f"|[{_LETTER}](?:¨[\u00a1-\u00bf]|ˆ)|[âêîôû][áéíóú]"  # What East Asian charsets have for `ü` and `é`.
)


def _has_misplaced_mark(text: str, *, is_old: bool) -> bool:
    """Return whether signs stand where nobody sets them, as they do in a reading in a wrong charset.

    Between two letters only a dash, an ellipsis, an apostrophe or a quotation mark whose blank is missing can stand,
    and that not often.
    """
    if _MISPLACED.search(text) or text.count("¡") > text.count("!") or text.count("¿") > text.count("?"):
        return True
    found = [match.group(1) for match in _INSIDE.finditer(text)]
    soft = sum(text.count(mark) for mark in set(found))
    hard = sum(1 for mark in found if is_old or mark not in "—–…·”“´")
    quotes = sum(1 for mark in found if mark in "”“")
    dashes = sum(1 for mark in found if mark != "´")
    return hard > 0 or quotes * 4 > soft or dashes * 100 > len(text)


# ── East Asia ───────────────────────────────────────────────────────────────

_EAST_ASIAN: dict[str, tuple[str, str]] = {
    # The commonest characters of running text, and the block whose characters they are measured against.
    "shift_jis": ("のにはをたがでてとしれさるいなもかられこあ一日人年大国会", "ja"),
    "euc-jp": ("のにはをたがでてとしれさるいなもかられこあ一日人年大国会", "ja"),
    "gb18030": ("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年说", "zh"),
    "big5": ("的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年說", "zh"),
    "euc-kr": ("이다는에의을가고하지로은한를도서사기인일정대으자있그어시해아나리수것전", "ko"),
}


def _score_east_asian(charset: str, text: str) -> float:
    common, language = _EAST_ASIAN[charset]
    wide = [char for char in text if char > "\u2e7f"]
    if len(wide) < 4 or any("\ue000" <= char <= "\uf8ff" or "\uff61" <= char <= "\uff9f" for char in wide):
        return 0
    letters = [char for char in wide if char.isalpha()]
    if len(letters) * 2 < sum(1 for char in text if char > "\x7f"):
        return 0
    kana = sum(1 for char in letters if "\u3041" <= char <= "\u30ff")
    hangul = sum(1 for char in letters if "\uac00" <= char <= "\ud7a3")
    share = sum(1 for char in letters if char in common) / max(1, len(letters))
    match language:
        case "ja":
            return share if kana * 5 >= len(letters) else 0
        case "ko":
            return share if hangul * 10 >= len(letters) * 8 else 0
        case _:
            return share if share >= 0.08 and not kana * 10 > len(letters) and not hangul else 0

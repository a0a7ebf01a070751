"""Furniture: lines of a page that are not the story, known by named rules.

A rule matches a whole line and never a part of it: `Read More` is a button,
`Read more than one report and you will doubt it.` is the story. The rules
are data (`furniture.toml`, as a module in `furniture_rules.py`, which loads
faster); a caller's own come from `--set text.furniture=FILE`, in the same form.
"""

from __future__ import annotations

from converter.core.errors import UsageError
from converter.core.spelling import setting
from converter.core.values import Value
from converter.text import furniture_rules
from converter.text.lines import FULL_STOPS, count_digits, count_words, ends_sentence, final_mark, has_digit
from converter.text.patterns import HintedPattern, HintedPatterns
from converter.text.phrases import Beginnings, Phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


MOST_CHARACTERS = 160
"""No longer line is furniture: in real pages four of five thousand body lines match a rule below this, none above."""
LONGEST_NOTICE = 600
"""But for what a house says of its rights or of market data, or asks for money, and for addresses of pictures."""
_MOST_BLOCK_LINES = 12
_MOST_BLOCK_WORDS = 20

# What surrounds the words of a button: blanks, bullets, arrows, bars, emoji variation and zero-width characters.
_DECOR = " \t\xa0\u200b\u200c\u200d\ufeff\ufe0f|•·»›→▶►▸▾▼▲△←«‹*_–—+>＞▷■□●○◆◇★☆"
_AFTER_START = ":：|–—-»›>→"
_BOLD = "**"
"""`Read more**How to …**`: Markdown's marks part the words of the page from the title too."""
_BULLETS = "-–—•·* "
_KINDS_OF_BLOCK = ("related",)
# A sentence longer than a button is the story, but for what pages say in sentences.
_BUTTON_CHARACTERS = 60
_DATE_DIGITS, _DATE_WORDS = 5, 10
"""How many figures a line with a whole date has at least, and how many words at most."""
_GUARDS = ("needs", "needs_first", "digits", "words")
"""What keeps the patterns of a rule from lines that they cannot match."""
_ROW_MARKS = (" | ", " · ", " • ", " / ", " > ", " › ", " » ", "|")
_MOST_IN_ROW = 16
_FIRST_UNSPACED = "\u0e00"
"""From here on scripts part their words by no blanks, Thai the first of them."""
_NOTICE_BEGINS = 80
_OPENING_QUOTES, _CLOSING_QUOTES = '"“„«‘「『', '"”»“’」』'
"""A line between them is a quotation; a title may end in a quoted word."""
_QUOTES = '"“”„«»'
_MOST_WORDS_OF_TELLING = 5
_KINDS_OF_NOTICES = ("copyright", "market-data", "appeal")
"""Nothing else begins `Queda prohibida la reproducción total`."""
_KINDS_IN_TITLES = ("related", "share")
"""What leads to another story ends as its title does, without a full stop."""
_KINDS_IN_SENTENCES = ("advertisement", "subscribe", "copyright", "comments", "follow")


class Rule(Value):
    """One named rule, in the form that matching needs."""

    name: str
    kind: str
    patterns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_first: bool = False
    """Whether a line's `needs` are looked for before its patterns are asked, which may begin with any words."""
    digits: int = 0
    words: int = 100


def _fields_of(rule: Rule) -> tuple[str, str, tuple[str, ...], tuple[str, ...], bool, int, int]:
    return (rule.name, rule.kind, rule.patterns, rule.needs, rule.needs_first, rule.digits, rule.words)


class Match(Value):
    """What a line was known by."""

    kind: str
    rule: str
    opens_block: bool = False
    """Whether short lines below it belong to it."""


class Rules:
    """A set of rules, ready to be asked."""

    def __init__(self, own: Entries | None = None) -> None:
        """Of the built-in rules and, before them, a caller's own."""
        own = own or Entries()
        # Their fields alone: a `Rule` for each would cost a cold command a third of a millisecond.
        rules = (*furniture_rules.RULES, *map(_fields_of, own.rules))
        self._names = [fields[0] for fields in rules]
        self._kinds = [fields[1] for fields in rules]
        first = len(furniture_rules.RULES)
        self._patterned = [
            (at, digits, words, HintedPattern(patterns, needs, hints_first=needs_first))
            for at in (*range(first, len(rules)), *range(first))
            for _, _, patterns, needs, needs_first, digits, words in (rules[at],)
            if patterns
        ]
        self._in_sentences = [each for each in self._patterned if self._kinds[each[0]] in _KINDS_IN_SENTENCES]
        self._asked_of_sentences = HintedPatterns([expression for *_, expression in self._in_sentences])
        self._lines = Phrases(furniture_rules.LINES, own.lines)
        self._markers = Phrases(furniture_rules.MARKERS, own.markers)
        self._starts = Phrases(furniture_rules.STARTS, own.starts)
        self._begins = Beginnings(furniture_rules.BEGINS, own.begins.items())
        self._notices = furniture_rules.NOTICES | own.notices()

    def find(self, text: str) -> Match | None:
        """Return what the whole line is known by, or None when it is the story."""
        if ("//" in text or text.startswith("www.")) and _is_address_of_media(text):
            return Match("media", "media-address")
        if len(text) > MOST_CHARACTERS:
            return self._find_notice(text) if len(text) <= LONGEST_NOTICE else None
        bare = _undecorated(text)
        folded = _fold(bare)
        return (
            self._find_line(text, bare, folded)
            or self._find_start(bare, folded)
            or self._find_pattern(text)
            or self._find_beginning(bare, folded)
            or self._find_row(text)
        )

    def warm(self) -> None:
        """Compile all patterns, for a process that asks them of many lines."""
        for *_, expression in self._patterned:
            expression.compile()
        self._asked_of_sentences.compile()
        for phrases in (self._lines, self._markers, self._starts):
            phrases.open()

    def _find_line(self, text: str, bare: str, folded: str) -> Match | None:
        keys = (
            _fold(text.strip(" \t\xa0")),
            folded,
            folded.strip(":：….").strip(_DECOR),
            folded.strip("[]()［］（）"),
            folded.rstrip("0123456789,.()").rstrip(_DECOR),
        )
        for key in dict.fromkeys(keys):
            # A single word in small letters is a word of a list (`print`, `like`); a button has a capital.
            if not key or not bare or (_is_small(bare[0]) and " " not in key):
                continue
            rule = self._markers.get(key)
            if rule is not None:
                return self._match(rule, opens_block=True)
            rule = self._lines.get(key)
            if rule is not None and not (key != folded and ":" in bare and self._kinds[rule] == "media"):
                opens = bare.endswith((":", "：")) and self._kinds[rule] in _KINDS_OF_BLOCK
                return self._match(rule, opens_block=opens)
        return None

    def _find_start(self, bare: str, folded: str) -> Match | None:
        if len(folded) != len(bare) or _is_small(bare[:1]) or not self._starts.may_begin(folded):
            return None
        for length in range(min(len(bare), 60), 1, -1):
            rule = self._starts.get(folded[:length])
            if rule is None:
                continue
            rest = bare[length:].lstrip(" \xa0")
            if (
                (rest[:1] in _AFTER_START or rest.startswith(_BOLD))
                and rest[:1]
                and rest.strip(_AFTER_START + _DECOR)
                and final_mark(rest) not in FULL_STOPS
            ):
                return self._match(rule)
        return None

    def _find_beginning(self, bare: str, folded: str) -> Match | None:
        """`Sign up for our …`: the first words are a page's whatever follows, but for what somebody says of them."""
        for phrase, rule in self._begins.of(folded):
            if not folded.startswith(phrase):
                continue
            following = folded[len(phrase) : len(phrase) + 1]
            if following.isalnum() and phrase[-1].isalnum() and phrase[-1] < _FIRST_UNSPACED:
                continue
            if ends_sentence(bare) and (self._kinds[rule] in _KINDS_IN_TITLES or _is_told(bare)):
                continue
            if any(mark in bare for mark in _QUOTES):
                continue
            return self._match(rule)
        return None

    def _find_notice(self, text: str) -> Match | None:
        # Most paragraphs are known to be none by four letters.
        head = text[:_NOTICE_BEGINS]
        if _fold(Beginnings.beginning_of(head)) not in self._notices and not _is_sign(head[0]):
            return None
        folded = _fold(_undecorated(head))
        for phrase, rule in self._begins.of(folded):
            if self._kinds[rule] in _KINDS_OF_NOTICES and folded.startswith(phrase):
                return self._match(rule)
        return None

    def _find_pattern(self, text: str) -> Match | None:
        digits = count_digits(text)
        words = count_words(text)
        bare = _without_signs(text.strip(" \t\xa0\u200b"))
        is_sentence = _is_sentence(text)
        rules = (
            map(self._in_sentences.__getitem__, self._asked_of_sentences.likely(bare, text))
            if is_sentence
            else self._patterned
        )
        for at, least_digits, most_words, expression in rules:
            if digits >= least_digits and words <= most_words and expression.matches(bare, text):
                # `Data: 09/07/2021;` is an item of a list that tells when and where something is.
                return self._match(at) if text[-1] != ";" or self._kinds[at] != "page-data" else None
        if digits >= _DATE_DIGITS and text[-1] != ";" and words <= _DATE_WORDS and len(text) <= _BUTTON_CHARACTERS:
            from converter.text.dates.moments import is_date_line

            if is_date_line(bare.lstrip(_BULLETS)):
                return Match("page-data", "page-data-date")
        return None

    def _find_row(self, text: str) -> Match | None:
        """`Impressum | Datenschutz | AGB`: entries of a menu, each of which is known, in a row."""
        mark = next((mark for mark in _ROW_MARKS if mark in text), None)
        if mark is None or has_digit(text):
            return None
        parts = [_undecorated(part) for part in text.split(mark)]
        if not all(parts) or len(parts) > _MOST_IN_ROW:
            return None
        from converter.text.menu_words import MENU_WORDS

        is_line = [self._lines.get(_fold(part)) is not None for part in parts]
        # `Men | Women | Kids` may head a table: one of them must be a line of pages by itself.
        if any(is_line) and all(
            known or part.casefold() in MENU_WORDS for known, part in zip(is_line, parts, strict=True)
        ):
            return Match("site", "menu-words")
        return None

    def _match(self, rule: int, *, opens_block: bool = False) -> Match:
        return Match(self._kinds[rule], self._names[rule], opens_block)


def _is_sentence(text: str) -> bool:
    """Return whether a line is a sentence longer than a button."""
    return len(text) > _BUTTON_CHARACTERS and ends_sentence(text)


def _is_told(text: str) -> bool:
    """Return whether a sentence ends in few words behind a comma: `…, the minister said.`"""
    _, comma, last = text.replace("，", ",").rpartition(",")
    return bool(comma) and count_words(last) <= _MOST_WORDS_OF_TELLING


def _is_small(char: str) -> bool:
    """Return whether the character is a small letter of a script that begins buttons with a capital: not Georgian."""
    return char.islower() and char.title() != char


def _undecorated(text: str) -> str:
    """Return the words of a button: without bullets, arrows, pictographs."""
    return _without_signs(text.strip(_DECOR)).strip(_DECOR)


def _without_signs(text: str) -> str:
    start, end = 0, len(text)
    while start < end and (_is_sign(text[start]) or (start and text[start] == " ")):
        start += 1
    while end > start and (_is_sign(text[end - 1]) or (end < len(text) and text[end - 1] == " ")):
        end -= 1
    return text[start:end]


def _is_sign(char: str) -> bool:
    """Return whether the character is an arrow, a geometric shape, a dingbat or an emoji."""
    return (
        "\u2190" <= char <= "\u23ff"
        or "\u2500" <= char <= "\u27bf"
        or "\u2900" <= char <= "\u2bff"
        or (char == "\ufe0f" or "\U0001f000" <= char <= "\U0001faff")
    )


def _is_address_of_media(text: str) -> bool:
    from converter.text.media_address import is_media_address

    return is_media_address(text)


def belongs_to_block(text: str, length: int) -> bool:
    """Return whether a line below a marker, the `length`-th of its block, is a title of it and not yet the story."""
    return (
        length < _MOST_BLOCK_LINES
        and len(text) <= MOST_CHARACTERS
        and count_words(text) <= _MOST_BLOCK_WORDS
        and (mark := final_mark(text)) not in FULL_STOPS
        and mark not in (":", "…", ",", ";")
        and (text[-1:] not in _CLOSING_QUOTES or text[:1] not in _OPENING_QUOTES)
    )


# ── Rules as data ───────────────────────────────────────────────────────────


class Entries:
    """The entries of a rule file: rules, and phrases in small letters with the numbers of their rules."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.lines: dict[str, int] = {}
        self.markers: dict[str, int] = {}
        self.starts: dict[str, int] = {}
        self.begins: dict[str, int] = {}
        self.first = 0
        """The number of the first rule."""

    def notices(self) -> frozenset[str]:
        """Return the first characters of what may be longer than other furniture."""
        return frozenset(
            Beginnings.beginning_of(phrase)
            for phrase, number in self.begins.items()
            if self.rules[number - self.first].kind in _KINDS_OF_NOTICES
        )


def compile_rules(entries: Iterable[Mapping[str, Any]], first: int = 0) -> Entries:
    """Return the entries of a rule file, the first of its rules with the number `first`.

    Raises ValueError that names the rule and the field.
    """
    made = Entries()
    made.first = first
    known = {
        "name",
        "kind",
        "lang",
        "lines",
        "markers",
        "starts",
        "begins",
        "patterns",
        "needs",
        "needs_first",
        "digits",
        "words",
    }
    for at, entry in enumerate(entries):
        name, kind = _token(entry, "name", at), _token(entry, "kind", at)
        unknown = sorted(set(entry) - known)
        if unknown:
            raise ValueError(f"rule {name}: no field {unknown[0]!r}")
        for field in ("lines", "markers", "starts", "begins"):
            for phrase in _texts(entry, field, name):
                getattr(made, field).setdefault(_fold(phrase), first + at)
        made.rules.append(
            Rule(
                name,
                kind,
                _patterns(entry, name),
                _texts(entry, "needs", name),
                _flag(entry, "needs_first", name),
                _number(entry, "digits", name, 0),
                _number(entry, "words", name, 100),
            )
        )
    return made


def _token(entry: Mapping[str, Any], field: str, at: int) -> str:
    value = entry.get(field)
    if not isinstance(value, str) or not value.isprintable() or value.split() != [value]:
        raise ValueError(f"rule {at + 1} needs a {field} of one word")
    return value


def _texts(entry: Mapping[str, Any], field: str, name: str) -> tuple[str, ...]:
    value = entry.get(field, [])
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise ValueError(f"rule {name}: {field} must be a list of texts")
    return tuple(value)


def _number(entry: Mapping[str, Any], field: str, name: str, default: int) -> int:
    value = entry.get(field, default)
    if type(value) is not int or value < 0:
        raise ValueError(f"rule {name}: {field} must be a whole number")
    return value


def _flag(entry: Mapping[str, Any], field: str, name: str) -> bool:
    value = entry.get(field, False)
    if not isinstance(value, bool):
        raise ValueError(f"rule {name}: {field} must be true or false")
    return value


def _patterns(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    import re

    patterns = _texts(entry, "patterns", name)
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"rule {name}: {pattern!r} is no regular expression: {error}") from error
    return patterns


def _fold(phrase: str) -> str:
    """Return the phrase in small letters and with straight apostrophes: case is asked for where the line is met."""
    return phrase.lower().replace("’", "'")


_built_in_rules: Rules | None = None


def load_rules(own: bytes | None = None, where: str = setting("text.furniture", None)) -> Rules:
    """Return the built-in rules, and before them the caller's own. Raises UsageError for a file that holds no rules."""
    if own is None:
        global _built_in_rules
        if _built_in_rules is None:
            _built_in_rules = Rules()
        return _built_in_rules
    import tomllib

    try:
        entries = tomllib.loads(own.decode("utf-8")).get("rule")
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise ValueError("there is no [[rule]]")
        return Rules(compile_rules(entries, first=len(furniture_rules.RULES)))
    except ValueError as error:  # tomllib's and Unicode's errors are ValueErrors too.
        raise UsageError(
            f"no furniture rules: {error}", where=where, hint="docs/how-to/add-furniture-rules.md"
        ) from error

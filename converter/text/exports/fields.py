"""Fields: the lines of a database's text as blocks, each a label with its words, or lines without one."""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.text.lines import LAYOUT_SPACE, count_words, has_digit
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# The line before it was full: a label's words go on.
_FULL = 62
_LABEL = Pattern(r"(?P<label>[^\W\d_][^\W\d_]*(?:[ /-]{1,3}[^\W\d_]+){0,4}) ?[:：]")
_LONGEST_LABEL = 40
_LONGEST_DATE_LINE, _MOST_DATE_WORDS = 72, 10
_COPYRIGHT = Pattern(
    r"(?:\W{0,3}(?:©|\(c\)|copyright\b)|(?:all|alle|tous) (?:rights|rechte|droits) \w+)", re.IGNORECASE
)
_LENGTH = Pattern(
    r"\d[\d.,]{0,8} (?:words?|wörter|wort|mots?|palabras?|parole|parola|palavras?|woorden|woord|ord|слов[оа]?|słów)",
    re.IGNORECASE,
)


class Block(Value):
    """A label with its words, or lines that stand together."""

    start: int
    end: int
    """The line behind the last."""
    label: str = ""
    """What the label says, by one name for all languages; empty for lines without one."""
    length: int = 0
    """How many characters of the first line the label is, its colon too."""
    words: str = ""
    """All on one line, without the label."""
    is_printed_large: bool = False
    """Whether the label is set in capitals."""


def blocks_of(lines: list[str], labels: Mapping[str, str], start: int = 0, *, words_below: bool = False) -> list[Block]:
    """Return the blocks of the lines from `start` on.

    `labels`: each label in small letters, and our name for it; a heading of a part, such as `Body`, as it stands.
    `words_below`: the words of a label may stand on the line below it.
    """
    blocks: list[Block] = []
    at = start
    while at < len(lines):
        if is_empty(lines[at]):
            at += 1
            continue
        label, length = label_of(lines[at], labels)
        end = at + 1
        if label:
            if is_empty(lines[at].strip(LAYOUT_SPACE)[length:]):
                end += (
                    words_below
                    and end < len(lines)
                    and not is_empty(lines[end])
                    and not label_of(lines[end], labels)[0]
                )
            else:
                while end < len(lines) and _goes_on(lines[end - 1], lines[end], labels):
                    end += 1
        else:
            while end < len(lines) and not is_empty(lines[end]) and not label_of(lines[end], labels)[0]:
                end += 1
        large = bool(label) and lines[at].strip(LAYOUT_SPACE)[: length - 1].isupper()
        blocks.append(Block(at, end, label, length, words_of(lines[at:end], length), large))
        at = end
    return blocks


def words_of(lines: Sequence[str], length: int) -> str:
    """Return the words of lines on one, without the label of so many characters that the first begins with."""
    first, *more = (line.strip(LAYOUT_SPACE) for line in lines)
    return " ".join(filter(None, (words_behind(first, length), *more)))


def words_behind(line: str, length: int) -> str:
    """Return the words behind a label of so many characters; a no-break space between them is the label's."""
    return line[length:].lstrip(" \t\xa0")


def is_empty(line: str) -> bool:
    """Return whether a line has no words: databases set no-break spaces to part lines."""
    return not line.strip(" \t\xa0")


def label_of(line: str, labels: Mapping[str, str]) -> tuple[str, int]:
    """Return our name for the label that the line begins with, and how long that is with its colon; or nothing."""
    bare = line.strip(LAYOUT_SPACE)
    if not bare[:1].isupper():
        return "", 0
    heading = labels.get(bare.rstrip("\xa0")) if len(bare) < _LONGEST_LABEL else None
    if heading:
        return heading, len(bare)
    if ":" not in bare[: _LONGEST_LABEL + 2]:
        return "", 0
    match = _LABEL.match(bare[: _LONGEST_LABEL + 2])
    name = labels.get(match["label"].casefold(), "") if match else ""
    return (name, match.end()) if name and match else ("", 0)


def _goes_on(line: str, following: str, labels: Mapping[str, str]) -> bool:
    """Return whether a label's words go on in the next line: this one had no room for its first word."""
    if is_empty(following) or label_of(following, labels)[0]:
        return False
    return len(line.rstrip()) + 1 + len((following.split(None, 1) or [""])[0]) > _FULL


def tail_of(blocks: list[Block], after: int, is_other: Callable[[Block], bool], several: frozenset[str]) -> int:
    """Return the number of the first block of those at the end that are the database's.

    They have labels, or are others that it prints; a label of `several` may have blocks without a label below it.
    """
    start = len(blocks)
    held = 0
    for at in range(len(blocks) - 1, after - 1, -1):
        block = blocks[at]
        if block.label:
            if held and block.label not in several:
                break
            start, held = at, 0
        elif is_other(block):
            if held:
                break
            start = at
        elif at > after and blocks[at - 1].label and blocks[at - 1].end == block.start:
            continue
        elif start < len(blocks) and held < _MOST_HELD:
            held += 1
        else:
            break
    return start


_MOST_HELD = 6


def is_length(text: str) -> bool:
    """Return whether the words say how many words the story has: `1,150 words`, `823 Wörter`."""
    return _LENGTH.fullmatch(text.replace("\xa0", " ").strip()) is not None


def is_copyright(text: str) -> bool:
    """Return whether a line says whose the rights are."""
    return _COPYRIGHT.match(text.strip()) is not None


def date_in(line: str, lang: str | None = None, *, within: int = 0) -> str | None:
    """Return the day that a line is there for, which is short or has `within` characters at most."""
    bare = line.strip()
    if within:
        if len(bare) > within:
            return None
    elif len(bare) > _LONGEST_DATE_LINE or count_words(bare) > _MOST_DATE_WORDS or not has_digit(bare):
        return None
    from converter.text.dates.moments import find_date

    found = find_date(bare, lang or "")
    return found[:10] if found else None

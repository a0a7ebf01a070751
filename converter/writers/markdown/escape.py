"""Words as Markdown: what a parser would take for a mark is escaped (CommonMark 0.31 §2.4, §2.5).

A property test holds it to a parser that we did not write: what goes in comes
out, and nothing that goes in becomes markup.
"""

from __future__ import annotations

import re
import unicodedata

# Anywhere in a line. `<` and `&` only where they could open a tag or a reference, `!` only where a link may follow.
_MARK = r"[\\`*_\[\]~]|<(?=[A-Za-z/!?]|$)|&(?=#?[A-Za-z0-9]{1,31};|#?[A-Za-z0-9]{0,31}$)|!(?=$)"
# At the start of a line: headings, quotes, lists, underlines, rules, delimiter rows of tables.
_MARK_AT_START = r"#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|-|=|\|(?=[-:| \t])|:(?=-)"
_NUMBER_AT_START = r"([0-9]{1,9})([.)])(?=[ \t]|$)"
# What ends a line for some program, or turns its direction around, is written by its number.
_UNSAFE = r"[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"


def escaped(words: str, *, cell: bool = False) -> str:
    """Return words as they stand inside of a line, line ends as spaces; `cell` is that of a table."""
    text = re.sub(_MARK, _backslash, re.sub("\r\n|[\r\n]", " ", words))
    text = re.sub(_UNSAFE, _reference, text)
    return text.replace("|", "\\|") if cell else text


def escaped_at_start(line: str) -> str:
    """Return a line of Markdown so that its first words open no block."""
    line = line.lstrip(" \t")
    line = re.sub(rf"^(?:{_MARK_AT_START})", _backslash, line)
    return re.sub(f"^{_NUMBER_AT_START}", r"\1\\\2", line)


def edged(block: str) -> str:
    """Return the lines of a block so that no-break spaces and their kin at its edges are not taken for layout.

    U+0085 stays as it is: many a parser takes the number of a control character for a fault.
    """
    block = block.strip(" \t")
    bare = block.strip()
    if len(bare) == len(block):
        return block
    start = len(block) - len(block.lstrip())
    end = len(block.rstrip()) if bare else start
    return "".join(map(_numbered, block[:start])) + block[start:end] + "".join(map(_numbered, block[end:]))


def kind_of(character: str) -> str:
    """Return `space`, `sign` or `word`: what a run of asterisks sees in its neighbour (§6.2); `other`: not sure."""
    category = unicodedata.category(character)
    if character in " \t\n\r" or category == "Zs":
        return "space"
    if category[0] in "CZ":  # What is not assigned yet will be, and parsers differ on controls.
        return "other"
    return "sign" if category[0] in "PS" else "word"


def in_angles(address: str) -> str:
    """Return an address as the target of a link; parentheses and references in it count as characters."""
    return re.sub(r"[\\()]|&(?=#?[A-Za-z0-9]{1,31};)", _backslash, address)


def in_quotes(title: str) -> str:
    """Return a title between quotation marks: one line."""
    words = re.sub(r"[\\\"]|&(?=#?[A-Za-z0-9]{1,31};)", _backslash, " ".join(title.split()))
    return f'"{re.sub(_UNSAFE, _reference, words)}"'


def _backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _reference(found: re.Match[str]) -> str:
    return _numbered(found[0])


def _numbered(character: str) -> str:
    return character if character in "\n\x85" else f"&#x{ord(character):X};"

"""Names: the fuller form that a story gave a speaker before it went on with the surname."""

from __future__ import annotations

from converter.readers.text.lines import words
from converter.readers.text.patterns import Pattern

_NAME = Pattern(
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*(?: (?:(?:van|von|de|der|den|del|della|di|da|dos|bin|al|el|la|le|ten|ter) "
    r"){0,2}[^\W\d_a-zß-öø-ÿ][\w’'.\-]*){1,4}"
)


_TITLES = words(
    "mr mrs ms dr president minister senator sen rep gov governor judge justice mayor chief professor prof "
    "captain general "
    "sir lord lady king queen prince pope secretary herr frau councillor director officer sgt sergeant lt "
    "rev father sister "
    "coach miss dame chancellor"
)


def find_fuller_name(speaker: str, paragraphs: list[str]) -> str | None:
    """Return the one longer name in the paragraphs that ends in the speaker's surname; None if several people fit."""
    surname = speaker.split()[-1].strip(".,’'")
    if not surname[:1].isupper() or len(surname) < 2:
        return None
    found: list[str] = []
    for text in paragraphs:
        if surname not in text:
            continue
        for match in _NAME.finditer(text):
            name = match.group().removesuffix("’s").removesuffix("'s").rstrip(".’'")
            if name.split()[-1] == surname and len(name.split()) > 1 and name not in found:
                found.append(name)
    # `Kenyan President William Ruto` and `President William Ruto` are one person: the given name decides.
    given = {name.split()[-2] for name in found if len(name.split()) > 1 and not _is_title(name.split()[-2])}
    if len(given) != 1:
        return None
    fuller = next(name for name in found if name.split()[-2] in given)
    printed = [word for word in speaker.split() if word[:1].isupper() and not _is_title(word)]
    return fuller if len(fuller.split()) > len(printed) and fuller not in speaker else None


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in _TITLES

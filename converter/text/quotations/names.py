"""Names: the fuller form that a story gave a speaker before it went on with the surname."""

from __future__ import annotations

from converter.text.lines import words
from converter.text.patterns import Pattern

_NAME = Pattern(
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*(?: (?:(?:van|von|de|der|den|del|della|di|da|dos|bin|al|el|la|le|ten|ter) "
    r"){0,2}[^\W\d_a-zß-öø-ÿ][\w’'.\-]*){1,4}"
)


# A paragraph of more is no prose; a text of more is a book; and no surname has so many bearers in one story.
_REACH = 20_000
_MOST_PARAGRAPHS = 2_000
_MOST_NAMES = 8
_TITLES = words(
    "mr mrs ms dr president minister senator sen rep gov governor judge justice mayor chief professor prof "
    "captain general "
    "sir lord lady king queen prince pope secretary herr frau councillor director officer sgt sergeant lt "
    "rev father sister "
    "coach miss dame chancellor"
)


class Names:
    """The full names that a story has given so far, by their last word."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._by_surname: dict[str, list[str]] = {}
        self._looked_through: dict[str, int] = {}
        """Surname → in how many paragraphs it was looked for."""

    def learn(self, text: str) -> None:
        """Take in the names of one more paragraph; it is read when one is asked for that stands in it, as few do."""
        if len(self._paragraphs) < _MOST_PARAGRAPHS:
            self._paragraphs.append(text[:_REACH])

    def _ending_in(self, surname: str) -> list[str]:
        known = self._by_surname.setdefault(surname, [])
        for text in self._paragraphs[self._looked_through.get(surname, 0) :]:
            for name in _names_in(text) if surname in text else ():
                if name.split()[-1] == surname and name not in known and len(known) < _MOST_NAMES:
                    known.append(name)
        self._looked_through[surname] = len(self._paragraphs)
        return known

    def fuller(self, speaker: str) -> str | None:
        """Return the one longer name that ends in the speaker's surname; None if several people fit."""
        surname = speaker.split()[-1].strip(".,’'")
        found = self._ending_in(surname)
        # `Kenyan President William Ruto` and `President William Ruto` are one person: the given name decides.
        given = {parts[-2] for parts in map(str.split, found) if not _is_title(parts[-2])}
        if len(given) != 1:
            return None
        fuller = next(name for name in found if name.split()[-2] in given)
        printed = [word for word in speaker.split() if word[:1].isupper() and not _is_title(word)]
        return fuller if len(fuller.split()) > len(printed) and fuller not in speaker else None


def _names_in(text: str) -> list[str]:
    """Return the names of several words in a text, in order."""
    names = [match.group().removesuffix("’s").removesuffix("'s").rstrip(".’'") for match in _NAME.finditer(text)]
    return [name for name in names if " " in name]


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in _TITLES

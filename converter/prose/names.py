"""Names: the fuller form that a story gave a speaker before it went on with the surname."""

from __future__ import annotations

from converter.prose.lines import words
from converter.prose.patterns import Pattern

_NAME = Pattern(
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*(?: (?:(?:van|von|de|der|den|del|della|di|da|dos|bin|al|el|la|le|ten|ter) "
    r"){0,2}[^\W\d_a-zß-öø-ÿ][\w’'.\-]*){1,4}"
)


# A paragraph of more is no prose; and no surname has so many bearers in one story.
_REACH = 20_000
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
        self._by_surname: dict[str, list[str]] = {}
        self._unread: list[str] = []
        """Paragraphs whose names nobody has asked for."""

    def learn(self, text: str) -> None:
        """Take in the names of one more paragraph; it is read when one is asked for, as in many stories none is."""
        self._unread.append(text)

    def _read(self, text: str) -> None:
        for match in _NAME.finditer(text[:_REACH]):
            name = match.group().removesuffix("’s").removesuffix("'s").rstrip(".’'")
            parts = name.split()
            if len(parts) > 1 and parts[-1] != name:
                known = self._by_surname.setdefault(parts[-1], [])
                if name not in known and len(known) < _MOST_NAMES:
                    known.append(name)

    def fuller(self, speaker: str) -> str | None:
        """Return the one longer name that ends in the speaker's surname; None if several people fit."""
        for text in self._unread:
            self._read(text)
        self._unread.clear()
        surname = speaker.split()[-1].strip(".,’'")
        found = self._by_surname.get(surname, [])
        # `Kenyan President William Ruto` and `President William Ruto` are one person: the given name decides.
        given = {parts[-2] for parts in map(str.split, found) if not _is_title(parts[-2])}
        if len(given) != 1:
            return None
        fuller = next(name for name in found if name.split()[-2] in given)
        printed = [word for word in speaker.split() if word[:1].isupper() and not _is_title(word)]
        return fuller if len(fuller.split()) > len(printed) and fuller not in speaker else None


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in _TITLES

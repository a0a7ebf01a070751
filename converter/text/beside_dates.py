"""Authors' names far below the headline, by what stands beside them: the date of the page, or the author's account.

Decks, captions and counters may stand between; a name alone says nothing there, and beside a date it may be of whom
the story tells or of a place.
"""

from __future__ import annotations

from converter.text.bylines.persons import begins_with_given_name, is_nobodys, may_be_person
from converter.text.places import is_place, is_region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.label import Role

_LEAST_LETTERS = 3


def is_author(roles: list[Role], at: int) -> bool:
    """Return whether a line that is a name alone is an author's: it begins with a given name, or its account does."""
    name = roles[at].text.strip(" \t\xa0")
    below = roles[at + 1].text if at + 1 < len(roles) else ""
    if below[:1] == "@" and may_be_person(name) and _is_account_of(name, below):
        return True
    first, *others = name.split()
    # `Virginia Beach` and `Austin, Texas` stand above dates, too.
    return (
        begins_with_given_name(name)
        and first[0].isupper()
        and not any(is_nobodys(part) or is_region(part.strip(",")) for part in others)
        and not is_place(name)
    )


def _is_account_of(name: str, account: str) -> bool:
    """Return whether the account has a word of the name: `@annexample_uk`, `@ExampleAnn`."""
    letters = "".join(filter(str.isalnum, account)).casefold()
    return any(len(part) >= _LEAST_LETTERS and part.casefold() in letters for part in name.split())

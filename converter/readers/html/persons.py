"""Whether words are somebody's name: a person's, the house's that the page belongs to, or nobody's."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_HOUSE = re.compile(
    r"\w{3,}\.(?i:com|net|org|info|[a-z]{2})\b|\b(?:GmbH|AG|Ltd|LLC|Inc|S\.A|Sp\. z o\.o|d\.o\.o|s\.r\.o)\.?(?:$|,)"
)
"""A site's address, or what a company has behind its name."""
_HOUSE_PART = 3
"""Letters of a house's name that are looked for within a longer one, at least."""
_NO_NAME = re.compile(r"[?!…？！，。：；“”《》：]|发布|发表|未知|网络|整理|编辑|来源|阅读|评论|相关|文章|更多|关注")
"""What is in no name: marks of sentences, and what Chinese pages say beside one."""
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|"
    r"seg|ter|qua|qui|sex)\.?",
    re.IGNORECASE,
)
_DENSE, _DENSE_NAME = "\u2e80", 12
"""Where the scripts without blanks between words begin, and the letters of a name in them, at most."""


def is_like_person(name: str) -> bool:
    """Return whether the name has the form of a person's: two to four words, each with a capital, none all capitals."""
    parts = name.split()
    return 2 <= len(parts) <= 4 and all(
        part[0].isupper() and part[1:] != part[1:].upper() for part in parts if len(part) > 2 and "." not in part
    )


def may_be_name(text: str) -> bool:
    """Return whether the words may be a name: at most six, no longer small one among them, and no sentence's mark."""
    if _NO_NAME.search(text) or _WEEKDAY.fullmatch(text) or (text[:1] > _DENSE and len(text) > _DENSE_NAME):
        return False
    parts = text.split()
    return len(parts) <= 6 and (len(parts) == 1 or not any(part[0].islower() and len(part) > 3 for part in parts))


def is_house(name: str, houses: Sequence[str] = ()) -> bool:
    """Return whether the name is a site's or a company's, or one of the houses', and not a person's."""
    own = bare(name)
    if not own or _HOUSE.search(name):
        return True
    return any(
        own == house or (len(house) >= _HOUSE_PART and house in own and not is_like_person(name))
        for house in map(bare, houses)
        if house
    )


def without_houses(houses: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the names that are no house's."""
    return [name for name in names if not is_house(name, houses)]


def bare(text: str) -> str:
    """Return the letters and figures, small."""
    return "".join(re.findall(r"\w+", text.casefold()))

"""The headline in the text of a whole page: it stands right above the story's first sentences and shares their words.

What stands above it is the page's.
"""

from __future__ import annotations

from functools import partial

from converter.text import surroundings
from converter.text.headline import is_headline, is_title_case, is_told, stems_of
from converter.text.lines import count_words, ends_sentence
from converter.text.patterns import Pattern
from converter.text.surroundings import is_page_text, is_prose, is_short, is_sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.text.label import Role

_MOST_ABOVE, _MOST_ABOVE_PAGE = 8, 24
"""Lines that may stand between the headline and the story, in a part of a page and in a whole one."""
_LEAST_WORDS = 3
_LONGEST_ENTRY = 40
_LEAST_WEIGHT, _LEAST_WEIGHT_AFAR, _LEAST_WEIGHT_OVER_DECK = 1.5, 2.0, 0.8
_WORDS_OF_A_SENTENCE = 6
_CHARACTERS_BELOW = 6000
_MOST_KICKERS, _LINES_ABOVE_OF_A_PAGE = 3, 20
_LABELS = (
    "highlights",
    "story highlights",
    "key points",
    "key takeaways",
    "auf einen blick",
    "das wichtigste in kürze",
)
_PATH = (" / ", " | ")
_BEGINS_WITH_TIME = Pattern(r"\d{1,2}[:h.]\d{2}\b")


def find_headline(roles: list[Role], first: int, is_marked: Callable[[int], bool]) -> int | None:
    """Return where the headline stands in the text of a page, or None: never above or among prose.

    A sign must stand above it, and it shares two words with the story, or one where a byline follows. Of several such
    lines it is the one that shares most of its words; a line that the page has again weighs more. `first` is a first
    line that passes for a headline, or -1: it is one unless lines of a menu and a heavier line follow.
    """
    prose = [at for at, role in enumerate(roles) if role.kind == "paragraph" and is_prose(role.text)]
    start = surroundings.start_of(roles, prose)
    sign = next((at for at in range(start or 0) if is_sign(roles[at])), None)
    if start is None or sign is None:
        return None
    below = [roles[at].text for at in prose if at >= start][:12]
    stems = stems_of(" ".join(below)[:_CHARACTERS_BELOW])
    is_page = start >= _LINES_ABOVE_OF_A_PAGE or is_page_text(roles)
    found: list[tuple[float, int]] = []
    weights: dict[int, float] = {}
    between = 0
    for at in range(start - 1, first, -1):
        role = roles[at]
        if role.text.casefold().strip(" :") in _LABELS:
            found.clear()
            continue
        if role.kind != "paragraph":
            continue
        if is_prose(role.text) or between > (_MOST_ABOVE_PAGE if is_page else _MOST_ABOVE):
            break
        between += 1
        if at > sign:
            weight = _weight(role.text, below, stems, is_marked=partial(is_marked, at))
            weights[at] = weight
            if weight >= (_LEAST_WEIGHT_AFAR if between > _MOST_ABOVE else _LEAST_WEIGHT):
                found.append((weight + (sum(role.text in other.text for other in roles) > 1), at))
    if not found:
        return None
    # The lines were met from below: of two that weigh the same the upper one is it.
    weight, at = max(found, key=lambda each: (each[0], -each[1]))
    while at - 1 in weights and _is_above_deck(roles[at - 1].text, roles[at].text, weights[at - 1]):
        at -= 1
        weight = weights[at]
    if not is_page and (
        any(map(_is_sentence, roles[:at]))
        or sum(role.kind == "paragraph" and not is_sign(role) for role in roles[:at]) > _MOST_KICKERS
    ):
        return None  # What stands below a sentence is a crosshead, and below many lines a link.
    if first >= 0:
        menu = sum(map(_is_menu, roles[first + 1 : at]))
        if menu < 2 or weight <= _weight(roles[first].text, below, stems, is_marked=lambda: False):
            return None
    return at


def _is_above_deck(text: str, below: str, weight: float) -> bool:
    """Return whether a line right above a heavier one is its headline: a deck says more, and so shares more.

    A kicker may have words of the story too, `In Eastmere, near the lake`; the deck below a light line tells.
    """
    if len(text) >= len(below):
        return False
    is_deck = is_told(below, count_words(below)) or is_title_case(text)
    return weight >= (_LEAST_WEIGHT_OVER_DECK if is_deck else _LEAST_WEIGHT_AFAR)


def _weight(text: str, below: list[str], stems_below: set[str], *, is_marked: Callable[[], bool]) -> float:
    """Return 0 where the line cannot be the headline of what stands below, else more where it shares more words."""
    stems = stems_of(text)
    shared = len(stems & stems_below)
    least = 5 if text[0] > "\u2fff" else 3  # Where words have no blanks every pair of signs is asked.
    if not shared or shared * least < len(stems):
        return 0.0
    if any(map(text.__contains__, _PATH)) or _BEGINS_WITH_TIME.match(text):
        return 0.0
    marked = is_marked()
    if (not marked and (shared < 2 or count_words(text) < _LEAST_WORDS)) or not is_headline(
        text, below, is_marked=marked
    ):
        return 0.0
    return shared * shared / len(stems)


def _is_sentence(role: Role) -> bool:
    return role.kind == "paragraph" and ends_sentence(role.text) and count_words(role.text) >= _WORDS_OF_A_SENTENCE


def _is_menu(role: Role) -> bool:
    return (role.kind == "paragraph" and is_sign(role)) or role.family in ("site", "subscribe", "related", "follow")


def above(roles: list[Role], headline: int) -> Iterator[int]:
    """Yield where lines stand above the headline that nothing has known yet.

    In a part of a page a longer line is no section's name but a caption or a standfirst, which is the story's.
    """
    is_page: bool | None = None
    for at in range(headline):
        if roles[at].kind == "paragraph" and is_short(roles[at]):
            if len(roles[at].text) > _LONGEST_ENTRY:
                is_page = is_page_text(roles) if is_page is None else is_page
                if not is_page:
                    continue
            yield at

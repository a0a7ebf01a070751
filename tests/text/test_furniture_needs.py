"""What the rules of furniture say of their own patterns is true of them: `needs` and `needs_first`.

The patterns are taken apart as `re` takes them apart itself; only a test may lean on that.
"""

from __future__ import annotations

import re
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import pytest

from converter.text import furniture_rules
from converter.text.furniture import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = [rule for rule in (Rule(*fields) for fields in furniture_rules.RULES) if rule.patterns and rule.needs]
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
PLACES = (code.AT, code.ASSERT, code.ASSERT_NOT)


def asks_for(text: str, pattern: str) -> bool:
    """Return whether the pattern's own words may hold the text: those of `Hak [Cc]ipta` hold `cipta`, and no `[`.

    What takes a letter of any script, such as `.{0,40}`, has no words of its own.
    """
    return len(text) in _after({0}, _parser.parse(pattern), text)


def _after(found: set[int], items: Iterable[Any], text: str) -> set[int]:
    """Return how many characters of the text may have been met, one after the other, behind these parts of a pattern.

    None can always be: the text may begin further on. Once all are met, they stay so.
    """
    for operator, value in items:
        if operator in REPEATS:
            least, most, inside = value
            reached = set(found) if least == 0 else set()
            for count in range(1, min(most, len(text) + least) + 1):
                found = _after(found, inside, text)
                reached |= found if count >= least else set()
            found = reached
        elif operator is code.SUBPATTERN:
            found = _after(found, value[3], text)
        elif operator is code.BRANCH:
            found = set().union(*(_after(found, each, text) for each in value[1]))
        elif operator not in PLACES:
            is_wide = all(_takes(operator, value, letter) for letter in "aЖ")
            met = {at + 1 for at in found if at < len(text) and not is_wide and _takes(operator, value, text[at])}
            found = {0} | met | (found & {len(text)})
    return found


def _takes(operator: Any, value: Any, char: str) -> bool:
    """Return whether a part of a pattern that is one character may be this one."""
    if operator is code.LITERAL:
        return bool(value == ord(char))
    if operator is code.NOT_LITERAL:
        return bool(value != ord(char))
    if operator is code.ANY:
        return char != "\n"
    assert operator is code.IN, operator
    is_negated = value[0][0] is code.NEGATE
    return is_negated != any(_is_in(kind, which, char) for kind, which in value)


def _is_in(kind: Any, which: Any, char: str) -> bool:
    if kind is code.LITERAL:
        return bool(which == ord(char))
    if kind is code.RANGE:
        return bool(which[0] <= ord(char) <= which[1])
    if kind is code.CATEGORY:
        name = str(which).removeprefix("CATEGORY_")
        letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.removeprefix("NOT_")]
        return re.fullmatch(rf"\{letter.upper() if name.startswith('NOT_') else letter}", char) is not None
    return False


def begins_with_any(pattern: str) -> bool:
    """Return whether a line that the pattern matches may begin with whatever letter."""
    return all(1 in _at_first(_parser.parse(pattern), letter) for letter in "AaZzшШ")


def _at_first(items: Iterable[Any], char: str) -> set[int]:
    """Return how many characters may have been met behind these parts, if the first is this one: 0, 1 or either."""
    found = {0}
    for operator, value in items:
        if 0 not in found:
            break
        if operator in REPEATS:
            here = _at_first(value[2], char) | ({0} if value[0] == 0 else set())
        elif operator is code.SUBPATTERN:
            here = _at_first(value[3], char)
        elif operator is code.BRANCH:
            here = set().union(*(_at_first(each, char) for each in value[1]))
        elif operator in PLACES:
            here = {0}
        else:
            here = {1} if _takes(operator, value, char) else set()
        found = (found - {0}) | here
    return found


@pytest.mark.parametrize(
    ("text", "pattern", "asks"),
    [
        ("Hak Cipta", "(?:© )?Hak [Cc]ipta.{0,9}", True),
        ("Hak [Cc]ipta", "(?:© )?Hak [Cc]ipta", False),
        ("cipta", ".{0,40}", False),
        ("ab", r"x(?:a|c)\b[ab]\d?", True),
        ("ab", r"x(?:a|c)\d[ab]", False),
        ("aab", "a*b", True),
        ("aaab", "a{2}b", False),
        ("7: ", r"\d+:\s", True),
        ("x:", r"\W+:\s", False),
    ],
)
def test_what_a_pattern_asks_for(text: str, pattern: str, *, asks: bool) -> None:
    assert asks_for(text, pattern) is asks


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_need_is_among_the_words_of_a_pattern_of_its_rule(rule: Rule) -> None:
    """A need is a text and no pattern; one that no pattern asks for is looked for in vain."""
    assert [need for need in rule.needs if not any(asks_for(need, pattern) for pattern in rule.patterns)] == []


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_pattern_has_a_need_of_its_rule_among_its_words(rule: Rule) -> None:
    """Else it is never asked."""
    assert [pattern for pattern in rule.patterns if not any(asks_for(need, pattern) for need in rule.needs)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_needs_are_looked_for_first_where_a_pattern_may_begin_with_any_letter(rule: Rule) -> None:
    assert rule.needs_first is any(map(begins_with_any, rule.patterns))

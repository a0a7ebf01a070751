"""Rules are narrowed for all lines of a text at once: none is lost by that for any of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.prose.furniture import load_rules
from converter.prose.notes import find_note, possible_rules

LINES = st.sampled_from(
    [
        "Correction: An earlier version of this story gave the wrong year.",
        "Editor's note: the name was changed.",
        "(Reporting by Bo Sample; Editing by Ann Example)",
        "Ann Example contributed to this report.",
        "Photo: Bo Sample",
        "Media contact: press@example.org",
        "ΦΩΤΟΓΡΑΦΊΑ: ΆΝΝΑ",
        "Sign up for our newsletter",
        "Advertisement - continues below",
        "© 2024 Sample Press. All rights reserved.",
        "Follow us on Example",
        "3 min read",
        "22 May 2024",
        "The wall had stood since 1949, the port said.",
        "İ",
    ]
)


@given(st.lists(LINES, max_size=8))
def test_note_is_found_among_the_rules_that_all_lines_leave(lines: list[str]) -> None:
    possible = possible_rules(lines)

    assert [find_note(line, possible=possible) for line in lines] == list(map(find_note, lines))


@given(st.lists(LINES, max_size=8))
def test_furniture_is_found_among_the_rules_that_all_lines_leave(lines: list[str]) -> None:
    rules = load_rules()
    possible = rules.possible(lines)

    assert [rules.find(line, possible) for line in lines] == list(map(rules.find, lines))

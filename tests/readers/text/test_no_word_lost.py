"""Whatever the text: each character but layout is in the article as often as in the source, or it is refused."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from converter.core.errors import UnreadableInput
from converter.model import canonical
from converter.model.words import plain_text
from converter.readers.text.decode import decode
from converter.text.options import TextOptions
from tests.scores.corpus import load
from tests.scores.generate import generate
from tests.text.reading import read_text

# What ends or indents a line, or begins a page, is layout; all else is the text.
LAYOUT = " \t\x0c\n\r\x85\u2028\u2029"

# Pieces that the rules look for, to be put together in every order.
FRAGMENTS = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        "\x85",
        "\u2028",
        "    ",
        "\t",
        "   ",
        "\x02",
        "\x03",
        "\x05\x05\x05C T\n",
        "\x16\x16\x01f0704\x1freute\n",
        "u f BC-SAMPLE   02-26 0105\n",
        "^AM-Sample, a0123,0412\n",
        "^By ANN EXAMPLE\n",
        "SAMPLE <SMPL> SETS PAYOUT\n",
        "    LONDON, March 4 - ",
        "PARIS (AP) — ",
        "Hannover. Die Stadt ist groß.",
        "By Ann Example, Reuters\n",
        "Author of the article:\n",
        "Read More\n",
        "Related\n",
        "Read more: A title\n",
        "Advertisement 2\n",
        " Reuter\n",
        "***\n",
        "###\n",
        "EMBARGOED UNTIL 0001 GMT 4 MARCH 2025\n",
        "Correction: it was wrong.\n",
        "(Reporting by Bo Sample)\n",
        "“We go,” Bo Sample said. ",
        '"We stay.\n',
        '"And we wait," he said, "for you."',
        "« Oui », a dit Anne Exemple. ",
        "– Ja, sier hun. ",
        "Wheat    1,200    14\n",
        "\u200b\n",
        "\xa0\n",
        "\ufeff",
        "\x00",
        "\x1f",
        "\ufffe",
        "\u202e",
        "\U000e0041",
        "said",
        "The port is closed. ",
        "the town and the sea and the wind on a day in May\n",
        "<b>&amp;</b>",
        "{{x}}",
    ]
)


def assert_nothing_lost(source: bytes) -> None:
    try:
        article, context = read_text(source)
    except UnreadableInput:
        return
    wanted = Counter(decode(source, TextOptions(), context))
    for character in LAYOUT:
        del wanted[character]
    there = Counter(plain_text(article))
    lost = {character: count for character, count in wanted.items() if there[character] < count}
    assert not lost
    canonical.gate(article)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=24).map("".join))
@example("\x02\x02\x03\x03")
@example("^\n^\n^AM-X, a0123,0412\n^")
@example("PARIS (AP) — ")
@example("    LONDON, March 4 -")
@example('"')
def test_no_word_is_lost_however_the_rules_fall(text: str) -> None:
    assert_nothing_lost(text.encode())


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_character_is_lost(text: str) -> None:
    assert_nothing_lost(text.encode())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_whole_or_refused(source: bytes) -> None:
    assert_nothing_lost(source)


@pytest.mark.slow
def test_no_word_of_the_corpus_is_lost() -> None:
    for case in [*load(), *generate(200)]:
        assert_nothing_lost(case.source)

"""White space: what is layout goes, what was typed stays."""

from __future__ import annotations

import pytest
from hypothesis import given

from converter.model.inline import Char, Emphasis, Inlines, LineBreak, Ruby
from converter.model.words import plain_text
from converter.render.whitespace import is_blank, one_spaced, unwrapped
from tests.strategies import contents


@pytest.mark.parametrize(
    ("content", "made"),
    [
        (("\n   Two\n   words ",), ("Two words",)),
        (("Two  blanks",), ("Two  blanks",)),
        (("\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}",), ("\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}",)),
        ((" ", Emphasis((" a ",)), "\n"), (Emphasis(("a",)),)),
        (("a\n", LineBreak(), "\n  b"), ("a", LineBreak(), "b")),
        (("a ", LineBreak(), " b"), ("a ", LineBreak(), " b")),
        ((Ruby((" a\n b",), ("c\nd",)),), (Ruby((" a b",), ("c d",)),)),
        ((" ", Char(1), " "), (Char(1),)),
        ((" \n ",), ()),
    ],
)
def test_layout_goes_and_words_stay(content: Inlines, made: Inlines) -> None:
    assert unwrapped(content) == made


@given(contents())
def test_no_word_is_lost_and_twice_is_once(content: Inlines) -> None:
    made = unwrapped(content)

    assert "".join(plain_text(made).split()) == "".join(plain_text(content).split())
    assert unwrapped(made) == made


def test_blank_is_layout_alone() -> None:
    assert is_blank(())
    assert is_blank((" \n",))
    assert not is_blank(("\N{NO-BREAK SPACE}",))
    assert not is_blank((LineBreak(),))


def test_plain_words_are_treated_alike() -> None:
    assert one_spaced("\n a\n  b  c ") == "a b  c"

"""What the bytes of UTF-8 tell of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.io.utf8 import beyond_ascii, encoded


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_what_is_beyond_ascii_comes_back_in_its_order_also_lone_surrogates(text: str) -> None:
    assert beyond_ascii(encoded(text)) == "".join(character for character in text if character >= "\x80")


def test_what_else_is_not_plain_comes_back_too() -> None:
    assert beyond_ascii("a\x01é b\x02".encode(), plain=b"ab ") == "\x01é\x02"

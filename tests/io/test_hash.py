"""SHA-256 is that of the standard library, whoever computes it."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.io.hash import of_words, sha256


@given(st.binary(max_size=300))
def test_it_is_sha_256(content: bytes) -> None:
    assert sha256(content).hexdigest() == hashlib.sha256(content).hexdigest()


def test_known_value() -> None:
    # NIST's example for one block, FIPS 180-4.
    assert sha256(b"abc").hexdigest() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


EVERY_CHARACTER = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))


@pytest.mark.slow
@given(st.text(max_size=60))
@example(EVERY_CHARACTER)
@example("\ud800 a")
def test_the_digest_of_words_is_that_of_the_text_without_white_space(text: str) -> None:
    bare = "".join(text.split()).encode("utf-8", "surrogatepass")

    assert of_words(text) == hashlib.sha256(bare).hexdigest()

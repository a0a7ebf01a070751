"""SHA-256 is that of the standard library, whoever computes it."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from converter.digests import sha256


@given(st.binary(max_size=300))
def test_it_is_sha_256(content: bytes) -> None:
    assert sha256(content).hexdigest() == hashlib.sha256(content).hexdigest()


def test_known_value() -> None:
    # NIST's example for one block, FIPS 180-4.
    assert sha256(b"abc").hexdigest() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

"""JSON from outside is strict, and within the limits."""

from __future__ import annotations

import pytest

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.io.json import parse_json


def test_value_is_what_it_says() -> None:
    assert parse_json('\ufeff {"a": [1, 2.5, "é", null, true]} '.encode(), Limits()) == {"a": [1, 2.5, "é", None, True]}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"", "not JSON"),
        (b'{"a": 1', "not JSON"),
        (b'{"a": 1} x', "not JSON: Extra data"),
        (b'{"a": 1, "a": 2}', "the key 'a' stands twice"),
        (b'{"a": NaN}', "NaN is not JSON"),
        (b'{"a": -Infinity}', "-Infinity is not JSON"),
        (b"{'a': 1}", "not JSON"),
        (b'{"a": 1,}', "not JSON"),
        (b'{"a": "\\ud800"}', "half a surrogate pair"),
        (b'{"\\udc00": 1}', "half a surrogate pair"),
        (b'{"a": "\xff"}', "not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "not UTF-8"),
    ],
)
def test_what_is_ambiguous_or_none_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as caught:
        parse_json(source, Limits())

    assert caught.value.exit_code == 3


def test_pair_of_surrogates_is_a_character() -> None:
    assert parse_json(b'"\\ud83d\\ude0d"', Limits()) == "😍"


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        (b"[" * 65 + b"]" * 65, "json_depth"),
        (b'{"a":' * 100_000, "json_depth"),
        (b"[" + b"9" * 401 + b"]", "json_digits"),
        (b"[1." + b"9" * 401 + b"]", "json_digits"),
        (b"[1e" + b"9" * 401 + b"]", "json_digits"),
    ],
)
def test_limits_hold(source: bytes, limit: str) -> None:
    with pytest.raises(LimitExceeded, match=limit):
        parse_json(source, Limits())


def test_brackets_in_words_nest_nothing() -> None:
    assert parse_json(b'["' + b"[" * 100 + b'\\"]"]', Limits()) == ["[" * 100 + '"]']


def test_deepest_that_is_allowed_is_read() -> None:
    assert parse_json(b"[" * 64 + b"]" * 64, Limits()) != 0

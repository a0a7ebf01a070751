"""Limits refuse and never truncate; each is named, shown, and raised by its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.core.errors import LimitExceeded, UsageError
from converter.core.limits import Limits, parse, show
from converter.core.spelling import in_shell
from converter.core.values import field_names

NAMES = field_names(Limits)


@given(st.sampled_from(NAMES), st.integers(1, 10**12))
def test_any_limit_is_given_as_a_number(name: str, value: int) -> None:
    assert parse(f"{name}={value}") == (name, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1K", 1024), ("256M", 256 << 20), ("1G", 1 << 30), ("1g", 1 << 30), ("2MiB", 2 << 20), ("3kb", 3 << 10)],
)
def test_unit_is_a_power_of_1024(text: str, value: int) -> None:
    assert parse(f"unpacked_bytes={text}") == ("unpacked_bytes", value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seconds",
        "hours=1",
        "seconds=",
        "seconds=0",
        "seconds=-1",
        "seconds=1.5",
        "seconds=ten",
        "seconds=1T",
        "seconds=٣",
        "seconds=1e9",
        f"seconds={'9' * 5000}",
        "_fields=1",
    ],
)
def test_what_is_no_limit_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError, match="--limit"):
        parse(text)


def test_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(UsageError) as refused:
        parse("hours=1")

    assert all(name in refused.value.hint for name in NAMES)


@given(st.sampled_from(NAMES))
def test_value_at_the_limit_passes_and_one_more_is_refused_by_name(name: str) -> None:
    limits = Limits()
    limit = getattr(limits, name)

    limits.require(name, limit, "the thing")
    with pytest.raises(LimitExceeded) as refused:
        limits.require(name, limit + 1, "the thing", where="line 3")

    assert refused.value.what == f"the thing is over {show(name, limit)}"
    assert refused.value.where == "line 3"
    assert f"limits=Limits({name}=" in refused.value.hint
    assert f"--limit {name}=" in in_shell(refused.value.hint)


@pytest.mark.parametrize("value", [0, -1, 1.5, "1", None, True])
def test_limit_is_a_whole_number_above_0(value: object) -> None:
    with pytest.raises(ValueError, match="limit seconds"):
        Limits(seconds=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("seconds", 30, "30 s"),
        ("input_bytes", 64 << 20, "64 MiB"),
        ("memory_bytes", 1 << 30, "1 GiB"),
        ("xml_text", 10 << 20, "10 MiB"),
        ("input_bytes", 1000, "1,000 bytes"),
        ("members", 5000, "5,000"),
    ],
)
def test_limit_is_shown_as_a_person_reads_it(name: str, value: int, shown: str) -> None:
    assert show(name, value) == shown


@pytest.mark.parametrize(
    ("limit", "needs", "said"),
    [(10, 120, "120"), (10, 12, "40"), (10, 0, "40"), (4 << 10, 5_000_000, "5M"), (4 << 20, 0, "16M"), (300, 0, "2K")],
)
def test_way_out_is_enough_where_it_is_known_what_is(limit: int, needs: int, said: str) -> None:
    refused = Limits(input_bytes=limit).exceeded("input_bytes", "is too large", needs=needs)

    assert in_shell(refused.hint) == f"limit input_bytes; raise with --limit input_bytes={said}"
    assert parse(f"input_bytes={said}")[1] >= max(needs, limit)

"""The journal: what it remembers, and what it makes of a file that a kill or a hand has torn."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batches.job import Entry, Input, Reason
from converter.batches.journal import Journal, batch_id, parse, serialise
from converter.batches.state import FolderKeeper
from converter.conversion.plan import request
from converter.core.limits import Limits

names = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=30)
entries = st.builds(
    Entry,
    names,
    names,
    st.text("0123456789abcdef", max_size=64),
    st.just(""),
    st.sampled_from(["done", "archived", "quarantined", "failed"]),
    st.dictionaries(st.sampled_from(["pdf", "docx"]), st.just("00")),
    st.none() | st.builds(Reason, st.just(3), st.text(), st.text(), st.text()),
)


@given(entries)
def test_entry_comes_back_from_its_line(entry: Entry) -> None:
    line = serialise(entry)

    assert parse(line) == entry
    assert line.isascii()
    assert b"\n" not in line


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b'{"folder":"/"}', b'{"reason":1}', b"[" * 100_000])
def test_what_is_no_line_is_passed_over(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own, or ours
        parse(line)


def entry(path: str, *, status: str = "done", sha256: str = "aa") -> Entry:
    """Return the entry of an input of `/in`."""
    return Entry("/in", path, sha256, "", status)  # type: ignore[arg-type]


def test_later_runs_find_what_earlier_ones_noted(tmp_path: Path) -> None:
    keeper = FolderKeeper(str(tmp_path))
    first = Journal(keeper, "0123")
    first.append([entry("a"), entry("b", status="failed")])
    second = Journal(keeper, "0123")
    second.append([entry("b", sha256="bb")])

    third = Journal(keeper, "0123")

    assert third.find(Input("/in", "a", "a")) == entry("a")
    assert third.find(Input("/in", "b", "b")) == entry("b", sha256="bb")
    assert third.find(Input("/other", "a", "a")) is None
    assert Journal(keeper, "4567").find(Input("/in", "a", "a")) is None
    assert [each.name[:13] for each in sorted((tmp_path / ".convert-batch" / "journal").iterdir())] == [
        "0123.00000001",
        "0123.00000002",
    ]


def test_any_prefix_of_a_journal_is_a_journal(tmp_path: Path) -> None:
    keeper = FolderKeeper(str(tmp_path))
    written = Journal(keeper, "0123")
    written.append([entry(str(number)) for number in range(3)])
    (path,) = (tmp_path / ".convert-batch" / "journal").iterdir()
    content = path.read_bytes()

    for size in range(len(content) + 1):
        path.write_bytes(content[:size])
        known = [number for number in range(3) if Journal(keeper, "0123").find(Input("/in", str(number), "x"))]

        assert known == list(range(content[:size].count(b"\n")))


def test_damaged_line_costs_its_input_only(tmp_path: Path) -> None:
    keeper = FolderKeeper(str(tmp_path))
    Journal(keeper, "0123").append([entry("a"), entry("b"), entry("c")])
    (path,) = (tmp_path / ".convert-batch" / "journal").iterdir()
    path.write_bytes(path.read_bytes().replace(b'"path":"b"', b'"path":b\xff'))

    journal = Journal(keeper, "0123")

    assert [name for name in "abc" if journal.find(Input("/in", name, name))] == ["a", "c"]


def test_batch_is_known_by_what_is_asked_for_and_not_by_its_limits() -> None:
    one = request(to=["pdf", "docx"], meta=[("lang", "en")])

    assert batch_id(one) == batch_id(request(to=["pdf", "docx"], meta=[("lang", "en")], limits=Limits(seconds=5)))
    others = [
        request(to=["pdf"], meta=[("lang", "en")]),
        request(to=["pdf", "docx"]),
        request(to=["pdf", "docx"], meta=[("lang", "en")], settings=[("pdf.paper", "letter")]),
        request(to=["pdf", "docx"], meta=[("lang", "en")], strict=True),
        request(to=["pdf", "docx"], meta=[("lang", "en")], style="news"),
    ]
    assert len({batch_id(one), *map(batch_id, others)}) == 6

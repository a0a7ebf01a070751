"""The report of a batch, and the counts that it is made from."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from converter.batches.job import Input, Outcome, Reason
from converter.batches.report import Run, duration, size, write_html, write_json
from converter.batches.tally import MOST_FAULTS, Tally
from converter.core.notices import Notice

RUN = Run(
    command="convert batch in --to pdf -o out",
    started="2026-11-25T22:00:00Z",
    seconds=61.5,
    expected=4,
    passed={"a link": 2},
    quarantine="out/quarantine",
    ended="completed",
)
HOSTILE = "<script>alert(1)</script>\x1b[31m\udcff\u202e&\"' \ufffe\0.txt"


def outcome(name: str, status: str = "done", seconds: float = 0.1, notices: tuple[Notice, ...] = ()) -> Outcome:
    """Return an outcome of this name."""
    reason = None if status in ("done", "unchanged") else Reason(3, f"is {name}", "line 3", "call a person")
    return Outcome(Input("/in", name, name), status, notices=notices, reason=reason, seconds=seconds)  # type: ignore[arg-type]


def tally(*outcomes: Outcome) -> Tally:
    """Return the tally of outcomes, one each second."""
    made = Tally()
    for at, each in enumerate(outcomes):
        made.add(each, at)
    return made


def test_json_says_all_of_it() -> None:
    notices = (Notice("guid-made"), Notice("link-as-text"), Notice("link-as-text"))
    counted = tally(
        outcome("a", seconds=0.5, notices=notices), outcome("b", "unchanged"), outcome("c", "quarantined", 2)
    )

    report = json.loads(write_json(RUN, counted))

    assert report["counts"] == {"done": 1, "unchanged": 1, "quarantined": 1, "failed": 0, "left": 1}
    assert report["notices"] == [
        {"code": "guid-made", "inputs": 1, "times": 1},
        {"code": "link-as-text", "inputs": 1, "times": 2},
    ]
    assert report["slowest"][0] == {"input": "c", "seconds": 2}
    assert report["faults"] == [
        {
            "input": "c",
            "status": "quarantined",
            "earlier": False,
            "exit_code": 3,
            "what": "is c",
            "where": "line 3",
            "hint": "call a person",
        }
    ]
    assert report["throughput"] == {"seconds_each": 1, "counts": [1, 1, 1]}
    assert report["passed_over"] == {"a link": 2}


def test_page_is_inert_whatever_names_and_documents_hold() -> None:
    page = write_html(
        RUN.replace(command=HOSTILE, quarantine=HOSTILE, passed={HOSTILE: 1}), tally(outcome(HOSTILE, "failed"))
    )

    tree: Any = html.document_fromstring(page)
    assert {element.tag for element in tree.iter()} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "code", "ul", "li", "b", "div"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "line", "rect", "text"),
    }
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert b"\x1b" not in page
    assert "\u202e" not in page.decode()
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert r"<script>alert(1)</script>\x1b[31m\udcff\u202e" in tree.text_content()


def test_page_can_be_used_by_ear_and_keyboard() -> None:
    tree: Any = html.document_fromstring(write_html(RUN, tally(outcome("a"), outcome("b", "failed"))))

    assert tree.get("lang") == "en"
    assert tree.xpath("count(//h1)") == 1
    assert tree.xpath("//table[not(caption)]") == []
    assert tree.xpath("//th[not(@scope)]") == []
    (chart,) = tree.xpath("//svg")
    assert chart.get("role") == "img"
    assert chart.get("aria-label").startswith("Inputs worked on a second, over 2.0 s")
    assert {each.get("tabindex") for each in tree.xpath("//div[@class='wide']")} == {"0"}


@pytest.mark.parametrize(
    ("counted", "run", "title"),
    [
        (tally(*map(outcome, "abcd")), RUN, "All 4 inputs are done"),
        (tally(outcome("a"), outcome("b", "failed")), RUN, "1 of 4 inputs need a person"),
        (tally(outcome("a")), RUN.replace(ended="interrupted"), "1 of 4 inputs are done"),
    ],
)
def test_first_line_says_what_matters(counted: Tally, run: Run, title: str) -> None:
    tree: Any = html.document_fromstring(write_html(run, counted))

    assert tree.xpath("string(//h1)") == title


def test_tally_does_not_grow_with_the_batch() -> None:
    counted = Tally()
    for number in range(5_000):
        counted.add(outcome(f"n{number}", "failed", seconds=number), number)

    assert len(counted.faults) == MOST_FAULTS
    assert len(counted.slowest) == 20
    assert counted.slowest[0] == (4999, "n4999")
    assert json.loads(write_json(RUN, counted))["faults_not_listed"] == 4_000


@given(st.lists(st.floats(0, 100_000), max_size=50).map(sorted))
def test_throughput_counts_everything_in_few_stretches(times: list[float]) -> None:
    counted = Tally()
    for at in times:
        counted.add(outcome("a"), at)

    assert sum(counted.buckets) == len(times)
    assert len(counted.buckets) <= 120
    if times:
        assert counted.buckets[int(times[-1] / counted.bucket_s)] > 0


def test_throughput_is_of_this_run() -> None:
    counted = tally(outcome("a", "unchanged").replace(earlier=True), outcome("b"), outcome("c"))

    assert counted.buckets == [0, 1, 1]
    assert not Tally().buckets


def test_bars_are_as_wide_as_their_stretches() -> None:
    tree: Any = html.document_fromstring(write_html(RUN, tally(outcome("a"), outcome("b"))))

    left, right = tree.xpath("//rect")
    assert float(left.get("x")) + float(left.get("width")) + 1 == float(right.get("x"))


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 s"), (9.94, "9.9 s"), (59.4, "59 s"), (185, "3:05 min"), (7400, "2:03:20 h")]
)
def test_durations_are_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(("count", "words"), [(0, "0 bytes"), (2048, "2.0 KiB"), (5 << 40, "5.0 TiB")])
def test_sizes_are_words(count: int, words: str) -> None:
    assert size(count) == words

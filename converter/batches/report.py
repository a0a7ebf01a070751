"""The report of a batch, for the morning after: as JSON, and as a page that needs nothing but itself.

The page is inert: built as a tree and written by a serialiser, no script, no
address, a policy that lets nothing be fetched (`docs/explanation/threats.md`).
"""

from __future__ import annotations

import json
import os

from converter.core.notices import CODES
from converter.core.values import Value
from converter.io.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from lxml.etree import _Element

    from converter.batches.tally import Tally


class Run(Value):
    """What a report says of a run beside its counts."""

    command: str
    """As it was typed; the same again goes on where this one ended."""
    started: str
    """A date-time with a zone."""
    seconds: float
    expected: int
    """How many inputs there were."""
    passed: Mapping[str, int]
    """Why something was passed over, and how often."""
    quarantine: str
    """Where copies of what could not be read lie."""
    ended: str
    """`completed`, `interrupted`, or why it stopped."""


def as_json(run: Run, tally: Tally) -> dict[str, Any]:
    """Return the report as values for JSON."""
    return {
        "command": run.command,
        "started": run.started,
        "seconds": round(run.seconds, 3),
        "ended": run.ended,
        "inputs": run.expected,
        "counts": {
            "done": tally.done,
            "unchanged": tally.unchanged,
            "quarantined": tally.quarantined,
            "failed": tally.failed,
            "left": max(0, run.expected - tally.finished),
        },
        "statuses": dict(sorted(tally.statuses.items())),
        "output_bytes": tally.output_bytes,
        "passed_over": dict(sorted(run.passed.items())),
        "notices": [
            {"code": code, "inputs": inputs, "times": times}
            for code, (inputs, times) in sorted(tally.notices.items(), key=lambda item: (-item[1][0], item[0]))
        ],
        "faults": [
            {
                "input": each.name,
                "status": each.status,
                "earlier": each.earlier,
                "exit_code": each.reason.exit_code,
                "what": each.reason.what,
                "where": each.reason.where,
                "hint": each.reason.hint,
            }
            for each in tally.faults
        ],
        "faults_not_listed": tally.quarantined + tally.failed - len(tally.faults),
        "quarantine": run.quarantine,
        "slowest": [{"input": name, "seconds": round(seconds, 4)} for seconds, name in tally.slowest],
        "throughput": {"seconds_each": tally.bucket_s, "counts": tally.buckets},
    }


def write_json(run: Run, tally: Tally) -> bytes:
    """Return the report as a JSON file in ASCII."""
    return (json.dumps(as_json(run, tally), indent=1) + "\n").encode("ascii")


# ── The page ────────────────────────────────────────────────────────────────

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5a5a5a; --paper: #fff; --line: #d6d6d6; --band: #f4f4f2;
  --good: #1a6b3c; --bad: #a3231f; --mark: #2b5c9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #a8a8a8; --paper: #161718; --line: #3c3e40;
  --band: #202224; --good: #6ecb93; --bad: #ff8a80; --mark: #8ab4f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
.soft { color: var(--soft); }
code { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0;
  padding: 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; }
.counts b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.good b { color: var(--good); } .bad b { color: var(--bad); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td { overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 1rem; width: 1%; }
.word { white-space: nowrap; } td:not(.number):not(.word) { min-width: 9rem; }
svg { display: block; width: 100%; height: auto; }
svg rect { fill: var(--mark); } svg line { stroke: var(--line); } svg text { fill: var(--soft); font-size: 12px; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WIDTH, _HEIGHT, _BASE, _LEFT = 720, 200, 160, 56


def write_html(run: Run, tally: Tally) -> bytes:
    """Return the report as one HTML page."""
    from lxml import etree

    head = _tag("head", _tag("meta", charset="utf-8"))
    head.append(_tag("meta", content=_POLICY, **{"http-equiv": "Content-Security-Policy"}))
    head.append(_tag("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(_tag("title", f"Report of a batch, {run.started}"))
    head.append(_tag("style", _STYLE))
    main = _tag("main", *_opening(run, tally), *_faults(run, tally), *_throughput(tally))
    main.extend([*_notices(tally), *_passed(run), *_slowest(tally)])
    page = _tag("html", head, _tag("body", main), lang="en")
    content: bytes = etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return content + b"\n"


def _opening(run: Run, tally: Tally) -> Iterable[_Element]:
    rate = tally.finished / run.seconds if run.seconds else 0
    yield _tag("h1", _title(run, tally))
    yield _tag(
        "p",
        f"Started {run.started}, took {duration(run.seconds)}, {rate:,.1f} inputs a second, "
        f"{size(tally.output_bytes)} of outputs.",
        **{"class": "soft"},
    )
    yield _tag("p", _tag("code", run.command))
    left = max(0, run.expected - tally.finished)
    counts = [
        ("good", tally.done, "done"),
        ("", tally.unchanged, "unchanged"),
        ("bad" if tally.quarantined else "", tally.quarantined, "quarantined"),
        ("bad" if tally.failed else "", tally.failed, "failed"),
        ("bad" if left else "", left, "left"),
    ]
    items = [_tag("li", _tag("b", f"{count:,}"), words, **{"class": kind}) for kind, count, words in counts]
    yield _tag("ul", *items, **{"class": "counts"})
    if run.ended != "completed":
        yield _tag("p", f"It did not come to its end: {run.ended}. The same command goes on where it stopped.")


def _title(run: Run, tally: Tally) -> str:
    faults = tally.quarantined + tally.failed
    if faults:
        return f"{faults:,} of {run.expected:,} inputs need a person"
    if run.ended != "completed":
        return f"{tally.finished:,} of {run.expected:,} inputs are done"
    return f"All {run.expected:,} inputs are done"


def _faults(run: Run, tally: Tally) -> Iterable[_Element]:
    if not tally.faults:
        return
    yield _tag("h2", "What needs a person")
    if tally.quarantined:
        yield _tag("p", "Copies, each with its reason, lie in ", _tag("code", run.quarantine), ".")
    rows = [(each.status, each.name, str(each.reason)) for each in tally.faults]
    yield _table("Inputs that were not done, and why", ("status", "input", "reason"), rows, words=1)
    more = tally.quarantined + tally.failed - len(tally.faults)
    if more:
        yield _tag("p", f"{more:,} more are not listed here; the journal has all.")


def _notices(tally: Tally) -> Iterable[_Element]:
    if not tally.notices:
        return
    yield _tag("h2", "Notices")
    found = sorted(tally.notices.items(), key=lambda item: (-item[1][0], item[0]))
    rows = [(f"{inputs:,}", f"{times:,}", code, _meaning(code)) for code, (inputs, times) in found]
    yield _table(
        "What was guessed or lost, by code; convert explain CODE says more",
        ("inputs", "times", "code", "what happened"),
        rows,
        numbers=2,
    )


def _meaning(code: str) -> str:
    entry = CODES.get(code)
    if entry is None:
        return ""
    first, stop, _ = entry.meaning.partition(". ")
    return (first + stop.rstrip()).replace("`", "")  # The words are Markdown's, for the pages of the reference.


def _passed(run: Run) -> Iterable[_Element]:
    if run.passed:
        yield _tag("h2", "Passed over")
        rows = [(f"{count:,}", why) for why, count in sorted(run.passed.items(), key=lambda item: (-item[1], item[0]))]
        yield _table("What lay in the folders and is no input", ("count", "why"), rows, numbers=1)


def _slowest(tally: Tally) -> Iterable[_Element]:
    if tally.slowest:
        yield _tag("h2", "Slowest")
        rows = [(f"{seconds:.3f}", name) for seconds, name in tally.slowest]
        yield _table("Seconds of one worker", ("seconds", "input"), rows, numbers=1)


def _throughput(tally: Tally) -> Iterable[_Element]:
    if not tally.buckets:
        return
    rates = [count / tally.bucket_s for count in tally.buckets]
    most = max(rates)
    top = _round_up(most)
    words = (
        f"Inputs worked on a second, over {duration(len(rates) * tally.bucket_s)} in stretches of "
        f"{duration(tally.bucket_s)}: at most {most:,.1f}."
    )
    yield _tag("h2", "Throughput")
    yield _tag("p", words)
    yield _chart(rates, top, len(rates) * tally.bucket_s, words)


def _chart(rates: Sequence[float], top: float, seconds: float, words: str) -> _Element:
    """Return the bars of a chart, each as wide as its stretch of time; its words say the same."""
    across = _WIDTH - _LEFT
    step = across / len(rates)
    chart = _tag("svg", viewBox=f"0 0 {_WIDTH} {_HEIGHT}", role="img", **{"aria-label": words})
    for part in (0.0, 0.5, 1.0):
        y = f"{_BASE - part * (_BASE - 16):.1f}"
        chart.append(_tag("line", x1=str(_LEFT), x2=str(_WIDTH), y1=y, y2=y))
        chart.append(_tag("text", f"{top * part:,.4g}", x=str(_LEFT - 8), y=y, dy="4", **{"text-anchor": "end"}))
    for index, rate in enumerate(rates):
        height = rate / top * (_BASE - 16)
        chart.append(
            _tag(
                "rect",
                x=f"{_LEFT + index * step:.2f}",
                y=f"{_BASE - height:.2f}",
                width=f"{max(1.0, step - 1):.2f}",
                height=f"{height:.2f}",
            )
        )
    chart.append(_tag("text", "0 s", x=str(_LEFT), y=str(_BASE + 20)))
    chart.append(_tag("text", duration(seconds), x=str(_WIDTH), y=str(_BASE + 20), **{"text-anchor": "end"}))
    return chart


def _round_up(value: float) -> float:
    """Return 1, 2 or 5 times a power of ten that is not below the value."""
    power = 1.0
    while power < value:
        power *= 10
    while power > value * 10 and power > 1e-6:
        power /= 10
    return next((power * part for part in (0.1, 0.2, 0.5) if power * part >= value), power)


def _table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0, words: int = 0
) -> _Element:
    """Return a table; so many of its first columns are numbers, or single words."""

    def cell(tag: str, text: str, at: int, **more: str) -> _Element:
        kind = "number" if at < numbers else "word" if at < words else ""
        return _tag(tag, text, **more, **({"class": kind} if kind else {}))

    made = _tag("table", _tag("caption", caption))
    made.append(_tag("thead", _tag("tr", *(cell("th", text, at, scope="col") for at, text in enumerate(heads)))))
    made.append(_tag("tbody", *(_tag("tr", *(cell("td", text, at) for at, text in enumerate(row))) for row in rows)))
    return _tag("div", made, tabindex="0", role="group", **{"class": "wide", "aria-label": caption})


def _tag(name: str, /, *content: str | _Element, **attributes: str) -> _Element:
    """Return an element; what a document or a file name may have put into its texts is made visible."""
    from lxml import etree

    made = etree.Element(name, {key: _clean(value) for key, value in attributes.items()})
    last: _Element | None = None
    for each in content:
        if not isinstance(each, str):
            made.append(each)
            last = each
        elif last is None:
            made.text = (made.text or "") + (each if name == "style" else _clean(each))
        else:
            last.tail = (last.tail or "") + _clean(each)
    return made


def _clean(text: str) -> str:
    r"""Return text that XML can hold; U+FFFE and U+FFFF are no characters either."""
    return visible(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def duration(seconds: float) -> str:
    """Return a duration as a person reads it: `0.4 s`, `12 s`, `3:05 min`, `2:03:20 h`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes}:{rest:02d} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d} h"


def size(count: float) -> str:
    """Return bytes as a person reads them."""
    for unit in ("bytes", "KiB", "MiB", "GiB"):
        if count < 1024:
            return f"{count:,.0f} {unit}" if unit == "bytes" else f"{count:,.1f} {unit}"
        count /= 1024
    return f"{count:,.1f} TiB"


def report_file(path: str, run: Run, tally: Tally) -> bytes:
    """Return the report in the form that the name of its file asks for: `.json`, else HTML."""
    return (write_json if os.path.splitext(path)[1].lower() == ".json" else write_html)(run, tally)

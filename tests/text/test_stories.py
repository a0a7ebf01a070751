"""The benchmark of stories: which texts it makes of a labelled page, and what it counts in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.stories import main, texts_of

HEADLINE = "Ferry to the north quay stops on Sundays"
BODY = (
    "The ferry to the north quay will stop on Sundays from May, the county said, because too few people take it.",
    "“Nobody came any more,” said Ann Example, who has steered it for nine years and will now drive the bus.",
)
PAGE = f"""<html><head><title>{HEADLINE}</title></head><body>
<ul><li>News</li><li>Politics</li><li>Sports</li><li>Weather</li></ul>
<div id=story><h1>{HEADLINE}</h1><p class=by>By Bo Sample<p>{BODY[0]}<p>{BODY[1]}<p>Read more: The bus</div>
<p>About us<p>Contact us<p>Privacy policy<p>Terms of use</body></html>"""
SAID = {
    "headline": HEADLINE,
    "byline": "By Bo Sample",
    "articleBody": "\n".join(BODY),
    "furniture": ["Politics", "Read more: The bus", "Terms of use"],
    "quotations": [["Nobody came any more", "Ann Example"]],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "labels.json").write_text(json.dumps({"ferry": SAID}), encoding="utf-8")
    return tmp_path


def test_each_form_holds_what_its_name_says(folder: Path) -> None:
    texts = {form: text.text.split("\n") for form, text in texts_of("ferry", SAID, folder)}

    assert list(texts) == ["body", "headline", "byline", "wire", "container", "page"]
    assert [line for line in texts["body"] if line] == list(BODY)
    assert texts["headline"][0] == HEADLINE
    assert "By Bo Sample" in texts["byline"]
    assert max(map(len, texts["wire"])) <= 64
    assert texts["container"] == [HEADLINE, "By Bo Sample", *BODY, "Read more: The bus"]
    assert texts["page"][0] == "News"
    assert texts["page"][-1] == "Terms of use"


def test_the_table_says_what_was_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--form", "page", "--misses"]) == 0

    printed = capsys.readouterr().out
    assert "page: 1 texts, words kept 1/1" in printed
    for field, right in (("headline", "1/1"), ("byline", "1/1"), ("quotations", "1/1"), ("speakers", "1/1")):
        line = next(line for line in printed.splitlines() if line.split()[:1] == [field])
        assert right in line
    assert "furniture           1.000      3/3" in printed
    assert "missing" not in printed

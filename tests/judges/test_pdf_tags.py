"""A tagged PDF that a browser printed is read by its tags, over the end of a page too."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import converter
from converter import model
from converter.model.words import plain_text

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The old crane</title><article>
<h1>The old harbour crane goes before the autumn storms</h1><p>By Ann Sample</p>
<p>SAMPLE HARBOUR — The harbour board said on Thursday that the old crane would be taken down before the autumn storms
begin, after <a href="https://crane.example/">a report</a> had found rust in <em>every</em> one of its feet.</p>
<h2>What will become of it</h2><p>Three things were said of its parts:</p>
<ul><li>its hook goes to the museum,</li><li>its cabin to the school,</li><li>and the rest to the furnace.</li></ul>
<blockquote><p>“Nobody will miss it but the gulls,” said the board’s chair, Bo Muster.</p></blockquote>
<table><caption>Cranes in the harbour</caption><tr><th>Year<th>Cranes<tr><td>1960<td>nine<tr><td>2020<td>two</table>
<p style="break-before: page">The board will meet again in May. Until then the crane stands.</p></article>"""


def test_page_that_a_browser_printed_comes_back_with_its_structure(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("no chromium on the path: .ci/run installs it")
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(PAGE, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}"]
    subprocess.run([browser, *options, str(source)], check=True, capture_output=True, timeout=120)
    done = converter.convert(printed.read_bytes(), ["xml"], name="page.pdf")
    made = done.article
    story = [block for block in made.body if not isinstance(block, model.Furniture)]
    quoted = next(block for block in story if isinstance(block, model.Quote))
    table = next(block for block in story if isinstance(block, model.Table))

    assert "tags-believed" in [notice.code for notice in done.notices]
    assert [plain_text(line) for line in made.head.headlines] == ["The old harbour crane goes before the autumn storms"]
    assert [plain_text(line) for line in made.head.bylines] == ["By Ann Sample"]
    assert made.head.dateline is not None
    assert [type(block).__name__ for block in story] == [
        *("Paragraph", "Heading", "Paragraph", "List", "Quote", "Table", "Paragraph")
    ]
    assert plain_text(quoted) == "“Nobody will miss it but the gulls,” said the board’s chair, Bo Muster."
    assert (len(table.head), len(table.body), plain_text(table.caption)) == (1, 2, "Cranes in the harbour")
    # The browser prints its own head and foot on both pages.
    assert sum(len(block.blocks) for block in made.body if isinstance(block, model.Furniture)) == 4

"""The table of what is what names every node and every class, and the reference page shows it."""

from __future__ import annotations

import re

from converter import model
from converter.pandoc import into_article
from converter.pandoc.mapping import META, READ, WRITTEN
from tests.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "pandoc.md"


def names(rows: list[str]) -> set[str]:
    return {name for row in rows for name in row.split(", ")}


def test_every_class_of_the_model_is_in_the_table() -> None:
    inlines = {kind.__name__ for kind in model.Inline.__args__ if kind is not str}
    classes = {kind.__name__ for kind in model.Block.__args__} | inlines | {"Item", "Row", "Cell", "MediaReference"}

    assert names([row[0] for row in WRITTEN]) == classes


def test_every_node_that_is_read_is_in_the_table() -> None:
    source = re.sub(r'""".*?"""', "", (ROOT / into_article.__file__).read_text(encoding="utf-8"), flags=re.DOTALL)
    cases = {name for line in re.findall(r"case (\"[^\n]*?):\n", source) for name in re.findall(r'"(\w+)"', line)}

    assert cases - names([row[0] for row in READ]) == set()


def test_page_shows_the_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")

    for row in (*READ, *META, *WRITTEN):
        assert f"| {' | '.join(row)} |" in page

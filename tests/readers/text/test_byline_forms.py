"""Bylines in 40 languages, one form a line, and lines below a headline that only look like one: `bylines.txt`.

There `#` opens a language with its story, `|` parts the story's lines, `⏎` those of a byline, and `!` marks a line that
is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.article import plain_text
from converter.prose.byline import find_byline_rule
from tests.readers.text.reading import article_of


def _forms() -> dict[str, tuple[list[str], list[str]]]:
    forms: dict[str, tuple[list[str], list[str]]] = {}
    for line in (Path(__file__).parent / "bylines.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            lang, *story = line.removeprefix("# ").split(" | ")
            forms[lang] = (story, [])
        elif line:
            forms[lang][1].append(line)
    return forms


FORMS = _forms()


@pytest.mark.parametrize("lang", FORMS)
def test_each_form_below_the_headline_is_the_byline_and_each_counter_form_is_none(lang: str) -> None:
    (headline, *story), lines = FORMS[lang]

    wrong = []
    for line in lines:
        printed = line.removeprefix("! ").split(" ⏎ ")
        head = article_of("\n".join([headline, *printed, *story])).head
        wanted = [] if line.startswith("! ") else printed
        if [plain_text(byline) for byline in head.bylines] != wanted or head.headline() is None:
            wrong.append(line)

    assert wrong == []


@pytest.mark.parametrize("lang", FORMS)
def test_no_counter_form_is_a_byline_where_no_headline_is_known(lang: str) -> None:
    lines = [line.removeprefix("! ") for line in FORMS[lang][1] if line.startswith("! ")]

    found = [line for line in lines if find_byline_rule(line, after_headline=False, after_label=False)]

    assert found == []

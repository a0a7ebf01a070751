"""A notice is data; its words are made from one table, which says what every code means."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from converter.core.notices import CODES, Notice, notice
from tests.tree import ROOT


def test_facts_are_text_in_the_order_of_their_names() -> None:
    assert notice("charset-guessed", "byte 3", others="koi8-r", charset="cp1251", count=2) == Notice(
        "charset-guessed", "byte 3", (("charset", "cp1251"), ("count", "2"), ("others", "koi8-r"))
    )


def test_words_name_the_facts() -> None:
    assert notice("charset-guessed", charset="cp1251", others="koi8-r").words == (
        "read as cp1251; what else it could be: koi8-r"
    )
    assert notice("charset-guessed").kind == "guess"


def test_fact_that_looks_like_a_place_is_not_filled_in() -> None:
    assert notice("charset-guessed", charset="{others}", others="koi8-r").words == (
        "read as {others}; what else it could be: koi8-r"
    )


def test_code_of_a_plug_in_is_a_warning_and_shows_its_facts() -> None:
    assert notice("plugin:odd", a=1, b=2).words == "a=1, b=2"
    assert notice("plugin:odd").words == "plugin:odd"
    assert notice("plugin:odd").kind == "warning"


@pytest.mark.parametrize("code", CODES)
def test_code_is_kebab_case_and_says_what_it_means(code: str) -> None:
    entry = CODES[code]

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code)
    assert entry.kind in ("guess", "loss", "warning")
    assert entry.words
    assert not entry.words.endswith(".")
    assert "\n" not in entry.words
    assert entry.meaning.endswith(".")


def calls() -> Iterator[tuple[str, str, set[str], bool]]:
    """Yield place, code, facts and whether there may be more, of each notice that the product's source gives."""
    for path in sorted((ROOT / "converter").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if "notice(" in source else ():
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "notice" and isinstance(node.args[0].value, str):
                named = {keyword.arg for keyword in node.keywords}
                place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                yield place, node.args[0].value, {fact for fact in named if fact is not None}, None in named


@pytest.mark.slow
def test_every_notice_has_a_code_in_the_table_and_the_facts_that_its_words_name() -> None:
    faults = []
    for place, code, facts, more in calls():
        if code not in CODES:
            faults.append(f"{place}: {code} is not in CODES")
        elif not more:
            faults += [
                f"{place}: {code} lacks {fact}"
                for fact in re.findall(r"{(\w+)}", CODES[code].words)
                if fact not in facts
            ]

    assert faults == []

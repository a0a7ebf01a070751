"""Every rule that a reading names is in the reference."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from converter.model.traversal import walk
from converter.text.rule_names import RULES
from tests.scores.corpus import load
from tests.text.reading import article_of
from tests.tree import ROOT


def known_rules() -> set[str]:
    """Return the rules that the reference explains."""
    furniture = ROOT / "converter" / "text" / "furniture.toml"
    return set(RULES) | {rule["name"] for rule in tomllib.loads(furniture.read_text(encoding="utf-8"))["rule"]}


def test_every_rule_that_the_corpus_meets_is_explained() -> None:
    met = set()
    for case in load():
        for value in walk(article_of(case.source)):
            met |= {getattr(value, "inferred", None), getattr(value, "rule", None)} - {None}

    assert met - known_rules() == set()
    assert len(met & set(RULES)) >= 20


def rules_in(path: Path) -> set[str]:
    """Return the rules that a module names where it makes a value, as `inferred`, `rule` or what a furniture is by."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = [each.value for each in node.keywords if each.arg in ("inferred", "rule")]
            if isinstance(node.func, ast.Name | ast.Attribute) and ast.unparse(node.func).endswith("Furniture"):
                given += node.args[2:3]
            named |= {each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return named - {""}


@pytest.mark.slow
def test_every_rule_that_a_module_names_is_explained() -> None:
    named = {rule for path in (ROOT / "converter").rglob("*.py") for rule in rules_in(path)}

    assert named - known_rules() == set()
    assert len(named) >= 30

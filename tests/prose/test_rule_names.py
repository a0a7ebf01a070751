"""Every rule that a reading names is in the reference."""

from __future__ import annotations

import tomllib

from converter.article import walk
from converter.prose.rule_names import RULES
from tests.plaintext.reading import article_of
from tests.scores.corpus import load
from tests.tree import ROOT


def test_every_rule_that_the_corpus_meets_is_explained() -> None:
    furniture = ROOT / "converter" / "prose" / "furniture.toml"
    known = set(RULES) | {rule["name"] for rule in tomllib.loads(furniture.read_text(encoding="utf-8"))["rule"]}
    met = set()
    for case in load():
        for value in walk(article_of(case.source)):
            met |= {getattr(value, "inferred", None), getattr(value, "rule", None)} - {None}

    assert met - known == set()
    assert len(met & set(RULES)) >= 20

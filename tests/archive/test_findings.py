"""A finding is data; its words come from one table, which says what every code means."""

from __future__ import annotations

import re

import pytest

from converter.archive.findings import CODES, finding
from tests.tree import ROOT


def test_words_have_the_facts_and_no_fact_is_taken_for_a_place() -> None:
    made = finding("file-changed", "v1/content/a", algorithm="sha512", found="{wanted}", wanted="b")

    assert made.words == "the bytes are other than were stored: sha512 {wanted}, stored b"
    assert (made.kind, made.ocfl) == ("error", "E092")
    assert made.record() == {
        "code": "file-changed",
        "ocfl": "E092",
        "kind": "error",
        "path": "v1/content/a",
        "words": made.words,
        "facts": {"algorithm": "sha512", "found": "{wanted}", "wanted": "b"},
    }


def test_what_a_hostile_file_says_is_cut() -> None:
    assert len(finding("id-no-uri", "", id="x" * 1000).facts[0][1]) == 200


@pytest.mark.parametrize("code", CODES)
def test_code_is_kebab_case_and_says_what_it_means(code: str) -> None:
    entry = CODES[code]

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert re.fullmatch(r"(E\d{3}|W\d{3})?", entry.ocfl)
    assert entry.ocfl[:1] in ("", "E" if entry.kind == "error" else "W")
    assert entry.words
    assert not entry.words.endswith(".")
    assert "\n" not in entry.words
    assert entry.meaning.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_code_is_raised_by_a_test(code: str) -> None:
    tests = "".join(path.read_text() for path in (ROOT / "tests" / "archive").rglob("test_*.py"))

    assert f'"{code}"' in tests or f"[{code}" in tests

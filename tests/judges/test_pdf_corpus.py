"""Real text in every script: both standards hold, and three readers get it back.

A slice of the corpus runs with the other judges, all of it with `just corpus`
(`CORPUS=whole`): 790 articles in 579 languages.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from converter.core.values import Value
from tests.judges import corpus
from tests.judges.bench import PYTHON, SHARED, ask, assert_accepted
from tests.tree import ROOT
from tests.writers.pdf.making import make

# Scripts of which our fonts lack characters, drawn as boxes then: Mundari's letters, and the Han of old Vietnamese.
# The text itself is read back by tags all the same.
LACKING = {"unr_Beng-1": "Bengali", "vi_Hani-1": "Han", "vi_Hani-2": "Han"}
# Texts of which readers that know no tags put lines into an order of their own: see docs/decisions/0026 and 0028.
_BOTH = {
    "ar_Arab-2", "fa_Arab-1", "fa_Arab-2", "ks_Arab-1", "lah_Arab-2", "sd_Arab-1", "skr_Arab-2", "ur_Arab-1",
    "ur_Arab-2", "zh_Hebr-1", "zlm_Arab-1",
}  # fmt: skip
REORDERED = {"pdfium": _BOTH | {"azb_Arab-1", "tt_Arab-1"}, "poppler": _BOTH | {"yi_Hebr-1", "yi_Hebr-2"}}
# Where a mark stands off the baseline inside a word, PDFium gives the word twice.
TWICE = {"pdfium": {"km_Khmr-2"}, "poppler": set[str]()}


class Read(Value):
    """What was written of one sample, and what the readers found."""

    sample: corpus.Sample
    path: Path
    lacking: str
    blocks: list[str]
    pdfium: list[str]
    """Page by page."""
    poppler: list[str]


def squeeze(text: str) -> str:
    """Return one form of a text for comparing: composed, white space as one space, without what nobody sees."""
    seen = [one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) not in ("Cf", "Cn")]
    return " ".join("".join(seen).split())


def solid(text: str) -> str:
    """Return the text without white space and hyphens: readers that know no tags join what a line's end parts."""
    return re.sub(r"[\s\u00ad\u2010\u2011\ufffe\x02-]", "", squeeze(text))


def letters(text: str) -> set[str]:
    """Return the letters of a text without marks, forms of the same letter as one."""
    return {one for one in unicodedata.normalize("NFKD", solid(text)) if unicodedata.category(one)[0] in "LN"}


def are_words_found(line: str, pages: list[str]) -> bool:
    """Return whether the line's words stand in the pages in their order, whatever else stands between them."""
    whole, at = "".join(pages), 0
    for word in line.split():
        found = whole.find(solid(word), at)
        if found < 0:
            return False
        at = found + 1
    return True


def is_found(line: str, pages: list[str]) -> bool:
    """Return whether a page has the line, or one page its beginning and the next one its end."""
    if any(line in page for page in pages):
        return True
    for page, following in pairwise(pages):
        cut = next((cut for cut in range(len(line) - 1, 0, -1) if line[:cut] in page), 0)
        if cut and line[cut:] in following:
            return True
    return False


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    """Return the samples, written and read by all three."""
    if not shutil.which("pdftotext"):
        pytest.fail("no pdftotext on the path: apt-get install poppler-utils")
    samples = corpus.all_samples() if os.environ.get("CORPUS") == "whole" else corpus.a_slice()
    folder = tmp_path_factory.mktemp("corpus")
    written = []
    for sample in samples:
        content, notices = make(sample.article)
        lacking = [dict(one.facts)["script"] for one in notices if one.code == "pdf-missing-script"]
        path = folder / f"{sample.name}.pdf"
        path.write_bytes(content)
        written.append((sample, path, ", ".join(lacking)))
    program: list[str | Path] = [PYTHON, "-m", "tests.judges.read_back", SHARED / "tools" / "pdfcheck"]
    paths = (path for _, path, _ in written)
    done = subprocess.run([*program, *paths], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [Read(*made, **one) for made, one in zip(written, found, strict=True)]


def test_the_corpus_is_as_large_as_it_says() -> None:
    samples = corpus.all_samples()

    assert len(samples) >= 500
    assert len({sample.script for sample in samples}) >= 25
    assert {sample.script for sample in corpus.a_slice()} == {sample.script for sample in samples}


def test_both_standards_hold(read: list[Read]) -> None:
    files = [one.path for one in read]

    assert_accepted(ask("verapdf/verapdf-check", *files), files)
    assert_accepted(ask("pdfcheck", *files), files)


def test_every_character_has_a_font(read: list[Read]) -> None:
    assert {one.sample.name: one.lacking for one in read if one.lacking} == {
        name: lacking for name, lacking in LACKING.items() if name in {one.sample.name for one in read}
    }


def test_tags_give_back_every_block_in_order(read: list[Read]) -> None:
    wrong = []
    for one in read:
        wanted = [squeeze(line) for line in one.sample.lines]
        found = [squeeze(block) for block in one.blocks][: len(wanted)]
        wrong += [(one.sample.name, *pair) for pair in zip(wanted, found, strict=True) if pair[0] != pair[1]]
    assert wrong == []


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
def test_readers_that_know_no_tags_find_every_block(read: list[Read], reader: str) -> None:
    wrong = []
    for one in read:
        pages = getattr(one, reader)
        if one.sample.name in REORDERED[reader]:
            # Every letter is there.
            missing = [line for line in one.sample.lines if letters(line) - letters(" ".join(pages))]
        else:
            whole = [solid(page) for page in pages]
            missing = [line for line in one.sample.lines if not is_found(solid(line), whole)]
            if one.sample.name in TWICE[reader]:
                missing = [line for line in missing if not are_words_found(line, whole)]
        if one.lacking and reader == "pdfium":
            continue  # It leaves out what has no place in its first plane of characters.
        if missing:
            wrong.append((one.sample.name, missing[0][:80]))
    assert wrong == []

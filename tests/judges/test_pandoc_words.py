"""Pandoc reads what we write as Markdown, JATS and EPUB: the words of paragraphs and headings, in order."""

from __future__ import annotations

import re

import pytest

from converter import model
from converter.core.limits import Limits
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.pandoc import process
from tests.judges.conftest import Judged

READERS = {"markdown": "gfm+yaml_metadata_block", "jats": "jats", "epub": "epub"}
EVERY = 8
"""Of the articles, how many are passed over for one that is read; a start of pandoc takes a tenth of a second."""


@pytest.mark.parametrize("writer", READERS)
def test_pandoc_reads_the_words_in_order(writer: str, outputs: dict[str, Judged]) -> None:
    chosen = [*list(outputs)[::EVERY], "full", "newsml-every-field", "text-list-of-short-lines"]

    for name in dict.fromkeys(chosen):
        judged = outputs[name]
        if writer not in judged.files:
            continue
        command = ["-f", READERS[writer], "-t", "plain", "--columns=100000"]
        shown = process.run(command, judged.files[writer].read_bytes(), Limits(), "read it").output.decode()
        there = f" {' '.join(words_in(shown))} "
        at = 0
        for block in judged.article.body:
            if isinstance(block, model.Paragraph | model.Heading) and not is_written_otherwise(block):
                words = " ".join(words_in(plain_text(block)))
                found = there.find(f" {words} ", at) if words else at
                assert found >= 0, f"{name}: {words}"
                at = found


def words_in(text: str) -> list[str]:
    """Return the words; pandoc's plain text has the signs of emphasis beside them."""
    return re.findall(r"[^\W_]+", text)


OTHERWISE = (model.Ref, model.Ruby, model.Char, model.Superscript, model.Subscript)


def is_written_otherwise(block: model.Paragraph | model.Heading) -> bool:
    """Return whether pandoc's plain text writes some of it in another way: a note, a reading, a control character."""
    return any(isinstance(value, OTHERWISE) for value in walk(block))

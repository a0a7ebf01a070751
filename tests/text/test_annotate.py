"""What opens a story is taken off, and no character goes with it."""

from __future__ import annotations

import pytest

import converter
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.inline import Quotation
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.text.annotate import told, without_dateline


@pytest.mark.parametrize("blank", ["\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{IDEOGRAPHIC SPACE}"])
def test_blank_that_is_no_layout_stays_with_the_dateline(blank: str) -> None:
    story = Paragraph((f"MILLFORD, Ohio (AP) —{blank}The river crested a foot below its record on Thursday.",))

    (left,), dateline = without_dateline((story,), "en")

    assert dateline is not None
    assert plain_text(dateline.content) == f"MILLFORD, Ohio (AP) —{blank}"
    assert plain_text(left).startswith("The river")


@pytest.mark.parametrize("margin", ["\N{IDEOGRAPHIC SPACE}" * 2, "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}"])
def test_dateline_behind_a_margin_is_found_and_keeps_it(margin: str) -> None:
    story = Paragraph((f"{margin}MILLFORD, Ohio (AP) — The river crested a foot below its record on Thursday.",))

    (left,), dateline = without_dateline((story,), "en")

    assert dateline is not None
    assert plain_text(dateline.content) == f"{margin}MILLFORD, Ohio (AP) —"
    assert plain_text(left) == "The river crested a foot below its record on Thursday."


@pytest.mark.parametrize("lang", ["de-AT", "DE", "De-de"])
def test_region_and_case_of_a_language_tag_change_nothing_of_what_is_read(lang: str) -> None:
    story = Article(
        (
            Paragraph(("Hannover. Die Polizei hat am Dienstag zwei Männer festgenommen.",)),
            Paragraph(("„Wir hatten lange gesucht“, sagte Direktor Bo Muster.",)),
        ),
        lang="de",
    )
    expected = told(story)
    text = "\n\n".join(plain_text(block) for block in story.body).encode()
    read = [converter.convert(text, "xml", name="a.txt", meta={"lang": tag}).article for tag in ("de", lang)]

    assert expected.head.dateline is not None
    assert Quotation in {type(value) for value in walk(expected.body)}
    assert told(story.replace(lang=lang)) == expected.replace(lang=lang)
    assert read[1].body == read[0].body
    assert read[1].head == read[0].head
    assert read[0].head.dateline == expected.head.dateline

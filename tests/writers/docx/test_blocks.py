"""Blocks: each in its named style, at its place, with nothing lost."""

from __future__ import annotations

import pytest

from converter.model.article import Article
from converter.model.block import (
    Block,
    Blocks,
    Cell,
    Figure,
    Foreign,
    Furniture,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from converter.writers.docx.options import DocxOptions
from tests.writers.docx.reading import Document, written


def story(*blocks: Block, lang: str | None = "en") -> Document:
    """Return the document of a story of these blocks, without a source line."""
    return written(Article(blocks, lang=lang), DocxOptions(source_line=False))


def p(words: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((words,))


def test_paragraph_is_flush_at_the_start_and_after_what_breaks_the_flow() -> None:
    shown = story(
        p("a"),
        p("b"),
        Heading(("c",)),
        p("d"),
        p("e"),
        Quote((p("f"),)),
        p("g"),
        List((Item((p("h"),)),)),
        p("i"),
        Furniture((p("Read More"),), "related"),
        p("j"),
        ThematicBreak(("***",)),
        p("k"),
        p("\u3000\u3000l"),  # It has an indent of its own.
    ).paragraphs()

    flush = [words for style, words in shown if style == "FirstParagraph"]
    indented = [words for style, words in shown if style == "BodyText"]
    assert (flush, indented) == (["a", "d", "g", "k", "\u3000\u3000l"], ["b", "e", "i", "j"])


def test_crossheads_are_headings_of_their_level_and_an_empty_one_is_none() -> None:
    document = story(*(Heading((f"h{level}",), level) for level in range(1, 7)), Heading(()))

    assert document.paragraphs() == [(f"Heading{level}", f"h{level}") for level in range(1, 7)]


def test_furniture_and_foreign_markup_are_never_printed() -> None:
    document = story(
        p("a"), Furniture((p("Read More"), Quote((p("Share"),))), "related"), Foreign(("<map/>",), "text/html")
    )

    assert document.paragraphs() == [("FirstParagraph", "a")]


def test_quote_has_its_attribution_after_a_dash_and_no_space_between() -> None:
    document = story(Quote((p("One."), p("Two.")), ("Ann",)), p("after"))

    assert document.paragraphs()[:3] == [("Quote", "One."), ("Quote", "Two."), ("Attribution", "— Ann")]
    assert document.values("//w:p[2]/w:pPr/w:spacing/@w:after") == ["0"]
    assert document.values("//w:p[2]/w:pPr/w:ind/@w:firstLine") == ["252"]


def test_what_stands_in_a_quote_has_its_bar() -> None:
    document = story(Quote((Heading(("h",)), List((Item((p("i"),)),)))))

    assert len(document.find("//w:p/w:pPr/w:pBdr/w:left")) == 2


def test_bulleted_lists_nest() -> None:
    document = story(List((Item((p("a"), List((Item((p("b"),)), Item((p("c"),)))))), Item((p("d"), p("e"))))))

    assert document.paragraphs() == [
        ("ListBullet", "a"),
        ("ListBullet", "b"),
        ("ListBullet", "c"),
        ("ListBullet", "d"),
        ("ListContinue", "e"),
    ]
    assert document.values("//w:numPr/w:ilvl/@w:val") == ["0", "1", "1", "0"]
    assert set(document.values("//w:numPr/w:numId/@w:val")) == {"1"}
    assert document.values("//w:p[5]/w:pPr/w:ind/@w:left") == ["360"]


def test_each_numbered_list_counts_by_itself_from_its_start() -> None:
    document = story(
        List((Item((p("a"),)),), ordered=True, start=3),
        List((Item((p("b"), List((Item((p("c"),)),), ordered=True, start=0))),), ordered=True),
    )

    assert document.values("//w:numPr/w:numId/@w:val") == ["3", "4", "5"]
    nums = "//w:num[@w:numId > 2]"
    assert document.values(f"{nums}/w:lvlOverride/@w:ilvl", "word/numbering.xml") == ["0", "0", "1"]
    assert document.values(f"{nums}//w:startOverride/@w:val", "word/numbering.xml") == ["3", "1", "0"]


def test_number_that_word_cannot_count_to_is_words() -> None:
    document = story(List((Item((p("a"),)), Item((p("b"),))), ordered=True, start=10**12))

    assert document.paragraphs() == [("ListNumber", "1000000000000.\ta"), ("ListNumber", "1000000000001.\tb")]


def test_item_that_does_not_open_with_words_keeps_its_marker() -> None:
    document = story(List((Item((List((Item((p("b"),)),)),)), Item(()))))

    assert document.paragraphs() == [("ListBullet", ""), ("ListBullet", "b"), ("ListBullet", "")]


def test_list_deeper_than_word_has_levels_stands_on_the_last() -> None:
    block: Block = p("core")
    for _ in range(12):
        block = List((Item((block,)),))

    document = story(block)

    assert document.values("//w:numPr/w:ilvl/@w:val")[-1] == "8"
    assert "core" in document.words()


def test_preformatted_text_keeps_spaces_tabs_and_lines() -> None:
    document = story(Preformatted(("a  b\tc\r\n\r\nd\n",)))

    assert document.paragraphs() == [("Preformatted", "a  b\tc\n\nd\n")]


def test_line_ends_in_a_paragraph_are_spaces() -> None:
    assert story(p("a\nb\r\nc\rd\te")).paragraphs() == [("FirstParagraph", "a b c d\te")]


def test_caption_and_credit_stand_together() -> None:
    document = story(Figure((), ("The bridge.",), ("Eve/EX",)), Figure((), (), ("Eve/EX",)), Figure())

    assert document.styled("Caption") == ["The bridge. Eve/EX", "Eve/EX"]
    assert document.values("//w:r[w:rPr/w:rStyle/@w:val='Credit']/w:t/text()") == ["Eve/EX", "Eve/EX"]
    assert len(document.paragraphs()) == 2


def test_editorial_notes_stand_in_their_place() -> None:
    document = story(p("a"), Note((p("Corrected."),), kind="correction"), Note((p("Nobody points here."),), id="n"))

    assert document.styled("EditorialNote") == ["Corrected.", "Nobody points here."]
    assert "word/footnotes.xml" not in document.parts
    assert b"footnotePr" not in document.parts["word/settings.xml"]


def nested(wrap: str, depth: int) -> Blocks:
    """Return words inside of `depth` containers of a kind."""
    blocks: Blocks = (p("core"), Quote((p("said"),), ("Ann",)))
    for _ in range(depth):
        if wrap == "quote":
            blocks = (Quote(blocks),)
        elif wrap == "list":
            blocks = (List((Item(blocks),)),)
        elif wrap == "note":
            blocks = (Note(blocks, kind="editor"),)
        else:
            blocks = (Table((Row((Cell(blocks),)),)),)
    return blocks


@pytest.mark.parametrize(("wrap", "depth"), [("quote", 200), ("list", 100), ("note", 200), ("table", 60)])
def test_nesting_beyond_reason_loses_no_word(wrap: str, depth: int) -> None:
    document = story(*nested(wrap, depth))

    assert document.codes == ["label-made", "nesting-flattened"]
    assert document.words().index("core") < document.words().index("said") < document.words().index("Ann")


@pytest.mark.parametrize("wrap", ["quote", "list", "note", "table"])
def test_nesting_within_reason_is_shown(wrap: str) -> None:
    document = story(*nested(wrap, 8))

    assert document.codes == ["label-made"]
    assert "core" in document.words()


def test_block_may_speak_another_language() -> None:
    document = story(Paragraph(("bonjour",), lang="fr"), Quote((p("hola"),), ("Ana",), lang="es"))

    assert document.values("//w:lang/@w:val") == ["fr", "es", "es"]
    assert document.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["en"]


def test_article_of_no_known_language_is_not_spell_checked() -> None:
    document = story(p("a"), lang=None)

    assert document.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["x-none"]

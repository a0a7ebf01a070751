"""Inlines: letters, links, footnotes, ruby, direction."""

from __future__ import annotations

import pytest

from converter.model.article import Article
from converter.model.block import Note, Paragraph
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Underline,
    inlines,
)
from converter.writers.docx.direction import first_strong, has_right_to_left, pieces
from converter.writers.docx.options import DocxOptions
from tests.writers.docx.reading import Document, written

ALEF, BET, GIMEL = "\u05d0", "\u05d1", "\u05d2"


def line(*content: Inline, lang: str | None = None, after: tuple[Note, ...] = ()) -> Document:
    """Return the document of one paragraph."""
    return written(Article((Paragraph(inlines(*content)), *after), lang=lang), DocxOptions(source_line=False))


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        (Emphasis(("x",)), "w:i"),
        (Strong(("x",)), "w:b"),
        (Underline(("x",)), "w:u[@w:val='single']"),
        (Strike(("x",)), "w:strike"),
        (Subscript(("x",)), "w:vertAlign[@w:val='subscript']"),
        (Superscript(("x",)), "w:vertAlign[@w:val='superscript']"),
        (Code(("x",)), "w:rStyle[@w:val='HTMLCode']"),
    ],
)
def test_mark_is_a_run_property(mark: Inline, path: str) -> None:
    assert line("a", mark, "b").values(f"//w:r[w:rPr/{path}]/w:t/text()") == ["x"]


def test_marks_add_up_in_the_order_that_word_wants() -> None:
    document = line(Emphasis((Strong(("x", Underline(("y",)))),)))

    assert [child.tag.rpartition("}")[2] for child in document.find("//w:r[w:t='y']/w:rPr")[0]] == [
        *("b", "bCs", "i", "iCs", "u")
    ]


def test_markup_in_words_is_words() -> None:
    words = '</w:t></w:r><w:altChunk/> & "quotes" ]]> <?x?> {body.size}'

    assert line(words).paragraphs() == [("FirstParagraph", words)]


def test_spaces_and_invisible_characters_are_kept() -> None:
    words = "  two  \u00a0\u200b\u202e\u2066\ufeff\u00ad\u2028 end  "

    assert line(words).paragraphs() == [("FirstParagraph", words)]


def test_line_break_breaks_and_a_character_that_xml_cannot_hold_is_replaced() -> None:
    document = line("a", LineBreak(), "b", Char(0), "c", Char(0xFFFF))

    assert document.paragraphs() == [("FirstParagraph", "a\nb\ufffdc\ufffd")]
    assert document.codes == ["character-replaced", "label-made"]
    assert dict(document.notices[0].facts) == {"count": "2", "writer": "docx"}


def test_words_that_are_marked_for_machines_only_are_one_run_with_their_sentence() -> None:
    document = line("a ", Quotation(("“b”", Mention(("c",), ref="x"))), " d", Abbreviation((Strong(("e",)), "f")))

    assert document.values("//w:t/text()") == ["a “b”c d", "e", "f"]


# ── Links ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "href",
    [
        "https://example.com/a?b=1&c=%20#d",
        "http://user@example.com:8080/",
        "HTTPS://EXAMPLE.COM/",
        "mailto:desk@example.com?subject=Hi",
        "tel:+47-22-00-00-00",
        "https://[2001:db8::1]/x",
        "https://пример.example/путь",
    ],
)
def test_safe_link_is_live(href: str) -> None:
    document = line(Link(("x",), href, "A title"))

    (relationship,) = document.values("//w:hyperlink/@r:id")
    assert document.targets()[relationship].lower() == href.lower()
    assert document.values("//w:hyperlink/@w:tooltip") == ["A title"]
    assert document.codes == ["label-made"]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " \x7fjavascript:alert(1)",
        "javascript&#58;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "\\\\server\\share",
        "ftp://example.com/",
        "ms-word:ofe|u|https://example.com/a.docx",
        "../relative.html",
        "//example.com/",
        "http:",
        "http:///path",
        "",
        "#",
        "#nowhere",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_any_other_link_is_text_with_a_notice(href: str) -> None:
    document = line("a", Link(("x",), href), "b")

    assert document.words() == "axb"
    assert not document.find("//w:hyperlink")
    assert document.codes == ["label-made", "link-as-text"]
    assert not document.targets()


def test_link_target_is_a_uri_whatever_it_holds() -> None:
    document = line(Link(("x",), 'https://example.com/a b"<>\\^`{|}%zz'))

    assert list(document.targets().values()) == ["https://example.com/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%25zz"]


def test_fragment_leads_to_a_bookmark_on_its_block() -> None:
    target = Paragraph(("There.",), id="some-long.id")
    article = Article((Paragraph((Link(("x",), "#some-long.id"), Ref(("y",), "some-long.id"))), target))

    document = written(article)

    (name,) = document.values("//w:bookmarkStart/@w:name")
    assert document.values("//w:hyperlink/@w:anchor") == [name, name]
    assert document.values("//w:p[w:bookmarkStart]//w:t/text()") == ["There."]


def test_block_that_nothing_points_at_has_no_bookmark() -> None:
    assert not written(Article((Paragraph(("a",), id="a"), Paragraph((Link(("b",), "https://example.com/"),))))).find(
        "//w:bookmarkStart"
    )


# ── Footnotes ───────────────────────────────────────────────────────────────


def note(name: str, words: str) -> Note:
    """Return a footnote."""
    return Note((Paragraph((words,)),), id=name)


def test_marks_in_order_are_words_own_numbers() -> None:
    document = line(
        "a", Ref(("1",), "n1"), " b", Ref((Superscript(("2",)),), "n2"), after=(note("n1", "One."), note("n2", "Two."))
    )

    assert document.values("//w:footnoteReference/@w:id") == ["1", "2"]
    assert not document.values("//w:footnoteReference/@w:customMarkFollows")
    assert document.paragraphs("word/footnotes.xml")[2:] == [("FootnoteText", " One."), ("FootnoteText", " Two.")]
    assert len(document.find("//w:footnoteRef", "word/footnotes.xml")) == 2
    assert document.paragraphs() == [("FirstParagraph", "a1 b2")]


def test_other_marks_are_kept_as_printed() -> None:
    document = line(
        "a", Ref(("*",), "n1"), "b", Ref(("[b]",), "n2"), after=(note("n1", "One."), note("n2", "[b] Two."))
    )

    assert document.paragraphs() == [("FirstParagraph", "a*b[b]")]
    assert document.values("//w:footnoteReference/@w:customMarkFollows") == ["1", "1"]
    # The second note brings its mark, which is not set twice.
    assert document.paragraphs("word/footnotes.xml")[2:] == [("FootnoteText", "* One."), ("FootnoteText", "[b] Two.")]


def test_second_mark_of_a_note_leads_to_the_first() -> None:
    document = line("a", Ref(("1",), "n"), "b", Ref(("1",), "n"), after=(note("n", "One."),))

    assert len(document.find("//w:footnoteReference")) == 1
    assert document.values("//w:hyperlink/@w:anchor") == document.values("//w:bookmarkStart/@w:name")


def test_mark_inside_of_a_note_opens_no_note() -> None:
    inner = Note((Paragraph(("See ", Ref(("2",), "n2"))),), id="n1")

    document = line("a", Ref(("1",), "n1"), after=(inner, note("n2", "Two.")))

    assert document.values("//w:footnoteReference/@w:id") == ["1"]
    assert document.styled("EditorialNote") == ["Two."]


def test_mark_that_points_at_nothing_is_text() -> None:
    document = line("a", Ref(("7",), "gone"))

    assert document.words() == "a7"
    assert not document.find("//w:hyperlink | //w:footnoteReference")


def test_link_in_a_footnote_has_its_relationship_there() -> None:
    linked = Note((Paragraph((Link(("x",), "https://example.com/"),)),), id="n")

    document = line("a", Ref(("1",), "n"), after=(linked,))

    assert list(document.targets("word/_rels/footnotes.xml.rels").values()) == ["https://example.com/"]
    assert not document.targets()


def test_footnote_of_two_paragraphs_has_one_mark() -> None:
    two = Note((Paragraph(("One.",)), Paragraph(("Two.",))), id="n")

    document = line("a", Ref(("1",), "n"), after=(two,))

    assert document.paragraphs("word/footnotes.xml")[2:] == [("FootnoteText", " One."), ("FootnoteText", "Two.")]


# ── Ruby ────────────────────────────────────────────────────────────────────


def test_ruby_has_its_reading_above() -> None:
    document = line("a", Ruby(("漢",), ("かん",)), lang="ja")

    assert document.values("//w:rubyBase//w:t/text()") == ["漢"]
    assert document.values("//w:rt//w:t/text()") == ["かん"]
    assert document.values("//w:rubyPr/w:lid/@w:val") == ["ja"]
    assert document.values("//w:p[.//w:ruby]/w:pPr/w:spacing/@w:lineRule") == ["auto"]


def test_what_cannot_stand_in_ruby_is_text() -> None:
    document = line(Ruby((Ruby(("a",), ("b",)), Link(("c",), "https://example.com/")), (Ref(("d",), "x"),)))

    assert document.words() == "a (b)cd"
    assert document.codes == ["label-made", "link-as-text"]


def test_inlines_nested_beyond_reason_are_words() -> None:
    content: Inline = Strong(("core", LineBreak(), "end"))
    for _ in range(200):
        content = Emphasis((content,))

    document = line("a", content)

    assert document.words() == "acore\nend"
    assert document.codes == ["label-made", "nesting-flattened"]


# ── Language and direction ──────────────────────────────────────────────────


def test_span_says_its_language() -> None:
    document = line("a", Span(("b",), lang="fr-CA"), "c", lang="en")

    assert document.values("//w:r[w:rPr/w:lang]/w:t/text()") == ["b"]
    assert document.values("//w:rPr/w:lang/@w:bidi") == ["fr-CA"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-x-" + "-".join(["subtag"] * 11) + "-ab", None),
        ("en-x-" + "-".join(["subtag"] * 11) + "-abcd", "en-x-" + "-".join(["subtag"] * 11)),
        ("en-x-" + "-".join(["subtag"] * 11) + "-a-bcd", "en-x-" + "-".join(["subtag"] * 11)),
    ],
)
def test_language_longer_than_word_takes_loses_its_last_subtags(tag: str, expected: str | None) -> None:
    document = line(Span(("a",), lang=tag), lang=tag)

    assert set(document.values("//w:t/../w:rPr/w:lang/@w:val")) == {expected or tag}
    assert document.values("//w:rPrDefault//w:lang/@w:val", "word/styles.xml") == [expected or tag]
    assert document.codes == ["label-made", *(["language-cut"] if expected else [])]


def test_article_from_the_right_is_so_in_every_part() -> None:
    article = Article((Paragraph((f"{ALEF}{BET} NATO 12, {GIMEL}.",)),), lang="he", dir="rtl", guid="urn:x:1")

    document = written(article, DocxOptions(source_line=False))

    assert document.find("//w:p/w:pPr/w:bidi")
    assert document.find("//w:sectPr/w:bidi")
    assert document.find("//w:p/w:pPr/w:bidi", "word/footer1.xml")
    assert document.values("//w:r[w:rPr/w:rtl]/w:t/text()") == [f"{ALEF}{BET} ", f" 12, {GIMEL}."]
    assert document.values("//w:r[not(w:rPr/w:rtl)]/w:t/text()") == ["NATO"]


def test_direction_of_a_paragraph_that_says_none_is_that_of_its_first_letter() -> None:
    document = written(Article((Paragraph((f"“{ALEF}{BET}” OK",)), Paragraph((f"OK {ALEF}",)))))

    assert len(document.find("//w:p/w:pPr/w:bidi")) == 1


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("abc", "ltr", [("abc", False)]),
        ("abc", "rtl", [("abc", False)]),
        ("12, 3", "rtl", [("12, 3", True)]),
        ("12, 3", None, [("12, 3", False)]),
        (f"a {ALEF} b", "ltr", [("a ", False), (ALEF, True), (" b", False)]),
        (f"{ALEF} a {BET}", "rtl", [(f"{ALEF} ", True), ("a", False), (f" {BET}", True)]),
        (f"{ALEF}, {BET}.", "ltr", [(f"{ALEF}, {BET}", True), (".", False)]),
        (f"({ALEF}", "ltr", [("(", False), (ALEF, True)]),
    ],
)
def test_pieces_part_where_the_direction_changes(text: str, direction: str, expected: list[tuple[str, bool]]) -> None:
    assert pieces(text, direction) == expected  # type: ignore[arg-type]


def test_letters_decide_whether_a_text_has_a_direction() -> None:
    assert first_strong(f"… 12 {ALEF} a") == "rtl"
    assert first_strong("… 12") is None
    assert has_right_to_left("a\u0627b")
    assert not has_right_to_left("“quoted” – мост 漢字")

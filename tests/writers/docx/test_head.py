"""Head fields: each in its named style, in the order of print; page furniture beside it."""

from __future__ import annotations

from converter.model.article import Article, Provenance
from converter.model.block import Figure, Furniture, Heading, Paragraph
from converter.model.head import Byline, Date, Dateline, Head, Headline, Party, Rights
from converter.model.inline import Emphasis
from converter.writers.docx.options import DocxOptions
from tests.articles import full_article
from tests.writers.docx.reading import written


def test_head_stands_in_order_in_its_styles() -> None:
    head = [(style, words) for style, words in written(full_article()).paragraphs() if style != "BodyText"][:7]

    assert head == [
        ("Status", "Embargoed until 22 May 2024, 18:00 UTC"),
        ("Kicker", "Transport"),
        ("Title", "Harbour Bridge Reopens After “Long Silence”"),
        ("Subtitle", "Ferries keep a reduced timetable until June"),
        ("Standfirst", "The bridge over Sample Bay is open again, eleven months after it closed."),
        ("Byline", "By Ann Example, transport editor"),
        ("Byline", "Additional reporting by Bo Sample"),
    ]


def test_names_in_a_byline_are_marked() -> None:
    document = written(full_article())

    assert document.values("//w:r[w:rPr/w:rStyle/@w:val='BylineName']/w:t/text()") == ["Ann Example", "Bo Sample"]


def test_dateline_runs_into_the_first_paragraph() -> None:
    article = Article(
        (Furniture((Paragraph(("Read More",)),), "related"), Paragraph(("The port opened.",))),
        Head(dateline=Dateline(("OSLO (EX) —",))),
    )

    document = written(article)

    assert document.styled("FirstParagraph") == ["OSLO (EX) — The port opened."]
    assert document.values("//w:r[w:rPr/w:rStyle/@w:val='Dateline']/w:t/text()") == ["OSLO (EX) —"]


def test_dateline_stands_alone_before_a_story_that_opens_with_a_heading() -> None:
    article = Article((Heading(("A port",)), Paragraph(("The port opened.",))), Head(dateline=Dateline(("OSLO —",))))

    shown = written(article).paragraphs()

    assert [words for _, words in shown[:3]] == ["OSLO — ", "A port", "The port opened."]
    assert shown[0][0] == "FirstParagraph"


def test_dateline_runs_into_the_paragraph_below_a_picture() -> None:
    article = Article(
        (Figure((), ("A port.",)), Paragraph(("The port opened.",))), Head(dateline=Dateline(("OSLO —",)))
    )

    shown = written(article).paragraphs()

    assert shown[:2] == [("Caption", "A port."), ("FirstParagraph", "OSLO — The port opened.")]


def test_killed_story_is_never_exported_without_label() -> None:
    for status, words in (("canceled", "Canceled"), ("withheld", "Withheld")):
        document = written(Article((Paragraph(("A story.",)),), status=status))  # type: ignore[arg-type]

        assert document.paragraphs()[0] == ("Status", f"{words}: not for publication")
        assert status.encode() in document.parts["docProps/core.xml"]


def test_bare_story_has_no_masthead_and_no_title_on_the_page() -> None:
    document = written(Article((Paragraph(("A story.",)),), provenance=Provenance(name="story.txt")))

    assert not any("header" in name for name in document.parts)
    assert document.paragraphs() == [
        ("FirstParagraph", "A story."),
        ("SourceRule", ""),
        ("SourceLine", "From story.txt. No headline, author or date in the source."),
    ]


def test_source_line_can_be_left_out() -> None:
    article = Article((Paragraph(("A story.",)),), provenance=Provenance(name="story.txt"))

    assert written(article, DocxOptions(source_line=False)).paragraphs() == [("FirstParagraph", "A story.")]


def test_rights_stand_before_the_source_and_data_mining_terms_are_for_machines() -> None:
    assert written(full_article()).styled("SourceLine") == [
        "© 2024 Example Media Ltd",
        "For use by subscribers.",
        "From harbour-bridge.html.",
    ]


def test_our_own_words_are_english_in_an_article_of_another_language() -> None:
    document = written(Article((Paragraph(("Havnen er åpen.",)),), lang="nb", provenance=Provenance(name="a.txt")))

    (lang,) = document.values("//w:p[w:pPr/w:pStyle/@w:val='SourceLine']//w:lang/@w:val")
    assert lang == "en"


def test_first_page_has_a_masthead_and_the_others_a_running_head() -> None:
    document = written(full_article())

    assert document.find("//w:sectPr/w:titlePg")
    kinds = document.values("//w:headerReference/@w:type | //w:footerReference/@w:type")
    assert sorted(kinds) == ["default", "default", "first", "first"]
    assert document.paragraphs("word/header1.xml") == [("Header", "Bridge reopens\t22 May 2024")]
    assert document.paragraphs("word/header2.xml") == [("Masthead", "Example News\tWednesday 22 May 2024")]


def test_first_page_without_masthead_has_a_header_of_its_own_without_rule() -> None:
    document = written(Article((Paragraph(("A story.",)),), Head(headlines=(Headline(("Rain",)),))))

    assert document.paragraphs("word/header1.xml") == [("Header", "Rain")]
    assert document.paragraphs("word/header2.xml") in ([(None, "")], [("", "")])


def test_footer_has_identity_and_page_of_pages() -> None:
    document = written(full_article())

    for name in ("word/footer1.xml", "word/footer2.xml"):
        assert document.paragraphs(name) == [
            ("Footer", "urn:newsml:example.com:20240522:harbour-bridge · version 2\t1 / 1")
        ]
        assert document.values("//w:fldSimple/@w:instr", name) == [" PAGE ", " NUMPAGES "]


def test_long_headline_is_cut_at_a_word_in_the_running_head_only() -> None:
    words = "The harbour bridge that was closed for eleven months is open again for everybody"

    document = written(Article(head=Head(headlines=(Headline((words,)),))))

    assert document.styled("Title") == [words]
    assert document.paragraphs("word/header1.xml") == [
        ("Header", "The harbour bridge that was closed for eleven months is…")
    ]


def test_date_is_in_the_language_of_the_article_or_iso() -> None:
    def masthead(lang: str) -> str:
        head = Head(dates=(Date(kind="published", value="2024-05-22T10:00Z"),))
        return written(Article((Paragraph(("A",)),), head, lang=lang)).paragraphs("word/header2.xml")[0][1]

    assert masthead("de-AT") == "\tMittwoch, 22. Mai 2024"
    assert masthead("sw") == "\t2024-05-22"


def test_byline_of_marked_words_keeps_its_marks() -> None:
    article = Article(head=Head(bylines=(Byline(("By ", Emphasis(("Ann",)))),), parties=(Party("Ann", "creator"),)))

    assert written(article).values("//w:r[w:rPr/w:i]/w:t/text()") == ["Ann"]


def test_rights_may_speak_another_language() -> None:
    article = Article((Paragraph(("A",)),), Head(rights=(Rights(("Tous droits réservés",), lang="fr"),)), lang="en")

    assert written(article).values("//w:r[w:t='Tous droits réservés']//w:lang/@w:val") == ["fr"]

"""What a reader gets back: every block's own text, in order, whatever glyphs it is drawn with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model.article import Article
from converter.model.block import Figure, Paragraph
from converter.model.inline import Char, inlines
from converter.model.style import NEWS
from converter.typeset import families
from converter.writers.pdf.fragments import FontUse
from converter.writers.pdf.looks import Looks
from tests.articles import full_article
from tests.strategies import articles
from tests.writers.pdf.making import make, read, story
from tests.writers.pdf.reading import Pdf


def squeeze(text: str) -> str:
    """Return the text without what a page cannot show: runs of white space are one space."""
    return " ".join(re.sub("[\x1c-\x1f\x85\x0b\x0c]", " ", text).split())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=120))
@settings(deadline=None)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    article = Article((Paragraph(inlines("start ", text, " end")),))

    blocks = [block for _, block in read(article).blocks()]

    assert blocks[0] == squeeze(f"start {text} end")


@pytest.mark.parametrize(
    "text",
    [
        "office fi ffl ﬁ",
        "e\u0301 a\u0308 q\u0307\u0303 o\u0323\u0304",
        "no\u00a0break, thin\u202f000, and hard\u2011hyphen",
        "Αα Аа Aa: three alphabets, one shape",
        "ไทย 日本語 العربية עברית → ✓ 😀",
        "soft\u00adhyphen zero\u200bwidth",
        "a literal \ufffd stays",
        "\u202eright to left override",
    ],
)
def test_texts_that_share_glyphs_read_back(text: str) -> None:
    assert read(story(text)).blocks()[0] == ("P", squeeze(text))


def test_a_character_that_xml_cannot_hold_is_shown_and_says_nothing() -> None:
    content, notices = make(Article((Paragraph(("before", Char(1), "after")),)))

    assert Pdf(content).blocks()[0] == ("P", "before\u200bafter")
    assert ("character-replaced", (("count", "1"), ("writer", "pdf"))) in [(one.code, one.facts) for one in notices]


@pytest.mark.parametrize("code", [1, 0x1C, 0x1F])
def test_caption_of_control_signs_alone_is_printed(code: int) -> None:
    content, notices = make(Article((Paragraph(("before",)), Figure(caption=(Char(code),), credit=(Char(code),)))))

    assert [block for _, block in Pdf(content).blocks()][:2] == ["before", "\u200b \u200b"]
    assert ("character-replaced", (("count", "2"), ("writer", "pdf"))) in [(one.code, one.facts) for one in notices]


def test_missing_characters_are_one_notice_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("manimgx_fonts", "manimgx_fonts_cjk"):
        monkeypatch.setitem(families._folders, package, None)
    for module, kept in (
        ("typeset.itemise", "_found"),
        ("typeset.looks", "_shapers"),
        ("writers.pdf.looks", "_books"),
    ):
        monkeypatch.setattr(f"converter.{module}.{kept}", {})

    _, notices = make(story("ไทย and ไทย and 日本。", "ไทย again བོད"))

    missing = [dict(one.facts) for one in notices if one.code == "pdf-missing-script"]
    assert missing == [
        {"count": "3", "script": "Han", "remedy": "install article-converter[fonts-cjk]"},
        {"count": "9", "script": "Thai", "remedy": "install article-converter[fonts-world]"},
        {"count": "3", "script": "Tibetan", "remedy": "no font that can be installed has it"},
    ]


def test_small_capitals_and_old_style_figures_read_as_typed() -> None:
    blocks = dict.fromkeys(text for _, text in read(full_article()).blocks())

    assert any(text.startswith("SAMPLE BAY, May 22 (EX) – The bridge") for text in blocks)
    assert "Transport" in blocks


def test_furniture_and_foreign_markup_are_never_printed() -> None:
    text = " ".join(block for _, block in read(full_article()).blocks())

    assert "Read More" not in text
    assert "<" not in text


def test_the_story_is_whole_and_in_order_over_pages() -> None:
    paragraphs = [
        f"Paragraph {number} " + "with words enough to fill a line or two of it " * 3 for number in range(200)
    ]
    pdf = read(story(*paragraphs))

    assert len(pdf.pages) > 5
    assert [text for _, text in pdf.blocks()][:200] == [text.strip() for text in paragraphs]


@pytest.mark.slow
@given(articles())
@settings(deadline=None, max_examples=60)
def test_any_article_that_can_be_built_becomes_a_file_whose_tags_and_pages_agree(article: Article) -> None:
    pdf = read(article)

    assert_tags_and_pages_agree(pdf)


def test_tags_and_pages_agree_in_the_full_article() -> None:
    assert_tags_and_pages_agree(read(full_article()))


def assert_tags_and_pages_agree(pdf: Pdf) -> None:
    """Each marked sequence has one owner, which the parent tree names; drawing order is reading order."""
    owners: dict[tuple[int, int], int] = {}
    last: dict[int, int] = {}
    for _, number, element in pdf.elements():
        assert "P" in element
        for page, mcid in pdf.contents(element):
            assert (page, mcid) not in owners
            owners[page, mcid] = number
    for number, page_and_mcid in ordered(pdf):
        page, mcid = page_and_mcid
        assert mcid == last.get(page, -1) + 1, number
        last[page] = mcid
    parents = pdf.get(pdf.get(pdf.root["StructTreeRoot"])["ParentTree"])["Nums"]
    by_key = dict(zip(parents[::2], parents[1::2], strict=True))
    assert list(by_key) == sorted(by_key)
    for page, texts in enumerate(pdf.all_texts()):
        assert [owners[page, mcid] for mcid in sorted(texts)] == [int(one) for one in by_key.get(page, [])]
    for page in pdf.pages:
        for annotation in page.get("Annots", []):
            link = pdf.get(by_key[pdf.get(annotation)["StructParent"]])
            assert link["S"] == "Link"
            assert annotation in [kid["Obj"] for kid in pdf._kids(link) if isinstance(kid, dict) and "Obj" in kid]


def ordered(pdf: Pdf) -> list[tuple[int, tuple[int, int]]]:
    """Return the marked sequences in reading order, each with its element."""
    out: list[tuple[int, tuple[int, int]]] = []

    def walk(number: int) -> None:
        element = pdf.objects[number]
        for kid in pdf._kids(element):
            if type(kid).__name__ == "Reference":
                walk(int(kid))
            else:
                out.extend((number, place) for place in pdf.contents({**element, "K": kid}))

    walk(int(pdf.get(pdf.root["StructTreeRoot"])["K"]))
    return out


def test_pieces_without_a_space_are_one_word_though_the_last_stands_before_too() -> None:
    look, word = Looks(NEWS).find("body", lang="th").parts("น้ำ")[0]
    water, boat = word.shaped, look.shaper["เรือ"]
    use = FontUse("F1", water.face)

    assert use.encode_all([water, boat, water], 10, 0).count("/Span") == 1

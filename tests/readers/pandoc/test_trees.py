"""A tree becomes an article: no process is run."""

from __future__ import annotations

import pytest

from converter import model
from converter.core.errors import LimitExceeded
from converter.core.limits import Limits
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.media import Media
from converter.model.words import plain_text
from converter.pandoc.tree import attr, div, node, para, plain, span, string
from converter.readers.pandoc.read import article_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.pandoc.tree import Node, Nodes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
STORY = para(string("The bridge over Sample Bay is open again, the port said on Wednesday."))


def context(**facts: object) -> Context:
    return Context(Source("story.rst", lang="en"), **facts)  # type: ignore[arg-type]


def read(*blocks: Node, meta: dict[str, Node] | None = None, here: Context | None = None) -> Article:
    return article_of(meta or {}, list(blocks), here or context())


def heading(level: int, text: str) -> Node:
    return node("Header", [level, attr(), string(text)])


def body_of(*inlines: Node) -> tuple[model.Inline, ...]:
    (block,) = read(para(list(inlines))).body[:1]
    assert isinstance(block, Paragraph)
    return block.content


# ── Headline and byline ─────────────────────────────────────────────────────


def test_first_and_only_heading_of_level_one_is_the_headline() -> None:
    article = read(heading(1, "Bridge reopens"), STORY, heading(2, "Tolls"), STORY)

    assert article.head.headlines == (model.Headline(("Bridge reopens",), inferred="pandoc-heading"),)
    assert [block.level for block in article.body if isinstance(block, model.Heading)] == [1]


def test_one_of_several_headings_of_level_one_is_no_headline() -> None:
    article = read(heading(1, "Bridge"), STORY, heading(1, "Tolls"), STORY)

    assert article.head.headlines == ()
    assert len([block for block in article.body if isinstance(block, model.Heading)]) == 2


def test_heading_that_repeats_the_title_goes() -> None:
    title = {"title": node("MetaInlines", string("Bridge reopens"))}

    article = read(heading(1, "Bridge reopens"), STORY, meta=title)

    assert article.head.headlines == (model.Headline(("Bridge reopens",)),)
    assert not any(isinstance(block, model.Heading) for block in article.body)


def test_byline_is_taken_from_the_line_below_the_headline() -> None:
    article = read(heading(1, "Bridge reopens"), para(string("By Ann Example")), STORY)

    assert article.head.bylines == (model.Byline(("By Ann Example",), inferred="byline-by"),)
    assert plain_text(article.body).startswith("The bridge")


def test_heading_of_a_control_character_is_the_headline_and_a_row_of_one_a_head() -> None:
    article = read(node("Header", [1, attr(), [node("Str", "\x1c")]]), STORY)

    assert article.head.headlines == (model.Headline((model.Char(0x1C),), inferred="pandoc-heading"),)

    cell = [attr(), node("AlignDefault"), 1, 1, [plain([node("Str", "\x1c")])]]
    specs = [[node("AlignDefault"), node("ColWidthDefault")]]
    row = [attr(), [cell]]
    table = node("Table", [attr(), [None, []], specs, [attr(), [row]], [[attr(), 0, [], [row]]], [attr(), []]])

    (made,) = read(STORY, table).body[1:]

    assert isinstance(made, model.Table)
    assert len(made.head) == 1


def test_metadata_without_a_field_is_a_property_and_a_notice() -> None:
    here = context()
    meta = {
        "desk": node("MetaMap", {"name": node("MetaString", "city"), "open": node("MetaBool", True)}),
        "author": node("MetaList", [node("MetaMap", {"name": node("MetaString", "Ann Example")})]),
        "date": node("MetaInlines", string("22 May 2024")),
    }

    article = read(STORY, meta=meta, here=here)

    assert [(one.name, one.content) for one in article.head.properties] == [
        ("pandoc:desk.name", ("city",)),
        ("pandoc:desk.open", ("true",)),
    ]
    assert article.head.bylines == (model.Byline(("Ann Example",)),)
    assert article.head.dates == (model.Date("published", "2024-05-22"),)
    assert "kept-as-properties" in {notice.code for notice in here.notices}


def test_any_name_of_metadata_makes_a_property() -> None:
    meta = {name: node("MetaString", "city") for name in ("desk\x10 of\nthe day", " ")}

    properties = read(STORY, meta=meta).head.properties

    assert [one.name for one in properties] == ["pandoc:", "pandoc:desk\N{REPLACEMENT CHARACTER}-of-the-day"]


# ── Inlines ─────────────────────────────────────────────────────────────────


def test_soft_break_is_a_blank_but_between_east_asian_characters() -> None:
    assert body_of(node("Str", "one"), node("SoftBreak"), node("Str", "two")) == ("one two",)
    assert body_of(node("Str", "橋が"), node("SoftBreak"), node("Str", "再開")) == ("橋が再開",)
    assert body_of(node("Str", "다리가"), node("SoftBreak"), node("Str", "열렸다")) == ("다리가 열렸다",)


def test_what_the_model_has_no_form_for_keeps_its_words_and_is_counted() -> None:
    here = context()
    words = [
        node("SmallCaps", string("Nato")),
        node("Cite", [[], string("[@x]")]),
        node("Math", [node("InlineMath"), "x^2"]),
        node("Quoted", [node("DoubleQuote"), string("so")]),
    ]

    article = read(STORY, para(words), here=here)

    assert plain_text(article.body[1]) == "Nato[@x]x^2“so”"
    assert {dict(one.facts)["what"] for one in here.notices if one.code == "kept-as-words"} == {
        "small capitals",
        "citation",
        "formula",
    }


def test_raw_html_is_what_it_means() -> None:
    def raw(text: str) -> Node:
        return node("RawInline", ["html", text])

    content = body_of(
        *string("a "),
        raw("<u>"),
        *string("b"),
        raw("</u>"),
        raw("<br/>"),
        raw("<!-- x -->"),
        raw("<a href='https://example.com/?a=1&amp;b=2'>"),
        *string("c"),
        raw("</a>"),
        raw("<script>"),
        raw("</i>"),
    )

    assert content == (
        "a ",
        model.Underline(("b",)),
        model.LineBreak(),
        model.Link(("c",), "https://example.com/?a=1&b=2"),
    )


def test_block_of_html_is_read_as_html_and_other_markup_is_kept() -> None:
    article = read(
        STORY,
        node("RawBlock", ["html", '<figure><img src="a.png" alt="A bridge"><figcaption>At dawn</figcaption></figure>']),
        node("RawBlock", ["latex", r"\unknown{x}"]),
    )

    assert article.body[1] == model.Figure((model.MediaReference("a.png"),), ("At dawn",), alt="A bridge")
    assert article.body[2] == model.Foreign((r"\unknown{x}",), "application/x-tex")


def test_note_is_a_reference_and_stands_at_the_end_also_out_of_a_link() -> None:
    note = node("Note", [para(string("Really."))])

    article = read(para([node("Link", [attr(), [*string("port"), note], ["https://example.com/", ""]]), *string(".")]))

    assert article.body[0] == Paragraph(
        (model.Link(("port",), "https://example.com/"), model.Ref(("1",), "note-1"), ".")
    )
    assert article.body[1] == model.Note((Paragraph(("Really.",)),), id="note-1")


def test_link_in_a_link_is_its_words() -> None:
    inner = node("Link", [attr(), string("inside"), ["https://example.com/b", ""]])

    assert body_of(node("Link", [attr(), [inner], ["https://example.com/a", "T"]])) == (
        model.Link(("inside",), "https://example.com/a", "T"),
    )


def test_language_and_direction_of_spans_and_divs_are_kept() -> None:
    article = read(
        STORY,
        para([span(attr(None, ["x"], lang="el"), string("γέφυρα"))]),
        div(attr("there", [], lang="ar", dir="rtl"), [para(string("جسر")), para(string("ميناء"))]),
    )

    assert article.body[1] == Paragraph((model.Span(("γέφυρα",), "el"),))
    assert article.body[2:] == (
        Paragraph(("جسر",), id="there", lang="ar", dir="rtl"),
        Paragraph(("ميناء",), lang="ar", dir="rtl"),
    )


# ── Blocks ──────────────────────────────────────────────────────────────────


def test_dash_in_a_quotations_last_line_is_who_said_it() -> None:
    article = read(STORY, node("BlockQuote", [para(string("So be it.")), para(string("— Dora Placeholder, engineer"))]))

    assert article.body[1] == model.Quote((Paragraph(("So be it.",)),), ("Dora Placeholder, engineer",))

    blank = read(STORY, node("BlockQuote", [para(string("So be it.")), para([node("Str", "—\u00a0Dora")])]))

    assert blank.body[1] == model.Quote((Paragraph(("So be it.",)),), ("\u00a0Dora",))


def test_table_keeps_spans_alignment_and_row_heads() -> None:
    def cell(text: str, rows: int = 1, cols: int = 1, align: str = "AlignDefault") -> list[object]:
        return [attr(), node(align), rows, cols, [plain(string(text))]]

    def row(*cells: list[object]) -> list[object]:
        return [attr(), list(cells)]

    specs = [[node("AlignLeft"), node("ColWidthDefault")], [node("AlignRight"), node("ColWidthDefault")]]
    head = [attr(), [row(cell("Route"), cell("Fare"))]]
    rows = [row(cell("Island", rows=2), cell("4")), row(cell("5", align="AlignCenter")), row(cell("all", cols=2))]
    table = node(
        "Table", [attr(), [None, [plain(string("Fares"))]], specs, head, [[attr(), 1, [], rows]], [attr(), []]]
    )

    (made,) = read(STORY, table).body[1:]

    assert isinstance(made, model.Table)
    assert made.caption == ("Fares",)
    assert [(c.header, c.scope, c.align) for c in made.head[0].cells] == [(True, None, "start"), (True, None, "end")]
    assert [(c.header, c.rowspan, c.align) for c in made.body[0].cells] == [(True, 2, "start"), (False, 1, "end")]
    assert [(c.header, c.align) for c in made.body[1].cells] == [(False, "center")]
    assert [(c.header, c.colspan, c.align) for c in made.body[2].cells] == [(True, 2, None)]


def test_picture_beside_the_source_is_kept_and_follows_its_paragraph() -> None:
    media = Media(lambda href: PNG if href == "a.png" else None)
    picture = node("Image", [attr(), string("A bridge"), ["a.png", ""]])

    article = read(
        para([*string("Before"), node("Space"), picture, node("Space"), *string("after.")]), here=context(media=media)
    )

    assert article.body[0] == Paragraph(("Before after.",))
    figure = article.body[1]
    assert isinstance(figure, model.Figure)
    assert figure.alt == "A bridge"
    assert figure.media[0].type == "image/png"
    assert media.get(figure.media[0]) == PNG


def test_deep_nesting_and_too_many_blocks_are_refused() -> None:
    deep: Nodes = [STORY]
    for _ in range(150):
        deep = [node("BlockQuote", deep)]

    with pytest.raises(LimitExceeded, match="limit nesting"):
        read(*deep)
    with pytest.raises(LimitExceeded, match="limit blocks"):
        read(STORY, STORY, STORY, here=context(limits=Limits(blocks=2)))


def test_node_that_a_later_pandoc_may_bring_keeps_its_words() -> None:
    assert plain_text(read(STORY, node("Novelty", [attr(), string("new words")])).body[1]) == "new words"

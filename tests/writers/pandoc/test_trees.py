"""An article becomes a tree for a format that people read: no process is run."""

from __future__ import annotations

from converter import model
from converter.formats.records import Context, Source
from converter.io.hash import sha256
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Head
from converter.model.media import Media
from converter.pandoc.family import find_writing
from converter.pandoc.into_article import words_in
from converter.pandoc.into_tree import tree_of
from tests.articles import full_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.pandoc.tree import Node, Nodes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
STORY = Paragraph(("The bridge is open.",))


def tree(article: Article, form: str = "rst", **facts: object) -> tuple[dict[str, Node], Nodes, Context]:
    context = Context(Source("-"), **facts)  # type: ignore[arg-type]
    return *tree_of(article, find_writing(form), context), context


def kinds(nodes: object) -> list[str]:
    """Return the kinds of all nodes, in order."""
    if isinstance(nodes, list):
        return [kind for each in nodes for kind in kinds(each)]
    if isinstance(nodes, dict):
        return [nodes["t"], *kinds(nodes.get("c"))] if "t" in nodes else []
    return []


def kinds_of(blocks: Nodes) -> list[str]:
    return [block["t"] for block in blocks]


def test_head_is_where_the_template_looks_for_it_and_the_rest_above_the_story() -> None:
    meta, blocks, _ = tree(full_article())

    assert words_in(meta["title"]) == "Harbour Bridge Reopens After “Long Silence”"
    assert words_in(meta["date"]) == "2024-05-22T18:30:00+01:00"
    assert [words_in(each) for each in blocks[:3]] == [
        "Embargoed until 22 May 2024, 18:00 UTC",
        "Transport",
        "Sample Bay bridge traffic returns",
    ]
    assert "article" not in meta


def test_format_without_a_head_has_all_of_it_above_the_story() -> None:
    meta, blocks, _ = tree(full_article(), "mediawiki")

    assert not {"title", "subtitle", "author", "abstract"} & set(meta)
    assert blocks[2]["t"] == "Header"
    assert words_in(blocks[5:7]) == "By Ann Example, transport editorAdditional reporting by Bo Sample"
    assert [block["c"][0] for block in blocks if block["t"] == "Header"] == [1, 2, 3]


def test_names_of_a_format_that_takes_names_are_the_authors_and_the_byline_is_words() -> None:
    meta, blocks, _ = tree(full_article(), "docbook")

    assert words_in(meta["author"]) == "Ann Example"
    assert "By Ann Example, transport editor" in [words_in(block) for block in blocks]


def test_withdrawn_story_says_so_first() -> None:
    for form in ("rst", "gfm", "json"):
        _, blocks, _ = tree(Article((STORY,), status="canceled"), form)

        assert words_in(blocks[0]) == "Canceled: not for publication"


def test_dateline_opens_the_first_paragraph() -> None:
    head = Head(dateline=model.Dateline(("SAMPLE BAY (EX) –",)))

    assert words_in(tree(Article((STORY,), head))[1]) == "SAMPLE BAY (EX) – The bridge is open."
    assert words_in(tree(Article((), head))[1]) == "SAMPLE BAY (EX) –"


def test_dateline_and_marks_of_a_control_character_are_shown_by_its_sign() -> None:
    head = Head(dateline=model.Dateline((model.Char(0x1C),)))
    emphasis = Paragraph((model.Emphasis((model.Char(0x1C),)),))

    _, blocks, _ = tree(Article((emphasis,), head))

    assert words_in(blocks) == "\N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}"
    assert "Emph" in kinds(blocks)


def test_slide_that_would_be_too_full_goes_on_as_another() -> None:
    long = Paragraph(("word " * 50,))
    head = Head(headlines=(model.Headline(("Plain",)),), bylines=(model.Byline(("By Ann",)),))
    article = Article((long, STORY, long, model.Heading(("More",)), STORY), head)

    assert kinds_of(tree(article, "pptx")[1]) == ["Para", "Para", "HorizontalRule", "Para", "Header", "Para"]
    assert kinds_of(tree(article, "slidy")[1]) == [
        *("Header", "Para", "Para", "Para", "HorizontalRule", "Para"),
        *("HorizontalRule", "Header", "Para"),
    ]


def test_heading_that_its_format_would_write_in_capitals_goes_a_level_down() -> None:
    article = Article(tuple(model.Heading((f"Level {level}",), level) for level in range(1, 7)))

    for form, expected in (("vimdoc", [1, 2, 4, 5, 6, 6]), ("ansi", [2, 3, 4, 5, 6, 6])):
        _, blocks, context = tree(article, form)

        assert [block["c"][0] for block in blocks] == expected
        assert [notice.code for notice in context.notices] == ["heading-level-folded"]


def test_outline_has_all_of_it_below_its_headline_or_label() -> None:
    head = Head(headlines=(model.Headline(("Kicker",), "kicker"), model.Headline(("“Plain”",))))

    _, blocks, _ = tree(Article((STORY,), head), "opml")
    _, without, context = tree(Article((STORY,)), "opml")

    assert [(block["t"], words_in(block)) for block in blocks[:2]] == [("Header", "“Plain”"), ("Para", "Kicker")]
    assert "RawInline" not in kinds(blocks[0])
    assert words_in(without[0]) == "The bridge is open."
    assert [notice.code for notice in context.notices] == ["label-made"]


def test_table_of_a_format_without_tables_is_its_rows_as_lines() -> None:
    def row(*texts: str) -> model.Row:
        return model.Row(tuple(model.Cell((Paragraph((text,)),)) for text in texts))

    _list = model.List((model.Item((STORY,)), model.Item((Paragraph((model.Strong(("b",)),)),))))
    table = model.Table(
        (row("1", "2"), model.Row((model.Cell((_list,)),))), (row("A", "B"),), caption=("Tolls",), id="t"
    )
    link = Paragraph((model.Link(("x",), "#t"),))

    _, blocks, _ = tree(Article((table, link)), "vimdoc")

    assert [block["t"] for block in blocks] == ["Div", "Para"]
    assert words_in(blocks[0]) == "TollsA | B\n1 | 2\nThe bridge is open. b"


def test_reference_says_who_what_and_where() -> None:
    from converter.pandoc.into_tree import Composer
    from converter.pandoc.reference import reference_of

    def made(article: Article) -> tuple[dict[str, Node], Context]:
        context = Context(Source("-"))
        composer = Composer(article, find_writing("csljson"), context)
        return reference_of(article, composer, context, "csljson")["references"]["c"][0]["c"], context

    said, _ = made(full_article())

    assert words_in(said["title"]) == "Harbour Bridge Reopens After “Long Silence”"
    assert words_in(said["author"]) == "Ann Example"
    assert words_in(said["issued"]) == "2024-05-22"
    assert words_in(said["id"]) == "harbour-bridge-reopens-after-long"

    head = Head(
        bylines=(model.Byline(("By Bo Sample",)), model.Byline(("Staff",))),
        dates=(model.Date("published", "--05-22"),),
    )
    said, context = made(Article((), head, guid="https://example.com/a"))

    assert words_in(said["author"]) == "Bo SampleStaff"
    assert words_in(said["URL"]) == "https://example.com/a"
    assert words_in(said["id"]) == "untitled"
    assert "issued" not in said
    assert [notice.code for notice in context.notices] == ["value-not-carried"]


def test_footnote_stands_where_it_is_first_referred_to() -> None:
    note = model.Note((Paragraph(("Weighed.",)),), id="n")
    article = Article((Paragraph(("a", model.Ref(("1",), "n"), " b ", model.Ref(("1",), "n"))), note))

    _, blocks, _ = tree(article)

    assert kinds(blocks).count("Note") == 1
    assert words_in(blocks) == "aWeighed. b 1"


def test_footnote_that_nothing_printed_refers_to_is_kept() -> None:
    note = model.Note((Paragraph(("Weighed.",)),), id="n")
    hidden = model.Furniture((Paragraph(("Read More", model.Ref(("1",), "n"))),), "related")

    _, blocks, _ = tree(Article((hidden, note)))

    assert words_in(blocks) == "Weighed."


def test_furniture_is_never_printed_and_foreign_markup_is_text() -> None:
    article = Article((model.Furniture((STORY,), "related"), model.Foreign(("<script>x</script>",), "text/html")))

    _, blocks, _ = tree(article)

    assert kinds(blocks) == ["CodeBlock"]
    assert not {"RawBlock", "RawInline"} & set(kinds(tree(article, "json")[1]))


def test_link_that_is_not_safe_is_its_words_in_every_format() -> None:
    article = Article((Paragraph((model.Link(("press",), "javascript:alert(1)"), model.Link(("see",), "#nowhere"))),))

    for form in ("rst", "json"):
        _, blocks, context = tree(article, form)

        assert "javascript" not in repr(blocks)
        assert "link-as-text" in {notice.code for notice in context.notices}


def test_picture_is_in_a_file_that_holds_pictures_and_named_elsewhere() -> None:
    kept = Media(kept={sha256(PNG).hexdigest(): PNG})
    reference = model.MediaReference("a.png", "image/png", sha256(PNG).hexdigest())
    article = Article((model.Figure((reference,), ("At dawn.",), ("EX",), "A bridge"),))

    in_odt, in_rst = (tree(article, form, media=kept)[1] for form in ("odt", "rst"))
    _, without, context = tree(article, "odt")

    assert "data:image/png;base64," in repr(in_odt)
    assert "'a.png'" in repr(in_rst)
    assert words_in(without) == "[A bridge]At dawn. EX"
    assert [notice.code for notice in context.notices] == ["image-not-carried"]


def test_caption_that_pandoc_would_drop_stands_by_itself() -> None:
    article = Article((model.Figure((model.MediaReference("a.png"),), ("At dawn.",)),))

    assert [block["t"] for block in tree(article, "mediawiki")[1]] == ["Para", "Para"]
    assert [block["t"] for block in tree(article, "rst")[1]] == ["Figure"]


def test_short_rows_of_a_table_are_filled_up_and_spans_end_with_it() -> None:
    cell = model.Cell((Paragraph(("x",)),))
    table = model.Table((model.Row((cell.replace(rowspan=9), cell, cell)), model.Row((cell,))))

    (made,) = tree(Article((table,)))[1]
    rows = made["c"][4][0][3]

    assert len(made["c"][2]) == 3
    assert [[cell[2] for cell in row[1]] for row in rows] == [[2, 1, 1], [1, 1]]


def test_columns_in_which_no_cell_begins_are_none() -> None:
    cell = model.Cell((Paragraph(("x",)),))
    table = model.Table((model.Row((cell.replace(colspan=1000),)), model.Row((cell, cell.replace(colspan=3)))))

    (made,) = tree(Article((table,)))[1]

    assert len(made["c"][2]) == 2
    assert [[cell[3] for cell in row[1]] for row in made["c"][4][0][3]] == [[2], [1, 1]]


def test_ids_are_written_only_where_something_leads_to_them() -> None:
    first, second = STORY.replace(id="a"), STORY.replace(id="b")
    article = Article((first, second, Paragraph((model.Link(("up",), "#a"),))))

    _, blocks, _ = tree(article)

    assert [block["t"] for block in blocks] == ["Div", "Para", "Para"]


def test_language_that_nobody_knows_is_left_out_with_a_notice() -> None:
    article = Article((Paragraph((model.Span(("x",), "abcdefgh-x"),), lang="a-very-odd-tag-1"),))

    _, blocks, context = tree(article)

    assert kinds(blocks) == ["Para", "Str"]
    assert [dict(notice.facts)["field"] for notice in context.notices] == ["Span.lang", "Block.lang"]

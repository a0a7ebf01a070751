"""The story as plain text."""

from __future__ import annotations

from typing import Any

import pytest

from converter.core.values import field_names
from converter.formats.losses import note_losses
from converter.formats.records import Context, Source
from converter.formats.registry import find_writer, load
from converter.model.article import Article
from converter.model.block import (
    Cell,
    Figure,
    Foreign,
    Furniture,
    Heading,
    Item,
    List,
    MediaReference,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from converter.model.head import Abstract, Byline, Date, Dateline, Head, Headline
from converter.model.inline import Char, Emphasis, LineBreak, Link, Quotation, Ref, Ruby, Subscript, Superscript
from converter.text.options import TextOptions as ReaderOptions
from converter.writers.text import write
from converter.writers.text.options import TextOptions
from tests.articles import full_article


def text(
    *body: Any, head: Head | None = None, options: TextOptions | None = None, **fields: Any
) -> tuple[str, Context]:
    article = Article(body, head or Head(), **fields)
    context = Context(Source("story.xml"))
    note_losses(article, find_writer("text"), context)
    content = write(article, options or TextOptions(), context)
    return content.decode(), context


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


def codes(context: Context) -> list[str]:
    return [notice.code for notice in context.notices]


# ── The whole ──


def test_story_is_a_paragraph_a_line_with_a_line_end_at_the_end() -> None:
    assert text(p("One."), p("Two."))[0] == "One.\nTwo.\n"


def test_head_comes_first_and_the_dateline_runs_into_the_first_paragraph() -> None:
    head = Head(
        headlines=(
            Headline(("Bridge Reopens",)),
            Headline(("Ferries slow",), "sub"),
            Headline(("Transport",), "kicker"),
        ),
        bylines=(Byline(("By Ann Example",)), Byline(("and Bo Sample",))),
        dateline=Dateline(("SAMPLE BAY, May 22 (EX) –",)),
        abstract=Abstract((p("It is open."),)),
    )

    written, context = text(p("The bridge opened."), p("Then it closed."), head=head)

    assert written.splitlines() == [
        "Transport",
        "Bridge Reopens",
        "Ferries slow",
        "It is open.",
        "By Ann Example",
        "and Bo Sample",
        "SAMPLE BAY, May 22 (EX) – The bridge opened.",
        "Then it closed.",
    ]
    assert context.notices == ()


def test_dateline_before_anything_but_a_paragraph_stands_alone() -> None:
    written, _ = text(Heading(("Tolls",)), head=Head(dateline=Dateline(("NAIROBI –",))))

    assert written == "NAIROBI –\nTolls\n"


def test_dateline_runs_in_after_furniture() -> None:
    furniture = Furniture((p("Share"),), "share")

    assert text(furniture, p("Rain."), head=Head(dateline=Dateline(("NAIROBI –",))))[0] == "NAIROBI – Rain.\n"


def test_short_headline_is_not_printed_and_noticed() -> None:
    written, context = text(p("Rain."), head=Head((Headline(("Wet",), "short"),)))

    assert written == "Rain.\n"
    assert [dict(notice.facts)["what"] for notice in context.notices] == ["Headline.short"]


def test_furniture_is_never_printed() -> None:
    furniture = Furniture((p("Read More"),), "related")

    written, context = text(p("One."), furniture, List((Item((p("Two."), furniture)),)))

    assert written == "One.\n- Two.\n"
    assert [dict(notice.facts)["count"] for notice in context.notices] == ["2"]


def test_article_with_nothing_to_print_is_an_empty_file() -> None:
    assert text(Furniture((p("Read More"),), "related"))[0] == ""


def test_killed_story_is_never_exported_without_label() -> None:
    assert text(p("Rain."), status="canceled")[0].splitlines()[0] == "[CANCELED: not for publication]"


def test_story_that_may_not_be_used_yet_says_so_first() -> None:
    embargo = Head(dates=(Date("embargoed", "2024-05-24T11:00:00+03:00"),))

    assert text(p("Rain."), status="withheld")[0].splitlines()[0] == "[WITHHELD: not for publication]"
    assert text(p("Rain."), head=embargo)[0].splitlines()[0] == "[EMBARGOED until 2024-05-24T11:00:00+03:00]"
    assert text(p("Rain."), head=Head(dates=(Date("embargoed", None),)))[0].startswith(
        "[EMBARGOED until further notice]"
    )


def test_same_article_gives_the_same_bytes() -> None:
    first, second = (write(full_article(), TextOptions(), Context(Source("x"))) for _ in range(2))

    assert first == second


# ── Words ──


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        (Emphasis(("a",)), "a"),
        (Quotation(("“a”",), "she", "said"), "“a”"),
        (Superscript(("3",)), "³"),
        (Subscript(("2",)), "₂"),
        (Superscript(("rd",)), "rd"),
        (Ruby(("漢",), ("かん",)), "漢 (かん)"),
        (Ref((Superscript(("1",)),), "n"), "[1]"),
        (Ref(("*",), "n"), "*"),
        (Link(("a",), "https://example.com/"), "a"),
        (LineBreak(), "\n"),
        (Char(1), "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_inline_as_text(inline: Any, words: str) -> None:
    assert text(p("x", inline, "y"))[0] == f"x{words}y\n"


def test_line_end_in_the_words_of_a_paragraph_is_a_space() -> None:
    assert text(p("one\ntwo\rthree"))[0] == "one two three\n"


@pytest.mark.parametrize(
    "words", ["# a", "* a", "<b>a</b>", "---", "{{ a }}", "=cmd|a", "\\input a", "  a\N{NO-BREAK SPACE}b"]
)
def test_text_is_text(words: str) -> None:
    assert text(p(words))[0] == f"{words}\n"


def test_losses_are_counted() -> None:
    _, context = text(p(Emphasis(("a",)), Link(("b",), "https://example.com/"), Char(1), Superscript(("rd",))))

    assert [(notice.code, dict(notice.facts)["count"]) for notice in context.notices] == [
        ("written-as", "1"),
        ("character-replaced", "1"),
        ("markup-folded", "1"),
        ("link-targets-omitted", "1"),
    ]


def test_dates_of_the_head_are_noticed_as_lost() -> None:
    _, context = text(p("Rain."), head=Head(dates=(Date("published", "2024"), Date("embargoed", "2024"))))

    assert [dict(notice.facts) for notice in context.notices] == [
        {"count": "1", "what": "Date.published", "writer": "text"}
    ]


# ── Blocks ──


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading(("Tolls",), 3), ["Tolls"]),
        (Quote((p("a"), p("b")), ("Ann",)), ["    a", "    b", "    — Ann"]),
        (Quote((p("a"),), ("– Ann",)), ["    a", "    – Ann"]),
        (List((Item((p("a"), p("b"))), Item((p("c"),)))), ["- a", "  b", "- c"]),
        (List((Item((p("a"),)), Item((p("b"),))), True, 9), ["9. a", "10. b"]),
        (List((Item((p("a"), List((Item((p("b"),)),)))),)), ["- a", "  - b"]),
        (List((Item(()),)), ["-"]),
        (Preformatted(("a\n   b",)), ["a", "   b"]),
        (ThematicBreak(), ["* * *"]),
        (ThematicBreak(("—",)), ["—"]),
        (Note((p("a"), p("b")), "editor"), ["a", "b"]),
        (Figure((MediaReference("r.jpg"),), ("A man.",), ("Ann",), "A man\nin fog"), ["[A man in fog]", "A man. Ann"]),
        (Foreign(("<map/>",), "text/html"), []),
        (p(" "), []),
    ],
)
def test_block_as_lines(block: Any, lines: list[str]) -> None:
    assert text(block)[0].splitlines() == lines


def test_footnote_opens_with_its_mark() -> None:
    written, _ = text(p("Weight", Ref(("1",), "n1")), Note((p("At the gate."), p("Daily.")), id="n1"))

    assert written == "Weight[1]\n[1] At the gate.\nDaily.\n"


def test_columns_of_a_table_are_aligned() -> None:
    def row(*cells: str) -> Row:
        return Row(tuple(Cell((p(words),), align="end" if words[0].isdigit() else None) for words in cells))

    table = Table((row("Cars", "4"), row("Lorries", "12")), (row("Vehicle", "Crowns"),), caption=("Tolls",))

    assert text(table)[0].splitlines() == [
        "Tolls",
        "Vehicle  Crowns",
        "Cars          4",
        "Lorries      12",
    ]


def test_wide_characters_count_as_two_columns() -> None:
    table = Table((Row((Cell((p("東京"),)), Cell((p("a"),)))), Row((Cell((p("abcd"),)), Cell((p("b"),))))))

    assert text(table)[0].splitlines() == ["東京  a", "abcd  b"]


def test_spans_keep_their_places() -> None:
    rows = (
        Row((Cell((p("a"),), rowspan=2), Cell((p("wide wide"),), colspan=2))),
        Row((Cell((p("bb"),)), Cell((p("c"), p("d")), align="center"))),
        Row((Cell((p("a long line over everything"),), colspan=3),)),
    )

    assert text(Table(rows))[0].splitlines() == ["a  wide wide", "   bb  c d", "a long line over everything"]


def test_one_long_cell_does_not_push_a_table_apart() -> None:
    rows = (Row((Cell((p("a" * 300),)), Cell((p("b"),)))), Row((Cell((p("c"),)), Cell((p("d"),)))))

    first, second = text(Table(rows))[0].splitlines()
    assert first == "a" * 300 + "  b"
    assert second == "c" + " " * 101 + "d"


def test_spans_that_reach_nowhere_cost_nothing() -> None:
    cell = Cell((p("a"),), colspan=1000, rowspan=1000)

    assert text(Table((Row((cell,) * 500), Row((cell,) * 500))))[0].splitlines()[0] == "  ".join("a" * 500)


# ── Options ──


def test_blank_lines_part_blocks_but_not_the_lines_of_one() -> None:
    written, _ = text(p("a"), List((Item((p("b"),)), Item((p("c"),)))), options=TextOptions(blank_lines=True))

    assert written == "a\n\n- b\n- c\n"


def test_wrapped_lines_keep_every_word_and_the_width() -> None:
    words = "The bridge over Sample Bay is open again, eleven months after it closed."

    written, _ = text(p(words), Quote((p(words),)), options=TextOptions(wrap=24))

    lines = written.splitlines()
    assert max(map(len, lines)) <= 24
    assert " ".join(written.split()) == f"{words} {words}"
    assert lines[-1].startswith("    ")


def test_word_that_is_too_long_is_not_cut() -> None:
    assert text(p("a " + "b" * 30), options=TextOptions(wrap=20))[0] == f"a\n{'b' * 30}\n"


def test_no_break_space_is_no_place_to_break() -> None:
    assert text(p("aaaaaaaaaaaaaaaa 10\N{NO-BREAK SPACE}km"), options=TextOptions(wrap=20))[0].splitlines() == [
        "aaaaaaaaaaaaaaaa",
        "10\N{NO-BREAK SPACE}km",
    ]


def test_links_may_be_printed() -> None:
    options = TextOptions(links=True)

    assert text(p(Link(("a",), "https://example.com/")), options=options)[0] == "a <https://example.com/>\n"
    assert (
        text(p(Link(("https://example.com/",), "https://example.com/")), options=options)[0] == "https://example.com/\n"
    )
    assert text(p(Link(("a",), "#here")), options=options)[0] == "a\n"


@pytest.mark.parametrize("wrap", [-1, 1, 19])
def test_width_that_no_word_fits_is_refused(wrap: int) -> None:
    with pytest.raises(ValueError, match="at least 20"):
        TextOptions(wrap=wrap)


def test_no_option_has_the_name_of_one_of_the_text_reader() -> None:
    assert not set(field_names(TextOptions)) & set(field_names(ReaderOptions))


def test_record_names_the_writer() -> None:
    assert load(find_writer("text").function) is write

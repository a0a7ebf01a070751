"""The model refuses what must not exist, whoever builds it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter import model
from converter.core.values import Value
from converter.model.article import Article, Remark
from converter.model.block import Cell, Heading, Item, List, Note, Paragraph, Quote, Row, Table
from converter.model.checks import is_xml_text, matches
from converter.model.head import Entity, Head, Headline
from converter.model.inline import Char, Emphasis, LineBreak, Link, Quotation, Ref, Ruby, inlines
from converter.model.traversal import walk
from converter.model.words import has_words, paragraphs_in, plain_text
from tests.strategies import HEAD_KINDS, UNHOLDABLE, anything, articles, block_kinds, contents, inline_kinds

# ── Normal form ─────────────────────────────────────────────────────────────


@given(anything)
def test_inlines_of_a_text_are_that_text(text: str) -> None:
    content = inlines(text)

    assert plain_text(content) == text
    assert Paragraph(content).content == content


@given(anything, anything, contents())
def test_inlines_join_what_stands_side_by_side(before: str, after: str, content: model.Inlines) -> None:
    assert inlines(before, after) == inlines(before + after)
    assert inlines("", *content, "") == content


def test_inlines_refuse_a_lone_surrogate() -> None:
    with pytest.raises(ValueError, match=r"XML 1\.0 cannot hold"):
        inlines("\ud800")


@pytest.mark.parametrize(
    "content",
    [
        ("",),
        ("one", "two"),
        ("a\x00b",),
        ("\ud800",),
        ("\ufffe",),
        ["a list"],
        "a string",
        (None,),
        (b"bytes",),
        (Paragraph(()),),
        (("nested",),),
    ],
)
@pytest.mark.parametrize("kind", [Paragraph, Emphasis, Headline, Heading, Quotation, model.EdNote])
def test_content_in_another_than_normal_form_is_refused(kind: Callable[[object], Value], content: object) -> None:
    with pytest.raises(ValueError, match=r"\.content"):
        kind(content)


@pytest.mark.slow
def test_xml_text_is_what_xml_1_0_says() -> None:
    refused = [chr(code) for code in range(0x110000) if not is_xml_text(chr(code))]

    assert refused == [
        *UNHOLDABLE[:-2],
        *(chr(code) for code in range(0xD800, 0xE000)),
        *UNHOLDABLE[-2:],
    ]


@pytest.mark.parametrize("code", [0x9, 0xA, 0xD, 0x20, 0x41, 0x7F, 0xD800, 0x10FFFF, 0x1FFFE, -1, 0x110000])
def test_char_is_only_what_text_cannot_hold(code: int) -> None:
    with pytest.raises(ValueError, match=r"Char\.code"):
        Char(code)


# ── Fields ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "make",
    [
        lambda: Link((Emphasis((Link(("inner",), "#b"),)),), "#a"),
        lambda: Link((Ref(("1",), "b"),), "#a"),
        lambda: Ref((Link(("inner",), "#b"),), "a"),
        lambda: Link((Ruby(("base",), (Link(("inner",), "#b"),)),), "#a"),
    ],
)
def test_link_in_a_link_is_refused(make: Callable[[], Value]) -> None:
    with pytest.raises(ValueError, match="holds another link"):
        make()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Paragraph((), id="1st"),
        lambda: Paragraph((), id="a b"),
        lambda: Paragraph((), lang=""),
        lambda: Paragraph((), lang="gibberish"),
        lambda: Paragraph((), dir="up"),  # type: ignore[arg-type]
        lambda: Heading((), level=7),
        lambda: Heading((), level=True),
        lambda: Heading((), inferred=" rule"),
        lambda: Quotation((), quotation=0),
        lambda: Quote((Item(()),)),  # type: ignore[arg-type]
        lambda: Quote([Paragraph(())]),  # type: ignore[arg-type]
        lambda: List((Paragraph(()),)),  # type: ignore[arg-type]
        lambda: List((), start=-1),
        lambda: Table((Cell(()),)),  # type: ignore[arg-type]
        lambda: Cell((), rowspan=0),
        lambda: Cell((), colspan=1001),
        lambda: Cell((), scope="cell"),  # type: ignore[arg-type]
        lambda: model.MediaReference("a", sha256="3D" * 32),
        lambda: model.MediaReference("a\x00b"),
        lambda: model.MediaReference("a", size_bytes=-1),
        lambda: Note((), kind="joke"),  # type: ignore[arg-type]
        lambda: model.Furniture((), ""),
        lambda: model.Foreign((LineBreak(),), "text/html"),
        lambda: model.Foreign((), "text html  "),
        lambda: Headline((), kind="top"),  # type: ignore[arg-type]
        lambda: model.Dateline((), date="May 22"),
        lambda: model.Date("created", None),
        lambda: model.Date("created", "2024-02-30T25:00"),
        lambda: model.Date("created", "2024-5"),
        lambda: model.Date("created", "٢٠٢٤"),
        lambda: Article(version=10**18 + 1),
        lambda: Head(dateline=()),  # type: ignore[arg-type]
        lambda: Remark("code", facts=(("a",),)),  # type: ignore[arg-type]
        lambda: Remark("code", facts=((1, ""),)),  # type: ignore[arg-type]
        lambda: model.Date("created", "2024-05-22T18:30+1:00"),
        lambda: model.Urgency(0),
        lambda: model.Urgency(10),
        lambda: model.Party("x", "reader"),  # type: ignore[arg-type]
        lambda: model.Party("x", "source", uri="no scheme"),
        lambda: Entity("x", "person", uri="a:b c"),
        lambda: model.Revision(0),
        lambda: model.Property("two  spaces"),
        lambda: Head(headlines=(model.Byline(()),)),  # type: ignore[arg-type]
        lambda: Head(headlines=None),  # type: ignore[arg-type]
        lambda: Head(urgency=3),  # type: ignore[arg-type]
        lambda: Remark("code", facts=(("b", ""), ("a", ""))),
        lambda: Remark("two  spaces"),
        lambda: model.Provenance(sha256="short"),
        lambda: model.Provenance(charset=""),
        lambda: Article(guid="4711"),
        lambda: Article(version=0),
        lambda: Article(status="killed"),  # type: ignore[arg-type]
        lambda: Article((Emphasis(()),)),  # type: ignore[arg-type]
        lambda: Article(head=None),  # type: ignore[arg-type]
    ],
)
def test_field_with_a_value_of_another_kind_is_refused(make: Callable[[], Value]) -> None:
    with pytest.raises(ValueError, match=r"must be|needs|holds"):
        make()


@pytest.mark.parametrize(
    "date",
    [
        "2024",
        "2024-05",
        "2024-05-22",
        "2024-05-22T18:30",
        "2024-05-22T18:30:00.5Z",
        "2024-05-22T18:30+14:00",
        "--05-22",
    ],
)
def test_date_is_as_precise_as_it_is_known(date: str) -> None:
    assert model.Date("created", date).value == date


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has the day, by the standard library."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
@example(1900, 2, 29)
@example(2000, 2, 29)
@example(2024, 2, 29)
@example(0, 1, 1)
def test_date_is_a_day_that_there_is(year: int, month: int, day: int) -> None:
    value = f"{year:04}-{month:02}-{day:02}"

    assert matches("date", value) == matches("date", f"{value}T10:00Z") == is_day(year, month, day)
    assert matches("date", f"--{value[5:]}") == is_day(2024, month, day)


def test_id_that_stands_twice_is_refused_wherever_it_stands() -> None:
    deep = Quote((List((Item((Note((), id="a"),)),)),))

    with pytest.raises(ValueError, match="'a' stands twice"):
        Article((Paragraph((), id="a"), deep))
    with pytest.raises(ValueError, match="'a' stands twice"):
        Article((deep,), Head(entities=(Entity("x", "place", id="a"),)))
    with pytest.raises(ValueError, match="'a' stands twice"):
        Article((Table((), (Row((Cell((deep,)),)),)),), Head(abstract=model.Abstract((Paragraph((), id="a"),))))


# ── Walking ─────────────────────────────────────────────────────────────────


@pytest.mark.slow
@given(articles())
def test_walk_meets_every_text_of_inlines(article: Article) -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, Remark | model.Provenance):
            return []
        if isinstance(value, tuple):
            return [item for item in value if isinstance(item, str)] + [text for item in value for text in texts(item)]
        if isinstance(value, Value):
            return [text for field in type(value)._fields for text in texts(getattr(value, field))]
        return []

    walked = [text for text in walk(article) if isinstance(text, str)]

    for text in texts(article):
        walked.remove(text)


@pytest.mark.slow
@given(articles())
def test_values_are_all_that_walk_meets_by_their_classes(article: Article) -> None:
    met = list(walk((article.head, article.body)))

    assert model.values_in(article) == {
        kind: [value for value in met if type(value) is kind] for kind in set(map(type, met))
    }


def test_walk_follows_the_order_of_the_page() -> None:
    table = Table((Row((Cell((Paragraph(("body",)),)),)),), (Row(()),), (), ("caption",))
    quote = Quote((Paragraph(("words",)),), ("speaker",))
    article = Article((quote, table), Head(headlines=(Headline(("headline",)),)))

    assert plain_text(article) == "headlinewordsspeakercaptionbody"


@pytest.mark.parametrize(
    ("value", "has"),
    [
        ((), False),
        (" \n\N{NO-BREAK SPACE}", False),
        ((LineBreak(),), False),
        ((Char(11),), True),
        ((Ruby(("b",), ()),), True),
    ],
)
def test_what_has_words(value: object, has: bool) -> None:
    assert has_words(value) is has


@pytest.mark.parametrize(("kind", "value"), [("token", "a b"), ("absolute IRI", "tag:a"), ("id", "a")])
def test_no_shape_has_what_xml_cannot_hold(kind: str, value: str) -> None:
    assert matches(kind, value)
    for character in ("\x10", "\ud800", "\uffff"):
        assert not matches(kind, value + character)


def test_plain_text_keeps_line_breaks_and_characters() -> None:
    assert plain_text(Paragraph(("a", LineBreak(), Char(1), Ruby(("b",), ("c",))))) == "a\n\x01bc"


def test_paragraphs_of_the_story_are_those_of_quotes_and_lists_and_not_those_of_notes_and_furniture() -> None:
    def says(words: str) -> Paragraph:
        return Paragraph((words,))

    body = (
        says("one"),
        model.Furniture((says("Read More"),), "related"),
        Quote((says("two"), List((Item((says("three"),)),)))),
        Note((says("note"),)),
        says("four"),
    )

    assert [plain_text(paragraph) for paragraph in paragraphs_in(body)] == ["one", "two", "three", "four"]


def test_head_finds_the_first_of_a_kind() -> None:
    head = Head(
        headlines=(Headline(("deck",), kind="sub"), Headline(("one",)), Headline(("two",))),
        dates=(model.Date("created", "2024"),),
        parties=(model.Party("A", "source"), model.Party("B", "creator"), model.Party("C", "source")),
    )

    assert head.headline() == Headline(("one",))
    assert head.headline("kicker") is None
    assert head.date("created") == model.Date("created", "2024")
    assert head.date("published") is None
    assert [party.name for party in head.parties_in("source")] == ["A", "C"]


# ── The strategies are whole ────────────────────────────────────────────────


def test_strategies_draw_every_class_of_the_model() -> None:
    drawn = {*inline_kinds(1, True), *block_kinds(1), *HEAD_KINDS}
    drawn |= {Item, Row, Cell, model.MediaReference, Head, Remark, model.Provenance, Article}

    assert drawn == {
        kind
        for name, kind in vars(model).items()
        if isinstance(kind, type) and issubclass(kind, Value) and kind is not Value and name[0] != "_"
    }

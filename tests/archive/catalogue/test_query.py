"""What a person types is understood, or refused with its place; it never breaks anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.catalogue import facets
from converter.archive.catalogue.match import expression
from converter.archive.catalogue.query import (
    FIELDS,
    MOST_CHARACTERS,
    MOST_NESTED,
    MOST_TERMS,
    And,
    Facet,
    Node,
    Not,
    Or,
    Words,
    parse,
    positive_words,
)
from converter.archive.catalogue.words import TOKENIZER, Phrase, words_of
from converter.core.errors import UsageError
from tests import strategies

if TYPE_CHECKING:
    from collections.abc import Sequence

A, B, C = (Words(Phrase((word,))) for word in ("a1", "b1", "c1"))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a1", A),
        ("a1 b1", And((A, B))),
        ("a1 AND b1", And((A, B))),
        ("a1 b1 OR c1", Or((And((A, B)), C))),
        ("a1 (b1 OR c1)", And((A, Or((B, C))))),
        ("a1 NOT b1", And((A, Not(B)))),
        ("a1 -b1", And((A, Not(B)))),
        ("-a1", Not(A)),
        ("--a1", A),
        ("NOT (a1 b1)", Not(And((A, B)))),
        ('"a1 b1"', Words(Phrase(("a1", "b1")))),
        ("“a1 b1”", Words(Phrase(("a1", "b1")))),
        ("a1-b1", Words(Phrase(("a1", "b1")))),
        ("a1 – b1 & c1", And((A, B, C))),
        ("a1*", Words(Phrase(("a1",), True))),
        ('"b1 a1"*', Words(Phrase(("b1", "a1"), True))),
        ("10:30", Words(Phrase(("10", "30")))),
        ("title:a1", Words(Phrase(("a1",)), "title")),
        ("BYLINE:a1", Words(Phrase(("a1",)), "byline")),
        ("and or not", And(tuple(Words(Phrase((word,))) for word in ("and", "or", "not")))),
        ('"NOT"', Words(Phrase(("not",)))),
        ("*", Facet((facets.EVERY,))),
        ("lang:pt-BR", Facet((Phrase(("lptbr",)),))),
        ("status:withdrawn", Facet((Phrase(("swithheld",)), Phrase(("scanceled",))))),
        ('source:"The Wire"', Facet((Phrase(("othe", "owire")),))),
        ("subject:medtop:04000000", Facet((Phrase(("tmedtop", "t04000000")),))),
        ("date:2024-05", Facet((Phrase(("d202405",)),))),
        ("date:2024-05-14", Facet((Phrase(("d20240514",)),))),
        ("date:2024-11..2025", Facet((Phrase(("d202411",)), Phrase(("d202412",)), Phrase(("d2025",))))),
    ],
)
def test_query_is_this_tree(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "what", "character"),
    [
        ("", "there is nothing to look for", 1),
        (" \t – ", "there is nothing to look for", 1),
        ('a1 "b1', "this quotation mark is never closed", 4),
        ("a1 (b1", "this ( is never closed", 4),
        ("a1 b1)", "no ( stands before this )", 6),
        ("()", "nothing stands after (", 2),
        ("a1 OR", "nothing stands after OR", 6),
        ("OR a1", "nothing stands before OR", 1),
        ("a1 AND OR b1", "nothing stands after AND", 8),
        ("NOT", "nothing stands after NOT", 4),
        ("a*b", "a * stands only at the end of a word", 2),
        ("a1 colour:red", "no field 'colour'", 4),
        ("http://example.com", "no field 'http'", 1),
        ("title:!!", "'!!' has no letter or digit to look for", 1),
        ('a1 ""', "'' has no letter or digit to look for", 4),
        ("title:)", "no term after title:", 7),
        ("date:yesterday", "'yesterday' is no date", 1),
        ("date:2024-13", "'2024-13' is no date", 1),
        ("date:..", "'..' is no date", 1),
        ("date:2024*", "'2024' is no date", 1),
        ("date:2025..2024", "2024 lies before 2025", 1),
        ("lang:e_n", "'e_n' is no language tag", 1),
        ("status:dead", "no status 'dead'", 1),
        ("a1 \ud800", "this is no character", 4),
        ("(" * (MOST_NESTED + 1) + "a" + ")" * (MOST_NESTED + 1), f"more than {MOST_NESTED} parentheses or NOTs", 21),
        ("a " * (MOST_TERMS + 1), f"the query has more than {MOST_TERMS} terms", 2 * MOST_TERMS + 1),
        ("a" * (MOST_CHARACTERS + 1), f"the query is longer than {MOST_CHARACTERS:,} characters", MOST_CHARACTERS + 1),
    ],
)
def test_fault_has_its_place(query: str, what: str, character: int) -> None:
    with pytest.raises(UsageError) as caught:
        parse(query)

    assert caught.value.what.startswith(what)
    assert caught.value.where == f"query, character {character}"


@pytest.fixture(scope="module")
def fts() -> Iterator[sqlite3.Connection]:
    """Yield an index of nothing: what FTS5 makes of an expression does not depend on what is in it."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f'CREATE VIRTUAL TABLE fts USING fts5 (title, body, byline, facets, tokenize="{TOKENIZER}")')
    yield connection
    connection.close()


pieces = st.sampled_from(
    [
        "(",
        ")",
        '"',
        "OR",
        "AND",
        "NOT",
        "-",
        "*",
        "^",
        "+",
        ":",
        "{",
        "NEAR(",
        "a",
        "北",
        "ो",
        "\0",
        "'",
        "--",
        ";",
        " ",
    ]
) | st.sampled_from([f"{field}:" for field in FIELDS])
mixed = st.lists(pieces | strategies.words, max_size=20).map(" ".join) | st.lists(pieces).map("".join)


@given(strategies.anything | mixed)
def test_any_text_is_a_query_or_a_usage_error(fts: sqlite3.Connection, text: str) -> None:
    try:
        tree = parse(text)
    except UsageError:
        return

    fts.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (expression(tree),)).fetchall()


def test_deepest_and_longest_query_is_understood_by_fts5(fts: sqlite3.Connection) -> None:
    half = MOST_NESTED // 2
    deep = "a (b OR (" * half + "c" + "))" * half
    negative = "a NOT (b " * half + "c" + ")" * half
    long = " OR ".join(f'"a{n} b"' for n in range(MOST_TERMS))
    wide = "date:0001-02-03..9998-11-29"

    for query in (deep, negative, long, wide, f"NOT ({wide})"):
        fts.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (expression(parse(query)),)).fetchall()


# ── What the expression means, by an evaluation of the tree that is written anew ──

VOCABULARY = ("ant", "bee", "cat", "antler")
trees = st.recursive(
    st.builds(
        Words,
        st.builds(Phrase, st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=2).map(tuple), st.booleans()),
        st.sampled_from([None, "title", "body"]),
    ),
    lambda inner: (
        inner.map(Not)
        | st.lists(inner, min_size=2, max_size=3).map(lambda of: And(tuple(of)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda of: Or(tuple(of)))
    ),
    max_leaves=6,
)
documents = st.tuples(*[st.lists(st.sampled_from(VOCABULARY), max_size=4).map(" ".join)] * 2)


def holds(tree: Node, title: str, body: str) -> bool:
    """Return whether a document is what the tree asks for."""
    match tree:
        case Words(phrase, field):
            texts = {"title": [title], "body": [body], None: [title, body], "byline": [""]}[field]
            return any(stands(phrase, text.split()) for text in texts)
        case Not(of):
            return not holds(of, title, body)
        case And(of):
            return all(holds(each, title, body) for each in of)
        case Or(of):
            return any(holds(each, title, body) for each in of)
        case Facet():
            raise AssertionError


def stands(phrase: Phrase, words: Sequence[str]) -> bool:
    """Return whether the words follow each other somewhere."""
    *before, last = phrase.words
    return any(
        list(words[at : at + len(before)]) == before
        and at + len(before) < len(words)
        and (words[at + len(before)].startswith(last) if phrase.is_prefix else words[at + len(before)] == last)
        for at in range(len(words))
    )


@given(st.lists(documents, max_size=8), trees)
def test_expression_finds_what_the_tree_asks_for(written: list[tuple[str, str]], tree: Node) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f'CREATE VIRTUAL TABLE fts USING fts5 (title, body, byline, facets, tokenize="{TOKENIZER}")')
    connection.executemany("INSERT INTO fts VALUES (?, ?, '', 'x')", written)

    found = {row for (row,) in connection.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (expression(tree),))}
    connection.close()

    assert found == {row for row, document in enumerate(written, 1) if holds(tree, *document)}


def test_words_behind_a_not_are_neither_ranked_nor_marked() -> None:
    assert positive_words(parse("a1 (b1 OR -c1) NOT (a1 -b1) lang:en")) == (A, B)


days = st.dates(date(1600, 1, 1), date(2400, 12, 31))


@given(days, days)
def test_range_of_days_finds_exactly_those(one: date, other: date) -> None:
    first, last = sorted((one, other))
    phrases = {each.words[0] for each in facets.days(f"{first:%Y%m%d}", f"{last:%Y%m%d}")}

    def is_found(day: date) -> bool:
        return not phrases.isdisjoint(facets.words(day.isoformat(), None, "usable", (), ()).split())

    assert is_found(first)
    assert is_found(last)
    assert not is_found(first - timedelta(1))
    assert not is_found(last + timedelta(1))
    assert is_found(first + (last - first) / 2)
    assert len(phrases) < 150


def test_date_that_says_less_is_found_when_all_of_it_lies_in_the_range() -> None:
    may = set(facets.words("2024-05", None, "usable", (), ()).split())
    ranges = {
        query: not may.isdisjoint(each.words[0] for each in tree.phrases)
        for query in ("2024", "2024-05", "2024-05-14", "2024-05-01..2024-05-30", "2024-04-30..2024-06", "..2024-05")
        if isinstance(tree := parse(f"date:{query}"), Facet)
    }

    assert [query for query, found in ranges.items() if found] == [
        "2024",
        "2024-05",
        "2024-04-30..2024-06",
        "..2024-05",
    ]


def test_facet_words_of_one_kind_are_never_taken_for_another() -> None:
    made = facets.words("2024-05-14", "en-GB", "usable", ["usable 2024"], ["en"]).split()

    assert made == [
        *("x", "susable", "d2", "d20", "d202", "d2024", "d202405", "d20240514", "len", "lengb"),
        *("ousable", "o2024", "x", "ten", "x"),
    ]
    assert list(words_of(" ".join(made))) == made

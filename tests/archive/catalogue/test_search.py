"""What is found, in which order, counted how, and what of it is shown."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.archive.catalogue import search as searching
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.catalogue.query import parse, positive_words
from converter.archive.catalogue.snippets import CUT, WIDTH, marks_in, snippet
from converter.archive.catalogue.words import words_of
from converter.core.errors import UsageError
from converter.model.article import Article
from converter.model.block import Furniture, Paragraph
from converter.model.head import Abstract, Head
from tests import strategies
from tests.archive.catalogue import corpus
from tests.archive.catalogue.shelf import NOW, SPORT, ids, made, new_store, put, search

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.archive.catalogue.corpus import Tongue

DESK = (
    made("ferry", "The ferry to the islands sails again.", "Ferry returns", date="2024-05-14", source="Northern Wire"),
    made("bridge", "The bridge is open, and no ferry is needed.", "Bridge opens", date="2024-05-02", lang="en-GB"),
    made("cup", "The cup final was won in a ferry terminal.", "Cup final", date="2023-12-31", subject=SPORT, lang="en"),
    made("pont", "Le pont est ouvert.", "Le pont rouvre", date="2024", byline="Par Zoé Émery", lang="fr"),
    made("gone", "The ferry that never was.", "Ferry sunk", date="2024-05-20", status="canceled"),
    made("soon", "A ferry is to be named.", "Ferry named", date="2025-05-30", embargo="2025-07-01T06:00:00Z"),
    made("late", "No ferry until further notice.", "", embargo="2025-01-01T06:00:00Z"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Return the catalogue of the stories above."""
    store = new_store(tmp_path_factory.mktemp("desk"))
    for article in DESK:
        put(store, article)
    with Catalogue.open(store) as catalogue:
        yield catalogue


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["ferry", "bridge", "cup", "late"]),
        ("FERRY terminal", ["cup"]),
        ('"ferry to the islands"', ["ferry"]),
        ('"islands to the ferry"', []),
        ("ferr*", ["ferry", "bridge", "cup", "late"]),
        ("title:ferry", ["ferry"]),
        ("byline:emery", ["pont"]),
        ("body:ferry -bridge", ["ferry", "cup", "late"]),
        ("(pont OR cup) NOT final", ["pont"]),
        ("-ferry", ["pont"]),
        ("source:wire", ["ferry"]),
        ("source:north*", ["ferry"]),
        ("lang:en", ["bridge", "cup"]),
        ("lang:en-GB", ["bridge"]),
        ("subject:games", ["cup"]),
        ('subject:"sport and games"', ["cup"]),
        ("subject:medtop:15000000", ["cup"]),
        ("date:2024", ["ferry", "bridge", "pont"]),
        ("date:2024-05", ["ferry", "bridge"]),
        ("date:2024-05-03..", ["ferry"]),
        ("date:2023-12-31..2024-05-02", ["bridge", "cup"]),
        ("ferry date:2024-05 source:wire", ["ferry"]),
        ("ferry (date:2023 OR source:wire)", ["ferry", "cup"]),
        ("status:withdrawn", []),
        ("d202405", []),
        ("susable", []),
    ],
)
def test_query_finds_these(desk: Catalogue, query: str, found: list[str]) -> None:
    assert sorted(ids(desk, query)) == sorted(found)


def test_headline_counts_for_more_than_the_text(desk: Catalogue) -> None:
    assert ids(desk, "ferry")[0] == "ferry"
    assert ids(desk, "bridge OR cup OR terminal OR needed")[:2] in (["bridge", "cup"], ["cup", "bridge"])


def test_newest_come_first_by_date_and_where_nothing_is_ranked(desk: Catalogue) -> None:
    assert ids(desk, "ferry", sort="date")[:3] == ["late", "ferry", "bridge"]  # It has no date, and was put in 2025.
    assert ids(desk, "date:2023..2024", sort="rank") == ["ferry", "bridge", "pont", "cup"]


def test_withdrawn_and_embargoed_stories_are_hidden_until_asked_for_and_counted(desk: Catalogue) -> None:
    plain = search(desk, "ferry")
    both = search(desk, "ferry", withdrawn=True, embargoed=True)

    assert (plain.total, plain.hidden) == (4, 2)
    assert (both.total, both.hidden) == (6, 0)
    assert set(ids(desk, "ferry", withdrawn=True)) - set(ids(desk, "ferry")) == {"gone"}
    assert set(ids(desk, "ferry", embargoed=True)) - set(ids(desk, "ferry")) == {"soon"}
    assert [hit.id for hit in both.hits if hit.is_embargoed] == ["urn:test:soon"]
    assert {hit.id: hit.status for hit in both.hits}["urn:test:gone"] == "canceled"


@pytest.mark.parametrize(
    ("now", "is_shown"),
    [("2025-07-01T05:59:59Z", False), ("2025-07-01T06:00:00Z", True), ("2025-07-01T07:59:59+02:00", False)],
)
def test_embargo_ends_at_its_moment(desk: Catalogue, now: str, is_shown: bool) -> None:
    assert bool(desk.search("named", now=now).hits) == is_shown


def test_story_under_embargo_until_further_notice_or_without_a_year_stays_hidden(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    put(store, made("never", "quay", embargo=None))
    put(store, made("may", "quay", embargo="--05-22"))
    put(store, made("day", "quay", embargo="2025-06-01"))

    with Catalogue.open(store) as catalogue:
        assert catalogue.search("quay", now="2025-06-02T11:59:59Z").total == 0  # It is still the first, west of Samoa.
        assert [hit.id for hit in catalogue.search("quay", now="2025-06-02T12:00:00Z").hits] == ["urn:test:day"]
        assert catalogue.search("quay", now="9999-12-31T23:59:59Z").hidden == 2


def test_facets_count_every_story_that_is_shown(desk: Catalogue) -> None:
    facets = search(desk, "*", facets=True, limit=1).facets

    assert dict(facets["month"]) == {"2024-05": 2, "2023-12": 1}
    assert dict(facets["lang"]) == {"en-GB": 1, "en": 1, "fr": 1}
    assert facets["source"] == (("Northern Wire", 1),)
    assert facets["status"] == (("usable", 5),)
    assert facets["subject"] == (("sport and games", 1),)
    assert search(desk, "*").facets == {}


def test_pages_follow_each_other(desk: Catalogue) -> None:
    whole = ids(desk, "ferry OR bridge OR pont")

    paged = [id for offset in range(0, 6, 2) for id in ids(desk, "ferry OR bridge OR pont", limit=2, offset=offset)]

    assert paged == whole
    assert search(desk, "ferry", limit=0).total == 4
    assert search(desk, "ferry", offset=100).total == 4


def test_only_the_newest_are_ranked_and_all_are_counted(desk: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_RANKED", 2)

    results = search(desk, "ferry", limit=2)

    assert sorted(hit.id for hit in results.hits) == ["urn:test:ferry", "urn:test:late"]
    assert results.total == 4
    with pytest.raises(UsageError, match="no more than 2 stories are ranked"):
        search(desk, "ferry", limit=3)
    assert len(search(desk, "ferry", limit=3, sort="date").hits) == 3


@pytest.mark.parametrize(
    "options",
    [{"limit": -1}, {"offset": -1}, {"limit": 10**30}, {"sort": "size"}, {"now": "2025-01-01"}, {"now": "--05-22"}],
)
def test_numbers_and_times_that_make_no_sense_are_refused(desk: Catalogue, options: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        desk.search("ferry", **{"now": NOW, **options})  # type: ignore[arg-type]


# ── In every script ─────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, dict[str, Article]]]:
    """Return a catalogue with two stories of each tongue, and the stories by their ids."""
    store = new_store(tmp_path_factory.mktemp("library"))
    stories: dict[str, Article] = {}
    for number, tongue in enumerate((*corpus.TONGUES, *corpus.TONGUES)):
        article = corpus.story(number, tongue=tongue, paragraphs=3).replace(status="usable")
        article = article.replace(head=article.head.replace(dates=()))
        assert article.guid is not None
        stories[article.guid] = article
        put(store, article)
    with Catalogue.open(store) as catalogue:
        yield catalogue, stories


def text_of(article: Article) -> str:
    """Return the words of the first paragraph."""
    (text,) = article.body[0].content  # type: ignore[union-attr]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("tongue", corpus.TONGUES, ids=lambda tongue: tongue.lang)
def test_each_word_of_a_story_finds_it_and_is_marked(
    library: tuple[Catalogue, dict[str, Article]], tongue: Tongue
) -> None:
    catalogue, stories = library
    drawn = random.Random(tongue.lang)
    own = [article for article in stories.values() if article.lang == tongue.lang]
    for article in own:
        text = text_of(article).rstrip(".")
        for _ in range(6):
            if tongue.is_spaced:
                typed = drawn.choice(text.split())
                typed = drawn.choice((typed, typed.upper()))
            else:
                start = drawn.randrange(len(text))
                typed = text[start : start + drawn.randint(1, 4)]
            results = search(catalogue, f'"{typed}"', limit=100)

            hit = next((hit for hit in results.hits if hit.id == article.guid), None)
            assert hit is not None, typed
            assert hit.snippet is not None
            marked = [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
            assert any(words_of(typed)[0][:1] == words_of(each)[0][:1] for each in marked), (typed, hit.snippet)


# ── Snippets ────────────────────────────────────────────────────────────────


def marked(article: Article, query: str) -> str:
    """Return the snippet with its marks in brackets."""
    found = snippet(article, positive_words(parse(query)))
    text, at = "", 0
    for start, end in found.marks:
        text += f"{found.text[at:start]}[{found.text[start:end]}]"
        at = end
    return text + found.text[at:]


def test_snippet_is_the_piece_with_the_most_of_the_words() -> None:
    article = Article((Paragraph(("One ferry.",)), Paragraph((f"{'far ' * 100}a ferry and a bridge{' off' * 100}",))))

    shown = marked(article, "ferry bridge")

    assert "a [ferry] and a [bridge]" in shown
    assert shown.startswith(CUT)
    assert shown.endswith(CUT)
    assert len(shown) <= WIDTH + len("[][]") + 2 * len(CUT)


def test_snippet_marks_phrases_whole_and_beginnings_too() -> None:
    article = Article((Paragraph(("Das Straßenfest in 北京大学 am Ufer.",)),))

    assert marked(article, '"am ufer" strasse* 大学') == "Das [Straßenfest] in 北京[大学] [am Ufer]."
    assert marked(article, "北") == "Das Straßenfest in [北]京大学 am Ufer."


def test_snippet_of_a_story_without_the_words_is_how_it_begins() -> None:
    article = Article((Furniture((Paragraph(("Read More",)),), kind="related"), Paragraph(("It is open.",))))

    assert marked(article, "title:ferry") == "It is open."
    assert marked(Article(), "ferry") == ""
    assert marked(Article(head=Head(abstract=Abstract((Paragraph(("In short.",)),)))), "ferry") == "In short."


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15)
@given(strategies.articles(), st.sampled_from(["a", "a* OR b* OR 0*", '"a b" OR c', "北 OR é"]))
def test_marks_lie_in_the_snippet_in_order(article: Article, query: str) -> None:
    found = snippet(article, positive_words(parse(query)))

    ends = [place for mark in found.marks for place in mark]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert len(found.text) <= WIDTH + 2 * len(CUT)


def test_marks_that_overlap_are_one() -> None:
    assert marks_in("a b c d", positive_words(parse('"a b" OR "b c" OR d'))) == ((0, 5), (6, 7))

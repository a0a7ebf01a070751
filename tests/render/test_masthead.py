"""The imprint: what every printed format says around the story."""

from __future__ import annotations

import pytest

from converter.model.article import Article, Provenance
from converter.model.block import Paragraph
from converter.model.head import Byline, Date, Head, Headline, Party
from converter.render import masthead
from tests.articles import full_article

BARE = Article((Paragraph(("A story.",)),))


def with_date(value: str | None, kind: str = "published", lang: str | None = "en") -> Article:
    """Return an article with one date."""
    return Article(head=Head(dates=(Date(kind=kind, value=value),)), lang=lang)  # type: ignore[arg-type]


def test_bare_story_has_nothing_but_what_it_lacks() -> None:
    assert (masthead.provider(BARE), masthead.day(BARE), masthead.running_title(BARE), masthead.identity(BARE)) == (
        "",
    ) * 4
    assert masthead.warnings(BARE) == []
    assert masthead.origin(BARE) == "No headline, author or date in the source."


def test_origin_is_the_address_before_the_file() -> None:
    article = full_article().replace(guid="https://example.com/bridge")

    assert masthead.origin(article) == "Source: example.com/bridge."
    assert masthead.origin(full_article()) == "From harbour-bridge.html."
    one = Article(
        head=Head(bylines=(Byline(("A",)),), headlines=(Headline(("B",)),)), provenance=Provenance(name="a.txt")
    )
    assert masthead.origin(one) == "From a.txt. No date in the source."


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        ("2024-05-22T10:00Z", "en", "Wednesday 22 May 2024"),
        ("2024-05-22", "de", "Mittwoch, 22. Mai 2024"),
        ("2024-05", "en", "May 2024"),
        ("2024", "en", "2024"),
        ("--05-22", "en", "--05-22"),
        ("2024-05-22", None, "2024-05-22"),
        ("2000-02-29", "fr", "mardi 29 février 2000"),
    ],
)
def test_day_is_as_precise_as_the_article(value: str, lang: str | None, shown: str) -> None:
    assert masthead.day(with_date(value, lang=lang), weekday=True) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2024-05-22T18:00:00Z", "Embargoed until 22 May 2024, 18:00 UTC"),
        ("2024-05-22T18:00:30+01:00", "Embargoed until 22 May 2024, 18:00:30 UTC+01:00"),
        ("2024-05-22T18:00", "Embargoed until 22 May 2024, 18:00"),
        ("2024-05-22", "Embargoed until 22 May 2024"),
        (None, "Embargoed until further notice"),
    ],
)
def test_embargo_is_said_to_the_minute(value: str | None, shown: str) -> None:
    assert masthead.warnings(with_date(value, "embargoed", "nb")) == [shown]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Ann Example and Bo Sample in Oslo", ["Ann Example", "Bo Sample"]),
        ("Von Eva Muster, Berlin", ["Eva Muster"]),
        ("Staff writers", []),
    ],
)
def test_names_of_a_byline_are_found(words: str, names: list[str]) -> None:
    article = Article(head=Head(parties=(Party("Ann Example", "creator"), Party("Bo Sample", "contributor"))))

    assert [words[start:stop] for start, stop in masthead.name_spans(article, words)] == names

"""Metadata: what the caller gives stands, says who gave it, and what it replaces is kept."""

from __future__ import annotations

import pytest

from converter.conversion.metadata import is_known, known_keys, require_fitting, with_metadata, with_sidecar
from converter.core.errors import UnreadableInput, UsageError
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.head import Byline, Date, Head, Headline, Party, Property, Urgency
from converter.model.words import plain_text

SAYS = Article(head=Head(headlines=(Headline(("Old",)), Headline(("Below",), "sub")), bylines=(Byline(("By A",)),)))
VALUES = {
    "urgency": "3",
    "version": "2",
    "lang": "sw",
    "dir": "rtl",
    "status": "withheld",
    "guid": "urn:x:1",
    "authority": "example.com,2024",
    "version_created": "2024-05-23T00:00:00Z",
    "first_created": "2024-05-23T00:00:00Z",
    **{f"date.{kind}": "2024-05" for kind in ("created", "published", "modified", "embargoed")},
}


def given(article: Article, *items: tuple[str, str]) -> tuple[Article, list[str]]:
    """Return the article with the items of `--meta`, and the codes of the notices."""
    context = Context(Source("a.txt"))
    return with_metadata(article, items, "meta", context), [notice.code for notice in context.notices]


@pytest.mark.parametrize("key", known_keys())
def test_every_key_takes_a_value_and_changes_the_article_or_is_a_fact_of_the_record(key: str) -> None:
    article, codes = given(Article(), (key, VALUES.get(key, "words")))

    is_of_record = key in ("guid", "authority", "version_created", "first_created")
    assert (article == Article()) is is_of_record
    assert codes == []


def test_given_headline_replaces_and_keeps_the_old_one() -> None:
    article, codes = given(SAYS, ("headline", "New"))

    main = article.head.headline()
    assert main is not None
    assert (plain_text(main), main.given) == ("New", "meta")
    assert [headline.kind for headline in article.head.headlines] == ["sub", "main"]
    assert article.head.properties == (Property("replaced:headline", ("Old",)),)
    assert codes == ["value-replaced"]


@pytest.mark.parametrize("text", ["", "until further notice"])
def test_embargo_may_last_until_further_notice(text: str) -> None:
    article, _ = given(Article(), ("date.embargoed", text))

    assert article.head.dates == (Date("embargoed", None, given="meta"),)


def test_several_values_fill_a_list_in_order() -> None:
    article, _ = given(Article(), ("byline", "A"), ("keyword", "x"), ("byline", "B"))

    assert [plain_text(line) for line in article.head.bylines] == ["A", "B"]


def test_last_of_several_values_stands_where_there_is_one_only() -> None:
    article, _ = given(Article(), ("lang", "en"), ("lang", "fr"), ("slug", "a"), ("slug", "b"))

    assert article.lang == "fr"
    assert article.head.slug is not None
    assert article.head.slug.text == "b"


def test_party_may_have_an_address_and_a_subject_a_code() -> None:
    article, _ = given(
        Article(), ("provider", "Harbour News <https://example.com/>"), ("subject", "medtop:11000000 politics")
    )

    (party,) = article.head.parties
    (subject,) = article.head.subjects
    assert party == Party("Harbour News", "provider", uri="https://example.com/", given="meta")
    assert (subject.name, subject.code, subject.scheme) == ("politics", "11000000", "medtop")


def test_property_of_any_name_is_kept() -> None:
    article, _ = given(Article(), ("property.desk", "Night"))

    assert article.head.properties == (Property("desk", ("Night",), given="meta"),)
    assert not is_known("property.")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("urgency", "high"),
        ("urgency", "12"),
        ("version", "0"),
        ("dir", "up"),
        ("status", "gone"),
        ("lang", "english"),
    ],
)
def test_value_that_its_field_refuses_names_the_key(key: str, text: str) -> None:
    with pytest.raises(UsageError, match=rf"^meta\['{key}'\]: "):
        require_fitting([(key, text)])


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("version", "9" * 5000, "9 is not within 1 to 1,000,000,000,000,000,000"),
        ("version", "1000000000000000001", "1000000000000000001 is not within 1 to 1,000,000,000,000,000,000"),
        ("version", "", "'' is no whole number"),
        ("version", "-1", "'-1' is no whole number"),
        ("urgency", "10", "10 is not within 1 to 9"),
        ("guid", "", "is empty; leave it out"),
        ("authority", "", "is empty; leave it out"),
    ],
)
def test_value_out_of_bounds_says_them(key: str, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        require_fitting([(key, text)])


def test_version_may_be_as_large_as_an_article_takes_it() -> None:
    article, _ = given(Article(), ("version", "001000000000000000000"))

    assert article.version == 10**18


@pytest.mark.parametrize(
    ("article", "key"),
    [
        (Article(lang="en"), "lang"),
        (Article(dir="rtl"), "dir"),
        (Article(head=Head(urgency=Urgency(3))), "urgency"),
        (Article(head=Head(dates=(Date("published", "2024"),))), "date.published"),
    ],
)
def test_empty_value_takes_away_what_no_empty_one_can_stand_for(article: Article, key: str) -> None:
    article, _ = given(article, (key, ""))

    assert article.replace(head=article.head.replace(properties=())) == Article()


def test_unknown_key_lists_all() -> None:
    with pytest.raises(UsageError, match=r"no metadata field 'x' \(there are: byline, .*; property\.NAME keeps"):
        require_fitting([("x", "x")])


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("headlin", "headline"),
        ("title", "headline"),
        ("Author", "byline or creator"),
        ("date", "date.published"),
        ("published", "date.published"),
        ("embargo", "date.embargoed"),
        ("keywords", "keyword"),
    ],
)
def test_key_by_another_name_is_told_its_own(name: str, meant: str) -> None:
    with pytest.raises(UsageError, match=rf"'{name}' \(did you mean {meant}( or [a-z.]+)*\? there are: "):
        require_fitting([(name, "x")])


def test_unknown_key_of_a_sidecar_becomes_a_property_with_a_notice() -> None:
    context = Context(Source("a.txt"))

    article = with_sidecar(Article(), [("my key", "x")], context)

    assert article.head.properties == (Property("sidecar:my_key", ("x",), given="sidecar"),)
    assert [notice.code for notice in context.notices] == ["sidecar-key-unknown"]


def test_bad_value_of_a_sidecar_is_a_fault_of_the_input() -> None:
    with pytest.raises(UnreadableInput, match=r"^sidecar date\.published: "):
        with_sidecar(Article(), [("date.published", "soon")], Context(Source("a.txt")))


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("date.published", "tomorrow", r"^sidecar date\.published: must be a date, such as .*; it is 'tomorrow'$"),
        ("status", "gone", r"^sidecar status: must be one of usable, withheld, canceled, not 'gone'$"),
        ("dir", "up", r"^sidecar dir: must be one of ltr, rtl, not 'up'$"),
    ],
)
def test_refusal_names_the_field_as_it_was_typed(key: str, value: str, line: str) -> None:
    with pytest.raises(UnreadableInput, match=line):
        with_sidecar(Article(), [(key, value)], Context(Source("")))

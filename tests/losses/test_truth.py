"""What a writer declares of its losses is so: nothing is lost without a notice, and no notice tells of what is kept."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from converter.formats.losses import declared, every_part, note_losses, part
from converter.formats.own import WRITERS
from converter.formats.records import Context, Source, WriterRecord
from converter.formats.registry import find_writer, load
from converter.model.article import Article
from converter.model.block import Paragraph
from tests.losses.cases import odd_articles, rich_article
from tests.losses.parts import every_value, has, without
from tests.losses.truth import Claims, lies, parts, written
from tests.strategies import articles
from tests.tree import ROOT

each_writer = pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])


def derived(article: Article, writer: WriterRecord) -> Context:
    context = Context(Source("story.txt"))
    note_losses(article, writer, context)
    return context


def test_rich_article_has_every_part() -> None:
    rich = rich_article()

    assert [name for name in parts() if not has(rich, name)] == []


@each_writer
def test_what_is_declared_is_a_part_of_the_model(writer: WriterRecord) -> None:
    names = [name for loss in declared(writer) for name in loss.parts]

    assert [name for name in names if part(name).field in ("inferred", "given", "rule")] == []
    assert all(loss.code or loss.how == "inside" for loss in declared(writer))
    assert all(loss.into or loss.how != "folded" for loss in declared(writer))


@each_writer
def test_no_part_is_declared_twice(writer: WriterRecord) -> None:
    always = Counter(name for loss in declared(writer) if not loss.when for name in loss.parts)

    assert [name for name, count in always.items() if count > 1] == []


@each_writer
def test_what_is_declared_lost_changes_nothing_when_it_is_missing(writer: WriterRecord) -> None:
    rich = rich_article()
    poorer = without(rich, *Claims(writer).gone(), unwrap=True)

    assert written(poorer, writer)[0] == written(rich, writer)[0]


@each_writer
def test_each_loss_is_noticed_if_and_only_if_the_article_has_the_part(writer: WriterRecord) -> None:
    rich = rich_article()
    always = [loss for loss in declared(writer) if loss.code and not (loss.when or loss.each)]

    said = [(notice.code, dict(notice.facts).get("what")) for notice in derived(rich, writer).notices]
    poorer = without(rich, *(name for loss in always for name in loss.parts if part(name).field or part(name).kind))
    poorer = without(poorer, *(name for loss in always for name in loss.parts if not part(name).field))

    assert [code for code, _ in said] == [loss.code for loss in always]
    assert {what for _, what in said} - {None} <= {", ".join(loss.parts) for loss in always}
    notices = derived(poorer, writer).notices
    again = [name for notice in notices for name in dict(notice.facts).get("what", "Nothing").split(", ")]
    assert [name for name in again if not has(poorer, name)] == []
    assert len(again) <= 2  # What no value can be without.


@each_writer
def test_every_notice_of_a_loss_is_declared_and_every_declaration_has_its_case(writer: WriterRecord) -> None:
    own = [loss for loss in declared(writer) if loss.when or loss.each]
    notices = [
        notice
        for article, options in odd_articles(writer.name)
        for notice in written(article, writer, options)[1]
        if notice.kind == "loss"
    ]

    assert [notice for notice in notices if not any(loss.says(notice) for loss in own)] == []
    for loss in own:
        fields = {dict(notice.facts).get("field", loss.parts[0]) for notice in notices if notice.code == loss.code}
        unseen = [name for name in loss.parts if name not in fields] if loss.code in _NAMED else []
        assert fields, f"no case gives {loss.code}: {loss.parts} {loss.when}"
        assert unseen == [], f"no case gives {loss.code} for these"


_NAMED = ("value-not-carried", "value-folded", "values-joined")


@pytest.mark.slow
@each_writer
def test_every_part_is_what_it_is_declared_to_be(writer: WriterRecord) -> None:
    assert lies(writer) == []


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=articles())
def test_any_article_gives_only_notices_that_are_declared(article: Article) -> None:
    article = article.replace(
        guid="tag:example.com,2024:any", status="usable", body=(Paragraph(("Rain.",)), *article.body)
    )
    for writer in WRITERS:
        if writer.name == "pdf":
            continue  # It would shape a font for every script of Unicode.
        own = [loss for loss in declared(writer) if loss.when or loss.each]

        _, notices = written(article, writer)

        unknown = [one for one in notices if one.kind == "loss" and not any(loss.says(one) for loss in own)]
        assert unknown == [], writer.name
        # Pages may move by a hair where an unseen block was; Markdown has odd tables as HTML, with all in them.
        if writer.name not in ("text", "newsml", "nitf", "ninjs"):
            continue
        gone = [name for name in Claims(writer).gone() if not name.startswith("Article.")]
        story = without(article, "Furniture")  # Which is carried as words, with all in it, or not at all.
        output, _ = written(story, writer)
        if not output.startswith(b"refused"):
            assert written(without(story, *gone, unwrap=True), writer)[0] == output, writer.name


def test_part_that_the_model_has_not_is_refused() -> None:
    for name in ("Video", "Slug.colour", "Slug.main", "Rights.usage.lang.more", "read_text"):
        with pytest.raises(ValueError, match="the model has no part"):
            part(name)


def test_every_class_of_the_full_article_is_a_part() -> None:
    classes = {type(value).__name__ for value in every_value(rich_article())}

    assert classes - {name for name in every_part() if "." not in name} == {"Article", "Head"}


def test_declaration_of_the_worked_example_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "plugin"))
    writer: WriterRecord = load("converter_gemtext:WRITER")

    assert lies(writer) == []


@pytest.mark.parametrize("name", ["html", "epub"])
def test_what_is_inside_is_lost_where_nothing_is_inside(name: str) -> None:
    writer = find_writer(name)
    options = load(writer.options)
    whole, bare = Context(Source("story.txt")), Context(Source("story.txt"))

    note_losses(rich_article(), writer, whole, options())
    note_losses(rich_article(), writer, bare, options(canonical=False))

    (inside,) = (loss for loss in declared(writer) if loss.how == "inside")
    (more,) = set(bare.notices) - set(whole.notices)
    assert (more.code, dict(more.facts)["what"]) == ("not-carried", ", ".join(inside.parts))

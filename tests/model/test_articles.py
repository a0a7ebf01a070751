"""The full article is full: what the model has and it lacks would pass through no writer and no judge."""

from __future__ import annotations

from converter.core.values import Value, field_names
from converter.model import article, block, head, inline
from converter.model.article import Article
from converter.model.traversal import walk
from tests.articles import full_article


def test_full_article_holds_every_class_of_the_model() -> None:
    kinds = {
        kind
        for module in (article, block, head, inline)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, Value) and kind.__module__ == module.__name__
        if not name.startswith(("_", "Base"))
    }

    assert {kind.__name__ for kind in kinds - {type(value) for value in every_value(full_article())}} == set()


def test_full_article_gives_every_field_a_value_somewhere() -> None:
    filled = {
        (type(value).__name__, field)
        for value in every_value(full_article())
        for field in field_names(type(value))
        if getattr(value, field) not in (None, ())
    }
    fields = {
        (type(value).__name__, field) for value in every_value(full_article()) for field in field_names(type(value))
    }
    # Shared by all: enough that one block and one statement have them.
    shared = {"id", "lang", "dir", "inferred", "given"}

    assert {(kind, field) for kind, field in fields - filled if field not in shared} == set()
    assert shared <= {field for _, field in filled}


def every_value(value: object) -> list[Value]:
    """Return all values in ``value``, those that hold no words too, which `walk` does not enter."""
    if isinstance(value, tuple):
        return [inner for item in value for inner in every_value(item)]
    if isinstance(value, Value):
        return [value, *(inner for field in field_names(type(value)) for inner in every_value(getattr(value, field)))]
    return []


def test_every_word_of_the_full_article_is_walked() -> None:
    full = full_article()

    words = [text for text in walk(full) if isinstance(text, str)]

    assert isinstance(full, Article)
    assert "Read More" in words
    assert "Weight is measured at the gate." in words

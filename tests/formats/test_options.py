"""Options: a setting's text becomes a value by the annotation of its field."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal, Optional

import pytest

from converter.core.errors import UsageError
from converter.core.values import Value
from converter.formats.options import describe, kind_of, parse
from converter.formats.own import READERS, WRITERS
from converter.formats.records import File
from converter.formats.registry import load

if TYPE_CHECKING:
    from converter.formats.records import Length


class Sheet(Value):
    """Options of every kind."""

    words: str = ""
    """Any words,
    on two lines."""
    count: int = 1
    share: float = 0.5
    flag: bool = False
    margin: Length = 36.0
    paper: Literal["a4", "letter"] = "a4"
    logo: File | None = None
    fonts: tuple[str, ...] = ()
    edges: tuple[Length, ...] | None = None

    def _check(self) -> None:
        if self.count > 9:
            raise ValueError("count must be at most 9")


class Wrong(Value):
    """Options that no text can give."""

    table: dict[str, str]


class Unquoted(Value):
    """Options of a module that does not say `from __future__ import annotations`."""

    __annotations__ = {
        "words": str,
        "logo": File | None,
        "fonts": tuple[str, ...],
        "paper": Literal["a4", "letter"],
        "papers": tuple[Literal["a4", "letter"], ...],
        "end": Optional[int],  # noqa: UP045
        "typed": "typing.Literal['a']",
    }


def parsed(*settings: tuple[str, str]) -> Any:
    """Return the options with these settings."""
    return parse(Sheet, settings, lambda name: name.encode(), "sheet")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("words", " any = thing ", " any = thing "),
        ("count", "-3", -3),
        ("share", "1.25", 1.25),
        ("share", "2", 2.0),
        ("flag", "YES", True),
        ("flag", "0", False),
        ("paper", "letter", "letter"),
        ("logo", "a.png", File("a.png", b"a.png")),
        ("logo", "", None),
    ],
)
def test_text_becomes_a_value(field: str, text: str, value: object) -> None:
    assert getattr(parsed((field, text)), field) == value


@pytest.mark.parametrize(("text", "points"), [("36pt", 36), ("1in", 72), ("25.4 mm", 72), ("2.54cm", 72)])
def test_length_is_in_points(text: str, points: float) -> None:
    assert math.isclose(parsed(("margin", text)).margin, points)


def test_field_of_many_values_collects_them() -> None:
    assert parsed(("fonts", "A"), ("fonts", "B, C")).fonts == ("A", "B, C")


def test_last_setting_of_a_field_stands() -> None:
    assert parsed(("count", "1"), ("count", "2")).count == 2


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("count", "1.5", r"sheet.count'\]: '1.5' is not a whole number"),
        ("count", "٣", "is not a whole number"),
        ("count", "9" * 30, "is not a whole number"),
        ("share", "nan", "is not a number"),
        ("share", "1e9", "is not a number"),
        ("flag", "maybe", "is not yes or no"),
        ("margin", "12", "is not a length"),
        ("margin", "-1mm", "is not a length"),
        ("paper", "A4", "is not a4 or letter"),
        ("edges", "wide", "is not a length .*, may be repeated"),
        ("count", "10", r"sheet'\]: count must be at most 9"),
        ("size", "1", "no option sheet.size .*sheet.words"),
    ],
)
def test_text_that_does_not_fit_is_refused(field: str, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parsed((field, text))


def test_annotation_outside_of_the_grammar_is_a_fault_of_the_format() -> None:
    with pytest.raises(TypeError, match=r"Wrong\.table has the type"):
        kind_of(Wrong, "table")


def test_description_has_the_docstring_on_one_line() -> None:
    words, count, *_ = describe(Sheet)

    assert (words.name, str(words.kind), words.meaning) == ("words", "text", "Any words, on two lines.")
    assert (count.default, count.meaning) == (1, "")


@pytest.mark.parametrize("record", [*READERS, *WRITERS], ids=lambda record: f"{type(record).__name__}-{record.name}")
def test_every_option_of_ours_is_described(record: Any) -> None:
    assert [option.name for option in describe(load(record.options)) if not option.meaning] == []


def test_annotation_may_be_text_or_the_type_itself() -> None:
    assert [str(kind_of(Unquoted, field)) for field in Unquoted.__annotations__] == [
        "text",
        "a file",
        "text, may be repeated",
        "a4 or letter",
        "a4 or letter, may be repeated",
        "a whole number",
        "a",
    ]
    assert kind_of(Unquoted, "end").optional

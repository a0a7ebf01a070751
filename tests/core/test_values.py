"""Value classes are what type checkers take them for: frozen, compared by class and fields, hashable, picklable."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from functools import reduce
from typing import Literal

import pytest
from hypothesis import given

from converter.core.values import Value, _hasten, assert_never, field_names, maker
from converter.model.article import Article
from converter.model.block import Heading, Paragraph, Quote
from converter.model.inline import Emphasis, Inlines
from tests.strategies import articles


class Point(Value):
    """Two fields, one with a default."""

    x: int
    y: int = 0

    def _check(self) -> None:
        if self.x < 0:
            raise ValueError("x must not be negative")


class Placed(Value, kw_only=True):
    """A base whose field goes by name only."""

    place: str | None = None


class Label(Placed):
    """Its own field comes first, though the base's is older."""

    words: str


def test_fields_go_by_position_or_by_name() -> None:
    assert Point(1, 2) == Point(x=1, y=2) == Point(1, y=2)
    assert Point(1).y == 0


def test_fields_of_a_base_go_by_name_and_come_last() -> None:
    assert field_names(Label) == ("words", "place")
    assert Label("here", place="page 1").place == "page 1"
    with pytest.raises(TypeError, match="position"):
        Label("here", "page 1")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("arguments", "named", "words"),
    [
        ((), {}, "needs the field 'x'|missing .*'x'"),
        ((1, 2, 3), {}, "2 fields by position, 3 given|3 positional"),
        ((1,), {"z": 3}, "no field 'z'|unexpected .*'z'"),
        ((1,), {"x": 3}, "'x', or got it twice|multiple .*'x'"),
    ],
)
def test_wrong_arguments_are_named(arguments: tuple[int, ...], named: dict[str, int], words: str) -> None:
    # In our words or, where an earlier test has had constructors compiled, in Python's.
    with pytest.raises(TypeError, match=words):
        Point(*arguments, **named)


def test_value_cannot_be_changed() -> None:
    point = Point(1)

    with pytest.raises(AttributeError, match=r"\.replace\(x=…\)"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2
    assert not hasattr(point, "__dict__")


def test_changed_copy_is_checked_like_any_other() -> None:
    assert Point(1).replace(y=5) == Point(1, 5)
    with pytest.raises(ValueError, match="negative"):
        Point(1).replace(x=-1)
    with pytest.raises(TypeError, match=r"no field 'z'|unexpected .*'z'"):
        Point(1).replace(z=1)


def test_values_of_two_classes_are_never_equal() -> None:
    class Other(Value):
        x: int
        y: int = 0

    assert Point(1) != Other(1)
    assert Point(1) != (1, 0)
    assert Paragraph(("a",)) != Heading(("a",))
    assert Emphasis(("a",)) != ("a",)
    assert Paragraph(("a", Emphasis(()))) != Paragraph(("a",))
    assert Paragraph(("a",)) != Paragraph(("b",))


def test_representation_leaves_defaults_out() -> None:
    assert repr(Point(1)) == "Point(x=1)"
    assert repr(Label("here", place="page 1")) == "Label(words='here', place='page 1')"


def test_match_takes_fields_by_position() -> None:
    match Heading(("Tolls",), 2):
        case Heading(content, level, inferred):
            assert (content, level, inferred) == (("Tolls",), 2, None)


def test_case_that_no_checker_saw_is_an_error_of_ours() -> None:
    impossible: Literal["ltr"] | str = "up"

    with pytest.raises(AssertionError, match="'up'"):
        assert_never(impossible)  # type: ignore[arg-type]


@pytest.mark.slow
@given(articles())
def test_equal_articles_have_one_hash_and_survive_pickle_and_copy(article: Article) -> None:
    pickled = pickle.loads(pickle.dumps(article))

    assert pickled == article
    assert hash(pickled) == hash(article)
    assert copy.deepcopy(article) == article
    assert len({article, pickled}) == 1


@pytest.mark.slow
@given(articles(), articles())
def test_equality_is_that_of_the_fields(one: Article, other: Article) -> None:
    def of(value: object) -> object:
        if isinstance(value, Value):
            return (type(value), *(of(getattr(value, field)) for field in field_names(type(value))))
        return tuple(map(of, value)) if isinstance(value, tuple) else value

    assert (one == other) == (of(one) == of(other))
    assert one.replace(body=other.body, head=other.head) == other.replace(
        **{field: getattr(one, field) for field in field_names(Article) if field not in ("body", "head")}
    )


@pytest.mark.slow
def test_depth_does_not_stop_a_comparison() -> None:
    def deep() -> Inlines:
        return reduce(lambda content, _: (Emphasis(content),), range(20_000), ("deep",))

    def deep_quote() -> Quote:
        return reduce(lambda inner, _: Quote((inner,)), range(20_000), Quote(()))

    assert Paragraph(deep()) == Paragraph(deep())
    assert deep_quote() == deep_quote()
    assert deep_quote() != Quote((deep_quote(),))


def test_a_compiled_constructor_does_what_the_common_one_does() -> None:
    class Plain(Placed):
        words: str
        size: int = 3

        def _check(self) -> None:
            if self.size < 0:
                raise ValueError("size must not be negative")

    common = Plain("a", place="b")
    _hasten(Plain)

    assert Plain("a", place="b") == common == Plain(words="a", size=3, place="b")
    assert common.replace(size=4).size == 4
    with pytest.raises(ValueError, match="negative"):
        Plain("a", -1)
    with pytest.raises(TypeError):
        Plain("a", 1, "b")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Plain()  # type: ignore[call-arg]
    with pytest.raises(AttributeError, match="frozen"):
        Plain("a").size = 5  # type: ignore[misc]


def test_process_that_makes_few_checks_each() -> None:
    # In one of its own: another test may have run a batch in this one.
    script = "from converter.core.values import Value, maker\nprint(maker(Value) is Value)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout == b"True\n"


def test_what_was_checked_is_made_again_without_a_check() -> None:
    class Strict(Placed):
        words: str
        size: int = 3

        def _check(self) -> None:
            if self.size < 0:
                raise ValueError("size must not be negative")

    checked = Strict("a", place="b")
    _hasten(Strict)
    make = maker(Strict)

    assert make(words="a", place="b") == checked
    assert type(make("a", size=-1)) is Strict
    with pytest.raises(TypeError):
        make()


def test_a_class_whose_base_has_a_compiled_constructor_is_checked_by_its_own_rule() -> None:
    class Base(Value):
        x: int

    class Strict(Base):
        def _check(self) -> None:
            raise ValueError("none of these")

    _hasten(Base)
    _hasten(Strict)

    with pytest.raises(ValueError, match="none of these"):
        Strict(1)

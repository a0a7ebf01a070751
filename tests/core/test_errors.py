"""Each error is one line with place and way out, has its exit code, and crosses a process."""

from __future__ import annotations

import pickle

import pytest

from converter.core import errors
from converter.core.errors import ConverterError, InternalError, LimitExceeded, UnreadableInput, UsageError

KINDS = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ConverterError)),
    key=lambda kind: kind.__name__,
)


def test_exit_codes_are_those_of_the_documentation() -> None:
    assert {kind.__name__: kind.exit_code for kind in KINDS} == {
        "ConverterError": 70,
        "UsageError": 2,
        "UnreadableInput": 3,
        "LimitExceeded": 3,
        "InvalidDocument": 4,
        "CannotWrite": 5,
        "ArchiveError": 6,
        "FixityError": 7,
        "BatchFailed": 8,
        "StrictNotice": 9,
        "InternalError": 70,
        "PluginFault": 70,
    }
    assert (errors.OK, errors.INTERRUPTED, errors.TERMINATED) == (0, 130, 143)


def test_tree_in_the_docstring_is_the_tree() -> None:
    told = errors.__doc__ or ""

    for kind in KINDS:
        line = next(line for line in told.splitlines() if kind.__name__ in line)
        assert kind is ConverterError or f" {kind.exit_code} " in f"{line} "


@pytest.mark.parametrize("kind", KINDS)
def test_error_is_one_line_with_place_and_way_out(kind: type[ConverterError]) -> None:
    error = kind("not text", where="block 4", hint="name the charset")

    assert str(error) == "block 4: not text (name the charset)"
    assert str(kind("not text")) == "not text"


@pytest.mark.parametrize("kind", KINDS)
def test_error_crosses_a_process_whole(kind: type[ConverterError]) -> None:
    error = kind("what", where="line 3", hint="way out").at("feed.xml")

    again = pickle.loads(pickle.dumps(error))

    assert type(again) is kind
    assert str(again) == str(error)
    assert (again.what, again.where, again.hint) == (error.what, error.where, error.hint)


@pytest.mark.parametrize("kind", KINDS)
def test_error_of_a_source_names_it_and_its_line(kind: type[ConverterError]) -> None:
    error = kind("declares an entity", where="line 3").at("feed.xml")

    assert type(error) is kind
    assert str(error) == "feed.xml:3: declares an entity"


@pytest.mark.parametrize("kind", KINDS)
def test_error_keeps_its_first_source_and_is_never_its_own_cause(kind: type[ConverterError]) -> None:
    error = kind("not YAML", hint="way out").at("story.yaml")

    again = error.at("story.txt")

    assert again is not error
    assert str(again) == str(error) == "story.yaml: not YAML (way out)"


def test_kinds_are_caught_by_what_they_are() -> None:
    assert issubclass(LimitExceeded, UnreadableInput)
    assert not issubclass(UsageError, UnreadableInput)
    assert issubclass(InternalError, Exception)

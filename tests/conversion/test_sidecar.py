"""Sidecars: plain names and values, whatever somebody put into the file."""

from __future__ import annotations

import pytest

from converter.conversion.sidecar import items_of
from converter.core.errors import UnreadableInput

BOTH = pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json"])


def yaml(text: str) -> tuple[tuple[str, str], ...]:
    """Return the items of a YAML sidecar."""
    return items_of(text.encode(), "a.yaml")


def test_nested_names_and_lists_become_items_in_order() -> None:
    text = (
        "headline: {main: Bridge opens, sub: After a year}\n"
        "byline: [A. Rossi, B. Sæther]\n"
        "date:\n  published: 2024-05-23\n"
    )

    assert yaml(text) == (
        ("headline", "Bridge opens"),
        ("headline.sub", "After a year"),
        ("byline", "A. Rossi"),
        ("byline", "B. Sæther"),
        ("date.published", "2024-05-23"),
    )


def test_scalars_of_yaml_are_the_text_that_was_typed() -> None:
    assert yaml("lang: no\nversion: 0o10\nslug: 1_000\ngenre: ~\nurgency: 1e3\n") == (
        ("lang", "no"),
        ("version", "0o10"),
        ("slug", "1_000"),
        ("genre", "~"),
        ("urgency", "1e3"),
    )


def test_name_with_nothing_behind_it_says_nothing() -> None:
    assert yaml("headline:\nbyline: ''\ndate: {published: , embargoed: '  '}\nlang: en\n") == (("lang", "en"),)
    assert items_of(b'{"headline": "", "byline": null, "lang": "en"}', "a.json") == (("lang", "en"),)


def test_story_in_json_is_no_sidecar() -> None:
    story = b'{"uri": "tag:example.com,2024:a", "headline": "Rates", "body_text": "Rates rise."}'

    with pytest.raises(UnreadableInput, match="is a story itself, in ninjs"):
        items_of(story, "a.json")


def test_numbers_of_json_are_the_text_that_was_typed() -> None:
    text = b'{"a": 1.10, "b": 123456789012345678901234567890, "c": true, "d": null, "e": NaN}'

    assert items_of(text, "a.json") == (
        ("a", "1.10"),
        ("b", "123456789012345678901234567890"),
        ("c", "yes"),
        ("e", "NaN"),
    )


def test_json_may_begin_with_a_byte_order_mark() -> None:
    assert items_of(b'\xef\xbb\xbf{"a": "b"}', "a.json") == (("a", "b"),)


@BOTH
def test_empty_file_says_nothing_or_is_refused(name: str) -> None:
    if name == "a.json":
        with pytest.raises(UnreadableInput, match="not JSON"):
            items_of(b"", name)
    else:
        assert items_of(b"# nothing\n", name) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: !!python/object/apply:os.system [id]", "tags are refused"),
        ("a: !!str b", "tags are refused"),
        ("a: &x b\nc: *x", "aliases are refused"),
        ("a: &x [*x]", "aliases are refused"),
        ("<<: {a: b}\na: b\na: c", "a name stands twice"),
        ("a: b\na: c", "a name stands twice"),
        ("- a\n- b", "holds names and values"),
        ("only words", "holds names and values"),
        ("a: b\n---\nc: d", "not plain YAML"),
        ("a: [[b]]", "a list holds texts only"),
        ("a: [{b: c}]", "a list holds texts only"),
        ("a: {b: {c: {d: {e: f}}}}", "nested too deeply"),
        ("? [a, b]\n: c", "not plain YAML"),
        ("a: b\n\tc: d", "not plain YAML"),
        ("a: 'b", "not plain YAML"),
        ("a: Bridge: open", r"not allowed here \(put the value into quotation marks\)"),
        ("a: @desk", r"cannot start any token \(put the value into quotation marks\)"),
        ("a: \x01", "not plain YAML"),
        ("[" * 5000, "not plain YAML"),
        ("{a: " * 5000, "not plain YAML"),
        ("%YAML 9.9\n---\na: b", "not plain YAML"),
    ],
)
def test_hostile_yaml_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as refusal:
        yaml(text)

    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b'{"a": "b", "a": "c"}', "a name stands twice"),
        (b'{"a": {"b": 1, "b": 2}}', "a name stands twice"),
        (b'["a"]', "holds names and values"),
        (b'{"a": "b"} x', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a": [["b"]]}', "a list holds texts only"),
        (b'{"a": "\\ud800"}', "lone surrogate"),
        (b"{\"a\": 'b'}", "not JSON"),
    ],
)
def test_hostile_json_is_refused_in_one_line(text: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as refusal:
        items_of(text, "a.json")

    assert "\n" not in str(refusal.value)


@BOTH
def test_other_encodings_are_refused_with_their_place(name: str) -> None:
    with pytest.raises(UnreadableInput, match="not UTF-8 at byte 6"):
        items_of(b'{"a": \xe9}', name)

"""Each rule of OCFL for an inventory, broken alone: the finding that says so is there."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive.inventory_rules import check
from converter.core.values import Value

A, B = "a" * 128, "b" * 128
MD5 = "c" * 32


class Broken(Value):
    """A rule and how it is broken."""

    code: str
    breaks: Callable[[dict[str, Any]], object]


def sound() -> dict[str, Any]:
    """Return an inventory of two versions that keeps every rule."""
    user = {"name": "A. Person", "address": "mailto:a.person@example.org"}
    return {
        "id": "urn:example:1",
        "type": "https://ocfl.io/1.1/spec/#inventory",
        "digestAlgorithm": "sha512",
        "head": "v2",
        "manifest": {A: ["v1/content/a"], B: ["v2/content/b/b"]},
        "versions": {
            "v1": {"created": "2026-01-01T00:00:00Z", "state": {A: ["a"]}, "message": "one", "user": user},
            "v2": {
                "created": "2026-02-28T00:00:00.5+01:00",
                "state": {A: ["a"], B: ["b/b"]},
                "message": "2",
                "user": user,
            },
        },
        "fixity": {"md5": {MD5: ["v1/content/a"]}},
    }


def put(*keys_and_value: Any) -> Callable[[dict[str, Any]], object]:
    """Return what puts a value at a place: `put("versions", "v1", "created", "now")`."""
    *keys, last, value = keys_and_value

    def change(record: dict[str, Any]) -> None:
        for key in keys:
            record = record[key]
        record[last] = value

    return change


def drop(*keys: str) -> Callable[[dict[str, Any]], object]:
    """Return what takes away what stands at a place."""

    def change(record: dict[str, Any]) -> None:
        for key in keys[:-1]:
            record = record[key]
        del record[keys[-1]]

    return change


def named(*names: str) -> Callable[[dict[str, Any]], object]:
    """Return what names the two versions anew; the head is the last."""

    def change(record: dict[str, Any]) -> None:
        record["versions"] = dict(zip(names, record["versions"].values(), strict=True))
        record["head"] = names[-1]

    return change


RULES = [
    Broken("inventory-key-missing", drop("id")),
    Broken("inventory-key-missing", drop("type")),
    Broken("inventory-key-missing", drop("digestAlgorithm")),
    Broken("inventory-key-missing", drop("head")),
    Broken("inventory-block-missing", drop("manifest")),
    Broken("inventory-block-missing", drop("versions")),
    Broken("inventory-key-unknown", put("colour", "red")),
    Broken("inventory-key-unknown", put("versions", "v1", "colour", "red")),
    Broken("id-wrong", put("id", "")),
    Broken("id-wrong", put("id", 7)),
    Broken("id-wrong", put("id", None)),
    Broken("id-no-uri", put("id", "one")),
    Broken("type-wrong", put("type", "https://ocfl.io/9.9/spec/#inventory")),
    Broken("type-wrong", put("type", None)),
    Broken("algorithm-wrong", put("digestAlgorithm", "md5")),
    Broken("algorithm-wrong", put("digestAlgorithm", [])),
    Broken("algorithm-weak", put("digestAlgorithm", "sha256")),
    Broken("digest-malformed", put("manifest", {"xyz": ["v1/content/a"]})),
    Broken("content-directory-wrong", put("contentDirectory", "a/b")),
    Broken("content-directory-wrong", put("contentDirectory", 3)),
    Broken("content-directory-wrong", put("contentDirectory", "")),
    Broken("content-directory-dots", put("contentDirectory", "..")),
    Broken("head-wrong", put("head", "v1")),
    Broken("head-wrong", put("head", "v3")),
    Broken("head-wrong", put("head", 2)),
    Broken("manifest-wrong", put("manifest", [])),
    Broken("manifest-paths-wrong", put("manifest", A, "v1/content/a")),
    Broken("manifest-paths-wrong", put("manifest", A, [1])),
    Broken("manifest-digest-twice", put("manifest", A.upper(), ["v1/content/c"])),
    Broken("manifest-digest-unused", put("manifest", "d" * 128, ["v1/content/d"])),
    Broken("content-path-absolute", put("manifest", A, ["/v1/content/a"])),
    Broken("content-path-absolute", put("manifest", A, ["v1/content/a/"])),
    Broken("content-path-dots", put("manifest", A, ["v1/content/../../../a"])),
    Broken("content-path-dots", put("manifest", A, ["v1/content//a"])),
    Broken("content-path-twice", put("manifest", A, ["v1/content/a", "v1/content/a"])),
    Broken("content-path-conflict", put("manifest", A, ["v1/content/a", "v1/content/a/b"])),
    Broken("content-path-outside", put("manifest", A, ["v1/a"])),
    Broken("content-path-outside", put("manifest", A, ["v3/content/a"])),
    Broken("content-path-outside", put("contentDirectory", "files")),
    Broken("versions-wrong", put("versions", [])),
    Broken("versions-none", put("versions", {})),
    Broken("versions-start", named("v2", "v3")),
    Broken("versions-gap", named("v1", "v3")),
    Broken("versions-padding", named("v1", "v02")),
    Broken("versions-padding", named("v01", "v002")),
    Broken("versions-padding", named("v01", "v1")),
    Broken("versions-padded", named("v01", "v02")),
    Broken("version-name-wrong", named("v1", "2")),
    Broken("version-name-wrong", named("v1", "v٢")),
    Broken("version-name-wrong", named("v0", "v1")),
    Broken("version-wrong", put("versions", "v1", [])),
    Broken("version-key-missing", drop("versions", "v1", "created")),
    Broken("version-key-missing", drop("versions", "v1", "state")),
    Broken("created-wrong", put("versions", "v1", "created", "2026-01-01")),
    Broken("created-wrong", put("versions", "v1", "created", "2026-01-01T00:00:00")),
    Broken("created-wrong", put("versions", "v1", "created", "2026-02-29T00:00:00Z")),
    Broken("created-wrong", put("versions", "v1", "created", "2026-06-31T00:00:00Z")),
    Broken("created-wrong", put("versions", "v1", "created", 2026)),
    Broken("state-wrong", put("versions", "v1", "state", [])),
    Broken("state-wrong", put("versions", "v1", "state", A, "a")),
    Broken("state-digest-unknown", put("versions", "v1", "state", "e" * 128, ["e"])),
    Broken("state-digest-unknown", put("versions", "v1", "state", {A.upper(): ["a"]})),
    Broken("logical-path-absolute", put("versions", "v1", "state", A, ["/a"])),
    Broken("logical-path-dots", put("versions", "v1", "state", A, ["../a"])),
    Broken("logical-path-dots", put("versions", "v1", "state", A, [""])),
    Broken("logical-path-twice", put("versions", "v1", "state", A, ["a", "a"])),
    Broken("logical-path-conflict", put("versions", "v1", "state", A, ["a", "a/b"])),
    Broken("message-missing", drop("versions", "v1", "message")),
    Broken("message-wrong", put("versions", "v1", "message", ["one"])),
    Broken("user-missing", drop("versions", "v1", "user")),
    Broken("user-wrong", put("versions", "v1", "user", "me")),
    Broken("user-wrong", put("versions", "v1", "user", {"address": "mailto:a@example.org"})),
    Broken("user-wrong", put("versions", "v1", "user", {"name": "A", "address": 1})),
    Broken("user-address-missing", put("versions", "v1", "user", {"name": "A"})),
    Broken("user-address-no-uri", put("versions", "v1", "user", {"name": "A", "address": "here"})),
    Broken("fixity-wrong", put("fixity", [])),
    Broken("fixity-algorithm-unknown", put("fixity", "sha0", {MD5: ["v1/content/a"]})),
    Broken("fixity-block-wrong", put("fixity", "md5", [])),
    Broken("fixity-block-wrong", put("fixity", "md5", {MD5: "v1/content/a"})),
    Broken("fixity-block-wrong", put("fixity", "md5", {"xyz": ["v1/content/a"]})),
    Broken("fixity-path-unknown", put("fixity", "md5", {MD5: ["v1/content/z"]})),
    Broken("fixity-digest-twice", put("fixity", "md5", MD5.upper(), ["v1/content/a"])),
]


def test_sound_inventory_has_no_finding() -> None:
    checked = check(json.dumps(sound()).encode(), "inventory.json")

    assert checked.findings == []
    assert (checked.id, checked.head, checked.versions) == ("urn:example:1", "v2", ("v1", "v2"))
    assert checked.manifest == {"v1/content/a": A, "v2/content/b/b": B}
    assert checked.states == {"v1": {"a": A}, "v2": {"a": A, "b/b": B}}
    assert checked.fixity == [("v1/content/a", "md5", MD5)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_broken_rule_is_found(rule: Broken) -> None:
    record = copy.deepcopy(sound())
    rule.breaks(record)

    checked = check(json.dumps(record).encode(), "inventory.json")

    assert rule.code in {each.code for each in checked.findings}
    assert {each.path for each in checked.findings} == {"inventory.json"}
    assert all(each.words and "{" not in each.words for each in checked.findings if "{" not in str(record))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"id":"a","id":"b"}',
        b'{"id":NaN}',
        b"[" * 100_000,
        json.dumps(sound()).encode("utf-16"),
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_is_no_json_object_is_no_inventory(content: bytes) -> None:
    assert [each.code for each in check(content, "inventory.json").findings] == ["inventory-broken"]


def test_fixity_of_an_algorithm_that_is_known_but_not_ours_is_passed_by() -> None:
    record = sound()
    record["fixity"]["crc32"] = {"12345678": ["v1/content/a"]}

    checked = check(json.dumps(record).encode(), "inventory.json")

    assert checked.findings == []
    assert len(checked.fixity) == 1


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from([A, "v1", "v2", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


def places(value: Any, *above: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*above, key)
        yield from places(each, *above, key)


@given(st.data(), JSON)
def test_whatever_stands_in_an_inventory_it_is_checked(data: st.DataObject, value: Any) -> None:
    record = copy.deepcopy(sound())
    put(*data.draw(st.sampled_from(list(places(record)))), value)(record)

    checked = check(json.dumps(record).encode(), "inventory.json")

    assert all(each.words for each in checked.findings)

"""Differences: by paragraph and by word, fields, files; what one takes away and adds gives the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.archive.diff import Paragraph, _paragraphs, fields
from tests.archive.desk import CORRECTED, GUID, STORY, Keeper
from tests.articles import full_article

TEXTS = st.lists(st.text("ab .", min_size=1, max_size=12), max_size=6)


def shown(paragraph: Paragraph) -> str:
    """Return a paragraph with its changes marked."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[each.change].format(each.text) for each in paragraph.words)


@given(TEXTS, TEXTS)
def test_difference_gives_both_versions_back(older: list[str], newer: list[str]) -> None:
    found = list(_paragraphs(older, newer))

    assert [each.text("added") for each in found if each.change != "added"] == older
    assert [each.text("removed") for each in found if each.change != "removed"] == newer


@given(TEXTS)
def test_same_text_has_no_difference(texts: list[str]) -> None:
    assert {each.change for each in _paragraphs(texts, texts)} <= {"same"}


def test_changed_words_stand_in_their_paragraph(keeper: Keeper) -> None:
    keeper.add(STORY + b"\nNothing else has changed.\n")
    keeper.add(CORRECTED + b"\nNothing else has changed.\n\nIt is free.\n")

    found = keeper.archive.difference(GUID)

    assert [shown(each) for each in found.paragraphs] == [
        "The bridge is open again, the port said on [-Wednesday-]{+Thursday+}.",
        "Nothing else has changed.",
        "{+It is free.+}",
    ]
    assert [(each.name, each.older, each.newer) for each in found.fields] == [
        ("version", ("1",), ("2",)),
        ("headline", ("Bridge Reopens After Eleven Months",), ("Bridge Reopens After Twelve Months",)),
    ]
    assert found.files == (
        ("changed", "canonical.xml"),
        ("changed", "events.jsonl"),
        ("changed", "source/story.txt"),
    )
    assert (found.older, found.newer) == ("v1", "v2")


def test_any_two_versions_are_compared(keeper: Keeper) -> None:
    keeper.add()
    keeper.add(CORRECTED)
    keeper.archive.hold(GUID, reason="Case 1")

    assert keeper.archive.difference(GUID).files == (("changed", "events.jsonl"),)
    assert keeper.archive.difference(GUID, "v1").newer == "v3"
    assert keeper.archive.difference(GUID, newer="v2").older == "v1"
    assert keeper.archive.difference(GUID, "v2", "v2").files == ()


def test_script_without_blanks_is_compared_by_character() -> None:
    (found,) = _paragraphs(["橋は水曜日に開いた。"], ["橋は木曜日に開いた。"])

    assert shown(found) == "橋は[-水-]{+木+}曜日に開いた。"


def test_every_field_of_the_head_has_a_name_and_words() -> None:
    found = fields(full_article())

    assert {"headline", "headline.sub", "provider", "date.embargoed", "urgency", "property.wire:category"} <= set(found)
    assert all(words for texts in found.values() for words in texts)

"""`convert check FILE…`: is it valid, and by which schema."""

from __future__ import annotations

from tests.cli.desk import Desk


def test_canonical_document_is_valid_by_our_schema(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml")

    done = desk.run("check", "story.xml", "story.txt")

    assert done.code == 0
    assert done.out == (
        "story.xml: valid by schemas/article.xsd\nstory.txt: read as text; its canonical form is valid\n"
    )


def test_invalid_document_is_exit_4_and_writes_nothing(desk: Desk) -> None:
    desk.write("a.xml", '<article xmlns="urn:converter:article:1" schema="1"><body><para/></body></article>')

    done = desk.run("check", "a.xml")

    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("convert: a.xml:1: not a valid canonical article: ")
    assert desk.names() == {"story.txt", "a.xml"}


def test_each_document_has_an_object(desk: Desk) -> None:
    done = desk.run("check", "story.txt", "none.txt", "--json")

    good, bad = done.objects()
    assert done.code == 8
    assert (good["input"], good["ok"], good["reader"], good["schema"]) == (
        "story.txt",
        True,
        "text",
        "schemas/article.xsd",
    )
    assert (bad["input"], bad["ok"], bad["error"]["exit_code"]) == ("none.txt", False, 3)


def test_nothing_to_check_is_a_matter_of_the_call(desk: Desk) -> None:
    assert desk.run("check").code == 2

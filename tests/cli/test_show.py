"""`convert show FILE`: the canonical form as it would be archived, as JSON, or as an outline."""

from __future__ import annotations

from tests.cli.desk import STORY, Desk


def test_canonical_form_is_shown_byte_for_byte(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml")

    assert desk.run("show", "story.txt").out.encode() == (desk.folder / "story.xml").read_bytes()


def test_json_has_every_field_that_is_set(desk: Desk) -> None:
    done = desk.run("show", "story.txt", "--json", "--meta", "headline=Bridge", "--meta", "lang=en")

    (shown,) = done.objects()
    assert shown["lang"] == "en"
    (headline,) = shown["head"]["headlines"]
    assert (headline["content"], headline["given"]) == (["Bridge"], "meta")
    assert shown["body"] == [{"is": "Paragraph", "content": [STORY.strip()]}]
    assert done.err == ""


def test_outline_is_a_line_a_field_and_a_line_a_block(desk: Desk) -> None:
    done = desk.run("show", "story.txt", "--outline", "--meta", "headline=Bridge")

    assert done.out == f"headline        Bridge\n\n   1  paragraph       {STORY}"


def test_outline_parts_what_stands_in_cells_items_and_captions(desk: Desk) -> None:
    rows = "<tr><th>Item</th><th>Cost</th></tr><tr><td>Steel</td><td>3m</td></tr>"
    story = "<p>The bridge is open again, the port said on Wednesday, after twelve months of work.</p>" * 4
    desk.write(
        "a.html", f"<article><h1>Bridge</h1>{story}<table>{rows}</table><ul><li>One</li><li>Two</li></ul></article>"
    )

    done = desk.run("show", "a.html", "--outline")

    assert "  table           Item Cost Steel 3m\n" in done.out
    assert "  list            One Two\n" in done.out


def test_outline_fits_a_screen_and_cannot_speak_to_the_terminal(desk: Desk) -> None:
    desk.write("a.txt", "A long line with \x9b31m in it " * 10 + ".\n")

    done = desk.run("show", "a.txt", "--outline")

    assert "\\x9b31m" in done.out
    assert max(map(len, done.out.splitlines())) <= 100


def test_fault_is_a_line_and_with_json_an_object(desk: Desk) -> None:
    done = desk.run("show", "none.txt", "--json")

    assert done.code == 3
    assert [told["ok"] for told in done.objects()] == [False]
    assert done.err == "convert: none.txt: no such file or directory\n"


def test_notices_of_a_file_of_several_stories_name_the_story(desk: Desk) -> None:
    desk.write("a.jsonl", '{"text": "The bridge is open again."}\n{"text": "The ferry sails again."}\n')

    done = desk.run("show", "a.jsonl", "--outline")

    assert {line.split(": ")[1] for line in done.err.splitlines()} == {"a.jsonl#1", "a.jsonl#2"}

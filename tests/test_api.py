"""The Python API: all that the command line can, as calls."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

import converter
from converter import CannotWrite, LimitExceeded, Limits, Record, StrictNotice, UnreadableInput, UsageError
from converter.core.errors import ConverterError, located
from converter.formats.own import WRITERS
from converter.model.words import plain_text
from tests.articles import full_article

STORY = b"The bridge is open again, the port said on Wednesday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return the path of a story."""
    path = tmp_path / "story.txt"
    path.write_bytes(STORY)
    return path


def test_path_bytes_and_open_file_give_the_same_article(story: Path) -> None:
    expected = converter.read(story)

    assert converter.read(str(story)) == expected
    assert converter.read(STORY, name="story.txt") == expected
    with story.open("rb") as file:
        assert converter.read(file, name="story.txt") == expected
    assert converter.read(BytesIO(STORY), name="folder/story.txt") == expected


def test_conversion_to_several_formats_has_all_of_them(story: Path) -> None:
    done = converter.convert(story, to=["xml", "docx"], meta={"lang": "en", "keyword": ["a", "b"]})

    assert list(done.outputs) == ["xml", "docx"]
    assert done.outputs["xml"] == done.canonical
    assert [keyword.text for keyword in done.article.head.keywords] == ["a", "b"]


def test_article_is_written_with_options_by_short_name_or_long() -> None:
    article = full_article()

    assert converter.write(article, "text", settings={"wrap": 40, "blank_lines": True}) == converter.write(
        article, "text", settings={"text.wrap": "40", "text.blank_lines": "yes"}
    )


def test_record_gives_the_times_that_newsml_demands() -> None:
    record = Record(version_created="2024-05-23T12:00:00Z")

    assert b"2024-05-23T12:00:00Z" in converter.write(converter.read(STORY), "newsml", record=record)


def test_faults_name_their_source(story: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"none\.txt: no such file") as missing:
        converter.read(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match=r"^-: holds no text"):
        converter.read(b" ")
    with pytest.raises(LimitExceeded, match=r"story\.txt: is larger than 5 bytes"):
        converter.read(story, limits=Limits(input_bytes=5))
    with pytest.raises(StrictNotice, match=r"story\.txt: "):
        converter.convert(story, "xml", strict=True)
    assert missing.value.source == str(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["-", "https://example.com/story.txt"])
def test_name_that_is_no_path_is_a_matter_of_the_call(name: str) -> None:
    with pytest.raises(UsageError):
        converter.read(name)


def test_one_damaged_story_of_several_costs_only_itself() -> None:
    three = b'{"text": "The bridge is open."}\n{"text": \n{"text": "The ferry sails."}\n'
    errors: list[ConverterError] = []

    articles = list(converter.read_all(three, name="feed.jsonl", on_error=errors.append))

    assert [plain_text(article.body) for article in articles] == ["The bridge is open.", "The ferry sails."]
    assert [str(error).startswith("feed.jsonl#2: ") for error in errors] == [True]
    with pytest.raises(UnreadableInput, match=r"^feed\.jsonl#2: "):
        list(converter.read_all(three, name="feed.jsonl"))


def test_unknown_format_lists_what_there_is() -> None:
    with pytest.raises(UsageError, match=", ".join(record.name for record in WRITERS)):
        converter.write(full_article(), "doc")


def test_every_public_name_is_there_and_is_loaded_when_used() -> None:
    script = "import converter, sys; print(sorted(m for m in sys.modules if m.startswith('converter')))"

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert loaded.strip() == "['converter']"
    assert [name for name in converter.__all__ if getattr(converter, name, None) is None] == []
    assert set(converter.__all__) <= set(dir(converter))
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        converter.reed  # noqa: B018


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (UnreadableInput("is empty"), "a.txt: is empty"),
        (UnreadableInput("bad", where="line 3"), "a.txt:3: bad"),
        (UnreadableInput("bad", where="line 3 column 7", hint="mend it"), "a.txt:3:7: bad (mend it)"),
        (UnreadableInput("no text", where="byte 81"), "a.txt: no text at byte 81"),
        (UnreadableInput("bad", where="head/date"), "a.txt: head/date: bad"),
        (CannotWrite("bad", source="b.txt"), "b.txt: bad"),
    ],
)
def test_line_of_an_error_says_where(error: ConverterError, line: str) -> None:
    assert str(error.at("a.txt")) == line


def test_place_without_a_source_is_a_place() -> None:
    assert located("", "line 3") == "line 3: "
    assert located("") == ""


@pytest.mark.parametrize(
    "text", ["Bridge opens\n\nThe bridge is open again.", "The bridge is open again, they said. " * 99]
)
def test_story_in_the_place_of_its_path_is_said_in_one_line(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        converter.read(text)
    with pytest.raises(UsageError) as refused_all:
        list(converter.read_all(text))

    line = "source: is a text, not the path of one (give its bytes: text.encode())"
    assert str(refused.value) == str(refused_all.value) == line


def test_file_with_a_line_feed_in_its_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_bytes(STORY)

    assert converter.read(str(path)).body == converter.read(STORY).body


def test_documented_modules_of_the_first_release_are_still_found() -> None:
    moved = "from converter.{} import {} as old; from converter.{} import {} as new; assert old is new"

    for old, new, name in (
        ("article", "model", "Article"),
        ("article", "model", "Block"),
        ("errors", "core.errors", "UnreadableInput"),
        ("losses", "formats.losses", "lost"),
        ("spelling", "core.spelling", "setting"),
        ("style", "model.style", "Style"),
        ("values", "core.values", "Value"),
    ):
        exec(moved.format(old, name, new, name), {})

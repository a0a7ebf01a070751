"""`convert FILE… --to FORMAT`: what goes where, what is refused and how it says so."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli.destinations import require_fitting_name
from converter.core.errors import CLOSED, UsageError
from converter.formats.own import WRITERS
from converter.formats.registry import find_writer
from tests.cli.desk import STORY, Desk


def refused(desk: Desk, code: int, line: str, *arguments: str) -> None:
    """Assert that the command line fails with the code and one line, and leaves the folder as it was."""
    before = desk.names()

    done = desk.run(*arguments)

    assert (done.code, done.err, done.out) == (code, f"convert: {line}\n", "")
    assert desk.names() == before


# ── Where outputs go ────────────────────────────────────────────────────────


def test_output_stands_beside_its_source(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml")

    assert done.code == 0
    assert desk.names() == {"story.txt", "story.xml"}
    assert done.out == ""
    assert done.err.endswith(f"wrote story.xml ({len((desk.folder / 'story.xml').read_bytes()):,} bytes)\n")


def test_source_in_another_folder_keeps_its_output_there(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    desk.write("in/a.txt", STORY)

    desk.run("in/a.txt", "--to", "xml")

    assert "in/a.xml" in desk.names()


def test_several_formats_go_into_a_folder_that_is_made(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml,text", "--to", "docx", "-o", "out/today")

    assert desk.names() == {"story.txt", "out/today/story.xml", "out/today/story.txt", "out/today/story.docx"}


def test_name_of_one_file_is_no_folder_for_several(desk: Desk) -> None:
    line = "-o story.pdf: names one file, and there are several outputs (name a folder)"

    refused(desk, 2, line, "story.txt", "--to", "pdf,docx", "-o", "story.pdf")


def test_name_that_says_another_format_is_refused(desk: Desk) -> None:
    refused(
        desk,
        2,
        "-o story.docx: is a name for docx, and the format is pdf",
        "story.txt",
        "--to",
        "pdf",
        "-o",
        "story.docx",
    )


def test_news_item_may_be_called_xml(desk: Desk) -> None:
    assert desk.run("story.txt", "--to", "newsml", "-o", "item.xml").code == 0


def test_longest_extension_that_a_format_owns_says_it(desk: Desk) -> None:
    for name, start in (
        ("a.newsml.xml", b'<?xml version="1.0" encoding="UTF-8"?>\n<newsItem '),
        ("a.NITF.xml", b'<?xml version="1.0" encoding="UTF-8"?>\n<nitf '),
        ("a.2025.xml", b"<article "),
        ("b.json", b'{\n  "standard": {\n    "name": "ninjs"'),
        ("b.front.json", b'{\n  "standard": {\n    "name": "ninjs"'),
    ):
        assert desk.run("story.txt", "-o", name).code == 0
        assert (desk.folder / name).read_bytes().startswith(start)


def test_double_extension_of_another_format_is_refused(desk: Desk) -> None:
    for name, format, other in (("q.newsml.xml", "xml", "newsml"), ("q.jats.xml", "newsml", "jats")):
        line = f"-o {name}: is a name for {other}, and the format is {format}"

        refused(desk, 2, line, "story.txt", "--to", format, "-o", name)


def test_variety_of_a_format_may_have_the_name_of_its_kind() -> None:
    writers = {name: find_writer(name) for name in ("docbook4", "jats_archiving", "gfm", "commonmark")}

    require_fitting_name("a.docbook.xml", (writers["docbook4"],))
    require_fitting_name("a.jats.xml", (writers["jats_archiving"],))
    require_fitting_name("a.md", (writers["gfm"],))
    with pytest.raises(UsageError, match="is a name for gfm, and the format is commonmark"):
        require_fitting_name("a.gfm.md", (writers["commonmark"],))


def test_name_of_the_output_says_the_format(desk: Desk) -> None:
    for name, start in (
        ("front.PDF", b"%PDF-1.7"),
        ("front.xml", b"<article"),
        ("front.docx", b"PK"),
        ("one.txt", b"The"),
    ):
        assert desk.run("story.txt", "-o", name).code == 0
        assert (desk.folder / name).read_bytes().startswith(start)


def test_name_that_says_no_format_is_no_format(desk: Desk) -> None:
    line = "-o front.odd: no format has the ending .odd (name one with --to; convert formats lists them)"

    refused(desk, 2, line, "story.txt", "-o", "front.odd")


def test_command_that_is_mistyped_is_no_file(desk: Desk) -> None:
    line = "neither a file nor a command is called 'shwo' (did you mean convert show?)"

    refused(desk, 2, line, "shwo", "story.txt")
    line = "neither a file nor a command is called 'verify' (did you mean convert archive verify?)"
    refused(desk, 2, line, "verify", "news")
    refused(desk, 2, "neither a file nor a command is called 'zzz' (convert --help)", "zzz")
    refused(desk, 3, "nofile: no such file or directory", "nofile", "--to", "xml")
    desk.write("shwo", STORY)
    assert desk.run("shwo", "--to", "xml").code == 0


def test_file_of_several_stories_is_named_where_one_has_no_place(desk: Desk) -> None:
    items = "".join(f"<item><title>{word}</title><description>It is open.</description></item>" for word in "AB")
    desk.write("feed.xml", f"<rss version='2.0'><channel><title>N</title>{items}</channel></rss>")
    line = "feed.xml: holds several stories, and standard output takes one (name a folder with -o)"

    refused(desk, 2, line, "feed.xml", "--to", "text", "-o", "-")


def test_format_may_be_typed_in_capitals(desk: Desk) -> None:
    assert desk.run("story.txt", "--to", "PDF,Xml").code == 0
    assert desk.names() == {"story.pdf", "story.txt", "story.xml"}


def test_empty_list_of_formats_is_none(desk: Desk) -> None:
    line = "no format to convert to (convert story.txt --to pdf; convert formats lists them)"

    refused(desk, 2, line, "story.txt", "--to", ",")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("story.txt", "--to", "pdf", "-o", ""), "-o is empty (convert --help)"),
        (("story.txt", "--to", "pdf", "--output="), "--output is empty (convert --help)"),
        (("", "--to", "pdf"), "an argument is empty (convert --help)"),
        (("--to", "pdf", "--", ""), "an argument is empty (convert --help)"),
        (("archive", "list", ""), "an argument is empty (convert archive list --help)"),
    ],
)
def test_empty_argument_is_refused_as_it_names_nothing(desk: Desk, arguments: tuple[str, ...], line: str) -> None:
    refused(desk, 2, line, *arguments)


def test_sidecar_that_is_no_yaml_is_named_with_its_line(desk: Desk) -> None:
    desk.write("story.yaml", 'lang: en\nheadline: "Open\n')

    refused(desk, 3, "story.yaml:3:1: not plain YAML: found unexpected end of stream", "story.txt", "--to", "xml")


def test_debug_changes_no_exit_code(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml", "--style", "none.toml", "--debug")

    assert done.code == 2
    assert done.err.startswith("Traceback")
    assert done.err.endswith("convert: none.toml: no such file or directory\n")


def test_one_output_of_one_file_takes_the_name_that_it_is_given(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml", "-o", "other.name")

    assert desk.names() == {"story.txt", "other.name"}


def test_slash_at_the_end_of_the_output_makes_it_a_folder(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml", "-o", "out/")

    assert desk.names() == {"story.txt", "out/story.xml"}


def test_dash_is_standard_output(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml", "-o", "-")

    assert done.out.startswith("<article ")
    assert done.out.endswith("</article>")
    assert desk.names() == {"story.txt"}


def test_standard_input_goes_to_standard_output(desk: Desk) -> None:
    done = desk.process("-", "--to", "text", stdin=STORY.encode())

    assert (done.code, done.out) == (0, STORY)
    assert desk.names() == {"story.txt"}


def test_standard_input_has_a_name_in_a_folder(desk: Desk) -> None:
    desk.process("-", "--to", "text,xml", "-o", "out", stdin=STORY.encode())

    assert desk.names() == {"story.txt", "out/stdin.txt", "out/stdin.xml"}


def test_options_may_stand_between_files(desk: Desk) -> None:
    desk.write("b.txt", STORY)

    desk.run("story.txt", "--to", "xml", "b.txt")

    assert desk.names() == {"story.txt", "story.xml", "b.txt", "b.xml"}


def test_name_with_a_leading_dash_goes_behind_two_dashes(desk: Desk) -> None:
    desk.write("-a.txt", STORY)

    assert desk.run("--to", "xml", "--", "-a.txt").code == 0
    assert "-a.xml" in desk.names()


def test_same_format_twice_is_one_output(desk: Desk) -> None:
    assert desk.run("story.txt", "--to", "xml,xml").code == 0


def test_permissions_are_those_of_the_replaced_file(desk: Desk) -> None:
    desk.write("story.xml", "old").chmod(0o600)

    desk.run("story.txt", "--to", "xml", "--force")

    assert (desk.folder / "story.xml").stat().st_mode & 0o777 == 0o600


# ── What is refused: usage ──────────────────────────────────────────────────


@pytest.mark.parametrize("address", ["https://example.com/a.txt", "http://x", "file:///etc/passwd", "FILE:a.txt"])
def test_address_is_not_a_file(desk: Desk, address: str) -> None:
    line = f"{address}: not a file: addresses are never fetched (save the page and convert the saved file)"
    refused(desk, 2, line, address, "--to", "xml")


def test_two_inputs_with_one_output_are_refused_before_anything_is_written(desk: Desk) -> None:
    (desk.folder / "b").mkdir()
    desk.write("b/story.txt", STORY)

    refused(
        desk,
        2,
        "out/story.xml would be the output of both story.txt and b/story.txt (convert them one by one, with -o)",
        *("story.txt", "b/story.txt", "--to", "xml", "-o", "out"),
    )


def test_one_file_named_twice_is_refused(desk: Desk) -> None:
    done = desk.run("story.txt", "./story.txt", "--to", "xml")

    assert done.code == 2
    assert desk.names() == {"story.txt"}


def test_no_file_says_how_to_name_one(desk: Desk) -> None:
    refused(desk, 2, "nothing to convert (convert FILE --to pdf; convert --help)")


def test_file_whose_name_looks_like_a_flag_is_named_so_that_it_is_none(desk: Desk) -> None:
    desk.write("-story.txt", STORY)

    done = desk.run("--", "-story.txt")

    assert done.err.endswith("(convert ./-story.txt --to pdf; convert formats lists them)\n")


def test_no_format_says_how_to_name_one(desk: Desk) -> None:
    line = "no format to convert to (convert story.txt --to pdf; convert formats lists them)"
    refused(desk, 2, line, "story.txt")


def test_unknown_format_lists_what_there_is(desk: Desk) -> None:
    there_are = ", ".join(record.name for record in WRITERS)
    line = f"no writer called 'abc' (there are: {there_are}; convert formats lists pandoc's too)"
    refused(desk, 2, line, "story.txt", "--to", "abc")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("doc", "docx"),
        ("word", "docx"),
        (".pdf", "pdf"),
        ("md", "markdown"),
        ("txt", "text"),
        ("newsml-g2", "newsml"),
        ("newsmlg2", "newsml"),
    ],
)
def test_format_by_another_name_is_told_its_own(desk: Desk, name: str, meant: str) -> None:
    done = desk.run("story.txt", "--to", name)

    assert done.err.startswith(f"convert: no writer called {name!r} (did you mean {meant}? there are: xml, ")
    assert done.code == 2


def test_reader_by_another_name_is_told_its_own(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml", "--from", "txt")

    assert done.err.startswith("convert: no reader called 'txt' (did you mean text or wire? there are: text, ")


def test_unknown_flag_leads_to_the_help(desk: Desk) -> None:
    refused(desk, 2, "unrecognized arguments: --colour (convert --help)", "story.txt", "--to", "xml", "--colour")


@pytest.mark.parametrize(
    ("flags", "start", "listed"),
    [
        (["--meta", "headlin=x"], "--meta: no metadata field 'headlin'", "headline.sub"),
        (["--set", "pdf.papper=a4"], "--set: no option pdf.papper", "pdf.paper"),
        (["--set", "doc.paper=a4"], "--set: no format called 'doc'", "docx"),
        (["--set", "pdf.paper=a9"], "--set pdf.paper: 'a9' is not a4 or", "letter"),
        (["--limit", "second=3"], "--limit: no limit 'second'", "seconds"),
        (["--style", "nws"], "--style: no house style 'nws'", "news"),
        (["--from", "doc"], "no reader called 'doc'", "text"),
    ],
)
def test_wrong_name_or_value_lists_what_there_is(desk: Desk, flags: list[str], start: str, listed: str) -> None:
    done = desk.run("story.txt", "--to", "xml", *flags)

    assert done.code == 2
    assert done.err.startswith(f"convert: {start}")
    assert listed in done.err
    assert done.err.count("\n") == 1
    assert desk.names() == {"story.txt"}


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (["--meta", "headline"], "--meta: 'headline' has no value (write --meta headline=value)"),
        (["--meta", "headline: New"], "--meta: 'headline: New' has no value (write --meta headline=value)"),
        (["--set", "paper=a4"], "--set: 'paper' names no option (write --set FORMAT.OPTION=value)"),
        (["--limit", "seconds=0"], "--limit seconds: '0' is no whole number above 0 (for example 120)"),
        (["--limit", "seconds=9" + "0" * 15], None),
        (["--meta", "date.published=yesterday"], None),
        (["--meta", "version_created=2024-05-23"], None),
        (["--meta", "lang=eng lish"], None),
        (["--meta", "guid=no iri"], None),
        (["--set", "text.furniture=none.toml"], "none.toml: no such file or directory"),
        (["--style", "none.toml"], "none.toml: no such file or directory"),
    ],
)
def test_value_that_does_not_fit_is_a_fault_of_the_call(desk: Desk, flags: list[str], line: str | None) -> None:
    done = desk.run("story.txt", "--to", "xml", *flags)

    assert done.code == 2
    assert done.err.count("\n") == 1
    assert line is None or done.err == f"convert: {line}\n"
    assert desk.names() == {"story.txt"}


@pytest.mark.parametrize("command", [("--to", "xml", "-o", "out"), ("check",), ("archive", "add", "news")])
def test_one_guid_is_refused_for_several_files(desk: Desk, command: tuple[str, ...]) -> None:
    desk.write("other.txt", b"The ferry sails again.\n")
    if command[0] == "archive":
        desk.run("archive", "init", "news")
    line = "--meta guid: a guid names one story, and 2 files are named (give each its own, in a sidecar beside it)"

    refused(desk, 2, line, *command, "story.txt", "other.txt", "--meta", "guid=urn:x:1")


def test_one_guid_is_refused_for_a_file_of_several_stories(desk: Desk) -> None:
    desk.write("feed.jsonl", b'{"text": "The bridge is open again."}\n{"text": "The ferry sails again."}\n')
    line = "--meta guid: a guid names one story, and this holds several (give each its own, in a sidecar beside it)"

    refused(desk, 2, f"feed.jsonl: {line}", "feed.jsonl", "--to", "xml", "--meta", "guid=urn:x:1")


def test_one_guid_is_refused_for_a_batch(desk: Desk) -> None:
    line = "--meta guid: a guid names one story, and a batch is of many (give each its own, in a sidecar beside it)"

    refused(desk, 2, line, "batch", ".", "--to", "xml", "-o", "out", "--meta", "guid=urn:x:1")


def test_json_and_the_output_cannot_share_standard_output(desk: Desk) -> None:
    line = "--json and the output both want standard output (name a file with -o)"
    refused(desk, 2, line, "story.txt", "--to", "xml", "-o", "-", "--json")


def test_several_outputs_cannot_share_standard_output(desk: Desk) -> None:
    assert desk.run("story.txt", "--to", "xml,text", "-o", "-").code == 2
    assert desk.run("-", "--to", "xml,text").code == 2


# ── What is refused: inputs ─────────────────────────────────────────────────


def test_missing_file_is_named_as_given(desk: Desk) -> None:
    refused(desk, 3, "./none.txt: no such file or directory", "./none.txt", "--to", "xml")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n ", "holds no text (an article needs at least one word)"),
        ("\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\n".encode(), "holds no text (an article needs at least one word)"),
    ],
)
def test_file_without_words_is_refused(desk: Desk, content: bytes, words: str) -> None:
    desk.write("a.txt", content)

    refused(desk, 3, f"a.txt: {words}", "a.txt", "--to", "xml")


def test_folder_pipe_socket_and_device_are_no_sources(desk: Desk) -> None:
    os.mkfifo(desk.folder / "pipe.txt")
    (desk.folder / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")

        refused(desk, 3, "pipe.txt: is a pipe, not a regular file", "pipe.txt", "--to", "xml")
        batch = "convert batch folder.txt, with --to FORMAT -o FOLDER or --archive ROOT, does all that is in it"
        refused(desk, 3, f"folder.txt: is a folder, not a regular file ({batch})", "folder.txt", "--to", "xml")
        refused(desk, 3, "socket.txt: no such device or address", "socket.txt", "--to", "xml")
        refused(desk, 3, "/dev/zero: is a device, not a regular file", "/dev/zero", "--to", "xml", "-o", "a")


def test_link_to_a_regular_file_is_a_source(desk: Desk) -> None:
    (desk.folder / "link.txt").symlink_to("story.txt")

    assert desk.run("link.txt", "--to", "xml").code == 0


DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.txt", b"%PDF-1.7\n", "is named .txt, but is a PDF (name the format with --from pdf)"),
        ("a.txt", b"PK\x03\x04abc", "is named .txt, but is a ZIP package (such as DOCX, ODT or EPUB) (convert formats"),
        ("a.txt", b"<?xml version='1.0'?><a/>", "is named .txt, but is XML (convert formats"),
        ("a.txt", b"<!DOCTYPE html><p>x", "is named .txt, but is HTML (name the format with --from html)"),
        (
            "a.xml",
            b"Words, only words.\n",
            "is named .xml, but is not our canonical XML (name the format with --from text)",
        ),
        ("a.xml", b"\x00\x01\n", "is named .xml, but is not our canonical XML (convert formats"),
        ("a.docx", b"Words, only words.\n", "is named .docx, but is not Word (name the format with --from text)"),
        ("a.docx", DOC, "is named .docx, but is an old Office document (such as DOC) (open it in Word or LibreOffice"),
        (
            "a.doc",
            DOC,
            "no reader for an old Office document (such as DOC) (open it in Word or LibreOffice and save it",
        ),
        ("a.doc", b"Words.\n", "no reader for .doc files (open it in Word or LibreOffice and save it as .docx)"),
        (
            "a.json",
            b'[{"text": "A"}]',
            "is named .json, but is not ninjs 1.x to 3.x (records that are no ninjs are read",
        ),
        ("a.json", b'{"text": "A"}', "is JSON, but no ninjs: it has neither uri nor headline nor body (a record of"),
        ("a.xml", b"%PDF-1.7\n", "is named .xml, but is a PDF (name the format with --from pdf)"),
        ("a.docx", b"PK\x03\x04abc", "is no ZIP package that can be read"),
        ("a.odd", b"Words.\n", "no reader for .odd files (name the format with --from"),
        ("story", b"\x89PNG\r\n\x1a\n", "no reader for a PNG picture (name the format with --from"),
    ],
)
def test_file_of_another_kind_names_both(desk: Desk, name: str, content: bytes, line: str) -> None:
    desk.write(name, content)

    done = desk.run(name, "--to", "pdf")

    assert done.code == 3
    assert done.err.startswith(f"convert: {name}: {line}")


def test_canonical_xml_under_a_text_name_says_how_to_read_it(desk: Desk) -> None:
    desk.run("story.txt", "--to", "xml")
    (desk.folder / "story.xml").rename(desk.folder / "a.txt")

    refused(
        desk,
        3,
        "a.txt: is named .txt, but is our canonical XML (name the format with --from xml)",
        "a.txt",
        "--to",
        "pdf",
    )
    assert desk.run("a.txt", "--to", "pdf", "--from", "xml").code == 0


def test_name_without_extension_is_text(desk: Desk) -> None:
    desk.write("README", STORY)

    assert desk.run("README", "--to", "xml").code == 0


def test_file_over_its_limit_says_how_to_raise_it(desk: Desk) -> None:
    desk.write("a.txt", "x" * 5000)

    refused(
        desk,
        3,
        "a.txt: is larger than 4 KiB (limit input_bytes; raise with --limit input_bytes=16K)",
        *("a.txt", "--to", "xml", "--limit", "input_bytes=4K"),
    )


def test_endless_standard_input_is_read_to_its_limit_only(desk: Desk) -> None:
    with open("/dev/zero", "rb") as zeros:
        done = desk.process("-", "--to", "xml", "--limit", "input_bytes=1M", stdin_from=zeros)

    assert done.code == 3
    assert done.err == "convert: -: is larger than 1 MiB (limit input_bytes; raise with --limit input_bytes=4M)\n"


def test_encoding_that_cannot_be_told_is_refused_with_its_place(desk: Desk) -> None:
    desk.write("a.txt", b"Caf\x80\x81\x8d \xff\xfe\xfd\xc1 z\x9d\n")

    done = desk.run("a.txt", "--to", "xml")

    assert done.code == 3
    assert done.err.endswith("at byte 3 (name the charset with --set text.charset=…)\n")


def test_faulty_sidecar_is_one_line_at_once(desk: Desk) -> None:
    desk.write("story.yaml", "a: !!python/name:os.system\n")

    done = desk.process("story.txt", "--to", "xml", "--limit", "seconds=2")

    assert (done.code, done.err) == (3, "convert: story.yaml: not plain YAML: tags are refused\n")


# ── What is refused: outputs ────────────────────────────────────────────────


def test_existing_output_stays_without_force(desk: Desk) -> None:
    desk.write("story.xml", "old")

    refused(desk, 5, "story.xml: exists (replace it with --force)", "story.txt", "--to", "xml")
    assert (desk.folder / "story.xml").read_text() == "old"
    assert desk.run("story.txt", "--to", "xml", "--force").code == 0
    assert (desk.folder / "story.xml").read_text() != "old"


def test_one_existing_output_keeps_all_others_back(desk: Desk) -> None:
    (desk.folder / "out").mkdir()
    desk.write("out/story.txt", "old")

    refused(desk, 5, "out/story.txt: exists (replace it with --force)", "story.txt", "--to", "xml,text", "-o", "out")


@pytest.mark.parametrize("flags", [[], ["--force"]])
def test_link_is_never_written_through(desk: Desk, flags: list[str]) -> None:
    desk.write("elsewhere", "old")
    (desk.folder / "story.xml").symlink_to("elsewhere")

    refused(desk, 5, "story.xml: is a link, and links are not written through", "story.txt", "--to", "xml", *flags)
    assert (desk.folder / "elsewhere").read_text() == "old"


def test_folder_in_the_place_of_an_output_stays(desk: Desk) -> None:
    (desk.folder / "story.xml").mkdir()

    refused(desk, 5, "story.xml: is a folder", "story.txt", "--to", "xml", "--force")


def test_source_is_never_its_own_output(desk: Desk) -> None:
    line = "story.txt: would replace a source (name another output with -o)"
    refused(desk, 5, line, "story.txt", "--to", "text", "--force")
    assert (desk.folder / "story.txt").read_text() == STORY


def test_folder_for_outputs_must_be_there_for_a_file(desk: Desk) -> None:
    refused(desk, 5, "none: no such folder", "story.txt", "--to", "xml", "-o", "none/a.xml")


def test_file_is_no_folder_for_outputs(desk: Desk) -> None:
    desk.write("out", "x")

    refused(desk, 5, "out: is no folder", "story.txt", "--to", "xml,text", "-o", "out")


def test_full_standard_output_is_said(desk: Desk) -> None:
    with open("/dev/full", "wb") as full:
        done = desk.process("story.txt", "--to", "xml", "-o", "-", stdout=full)

    assert done.code == 5
    assert done.err.endswith("convert: standard output: no space left on device\n")


def test_limit_of_file_size_leaves_no_file(desk: Desk) -> None:
    command = 'ulimit -f 1; exec "$0" -m converter story.txt --to docx'

    done = subprocess.run(["sh", "-c", command, sys.executable], cwd=desk.folder, capture_output=True, check=False)

    assert done.returncode == 5
    assert done.stderr.endswith(b"convert: story.docx: file too large\n")
    assert desk.names() == {"story.txt"}


def test_closed_standard_streams_are_no_files_of_ours(desk: Desk) -> None:
    command = 'exec "$0" -m converter story.txt --to xml <&- >&- 2>&-'

    done = subprocess.run(["sh", "-c", command, sys.executable], cwd=desk.folder, check=False)

    assert done.returncode == 0
    assert (desk.folder / "story.xml").read_bytes().endswith(b"</article>")


def test_closed_standard_output_loses_no_result_silently(desk: Desk) -> None:
    command = 'exec "$0" -m converter story.txt --to xml -o - >&-'

    done = subprocess.run(["sh", "-c", command, sys.executable], cwd=desk.folder, capture_output=True, check=False)

    assert done.returncode == 5
    assert done.stderr.endswith(b"convert: standard output: bad file descriptor\n")


@pytest.mark.slow
def test_reader_of_our_output_that_leaves_early_is_no_fault_to_speak_of(desk: Desk) -> None:
    desk.write("long.txt", "A long story with many words in it.\n" * 20_000)

    process = desk.start("show", "long.txt")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()

    assert process.wait(20) == CLOSED
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()


# ── Several documents ───────────────────────────────────────────────────────


def test_one_bad_document_does_not_stop_the_others(desk: Desk) -> None:
    desk.write("b.txt", "")
    desk.write("c.txt", STORY)

    done = desk.run("story.txt", "b.txt", "none.txt", "c.txt", "--to", "xml")

    assert done.code == 8
    assert desk.names() == {"story.txt", "story.xml", "b.txt", "c.txt", "c.xml"}
    assert "convert: b.txt: is empty\n" in done.err
    assert "convert: none.txt: no such file or directory\n" in done.err


# ── Strict, and JSON ────────────────────────────────────────────────────────


def test_strict_refuses_a_document_with_a_notice(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml", "--strict")

    assert done.code == 9
    assert "[language-" in done.err
    assert "(convert explain language-" in done.err
    assert desk.names() == {"story.txt"}


def test_strict_passes_a_document_without_notices(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "xml", "--strict", "--meta", "lang=en", "--meta", "guid=urn:x-port:bridge")

    assert (done.code, done.err) == (0, f"wrote story.xml ({(desk.folder / 'story.xml').stat().st_size} bytes)\n")


def test_json_is_one_object_a_document_in_ascii(desk: Desk) -> None:
    desk.write("ö\x1b[31m.txt", "Größer war die Brücke nie, sagte der Hafen am Mittwoch.\n")

    done = desk.run("ö\x1b[31m.txt", "none.txt", "--to", "xml", "--json")

    good, bad = done.objects()
    written = (desk.folder / "ö\x1b[31m.xml").read_bytes()
    assert good["ok"] is True
    assert good["input"] == "ö\x1b[31m.txt"
    assert good["outputs"] == [
        {
            "format": "xml",
            "path": "ö\x1b[31m.xml",
            "size_bytes": len(written),
            "sha256": hashlib.sha256(written).hexdigest(),
        }
    ]
    assert {notice["code"] for notice in good["notices"]} >= {"guid-made"}
    assert bad == {
        "input": "none.txt",
        "ok": False,
        "error": {"exit_code": 3, "what": "no such file or directory", "where": "", "hint": ""},
    }
    assert done.err == "convert: none.txt: no such file or directory\n"
    assert done.code == 8


# ── Names ───────────────────────────────────────────────────────────────────


def test_names_cannot_speak_to_the_terminal(desk: Desk) -> None:
    name = "a\nconvert: b\x1b]0;x\x07\u202etxt.\u2028\x9b.txt"
    desk.write(name, STORY)

    done = desk.run(name, "--to", "xml")

    assert done.code == 0
    assert "wrote a\\x0aconvert: b\\x1b]0;x\\x07\\u202etxt.\\u2028\\x9b.xml (" in done.err
    assert all(line.isprintable() for line in done.err.splitlines())


def test_name_of_undecodable_bytes_is_shown_and_kept(desk: Desk) -> None:
    path = os.fsencode(desk.folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(STORY)

    done = desk.process(b"caf\xe9.txt", "--to", "xml")

    assert done.code == 0
    assert "wrote caf\\udce9.xml" in done.err
    assert b'name="caf\\udce9.txt"' in Path(os.fsdecode(path[:-3] + b"xml")).read_bytes()


def test_longest_name_that_the_folder_takes_is_no_fault(desk: Desk) -> None:
    name = "ü" * 125 + "a.txt"
    desk.write(name, STORY)

    assert desk.run(name, "--to", "xml").code == 0


# ── What it never does ──────────────────────────────────────────────────────


def test_modules_in_the_working_folder_are_never_imported(desk: Desk) -> None:
    for module in ("yaml", "lxml", "reportlab", "deflate", "fontpkg", "tomllib", "json", "shtab", "argparse"):
        desk.write(f"{module}.py", "raise SystemExit('imported from the working folder')")
    desk.write("story.yaml", "headline: Bridge opens\n")

    done = desk.process("story.txt", "--to", "xml,docx,pdf", "-o", "out")

    assert done.code == 0, done.err


def test_plug_ins_in_the_working_folder_are_never_found(desk: Desk) -> None:
    (desk.folder / "evil-1.0.dist-info").mkdir()
    desk.write("evil-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    desk.write("evil-1.0.dist-info/entry_points.txt", "[converter.writers]\nevil = evil:RECORD\n")
    desk.write("evil.py", "raise SystemExit('imported from the working folder')")

    done = desk.process("story.txt", "--to", "evil")

    assert done.code == 2
    assert "no writer called 'evil'" in done.err


def test_home_and_temporary_folder_may_be_missing(desk: Desk) -> None:
    environment = {"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "XDG_CACHE_HOME": ""}

    done = desk.process("story.txt", "--to", "docx,pdf", "-o", "out", environment=environment)

    assert done.code == 0, done.err


def test_working_folder_may_be_gone(desk: Desk) -> None:
    command = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" -m converter "$1" --to text -o -'

    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(desk.folder / "story.txt")],
        cwd=desk.folder,
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, STORY.encode())


def test_conversion_opens_no_socket_and_reads_nothing_but_the_source(desk: Desk) -> None:
    desk.write("story.txt", "Read https://example.com/a and see file:///etc/passwd or ../secret.txt.\n")
    script = (
        "import os, sys\n"
        "def watch(event, facts):\n"
        "    if event.startswith(('socket.', 'subprocess.', 'os.exec')):\n"
        "        os.write(2, f'!{event}\\n'.encode())\n"
        "    ours = (sys.prefix, sys.base_prefix)\n"
        "    if event == 'open' and isinstance(facts[0], str) and not facts[0].startswith(ours):\n"
        "        os.write(2, f'!open {facts[0]}\\n'.encode())\n"
        "sys.addaudithook(watch)\n"
        "from converter.cli.__main__ import main\n"
        "main()\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", script, "story.txt", "--to", "xml,text", "-o", "out"],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    watched = [line for line in process.stderr.splitlines() if line.startswith("!")]
    own = str(Path(__file__).parents[2])
    assert process.returncode == 0
    assert [line for line in watched if own not in line and "out/" not in line and line != "!open out"] == [
        "!open story.txt"
    ]


def test_records_of_a_file_give_a_story_each_and_a_package_is_for_a_batch(desk: Desk) -> None:
    desk.write("feed.jsonl", b'{"text": "The bridge is open again."}\n{"text": "The ferry sails again."}\n')
    desk.write("none.jsonl", b"\n")
    desk.write("feed.zip", b"PK\x05\x06" + bytes(18))

    records, none, package = (
        desk.run(name, "--to", "xml", "-o", "out/") for name in ("feed.jsonl", "none.jsonl", "feed.zip")
    )

    assert (records.code, none.code, package.code) == (0, 3, 3)
    assert sorted(path.name for path in (desk.folder / "out").iterdir()) == ["feed-1.xml", "feed-2.xml"]
    assert none.err == "convert: none.jsonl: holds nothing that can be read\n"
    assert package.err == (
        "convert: feed.zip: is a package of files (convert batch feed.zip --to FORMAT -o FOLDER does each of them)\n"
    )

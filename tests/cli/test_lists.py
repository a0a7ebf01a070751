"""`convert formats`, `limits` and `explain`: what there is, for a person and for a script."""

from __future__ import annotations

import pytest

from converter.archive import findings
from converter.archive.bags import findings as bag_findings
from converter.core.limits import Limits
from converter.core.notices import CODES
from converter.formats.own import CONTAINERS, READERS, WRITERS
from converter.formats.records import ContainerRecord, ReaderRecord
from converter.formats.registry import family
from tests.cli.desk import Desk

READ: tuple[ReaderRecord | ContainerRecord, ...] = (*READERS, *family("readers"), *CONTAINERS)
WRITTEN = (*WRITERS, *family("writers"))


def test_formats_are_listed_with_their_extensions(desk: Desk) -> None:
    done = desk.run("formats")

    lines = done.out.splitlines()
    assert lines[0] == "read"
    listed = [line.split() for line in lines if line.startswith("  ")]
    endings = [*(record.extensions[:1] for record in READ), *((record.extension,) for record in WRITTEN)]
    assert [words[0] for words in listed] == [record.name for record in (*READ, *WRITTEN)]
    assert [words[1 : 1 + len(ending)] for words, ending in zip(listed, endings, strict=True)] == list(
        map(list, endings)
    )
    assert lines[-1] == "[pandoc]: install article-converter[pandoc]"


def test_format_is_shown_with_its_options(desk: Desk) -> None:
    done = desk.run("formats", "pdf")

    assert "\nwrite pdf: " in done.out
    assert "  --set pdf.paper=…    a4 or a5 or letter or legal; default a4\n" in done.out


@pytest.mark.parametrize("name", sorted({r.name for r in READERS} | {w.name for w in WRITERS} | {"rst"}))
def test_each_format_can_be_shown_in_both_forms(desk: Desk, name: str) -> None:
    (shown,) = desk.run("formats", name, "--json").objects()

    assert {one["name"] for one in shown} == {name}
    assert all(option["meaning"] for one in shown for option in one["options"])
    assert max(map(len, desk.run("formats", name).out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("quark", "convert formats lists them"),
        ("newsmll", "did you mean newsml or eml? convert formats lists them"),
    ],
)
def test_unknown_format_leads_to_those_that_there_are(desk: Desk, name: str, hint: str) -> None:
    done = desk.run("formats", name)

    assert (done.code, done.err) == (2, f"convert: no format called {name!r} ({hint})\n")


def test_limits_are_listed_as_they_would_be(desk: Desk) -> None:
    done = desk.run("limits", "--limit", "seconds=60", "--limit", "input_bytes=1g")

    assert len(done.out.splitlines()) == len(Limits._fields)
    assert "seconds" in done.out
    assert " 60 s  " in done.out
    assert " 1 GiB  " in done.out


def test_limits_are_numbers_in_json(desk: Desk) -> None:
    (shown,) = desk.run("limits", "--json").objects()

    assert shown == {name: getattr(Limits(), name) for name in Limits._fields}


@pytest.mark.parametrize(
    "text", ["seconds", "seconds=", "seconds=-1", "seconds=1.5", "seconds=1T", "none=1", "seconds=٣"]
)
def test_wrong_limit_is_refused(desk: Desk, text: str) -> None:
    assert desk.run("limits", "--limit", text).code == 2


def test_every_notice_and_finding_is_explained(desk: Desk) -> None:
    listed = desk.run("explain").out

    assert [line.split()[0] for line in listed.splitlines()] == [*CODES, *findings.CODES, *bag_findings.CODES]
    for code, entry in CODES.items():
        shown = desk.run("explain", code).out
        assert shown.startswith(f"{code} ({entry.kind})\n")
        assert " ".join(entry.meaning.split()) in " ".join(shown.split())


def test_findings_are_explained_by_our_code_and_by_that_of_ocfl(desk: Desk) -> None:
    shown = desk.run("explain", "file-changed").out

    assert shown.startswith("file-changed (error, OCFL E092)\n")
    assert shown in desk.run("explain", "E092").out
    assert {each["ocfl"] for each in desk.run("explain", "E092", "--json").objects()[0]} == {"E092"}


def test_unknown_notice_leads_to_the_list(desk: Desk) -> None:
    done = desk.run("explain", "guid-mad")

    hint = "did you mean guid-made or guid-made-from-id? convert explain lists them"
    assert (done.code, done.err) == (2, f"convert: no notice or finding 'guid-mad' ({hint})\n")


def test_help_is_a_word_too_unless_it_is_a_file(desk: Desk) -> None:
    assert desk.run("help").out == desk.run("--help").out
    assert desk.run("help", "formats").out == desk.run("formats", "--help").out

    desk.write("help", "The bridge is open again, the port said on Wednesday.\n")
    assert desk.run("help", "--from", "text", "--to", "text", "-o", "-").out.startswith("The bridge")


def test_losses_are_listed_for_each_writer_of_ours_or_one(desk: Desk) -> None:
    shown = desk.run("formats", "--losses").out
    for writer in WRITERS:
        assert f"\n{writer.name}\n" in f"\n{shown}"
    assert max(map(len, shown.splitlines())) <= 80

    (one,) = desk.run("formats", "--losses", "--json", "ninjs").objects()[0]
    assert (one["name"], one["parts"]["Property"], one["parts"]["Slug"]) == ("ninjs", "lost", "carried")
    assert {"parts": ["Property"], "how": "lost", "into": "", "when": "", "notice": "not-carried"} in one["losses"]

    assert desk.run("formats", "--losses", "wire").code == 2


def test_version_is_printed(desk: Desk) -> None:
    assert desk.run("--version").out.startswith("article-converter ")

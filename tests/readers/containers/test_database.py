"""A download of several documents from a press database: each is a source of its own."""

from __future__ import annotations

import hashlib

import pytest

import converter
from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.model.words import plain_text
from converter.readers.containers.database import sniff
from tests.cli.conftest import desk  # noqa: F401
from tests.cli.desk import Desk
from tests.readers.containers.made import members
from tests.text.database_texts import (
    ALL,
    COVER,
    LINE,
    PROQUEST_FOOT,
    PROQUEST_HEAD,
    europresse,
    factiva,
    factiva_fields,
    genios,
    nexis,
    nexis_uni,
    proquest,
    westlaw,
)
from tests.text.test_database import NONE

WEST = "Bridge at Westmere opens again"
UNNUMBERED = nexis().replace("1 of 100 DOCUMENTS", "").replace("CORRECTION:", "NOTES:")
DOWNLOADS = {
    "nexis": nexis() + nexis(2, WEST),
    "nexis with a cover": "Download Request: All\nTerms: (bridge)\n\n" + nexis() + nexis(2, WEST),
    "nexis with its end": nexis() + nexis(2, WEST) + "\n---- End of Request ----\nPrint Request: All Documents\n",
    "nexis uni": nexis_uni() + nexis_uni(WEST),
    "nexis uni with a cover": COVER + nexis_uni() + nexis_uni(WEST),
    "factiva": factiva() + "\n" + factiva(WEST, "SMPN000020120306e835000m2"),
    "factiva with its search": factiva() + factiva(WEST) + "\nSearch Summary\nText\tbridge\nDate\tAll\nSource\tAll\n",
    "factiva by codes": factiva_fields(" \n")
    + factiva_fields(" \n").replace("Bridge at Eastmere", "Bridge at Westmere"),
    "proquest": PROQUEST_HEAD + proquest() + proquest(WEST, 2) + PROQUEST_FOOT,
    "westlaw": westlaw() + westlaw(WEST, 8),
    "genios": genios() + genios(WEST, "OB_2"),
    "europresse": europresse() + europresse(WEST, 8),
}


@pytest.mark.parametrize("what", DOWNLOADS)
@pytest.mark.parametrize(("end", "charset"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\n", "cp1252")])
def test_documents_are_parted_and_nothing_is_lost(what: str, end: str, charset: str) -> None:
    source = DOWNLOADS[what].replace("\n", end).encode(charset)

    assert sniff(source)
    parts = members("database", source)
    assert b"".join(part.content for part in parts) == source
    first, second = converter.read_all(source, name="a.txt")
    assert plain_text(second.head.headlines[0]) == WEST
    assert not plain_text(first.head.headlines[0]).startswith(WEST)


@pytest.mark.parametrize("what", [*ALL, *NONE])
def test_a_single_document_is_none(what: str) -> None:
    source = (ALL | NONE)[what].encode()

    assert not sniff(source)
    assert len(list(converter.read_all(source, name="a.txt"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1 of 100 DOCUMENTS\n\nThe bridge is open.\n\n2 of 100 DOCUMENTS\n\nThe road is open.\n",
        f"{LINE}\n\nThe bridge is open.\n\n{LINE}\n\nThe road is open.\n\n{LINE}\n",
        "The bridge is open.\n\nEnd of Document\n\nThe road is open.\n\nEnd of Document\n",
        nexis() + "\n2 of 100 DOCUMENTS\n\nNothing more.\n",
    ],
)
def test_lines_that_part_what_no_database_has_told_part_nothing(text: str) -> None:
    assert not sniff(text.encode())


def test_document_that_is_damaged_stays_one_of_several() -> None:
    source = (nexis() + "\n2 of 100 DOCUMENTS\n\nThe road is open.\n" + nexis(3)).encode()

    assert len(members("database", source)) == 3


def test_documents_without_numbers_are_parted_by_their_last_lines() -> None:
    text = UNNUMBERED.replace("An article on Sunday about the bridge misstated its length. It is 400 yards.\n", "")

    assert len(members("database", (text + text).encode())) == 2


def test_number_of_documents_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="members"):
        members("database", DOWNLOADS["nexis"].encode(), Limits().replace(members=1))


def test_read_all_gives_each_with_its_place_and_the_digest_of_the_whole() -> None:
    source = DOWNLOADS["factiva"].encode()

    articles = list(converter.read_all(source, name="download.txt"))

    assert [article.provenance.member for article in articles] == ["1", "2"]
    assert {article.provenance.container for article in articles} == {hashlib.sha256(source).hexdigest()}
    assert [article.provenance.name for article in articles] == ["download-1.txt", "download-2.txt"]


@pytest.mark.parametrize("name", ["download.txt", "download", None])
def test_read_of_several_names_the_way_out(name: str | None) -> None:
    with pytest.raises(UnreadableInput, match=r"several stories.*read_all"):
        converter.read(DOWNLOADS["nexis"].encode(), name=name)


def test_reader_that_is_named_takes_them_for_one_text_and_says_so() -> None:
    article = converter.read(DOWNLOADS["nexis"].encode(), name="download.txt", reader="text")

    assert "several-documents" in [remark.code for remark in article.provenance.remarks]


def test_download_gives_several_files(desk: Desk) -> None:  # noqa: F811
    desk.write("download.txt", DOWNLOADS["nexis uni"].encode())

    done = desk.run("download.txt", "--to", "html,markdown")

    assert done.code == 0, done.err
    assert desk.names() >= {"download-1.html", "download-2.html", "download-1.md", "download-2.md"}


def test_batch_has_a_folder_for_a_download(desk: Desk) -> None:  # noqa: F811
    (desk.folder / "in").mkdir()
    desk.write("in/download.txt", DOWNLOADS["proquest"].encode())

    done = desk.run("batch", "in", "--to", "text", "-o", "out")

    assert done.code == 0, done.err
    made = sorted(path.name for path in (desk.folder / "out").rglob("*.txt") if path.is_file())
    assert len(made) == 2, made


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["1 of 2 DOCUMENTS", "End of Document", "Document SMPN000020120305e835000m1", LINE, "Dokumentnummer: 1"]
)
def test_thousands_of_marks_and_no_story_are_no_download(line: str) -> None:
    # What grows with the square of the lines would take minutes.
    assert not sniff((f"{line}\nDocument SMPN000020120305e835000m1\nLENGTH: 5 words\n" * 1_000).encode())

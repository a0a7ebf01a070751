"""The conformance checks: our own formats keep the contract, and each clause can fail."""

from __future__ import annotations

import pytest

from converter import write
from converter.formats.losses import lost
from converter.formats.own import READERS, WRITERS
from converter.formats.records import Context, NoOptions, ReaderRecord, WriterRecord
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.testing import check_reader, check_writer
from tests.articles import full_article
from tests.tree import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
BARE = Article((Paragraph(("The bridge is open.",)),), guid="urn:uuid:697a3b67-7f7b-8328-9102-b918780a47ae")


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_our_writers_keep_the_contract(writer: WriterRecord) -> None:
    check_writer(writer, [BARE, full_article()])


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_our_readers_keep_the_contract(reader: ReaderRecord) -> None:
    cases = (ROOT / "tests" / "cases" / reader.name).glob("*/expected.xml")
    inputs = [path for case in cases for path in case.parent.glob("input.*") if path.suffix in reader.extensions]
    sources = [path.read_bytes() for path in (SAMPLES if reader.name == "text" else sorted(inputs))]
    if not sources:  # What only we can make: the writer of the same name made it.
        sources = [write(full_article(), reader.name), write(BARE, reader.name)]

    assert sources
    check_reader(reader, sources)


_calls: list[int] = []


def write_a_counter(article: Article, options: NoOptions, context: Context) -> bytes:
    _calls.append(1)
    return str(len(_calls)).encode()


def write_a_secret_code(article: Article, options: NoOptions, context: Context) -> bytes:
    context.notice("my-own")
    return b"x"


def write_text(article: Article, options: NoOptions, context: Context) -> str:
    return "x"


def read_anything(source: bytes, options: NoOptions, context: Context) -> Article:
    return BARE


def refuse(source: bytes) -> bool:
    return False


NO_PART = (lost("Picture"),)


def write_what_it_does_not_declare(article: Article, options: NoOptions, context: Context) -> bytes:
    context.notice("link-as-text", href="a:b")
    return b"x"


def writer_of(function: str, **fields: object) -> WriterRecord:
    return WriterRecord("sample", ".sample", "text/plain", f"{__name__}:{function}", "a sample").replace(**fields)


@pytest.mark.parametrize(
    ("writer", "clause"),
    [
        (writer_of("write_a_counter"), "other bytes"),
        (writer_of("write_a_secret_code"), "sample:my-own"),
        (writer_of("write_text"), "not bytes"),
        (writer_of("write_text", losses=f"{__name__}:NO_PART"), "no part 'Picture'"),
        (writer_of("write_what_it_does_not_declare"), "does not declare"),
        (writer_of("write_text", extension="sample"), "full stop"),
        (writer_of("write_text", name="Sample"), "lower case"),
        (writer_of("write_text", description=""), "says nothing"),
    ],
)
def test_writer_that_breaks_a_clause_is_told_which(writer: WriterRecord, clause: str) -> None:
    with pytest.raises(AssertionError, match=clause):
        check_writer(writer, [BARE])


def test_reader_that_takes_no_bytes_for_an_article_is_told() -> None:
    reader = ReaderRecord("sample", (".sample",), "text/plain", f"{__name__}:read_anything", "a sample")

    with pytest.raises(AssertionError, match="no bytes at all"):
        check_reader(reader, [b"The bridge is open."])


def test_reader_whose_sniff_denies_its_source_is_told() -> None:
    reader = ReaderRecord("sample", (".sample",), "text/plain", f"{__name__}:read_anything", "a sample")

    with pytest.raises(AssertionError, match="denies"):
        check_reader(reader.replace(sniff=f"{__name__}:refuse"), [b"The bridge is open."])

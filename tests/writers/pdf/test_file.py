"""The file: the same bytes everywhere, the source inside, what it says of itself, and nothing that acts."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Block, Figure, Heading, Paragraph, ThematicBreak
from converter.model.head import Date, Head, Headline
from converter.model.inline import Link, Ref
from converter.model.style import NEWS
from converter.writers.pdf import document
from converter.writers.pdf.intent import srgb_profile
from converter.writers.pdf.links import fragment_of, safe_address
from converter.writers.pdf.options import PdfOptions
from tests.articles import full_article
from tests.case import all_samples
from tests.tree import ROOT
from tests.writers.pdf.making import make, read, story
from tests.writers.pdf.reading import Pdf, dump, text_of

MAKE = """
import hashlib, sys
from tests.articles import full_article
from tests.case import all_samples
from tests.writers.pdf.making import make
sys.stdout.write(hashlib.sha256(make(full_article())[0]).hexdigest())
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "zone", "cache"),
    [("0", "UTC", "cache"), ("1", "Pacific/Auckland", ""), ("2", "America/St_Johns", "cache")],
)
def test_the_bytes_are_the_same_for_any_hash_seed_zone_folder_and_cache(
    tmp_path: Path, seed: str, zone: str, cache: str
) -> None:
    here = hashlib.sha256(make(full_article())[0]).hexdigest()
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(tmp_path / cache) if cache else "/nonexistent",
    }

    there = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=tmp_path, env=surroundings, check=True, capture_output=True, text=True
    ).stdout

    assert there == here


def test_a_second_writing_in_one_process_gives_the_same_bytes() -> None:
    first = make(full_article())[0]
    make(story("Another story, with other words, changes nothing."))

    assert make(full_article())[0] == first


def test_the_canonical_form_is_inside_as_the_source() -> None:
    article = full_article()
    pdf = read(article)

    file = pdf.get(pdf.root["AF"][0])
    embedded = pdf.get(file["EF"]["F"])

    assert file["AFRelationship"] == "Source"
    assert embedded.content == canonical.serialise(article)
    assert embedded["Params"]["Size"] == len(embedded.content)
    assert pdf.root["Names"]["EmbeddedFiles"]["Names"] == [b"canonical.xml", pdf.root["AF"][0]]


def test_the_xmp_packet_and_the_information_dictionary_say_the_same() -> None:
    pdf = read(full_article())
    packet = pdf.get(pdf.root["Metadata"])
    names = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/"}

    tree = etree.fromstring(packet.content)
    info = pdf.get(pdf.trailer["Info"])

    assert "Filter" not in packet
    assert tree.findtext(".//dc:title//{*}li", namespaces=names) == text_of(info["Title"])
    assert text_of(info["Title"]) == "Harbour Bridge Reopens After “Long Silence”"
    (described,) = tree.iter("{*}Description")
    assert described.get(f"{{{names['xmp']}}}ModifyDate") == "2024-05-23"
    assert info["ModDate"] == b"D:20240523"


def test_an_article_without_dates_has_none_in_the_file() -> None:
    content, _ = make(story("A story without a date."))

    pdf = Pdf(content)
    assert "CreationDate" not in pdf.get(pdf.trailer["Info"])
    assert b"CreateDate" not in pdf.get(pdf.root["Metadata"]).content


@pytest.mark.parametrize(
    ("value", "in_info"),
    [
        ("2024", b"D:2024"),
        ("2024-05-22T18:30:00+01:00", b"D:20240522183000+01'00'"),
        ("2024-05-22T18:30Z", b"D:20240522183000Z"),
    ],
)
def test_dates_are_as_precise_as_the_article_is(value: str, in_info: bytes) -> None:
    pdf = read(Article((Paragraph(("Words.",)),), Head(dates=(Date("published", value),)), lang="en"))

    assert pdf.get(pdf.trailer["Info"])["CreationDate"] == in_info


def test_the_outline_names_every_heading_at_its_level() -> None:
    pdf = read(full_article())
    outline = pdf.get(pdf.root["Outlines"])

    first = pdf.get(outline["First"])
    kids = pdf.get(first["First"])

    assert text_of(first["Title"]).startswith("Harbour Bridge")
    assert text_of(kids["Title"]) == "Tolls and ferries"
    assert text_of(pdf.get(kids["First"])["Title"]) == "What it cost"
    assert outline["Count"] == 2


def test_heading_levels_never_skip() -> None:
    from converter.model.block import Heading

    body = (Heading(("a",), level=4), Heading(("b",), level=6), Heading(("c",), level=1))
    pdf = read(Article(body, Head(headlines=(Headline(("Top",)),)), lang="en"))

    assert [kind for kind, _ in pdf.blocks()][:4] == ["H1", "H2", "H3", "H2"]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVa\tScRiPt:alert(1)",
        "\x7f javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "/relative",
        "//host/path",
        "http:relative",
        "\\\\host\\share",
        "#nowhere",
        "vbscript:x",
        "https:",
    ],
)
def test_a_link_that_might_act_becomes_text_with_a_notice(href: str) -> None:
    content, notices = make(Article((Paragraph(("See ", Link(("this",), href), ".")),), lang="en"))

    pdf = Pdf(content)
    assert pdf.blocks()[0] == ("P", "See this.")
    assert not any("Annots" in page for page in pdf.pages)
    assert [dict(one.facts)["href"] for one in notices if one.code == "link-as-text"] == [href]


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("HTTPS://example.com/a b?q=(1)&r=ä", "https://example.com/ab?q=(1)&r=%C3%A4"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("tel:+254-20-000", "tel:+254-20-000"),
        ("http://example.com/%41", "http://example.com/%41"),
    ],
)
def test_live_addresses_are_seven_bit(href: str, written: str) -> None:
    assert safe_address(href) == written
    assert fragment_of(href) is None


@pytest.mark.parametrize(
    "block", [Paragraph((), id="a"), Heading((), id="a"), Figure((), id="a"), ThematicBreak(id="a")]
)
def test_a_reference_to_what_is_not_printed_is_words(block: Block) -> None:
    pdf = read(Article((block, Paragraph(("See ", Ref(("above",), "a"), "."))), lang="en"))

    assert "Annots" not in pdf.pages[0]


def test_a_link_over_two_lines_is_one_annotation_with_two_boxes() -> None:
    link = Link(("words that go on and on " * 5,), "https://example.com/a(b)\\c")
    pdf = read(Article((Paragraph(("Start ", link, "end.")),), lang="en"))

    (annotation,) = [pdf.get(one) for one in pdf.pages[0]["Annots"]]

    assert len(annotation["QuadPoints"]) == 16
    assert annotation["A"]["URI"] == b"https://example.com/a(b)%5Cc"
    assert annotation["F"] == 4
    assert text_of(annotation["Contents"]).startswith("Link to https")


def test_nothing_in_a_file_acts() -> None:
    content, _ = make(full_article())

    for number, value in Pdf(content).objects.items():
        if isinstance(value, dict):
            assert not {"JS", "AA", "OpenAction", "AcroForm", "Launch", "Encrypt"} & set(value), number
            assert value.get("S") not in ("JavaScript", "Launch", "GoToR", "SubmitForm"), number


def test_more_objects_than_one_stream_takes_go_into_several(monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = make(full_article())
    monkeypatch.setattr(document, "_MOST_INDEX", 9)

    several, _ = make(full_article())

    assert several.count(b"/Type/ObjStm") > 1 == one.count(b"/Type/ObjStm")
    assert dump(several) == dump(one)
    with pypdfium2.PdfDocument(several) as opened:
        assert len(opened) == len(Pdf(one).pages)


def test_every_font_is_embedded_with_only_what_is_drawn() -> None:
    pdf = read(full_article())
    fonts = [pdf.get(font) for font in pdf.get(pdf.pages[0]["Resources"])["Font"].values()]

    for font in fonts:
        descendant = pdf.get(font["DescendantFonts"][0])
        descriptor = pdf.get(descendant["FontDescriptor"])
        assert font["BaseFont"][6] == "+"
        assert pdf.get(descriptor["FontFile2"]).content.startswith(b"\0\1\0\0")
        assert b"beginbfrange" in pdf.get(font["ToUnicode"]).content
    assert len({font["BaseFont"] for font in fonts}) == len(fonts)


def test_the_profile_is_small_and_whole() -> None:
    profile = srgb_profile()

    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    assert len(profile) < 600


@pytest.mark.parametrize(("paper", "box"), [("a4", [595.28, 841.89]), ("letter", [612, 792]), ("a5", [419.53, 595.28])])
def test_paper_changes_the_sheet(paper: str, box: list[float]) -> None:
    content, _ = make(full_article(), PdfOptions(paper=paper))  # type: ignore[arg-type]

    assert Pdf(content).pages[0]["MediaBox"][2:] == box


def test_the_sample_is_small() -> None:
    lines = (ROOT / "samples" / "major-non-nato-ally.txt").read_text(encoding="utf-8").splitlines()

    content, _ = make(story(*lines))

    assert len(content) < 18_000
    assert NEWS.page.width_pt == 595.276


def test_the_sample_takes_no_more_than_sixteen_kilobytes() -> None:
    sample = next(one for one in all_samples() if one.name == "major-non-nato-ally")

    assert len(sample.convert(["pdf"]).outputs["pdf"]) <= 16 * 1024

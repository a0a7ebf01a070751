"""The pipeline: bytes in, bytes out, proved between."""

from __future__ import annotations

import pytest

from converter.conversion.pipeline import Plan, Target, convert, read, write
from converter.conversion.provenance import holdable
from converter.core.errors import InternalError, LimitExceeded, StrictNotice, UnreadableInput, UsageError
from converter.core.limits import Limits
from converter.formats import losses
from converter.formats.records import Context, Source, WriterRecord
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Figure, Foreign, Furniture, MediaReference, Paragraph, ThematicBreak
from converter.model.inline import Char
from converter.render.visible_text import is_printed, printed_texts
from converter.text.options import TextOptions
from tests.articles import full_article

STORY = b"The bridge is open again, the port said on Wednesday.\n"


def test_conversion_holds_article_canonical_form_outputs_and_notices() -> None:
    done = convert(Plan(STORY, "a.txt", (Target("xml"), Target("text"))))

    assert done.reader == "text"
    assert canonical.parse(done.canonical) == done.article
    assert done.outputs["xml"] == done.canonical
    assert done.outputs["text"] == STORY
    assert "guid-made" in {notice.code for notice in done.notices}


def test_id_that_a_sidecar_gives_is_not_taken_for_the_callers() -> None:
    with pytest.raises(UnreadableInput, match="sidecar guid: 'x' is no absolute IRI"):
        convert(Plan(STORY, "a.txt", sidecar=(("guid", "x"),)))
    with pytest.raises(UsageError, match=r"meta\['guid'\]: 'y' is no absolute IRI"):
        convert(Plan(STORY, "a.txt", sidecar=(("guid", "x"),), meta=(("guid", "y"),)))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (b"Read more\nShare\nSubscribe\n", "a.txt"),
        (b"<html><body><nav><a href='/a'>Home</a></nav></body></html>", "a.html"),
    ],
)
def test_source_of_which_nothing_is_printed_says_so(source: bytes, name: str) -> None:
    done = convert(Plan(source, name, (Target("text"), Target("pdf"))))

    assert "nothing-printed" in [notice.code for notice in done.notices]
    assert "nothing-printed" in [remark.code for remark in done.article.provenance.remarks]
    assert done.outputs["text"].strip() == b""
    with pytest.raises(StrictNotice):
        convert(Plan(source, name, strict=True))
    given = convert(Plan(source, name, meta=(("headline", "Given"),)))
    assert "nothing-printed" not in [notice.code for notice in given.notices]


def test_picture_without_a_word_is_printed() -> None:
    figure = Figure((MediaReference("a.png", "image/png", sha256="0" * 64),))

    assert is_printed(Article((figure,)))
    assert not is_printed(Article((Furniture((figure,), "furniture"),)))


def test_same_plan_gives_the_same_conversion() -> None:
    plan = Plan(STORY, "a.txt", (Target("docx"), Target("pdf")), meta=(("lang", "en"),))

    assert convert(plan) == convert(plan)


def test_provenance_says_what_was_read() -> None:
    article, notices = read(Plan(STORY, "a.txt"))

    found = article.provenance
    assert (found.name, found.media_type, found.size_bytes) == ("a.txt", "text/plain", len(STORY))
    assert found.sha256 == canonical.digest(STORY)
    assert (found.words, found.blocks, found.characters) == (10, 1, len(STORY) - 1)
    assert [remark.code for remark in found.remarks] == [notice.code for notice in notices]


def test_canonical_form_brings_its_own_provenance() -> None:
    first = convert(Plan(STORY, "a.txt"))

    again = convert(Plan(first.canonical, "copy.xml"))

    assert again.article == first.article
    assert again.canonical == first.canonical


def test_given_metadata_reaches_the_article_and_the_sidecar_gives_way() -> None:
    plan = Plan(STORY, "a.txt", meta=(("headline", "Given"),), sidecar=(("headline", "Beside"), ("lang", "nb")))

    article, notices = read(plan)

    assert [headline.content for headline in article.head.headlines] == [("Given",)]
    assert [kept.content for kept in article.head.properties] == [("Beside",)]
    assert article.lang == "nb"
    assert [notice.code for notice in notices] == ["value-replaced", "guid-made"]


def test_sidecar_is_checked_before_its_language_is_relied_on() -> None:
    with pytest.raises(UnreadableInput, match="sidecar lang"):
        read(Plan(STORY, "a.txt", sidecar=(("lang", "not a tag"),)))


def test_options_are_those_of_the_reader_that_is_chosen() -> None:
    options = (("text", TextOptions(charset="windows-1252")),)

    article, _ = read(Plan(b"Caf\xe9 prices rise.", "a.txt", reader_options=options))

    assert article.provenance.charset == "windows-1252"
    assert article.body == (Paragraph(("Café prices rise.",)),)


def test_strict_names_the_first_notice_and_how_many_there_are() -> None:
    with pytest.raises(StrictNotice, match=r"^guid: no identity .* \[guid-made\] \(convert explain guid-made\)$"):
        convert(Plan(STORY, "a.txt", meta=(("lang", "en"),), strict=True))
    with pytest.raises(StrictNotice, match=r"2 notices, the first: "):
        convert(Plan(STORY, "a.txt", strict=True))


@pytest.mark.parametrize("limits", [Limits(input_bytes=10), Limits(output_bytes=100)])
def test_sizes_are_limited_in_a_callers_own_process_too(limits: Limits) -> None:
    with pytest.raises(LimitExceeded, match=r"is over 10.* bytes \(limit .*_bytes; raise with limits=Limits"):
        convert(Plan(STORY, "a.txt", (Target("xml"),), limits=limits))


def test_article_in_hand_is_written_after_the_gate() -> None:
    article = full_article()

    done = write(article, Target("xml"))

    assert done.outputs["xml"] == done.canonical == canonical.serialise(article)


def test_reader_that_loses_a_character_is_a_bug() -> None:
    article = Article((Paragraph(("one tw",)),))

    losses.require_all_characters("one\n\ttw", article)
    with pytest.raises(InternalError, match=r"the reader lost 1 × U\+006F of the source's 2"):
        losses.require_all_characters("one two", article)


def test_character_that_xml_cannot_hold_is_not_lost() -> None:
    losses.require_all_characters("a\x01b", Article((Paragraph(("a", Char(1), "b")),)))


LINKS = (losses.lost("Link"),)


def test_what_a_writer_loses_is_counted() -> None:
    context = Context(Source("a.txt"))
    writer = WriterRecord("plain", ".plain", "text/plain", "m:f", "words", losses=f"{__name__}:LINKS")

    losses.note_losses(full_article(), writer, context)

    (notice,) = context.notices
    assert notice.code == "not-carried"
    assert dict(notice.facts)["what"] == "Link"


def test_printed_words_leave_furniture_out() -> None:
    printed = "\n".join(printed_texts(full_article()))

    assert "Read More" not in printed


def test_printed_words_leave_out_what_no_page_shows() -> None:
    body = (
        Paragraph(("Words.",)),
        ThematicBreak(content=("***",)),
        Foreign(content=("<iframe/>",), type="text/html"),
    )

    assert list(printed_texts(Article(body))) == ["Words."]


@pytest.mark.parametrize(("text", "held"), [("a.txt", "a.txt"), ("a\x01\ud800\ufffe", "a\\x01\\ud800\\ufffe")])
def test_name_that_xml_cannot_hold_is_spelt(text: str, held: str) -> None:
    assert holdable(text) == held

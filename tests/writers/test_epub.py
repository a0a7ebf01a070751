"""Publications that we write: one story whole, the same bytes every time, and back again."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import converter
from converter import model
from converter.core.errors import CannotWrite, UnreadableInput
from converter.formats.records import Context, NoOptions, Record, Source
from converter.formats.registry import find_reader, find_writer
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Figure, Heading, MediaReference, Paragraph
from converter.model.head import Head, Headline, Party
from converter.model.inline import Link
from converter.model.media import Media
from converter.readers.epub.read import read
from converter.render.visible_text import printed_texts
from converter.testing import check_reader, check_writer
from converter.writers.epub import write
from converter.writers.epub.options import EpubOptions
from tests.articles import full_article
from tests.losses.cases import PICTURE
from tests.strategies import articles

GUID = "tag:example.com,2024:story"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"


def written(article: Article, media: Media | None = None, **options: bool) -> bytes:
    """Return the publication of an article."""
    return write(article, EpubOptions(**options), context_of(media))


def context_of(media: Media | None = None) -> Context:
    return Context(Source("story.txt"), media=media, record=Record("2024-05-24T10:30:00.123456789+03:00"))


def part(publication: bytes, name: str) -> etree._Element:
    """Return the root of a document of the publication."""
    with zipfile.ZipFile(io.BytesIO(publication)) as package:
        return etree.fromstring(package.read(f"EPUB/{name}"))


def changed(publication: bytes, old: bytes, new: bytes, name: str = "EPUB/story.xhtml") -> bytes:
    """Return the publication as somebody has saved it with another word."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(publication)) as package, zipfile.ZipFile(made, "w") as other:
        for member in package.infolist():
            content = package.read(member)
            assert member.filename != name or old in content
            other.writestr(member.filename, content.replace(old, new) if member.filename == name else content)
    return made.getvalue()


def meta(publication: bytes, name: str) -> list[str]:
    return [
        each.text or "" for each in part(publication, "package.opf").iter(f"{OPF}meta") if each.get("property") == name
    ]


def test_writer_and_reader_keep_their_contracts() -> None:
    check_writer(find_writer("epub"), [full_article(), Article((Paragraph(("x",)),), guid=GUID), Article()])
    check_reader(find_reader("own_epub"), [written(full_article())])


def test_kind_of_the_file_stands_where_it_is_looked_for() -> None:
    publication = written(full_article())

    assert publication[30:58] == b"mimetypeapplication/epub+zip"
    assert publication == written(full_article())


def test_publication_says_what_it_is() -> None:
    publication = written(full_article())
    said = {(str(each.tag), each.text) for each in part(publication, "package.opf").iter()}

    assert (f"{DC}identifier", "urn:newsml:example.com:20240522:harbour-bridge") in said
    assert (f"{DC}title", "Harbour Bridge Reopens After “Long Silence”") in said
    assert (f"{DC}language", "en-GB") in said
    assert (f"{DC}creator", "Ann Example") in said
    assert (f"{DC}date", "2024-05-22T18:30:00+01:00") in said
    assert meta(publication, "dcterms:modified") == ["2024-05-24T07:30:00Z"]
    assert meta(publication, "schema:accessMode") == ["textual"]
    assert meta(publication, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]


def test_printed_words_stand_in_the_story_in_order() -> None:
    article = full_article()
    root = part(written(article), "story.xhtml")
    for layout in root.iter("{*}rp"):
        layout.text = None
    shown = "".join(map(str, root.find("{*}body").itertext()))  # type: ignore[union-attr]

    at = 0
    for text in printed_texts(article):
        for word in text.replace("\x01", "\ufffd").split():
            found = shown.find(word, at)
            assert found >= 0 or word in shown, f"{word!r} is missing"
            at = max(at, found)


def test_contents_lead_to_the_headings() -> None:
    article = Article((Heading(("One",)), Heading(("Two",), id="heading-1"), Heading(("Three",))), guid=GUID)
    publication = written(article)
    links = [each.get("href") for each in part(publication, "nav.xhtml").iter("{*}a")]
    ids = {each.get("id") for each in part(publication, "story.xhtml").iter()}

    assert links == ["story.xhtml", "story.xhtml#heading-1-", "story.xhtml#heading-1", "story.xhtml#heading-2"]
    assert {str(link).partition("#")[2] for link in links[1:]} <= ids


def test_link_that_leads_nowhere_is_text() -> None:
    context = context_of()
    body = (Paragraph((Link(("a",), "#nowhere"), model.Ref(("1",), "none"), Link(("b",), "#x")), id="x"),)
    publication = write(Article(body, guid=GUID), EpubOptions(), context)

    assert [each.get("href") for each in part(publication, "story.xhtml").iter("{*}a")] == ["#x"]
    assert [notice.code for notice in context.notices if notice.kind == "loss"] == ["link-as-text", "link-as-text"]


def test_picture_goes_along_once_and_is_described() -> None:
    media = Media()
    digest = media.keep(PICTURE)
    figure = Figure((MediaReference("bridge.png", "image/png", digest),), alt="A bridge")
    publication = written(Article((figure, figure), guid=GUID, lang="en"), media)

    assert [each.get("src") for each in part(publication, "story.xhtml").iter("{*}img")] == ["media/1.png"] * 2
    with zipfile.ZipFile(io.BytesIO(publication)) as package:
        assert package.read("EPUB/media/1.png") == PICTURE
    assert meta(publication, "schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" in meta(publication, "schema:accessibilityFeature")
    context = Context(Source("story.epub"))
    read(publication, NoOptions(), context)
    assert list(context.media.kept.values()) == [PICTURE]


@pytest.mark.parametrize(
    "figure",
    [
        Figure((MediaReference("https://example.com/a.png", "image/png"),), alt="A bridge"),
        Figure((MediaReference("a.svg", "image/svg+xml", "0" * 64),), alt="A bridge"),
        Figure((MediaReference("a.png", "image/jpeg", "0" * 64),), alt="A bridge"),
        Figure((MediaReference("a.png", "image/png", "1" * 64),), alt="A bridge"),
    ],
)
def test_picture_that_cannot_go_along_is_a_notice(figure: Figure) -> None:
    context = context_of(Media(kept={"0" * 64: PICTURE, "1" * 64: PICTURE[:40]}))
    publication = write(Article((figure,), guid=GUID, lang="en"), EpubOptions(), context)

    assert part(publication, "story.xhtml").find(".//{*}img") is None
    assert [dict(notice.facts)["field"] for notice in context.notices if notice.kind == "loss"] == ["Figure.media"]


def test_conformance_is_not_claimed_where_something_lacks() -> None:
    undescribed = Figure((MediaReference("bridge.png"),))

    assert meta(written(Article((Paragraph(("x",)),), guid=GUID)), "dcterms:conformsTo") == []
    assert meta(written(Article((undescribed,), guid=GUID, lang="en")), "dcterms:conformsTo") == []
    assert meta(written(Article((Paragraph(("x",)),), guid=GUID, lang="en")), "dcterms:conformsTo") != []


def test_story_from_right_to_left_turns_its_pages_so() -> None:
    publication = written(Article((Paragraph(("سلام",)),), guid=GUID, lang="fa", dir="rtl"))

    assert part(publication, "package.opf").find(f"{OPF}spine").get("page-progression-direction") == "rtl"  # type: ignore[union-attr]
    assert part(publication, "story.xhtml").get("dir") == "rtl"


@pytest.mark.parametrize(
    ("article", "record", "words"),
    [
        (Article((Paragraph(("x",)),)), Record("2024-05-24T10:30:00Z"), "identity"),
        (Article((Paragraph(("x",)),), guid=GUID), Record(), "no time of the record"),
        (Article((Paragraph(("x",)),), guid=GUID), Record("2024-05-24"), "no time of the record"),
    ],
)
def test_what_the_format_demands_is_asked_for(article: Article, record: Record, words: str) -> None:
    with pytest.raises(CannotWrite, match=words):
        write(article, EpubOptions(), Context(Source("-"), record=record))


# ── Back again ──


def test_publication_comes_back_as_the_identical_article() -> None:
    publication = written(full_article())

    done = converter.convert(publication, ["text"], name="story.epub")

    assert done.reader == "own_epub"
    assert done.canonical == canonical.serialise(full_article())
    assert "carried-changed" not in [notice.code for notice in done.notices]


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_publication_comes_back(article: Article) -> None:
    article = article.replace(guid=GUID)
    context = Context(Source("story.epub"))

    assert read(written(article), NoOptions(), context) == article
    assert context.notices == ()


def test_changed_publication_gives_what_it_says_now_and_a_notice() -> None:
    publication = changed(written(full_article()), b"walked over it first", b"ran over it first")

    done = converter.convert(publication, [], name="story.epub")

    notice = next(notice for notice in done.notices if notice.code == "carried-changed")
    assert (dict(notice.facts)["added"], dict(notice.facts)["removed"]) == ("ran", "walked")
    article, full = done.article, full_article()
    assert article.guid == full.guid
    assert [headline.content for headline in article.head.headlines][1] == full.head.headlines[0].content
    assert article.head.dateline is not None
    assert article.head.dateline.content == full.head.dateline.content  # type: ignore[union-attr]
    assert [type(block) for block in article.body if not isinstance(block, model.Furniture)] == [
        type(block) for block in full.body if not isinstance(block, model.Furniture)
    ]


def test_damaged_canonical_form_is_a_notice_and_the_story_is_read() -> None:
    publication = changed(written(full_article()), b"Harbour", b"Harbor", "EPUB/canonical-article.xml")

    done = converter.convert(publication, [], name="story.epub")

    assert "carried-damaged" in [notice.code for notice in done.notices]
    assert converter.read(publication, name="story.epub").head.headline() == Headline(
        ("Harbour ", model.Emphasis(("Bridge",)), " Reopens After “Long Silence”"), inferred="epub-class"
    )


def test_paragraph_beside_the_story_is_read_too() -> None:
    publication = changed(written(full_article()), b"<main>", b"<p>Before.</p><main>Bare <article><p>In.</p></article>")

    words = [model.plain_text(block) for block in converter.read(publication, name="a.epub").body]

    assert [word.strip() for word in words[:3]] == ["Before.", "Bare", "In."]


def test_publication_of_anybody_else_is_not_ours() -> None:
    publication = written(Article((Paragraph(("x",)),), Head(parties=(Party("A", "creator"),)), GUID), canonical=False)

    assert find_reader("own_epub").sniff
    assert converter.readers.epub.sniff.sniff(publication) is False


def test_package_without_a_publication_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/epub+zip")

    with pytest.raises(UnreadableInput, match="no EPUB"):
        read(made.getvalue(), NoOptions(), Context(Source("a.epub")))

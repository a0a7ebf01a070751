"""Each format that pandoc writes: the contract of writers, no words lost, and what is declared of losses is so."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest

from converter import model
from converter.core.errors import CannotWrite, LimitExceeded
from converter.core.limits import Limits
from converter.formats.losses import declared, part
from converter.formats.records import Context, Record, Source, WriterRecord
from converter.formats.registry import find_reader, find_writer, load
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Head
from converter.model.traversal import walk
from converter.pandoc import process
from converter.pandoc.family import WRITERS, WRITTEN, find_writing
from converter.render.visible_text import printed_texts
from converter.testing import check_writer
from tests.articles import full_article
from tests.losses.truth import lies
from tools.pandoc_losses import remembering

each_writer = pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])
READ_BACK = {
    "commonmark_x": "commonmark_x",
    "docbook": "docbook",
    "docbook4": "docbook",
    "dokuwiki": "dokuwiki",
    "gfm": "gfm",
    "jats_archiving": "jats",
    "markdown_mmd": "markdown",
    "markdown_phpextra": "markdown",
    "mediawiki": "mediawiki",
    "odt": "odt",
    "org": "org",
    "rst": "rst",
    "textile": "textile",
}
"""Format → the reader that knows most of it."""
ORDERED = 0.75
"""How alike the words are in their order: footnotes and the head stand elsewhere, and some readers name a box."""
GONE = {
    "org": "Tolls from June",
    "rst": "Additional reporting by Bo",
}
"""What pandoc itself does not read back: a caption with spans, a second author."""


def write(article: Article, name: str, limits: Limits | None = None) -> bytes:
    record = find_writer(name)
    context = Context(Source("-"), limits=limits, record=Record(version_created="2024-05-24T08:00:00Z"))
    output: bytes = load(record.function)(article, load(record.options)(), context)
    return output


def shown(output: bytes) -> str:
    """Return all that a file or the members of a package say."""
    if not output.startswith(b"PK"):
        return output.decode()
    with zipfile.ZipFile(io.BytesIO(output)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def without_ruby(article: Article) -> Article:
    """Return the article without the words that have a reading beside them, which is printed in brackets."""
    body = tuple(
        block.replace(content=model.inlines(*(item for item in block.content if not isinstance(item, model.Ruby))))
        if isinstance(block, Paragraph)
        else block
        for block in article.body
    )
    return article.replace(body=body)


def with_a_word_of_its_own_in_each_part_of_the_head(article: Article) -> Article:
    """Return the article with words in its head that stand nowhere else, so that none can stand in for another."""
    headlines = (*article.head.headlines, *(model.Headline((f"z{kind}",), kind) for kind in ("kicker", "sub")))
    head = article.head.replace(
        headlines=headlines,
        abstract=model.Abstract((Paragraph(("zabstract",)),)),
        bylines=(*article.head.bylines, model.Byline(("zbyline",))),
    )
    return article.replace(head=head)


@pytest.mark.slow
@each_writer
def test_writer_keeps_the_contract_and_every_word(writer: WriterRecord) -> None:
    article = with_a_word_of_its_own_in_each_part_of_the_head(without_ruby(full_article()))

    check_writer(writer, [article])

    if find_writing(writer.name).carries == "reference":
        return  # Which has no place for words.
    there = shown(write(article, writer.name))
    expected = {word for text in printed_texts(article) for word in words(text) if word.isascii() and word.isalpha()}
    assert sorted(word for word in expected if word not in there) == []


BODY = {
    "beamer": "\\begin{document}",
    "chunkedhtml": "<body",
    "context": "\\starttext",
    "epub2": "<body",
    "epub3": "<body",
    "html4": "<body",
    "html5": "<body",
    "jats_archiving": "",
    "jats_articleauthoring": "",
    "jats_publishing": "",
    "latex": "\\begin{document}",
    "rst": "",
    "typst": "cols: 1,\n  doc,\n)",
}
"""Format whose template hides some of the head where there is no title → what stands before all that is shown."""


def test_formats_that_hide_a_head_without_a_title_are_looked_at() -> None:
    assert {writing.name for writing in WRITTEN if writing.below_title} == set(BODY)


@pytest.mark.slow
@pytest.mark.parametrize("name", BODY)
def test_head_without_a_headline_is_printed(name: str) -> None:
    head = Head(
        headlines=(model.Headline(("zsubtitle",), "sub"),),
        bylines=(model.Byline(("zauthor",)),),
        abstract=model.Abstract((Paragraph(("zabstract",)),)),
    )

    there = shown(write(Article((Paragraph(("zbody",)),), head, guid="urn:example:1", lang="en"), name))

    seen = there.partition(BODY[name])[2] if BODY[name] else there
    assert [key for key in find_writing(name).below_title.split() if f"z{key}" not in seen] == []
    assert [word for word in ("zsubtitle", "zauthor", "zabstract", "zbody") if word not in there] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", READ_BACK)
def test_words_come_back_in_their_order(name: str) -> None:
    from difflib import SequenceMatcher

    article = without_ruby(full_article())
    record = find_reader(READ_BACK[name])

    again: Article = load(record.function)(
        write(article, name), load(record.options)(), Context(Source("-", lang="en"))
    )

    before, after = (words(" ".join(printed_texts(each))) for each in (article, again))
    everything = Counter(words(" ".join(value for value in walk(again) if isinstance(value, str)))) | Counter(after)
    gone = Counter(before) - everything - Counter(words(GONE.get(name, "")))
    assert gone.total() <= len(before) * 0.03, gone
    assert SequenceMatcher(None, before, after, autojunk=False).ratio() > ORDERED


@pytest.mark.slow
@pytest.mark.parametrize("name", ["json", "native"])
def test_tree_comes_back_through_pandoc(name: str) -> None:
    from tests.pandoc.law import blocks, parted, said

    article = full_article()
    record = find_reader(name)

    again: Article = load(record.function)(write(article, name), load(record.options)(), Context(Source("-")))

    assert said(again) == said(article)
    assert parted(again.body) == parted(blocks(article.body))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gfm", "commonmark_x"])
def test_yaml_head_brings_the_whole_head_back(name: str) -> None:
    from tests.pandoc.law import said

    article = full_article()
    record = find_reader("markdown" if name == "commonmark_x" else name)

    again: Article = load(record.function)(write(article, name), load(record.options)(), Context(Source("-")))

    assert said(again) == said(article)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rst"])  # Half a minute for each; tools/pandoc_losses.py measures them all.
def test_losses_are_what_is_declared(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "run", remembering(process.run))

    assert lies(find_writer(name)) == []


@pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])
def test_what_is_declared_is_of_the_model_and_declared_once(writer: WriterRecord) -> None:
    names = [name for loss in declared(writer) if not loss.when for name in loss.parts]

    assert [name for name in names if part(name).field in ("inferred", "given", "rule")] == []
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "member"), [("odt", "meta.xml"), ("epub3", "EPUB/content.opf"), ("pptx", "docProps/core.xml")]
)
def test_package_says_when_its_record_was_made(name: str, member: str) -> None:
    article = Article((Paragraph(("The bridge is open again today.",)),), guid="urn:x:1", lang="en")

    output = write(article, name)

    with zipfile.ZipFile(io.BytesIO(output)) as package:
        assert "2024-05-24T08:00:00Z" in package.read(member).decode()
        if name == "pptx":
            return
        assert package.namelist()[0] == "mimetype"
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_label_of_a_story_without_headline_is_no_printed_title_of_a_book() -> None:
    output = write(Article((Paragraph(("The bridge is open again today.",)),), guid="urn:x:1", lang="en"), "epub3")

    with zipfile.ZipFile(io.BytesIO(output)) as package:
        assert "<dc:title" in package.read("EPUB/content.opf").decode()
        assert "EPUB/text/title_page.xhtml" not in package.namelist()


def test_fault_of_pandoc_is_one_of_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    from converter.core.errors import UnreadableInput

    def refuse(*_: object) -> process.Answer:
        raise UnreadableInput("pandoc cannot write rst: no")

    monkeypatch.setattr(process, "run", refuse)
    with pytest.raises(CannotWrite, match="pandoc cannot write rst: no"):
        write(full_article(), "rst")

    def exceed(*_: object) -> process.Answer:
        raise LimitExceeded("takes longer")

    monkeypatch.setattr(process, "run", exceed)
    with pytest.raises(LimitExceeded):
        write(full_article(), "rst")


def test_every_name_of_pandoc_is_written() -> None:
    from converter.formats.own import WRITERS as OURS

    names = process.run(["--list-output-formats"], b"", Limits(), "list").output.decode().split()

    assert set(names) - {writer.name for writer in (*OURS, *WRITERS)} == set()


def test_every_ending_is_of_one_format() -> None:
    endings = [find_writing(writer.name).extension for writer in WRITERS]

    assert len(set(endings)) == len(endings)


def test_date_of_a_book_is_a_day_and_that_is_said() -> None:
    record = find_writer("epub3")
    head = Head(dates=(model.Date("published", "2024-05-22T18:30:00+01:00"),))
    context = Context(Source("-"), record=Record(version_created="2024-05-24T08:00:00Z"))

    output: bytes = load(record.function)(
        Article((Paragraph(("The bridge is open.",)),), head), load(record.options)(), context
    )

    assert "2024-05-22</dc:date>" in shown(output)
    assert "date-shortened" in {notice.code for notice in context.notices}


def test_keywords_are_no_code_of_typst() -> None:
    article = full_article()
    evil = article.head.replace(keywords=(model.Keyword('read("/etc/passwd")'),))

    assert "passwd" not in write(article.replace(head=evil), "typst").decode()

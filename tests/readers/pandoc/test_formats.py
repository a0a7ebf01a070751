"""Each format that pandoc reads: the contract of readers, encodings, and documents that ask for other files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Literal

import pytest

import converter
from converter import model
from converter.core.errors import BatchFailed, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.formats.records import Context, ReaderRecord, Source
from converter.formats.registry import find_reader, load
from converter.model import canonical
from converter.model.article import Article
from converter.model.head import Head
from converter.model.words import plain_text
from converter.pandoc.family import READERS
from converter.readers.pandoc.richtext import plain
from converter.testing import check_reader
from tests.command import run_convert
from tests.tree import ROOT

CASES = ROOT / "tests" / "cases"
FOLDERS = {"markdown": "commonmark_x", "commonmark": "gfm"}
TEXTS = {
    "dokuwiki": "====== Bridge ======\nThe **bridge** is //open//.\n  * one\n",
    "creole": "= Bridge\nThe **bridge** is //open//.\n* one\n",
    "jira": "h1. Bridge\nThe *bridge* is _open_.\n* one\n",
    "muse": "#title Bridge\n\nThe **bridge** is *open*.\n",
    "djot": "# Bridge\n\nThe *bridge* is _open_.\n",
    "opml": '<opml version="2.0"><head><title>Bridge</title></head><body><outline text="It is open."/></body></opml>',
    "man": ".TH BRIDGE 1\n.SH NAME\nbridge \\- it is \\fBopen\\fR\n",
    "t2t": "Bridge\n\n\nThe **bridge** is //open//.\n",
    "native": '[Para [Str "The",Space,Str "bridge",Space,Emph [Str "opened"]]]',
    "json": '{"pandoc-api-version":[1,23,1,1],"meta":{},"blocks":[{"t":"Para","c":[{"t":"Str","c":"Bridge"}]}]}',
}


def read(name: str, source: bytes, limits: Limits | None = None, lang: str | None = "en") -> tuple[Article, Context]:
    record = find_reader(name)
    context = Context(Source(f"story.{name}", lang=lang), limits=limits)
    article: Article = load(record.function)(source, load(record.options)(), context)
    return article, context


def sources(name: str) -> list[bytes]:
    if name in TEXTS:
        return [TEXTS[name].encode()]
    paths = sorted((CASES / FOLDERS.get(name, name)).glob("*/input.*"))
    named = [path for path in paths if path.suffix in find_reader(name).extensions]
    return [path.read_bytes() for path in named or paths]


@pytest.mark.slow
@pytest.mark.parametrize("record", READERS, ids=[record.name for record in READERS])
def test_reader_keeps_the_contract(record: ReaderRecord) -> None:
    found = sources(record.name)

    assert found
    check_reader(record, found[:1])


# ── What a document asks for ────────────────────────────────────────────────

ASKING = {
    "rst": ".. include:: {path}\n\n.. raw:: html\n   :file: {path}\n\n.. csv-table::\n   :file: {path}\n\nStory.\n",
    "latex": "\\input{{{path}}} \\include{{{path}}} \\verbatiminput{{{path}}} \\lstinputlisting{{{path}}} Story.",
    "org": '#+INCLUDE: "{path}"\n#+SETUPFILE: {path}\nStory [[file:{path}]]\n',
    "typst": '#include "{path}"\n#read("{path}")\nStory.\n',
    "asciidoc": "include::{path}[]\n\nStory.\n",
    "man": ".so {path}\n.TH X 1\n.SH A\nStory.\n",
    "t2t": "\n\n\n%!include: {path}\nStory.\n",
    "muse": '<include file="{path}">\n\nStory.\n',
    "markdown": "---\ntitle: x\nbibliography: {path}\ncss: {path}\n---\n\nStory. ![]({path}) <img src='file://{path}'>\n",
    "docbook": '<article xmlns="http://docbook.org/ns/docbook" xmlns:xi="http://www.w3.org/2001/XInclude"><para>Story.</para>'
    '<xi:include href="{path}" parse="text"/></article>',
    "ipynb": '{{"nbformat":4,"nbformat_minor":5,"metadata":{{}},"cells":[{{"cell_type":"markdown","id":"a",'
    '"metadata":{{}},"source":["Story. ![](attachment:{path})"]}}]}}',
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKING)
def test_no_other_file_is_read(name: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary.tex"
    canary.write_text("CANARY sings", encoding="utf-8")

    try:
        article, context = read(name, ASKING[name].format(path=canary).encode())
    except UnreadableInput as refusal:
        said = str(refusal)
    else:
        said = canonical.serialise(article).decode()
        assert context.media.kept == {}
        assert "Story" in said
    assert "CANARY" not in said


@pytest.mark.slow
def test_document_that_keeps_pandoc_busy_costs_its_seconds_only() -> None:
    nested = "".join(f"{'  ' * depth}- x\n" for depth in range(2500)).encode()

    with pytest.raises(LimitExceeded, match="limit seconds"):
        read("markdown", nested, Limits(seconds=2, line_chars=1 << 30))


@pytest.mark.slow
def test_batch_goes_on_after_a_document_that_keeps_pandoc_busy(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("*a_ " * 20_000, encoding="utf-8")  # Half a minute of pandoc's time and more.
    (tmp_path / "b.md").write_text("# Bridge\n\nThe bridge over Sample Bay is open again.\n", encoding="utf-8")

    done = run_convert("batch", ".", "--to", "text", "-o", "out", "--limit", "seconds=2", folder=tmp_path)

    said = done.stderr.decode().splitlines()
    assert [line for line in said if "a.md" in line] == [
        "convert: ./a.md: takes longer than 2 s (limit seconds; raise with --limit seconds=8) [quarantined]"
    ]
    assert (tmp_path / "out" / "b.txt").exists()
    assert done.returncode == BatchFailed.exit_code


@pytest.mark.slow
def test_document_that_fills_memory_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="limit memory_bytes"):
        read("markdown", b"word *x* [a](b) " * 400_000, Limits(memory_bytes=320 << 20))


@pytest.mark.parametrize("name", ["docbook", "jats", "fb2", "opml"])
def test_entities_are_refused(name: str) -> None:
    bomb = b'<!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><article><para>&b;</para></article>'

    with pytest.raises(UnreadableInput, match='declares entity "a"'):
        read(name, bomb)


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"mimetype": b"application/zip"}, "is a package, but no OpenDocument text"),
        ({"mimetype": ODT, "..__content.xml": b""}, "leads out of the package"),
        ({"mimetype": ODT, "content.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "content.xml: declares an entity"),
        ({"mimetype": ODT, "META-INF__manifest.xml": b"<x><encryption-data/></x>"}, "is encrypted"),
    ],
)
def test_package_is_looked_through_first(members: dict[str, bytes], fault: str) -> None:
    with pytest.raises(UnreadableInput, match=fault):
        read("odt", packed(**members))


# ── Encodings ───────────────────────────────────────────────────────────────

RUSSIAN = "Мост через залив снова открыт, сообщил порт в среду. Он был закрыт одиннадцать месяцев, и поезда не ходили."


def test_text_in_another_charset_is_no_mojibake() -> None:
    article, context = read("rst", RUSSIAN.encode("windows-1251"), lang="ru")

    assert plain_text(article.body) == RUSSIAN
    assert article.provenance.charset == "windows-1251"
    assert "charset-guessed" in {notice.code for notice in context.notices}


@pytest.mark.slow
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_byte_order_mark_is_believed(charset: str) -> None:
    mark = "\ufeff" if charset == "utf-16-be" else ""

    article, _ = read("markdown", f"{mark}# Мост\n\n{RUSSIAN}\n".encode(charset), lang="ru")

    assert plain_text(article.head.headlines) == "Мост"
    assert plain_text(article.body) == RUSSIAN


def test_characters_of_rich_text_become_their_numbers() -> None:
    assert plain(rb"{\rtf1\ansicpg1251 \'cc\'ee\u8222?x\u8222\'84y}") == (
        rb"{\rtf1\ansicpg1252 \u1052 ?\u1086 ?\u8222 ?x\u8222 ?y}"
    )
    assert plain(rb"{\rtf1\ansicpg1252 \'e9\uc2\u8222??}") == rb"{\rtf1\ansicpg1252 \'e9\uc2\u8222??}"
    assert plain(rb"{\rtf1\ansicpg99999 \'e9}") == rb"{\rtf1\ansicpg99999 \'e9}"


@pytest.mark.parametrize(
    "named",
    [
        "<name><surname>Example</surname><given-names>Ann</given-names></name>",
        "<string-name>Ann Example</string-name>",
        "<string-name><given-names>Ann</given-names> <surname>Example</surname></string-name>",
        "<name-alternatives><string-name>Ann Example</string-name></name-alternatives>",
        "<collab>Ann Example</collab>",
    ],
)
def test_contributor_of_jats_is_named_in_any_form(named: str) -> None:
    group = f'<contrib-group><contrib contrib-type="author">{named}</contrib></contrib-group>'
    front = f"<front><article-meta>{group}</article-meta></front>"
    article, _ = read("jats", f"<article>{front}<body><p>The bridge is open.</p></body></article>".encode())

    assert [party.name for party in article.head.parties_in("creator")] == ["Ann Example"]


HOLDS = [
    ("withheld", ()),
    ("canceled", (model.Date("embargoed", "2024-05-22T18:00:00Z"),)),
    ("usable", (model.Date("embargoed", "2024-05-22"),)),
    ("usable", (model.Date("embargoed", None),)),
    ("usable", ()),
]


@pytest.mark.parametrize(("status", "dates"), HOLDS)
def test_story_that_is_held_is_held_when_it_comes_back_from_jats(
    status: Literal["usable", "withheld", "canceled"], dates: tuple[model.Date, ...]
) -> None:
    head = Head(
        headlines=(model.Headline(("Bridge opens",)),), bylines=(model.Byline(("By Ann Example",)),), dates=dates
    )
    story = Article(
        (model.Paragraph(("The bridge is open.",)),), head, guid="urn:example:bridge", status=status, lang="en"
    )

    article, context = read("jats", converter.write(story, "jats"), lang=None)

    assert (article.status, article.head.dates) == (status, dates)
    assert (article.guid, article.lang) == (story.guid, story.lang)
    assert [plain_text(each.content) for each in article.head.bylines] == ["By Ann Example"]
    assert article.body == story.body
    assert [notice.code for notice in context.notices] == []


def test_footnote_of_rich_text_that_may_be_passed_over_is_kept() -> None:
    starred = rb"{\rtf1\ansi {\pard It is open{\super\chftn}{\*\footnote\pard Since Friday.\par} again.\par}}"
    article, _ = read("rtf", starred)

    assert "Since Friday." in plain_text(article)


@pytest.mark.parametrize("name", [record.name for record in READERS])
def test_no_bytes_are_no_article(name: str) -> None:
    with pytest.raises(UnreadableInput):
        read(name, b"")

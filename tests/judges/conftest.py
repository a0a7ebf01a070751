"""The outputs that are judged, made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter import Article, CannotWrite, Conversion
from converter.core.values import Value
from converter.formats.registry import find_writer
from converter.model.canonical import serialise
from tests.articles import full_article
from tests.case import RECORD_TIME, all_cases, all_samples

FORMATS = ["newsml", "nitf", "ninjs", "html", "docx", "pdf", "markdown", "epub", "jats"]


class Judged(Value):
    """The outputs of one article."""

    article: Article
    canonical: Path
    files: dict[str, Path]
    """Writer's name → its output; a writer that rightly refuses (`case.toml`, `refused_by`) has none."""


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Judged]:
    """Return, by name, the outputs of each sample, of each case that is not refused, and of `full`."""
    folder = tmp_path_factory.mktemp("judged")
    judged = {}
    for case in (*all_samples(), *all_cases()):
        refusing = case.settings.get("refused_by", [])
        for name in refusing:
            with pytest.raises(CannotWrite):
                case.convert([name])
        if not (case.folder / "error.json").exists():
            judged[case.name] = put(folder, case.name, case.convert([name for name in FORMATS if name not in refusing]))
    full = converter.convert(serialise(full_article()), FORMATS, name="full.xml", meta={"version_created": RECORD_TIME})
    judged["full"] = put(folder, "full", full)
    return judged


def put(folder: Path, name: str, done: Conversion) -> Judged:
    """Write what came of one article, and say where."""
    canonical = folder / f"{name}.canonical"
    canonical.write_bytes(done.canonical)
    files = {}
    for writer, output in done.outputs.items():
        files[writer] = folder / f"{name}{find_writer(writer).extension}"
        files[writer].write_bytes(output)
    return Judged(done.article, canonical, files)


@pytest.fixture(scope="session")
def newsml_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every NewsML-G2 document."""
    return files_of("newsml", outputs)


@pytest.fixture(scope="session")
def html_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every page."""
    return files_of("html", outputs)


@pytest.fixture(scope="session")
def epub_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every EPUB."""
    return files_of("epub", outputs)


@pytest.fixture(scope="session")
def jats_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every document in JATS."""
    return files_of("jats", outputs)


@pytest.fixture(scope="session")
def docx_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every DOCX."""
    return files_of("docx", outputs)


@pytest.fixture(scope="session")
def pdf_files(outputs: dict[str, Judged]) -> list[Path]:
    """Return every PDF."""
    return files_of("pdf", outputs)


def files_of(writer: str, outputs: dict[str, Judged]) -> list[Path]:
    """Return the outputs of one writer."""
    return [judged.files[writer] for judged in outputs.values() if writer in judged.files]

"""EPUBCheck on every publication, and on articles that nobody would write."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from converter import model
from converter.formats.records import Context, Record, Source
from converter.model.article import Article
from converter.model.media import Media
from converter.writers.epub import write
from converter.writers.epub.options import EpubOptions
from tests.judges.bench import PYTHON
from tests.losses.cases import PICTURE
from tests.strategies import articles

MOST_IN_BROWSER = 6


def run_epubcheck(*files: Path) -> list[str]:
    """Return `ok FILE` for each that has neither errors nor warnings, else a line a message; one Java for all."""
    jars = list(PYTHON.parent.parent.glob("lib/*/site-packages/epubcheck/epubcheck.jar"))
    assert jars, f"no epubcheck.jar beside {PYTHON}: run just judges-setup"
    program = Path(__file__).with_name("EpubBatch.java")
    classes = f"{jars[0]}:{jars[0].parent}/lib/*"
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", classes, str(program), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if not line.startswith("Validating using")]


def test_epubcheck_accepts_every_publication(epub_files: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    broken.write_bytes(epub_files[0].read_bytes().replace(b"application/epub+zip", b"application/epub+zap"))
    pictured = tmp_path / "pictured.epub"
    pictured.write_bytes(with_picture())

    lines = run_epubcheck(*epub_files, pictured, broken)

    assert len(epub_files) > 100
    assert [line for line in lines if not line.startswith(("ok ", f"{broken}: "))] == []
    assert [line for line in lines if line.startswith("ok ")] == [f"ok {path}" for path in (*epub_files, pictured)]
    assert [line for line in lines if line.startswith(f"{broken}: ERROR")] != []


def test_axe_finds_nothing_in_the_largest_stories(epub_files: list[Path], tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("no chromium on the path: .ci/run installs it")
    pages = []
    for path in sorted(epub_files, key=lambda path: -path.stat().st_size)[:MOST_IN_BROWSER]:
        with zipfile.ZipFile(path) as package:
            package.extractall(tmp_path / path.stem)
        if b" lang=" in (tmp_path / path.stem / "EPUB/story.xhtml").read_bytes()[:200]:
            pages += [tmp_path / path.stem / "EPUB/story.xhtml", tmp_path / path.stem / "EPUB/nav.xhtml"]
    script = Path(__file__).with_name("axe.py")
    done = subprocess.run([PYTHON, script, browser, *pages], capture_output=True, text=True, check=False)

    assert len(pages) > MOST_IN_BROWSER
    assert done.stdout.splitlines() == [f"ok {page}" for page in pages], done.stderr


def with_picture() -> bytes:
    """Return a publication with a picture inside."""
    media = Media()
    reference = model.MediaReference("bridge.png", "image/png", media.keep(PICTURE), width=1, height=1)
    article = Article((model.Figure((reference,), ("The bridge.",)),), guid="tag:example.com,2024:picture", lang="en")
    return write(article, EpubOptions(), Context(Source("-"), media=media, record=Record("2024-05-24T10:30:00Z")))


def test_epubcheck_accepts_any_article(tmp_path: Path) -> None:
    files: list[Path] = []

    @seed(1)
    @settings(
        max_examples=40, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(articles())
    def make(article: Article) -> None:
        files.append(tmp_path / f"{len(files)}.epub")
        article = article.replace(guid=f"tag:example.com,2024:{len(files)}")
        record = Record("2024-05-24T10:30:00Z")
        files[-1].write_bytes(write(article, EpubOptions(), Context(Source("-"), record=record)))

    make()

    assert [line for line in run_epubcheck(*files) if not line.startswith("ok ")] == []

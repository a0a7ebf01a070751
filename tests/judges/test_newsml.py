"""IPTC's schema and rules, on every NewsML-G2 document."""

from __future__ import annotations

from pathlib import Path

from converter.formats.item_times import settle
from converter.formats.records import Context, Source
from converter.writers.newsml import write
from converter.writers.newsml.options import NewsmlOptions
from tests.case import RECORD_TIME
from tests.judges.bench import ask, assert_accepted
from tests.judges.conftest import Judged


def test_newscheck_accepts_every_document(newsml_files: list[Path]) -> None:
    assert_accepted(ask("newscheck", "--strict", "--all", *newsml_files), newsml_files)


def test_newscheck_accepts_every_body_in_nitf(outputs: dict[str, Judged], tmp_path: Path) -> None:
    files = []
    for name, judged in outputs.items():
        if "newsml" in judged.files:
            record = settle(judged.article, {"version_created": RECORD_TIME}, None, epoch=None, modified=None)
            files.append(tmp_path / f"{name}.newsml.xml")
            context = Context(Source("-"), record=record)
            files[-1].write_bytes(write(judged.article, NewsmlOptions(body="nitf"), context))

    assert_accepted(ask("newscheck", "--strict", "--all", *files), files)


def test_newscheck_refuses_a_document_without_its_time(outputs: dict[str, Judged], tmp_path: Path) -> None:
    good = outputs["full"].files["newsml"].read_text(encoding="utf-8")
    broken = tmp_path / "broken.newsml.xml"
    broken.write_text(good.replace("versionCreated>", "versionMade>"), encoding="utf-8")

    assert not ask("newscheck", "--strict", broken).accepted

"""IPTC's schema and rules, on every NewsML-G2 document."""

from __future__ import annotations

from pathlib import Path

from tests.judges.bench import ask, assert_accepted
from tests.judges.conftest import Judged


def test_newscheck_accepts_every_document(newsml_files: list[Path]) -> None:
    assert_accepted(ask("newscheck", "--strict", "--all", *newsml_files), newsml_files)


def test_newscheck_refuses_a_document_without_its_time(outputs: dict[str, Judged], tmp_path: Path) -> None:
    good = outputs["full"].files["newsml"].read_text(encoding="utf-8")
    broken = tmp_path / "broken.newsml.xml"
    broken.write_text(good.replace("versionCreated>", "versionMade>"), encoding="utf-8")

    assert not ask("newscheck", "--strict", broken).accepted

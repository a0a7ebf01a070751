"""ECMA-376's schemas and accessibility, on every DOCX."""

from __future__ import annotations

from pathlib import Path

from tests.judges.bench import ask, assert_accepted


def test_docxcheck_accepts_every_document(docx_files: list[Path]) -> None:
    assert_accepted(ask("docxcheck", *docx_files), docx_files)


def test_docxcheck_refuses_what_is_no_document(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")

    assert not ask("docxcheck", broken).accepted

"""ECMA-376's schemas and accessibility on every DOCX, and what Word itself asks for, by Microsoft's validator."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from converter.io.zip_write import packed
from converter.model.article import Article
from converter.model.block import Paragraph
from tests.judges.bench import PYTHON, ask, assert_accepted
from tests.judges.open_xml_sdk import PROGRAM, faults
from tests.tree import ROOT
from tests.writers.docx.reading import written

SAMPLES = ROOT / "samples"


def test_docxcheck_accepts_every_document(docx_files: list[Path]) -> None:
    assert_accepted(ask("docxcheck", *docx_files), docx_files)


def test_docxcheck_refuses_what_is_no_document(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")

    assert not ask("docxcheck", broken).accepted


# ── What Word asks for beyond the schemas ───────────────────────────────────


def audit(folder: Path, documents: list[Path]) -> dict[str, list[str]]:
    """Return name → faults of each document by openxml-audit, which asks what Microsoft's Open XML SDK asks."""
    for document in documents:  # One start for all of them; it judges whatever office files a folder holds.
        (folder / document.name).symlink_to(document)
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "tests.judges.openxml_audit_many",
        "--recursive",
        "--format",
        "microsoft365",
        "--output",
        "json",
        folder,
    ]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        pytest.fail(f"openxml-audit could not judge (exit {done.returncode}): {done.stderr}")
    said = json.loads(done.stdout)
    return {Path(one["file"]).name: [fault["description"] for fault in one["errors"]] for one in said}


def test_audit_finds_nothing_that_word_would_mend(docx_files: list[Path], tmp_path: Path) -> None:
    said = audit(tmp_path, docx_files)

    assert said == {document.name: [] for document in docx_files}


def test_open_xml_sdk_opens_samples_and_every_block(docx_files: list[Path]) -> None:
    if not PROGRAM.is_file():
        pytest.fail(f"no validator at {PROGRAM}: run just judges-setup")
    names = {
        "docx-bare-story.docx",
        "docx-every-block.docx",
        "full.docx",
        *(f"{path.stem}.docx" for path in SAMPLES.glob("*.txt")),
    }
    judged = [document for document in docx_files if document.name in names]

    assert {document.name for document in judged} == names
    assert {document.name: faults(document) for document in judged} == {name: [] for name in names}


def test_audit_and_sdk_find_what_the_schemas_let_through(tmp_path: Path) -> None:
    tag = f"en-x-{'-'.join(['subtag'] * 20)}"
    parts = written(Article((Paragraph(("Words.",)),), guid="tag:example.com,2024:a", lang="en")).parts
    styles = parts["word/styles.xml"].replace(b'w:bidi="en"', f'w:bidi="{tag}"'.encode())
    broken = tmp_path / "broken.docx"
    broken.write_bytes(packed({**parts, "word/styles.xml": styles}.items()))

    (tmp_path / "judged").mkdir()
    audited = audit(tmp_path / "judged", [broken])["broken.docx"]

    assert len(audited) == len(faults(broken)) == 1
    assert "exceeds maximum 84" in audited[0]
    assert "smaller than or equal to 84" in faults(broken)[0]
    assert ask("docxcheck", broken).accepted

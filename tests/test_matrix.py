"""The matrix of readers by writers on some cases; `just matrix` takes them all."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import matrix


@pytest.mark.slow
def test_nothing_is_lost_that_nobody_declared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = tmp_path / "cells.json"
    arguments = ["--cases", "every-field|saved-page|every-block|story", "--writers", "xml,newsml,nitf,ninjs,docx,text"]
    monkeypatch.setattr(sys, "argv", ["matrix", *arguments, "--json", str(cells)])

    code = matrix.main()

    assert code == 0, capsys.readouterr().out
    assert {cell["column"] for cell in json.loads(cells.read_text())} >= {"docx", "docx*", "newsml", "text"}

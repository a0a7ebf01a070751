"""A plug-in as somebody else would write it, really built, really installed, found through its entry points."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter.core.errors import UnreadableInput
from converter.formats.records import Context, NoOptions, Source
from converter.formats.registry import load
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.testing import check_reader, check_writer
from tests.command import run_convert
from tests.tree import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment in which the plug-in is installed."""
    folder = tmp_path_factory.mktemp("plugin")
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--no-index", "--target", folder, ROOT / "tests" / "plugin"],
        check=True,
    )
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))}


@pytest.mark.slow
def test_plugin_writes_the_sample(installed: dict[str, str], tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Bridge Reopens\n\nThe bridge is open again, the port said.\n", encoding="utf-8")

    done = run_convert(story, "--to", "gemtext", "--meta", "headline=Bridge", folder=tmp_path, environment=installed)

    assert done.returncode == 0, done.stderr
    written = (tmp_path / "story.gmi").read_text(encoding="utf-8")
    assert written.startswith("# Bridge\n")
    assert "The bridge is open again, the port said.\n" in written


def test_plugin_reads_by_its_extension(installed: dict[str, str], tmp_path: Path) -> None:
    story = tmp_path / "story.gmi"
    story.write_text("# Bridge Reopens\n\nThe bridge is open.\n=> gemini://example.com/ More\n", encoding="utf-8")

    done = run_convert(story, "--to", "xml", folder=tmp_path, environment=installed)

    assert done.returncode == 0, done.stderr
    written = (tmp_path / "story.xml").read_text(encoding="utf-8")
    assert ">Bridge Reopens</headline>" in written
    assert 'href="gemini://example.com/"' in written


def test_option_of_a_plugin_is_set_like_any_other(installed: dict[str, str], tmp_path: Path) -> None:
    story = tmp_path / "story.gmi"
    story.write_text("=> https://example.com/ More\n", encoding="utf-8")

    done = run_convert(
        story, "--to", "gemtext", "--set", "gemtext.links=none", "-o", "-", folder=tmp_path, environment=installed
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == "More\n"


def test_plugin_is_listed_with_our_formats(installed: dict[str, str], tmp_path: Path) -> None:
    assert b"gemtext" in run_convert("formats", folder=tmp_path, environment=installed).stdout
    assert b"gemtext" not in run_convert("formats", folder=tmp_path).stdout


def test_example_keeps_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "plugin"))
    plugin = importlib.import_module("converter_gemtext")

    check_writer(plugin.WRITER, [Article((Paragraph(("The bridge is open.",)),))])
    check_reader(plugin.READER, [b"# Bridge Reopens\n\nThe bridge is open.\n=> gemini://example.com/ More\n> Yes.\n"])
    with pytest.raises(UnreadableInput, match="not UTF-8 at byte 2"):
        load(plugin.READER.function)(b"a \xff", NoOptions(), Context(Source("a.gmi")))

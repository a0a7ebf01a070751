"""Plug-ins at fault: each is blamed by the name of its package, and spoils nothing that has no need of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import converter
from converter import UsageError
from converter.core.errors import PluginFault
from converter.formats.plugins import is_ours
from converter.formats.registry import all_writers, broken_plugins, find_reader, find_writer
from tests.cli.desk import Desk

STORY = b"The bridge is open again, the port said on Wednesday.\n"

PACKAGE = """
from typing import Literal, Optional
from converter.formats import ReaderRecord, WriterRecord, File
from converter.formats import Value

class Options(Value):
    start: str = ""
    count: int = 1
    how: Literal["a", "b"] = "a"
    words: tuple[str, ...] = ()
    logo: File | None = None
    end: Optional[str] = None

class Unfit(Value):
    table: dict = {}

def record(name, options="faulty:Options", losses="", function=None):
    function = function or f"faulty:{name}"
    return WriterRecord(name=name, extension=f".{name}", media_type="x/y", function=function, description=name,
                        options=options, losses=losses)

def text(article, options, context):
    return f"{options.start}{options.count}{options.how}{options.words}{options.end}"

def raises(article, options, context):
    raise KeyError("x")

def good(article, options, context):
    return text(article, options, context).encode()

def read(source, options, context):
    return source

def sniff(source):
    raise OSError("x")

TEXT, RAISES, GOOD = record("text_giver"), record("raises"), record("good")
TEXT = TEXT.replace(function="faulty:text")
GONE = record("gone", function="faulty_gone:write")
NAMELESS = record("nameless", function="faulty:nothing")
UNFIT = record("unfit", options="faulty:Unfit", function="faulty:good")
LOSES = record("loses", losses="faulty:LOSSES", function="faulty:good")
READER = ReaderRecord(name="reads", extensions=(".reads",), media_type="x/y", function="faulty:read", description="r")
SNIFFS = READER.replace(name="sniffs", extensions=(".sniffs",), sniff="faulty:sniff")
NOTHING = "no record"
"""

POINTS = """
[converter.writers]
text_giver = faulty:TEXT
raises = faulty:RAISES
good = faulty:GOOD
gone = faulty:GONE
nameless = faulty:NAMELESS
unfit = faulty:UNFIT
loses = faulty:LOSES
unimportable = faulty_away:WRITER
other = faulty:NOTHING

[converter.readers]
reads = faulty:READER
sniffs = faulty:SNIFFS
"""


@pytest.fixture(autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install the package for one test."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "faulty.py").write_text(PACKAGE, encoding="utf-8")
    about = folder / "article_converter_faulty-1.5.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: article-converter-faulty\nVersion: 1.5\n")
    (about / "entry_points.txt").write_text(POINTS)
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    sys.modules.pop("faulty", None)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    """Return a desk whose folder is the working folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capfd)


@pytest.mark.parametrize(
    ("format", "words"),
    [
        ("text_giver", "article-converter-faulty 1.5 failed: faulty:text gives str, not bytes (tell whoever keeps it"),
        ("raises", "article-converter-faulty 1.5 failed: KeyError: 'x' (tell whoever keeps it"),
        ("gone", "faulty_gone cannot be loaded: ModuleNotFoundError: No module named 'faulty_gone'"),
        ("nameless", "article-converter-faulty 1.5 cannot be loaded: AttributeError: module 'faulty' has no attribute"),
        ("loses", "article-converter-faulty 1.5 cannot be loaded: AttributeError: module 'faulty' has no attribute"),
        (
            "unimportable",
            "article-converter-faulty 1.5 cannot be loaded: ModuleNotFoundError: No module named",
        ),
    ],
)
def test_fault_of_a_plug_in_names_its_package(format: str, words: str) -> None:
    with pytest.raises(PluginFault) as failed:
        converter.convert(STORY, format, name="a.txt")

    assert f"a.txt: the plug-in {words}" in f"{'' if failed.value.source else 'a.txt: '}{failed.value}"
    assert failed.value.exit_code == 70


def test_reader_that_gives_no_article_is_named() -> None:
    with pytest.raises(PluginFault, match="faulty:read gives bytes, not Article"):
        converter.read(STORY, name="a.reads")


def test_recognition_that_fails_is_a_fault_for_its_own_files_only() -> None:
    html = b"<!doctype html><title>x</title><p>The bridge is open again, the port said on Wednesday.</p>"

    assert converter.convert(html, "xml", name="a.odd").reader == "html"
    with pytest.raises(PluginFault, match=r"1\.5 failed: OSError: x"):
        converter.read(STORY, name="a.sniffs")


def test_entry_point_that_names_no_record_is_said() -> None:
    with pytest.raises(UsageError, match="the plug-in 'other' gives no WriterRecord"):
        find_writer("other")


def test_others_are_used_as_if_it_were_not_there() -> None:
    done = converter.convert(STORY, "good", settings={"good": {"start": "<", "count": 2, "how": "b", "words": ["x"]}})

    assert done.outputs["good"] == b"<2b('x',)None"
    assert find_reader("reads").name == "reads"
    assert {"good", "raises"} <= {record.name for record in all_writers()}
    (fault,) = broken_plugins()
    assert fault.what.startswith("the plug-in article-converter-faulty 1.5 cannot be loaded: ")


def test_option_of_a_type_that_no_setting_has_is_the_plug_ins_fault() -> None:
    with pytest.raises(PluginFault, match=r"failed: TypeError: Unfit\.table has the type 'dict'"):
        converter.convert(STORY, "unfit", settings={"unfit.table": "a"})


def test_broken_plug_in_is_said_beside_the_list(desk: Desk) -> None:
    done = desk.run("formats")

    assert done.code == 0
    assert "  good " in done.out
    assert "convert: the plug-in article-converter-faulty 1.5 cannot be loaded: ModuleNotFoundError" in done.err
    assert desk.run("formats", "good").out.count("--set good.") == 6
    assert desk.run("formats", "unfit").code == 70


def test_extension_of_a_plug_in_says_the_format(desk: Desk) -> None:
    assert desk.run("story.txt", "-o", "a.good").code == 0
    assert desk.run("story.txt", "--to", "pdf", "-o", "b.good").code == 2
    assert (desk.folder / "a.good").read_bytes() == b"1a()None"


def test_fault_on_the_command_line_is_one_line(desk: Desk) -> None:
    done = desk.run("story.txt", "--to", "raises")

    assert (done.code, done.err.count("\n")) == (70, 1)
    assert done.err.startswith("convert: story.txt: the plug-in article-converter-faulty 1.5 failed: KeyError: 'x' (")


def test_what_is_ours_is_told_by_its_module() -> None:
    assert is_ours("converter.writers.pdf:write")
    assert not is_ours("converter_gemtext.write:write")

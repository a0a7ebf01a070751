"""Planning: names and texts become a request, once a run; what is wrong is refused before anything is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.conversion.plan import plan_for, plan_for_file, request
from converter.core.errors import UsageError
from converter.text.options import TextOptions as ReadingOptions
from converter.writers.text.options import TextOptions as WritingOptions


def test_setting_goes_to_the_side_that_has_the_option() -> None:
    wanted = request(to=["text"], settings=[("text.layout", "lines"), ("text.wrap", "60")])

    assert wanted.reader_options == (("text", ReadingOptions(layout="lines")),)
    assert wanted.targets[0].options == WritingOptions(wrap=60)


def test_setting_of_a_format_that_is_not_asked_for_is_checked_all_the_same() -> None:
    assert request(to=["xml"], settings=[("pdf.paper", "a5")]).targets[0].options is None
    with pytest.raises(UsageError, match="a9"):
        request(to=["xml"], settings=[("pdf.paper", "a9")])


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("text.none", r"no option text\.none \(there are: text\.charset.*text\.wrap"),
        ("none.text", r"no format called 'none' \(there are: text, .*newsml"),
        ("xml.any", r"no option xml\.any \(there are: none\)"),
        ("text.", "names no option"),
        ("", "names no option"),
    ],
)
def test_wrong_setting_lists_what_there_is(setting: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        request(settings=[(setting, "1")])


@pytest.mark.parametrize("owner", ["text", "html", "eml", "wire"])
def test_charset_that_there_is_not_is_refused_before_anything_is_read(owner: str) -> None:
    with pytest.raises(UsageError, match=rf"^settings\['{owner}\.charset'\]: no charset 'none' \(there are: utf-8"):
        request(settings=[(f"{owner}.charset", "none")])


@pytest.mark.parametrize("option", ["text.furniture", "html.furniture", "newsml.dialects"])
def test_file_that_holds_no_rules_is_refused_before_anything_is_read(option: str, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe((")

    with pytest.raises(UsageError, match=r"no furniture rules|bad\.toml"):
        request(settings=[(option, str(tmp_path / "bad.toml"))])


def test_style_is_a_name_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")

    assert request(style="news").style is not None
    assert request(style=str(tmp_path / "mine.toml")).style is not None
    with pytest.raises(UsageError, match=r"no house style 'mine' \(there are: news"):
        request(style="mine")


def test_plan_of_a_file_has_its_time_its_sidecar_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words.")
    (tmp_path / "a.yaml").write_text("lang: en")
    os.utime(path, (0, 0))

    plan = plan_for_file(str(path), request(to=["xml"]))

    assert (plan.name, plan.source, plan.modified) == ("a.txt", b"Words.", "1970-01-01T00:00:00Z")
    assert plan.sidecar == (("lang", "en"),)


def test_plan_of_bytes_has_neither_time_nor_folder() -> None:
    plan = plan_for(b"Words.", "a.txt", request())

    assert (plan.modified, plan.find_media, plan.sidecar) == (None, None, ())

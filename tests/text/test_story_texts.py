"""The stories behind the figures of the text reader: rebuilt from packages by labels that hold no words."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import story_texts, unseen
from benchmarks.stories import lines_of, root_of

if TYPE_CHECKING:
    import pytest

PAGE = """<html><body><p>News<p>Ferry stops on Sundays<p>By Bo Sample<p>EASTMERE - The ferry stops, the county said.
<p>“Nobody came any more,” said Ann Example.<p>Terms of use<p>Ten quiet bays</body></html>"""
LINES = lines_of(root_of(PAGE.encode()))
LABELS: dict[str, object] = {
    "lines": story_texts.digest_of(LINES),
    "headline": "1",
    "byline": "2",
    "body": "3-4",
    "dateline": "3:0-10",
    "furniture": "0 5",
    "related": "6",
    "quotations": ["4:1-22 4:29-40", "4:1-7"],
}


def rebuild(
    folder: Path, labels: dict[str, object], monkeypatch: pytest.MonkeyPatch, *archives: Path
) -> dict[str, int]:
    """Rebuild with labels for one page of the package `quay` 1.0."""
    for module, said in ((unseen, {"archive": "quay-1.0", "page": "tests/ferry.html"}), (story_texts, labels)):
        path = folder / f"{module.__name__}.json"
        path.write_text(json.dumps({"quay--ferry": said}), encoding="utf-8")
        monkeypatch.setattr(module, "LABELS", path)
    package = folder / "quay-1.0.tar.gz"
    with tarfile.open(package, "w:gz") as tar:
        member = tarfile.TarInfo("quay-1.0/tests/ferry.html")
        member.size = len(PAGE.encode())
        tar.addfile(member, io.BytesIO(PAGE.encode()))
    return dict(story_texts.rebuild([package, *archives], folder / "made"))


def test_labels_point_to_words_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rebuild(tmp_path, LABELS, monkeypatch) == {"pages": 1}

    pages = tmp_path / "made" / "pages"
    assert (pages / "html" / "quay--ferry.html").read_text(encoding="utf-8") == PAGE
    assert json.loads((pages / "labels.json").read_text(encoding="utf-8"))["quay--ferry"] == {
        "headline": "Ferry stops on Sundays",
        "byline": "By Bo Sample",
        "dateline": "EASTMERE -",
        "articleBody": "EASTMERE - The ferry stops, the county said.\n“Nobody came any more,” said Ann Example.",
        "furniture": ["News", "Terms of use"],
        "related": ["Ten quiet bays"],
        "quotations": [["Nobody came any more,", "Ann Example"], ["Nobody", None]],
    }


def test_a_page_with_other_lines_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = LABELS | {"lines": story_texts.digest_of([*LINES, "More"])}

    assert rebuild(tmp_path, labels, monkeypatch) == {}
    assert "quay--ferry" in capsys.readouterr().err


def test_stories_in_one_line_get_paragraphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"The ferry number {number} stops today." for number in range(7)]
    wheel = tmp_path / "gensim-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("gensim/test/test_data/lee_background.cor", " ".join(sentences) + "\nToo short.\n")

    assert rebuild(tmp_path, LABELS, monkeypatch, wheel) == {"pages": 1, "radio": 1}
    [story] = json.loads((tmp_path / "made" / "radio" / "labels.json").read_text(encoding="utf-8")).values()
    assert story["articleBody"].split("\n") == [" ".join(sentences[at : at + 2]) for at in range(0, 7, 2)]


def test_wire_copy_is_unwrapped_without_its_endmark() -> None:
    lines = ["The ferry stops on", "Sundays.", "    The bus goes on,", "it said.", " Reuter"]

    assert story_texts.unwrapped(lines) == ["The ferry stops on Sundays.", "The bus goes on, it said."]


def test_committed_labels_hold_no_words() -> None:
    labels = json.loads(Path(story_texts.__file__).with_name("story-labels.json").read_text(encoding="utf-8"))

    places = [value for said in labels.values() for key, value in said.items() if key not in ("lines", "quotations")]
    places += [place for said in labels.values() for place in said.get("quotations", ())]
    assert len(labels) > 200
    assert {char for place in places for char in place} <= set("0123456789-: ")

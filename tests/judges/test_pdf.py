"""PDF/A-3a, PDF/UA-1, and what validators miss, on every PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.bench import ask, ask_pdfcheck, assert_accepted
from tests.judges.conftest import Judged
from tests.judges.expected_text import note_lines, squeeze, story_lines


def test_verapdf_accepts_every_document(pdf_files: list[Path]) -> None:
    assert_accepted(ask("verapdf/verapdf-check", *pdf_files), pdf_files)


def test_verapdf_refuses_a_document_that_lost_its_metadata(outputs: dict[str, Judged], tmp_path: Path) -> None:
    good = outputs["full"].files["pdf"].read_bytes()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(good.replace(b"pdfuaid:part", b"pdfuaid:trap"))

    assert broken.read_bytes() != good
    assert not ask("verapdf/verapdf-check", broken).accepted


@pytest.fixture(scope="session")
def printed(outputs: dict[str, Judged]) -> dict[str, list[str]]:
    """Return the text of each PDF as pdfcheck reads it through the tags, a block a line."""

    shown = ask_pdfcheck(["--print-text", judged.files["pdf"]] for judged in outputs.values())
    return {name: list(verdict.lines) for name, verdict in zip(outputs, shown, strict=True)}


def test_every_word_of_the_story_is_printed_in_order(outputs: dict[str, Judged], printed: dict[str, list[str]]) -> None:
    for name, judged in outputs.items():
        blocks = [squeeze(block) for block in printed[name]]
        there = iter(blocks)
        missing = [line for line in story_lines(judged.article) if line not in there]
        assert not missing, f"{name}: not printed, or not in its place: {missing[0]!r}"
        assert set(note_lines(judged.article)) <= set(blocks), name


def test_furniture_is_never_printed(printed: dict[str, list[str]]) -> None:
    assert [name for name, blocks in printed.items() if "Read More" in blocks] == []


def test_pdfcheck_accepts_every_document_and_finds_its_canonical_form(
    outputs: dict[str, Judged], printed: dict[str, list[str]]
) -> None:
    # Read through the tags above; a second reader, which knows no tags, must find the same blocks.
    texts = {name: judged.files["pdf"].with_suffix(".lines") for name, judged in outputs.items()}
    for name, text in texts.items():
        text.write_text("\n".join(printed[name]) + "\n", encoding="utf-8")
    asked = ask_pdfcheck(
        ["--text", texts[name], "--canonical", judged.canonical, judged.files["pdf"]]
        for name, judged in outputs.items()
    )
    verdicts = dict(zip(outputs, asked, strict=True))

    # A replacement character that the source itself has stays one: then the judge is right, and so is the file.
    replaced = {name for name, judged in outputs.items() if any("\ufffd" in line for line in source_lines(judged))}
    refused = [
        line
        for name, verdict in verdicts.items()
        if not verdict.accepted
        for line in verdict.lines
        if name not in replaced or " text" not in line
    ]
    assert not refused, "\n".join(refused)
    for name, verdict in verdicts.items():
        if name not in replaced:
            assert_accepted(verdict, [outputs[name].files["pdf"]])


def source_lines(judged: Judged) -> list[str]:
    """Return all that the article's text says."""
    return [*story_lines(judged.article), *note_lines(judged.article)]


def test_pdfcheck_refuses_a_document_with_another_text(outputs: dict[str, Judged], tmp_path: Path) -> None:
    other = tmp_path / "other.lines"
    other.write_text("Another story.\n", encoding="utf-8")

    assert not ask("pdfcheck", "--text", other, outputs["full"].files["pdf"]).accepted

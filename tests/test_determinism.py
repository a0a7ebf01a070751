"""The same input gives the same bytes, whatever the folder, time zone, locale, hash seed and cache say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.formats.own import WRITERS
from tests.case import all_samples
from tests.command import run_convert

ALL = ",".join(record.name for record in WRITERS)
SAMPLE = next(sample for sample in all_samples() if sample.name == "major-non-nato-ally")

HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1716465600"}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "de_DE.UTF-8",
    "LANGUAGE": "de",
    "PYTHONHASHSEED": "4294967295",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "1716465600",
    "USER": "somebody",
}


def outputs(folder: Path, environment: dict[str, str], modified_s: int) -> dict[str, bytes]:
    """Return file name → bytes of every format of the sample, converted in ``folder`` with an empty cache there."""
    folder.mkdir(parents=True)
    story = folder / "story.txt"
    story.write_bytes(SAMPLE.source.read_bytes())
    os.utime(story, (modified_s, modified_s))
    done = run_convert(
        "story.txt",
        *("--to", ALL, "-o", "out"),
        folder=folder,
        environment={**environment, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")},
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


@pytest.mark.slow
def test_two_machines_give_the_same_bytes(tmp_path: Path) -> None:
    here = outputs(tmp_path / "a", HERE, 1_000_000_000)
    there = outputs(tmp_path / "another folder" / "größer", THERE, 1_700_000_000)

    assert len(here) == len(WRITERS)
    assert list(here) == list(there)
    assert [name for name in here if here[name] != there[name]] == []


@pytest.mark.slow
def test_a_full_cache_gives_the_bytes_of_an_empty_one(tmp_path: Path) -> None:
    first = outputs(tmp_path / "a", HERE, 1_000_000_000)

    again = run_convert(
        "story.txt",
        *("--to", ALL, "-o", "again"),
        folder=tmp_path / "a",
        environment={**HERE, "HOME": str(tmp_path / "a"), "XDG_CACHE_HOME": str(tmp_path / "a" / "cache")},
    )

    assert again.returncode == 0, again.stderr
    assert {path.name: path.read_bytes() for path in sorted((tmp_path / "a" / "again").iterdir())} == first


@pytest.mark.slow
def test_file_time_reaches_the_records_that_demand_a_time_and_nothing_else(tmp_path: Path) -> None:
    environment = {name: value for name, value in HERE.items() if name != "SOURCE_DATE_EPOCH"}

    older = outputs(tmp_path / "older", environment, 1_000_000_000)
    newer = outputs(tmp_path / "newer", environment, 1_700_000_000)

    assert [name for name in older if older[name] != newer[name]] == [
        "story.epub",
        "story.newsml.xml",
        "story.ninjs.json",
        "story.nitf.xml",
    ]

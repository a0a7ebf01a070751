"""The OCFL community's own fixtures for 1.1, through our `verify`: every verdict, and the codes they are named for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.archive.findings import Finding
from converter.archive.object_check import check_object
from converter.archive.tree import FolderTree
from tests.judges.bench import SHARED

FIXTURES = SHARED / "ocfl-fixtures" / "1.1"


def fixtures(kind: str) -> list[Path]:
    """Return the objects of a kind; that there are none fails the run."""
    found = sorted(FIXTURES.joinpath(kind).glob("*"))
    if not found:
        pytest.fail(f"no fixtures in {FIXTURES / kind}: tests/judges/README.md says where they must be")
    return found


def check(path: Path) -> tuple[Finding, ...]:
    return check_object(FolderTree(str(path)), "").findings


def test_good_objects_have_no_finding_at_all() -> None:
    assert {path.name: check(path) for path in fixtures("good-objects") if check(path)} == {}
    assert len(fixtures("good-objects")) == 12


def test_objects_to_warn_of_have_the_warnings_that_they_are_named_for_and_no_error() -> None:
    for path in fixtures("warn-objects"):
        found = check(path)
        assert {each.kind for each in found} == {"warning"}, path.name
        assert set(re.findall(r"W\d{3}", path.name)) <= {each.ocfl for each in found}, path.name
    assert len(fixtures("warn-objects")) == 13


def test_bad_objects_have_errors_and_a_code_that_they_are_named_for() -> None:
    whole = 0
    for path in fixtures("bad-objects"):
        found = check(path)
        wanted = set(re.findall(r"E\d{3}", path.name))
        assert "error" in {each.kind for each in found}, path.name
        assert wanted & {each.ocfl for each in found}, f"{path.name}: {[each.ocfl for each in found]}"
        whole += wanted <= {each.ocfl for each in found}
    assert len(fixtures("bad-objects")) == 55
    # Where a name has two codes, they are two words for one fault, and we say it once.
    assert whole == 52

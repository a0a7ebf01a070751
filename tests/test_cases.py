"""Every case gives what stands beside it; `just accept` rewrites that, and the diff is reviewed like code."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.case import Case, all_cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in all_cases()])
def test_case_gives_what_stands_beside_it(case: Case, accept: bool) -> None:
    outcome = case.outcome()

    if accept:
        rewrite(case, outcome)
        return
    expected = expectations(case)
    # A case labelled by hand is measured with the others (`just scores`); here it must at least convert whole.
    labelled = (case.folder / "labels.toml").exists()
    assert expected or labelled, f"nothing stands beside {case.source}: run just accept"
    for path in expected:
        assert path.name in outcome, f"{path.name} did not come out, but {', '.join(outcome)}"
        assert outcome[path.name] == path.read_bytes(), difference(path.name, path.read_bytes(), outcome[path.name])


def expectations(case: Case) -> list[Path]:
    """Return the files that say what must come out."""
    return [path for path in sorted(case.folder.iterdir()) if path.name.startswith(("expected.", "notices.", "error."))]


def rewrite(case: Case, outcome: dict[str, bytes]) -> None:
    """Put the outcome in the place of the expected files; a hand-labelled case gets none that it does not have."""
    for path in expectations(case):
        if path.name not in outcome:
            path.unlink()
    labelled = (case.folder / "labels.toml").exists()
    for name, content in outcome.items():
        if not labelled or (case.folder / name).exists():
            (case.folder / name).write_bytes(content)


def difference(name: str, expected: bytes, came: bytes) -> str:
    """Return both as a unified difference."""
    old, new = (content.decode("utf-8", "backslashreplace").splitlines(keepends=True) for content in (expected, came))
    return "".join(difflib.unified_diff(old, new, f"expected {name}", f"came {name}"))

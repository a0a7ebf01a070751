"""Rules of the house that a machine can see, on every tracked file.

The patterns are written so that they do not match themselves: `[.]` for a
dot, one letter in brackets.
"""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.tree import ROOT, tracked_files, tracked_texts

REGISTRY_HOST = re.compile(r"pypi[.]org|pythonhoste[d]|npmj[s]|deb[.]debian[.]org|registry[.]\w+[.]\w+/")
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)/|/tm[p]/\w|[.]librar[y]/")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|NotImplemented[E]rror)\b|pytest[.](?:mark[.])?(?:ski[p]|xfai[l])")
LOCK_FILES = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "package-lock.json", "yarn.lock"}


def find_lines(pattern: re.Pattern[str], *folders: str) -> list[str]:
    """Return `file:line: text` for each line that matches, in the folders named or else everywhere."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in tracked_texts()
        if not folders or name.startswith(folders)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert find_lines(REGISTRY_HOST) == []


def test_no_file_carries_a_path_of_somebodys_machine() -> None:
    assert find_lines(MACHINE_PATH) == []


def test_nothing_is_unfinished_and_no_test_is_skipped() -> None:
    assert find_lines(UNFINISHED, "converter/", "tests/", "tools/", "benchmarks/") == []


def test_no_lock_file_is_tracked() -> None:
    assert [path.name for path in tracked_files() if path.name in LOCK_FILES] == []


def test_only_the_judges_and_ci_look_outside_the_clone() -> None:
    outside = re.compile(r"[.][.]/share[d]")
    allowed = ("tests/judges/", ".ci/")

    assert [line for line in find_lines(outside) if not line.startswith((*allowed, "justfile"))] == []


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt", "constraints-judges.txt"])
def test_constraints_pin_each_package_by_version_and_hash_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    entries = re.split(r"^(?=\S)", text.replace("\\\n", " "), flags=re.MULTILINE)
    loose = [entry for entry in entries if entry.strip() and not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", entry)]

    assert loose == []
    assert "://" not in text


def test_what_pyproject_asks_for_is_pinned() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    product = names(pyproject["project"]["dependencies"])
    groups = pyproject["dependency-groups"]

    assert product | names(groups["build"]) <= pinned("constraints.txt")
    assert product | names(groups["build"]) | names(groups["dev"]) <= pinned("constraints-dev.txt")
    assert names(groups["judges"]) <= pinned("constraints-judges.txt")
    assert pyproject["build-system"]["requires"] == groups["build"]


def test_each_dependency_has_its_reason() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")

    project = pyproject["project"]
    extras = [each for extra in project["optional-dependencies"].values() for each in extra]

    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == names([*project["dependencies"], *extras])
    assert pinned("constraints.txt") <= set(re.findall(r"`([\w-]+)`", page))


def test_each_module_opens_with_why_it_exists() -> None:
    modules = [path for path in tracked_files() if path.suffix == ".py" and path.is_file() and path.stat().st_size]

    opening = re.compile(r'(?:#.*\n)*r?"""\S')
    assert [
        path.relative_to(ROOT).as_posix() for path in modules if opening.match(path.read_text(encoding="utf-8")) is None
    ] == []


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}

    assert [path.relative_to(ROOT).as_posix() for path in tracked_files() if path.name in vague] == []


def names(requirements: list[object]) -> set[str]:
    """Return the package names of plain requirements; included groups are left out."""
    return {re.split(r"[<>=~!;\s\[]", entry, maxsplit=1)[0].lower() for entry in requirements if isinstance(entry, str)}


def pinned(name: str) -> set[str]:
    """Return the names of the packages that a constraints file pins."""
    return set(re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

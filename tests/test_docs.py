"""What the docs say is so: examples run and print what the page shows, links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from converter import Archive
from converter.cli.__main__ import COMMANDS as OF_CONVERT
from converter.cli.archive import COMMANDS as OF_ARCHIVE
from converter.conversion.metadata import known_keys
from tests.command import run_convert
from tests.pages import Fence, fences, pages
from tests.tree import ROOT

PAGES = [path.relative_to(ROOT).as_posix() for path in pages()]
COMMANDS = ("", *OF_CONVERT, *(f"archive {name}" for name in OF_ARCHIVE))
STORY = "Bridge Reopens After Eleven Months\n\nThe bridge is open again, the port said on Wednesday.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder as the examples expect it: `samples/`, and stories called as in the help."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("*.pdf", "*.docx", "*.xml"))
    for name in ("article.txt", "story.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    return tmp_path


def run_shell(command: str, folder: Path) -> tuple[int, str]:
    """Return exit code, and standard output and error as printed, of a command line in which `convert` is ours."""
    tools = folder / ".bin"
    tools.mkdir(exist_ok=True)
    convert = tools / "convert"
    convert.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m converter "$@"\n', encoding="utf-8")
    convert.chmod(0o755)
    completions = folder / ".local" / "share" / "bash-completion" / "completions"
    completions.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(folder),
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def looks_like(shown: str, printed: str) -> bool:
    """Return whether ``printed`` is what a page shows, where `…` stands for any text."""
    pattern = ".*".join(re.escape(piece) for piece in shown.strip().split("…"))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


FIRST_PAGE = "README.md"
"""What runs with the fast tests: each command is a process, and the pages have some hundred."""


def marked(names: Iterable[str], slow: Callable[[str], bool]) -> list[ParameterSet]:
    """Return the names as parameters, the slow ones marked."""
    return [pytest.param(name, marks=[pytest.mark.slow] if slow(name) else []) for name in names]


def pages_with(kind: str) -> list[ParameterSet]:
    """Return the pages that have blocks of this kind."""
    having = [page for page in PAGES if any(fence.info == kind for fence in fences(ROOT / page))]
    return marked(having, lambda page: page != FIRST_PAGE)


@pytest.mark.parametrize("page", pages_with("console"))
def test_console_examples_print_what_the_page_shows(page: str, desk: Path) -> None:
    for fence in fences(ROOT / page):
        if fence.info == "console":
            run_console(fence, desk)
        else:
            save(fence, desk)


def save(fence: Fence, desk: Path) -> None:
    """Write a block marked `save=NAME` under that name, as a reader of the page would."""
    _, found, name = fence.info.partition(" save=")
    if found:
        (desk / name).write_text(fence.content, encoding="utf-8")


def run_console(fence: Fence, desk: Path) -> None:
    """Run each `$` line of the block, in order; a command may fail only where the page shows its error."""
    for typed in re.split(r"^\$ ", fence.content, flags=re.MULTILINE)[1:]:
        command, _, shown = typed.partition("\n")
        while command.endswith("\\"):
            more, _, shown = shown.partition("\n")
            command = command[:-1] + more
        code, printed = run_shell(command, desk)
        where = f"{fence.page}:{fence.line}: $ {command}\n{printed}"
        assert code == 0 or "error" in shown, where
        assert looks_like(shown, printed), where


@pytest.mark.parametrize("page", pages_with("python"))
def test_python_examples_run(page: str, desk: Path) -> None:
    blocks = fences(ROOT / page)
    for fence in blocks:
        save(fence, desk)
    script = "".join(fence.content for fence in blocks if fence.info == "python")

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=desk, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_files_shown_in_a_page_are_the_files() -> None:
    shown = [(fence, fence.info.partition(" file=")[2]) for page in PAGES for fence in fences(ROOT / page)]

    files = [(fence, (ROOT / name).read_text(encoding="utf-8")) for fence, name in shown if name]

    assert files
    assert [f"{fence.page}:{fence.line}" for fence, content in files if fence.content != content] == []


def test_links_between_pages_lead_somewhere() -> None:
    lost = []
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
        lost += [(page, at) for at in targets if at and not ((ROOT / page).parent / at).exists()]

    assert lost == []


def anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings have where Markdown is shown."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }


def test_links_to_headings_lead_to_one() -> None:
    lost = []
    for page in map(ROOT.joinpath, PAGES):
        for target, anchor in re.findall(r"\]\(([^)\s:#]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")):
            at = page.parent / target if target else page
            if at.suffix == ".md" and anchor not in anchors(at):
                lost.append((page.relative_to(ROOT).as_posix(), f"{target}#{anchor}"))

    assert lost == []


def test_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    broken = []
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            cells = [len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()]
            broken += [(page, table[:60])] if len(set(cells)) > 1 else []

    assert broken == []


def test_page_of_metadata_names_each_field() -> None:
    page = (ROOT / "docs" / "how-to" / "give-metadata.md").read_text(encoding="utf-8")

    assert [key for key in known_keys() if f"`{key}`" not in page] == []


def test_readme_opens_with_the_two_commands_that_ci_runs() -> None:
    first, second, *_ = fences(ROOT / "README.md")

    assert first.info == second.info == "sh"
    assert first.content.endswith(".venv/bin/convert samples/major-non-nato-ally.txt --to pdf\n")
    assert second.content.endswith(".venv-dev/bin/just check\n")


def folders_shown() -> list[tuple[str, str]]:
    """Return the names in the tree of `converter/` on the page of the house, each with its line."""
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    tree = page.partition("## The folders")[2].partition("```text\n")[2].partition("```")[0]
    return [(name, line) for line in tree.splitlines() for name in re.findall(r"(\w+)(?:/|\.py)(?=\s)", line)]


def children(folder: str) -> set[str]:
    """Return the modules and packages of a package of ours, by their names."""
    return {path.stem for path in (ROOT / folder).iterdir() if path.suffix == ".py" or path.is_dir()} - {
        "__init__",
        "__main__",
        "__pycache__",
    }


def test_page_of_the_house_shows_each_module() -> None:
    shown = dict(folders_shown())

    assert sorted(shown) == sorted(children("converter"))
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    for package in ("readers", "writers", "readers/containers"):
        assert children(f"converter/{package}") <= set(re.findall(r"\w+", page)), package


def test_page_of_the_house_stands_in_the_order_of_imports() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract.get("containers") == ["converter"])
    layer = {name: number for number, names in enumerate(layers) for name in re.findall(r"\w+", names)}

    order = [layer[name] for name, _ in folders_shown()]

    assert order == sorted(order)


def test_each_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in sorted(folder.glob("[0-9]*.md")) if f"]({path.name})" not in index] == []


BEFORE = {
    "archive import": "convert archive export news --bag whole --all --ocfl",
    "archive repair": "cp -r news copy",
    "archive replicate": "convert archive init copy",
}
"""Command → what must have been done before its examples."""


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that examples of `convert archive` look at: `bridge`, and `night-ferry` in two versions."""
    folder = tmp_path_factory.mktemp("docs") / "news"
    ferry, guid = ROOT / "samples" / "night-ferry.txt", "tag:example.com,2025:night-ferry"
    with Archive.open(folder, create=True, durability="none") as archive:
        archive.add(STORY.encode(), name="article.txt", meta={"guid": "tag:example.com,2025:bridge"})
        archive.add(ferry, meta={"guid": guid})
        archive.add(ferry, meta={"guid": guid, "ednote": "Corrects the fare."})
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("command", marked(COMMANDS, bool))
def test_examples_of_help_run(command: str, desk: Path, news: Path) -> None:
    text = run_convert(*command.split(), "--help", folder=desk).stdout.decode()
    if command:  # The other commands look at what the first has made.
        run_shell("convert article.txt --to xml", desk)
    if command.startswith("archive "):
        shutil.copytree(news, desk / "news")
    if command in BEFORE:
        run_shell(BEFORE[command], desk)

    examples = [line.strip() for line in text.partition("\nexamples:\n")[2].splitlines() if line.strip()]

    assert examples
    for example in examples:
        code, printed = run_shell(example, desk)
        assert code in ((0, 9) if "--strict" in example else (0,)), f"{example}\n{printed}"


@pytest.mark.parametrize("command", marked(COMMANDS, bool))
def test_help_fits_a_screen(command: str, desk: Path) -> None:
    lines = run_convert(*command.split(), "--help", folder=desk).stdout.decode().splitlines()

    assert len(lines) <= 50
    assert max(map(len, lines)) <= 100


def test_each_command_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"## convert {name}".rstrip() + "\n" not in page] == []

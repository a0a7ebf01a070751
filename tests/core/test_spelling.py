"""Spelling: each way in reads of an argument what it can type itself."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import pytest

from converter.core import spelling
from converter.core.errors import LimitExceeded
from converter.core.spelling import Spelt, in_shell, in_write
from tests.tree import ROOT

FLAG = re.compile(r"(?<![\w-])(--[a-z]|-[a-z]\b)")
OF_THE_SHELL = {"limits.py: --limit", "cluster.py: --engine dask", "cluster.py: --scheduler"}
"""What is given on the command line only: `NAME=VALUE`, and a cluster."""


@pytest.mark.parametrize(
    ("words", "call", "shell", "write"),
    [
        (spelling.meta("guid"), 'meta={"guid": …}', "--meta guid=…", "article.replace(guid=…)"),
        (spelling.meta("lang", "en"), 'meta={"lang": "en"}', "--meta lang=en", 'read(…, meta={"lang": "en"})'),
        (
            spelling.meta("version_created", "2024-05-24"),
            'meta={"version_created": "2024-05-24"}',
            "--meta version_created=2024-05-24",
            'record=Record(version_created="2024-05-24")',
        ),
        (spelling.meta("guid", None), "meta['guid']", "--meta guid", "meta['guid']"),
        (spelling.setting("pdf.paper"), 'settings={"pdf.paper": …}', "--set pdf.paper=…", None),
        (spelling.setting("pdf.paper", None), "settings['pdf.paper']", "--set pdf.paper", None),
        (spelling.limit("input_bytes", 4096, "4K"), "limits=Limits(input_bytes=4096)", "--limit input_bytes=4K", None),
        (spelling.OUTPUT, "output", "-o", None),
    ],
)
def test_each_way_in_spells_an_argument(words: Spelt, call: str, shell: str, write: str | None) -> None:
    assert (str(words), in_shell(words), in_write(words)) == (call, shell, write or call)


def test_words_grow_in_every_spelling() -> None:
    words = "give it with " + spelling.meta("guid") + ", or go on with " + Spelt("force=True", "--force") + "!"

    assert words == 'give it with meta={"guid": …}, or go on with force=True!'
    assert in_shell(words) == "give it with --meta guid=…, or go on with --force!"
    assert in_write(words) == "give it with article.replace(guid=…), or go on with force=True!"


def test_plain_words_are_those_of_every_way_in() -> None:
    assert in_shell("a") == in_write("a") == "a"


def test_error_keeps_its_spellings_through_a_process() -> None:
    error = LimitExceeded("too large", where="block 3", hint="raise " + spelling.limit("blocks", 8, "8"))

    again = pickle.loads(pickle.dumps(error)).at("a.txt")

    assert str(again) == "a.txt: block 3: too large (raise limits=Limits(blocks=8))"
    assert str(again.spelt(in_shell)) == "a.txt: block 3: too large (raise --limit blocks=8)"


def test_no_error_outside_the_command_line_names_a_flag_in_plain_words() -> None:
    found = set()
    for path in sorted((ROOT / "converter").rglob("*.py")):
        if path.relative_to(ROOT / "converter").parts[0] not in ("cli", "spelling.py"):
            found |= {f"{path.name}: {words}" for words in _plain_flags(path)}

    assert found == OF_THE_SHELL


def _plain_flags(path: Path) -> set[str]:
    """Return the texts of `where=` and `hint=` that name a flag in plain words, or fill a way out in."""
    source = path.read_text(encoding="utf-8")
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)) if FLAG.search(source) else ():
        if isinstance(node, ast.keyword) and node.arg in ("where", "hint"):
            found |= _texts(node.value)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).lower().strip("_") in ("hint", "way_out"):
            found |= _texts(node.value)
    return {text.strip() for text in found if FLAG.search(text)}


def _texts(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name):
        return {f"--{node.value.id} filled in"} if node.value.id in ("hint", "way_out") else set()
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Spelt"):
        return set()
    return {text for child in ast.iter_child_nodes(node) for text in _texts(child)}

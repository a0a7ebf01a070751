"""ocfl-py on what we write: roots of every layout, and every root that the tests of the archive leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter.archive.folder import FolderStore
from converter.archive.layout import FLAT, HASH_AND_ID, Layout
from converter.archive.tree import FolderTree
from converter.archive.verify import Scope, verify
from converter.core.errors import ConverterError
from tests.archive.roots import ONCE, Root, make_root, story, version
from tests.judges.storage_roots import ask_ocfl_py, assert_ocfl_accepts
from tests.tree import ROOT

_MAKERS = ("test_damage.py", "test_verify.py", "test_restoring.py", "test_layout.py")
"""Tests that leave roots, sound and damaged."""


@pytest.mark.parametrize(
    "layout", [Layout(), Layout(tuples=3), Layout(short=True), Layout(HASH_AND_ID), Layout(HASH_AND_ID, "sha512", 2, 2)]
)
def test_ocfl_py_accepts_roots_of_every_layout_without_a_warning(layout: Layout, tmp_path: Path) -> None:
    make_root(tmp_path / "root", layout=layout)

    assert_ocfl_accepts(tmp_path / "root", objects=4)


def test_ocfl_py_accepts_a_flat_root(tmp_path: Path) -> None:
    store = FolderStore.create(str(tmp_path / "root"), layout=Layout(FLAT), durability="none")
    store.put("urn:example:flat", version(1, story("flat")), None)
    store.close()

    assert_ocfl_accepts(tmp_path / "root", objects=1)


def test_ocfl_py_accepts_a_root_after_a_purge_a_failed_check_and_a_restoring(tmp_path: Path) -> None:
    store = make_root(tmp_path / "root")
    before = store.find(ONCE)
    assert before is not None
    store.replace(ONCE, version(8, {"tombstone.json": b"{}"}), before, how="purged")
    store.close()
    logs = Root(tmp_path / "root").other / "logs"
    logs.mkdir()
    (logs / "fixity.jsonl").write_bytes(b"{}\n")

    assert list(verify(store.tree)) == []
    assert_ocfl_accepts(tmp_path / "root", objects=4)


def test_ocfl_py_refuses_a_root_with_a_changed_file(tmp_path: Path) -> None:
    make_root(tmp_path / "root")
    (Root(tmp_path / "root").once / "v1" / "content" / "canonical.xml").write_bytes(b"changed")

    (said,) = ask_ocfl_py([tmp_path / "root"]).values()

    assert not said.valid
    assert "E092a" in said.messages[0]


def test_ocfl_py_never_refuses_a_root_that_verify_finds_sound(tmp_path: Path) -> None:
    """Ask both judges of every root that tests have left, damaged ones too.

    `JUDGES_ROOTS` names the folders: .ci/run has every test leave its roots there. Without it a few tests are run for
    theirs.
    """
    named = os.environ.get("JUDGES_ROOTS")
    left = [Path(folder) for folder in named.split(os.pathsep)] if named else [leave_roots(tmp_path / "left")]
    # `os.walk` passes by what cannot be entered, as hostile tests leave it.
    roots = sorted(Path(folder) for each in left for folder, _, names in os.walk(each) if "0=ocfl_1.1" in names)
    sound = [root for root in roots if is_sound(root)]

    verdicts = ask_ocfl_py(sound)

    assert {path: said.messages for path, said in verdicts.items() if not said.valid} == {}
    print(f"{len(roots)} roots, {len(sound)} of them sound by verify, and by ocfl-py: all")
    assert len(roots) > 100
    assert len(sound) > 30


def leave_roots(folder: Path) -> Path:
    """Run tests of the archive that leave their roots in a folder, and return it."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    makers = [ROOT / "tests" / "archive" / each for each in _MAKERS]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--basetemp", folder, *makers],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2_000:]
    return folder


def is_sound(root: Path) -> bool:
    """Return whether verify has no error that is OCFL's matter too; what only the ledger knows, ocfl-py cannot say.

    Matters of OCFL without a code of its own are layouts, and FIFOs: at one ocfl-py waits for ever.
    """
    try:
        found = list(verify(FolderTree(str(root)), Scope(patience_s=0)))
    except ConverterError:
        return False
    return not any(
        each.kind == "error" and (each.ocfl or each.code.startswith(("layout-", "special-file"))) for each in found
    )

"""What the wheel holds, and that a wrong hash is refused: what the README's first command rests on."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tree import ROOT, tracked_files

pytestmark = pytest.mark.slow


def run_pip(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Return the finished pip; it reaches no index and reads no configuration of this machine."""
    command = [sys.executable, "-m", "pip", "--isolated", *map(str, arguments), "--disable-pip-version-check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    done = run_pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    assert done.returncode == 0, done.stderr
    (built,) = folder.iterdir()
    return built


def test_wheel_holds_the_package_its_schemas_and_its_type_marker(wheel: Path) -> None:
    package = {path.relative_to(ROOT).as_posix() for path in tracked_files() if path.is_relative_to(ROOT / "converter")}
    schemas = {
        "converter/" + path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if path.is_relative_to(ROOT / "schemas")
    }

    held = set(zipfile.ZipFile(wheel).namelist())

    assert package <= held
    assert schemas <= held
    assert "converter/py.typed" in held


def test_wheel_holds_nothing_beside_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"converter", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_command_has_both_its_names(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (entry_points,) = [name for name in archive.namelist() if name.endswith("/entry_points.txt")]
        lines = archive.read(entry_points).decode().splitlines()

    assert "convert = converter.cli.__main__:main" in lines
    assert "article-convert = converter.cli.__main__:main" in lines


@pytest.mark.parametrize("tampered", [False, True])
def test_pip_refuses_a_package_whose_hash_is_not_the_pinned_one(wheel: Path, tmp_path: Path, tampered: bool) -> None:
    digest = hashlib.sha256(wheel.read_bytes() + b"!" * tampered).hexdigest()
    pins = tmp_path / "constraints.txt"
    pins.write_text(f"article-converter=={wheel.name.split('-')[1]} --hash=sha256:{digest}\n", encoding="utf-8")

    done = run_pip("install", "--no-deps", "--no-index", "--find-links", wheel.parent, "--target", tmp_path, "-r", pins)

    assert (done.returncode != 0) is tampered
    assert ("DO NOT MATCH THE HASHES" in done.stderr) is tampered

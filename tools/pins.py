"""Write the three constraints files anew from `pyproject.toml`: exact versions, every file's hash, no address.

`just pins` runs it. The resolver is uv, in a virtual environment that is
thrown away; it resolves for every Python that the project supports and for
every platform at once, so one file serves all. The development set is
resolved first and the product's is held to it: what users run is what was
tested.

pip enforces the hashes when a file is given with `-r`: one hash in it turns on
its hash-checking mode, in which every package must be pinned and match.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RESOLVER = "uv==0.13.8"


def read_requirements(pyproject: dict[str, Any], *groups: str) -> list[str]:
    """Return the requirements of the product and of the named dependency groups, in that order."""
    found: list[str] = list(pyproject["project"]["dependencies"])
    for group in groups:
        found += read_group(pyproject["dependency-groups"], group)
    return found


def read_group(groups: dict[str, list[Any]], name: str) -> list[str]:
    """Return the requirements of one dependency group, those of the groups that it includes among them."""
    found: list[str] = []
    for entry in groups[name]:
        found += [entry] if isinstance(entry, str) else read_group(groups, entry["include-group"])
    return found


def resolve(uv: Path, requirements: list[str], target: Path, *, held_to: Path | None = None) -> None:
    """Resolve ``requirements`` into ``target``; versions that it already pins are kept where they still fit."""
    command = [str(uv), "pip", "compile", "-", "--output-file", str(target), "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    if held_to:
        command += ["--constraints", str(held_to)]
    if "--upgrade" in sys.argv[1:]:
        command += ["--upgrade"]
    subprocess.run(command, input="\n".join(requirements), text=True, check=True)


def main() -> None:
    """Resolve, from the widest set to the narrowest."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        scripts = Path(folder, "Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([str(scripts / "pip"), "install", "--quiet", RESOLVER], check=True)
        uv = scripts / "uv"
        dev = ROOT / "constraints-dev.txt"
        extras = [each for extra in pyproject["project"]["optional-dependencies"].values() for each in extra]
        resolve(uv, [*read_requirements(pyproject, "dev"), *extras], dev)
        resolve(uv, read_requirements(pyproject, "build"), ROOT / "constraints.txt", held_to=dev)
        resolve(uv, read_group(pyproject["dependency-groups"], "judges"), ROOT / "constraints-judges.txt")


if __name__ == "__main__":
    main()

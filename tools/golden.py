"""Hash every output of every case, and a batch's archive, so that a change of structure can prove that no byte moved.

    python tools/golden.py                  compare with tests/golden.txt
    python tools/golden.py --accept         write tests/golden.txt anew; review the diff like code
    python tools/golden.py --inputs FOLDER --hashes FILE
                                            the same for other inputs, such as a corpus outside the clone

A line is `INPUT FORMAT DIGEST`. `canonical` and `notices` stand beside the formats. A case that fails has the digest
of its error's exit code and place; the words of messages are free to change. The version of the program is held
still, so that a release moves no line.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from converter.core import version

version.VERSION = "0"

import converter
from converter.core.errors import ConverterError
from converter.formats.own import WRITERS
from tests.case import RECORD_TIME, all_cases, all_samples
from tests.tree import ROOT

HASHES = ROOT / "tests" / "golden.txt"
PANDOC_CASES = ("xml-", "docx-every-block", "text-scrape-read-more", "commonmark_x-every-node")
"""The cases that are written in pandoc's formats too; a process for each would take too long for all."""


def digest(content: bytes) -> str:
    """Return the first 16 digits of the SHA-256."""
    return hashlib.sha256(content).hexdigest()[:16]


def hashes_of(name: str) -> list[str]:
    """Return the lines of one case, sample or file."""
    source, options = _inputs()[name]
    lines = []
    try:
        article_done = converter.convert(source, [], **options)
    except ConverterError as error:
        return [f"{name} error {error.exit_code} {digest(error.where.rpartition('/')[2].encode())}"]
    notices = [[each.code, each.where, {key: str(fact) for key, fact in each.facts}] for each in article_done.notices]
    lines.append(f"{name} canonical {digest(article_done.canonical)}")
    lines.append(f"{name} notices {digest(json.dumps(notices).encode())}")
    for target in _targets(name):
        try:
            done = converter.convert(source, [target], **options)
        except ConverterError as error:
            lines.append(f"{name} {target} error {error.exit_code}")
        else:
            said = json.dumps([[each.code, each.where] for each in done.notices]).encode()
            lines.append(f"{name} {target} {digest(done.outputs[target] + said)}")
    return lines


def _targets(name: str) -> list[str]:
    ours = [record.name for record in WRITERS if record.name != "xml"]
    if name.startswith(PANDOC_CASES):
        from converter.pandoc.family import WRITERS as PANDOCS

        ours += [record.name for record in PANDOCS]
    return ours


_INPUTS: dict[str, tuple[Path, dict[str, Any]]] = {}
_FOLDER: Path | None = None


def _inputs() -> dict[str, tuple[Path, dict[str, Any]]]:
    """Return name → the source and the call's options."""
    if _INPUTS:
        return _INPUTS
    meta = {"version_created": RECORD_TIME}
    if _FOLDER is not None:
        for path in sorted(each for each in _FOLDER.rglob("*") if each.is_file()):
            _INPUTS[path.relative_to(_FOLDER).as_posix().replace(" ", "_")] = (path, {"meta": meta})
        return _INPUTS
    for case in [*all_samples(), *all_cases()]:
        asked = case.settings
        _INPUTS[case.name] = (
            case.source,
            {
                "reader": asked.get("reader"),
                "meta": {**meta, **asked.get("meta", {})},
                "settings": asked.get("settings"),
                "style": asked.get("style"),
            },
        )
    return _INPUTS


def archive_hashes() -> list[str]:
    """Return a line for each object and output that a batch over the samples and the text cases leaves."""
    os.environ["SOURCE_DATE_EPOCH"] = "1716465600"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        inputs, out = Path(folder) / "inputs", Path(folder) / "out"
        inputs.mkdir()
        for case in [*all_samples(), *(case for case in all_cases() if case.folder.parent.name == "text")]:
            copy = inputs / f"{case.name}{case.source.suffix}"
            copy.write_bytes(case.source.read_bytes())
            os.utime(copy, (1_700_000_000, 1_700_000_000))
        with converter.Archive.open(root, create=True):
            pass
        batch = converter.batch(
            inputs, to=["pdf", "docx"], archive=root, output=out, jobs=1, by="Ann Example <ann@example.com>"
        )
        for _ in batch:
            pass
        kept: dict[str, list[str]] = {}
        for path in sorted(each for base in (root, out) for each in base.rglob("*") if each.is_file()):
            name = path.relative_to(folder)
            if "x-news-archive" not in name.parts:  # The ledger and the catalogue, which hold times of the run.
                kept.setdefault("/".join(name.parts[:3]), []).append(f"{name.as_posix()} {digest(path.read_bytes())}")
    return [f"batch {name} {digest(' '.join(files).encode())}" for name, files in kept.items()]


def main() -> int:
    """Compare or write; return 1 where a line differs."""
    global _FOLDER
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--inputs", type=Path)
    parser.add_argument("--hashes", type=Path, default=HASHES)
    given = parser.parse_args()
    _FOLDER = given.inputs
    lines = [] if given.inputs else archive_hashes()
    with multiprocessing.get_context("fork").Pool() as pool:
        for each in pool.imap_unordered(hashes_of, list(_inputs()), chunksize=4):
            lines += each
    lines.sort()
    if given.accept:
        given.hashes.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    before = set(given.hashes.read_text(encoding="utf-8").splitlines())
    moved = sorted(before.symmetric_difference(lines))
    for line in moved[:40]:
        print(("- " if line in before else "+ ") + line)
    print(f"{len(lines)} golden lines, {len(moved)} moved")
    return 1 if moved else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Cases: a folder with an input and, beside it, what must come out (tests/cases/README.md)."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import tomllib
from pathlib import Path
from typing import Any

import converter
from converter import Conversion, ConverterError
from converter.core.errors import InternalError
from converter.core.values import Value
from converter.formats.own import READERS, WRITERS
from tests.tree import ROOT

CASES = ROOT / "tests" / "cases"
SAMPLES = ROOT / "samples"

RECORD_TIME = "2024-05-23T12:00:00Z"
"""The record's time where a case names none: NewsML-G2 demands one, and the clock is no input."""


class Case(Value):
    """One input and its expectations."""

    folder: Path
    source: Path

    @property
    def name(self) -> str:
        """Return `FORMAT-NAME`, unique among the cases; a sample's is its file's stem."""
        return self.source.stem if self.folder == SAMPLES else f"{self.folder.parent.name}-{self.folder.name}"

    @property
    def settings(self) -> dict[str, Any]:
        """Return what `case.toml` says, or nothing."""
        path = self.folder / "case.toml"
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    @property
    def targets(self) -> list[str]:
        """Return the writers whose outputs the case holds, beside the canonical form."""
        named: list[str] | None = self.settings.get("to")
        if named is not None:
            return named
        kind = self.folder.parent.name
        reader = next((record for record in READERS if record.name == kind), None)
        is_readers = reader is not None and self.source.suffix in reader.extensions
        return [kind] if kind in {record.name for record in WRITERS} and not is_readers else []

    def convert(self, to: list[str]) -> Conversion:
        """Return the input's conversion as `case.toml` asks for it."""
        asked = self.settings
        return converter.convert(
            self.source,
            to,
            reader=asked.get("reader"),
            meta={"version_created": RECORD_TIME, **asked.get("meta", {})},
            settings=asked.get("settings"),
            style=asked.get("style"),
        )

    def outcome(self) -> dict[str, bytes]:
        """Return file name → content of all that came of the case: outputs, notices, or the error.

        Raises InternalError: no case expects a bug.
        """
        try:
            done = self.convert(self.targets)
        except InternalError:
            raise
        except ConverterError as error:
            where = error.where.replace(str(self.folder) + "/", "")
            fault = {"exit_code": error.exit_code, "where": where, "what": error.what, "hint": error.hint}
            return {"error.json": as_json(fault)}
        files = {"expected.xml": done.canonical}
        for target in self.targets:
            files.update(expected_files(target, done.outputs[target]))
        files["notices.json"] = as_json(
            [{"code": notice.code, "where": notice.where, "facts": dict(notice.facts)} for notice in done.notices]
        )
        return files


def as_json(value: object) -> bytes:
    """Return JSON that a person can read and git can compare."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def expected_files(target: str, output: bytes) -> dict[str, bytes]:
    """Return what a case keeps of one output: its text, or for a binary format its digest and a readable dump of it.

    `tests/dumps/TARGET.py` gives the dump, with the one function `dump(output) -> str`.
    """
    extension = next(record.extension for record in WRITERS if record.name == target)
    if importlib.util.find_spec(f"tests.dumps.{target}") is None:
        return {f"expected{extension}": output}
    dumped: str = importlib.import_module(f"tests.dumps.{target}").dump(output)
    head = f"SHA-256 {hashlib.sha256(output).hexdigest()}, {len(output):,} bytes\n\n"
    return {f"expected{extension}.txt": (head + dumped).encode()}


def all_cases() -> list[Case]:
    """Return the cases below `tests/cases`, in the order of their names."""
    return [Case(folder, _source_in(folder)) for folder in sorted(CASES.glob("*/*/"))]


def all_samples() -> list[Case]:
    """Return the inputs in `samples/` as cases without expectations."""
    return [Case(SAMPLES, path) for path in sorted(SAMPLES.glob("*.txt"))]  # What they were converted to lies beside.


def _source_in(folder: Path) -> Path:
    """Return the one `input.*`; `input.yaml` and `input.json` are sidecars where there is another."""
    found = sorted(folder.glob("input.*"))
    sources = [path for path in found if path.suffix not in {".yaml", ".yml", ".json"}] or found
    if len(sources) != 1:
        raise ValueError(f"{folder} must hold one input, not {len(sources)}")
    return sources[0]

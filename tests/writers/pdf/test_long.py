"""A thousand pages in one file: memory is bounded, and time grows as the pages do."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tree import ROOT

_PROGRAM = """
import resource, sys, time
from converter.model import Article, Heading, Paragraph
from tests.writers.pdf.making import make

count = int(sys.argv[1])
words = "Every quarter of an hour the ferry crosses the harbour and nobody on the quay looks up from the paper".split()
def text(number):
    return " ".join(words[(number + at * 7) % len(words)] for at in range(80)) + f" {number}."
blocks = []
for number in range(count):
    if number % 10 == 0:
        blocks.append(Heading((f"Part {number}",), level=2))
    blocks.append(Paragraph((text(number),)))
make(Article((Paragraph(("warm",)),), lang="en"))
before = time.process_time()
content, _ = make(Article(tuple(blocks), lang="en"))
seconds = time.process_time() - before
# Not ru_maxrss: that of a child begins with what its parent held before it became this program.
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(content.count(b"obj"), seconds, int(most.split()[1]) / 1024)
"""


def measure(paragraphs: int) -> tuple[int, float, float]:
    """Return how many objects stand alone in the file, the CPU seconds, and the most memory of the process in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(paragraphs)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    objects, seconds, memory = done.stdout.split()
    return int(objects), float(seconds), float(memory)


@pytest.mark.slow
def test_a_thousand_pages_take_little_memory_and_time_in_proportion() -> None:
    _, quarter_s, _ = measure(2_000)
    objects, whole_s, memory_mb = measure(8_000)

    assert objects > 2 * 1_000
    assert memory_mb <= 150
    assert whole_s < 4 * quarter_s * 1.6

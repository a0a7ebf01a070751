"""Threads that convert at once, in a process that has converted nothing yet, give what one call after the other gives.

Tables and caches are made when they are first asked for; a thread must never see a part of one, nor a second one.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys

import pytest

import converter
from converter.model import schema
from converter.model.words import plain_text
from tests.case import SAMPLES
from tests.tree import ROOT
from tests.writers.pdf.test_scripts import CLAUSES

FORMATS = ("xml", "pdf", "docx", "newsml", "html")
STORIES = [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))] + [
    f"{CLAUSES[lang]}\n\n{CLAUSES[lang]} {CLAUSES[lang]}\n".encode() for lang in ("th", "ja", "ko", "he", "hi")
]

# Threads take turns as often as they can, so that what may go wrong between two steps does.
AT_ONCE = """
import json, sys, threading
sys.setswitchinterval(1e-6)
from tests.test_threads import STORIES, digests
start, given = threading.Barrier(4), [None] * 4

def work(number):
    start.wait()
    try:
        given[number] = [digests(story) for story in STORIES]
    except Exception as error:
        given[number] = repr(error)

threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
json.dump(given, sys.stdout)
"""


def digests(story: bytes) -> list[str]:
    """Return what a story becomes: a digest of its bytes in each format, and one of the notices."""
    done = converter.convert(story, name="story.txt", to=FORMATS, meta={"version_created": "2025-03-14T09:30:00Z"})
    made = [hashlib.sha256(done.outputs[name]).hexdigest()[:16] for name in FORMATS]
    return [plain_text(done.article)[:20], *made, repr(done.notices)]


@pytest.mark.slow
def test_threads_at_once_give_what_one_gives() -> None:
    expected = [digests(story) for story in STORIES]

    done = subprocess.run(
        [sys.executable, "-c", AT_ONCE], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [expected] * 4


@pytest.mark.slow
def test_process_forked_while_a_thread_loads_a_schema_is_not_kept_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_loaded", {})
    with schema._turn:
        child = os.fork()
        if child == 0:
            signal.alarm(10)
            converter.read(STORIES[0])
            os._exit(0)

    assert os.waitpid(child, 0)[1] == 0

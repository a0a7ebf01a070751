"""Real pages with the story marked by hand: nothing is lost; the story, its headline, authors and date are found."""

from __future__ import annotations

from benchmarks import extraction
from tests.judges.bench import SHARED
from tests.tree import ROOT

PAGES = SHARED / "html-benchmark"
LEAST = {"headline": 0.98, "bylines": 0.96, "published": 0.985, "body": 0.97}
"""By the count of benchmarks/extraction.py; trafilatura 2.3.1 has .960 for the story."""


def test_story_and_head_are_found_on_real_pages() -> None:
    labels = extraction.labels_of(PAGES, [ROOT / "benchmarks" / "extraction-labels.json"])
    found = extraction.read_all("ours", PAGES, labels)["pages"]
    shares, misses = extraction.count(found, labels)
    print(
        f"\n{len(found)} pages: " + ", ".join(f"{field} {share:.3f}" for field, share in shares.items()),
        *misses,
        sep="\n",
    )

    assert len(found) == 181
    assert not [name for name, said in found.items() if "error" in said]
    for field, least in LEAST.items():
        assert shares[field] >= least, field

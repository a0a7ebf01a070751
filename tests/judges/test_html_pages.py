"""Real pages with the story marked by hand: nothing is lost, and the story is found."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter

import converter
from converter import article as model
from converter.printed import printed_texts
from tests.judges.bench import SHARED

PAGES = SHARED / "html-benchmark"
LEAST_F1 = 0.97
"""Of shingles of four words, mean precision and recall over the pages; trafilatura 2.3.1 has .960 by the same count."""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def story_of(source: bytes) -> str:
    """Return the printed words of the page's story, without its head and captions."""
    article = converter.read(source, name="page.html")
    body = tuple(block for block in article.body if not isinstance(block, model.Figure))
    return "\n".join(printed_texts(article.replace(head=model.Head(), body=body)))


def test_story_is_found_on_real_pages() -> None:
    gold = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for name, marked in gold.items():
        wanted = shingles(marked["articleBody"])
        found = shingles(story_of(gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes())))
        both = sum((wanted & found).values())
        precisions.append(both / max(1, sum(found.values())))
        recalls.append(both / max(1, sum(wanted.values())))
    precision, recall = sum(precisions) / len(gold), sum(recalls) / len(gold)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\n{len(gold)} pages: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.4f}")

    assert len(gold) == 181
    assert f1 >= LEAST_F1

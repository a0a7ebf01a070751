"""Headline, authors, date and story of saved pages: ours and others', by the same count.

    just extraction FOLDER [--labels FILE] [--only START] [--peers PYTHON] [--misses]

FOLDER holds pages, `NAME.html` or `NAME.html.gz` (in `html/` too), and what
they hold, in `labels.json` or `ground-truth.json`: NAME → an object with any of

    headline       text, or a list of texts of which each is right
    bylines        list of names; empty: the page names nobody; or a list of
                   such lists, of which each is right
    published      date, to the day, or a list of dates of which each is right
    articleBody    the story's text

What is left out is not counted. In place of a text `sha256:` and 16 digits of
the digest of its normal form may stand: small letters, letters and figures
only. `--labels` adds such a file from elsewhere: benchmarks/extraction-labels.json
holds ours for a public benchmark whose pages are not ours to publish.

A headline is right when the words are the same. Authors are right when all are
there and nobody else. A date is right to the day. The story is counted by
shingles of four words: the mean over the pages of precision and of recall.

`--only` takes the pages alone whose names start so. `--peers` names a Python that has trafilatura, newspaper4k,
goose3 or readability-lxml installed; this file is then run by it once for each.
CPU is that of reading all the pages in one process, imports left out. Ours goes all the way to a canonical form that
was written, read back and held against the page's letters; `the reader alone` does what the others do.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("trafilatura", "newspaper4k", "goose3", "readability-lxml")
FIELDS = ("headline", "bylines", "published", "body")
Reader = Callable[[bytes, str], dict[str, Any]]


def ours(*, alone: bool = False) -> Reader:
    """Return this tree's: the whole way to a checked canonical form, or the reader alone."""
    sys.path.insert(0, str(ROOT))
    import converter
    from converter import model
    from converter.formats.records import Context, Source
    from converter.model.article import Article
    from converter.model.words import plain_text
    from converter.readers.html.options import HtmlOptions
    from converter.readers.html.read import read as read_page
    from converter.render.visible_text import printed_texts

    def article_of(source: bytes, url: str) -> Article:
        if alone:
            return read_page(source, HtmlOptions(base=url), Context(Source("page.html")))
        return converter.read(source, name="page.html", settings={"html.base": url} if url else {})

    def read(source: bytes, url: str) -> dict[str, Any]:
        made = article_of(source, url)
        body = tuple(block for block in made.body if not isinstance(block, model.Figure))
        return {
            "headline": " ".join(plain_text(made.head.headlines[0].content).split()) if made.head.headlines else None,
            "bylines": [party.name for party in made.head.parties if party.role == "creator"],
            "published": next((date.value for date in made.head.dates if date.kind == "published"), None),
            "body": "\n".join(printed_texts(made.replace(head=model.Head(dateline=made.head.dateline), body=body))),
        }

    return read


def trafilatura() -> Reader:
    """Return trafilatura's, with what its own documents advise for metadata."""
    from trafilatura import bare_extraction  # type: ignore[import-not-found, unused-ignore]

    def read(source: bytes, url: str) -> dict[str, Any]:
        found = bare_extraction(source, url=url or None, with_metadata=True, include_comments=False)
        said = found.as_dict() if found is not None else {}
        names = (said.get("author") or "").split("; ")
        return {
            "headline": said.get("title"),
            "bylines": names,
            "published": said.get("date"),
            "body": said.get("text"),
        }

    return read


def newspaper4k() -> Reader:
    """Return newspaper4k's."""
    from newspaper import Article  # type: ignore[import-not-found, unused-ignore]

    def read(source: bytes, url: str) -> dict[str, Any]:
        found = Article(url or "https://page.example/", fetch_images=False)
        found.download(input_html=source.decode("utf-8", "replace"))
        found.parse()
        day = str(found.publish_date) if found.publish_date else None
        return {"headline": found.title, "bylines": found.authors, "published": day, "body": found.text}

    return read


def goose3() -> Reader:
    """Return goose3's."""
    from goose3 import Goose  # type: ignore[import-not-found, unused-ignore]

    def read(source: bytes, url: str) -> dict[str, Any]:
        found = Goose({"enable_image_fetching": False}).extract(raw_html=source.decode("utf-8", "replace"))
        day = found.publish_datetime_utc or found.publish_date
        return {
            "headline": found.title,
            "bylines": found.authors,
            "published": str(day) if day else None,
            "body": found.cleaned_text,
        }

    return read


def readability() -> Reader:
    """Return readability-lxml's: it knows no dates."""
    from lxml import html
    from readability import Document  # type: ignore[import-not-found, unused-ignore]

    def read(source: bytes, url: str) -> dict[str, Any]:
        found = Document(source)
        text = "\n".join(map(str, html.fromstring(found.summary()).itertext()))
        return {"headline": found.short_title(), "bylines": [found.author()], "published": None, "body": text}

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "ours": ours,
    "the reader alone": lambda: ours(alone=True),
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "goose3": goose3,
    "readability-lxml": readability,
}


def labels_of(folder: Path, added: list[Path]) -> dict[str, dict[str, Any]]:
    """Return name of a page → what it holds."""
    found: dict[str, dict[str, Any]] = {}
    for path in [folder / "labels.json", folder / "ground-truth.json", *added]:
        if path.exists() or path in added:
            for name, said in json.loads(path.read_text(encoding="utf-8")).items():
                found.setdefault(name, {}).update(said)
    return found


def page(folder: Path, name: str) -> bytes | None:
    """Return the bytes of a page, or None where the folder has none."""
    for place in (folder, folder / "html"):
        if (place / f"{name}.html").exists():
            return (place / f"{name}.html").read_bytes()
        if (place / f"{name}.html.gz").exists():
            return gzip.decompress((place / f"{name}.html.gz").read_bytes())
    return None


def read_all(reader: str, folder: Path, labels: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return what a reader finds in each page, and its CPU seconds."""
    logging.disable(logging.CRITICAL)
    read = READERS[reader]()
    found: dict[str, Any] = {}
    spent = 0.0
    for name, said in labels.items():
        source = page(folder, name)
        if source is None:
            continue
        start = time.process_time()
        try:
            found[name] = read(source, said.get("url") or "")
        except Exception as error:  # Somebody else's crash is a page that they did not read.
            found[name] = {"error": repr(error)[:200]}
        spent += time.process_time() - start
    return {"pages": found, "cpu": spent}


def normal(text: str | None) -> str:
    """Return the letters and figures, small."""
    return "".join(re.findall(r"\w+", (text or "").casefold()))


def digest(text: str) -> str:
    """Return the form in which a text of somebody else's may be published."""
    return f"sha256:{hashlib.sha256(normal(text).encode()).hexdigest()[:16]}"


def _same(text: str | None, label: str) -> bool:
    return (digest(text or "") if label.startswith("sha256:") else normal(text)) == (
        label if label.startswith("sha256:") else normal(label)
    )


def shingles(text: str | None) -> Counter[tuple[str, ...]]:
    """Return the runs of four words."""
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def is_right(field: str, found: dict[str, Any], said: dict[str, Any]) -> bool:
    """Return whether a field of the head is as labelled."""
    label = said[field]
    if field == "headline":
        return any(_same(found.get("headline"), each) for each in ([label] if isinstance(label, str) else label))
    if field == "published":
        day = (found.get("published") or "")[:10]
        return any(day == (each or "")[:10] for each in (label if isinstance(label, list) else [label]))
    names = [name for name in found.get("bylines") or () if normal(name)]
    return any(_are(names, each) for each in (label if label and isinstance(label[0], list) else [label]))


def _are(names: list[str], label: list[str]) -> bool:
    return len(names) == len(label) and all(any(_same(name, each) for name in names) for each in label)


def count(pages: dict[str, Any], labels: dict[str, dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
    """Return field → the share that is right, the story's as F1; and the misses, one a line."""
    right: dict[str, list[bool]] = {field: [] for field in FIELDS[:3]}
    precision, recall = [], []
    misses = []
    for name, found in pages.items():
        said = labels[name]
        for field in FIELDS[:3]:
            if field in said:
                right[field].append(is_right(field, found, said))
                if not right[field][-1]:
                    misses.append(f"{name[:16]} {field}: {found.get(field)!r}, labelled {said[field]!r}")
        if said.get("articleBody"):
            wanted, came = shingles(said["articleBody"]), shingles(found.get("body"))
            both = sum((wanted & came).values())
            precision.append(both / max(1, sum(came.values())))
            recall.append(both / max(1, sum(wanted.values())))
    shares = {field: sum(each) / len(each) for field, each in right.items() if each}
    if precision:
        exact, whole = sum(precision) / len(precision), sum(recall) / len(recall)
        shares["body"] = 2 * exact * whole / (exact + whole) if exact + whole else 0.0
    return shares, misses


def main(arguments: list[str] | None = None) -> int:
    """Print one line a reader."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path, action="append", default=[])
    parser.add_argument("--only", default="", metavar="START", help="only pages whose names start so")
    parser.add_argument("--peers", help="a Python that has other extractors")
    parser.add_argument("--misses", action="store_true", help="print what ours gets wrong")
    parser.add_argument("--as", dest="reader", help=argparse.SUPPRESS)
    said = parser.parse_args(arguments)
    labels = {name: each for name, each in labels_of(said.folder, said.labels).items() if name.startswith(said.only)}
    if said.reader:
        json.dump(read_all(said.reader, said.folder, labels), sys.stdout)
        return 0
    results = {name: read_all(name, said.folder, labels) for name in ("ours", "the reader alone")}
    for name in PEERS if said.peers else ():
        command = [said.peers, __file__, str(said.folder), "--only", said.only, "--as", name]
        command += [part for path in said.labels for part in ("--labels", str(path))]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            results[name] = json.loads(done.stdout.splitlines()[-1])
        else:
            print(f"{name}: {done.stderr.strip().splitlines()[-1:]}")
    read = results["ours"]["pages"]
    labelled = [sum(("articleBody" if field == "body" else field) in labels[name] for name in read) for field in FIELDS]
    print(f"{len(read)} pages".ljust(18) + "".join(f"{field:>11}" for field in FIELDS) + "        CPU")
    print("labelled".ljust(18) + "".join(f"{count:11}" for count in labelled))
    for name, result in results.items():
        shares, _ = count(result["pages"], labels)
        cells = "".join(f"{shares[field]:11.3f}" if field in shares else f"{'':11}" for field in FIELDS)
        print(f"{name:18}{cells} {result['cpu']:9.1f}s")
    for miss in _misses(results["ours"]["pages"], labels) if said.misses else ():
        print(miss)
    return 0


def _misses(pages: dict[str, Any], labels: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield from count(pages, labels)[1]


if __name__ == "__main__":
    sys.exit(main())

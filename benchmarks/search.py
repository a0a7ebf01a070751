"""How fast the catalogue is made and asked: made-up stories in twenty languages, straight into the index.

    python -m benchmarks.search [--stories 10000] [--peer] [--hold]
    python -m benchmarks.search --objects FOLDER [--stories 10000] [--hold]

Indexing is the rate from canonical bytes in memory to a committed index, as a
rebuild does it without the reading of objects. With `--objects` an archive of
the stories is made in a folder below FOLDER (best in memory: 60 KB a story),
and its catalogue is made from the objects, as `convert archive rebuild` does
it. Searching is the median and
the 99th percentile of two hundred queries of each kind, made of words of the
stories, so that each finds something and the commonest words come most often.
Both are CPU time of this process, all threads: what else the machine does
shall not count.

`--peer` does the same with tantivy, if it is installed, in this run: a ratio
holds on any machine. `--hold` makes the goals of the design a test: exit 1
when one is missed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.verify import put_down
from converter.archive import inventory, ledger
from converter.archive.catalogue import schema
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.catalogue.entry import Entry, entry_from
from converter.archive.catalogue.index import Change, Index, News, Position
from converter.archive.catalogue.search import find, understand
from converter.archive.catalogue.words import prepared
from converter.archive.event_builder import ACT, Acts
from converter.archive.folder import FolderStore
from converter.archive.ledger import START
from converter.archive.opening import open_store
from converter.archive.store import AREA
from converter.archive.story import CANONICAL
from converter.model import canonical
from converter.model.canonical import digest
from tests.archive.catalogue import corpus

BATCH = 1_000
VOCABULARY = 30_000
NOW = "2025-06-01T12:00:00Z"
QUERIES = 200
"""Of each kind."""
LEAST_RATE = 700
"""Stories a second."""
MOST_MS = {"filtered": (10.0, None)}
"""Kind → most of the median and of the 99th percentile; of all others:"""
MOST_MS_ELSE = (30.0, 350.0)


def stories(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield ids and canonical forms."""
    for number in range(count):
        article = corpus.story(number, size=VOCABULARY)
        assert article.guid is not None
        yield article.guid, canonical.serialise(article)


def batches(count: int) -> Iterator[list[tuple[str, bytes]]]:
    """Yield the stories in batches, made while no clock runs."""
    waiting: list[tuple[str, bytes]] = []
    for story in stories(count):
        waiting.append(story)
        if len(waiting) == BATCH:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def entries_of(batch: list[tuple[str, bytes]]) -> list[Entry]:
    """Return what the catalogue keeps of the stories."""
    return [entry_from(canonical.parse(content), id, "v1", "2025-01-01T00:00:00Z") for id, content in batch]


def make_root(folder: Path, count: int) -> None:
    """Make an archive of so many stories, each with the files and events that intake gives it.

    They are put down without staging, locks and flushes, which is ten times as fast.
    """
    store = FolderStore.create(str(folder), durability="none")
    previous = START
    with (folder / AREA / ledger.file_name(1)).open("ab") as lines:
        for number, (id, content) in enumerate(stories(count)):
            made, written = inventory.after(None, id, version(number, id, content))
            put_down(folder / store.path(id), made, written)
            digest = inventory.sha512(made.serialise())
            line = ledger.Line(made.version().created, id, made.head, digest, "put", previous)
            previous = line.hash()
            lines.write(line.serialise() + b"\n")
    store.close()


def version(number: int, id: str, content: bytes) -> inventory.NewVersion:
    """Return the first version of a story; what stands for its source is half of its canonical form."""
    path, source = "source/story.txt", content[: len(content) // 2]
    acts = Acts(id, None, (), at=NOW)
    facts = [(ACT, "archived"), ("version", "1"), ("name", "story.txt"), ("path", f"2025/{number}.txt")]
    acts.add("ingestion", "received story.txt", [(path, source, "source")], [*facts, ("content", digest(content))])
    acts.add("format identification", "text: text/plain", [(path, source, "source")])
    acts.add(
        "normalization", "read by text, with 3 remarks", [(path, source, "source"), (CANONICAL, content, "outcome")]
    )
    acts.add("validation", "valid by schemas/article.xsd", [(CANONICAL, content, "source")])
    return acts.version_with({path: source, CANONICAL: content}, "archived story.txt", fixity=(path, CANONICAL))


def queries(kind: str, count: int) -> list[str]:
    """Return queries of a kind that find something in so many stories, always the same."""
    drawn = random.Random(kind)
    made = []
    for _ in range(QUERIES):
        entry = entry_from(corpus.story(drawn.randrange(count), size=VOCABULARY), "", "v1", NOW)
        text = drawn.choice(entry.body.split("\n")).rstrip(".")
        # Of a script without spaces two characters are about a word.
        words = text.split() if " " in text else [text[at : at + 2] for at in range(0, len(text) - 1, 2)]
        at = drawn.randrange(len(words) - 1)
        space = " " if " " in text else ""
        title = drawn.choice(entry.title.split() if " " in entry.title else [entry.title[:2]])
        made.append(
            {
                "term": f'"{words[at]}"',
                "phrase": f'"{words[at]}{space}{words[at + 1]}"',
                "prefix": f'"{words[at][:3]}"*',
                "field": f'title:"{title}"',
                "filtered": f'"{words[at]}" date:{(entry.date or "")[:7]} source:"{entry.source}"',
            }[kind]
        )
    return made


KINDS = ("term", "phrase", "prefix", "field", "filtered")


def time_ms(ask: Callable[[str], object], asked: list[str]) -> tuple[float, float]:
    """Return the median and the 99th percentile, in milliseconds; ten queries go before."""
    for query in asked[:10]:
        ask(query)
    times = []
    for query in asked:
        start = time.process_time_ns()
        ask(query)
        times.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(times), statistics.quantiles(times, n=100)[98]


class Ours:
    """The catalogue's index."""

    name = f"FTS5 (SQLite {sqlite3.sqlite_version})"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "catalogue.sqlite"
        connection = schema.connect(str(self.path))
        schema.create(connection, START, 0)
        self.index = Index(connection)

    def add(self, batch: list[tuple[str, bytes]]) -> None:
        """Take in a batch, and commit."""
        after = self.index.position
        position = Position(after.count + len(batch), f"{after.count:064}")
        news = News(tuple(id for id, _ in batch), frozenset(), after, position)
        assert self.index.apply(news, Change(entries_of(batch), [], {}))

    def finish(self) -> None:
        """Nothing is left to do."""

    def ask(self, query: str) -> int:
        """Return how many stories there are; twenty of them are fetched."""
        asked = understand(query, limit=20, offset=0, sort="rank", now=NOW, withdrawn=False, embargoed=False)
        return find(self.index.connection, asked, facets=False).total

    def size(self) -> int:
        """Return the bytes on disk."""
        return sum(each.stat().st_size for each in self.path.parent.iterdir())


class Rebuilt(Ours):
    """The catalogue of a root, made from its objects."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "root" / AREA / "catalogue.sqlite"
        Catalogue.new(open_store(str(folder / "root"))).close()
        self.index = Index(schema.connect(str(self.path)))

    def size(self) -> int:
        """Return the bytes on disk."""
        return self.path.stat().st_size


class Tantivy:
    """The same fields in tantivy, words cut by us as for our own index, so that both are asked the same."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        import tantivy  # type: ignore[import-not-found]

        builder = tantivy.SchemaBuilder()
        for field in ("title", "body", "byline", "facets"):
            builder.add_text_field(field, stored=False, tokenizer_name="folded")
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        self._module = tantivy
        self._folder = folder
        self._index = tantivy.Index(builder.build(), path=str(folder))
        # Accents of Latin letters are left to FTS5 where that is quicker; here tantivy does it.
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(r"[\p{L}\p{N}\p{M}\p{Co}]+"))
        self._index.register_tokenizer("folded", analyser.filter(tantivy.Filter.ascii_fold()).build())
        self._writer = self._index.writer(64 << 20, 1)

    def add(self, batch: list[tuple[str, bytes]]) -> None:
        """Take in a batch, and commit."""
        for entry in entries_of(batch):
            self._writer.add_document(
                self._module.Document(
                    title=prepared(entry.headlines),
                    body=prepared(entry.body),
                    byline=prepared(entry.byline),
                    facets=entry.facets,
                    id=entry.id,
                )
            )
        self._writer.commit()

    def finish(self) -> None:
        """Let the threads that merge segments end."""
        self._writer.wait_merging_threads()
        self._index.reload()

    def ask(self, query: str) -> int:
        """Return how many stories there are; twenty of them are fetched."""
        searcher = self._index.searcher()
        found = searcher.search(self._understood(query), 20)
        for _, address in found.hits:
            searcher.doc(address)
        return int(found.count)

    def _understood(self, query: str) -> object:
        """Return our query in tantivy's own."""
        from converter.archive.catalogue.query import And, Facet, Node, Words, parse

        make, schema_ = self._module.Query, self._index.schema

        def of(node: Node) -> object:
            match node:
                case And(parts):
                    return make.boolean_query([(self._module.Occur.Must, of(part)) for part in parts])
                case Words(phrase, field):
                    fields = [field] if field else ["title", "body", "byline"]
                    return any_of([one(name, phrase.words, phrase.is_prefix) for name in fields])
                case Facet(phrases):
                    return any_of([one("facets", phrase.words, phrase.is_prefix) for phrase in phrases])
                case _:
                    raise AssertionError(node)

        def any_of(found: list[object]) -> object:
            return found[0] if len(found) == 1 else make.boolean_query([(self._module.Occur.Should, q) for q in found])

        def one(field: str, words: tuple[str, ...], is_prefix: bool) -> object:
            if len(words) > 1:
                return make.phrase_query(schema_, field, list(words))
            if is_prefix:
                return make.regex_query(schema_, field, f"{words[0]}.*")
            return make.term_query(schema_, field, words[0])

        return of(parse(query))

    def size(self) -> int:
        """Return the bytes on disk."""
        return sum(each.stat().st_size for each in self._folder.iterdir())


def main() -> int:
    """Measure, print, and return 1 when a goal is missed that is to be held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000, metavar="N")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--objects", type=Path, metavar="FOLDER")
    parser.add_argument("--hold", action="store_true")
    asked = parser.parse_args()
    if asked.peer and importlib.util.find_spec("tantivy") is None:
        sys.exit("no tantivy to compare with: pip install tantivy")

    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    if asked.objects is not None:
        with tempfile.TemporaryDirectory(dir=asked.objects) as name:
            missed = measure_root(Path(name), asked.stories)
        return told(missed, hold=asked.hold)
    with tempfile.TemporaryDirectory() as name:
        engines: list[Ours | Tantivy] = []
        for kind in (Ours, Tantivy) if asked.peer else (Ours,):
            (folder := Path(name) / kind.__name__).mkdir()
            engines.append(kind(folder))
        missed = measure(engines, asked.stories)
    return told(missed, hold=asked.hold)


def told(missed: list[str], *, hold: bool) -> int:
    """Print the goals that were missed, and return the exit code."""
    for fault in missed:
        print(f"missed: {fault}", file=sys.stderr)
    return 1 if missed and hold else 0


def measure_root(folder: Path, count: int) -> list[str]:
    """Make a root, print how fast its catalogue is made and asked, and return the goals that are missed."""
    make_root(folder / "root", count)
    start = time.process_time()
    engine = Rebuilt(folder)
    rate = count / (time.process_time() - start)
    print(f"from the objects: {count:,} stories, {rate:,.0f} a second ({rate / LEAST_RATE:.2f} × the goal)")
    try:
        return [*slow_rate(rate), *measure_search([engine], count)]
    finally:
        engine.index.connection.close()


def slow_rate(rate: float) -> list[str]:
    """Return the goal of making the catalogue, where it is missed."""
    return [f"{rate:,.0f} stories a second, fewer than {LEAST_RATE}"] if rate < LEAST_RATE else []


def measure(engines: list[Ours | Tantivy], count: int) -> list[str]:
    """Print what each engine does, and return the goals that ours misses."""
    seconds = [0.0] * len(engines)
    text_bytes = 0
    # In turn, batch by batch, so that whatever else the machine does falls on both.
    for batch in batches(count):
        text_bytes += sum(len(content) for _, content in batch)
        for at, engine in enumerate(engines):
            start = time.process_time()
            engine.add(batch)
            seconds[at] += time.process_time() - start
    missed: list[str] = []
    for at, engine in enumerate(engines):
        start = time.process_time()
        engine.finish()
        seconds[at] += time.process_time() - start
        rate, share = count / seconds[at], engine.size() / text_bytes
        print(f"{engine.name}: {count:,} stories, {rate:,.0f} a second, {share:.2f} of the canonical bytes")
        if at == 0:
            missed += slow_rate(rate)
    if len(engines) > 1:
        print(f"indexing: {seconds[0] / seconds[1]:.1f} × the time of {engines[1].name}")
    return [*missed, *measure_search(engines, count)]


def measure_search(engines: Sequence[Ours | Tantivy], count: int) -> list[str]:
    """Print how long each kind of query takes, and return the goals that ours misses."""
    missed = []
    for kind in KINDS:
        asked = queries(kind, count)
        line = f"{kind:<9}"
        medians = []
        for engine in engines:
            median, worst = time_ms(engine.ask, asked)
            hits = statistics.median(engine.ask(query) for query in asked[:50])
            medians.append(median)
            line += f"  {engine.name}: p50 {median:7.2f} ms, p99 {worst:7.2f} ms, {hits:,.0f} hits"
            if engine is engines[0]:
                for measured, most in zip((median, worst), MOST_MS.get(kind, MOST_MS_ELSE), strict=True):
                    if most is not None and measured > most:
                        missed.append(f"{kind} {measured:.1f} ms, over {most:g}")
        if len(medians) > 1:
            line += f"  ratio {medians[0] / medians[1]:.1f}"
        print(line)
    return missed


if __name__ == "__main__":
    sys.exit(main())

"""Articles in hundreds of languages, from the sample texts of the package `gflanguages`: passages of real prose.

Each language whose script a font package draws is one article, or two where
its passages are many: headline, paragraphs, a quotation, a list, a table.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from converter.core.values import Value
from converter.model.article import Article
from converter.model.block import Cell, Heading, Item, List, Paragraph, Quote, Row, Table
from converter.model.head import Head, Headline
from converter.model.inline import Strong, inlines
from converter.model.words import plain_text
from converter.text.language import direction
from converter.typeset.families import FAMILIES
from tests.judges.bench import PYTHON

# ISO 15924 tags of the package that name more than one script, or a form of one.
_SCRIPTS = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hani", "Kore": "Hang", "Aran": "Arab", "Hrkt": "Hani"}
_DRAWN = {tag for family in FAMILIES for tag in family.scripts.split()}
_FIELD = re.compile(r'^  (\w+): "((?:[^"\\]|\\.)*)"$', re.MULTILINE)
_SHORTEST = 12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Block


class Sample(Value):
    """One article of the corpus."""

    name: str
    script: str
    """ISO 15924, as fonts have it: `Hani` for all Han."""
    article: Article

    @property
    def lines(self) -> list[str]:
        """Return the words of the headline and of each block, in reading order."""
        return [" ".join(line.split()) for line in _lines(self.article)]


def _lines(article: Article) -> Iterator[str]:
    for headline in article.head.headlines:
        yield plain_text(headline)
    for block in article.body:
        match block:
            case Quote():
                yield from (plain_text(inner) for inner in block.blocks)
                yield plain_text(block.attribution)
            case List():
                yield from (plain_text(item) for item in block.items)
            case Table():
                yield plain_text(block.caption)
                yield from (plain_text(cell) for row in (*block.head, *block.body) for cell in row.cells)
            case _:
                yield plain_text(block)


@cache
def all_samples() -> tuple[Sample, ...]:
    """Return the whole corpus, at least 500 articles; the package missing fails the test."""
    find = "import importlib.util as u; print(u.find_spec('gflanguages').origin)"
    found = subprocess.run([PYTHON, "-c", find], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail("no gflanguages among the judges' packages: run just judges-setup")
    folder = Path(found.stdout.strip()).parent / "data" / "languages"
    return tuple(sample for path in sorted(folder.glob("*.textproto")) for sample in _samples(path))


def a_slice(most_of_a_script: int = 2) -> tuple[Sample, ...]:
    """Return a few articles of each script, and some more of each that is set from right to left."""
    count: dict[str, int] = {}
    chosen = []
    for sample in all_samples():
        count[sample.script] = count.get(sample.script, 0) + 1
        most = 6 if sample.script in ("Arab", "Hebr", "Hani") else most_of_a_script
        if count[sample.script] <= most:
            chosen.append(sample)
    return tuple(chosen)


def _samples(path: Path) -> Iterator[Sample]:
    told = path.read_text(encoding="utf-8")
    _, opened, sample = told.partition("sample_text {")
    language, tag = (re.search(rf'^{key}: "(\w+)"', told, re.MULTILINE) for key in ("language", "script"))
    script = _SCRIPTS.get(tag[1], tag[1]) if tag else ""
    if not opened or language is None or script not in _DRAWN:
        return
    texts: list[str] = []
    for _, text in _FIELD.findall(sample):
        whole = text.replace("\\n", "\n").replace('\\"', '"').replace("\\'", "'").replace("\\\\", "\\")
        for line in whole.splitlines():
            plain = " ".join(line.split())
            if len(plain) >= _SHORTEST and plain not in texts:
                texts.append(plain)
    if len(texts) < 3:
        return
    lang = f"{language[1]}-{tag[1]}" if tag else language[1]
    middle = len(texts) // 2 if len(texts) >= 10 else len(texts)
    for number, part in enumerate((texts[:middle], texts[middle:])):
        if len(part) >= 3:
            yield Sample(f"{path.stem}-{number + 1}", script, _article(part, lang))


def _article(texts: list[str], lang: str) -> Article:
    """Return an article of these passages, the shortest of them as its headline."""
    headline = min(texts, key=len)
    rest = [text for text in texts if text is not headline]
    first, *others = rest
    # A stressed clause, cut at a space so that no mark leaves its letter.
    half = first.find(" ", len(first) // 3)
    stressed = inlines(Strong((first[:half],)), first[half:]) if half > 0 else (first,)
    blocks: list[Block] = [Paragraph(stressed), *(Paragraph((text,)) for text in others[2:])]
    blocks.append(Heading((headline,), level=2))
    blocks.append(Quote((Paragraph((others[0] if others else first,)),), attribution=(headline,)))
    blocks.append(List(tuple(Item((Paragraph((text,)),)) for text in (others[:2] or [first])), ordered=True))
    cells = tuple(Cell((Paragraph((text,)),)) for text in (headline, "1,250.5"))
    heads = tuple(Cell((Paragraph((text,)),), header=True) for text in (headline, "2026"))
    blocks.append(Table((Row(cells),), head=(Row(heads),), caption=(headline,)))
    return Article(
        tuple(blocks),
        head=Head(headlines=(Headline((headline,), kind="main"),)),
        lang=lang,
        dir=direction(lang),
    )

"""There and back: an article written in an exchange format and read again, for the law that both must say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from converter.core.values import Value
from converter.formats.losses import Loss, declared
from converter.formats.records import Context, NoOptions, Record, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Blocks
from converter.model.canonical import gate
from converter.newsformats.nitf_blocks import LOST
from converter.readers.newsml.options import NewsmlReaderOptions
from converter.readers.newsml.read import read as read_newsml
from converter.readers.ninjs.read import read as read_ninjs
from converter.readers.nitf.read import read as read_nitf
from converter.writers.newsml import write as write_newsml
from converter.writers.newsml.options import NewsmlOptions
from converter.writers.ninjs import write as write_ninjs
from converter.writers.ninjs.options import NinjsOptions
from converter.writers.nitf import write as write_nitf
from converter.writers.nitf.options import NitfOptions
from tests.losses.parts import without
from tests.newsformats.law import blocks, nitf_blocks, noticed, said

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00")


class Trip(Value):
    """One format's way there and back."""

    name: str
    file: str
    write: Callable[[Article, Context], bytes]
    read: Callable[[bytes, Context], Article]
    said: Callable[[Article], dict[str, list[Any]]]
    """An article to the values that must come back."""
    blocks: Callable[[Blocks], tuple[Any, ...]]
    """A body to the blocks that must come back."""
    never: tuple[Loss, ...] = ()
    """What a body loses beside what the writer's record always loses."""

    @property
    def title(self) -> str:
        """Return what a test is called by."""
        return f"{self.name} with NITF" if self.never else self.name

    def there_and_back(self, article: Article) -> tuple[Article, set[str], set[int]]:
        """Return the article that comes back, and the fields and blocks that a notice names."""
        context = Context(Source("story.xml"), record=RECORD)
        written = self.write(article, context)
        again = Context(Source(self.file))
        back = self.read(written, again)
        gate(back)
        fields, numbers = noticed(context.notices)
        return back, fields, numbers

    def before_after(self, article: Article, back: Article) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
        """Return what both say; what the reader kept of the record as properties of its own is no part of the story."""
        after = self.said(back)
        after["property"] = [each for each in after["property"] if not each[0].startswith(f"{self.name}:")]
        return self.said(article), after

    def assert_comes_back(self, article: Article) -> None:
        """Raise AssertionError for what is not there again and no notice names."""
        back, fields, numbers = self.there_and_back(article)
        furniture = self.said(article)["furniture"]
        article = without(article, *lost(declared(find_writer(self.name))))
        article = article.replace(body=without(article, *lost(self.never)).body)
        before, after = self.before_after(article, back)
        before["furniture"] = furniture  # Words beside the story: what a block of it loses, they keep.
        for field, values in before.items():
            if field not in fields:
                assert after[field] == values, field
        there = self.blocks(back.body)
        if not numbers:
            assert there == self.blocks(article.body)
        kept = tuple(block for number, block in enumerate(article.body, 1) if number not in numbers)
        assert [block for block in self.blocks(kept) if block not in there] == []


def lost(losses: Iterable[Loss]) -> list[str]:
    """Return the names of the parts that are lost whenever they are there."""
    return [name for loss in losses if loss.how == "lost" and not loss.when for name in loss.parts]


TRIPS = (
    Trip(
        "newsml",
        "story.newsml.xml",
        lambda article, context: write_newsml(article, NewsmlOptions(), context),
        lambda source, context: read_newsml(source, NewsmlReaderOptions(), context),
        said,
        blocks,
    ),
    Trip(
        "newsml",
        "story.newsml.xml",
        lambda article, context: write_newsml(article, NewsmlOptions(body="nitf"), context),
        lambda source, context: read_newsml(source, NewsmlReaderOptions(), context),
        said,
        nitf_blocks,
        LOST,
    ),
    Trip(
        "ninjs",
        "story.ninjs.json",
        lambda article, context: write_ninjs(article, NinjsOptions(), context),
        lambda source, context: read_ninjs(source, NoOptions(), context),
        lambda article: said(article, "ninjs"),
        blocks,
    ),
    Trip(
        "nitf",
        "story.nitf.xml",
        lambda article, context: write_nitf(article, NitfOptions(), context),
        lambda source, context: read_nitf(source, NoOptions(), context),
        lambda article: said(article, "nitf"),
        nitf_blocks,
    ),
)

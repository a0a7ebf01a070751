"""Difference: what changed between two versions of a story: words, fields, files."""

from __future__ import annotations

import re

from converter.core.values import Value
from converter.model.article import Article
from converter.model.head import Date, Entity, Headline, Party, Property, Revision, Rights, Urgency
from converter.model.words import plain_text
from converter.render.visible_text import printed_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from converter.archive.story import Story
    from converter.core.notices import Notice

    Change = Literal["same", "removed", "added"]


class Words(Value):
    """A run of words."""

    change: Change
    text: str


class Paragraph(Value):
    """One paragraph: its words in the older and the newer version, run by run."""

    words: tuple[Words, ...]

    @property
    def change(self) -> Literal["same", "removed", "added", "changed"]:
        """Return what became of the paragraph as a whole."""
        kinds = {each.change for each in self.words}
        return next(iter(kinds)) if len(kinds) == 1 else "changed"

    def text(self, leave_out: Change) -> str:
        """Return the paragraph of one version: leave out what is `removed` for the newer, `added` for the older."""
        return "".join(each.text for each in self.words if each.change != leave_out)


class Field(Value):
    """A field of the head, or of the article itself, that changed."""

    name: str
    """As `--meta` calls it where it can be given."""
    older: tuple[str, ...]
    newer: tuple[str, ...]


class Difference(Value):
    """What changed from one version to another."""

    id: str
    older: str
    newer: str
    fields: tuple[Field, ...]
    paragraphs: tuple[Paragraph, ...]
    """All of the story in order, those that are the same too."""
    files: tuple[tuple[Literal["added", "removed", "changed"], str], ...]
    notices: tuple[Notice, ...] = ()
    """What must be known of the story before its words are used."""


def difference(older: Story, newer: Story, notices: tuple[Notice, ...] = ()) -> Difference:
    """Return what changed from the older version to the newer."""
    return Difference(
        newer.id,
        older.version,
        newer.version,
        tuple(_fields(older.article, newer.article)),
        tuple(_paragraphs(_body(older.article), _body(newer.article))),
        tuple(_files(older.files, newer.files)),
        notices,
    )


def _body(article: Article) -> list[str]:
    return list(printed_texts(Article(body=article.body)))


def _paragraphs(older: Sequence[str], newer: Sequence[str]) -> Iterator[Paragraph]:
    from difflib import SequenceMatcher

    for tag, low, high, start, end in SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Paragraph((Words("same", text),)) for text in newer[start:end])
            continue
        left, right = list(older[low:high]), list(newer[start:end])
        for one, other in _pairs(left, right):
            if one is None:
                yield Paragraph((Words("added", other or ""),))
            elif other is None:
                yield Paragraph((Words("removed", one),))
            else:
                yield Paragraph(tuple(_words(one, other)))


_ALIKE = 0.4
"""Of the words that two paragraphs share: below it one was removed and another added, to a reader."""


def _pairs(left: list[str], right: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Yield the paragraphs of a stretch in order, those that were reworded side by side."""
    from difflib import SequenceMatcher

    at = 0
    for one in left:
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(_split(one))
        best, share = None, _ALIKE
        for index in range(at, len(right)):
            matcher.set_seq1(_split(right[index]))
            if matcher.quick_ratio() > share and matcher.ratio() > share:
                best, share = index, matcher.ratio()
        if best is None:
            yield one, None
            continue
        yield from ((None, text) for text in right[at:best])
        yield one, right[best]
        at = best + 1
    yield from ((None, text) for text in right[at:])


def _split(text: str) -> list[str]:
    """Return words, blanks and marks; of a script without blanks each character by itself."""
    return re.findall(r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+|\s+|.", text, re.DOTALL)


def _words(one: str, other: str) -> Iterator[Words]:
    from difflib import SequenceMatcher

    left, right = _split(one), _split(other)
    for tag, low, high, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words("same", "".join(right[start:end]))
            continue
        if high > low:
            yield Words("removed", "".join(left[low:high]))
        if end > start:
            yield Words("added", "".join(right[start:end]))


# ── Fields ──────────────────────────────────────────────────────────────────


def _fields(older: Article, newer: Article) -> Iterator[Field]:
    left, right = fields(older), fields(newer)
    for name in dict.fromkeys((*left, *right)):
        if left.get(name, ()) != right.get(name, ()):
            yield Field(name, left.get(name, ()), right.get(name, ()))


def fields(article: Article) -> dict[str, tuple[str, ...]]:
    """Return the article's fields by name, with what each says in words; the body is none of them."""
    found: dict[str, list[str]] = {"version": [str(article.version)], "status": [article.status]}
    for name in ("lang", "dir"):
        if getattr(article, name) is not None:
            found[name] = [getattr(article, name)]
    for field in type(article.head)._fields:
        stated = getattr(article.head, field)
        for value in stated if isinstance(stated, tuple) else (stated,):
            if value is not None:
                name, words = _named(value)
                found.setdefault(name, []).append(words)
    return {name: tuple(texts) for name, texts in found.items()}


def _named(value: Value) -> tuple[str, str]:
    """Return the name of a field of the head, as `--meta` has it, and its words."""
    words = plain_text(value)
    match value:
        case Headline(kind=kind):
            return ("headline" if kind == "main" else f"headline.{kind}"), words
        case Rights(kind=kind):
            return ("rights" if kind == "notice" else f"rights.{kind}"), words or value.href or ""
        case Party(role=role):
            return role, words
        case Date(kind=kind):
            return f"date.{kind}", value.value or "until further notice"
        case Urgency():
            return "urgency", str(value.value)
        case Entity(kind=kind):
            return f"entity.{kind}", words
        case Property(name=name):
            return f"property.{name}", words
        case Revision():
            return "revision", " ".join(filter(None, (f"{value.version}: {value.kind}", value.time, words)))
        case _:
            return type(value).__name__.lower(), words


def _files(
    older: dict[str, str], newer: dict[str, str]
) -> Iterator[tuple[Literal["added", "removed", "changed"], str]]:
    for path in sorted({*older, *newer}):
        if path not in older:
            yield "added", path
        elif path not in newer:
            yield "removed", path
        elif older[path] != newer[path]:
            yield "changed", path

"""The article and its provenance: what every reader makes and every writer gets."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.block import BaseBlock
from converter.model.checks import (
    is_xml_text,
    matches,
    require,
    require_all,
    require_count,
    require_one_of,
    require_text,
)
from converter.model.head import Head
from converter.model.traversal import ids_in, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, TypeAlias

    from converter.model.block import Blocks
    from converter.model.inline import Direction

    Status: TypeAlias = Literal["usable", "withheld", "canceled"]


class Remark(Value):
    """A notice of the reader as the canonical form keeps it (`remark`); its words live in `converter.core.notices`."""

    code: str
    where: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Names and values, in the order of the names."""

    def _check(self) -> None:
        require(self, "token", "code")
        require_text(self, "where")
        if not isinstance(self.facts, tuple) or not all(map(_is_fact, self.facts)):
            raise ValueError(f"Remark.facts must be pairs of a name and a text, not {self.facts!r}")
        if len(self.facts) > 1 and list(self.facts) != sorted(self.facts, key=lambda fact: fact[0]):
            raise ValueError(f"Remark.facts must be pairs in the order of their names, not {self.facts!r}")


def _is_fact(value: object) -> bool:
    match value:
        case (str(name), str(text)):
            return isinstance(value, tuple) and matches("id", name) and is_xml_text(text)
        case _:
            return False


class Provenance(Value):
    """Where the article came from and what read it (`provenance`)."""

    name: str | None = None
    """The source's file name, without folders."""
    media_type: str | None = None
    size_bytes: int | None = None
    sha256: str | None = None
    charset: str | None = None
    """The character encoding that the bytes were read in."""
    container: str | None = None
    """The SHA-256 of the file that the source was a member of."""
    member: str | None = None
    """The source's place in that file."""
    reader: str | None = None
    """The name of the reader."""
    tool: str | None = None
    """The program and its version."""
    characters: int | None = None
    """How many characters are printed: head and body without furniture."""
    words: int | None = None
    """How many runs without white space are printed."""
    blocks: int | None = None
    """How many blocks of text are printed."""
    remarks: tuple[Remark, ...] = ()

    def _check(self) -> None:
        require_text(self, "name", "member")
        require(self, "token", "media_type", "charset", "reader", "tool")
        require(self, "SHA-256", "sha256", "container")
        for field in ("size_bytes", "characters", "words", "blocks"):
            require_count(self, field)
        require_all(self, "remarks", Remark)


class Article(Value):
    """A news article."""

    _reading = ("head", "body")

    body: Blocks = ()
    head: Head = Head()
    guid: str | None = None
    """What names the story over all its versions: an absolute IRI. A reader leaves it out when the source has none."""
    version: int = 1
    """Counts the story's corrections, from 1."""
    status: Status = "usable"
    """As IPTC's publishing status: `usable`, `withheld`, `canceled`."""
    lang: str | None = None
    """RFC 5646 tag; none when it is not known."""
    dir: Direction | None = None
    provenance: Provenance = Provenance()

    def _check(self) -> None:
        if type(self.head) is not Head or type(self.provenance) is not Provenance:
            raise ValueError("Article.head must be a Head and Article.provenance a Provenance")
        require(self, "absolute IRI", "guid")
        require_count(self, "version", 1)
        require_one_of(self, "status", ("usable", "withheld", "canceled"))
        require(self, "language tag", "lang")
        require_one_of(self, "dir", (None, "ltr", "rtl"))
        global _proved
        last = _proved  # Once: another thread may put its own there.
        if last is not None and last[0] is self.head and last[1] is self.body:
            return
        require_all(self, "body", BaseBlock)
        seen: set[str] = set()
        for name in ids_in((self.head, self.body)):
            if name in seen:
                raise ValueError(f"the id {name!r} stands twice in the article")
            seen.add(name)
        _proved = self.head, self.body


_proved: tuple[Head, Blocks] | None = None
"""The content that was found in order last: an article on its way changes its other fields many times."""


def values_in(article: Article) -> Mapping[type[Value | str], list[Any]]:
    """Return class → the values of it in head and body, in document order: where a class is not, nobody need look."""
    global _values
    last = _values
    if last is None or last[0] is not article.head or last[1] is not article.body:
        there: dict[type[Value | str], list[Any]] = {}
        for value in walk((article.head, article.body)):
            there.setdefault(str if isinstance(value, str) else type(value), []).append(value)
        last = _values = article.head, article.body, there
    return last[2]


_values: tuple[Head, Blocks, Mapping[type[Value | str], list[Any]]] | None = None
"""The content that was asked for last, and its values: each writer asks for the same."""

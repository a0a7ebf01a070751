"""What a writer does with each part of the model, found by taking the part away and looking at the output.

This is the witness that our readers are not: it does not understand the
output, it only sees whether the output says something of the part.
"""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from converter import model
from converter.core.errors import ConverterError
from converter.formats.item_times import settle
from converter.formats.losses import Loss, declared, every_part, fate_of, part
from converter.formats.records import Context, Source, WriterRecord
from converter.formats.registry import load
from converter.io.hash import sha256
from converter.model import canonical
from converter.model.article import Article
from converter.model.media import Media
from tests.losses.cases import PICTURE, rich_article
from tests.losses.parts import every_value, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.core.notices import Notice

KINDED = ("Headline", "Party", "Rights", "Date", "Entity", "Note")
MARKS = tuple(kind.__name__ for kind in model.Inline.__args__ if kind is not str and "content" in kind._fields)


@cache
def parts() -> tuple[str, ...]:
    """Return every part of the model, and every kind of what there are kinds of."""
    kinds = {
        f"{name}.{getattr(value, 'kind', None) or getattr(value, 'role', None)}"
        for value in every_value(rich_article())
        if (name := type(value).__name__) in KINDED
    }
    return (*every_part(), *sorted(kinds))


def written(
    article: Article, writer: WriterRecord, options: dict[str, object] | None = None
) -> tuple[bytes, tuple[Notice, ...]]:
    """Return the output but for the canonical XML inside it, and the writer's own notices."""
    context = Context(
        Source("story.txt"),
        media=Media(kept={sha256(PICTURE).hexdigest(): PICTURE}),
        record=settle(article, {"version_created": "2024-05-24T10:30:00Z"}, None, epoch=None, modified=None),
    )
    carries = any(loss.how == "inside" for loss in declared(writer))
    with _nothing_inside() if carries else nullcontext():
        try:
            output: bytes = load(writer.function)(article, load(writer.options)(**(options or {})), context)
        except ConverterError as refusal:
            return f"refused: {refusal}".encode(), context.notices
    return output, context.notices


@contextmanager
def _nothing_inside() -> Iterator[None]:
    """Hold the canonical XML constant that a writer puts into its file."""
    with patch.object(canonical, "serialise", lambda _article: b"<article/>"):
        yield


class Claims:
    """What a writer's record says of each part."""

    def __init__(self, writer: WriterRecord) -> None:
        self._losses = declared(writer)
        self._always: dict[str, Loss] = {}
        self._sometimes: list[Loss] = []
        for loss in self._losses:
            if loss.when:
                self._sometimes.append(loss)
            else:
                self._always |= dict.fromkeys(loss.parts, loss)

    def of(self, name: str) -> str:
        """Return `carried`, `folded`, `lost` or `inside`; a part of what is lost is lost."""
        fate = fate_of(name, self._losses)
        return "carried" if fate == "partly" else fate

    def noticed(self, name: str, notices: Iterable[Notice]) -> bool:
        """Return whether the writer itself has said that a part is lost in some case, and that this is one."""
        names = {name, part(name).owner}
        return any(names & set(loss.parts) and any(map(loss.says, notices)) for loss in self._sometimes)

    def parts_kinds(self, name: str) -> bool:
        """Return whether the part says of which kind a value is, and some kinds are lost with it."""
        here = part(name)
        return here.field in ("kind", "role") and any(
            part(known).owner == here.owner and part(known).kind for known in self._always
        )

    def gone(self) -> list[str]:
        """Return the parts that the output is said not to show."""
        return [name for name, loss in self._always.items() if loss.how in ("lost", "inside")]


def lies(writer: WriterRecord) -> list[str]:
    """Return in a sentence each part of which the writer's record says what is not so."""
    claims, rich = Claims(writer), rich_article()
    whole, notices = written(rich, writer)
    found = []
    for name in parts():
        if claims.parts_kinds(name):
            continue
        how = claims.of(name)
        is_seen = written(without(rich, name, unwrap=True), writer)[0] != whole
        if (is_seen and how in ("lost", "inside")) or (is_seen and how == "folded" and name in MARKS):
            found.append(f"{name} is declared {how}, and the output shows it")
        if not is_seen and how == "carried" and not claims.noticed(name, notices):
            found.append(f"{name} is not declared, and the output does not show it")
        if how == "folded" and part(name).field is None and written(without(rich, name), writer)[0] == whole:
            found.append(f"{name} is declared folded, and the output says nothing of it")
    return found

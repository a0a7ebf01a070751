"""An article as a person or a script looks at it: one line a block, or JSON with every field of the model."""

from __future__ import annotations

from converter.cli.report import notices_json
from converter.core.values import Value
from converter.model.article import Article
from converter.model.block import Furniture
from converter.model.canonical import content_digest, digest
from converter.model.head import Abstract, Date, Entity, Headline, Party, Property, Revision, Rights, Urgency
from converter.model.words import plain_text
from converter.render.visible_text import block_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.conversion.pipeline import Conversion
    from converter.model.block import Block

_WIDTH = 60
_KIND_WIDTH = 16  # of the longest that our readers make, `- advertisement`, and a blank


def lines(article: Article) -> Iterator[str]:
    """Yield the outline: the head's fields, then each block with its kind; furniture is marked."""
    has_head = False
    for field in type(article.head)._fields:
        stated = getattr(article.head, field)
        for value in stated if isinstance(stated, tuple) else (stated,):
            if value is not None:
                yield f"{type(value).__name__.lower():<{_KIND_WIDTH}}{_cut(_stated(value))}"
                has_head = True
    if has_head:
        yield ""
    for number, block in enumerate(article.body, 1):
        kind = type(block).__name__.lower()
        if isinstance(block, Furniture):
            kind = "- " + block.kind
        yield f"{number:>4}  {kind:<{_KIND_WIDTH}}{_cut(_words(block))}"


def _words(block: Block) -> str:
    """Return the words of a block, those of cells, items and captions parted by blanks."""
    inside = block.blocks if isinstance(block, Furniture) else (block,)
    return " ".join(block_texts(inside)) or plain_text(block)


def _stated(value: Value) -> str:
    """Return the words of a field of the head; what says too little by itself has its kind, role or name before it."""
    words = plain_text(value)
    match value:
        case Headline(kind=kind) if kind != "main":
            return f"{kind}: {words}"
        case Rights(kind=kind) if kind != "notice":
            return f"{kind}: {words}"
        case Entity(kind=kind):
            return f"{kind}: {words}"
        case Party(role=role):
            return f"{role}: {words}"
        case Property(name=name):
            return f"{name}: {words}"
        case Date(kind=kind):
            return f"{kind}: {value.value or 'until further notice'}"
        case Revision():
            return " ".join(filter(None, (f"{value.version}: {value.kind}", value.time, words)))
        case Abstract(blocks=blocks):
            return " ".join(block_texts(blocks))
        case Urgency():
            return str(value.value)
        case _:
            return words


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _WIDTH else folded[: _WIDTH - 1] + "…"


def article_json(done: Conversion) -> dict[str, object]:
    """Return the article with every field that is not at its default; a block or inline names its `kind` of value."""
    shown = _plain(done.article)
    assert isinstance(shown, dict)
    return {
        **shown,
        "canonical_sha256": digest(done.canonical),
        "content_sha256": content_digest(done.article),
        "notices": notices_json(done.notices),
    }


def _plain(value: object) -> object:
    if isinstance(value, Value):
        defaults = type(value)._defaults
        fields: dict[str, object] = {"is": type(value).__name__}
        for field in type(value)._fields:
            setting = getattr(value, field)
            if field not in defaults or setting != defaults[field]:
                fields[field] = _plain(setting)
        return fields
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value

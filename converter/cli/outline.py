"""An article as a person or a script looks at it: one line a block, or JSON with every field of the model."""

from __future__ import annotations

from converter.article import Article, Furniture, plain_text
from converter.canonical import content_digest, digest
from converter.cli.report import notices_json
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.pipeline import Conversion

_WIDTH = 60


def lines(article: Article) -> Iterator[str]:
    """Yield the outline: the head's fields, then each block with its kind; furniture is marked."""
    has_head = False
    for field in type(article.head)._fields:
        stated = getattr(article.head, field)
        for value in stated if isinstance(stated, tuple) else (stated,):
            if value is not None:
                words = plain_text(value) or " ".join(
                    str(getattr(value, name)) for name in ("kind", "value") if getattr(value, name, None) is not None
                )
                yield f"{type(value).__name__.lower():<14}{_cut(words)}"
                has_head = True
    if has_head:
        yield ""
    for number, block in enumerate(article.body, 1):
        kind = type(block).__name__.lower()
        if isinstance(block, Furniture):
            kind = "- " + block.kind
        yield f"{number:>4}  {kind:<14}{_cut(plain_text(block))}"


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

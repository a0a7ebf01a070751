"""The JSON that commands print: one object a document, with the same fields whatever came of it."""

from __future__ import annotations

from converter.core.spelling import in_shell
from converter.model.canonical import content_digest, digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.conversion.pipeline import Conversion
    from converter.core.errors import ConverterError
    from converter.core.notices import Notice


def notices_json(notices: Iterable[Notice]) -> list[dict[str, object]]:
    """Return each notice with its code, kind, place, facts and words."""
    return [
        {"code": one.code, "kind": one.kind, "where": one.where, "facts": dict(one.facts), "words": one.words}
        for one in notices
    ]


def conversion_json(name: str, paths: Iterable[tuple[str, str]], done: Conversion) -> dict[str, object]:
    """Return what came of one input."""
    return {
        "input": name,
        "ok": True,
        "guid": done.article.guid,
        "version": done.article.version,
        "lang": done.article.lang,
        "canonical_sha256": digest(done.canonical),
        "content_sha256": content_digest(done.article),
        "outputs": [
            {
                "format": writer,
                "path": path,
                "size_bytes": len(done.outputs[writer]),
                "sha256": digest(done.outputs[writer]),
            }
            for writer, path in paths
        ],
        "notices": notices_json(done.notices),
    }


def check_json(name: str, done: Conversion, schema: str) -> dict[str, object]:
    """Return what was found of one input that is in order."""
    return {
        "input": name,
        "ok": True,
        "reader": done.reader,
        "schema": schema,
        "notices": notices_json(done.notices),
    }


def error_json(name: str, error: ConverterError) -> dict[str, object]:
    """Return what kept one input from being converted."""
    error = error.spelt(in_shell)
    return {
        "input": name,
        "ok": False,
        "error": {"exit_code": error.exit_code, "what": error.what, "where": error.where, "hint": error.hint},
    }

"""Provenance: where an article came from, so that a reader of the canonical form can hold it against its source."""

from __future__ import annotations

from converter.core.version import NAME, VERSION
from converter.model.article import Remark
from converter.model.canonical import digest
from converter.model.checks import is_xml_text
from converter.render.visible_text import printed_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.notices import Notice
    from converter.formats.records import ReaderRecord, Source
    from converter.model.article import Article


def with_provenance(
    article: Article, content: bytes, source: Source, reader: ReaderRecord, notices: tuple[Notice, ...]
) -> Article:
    """Return the article with what its reader cannot know: the source's name, size and digest, counts, remarks.

    A provenance that the source itself brought stands as it is.
    """
    brought = article.provenance
    if brought.sha256 is not None:
        return article
    texts = list(printed_texts(article))
    provenance = brought.replace(
        name=holdable(source.name),
        media_type=brought.media_type or source.media_type or reader.media_type,
        size_bytes=len(content),
        sha256=digest(content),
        reader=reader.name,
        tool=f"{NAME} {VERSION}",
        characters=sum(map(len, texts)),
        words=len(" ".join(texts).split()),
        blocks=len(texts),
        remarks=tuple(_remark(notice) for notice in notices),
    )
    return article.replace(provenance=provenance)


def _remark(notice: Notice) -> Remark:
    facts = tuple((name.replace("_", "-"), holdable(fact)) for name, fact in notice.facts)
    return Remark(notice.code, holdable(notice.where), facts)


def holdable(text: str) -> str:
    r"""Return the text with what XML 1.0 cannot hold as `\x01` or `\udc80`."""
    if is_xml_text(text):
        return text
    return "".join(c if is_xml_text(c) else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in text)

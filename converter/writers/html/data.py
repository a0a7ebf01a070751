"""What machines read in the page: two data blocks, which no browser runs (WHATWG HTML §4.12.1)."""

from __future__ import annotations

import base64
import json

from converter.io.hash import sha256
from converter.model import canonical
from converter.model.words import plain_text
from converter.render.display_title import label
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.model.article import Article


def statements(article: Article) -> str:
    """Return schema.org's NewsArticle of the article as JSON-LD; `<` and `&` never occur in it as they are."""
    head = article.head
    made: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": label(article)}
    if article.lang:
        made["inLanguage"] = article.lang
    authors = [party.name for party in head.parties_in("creator")]
    made |= {"author": [{"@type": "Person", "name": name} for name in authors]} if authors else {}
    for name, kind in (("datePublished", "published"), ("dateModified", "modified"), ("dateCreated", "created")):
        date = head.date(kind)  # type: ignore[arg-type]
        if date is not None and date.value and not date.value.startswith("--"):
            made[name] = date.value
    providers = head.parties_in("provider")
    if providers:
        made["publisher"] = {"@type": "Organization", "name": providers[0].name}
    if head.abstract is not None:
        made["description"] = " ".join(plain_text(head.abstract).split())
    if head.keywords:
        made["keywords"] = [keyword.text for keyword in head.keywords]
    if head.subjects:
        made["articleSection"] = [subject.name for subject in head.subjects]
    for rights in head.rights:
        if rights.kind == "notice":
            made["copyrightNotice"] = plain_text(rights.content)
        elif rights.kind == "usage" and rights.href and live(rights.href):
            made["license"] = rights.href
    if article.guid:
        made["identifier"] = article.guid
        if live(article.guid):
            made["url"] = article.guid
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003e")


def carried(article: Article) -> tuple[str, str]:
    """Return the canonical form in base64, and its SHA-256."""
    content = canonical.serialise(article)
    return base64.b64encode(content).decode("ascii"), sha256(content).hexdigest()

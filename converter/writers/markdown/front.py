"""The front matter: what is said of the story, as YAML 1.2 that every YAML reader takes.

Names are those that pandoc and generators of sites know, where they know one.
Every text stands between double quotes, so no word is taken for anything else.
"""

from __future__ import annotations

import json
import re

from converter.model.words import plain_text
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.article import Article

    Value = str | int | list[str] | list[dict[str, str]]

# What YAML does not print (§5.1), takes for a line end in its older version, or what turns its direction around.
_UNSAFE = r"[\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"


def front_matter(article: Article, title: str, context: Context) -> list[str]:
    """Return the lines, each with one name; those that have no value are left out."""
    lines = ["---"]
    for name, value in _fields(article, title):
        if isinstance(value, list):
            lines += [f"{name}:", *(line for each in value for line in _entry(each))] if value else []
        elif value or value == 0:
            lines.append(f"{name}: {_scalar(value)}")
    for field, where, hrefs in (
        ("Rights.href", "head/rights", [each.href for each in article.head.rights]),
        ("Related.href", "head/related", [each.href for each in article.head.related]),
    ):
        for href in hrefs:
            if href and not live(href):
                context.notice("value-not-carried", where, field=field, value=href, writer="markdown")
    return [*lines, "---"]


def _fields(article: Article, title: str) -> Iterator[tuple[str, Value]]:
    head = article.head
    yield "title", title
    for name, kind in (("subtitle", "sub"), ("kicker", "kicker"), ("short_title", "short"), ("other_title", "other")):
        yield name, _one_or_list([plain_text(each.content) for each in head.headlines if each.kind == kind])
    yield "author", [party.name for party in head.parties_in("creator")]
    yield "contributor", [party.name for party in head.parties_in("contributor")]
    for name, day in (("date", "published"), ("created", "created"), ("modified", "modified")):
        yield name, _one_or_list([date.value or "" for date in head.dates if date.kind == day])
    yield (
        "embargoed",
        _one_or_list([date.value or "until further notice" for date in head.dates if date.kind == "embargoed"]),
    )
    yield "lang", article.lang or ""
    yield "dir", article.dir or ""
    yield "identifier", article.guid or ""
    yield "version", article.version if article.version > 1 else ""
    yield "status", article.status if article.status != "usable" else ""
    yield "publisher", _one_or_list([party.name for party in head.parties_in("provider")])
    yield "source", [party.name for party in head.parties_in("source")]
    yield "slug", head.slug.text if head.slug else ""
    yield "urgency", head.urgency.value if head.urgency else ""
    yield "genre", [genre.name for genre in head.genres]
    yield "categories", [subject.name for subject in head.subjects]
    yield "keywords", [keyword.text for keyword in head.keywords]
    yield "copyright_holder", [party.name for party in head.parties_in("copyright-holder")]
    for name, right in (("rights", "notice"), ("usage", "usage"), ("data_mining", "data-mining")):
        yield name, _one_or_list([words for each in head.rights if each.kind == right and (words := plain_text(each))])
    yield "license", _one_or_list([each.href for each in head.rights if each.href and live(each.href)])
    yield (
        "related",
        [
            {"title": each.title, **({"url": each.href} if each.href and live(each.href) else {})}
            for each in head.related
        ],
    )
    yield "alternative_id", [each.value for each in head.altids]
    yield "ednote", [plain_text(each.content) for each in head.ednotes]


def _one_or_list(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _entry(value: str | dict[str, str]) -> list[str]:
    if isinstance(value, str):
        return [f"  - {_scalar(value)}"]
    marks = ["- ", *("  " for _ in value)]
    return [f"  {mark}{name}: {_scalar(text)}" for mark, (name, text) in zip(marks, value.items(), strict=False)]


def _scalar(value: str | int) -> str:
    """Return a number, or a text in double quotes on one line: JSON's form, which is YAML's too (§7.3.1)."""
    if isinstance(value, int):
        return str(value)
    return re.sub(_UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
